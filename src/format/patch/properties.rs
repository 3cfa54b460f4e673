//! Generated files, changed at random: what is meant to stay stays byte for byte.

use std::collections::BTreeMap;

use super::sketch::{file, known, known_key, load, look, sketch};
use super::{Changes, ListChange, SlotChange, apply};
use crate::format::{Kind, NodeId, Outline, Tree};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Small pseudo-random choices out of one generated number.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn fresh(dice: &mut Dice) -> Value {
    let choices = [
        json!(7),
        json!("neu é\n"),
        json!([]),
        json!({}),
        json!([1, {"id": "z"}]),
        json!({"id": "new", "by": [2]}),
        json!(-0.5),
    ];
    choices[dice.roll(choices.len())].clone()
}

/// Changes one thing somewhere in `value`.
fn mutate(value: &mut Value, dice: &mut Dice) {
    let deeper = dice.roll(3) > 0;
    match value {
        Value::Object(map) if deeper && !map.is_empty() => {
            let at = dice.roll(map.len());
            map.values_mut().nth(at).into_iter().for_each(|inner| mutate(inner, dice));
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let at = dice.roll(items.len());
            mutate(&mut items[at], dice);
        }
        Value::Object(map) => match (dice.roll(3), map.len()) {
            (0, 1..) => {
                let key = map.keys().nth(dice.roll(map.len())).cloned().unwrap();
                map.shift_remove(&key);
            }
            (1, _) => {
                // Somewhere in the middle, as a struct with a fixed order of keys would have it.
                let (key, at) = (["k1", "title", "k2"][dice.roll(3)], dice.roll(map.len() + 1));
                map.shift_remove(key);
                map.shift_insert(at.min(map.len()), key.to_owned(), fresh(dice));
            }
            _ => drop(map.insert("note".to_owned(), fresh(dice))),
        },
        Value::Array(items) => match (dice.roll(4), items.len()) {
            (0, 1..) => drop(items.remove(dice.roll(items.len()))),
            (1, 2..) => {
                let (from, to) = (dice.roll(items.len()), dice.roll(items.len()));
                let item = items.remove(from);
                items.insert(to, item);
            }
            (2, 1..) => items.reverse(),
            _ => items.insert(dice.roll(items.len() + 1), fresh(dice)),
        },
        other => *other = fresh(dice),
    }
}

/// A change of the file, and the header and list it shall have then.
fn change(text: &str, dice: &mut Dice, steps: usize) -> (Changes, Value, Vec<Option<Value>>) {
    let (old, mut records) = load(text);
    let mut new = old.clone();
    let mut slots: BTreeMap<usize, SlotChange> = BTreeMap::new();
    let before = records.clone();
    let mut removed = vec![false; records.len()];
    for _ in 0..steps {
        let at = dice.roll(records.len() + 2);
        match (before.get(at), dice.roll(4)) {
            (None, _) => mutate(&mut new, dice),
            (Some(_), 0) => removed[at] = true,
            (Some(Some(_)), _) => records[at].iter_mut().for_each(|record| mutate(record, dice)),
            (Some(None), _) => {}
        }
    }
    for (index, (old, new)) in before.iter().zip(&records).enumerate() {
        if removed[index] {
            slots.insert(index, SlotChange::Remove);
        } else if let (Some(old), Some(new)) = (old, new) {
            slots.insert(index, SlotChange::Replace { old: old.clone(), new: new.clone() });
        }
    }
    let appended: Vec<Value> =
        (0..dice.roll(3)).map(|n| json!({"id": format!("n{n}"), "by": [{"ref": "a"}]})).collect();
    let mut kept = removed.iter();
    records.retain(|_| kept.next() == Some(&false));
    records.extend(appended.iter().cloned().map(Some));
    let list = ListChange { key: "list".to_owned(), slots, appended };
    (Changes { header: Some((old, new.clone())), lists: vec![list] }, new, records)
}

fn patched(text: &str, changes: &Changes) -> String {
    let (outline, _) = Outline::of(text.as_bytes());
    String::from_utf8(apply(text.as_bytes(), &outline, changes, &["title", "list", "note"]).unwrap()).unwrap()
}

/// All members known to nobody that stand where only objects and elements with an id lead to, by their path, in order.
fn unknown_members(tree: &Tree<'_>, text: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut todo: Vec<(NodeId, String)> = vec![(tree.root(), String::new())];
    while let Some((id, path)) = todo.pop() {
        let object = tree.node(id).kind == Kind::Object;
        for child in tree.children(id) {
            let node = tree.node(child);
            match tree.key(child) {
                Some(key) if object && !known_key(&key) => {
                    let whole = node.key_span.clone().unwrap().start..node.span.end;
                    found.entry(format!("{path}/{key}")).or_default().push(text[whole].to_owned());
                }
                Some(key) if object && tree.member(id, &key) == Some(child) => {
                    todo.push((child, format!("{path}/{key}")));
                }
                Some(_) => {}
                None => {
                    let element = tree.member(child, "id").map(|id| String::from_utf8_lossy(tree.raw(id)));
                    todo.extend(element.map(|element| (child, format!("{path}/{element}"))));
                }
            }
        }
    }
    found
}

