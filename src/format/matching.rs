//! Which element of an array is which: in the file, in the value that was read from it, in the value it shall have.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use serde_json::Value;

use super::tree::Tree;

/// The `id` of an element that has one.
fn id(value: &Value) -> Option<&str> {
    value.get("id")?.as_str()
}

/// The `id`s of all elements; `None` if one has none.
fn ids(values: &[Value]) -> Option<Vec<&str>> {
    values.iter().map(id).collect()
}

/// Where in the file each element of `old` stands.
///
/// The file may hold more elements, those that could not be read. `None` if one of `old` cannot be found.
pub fn align(base: &[u8], elements: &[Range<usize>], old: &[Value]) -> Option<Vec<usize>> {
    let in_file: Vec<Value> = elements.iter().map(|span| Tree::parse(base, span.clone()).0.to_value().0).collect();
    if let Some(ids) = ids(old) {
        return align_by_id(&in_file, old, &ids);
    }
    if in_file.len() == old.len() {
        return Some((0..old.len()).collect());
    }
    let mut rest = in_file.iter().enumerate();
    old.iter().map(|value| rest.find(|(_, found)| covers(found, value)).map(|(index, _)| index)).collect()
}

fn align_by_id(in_file: &[Value], old: &[Value], ids: &[&str]) -> Option<Vec<usize>> {
    let mut with_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, found) in in_file.iter().enumerate() {
        if let Some(id) = id(found) {
            with_id.entry(id).or_default().push(index);
        }
    }
    let mut places = Vec::with_capacity(old.len());
    for (value, id) in old.iter().zip(ids) {
        let unused = with_id.get_mut(id)?;
        // Of two with the same id one may have been unreadable.
        let best = unused.iter().position(|&index| covers(&in_file[index], value)).unwrap_or(0);
        if best == unused.len() {
            return None;
        }
        places.push(unused.remove(best));
    }
    Some(places)
}

/// Whether `read` may have been read from `found`: all of it is there, and perhaps more.
fn covers(found: &Value, read: &Value) -> bool {
    match (found, read) {
        (Value::Object(found), Value::Object(read)) => {
            read.iter().all(|(key, read)| found.get(key).is_some_and(|found| covers(found, read)))
        }
        (Value::Array(found), Value::Array(read)) => {
            let mut rest = found.iter();
            read.iter().all(|read| rest.any(|found| covers(found, read)))
        }
        _ => found == read,
    }
}

/// For each element of `new` which one of `old` it comes from, each at most once.
///
/// Where all have an `id` that decides. Else what is equal at the start and at the end is the same, and so is what is
/// left between if it is as many as before.
pub fn pair(old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
    if let (Some(old), Some(new)) = (ids(old), ids(new)) {
        let mut with_id: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (index, id) in old.into_iter().enumerate() {
            with_id.entry(id).or_default().push_back(index);
        }
        return new.into_iter().map(|id| with_id.get_mut(id)?.pop_front()).collect();
    }
    let shorter = old.len().min(new.len());
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let ends = old.iter().rev().zip(new.iter().rev()).take(shorter - start);
    let end = ends.take_while(|(old, new)| old == new).count();
    let origin = |index: usize| {
        if index < start || old.len() == new.len() {
            Some(index)
        } else if index >= new.len() - end {
            Some(index + old.len() - new.len())
        } else {
            None
        }
    };
    (0..new.len()).map(origin).collect()
}

/// Marks the members of a longest rising run in `numbers`, which are all different; the others have to move.
pub fn longest_rising(numbers: &[usize]) -> Vec<bool> {
    // Patience sorting: for every length the index of the run's smallest last number, and for every index the one before.
    let mut last_of: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (index, &number) in numbers.iter().enumerate() {
        let length = last_of.partition_point(|&last| numbers[last] < number);
        before.push(length.checked_sub(1).map(|shorter| last_of[shorter]));
        match last_of.get_mut(length) {
            Some(last) => *last = index,
            None => last_of.push(index),
        }
    }
    let mut stays = vec![false; numbers.len()];
    let mut at = last_of.last().copied();
    while let Some(index) = at {
        stays[index] = true;
        at = before[index];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::{align, longest_rising, pair};
    use crate::format::Outline;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn list(value: &Value) -> Vec<Value> {
        value.as_array().cloned().unwrap_or_default()
    }

    #[test]
    fn elements_are_paired() {
        let table = [
            (json!([1, 2, 3]), json!([1, 2, 3]), vec![Some(0), Some(1), Some(2)]),
            (json!([1, 2, 3]), json!([1, 9, 3]), vec![Some(0), Some(1), Some(2)]),
            (json!([1, 2, 3]), json!([1, 3]), vec![Some(0), Some(2)]),
            (json!([1, 3]), json!([1, 2, 3]), vec![Some(0), None, Some(1)]),
            (json!([1, 1]), json!([1, 1, 1]), vec![Some(0), Some(1), None]),
            (json!([1]), json!([]), vec![]),
            (json!([]), json!([1]), vec![None]),
            (
                json!([{"id": "a"}, {"id": "b"}]),
                json!([{"id": "b"}, {"id": "c"}, {"id": "a"}]),
                vec![Some(1), None, Some(0)],
            ),
            (
                json!([{"id": "a"}, {"id": "a"}]),
                json!([{"id": "a"}, {"id": "a"}, {"id": "a"}]),
                vec![Some(0), Some(1), None],
            ),
        ];
        for (old, new, expected) in table {
            assert_eq!(pair(&list(&old), &list(&new)), expected, "{old} to {new}");
        }
    }

    #[test]
    fn elements_are_found_in_the_file() {
        let table = [
            (r#"[1, "bad", 2]"#, json!([1, 2]), Some(vec![0, 2])),
            (r#"[{"ref":"a","x":1}, 7, {"ref":"b"}]"#, json!([{"ref": "a"}, {"ref": "b"}]), Some(vec![0, 2])),
            (r#"[{"id":"b"}, {"id":"a"}]"#, json!([{"id": "a"}]), Some(vec![1])),
            (r#"[{"id":"a","n":"?"}, {"id":"a","n":1}]"#, json!([{"id": "a", "n": 1}]), Some(vec![1])),
            (r"[1e0]", json!([1]), Some(vec![0])),
            (r#"[{"id":"b"}]"#, json!([{"id": "a"}]), None),
            (r"[1, 2, 3]", json!([3, 1]), None),
        ];
        for (text, old, expected) in table {
            let elements = Outline::of(text.as_bytes()).0.elements;
            assert_eq!(align(text.as_bytes(), &elements, &list(&old)), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_longest_rising_run_rises_and_is_longest(numbers in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle()) {
            let stays = longest_rising(&numbers);
            let run: Vec<_> = numbers.iter().zip(&stays).filter(|(_, stays)| **stays).map(|(n, _)| *n).collect();
            prop_assert!(run.is_sorted());
            let rises = |bits: &usize| {
                let chosen: Vec<_> = (0..9).filter(|at| bits >> at & 1 == 1).map(|at| numbers[at]).collect();
                chosen.is_sorted()
            };
            let longest = (0..1usize << 9).filter(rises).map(usize::count_ones).max().unwrap_or(0);
            prop_assert_eq!(run.len(), longest as usize);
        }
    }
}
