//! Text that is close to JSON made into JSON, each departure noted as a fault.
//!
//! Tolerated are: comments, a CDATA section or HTML comment around the whole, commas before a closing bracket, line ends
//! and tabs within strings, and the numbers that JSON does not have (`NaN`, `Infinity`, which Python writes).

use crate::format::{Fault, FaultClass, note};

/// What begins and ends a section that JSON-LD of web pages is wrapped in.
const WRAPPERS: &[&str] = &["<![CDATA[", "]]>", "<!--", "-->"];

/// Words that JSON does not have.
const NUMBERS: &[&str] = &["-Infinity", "Infinity", "NaN"];

/// Whether a text begins as JSON does, or as what is tolerated around it.
pub fn is_like_json(start: &str) -> bool {
    // Comments come first in what some readers save; text may begin with two strokes, too.
    let mut rest = start;
    while let Some(comment) = rest.strip_prefix("//").filter(|comment| !comment.trim_start().starts_with("<![CDATA[")) {
        rest = comment.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    let begins_list = |rest: &str| {
        let first = rest.trim_start().chars().next();
        first.is_none_or(|first| first.is_ascii_digit() || "{[\"]-/<".contains(first))
            || ["true", "false", "null", "NaN"].iter().any(|word| rest.trim_start().starts_with(word))
    };
    rest.starts_with('{')
        || rest.strip_prefix('[').is_some_and(begins_list)
        || rest.starts_with("/*")
        || rest.starts_with("//")
        || WRAPPERS.iter().any(|wrapper| start.starts_with(wrapper))
}

/// Goes through a text and copies what stays.
struct Mender<'a> {
    text: &'a str,
    at: usize,
    /// Where the text begins that is not copied yet.
    from: usize,
    made: String,
    faults: Vec<Fault>,
    /// How many lists are open.
    lists: usize,
}

/// The text as JSON, as far as that can be had, and what had to be mended.
pub fn mended(text: String) -> (String, Vec<Fault>) {
    // A script whose quotes became entities holds no other quote.
    let text = if text.contains('"') { text } else { text.replace("&#34;", "\"").replace("&quot;", "\"") };
    let mut mender = Mender { text: &text, at: 0, from: 0, made: String::new(), faults: Vec::new(), lists: 0 };
    while let Some(letter) = mender.rest().chars().next() {
        match letter {
            '"' => mender.string(),
            '/' if mender.rest().starts_with("//") => mender.line_comment(),
            '/' if mender.rest().starts_with("/*") => mender.comment(),
            '<' | ']' | '-' if mender.wrapper() => {}
            '[' | ']' => {
                mender.lists = if letter == '[' { mender.lists + 1 } else { mender.lists.saturating_sub(1) };
                mender.at += 1;
            }
            ',' => mender.comma(),
            'N' | 'I' | '-' if mender.number() => {}
            _ => mender.at += letter.len_utf8(),
        }
    }
    let Mender { from, mut made, faults, .. } = mender;
    if from == 0 {
        return (text, faults);
    }
    made.push_str(&text[from..]);
    (made, faults)
}

