//! Every occurrence of a party's names, to choose from before they are marked.

mod choice;
mod list;

use egui::{Key, Modifiers, RichText, Ui};

use self::choice::Choice;
use super::Outcome;
use crate::edit::Target;
use crate::model::{Id, Record, Text};
use crate::query;
use crate::session::{Command, OccurrenceQuery, Occurrences, Session, Words};
use crate::text::find::normalised;
use crate::ui::Request;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{muted, primary_button};

/// Room for the names before they scroll.
const NAMES: f32 = 92.0;
/// Everything but the list.
const AROUND: f32 = 350.0;

/// What a person has set so far, and what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct OccurrencesForm {
    party: Id,
    names: Vec<Name>,
    /// The article in view.
    article: Option<Id>,
    in_all: bool,
    whole_words: bool,
    match_case: bool,
    /// What was asked for last.
    asked: Option<OccurrenceQuery>,
    found: Option<Occurrences>,
    choice: Choice,
    list: list::ListState,
    /// The button on which Enter means that button.
    cancel: Option<egui::Id>,
}

/// A name that can be looked for.
#[derive(Clone, Debug, PartialEq)]
struct Name {
    words: Text,
    /// Whether these are the words that are selected in the article, and none of the names on file.
    is_selected: bool,
    is_wanted: bool,
}

impl OccurrencesForm {
    /// The form for the party that is shown, its name and aliases ticked; or, with words selected in the article, those
    /// words. `None` where no party is shown.
    #[must_use]
    pub fn of(session: &Session, selected: Option<&Words>) -> Option<Self> {
        let target = session.selection().form.as_ref().filter(|form| matches!(form, Target::Record(_)))?;
        let Record::Party(party) = session.current(target)? else { return None };
        let aliases = party.aliases.iter().map(|alias| &alias.name);
        let mut names: Vec<Name> = Vec::new();
        for words in std::iter::once(&party.name).chain(aliases) {
            let is_new = !names.iter().any(|name| name.words == *words);
            if is_new && !words.trim().is_empty() {
                names.push(Name { words: words.clone(), is_selected: false, is_wanted: true });
            }
        }
        if let Some(words) = selected.and_then(|words| words_of(session, words)) {
            let is_known = names.iter().any(|name| name.words == words);
            if !is_known {
                names.push(Name { words: words.clone(), is_selected: true, is_wanted: true });
            }
            for name in &mut names {
                name.is_wanted = name.words == words;
            }
        }
        let article = session.selection().article.clone().filter(|id| session.page(id).is_some());
        Some(Self {
            party: party.id,
            names,
            in_all: article.is_none(),
            article,
            whole_words: true,
            match_case: true,
            asked: None,
            found: None,
            choice: Choice::default(),
            list: list::ListState::default(),
            cancel: None,
        })
    }

    /// Takes in what a search has found, if it is the one that was asked for last.
    pub fn take_in(&mut self, found: Occurrences) {
        if self.asked.as_ref() == Some(&found.query) {
            self.choice.look_at(&found);
            self.list.clamp(found.found.len());
            self.found = Some(found);
        }
    }

    fn query(&self) -> OccurrenceQuery {
        OccurrenceQuery {
            party: self.party.clone(),
            names: self.names.iter().filter(|name| name.is_wanted).map(|name| name.words.clone()).collect(),
            article: self.article.clone().filter(|_| !self.in_all),
            whole_words: self.whole_words,
            match_case: self.match_case,
        }
    }

    /// What was found, unless something else is looked for by now.
    fn current(&self) -> Option<&Occurrences> {
        self.found.as_ref().filter(|found| self.asked.as_ref() == Some(&found.query))
    }
}

/// Selected words on one line, as a name is written.
fn words_of(session: &Session, words: &Words) -> Option<Text> {
    let page = session.page(&words.article)?;
    let exact = page.part(words.part).text.slice(words.range.clone());
    let flat = exact.split_whitespace().collect::<Vec<_>>().join(" ");
    (!normalised(&flat).is_empty()).then(|| flat.into())
}

