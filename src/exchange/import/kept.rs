//! A record that came from elsewhere and was kept since: what the file changes of it, and what
//! stays as the user made it.

use super::index::Index;
use crate::domain::account::{self, Account};
use crate::domain::cell::{Cell, Id, Value};
use crate::domain::change::Change;
use crate::domain::contact::{self, Contact};
use crate::domain::plan::step::{self, Step};
use crate::domain::record::Record;
use crate::domain::revenue::opportunity::{self, Opportunity};
use crate::domain::talk::{self, Talk};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What the import needs of a record, whatever it is.
pub trait Kept: Record + Clone {
    type Field: Clone;

    fn changed_from(&self, old: &Self) -> Vec<Self::Field>;
    fn cell(field: &Self::Field) -> (&'static str, Value);
    fn added(self) -> Change;
    fn edited(id: Id, fields: Vec<Self::Field>) -> Change;
    #[must_use]
    fn with_id(self, id: Id) -> Self;
    fn shelf(index: &mut Index) -> &mut HashMap<Id, Self>;
}

macro_rules! kept {
    ($($record:ident in $module:ident on $shelf:ident,)+) => {$(
        impl Kept for $record {
            type Field = $module::Field;

            fn changed_from(&self, old: &Self) -> Vec<Self::Field> {
                self.fields_changed_from(old)
            }
            fn cell(field: &Self::Field) -> (&'static str, Value) {
                (field.column(), field.value())
            }
            fn added(self) -> Change {
                $module::Change::Added(self).into()
            }
            fn edited(id: Id, fields: Vec<Self::Field>) -> Change {
                $module::Change::Edited { id, fields }.into()
            }
    fn with_id(self, id: Id) -> Self {
                Self { id, ..self }
            }
            fn shelf(index: &mut Index) -> &mut HashMap<Id, Self> {
                &mut index.$shelf
            }
        }
    )+};
}

kept! {
    Account in account on accounts,
    Contact in contact on contacts,
    Opportunity in opportunity on opportunities,
    Step in step on steps,
    Talk in talk on talks,
}

/// A field that the file says otherwise and that stays as the user made it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Stays {
    pub field: &'static str,
    pub ours: String,
    pub theirs: String,
}

/// What becomes of a record that the row speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled<F> {
    pub set: Vec<F>,
    pub stays: Vec<Stays>,
}

/// Weighs the row against the record. `old`: what the row said when it was last read; none: it is
/// read for the first time, and only fills what is empty.
#[must_use]
pub fn settle<R: Kept>(current: &R, new: &R, old: Option<&R>) -> Settled<R::Field> {
    let mut settled = Settled { set: Vec::new(), stays: Vec::new() };
    let against = old.unwrap_or(current);
    for field in new.changed_from(against) {
        let (column, theirs) = R::cell(&field);
        let ours = value_of(current, column);
        let before = value_of(against, column);
        let free = match (column, old) {
            ("id" | "created_on", _) => continue,
            // A date of verification only ever moves on.
            ("verified_on", _) if !later(&theirs, &ours) => continue,
            ("verified_on", _) => true,
            (_, Some(_)) => ours == before,
            (_, None) => matches!(ours, Value::Null),
        };
        if free {
            settled.set.push(field);
        } else if ours != theirs && !(old.is_none() && says_nothing(column, &theirs)) {
            settled.stays.push(Stays { field: column, ours: shown(&ours), theirs: shown(&theirs) });
        }
    }
    settled
}

/// A cell that a record has whether or not the file has such a column.
fn says_nothing(column: &str, theirs: &Value) -> bool {
    matches!(theirs, Value::Null)
        || matches!(
            column,
            "status"
                | "stage"
                | "kind"
                | "owner"
                | "client_sees"
                | "topics"
                | "roles"
                | "two_way"
                | "missed"
                | "first_due_on"
        )
}

fn later(one: &Value, other: &Value) -> bool {
    let day = |value: &Value| <Option<NaiveDate> as Cell>::load(value.clone()).ok().flatten();
    day(one) > day(other)
}

fn value_of<R: Record>(record: &R, column: &str) -> Value {
    let place = R::COLUMNS.iter().position(|one| *one == column);
    place.and_then(|place| record.values().into_iter().nth(place)).unwrap_or(Value::Null)
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Int(n) | Value::Ref(n) => n.to_string(),
        Value::Real(x) => x.to_string(),
        Value::Text(text) => text.clone(),
    }
}

/// The record with some fields set anew.
#[must_use]
pub fn patched<R: Kept>(record: &R, set: &[R::Field]) -> R {
    let set: Vec<(&str, Value)> = set.iter().map(R::cell).collect();
    let mut cells = R::COLUMNS.iter().zip(record.values()).map(|(column, value)| {
        set.iter().find(|(set, _)| set == column).map_or(value, |(_, new)| new.clone())
    });
    R::from_cells(record.id(), &mut cells).unwrap_or_else(|_| record.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(title: &str, phone: Option<&str>) -> Contact {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        Contact {
            title: Some(title.to_owned()),
            phone: phone.map(str::to_owned),
            ..Contact::named("Dana Lee", None, day)
        }
    }

    #[test]
    fn the_file_wins_where_the_user_changed_nothing() {
        let current = person("Buyer", Some("1"));
        let settled = settle(&current, &person("Head of buying", Some("1")), Some(&current));
        assert_eq!(settled.set, [contact::Field::Title(Some("Head of buying".to_owned()))]);
        assert!(settled.stays.is_empty());
        assert_eq!(patched(&current, &settled.set).title.as_deref(), Some("Head of buying"));
    }

    #[test]
    fn what_the_user_changed_stays_and_is_told() {
        let old = person("Buyer", None);
        let mine = person("Chief buyer", None);
        let settled = settle(&mine, &person("Head of buying", None), Some(&old));
        assert!(settled.set.is_empty());
        assert_eq!(settled.stays.len(), 1);
        assert_eq!(settled.stays[0].field, "title");
        // Both came to the same: nothing to ask.
        let agreed = settle(&mine, &person("Chief buyer", None), Some(&old));
        assert_eq!((agreed.set.len(), agreed.stays.len()), (0, 0));
    }

    #[test]
    fn the_first_reading_only_fills_gaps() {
        let current = person("Chief buyer", None);
        let settled = settle(&current, &person("Buyer", Some("7")), None);
        assert_eq!(settled.set, [contact::Field::Phone(Some("7".to_owned()))]);
        assert_eq!(settled.stays.len(), 1);
    }

    #[test]
    fn verification_never_moves_back() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 1, d);
        let verified = |d| Contact { verified_on: day(d), ..person("Buyer", None) };
        assert!(settle(&verified(9), &verified(5), Some(&verified(3))).set.is_empty());
        assert_eq!(settle(&verified(9), &verified(10), Some(&verified(3))).set.len(), 1);
    }
}
