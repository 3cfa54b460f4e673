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
}

/// The rows of a text that is a table of articles: its columns are named as such, and its first row has a value for each.
pub fn rows(text: &str) -> Option<Rows> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let between = BETWEEN.into_iter().find(|between| is_head(first, *between))?;
    let mut reader = csv::ReaderBuilder::new().delimiter(between).flexible(true).from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().ok()?.iter().map(|name| name.trim().to_owned()).collect();
    let mut rows = Rows { json: String::new(), lines: Vec::new() };
    for record in reader.records().map_while(Result::ok) {
        // In prose no second line has as many commas as the first by chance, and again the third.
        if rows.lines.is_empty() && record.len() != names.len() {
            return None;
        }
        let values = names.iter().zip(&record).filter(|(name, value)| !name.is_empty() && !value.trim().is_empty());
        let object: Map<String, Value> = values.map(|(name, value)| (name.clone(), Value::from(value))).collect();
        if object.is_empty() {
            continue;
        }
        rows.json.push_str(&Value::Object(object).to_string());
        rows.json.push('\n');
        rows.lines.push(record.position().map_or(0, csv::Position::line));
    }
    (!rows.lines.is_empty()).then_some(rows)
}

/// Whether a line names the columns of a table of articles: a title or a text, and something else of an article.
fn is_head(line: &str, between: u8) -> bool {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(between).flexible(true).from_reader(line.as_bytes());
    let Some(Ok(names)) = reader.records().next() else { return false };
    let roles: Vec<Role> = names.iter().filter_map(|name| Role::of_key(&name.trim().to_lowercase())).collect();
    let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    let is_long = names.iter().any(|name| name.split_whitespace().count() > 4);
    names.len() > 1 && !is_long && has(&[Role::Title, Role::Text]) && roles.len() > 1
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
        for text in [
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
