//! What holds for any bytes at all, read as a file: no panic on a stack of 2 MiB; faults lie inside the file; what is
//! not JSON has a fault and what is JSON has none of syntax; an edit changes the bytes of its value and no other; an
//! edit taken back gives the very bytes that were read.

use std::collections::HashSet;

use casefile::format::{
    self, Base, Changed, Fault, FaultClass, Kind, LineIndex, Outline, Tree, patch_article, patch_case,
};
use casefile::model::{Alias, Article, Case, Id, List, Place, Record};
use casefile::query::{Disputes, Index, Names};

/// The stack that a thread has by default, and so the readers of the program.
const STACK: usize = 2 << 20;

/// Checks everything.
///
/// # Panics
/// Where anything does not hold.
pub fn hold(bytes: &[u8]) {
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || read(bytes)).unwrap();
        reader.join().unwrap();
    });
}

fn read(bytes: &[u8]) {
    let (base, faults) = Base::new(bytes.to_vec());
    assert!(*base.bytes == bytes, "the bytes are not kept");
    lie_inside(&faults, bytes);
    agree_with_serde(&faults, bytes);
    let _ = (base.kind(), base.style());
    let (tree, in_tree) = Tree::parse(bytes, base.outline.span.clone());
    lie_inside(&in_tree, bytes);
    lie_inside(&tree.to_value().1, bytes);
    let has_duplicates = faults.iter().any(|fault| fault.class == FaultClass::Duplicate);
    assert!(has_duplicates == repeats_a_key(&tree), "keys that stand twice: {faults:?}");

    let case = format::read_case(&base, faults.clone());
    lie_inside(&case.faults, bytes);
    let index = Index::of(&case.case);
    let _ = (Disputes::of(&case.case, &index), Names::of(&case.case));
    let article = format::read_article(&base, faults);
    lie_inside(&article.faults, bytes);
    if base.outline.root == Kind::Object {
        // A file that may not be written is patched too, since it must not crash; what comes out does not matter.
        edit_case(&base, &case.case, case.read_only.is_none());
        edit_article(&base, &article.article, article.read_only.is_none());
    }
}

fn lie_inside(faults: &[Fault], bytes: &[u8]) {
    let lines = LineIndex::new(bytes);
    let last = lines.position(bytes.len());
    for fault in faults {
        assert!(fault.offset <= bytes.len(), "outside of the file: {fault:?}");
        assert!(!fault.message.is_empty(), "says nothing: {fault:?}");
        assert!(fault.pointer.is_empty() || fault.pointer.starts_with('/'), "no pointer: {fault:?}");
        let position = lines.position(fault.offset);
        assert!(position.line >= 1 && position.column >= 1 && position.line <= last.line, "{fault:?}: {position:?}");
    }
}

/// A file has a fault of syntax where another reader refuses it, and none where that takes it. Of encoding no more can
/// be said: the other reader passes over text without looking at it.
fn agree_with_serde(faults: &[Fault], bytes: &[u8]) {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let taken = serde_json::from_slice::<serde::de::IgnoredAny>(text);
    let is_syntax = |fault: &&Fault| fault.class == FaultClass::Syntax;
    match (taken, faults.iter().find(is_syntax)) {
        (Ok(_), Some(fault)) => panic!("JSON, but {fault:?}"),
        (Err(error), None) if !faults.iter().any(|fault| fault.class == FaultClass::Encoding) => {
            panic!("no JSON ({error}), but no fault")
        }
        _ => {}
    }
}

fn repeats_a_key(tree: &Tree<'_>) -> bool {
    let mut todo = vec![tree.root()];
    while let Some(node) = todo.pop() {
        let is_object = tree.node(node).kind == Kind::Object;
        let mut seen = HashSet::new();
        for child in tree.children(node) {
            if is_object && !seen.insert(tree.key(child)) {
                return true;
            }
            todo.push(child);
        }
    }
    false
}

/// Small choices that follow from the bytes.
struct Dice(u64);

