use super::{PUBLISHED, shown};

#[test]
fn no_dates() {
    let texts = [
        "The form said 00/00/0000.",
        "The form said 13/31/2018.",
        "The form said 2014-02-30.",
        "The form said February 30, 2014.",
        "Call 80-32-89-89 at once.",
        "Call 555-2019 at once.",
        "Version 1.5.30 is out.",
        "They won 3-2 at home.",
        "The ratio was 3:2.",
        "Case No. 19-1796 was closed.",
        "Case 1:19-cv-01796 was closed.",
        "The train left at 10:30.",
        "About 2019 people came.",
        "It cost $2,019.",
        "It cost $2019.",
        "They met in Room 2019.",
        "See page 1998.",
        "See Section 1983.",
        "It weighs 1500 kg.",
        "They may 5 times refuse.",
        "The Sunday Times reported it.",
        "They left after a Christmas party.",
        "Open Mon-Fri 9-5.",
        "You may leave.",
        "They march on.",
        "The march on Washington",
        "The sun sat low.",
        "Wait a second.",
        "He took a fall.",
        "A spring broke.",
        "The second attempt failed.",
        "Every Monday they meet.",
        "He is 25 years old.",
        "It takes three days.",
        "It is still in use today.",
        "Mr. August came in.",
        "April Smith came in.",
        "It grew 5% in all.",
        "Psalm 23 was read.",
        "Flight 1812 was late.",
        "ISO 8601 is a standard.",
        "Windows 2000 is old.",
        "A 24-hour clock",
        "1/2 cup of flour",
        "He lives at 1600 Pennsylvania Avenue.",
        "",
        "2020",
    ];
    let found: Vec<String> = texts
        .iter()
        .map(|text| (text, shown(text, Some(PUBLISHED))))
        .filter(|(_, found)| !found.is_empty())
        .map(|(text, found)| format!("{text:?} {found}"))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
