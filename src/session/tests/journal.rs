//! What the journal gives back after a crash, and after an ordinary end.

use proptest::prelude::*;

use super::*;
use crate::session::{Aside, Draft, Storage};
use crate::store::State;

mod together;

/// A folder for documents and one for the state of the user.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn storage(&self) -> Storage {
        Storage { state: Some(State::at(self.folder.path().join("state"))), ..Storage::default() }
    }

    fn session(&self) -> Session {
        Session::with_storage(std::sync::Arc::new(|| {}), self.storage())
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("work/quay.case.json")
    }

    fn open(&self) -> Session {
        let mut session = self.session();
        session.perform(Command::Open(vec![self.path()]));
        settle(&mut session);
        session
    }

    /// What the first thing that can be recovered leads to.
    fn recovered(&self) -> Session {
        let mut session = self.session();
        session.perform(Command::LookForLost);
        let started = Instant::now();
        let lost = loop {
            session.poll();
            let lost = session.take_lost();
            if !lost.is_empty() {
                break lost;
            }
            assert!(started.elapsed() < Duration::from_secs(20), "something can be recovered");
        };
        session.perform(Command::Recover(lost[0].journal.clone()));
        settle(&mut session);
        session
    }

    /// The case in its file, as a new case was saved there.
    fn with_case(&self) -> Session {
        let mut session = self.session();
        session.perform(Command::NewCase);
        set(&mut session, &Target::Header, "title", "Quay");
        let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
        let amount = new_record(&mut session, List::Amounts);
        prove(&mut session, &amount, "value", &article, "up to €2.5 million");
        save_as(&mut session, &self.path());
        assert_eq!(failures(&mut session), Vec::<String>::new());
        session
    }
}

/// What a killed program leaves behind: everything written, nothing ended.
fn kill(mut session: Session) {
    assert!(session.flush());
    drop(session);
}

fn end(mut session: Session) {
    session.close_journal();
}

fn undo_all(session: &mut Session) {
    while session.undo_label().is_some() {
        session.perform(Command::Undo);
    }
}

fn redo_all(session: &mut Session) {
    while session.redo_label().is_some() {
        session.perform(Command::Redo);
    }
}

#[test]
fn work_on_a_new_case_is_recovered_with_its_history() {
    let place = Place::new();
    let mut session = place.session();
    session.perform(Command::NewCase);
    set(&mut session, &Target::Header, "title", "Quay");
    let article = new_article(&mut session, "Board sues", "2024-03-06", TEXT);
    let amount = new_record(&mut session, List::Amounts);
    prove(&mut session, &amount, "value", &article, "up to €2.5 million");
    let before = everything(&session);
    kill(session);
    let mut again = place.recovered();
    assert_eq!(everything(&again), before);
    assert!(again.is_modified() && again.needs_path());
    undo_all(&mut again);
    assert_eq!(again.case().header.title, "");
    redo_all(&mut again);
    assert_eq!(everything(&again), before);
    save_as(&mut again, &place.path());
    assert_eq!(failures(&mut again), Vec::<String>::new());
    end(again);
    assert_eq!(everything(&place.open()), before);
    assert!(crate::session::look(&place.storage()).is_empty());
}

#[test]
fn history_comes_back_after_an_ordinary_end_and_leads_to_the_opened_bytes() {
    let place = Place::new();
    end(place.with_case());
    std::fs::remove_dir_all(place.folder.path().join("state")).unwrap();
    let opened = files(place.path().parent().unwrap());
    let mut session = place.open();
    assert_eq!(session.undo_label(), None);
    set(&mut session, &Target::Header, "summary", "It sank.");
    let party = new_record(&mut session, List::Parties);
    set(&mut session, &party, "name", "Nordlys AS");
    save(&mut session);
    set(&mut session, &party, "name", "Nordlys");
    session.perform(Command::Undo);
    end(session);
    let mut again = place.open();
    assert!(!again.is_modified());
    assert_eq!((again.undo_label(), again.redo_label()), (Some("change of name"), Some("change of name")));
    undo_all(&mut again);
    assert!(again.is_modified());
    save(&mut again);
    assert_eq!(failures(&mut again), Vec::<String>::new());
    assert_eq!(files(place.path().parent().unwrap()), opened, "the very bytes that were opened, a session earlier");
}

