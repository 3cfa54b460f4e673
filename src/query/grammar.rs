//! How court actions commonly bear on one another: the link that a new one most likely has.

use jiff::civil::Date;

use super::Index;
use crate::model::{Action, Case, List, Place, Reference};

/// Filings that a decision can be about.
const FILINGS: &[&str] = &["motion", "complaint", "protest", "appeal"];
/// Filings that open a matter.
const OPENINGS: &[&str] = &["complaint", "protest", "appeal"];
/// Decisions that can be reviewed.
const DECISIONS: &[&str] = &["order", "opinion", "judgment", "dismissal"];

/// How an action of a kind, with an outcome, bears on which kinds of earlier ones.
fn rule(action: &Action) -> Option<(&'static str, &'static [&'static str])> {
    Some(match (action.kind.as_str(), action.outcome.as_str()) {
        ("order" | "opinion" | "judgment", "affirmed") => ("affirms", DECISIONS),
        ("order" | "opinion" | "judgment", "reversed") => ("reverses", DECISIONS),
        ("order" | "opinion" | "judgment", "vacated") => ("vacates", DECISIONS),
        ("order" | "opinion" | "judgment", "remanded") | ("remand", _) => ("remands", OPENINGS),
        ("order" | "opinion", _) => ("decides", FILINGS),
        ("judgment" | "dismissal", _) => ("decides", OPENINGS),
        ("appeal", _) => ("appeals", DECISIONS),
        ("answer", _) => ("responds_to", OPENINGS),
        ("brief", _) => ("responds_to", FILINGS),
        ("settlement", _) => ("moots", FILINGS),
        _ => return None,
    })
}

/// The link that a court action most likely has, as a key of [`crate::model::vocabulary::LINK_KIND`] and the action at its
/// other end: the latest earlier one of the same proceeding that it can bear on, one that nothing bears on in that way yet
/// going first. `None` where it bears on another already.
#[must_use]
pub fn proposed_link(case: &Case, index: &Index, place: Place) -> Option<(&'static str, Place)> {
    let action = case.actions.get(place.slot).filter(|_| place.list == List::Actions)?;
    let links = |action: &Action| {
        index.links_at(&action.id).iter().filter_map(|slot| case.links.get(*slot)).collect::<Vec<_>>()
    };
    if links(action).iter().any(|link| link.from == action.id) {
        return None;
    }
    let (kind, wanted) = rule(action)?;
    let is_earlier = |other: &Action| match (day(other), day(action)) {
        (Some(other), Some(own)) => other <= own,
        _ => true,
    };
    let candidates = case.actions.iter().filter(|(slot, other)| {
        *slot != place.slot
            && wanted.contains(&other.kind.as_str())
            && is_earlier(other)
            && are_together(action.proceeding.as_ref(), other.proceeding.as_ref())
    });
    let is_free = |other: &Action| !links(other).iter().any(|link| link.to == other.id && link.kind == kind);
    let (slot, _) = candidates.max_by_key(|(slot, other)| (is_free(other), day(other), *slot))?;
    Some((kind, Place { list: List::Actions, slot }))
}

/// When an action was taken.
fn day(action: &Action) -> Option<Date> {
    action.decided.as_ref().or(action.filed.as_ref()).and_then(crate::model::PartialDate::first_day)
}

/// Whether two actions may belong to one proceeding: where one of them names none, nothing speaks against it.
fn are_together(one: Option<&Reference>, other: Option<&Reference>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Link, Record};

    fn case_of(actions: &[(&str, &str, &str)]) -> Case {
        let mut case = Case::default();
        for (number, (kind, outcome, filed)) in actions.iter().enumerate() {
            let action = Action {
                id: Id::from(format!("action{number}").as_str()),
                kind: (*kind).into(),
                outcome: (*outcome).into(),
                filed: filed.parse().ok(),
                ..Action::default()
            };
            let place = case.next_place(List::Actions);
            case.put(place, Some(Record::Action(action)));
        }
        case
    }

    fn proposed(case: &Case, slot: u32) -> Option<(&'static str, u32)> {
        let place = Place { list: List::Actions, slot };
        proposed_link(case, &Index::of(case), place).map(|(kind, other)| (kind, other.slot))
    }

    #[test]
    fn each_kind_bears_on_what_it_can_bear_on() {
        let before =
            [("complaint", "", "2020-01-02"), ("motion", "", "2020-02-03"), ("order", "granted", "2020-03-04")];
        for (kind, outcome, expected) in [
            ("answer", "", Some(("responds_to", 0))),
            ("brief", "", Some(("responds_to", 1))),
            ("order", "denied", Some(("decides", 1))),
            ("judgment", "", Some(("decides", 0))),
            ("dismissal", "dismissed", Some(("decides", 0))),
            ("appeal", "", Some(("appeals", 2))),
            ("opinion", "affirmed", Some(("affirms", 2))),
            ("judgment", "reversed", Some(("reverses", 2))),
            ("order", "vacated", Some(("vacates", 2))),
            ("remand", "", Some(("remands", 0))),
            ("settlement", "", Some(("moots", 1))),
            ("hearing", "", None),
            ("complaint", "", None),
            ("motion", "", None),
        ] {
            let mut all = before.to_vec();
            all.push((kind, outcome, "2020-05-06"));
            assert_eq!(proposed(&case_of(&all), 3), expected, "{kind} {outcome}");
        }
    }

    #[test]
    fn nothing_bears_on_what_came_later_or_on_what_it_bears_on_already() {
        let mut case = case_of(&[("motion", "", "2020-05-06"), ("order", "", "2020-01-02")]);
        assert_eq!(proposed(&case, 1), None);
        case = case_of(&[("motion", "", ""), ("order", "", "")]);
        assert_eq!(proposed(&case, 1), Some(("decides", 0)));
        let link = Link {
            id: Id::from("linkaaaa"),
            from: Id::from("action1"),
            kind: "decides".into(),
            to: Id::from("action0"),
        };
        let place = case.next_place(List::Links);
        case.put(place, Some(Record::Link(link)));
        assert_eq!(proposed(&case, 1), None);
    }

    #[test]
    fn what_was_decided_already_gives_way() {
        let mut case = case_of(&[
            ("motion", "", "2020-01-01"),
            ("motion", "", "2020-02-02"),
            ("order", "", "2020-03-03"),
            ("order", "", "2020-04-04"),
        ]);
        let link = Link {
            id: Id::from("linkaaaa"),
            from: Id::from("action2"),
            kind: "decides".into(),
            to: Id::from("action1"),
        };
        let place = case.next_place(List::Links);
        case.put(place, Some(Record::Link(link)));
        assert_eq!(proposed(&case, 3), Some(("decides", 0)));
    }
}
