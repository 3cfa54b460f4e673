//! `casefile check`: everything that is wrong with a case and the articles beside it.

use std::io::{self, Write};
use std::path::Path;

use super::{UNREADABLE, WRONG, complain, count};
use crate::edit::words_of;
use crate::format::{self, Base, Fault, FaultClass, FileKind, LineIndex, Position};
use crate::model::field::{FieldPath, Value, from_claim};
use crate::model::{
    Article, ArticleEntry, CHOSEN_OPEN, CHOSEN_OWN, Case, Claim, List, Place, Quote, Reference, Text, describe, get,
};
use crate::query::{self, Relation};
use crate::session::page::Page;
use crate::session::{OpenedCase, article_file, read_case, sha256};
use crate::store;
use crate::text::anchor::State;

/// The most letters of a quote that a line shows.
const SHOWN: usize = 160;

/// Prints what is wrong with the case at `path`, and returns the exit status.
pub fn print(path: &Path, out: &mut dyn Write) -> io::Result<u8> {
    let opened = match read_case(path) {
        Ok(opened) => opened,
        Err(why) => {
            complain(&why);
            return Ok(UNREADABLE);
        }
    };
    let findings = Findings::of(&opened, path);
    findings.print(&opened.case, out)?;
    Ok(if findings.is_wrong() { WRONG } else { 0 })
}

/// What was found, a line each.
#[derive(Default)]
struct Findings {
    faults: Vec<String>,
    missing: Vec<String>,
    articles: Vec<String>,
    quotes: Vec<String>,
    disputes: Vec<String>,
    /// Disputes on which a person has decided.
    decided: Vec<String>,
}

impl Findings {
    fn of(opened: &OpenedCase, path: &Path) -> Self {
        let mut findings = Self::default();
        if let Some(why) = &opened.document.read_only {
            findings.faults.push(why.clone());
        }
        let mut faults: Vec<_> = opened.document.faults.iter().collect();
        faults.sort_by_key(|placed| placed.fault.offset);
        for placed in faults {
            let line = fault_line(placed.position, &placed.fault);
            match placed.fault.class {
                FaultClass::Reference => findings.missing.push(line),
                // The reason why it can only be read stands there already.
                FaultClass::Version => {}
                _ => findings.faults.push(line),
            }
        }
        for (_, entry) in opened.case.articles.iter() {
            findings.look_at_article(opened, path, entry);
        }
        for (place, field) in opened.disputes.iter() {
            findings.look_at_dispute(opened, place, field);
        }
        findings
    }

    fn is_wrong(&self) -> bool {
        [&self.faults, &self.missing, &self.articles, &self.quotes, &self.disputes]
            .iter()
            .any(|lines| !lines.is_empty())
    }

    fn print(&self, case: &Case, out: &mut dyn Write) -> io::Result<()> {
        let title = query_title(&case.header.title);
        let lists = [List::Articles, List::Quotes, List::Claims].map(|list| count(case.count(list), list.noun()));
        writeln!(out, "{title}: {}", lists.join(", "))?;
        let sections = [
            ("Faults", &self.faults),
            ("References to records that are not there", &self.missing),
            ("Articles", &self.articles),
            ("Quotes that do not stand where they stood", &self.quotes),
            ("Disputed fields", &self.disputes),
            ("Disputed fields on which a person has decided", &self.decided),
        ];
        for (heading, lines) in sections.into_iter().filter(|(_, lines)| !lines.is_empty()) {
            writeln!(out, "\n{heading} ({})", lines.len())?;
            for line in lines {
                writeln!(out, "  {line}")?;
            }
        }
        if !self.is_wrong() {
            writeln!(out, "\nNothing is wrong.")?;
        }
        Ok(())
    }

    fn look_at_article(&mut self, opened: &OpenedCase, path: &Path, entry: &ArticleEntry) {
        let article = match read_article(path, entry) {
            Ok((article, faults)) => {
                self.faults.extend(faults);
                article
            }
            Err(why) => {
                let quotes = opened.index.quotes_in(&entry.id).len();
                let lost = if quotes == 0 {
                    String::new()
                } else {
                    format!(" {} in it cannot be looked up.", count(quotes, "quote"))
                };
                self.articles.push(format!("{}: {why}{lost}", named(entry)));
                return;
            }
        };
        if !entry.sha256.is_empty() && !entry.sha256.eq_ignore_ascii_case(&sha256(&article.text)) {
            let why = "the text is not the one that was annotated: its SHA-256 is not that of the case.";
            self.articles.push(format!("{}: {why}", named(entry)));
        }
        let page = Page::new(&article, &opened.case, &opened.index);
        for slot in opened.index.quotes_in(&entry.id) {
            let (Some(quote), Some(resolution)) = (opened.case.quotes.get(*slot), page.resolution(*slot)) else {
                continue;
            };
            let Some(state) = words_for(resolution.state) else { continue };
            let place = resolution.range.as_ref().map_or_else(String::new, |range| {
                let found = page.part(quote.part).text.slice(range.clone());
                let reads = if found == quote.exact { String::new() } else { format!(", now {}", quoted(found)) };
                format!(" (character {}{reads})", range.start)
            });
            self.quotes.push(format!("{state}: {} in {}{place}", quoted(&quote.exact), named(entry)));
        }
    }

