//! JSON Pointers (RFC 6901): writing them, and finding the one that belongs to a place in a file.

use std::fmt::Write as _;
use std::ops::Range;

use super::fault::Fault;
use super::lex;
use super::scan::{Kind, Visit, scan_span};

/// Longest pointer that is written out, in bytes; below that the enclosing value is named.
const LONGEST: usize = 4096;

/// Deepest nesting that is followed.
const DEEPEST: usize = 256;

/// Adds one key to `pointer`, escaped; false if it would grow too long.
pub fn push_key(pointer: &mut String, key: &str) -> bool {
    if pointer.len() + key.len() >= LONGEST {
        return false;
    }
    pointer.push('/');
    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
    true
}

/// Adds one index to `pointer`; false if it would grow too long.
pub fn push_index(pointer: &mut String, index: usize) -> bool {
    // Writing into a string cannot fail; the result says so either way.
    pointer.len() < LONGEST && write!(pointer, "/{index}").is_ok()
}

/// Puts faults in order of their offset and gives each the pointer, from the value in `span`, of the innermost value
/// it lies in. One pass, whatever the number of faults.
pub fn assign(bytes: &[u8], span: Range<usize>, faults: &mut [Fault]) {
    if faults.is_empty() {
        return;
    }
    faults.sort_by_key(|fault| fault.offset);
    let mut finder = Finder { bytes, faults, done: 0, path: Vec::new(), key: None };
    scan_span(bytes, span, &mut finder);
    finder.reach(usize::MAX);
}

/// One open container on the way to a place.
struct Step {
    /// How this container is reached from the one around it; `None` at the root.
    from_parent: Option<Token>,
    /// How many values of an array are finished.
    finished: usize,
    object: bool,
}

#[derive(Clone)]
enum Token {
    Key(Range<usize>),
    Index(usize),
}

/// Follows the scan and hands out pointers as it passes the faults.
struct Finder<'a> {
    bytes: &'a [u8],
    faults: &'a mut [Fault],
    /// How many faults have their pointer.
    done: usize,
    path: Vec<Step>,
    /// The key whose value has not started yet.
    key: Option<Range<usize>>,
}

impl Finder<'_> {
    /// All faults before `offset` lie where the scan stands now.
    fn reach(&mut self, offset: usize) {
        self.reach_within(offset, None);
    }

    fn reach_within(&mut self, offset: usize, value: Option<&Token>) {
        while self.faults.get(self.done).is_some_and(|fault| fault.offset < offset) {
            self.faults[self.done].pointer = self.pointer(value);
            self.done += 1;
        }
    }

    fn pointer(&self, value: Option<&Token>) -> String {
        let mut pointer = String::new();
        let steps = self.path.iter().filter_map(|step| step.from_parent.as_ref());
        for token in steps.chain(value) {
            let fits = match token {
                // An escape takes at most six bytes a character; a key longer than that need not be decoded to be refused.
                Token::Key(span) if span.len() > 6 * LONGEST => false,
                Token::Key(span) => push_key(&mut pointer, &lex::decode(&self.bytes[span.clone()])),
                Token::Index(index) => push_index(&mut pointer, *index),
            };
            if !fits {
                break;
            }
        }
        pointer
    }

    /// The token of the value that starts now.
    fn token(&mut self) -> Option<Token> {
        let key = self.key.take().map(Token::Key);
        key.or_else(|| self.path.last().filter(|step| !step.object).map(|step| Token::Index(step.finished)))
    }

    /// Faults before a value: they belong to its key if that has been read, else to the container.
    fn reach_value(&mut self, start: usize) {
        let pending = self.key.clone().map(Token::Key);
        self.reach_within(start, pending.as_ref());
    }

    fn finish_value(&mut self) {
        if let Some(step) = self.path.last_mut() {
            step.finished += 1;
        }
    }
}

impl Visit for Finder<'_> {
    fn open(&mut self, kind: Kind, start: usize, depth: usize) {
        if depth < DEEPEST {
            self.reach_value(start);
            let from_parent = self.token();
            self.path.push(Step { from_parent, finished: 0, object: kind == Kind::Object });
        }
    }

    fn key(&mut self, span: Range<usize>, depth: usize) {
        if depth <= DEEPEST {
            self.reach(span.start);
            self.reach_within(span.end, Some(&Token::Key(span.clone())));
            self.key = Some(span);
        }
    }

    fn scalar(&mut self, _: Kind, span: Range<usize>, depth: usize) {
        if depth <= DEEPEST {
            self.reach_value(span.start);
            let token = self.token();
            self.reach_within(span.end.max(span.start + 1), token.as_ref());
            self.finish_value();
        }
    }

    fn close(&mut self, end: usize, depth: usize) {
        if depth < DEEPEST {
            self.reach(end);
            self.path.pop();
            self.finish_value();
        }
    }

    fn cut(&mut self, at: usize) {
        self.reach(at.saturating_add(1));
    }
}
