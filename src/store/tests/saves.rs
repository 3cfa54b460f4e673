//! A save is whole or not at all, whatever fails, and says which.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::disk::double::seeded::Bug;
use super::super::disk::double::{Attributes, Double, Fault, Lack};
use super::super::disk::{Disk, Stat};
use super::super::save::{Concern, Displaced, Expected, Order, SaveError, is_temporary, save_as_ordered};
use super::super::{Blobs, Digest};
use super::enumerate::{Scenario, Seen, assert_none, enumerate, enumerate_with};

/// What a save said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Saved,
    NotConfirmed,
    Refused,
}

/// One save that came to an end.
#[derive(Clone, Debug)]
pub struct Step {
    pub bytes: Vec<u8>,
    pub said: Said,
    pub displaced: Option<Displaced>,
    /// Whether what was displaced was taken into the blobs.
    pub is_adopted: bool,
}

/// Saves as the program does, knowing what it knows.
pub struct Caller {
    path: PathBuf,
    known: Vec<Digest>,
    stamp: Option<Stat>,
    blobs: Option<Blobs>,
}

impl Caller {
    pub fn new(path: &str, loaded: Option<&[u8]>) -> Self {
        Self { path: path.into(), known: loaded.map(Digest::of).into_iter().collect(), stamp: None, blobs: None }
    }

    pub fn save(&mut self, disk: &dyn Disk, bytes: &[u8]) -> Step {
        let expected = if self.known.is_empty() {
            Expected::Nothing
        } else {
            Expected::Known { digests: self.known.clone(), stamp: self.stamp }
        };
        let accepted = [Concern::OtherNames];
        let order = Order { path: &self.path, bytes, expected: &expected, accepted: &accepted };
        let (said, written) = match save_as_ordered(disk, &order) {
            Ok(written) => (Said::Saved, Some(written)),
            Err(SaveError::NotConfirmed { written, .. }) => (Said::NotConfirmed, Some(*written)),
            Err(_) => (Said::Refused, None),
        };
        let mut step = Step { bytes: bytes.to_vec(), said, displaced: None, is_adopted: false };
        if let Some(written) = written {
            self.known = vec![written.digest];
            self.stamp = written.stamp;
            if let (Some(blobs), Some(old)) = (&self.blobs, &written.displaced) {
                step.is_adopted = blobs.adopt(disk, &old.aside).is_ok();
            }
            step.displaced = written.displaced;
        }
        step
    }
}

/// Where the scenarios save.
struct Place {
    /// The path saved to.
    path: &'static str,
    /// The file that it leads to.
    file: &'static str,
    /// What is there before.
    old: Option<&'static [u8]>,
    /// Below which folder things may change.
    within: &'static str,
    attributes: Attributes,
}

const EXISTING: Place =
    Place { path: "/docs/a.json", file: "/docs/a.json", old: Some(b"old text"), within: "/docs", attributes: USUAL };
const USUAL: Attributes = Attributes { mode: 0o644, owner: (1000, 1000), extended: std::collections::BTreeMap::new() };

/// What a file has that somebody cares for.
fn rich() -> Attributes {
    let extended = [("user.note", "mine"), ("system.posix_acl_access", "list")];
    let extended = extended.map(|(name, value)| (name.to_owned(), value.as_bytes().to_vec())).into();
    Attributes { mode: 0o2640, owner: (7, 8), extended }
}

