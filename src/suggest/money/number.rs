//! Numbers in running text: `10,000`, `1.2bn`, "two and a half million", "half a billion".

use super::reader::{NumberWord, Reader, Roles};
use crate::model::typed::numbers::{CONTINENTAL_SCALES, Number, Style, plain_decimal};
use crate::suggest::tokens::{Case, Gap, Kind};

/// A number that was read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub number: Number,
    /// The token after it.
    pub end: usize,
    /// Whether it begins with digits.
    pub digits: bool,
    /// Whether it is written as sums are: with a scale word, its thousands parted, or two digits after the point.
    pub like_sum: bool,
}

/// Tokens that a numeral parted by spaces, or the number words, may take.
const LONGEST: usize = 24;

/// Bytes of a numeral; a longer one has more digits than a decimal may have.
const LONGEST_NUMERAL: usize = 100;

/// Scale words after one number: "5 lakh crore".
const MOST_SCALES: usize = 4;

/// What stands before a scale word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    Digits,
    Words,
    /// "a" or "half a", after which no plural stands.
    Article,
}

/// One numeral or number word with its scale words.
struct Item {
    number: Number,
    end: usize,
    digits: bool,
    grouped: bool,
}

/// The number that starts at the token. After a sign, as in "$5 million and two hundred people", words do not go on with
/// it. As an error, the token at which to look on.
pub(super) fn number(reader: &Reader<'_>, at: usize, style: Style, after_sign: bool) -> Result<Read, usize> {
    let first = item(reader, at, style)?;
    let like_sum = first.grouped || first.number.power() >= 3;
    let (mut total, mut end) = (first.number, first.end);
    let mut limit = total.power();
    let after_sign = after_sign && first.digits;
    // "five million two hundred thousand", "5 crore 20 lakh": each further part is smaller than the scale before it.
    while limit >= 3 && end < at + LONGEST {
        let comma = !first.digits && reader.is_mark(end, ',') && reader.number_word(end + 1).is_some();
        let joint = usize::from(comma || reader.has(end, Roles::AND));
        let Ok(next) = item(reader, end + joint, style) else { break };
        let power = next.number.power();
        if (after_sign || next.digits) && (power < 3 || joint > 0) || power == limit {
            break;
        }
        let sum = if power < limit { total.plus(&next.number, limit) } else { total.under(&next.number, limit) };
        let Some(sum) = sum else { break };
        (total, limit, end) = (sum, power, next.end);
    }
    Ok(Read { number: total, end, digits: first.digits, like_sum })
}

/// A numeral or number words with the scale words after them.
fn item(reader: &Reader<'_>, at: usize, style: Style) -> Result<Item, usize> {
    if let Some((mantissa, end)) = fraction_of(reader, at) {
        let (power, end) = scales(reader, end, Count::Article).ok_or(at + 1)?;
        return whole(mantissa, power, end, false, at);
    }
    if reader.has(at, Roles::ARTICLE) {
        let (power, end) = scales(reader, at + 1, Count::Article).filter(|(power, _)| *power >= 2).ok_or(at + 1)?;
        let (mantissa, end, power) = hundreds(reader, 1, power, end);
        let (mantissa, end) = half_more(reader, mantissa, end);
        return whole(mantissa, power, end, false, at);
    }
    if let Some(written) = numeral(reader, at)? {
        let scale = scales(reader, written.end, Count::Digits);
        let continental = scale.is_some() && reader.is_any(written.end, CONTINENTAL_SCALES);
        let style = match scale {
            Some(_) if continental => Style::Continental,
            Some(_) => Style::English,
            None => style,
        };
        let mantissa = plain_decimal(&written.text, style).ok_or(written.end)?;
        let (mantissa, after) = half_more(reader, mantissa, written.end);
        let (power, end) = scales(reader, after, Count::Digits).unwrap_or((0, after));
        let item = whole(mantissa, power, end, true, written.end)?;
        return Ok(Item { grouped: written.grouped, ..item });
    }
    let (value, end) = small(reader, at).ok_or(at + 1)?;
    let (mantissa, end) = pointed(reader, value, end);
    let (mantissa, end) = half_more(reader, mantissa, end);
    let (power, end) = scales(reader, end, Count::Words).unwrap_or((0, end));
    whole(mantissa, power, end, false, end)
}

fn whole(mantissa: String, power: usize, end: usize, digits: bool, skip: usize) -> Result<Item, usize> {
    let number = Number::new(mantissa, power, power >= 3).ok_or(skip)?;
    Ok(Item { number, end, digits, grouped: false })
}

