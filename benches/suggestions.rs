//! Reading whole texts for suggestions, beside counting their words and looking for a letter in the same bytes.
#![allow(clippy::pedantic, clippy::expect_used, dead_code, missing_docs)]

mod common;

use std::time::Duration;

use casefile::model::{Id, PartialDate};
use casefile::suggest::{Context, KnownNames, Made, scan};
use unicode_segmentation::UnicodeSegmentation as _;

/// Megabytes a second on one core that the reading of prose has to reach.
const TARGET: f64 = 20.0;

/// Bytes of the generated prose, and of each hostile text.
const PROSE: usize = 8_000_000;
const HOSTILE: usize = 10_000_000;

fn main() {
    prose();
    hostile();
}

/// Text as newspapers print it: about one sentence in three proposes nothing.
fn prose() {
    let text = generated(PROSE);
    let published: PartialDate = "2020-08-23".parse().expect("a day");
    let names: Vec<(Id, String)> =
        (0..10_000).map(|number| (Id::from_bits(number), format!("Harbour Works {number} AS"))).collect();
    let names = KnownNames::new(names.iter().map(|(id, name)| (id, name.as_str(), "company")));
    let context = Context { published: Some(&published), names: Some(&names) };
    let (mut ours, mut words, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    // Alternated, so that what else the machine does falls on all of them.
    for _ in 0..5 {
        ours.push(common::time(|| scan(&text, context)));
        words.push(common::time(|| text.unicode_words().count()));
        bytes.push(common::time(|| memchr::memchr_iter(b'e', text.as_bytes()).count()));
    }
    let [ours, words, bytes] = [ours, words, bytes].map(middle);
    let found = scan(&text, context);
    let count = |is: fn(&Made) -> bool| found.iter().filter(|one| is(&one.made)).count();
    println!(
        "prose of {:.1} MB: {} amounts, {} dates, {} parties, {} actions",
        megabytes(&text),
        count(|made| matches!(made, Made::Amount(_))),
        count(|made| matches!(made, Made::Date(_))),
        count(|made| matches!(made, Made::Party(_))),
        count(|made| matches!(made, Made::Action(_))),
    );
    common::report("  suggest: everything that prose proposes", ours, Some(("counting its words (UAX #29)", words)));
    common::report("  the same", ours, Some(("memchr over its bytes", bytes)));
    let speed = megabytes(&text) / ours.as_secs_f64();
    let met = if speed >= TARGET { "met" } else { "NOT met" };
    println!("  {speed:.1} MB/s on one core; target {TARGET:.0} MB/s: {met}");
}

/// What looks like the start of something all the time. Ten times the bytes must not cost much more than ten times the time.
fn hostile() {
    println!("hostile texts, {} MB each", HOSTILE / 1_000_000);
    let published: PartialDate = "2020-08-23".parse().expect("a day");
    let context = Context { published: Some(&published), names: None };
    for (what, part) in [
        ("no spaces", "harbourboard"),
        ("digits", "1234567890"),
        ("numbers", "1 2,000 3.5 "),
        ("dollar signs", "$"),
        ("currency signs and digits", "$1€2£"),
        ("one million million …", "million "),
        ("months", "May "),
        ("days", "on Monday, "),
        ("dates without an end", "1-2-3/4/5."),
        ("brackets", "("),
        ("quotation marks", "“"),
        ("capitals", "THE HARBOUR BOARD OF NORD "),
        ("names", "Ann Lee v. Bo Ray "),
        ("initials", "U.S."),
        ("verbs of court", "sued denied granted "),
        ("said", "said according to "),
        ("apostrophes", "'s"),
        ("line ends", "\n"),
        ("emoji", "👩‍⚖️"),
        ("combining marks", "e\u{301}\u{302}\u{303}"),
        ("right to left", "ועדה "),
    ] {
        let text = part.repeat(HOSTILE / part.len());
        let tenth = &text[..text.floor_char_boundary(text.len() / 10)];
        let small = common::median(3, || common::time(|| scan(tenth, context)));
        let whole = common::time(|| scan(&text, context));
        let words = common::time(|| text.unicode_words().count());
        println!(
            "  {what:<28} {:>7.1} MB/s, {:>5.2} x the time a byte of a tenth, {:>5.2} x counting its words",
            megabytes(&text) / whole.as_secs_f64(),
            whole.as_secs_f64() / small.as_secs_f64().max(1e-9) / 10.0,
            whole.as_secs_f64() / words.as_secs_f64().max(1e-9),
        );
    }
}

fn megabytes(text: &str) -> f64 {
    text.len() as f64 / 1e6
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Sentences with places for a date, a sum, a party or a court.
const SENTENCES: &[&str] = &[
    "{party} sued {party} in {court} on {date}, saying that the board had never meant to let anybody else win.",
    "The quay was to be finished by {date}, but the ground beneath it is soft and nobody had drilled deep enough.",
    "A spokesperson for {party} said the company would look at the ruling and then decide what to do.",
    "The contract is worth up to {sum} over 10 years, more than the town spends on its schools.",
    "Judge {person} of {court} granted the motion for a preliminary injunction on {date}.",
    "Fishermen who moor there say that they were not asked, and that the new cranes stand in their light.",
    "It was the third time in a decade that the plans were drawn anew, and few in the room believed that it was the last.",
    "“We have waited long enough,” said {person}, who owns a boatyard across the water.",
    "{party} won the tender in {month}; the runner-up asked the court to look at how the bids were weighed.",
    "The auditors found that {sum} had been paid for work which was never done, and the board asked for the money back.",
    "An appeal is expected later this year, according to two people who know the case.",
    "Nobody at the ministry wanted to say who had signed the letter, or when it was sent.",
    "The weather was fine, the ferries ran on time, and the market on the square sold more plums than ever before.",
    "{court} denied the motion to dismiss and ordered {party} to answer within 30 days.",
    "Last week the two sides met again, and this time they settled for {sum}.",
    "What the engineers had measured in the spring no longer held in the autumn, when the river rose.",
    "Shares of {party} fell 4.2 percent on {date}, to their lowest since the year before.",
    "Old maps show a creek where the warehouse was put, and older ones a bridge that nobody remembers.",
];

const PARTIES: &[&str] = &[
    "Nordlys Marine AS",
    "the Harbour Board",
    "Acme Dredging Inc.",
    "the Department of Ports",
    "Brightwater Holdings Ltd",
    "Lund & Berg LLP",
];
const PERSONS: &[&str] = &["Ann Lee", "Kari Nordmann", "Robert J. Hale", "Maria de la Cruz", "Olav Berg"];
const COURTS: &[&str] =
    &["the U.S. Court of Federal Claims", "the Oslo District Court", "the Supreme Court", "the Ninth Circuit"];
const DATES: &[&str] =
    &["Monday", "Aug. 12", "3 July 2020", "September 16", "2020-02-13", "the 4th of May, 2019", "Thursday"];
const MONTHS: &[&str] = &["November", "March 2019", "the third quarter", "October"];
const SUMS: &[&str] = &["$10 billion", "€1.2m", "about 3.5 million kroner", "£200,000", "12,000 US dollars"];

/// About this many bytes of paragraphs made of the sentences, the same each time.
fn generated(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 1_000);
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = |count: usize| {
        // Xorshift (Marsaglia 2003).
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % count as u64) as usize
    };
    while text.len() < bytes {
        for _ in 0..2 + draw(4) {
            fill(SENTENCES[draw(SENTENCES.len())], &mut text, &mut draw);
            text.push(' ');
        }
        text.pop();
        text.push_str("\n\n");
    }
    text
}

/// Writes a sentence with its places filled.
fn fill(sentence: &str, text: &mut String, draw: &mut impl FnMut(usize) -> usize) {
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}').expect("every place is closed");
        let words = match place {
            "party" => PARTIES,
            "person" => PERSONS,
            "court" => COURTS,
            "date" => DATES,
            "month" => MONTHS,
            "sum" => SUMS,
            _ => panic!("nothing is known of {place}"),
        };
        text.push_str(before);
        text.push_str(words[draw(words.len())]);
        rest = after;
    }
    text.push_str(rest);
}
