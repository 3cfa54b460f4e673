//! Selected words and one key: what each makes, how Esc and undo take it back, and what is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod desk;

use casefile::format::render_case;
use casefile::model::{Bound, ClaimValue, List, Precision};
use desk::{CTRL, CTRL_SHIFT, Window, name_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

const SHIFT: Modifiers = Modifiers::SHIFT;

const ARTICLE: &str = "Council sued over tramway\nBy Ann Lee • August 23, 2020\n\n\
    Acme Rail Corporation (NASDAQ: ACRL) sued the City of Northport on August 6, 2020. Its contract was worth up to \
    $10 billion over 10 years.\n\n\
    The tramway was won in November, and the city expects to re-evaluate the bids by September 16, according to a \
    spokesperson for the council. The hearing is on 04/03/2021.\n\n\
    Acme Rail moved for a preliminary injunction. Judge Ines Moreau granted the motion on August 14.";

/// A case with one article, pasted into it.
fn with_article(pasted: &str) -> Window {
    let mut window = Window::new();
    window.button("New case");
    window.press_with(CTRL_SHIFT, Key::N);
    window.paste(pasted);
    window.button("Add article");
    window
}

/// Selects the first such words of the article, as a person at the keyboard would.
fn select(window: &mut Window, words: &str) {
    window.press_with(CTRL, Key::F);
    window.press_with(CTRL, Key::A);
    window.write(words);
    window.press(Key::Escape);
    assert!(window.focused().starts_with("Article:"), "the page has the keyboard, not {}", window.focused());
}

fn file(window: &Window) -> String {
    String::from_utf8(render_case(window.session().case())).unwrap()
}

/// Whether words stand anywhere in the window, as the name of a button.
fn offers(window: &Window, name: &str) -> bool {
    window.has(Role::Button, name)
}

/// The fields that claims about the only record of a list speak of, with what they state.
fn stated(window: &Window) -> Vec<(String, String)> {
    let case = window.session().case();
    let claims = case.claims.iter().map(|(_, claim)| {
        let value = match &claim.value {
            Some(ClaimValue::Text(words)) => words.to_string(),
            other => format!("{other:?}"),
        };
        (claim.field.to_string(), value)
    });
    claims.collect()
}

/// The key that the bar says is meant.
fn likely(window: &Window) -> Option<Key> {
    let nodes = window.nodes();
    let buttons = nodes.iter().filter(|node| node.accesskit_node().role() == Role::Button);
    let likely = buttons.filter(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
    let names: Vec<String> = likely.map(name_of).collect();
    let keys = [("A:", Key::A), ("D:", Key::D), ("C:", Key::C), ("P:", Key::P)];
    keys.into_iter().find(|(key, _)| names.iter().any(|name| name.starts_with(key))).map(|(_, key)| key)
}

#[test]
fn the_bar_shows_what_each_key_would_make() {
    let mut window = with_article(ARTICLE);
    assert!(!offers(&window, "A: amount"));
    select(&mut window, "up to $10 billion over 10 years");
    assert!(offers(&window, "A: amount up to US$10bn, 10 years"), "{}", window.tree());
    assert!(offers(&window, "D: date") && offers(&window, "C: court action"));
    select(&mut window, "September 16");
    assert!(offers(&window, "D: date by 16 Sep 2020"), "{}", window.tree());
    window.press(Key::Escape);
    assert!(!offers(&window, "D: date by 16 Sep 2020"), "Esc unselects, and the bar goes");
}

#[test]
fn a_makes_an_amount_whose_fields_one_quote_proves() {
    let mut window = with_article(ARTICLE);
    let before = file(&window);
    select(&mut window, "up to $10 billion over 10 years");
    window.press(Key::A);
    let (_, amount) = window.session().case().amounts.iter().next().unwrap();
    assert_eq!(amount.value.as_ref().unwrap().as_str(), "10000000000");
    assert_eq!(amount.currency.unwrap().code(), "USD");
    assert_eq!(amount.precision, Some(Precision::AtMost));
    assert_eq!(amount.period.as_ref().unwrap().as_str(), "P10Y");
    assert_eq!(window.session().case().quotes.count(), 1, "one highlight proves them all");
    let fields: Vec<String> = stated(&window).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["value", "currency", "precision", "period"]);
    assert_eq!(window.focused(), "Label", "the first field that needs a person has the keyboard");
    assert!(window.says("Evidence for value"));
    window.write("Tramway contract");
    window.press(Key::Enter);
    assert!(window.focused().starts_with("Article:"), "Enter leads back to the page");
    assert_eq!(window.session().case().amounts.iter().next().unwrap().1.label, "Tramway contract");
    window.press_with(CTRL, Key::Z);
    window.press_with(CTRL, Key::Z);
    assert_eq!(file(&window), before, "the label is one step, the amount with its claims another");
}

#[test]
fn d_makes_a_date_with_its_reasoning() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "September 16");
    window.press(Key::D);
    let case = window.session().case();
    let (_, date) = case.dates.iter().next().unwrap();
    assert_eq!((date.date.as_ref().unwrap().as_str(), date.bound), ("2020-09-16", Some(Bound::By)));
    let (_, claim) = case.claims.iter().find(|(_, claim)| *claim.field == *"date").unwrap();
    let derivation = claim.derivation.as_ref().unwrap();
    assert_eq!((&*derivation.rule, derivation.anchor.as_ref().unwrap().as_str()), ("next_day", "2020-08-23"));
    assert_eq!(claim.mode, "expected");
    assert_eq!(window.focused(), "Label");
    window.press(Key::Escape);
    assert_eq!(window.count(List::Dates), 0, "Esc takes it back");
    assert_eq!((window.count(List::Quotes), window.count(List::Claims)), (0, 0));
    assert!(window.focused().starts_with("Article:"));
    assert!(offers(&window, "D: date by 16 Sep 2020"), "the words are still selected");
    window.press_with(CTRL_SHIFT, Key::Z);
    assert_eq!(window.count(List::Dates), 1, "what Esc took back can be had again");
}

