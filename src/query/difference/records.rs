//! How each kind of record is compared.

use super::paragraphs;
use super::rows::{Compared, Rows, id_words};
use crate::model::field;
use crate::model::{
    Action, Amount, Article, ArticleEntry, CaseDate, Header, Link, Origin, Part, PartialDate, Party, Proceeding, Quote,
    group_by_three,
};

impl Compared for Header {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::CASE);
    }
}

impl Compared for Article {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::ARTICLE);
        if left.text != right.text {
            let letters = |text: &str| format!("{} characters", grouped(text.chars().count()));
            let lengths = (letters(&left.text), letters(&right.text));
            if paragraphs::compare(rows, &left.text, &right.text) || rows.push("Text", &left.text, &right.text) {
                left.text.clone_from(&right.text);
            }
            rows.push("Length of the text", &lengths.0, &lengths.1);
        }
        let (ours, theirs) = (left.versions.len(), right.versions.len());
        if ours != theirs && rows.push("Earlier texts", &grouped(ours), &grouped(theirs)) {
            left.versions.clone_from(&right.versions);
        }
        rows.value("Origin", &mut left.origin, &right.origin, |_, origin| {
            origin.as_ref().map(origin_words).unwrap_or_default()
        });
    }
}

impl Compared for ArticleEntry {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.value("Title", &mut left.title, &right.title, |_, title| title.to_string());
        rows.value("Published", &mut left.published, &right.published, |_, date| {
            date.as_ref().map(PartialDate::to_string).unwrap_or_default()
        });
        rows.value("File", &mut left.file, &right.file, |_, file| file.to_string());
        rows.value("Reprint of", &mut left.same_as, &right.same_as, |case, id| {
            id.as_ref().map(|id| id_words(case, id)).unwrap_or_default()
        });
    }
}

impl Compared for Party {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::PARTY);
        rows.elements("Other names", &mut left.aliases, &right.aliases, field::ALIAS);
        rows.elements("Identifiers", &mut left.identifiers, &right.identifiers, field::IDENTIFIER);
        rows.value("Merged into", &mut left.merged_into, &right.merged_into, |case, id| {
            id.as_ref().map(|id| id_words(case, id)).unwrap_or_default()
        });
        rows.chosen(left, right, field::PARTY, |party| &mut party.chosen);
    }
}

impl Compared for Proceeding {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::PROCEEDING);
        rows.elements("Judges", &mut left.judges, &right.judges, field::JUDGE);
        rows.elements("Participants", &mut left.participants, &right.participants, field::PARTICIPANT);
        rows.chosen(left, right, field::PROCEEDING, |proceeding| &mut proceeding.chosen);
    }
}

impl Compared for Action {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::ACTION);
        rows.chosen(left, right, field::ACTION, |action| &mut action.chosen);
    }
}

impl Compared for Link {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::LINK);
        rows.value("From", &mut left.from, &right.from, id_words);
        rows.value("To", &mut left.to, &right.to, id_words);
    }
}

impl Compared for Amount {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::AMOUNT);
        rows.chosen(left, right, field::AMOUNT, |amount| &mut amount.chosen);
    }
}

impl Compared for CaseDate {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.fields("", left, right, field::DATE);
        rows.chosen(left, right, field::DATE, |date| &mut date.chosen);
    }
}

impl Compared for Quote {
    fn compare(left: &mut Self, right: &Self, rows: &mut Rows<'_>) {
        rows.value("Article", &mut left.article, &right.article, id_words);
        rows.value("Words", &mut left.exact, &right.exact, |_, words| words.to_string());
        rows.value("Part of the article", &mut left.part, &right.part, |_, part| part_words(*part).to_owned());
        let mut place = (left.start, left.end);
        rows.value("Place", &mut place, &(right.start, right.end), |_, (start, end)| {
            // People count from one, and mean the last character by the end.
            format!("characters {} to {}", grouped(start.saturating_add(1)), grouped(*end))
        });
        (left.start, left.end) = place;
        rows.value("Text of the article", &mut left.version, &right.version, |_, version| match version {
            0 => String::new(),
            version => format!("number {version}"),
        });
        rows.value("Data file", &mut left.file, &right.file, |_, file| file.to_string());
        rows.value("Place in the data file", &mut left.pointer, &right.pointer, |_, pointer| pointer.to_string());
    }
}

fn part_words(part: Part) -> &'static str {
    match part {
        Part::Title => "headline",
        Part::Byline => "byline",
        Part::Text => "text",
    }
}

fn origin_words(origin: &Origin) -> String {
    let line = origin.line.map(|line| format!("line {line}"));
    let parts = [Some(origin.file.to_string()), Some(origin.pointer.to_string()), line];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn grouped(count: usize) -> String {
    group_by_three(&count.to_string())
}