/// "a hundred and fifty": what follows a lone hundred, which then counts as digits.
fn hundreds(reader: &Reader<'_>, count: u32, power: usize, end: usize) -> (String, usize, usize) {
    if power != 2 {
        return (count.to_string(), end, power);
    }
    let joint = usize::from(reader.has(end, Roles::AND));
    let (value, end) = match below_hundred(reader, end + joint) {
        Some((more, end)) => (count * 100 + more, end),
        None => (count * 100, end),
    };
    let (power, end) = scales(reader, end, Count::Words).unwrap_or((0, end));
    (value.to_string(), end, power)
}

/// Digits as written.
struct Written {
    text: String,
    end: usize,
    grouped: bool,
}

/// The digits at the token; none where there are none. As an error, the token after digits that are no number.
fn numeral(reader: &Reader<'_>, at: usize) -> Result<Option<Written>, usize> {
    let glued_number =
        |place: usize| reader.token(place).is_some_and(|next| next.kind == Kind::Number && next.is_glued());
    let leading_point = reader.is_mark(at, '.') && glued_number(at + 1);
    let first = at + usize::from(leading_point);
    if reader.token(first).is_none_or(|token| token.kind != Kind::Number) {
        return Ok(None);
    }
    let mut text = String::from(if leading_point { "0." } else { "" });
    text.push_str(reader.text(first));
    let mut end = first + 1;
    if reader.is_mark(end, ',') && reader.is_glued(end) && glued_number(end + 1) {
        // "1,2 Mio.": the tokens part a comma with one digit after it. More commas are a list.
        let list = reader.is_mark(end + 2, ',') && reader.is_glued(end + 2) && glued_number(end + 3);
        if list || reader.text(end + 1).len() != 1 {
            return Err(end + 2);
        }
        text.push(',');
        text.push_str(reader.text(end + 1));
        end += 2;
    } else if !leading_point && text.len() <= 3 {
        while let Some(group) = space_group(reader, end) {
            text.push(' ');
            text.push_str(group);
            end += 1;
            let is_last = group.len() > 3;
            if is_last {
                break;
            }
        }
    }
    // "50,-" has no cents.
    let no_cents = (reader.is_mark(end, ',') || reader.is_mark(end, '.')) && reader.is_glued(end);
    let dash = reader.is_mark(end + 1, '-') || reader.is_mark(end + 1, '–');
    if no_cents && dash && reader.is_glued(end + 1) && (!reader.is_glued(end + 2) || may_end(reader, end + 2)) {
        end += 2;
    }
    let long = text.len() > LONGEST_NUMERAL;
    let grouped = text.contains([' ', '\''])
        || text.contains(',')
        || text.split('.').nth(1).is_some_and(|cents| cents.len() == 2);
    if long { Err(end) } else { Ok(Some(Written { text, end, grouped })) }
}

/// Whether a mark is here that may stand right after a sum.
fn may_end(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| matches!(token.kind, Kind::Mark(mark) if mark != '-'))
}

/// Three digits after a space, perhaps with a fraction: the next group of `10 000 000,50`.
fn space_group<'a>(reader: &Reader<'a>, at: usize) -> Option<&'a str> {
    let token = reader.token(at).filter(|token| token.kind == Kind::Number && token.gap == Gap::Space)?;
    let text = &reader.block.text[token.range()];
    let (digits, rest) = text.split_at_checked(3)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = rest.is_empty() || (rest.starts_with([',', '.']) && rest.len() == 3);
    (plain && fraction).then_some(text)
}

/// "half a", "three quarters of a" before a scale word.
fn fraction_of(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let article = usize::from(reader.has(at, Roles::ARTICLE));
    let (count, mut end) = match reader.number_word(at) {
        Some(NumberWord::Small(count @ (1 | 3))) => (count, at + 1 + usize::from(reader.is_dash(at + 1))),
        _ => (1, at + article),
    };
    let mantissa = match (reader.number_word(end)?, count) {
        (NumberWord::Half, 1) => "0.5",
        (NumberWord::Quarter, 1) => "0.25",
        (NumberWord::Quarter, _) => "0.75",
        _ => return None,
    };
    end += 1;
    end += usize::from(reader.has(end, Roles::OF));
    end += usize::from(reader.has(end, Roles::ARTICLE));
    let (power, _) = scales(reader, end, Count::Article)?;
    (power >= 3).then(|| (mantissa.to_owned(), end))
}

