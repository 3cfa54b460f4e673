//! Reading and writing the fields of records by key.

use super::Value;
use crate::model::{
    Action, Alias, Amount, Article, Bound, CaseDate, Claim, Currency, Decimal, Header, Id, Identifier, Judge, Link,
    PartialDate, Participant, Party, Period, Precision, Proceeding, Reference, Text,
};

/// Fields by key, as the tables of this module name them.
pub trait Fields {
    /// The value of the field; `None` where there is no such field.
    fn get(&self, key: &str) -> Option<Value>;

    /// Gives the field a value. `false`, and nothing changed, where there is no such field or the value is of
    /// another shape.
    fn set(&mut self, key: &str, value: Value) -> bool;

    /// The element `id` of the list `list`.
    fn element(&self, list: &str, id: &Id) -> Option<&dyn Fields>;

    /// The elements of the list `list` with their ids, in order; none where there is no such list.
    fn elements(&self, list: &str) -> Vec<(&Id, &dyn Fields)>;

    /// The element `id` of the list `list`, to be changed.
    fn element_mut(&mut self, list: &str, id: &Id) -> Option<&mut dyn Fields>;

    /// Adds an empty element to the end of a list. `false` where there is no such list.
    fn add_element(&mut self, list: &str, id: Id) -> bool;

    /// Removes an element of a list. `false` where there is none.
    fn remove_element(&mut self, list: &str, id: &Id) -> bool;
}

/// The ids of the elements of `list`, in order.
#[must_use]
pub fn element_ids(record: &dyn Fields, list: &str) -> Vec<Id> {
    match record.get(list) {
        Some(Value::Elements(ids)) => ids,
        _ => Vec::new(),
    }
}

/// A type that a field can have.
trait FieldType {
    fn value(&self) -> Value;
    fn assign(&mut self, value: Value) -> bool;
}

impl FieldType for Text {
    fn value(&self) -> Value {
        if self.is_empty() { Value::Absent } else { Value::Text(self.clone()) }
    }

    fn assign(&mut self, value: Value) -> bool {
        *self = match value {
            Value::Absent => Self::default(),
            Value::Text(words) | Value::AsTyped(words) => words,
            _ => return false,
        };
        true
    }
}

impl FieldType for bool {
    fn value(&self) -> Value {
        Value::Flag(*self)
    }

    fn assign(&mut self, value: Value) -> bool {
        *self = match value {
            Value::Absent => false,
            Value::Flag(flag) => flag,
            _ => return false,
        };
        true
    }
}

macro_rules! lists {
    ($($of:ty => $variant:ident),+) => {$(
        impl FieldType for Vec<$of> {
            fn value(&self) -> Value {
                if self.is_empty() { Value::Absent } else { Value::$variant(self.clone()) }
            }

            fn assign(&mut self, value: Value) -> bool {
                *self = match value {
                    Value::Absent => Vec::new(),
                    Value::$variant(list) => list,
                    _ => return false,
                };
                true
            }
        }
    )+};
}

lists!(Text => Texts, Reference => References);

macro_rules! optional {
    ($($of:ty => $variant:ident),+) => {$(
        impl FieldType for Option<$of> {
            fn value(&self) -> Value {
                self.clone().map_or(Value::Absent, Value::$variant)
            }

            fn assign(&mut self, value: Value) -> bool {
                *self = match value {
                    Value::Absent => None,
                    Value::$variant(value) => Some(value),
                    _ => return false,
                };
                true
            }
        }
    )+};
}

optional!(Decimal => Decimal, Currency => Currency, Period => Period, PartialDate => Date, Reference => Reference);

macro_rules! terms {
    ($($of:ty),+) => {$(
        impl FieldType for Option<$of> {
            fn value(&self) -> Value {
                self.map_or(Value::Absent, |term| Value::Text(term.key().into()))
            }

            fn assign(&mut self, value: Value) -> bool {
                *self = match value {
                    Value::Absent => None,
                    Value::Text(key) => match <$of>::ALL.iter().find(|term| term.key() == key) {
                        Some(term) => Some(*term),
                        None => return false,
                    },
                    _ => return false,
                };
                true
            }
        }
    )+};
}

terms!(Precision, Bound);

fn typed_value(known: &impl FieldType, as_typed: &Text) -> Value {
    if as_typed.is_empty() { known.value() } else { Value::AsTyped(as_typed.clone()) }
}

fn assign_typed(known: &mut impl FieldType, as_typed: &mut Text, value: Value) -> bool {
    if let Value::AsTyped(words) = value {
        *as_typed = words;
        return known.assign(Value::Absent);
    }
    let understood = known.assign(value);
    if understood {
        *as_typed = Text::default();
    }
    understood
}

