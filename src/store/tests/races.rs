//! Another program that writes in the midst of a save.

use std::path::Path;
use std::sync::Arc;

use super::super::disk::double::{Double, Lack};
use super::saves::{Caller, Said, Step};

const FILE: &str = "/docs/a.json";
const FOREIGN: &[u8] = b"another program's text";
const NEW: &[u8] = b"the first new text";

/// What the other program does.
type Act = fn(&Double);

const ACTS: [(&str, Act); 4] = [
    ("writes in place", |disk| {
        if disk.bytes(FILE).is_some() {
            disk.write_in_place(Path::new(FILE), FOREIGN);
        }
    }),
    ("puts another file there", |disk| disk.set(Path::new(FILE), FOREIGN)),
    ("removes the file", |disk| {
        if disk.bytes(FILE).is_some() {
            disk.take_away(Path::new(FILE));
        }
    }),
    ("does nothing", |_| {}),
];

fn disk(old: Option<&[u8]>) -> Double {
    let disk = Double::with(&[("/docs/b.json", b"b")]);
    if let Some(old) = old {
        disk.set(Path::new(FILE), old);
        disk.settle();
    }
    disk
}

/// Whether what the other program wrote was lost, or something was said of it that is not so.
fn fault(disk: &Double, step: &Step, wrote: bool) -> Option<String> {
    let there = disk.bytes(FILE);
    if !wrote && step.said != Said::Saved {
        return Some(format!("it kept the save from going well, {step:?}"));
    }
    if wrote && !disk.holds(FOREIGN) {
        return Some(format!("it was lost, {step:?}"));
    }
    let is_taken_away = wrote && there.as_deref() == Some(NEW);
    if is_taken_away && !step.displaced.as_ref().is_some_and(|old| old.is_foreign) {
        return Some(format!("it was displaced in silence, {step:?}"));
    }
    if !wrote && step.displaced.as_ref().is_some_and(|old| old.is_foreign) {
        return Some(format!("what nobody else wrote was called foreign, {step:?}"));
    }
    let is_new = step.said == Said::Saved && (there.as_deref() == Some(NEW) || wrote || there.is_none());
    (step.said == Said::Saved && !is_new).then(|| format!("it was not saved, {step:?}"))
}

/// Every act before every call of a save; the moments at which something is lost.
fn faults(start: &dyn Fn() -> Double, old: Option<&[u8]>) -> (usize, Vec<String>) {
    let undisturbed = start();
    Caller::new(FILE, old).save(&undisturbed, NEW);
    let mut found = Vec::new();
    let (calls, mut races) = (undisturbed.log().len(), 0);
    for (name, act) in ACTS {
        for number in 0..=calls {
            let disk = start();
            disk.intrude(number, Arc::new(act));
            let step = Caller::new(FILE, old).save(&disk, NEW);
            let is_late = number >= disk.log().len();
            if is_late {
                act(&disk);
            }
            let wrote = name.starts_with("puts") || name.starts_with("writes") && disk.holds(FOREIGN);
            races += 1;
            found.extend(fault(&disk, &step, wrote).map(|what| format!("it {name} before call {number}: {what}")));
        }
    }
    (races, found)
}

#[test]
fn what_another_program_writes_in_the_midst_of_a_save_is_never_lost() {
    for old in [None, Some(&b"old text"[..])] {
        let (races, found) = faults(&|| disk(old), old);
        println!(
            "other writers, {}: {races} races, {} violations",
            if old.is_some() { "a file" } else { "a new file" },
            found.len()
        );
        assert_eq!(found, Vec::<String>::new());
    }
}

/// Where a file system cannot do it in one step there is one moment at which a file that is put in the place of the old
/// one is lost, and none other; the old file is never.
#[test]
fn without_exchange_one_moment_is_left() {
    let old = Some(&b"old text"[..]);
    for (lacks, most) in [(&[Lack::Exchange][..], 1), (&[Lack::Exchange, Lack::Link], 1)] {
        let start = || lacks.iter().fold(disk(old), |disk, lack| disk.without(*lack));
        let (races, found) = faults(&start, old);
        println!("other writers, without {lacks:?}: {races} races, {} lost:\n{}", found.len(), found.join("\n"));
        assert!(found.len() <= most, "{found:?}");
    }
}
