//! Digits with the marks that group them and start their fraction.

use super::super::tokens::Token;

/// How a lone comma or point with exactly three digits after it is read; elsewhere the number itself tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// `1,234` is a thousand and more, `1.234` one and a bit.
    English,
    /// `1.234` is a thousand and more, `1,234` one and a bit: the way of the languages that write "Mio." and "Mrd.".
    Continental,
    /// Both are a thousand and more: a sum in euros whose sign follows it, since money has no third digit after the point.
    Grouped,
}

/// Digits with what parts them, read as a plain decimal.
pub(super) fn numeral(tokens: &[Token<'_>], style: Style) -> Option<(String, usize)> {
    let leading_point = tokens.first()?.is(".") && tokens.get(1)?.glued;
    let mut used = usize::from(leading_point);
    let mut text = String::from(if leading_point { "0." } else { "" });
    let first = tokens.get(used).filter(|token| token.is_digits())?;
    text.push_str(first.raw);
    used += 1;
    // Spaces group only from the start, so that "2019 500" stays two numbers.
    let mut spaced = !leading_point && first.raw.len() <= 3;
    loop {
        match &tokens[used..] {
            [mark, digits, ..] if groups_or_points(mark) && digits.is_digits() && digits.glued => {
                text.push_str(if mark.raw == "’" { "'" } else { mark.raw });
                text.push_str(digits.raw);
                used += 2;
                spaced = false;
            }
            [group, ..] if spaced && is_space_group(group) => {
                text.push(' ');
                text.push_str(group.raw);
                used += 1;
            }
            _ => break,
        }
    }
    Some((plain_decimal(&text, style)?, used))
}

/// A mark that may stand inside a numeral, right after its digits.
fn groups_or_points(token: &Token<'_>) -> bool {
    token.glued && [",", ".", "'", "’"].contains(&token.raw)
}

/// Three digits after a space: `10 000 000`.
fn is_space_group(token: &Token<'_>) -> bool {
    token.is_digits() && !token.glued && token.raw.len() == 3
}

/// The numeral without its grouping and with a point before its fraction.
pub(crate) fn plain_decimal(text: &str, style: Style) -> Option<String> {
    let mark = fraction_mark(text, style);
    let (whole, fraction) = mark.and_then(|mark| text.split_once(mark)).unwrap_or((text, ""));
    let whole = ungrouped(whole)?;
    let digits = whole.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    // A mark that comes twice leaves itself in the fraction, which is then refused.
    let plain = fraction.bytes().all(|byte| byte.is_ascii_digit());
    match fraction {
        _ if !plain => None,
        "" => Some(digits.to_owned()),
        _ => Some(format!("{digits}.{fraction}")),
    }
}

/// The mark that starts the fraction, or none where all marks group. Of two kinds the last one does.
fn fraction_mark(text: &str, style: Style) -> Option<char> {
    let mark = text.chars().rfind(|letter| ".,".contains(*letter))?;
    let (before, after) = text.rsplit_once(mark)?;
    if before.contains(if mark == '.' { ',' } else { '.' }) {
        return Some(mark);
    }
    if before.contains(mark) {
        return None;
    }
    let other_groups = before.contains([' ', '\'']);
    let could_group = after.len() == 3 && before.len() <= 3 && !before.starts_with('0') && !other_groups;
    let groups = match style {
        Style::English => mark == ',',
        Style::Continental => mark == '.',
        Style::Grouped => true,
    };
    (!(could_group && groups)).then_some(mark)
}

/// The digits without their grouping: by threes with one kind of mark, or with commas in the Indian way (`1,00,000`, and
/// `240,03,62,830` above a hundred crore, `1,742,04,53,503` above a thousand).
fn ungrouped(whole: &str) -> Option<String> {
    let Some(mark) = whole.chars().find(|letter| !letter.is_ascii_digit()) else {
        return Some(whole.to_owned());
    };
    let groups: Vec<&str> = whole.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let plain = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let sized = |size: usize| {
        first.len() <= 3 && !first.starts_with('0') && last.len() == 3 && middle.iter().all(|group| group.len() == size)
    };
    let crores = match rest {
        [thousands @ .., lakhs, hundreds, _] => {
            let pairs = lakhs.len() == 2 && hundreds.len() == 2;
            pairs && last.len() == 3 && first.len() <= 3 && thousands.iter().all(|group| group.len() == 3)
        }
        _ => false,
    };
    let indian = mark == ',' && (sized(2) || (crores && !first.starts_with('0')));
    (plain && (sized(3) || indian)).then(|| groups.concat())
}
