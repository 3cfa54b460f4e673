use super::{PUBLISHED, check, dates};

#[test]
fn latest_times_of_orders_look_ahead() {
    check(&[
        (
            "Judge Moreau granted the motion on Friday and ordered the company to post a bond of $1.5 million by September 16.",
            "[Friday] 2020-09-04 latest_weekday; [September 16] 2020-09-16 by next_day",
        ),
        ("The court ordered it to pay by October 1.", "[October 1] 2020-10-01 by next_day"),
        ("She was told to pay by Friday.", "[Friday] 2020-09-11 by next_weekday"),
        ("The firm agreed to leave before November.", "[November] 2020-11 by next_month"),
        ("He must answer the amended complaint by Sept. 30.", "[Sept. 30] 2020-09-30 by next_day"),
        ("The judge gave the company until Oct. 5.", "[Oct. 5] 2020-10-05 by next_day"),
        ("They were given until Monday to respond.", "[Monday] 2020-09-14 by next_weekday"),
        ("The panel directed both sides to file briefs no later than Oct. 2.", "[Oct. 2] 2020-10-02 by next_day"),
        ("The trial was postponed until January.", "[January] 2021-01 by next_month"),
        ("The ministry required firms to register before Dec. 31.", "[Dec. 31] 2020-12-31 by next_day"),
        ("The tenants were to vacate the flat by October 15.", "[October 15] 2020-10-15 by next_day"),
    ]);
}

#[test]
fn latest_times_of_what_happened_look_back() {
    check(&[
        ("The company failed to respond by August 16.", "[August 16] 2020-08-16 by latest_day"),
        ("Sales fell to record lows by October.", "[October] 2019-10 by latest_month"),
        ("He worked there until December.", "[December] 2019-12 by latest_month"),
        ("The storm had passed by Monday.", "[Monday] 2020-09-07 by latest_weekday"),
        ("He was ordered to pay. The fine was settled by May.", "[May] 2020-05 by latest_month"),
    ]);
}

#[test]
fn an_order_keeps_the_other_reading() {
    let found = dates("The court ordered it to pay by October 1.", Some(PUBLISHED));
    let others: Vec<&str> = found[0].1.others.iter().map(|(date, _)| date.as_str()).collect();
    assert_eq!(others, ["2019-10-01"]);
}

#[test]
fn bounds() {
    check(&[
        ("It must be paid by May 3, 2021.", "[May 3, 2021] 2021-05-03 by"),
        ("It must be paid no later than 5 p.m. on May 3, 2021.", "[May 3, 2021] 2021-05-03 by"),
        ("It must be paid before May 3, 2021.", "[May 3, 2021] 2021-05-03 by"),
        ("It was open until May 3, 2019.", "[May 3, 2019] 2019-05-03 by"),
        ("It was paid no later than May 3, 2019.", "[May 3, 2019] 2019-05-03 by"),
        ("It was paid prior to May 3, 2019.", "[May 3, 2019] 2019-05-03 by"),
        ("It was paid on or before May 3, 2019.", "[May 3, 2019] 2019-05-03 by"),
        ("It has run since May 3, 2019.", "[May 3, 2019] 2019-05-03 from"),
        ("It was paid after May 3, 2019.", "[May 3, 2019] 2019-05-03 from"),
        ("It was paid on or after May 3, 2019.", "[May 3, 2019] 2019-05-03 from"),
        ("It applies starting May 3, 2019.", "[May 3, 2019] 2019-05-03 from"),
        ("It applies as of May 3, 2019.", "[May 3, 2019] 2019-05-03 from"),
        ("It was paid in May 2019.", "[May 2019] 2019-05 within"),
        ("It was paid during 2019.", "[2019] 2019 within"),
        ("It rained throughout 2019.", "[2019] 2019 throughout"),
        ("It rained all through 2019.", "[2019] 2019 throughout"),
        ("It rained for all of 2019.", "[2019] 2019 throughout"),
    ]);
}

/// What happens on the first date of a text.
fn kind(text: &str) -> &'static str {
    dates(text, Some(PUBLISHED)).first().and_then(|(_, dated)| dated.kind).unwrap_or_default()
}

#[test]
fn what_happens() {
    let table = [
        ("The court ordered the company to post a bond by September 16.", "deadline"),
        ("The agency must re-evaluate the permit by September 16.", "deadline"),
        ("The deadline is September 16.", "deadline"),
        ("A hearing is set for September 16.", "hearing"),
        ("The complaint was filed on August 3, 2020.", "filing"),
        ("The court ruled on August 3, 2020.", "decision"),
        ("The report was published on August 3, 2020.", "publication"),
        ("It snowed on January 3, 2020.", ""),
    ];
    for (text, want) in table {
        assert_eq!(kind(text), want, "{text:?}");
    }
}

#[test]
fn rows_of_other_readings() {
    let table: [(&str, &[&str]); 4] = [
        ("Paid on 04/03/2020.", &["2020-03-04"]),
        ("Paid on 04/13/2020.", &[]),
        ("The court ruled on August 3.", &[]),
        ("Oct. 20: the match", &["2019-10-20"]),
    ];
    for (text, want) in table {
        let found = dates(text, Some(PUBLISHED));
        let others: Vec<&str> = found[0].1.others.iter().map(|(date, _)| date.as_str()).collect();
        assert_eq!(others, want, "{text:?}");
    }
}

#[test]
fn an_order_is_worked_out_from_its_words() {
    let found = dates("The court ordered it to pay by October 1.", Some(PUBLISHED));
    let how = found[0].1.derivation.as_ref().unwrap();
    assert_eq!(how.words.as_str(), "by October 1");
    assert_eq!(how.anchor.as_ref().map(|date| date.as_str().to_owned()), Some(PUBLISHED.to_owned()));
}
