//! A piece of HTML as text: paragraphs, lists, quotations, tables; nothing of layout and scripts.

use dom_query::{Document, NodeRef};

/// Elements of which nothing is read.
const LEFT_OUT: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "head",
    "nav",
    "button",
    "input",
    "select",
    "textarea",
    "figcaption",
    "picture",
    "video",
    "audio",
    "canvas",
    "title",
    "dialog",
];
/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "figure",
    "address",
    "form",
    "fieldset",
    "details",
    "summary",
    "hr",
    "body",
    "html",
    "center",
    "pre",
    "blockquote",
    "caption",
    "thead",
    "tbody",
    "tfoot",
];
/// How deep quotations are marked within others.
const DEEPEST_QUOTE: usize = 8;

/// The text being made.
#[derive(Default)]
struct Writer {
    text: String,
    /// Line ends to come before the next words.
    breaks: usize,
    /// Whether a space is to come before the next words.
    space: bool,
    /// Where the quotations begin that are open.
    quotes: Vec<usize>,
    /// The lists that are open, each with the number of its next item, where it counts.
    lists: Vec<Option<u64>>,
    /// How many elements are open that keep their white space.
    kept: usize,
    /// How long the text was when the mark of an item was written: what comes next stands beside it.
    mark: Option<usize>,
}

/// The text of a piece of HTML.
pub fn text_of(html: &str) -> String {
    let document = Document::fragment(html);
    let mut writer = Writer::default();
    let root = document.root();
    // From node to node without recursion: a page may be nested as deep as it is long.
    let mut node = root.first_child();
    while let Some(current) = node {
        let is_entered = writer.enter(&current);
        if is_entered && let Some(child) = current.first_child() {
            node = Some(child);
            continue;
        }
        if is_entered {
            writer.leave(&current);
        }
        node = next(&mut writer, current, &root);
    }
    writer.text.trim().to_owned()
}

/// The node after one and all that is in it.
fn next<'a>(writer: &mut Writer, from: NodeRef<'a>, root: &NodeRef<'_>) -> Option<NodeRef<'a>> {
    let mut current = from;
    loop {
        if let Some(sibling) = current.next_sibling() {
            return Some(sibling);
        }
        current = current.parent().filter(|parent| parent.id != root.id)?;
        writer.leave(&current);
    }
}

fn name(node: &NodeRef<'_>) -> String {
    node.node_name().map(|name| name.to_string()).unwrap_or_default()
}

