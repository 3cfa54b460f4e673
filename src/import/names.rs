//! Bylines and the names in them.

/// Words before the names of a byline.
const BEFORE: &[&str] = &["by ", "von ", "par ", "por ", "di ", "door ", "av "];
/// What stands between names.
const BETWEEN: &[&str] = &["   ", " and ", " & ", ";", "|", ",", " und ", " et ", " y ", "\n"];
/// Most words of a name.
const LONGEST: usize = 7;
/// Words that go with the name before them, and are none.
const AFTER: &[&str] = &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "m.d.", "md", "ph.d.", "phd", "esq."];

/// Words in one line, with one space between two.
pub fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names in a byline: "By KATIE HAFNER and Bo Ray", "A; B", "A, B".
pub fn authors_of(byline: &str) -> Vec<String> {
    let mut words = byline.trim();
    let mut is_signed = false;
    for before in BEFORE {
        if let Some(start) = words.get(..before.len())
            && start.eq_ignore_ascii_case(before)
        {
            words = words[before.len()..].trim();
            is_signed = true;
            break;
        }
    }
    let mut names = vec![words.to_owned()];
    for between in BETWEEN {
        names = names.iter().flat_map(|name| name.split(between).map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    let mut found: Vec<String> = Vec::new();
    for name in names.iter().map(|name| flat(name)).filter(|name| !name.is_empty()) {
        match found.last_mut() {
            Some(last) if AFTER.contains(&name.to_lowercase().as_str()) => *last = format!("{last}, {name}"),
            _ => found.push(name),
        }
    }
    let found = cleaned(found);
    // "By KATIE HAFNER" is how a line is set, and not how a name is written.
    if is_signed { found.iter().map(|name| cased(name)).collect() } else { found }
}

/// Names without what is none: addresses, domains, layout; each once.
pub fn cleaned(names: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        let name = flat(&name);
        let name = name.trim_matches([',', ';', '|', '·', '•']).trim();
        if is_name(name) && !found.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            found.push(name.to_owned());
        }
    }
    found
}

fn is_name(name: &str) -> bool {
    let has_letter = name.chars().any(char::is_alphabetic);
    let is_short = name.split_whitespace().count() <= LONGEST;
    has_letter && is_short && !is_address(name) && !name.chars().any(|letter| letter.is_ascii_digit())
}

/// Whether words are a web or mail address, or a domain.
fn is_address(name: &str) -> bool {
    if name.contains("://") || name.contains('@') || name.starts_with("www.") {
        return true;
    }
    let is_label = |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let mut labels = name.split('.');
    let has_ending =
        labels.next_back().is_some_and(|last| is_label(last) && last.chars().all(|c| c.is_ascii_lowercase()));
    !name.contains(' ') && name.contains('.') && has_ending && labels.all(is_label)
}

/// A name in capitals as names are written: KATIE HAFNER is Katie Hafner, and AFP stays what it is.
fn cased(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphabetic());
    let is_shouted = name.contains(' ') && letters.into_iter().all(char::is_uppercase);
    if !is_shouted {
        return name.to_owned();
    }
    let mut made = String::with_capacity(name.len());
    let mut begins = true;
    for letter in name.chars() {
        if begins {
            made.push(letter);
        } else {
            made.extend(letter.to_lowercase());
        }
        begins = !letter.is_alphabetic() || made.ends_with("Mc");
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_bylines() {
        let table: &[(&str, &[&str])] = &[
            ("By KATIE HAFNER", &["Katie Hafner"]),
            ("By Ann Lee and Bo Ray", &["Ann Lee", "Bo Ray"]),
            ("Greg Iacurci; Ann Lee", &["Greg Iacurci", "Ann Lee"]),
            ("Ann Lee, Bo Ray, Cy Day", &["Ann Lee", "Bo Ray", "Cy Day"]),
            ("Von Anna Müller und Jörg Käs", &["Anna Müller", "Jörg Käs"]),
            ("MARY McBRIDE", &["MARY McBRIDE"]),
            ("BY ANN O'NEIL-SMITH", &["Ann O'Neil-Smith"]),
            ("ANN LEE; BO RAY", &["ANN LEE", "BO RAY"]),
            ("By Ann Lee\n        March 25, 2015", &["Ann Lee"]),
            ("AFP", &["AFP"]),
            ("John Smith, Jr.", &["John Smith, Jr."]),
            ("www.facebook.com", &[]),
            ("cnn.com", &[]),
            ("a.b@example.com", &[]),
            ("The Associated Press", &["The Associated Press"]),
            ("2 minute readApril 25, 2023", &[]),
            ("", &[]),
            ("Ann Lee, ann lee", &["Ann Lee"]),
            ("W.E.B. Du Bois", &["W.E.B. Du Bois"]),
        ];
        for (byline, expected) in table {
            assert_eq!(authors_of(byline), *expected, "{byline}");
        }
    }
}