impl<'a> Mender<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Puts something else in the place of the next bytes.
    fn replace(&mut self, length: usize, with: &str, why: &str) {
        note(&mut self.faults, Fault::new(FaultClass::Syntax, self.at, why));
        self.made.push_str(&self.text[self.from..self.at]);
        self.made.push_str(with);
        self.at += length;
        self.from = self.at;
    }

    fn line_comment(&mut self) {
        let length = self.rest().find('\n').unwrap_or(self.rest().len());
        // "//<![CDATA[" and "//]]>" on the line of the document itself.
        let wrapper = WRAPPERS.iter().find(|wrapper| self.rest()[2..].trim_start().starts_with(**wrapper));
        let length = wrapper.map_or(length, |wrapper| self.rest().find(wrapper).unwrap_or(0) + wrapper.len());
        self.replace(length, "", "A comment, which JSON does not have, was left out.");
    }

    fn comment(&mut self) {
        let length = self.rest().find("*/").map_or(self.rest().len(), |at| at + 2);
        self.replace(length, "", "A comment, which JSON does not have, was left out.");
    }

    fn wrapper(&mut self) -> bool {
        let Some(wrapper) = WRAPPERS.iter().find(|wrapper| self.rest().starts_with(**wrapper)) else { return false };
        // "]]>" also closes two lists before a stray sign; the lists come first.
        if *wrapper == "]]>" && self.lists > 1 {
            return false;
        }
        self.replace(wrapper.len(), "", "What wraps the JSON for a web page was left out.");
        true
    }

    fn comma(&mut self) {
        let after = self.text[self.at + 1..].trim_start();
        if after.starts_with(['}', ']']) && !after.starts_with("]]>") {
            self.replace(1, "", "A comma before a closing bracket was left out.");
        } else {
            self.at += 1;
        }
    }

    fn number(&mut self) -> bool {
        let Some(word) = NUMBERS.iter().find(|word| self.rest().starts_with(**word)) else { return false };
        self.replace(word.len(), "null", "A number that JSON does not have was left out.");
        true
    }

    /// A string to its end; what may not stand in one is escaped.
    fn string(&mut self) {
        self.at += 1;
        while let Some(at) = self.rest().find(|letter: char| matches!(letter, '"' | '\\') || letter < ' ') {
            self.at += at;
            match self.rest().as_bytes().first() {
                Some(b'"') => {
                    self.at += 1;
                    return;
                }
                Some(b'\\') => {
                    self.at += 1;
                    self.at += self.rest().chars().next().map_or(0, char::len_utf8);
                }
                Some(control) => {
                    let escape = format!("\\u{control:04x}");
                    self.replace(1, &escape, "A line end or another control character stands in a string.");
                }
                None => return,
            }
        }
        self.at = self.text.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_close_to_json_is_mended() {
        for (text, expected, count) in [
            ("{\"a\": 1}", "{\"a\": 1}", 0),
            ("// a\n// b\n{\"a\": \"// c\"}", "\n\n{\"a\": \"// c\"}", 2),
            ("{\"a\": 1 /* one */}", "{\"a\": 1 }", 1),
            ("//<![CDATA[\n{\"a\": [1, [2]]}\n//]]>", "\n{\"a\": [1, [2]]}\n", 2),
            ("<![CDATA[{\"a\": [[1]]}]]>", "{\"a\": [[1]]}", 2),
            ("/*<![CDATA[*/{\"a\": []}/*]]>*/", "{\"a\": []}", 2),
            ("<!-- {\"a\": \"<!-- -->\"} -->", " {\"a\": \"<!-- -->\"} ", 2),
            ("[1, 2, ]", "[1, 2 ]", 1),
            ("{\"a\": [1,],\n}", "{\"a\": [1]\n}", 2),
            ("{\"a\": \"x, }\"}", "{\"a\": \"x, }\"}", 0),
            ("{\"a\": \"x\ny\tz\"}", "{\"a\": \"x\\u000ay\\u0009z\"}", 2),
            (
                "{\"a\": \"\\\"\\\\\", \"b\": NaN, \"c\": -Infinity}",
                "{\"a\": \"\\\"\\\\\", \"b\": null, \"c\": null}",
                2,
            ),
            ("{&#34;a&#34;: &quot;b&quot;}", "{\"a\": \"b\"}", 0),
            ("{\"a\": \"unclosed", "{\"a\": \"unclosed", 0),
            ("{\"a\": -1, \"b\": [3]}", "{\"a\": -1, \"b\": [3]}", 0),
        ] {
            let (made, faults) = mended(text.to_owned());
            assert_eq!((made.as_str(), faults.len()), (expected, count), "{text}: {faults:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_taken_and_json_stays(text in "([\\[\\]{},:\"\\\\/*<!>-]|CDATA|NaN|é|\n|1| ){0,40}") {
            let (made, faults) = mended(text.clone());
            if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
                proptest::prop_assert_eq!((made, faults.len()), (text, 0));
            }
        }
    }
}