#[test]
fn a_file_that_another_program_wrote_has_no_history() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    save(&mut session);
    end(session);
    let text = std::fs::read_to_string(place.path()).unwrap().replace("It sank.", "It floats.");
    std::fs::write(place.path(), text).unwrap();
    let session = place.open();
    assert_eq!((session.undo_label(), session.is_modified()), (None, false));
    assert_eq!(session.case().header.summary, "It floats.");
}

#[test]
fn work_that_was_not_saved_is_asked_about_when_its_file_is_opened() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    let before = everything(&session);
    kill(session);
    let saved = files(place.path().parent().unwrap());
    let mut plain = place.open();
    let lost = plain.take_lost();
    assert_eq!(lost.len(), 1);
    assert_eq!((lost[0].steps, lost[0].aside, lost[0].title.as_str()), (1, None, "Quay"));
    assert_eq!(plain.case().header.summary, "");
    plain.perform(Command::Recover(lost[0].journal.clone()));
    settle(&mut plain);
    assert_eq!(everything(&plain), before);
    assert_eq!(files(place.path().parent().unwrap()), saved, "nothing is overwritten by itself");
    save(&mut plain);
    assert_eq!(failures(&mut plain), Vec::<String>::new());
    assert!(!plain.is_modified());
}

#[test]
fn work_that_nobody_wanted_yet_is_not_written_over() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    kill(session);
    let mut other = place.open();
    set(&mut other, &Target::Header, "summary", "It floats.");
    kill(other);
    let mut found = crate::session::look(&place.storage());
    found.sort_by_key(|one| one.aside.is_some());
    assert_eq!(found.iter().map(|one| one.aside).collect::<Vec<_>>(), [None, Some(Aside::Left)]);
}

#[test]
fn work_that_cannot_be_put_aside_is_not_written_over_either() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    kill(session);
    let journal = crate::session::look(&place.storage())[0].journal.clone();
    std::fs::write(journal.with_file_name("aside"), "in the way").unwrap();
    let mut other = place.open();
    set(&mut other, &Target::Header, "summary", "It floats.");
    kill(other);
    assert_eq!(crate::session::look(&place.storage()).len(), 2);
}

#[test]
fn that_work_is_not_kept_safe_is_said_once_and_not_at_every_attempt() {
    let place = Place::new();
    let mut session = place.with_case();
    end(std::mem::replace(&mut session, place.session()));
    let documents = place.folder.path().join("state/documents");
    std::fs::remove_dir_all(&documents).unwrap();
    std::fs::write(&documents, "in the way").unwrap();
    let mut session = place.open();
    set(&mut session, &Target::Header, "summary", "It sank.");
    let mut said = Vec::new();
    let started = Instant::now();
    while started.elapsed() < Duration::from_millis(700) {
        session.poll();
        said.extend(failures(&mut session));
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(said.len() == 1 && said[0].ends_with(documents.to_str().unwrap()), "{said:?}");
    std::fs::remove_file(&documents).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    session.poll();
    set(&mut session, &Target::Header, "summary", "It floats.");
    kill(session);
    assert_eq!(place.recovered().case().header.summary, "It floats.");
}

#[test]
fn a_case_that_is_opened_again_in_its_window_is_not_asked_about() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    assert!(session.flush());
    session.give_up_changes();
    session.perform(Command::Open(vec![place.path()]));
    settle(&mut session);
    assert_eq!(session.take_lost(), Vec::new());
    assert_eq!(session.case().header.summary, "");
    let found = crate::session::look(&place.storage());
    assert_eq!(found.iter().map(|one| one.aside).collect::<Vec<_>>(), [Some(Aside::Closed)]);
    set(&mut session, &Target::Header, "summary", "It floats.");
    save(&mut session);
    end(session);
    assert_eq!(place.open().undo_label(), Some("change of summary"));
}

