//! Tables: text whose lines have values with commas, semicolons or tabs between them (RFC 4180 and its like), the first line
//! being their names. Each row becomes an object, and is read as such JSON would be.

use serde_json::{Map, Value};

use super::guess::Role;

/// What may stand between values.
const BETWEEN: [u8; 4] = *b",;\t|";

/// The rows of a table as JSON, one to a line, and the line in which each stands in the table.
pub struct Rows {
    /// One object to a line.
    pub json: String,
    /// The number of the line in which each row begins, from 1.
    pub lines: Vec<u64>,
    /// Whether every row has about as many values as there are columns.
    is_even: bool,
}

/// How many lines may stand before the names of the columns: a title, a comment, what a spreadsheet notes for itself.
const BEFORE: usize = 5;
/// Longest line that may name columns, in bytes.
const LONGEST_HEAD: usize = 20_000;
/// How many rows are looked at to find out whether they are those of a table.
const SAMPLE: usize = 6;

/// The rows of a text that is a table of articles: its columns are named as such, and its rows have about as many values.
pub fn rows(text: &str) -> Option<Rows> {
    let mut start = 0;
    for (before, line) in text.split_inclusive('\n').take(BEFORE).enumerate() {
        if let Some(between) = BETWEEN.into_iter().find(|between| is_head(line, *between)) {
            return read(&text[start..], between, before as u64);
        }
        start += line.len();
    }
    None
}

fn read(text: &str, between: u8, before: u64) -> Option<Rows> {
    let rows = rows_of(text, between, before, true);
    // Where tabs separate, quotation marks are mostly only that, and may swallow rows.
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let is_whole = rows.as_ref().is_some_and(|rows| rows.lines.len() + 1 >= lines);
    if between != b'\t' || is_whole {
        return rows;
    }
    rows_of(text, between, before, false).filter(|bare| bare.is_even).or(rows)
}

fn rows_of(text: &str, between: u8, before: u64, quotes: bool) -> Option<Rows> {
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.delimiter(between).flexible(true).quoting(quotes).from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().ok()?.iter().map(|name| name.trim().to_owned()).collect();
    let mut rows = Rows { json: String::new(), lines: Vec::new(), is_even: true };
    let (mut fitting, mut seen) = (0_usize, 0_usize);
    for record in reader.records().map_while(Result::ok) {
        let fits = record.len() > 1 && record.len().abs_diff(names.len()) <= 1;
        rows.is_even &= fits;
        if seen < SAMPLE {
            // A line without any is one of prose.
            if record.len() == 1 {
                return None;
            }
            seen += 1;
            fitting += usize::from(fits);
        }
        let mut object = Map::new();
        for (name, value) in
            names.iter().zip(&record).filter(|(name, value)| !name.is_empty() && !value.trim().is_empty())
        {
            // Of columns of one name the first counts.
            object.entry(name.clone()).or_insert_with(|| Value::from(value));
        }
        if object.is_empty() {
            continue;
        }
        rows.json.push_str(&Value::Object(object).to_string());
        rows.json.push('\n');
        rows.lines.push(record.position().map_or(0, csv::Position::line) + before);
    }
    // In prose the lines do not have as many commas as the first by chance.
    (!rows.lines.is_empty() && fitting * 2 >= seen).then_some(rows)
}

/// Whether a line names the columns of a table of articles: a title or a text, and something else of an article.
fn is_head(line: &str, between: u8) -> bool {
    if line.len() > LONGEST_HEAD {
        return false;
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(between)
        .flexible(true)
        .from_reader(line.trim().as_bytes());
    let Some(Ok(names)) = reader.records().next() else { return false };
    let names: Vec<String> = names.iter().map(|name| name.trim().to_lowercase()).collect();
    let is_long = names.iter().any(|name| name.split_whitespace().count() > 4 || name.ends_with('.'));
    let strong = names.iter().any(|name| Role::is_heading(name));
    let roles = names.iter().filter(|name| Role::of_key(name).is_some()).count();
    names.len() > 1 && !is_long && strong && roles > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_articles_become_objects() {
        for (text, expected, lines) in [
            (
                "title,url\nQuay sinks,https://a.example\n",
                "{\"title\":\"Quay sinks\",\"url\":\"https://a.example\"}\n",
                vec![2],
            ),
            (
                "Title;Text;x\nA;\"One.\n\nTwo; \"\"three\"\".\";\nB;C\n",
                "{\"Title\":\"A\",\"Text\":\"One.\\n\\nTwo; \\\"three\\\".\"}\n{\"Title\":\"B\",\"Text\":\"C\"}\n",
                vec![2, 5],
            ),
            ("date\ttitel\n2024-03-06\tDer Kai\n", "{\"date\":\"2024-03-06\",\"titel\":\"Der Kai\"}\n", vec![2]),
        ] {
            let rows = rows(text).unwrap();
            assert_eq!((rows.json.as_str(), rows.lines), (expected, lines));
        }
        let swallowed = "title\ttext\n\"Quay\" sinks\tIt sank.\n\"We lost it\tSaid one.\nPier\tIt \"opens\".\n";
        assert_eq!(rows(swallowed).unwrap().lines, [2, 3, 4]);
        let titled = "sep=;\nHeadline;Body Text;Publication Date\nQuay;It sank.;2024\n";
        assert_eq!(rows(titled).unwrap().lines, [3]);
        let short = "title,text,section\nQuay,It sank.\nPier,It opens.,Local\n";
        assert_eq!(rows(short).unwrap().lines, [2, 3]);
        for text in [
            "Date,Description,Amount,Balance\n2024-03-06,PAYMENT TO A,1,2\n",
            "Title, Date\nQuay sinks, 6 March 2024\n\nThe harbour board sued Nordlys.\n",
            "Title, as the court had it, was text\n\nIt sank, they said, at night.",
            "title,url\n",
            "Quay sinks\n\nIt sank.",
            "a,b\n1,2\n",
            "",
        ] {
            assert!(rows(text).is_none(), "{text}");
        }
    }
}
