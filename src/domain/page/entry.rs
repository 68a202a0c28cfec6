//! What can be done on a line of a page: see what it stands on, edit its record, act on it.

use super::Kind;
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::score::Evidence;
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

    /// The record that evidence rests on, where it is one.
    #[must_use]
    pub fn behind(evidence: &Evidence) -> Option<Self> {
        let (table, id) = evidence.record?;
        Some(Self::to(Kind::from_word(table)?, id))
    }

    /// The key of a line about it: `answer 12`, `answer`.
    #[must_use]
    pub fn key(&self) -> String {
        match self.id {
            Some(id) => format!("{} {}", self.kind, id.0),
            None => self.kind.to_string(),
        }
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
    /// Whose it is, behind a figure of the whole book; none: of the account that is looked at.
    pub account: Option<Id>,
}

impl Proof {
    /// Something counted, no record of its own.
    #[must_use]
    pub fn told(text: impl Into<String>) -> Self {
        Self { text: text.into(), on_date: None, link: None, account: None }
    }

    /// An account, behind a figure of the whole book.
    #[must_use]
    pub fn account(account: Id, text: impl Into<String>) -> Self {
        Self { account: Some(account), ..Self::told(text) }
    }

    /// The same, of this account.
    #[must_use]
    pub fn whose(self, account: Id) -> Self {
        Self { account: Some(account), ..self }
    }

    /// A record.
    #[must_use]
    pub fn of(text: impl Into<String>, on_date: NaiveDate, link: Link) -> Self {
        Self { on_date: Some(on_date), ..Self::by(text, link) }
    }

    /// A record that has no day.
    #[must_use]
    pub fn by(text: impl Into<String>, link: Link) -> Self {
        Self { link: Some(link), ..Self::told(text) }
    }
}

impl From<&Evidence> for Proof {
    fn from(evidence: &Evidence) -> Self {
        let Evidence { on_date, text, .. } = evidence;
        Self { on_date: *on_date, link: Link::behind(evidence), ..Self::told(text) }
    }
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

impl Ground {
    #[must_use]
    pub fn new(title: impl Into<String>, topic: &'static str) -> Self {
        Self { title: title.into(), topic, ..Self::default() }
    }

    /// One sentence more.
    #[must_use]
    pub fn say(mut self, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        self.says.extend((!sentence.is_empty()).then_some(sentence));
        self
    }

    /// The records that it stands on, more of them.
    #[must_use]
    pub fn on(mut self, proofs: impl IntoIterator<Item = Proof>) -> Self {
        self.proofs.extend(proofs);
        self
    }
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

/// The account that a line of the whole book is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whom {
    pub account: Id,
    /// Of its signals, the one with this code.
    pub signal: Option<String>,
    /// The playbook that answers the line.
    pub playbook: Option<&'static str>,
}

impl Whom {
    #[must_use]
    pub const fn account(account: Id) -> Self {
        Self { account, signal: None, playbook: None }
    }

    /// Its signal with this code.
    #[must_use]
    pub fn signal(self, code: impl Into<String>) -> Self {
        Self { signal: Some(code.into()), ..self }
    }

    /// The playbook of this name answers it.
    #[must_use]
    pub fn plays(self, playbook: &'static str) -> Self {
        Self { playbook: Some(playbook), ..self }
    }
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
    /// On a page of the whole book, whom it is about; none: no account, or the one looked at.
    pub whom: Option<Whom>,
}

impl Entry {
    /// A figure that is counted, by a key of its own.
    #[must_use]
    pub fn figure(key: impl Into<String>, ground: Ground) -> Self {
        Self { key: key.into(), ground, ..Self::default() }
    }

    /// A record, or a new one.
    #[must_use]
    pub fn record(link: Link, ground: Ground) -> Self {
        Self { key: link.key(), ground, link: Some(link), ..Self::default() }
    }

    /// On a page of the whole book, whom it is about.
    #[must_use]
    pub fn of(self, whom: Whom) -> Self {
        Self { whom: Some(whom), ..self }
    }

    /// Enter and `e` edit this.
    #[must_use]
    pub fn links(self, link: Link) -> Self {
        Self { link: Some(link), ..self }
    }

    /// Space writes this at once.
    #[must_use]
    pub fn does(self, doing: Doing) -> Self {
        Self { doing: Some(doing), ..self }
    }
}
