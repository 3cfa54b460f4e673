//! Files of cases and of references that other producers wrote, where samples of them lie beside the sources. They are not
//! part of the project.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

use casefile::import::{self, Completeness, Content, Producer};

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/articles");
    folder.is_dir().then_some(folder)
}

/// Case files of other producers, by the name that each is given; with those that are no records but something else.
#[test]
fn case_files_are_named() {
    let Some(folder) = folder() else {
        println!("The files of producers are not there: skipped");
        return;
    };
    let folder = folder.parent().unwrap().join("cases");
    // Answers that something went wrong, an empty object, and documentation that is not JSON.
    let others = ["99999999", "_49_F_3d_807", "canb_1", "NOTJSON"];
    let mut named = 0;
    for (producer, expected) in [
        ("cap_caselaw", "a case of the Caselaw Access Project"),
        ("courtlistener_api_v4", "court records of CourtListener"),
        ("ftm", "entities of FollowTheMoney"),
        ("juriscraper_florida", "court records of the Florida appellate courts"),
        ("juriscraper_ia_dockets", "a docket of a US federal court, as PACER tools write it"),
        ("juriscraper_pacer_appellate", "a docket of a US federal court, as PACER tools write it"),
        ("juriscraper_pacer_district", "a docket of a US federal court, as PACER tools write it"),
        ("juriscraper_scotus", "a docket of the US Supreme Court"),
        ("ocds", "contracting data of the Open Contracting Data Standard (OCDS)"),
        ("oyez", "of Oyez"),
        ("sam_gov", "contracting data of SAM.gov"),
        ("usaspending", "award data of USAspending.gov"),
    ] {
        for path in fs::read_dir(folder.join(producer)).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !name.ends_with("json") || others.iter().any(|other| name.contains(other)) {
                continue;
            }
            match import::read(&fs::read(&path).unwrap()) {
                Ok(Content::CaseFile(records)) => assert!(records.ends_with(expected), "{name}: {records}"),
                other => panic!("{producer}/{name}: {}", format!("{other:?}").chars().take(200).collect::<String>()),
            }
            named += 1;
        }
    }
    println!("{named} case files named");
    assert!(named > 60, "{named}");
}

/// Lists of references: their articles are read, their court cases told.
#[test]
fn lists_of_references_are_read() {
    let Some(folder) = folder() else {
        println!("The files of producers are not there: skipped");
        return;
    };
    let folder = folder.parent().unwrap().join("cases/csl_json");
    let (mut read, mut cases) = (0, 0);
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&path).unwrap();
        match import::read(text.as_bytes()) {
            Ok(Content::Articles(collection)) => {
                let raw: serde_json::Value = serde_json::from_str(&text).unwrap();
                for item in &collection.items {
                    let (found, raw) = (collection.article(item).unwrap(), raw.pointer(&item.pointer).unwrap());
                    assert!(matches!(found.producer, Producer::Csl | Producer::Zotero), "{}", path.display());
                    assert!(!found.title.is_empty() && found.completeness != Completeness::Whole);
                    let year = raw.pointer("/issued/date-parts/0/0").or(raw.get("date")).map(ToString::to_string);
                    let year: String = year.unwrap_or_default().chars().filter(char::is_ascii_digit).take(4).collect();
                    let published =
                        found.published.and_then(|when| when.date).map(|date| date.as_str()[..4].to_owned());
                    assert_eq!(published.unwrap_or_default(), year, "{}{}", path.display(), item.pointer);
                    read += 1;
                }
            }
            Ok(Content::CaseFile(_)) => cases += 1,
            other if path.extension().is_some_and(|ending| ending == "json") => panic!("{}: {other:?}", path.display()),
            _ => {}
        }
    }
    println!("{read} references read, {cases} files of court cases named");
    assert!(read > 20 && cases > 0);
}