pub(super) fn occurrences_ui(
    ui: &mut Ui,
    session: &Session,
    form: &mut OccurrencesForm,
    requests: &mut Vec<Request>,
) -> Outcome {
    let screen = ui.ctx().content_rect();
    ui.set_width(860.0_f32.min(screen.width() - 80.0));
    // Enter marks, wherever the keyboard is: egui would have it press the box it is in.
    let on_cancel = form.cancel.is_some() && ui.memory(egui::Memory::focused) == form.cancel;
    let is_entered = !on_cancel && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let party = session.case().place(&form.party).map(|place| query::title(session.case(), place)).unwrap_or_default();
    ui.add(
        egui::Label::new(RichText::new(format!("Mark all occurrences of {party}")).font(theme::strong())).truncate(),
    );
    ui.add_space(size::TIGHT);
    options_ui(ui, session, form);
    let query = form.query();
    if form.asked.as_ref() != Some(&query) {
        form.asked = Some(query.clone());
        requests.push(Request::Session(Command::FindOccurrences(Box::new(query))));
    }
    ui.add_space(size::TIGHT);
    summary_ui(ui, form);
    let room = egui::vec2(ui.available_width(), (screen.height() - AROUND).clamp(96.0, 420.0));
    list::list_ui(ui, session, form, room);
    ui.add_space(size::GAP);
    buttons_ui(ui, form, is_entered, requests)
}

fn options_ui(ui: &mut Ui, session: &Session, form: &mut OccurrencesForm) {
    egui::ScrollArea::vertical().id_salt("names").max_height(NAMES).auto_shrink([false, true]).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            muted(ui, "Names");
            for name in &mut form.names {
                let words =
                    if name.is_selected { format!("“{}” (selected)", name.words) } else { name.words.to_string() };
                ui.checkbox(&mut name.is_wanted, words);
            }
        });
    });
    ui.horizontal_wrapped(|ui| {
        muted(ui, "Where");
        let counts = session.counts();
        ui.add_enabled_ui(form.article.is_some(), |ui| ui.radio_value(&mut form.in_all, false, "This article"));
        ui.radio_value(&mut form.in_all, true, format!("All articles ({})", counts.ready));
        if form.in_all && counts.loading + counts.missing > 0 {
            muted(ui, format!("{} not read", counts.loading + counts.missing));
        }
        ui.add_space(size::MARGIN);
        muted(ui, "How");
        ui.checkbox(&mut form.whole_words, "Whole words");
        let hint = "Names in capitals only, such as AWS, always match their case";
        ui.checkbox(&mut form.match_case, "Match case").on_hover_text(hint);
    });
}

/// What was found, in a sentence; and all or none of it.
fn summary_ui(ui: &mut Ui, form: &mut OccurrencesForm) {
    ui.horizontal(|ui| {
        let words = match form.current() {
            _ if form.names.is_empty() => {
                "The party has no name yet. Select words in the article that name it.".to_owned()
            }
            _ if form.names.iter().all(|name| !name.is_wanted) => "Choose a name to look for.".to_owned(),
            None => "Searching…".to_owned(),
            Some(found) => form.choice.summary(found),
        };
        ui.label(words);
        let Some(found) = form.found.as_ref().filter(|_| form.choice.open() > 0) else { return };
        let buttons = [("All", "Tick every occurrence", true), ("None", "Untick every occurrence", false)];
        let widths = buttons.map(|(name, ..)| {
            let galley = ui.painter().layout_no_wrap(name.to_owned(), theme::text(), theme::tokens(ui).text);
            galley.size().x + 2.0 * ui.spacing().button_padding.x
        });
        // From the left, so that Tab comes to them in the order in which they stand.
        let needed = widths.iter().sum::<f32>() + ui.spacing().item_spacing.x;
        ui.add_space((ui.available_width() - needed).max(0.0));
        for (name, hint, ticks) in buttons {
            if ui.button(name).on_hover_text(hint).clicked() {
                form.choice.set_all(found, ticks);
            }
        }
    });
}

fn buttons_ui(ui: &mut Ui, form: &mut OccurrencesForm, is_entered: bool, requests: &mut Vec<Request>) -> Outcome {
    let mut outcome = Outcome::Open;
    ui.horizontal(|ui| {
        let count = form.current().map_or(0, |_| form.choice.count());
        let words = match count {
            0 => "Mark occurrences".to_owned(),
            1 => "Mark 1 occurrence".to_owned(),
            many => format!("Mark {} occurrences", choice::grouped(many)),
        };
        let is_pressed = ui.add_enabled_ui(count > 0, |ui| primary_button(ui, &words).clicked()).inner;
        if let Some(found) = form.current().filter(|_| count > 0 && (is_pressed || is_entered)) {
            let chosen = form.choice.chosen(found).cloned().collect();
            requests.push(Request::Session(Command::MarkOccurrences(form.party.clone(), chosen)));
            outcome = Outcome::Close;
        }
        let cancel = ui.button("Cancel");
        form.cancel = Some(cancel.id);
        if cancel.clicked() {
            outcome = Outcome::Close;
        }
    });
    outcome
}
