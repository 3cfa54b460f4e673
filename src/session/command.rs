//! What a person can ask of a session. Panels only send these; one place carries them out.

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::annotation::Offer;
use super::{OccurrenceQuery, Which};
use crate::edit::{Selection, Target};
use crate::import::{DayOrder, Mapping};
use crate::model::field::{FieldPath, Value};
use crate::model::{Id, List, Part, Text};
use crate::store::Concern;
use crate::store::Version;
use crate::text::edges::Shift;

/// A request to the session.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// An empty case in place of the present one.
    NewCase,
    /// A new article with this head and text.
    NewArticle(Box<NewArticle>),
    /// Opens files: a case takes the place of the present one, articles and texts join it.
    Open(Vec<PathBuf>),
    /// Reads an article of the list that is looked through (its number); see
    /// [`Session::sources`](super::Session::sources).
    ShowSource(usize),
    /// Has articles of that list join the case (their numbers).
    AddSources(Vec<usize>),
    /// Takes day and month in this order where the dates of a file of that list (its number) may be read either way.
    OrderDays(u32, DayOrder),
    /// Has articles of a shape read as a person says, and lists them anew.
    MapSources(String, Mapping),
    /// Looks through that list no longer.
    EndSources,
    /// Reads a missing article of the case from another place.
    Locate(Id, PathBuf),
    /// Looks for work that was not saved; [`super::Session::take_lost`] gives what was found.
    LookForLost,
    /// Compares the work that a journal has with what its files hold; see
    /// [`Session::compared_lost`](super::Session::compared_lost).
    CompareLost(PathBuf),
    /// Opens the work that a journal has, in place of the present case.
    Recover(PathBuf),
    /// Puts the work that a journal has among what was closed without saving.
    SetAside(PathBuf),
    /// Writes what was changed.
    Save,
    /// Writes the case, and its articles beside it, at another place.
    SaveAs(PathBuf),
    /// Takes back everything since the last save, as one step that can be undone.
    Revert,
    /// Lists the earlier versions of a document; see [`Session::earlier_versions`](super::Session::earlier_versions).
    ListVersions(Which),
    /// Compares a listed version (its id) with what is open.
    CompareVersion(String),
    /// Goes back to the version that was compared last (its id), as one step that can be undone.
    RestoreVersion(String),
    /// Writes what a version holds at another place.
    CopyVersion {
        /// The version.
        version: Version,
        /// The place.
        path: PathBuf,
        /// Whether the person wants what lies there replaced.
        replaces: bool,
    },
    /// Keeps a listed version (its id) no longer.
    RemoveVersion(String),
    /// Looks at no earlier versions any longer.
    EndVersions,
    /// Keeps what is open as a version of this name, without touching its file.
    Checkpoint(String),
    /// Looks whether other programs have changed the files.
    Look,
    /// Compares a file that another program has changed; [`Session::foreign`](super::Session::foreign) tells what differs.
    Compare(Which),
    /// Opens what another program made of a file in place of what is open.
    TakeTheirs(Which),
    /// The same for every file that another program has changed.
    TakeAllOfTheirs,
    /// Has the next save replace what another program made of a file.
    KeepMine(Which),
    /// Writes a file again that was removed.
    SaveAgain(Which),
    /// Writes every file again that was removed.
    SaveAllAgain,
    /// Writes an article to a new file, which the case then names; what another program made of the old one stays.
    SaveArticleCopy(Id),
    /// Agrees that a file loses something by being saved.
    Accept(PathBuf, Concern),
    /// Takes the last step back.
    Undo,
    /// Repeats the step that was taken back last.
    Redo,
    /// Shows a form.
    Select(Target),
    /// Shows an article's page.
    ShowArticle(Id),
    /// Shows the words of a quote (its slot).
    ShowQuote(u32),
    /// Shows the form and the article that were shown together before.
    Show(Selection),
    /// Searches everything for what was typed; see [`Session::found`](super::Session::found).
    Search(String),
    /// Ends the search.
    EndSearch,
    /// What was typed in a field.
    SetWords(Target, FieldPath, String),
    /// One more reference, as typed, for a field that holds several.
    AddReference(Target, FieldPath, String),
    /// A value that was picked for a field.
    SetValue(Target, FieldPath, Value),
    /// A new element at the end of a list of a record.
    AddElement(Target, Text),
    /// Removes an element of a list of a record.
    RemoveElement(Target, Text, Id),
    /// A new record.
    NewRecord(List),
    /// A copy of a record, without its evidence.
    Duplicate(Target),
    /// Deletes a record, with its claims and links.
    Delete(Target),
    /// Links one record to another.
    AddLink(Id, Text, Id),
    /// Makes a record of a list out of words; a party on file is mentioned instead, unless a new one is wanted.
    Annotate {
        /// The list.
        list: List,
        /// The words.
        words: Words,
        /// Whether a new party is wanted even where one of that name is on file.
        is_new: bool,
    },
    /// Takes another reading of the words that a record was just made of.
    TakeOffer(Target, Offer),
    /// Takes newer texts of articles, as [`Session::newer_texts`](super::Session::newer_texts) has them; the texts so far
    /// are kept as earlier ones.
    TakeTexts(Vec<Id>),
    /// Keeps the texts of articles, and offers those newer ones no more.
    KeepTexts(Vec<Id>),
    /// Attaches the selected words to fields of a record.
    AddEvidence(Target, Vec<FieldPath>, Words),
    /// Takes a claim's value for the field's (slot of the claim).
    Choose(u32),
    /// Leaves a disputed field as it is, by the person's own decision.
    KeepOwn(Target, FieldPath),
    /// Another value that a claim's words state (slot of the claim).
    SetClaim(u32, String),
    /// Corrects an article's date of publication as [`Session::correction`](super::Session::correction) has it, and with
    /// it these claims (their slots) and what shows their values; nothing but the date where there is `None`.
    Correct(Option<HashSet<u32>>),
    /// Leaves the date of publication as it was.
    KeepDate,
    /// Removes a claim (its slot), and its quote where it proves nothing else.
    RemoveClaim(u32),
    /// Moves an end of quotes (their slots) by a step.
    ShiftQuotes(Vec<u32>, Shift),
    /// Has a quote (its slot) point to other words.
    AimQuote(u32, Words),
    /// Cuts a quote (its slot) in two before a character of its part.
    SplitQuote(u32, usize),
    /// Removes quotes (their slots) and the claims that they prove.
    RemoveQuotes(Vec<u32>),
    /// Takes the places where quotes (their slots) were found for theirs.
    AcceptQuotes(Vec<u32>),
    /// Looks for names; [`super::Session::take_occurrences`] gives what was found.
    FindOccurrences(Box<OccurrenceQuery>),
    /// Marks words as mentions of a party.
    MarkOccurrences(Id, Vec<Words>),
}

/// Words selected in an article.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Words {
    /// The article.
    pub article: Id,
    /// The part of it.
    pub part: Part,
    /// Where they stand, in Unicode scalar values of the part.
    pub range: Range<usize>,
}

/// A new article as a form has it, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewArticle {
    /// The headline.
    pub title: String,
    /// The line that names the authors.
    pub byline: String,
    /// The authors, separated by semicolons.
    pub authors: String,
    /// Who published it.
    pub publisher: String,
    /// Where it was found.
    pub url: String,
    /// When it was published, as typed.
    pub published: String,
    /// When it was retrieved, as typed.
    pub retrieved: String,
    /// Its language.
    pub language: String,
    /// Its text.
    pub text: String,
}