    fn look_at_dispute(&mut self, opened: &OpenedCase, place: Place, path: &str) {
        let OpenedCase { case, index, .. } = opened;
        let field_path = FieldPath::parse(path);
        let Some(field) = describe(place.list.fields(), &field_path) else { return };
        let shown = case.fields_at(place).and_then(|record| get(record, &field_path)).unwrap_or(Value::Absent);
        let what =
            format!("{} {}, {}", place.list.noun(), quoted(&query::title(case, place)), field.label.to_lowercase());
        let show = |value: &Value| words_in(case, value).unwrap_or_else(|| words_of(field, value));
        let rivals = query::evidence(case, index, place, Some(&field_path));
        let rivals = rivals.iter().filter(|one| one.relation == Relation::Contradicts);
        let mut lines = String::new();
        for claim in rivals.filter_map(|one| case.claims.get(one.claim)) {
            let stated = claim.value.as_ref().map(|value| show(&from_claim(field, value))).unwrap_or_default();
            let verb = if claim.denied { "denied" } else { "rival" };
            lines.extend(["\n    ", verb, ": ", &quoted(&stated), " by ", &source(case, claim)]);
        }
        let line = |decision: &str| format!("{what}: shown is {}{decision}{lines}", quoted(&show(&shown)));
        match case.chosen(place, path).map(Text::as_str) {
            None => self.disputes.push(line("")),
            Some(CHOSEN_OPEN) => self.decided.push(line(", left open")),
            Some(CHOSEN_OWN) => self.decided.push(line(", the person's own value")),
            Some(_) => self.decided.push(line(", as decided")),
        }
    }
}

/// An article of the case and the faults of its file, a line each; or why it cannot be read.
fn read_article(case: &Path, entry: &ArticleEntry) -> Result<(Article, Vec<String>), String> {
    let folder = case.parent().unwrap_or(Path::new(""));
    let path = article_file(folder, &entry.file)
        .ok_or_else(|| format!("{:?} leads out of the folder of the case, so it is not read.", entry.file.as_str()))?;
    let (base, faults) = Base::new(store::load(&path).map_err(|error| format!("{error}."))?);
    if base.kind() != FileKind::Article {
        return Err(format!("This file is no article of Casefile: {}.", path.display()));
    }
    let read = format::read_article(&base, faults);
    if read.article.id != entry.id {
        return Err(format!("This file holds another article, {:?}: {}.", read.article.title.as_str(), path.display()));
    }
    let lines = LineIndex::new(&base.bytes);
    let line = |fault: Fault| format!("{}:{}", entry.file, fault_line(lines.position(fault.offset), &fault));
    Ok((read.article, read.faults.into_iter().map(line).collect()))
}

fn fault_line(position: Position, fault: &Fault) -> String {
    let gap = if fault.pointer.is_empty() { "" } else { " " };
    format!("{}:{}{gap}{}  {}", position.line, position.column, fault.pointer, fault.message)
}

fn words_for(state: State) -> Option<&'static str> {
    Some(match state {
        State::Exact => return None,
        State::Moved => "moved",
        State::Altered => "altered",
        State::Ambiguous => "ambiguous",
        State::Lost => "lost",
    })
}

/// The words for references: the names of the records they mean.
fn words_in(case: &Case, value: &Value) -> Option<String> {
    let all: &[Reference] = match value {
        Value::Reference(one) => std::slice::from_ref(one),
        Value::References(all) => all,
        _ => return None,
    };
    Some(all.iter().map(|one| query::reference_words(case, one)).collect::<Vec<_>>().join("; "))
}

/// Where a claim is made: its words and their article.
fn source(case: &Case, claim: &Claim) -> String {
    let place = case.place(&claim.quote).filter(|place| place.list == List::Quotes);
    let Some(Quote { exact, article, .. }) = place.and_then(|place| case.quotes.get(place.slot)) else {
        return format!("a quote that is not there ({})", claim.quote);
    };
    let entry = case.place(article).filter(|place| place.list == List::Articles);
    let entry = entry.and_then(|place| case.articles.get(place.slot)).map(named);
    format!("{} in {}", quoted(exact), entry.unwrap_or_else(|| format!("an article that is not there ({article})")))
}

fn named(entry: &ArticleEntry) -> String {
    let published = entry.published.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    format!("{}{published}", quoted(query_title(&entry.title)))
}

fn query_title(title: &str) -> &str {
    if title.is_empty() { "untitled" } else { title }
}