/// The half or quarter after a number: "two and a half", `1½`.
fn half_more(reader: &Reader<'_>, mantissa: String, at: usize) -> (String, usize) {
    let plain = !mantissa.contains('.');
    if let Some(fraction) = reader.token(at).filter(|_| plain).and_then(|token| match token.kind {
        Kind::Mark('½') => Some("5"),
        Kind::Mark('¼') => Some("25"),
        Kind::Mark('¾') => Some("75"),
        _ => None,
    }) {
        return (format!("{mantissa}.{fraction}"), at + 1);
    }
    if plain && reader.has(at, Roles::AND) && reader.has(at + 1, Roles::ARTICLE) {
        let fraction = match reader.number_word(at + 2) {
            Some(NumberWord::Half) => "5",
            Some(NumberWord::Quarter) => "25",
            _ => return (mantissa, at),
        };
        return (format!("{mantissa}.{fraction}"), at + 3);
    }
    (mantissa, at)
}

/// "one point three": digits after a spoken point.
fn pointed(reader: &Reader<'_>, value: u32, end: usize) -> (String, usize) {
    let mut mantissa = value.to_string();
    if !reader.has(end, Roles::POINT) {
        return (mantissa, end);
    }
    let mut at = end + 1;
    while let Some(NumberWord::Small(digit @ 0..=9)) = reader.number_word(at).filter(|_| at < end + 6) {
        if at == end + 1 {
            mantissa.push('.');
        }
        mantissa.push(char::from(b'0' + digit));
        at += 1;
    }
    if mantissa.contains('.') { (mantissa, at) } else { (mantissa, end) }
}

/// Scale words, each with a dash before it or not: the power of ten of all, and the token after them.
fn scales(reader: &Reader<'_>, at: usize, count: Count) -> Option<(usize, usize)> {
    let (mut power, mut end) = (0, at);
    for _ in 0..MOST_SCALES {
        let dash = usize::from(reader.is_dash(end));
        let Some(more) = scale(reader, end + dash, count, dash == 0 && power == 0) else { break };
        power += more;
        end += dash + 1;
        end +=
            usize::from(reader.is_mark(end, '.') && reader.is_glued(end) && reader.is_any(end - 1, CONTINENTAL_SCALES));
    }
    (end > at).then_some((power, end))
}

/// The power of ten of one scale word. A lone letter is one only right after digits, or as a capital or an `m` one space
/// after them.
fn scale(reader: &Reader<'_>, at: usize, count: Count, is_next: bool) -> Option<usize> {
    let NumberWord::Scale { power, short, plural } = reader.number_word(at)? else { return None };
    let token = reader.token(at)?;
    let is_free = match token.gap {
        Gap::None => true,
        Gap::Space => !short || token.case == Case::Upper || matches!(reader.text(at), "m" | "k" | "mm"),
        Gap::Line | Gap::Paragraph => !short,
    };
    let fits = if short { count == Count::Digits && is_next && is_free } else { !plural || count != Count::Article };
    fits.then_some(usize::from(power))
}

/// Number words below ten thousand: "forty-two", "three hundred and five", "twelve hundred".
fn small(reader: &Reader<'_>, at: usize) -> Option<(u32, usize)> {
    let (value, end) = below_hundred(reader, at)?;
    let dash = usize::from(reader.is_dash(end));
    match reader.number_word(end + dash) {
        Some(NumberWord::Scale { power: 2, .. }) if value > 0 => {
            let end = end + dash + 1;
            let joint = usize::from(reader.has(end, Roles::AND));
            Some(match below_hundred(reader, end + joint) {
                Some((more, end)) => (value * 100 + more, end),
                None => (value * 100, end),
            })
        }
        _ => Some((value, end)),
    }
}

/// Number words from zero to ninety-nine.
pub(super) fn below_hundred(reader: &Reader<'_>, at: usize) -> Option<(u32, usize)> {
    let Some(NumberWord::Small(first)) = reader.number_word(at) else { return None };
    if first < 20 {
        return Some((u32::from(first), at + 1));
    }
    let dash = usize::from(reader.is_dash(at + 1));
    match reader.number_word(at + 1 + dash) {
        Some(NumberWord::Small(unit @ 1..=9)) => Some((u32::from(first + unit), at + 2 + dash)),
        _ => Some((u32::from(first), at + 1)),
    }
}
