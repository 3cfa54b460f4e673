//! What the palette lists: commands, records and articles by how well they answer, then passages of articles.

use crate::model::{List, Place};
use crate::query::search::{Folded, Query, Rank, Scope};
use crate::session::{Found, Session};
use crate::ui::commands::{MenuCommand, TABLE, text};

/// Something that was used, and may be wanted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recent {
    /// A command that was chosen in the palette.
    Command(MenuCommand),
    /// A record whose form was shown.
    Record(Place),
}

/// How many are remembered, and how many are listed.
const REMEMBERED: usize = 24;
const LISTED: usize = 8;

/// What was used last, the latest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recents(Vec<Recent>);

impl Recents {
    /// Notes that something was used.
    pub fn note(&mut self, used: Recent) {
        self.0.retain(|known| *known != used);
        self.0.insert(0, used);
        self.0.truncate(REMEMBERED);
    }

    /// Forgets the records, which are those of another case.
    pub fn forget_records(&mut self) {
        self.0.retain(|known| matches!(known, Recent::Command(_)));
    }

    /// Those that are still there, but for the record whose form is shown.
    fn listed(&self, session: &Session) -> impl Iterator<Item = Row> {
        let is_shown = |place: Place| session.selection().form == Some(crate::edit::Target::Record(place));
        let listed = self.0.iter().filter_map(move |used| match used {
            Recent::Command(command) => Some(Row::Command(*command)),
            Recent::Record(place) if session.case().id_at(*place).is_none() || is_shown(*place) => None,
            Recent::Record(place) => Some(Row::Record(*place)),
        });
        listed.take(LISTED)
    }
}

/// A row of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// What the rows below are.
    Heading(&'static str),
    /// That nothing is listed, and why.
    Note(&'static str),
    /// A command.
    Command(MenuCommand),
    /// A record or an article.
    Record(Place),
    /// Words found in an article, by number.
    Passage(usize),
}

impl Row {
    /// Whether it can be chosen.
    pub fn is_choice(self) -> bool {
        !matches!(self, Self::Heading(_) | Self::Note(_))
    }
}

/// Whether a search of the session is needed to list what was typed.
pub(super) fn needs_search(typed: &str) -> bool {
    let (scope, words) = Scope::of(typed);
    match scope {
        Scope::Commands => false,
        Scope::Records => true,
        Scope::All | Scope::Texts => !words.is_empty(),
    }
}

/// The rows for what was typed, of which `found` was found.
pub(super) fn rows(session: &Session, recents: &Recents, typed: &str, found: &Found) -> Vec<Row> {
    let (scope, words) = Scope::of(typed);
    let mut rows = Vec::new();
    if scope == Scope::All && words.is_empty() {
        rows.push(Row::Heading("Recently used"));
        rows.extend(recents.listed(session));
        if rows.len() == 1 {
            rows.clear();
        }
        rows.push(Row::Heading("Commands"));
    }
    let commands = if scope.has_commands() { commands(session, words) } else { Vec::new() };
    let hits = if needs_search(typed) { found.hits.as_slice() } else { &[] };
    merge(&commands, hits.iter().map(|hit| (hit.rank, hit.place)), &mut rows);
    if needs_search(typed) && !found.passages.is_empty() {
        rows.push(Row::Heading("In articles"));
        rows.extend((0..found.passages.len()).map(Row::Passage));
    }
    if !rows.iter().any(|row| row.is_choice()) {
        rows = vec![Row::Note(nothing(session, scope, words, found))];
    }
    rows
}

/// Why nothing is listed.
fn nothing(session: &Session, scope: Scope, words: &str, found: &Found) -> &'static str {
    match scope {
        Scope::Texts if words.is_empty() => "Type the words to look for in the articles",
        _ if !found.is_done && needs_search(&found.typed) => "Searching…",
        Scope::All if session.is_open() => "Nothing is called so, and no article says so",
        Scope::All | Scope::Commands => "No command is called so",
        Scope::Records => "No record is called so",
        Scope::Texts => "No article that was read says so",
    }
}

/// The commands that answer, in the order of the menus.
fn commands(session: &Session, words: &str) -> Vec<(Rank, MenuCommand)> {
    let query = Query::new(words);
    let listed = TABLE.iter().filter(|entry| entry.command != MenuCommand::Palette);
    let ranked = listed.filter_map(|entry| {
        let names = Folded::new([text(entry, session).as_str()], [entry.hint]);
        // "Recently used" goes by words that are seen; what a hint says counts, but last.
        Some((query.rank_command(&names)?, entry.command))
    });
    ranked.collect()
}

/// Adds commands and records by rank: of those alike, the commands first.
fn merge(commands: &[(Rank, MenuCommand)], hits: impl Iterator<Item = (Rank, Place)>, rows: &mut Vec<Row>) {
    let mut hits = hits.peekable();
    for rank in Rank::ALL {
        rows.extend(commands.iter().filter(|(own, _)| *own == rank).map(|(_, command)| Row::Command(*command)));
        while let Some((_, place)) = hits.next_if(|(own, _)| *own <= rank) {
            rows.push(Row::Record(place));
        }
    }
}

/// What kind of record is listed, in a word.
pub(super) fn kind(list: List) -> &'static str {
    match list {
        List::Articles => "",
        list => list.noun(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_stand_before_records_that_answer_as_well() {
        let place = |slot| Place { list: List::Parties, slot };
        let commands =
            [(Rank::Start, MenuCommand::Save), (Rank::Letters, MenuCommand::Quit), (Rank::Start, MenuCommand::SaveAs)];
        let hits =
            [(Rank::Exact, place(5)), (Rank::Start, place(1)), (Rank::Start, place(2)), (Rank::Beside, place(0))];
        let mut rows = Vec::new();
        merge(&commands, hits.into_iter(), &mut rows);
        let expected = [
            Row::Record(place(5)),
            Row::Command(MenuCommand::Save),
            Row::Command(MenuCommand::SaveAs),
            Row::Record(place(1)),
            Row::Record(place(2)),
            Row::Record(place(0)),
            Row::Command(MenuCommand::Quit),
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn the_last_used_comes_first_and_only_once() {
        let mut recents = Recents::default();
        let used = |slot| Recent::Record(Place { list: List::Dates, slot });
        for slot in 0..40 {
            recents.note(used(slot));
        }
        recents.note(Recent::Command(MenuCommand::Save));
        recents.note(used(30));
        assert_eq!(recents.0.len(), REMEMBERED);
        assert_eq!(recents.0[..3], [used(30), Recent::Command(MenuCommand::Save), used(39)]);
        recents.forget_records();
        assert_eq!(recents.0, [Recent::Command(MenuCommand::Save)]);
    }

    #[test]
    fn only_what_names_or_texts_must_answer_is_searched_for() {
        for (typed, expected) in [
            ("", false),
            (">", false),
            ("> save", false),
            ("@", true),
            ("#", false),
            ("# a", true),
            ("a", true),
            (" ", false),
        ] {
            assert_eq!(needs_search(typed), expected, "{typed:?}");
        }
    }
}
