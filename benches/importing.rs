//! Articles of other producers: how fast they are recognised and read, beside plain JSON of the same bytes; and a file of
//! 400,000 of them, from opening to the first rows and to the last.
#![allow(clippy::pedantic, clippy::expect_used, dead_code, missing_docs)]

mod common;

use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use casefile::import::{self, Content};
use casefile::session::{Command, Session};
use serde_json::{Value, json};

const RUNS: usize = 5;
/// How many articles the short lists have, and the long one.
const SHORT: usize = 4_000;
const LONG: usize = 400_000;

/// A story of about five thousand letters.
fn story(number: usize) -> String {
    (0..60)
        .map(|line| {
            format!(
                "On day {line} the board of quay {number} met and spoke of {} crates in the harbour.\n",
                line * number
            )
        })
        .collect()
}

fn scraped(number: usize) -> Value {
    json!({
        "authors": [format!("Ann Lee {number}")], "date_download": "2026-11-23 10:00:00", "date_modify": "None",
        "date_publish": format!("2024-{:02}-{:02} 12:26:27", number % 12 + 1, number % 28 + 1),
        "description": "The board met.", "language": "en", "maintext": story(number), "source_domain": "wire.example",
        "title": format!("Board of quay {number} meets"), "url": format!("https://wire.example/{number}"),
    })
}

fn posted(number: usize) -> Value {
    json!({
        "id": number, "date_gmt": "2013-03-25T20:27:22", "link": format!("https://post.example/{number}"),
        "title": { "rendered": format!("Quay {number} &#8217; sinks") },
        "content": { "rendered": story(number).lines().map(|line| format!("<p>{line}</p>\n")).collect::<String>() },
    })
}

fn answered(number: usize) -> Value {
    json!({
        "source": { "id": null, "name": "Harbour Post" }, "author": "Bo Ray", "title": format!("Quay {number} - Harbour Post"),
        "description": "The board met.", "url": format!("https://post.example/{number}"), "publishedAt": "2024-03-08T01:00:00Z",
        "content": format!("{}… [+4800 chars]", &story(number)[..200]),
    })
}

/// Recognising the file and reading every article.
fn read(bytes: &[u8]) -> usize {
    let Ok(Content::Articles(collection)) = import::read(bytes) else { panic!("it holds articles") };
    collection.items.iter().map(|item| black_box(collection.article(item).expect("it is sound")).text.len()).sum()
}

fn parse(bytes: &[u8], is_lines: bool) -> usize {
    if is_lines {
        let values = serde_json::Deserializer::from_slice(bytes).into_iter::<Value>();
        return values.filter(|value| black_box(value).is_ok()).count();
    }
    usize::from(black_box(serde_json::from_slice::<Value>(bytes)).is_ok())
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| common::time(&mut work)).collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn compare(name: &str, bytes: &[u8], is_lines: bool) {
    let speed = |time: Duration| bytes.len() as f64 / 1e6 / time.as_secs_f64();
    let (ours, theirs) =
        (median(|| assert!(black_box(read(bytes)) > 0)), median(|| assert!(black_box(parse(bytes, is_lines)) > 0)));
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!(
        "{name}: {:.0} MB, {:.0} MB/s; serde_json alone {:.0} MB/s ({ratio:.1} ×)",
        bytes.len() as f64 / 1e6,
        speed(ours),
        speed(theirs)
    );
}

/// The most memory that the process has had, in megabytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) / 1_000
}

fn long_list(folder: &Path) {
    let path = folder.join("long.jsonl");
    let mut file = BufWriter::new(std::fs::File::create(&path).expect("a temporary folder can be written"));
    for number in 0..LONG {
        serde_json::to_writer(&mut file, &scraped(number)).expect("it can be written");
        file.write_all(b"\n").expect("it can be written");
    }
    file.flush().expect("it can be written");
    drop(file);
    let length = std::fs::metadata(&path).map_or(0, |known| known.len());
    let before = peak();
    let mut session = Session::new(Arc::new(|| {}));
    let started = Instant::now();
    session.perform(Command::Open(vec![path]));
    let (mut first, mut longest) = (None, Duration::ZERO);
    loop {
        longest = longest.max(common::time(|| session.poll()));
        let Some(sources) = session.sources() else { continue };
        if first.is_none() && !sources.rows.is_empty() {
            first = Some(started.elapsed());
        }
        if sources.is_done {
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let rows = session.sources().map_or(0, |sources| sources.rows.len());
    println!(
        "a list of {rows} articles, {:.2} GB: first rows after {:?}, all after {:?}; window held up {longest:?} at most; \
         {} MB of memory more",
        length as f64 / 1e9,
        first.expect("there are rows"),
        started.elapsed(),
        peak().saturating_sub(before),
    );
}

fn main() {
    let lines: String = (0..SHORT).map(|number| format!("{}\n", scraped(number))).collect();
    compare("news-please, JSON Lines", lines.as_bytes(), true);
    let list = Value::Array((0..SHORT).map(scraped).collect()).to_string();
    compare("news-please, a list", list.as_bytes(), false);
    let posts = Value::Array((0..SHORT).map(posted).collect()).to_string();
    compare("WordPress, HTML", posts.as_bytes(), false);
    let answer = json!({ "status": "ok", "articles": (0..SHORT * 8).map(answered).collect::<Vec<_>>() }).to_string();
    compare("NewsAPI", answer.as_bytes(), false);
    drop((lines, list, posts, answer));
    let folder = tempfile::tempdir().expect("a temporary folder");
    long_list(folder.path());
}
