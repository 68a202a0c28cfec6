//! The stages of the review but the accounts themselves.

use super::before::Before;
use super::closing::Closing;
use super::listed::Listed;
use super::part::Part;
use super::{changed, commit, contacts, expansion, last_week, plans, rest};
use crate::domain::review::stage::Stage;

/// Each with its stage; without one, the minutes of reviews that are over.
pub fn all() -> Vec<(Option<Stage>, Box<dyn Part>)> {
    vec![
        (Some(Stage::LastWeek), Box::new(Listed::new(last_week::board, "top three"))),
        (Some(Stage::Changed), Box::new(Listed::new(changed::board, "review"))),
        (Some(Stage::Rest), Box::new(Listed::new(rest::board, "review"))),
        (Some(Stage::Expansion), Box::new(Listed::new(expansion::board, "rank"))),
        (Some(Stage::Plans), Box::new(Listed::new(plans::board, "plan"))),
        (Some(Stage::Contacts), Box::new(Listed::new(contacts::board, "freshness"))),
        (Some(Stage::Commit), Box::new(Listed::new(commit::board, "top three"))),
        (Some(Stage::Minutes), Box::new(Closing::default())),
        (None, Box::new(Before::default())),
    ]
}
