//! The stages of a review, in their order.

use crate::domain::word::words;

words! {
    /// What is gone through one after the other; any of them can be left and come back to.
    Stage {
        LastWeek = "last week", Changed = "changed", Accounts = "accounts", Rest = "rest",
        Expansion = "expansion", Plans = "plans", Contacts = "contacts", Commit = "top three",
        Minutes = "minutes",
    }
}

impl Stage {
    /// What it is for, in a sentence.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::LastWeek => "What became of what you promised, and what is late.",
            Self::Changed => "What happened in the book since the last review.",
            Self::Accounts => "One account after the other: fine, or what you will do.",
            Self::Rest => "Nothing happened at these, and none is due.",
            Self::Expansion => "What is worth most and comes easiest.",
            Self::Plans => "Accounts without a plan, and plans that slip or are over.",
            Self::Contacts => "The people most worth making sure of.",
            Self::Commit => "Three things for next week, and no more.",
            Self::Minutes => "What was decided, kept with the review.",
        }
    }

    /// The one after it; none after the last.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The one before it; none before the first.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        (self as usize).checked_sub(1).and_then(|place| Self::ALL.get(place)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_after_the_other_and_back() {
        let mut seen = vec![Stage::LastWeek];
        while let Some(next) = seen.last().and_then(|stage| stage.next()) {
            assert_eq!(next.previous(), seen.last().copied());
            seen.push(next);
        }
        assert_eq!(seen, Stage::ALL);
        assert_eq!(Stage::LastWeek.previous(), None);
    }
}