impl Dice {
    fn of(bytes: &[u8]) -> Self {
        let start = 0xCBF2_9CE4_8422_2325_u64;
        Self(bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)))
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

/// The words that edits write.
const WORDS: &str = "new \"words\" é\u{1F600}\\\n";

fn edit_case(base: &Base, case: &Case, is_writable: bool) {
    assert!(patch_case(base, &[]).unwrap() == *base.bytes, "nothing was edited, but bytes changed");
    let mut dice = Dice::of(&base.bytes);
    edit_header(base, case, is_writable);
    for list in List::ALL {
        if base.outline.member(list.key()).is_some_and(|member| member.kind != Kind::Array) {
            // A list that is none cannot be written into, and that is an error and no crash.
            let place = Place { list, slot: 0 };
            let added = Changed { place: Some(place), before: None, after: Some(Record::empty(list, Id::from("a"))) };
            assert!(patch_case(base, &[added]).is_err());
            continue;
        }
        let slots = case.slots(list);
        if let Some(&slot) = slots.get(dice.roll(slots.len())) {
            let place = Place { list, slot };
            if dice.roll(2) == 0 {
                replace(base, case, place, dice.roll(3), is_writable);
            } else {
                remove(base, case, place, is_writable);
            }
        }
        if dice.roll(4) == 0 {
            append(base, case, list, is_writable);
        }
    }
}

fn edit_header(base: &Base, case: &Case, is_writable: bool) {
    let before = Record::Header(case.header.clone());
    let mut header = case.header.clone();
    header.title = WORDS.into();
    let after = Record::Header(header.clone());
    let changed = |before: &Record, after: &Record| Changed {
        place: None,
        before: Some(before.clone()),
        after: Some(after.clone()),
    };
    let patched = patch_case(base, &[changed(&before, &after)]).unwrap();
    assert!(patch_case(base, &[changed(&before, &before)]).unwrap() == *base.bytes, "taken back, but bytes changed");
    if is_writable {
        let again = Again::of(patched);
        same_but(base, &again.base.outline, &again.base.bytes, "title");
        assert!(again.case.header == header, "the head reads {:?}", again.case.header);
    }
}

/// A file that was written, read again.
struct Again {
    base: Base,
    case: Case,
}

impl Again {
    fn of(bytes: Vec<u8>) -> Self {
        let (base, faults) = Base::new(bytes);
        let read = format::read_case(&base, faults);
        assert!(read.read_only.is_none(), "{:?}: {}", read.read_only, String::from_utf8_lossy(&base.bytes));
        Self { base, case: read.case }
    }

    /// Whether the lists are those of `case`, but for the list named.
    fn has_lists_of(&self, case: &Case, but: Option<List>) {
        for list in List::ALL.into_iter().filter(|list| Some(*list) != but) {
            assert!(records(&self.case, list) == records(case, list), "{list:?} changed");
        }
    }
}

fn records(case: &Case, list: List) -> Vec<Record> {
    case.slots(list).into_iter().filter_map(|slot| case.record(Place { list, slot })).collect()
}

/// Every member of the root but those with one key is what it was, and where it was.
fn same_but(base: &Base, outline: &Outline, bytes: &[u8], key: &str) {
    let raw = |outline: &Outline, bytes: &[u8]| -> Vec<Vec<u8>> {
        let members = outline.members.iter().filter(|member| member.key != key);
        members.map(|member| bytes[member.key_span.start..member.value.end].to_vec()).collect()
    };
    assert!(raw(&base.outline, &base.bytes) == raw(outline, bytes), "more than {key:?} changed");
}

fn shared_ends(old: &[u8], new: &[u8]) -> usize {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    start + end
}

