//! The words of court actions: what a verb does, what a noun names, and the small words that hold a clause together.

/// What a verb says was done. Verbs that mean the same to a docket share an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum Act {
    /// Filed, lodged: what, its object says.
    File,
    /// Brought, launched: as filed, but said of many other things too.
    Bring,
    Sue,
    /// Moved to dismiss, for judgment; in India also: moved the court.
    Move,
    /// Asked, urged a court.
    Ask,
    /// Sought, applied for, requested.
    Seek,
    Appeal,
    Protest,
    Answer,
    Oppose,
    Argue,
    Withdraw,
    Settle,
    /// Joined a case, intervened in it.
    Join,
    /// Took somebody to court.
    Take,
    /// Went to court.
    Go,
    /// Challenged something in court.
    Challenge,
    /// Approached a court (India).
    Approach,
    Amend,
    Charge,
    Indict,
    Plead,
    Notify,
    Grant,
    /// Allowed an appeal, approved a settlement: said of many other things too.
    Allow,
    Deny,
    /// Turned away, down.
    Turn,
    Issue,
    /// Handed down.
    Hand,
    Order,
    Enjoin,
    Block,
    Stay,
    /// Put on hold.
    Put,
    Rule,
    /// Held: that something is so; a hearing.
    Hold,
    Find,
    /// Sided with.
    Side,
    Dismiss,
    /// Threw out.
    Throw,
    /// Struck down, struck out.
    Strike,
    Remand,
    /// Sent back.
    Send,
    Affirm,
    Reverse,
    Vacate,
    /// Set aside; set a hearing.
    Set,
    Schedule,
    Hear,
    Convict,
    Sentence,
    Acquit,
    Award,
    Consolidate,
    Certify,
    Transfer,
    Unseal,
    Lift,
    Extend,
    Subpoena,
    /// Reached a settlement.
    Reach,
    /// Won, obtained an order.
    Win,
    Lose,
}

/// What a noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::suggest) enum Noun {
    Lawsuit,
    Suit,
    Complaint,
    Counterclaim,
    Petition,
    Action,
    Proceedings,
    Case,
    Challenge,
    Claim,
    Charge,
    Indictment,
    Protest,
    Motion,
    Application,
    Request,
    Plea,
    Answer,
    Response,
    Reply,
    Brief,
    Objection,
    Opposition,
    Filing,
    Affidavit,
    Order,
    Injunction,
    Stay,
    Subpoena,
    Warrant,
    Writ,
    Decree,
    Ruling,
    Opinion,
    Decision,
    Judgment,
    Verdict,
    Conviction,
    Sentence,
    Fine,
    Appeal,
    Remand,
    Settlement,
    Dismissal,
    Hearing,
    Trial,
    Argument,
    Notice,
    Certiorari,
    Bail,
    Leave,
    Review,
    Extension,
}

/// The forms that a spelling may be of a verb, as bits.
pub(in crate::suggest) type Forms = u8;

pub(in crate::suggest) const BASE: Forms = 1;
pub(in crate::suggest) const THIRD: Forms = 2;
pub(in crate::suggest) const PAST: Forms = 4;
pub(in crate::suggest) const PARTICIPLE: Forms = 8;
pub(in crate::suggest) const ING: Forms = 16;

/// What else a word is, as bits.
pub(in crate::suggest) type Roles = u32;

/// Speaks of courts: near it, words of many meanings are taken in their legal one.
pub(in crate::suggest) const CUE: Roles = 1;
/// A court, or who sits in one.
pub(in crate::suggest) const COURT: Roles = 1 << 1;
/// A body that decides complaints without being a court.
pub(in crate::suggest) const AGENCY: Roles = 1 << 2;
pub(in crate::suggest) const PREPOSITION: Roles = 1 << 3;
pub(in crate::suggest) const DETERMINER: Roles = 1 << 4;
pub(in crate::suggest) const BE: Roles = 1 << 5;
pub(in crate::suggest) const HAVE: Roles = 1 << 6;
pub(in crate::suggest) const DO: Roles = 1 << 7;
pub(in crate::suggest) const MODAL: Roles = 1 << 8;
pub(in crate::suggest) const NOT: Roles = 1 << 9;
pub(in crate::suggest) const TO: Roles = 1 << 10;
pub(in crate::suggest) const AND: Roles = 1 << 11;
/// Begins a clause of its own: "after", "when".
pub(in crate::suggest) const CLAUSE: Roles = 1 << 12;
pub(in crate::suggest) const RELATIVE: Roles = 1 << 13;
pub(in crate::suggest) const PRONOUN: Roles = 1 << 14;
pub(in crate::suggest) const ADVERB: Roles = 1 << 15;
/// Says of a noun that there is none yet: "possible", "any".
pub(in crate::suggest) const POSSIBLE: Roles = 1 << 16;
/// Begins a clause of what need not be so: "if", "whether".
pub(in crate::suggest) const CONDITION: Roles = 1 << 17;
/// "Declined to", "refused to".
pub(in crate::suggest) const DECLINE: Roles = 1 << 18;
/// Verbs whose infinitive did happen: "agreed to settle", "went on to sue".
pub(in crate::suggest) const REALISED: Roles = 1 << 19;
/// A title before a name.
pub(in crate::suggest) const TITLE: Roles = 1 << 20;
/// A month, a day of the week.
pub(in crate::suggest) const CALENDAR: Roles = 1 << 21;
/// Its full stop ends no sentence.
pub(in crate::suggest) const ABBREVIATION: Roles = 1 << 22;
/// Makes a legal term of the noun after it: "legal action", "court proceedings".
pub(in crate::suggest) const LEGAL: Roles = 1 << 23;
/// A verb of saying or another frequent verb, at which a phrase ends.
pub(in crate::suggest) const OTHER_VERB: Roles = 1 << 24;
/// A small word inside names: "of", "for".
pub(in crate::suggest) const IN_NAMES: Roles = 1 << 25;
/// A noun after which the one before it is only its kind: "complaint department", "motion picture".
pub(in crate::suggest) const COMPOUND: Roles = 1 << 26;
/// Stands after no noun that it belongs to: "liable", "guilty".
pub(in crate::suggest) const GUILTY: Roles = 1 << 27;
/// Somebody or something that is party to a suit rather than a judge of it.
pub(in crate::suggest) const LITIGANT: Roles = 1 << 28;
pub(in crate::suggest) const QUANTITY: Roles = 1 << 29;
/// Speaks of courts, unless it is the very word in doubt.
pub(in crate::suggest) const CASE: Roles = 1 << 30;

/// Begins a sentence far more often than it follows an abbreviation inside one.
pub(in crate::suggest) const OPENER: Roles = DETERMINER | PRONOUN | PREPOSITION | CLAUSE;
