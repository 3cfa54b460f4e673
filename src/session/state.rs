//! The session itself: its parts, and what panels may read of them.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::annotation::Fresh;
use super::counts::Counts;
use super::document::{ArticleDocument, ArticleState, Barrier, Document, Originals};
use super::foreign::{Foreign, Looks};
use super::ids::IdSource;
use super::jobs::Jobs;
use super::journal::{Entry, Keeping};
use super::locking::Claim;
use super::lost::Lost;
use super::newer::NewerTexts;
use super::occurrences::Occurrences;
use super::search::Search;
use super::sources::Sources;
use super::trouble::Trouble;
use super::versions::Upkeep;
use super::writing::{Saving, Which};
use super::{Command, Correction, EarlierVersions, Message, NewArticle, Storage};
use crate::edit::{Edit, History, Selection, Target, Transaction, Workspace};
use crate::import::Mappings;
use crate::model::{Article, Case, Id, PartialDate, Record};
use crate::query::{Disputes, Index};
use crate::store::Concern;
use crate::suggest::KnownNames;

/// Wakes the window; called from any thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Everything that is open.
pub struct Session {
    pub(super) workspace: Workspace,
    pub(super) index: Index,
    pub(super) disputes: Disputes,
    pub(super) history: History,
    pub(super) selection: Selection,
    pub(super) document: Document,
    pub(super) articles: HashMap<Id, ArticleDocument>,
    pub(super) since_open: Originals,
    pub(super) since_save: Originals,
    pub(super) since_saving: Originals,
    pub(super) saved_revision: u64,
    /// Whether an article still has to be copied to where the case looks for it.
    pub(super) is_copy_due: bool,
    /// The revision whose unsaved changes a person has given up.
    pub(super) given_up: Option<u64>,
    pub(super) saving: Saving,
    pub(super) saved_at: Option<jiff::Zoned>,
    /// What a person has agreed that files may lose by being saved.
    pub(super) accepted: HashMap<PathBuf, Vec<Concern>>,
    pub(super) trouble: Option<Trouble>,
    pub(super) foreign: BTreeMap<Which, Foreign>,
    pub(super) looks: Looks,
    pub(super) newer: NewerTexts,
    /// The right to change the case, which other windows then have not.
    pub(super) claim: Option<Claim>,
    pub(super) is_open: bool,
    pub(super) generation: u64,
    pub(super) structure: u64,
    pub(super) changes: u64,
    pub(super) jobs: Jobs,
    pub(super) keeping: Keeping,
    pub(super) lost: Lost,
    pub(super) storage: Storage,
    pub(super) ids: IdSource,
    pub(super) messages: Vec<Message>,
    pub(super) opened: Vec<PathBuf>,
    pub(super) blocked: Vec<PathBuf>,
    pub(super) proposals: VecDeque<NewArticle>,
    pub(super) sources: Option<Sources>,
    pub(super) sources_asked: u64,
    pub(super) mappings: Mappings,
    pub(super) shown_quote: Option<u32>,
    pub(super) annotator: String,
    /// The names on file, to be found in text.
    pub(super) names: KnownNames,
    pub(super) fresh: Option<Fresh>,
    /// An article without a date of publication that words were to count from, until somebody was asked for it.
    pub(super) undated: Option<Id>,
    /// The articles that somebody was asked for the date of.
    pub(super) asked_for_date: HashSet<Id>,
    pub(super) correction: Option<Correction>,
    pub(super) search: Search,
    /// The number of the newest search for names, which its thread reads too.
    pub(super) finding: Arc<AtomicU64>,
    pub(super) occurrences: Option<Occurrences>,
    /// The number of the newest request for earlier versions.
    pub(super) versions_asked: u64,
    pub(super) looking_back: Option<EarlierVersions>,
    pub(super) upkeep: Upkeep,
    pub(super) loading: usize,
    pub(super) counts: Counts,
}

impl Session {
    /// A session with nothing open.
    #[must_use]
    pub fn new(wake: Wake) -> Self {
        Self::with_storage(wake, Storage::default())
    }

