//! What each noun of the courts stands for.

use super::words::Noun;

/// Groups of nouns, as bits: what a verb can be done to.
pub(in crate::suggest) type Group = u16;

/// What starts a case: lawsuits, complaints, charges, the case itself.
pub(in crate::suggest) const CLAIM: Group = 1;
pub(in crate::suggest) const PROTEST: Group = 1 << 1;
/// What asks a court for something.
pub(in crate::suggest) const MOTION: Group = 1 << 2;
pub(in crate::suggest) const APPEAL: Group = 1 << 3;
/// What a court commands.
pub(in crate::suggest) const ORDER: Group = 1 << 4;
/// What a court finds.
pub(in crate::suggest) const DECISION: Group = 1 << 5;
/// Other papers of a party.
pub(in crate::suggest) const PAPER: Group = 1 << 6;
pub(in crate::suggest) const NOTICE: Group = 1 << 7;
pub(in crate::suggest) const HEARING: Group = 1 << 8;
pub(in crate::suggest) const SETTLEMENT: Group = 1 << 9;
/// What a party can ask for.
pub(in crate::suggest) const RELIEF: Group = 1 << 10;
pub(in crate::suggest) const DISMISSAL: Group = 1 << 11;
pub(in crate::suggest) const REMAND: Group = 1 << 12;

/// How sure a noun speaks of courts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::suggest) enum Strength {
    /// Only near a word about courts.
    Weak,
    /// With a verb of the courts: "filed a motion".
    Legal,
    /// By itself: "lawsuit".
    Strong,
}

/// What a noun stands for.
#[derive(Clone, Copy, Debug)]
pub(in crate::suggest) struct Sense {
    /// A key of the vocabulary of court actions.
    pub kind: &'static str,
    pub group: Group,
    pub strength: Strength,
    /// The paper it means, where a title says another word: a lawsuit is begun by a complaint.
    pub title: Option<&'static str>,
}

impl Noun {
    /// What it stands for.
    pub(in crate::suggest) fn sense(self) -> Sense {
        use Strength::{Legal, Strong, Weak};
        let (kind, group, strength, title) = match self {
            Self::Lawsuit => ("complaint", CLAIM, Strong, Some("complaint")),
            Self::Suit => ("complaint", CLAIM, Legal, Some("complaint")),
            Self::Complaint | Self::Petition => ("complaint", CLAIM, Legal, None),
            Self::Counterclaim | Self::Indictment => ("complaint", CLAIM, Strong, None),
            Self::Action | Self::Proceedings | Self::Case | Self::Challenge | Self::Claim => {
                ("complaint", CLAIM, Weak, Some("complaint"))
            }
            Self::Charge => ("complaint", CLAIM, Weak, None),
            Self::Protest => ("protest", PROTEST, Weak, None),
            Self::Motion => ("motion", MOTION, Legal, None),
            Self::Application | Self::Request | Self::Plea => ("motion", MOTION, Weak, None),
            Self::Answer | Self::Response => ("answer", PAPER, Weak, None),
            Self::Brief => ("brief", PAPER, Legal, None),
            Self::Reply | Self::Objection | Self::Opposition | Self::Filing => ("brief", PAPER, Weak, None),
            Self::Affidavit => ("other", PAPER, Strong, None),
            Self::Order | Self::Stay => ("order", ORDER | RELIEF, Weak, None),
            Self::Injunction => ("order", ORDER | RELIEF, Strong, None),
            Self::Writ => ("order", ORDER | RELIEF, Legal, None),
            Self::Subpoena => ("order", ORDER, Strong, None),
            Self::Warrant => ("order", ORDER, Weak, None),
            Self::Decree => ("order", ORDER | DECISION, Weak, None),
            Self::Ruling => ("opinion", DECISION, Legal, None),
            Self::Opinion | Self::Decision => ("opinion", DECISION, Weak, None),
            Self::Judgment => ("judgment", DECISION | RELIEF, Legal, None),
            Self::Verdict | Self::Conviction => ("judgment", DECISION, Legal, None),
            Self::Sentence | Self::Fine => ("judgment", DECISION, Weak, None),
            Self::Appeal => ("appeal", APPEAL, Weak, None),
            Self::Remand => ("remand", REMAND | RELIEF, Legal, None),
            Self::Settlement => ("settlement", SETTLEMENT, Weak, None),
            Self::Dismissal => ("dismissal", DISMISSAL | RELIEF, Weak, None),
            Self::Hearing | Self::Trial | Self::Argument => ("hearing", HEARING, Weak, None),
            Self::Notice => ("notice", NOTICE, Weak, None),
            Self::Certiorari => ("order", RELIEF, Strong, None),
            Self::Bail | Self::Leave | Self::Review | Self::Extension => ("order", RELIEF, Weak, None),
        };
        Sense { kind, group, strength, title }
    }
}
