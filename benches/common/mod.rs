//! Generated cases and articles, and honest timing, for the benchmarks.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use casefile::model::Id;
use casefile::session::{Command, Session};

/// The middle of several runs of a measurement.
pub fn median(runs: usize, mut measure: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..runs).map(|_| measure()).collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// How long something takes, once.
pub fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    std::hint::black_box(work());
    started.elapsed()
}

/// One line of a report.
pub fn report(what: &str, figure: Duration, reference: Option<(&str, Duration)>) {
    let milliseconds = figure.as_secs_f64() * 1000.0;
    match reference {
        None => println!("{what:<58} {milliseconds:>10.3} ms"),
        Some((name, reference)) => {
            let ratio = figure.as_secs_f64() / reference.as_secs_f64().max(1e-9);
            let other = reference.as_secs_f64() * 1000.0;
            println!("{what:<58} {milliseconds:>10.3} ms = {ratio:.2} x {name} ({other:.3} ms)");
        }
    }
}

fn id(kind: u64, number: usize) -> Id {
    Id::from_bits((kind << 32) + number as u64)
}

/// The text of a case with about this many records: parties, amounts, dates, proceedings, actions, quotes and claims.
pub fn case_json(records: usize, article: Option<(&str, &str)>) -> String {
    let part = (records / 6).max(1);
    let mut out = String::with_capacity(records * 420);
    out.push_str(
        "{\n  \"casefile\": \"case\",\n  \"version\": 1,\n  \"id\": \"aaaaaaab\",\n  \"title\": \"Generated\",\n",
    );
    let list = |out: &mut String, key: &str, count: usize, record: &dyn Fn(usize) -> String| {
        let _ = writeln!(out, "  \"{key}\": [");
        for number in 0..count {
            let comma = if number + 1 < count { "," } else { "" };
            let _ = writeln!(out, "    {}{comma}", record(number));
        }
        out.push_str("  ]");
    };
    let articles = usize::from(article.is_some());
    list(&mut out, "articles", articles, &|_| {
        let (file, title) = article.unwrap_or_default();
        format!(
            "{{\"id\": \"{}\", \"file\": \"{file}\", \"title\": \"{title}\", \"published\": \"2020-08-23\"}}",
            id(1, 0)
        )
    });
    out.push_str(",\n");
    list(&mut out, "parties", part, &|n| {
        format!(
            "{{\"id\": \"{}\", \"name\": \"Party number {n} of the generated case\", \"kind\": \"company\", \"note\": \"A note of some length about party {n}.\"}}",
            id(2, n)
        )
    });
    out.push_str(",\n");
    list(&mut out, "proceedings", part / 10 + 1, &|n| {
        format!(
            "{{\"id\": \"{}\", \"forum\": {{\"ref\": \"{}\"}}, \"numbers\": [\"19-{n}C\"], \"caption\": \"A v. B {n}\", \"participants\": [{{\"id\": \"{}\", \"party\": {{\"ref\": \"{}\"}}, \"role\": \"plaintiff\"}}]}}",
            id(3, n),
            id(2, n),
            id(9, n),
            id(2, n + 1)
        )
    });
    out.push_str(",\n");
    list(&mut out, "actions", part, &|n| {
        format!(
            "{{\"id\": \"{}\", \"proceeding\": {{\"ref\": \"{}\"}}, \"kind\": \"order\", \"title\": \"Order number {n}\", \"filed\": \"20{:02}-{:02}-{:02}\"}}",
            id(4, n),
            id(3, n / 10),
            n % 30,
            n % 12 + 1,
            n % 28 + 1
        )
    });
    out.push_str(",\n");
    list(&mut out, "amounts", part, &|n| {
        format!(
            "{{\"id\": \"{}\", \"label\": \"Amount number {n}\", \"value\": \"{}000000\", \"currency\": \"USD\", \"precision\": \"at_most\", \"nature\": \"ceiling\", \"period\": \"P10Y\", \"payer\": {{\"ref\": \"{}\"}}}}",
            id(5, n),
            n + 1,
            id(2, n)
        )
    });
    out.push_str(",\n");
    list(&mut out, "dates", part, &|n| {
        format!(
            "{{\"id\": \"{}\", \"label\": \"Date number {n}\", \"date\": \"20{:02}-{:02}\", \"kind\": \"event\"}}",
            id(6, n),
            n % 30,
            n % 12 + 1
        )
    });
    out.push_str(",\n");
    list(&mut out, "quotes", part, &|n| {
        format!(
            "{{\"id\": \"{}\", \"article\": \"{}\", \"part\": \"text\", \"exact\": \"words number {n}\", \"prefix\": \"what stands before them, here \", \"suffix\": \" and what comes after the words\", \"start\": {}, \"end\": {}, \"version\": 1}}",
            id(7, n),
            id(1, 0),
            n * 40,
            n * 40 + 14
        )
    });
    out.push_str(",\n");
    list(&mut out, "claims", part, &|n| {
        format!(
            "{{\"id\": \"{}\", \"record\": \"{}\", \"field\": \"value\", \"value\": \"{}000000\", \"quote\": \"{}\", \"mode\": \"reported\", \"by\": \"A\", \"at\": \"2026-01-01T00:00:00Z\"}}",
            id(8, n),
            id(5, n),
            n + 1,
            id(7, n)
        )
    });
    out.push_str("\n}\n");
    out
}

