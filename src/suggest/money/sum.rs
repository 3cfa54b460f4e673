//! One sum, or a range of two: a number and the currency before or after it.

use std::cmp::Ordering;

use super::around::hedge_before;
use super::mention::{self, Mention};
use super::number::{self, below_hundred};
use super::reader::{Reader, Roles};
use super::units::groups_by_point;
use crate::model::Decimal;
use crate::model::typed::numbers::{Number, Style};
use crate::suggest::tokens::{Gap, Kind};

/// A sum or a range, without the words around it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its first token.
    pub start: usize,
    /// The token after it.
    pub end: usize,
    pub value: Decimal,
    /// The upper sum of a range.
    pub value_max: Option<Decimal>,
    pub mention: Mention,
}

/// A number with the currency beside it, if there is one.
struct Part {
    start: usize,
    end: usize,
    number: Number,
    mention: Option<Mention>,
    negative: bool,
}

/// Tokens before a sum in which a word of change is looked for.
const NEAR: usize = 8;

/// The sum that begins at the token, with a currency on one side at least. Tokens before `floor` belong to something else. As an
/// error, the token at which to look on.
pub(super) fn sum(reader: &Reader<'_>, at: usize, floor: usize) -> Result<Found, usize> {
    let first = part(reader, at, floor)?;
    if let Some(range) = range(reader, &first, floor) {
        return Ok(range);
    }
    let skip = first.end.max(at + 1);
    let mention = first.mention.ok_or(skip)?;
    let first = with_cents(reader, first, mention);
    let value = value(&first.number, mention, first.negative).ok_or(skip)?;
    let found = Found { start: first.start, end: first.end, value, value_max: None, mention };
    if is_whole(reader, &found) { Ok(found) } else { Err(skip) }
}

/// The value in the currency itself: 50 cents are 0.50 of it.
fn value(number: &Number, mention: Mention, negative: bool) -> Option<Decimal> {
    match mention.parts {
        (1, 0) => number.value(negative),
        (parts, power) => number.of(parts, power)?.value(negative),
    }
}

/// A number with its currency. As an error, the token at which to look on.
fn part(reader: &Reader<'_>, at: usize, floor: usize) -> Result<Part, usize> {
    if reader.token(at).is_some_and(|token| matches!(token.kind, Kind::Mark(_)) && !token.is_mark('.'))
        || reader.unit(at).is_some()
    {
        return signed(reader, at, floor);
    }
    if let Some((mention, end)) = counted(reader, at, floor) {
        let number = Number::new(String::from("1"), 0, false).ok_or(end)?;
        return Ok(Part { start: at, end, number, mention: Some(mention), negative: false });
    }
    let in_list = at > 1
        && reader.is_glued(at)
        && reader.is_glued(at - 1)
        && reader.token(at - 1).is_some_and(|mark| matches!(mark.kind, Kind::Mark(',' | '.' | ':')))
        && reader.token(at - 2).is_some_and(|before| before.kind == Kind::Number);
    if reader.begins_inside(at) || in_list {
        return Err(at + 1);
    }
    let read = number::number(reader, at, Style::English, false)?;
    let Some((mention, end)) = mention::after(reader, &read, at, false) else {
        return Ok(Part { start: at, end: read.end, number: read.number, mention: None, negative: false });
    };
    let number = regrouped(reader, at, &read, mention, false);
    let pointed = at > floor && reader.is_mark(at - 1, '.') && reader.is_glued(at) && !reader.is_glued(at - 1);
    if pointed {
        return Err(end);
    }
    Ok(Part { start: at, end, number, mention: Some(mention), negative: false })
}

/// "a dollar", unless it is a rate: "7 yuan a dollar".
fn counted(reader: &Reader<'_>, at: usize, floor: usize) -> Option<(Mention, usize)> {
    let is_rate = at > 0 && at == floor;
    (reader.has(at, Roles::ARTICLE) && !is_rate).then(|| mention::counted(reader, at + 1)).flatten()
}