/// Implements [`Fields`]: plain fields as `"key" => field`, typed ones as `"key" => field | words`, lists of
/// elements after a semicolon.
macro_rules! fields {
    ($record:ty { $($key:literal => $field:ident $(| $typed:ident)?),+ $(,)? $(; $($list:literal => $items:ident: $item:ty),+)? }) => {
        impl Fields for $record {
            fn get(&self, key: &str) -> Option<Value> {
                Some(match key {
                    $($key => fields!(@get self $field $($typed)?),)+
                    $($($list => Value::Elements(self.$items.iter().map(|item| item.id.clone()).collect()),)+)?
                    _ => return None,
                })
            }

            fn set(&mut self, key: &str, value: Value) -> bool {
                match key {
                    $($key => fields!(@set self value $field $($typed)?),)+
                    _ => false,
                }
            }

            fn element(&self, list: &str, _id: &Id) -> Option<&dyn Fields> {
                match list {
                    $($($list => self.$items.iter().find(|item| item.id == *_id).map(|item| item as &dyn Fields),)+)?
                    _ => None,
                }
            }

            fn elements(&self, list: &str) -> Vec<(&Id, &dyn Fields)> {
                match list {
                    $($($list => self.$items.iter().map(|item| (&item.id, item as &dyn Fields)).collect(),)+)?
                    _ => Vec::new(),
                }
            }

            fn element_mut(&mut self, list: &str, _id: &Id) -> Option<&mut dyn Fields> {
                match list {
                    $($($list => {
                        self.$items.iter_mut().find(|item| item.id == *_id).map(|item| item as &mut dyn Fields)
                    })+)?
                    _ => None,
                }
            }

            fn add_element(&mut self, list: &str, _id: Id) -> bool {
                match list {
                    $($($list => {
                        self.$items.push(<$item>::default());
                        self.$items.last_mut().map(|item| item.id = _id).is_some()
                    })+)?
                    _ => false,
                }
            }

            fn remove_element(&mut self, list: &str, _id: &Id) -> bool {
                match list {
                    $($($list => {
                        let before = self.$items.len();
                        self.$items.retain(|item| item.id != *_id);
                        self.$items.len() < before
                    })+)?
                    _ => false,
                }
            }
        }
    };
    (@get $record:ident $field:ident) => { $record.$field.value() };
    (@get $record:ident $field:ident $typed:ident) => { typed_value(&$record.$field, &$record.$typed) };
    (@set $record:ident $value:ident $field:ident) => { $record.$field.assign($value) };
    (@set $record:ident $value:ident $field:ident $typed:ident) => {
        assign_typed(&mut $record.$field, &mut $record.$typed, $value)
    };
}

fields!(Header { "title" => title, "summary" => summary, "status" => status });
fields!(Article {
    "title" => title, "byline" => byline, "authors" => authors, "publisher" => publisher, "url" => url,
    "published" => published | published_as_typed, "retrieved" => retrieved | retrieved_as_typed,
    "language" => language,
});
fields!(Party {
    "name" => name, "kind" => kind, "part_of" => part_of, "note" => note, "review" => review,
    "confidential" => confidential;
    "aliases" => aliases: Alias, "identifiers" => identifiers: Identifier
});
fields!(Alias { "name" => name, "kind" => kind, "language" => language });
fields!(Identifier { "scheme" => scheme, "value" => value });
fields!(Proceeding {
    "forum" => forum, "numbers" => numbers, "caption" => caption, "from" => from, "sealed" => sealed,
    "status" => status, "note" => note, "review" => review, "confidential" => confidential;
    "judges" => judges: Judge, "participants" => participants: Participant
});
fields!(Judge { "party" => party, "from" => from | from_as_typed, "to" => to | to_as_typed });
fields!(Participant { "party" => party, "role" => role, "for" => on_behalf_of });
fields!(Action {
    "proceeding" => proceeding, "entry" => entry, "kind" => kind, "title" => title, "by" => by,
    "filed" => filed | filed_as_typed, "decided" => decided | decided_as_typed,
    "public_on" => public_on | public_on_as_typed, "sealed" => sealed, "status" => status, "outcome" => outcome,
    "note" => note, "review" => review, "confidential" => confidential,
});
fields!(Link { "kind" => kind });
fields!(Claim { "mode" => mode, "attributed_to" => attributed_to });
fields!(Amount {
    "label" => label, "value" => value | value_as_typed, "value_max" => value_max | value_max_as_typed,
    "currency" => currency | currency_as_typed, "precision" => precision, "nature" => nature,
    "period" => period | period_as_typed, "payer" => payer, "payee" => payee, "action" => action, "note" => note,
    "review" => review, "confidential" => confidential,
});
fields!(CaseDate {
    "label" => label, "date" => date | date_as_typed, "bound" => bound, "kind" => kind, "action" => action,
    "owed_by" => owed_by, "set_by" => set_by, "met_by" => met_by, "extended_to" => extended_to,
    "released" => released, "note" => note, "review" => review, "confidential" => confidential,
});