#[test]
fn work_that_is_open_here_is_not_opened_twice() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    kill(session);
    let mut again = place.recovered();
    let journal = place.folder.path().join("state/documents");
    let journal = std::fs::read_dir(journal).unwrap().map(|entry| entry.unwrap().path().join("journal"));
    let journal = journal.into_iter().find(|path| path.exists()).unwrap();
    assert!(crate::session::look(&place.storage()).is_empty(), "it is at work");
    for command in [Command::Recover(journal.clone()), Command::SetAside(journal.clone())] {
        again.give_up_changes();
        again.perform(command);
        settle(&mut again);
        assert_eq!(again.case().header.summary, "It sank.");
        assert!(journal.exists());
    }
    set(&mut again, &Target::Header, "summary", "It sank twice.");
    kill(again);
    assert_eq!(place.recovered().case().header.summary, "It sank twice.");
}

#[test]
fn what_was_typed_before_there_was_a_case_is_in_the_one_that_it_begins() {
    let place = Place::new();
    let mut session = place.session();
    let article = crate::session::NewArticle { text: "Half a".into(), ..Default::default() };
    session.note_draft(Some(&Draft::Article(article.clone())));
    assert!(!session.is_open());
    kill(session);
    let mut again = place.recovered();
    assert_eq!(again.take_proposal(), Some(article.clone()));
    // It stands in a dialog again.
    again.note_draft(Some(&Draft::Article(article.clone())));
    again.perform(Command::NewArticle(Box::new(article)));
    again.note_draft(None);
    kill(again);
    let found = crate::session::look(&place.storage());
    assert_eq!(found.iter().map(|one| (one.steps, one.is_typing)).collect::<Vec<_>>(), [(1, false)]);
}

