//! Where somebody looked last: noted in the book, and found again at the next start.

use super::screen::book::Tab;
use super::screen::view::View;
use crate::domain::cell::Id;
use crate::domain::listing::{Listing, Sort};
use serde_json::{Value, json};

/// Its key among the notes of the program.
pub const KEY: &str = "looked";

/// What the list showed, and what stood beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    pub listing: Listing,
    pub tab: Tab,
    pub account: Option<Id>,
    pub view: View,
}

impl Looked {
    #[must_use]
    pub fn write(&self) -> String {
        json!({
            "filter": self.listing.filter,
            "sort": self.listing.sort,
            "tab": self.tab.title(),
            "account": self.account,
            "view": self.view,
        })
        .to_string()
    }

    /// Reads what [`Self::write`] wrote; what cannot be read is as if nobody had looked.
    #[must_use]
    pub fn read(note: Option<&str>) -> Self {
        let note: Value = note.and_then(|note| serde_json::from_str(note).ok()).unwrap_or_default();
        let word = |key: &str| note.get(key).and_then(Value::as_str).unwrap_or_default();
        let tab = Tab::ALL.into_iter().find(|tab| tab.title() == word("tab"));
        Self {
            listing: Listing {
                filter: word("filter").to_owned(),
                sort: Sort::from_word(word("sort")).unwrap_or(Sort::Need),
                ..Listing::default()
            },
            tab: tab.unwrap_or_default(),
            account: note.get("account").and_then(Value::as_i64).map(Id),
            view: View::from_word(word("view")).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_reads_as_it_was_written() {
        let looked = Looked {
            listing: Listing {
                filter: "tier:s \"fine art\"".to_owned(),
                sort: Sort::Arr,
                ..Listing::default()
            },
            tab: Tab::Log,
            account: Some(Id(7)),
            view: View::Agenda,
        };
        assert_eq!(Looked::read(Some(&looked.write())), looked);
        for damaged in [None, Some(""), Some("[]"), Some("{\"tab\":7,\"account\":\"x\"}")] {
            assert_eq!(Looked::read(damaged), Looked::default(), "{damaged:?}");
        }
    }
}