/// The paths of `value` by the same rule: those that are still there after a change.
fn paths(value: &Value, path: &str, all: &mut Vec<String>) {
    all.push(path.to_owned());
    match value {
        Value::Object(map) => map.iter().for_each(|(key, inner)| paths(inner, &format!("{path}/{key}"), all)),
        Value::Array(items) if items.iter().all(|item| item.get("id").is_some_and(Value::is_string)) => {
            for item in items {
                paths(item, &format!("{path}/{}", item["id"]), all);
            }
        }
        _ => {}
    }
}

fn all_paths(header: &Value, records: &[Option<Value>]) -> Vec<String> {
    let mut all = Vec::new();
    paths(header, "", &mut all);
    let list: Vec<Value> = records.iter().flatten().cloned().collect();
    paths(&Value::Array(list), "/list", &mut all);
    all
}

/// Scalars that change inside their objects and arrays: where the value has them and where the file has them.
fn scalars(tree: &Tree<'_>) -> Vec<(Vec<Value>, NodeId)> {
    let mut found = Vec::new();
    let mut todo = vec![(tree.root(), Vec::new())];
    let readable = |id: &NodeId| tree.raw(*id) != br#""BAD""#;
    while let Some((id, path)) = todo.pop() {
        let step = |token: Value| path.iter().cloned().chain([token]).collect::<Vec<_>>();
        match tree.node(id).kind {
            Kind::Object => todo.extend(tree.children(id).filter(readable).filter_map(|child| {
                let key = tree.key(child)?;
                let counts = known_key(&key) && key != "id" && tree.member(id, &key) == Some(child);
                counts.then(|| (child, step(json!(key))))
            })),
            Kind::Array => {
                todo.extend(tree.children(id).filter(readable).enumerate().map(|(at, child)| (child, step(json!(at)))));
            }
            _ => found.push((path, id)),
        }
    }
    found
}

fn at<'v>(value: &'v mut Value, path: &[Value]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, token| match token {
        Value::String(key) => value.get_mut(key),
        token => value.get_mut(usize::try_from(token.as_u64()?).ok()?),
    })
}