    /// A session with nothing open that keeps its files in a storage of its own.
    #[must_use]
    pub fn with_storage(wake: Wake, storage: Storage) -> Self {
        Self {
            workspace: Workspace::default(),
            index: Index::default(),
            disputes: Disputes::default(),
            history: History::default(),
            selection: Selection::default(),
            document: Document::default(),
            articles: HashMap::new(),
            since_open: Originals::default(),
            since_save: Originals::default(),
            since_saving: Originals::default(),
            saved_revision: 0,
            is_copy_due: false,
            given_up: None,
            saving: Saving::No,
            saved_at: None,
            accepted: HashMap::new(),
            trouble: None,
            foreign: BTreeMap::new(),
            looks: Looks::default(),
            newer: NewerTexts::default(),
            claim: None,
            is_open: false,
            generation: 0,
            structure: 0,
            changes: 0,
            jobs: Jobs::new(wake),
            keeping: Keeping::default(),
            lost: Lost::default(),
            storage,
            ids: IdSource::default(),
            messages: Vec::new(),
            opened: Vec::new(),
            blocked: Vec::new(),
            proposals: VecDeque::new(),
            sources: None,
            sources_asked: 0,
            mappings: Mappings::default(),
            shown_quote: None,
            annotator: String::new(),
            names: KnownNames::default(),
            fresh: None,
            undated: None,
            asked_for_date: HashSet::new(),
            correction: None,
            search: Search::default(),
            finding: Arc::default(),
            occurrences: None,
            versions_asked: 0,
            looking_back: None,
            upkeep: Upkeep::default(),
            loading: 0,
            counts: Counts::default(),
        }
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> &Case {
        &self.workspace.case
    }

    /// Whether a case is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Which records speak of which.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The disputed fields.
    #[must_use]
    pub fn disputes(&self) -> &Disputes {
        &self.disputes
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The file of the case.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// An article of the case, as far as it was read.
    #[must_use]
    pub fn article(&self, id: &Id) -> Option<&Article> {
        self.workspace.articles.get(id)
    }

    /// The file of an article.
    #[must_use]
    pub fn article_document(&self, id: &Id) -> Option<&ArticleDocument> {
        self.articles.get(id)
    }

    /// The record, head or article at a target.
    #[must_use]
    pub fn current(&self, target: &Target) -> Option<Record> {
        self.workspace.current(target)
    }

    /// The date from which a day without a year is counted: that of the article in view.
    #[must_use]
    pub fn anchor(&self) -> Option<&PartialDate> {
        self.article(self.selection.article.as_ref()?)?.published.as_ref()
    }

    /// What an undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.history.undo_label()
    }

    /// What a redo would repeat.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo_label()
    }

    /// Whether something is not saved yet.
    #[must_use]
    pub fn is_modified(&self) -> bool {
        self.is_copy_due
            || self.history.revision() != self.saved_revision
            || self.document.is_due
            || self.articles.values().any(|article| article.document.is_due)
    }