/// An article of about this many bytes with this many highlights spread over it, and the case they belong to.
pub fn highlighted(bytes: usize, highlights: usize) -> (String, String) {
    let sentence = "The court heard both sides on the contract and the sum of ten billion dollars. ";
    let mut text = String::with_capacity(bytes + 400);
    while text.len() < bytes {
        for _ in 0..6 {
            text.push_str(sentence);
        }
        text.push_str("\n\n");
    }
    let step = (text.len() / highlights).max(1);
    let article = serde_json::json!({
        "casefile": "article", "version": 1, "id": id(1, 0), "title": "Generated", "published": "2020-08-23", "text": text,
    });
    let quotes: Vec<_> = (0..highlights)
        .map(|n| {
            let start = n * step;
            let end = (start + 10 + n % 60).min(text.len());
            serde_json::json!({
                "id": id(7, n), "article": id(1, 0), "part": "text", "exact": &text[start..end], "start": start, "end": end, "version": 1,
            })
        })
        .collect();
    // Ten highlights a record.
    let each = (highlights / 40).max(1);
    let kinds = [2_u64, 4, 5, 6];
    let records = |kind: u64, key: &str| -> Vec<_> {
        (0..each).map(|n| serde_json::json!({ "id": id(kind, n), key: format!("Record {n}") })).collect()
    };
    let claims: Vec<_> = (0..highlights)
        .map(|n| serde_json::json!({ "id": id(8, n), "record": id(kinds[n % 4], n / 4 % each), "field": "", "quote": id(7, n) }))
        .collect();
    let case = serde_json::json!({
        "casefile": "case", "version": 1, "id": "aaaaaaab", "title": "Generated",
        "articles": [{ "id": id(1, 0), "file": "a.article.json", "title": "Generated" }],
        "parties": records(2, "name"), "actions": records(4, "title"),
        "amounts": records(5, "label"), "dates": records(6, "label"),
        "quotes": quotes, "claims": claims,
    });
    (article.to_string(), case.to_string())
}

/// A session with the case opened, its articles read.
pub fn open(folder: &std::path::Path, case: &str, article: Option<&str>) -> Session {
    let path: PathBuf = folder.join("generated.case.json");
    std::fs::write(&path, case).expect("a temporary folder can be written");
    if let Some(article) = article {
        std::fs::write(folder.join("a.article.json"), article).expect("a temporary folder can be written");
    }
    let mut session = Session::new(std::sync::Arc::new(|| {}));
    session.perform(Command::Open(vec![path]));
    while session.is_loading() {
        session.poll();
        std::thread::sleep(Duration::from_millis(1));
    }
    session
}
