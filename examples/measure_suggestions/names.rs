//! Names against labelled text.
//!
//! Persons and organisations: the English Web Treebank as Universal NER labels it, one text a document, its sentences a line
//! each. A proposal is right, *relaxed*, where it shares a word with a labelled name and says the same of what it is: a person for
//! PER; a company, public body, court or other body for ORG; a proposal that leaves the kind open fits both. It is right, *exactly*,
//! where besides the name itself, without a title or parenthesis, is the labelled words. Labelled places are out of scope: a proposal
//! on one counts as wrong. So do proposals on words with no label.
//!
//! Judges, courts and sides in Indian judgments: how many of the labelled words a proposal shares a word with. For judges it has to be
//! a person, for courts a court; for sides anything. Labels of one and the same name count each time. Nothing is said of precision, since
//! other parties (advocates, witnesses, authorities) are labelled apart or not at all.
//!
//! Courts: names of courts as opinions print them, each a text of its own; right where one proposal is a court and takes in at
//! least half of the characters.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use casefile::suggest::{Context, Made, Named, scan};

use crate::report::Measure;

/// Measures the names of the sets in a folder; sets that are not there are left out.
pub fn measure(folder: &Path) -> Vec<Measure> {
    let mut measures = Vec::new();
    if let Ok(labelled) = fs::read_to_string(folder.join("en_ewt-ud-dev.iob2")) {
        measures.extend(web(&labelled));
    }
    if let Ok(lines) = fs::read_to_string(folder.join("legal_ner_in_dev.jsonl")) {
        measures.extend(judgments(&lines));
    }
    if let Ok(json) = fs::read_to_string(folder.join("courts.json")) {
        measures.extend(courts(&json));
    }
    measures
}

/// A text and the names that are labelled in it, in bytes.
#[derive(Default)]
struct Labelled {
    text: String,
    names: Vec<(Range<usize>, String)>,
}

