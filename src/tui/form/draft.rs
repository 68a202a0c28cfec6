//! What was typed into a form and not saved yet.

use super::subject::Subject;
use crate::text;
use serde::{Deserialize, Serialize};

/// One half-filled form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub subject: Subject,
    pub title: String,
    /// The texts by the keys of their fields.
    pub texts: Vec<(String, String)>,
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
}
