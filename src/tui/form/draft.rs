//! What was typed into a form and not saved yet.

use super::subject::Subject;
use serde::{Deserialize, Serialize};

/// One half-filled form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub subject: Subject,
    pub title: String,
    /// The texts by the keys of their fields.
    pub texts: Vec<(String, String)>,
}
