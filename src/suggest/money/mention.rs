//! A currency beside a number: `US$` before it, "Canadian dollars" after it.

use super::number::Read;
use super::reader::{Reader, Roles};
use super::units::{Care, Form, Unit, is_common, may_be_sign};
use crate::model::Currency;
use crate::suggest::tokens::{Case, Gap, Kind};

/// A currency as it was named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub currency: Option<Currency>,
    /// Others that may be meant.
    pub others: &'static [Currency],
    /// How many of what was named, with the power of ten, make one of the currency.
    pub parts: (u32, i64),
}

impl Mention {
    fn of(unit: &'static Unit) -> Self {
        Self { currency: unit.currency, others: &unit.others, parts: unit.parts }
    }

    fn exact(currency: Currency) -> Self {
        Self { currency: Some(currency), others: &[], parts: (1, 0) }
    }

    /// What two mentions of one sum come to; none where they do not agree. A bare `$` gives way to a dollar named exactly.
    pub(super) fn agreed(self, other: Self) -> Option<Self> {
        if self.parts != other.parts {
            return None;
        }
        let covers = |loose: Self, exact: Self| exact.currency.is_some_and(|currency| loose.others.contains(&currency));
        match (self, other) {
            _ if self.currency == other.currency => Some(if self.others.is_empty() { self } else { other }),
            (loose, exact) | (exact, loose) if exact.others.is_empty() && covers(loose, exact) => Some(exact),
            _ => None,
        }
    }
}

/// A currency that stands before its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub mention: Mention,
    /// Its first token.
    pub start: usize,
    /// The token that has to begin the number.
    pub number: usize,
    /// The unit word it is, or none for a sign.
    unit: Option<&'static Unit>,
}

/// The currency that the token begins, or for a sign ends; tokens before `floor` belong to something else.
pub(super) fn before(reader: &Reader<'_>, at: usize, floor: usize) -> Option<Before> {
    if let Kind::Mark(_) = reader.token(at)?.kind {
        let (mention, start) = sign_before(reader, at, floor)?;
        return Some(Before { mention, start, number: at + 1, unit: None });
    }
    let unit = reader.unit(at).filter(|unit| is_spelled(reader, at, unit))?;
    let mention = Mention::of(unit);
    let mut number = at + 1;
    if matches!(unit.form, Form::Sign | Form::Initials) && reader.is_mark(number, '.') && reader.is_glued(number) {
        number += 1;
    }
    if let Some((sign, _)) = sign_mark(reader, number) {
        let mention = mention.agreed(sign)?;
        return Some(Before { mention, start: at, number: number + 1, unit: None });
    }
    Some(Before { mention, start: at, number, unit: Some(unit) })
}

impl Before {
    /// Whether the number that was read after it makes it a currency.
    pub(super) fn fits(&self, reader: &Reader<'_>, number: &Read) -> bool {
        let Some(unit) = self.unit else { return number.digits };
        let is_lead = reader.is_any(self.start, &["rupee", "rupees", "ringgit", "naira", "taka"]);
        // "Rupees Five Hundred only", as on cheques.
        let is_cheque = reader.text(self.start) == "Rupees";
        let may_lead = reader.is_any(self.start, &["dollar", "euro"]);
        let Some(currency) = unit.currency else { return false };
        match unit.form {
            Form::Letter => reader.is_glued(self.number) && is_large(reader, self.number, number),
            Form::Initials => number.like_sum || (number.digits && long(reader, self.number)),
            Form::Sign => number.digits || number.like_sum,
            Form::Name(_) => {
                (is_lead && (number.digits || number.like_sum || is_cheque)) || (may_lead && number.like_sum)
            }
            Form::Code if currency.reads_like_a_word() => {
                number.digits && number.like_sum && reader.token(number.end).is_none_or(|next| next.kind != Kind::Word)
            }
            Form::Code => number.like_sum || (number.digits && (is_common(currency) || long(reader, self.number))),
        }
    }
}

/// Whether a number has a scale word or its thousands parted.
fn is_large(reader: &Reader<'_>, at: usize, number: &Read) -> bool {
    number.number.power() >= 3 || reader.text(at).contains(',')
}

/// Whether a numeral has at least three digits and is no year.
fn long(reader: &Reader<'_>, at: usize) -> bool {
    reader.text(at).len() >= 3 && !is_year(reader, at)
}