/// A number after its currency: `$10 billion`, `USD 200`.
fn signed(reader: &Reader<'_>, at: usize, floor: usize) -> Result<Part, usize> {
    let before = mention::before(reader, at, floor).ok_or(at + 1)?;
    let is_minus = |place: usize| reader.is_mark(place, '-') || reader.is_mark(place, '−');
    let inner = is_minus(before.number) && reader.is_glued(before.number) && reader.is_glued(before.number + 1);
    let at_number = before.number + usize::from(inner);
    if reader.token(at_number).is_none_or(|token| token.gap > Gap::Space) {
        return Err(at + 1);
    }
    let outer = before.start > floor
        && is_minus(before.start - 1)
        && reader.is_glued(before.start)
        && (before.start == 1 || !reader.is_glued(before.start - 1));
    let read = number::number(reader, at_number, Style::English, true).map_err(|skip| skip.max(at + 1))?;
    if !before.fits(reader, &read) {
        return Err(at + 1);
    }
    let (mut mention, mut end) = (before.mention, read.end);
    if let Some((other, after)) = mention::after(reader, &read, at_number, true)
        && let Some(agreed) = mention.agreed(other)
    {
        (mention, end) = (agreed, after);
    }
    // "Rs. 5,000/-" closes a sum in rupees as cheques do.
    let is_closed = (reader.is_mark(end, '/') && reader.is_glued(end))
        && (reader.is_mark(end + 1, '-') && reader.is_glued(end + 1));
    let rupees = mention.currency.is_some_and(|currency| currency.code().ends_with("KR") || currency.code() == "INR");
    if is_closed && rupees {
        end += 2;
    }
    let number = regrouped(reader, at_number, &read, mention, true);
    let start = before.start - usize::from(outer);
    Ok(Part { start, end, number, mention: Some(mention), negative: outer || inner })
}

/// The number read again where its currency's country parts thousands with a point: "10.000 €".
fn regrouped(reader: &Reader<'_>, at: usize, read: &number::Read, mention: Mention, after_sign: bool) -> Number {
    let groups = mention.currency.is_some_and(groups_by_point);
    if !groups || !read.digits || !read.number.is_bare() {
        return read.number.clone();
    }
    let again = number::number(reader, at, Style::Grouped, after_sign).ok().filter(|again| again.end == read.end);
    again.map_or_else(|| read.number.clone(), |again| again.number)
}

/// A sum of dollars with its cents: "3 dollars 50 cents", "three dollars and fifty cents", "15 dollars 50", "rupees five and
/// paise twenty".
fn with_cents(reader: &Reader<'_>, part: Part, mention: Mention) -> Part {
    if mention.parts != (1, 0) || part.negative {
        return part;
    }
    if let Some(part) = with_glued_cents(reader, &part) {
        return part;
    }
    let joint = usize::from(reader.has(part.end, Roles::AND));
    let at = part.end + joint;
    let leads = reader.is_any(at, &["paise"]);
    let Some((count, end)) = small_count(reader, at + usize::from(leads)) else { return part };
    let unit = reader.unit(if leads { at } else { end }).filter(|unit| unit.parts == (1, -2));
    let named = unit.is_some_and(|unit| joint == 0 || unit.currency == mention.currency || unit.currency.is_none());
    // Without "cents" two digits alone at the end of a clause are some.
    let is_end = reader
        .token(end)
        .is_none_or(|next| matches!(next.kind, Kind::Mark('.' | ',' | ';' | '!' | '?' | ')')) || next.gap >= Gap::Line);
    let after_name =
        reader.token(part.end - 1).is_some_and(|last| last.kind == Kind::Word) && reader.text(at).len() == 2;
    let bare = after_name && is_end && count > 9 && reader.token(at).is_some_and(|token| token.kind == Kind::Number);
    let cents = Number::new(count.to_string(), 0, false).and_then(|cents| cents.of(1, -2));
    match cents.and_then(|cents| part.number.plus(&cents, 0)) {
        Some(number) if named || bare => Part { number, end: end + usize::from(named && !leads), ..part },
        _ => part,
    }
}

/// Two digits glued to a sign that is glued to its number: `35€99`.
fn with_glued_cents(reader: &Reader<'_>, part: &Part) -> Option<Part> {
    let digits = reader.token(part.end).filter(|token| token.kind == Kind::Number && token.is_glued())?;
    let sign = reader.token(part.end - 1).filter(|sign| sign.is_glued() && sign.is_mark('€'))?;
    let text = &reader.block.text[digits.range()];
    let cents = Number::new(text.to_owned(), 0, false).filter(|_| text.len() == 2 && sign.end == digits.start)?;
    let number = part.number.plus(&cents.of(1, -2)?, 0)?;
    Some(Part { start: part.start, end: part.end + 1, number, mention: part.mention, negative: part.negative })
}