fn held(place: &Place, seen: &Seen<'_, Step>) -> Result<(), String> {
    if seen.is_name_lost() {
        return Ok(());
    }
    if seen.plan.is_empty() && seen.steps.iter().any(|step| step.said != Said::Saved) {
        return Err(format!("nothing failed, and yet {:?}", seen.steps));
    }
    let old = place.old.map(<[u8]>::to_vec);
    let (mut here, mut kept) = (vec![old.clone()], Vec::from_iter(old));
    for step in seen.steps {
        let new = Some(step.bytes.clone());
        // What was done though the system said otherwise cannot be told where asking fails as well.
        let is_unknown =
            seen.failed.len() > 1 && seen.plan.iter().any(|(_, fault)| matches!(fault, Fault::FailsAfter(_)));
        match step.said {
            Said::NotConfirmed if seen.is_cut => here.push(new),
            Said::Saved | Said::NotConfirmed => here = vec![new],
            Said::Refused if is_unknown => here.push(new),
            Said::Refused => {}
        }
        if step.said == Said::Saved || step.said == Said::NotConfirmed && !seen.is_cut {
            kept.push(step.bytes.clone());
        }
    }
    if place.path != place.file && !seen.disk.is_symlink(place.path) {
        return Err("the symbolic link is none any more".to_owned());
    }
    let found = seen.disk.bytes(place.file);
    let next = if seen.steps.is_empty() { &b"the first new text"[..] } else { b"another new text" };
    if !(here.contains(&found) || seen.is_killed && found.as_deref() == Some(next)) {
        return Err(format!("the file holds {}", words(found.as_deref())));
    }
    for bytes in &kept {
        if !seen.disk.holds(bytes) {
            return Err(format!("{} is nowhere", words(Some(bytes))));
        }
    }
    if found.is_some() && seen.disk.attributes(place.file).as_ref() != Some(&place.attributes) {
        return Err(format!("the file has {:?}", seen.disk.attributes(place.file)));
    }
    Ok(())
}

fn words(bytes: Option<&[u8]>) -> String {
    bytes.map_or("nothing".to_owned(), |bytes| format!("\"{}\"", bytes.escape_ascii()))
}

/// No temporary file stays where one could be removed.
fn tidy(seen: &Seen<'_, Step>) -> Result<(), String> {
    if seen.is_cut || seen.is_killed || seen.failed.len() > 1 || seen.failed.contains(&"remove") {
        return Ok(());
    }
    let asides: Vec<_> =
        seen.steps.iter().filter(|step| !step.is_adopted).filter_map(|step| step.displaced.as_ref()).collect();
    let files = seen.disk.files();
    let stray = files.iter().find(|(path, _)| is_temporary(path) && !asides.iter().any(|old| old.aside == *path));
    stray.map_or(Ok(()), |(path, _)| Err(format!("{} was left", path.display())))
}

/// Nothing elsewhere is touched.
fn elsewhere(place: &Place, start: &Double, seen: &Seen<'_, Step>) -> Result<(), String> {
    let outside = |disk: &Double| {
        let mut tree = disk.tree();
        tree.retain(|path, _| !path.starts_with(place.within) && !path.starts_with("/state"));
        tree
    };
    if outside(start) == outside(seen.disk) { Ok(()) } else { Err("something elsewhere was touched".to_owned()) }
}

type Start = fn() -> Double;

fn existing() -> Double {
    Double::with(&[("/docs/a.json", b"old text"), ("/docs/b.json", b"b"), ("/other/c", b"c")])
        .and_attributes("/docs/a.json", rich())
        .and_folder("/state")
}

fn scenario(
    name: &str,
    place: Place,
    start: Start,
    run: fn(&mut Caller, &dyn Disk, &mut dyn FnMut(Step)),
) -> Scenario<Step> {
    let (path, old) = (place.path, place.old);
    Scenario {
        name: format!("save, {name}"),
        start: Box::new(start),
        run: Box::new(move |disk: Arc<dyn Disk>, report| run(&mut Caller::new(path, old), &*disk, report)),
        check: Box::new(move |seen| {
            held(&place, seen)?;
            tidy(seen)?;
            elsewhere(&place, &start(), seen)
        }),
    }
}

fn once(caller: &mut Caller, disk: &dyn Disk, report: &mut dyn FnMut(Step)) {
    report(caller.save(disk, b"the first new text"));
}

fn twice(caller: &mut Caller, disk: &dyn Disk, report: &mut dyn FnMut(Step)) {
    once(caller, disk, report);
    report(caller.save(disk, b"another new text"));
}

fn twice_and_keep(caller: &mut Caller, disk: &dyn Disk, report: &mut dyn FnMut(Step)) {
    caller.blobs = Some(Blobs::new("/state/blobs".into()));
    twice(caller, disk, report);
}

const LONG: &str = concat!(
    "/docs/",
    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
);