/// Whether a numeral may be a year.
fn is_year(reader: &Reader<'_>, at: usize) -> bool {
    let text = reader.text(at);
    text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A sign that is one mark, and its token's end.
fn sign_mark(reader: &Reader<'_>, at: usize) -> Option<(Mention, usize)> {
    match reader.token(at)?.kind {
        Kind::Mark(mark) if may_be_sign(mark) => Some((Mention::of(reader.sign(reader.text(at))?), at + 1)),
        _ => None,
    }
}

/// A sign with the letters before it: `$`, `US$`, `HK $`, `CAD$`. None where the letters are a word of their own.
fn sign_before(reader: &Reader<'_>, at: usize, floor: usize) -> Option<(Mention, usize)> {
    let (plain, _) = sign_mark(reader, at)?;
    let gap = reader.token(at)?.gap;
    let Some(word) = at.checked_sub(1).filter(|word| *word >= floor) else {
        return Some((plain, at));
    };
    match (reader.token(word)?.kind, gap) {
        (Kind::Word, Gap::None) => Some((lettered(reader, word, at)?, word)),
        (Kind::Clitic, Gap::None) => None,
        (Kind::Word, Gap::Space) if is_apart_sign(reader, word) => {
            Some(lettered(reader, word, at).map_or((plain, at), |exact| (exact, word)))
        }
        _ => Some((plain, at)),
    }
}

/// Whether letters with a space after them may belong to the sign there. "us" is a pronoun, "A" an article.
fn is_apart_sign(reader: &Reader<'_>, at: usize) -> bool {
    let text = reader.text(at);
    let is_code = reader.unit(at).is_some_and(|unit| unit.form == Form::Code);
    let upper = reader.token(at).is_some_and(|token| token.case == Case::Upper);
    let glued = reader.is_glued(at) && at > 0;
    // Where spaces part all tokens, a lone C is the sign's; in "vitamin C $5" it is not.
    let parted = reader.token(at + 2).is_some_and(|number| number.gap == Gap::Space);
    !glued
        && (matches!(text, "US" | "U.S." | "AU" | "CA" | "SG")
            || (parted && matches!(text, "C" | "c"))
            || (is_code && upper)
            || reader.is_any(at, &["hk", "nz", "nt"]))
}

/// The currency of letters with the sign at `sign`: `US` and `$`, or a code and the sign that it has.
fn lettered(reader: &Reader<'_>, letters: usize, sign: usize) -> Option<Mention> {
    let text = reader.text(letters);
    if text.len() > 6 {
        return None;
    }
    let letters_only: String = text.chars().filter(|letter| *letter != '.').flat_map(char::to_uppercase).collect();
    let is_upper = reader.token(letters)?.case == Case::Upper;
    let known = reader.sign(&(letters_only.clone() + reader.text(sign)));
    let shown_small = letters_only.len() > 1 || reader.token(sign)?.gap == Gap::Space;
    if let Some(unit) = known.filter(|_| is_upper || shown_small) {
        return Some(Mention::of(unit));
    }
    let (plain, _) = sign_mark(reader, sign)?;
    let code = Currency::from_code(&letters_only)?;
    plain.agreed(Mention::exact(code))
}

/// The currency after a number, and the token after it. The number may already have a sign before it.
pub(super) fn after(reader: &Reader<'_>, number: &Read, start: usize, has_sign: bool) -> Option<(Mention, usize)> {
    let at = number.end;
    let token = reader.token(at)?;
    if token.gap == Gap::Paragraph {
        return None;
    }
    match token.kind {
        Kind::Mark(mark) if may_be_sign(mark) => sign_after(reader, at, has_sign),
        Kind::Mark(_) if reader.is_dash(at) => {
            named(reader, number, start, at + 1).filter(|_| !is_weight_compound(reader, number, at))
        }
        Kind::Word => {
            let letters = lettered_after(reader, at, has_sign).or_else(|| coded(reader, number, start, at, has_sign));
            letters.or_else(|| named(reader, number, start, at))
        }
        _ => None,
    }
}

/// A sign after a number: `10 €`. One that is set off from it and has a number of its own belongs to that one.
fn sign_after(reader: &Reader<'_>, at: usize, has_sign: bool) -> Option<(Mention, usize)> {
    let (mention, end) = sign_mark(reader, at)?;
    let next = reader.token(end);
    let number_next = next.is_some_and(|next| next.kind == Kind::Number && next.gap <= Gap::Space);
    let (glued, next_glued) = (reader.is_glued(at), number_next && reader.is_glued(end));
    let leads = matches!(reader.text(at), "$" | "£" | "¥" | "₹");
    let cents = reader.unit(end + 1).is_some_and(|unit| unit.parts.1 < 0);
    let to_next = number_next && !glued && (next_glued || (leads && !cents));
    (!to_next && (!has_sign || !number_next)).then_some((mention, end))
}

/// Letters and a sign after a number: `10 US$`.
fn lettered_after(reader: &Reader<'_>, at: usize, has_sign: bool) -> Option<(Mention, usize)> {
    let glued = reader.is_glued(at + 1) && sign_mark(reader, at + 1).is_some();
    let number_next = reader.token(at + 2).is_some_and(|next| next.kind == Kind::Number && next.gap <= Gap::Space);
    (glued && !has_sign && !number_next)
        .then(|| lettered(reader, at, at + 1))
        .flatten()
        .map(|mention| (mention, at + 2))
}

/// A code or a sign of letters after a number: `10 USD`, `590 Kč`.
fn coded(reader: &Reader<'_>, number: &Read, start: usize, at: usize, has_sign: bool) -> Option<(Mention, usize)> {
    let unit = reader.unit(at).filter(|unit| is_spelled(reader, at, unit))?;
    let (glued, mut end) = (reader.is_glued(at), at + 1);
    let number_next =
        |end: usize| reader.token(end).is_some_and(|next| next.kind == Kind::Number && next.gap <= Gap::Space);
    match unit.form {
        Form::Code => {
            let currency = unit.currency?;
            let upper = reader.token(at)?.case == Case::Upper;
            let common = is_common(currency) && (upper || !has_sign);
            let year = number.digits && is_year(reader, at - 1) && !(upper && common);
            let shouted = reader.token(end).is_some_and(|next| next.kind == Kind::Word && next.case == Case::Upper);
            let rare = upper && !shouted && (number.like_sum || !currency.reads_like_a_word() || long(reader, at - 1));
            if year || !(common || rare) {
                return None;
            }
            let to_next = number_next(end) && (has_sign || (reader.is_glued(end) && !glued));
            (!to_next).then_some((Mention::of(unit), end))
        }
        Form::Sign => {
            let follows = matches!(
                reader.text(at),
                "kr" | "zł" | "Zł" | "zl" | "Kč" | "руб" | "Р" | "р" | "грн" | "лв" | "TL" | "rmb" | "RMB"
            );
            if number_next(end) && (has_sign || (!glued && !follows)) {
                return None;
            }
            end += usize::from(is_short_point(reader, end));
            Some((Mention::of(unit), end))
        }
        Form::Initials => {
            let is_sum = number.like_sum || (number.digits && long(reader, at - 1));
            let fits = is_sum && !in_title(reader, start, end) && !number_next(end) && !has_sign;
            fits.then_some((Mention::of(unit), end))
        }
        Form::Letter | Form::Name(_) => None,
    }
}

/// Whether a capital begins the word on either side, as in a headline: "Plane Falls 29,000 Ft".
fn in_title(reader: &Reader<'_>, start: usize, end: usize) -> bool {
    [start.checked_sub(1), Some(end)]
        .into_iter()
        .flatten()
        .any(|at| reader.token(at).is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower))
}