impl Writer {
    /// Takes in a node; whether what is in it counts.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            self.words(&node.text());
            return false;
        }
        if !node.is_element() {
            return false;
        }
        let name = name(node);
        if LEFT_OUT.contains(&name.as_str()) || node.has_attr("hidden") {
            return false;
        }
        match name.as_str() {
            "br" => self.breaks = (self.breaks + 1).min(2),
            "li" => self.item(),
            "tr" => self.lines(1),
            "td" | "th" => self.cell(node),
            "blockquote" => self.open_quote(),
            "ul" | "menu" => self.open_list(None),
            "ol" => self.open_list(Some(node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1))),
            "pre" => {
                self.lines(2);
                self.kept += 1;
            }
            other if BLOCKS.contains(&other) => self.lines(2),
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        match name(node).as_str() {
            "blockquote" => self.close_quote(),
            "ul" | "ol" | "menu" => {
                self.lists.pop();
                self.lines(if self.lists.is_empty() { 2 } else { 1 });
            }
            "li" | "tr" => self.lines(1),
            "pre" => {
                self.kept = self.kept.saturating_sub(1);
                self.lines(2);
            }
            other if BLOCKS.contains(&other) => self.lines(2),
            _ => {}
        }
    }

    /// So many line ends, at least, come before the next words.
    fn lines(&mut self, count: usize) {
        // Paragraphs within an item of a list stay its own lines.
        let most = if self.lists.is_empty() { 2 } else { 1 };
        self.breaks = self.breaks.max(count.min(most));
    }

    fn words(&mut self, words: &str) {
        if self.kept > 0 {
            self.begin();
            self.text.push_str(words);
            return;
        }
        if words.starts_with(is_space) {
            self.space = true;
        }
        for word in words.split(is_space).filter(|word| !word.is_empty()) {
            self.begin();
            self.text.push_str(word);
            self.space = true;
        }
        self.space = words.ends_with(is_space) || (self.space && words.trim_matches(is_space).is_empty());
    }

    /// Writes what is to come before the next words.
    fn begin(&mut self) {
        let is_at_start =
            self.text.is_empty() || self.quotes.last() == Some(&self.text.len()) || self.mark == Some(self.text.len());
        if self.breaks > 0 {
            if !is_at_start {
                self.text.push_str(if self.breaks > 1 { "\n\n" } else { "\n" });
            }
        } else if self.space && !is_at_start && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
        (self.breaks, self.space) = (0, false);
    }

    fn open_list(&mut self, first: Option<u64>) {
        self.lines(if self.lists.is_empty() { 2 } else { 1 });
        self.lists.push(first);
    }

    fn item(&mut self) {
        self.lines(1);
        self.begin();
        let depth = self.lists.len().saturating_sub(1).min(DEEPEST_QUOTE);
        self.text.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&number.to_string());
                self.text.push_str(". ");
                *number += 1;
            }
            _ => self.text.push_str("- "),
        }
        self.mark = Some(self.text.len());
    }

    fn cell(&mut self, node: &NodeRef<'_>) {
        if node.prev_element_sibling().is_some() {
            self.begin();
            self.text.push_str(" | ");
        }
    }

    fn open_quote(&mut self) {
        self.lines(2);
        self.begin();
        if self.quotes.len() < DEEPEST_QUOTE {
            if !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push_str("\n\n");
            }
            self.quotes.push(self.text.len());
        }
    }

    /// Marks every line of a quotation.
    fn close_quote(&mut self) {
        self.lines(2);
        let Some(start) = self.quotes.pop() else { return };
        let quoted = self.text.split_off(start);
        for (number, line) in quoted.trim().lines().enumerate() {
            if number > 0 {
                self.text.push('\n');
            }
            self.text.push_str(if line.is_empty() { ">" } else { "> " });
            self.text.push_str(line);
        }
    }
}

/// White space of HTML; a space that does not break is a letter there, and a space to those who read.
fn is_space(letter: char) -> bool {
    letter.is_ascii_whitespace() || letter == '\u{a0}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_as_text() {
        for (html, expected) in [
            ("<p>One <b>two</b>, three.</p><p>Four&nbsp;five.</p>", "One two, three.\n\nFour five."),
            ("One<br>Two<br/><br>Three", "One\nTwo\n\nThree"),
            ("<h2>Head</h2>\n<div><div>Deep</div></div>text", "Head\n\nDeep\n\ntext"),
            (
                "<p>Before:</p><ul><li>one</li><li><p>two</p></li></ul><p>After.</p>",
                "Before:\n\n- one\n- two\n\nAfter.",
            ),
            ("<ol start=3><li>three<li>four</ol>", "3. three\n4. four"),
            ("<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>", "- one\n  - inner\n- two"),
            (
                "<p>He said:</p><blockquote><p>It sank.</p><p>All of it.</p></blockquote><p>So.</p>",
                "He said:\n\n> It sank.\n>\n> All of it.\n\nSo.",
            ),
            ("<p>One</p><script>var a = '<p>no</p>';</script><style>p {}</style><p>Two</p>", "One\n\nTwo"),
            ("<figure><img src=x><figcaption>A quay</figcaption></figure><p>One</p>", "One"),
            (
                "<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2019</td><td>5</td></tr></table>",
                "Year | Sum\n2019 | 5",
            ),
            ("<pre>a\n  b</pre><p>c</p>", "a\n  b\n\nc"),
            ("Ann <a href=x>Lee</a> , <i>said</i>.", "Ann Lee , said."),
            ("<p></p><p> </p><p>One</p>", "One"),
            ("a &lt; b &amp; c", "a < b & c"),
            ("<p hidden>no</p>yes", "yes"),
            ("", ""),
        ] {
            assert_eq!(text_of(html), expected, "{html}");
        }
    }

    #[test]
    fn depth_is_no_danger() {
        for tag in ["div", "b", "blockquote", "ul><li"] {
            let html = format!("{}deep", format!("<{tag}>").repeat(2_000));
            assert!(text_of(&html).ends_with("deep"), "{tag}");
        }
    }
}