#[test]
fn a_month_looks_back_where_the_verb_does() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "November");
    assert!(offers(&window, "D: date within Nov 2019"), "{}", window.tree());
    window.press(Key::D);
    window.press(Key::Enter);
    assert_eq!(stated(&window)[0], ("date".to_owned(), "2019-11".to_owned()));
}

#[test]
fn what_the_words_do_not_decide_is_offered() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "04/03/2021");
    window.press(Key::D);
    let date = |window: &Window| {
        window.session().case().dates.iter().next().unwrap().1.date.as_ref().unwrap().as_str().to_owned()
    };
    assert_eq!(date(&window), "2021-04-03");
    window.button("4 Mar 2021");
    assert_eq!(date(&window), "2021-03-04");
    assert_eq!(stated(&window)[0].1, "2021-03-04", "the claim says the same");
    window.button("3 Apr 2021");
    assert_eq!(date(&window), "2021-04-03");
    window.press_with(CTRL, Key::Z);
    assert_eq!(date(&window), "2021-03-04");
}

#[test]
fn p_makes_a_party_with_its_ticker_and_then_mentions_it() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "Acme Rail Corporation (NASDAQ: ACRL)");
    window.press(Key::P);
    let (_, party) = window.session().case().parties.iter().next().unwrap();
    assert_eq!((&*party.name, &*party.kind), ("Acme Rail Corporation", "company"));
    assert_eq!((&*party.identifiers[0].scheme, &*party.identifiers[0].value), ("NASDAQ", "ACRL"));
    window.press(Key::Enter);
    select(&mut window, "Acme Rail Corporation");
    window.press(Key::P);
    assert_eq!(window.count(List::Parties), 1, "a party on file goes first");
    assert_eq!(window.count(List::Quotes), 2);
    assert!(window.focused().starts_with("Article:"), "a mention needs nobody");
    window.press(Key::Escape);
    assert_eq!(window.count(List::Quotes), 1, "Esc takes the mention back");
    window.press_with(SHIFT, Key::P);
    assert_eq!(window.count(List::Parties), 2, "unless a new one is wanted");
    window.press(Key::Escape);
    assert_eq!(window.count(List::Parties), 1);
}

#[test]
fn c_makes_a_court_action_with_its_sides_date_and_link() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "moved for a preliminary injunction");
    window.press(Key::C);
    window.press(Key::Enter);
    select(&mut window, "granted the motion");
    window.press(Key::C);
    let actions: Vec<_> = window.session().case().actions.iter().map(|(_, action)| action.clone()).collect();
    assert_eq!((&*actions[0].kind, &*actions[1].kind, &*actions[1].outcome), ("motion", "order", "granted"));
    assert_eq!(actions[1].decided.as_ref().unwrap().as_str(), "2020-08-14", "the date of the same clause");
    assert!(window.session().case().quotes.iter().any(|(_, quote)| *quote.exact == *"August 14"));
    window.press_with(CTRL, Key::L);
    let (_, link) = window.session().case().links.iter().next().unwrap();
    assert_eq!((&*link.kind, &link.from, &link.to), ("decides", &actions[1].id, &actions[0].id));
    window.press_with(CTRL, Key::Z);
    window.press_with(CTRL, Key::Z);
    assert_eq!((window.count(List::Actions), window.count(List::Links)), (1, 0));
}