/// Whether a full stop after a shortened currency is part of it: no sentence ends with it.
fn is_short_point(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_mark(at, '.')
        && reader.is_glued(at)
        && reader.token(at - 1).is_some_and(|token| reader.block.text[token.range()].starts_with(['р', 'г', 'л']))
}

/// A noun, perhaps with its country before it: "euros", "Canadian dollars".
fn named(reader: &Reader<'_>, number: &Read, start: usize, at: usize) -> Option<(Mention, usize)> {
    if let Some(unit) = reader.unit(at)
        && let Form::Name(care) = unit.form
    {
        if care == Care::Weight && reader.is_any(at + 1, &["sterling"]) {
            return Some((Mention { others: &[], ..Mention::of(unit) }, at + 2));
        }
        return allowed(reader, number, start, at, care).then(|| (Mention::of(unit), at + 1));
    }
    // "and" is inside such names only.
    if !reader.has(at, Roles::ADJECTIVE) || reader.has(at, Roles::AND) {
        return None;
    }
    // "Trinidad and Tobago dollars" has the most words before the noun.
    let noun = (at + 1..at + 5)
        .take_while(|place| reader.token(*place).is_some_and(|token| token.gap <= Gap::Line))
        .find(|place| reader.unit(*place).is_some_and(|unit| matches!(unit.form, Form::Name(_))))?;
    let unit = reader.unit(noun)?;
    let (first, last) = (reader.token(at)?, reader.token(noun)?);
    let name = reader.block.text[first.start..last.end].replace('.', "");
    let currency = Currency::from_name(&name);
    if currency.is_none() && unit.parts == (1, 0) {
        return None;
    }
    let mention = match currency {
        Some(currency) => Mention::exact(currency),
        None => Mention::of(unit),
    };
    Some((mention, noun + 1))
}

