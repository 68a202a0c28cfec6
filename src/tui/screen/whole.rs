//! What the pages of the whole book ask to be read, and what was read of it.

use crate::domain::expansion::book::Grown;
use crate::domain::forecast::outlook::Outlook;
use crate::domain::forecast::quarter::Quarter;
use crate::domain::metrics::Metrics;
use crate::domain::portfolio::Portfolio;
use crate::domain::retention::period::Period;
use crate::domain::story::Story;
use crate::domain::what_if::Real;
use std::rc::Rc;

/// What a page asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Want {
    #[default]
    Nothing,
    Portfolio,
    /// The figures of this period.
    Retention(Period),
    Quarter(Quarter),
    Story,
    WhatIf,
    Expansion,
}

/// What the pages of the whole book show, as far as it was asked for.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    /// Rises with each reading: what was made of an older one is made anew.
    pub stamp: u64,
    pub portfolio: Option<Rc<Portfolio>>,
    pub quarter: Option<Rc<Outlook>>,
    pub expansion: Option<Rc<Grown>>,
    /// What became of the revenue of the period that was asked for last.
    pub retention: Option<Rc<Metrics>>,
    pub story: Option<Rc<Story>>,
    /// What was read, and holds as long as nothing is written.
    read: Vec<Want>,
    /// All records, as long as something is tried on a copy of them.
    pub what_if: Option<Rc<Real>>,
}

impl Whole {
    /// It has this already.
    #[must_use]
    pub fn has(&self, want: Want) -> bool {
        want == Want::Nothing || self.read.contains(&want)
    }

    /// This was read; another of its kind, for another period, is no more.
    pub fn took(&mut self, want: Want) {
        let kind = std::mem::discriminant(&want);
        self.read.retain(|held| std::mem::discriminant(held) != kind);
        self.read.push(want);
        self.stamp += 1;
    }

    /// Another page is shown: what is as large as the book is dropped.
    pub fn turned_to(&mut self, want: Want) {
        if want != Want::WhatIf && self.what_if.take().is_some() {
            self.read.retain(|held| *held != Want::WhatIf);
        }
    }

    /// Something was written since: all of it is read anew when it is asked for.
    pub fn spoil(&mut self) {
        self.read.clear();
    }
}
