//! Opening a large case, beside `serde_json` reading the same bytes into plain structs.
#![allow(clippy::pedantic, clippy::expect_used, dead_code, missing_docs)]

mod common;

use casefile::format::{Base, read_case};
use serde::Deserialize;

/// What a program without any of our promises would read.
#[derive(Deserialize)]
struct Plain {
    parties: Vec<PlainRecord>,
    proceedings: Vec<PlainRecord>,
    actions: Vec<PlainRecord>,
    amounts: Vec<PlainRecord>,
    dates: Vec<PlainRecord>,
    quotes: Vec<PlainQuote>,
    claims: Vec<PlainClaim>,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct PlainRecord {
    id: String,
    name: String,
    kind: String,
    note: String,
    title: String,
    label: String,
    filed: String,
    value: String,
    currency: String,
    precision: String,
    nature: String,
    period: String,
    date: String,
    caption: String,
    numbers: Vec<String>,
    forum: Option<PlainReference>,
    proceeding: Option<PlainReference>,
    payer: Option<PlainReference>,
    participants: Vec<PlainParticipant>,
}

#[derive(Deserialize)]
struct PlainReference {
    r#ref: String,
}

#[derive(Deserialize)]
struct PlainParticipant {
    id: String,
    party: PlainReference,
    role: String,
}

#[derive(Deserialize)]
struct PlainQuote {
    id: String,
    article: String,
    part: String,
    exact: String,
    prefix: String,
    suffix: String,
    start: usize,
    end: usize,
    version: u32,
}

#[derive(Deserialize)]
struct PlainClaim {
    id: String,
    record: String,
    field: String,
    value: String,
    quote: String,
    mode: String,
    by: String,
    at: String,
}

fn main() {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--peak");
    if let (Some(_), Some(path)) = (arguments.next(), arguments.next()) {
        let (base, faults) = Base::new(std::fs::read(path).expect("it was written"));
        let read = std::hint::black_box(read_case(&base, faults));
        println!("{}", peak_memory_mb());
        drop(read);
        return;
    }
    let json = common::case_json(620_000, None);
    println!("A case of {} MB", json.len() / 1_000_000);
    let runs = 5;
    let (mut plain, mut ours) = (Vec::new(), Vec::new());
    // Alternated, so that what else the machine does falls on both.
    for _ in 0..runs {
        plain.push(common::time(|| serde_json::from_slice::<Plain>(json.as_bytes()).expect("it is sound")));
        let bytes = json.clone().into_bytes();
        ours.push(common::time(|| {
            let (base, faults) = Base::new(bytes);
            let read = read_case(&base, faults);
            (base, read)
        }));
    }
    plain.sort_unstable();
    ours.sort_unstable();
    common::report(
        "open: bytes to case, with every fault looked for",
        ours[runs / 2],
        Some(("serde_json", plain[runs / 2])),
    );
    // In a process of its own: what the references above used must not count.
    let own = std::env::current_exe().expect("the path of this program");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("large.case.json");
    std::fs::write(&path, &json).expect("a temporary folder can be written");
    let peak = std::process::Command::new(own).arg("--peak").arg(&path).output().expect("it starts");
    let peak: usize = String::from_utf8_lossy(&peak.stdout).trim().parse().unwrap_or(0);
    let megabytes = json.len() as f64 / 1e6;
    println!("peak memory of opening it: {peak} MB = {:.1} x the file", peak as f64 / megabytes);
}

/// The most memory this process has used, from the kernel's own account.
fn peak_memory_mb() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(0) / 1024
}