    /// Whether a save is under way.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.saving != Saving::No
    }

    /// When the last save ended.
    #[must_use]
    pub fn saved_at(&self) -> Option<&jiff::Zoned> {
        self.saved_at.as_ref()
    }

    /// How many jobs are reading files.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.loading > 0
    }

    /// A number that changes whenever records come, go or change their order.
    #[must_use]
    pub fn structure(&self) -> u64 {
        self.structure
    }

    /// A number that changes with every change of the case or its articles.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// A number that changes when another case is opened.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The faults of the case's file and of its articles' files, each with the name of its file.
    pub fn faults(&self) -> impl Iterator<Item = (String, &super::PlacedFault)> {
        let documents = std::iter::once(&self.document).chain(self.articles.values().map(|article| &article.document));
        documents.flat_map(|document| {
            let name = document.file_name().unwrap_or_default();
            document.faults.iter().map(move |fault| (name.clone(), fault))
        })
    }

    /// Whether an article of the case was not found where it should be.
    #[must_use]
    pub fn is_missing(&self, id: &Id) -> bool {
        self.articles.get(id).is_none_or(|article| matches!(article.state, ArticleState::Missing(_)))
    }

    /// Why what stands at a target cannot be changed, in a sentence; `None` where it can.
    #[must_use]
    pub fn read_only_reason(&self, target: &Target) -> Option<&str> {
        let why = match target {
            Target::Article(id) => self.articles.get(id).and_then(|article| article.document.read_only.as_deref()),
            Target::Header | Target::Record(_) => self.document.read_only.as_deref(),
        };
        // Another window that has the case open has its articles open, too.
        why.or(self.document.read_only.as_deref().filter(|_| self.document.barrier == Some(Barrier::OtherWindow)))
    }

    /// Takes what the session has to say.
    pub fn take_messages(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.messages)
    }

    /// Takes the paths of files that were opened or saved, for the list of recent ones.
    pub fn take_opened(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.opened)
    }

    /// Takes the paths of files that were not opened, since a case among them would take the place of unsaved work.
    pub fn take_blocked(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.blocked)
    }

    /// Takes a new article that a plain text file proposes, for a person to complete.
    pub fn take_proposal(&mut self) -> Option<NewArticle> {
        self.proposals.pop_front()
    }

    /// Takes the quote (its slot) whose words are to be brought into view.
    pub fn take_shown_quote(&mut self) -> Option<u32> {
        self.shown_quote.take()
    }

    /// Takes the article whose date of publication is to be asked for. Each is asked for once.
    pub fn take_undated(&mut self) -> Option<Id> {
        self.undated.take()
    }

    /// Sets the name written into new claims.
    pub fn set_annotator(&mut self, name: &str) {
        name.clone_into(&mut self.annotator);
    }

    /// Carries out a command.
    pub fn perform(&mut self, command: Command) {
        match command {
            Command::NewCase => self.new_case(),
            Command::NewArticle(article) => self.new_article(&article),
            Command::Open(paths) => self.open(paths),
            Command::ShowSource(at) => self.show_source(at),
            Command::AddSources(wanted) => self.add_sources(&wanted),
            Command::OrderDays(file, order) => self.order_days(file, order),
            Command::MapSources(shape, mapping) => self.map_sources(shape, mapping),
            Command::EndSources => self.end_sources(),
            Command::Locate(id, path) => self.locate(id, path),
            Command::LookForLost => self.look_for_lost(),
            Command::CompareLost(journal) => self.compare_lost(journal),
            Command::Recover(journal) => self.recover(journal),
            Command::SetAside(journal) => self.set_aside(&journal),
            Command::Save => self.save(),
            Command::SaveAs(path) => self.save_as(&path),
            Command::Revert => self.revert(),
            Command::ListVersions(which) => self.list_versions(which),
            Command::CompareVersion(id) => self.compare_version(&id),
            Command::RestoreVersion(id) => self.restore_version(&id),
            Command::CopyVersion { version, path, replaces } => self.copy_version(version, path, replaces),
            Command::RemoveVersion(id) => self.remove_version(&id),
            Command::EndVersions => self.end_versions(),
            Command::Checkpoint(name) => self.checkpoint(&name),
            Command::Look => self.look(),
            Command::Compare(which) => self.compare(which),
            Command::TakeTheirs(which) => self.take_theirs(which),
            Command::TakeAllOfTheirs => self.take_all_of_theirs(),
            Command::KeepMine(which) => self.keep_mine(&which),
            Command::SaveAgain(which) => self.save_again(&which),
            Command::SaveAllAgain => self.save_all_again(),
            Command::SaveArticleCopy(id) => self.save_article_copy(&id),
            Command::TakeTexts(ids) => self.take_texts(&ids),
            Command::KeepTexts(ids) => self.keep_texts(&ids),
            Command::Accept(path, concern) => self.accept(path, concern),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Select(target) => self.select(target),
            Command::ShowArticle(id) => self.show_article(id),
            Command::ShowQuote(slot) => self.show_quote(slot),
            Command::Show(selection) => self.selection = selection,
            Command::Search(typed) => self.search(typed),
            Command::EndSearch => self.end_search(),
            Command::SetWords(target, path, words) => self.set_words(&target, &path, &words),
            Command::AddReference(target, path, words) => self.add_reference(&target, &path, &words),
            Command::SetValue(target, path, value) => self.set_value(&target, &path, value),
            Command::AddElement(target, list) => self.add_element(&target, &list),
            Command::RemoveElement(target, list, id) => self.remove_element(&target, &list, &id),
            Command::NewRecord(list) => self.new_record(list),
            Command::Duplicate(target) => self.duplicate(&target),
            Command::Delete(target) => self.delete(&target),
            Command::AddLink(from, kind, to) => self.add_link(from, kind, to),
            Command::Annotate { list, words, is_new } => self.annotate(list, &words, is_new),
            Command::TakeOffer(target, offer) => self.take_offer(&target, &offer),
            Command::AddEvidence(target, paths, words) => self.add_evidence(&target, &paths, &words),
            Command::Choose(claim) => self.choose(claim),
            Command::KeepOwn(target, path) => self.keep_own(&target, &path),
            Command::SetClaim(claim, words) => self.set_claim(claim, &words),
            Command::Correct(accepted) => self.correct(accepted.as_ref()),
            Command::KeepDate => self.keep_date(),
            Command::RemoveClaim(claim) => self.remove_claim(claim),
            Command::ShiftQuotes(quotes, shift) => self.shift_quotes(&quotes, shift),
            Command::AimQuote(quote, words) => self.aim_quote(quote, &words),
            Command::SplitQuote(quote, char) => self.split_quote(quote, char),
            Command::RemoveQuotes(quotes) => self.remove_quotes(&quotes),
            Command::AcceptQuotes(quotes) => self.accept_quotes(&quotes),
            Command::FindOccurrences(query) => self.find_occurrences(*query),
            Command::MarkOccurrences(party, words) => self.mark_occurrences(&party, &words),
        }
    }

    /// Makes a transaction of edits and applies it. Nothing happens where there is nothing to change.
    pub(super) fn transact(&mut self, label: impl Into<String>, edits: Vec<Edit>, after: Selection) {
        if edits.is_empty() {
            self.selection = after;
            return;
        }
        if let Some(why) = self.why_unchangeable(&edits) {
            self.messages.push(Message::failure(format!("Nothing was changed. {why}")));
            return;
        }
        let transaction = Transaction { label: label.into(), edits, before: self.selection.clone(), after };
        self.apply(&transaction);
        self.history.push(transaction.clone());
        self.note_done(&transaction);
    }

    /// Why one of the edits cannot be made: what it changes was opened to be read only, so that the change could never
    /// be saved.
    fn why_unchangeable(&self, edits: &[Edit]) -> Option<String> {
        edits.iter().find_map(|edit| self.read_only_reason(&edit.target)).map(str::to_owned)
    }

    fn undo(&mut self) {
        if let Some(transaction) = self.history.undo() {
            self.apply(&transaction);
            self.note(|| Entry::Undone);
        }
    }

    fn redo(&mut self) {
        if let Some(transaction) = self.history.redo() {
            self.apply(&transaction);
            self.note(|| Entry::Redone);
        }
    }

    /// The one place where the case and its articles change.
    fn apply(&mut self, transaction: &Transaction) {
        for edit in &transaction.edits {
            let before = self.workspace.current(&edit.target);
            self.since_open.note(&edit.target, before.as_ref());
            self.since_save.note(&edit.target, before.as_ref());
            self.workspace.apply(edit);
            if let Target::Record(place) = edit.target {
                self.index.update(place, before.as_ref(), edit.after.as_ref());
            }
        }
        self.changes += 1;
        self.follow(&transaction.edits);
        self.selection = transaction.after.clone();
        self.recount();
    }
}
