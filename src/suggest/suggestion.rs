//! What is proposed: words, and the value they would give.

use std::ops::Range;

use crate::model::{Bound, Currency, Decimal, Derivation, Id, PartialDate, Period, Precision};

/// Words of a text and what they propose.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The words, in bytes of the text, on character boundaries.
    pub words: Range<usize>,
    /// What they propose.
    pub made: Made,
}

/// The value that words propose.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// A sum of money.
    Amount(Sum),
    /// A date.
    Date(Dated),
    /// A party.
    Party(Named),
    /// A court action.
    Action(Acted),
}

/// A sum of money in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// The sum; the lower one of a range.
    pub value: Decimal,
    /// The upper sum of a range.
    pub value_max: Option<Decimal>,
    /// The currency, where the words tell.
    pub currency: Option<Currency>,
    /// How sharp the sum is; exact where nothing says otherwise.
    pub precision: Precision,
    /// The time the sum is for: "over 10 years", "a year".
    pub period: Option<Period>,
    /// What it is for, a key of [`crate::model::vocabulary::NATURE`], where the sentence tells.
    pub nature: Option<&'static str>,
    /// Other currencies that the sign may stand for, the likelier first ("$" in Toronto).
    pub currencies: Vec<Currency>,
}

/// A date in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// The likeliest reading; `None` where the words need a date to count from and the article has none.
    pub date: Option<PartialDate>,
    /// How the event lies to it, where the words say so.
    pub bound: Option<Bound>,
    /// The value in TIMEX3 (ISO 24617-1): `2019-11`, `2020-W34`, `2020-Q3`, `2020-SU`, `XXXX-11`.
    pub timex: String,
    /// How a relative date was worked out; `None` where the words say it in full.
    pub derivation: Option<Derivation>,
    /// Other readings of the same words, the likelier first. Not empty where the words do not decide.
    pub others: Vec<(PartialDate, Option<Derivation>)>,
    /// What happens then, a key of [`crate::model::vocabulary::DATE_KIND`], where the sentence tells.
    pub kind: Option<&'static str>,
}

/// A name in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name: the words, or the full name given for them earlier in the text.
    pub name: String,
    /// A key of [`crate::model::vocabulary::PARTY_KIND`]; empty where nothing tells.
    pub kind: &'static str,
    /// The party on file that has this name or alias.
    pub known: Option<Id>,
    /// All parties on file that have it, where several do; `known` is `None` then.
    pub rivals: Vec<Id>,
    /// Other names that the words give it: `(name, key of ALIAS_KIND)`.
    pub aliases: Vec<(String, &'static str)>,
    /// Identifiers that the words give it: `(scheme, value)`, such as `("NASDAQ", "MSFT")`.
    pub identifiers: Vec<(&'static str, String)>,
    /// The part of the words that is the name itself, without a parenthesis or a title before it, in bytes of the text.
    pub name_at: Range<usize>,
    /// Whether the words make this a judge ("Judge …", "Justice …").
    pub is_judge: bool,
}

/// A court action in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Acted {
    /// A key of [`crate::model::vocabulary::ACTION_KIND`].
    pub kind: &'static str,
    /// A key of [`crate::model::vocabulary::OUTCOME`].
    pub outcome: Option<&'static str>,
    /// A key of [`crate::model::vocabulary::ACTION_STATUS`].
    pub status: Option<&'static str>,
    /// A title made of the words: "Motion to dismiss".
    pub title: String,
    /// Who acts, in bytes of the text.
    pub by: Vec<Range<usize>>,
    /// Whom it is against, in bytes of the text.
    pub against: Vec<Range<usize>>,
    /// The court, in bytes of the text.
    pub court: Option<Range<usize>>,
    /// The date of the action that the same clause gives, as its place in the list of suggestions that was handed in.
    pub date: Option<usize>,
    /// Whether that date is of a decision (else of a filing).
    pub is_decision: bool,
    /// The words say that it did not happen, or was only asked for or expected.
    pub is_unreal: bool,
    /// How it bears on an earlier action: a key of [`crate::model::vocabulary::LINK_KIND`] and the kinds of action that it can bear on.
    pub link: Option<(&'static str, &'static [&'static str])>,
}
