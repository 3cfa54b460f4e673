//! Bylines and the names in them.

/// Words before the names of a byline.
const BEFORE: &[&str] = &["by ", "von ", "par ", "por ", "di ", "door ", "av "];
/// What stands between names.
const BETWEEN: &[&str] = &["   ", " and ", " & ", ";", "|", ",", " und ", " et ", " y ", "\n"];
/// Most words of a name.
const LONGEST: usize = 7;
/// Words that go with the name before them, and are none.
const AFTER: &[&str] = &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "m.d.", "md", "ph.d.", "phd", "esq."];

/// What a person is called for whom the press has no name.
const WORK: &[&str] = &[
    "correspondent",
    "correspondents",
    "editor",
    "reporter",
    "reporters",
    "writer",
    "columnist",
    "contributor",
    "journalist",
    "producer",
    "analyst",
    "redakteur",
    "redakteurin",
    "korrespondent",
    "korrespondentin",
    "journaliste",
    "redattore",
];
/// What stands between a name and where, or for whom, somebody wrote.
const WHERE: &[&str] = &[" in ", " for ", " at ", " à ", " aus "];

/// Words in one line, with one space between two.
pub fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names in a byline: "By KATIE HAFNER and Bo Ray", "A; B", "A, B".
pub fn authors_of(byline: &str) -> Vec<String> {
    let mut words = byline.trim();
    if let Some(names) = printed(words) {
        return cleaned(names);
    }
    let mut is_signed = false;
    for before in BEFORE {
        if let Some(start) = words.get(..before.len())
            && start.eq_ignore_ascii_case(before)
            // Von Neumann is a name.
            && (*before == "by " || words[before.len()..].split_whitespace().count() > 1)
        {
            words = words[before.len()..].trim();
            is_signed = true;
            break;
        }
    }
    let turned = family_first(words);
    let words = turned.as_deref().unwrap_or(words);
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
    let found = cleaned(found.iter().map(|name| without_place(name).to_owned()).collect());
    let persons: Vec<String> = found.iter().filter(|name| !is_work(name)).cloned().collect();
    let found = if persons.is_empty() { found } else { persons };
    // "By KATIE HAFNER" is how a line is set, and not how a name is written.
    if is_signed { found.iter().map(|name| cased(name)).collect() } else { found }
}

/// "Lee, Ann; Ray, Bo" with the names in their usual order; also "Lee, Ann" alone.
fn family_first(words: &str) -> Option<String> {
    let names: Vec<&str> = words.split(';').map(str::trim).filter(|name| !name.is_empty()).collect();
    let turned = names.iter().map(|name| {
        let (family, given) = name.split_once(',')?;
        let (family, given) = (family.trim(), given.trim());
        let is_word = |part: &str| !part.is_empty() && !part.contains([',', '.', ' ']) && !is_work(part);
        let is_name = is_word(family) && is_word(given) && !AFTER.contains(&given.to_lowercase().as_str());
        is_name.then(|| format!("{given} {family}"))
    });
    turned.collect::<Option<Vec<String>>>().filter(|names| !names.is_empty()).map(|names| names.join("; "))
}

/// "Ann Lee in London" without the place.
fn without_place(name: &str) -> &str {
    let cut = WHERE.iter().filter_map(|between| name.split_once(between)).map(|(person, _)| person);
    cut.filter(|person| person.split_whitespace().count() > 1).min_by_key(|person| person.len()).unwrap_or(name)
}

/// Whether words say what somebody does, and not who it is: "Senior Reporter".
fn is_work(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    WORK.contains(&last.as_str()) || words.to_lowercase().starts_with("special to ")
}

/// The names in a list as Python prints it, which tables of scrapers hold.
fn printed(words: &str) -> Option<Vec<String>> {
    let list = words.strip_prefix('[')?.strip_suffix(']')?;
    Some(list.split(',').map(|name| name.trim().trim_matches(['\'', '"']).to_owned()).collect())
}

/// Names without what is none: addresses, domains, layout; each once.
pub fn cleaned(names: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let names: Vec<String> = names.into_iter().flat_map(|name| printed(&name).unwrap_or(vec![name])).collect();
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
pub fn cased(name: &str) -> String {
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
            ("Von Neumann", &["Von Neumann"]),
            ("['Ann Lee', \"Bo O'Ray\"]", &["Ann Lee", "Bo O'Ray"]),
            ("[]", &[]),
            ("Lee, Ann", &["Ann Lee"]),
            ("Lee, Ann; Ray, Bo", &["Ann Lee", "Bo Ray"]),
            ("Ann Lee, Bo Ray", &["Ann Lee", "Bo Ray"]),
            ("By Ann Lee, Senior Reporter", &["Ann Lee"]),
            ("Ann Lee, Political Editor, and Bo Ray in London", &["Ann Lee", "Bo Ray"]),
            ("Ann Lee, Special to The Post", &["Ann Lee"]),
            ("Staff Reporter", &["Staff Reporter"]),
            ("Women in Law", &["Women in Law"]),
            ("Reporters Without Borders", &["Reporters Without Borders"]),
        ];
        for (byline, expected) in table {
            assert_eq!(authors_of(byline), *expected, "{byline}");
        }
    }
}
