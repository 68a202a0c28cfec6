//! What was typed into a form and not saved yet.

use super::subject::Subject;
use crate::text;
use serde::{Deserialize, Serialize};

/// One half-filled form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub subject: Subject,
    pub title: String,
    /// The texts that were typed, by the keys of their fields.
    pub texts: Vec<(String, String)>,
    /// What stood in those fields before.
    #[serde(default)]
    pub opened: Vec<(String, String)>,
}

/// Columns of a glimpse.
const GLIMPSE: usize = 24;

impl Draft {
    /// The longest of its texts, cut short: enough to know it again.
    #[must_use]
    pub fn glimpse(&self) -> String {
        let longest = self.texts.iter().map(|(_, text)| text.trim()).max_by_key(|text| text.len());
        text::fit(&text::shown(longest.unwrap_or_default()), GLIMPSE)
    }

    /// What was typed into a field.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        find(&self.texts, key)
    }

    /// What stood in a field before anybody typed.
    #[must_use]
    pub fn opened(&self, key: &str) -> Option<&str> {
        find(&self.opened, key)
    }
}

fn find<'a>(texts: &'a [(String, String)], key: &str) -> Option<&'a str> {
    texts.iter().find(|(one, _)| one == key).map(|(_, text)| text.as_str())
}