#[test]
fn e_asks_for_the_field_the_likely_one_first() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "$10 billion");
    window.press(Key::E);
    assert!(window.says("there is none"), "without a record in the form there is nothing to prove");
    window.press(Key::Escape);
    window.press_with(CTRL, Key::Num2);
    let before = file(&window);
    select(&mut window, "$10 billion over 10 years");
    window.press(Key::E);
    assert!(window.says("which field?"));
    window.press(Key::Escape);
    assert_eq!(file(&window), before, "Esc closes the list");
    window.press(Key::E);
    window.press(Key::Enter);
    let (_, amount) = window.session().case().amounts.iter().next().unwrap();
    assert!(amount.value.is_some() && amount.currency.is_some() && amount.period.is_some(), "all that they say");
    assert_eq!(window.session().case().quotes.count(), 1);
    window.press(Key::Escape);
    assert_eq!(file(&window), before, "Esc takes the evidence back");
    window.press(Key::E);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(stated(&window), [("value".to_owned(), "10000000000".to_owned())]);
    window.press_with(CTRL, Key::Z);
    assert_eq!(file(&window), before);
}

#[test]
fn the_first_esc_is_for_what_is_being_typed() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "$10 billion");
    window.press(Key::A);
    window.write("half a label");
    window.press(Key::Escape);
    assert_eq!(window.count(List::Amounts), 1);
    assert_eq!(window.shown("Label"), "");
    window.press(Key::Escape);
    assert_eq!(window.count(List::Amounts), 0);
}

#[test]
fn who_says_so_is_taken_from_the_words() {
    let mut window = with_article(ARTICLE);
    select(&mut window, "September 16");
    window.press(Key::D);
    let (_, claim) = window.session().case().claims.iter().next().unwrap();
    assert!(!claim.attributed_to.is_empty(), "“according to a spokesperson for the council”");
}

#[test]
fn an_article_without_a_date_is_asked_about_once_and_keeps_the_words() {
    let mut window = with_article("A note on the works\n\nThe crane fell in November. Work stopped on Monday.");
    select(&mut window, "November");
    window.press(Key::D);
    let kept = window.session().case().dates.iter().next().unwrap().1.date_as_typed.clone();
    assert_eq!(kept, "November");
    assert!(window.dialog().is_some() && window.says("When was the article published?"));
    window.button("Not now");
    assert_eq!(window.count(List::Dates), 1);
    select(&mut window, "Monday");
    window.press(Key::D);
    assert!(window.dialog().is_none(), "once");
}

#[test]
fn what_proves_nothing_is_refused_in_words() {
    let long = format!("Long\n\n{}", "A paragraph of words.\n\n".repeat(600));
    let mut window = with_article(&long);
    window.press_with(CTRL, Key::A);
    for key in [Key::P, Key::A, Key::D, Key::C] {
        window.press(key);
    }
    assert!(window.says("too many for one quote"));
    let session = window.session();
    assert_eq!(session.case().quotes.count() + session.case().parties.count() + session.case().dates.count(), 0);
}

#[test]
fn odd_words_make_nothing_up() {
    let forty = "1234567890".repeat(4);
    let text =
        format!("Odd\nAugust 23, 2020\n\nIt cost $ or ${forty} on 00/00/0000, they said. It was e\u{301}vident.");
    let mut window = with_article(&text);
    for (words, key) in [("00/00/0000", Key::D), ("$ or", Key::A), ("e\u{301}vident", Key::C)] {
        select(&mut window, words);
        window.press(key);
        window.press(Key::Enter);
    }
    let case = window.session().case();
    let (_, date) = case.dates.iter().next().unwrap();
    assert_eq!((date.date.is_none(), &*date.date_as_typed), (true, "00/00/0000"));
    let (_, amount) = case.amounts.iter().next().unwrap();
    assert_eq!((amount.value.is_none(), &*amount.value_as_typed), (true, "$ or"));
    select(&mut window, &format!("${forty}"));
    window.press(Key::A);
    let sums: Vec<_> = window.session().case().amounts.iter().filter_map(|(_, amount)| amount.value.clone()).collect();
    assert_eq!(sums[0].as_str(), forty);
}

#[test]
fn f8_goes_from_one_unclaimed_fact_to_the_next() {
    let mut window = with_article(ARTICLE);
    let mut made = 0;
    for _ in 0..30 {
        window.press(Key::F8);
        let Some(key) = likely(&window) else { break };
        window.press(key);
        window.press(Key::Enter);
        made += 1;
    }
    assert!(made >= 8, "only {made} facts");
    let case = window.session().case();
    assert!(
        case.parties.count() >= 3 && case.amounts.count() >= 1 && case.dates.count() >= 3 && case.actions.count() >= 2
    );
}

#[test]
fn f8_goes_into_a_fact_that_holds_others() {
    let mut window =
        with_article("Bond\nAugust 23, 2020\n\nThe court ordered Acme Rail Inc. to pay damages of $1.5 million.");
    let mut kinds = Vec::new();
    for _ in 0..6 {
        window.press(Key::F8);
        let Some(key) = likely(&window) else { break };
        window.press(key);
        window.press(Key::Enter);
        kinds.push(key);
    }
    assert!(kinds.contains(&Key::C) && kinds.contains(&Key::A), "{kinds:?}");
    assert_eq!(window.count(List::Amounts), 1);
}
