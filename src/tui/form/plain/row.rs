//! One field of a plain record's form: the column it fills, how it is asked for, what stands in it
//! at first.

use super::Setting;
use crate::domain::cell::Value;
use crate::tui::form::spec::Choice;

/// How a column is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Ask {
    Line,
    Lines,
    Day,
    /// Minor units; the column that holds their currency.
    Money(&'static str),
    /// A whole number between two bounds, both included.
    Whole(i64, i64),
    /// Any number.
    Number,
    /// One of a closed list.
    Word(fn(&Setting<'_>) -> Vec<Choice>),
    /// Any number of a closed list.
    Words(fn(&Setting<'_>) -> Vec<Choice>),
    /// One of a few, each known by its number.
    Numbered(fn(&Setting<'_>) -> Vec<Choice>),
    /// Yes, no, or not known.
    YesNo,
    /// A month of the year.
    Month,
    /// Somebody at the client.
    Person,
    /// Somebody at the client; a new record for each of several.
    People,
    /// Somebody on our side.
    Colleague,
    Opportunity,
    /// Something that we sell.
    Offering,
    /// A part of the client.
    Unit,
    /// A signal, by its code.
    Signal,
}

/// What stands in the field of a new record.
#[derive(Clone, Copy, Debug)]
pub enum First {
    Nothing,
    Today,
    /// What the new record is about.
    With,
    Text(&'static str),
    Of(fn(&Setting<'_>) -> String),
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The column it fills; where the table has none of that name, it is read by the hooks alone.
    pub column: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub ask: Ask,
    /// Said where nothing stands in a field that may not be empty.
    pub need: Option<&'static str>,
    pub first: First,
}

impl Row {
    #[must_use]
    pub const fn new(column: &'static str, label: &'static str, ask: Ask) -> Self {
        Self { column, label, hint: "", ask, need: None, first: First::Nothing }
    }

    #[must_use]
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    #[must_use]
    pub const fn needed(self, says: &'static str) -> Self {
        Self { need: Some(says), ..self }
    }

    #[must_use]
    pub const fn first(self, first: First) -> Self {
        Self { first, ..self }
    }
}

/// What a column without field holds in a new record.
pub type Fixed = (&'static str, fn(&Setting<'_>) -> Value);
