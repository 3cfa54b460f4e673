//! Steps of the caret, through texts of every script and shape.

use super::*;
use crate::text::steps::is_grapheme_boundary;

fn texts() -> Vec<(&'static str, String)> {
    vec![
        ("plain", TEXT.to_owned()),
        ("crlf", TEXT.replace('\n', "\r\n")),
        ("flags", format!("Flags: {} end", "🇨🇭🇳🇴".repeat(40))),
        ("families", "👨‍👩‍👧‍👦👩🏽‍🚒 ".repeat(25)),
        ("families without spaces", "👨‍👩‍👧‍👦".repeat(60)),
        ("combining", format!("{} and {}", "e\u{301}\u{323}".repeat(90), "a\u{308}o\u{302} ".repeat(60))),
        ("right to left", "שָׁלוֹם עוֹלָם، مَرْحَبًا بِالعالم 12 and back. ".repeat(7)),
        ("one long word", "x".repeat(4_100)),
        ("one long line", "The court ruled. It went on and on; ".repeat(120)),
        ("Chinese", "最高裁判所は、請求を棄却した。".repeat(150)),
        ("blank lines", "\n\n  one\n\n\n\ntwo\n \t \nthree\n\n".to_owned()),
        ("Devanagari", "क्षत्रिय कार्यालय ".repeat(25)),
    ]
}

fn caret(window: &Window) -> (Part, usize) {
    let selected = window.state().page.selected.as_ref().expect("a caret");
    (selected.part(), selected.caret())
}

/// Everywhere a key leads in the text, from one end of it to the other.
fn walk(window: &mut Window, modifiers: Modifiers, key: Key, end: usize) -> Vec<usize> {
    let mut stops = vec![caret(window).1];
    while caret(window) != (Part::Text, end) {
        let before = caret(window);
        window.key_press_modifiers(modifiers, key);
        window.step();
        assert_ne!(caret(window), before, "{key:?} is stuck");
        if caret(window).0 != Part::Text {
            break;
        }
        stops.push(caret(window).1);
        assert!(stops.len() < 6_000, "{key:?} never ends");
    }
    stops
}

#[test]
fn every_step_leads_on_through_every_text() {
    let word = Modifiers::COMMAND;
    for (name, text) in texts() {
        let mut window = open("T", &text);
        focus(&mut window);
        let boundary = |stops: &[usize]| stops.iter().all(|at| is_grapheme_boundary(&text, *at));
        for (modifiers, forward, back) in [
            (Modifiers::NONE, Key::ArrowDown, Key::ArrowUp),
            (Modifiers::NONE, Key::PageDown, Key::PageUp),
            (word, Key::ArrowRight, Key::ArrowLeft),
            (word, Key::ArrowDown, Key::ArrowUp),
            (Modifiers::ALT, Key::ArrowDown, Key::ArrowUp),
        ] {
            press(&mut window, word, &[Key::End, Key::Home]);
            let stops = walk(&mut window, modifiers, forward, text.len());
            assert!(stops.is_sorted() && boundary(&stops), "{name}: {forward:?} {stops:?}");
            let stops = walk(&mut window, modifiers, back, 0);
            assert!(stops.iter().rev().is_sorted() && boundary(&stops), "{name}: {back:?} {stops:?}");
        }
    }
}

#[test]
fn what_a_step_passes_is_selected() {
    let word = Modifiers::COMMAND;
    for (name, text) in texts() {
        for (modifiers, key) in [
            (Modifiers::NONE, Key::ArrowRight),
            (Modifiers::NONE, Key::ArrowDown),
            (Modifiers::NONE, Key::PageDown),
            (word, Key::ArrowRight),
            (word, Key::ArrowDown),
            (Modifiers::ALT, Key::ArrowDown),
        ] {
            let mut window = open("T", &text);
            focus(&mut window);
            press(&mut window, word, &[Key::Home]);
            press(&mut window, modifiers, &[key]);
            let (from, (part, to)) = (caret(&window).1, {
                press(&mut window, modifiers, &[key]);
                caret(&window)
            });
            assert_eq!(part, Part::Text);
            press(&mut window, word, &[Key::Home]);
            press(&mut window, modifiers, &[key]);
            press(&mut window, modifiers | Modifiers::SHIFT, &[key]);
            assert_eq!(window.state().selected().unwrap_or_default(), text[from..to], "{name}: {key:?}");
        }
    }
}

#[test]
fn home_and_end_stay_in_their_row() {
    for (name, text) in texts() {
        let mut window = open("T", &text);
        focus(&mut window);
        press(&mut window, Modifiers::COMMAND, &[Key::Home]);
        for _ in 0..12 {
            press(&mut window, Modifiers::NONE, &[Key::Home]);
            let home = caret(&window);
            press(&mut window, Modifiers::NONE, &[Key::End]);
            let end = caret(&window);
            press(&mut window, Modifiers::NONE, &[Key::End]);
            assert_eq!(caret(&window), end, "{name}: the end of a row is its end");
            press(&mut window, Modifiers::NONE, &[Key::Home]);
            assert_eq!(caret(&window), home, "{name}: back from the end");
            press(&mut window, Modifiers::NONE, &[Key::ArrowDown]);
        }
    }
}

#[test]
fn a_page_further_on_the_caret_is_in_view_at_the_same_height() {
    let text: Vec<String> = (0..200).map(|line| format!("Paragraph {line}. {}", "More words. ".repeat(20))).collect();
    let mut window = open("Long", &text.join("\n\n"));
    focus(&mut window);
    press(&mut window, Modifiers::COMMAND, &[Key::Home]);
    let mut last = caret(&window).1;
    for _ in 0..5 {
        press(&mut window, Modifiers::NONE, &[Key::PageDown]);
        assert!(caret(&window).1 > last + 800, "{last} {:?}", caret(&window));
        last = caret(&window).1;
    }
    let before = window.state().page.position;
    press(&mut window, Modifiers::SHIFT, &[Key::PageDown]);
    let words = window.state().selected().expect("what was passed");
    assert!(words.len() > 800 && window.state().page.position > before, "the page goes along");
    press(&mut window, Modifiers::SHIFT, &[Key::PageUp]);
    let left = window.state().selected().unwrap_or_default().len();
    assert!(left < 120, "and back again, to the line or the one beside it: {left}");
    // Scrolled away, the caret is fetched.
    window.state_mut().page.position = Position::default();
    window.run();
    press(&mut window, Modifiers::NONE, &[Key::PageDown]);
    assert!(caret(&window).1 < last && caret(&window).1 > 800, "{:?}", caret(&window));
    // Without the keyboard on the page, only what is in view changes.
    let (place, ctx) = (caret(&window), window.ctx.clone());
    ctx.memory_mut(|memory| memory.surrender_focus(page_id()));
    let before = window.state().page.position;
    press(&mut window, Modifiers::NONE, &[Key::PageDown]);
    assert_eq!(caret(&window), place);
    assert!(window.state().page.position > before);
}
