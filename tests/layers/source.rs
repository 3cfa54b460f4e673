//! Just enough reading of Rust to see what a file uses and how long its functions are.

use std::path::Path;

/// A source file.
pub struct Source {
    /// The layer it belongs to; `None` for the root of the library and for what is no part of it.
    pub layer: Option<String>,
    /// How the file names the root of the library.
    root: &'static str,
    /// How many modules lie around the file's own, itself counted.
    depth: usize,
    /// Its code without comments and strings.
    code: String,
    /// The same without its tests.
    own: String,
    /// Every path that the code without tests brings in by `use`, and what else it brings in.
    uses: Vec<String>,
}

impl Source {
    /// Reads a file; `path` is relative to the package.
    pub fn new(path: &Path, text: &str) -> Self {
        let steps: Vec<String> = path.with_extension("").iter().map(|step| step.to_string_lossy().into()).collect();
        let in_library = steps.first().is_some_and(|first| first == "src") && path != Path::new("src/lib.rs");
        let code = without_comments_and_strings(text);
        let is_test = steps.iter().any(|step| step == "tests");
        let end = if is_test { 0 } else { code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len()) };
        let own = code[..end].to_owned();
        Self {
            layer: steps.get(1).filter(|_| in_library).cloned(),
            root: if path == Path::new("src/main.rs") { "casefile" } else { "crate" },
            depth: steps.iter().skip(1).filter(|step| *step != "mod").count(),
            uses: used_paths(&own),
            code,
            own,
        }
    }

    /// The modules of the library's root that the file names, each once.
    pub fn layers_used(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let root = format!("{}::", self.root);
        found.extend(used_paths(&self.code).iter().filter_map(|path| first_step(path.strip_prefix(&root)?)));
        found.extend(occurrences(&self.code, &root).filter_map(first_step));
        // In tests within the file the way up is longer, so only its own code is looked at.
        let up = "super::".repeat(self.depth);
        found.extend(occurrences(&self.own, &up).filter_map(first_step));
        found.sort();
        found.dedup();
        found
    }

    /// Whether the code without tests names a path, in a `use` or where it stands.
    pub fn names(&self, path: &str) -> bool {
        let in_use = |used: &String| {
            let ends_well = |rest: &str| rest.is_empty() || rest.starts_with("::");
            used.match_indices(path)
                .any(|(at, _)| ends_well(&used[at + path.len()..]) && (at == 0 || used[..at].ends_with("::")))
        };
        self.uses.iter().any(in_use) || occurrences(&self.own, path).any(|rest| !rest.starts_with(is_letter))
    }

    /// The functions of the code without tests, and how many lines each has.
    pub fn functions(&self) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        for rest in occurrences(&self.own, "fn ") {
            let Some(name) = first_step(rest) else { continue };
            let Some(open) = rest.find(['{', ';']).filter(|at| rest[*at..].starts_with('{')) else { continue };
            let mut depth = 0_usize;
            let end = rest[open..].find(|letter| {
                depth += usize::from(letter == '{');
                depth -= usize::from(letter == '}');
                depth == 0
            });
            let body = end.map_or(rest, |end| &rest[..open + end]);
            found.push((name, body.matches('\n').count() + 1));
        }
        found
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// What follows each occurrence of words that does not start within another word.
fn occurrences<'a>(code: &'a str, words: &'a str) -> impl Iterator<Item = &'a str> {
    let places = code.match_indices(words).filter(|(at, _)| !code[..*at].ends_with(is_letter));
    places.map(move |(at, _)| &code[at + words.len()..])
}

/// The name at the start of the rest of a path.
fn first_step(rest: &str) -> Option<String> {
    let name: String = rest.trim_start().chars().take_while(|letter| is_letter(*letter)).collect();
    (!name.is_empty()).then_some(name)
}

/// Every path of every `use`, written out: `use a::{b, c::d};` gives `a::b` and `a::c::d`.
fn used_paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in occurrences(code, "use ") {
        if let Some(end) = rest.find(';') {
            expand("", &rest[..end], &mut found);
        }
    }
    found
}

fn expand(before: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        if !path.is_empty() {
            found.push(format!("{before}{path}"));
        }
        return;
    };
    let before = format!("{before}{}", tree[..open].trim());
    let inner = tree[open + 1..].strip_suffix('}').unwrap_or(&tree[open + 1..]);
    let (mut depth, mut start) = (0_usize, 0);
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                expand(&before, &inner[start..at], found);
                start = at + 1;
            }
            _ => {}
        }
    }
    expand(&before, &inner[start..], found);
}

/// Code with blanks in place of comments and of what stands in strings and characters; lines stay lines.
fn without_comments_and_strings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = skipped(rest, out.chars().next_back());
        if skipped > 0 {
            out.push(' ');
            out.extend(rest[..skipped].chars().filter(|letter| *letter == '\n'));
            rest = &rest[skipped..];
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// How many bytes of a comment, a string or a character `rest` starts with.
fn skipped(rest: &str, before: Option<char>) -> usize {
    let in_word = before.is_some_and(is_letter);
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |at| at + 2);
    }
    let raw = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('r').filter(|_| !in_word);
    if let Some(raw) = raw {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = rest.len() - raw.len() + hashes + 1;
            return rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len());
        }
    }
    match rest.chars().next() {
        Some('"') => closing(rest, '"').unwrap_or(rest.len()),
        // A lifetime has no second apostrophe after one letter, or after a backslash and what it escapes.
        Some('\'') if rest[1..].starts_with('\\') => closing(rest, '\'').unwrap_or(rest.len()),
        Some('\'') => {
            let letter = rest[1..].chars().next().map_or(0, char::len_utf8);
            if rest[1 + letter..].starts_with('\'') { letter + 2 } else { 0 }
        }
        _ => 0,
    }
}

/// Where a literal that starts with `mark` ends.
fn closing(rest: &str, mark: char) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == mark => return Some(at + 1),
            _ => {}
        }
    }
    None
}