/// The parties that are proposed.
fn parties(text: &str) -> Vec<(Range<usize>, Named)> {
    let found = scan(text, Context::default());
    let parties = found.into_iter().filter_map(|one| match one.made {
        Made::Party(named) => Some((one.words, named)),
        _ => None,
    });
    parties.collect()
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The documents of an IOB2 file.
fn documents(file: &str) -> Vec<Labelled> {
    let mut documents: Vec<Labelled> = Vec::new();
    let (mut at, mut was) = (0, String::new());
    for line in file.lines() {
        if line.starts_with("# newdoc") || documents.is_empty() {
            documents.push(Labelled::default());
        }
        let Some(document) = documents.last_mut() else { continue };
        if let Some(text) = line.strip_prefix("# text = ") {
            if !document.text.is_empty() {
                document.text.push('\n');
            }
            at = document.text.len();
            was.clear();
            document.text.push_str(text);
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, word, label, ..] = cells[..] else { continue };
        let Some(place) = document.text[at..].find(word).map(|found| at + found) else { continue };
        at = place + word.len();
        match label.split_once('-') {
            Some(("I", kind)) if was == kind => {
                if let Some((name, _)) = document.names.last_mut() {
                    name.end = at;
                }
            }
            Some((_, kind)) => document.names.push((place..at, kind.to_owned())),
            None => {}
        }
        was = label.split_once('-').map_or(String::new(), |(_, kind)| kind.to_owned());
    }
    documents
}

#[derive(Default)]
struct Counts {
    labelled: usize,
    labelled_met: usize,
    labelled_exact: usize,
    proposed: usize,
    proposed_met: usize,
    proposed_exact: usize,
}

fn fits(label: &str, kind: &str) -> bool {
    match label {
        "PER" => matches!(kind, "person" | ""),
        "ORG" => matches!(kind, "company" | "government" | "court" | "other" | ""),
        _ => false,
    }
}

fn web(file: &str) -> Vec<Measure> {
    let mut counts = Counts::default();
    let mut by_label: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for document in documents(file) {
        let found = parties(&document.text);
        let met = |name: &Range<usize>, label: &str, words: &Range<usize>, named: &Named| {
            overlap(name, words) && fits(label, named.kind)
        };
        for (name, label) in document.names.iter().filter(|(_, label)| label != "LOC") {
            let is_met = found.iter().any(|(words, named)| met(name, label, words, named));
            let is_exact = found.iter().any(|(words, named)| met(name, label, words, named) && named.name_at == *name);
            counts.labelled += 1;
            counts.labelled_met += usize::from(is_met);
            counts.labelled_exact += usize::from(is_exact);
            let entry = by_label.entry(if label == "PER" { "PER" } else { "ORG" }).or_default();
            entry.0 += usize::from(is_met);
            entry.1 += 1;
            if !is_met {
                missed.push(format!(
                    "not found: {label} {} in: {}",
                    &document.text[name.clone()],
                    line_of(&document.text, name.start)
                ));
            }
        }
        for (words, named) in &found {
            let is_met = document.names.iter().any(|(name, label)| met(name, label, words, named));
            let is_exact =
                document.names.iter().any(|(name, label)| met(name, label, words, named) && named.name_at == *name);
            counts.proposed += 1;
            counts.proposed_met += usize::from(is_met);
            counts.proposed_exact += usize::from(is_exact);
            if !is_met {
                missed.push(format!(
                    "wrong: {:?} {} in: {}",
                    &document.text[words.clone()],
                    named.kind,
                    line_of(&document.text, words.start)
                ));
            }
        }
    }
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { 100.0 * count(part) / count(whole) };
    let f1 = |precision: f64, recall: f64| {
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    };
    let (precision, recall) =
        (share(counts.proposed_met, counts.proposed), share(counts.labelled_met, counts.labelled));
    let exact = f1(share(counts.proposed_exact, counts.proposed), share(counts.labelled_exact, counts.labelled));
    let split: Vec<String> = by_label.iter().map(|(label, (met, all))| format!("{label} {met} of {all}")).collect();
    let words = format!(
        "precision {precision:.1} ({} of {}), recall {recall:.1} ({} of {}: {})",
        counts.proposed_met,
        counts.proposed,
        counts.labelled_met,
        counts.labelled,
        split.join(", ")
    );
    let same = format!(
        "{} of {} proposed, {} of {} labelled",
        counts.proposed_exact, counts.proposed, counts.labelled_exact, counts.labelled
    );
    vec![
        Measure {
            name: "names: persons and organisations, relaxed F1",
            score: f1(precision, recall),
            target: None,
            counts: words,
            missed,
        },
        Measure {
            name: "names: persons and organisations, exact F1",
            score: exact,
            target: None,
            counts: same,
            missed: Vec::new(),
        },
    ]
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn count(cases: usize) -> f64 {
    cases as f64
}

fn line_of(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let end = text[at..].find('\n').map_or(text.len(), |line| at + line);
    &text[start..end]
}

fn judgments(lines: &str) -> Vec<Measure> {
    let labels = [
        ("JUDGE", "names: judges in judgments, recall"),
        ("COURT", "names: courts in judgments, recall"),
        ("PETITIONER", "names: petitioners in judgments, recall"),
        ("RESPONDENT", "names: respondents in judgments, recall"),
    ];
    let mut tally = labels.map(|_| (0_usize, 0_usize, Vec::new()));
    for line in lines.lines() {
        let Ok(row) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        let Some(text) = row["text"].as_str() else { continue };
        let found = parties(text);
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let place =
            |value: &serde_json::Value| value.as_u64().and_then(|at| bytes.get(usize::try_from(at).ok()?).copied());
        for name in row["ents"].as_array().into_iter().flatten() {
            let Some(which) = labels.iter().position(|(label, _)| name[2] == *label) else { continue };
            let (Some(start), Some(end)) = (place(&name[0]), place(&name[1])) else { continue };
            let fits = |named: &Named| match labels[which].0 {
                "JUDGE" => named.kind == "person",
                "COURT" => named.kind == "court",
                _ => true,
            };
            let is_met = found.iter().any(|(words, named)| overlap(words, &(start..end)) && fits(named));
            tally[which].0 += usize::from(is_met);
            tally[which].1 += 1;
            if !is_met {
                tally[which].2.push(format!("not found: {} in: {}", &text[start..end], line_of(text, start)));
            }
        }
    }
    let measures = tally.into_iter().zip(labels).map(|((met, all, missed), (_, name))| Measure {
        name,
        score: if all == 0 { 0.0 } else { 100.0 * count(met) / count(all) },
        target: None,
        counts: format!("{met} of {all}"),
        missed,
    });
    measures.collect()
}

fn courts(json: &str) -> Option<Measure> {
    let courts: serde_json::Value = serde_json::from_str(json).ok()?;
    let examples = courts.as_array()?.iter().flat_map(|court| court["examples"].as_array().into_iter().flatten());
    let (mut met, mut all, mut missed) = (0, 0, Vec::new());
    for name in examples.filter_map(serde_json::Value::as_str) {
        let is_it = |(words, named): &(Range<usize>, Named)| named.kind == "court" && words.len() * 2 >= name.len();
        let is_met = parties(name).iter().any(is_it);
        all += 1;
        met += usize::from(is_met);
        if !is_met {
            missed.push(format!("not read as a court: {name}"));
        }
    }
    let score = if all == 0 { 0.0 } else { 100.0 * count(met) / count(all) };
    Some(Measure {
        name: "names: names of courts, as printed in opinions",
        score,
        target: None,
        counts: format!("{met} of {all}"),
        missed,
    })
}