/// Whether a noun after this number is money.
fn allowed(reader: &Reader<'_>, number: &Read, start: usize, at: usize, care: Care) -> bool {
    let year = number.digits && is_year(reader, start) && number.end == start + 1;
    if year && start > 0 && reader.has(start - 1, Roles::BEFORE_YEAR) {
        return false;
    }
    if reader.is_any(at + 1, &["on"])
        && reader.is_any(at + 2, &["the"])
        && reader.is_any(at + 3, &["dollar", "pound", "euro"])
    {
        return false;
    }
    let lower = reader.token(at).is_some_and(|token| token.case == Case::Lower);
    match care {
        Care::Free => true,
        Care::Lower => lower || number.number.power() >= 3 || (number.like_sum && is_shouted_alone(reader, at)),
        Care::Large => {
            lower
                && (number.like_sum
                    || (number.digits && (reader.text(at - 1).len() > 4 || reader.text(at - 1).contains('.'))))
        }
        Care::Weight => number.number.power() >= 4 || !weighs(reader, start, at),
    }
}

/// Whether a word is in capitals, and the next is not: "133,86 LEI".
fn is_shouted_alone(reader: &Reader<'_>, at: usize) -> bool {
    let upper = |at: usize| reader.token(at).is_some_and(|token| token.case == Case::Upper);
    upper(at) && !upper(at + 1)
}

/// Whether the words around say that pounds are a weight.
fn weighs(reader: &Reader<'_>, start: usize, at: usize) -> bool {
    let near = start.saturating_sub(6)..at + 5;
    let of = reader.has(at + 1, Roles::OF);
    of || reader.is_any(at + 1, &["per"])
        || near.filter(|place| *place != at).any(|place| reader.has(place, Roles::WEIGHT))
}

/// "a 10-pound baby": with a dash a pound is money only in large sums and with paper.
fn is_weight_compound(reader: &Reader<'_>, number: &Read, dash: usize) -> bool {
    let unit = reader.unit(dash + 1);
    let weight = unit.is_some_and(|unit| unit.form == Form::Name(Care::Weight));
    weight && number.number.power() < 3 && !reader.is_any(dash + 2, &["note", "notes", "coin", "fine", "ticket", "fee"])
}

/// Whether a unit is written as it has to be.
fn is_spelled(reader: &Reader<'_>, at: usize, unit: &Unit) -> bool {
    let upper = || reader.token(at).is_some_and(|token| token.case == Case::Upper);
    match (unit.form, unit.currency) {
        (Form::Sign | Form::Initials | Form::Letter, _) => {
            unit.spelling.split(' ').any(|spelling| spelling == reader.text(at))
        }
        (Form::Code, Some(currency)) => upper() || is_common(currency),
        _ => true,
    }
}

/// "a dollar", "a dime": the currency that an article counts, at the token after the article.
pub(super) fn counted(reader: &Reader<'_>, at: usize) -> Option<(Mention, usize)> {
    let unit = reader.unit(at).filter(|unit| unit.countable)?;
    let token = reader.token(at)?;
    let apart = token.gap == Gap::Space || token.gap == Gap::Line;
    let lower = token.case == Case::Lower;
    let adjective = unit.parts.1 > 0
        && reader.token(at + 1).is_some_and(|next| next.kind == Kind::Word)
        && !reader.is_any(at + 1, &["a", "each", "per", "for", "in", "on", "to", "from"]);
    let is_other = adjective
        || reader.has(at + 1, Roles::COMPOUND)
        || reader.is_dash(at + 1)
        || reader.has(at + 1, Roles::ARTICLE) && reader.has(at + 2, Roles::COMPOUND);
    (apart && lower && !is_other).then(|| (Mention::of(unit), at + 1))
}
