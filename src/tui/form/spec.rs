//! What a form asks for: its fields, in order, each with the text that stands in it at first.

use crate::domain::money::Currency;

/// A form before anybody has typed into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// `Talk with Contoso`.
    pub title: String,
    /// What has to be known while filling it in, one line each: what a leaving touches.
    pub lead: Vec<String>,
    pub fields: Vec<FieldSpec>,
}

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldSpec {
    /// Told apart by it in code and drafts; never shown.
    pub key: String,
    pub label: String,
    pub kind: FieldKind,
    /// What stands in it at first: for a choice the key of the option, for several their keys
    /// with commas between.
    pub text: String,
    /// Shown dim while the field is empty: an example or what is assumed.
    pub hint: String,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A day in any natural form; the resolved one is shown beside it.
    Day,
    /// An amount of money, as `1.2m`; without a currency in the text it is in this one.
    Amount(Currency),
    /// A whole number between two bounds, both included.
    Whole { least: i64, most: i64 },
    /// Any number, as `7.5`, `1,200` or `12k`.
    Number,
    /// One of a list; empty where `none` is allowed.
    Choice { options: Vec<Choice>, none: bool },
    /// Any number of a list.
    Many { options: Vec<Choice> },
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub key: String,
    pub label: String,
}

impl Choice {
    #[must_use]
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into() }
    }

    /// The words of the trade as options: key and label are the word.
    pub fn words<T: std::fmt::Display>(words: impl IntoIterator<Item = T>) -> Vec<Self> {
        words.into_iter().map(|word| Self::new(word.to_string(), word.to_string())).collect()
    }

    /// Yes and no.
    #[must_use]
    pub fn yes_no() -> Vec<Self> {
        vec![Self::new("yes", "yes"), Self::new("no", "no")]
    }
}

impl FieldSpec {
    #[must_use]
    pub fn new(key: &str, label: &str, kind: FieldKind, text: impl Into<String>) -> Self {
        Self {
            key: key.to_owned(),
            label: label.to_owned(),
            kind,
            text: text.into(),
            hint: String::new(),
        }
    }

    #[must_use]
    pub fn hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.hint);
        self
    }
}
