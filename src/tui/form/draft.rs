//! What was typed into a form and not saved yet.

use super::subject::Subject;
use crate::domain::day;
use crate::domain::when::{self, Order};
use crate::text;
use chrono::NaiveDate;
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
    /// The day on which it was typed: `fri` and `today` mean what they meant then.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Days that stood in a new record's form and were left as they were.
    #[serde(default)]
    pub days: Vec<(String, String)>,
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

    /// The day that stood in a field, typed or not, so that it means what it meant.
    #[must_use]
    pub fn day(&self, key: &str, today: NaiveDate, order: Order) -> Option<String> {
        let text = self.text(key).or_else(|| find(&self.days, key))?;
        let meant = self.on.and_then(|on| when::day_in(text, on, order));
        Some(match meant {
            Some(meant) if when::day_in(text, today, order) != Some(meant) => day::typed(meant),
            _ => text.to_owned(),
        })
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