/// Whether some array on the way holds one id twice, so that it is not certain which element is meant.
fn has_twins(value: &Value) -> bool {
    match value {
        Value::Object(map) => map.values().any(has_twins),
        Value::Array(items) => {
            let ids: Vec<_> = items.iter().filter_map(|item| item.get("id")).collect();
            (1..ids.len()).any(|at| ids[..at].contains(&ids[at])) || items.iter().any(has_twins)
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nothing_changed_writes_the_same_bytes(text in file()) {
        prop_assert_eq!(&patched(&text, &Changes::default()), &text);
        let (header, records) = load(&text);
        let same = records.into_iter().enumerate().filter_map(|(index, record)| {
            let record = record?;
            Some((index, SlotChange::Replace { old: record.clone(), new: record }))
        });
        let list = ListChange { key: "list".to_owned(), slots: same.collect(), appended: vec![] };
        let changes = Changes { header: Some((header.clone(), header)), lists: vec![list] };
        prop_assert_eq!(&patched(&text, &changes), &text);
    }

    #[test]
    fn one_scalar_changed_changes_its_bytes_only(text in file(), which: prop::sample::Index) {
        let (old, _) = load(&text);
        let (outline, _) = Outline::of(text.as_bytes());
        let (tree, _) = Tree::parse(text.as_bytes(), outline.span.clone());
        let mut choices = scalars(&tree);
        choices.retain(|(path, _)| path[0] != "list");
        if choices.is_empty() || has_twins(&old) {
            return Ok(());
        }
        let (path, id) = &choices[which.index(choices.len())];
        let mut new = old.clone();
        let Some(place) = at(&mut new, path) else { return Err(TestCaseError::fail(format!("{path:?} in {old}"))) };
        *place = json!("changed");
        let span = tree.node(*id).span.clone();
        let expected = format!("{}\"changed\"{}", &text[..span.start], &text[span.end..]);
        prop_assert_eq!(patched(&text, &Changes { header: Some((old, new)), lists: vec![] }), expected);
    }

    #[test]
    fn a_change_reads_back_and_keeps_what_is_unknown(text in file(), seed: u64, steps in 1usize..6) {
        let (changes, header, records) = change(&text, &mut Dice(seed), steps);
        let after = patched(&text, &changes);
        let (outline, faults) = Outline::of(after.as_bytes());
        let broken: Vec<_> = faults.iter().filter(|fault| fault.class == crate::format::FaultClass::Syntax).collect();
        prop_assert!(broken.is_empty(), "{:?} in {}", broken, after);
        let (header_after, records_after) = load(&after);
        prop_assert_eq!(&header_after, &header, "{}", after);
        prop_assert_eq!(&records_after, &records, "{}", after);

        let (old_header, old_records) = load(&text);
        let mut twins = old_records.iter().flatten().any(has_twins) || has_twins(&old_header);
        twins |= records.iter().flatten().any(has_twins) || has_twins(&header);
        if !twins {
            let before_paths = all_paths(&old_header, &old_records);
            let after_paths = all_paths(&header, &records);
            let (old_tree, _) = Tree::parse(text.as_bytes(), Outline::of(text.as_bytes()).0.span);
            let (new_tree, _) = Tree::parse(after.as_bytes(), outline.span);
            let now = unknown_members(&new_tree, &after);
            for (path, raw) in unknown_members(&old_tree, &text) {
                let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
                if before_paths.contains(&parent) && after_paths.contains(&parent) && same_kind(&parent, &changes) {
                    prop_assert_eq!(now.get(&path), Some(&raw), "{} in {} by {:?}", path, after, changes);
                }
            }
        }
    }

    #[test]
    fn a_record_added_to_any_file_is_there(text in file(), seed: u64) {
        let record = json!({"id": "added", "note": fresh(&mut Dice(seed))});
        let list = ListChange { key: "list".to_owned(), appended: vec![record.clone()], ..ListChange::default() };
        let after = patched(&text, &Changes { header: None, lists: vec![list] });
        let (_, records) = load(&after);
        prop_assert_eq!(records.last(), Some(&Some(record)));
        let without: String = after.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert!(without.len() > text.chars().filter(|c| !c.is_whitespace()).count());
    }

    #[test]
    fn values_of_any_two_shapes_become_each_other(a in sketch(), b in sketch(), look in look()) {
        let (a, b) = (look.file(&a), look.file(&b));
        let read = |text: &str| known(&Tree::parse(text.as_bytes(), Outline::of(text.as_bytes()).0.span).0.to_value().0);
        let (old, new) = (json!({"title": read(&a)}), json!({"title": read(&b)}));
        let base = format!("{{\"title\":{}}}", a.trim_start_matches('\u{feff}'));
        let after = patched(&base, &Changes { header: Some((old, new.clone())), lists: vec![] });
        let (title, _) = load(&after);
        prop_assert_eq!(title.get("title").cloned().unwrap_or(Value::Null), new["title"].clone(), "{}", after);
    }
}

/// Whether everything on the way to `path` was patched and not replaced: same kinds, and arrays matched by id.
fn same_kind(path: &str, changes: &Changes) -> bool {
    let follow = |value: &Value| kinds(value, path);
    let Some((old, new)) = &changes.header else { return true };
    let records = |pick: fn(&SlotChange) -> Option<&Value>| -> Value {
        changes.lists.iter().flat_map(|list| list.slots.values().filter_map(pick)).cloned().collect()
    };
    let with_list = |header: &Value, list: Value| {
        let mut map: Map<String, Value> = header.as_object().cloned().unwrap_or_default();
        map.insert("list".to_owned(), list);
        Value::Object(map)
    };
    let old_list = records(|slot| if let SlotChange::Replace { old, .. } = slot { Some(old) } else { None });
    let new_list = records(|slot| if let SlotChange::Replace { new, .. } = slot { Some(new) } else { None });
    follow(&with_list(old, old_list)) == follow(&with_list(new, new_list))
}

/// The kinds of the values on the way to `path`; an array tells also whether all of it has ids.
fn kinds(value: &Value, path: &str) -> Vec<u8> {
    let mut kinds = Vec::new();
    let mut at = Some(value);
    for token in path.split('/').skip(1) {
        let Some(value) = at else { break };
        at = match value {
            Value::Object(map) => {
                kinds.push(1);
                map.get(token)
            }
            Value::Array(items) => {
                let ids = items.iter().all(|item| item.get("id").is_some_and(Value::is_string));
                kinds.push(if ids { 2 } else { 3 });
                items.iter().find(|item| item.get("id").and_then(Value::as_str) == Some(token.trim_matches('"')))
            }
            _ => None,
        };
    }
    kinds.push(match at {
        Some(Value::Object(_)) => 1,
        Some(Value::Array(_)) => 2,
        Some(_) => 4,
        None => 5,
    });
    kinds
}