/// Words in quotation marks, on one line and no longer than a line.
fn quoted(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = line.chars();
    let start: String = letters.by_ref().take(SHOWN).collect();
    let rest = if letters.next().is_some() { "…" } else { "" };
    format!("“{start}{rest}”")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    /// A copy of the sample case, to be spoilt.
    struct Sample {
        folder: tempfile::TempDir,
    }

    impl Sample {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/jedi");
            fs::create_dir(folder.path().join("articles")).unwrap();
            fs::copy(source.join("jedi.case.json"), folder.path().join("jedi.case.json")).unwrap();
            for article in fs::read_dir(source.join("articles")).unwrap() {
                let article = article.unwrap();
                fs::copy(article.path(), folder.path().join("articles").join(article.file_name())).unwrap();
            }
            Self { folder }
        }

        fn case(&self) -> PathBuf {
            self.folder.path().join("jedi.case.json")
        }

        fn article(&self) -> PathBuf {
            self.folder.path().join("articles/2020-04-18-court-lets-pentagon-rethink.article.json")
        }

        /// Replaces words that must be there.
        fn spoil(path: &Path, words: &str, by: &str) {
            let text = fs::read_to_string(path).unwrap();
            assert!(text.contains(words), "{words:?} is not in {}", path.display());
            fs::write(path, text.replacen(words, by, 1)).unwrap();
        }

        fn check(&self) -> (u8, String) {
            let mut out = Vec::new();
            let status = print(&self.case(), &mut out).unwrap();
            (status, String::from_utf8(out).unwrap())
        }
    }

    #[track_caller]
    fn assert_finds(sample: &Sample, words: &[&str]) {
        let (status, printed) = sample.check();
        assert_eq!(status, WRONG, "{printed}");
        for words in words {
            assert!(printed.contains(words), "{words:?} is not in:\n{printed}");
        }
    }

    #[test]
    fn a_sound_case_has_nothing_wrong_and_its_disputes_are_listed() {
        let (status, printed) = Sample::new().check();
        assert_eq!(status, 0, "{printed}");
        assert!(printed.contains("10 articles, 117 quotes, 330 claims"), "{printed}");
        assert!(printed.contains("Disputed fields on which a person has decided (4)"), "{printed}");
        assert!(printed.contains("Nothing is wrong."), "{printed}");
    }

    #[test]
    fn what_is_spoilt_is_found() {
        type Spoil = fn(&Sample);
        let table: &[(Spoil, &[&str])] = &[
            (|s| fs::remove_file(s.article()).unwrap(), &["Articles (1)", "it does not exist", "cannot be looked up"]),
            (|s| Sample::spoil(&s.article(), "The Pentagon may", "It may"), &["Articles (1)", "SHA-256", "moved: “"]),
            (
                |s| Sample::spoil(&s.article(), "voluntary remand", "voluntary second look"),
                &["altered: “", "voluntary second look"],
            ),
            (|s| Sample::spoil(&s.article(), "moqf2pod", "moqf2poe"), &["holds another article"]),
            (|s| fs::write(s.article(), "{}").unwrap(), &["is no article of Casefile"]),
            (
                |s| Sample::spoil(&s.article(), "\"2020-04-18\"", "7"),
                &["article.json:9:16 ", "/published", "should be"],
            ),
            (
                |s| Sample::spoil(&s.case(), "articles/2020-04-18", "../articles/2020-04-18"),
                &["leads out of the folder of the case"],
            ),
            (
                |s| Sample::spoil(&s.case(), "\"ref\": \"jfuo5lnk\"", "\"ref\": \"aaaaaaaa\""),
                &["References to records that are not there (1)", "/forum", "aaaaaaaa"],
            ),
            (|s| Sample::spoil(&s.case(), "\"status\": \"closed\"", "\"status\": 5"), &["Faults (1)", "/status"]),
            (|s| Sample::spoil(&s.case(), "\"version\": 1", "\"version\": 9"), &["version 9"]),
        ];
        for (spoil, words) in table {
            let sample = Sample::new();
            spoil(&sample);
            assert_finds(&sample, words);
        }
    }

    #[test]
    fn a_dispute_without_a_decision_is_something_wrong() {
        let sample = Sample::new();
        Sample::spoil(&sample.case(), "\"filed\": \"tbqcz3kp\"", "\"x_filed\": \"tbqcz3kp\"");
        assert_finds(
            &sample,
            &["Disputed fields (1)", ", filed: shown is “22 Jan 2020”\n", "rival: “24 Jan 2020” by “Amazon"],
        );
    }

    #[test]
    fn what_is_no_case_cannot_be_checked() {
        let sample = Sample::new();
        for path in [sample.article(), sample.folder.path().join("none.case.json"), sample.folder.path().to_owned()] {
            assert_eq!(print(&path, &mut Vec::new()).unwrap(), UNREADABLE);
        }
    }

    #[test]
    fn quotes_are_shown_on_one_short_line() {
        assert_eq!(quoted("a\n\n b"), "“a b”");
        assert_eq!(quoted(&"é".repeat(161)), format!("“{}…”", "é".repeat(160)));
    }
}
