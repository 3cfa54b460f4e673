//! Tables of what is found in sentences, and properties of what is found in any text.

mod constructions;
mod files;
mod properties;
mod selections;

use std::fmt::Write;

use crate::suggest::{Context, KnownNames, Made, Named, scan};

/// The parties of a text.
fn parties(text: &str, names: Option<&KnownNames>) -> Vec<Named> {
    let found = scan(text, Context { published: None, names });
    let parties = found.into_iter().filter_map(|one| match one.made {
        Made::Party(party) => Some(party),
        _ => None,
    });
    parties.collect()
}

/// A party in one line: `kind: name`, with "!" for a judge, `= alias (kind)` and `scheme value` behind it.
fn line(named: &Named) -> String {
    let mut line = format!("{}{}: {}", named.kind, if named.is_judge { "!" } else { "" }, named.name);
    for (alias, kind) in &named.aliases {
        let _ = write!(line, " = {alias} ({kind})");
    }
    for (scheme, value) in &named.identifiers {
        let _ = write!(line, " {scheme} {value}");
    }
    line
}

/// Compares what each text of a table gives with what it should give; several parties are parted by " | ".
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found: Vec<String> = parties(text, None).iter().map(line).collect();
            let found = found.join(" | ");
            (found != *expected).then(|| format!("{text}\n  found    {found}\n  expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), table.len(), wrong.join("\n"));
}