#[test]
fn lost_work_is_compared_with_its_file_and_the_newest_request_counts() {
    let place = Place::new();
    let mut session = place.with_case();
    let article = session.case().articles.iter().next().map(|(_, entry)| entry.id.clone()).unwrap();
    set(&mut session, &Target::Article(article), "title", "Board sues again");
    let draft = Draft::Field { target: Target::Header, path: "summary".into(), words: "It sa".into(), adds: false };
    session.note_draft(Some(&draft));
    kill(session);
    let mut session = place.session();
    let journal = crate::session::look(&place.storage())[0].journal.clone();
    session.perform(Command::CompareLost(PathBuf::from("/nowhere")));
    session.perform(Command::CompareLost(journal.clone()));
    let started = Instant::now();
    while session.compared_lost().is_none_or(|compared| compared.outcome.is_none()) {
        assert!(started.elapsed() < Duration::from_secs(20), "compared");
        session.poll();
    }
    let compared = session.compared_lost().unwrap();
    assert_eq!(compared.journal, journal);
    let work = compared.outcome.as_ref().unwrap().as_ref().unwrap();
    assert!(work.has_file && work.article.is_none());
    let words: Vec<_> = work
        .difference
        .records
        .iter()
        .flat_map(|record| match &record.change {
            crate::query::difference::Change::Changed(fields) => {
                fields.iter().map(|field| field.theirs.to_string()).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    assert!(words.contains(&"It sa".to_owned()) && words.contains(&"Board sues again".to_owned()), "{words:?}");
}

#[test]
fn closing_without_saving_keeps_the_work_to_be_recovered() {
    let place = Place::new();
    let mut session = place.with_case();
    set(&mut session, &Target::Header, "summary", "It sank.");
    end(session);
    let plain = place.open();
    assert_eq!((plain.case().header.summary.as_str(), plain.undo_label()), ("", None));
    end(plain);
    let again = place.recovered();
    assert_eq!(again.case().header.summary, "It sank.");
    assert!(again.is_modified());
}

#[test]
fn what_was_being_typed_is_recovered() {
    let place = Place::new();
    let mut session = place.with_case();
    let draft = Draft::Field { target: Target::Header, path: "summary".into(), words: "It sa".into(), adds: false };
    session.note_draft(Some(&draft));
    kill(session);
    let again = place.recovered();
    assert_eq!(again.case().header.summary, "It sa");
    assert_eq!(again.undo_label(), Some("change of summary"));
}

#[test]
fn a_new_article_that_was_being_typed_is_proposed_again() {
    let place = Place::new();
    let mut session = place.with_case();
    let article = crate::session::NewArticle { text: "Half a".into(), ..Default::default() };
    session.note_draft(Some(&Draft::Article(article.clone())));
    kill(session);
    assert_eq!(place.recovered().take_proposal(), Some(article));
}

#[test]
fn a_draft_that_became_part_of_the_case_does_not_come_back() {
    let place = Place::new();
    let mut session = place.with_case();
    let draft = Draft::Field { target: Target::Header, path: "summary".into(), words: "It sa".into(), adds: false };
    session.note_draft(Some(&draft));
    set(&mut session, &Target::Header, "summary", "It sank.");
    session.note_draft(None);
    save(&mut session);
    kill(session);
    assert!(crate::session::look(&place.storage()).is_empty());
}

#[test]
fn a_journal_cut_off_anywhere_gives_back_what_comes_before() {
    let place = Place::new();
    let mut session = place.with_case();
    let mut states = vec![session.case().header.summary.to_string()];
    for number in 0..6 {
        set(&mut session, &Target::Header, "summary", &format!("It sank {number} times."));
        states.push(session.case().header.summary.to_string());
    }
    kill(session);
    let journal = crate::session::look(&place.storage())[0].journal.clone();
    let bytes = std::fs::read(&journal).unwrap();
    let mut reached = 0;
    for end in (0..=bytes.len()).step_by(13).chain([bytes.len()]) {
        std::fs::write(&journal, &bytes[..end]).unwrap();
        let Some(found) = crate::session::look(&place.storage()).into_iter().next() else { continue };
        let mut again = place.session();
        again.perform(Command::Recover(found.journal));
        settle(&mut again);
        let now = states.iter().position(|state| *state == again.case().header.summary.as_str()).unwrap();
        assert!(now >= reached, "more bytes, no less work");
        reached = now;
        drop(again);
    }
    assert_eq!(reached, 6);
}

/// How many courses of work are tried: what `CASEFILE_CASES` in the environment says, else a few.
fn cases() -> u32 {
    std::env::var("CASEFILE_CASES").ok().and_then(|number| number.parse().ok()).unwrap_or(24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done, saved, undone and repeated: after a kill the same is there, with the same history.
    #[test]
    fn any_work_survives_a_kill(steps in proptest::collection::vec((0_u8..9, 0_u8..4), 1..24)) {
        let place = Place::new();
        let mut session = place.with_case();
        for (step, choice) in steps {
            match step {
                0 | 1 => session.perform(Command::Undo),
                2 => session.perform(Command::Redo),
                3 => {
                    let party = new_record(&mut session, List::Parties);
                    set(&mut session, &party, "name", &format!("Party {choice}"));
                }
                4 => save(&mut session),
                5 | 8 => {
                    let article = session.case().articles.iter().next().map(|(_, entry)| entry.id.clone());
                    // The case names the title too, and nothing else of the two.
                    let field = if step == 5 { "title" } else { "publisher" };
                    if let Some(id) = article {
                        set(&mut session, &Target::Article(id), field, &format!("Words {choice}"));
                    }
                }
                6 => drop(new_article(&mut session, &format!("Article {choice}"), "2024", TEXT)),
                _ => set(&mut session, &Target::Header, "summary", &format!("Summary {choice}")),
            }
        }
        let before = (everything(&session), session.is_modified());
        let labels = (session.undo_label().map(str::to_owned), session.redo_label().map(str::to_owned));
        kill(session);
        let mut again = if before.1 { place.recovered() } else { place.open() };
        prop_assert_eq!(failures(&mut again), Vec::<String>::new());
        prop_assert_eq!(&(everything(&again), again.is_modified()), &before);
        prop_assert_eq!((again.undo_label().map(str::to_owned), again.redo_label().map(str::to_owned)), labels);
        save(&mut again);
        prop_assert_eq!(failures(&mut again), Vec::<String>::new());
        let saved = everything(&again);
        prop_assert!(!again.is_modified());
        undo_all(&mut again);
        redo_all(&mut again);
        end(again);
        prop_assert!(!saved.is_empty());
    }
}
