//! Names on file, found in text.

use super::parties;
use crate::model::Id;
use crate::suggest::KnownNames;

fn names(rows: &[(&str, &str, &str)]) -> KnownNames {
    let rows: Vec<(Id, &str, &str)> = rows.iter().map(|(id, name, kind)| (Id::from(*id), *name, *kind)).collect();
    KnownNames::new(rows.iter().map(|(id, name, kind)| (id, *name, *kind)))
}

/// What is found, as "words=id:kind", with rivals parted by "+".
fn found(text: &str, rows: &[(&str, &str, &str)]) -> String {
    let names = names(rows);
    let lines: Vec<String> = parties(text, Some(&names))
        .iter()
        .map(|named| {
            let rivals: Vec<&str> = named.rivals.iter().map(Id::as_str).collect();
            let id = named.known.as_ref().map_or(rivals.join("+"), |id| id.as_str().to_owned());
            format!("{}={id}:{}", &text[named.name_at.clone()], named.kind)
        })
        .collect();
    lines.join(" | ")
}

#[test]
fn names_on_file_are_found() {
    const FILE: &[(&str, &str, &str)] = &[
        ("ms", "Microsoft", "company"),
        ("aws", "Amazon Web Services, Inc.", "company"),
        ("aws", "AWS", "company"),
        ("am", "Amazon", "company"),
        ("ebay", "eBay", "company"),
        ("3m", "3M", "company"),
        ("cs", "Patricia Campbell-Smith", "person"),
        ("nyt", "The New York Times", "company"),
        ("dod", "Department of Defense", "government"),
        ("us", "U.S.", "government"),
        ("q", "Quux’s Own", "mystery"),
        ("gao", "GAO", "government"),
        ("twin1", "Jane Roe", "person"),
        ("twin2", "Jane Roe", "person"),
        ("str", "Straße", "other"),
    ];
    for (text, expected) in [
        ("Then MICROSOFT won.", "MICROSOFT=ms:company"),
        ("Then Microsoft's bid won.", "Microsoft=ms:company"),
        ("then microsoft won", ""),
        ("Microsoft Corp. won.", "Microsoft Corp.=ms:company"),
        ("The AWS bid and the aws tools", "AWS=aws:company"),
        ("Amazon Web Services Inc won, Amazon lost.", "Amazon Web Services Inc=aws:company | Amazon=am:company"),
        ("Amazon\nWeb\tServices, Inc. won.", "Amazon\nWeb\tServices, Inc.=aws:company"),
        ("on eBay today", "eBay=ebay:company"),
        ("the 3M case, not 3Ms or 13M", "3M=3m:company"),
        (
            "Patricia Campbell Smith and Patricia Campbell-Smith",
            "Patricia Campbell Smith=cs:person | Patricia Campbell-Smith=cs:person",
        ),
        ("the New York Times said", "New York Times=nyt:company"),
        ("The New York Times said", "The New York Times=nyt:company"),
        ("the department of defense", "department of defense=dod:government"),
        ("the U.S. sued us, and the US too", "U.S.=us:government | US=us:government"),
        ("by Quux's own and Quux’s Own", "Quux's own=q: | Quux’s Own=q:"),
        ("a GAO report, microGAOs", "GAO=gao:government"),
        ("Jane Roe left.", "Jane Roe=twin1+twin2:person"),
        ("see amazon.com and Amazon.com", "Amazon.com=:company"),
        ("@Microsoft #Microsoft Microsoft365 Microsoft_x", ""),
        ("the STRASSE and the straße", ""),
        ("the Straße", "Straße=str:other"),
        ("MicrosoftÉ and ÉMicrosoft", ""),
    ] {
        // Guesses that are not on file are left out, but for one that must not be taken for it.
        let found = found(text, FILE);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_longer_name_is_not_the_shorter_one_on_file() {
    let file = &[("am", "Amazon", "company"), ("sm", "Smith", "person")];
    for (text, expected) in [
        ("Amazon Web Services won.", "Amazon Web Services=:company"),
        ("Amazon won.", "Amazon=am:company"),
        ("Mary Smith won.", "Mary Smith=:person"),
        ("Smith won.", "Smith=sm:person"),
    ] {
        assert_eq!(found(text, file), expected, "{text}");
    }
}

#[test]
fn a_short_form_of_a_name_on_file_is_that_party() {
    let file = &[("m", "Elena Markovic", "person")];
    assert_eq!(found("Elena Markovic sued. Markovic lost.", file), "Elena Markovic=m:person | Markovic=m:person");
}

#[test]
fn the_legal_form_behind_a_name_on_file_is_another_name() {
    let names = names(&[("ms", "Microsoft", "company")]);
    let found = parties("Microsoft Corporation (NASDAQ: MSFT) won.", Some(&names));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].known, Some(Id::from("ms")));
    assert_eq!(found[0].aliases, [("Microsoft Corporation".to_owned(), "legal")]);
    assert_eq!(found[0].identifiers, [("NASDAQ", "MSFT".to_owned())]);
}

#[test]
fn any_number_of_names_is_taken_in() {
    let rows: Vec<(Id, String)> = (0..20_000).map(|at| (Id::from_bits(at), format!("Party Number{at} Ltd"))).collect();
    let rows = rows.iter().map(|(id, name)| (id, name.as_str(), "company")).chain([]);
    let names = KnownNames::new(rows);
    let found = parties("It was Party Number777 Ltd.", Some(&names));
    // Digits are apart from letters in the text as in the name.
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].known, Some(Id::from_bits(777)));
}

#[test]
fn blank_names_are_left_out() {
    let names = names(&[("a", "", ""), ("b", "  ", ""), ("c", "-", ""), ("e", "...", "")]);
    assert_eq!(parties("- ...  .", Some(&names)), []);
}