fn scenarios() -> Vec<Scenario<Step>> {
    let file = || Place { attributes: rich(), ..EXISTING };
    let new = || Place { old: None, path: "/docs/new.json", file: "/docs/new.json", ..EXISTING };
    let deep = || Place { old: None, path: "/docs/x/y/new.json", file: "/docs/x/y/new.json", ..EXISTING };
    let linked = || Place { path: "/links/a.json", attributes: rich(), ..EXISTING };
    let dangling = || Place { path: "/links/a.json", old: None, ..EXISTING };
    let long = || Place { path: LONG, file: LONG, ..EXISTING };
    let known = || Double::with(&[(LONG, b"old text")]);
    let symlink = || existing().and_folder("/links").and_symlink("/links/a.json", "../docs/a.json");
    let broken =
        || Double::with(&[]).and_folder("/docs").and_folder("/links").and_symlink("/links/a.json", "../docs/a.json");
    vec![
        scenario("a new file", new(), existing, once),
        scenario("a file", file(), existing, once),
        scenario("a new file in new folders", deep(), existing, twice),
        scenario("behind a symbolic link", linked(), symlink, once),
        scenario("where a symbolic link leads to nothing", dangling(), broken, once),
        scenario("a name of 255 bytes", long(), known, once),
        scenario("no exchange", file(), || existing().without(Lack::Exchange), once),
        scenario("no exchange and no links", file(), || existing().without(Lack::Exchange).without(Lack::Link), once),
        scenario("a new file, no rename without overwriting", new(), || existing().without(Lack::RenameNew), once),
        scenario("a new file, nothing but rename", new(), bare, once),
        scenario("a file with other names", file(), || existing().and_hard_link("/docs/z", "/docs/a.json"), once),
        scenario("twice", file(), existing, twice),
        scenario("twice, keeping what is displaced", file(), existing, twice_and_keep),
        scenario("twice, keeping, no links", file(), || existing().without(Lack::Link), twice_and_keep),
        scenario("a new file twice, keeping", new(), existing, twice_and_keep),
    ]
}

fn bare() -> Double {
    existing().without(Lack::RenameNew).without(Lack::Link).without(Lack::Exchange)
}

#[test]
fn a_save_survives_every_fault_of_every_call() {
    assert_none(&scenarios().iter().map(enumerate).collect::<Vec<_>>());
}

#[test]
fn what_is_said_of_a_file_that_was_saved_is_what_the_system_says() {
    for lacks in [&[][..], &[Lack::Exchange], &[Lack::Exchange, Lack::Link], &[Lack::RenameNew]] {
        for path in ["/docs/a.json", "/docs/new.json"] {
            let disk = lacks.iter().fold(existing(), |disk, lack| disk.without(*lack));
            let order = Order { path: path.as_ref(), bytes: b"new", expected: &Expected::Anything, accepted: &[] };
            let written = save_as_ordered(&disk, &order).unwrap();
            assert_eq!(written.stamp, disk.stat(path.as_ref()).ok(), "{path}, without {lacks:?}");
        }
    }
}

#[test]
fn the_folder_of_a_file_that_was_read_is_not_made_again() {
    let disk = Double::with(&[]);
    let step = Caller::new("/drive/case/a.json", Some(b"old text")).save(&disk, b"new");
    assert_eq!(step.said, Said::Refused);
    assert_eq!(disk.tree().len(), 0);
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let disk = Double::with(&[]).and_folder("/docs");
    let step = Caller::new("/docs/a.json", Some(b"old text")).save(&disk, b"new");
    assert_eq!(step.said, Said::Saved);
    assert_eq!(disk.bytes("/docs/a.json").unwrap(), b"new");
}

#[test]
fn each_seeded_bug_is_seen() {
    for bug in Bug::ALL {
        let scenarios = scenarios();
        let seen = scenarios.iter().filter(|scenario| enumerate_with(scenario, bug).violations > 0).count();
        println!("{bug:?}: seen in {seen} of {} scenarios", scenarios.len());
        // A new file that is given its place by a link is not touched by writing in place.
        let least = if bug == Bug::InPlace { scenarios.len() - 1 } else { scenarios.len() };
        assert!(seen >= least, "{bug:?} was seen in {seen} of {} scenarios", scenarios.len());
    }
}
