//! Words that say how something is said.

/// In what manner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    Reported,
    Alleged,
    Argued,
    Ordered,
    Ruled,
    Expected,
}

impl Manner {
    /// The key of the vocabulary of modes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Alleged => "alleged",
            Self::Argued => "argued",
            Self::Ordered => "ordered",
            Self::Ruled => "ruled",
            Self::Expected => "expected",
        }
    }
}

/// What a word asks of the words around it to be a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    /// A court that says it; else it says nothing ("the company found").
    Court,
    /// "That" after it: "denied that", "showed that".
    That,
    /// It is a noun as often ("claims", "plans"): no article before it.
    Verb,
}

/// The manner of a verb, in small letters.
pub(super) fn manner(word: &str) -> Option<(Manner, Needs)> {
    use Manner::{Alleged, Argued, Expected, Ordered, Reported, Ruled};
    Some(match word {
        "said" | "says" | "told" | "tells" | "added" | "adds" | "wrote" | "writes" | "announced" | "announces"
        | "explained" | "explains" | "testified" | "tweeted" | "acknowledged" | "acknowledges" | "admitted"
        | "warned" | "warns" | "insisted" | "insists" | "conceded" | "concedes" | "confirmed" | "confirms"
        | "believes" | "believe" | "believed" | "thinks" | "suspects" | "recalled" | "commented" | "stressed"
        | "emphasised" | "emphasized" | "reiterated" | "saying" | "adding" | "telling" | "suggested" | "suggests" => {
            (Reported, Needs::Nothing)
        }
        "say" | "tell" | "report" | "reports" | "reported" | "reporting" | "stated" | "states" | "notes" | "posted"
        | "repeated" => (Reported, Needs::Verb),
        "denied" | "denies" | "deny" | "noted" | "showed" | "shows" | "show" | "revealed" | "reveals" | "disclosed"
        | "agreed" | "agrees" | "complained" | "complains" | "indicated" | "indicates" | "read" | "reads" => {
            (Reported, Needs::That)
        }
        "alleged" | "alleges" | "allege" | "alleging" | "accused" | "accuses" | "accuse" | "accusing" | "claimed"
        | "claiming" => (Alleged, Needs::Nothing),
        "claims" | "claim" | "charges" => (Alleged, Needs::Verb),
        "argued" | "argues" | "argue" | "arguing" | "contended" | "contends" | "contend" | "contending"
        | "maintained" | "maintains" | "maintain" | "maintaining" | "asserted" | "asserts" | "assert" | "countered"
        | "counters" | "submitted" | "objected" => (Argued, Needs::Nothing),
        "ordered" | "orders" | "ordering" | "directed" | "directs" | "directing" | "instructed" | "requires"
        | "required" => (Ordered, Needs::Court),
        "ruled" | "rules" | "ruling" | "held" | "holds" | "holding" | "found" | "finds" | "finding" | "concluded"
        | "concludes" | "concluding" | "decided" | "determined" | "opined" | "reasoned" | "observed" => {
            (Ruled, Needs::Court)
        }
        "expects" | "expected" | "anticipates" | "anticipated" | "predicts" | "predicted" | "foresees" | "hopes"
        | "hoped" | "intends" | "intended" | "aims" | "vowed" | "pledged" | "promised" => (Expected, Needs::Nothing),
        "expect" | "predict" | "anticipate" | "plans" | "planned" | "plan" | "intend" | "hope" | "forecasts"
        | "forecast" | "estimates" => (Expected, Needs::Verb),
        _ => return None,
    })
}

/// Whether the one who does this says what is to be expected; who only plans it says nothing.
pub(super) fn is_holder(word: &str) -> bool {
    !word.starts_with("plan") && !word.starts_with("inten") && !word.starts_with("aim")
}

/// Adverbs that give a manner without anybody who says it.
pub(super) fn adverb(word: &str) -> Option<Manner> {
    match word {
        "allegedly" | "purportedly" => Some(Manner::Alleged),
        "reportedly" | "apparently" => Some(Manner::Reported),
        _ => None,
    }
}

/// Nouns that hold what is said: "the claim that", "the allegation that".
pub(super) fn noun(word: &str) -> Option<Manner> {
    match word {
        "allegation" | "allegations" | "claim" | "claims" | "accusation" | "accusations" => Some(Manner::Alleged),
        "argument" | "arguments" | "contention" | "assertion" => Some(Manner::Argued),
        "ruling" | "finding" | "holding" => Some(Manner::Ruled),
        "expectation" | "expectations" | "forecast" | "plan" | "plans" => Some(Manner::Expected),
        "statement" | "report" | "reports" => Some(Manner::Reported),
        _ => None,
    }
}

/// Papers, by what is said in them.
pub(super) fn paper(word: &str) -> Option<Manner> {
    match word {
        "complaint" | "complaints" | "lawsuit" | "lawsuits" | "suit" | "indictment" | "petition" | "charges"
        | "counterclaim" | "countersuit" | "chargesheet" | "allegation" | "allegations" | "prosecutors"
        | "plaintiffs" | "plaintiff" => Some(Manner::Alleged),
        "filing" | "filings" | "brief" | "briefs" | "motion" | "papers" | "affidavit" | "reply" | "submission"
        | "memorandum" | "appeal" => Some(Manner::Argued),
        "ruling" | "opinion" | "decision" | "judgment" | "judgement" | "verdict" | "dissent" => Some(Manner::Ruled),
        "order" | "injunction" => Some(Manner::Ordered),
        _ => None,
    }
}