/// A whole number below a hundred, in digits or words.
fn small_count(reader: &Reader<'_>, at: usize) -> Option<(u32, usize)> {
    let token = reader.token(at).filter(|token| token.gap <= Gap::Line)?;
    if token.kind == Kind::Number {
        let text = reader.text(at);
        return (text.len() <= 2).then(|| text.parse().ok()).flatten().map(|count| (count, at + 1));
    }
    below_hundred(reader, at)
}

/// The range that begins with the part.
fn range(reader: &Reader<'_>, first: &Part, floor: usize) -> Option<Found> {
    let (hedged, _) = hedge_before(reader, first.start, floor);
    let between = (hedged > floor && reader.has(hedged - 1, Roles::BETWEEN)).then(|| hedged - 1);
    let next = joint(reader, first, between.is_some(), floor)?;
    let lettered = reader.token(next).is_some_and(|token| token.kind == Kind::Word) && reader.unit(next).is_none();
    let is_sign =
        |place: usize| reader.token(place).is_some_and(|token| matches!(token.kind, Kind::Mark('$' | '£' | '¥')));
    let second = part(reader, next + usize::from(lettered && is_sign(next + 1)), next).ok()?;
    if second.start != next || second.negative || first.negative {
        return None;
    }
    let mention = match (first.mention, second.mention) {
        (Some(one), Some(other)) => one.agreed(other)?,
        (one, other) => one.or(other)?,
    };
    let shared = first.number.sharing(&second.number);
    let value_min = value(shared.as_ref().unwrap_or(&first.number), mention, false)?;
    let value_max = value(&second.number, mention, false)?;
    if value_min.cmp_value(&value_max) != Ordering::Less {
        return None;
    }
    let from = first.start > floor && reader.has(first.start - 1, Roles::FROM);
    let start = between.unwrap_or(first.start - usize::from(from));
    let found = Found { start, end: second.end, value: value_min, value_max: Some(value_max), mention };
    is_whole(reader, &found).then_some(found)
}

/// The token after what joins two sums to a range: a dash, "to", and after "between" an "and".
fn joint(reader: &Reader<'_>, first: &Part, between: bool, floor: usize) -> Option<usize> {
    let at = first.end;
    let is_dash = |place: usize| {
        reader.token(place).is_some_and(|token| matches!(token.kind, Kind::Mark('-' | '–' | '−' | '‐' | '‑')))
    };
    if is_dash(at) {
        let to = reader.has(at + 1, Roles::TO) && is_dash(at + 2);
        if is_dash(at + 1) && reader.is_glued(at + 1) {
            return Some(at + 2);
        }
        let level = reader.is_glued(at) == reader.is_glued(at + 1);
        return if to { Some(at + 3) } else { level.then_some(at + 1) };
    }
    if between && reader.has(at, Roles::AND) {
        return Some(at + 1);
    }
    let to = reader.has(at, Roles::TO) || (reader.is_any(at, &["up"]) && reader.has(at + 1, Roles::TO));
    if !to || changes(reader, first.start, floor) {
        return None;
    }
    Some(at + 1 + usize::from(!reader.has(at, Roles::TO)))
}

/// Whether a word before says that something went from one sum to another.
fn changes(reader: &Reader<'_>, start: usize, floor: usize) -> bool {
    let first = start.saturating_sub(NEAR).max(floor);
    (first..start).rev().take_while(|at| !reader.begins_clause(at + 1)).any(|at| {
        let up_to = reader.is_any(at, &["up"]) && reader.has(at + 1, Roles::TO);
        reader.has(at, Roles::CHANGE) && !up_to
    })
}

/// Whether the sum ends where a word does, and lies in one paragraph.
fn is_whole(reader: &Reader<'_>, found: &Found) -> bool {
    let in_one =
        (found.start + 1..found.end).all(|at| reader.token(at).is_some_and(|token| token.gap != Gap::Paragraph));
    let goes_on = reader.is_glued(found.end) && (reader.is_mark(found.end, '%') || reader.is_mark(found.end, '_'));
    in_one && !goes_on && !reader.begins_inside(found.start) && !reader.ends_inside(found.end)
}
