//! What can be done on a line of a page: see what it stands on, edit its record, act on it.

use super::Kind;
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use chrono::NaiveDate;

/// A record, or a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    pub kind: Kind,
    /// None: a new one.
    pub id: Option<Id>,
    /// What a new one is about, where its kind asks for it: whose answer, which unit.
    pub with: Option<Id>,
}

impl Link {
    #[must_use]
    pub const fn to(kind: Kind, id: Id) -> Self {
        Self { kind, id: Some(id), with: None }
    }

    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self { kind, id: None, with: None }
    }

    #[must_use]
    pub const fn about(self, with: Id) -> Self {
        Self { with: Some(with), ..self }
    }
}

/// One record that a figure stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// In a few words: `K. Ott gave 4: “too slow”`.
    pub text: String,
    pub on_date: Option<NaiveDate>,
    /// None: it is counted from several.
    pub link: Option<Link>,
}

/// What a figure stands on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// `NPS −40`.
    pub title: String,
    /// How it came about, in sentences with the numbers filled in.
    pub says: Vec<String>,
    /// The topic of the guide that explains it.
    pub topic: &'static str,
    pub proofs: Vec<Proof>,
}

/// What Space writes at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Doing {
    /// In the footer: `phone step`.
    pub says: &'static str,
    /// The step of the journal: `Contoso: phone K. Ott by 27 Nov`.
    pub label: String,
    pub changes: Vec<Change>,
    pub expected: Vec<Expected>,
}

/// What can be done on a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// By which it stays chosen when lines come and go: `nps`, `answer 12`.
    pub key: String,
    pub ground: Ground,
    /// What Enter and `e` edit.
    pub link: Option<Link>,
    pub doing: Option<Doing>,
}