fn replace(base: &Base, case: &Case, place: Place, how: usize, is_writable: bool) {
    let Some(before) = case.record(place) else { return };
    let mut after = before.clone();
    touch(&mut after, how);
    let changed =
        |after: &Record| Changed { place: Some(place), before: Some(before.clone()), after: Some(after.clone()) };
    let patched = patch_case(base, &[changed(&after)]).unwrap();
    assert!(patch_case(base, &[changed(&before)]).unwrap() == *base.bytes, "taken back, but bytes changed");
    let member = base.outline.member(place.list.key()).unwrap();
    let span = member.elements[usize::try_from(place.slot).unwrap()].clone();
    assert!(patched.starts_with(&base.bytes[..span.start]), "what stands before the record changed");
    assert!(patched.ends_with(&base.bytes[span.end..]), "what stands after the record changed");
    if is_writable {
        let again = Again::of(patched);
        again.has_lists_of(case, Some(place.list));
        let mut expected = records(case, place.list);
        let at = case.slots(place.list).iter().position(|slot| *slot == place.slot).unwrap();
        expected[at] = after;
        let found = records(&again.case, place.list);
        assert!(found == expected, "{expected:?} was written, but {found:?} read");
    }
}

fn remove(base: &Base, case: &Case, place: Place, is_writable: bool) {
    let before = case.record(place);
    let changed = |after: Option<Record>| Changed { place: Some(place), before: before.clone(), after };
    let patched = patch_case(base, &[changed(None)]).unwrap();
    assert!(patch_case(base, &[changed(before.clone())]).unwrap() == *base.bytes, "taken back, but bytes changed");
    assert!(shared_ends(&base.bytes, &patched) >= patched.len(), "a removal added bytes");
    if is_writable {
        let again = Again::of(patched);
        again.has_lists_of(case, Some(place.list));
        let mut expected = records(case, place.list);
        expected.remove(case.slots(place.list).iter().position(|slot| *slot == place.slot).unwrap());
        assert!(records(&again.case, place.list) == expected, "another record changed");
    }
}

fn append(base: &Base, case: &Case, list: List, is_writable: bool) {
    let mut record = Record::empty(list, Id::from("newaaaaa"));
    touch(&mut record, 0);
    let added = Changed { place: Some(case.next_place(list)), before: None, after: Some(record.clone()) };
    let patched = patch_case(base, &[added]).unwrap();
    let has_neighbours = match base.outline.member(list.key()) {
        Some(member) => !member.elements.is_empty(),
        None => !base.outline.members.is_empty(),
    };
    if has_neighbours {
        assert!(shared_ends(&base.bytes, &patched) >= base.bytes.len(), "an insertion took bytes away");
    }
    if is_writable {
        let again = Again::of(patched);
        again.has_lists_of(case, Some(list));
        let mut expected = records(case, list);
        expected.push(record);
        assert!(records(&again.case, list) == expected, "another record changed");
    }
}

/// Changes a record: a text becomes another, or goes, or a list in it grows.
fn touch(record: &mut Record, how: usize) {
    let alias = || Alias { id: Id::from("aliasaaa"), name: WORDS.into(), ..Alias::default() };
    let text = match record {
        Record::Party(party) if how == 2 => {
            party.aliases.push(alias());
            return;
        }
        Record::Header(record) => &mut record.title,
        Record::Article(record) => &mut record.title,
        Record::Entry(record) => &mut record.title,
        Record::Party(record) => &mut record.name,
        Record::Proceeding(record) => &mut record.caption,
        Record::Action(record) => &mut record.title,
        Record::Link(record) => &mut record.kind,
        Record::Amount(record) => &mut record.label,
        Record::Date(record) => &mut record.label,
        Record::Quote(record) => &mut record.exact,
        Record::Claim(record) => &mut record.by,
    };
    *text = if how == 1 { "".into() } else { WORDS.into() };
}

fn edit_article(base: &Base, before: &Article, is_writable: bool) {
    assert!(patch_article(base, before, before).unwrap() == *base.bytes, "nothing was edited, but bytes changed");
    let mut after = before.clone();
    after.title = WORDS.into();
    let patched = patch_article(base, before, &after).unwrap();
    if is_writable {
        let (again, faults) = Base::new(patched);
        same_but(base, &again.outline, &again.bytes, "title");
        let read = format::read_article(&again, faults);
        assert!(
            read.read_only.is_none() && read.article == after,
            "{after:?} was written, but {:?} read",
            read.article
        );
    }
}
