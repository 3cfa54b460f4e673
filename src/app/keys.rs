//! What a person has said of the keys of other programs' JSON, from one run to the next.

use std::collections::BTreeMap;

use crate::import::{Mapping, Mappings, Role};
use crate::session::Session;
use crate::store::Settings;

/// The word by which a part of an article is remembered.
fn word(role: Role) -> String {
    serde_json::to_value(role).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What the settings remember.
pub fn mappings(settings: &Settings) -> Mappings {
    let mapping = |places: &BTreeMap<String, String>| Mapping {
        places: Role::ALL.into_iter().filter_map(|role| Some((role, places.get(&word(role))?.clone()))).collect(),
    };
    Mappings::of(settings.article_keys.iter().map(|(shape, places)| (shape.clone(), mapping(places))))
}

/// Has the settings remember what was said.
pub fn keep(session: &Session, settings: &mut Settings) {
    let places = |mapping: &Mapping| mapping.places.iter().map(|(role, place)| (word(*role), place.clone())).collect();
    for (shape, mapping) in session.mappings().iter() {
        let places: BTreeMap<String, String> = places(mapping);
        if settings.article_keys.get(shape) != Some(&places) {
            settings.article_keys.insert(shape.clone(), places);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_remembered() {
        let mut settings = Settings::default();
        let mapping = Mapping { places: [(Role::Title, "/a~1b".to_owned()), (Role::Text, "/c/0".to_owned())].into() };
        let mut session = Session::new(std::sync::Arc::new(|| {}));
        session.set_mappings(Mappings::of([("a/b\nc".to_owned(), mapping.clone())]));
        keep(&session, &mut settings);
        let again: Settings = serde_json::from_str(&serde_json::to_string(&settings).unwrap()).unwrap();
        assert_eq!(mappings(&again), Mappings::of([("a/b\nc".to_owned(), mapping)]));
    }
}
