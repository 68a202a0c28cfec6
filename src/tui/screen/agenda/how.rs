//! What Space does on each kind of line.

use crate::domain::agenda::{Due, What};
use chrono::NaiveDate;

/// A word or two for the footer; none: Space has nothing to do there.
pub(super) fn space(due: &Due, today: NaiveDate) -> Option<&'static str> {
    Some(match due.what {
        What::Meeting => "held, or not",
        What::Promise | What::Step | What::Milestone => "done",
        What::Outcome => "what became of it",
        What::Renewal => "talks begun",
        What::Opportunity | What::Talk | What::Birthday => "log a talk",
        What::Qbr | What::Strategic | What::CheckIn => "plan the meeting",
        What::Review => "reviewed today",
        What::Forecast => "say it",
        What::Survey if due.on <= today => "asked today",
        What::Results => "shared",
        What::Cycle if due.on <= today => "end the cycle",
        What::Away => "what falls inside",
        What::Notice | What::End | What::Goal | What::Snooze | What::Survey | What::Cycle => {
            return None;
        }
    })
}

/// What Enter shows, for the last line of the view.
pub(super) const fn enter(due: &Due) -> &'static str {
    match due.what {
        What::Meeting => "the meeting",
        What::Promise => "the promise",
        What::Step => "the step",
        What::Milestone => "the milestone",
        What::Notice | What::End | What::Renewal => "the contract",
        What::Outcome => "what became of it",
        What::Opportunity => "the opportunity",
        What::Goal => "the goal",
        What::Cycle => "the plan",
        What::Qbr | What::Strategic | What::CheckIn => "a new meeting",
        What::Talk => "a new talk",
        What::Review => "the account in the Book",
        What::Forecast => "a new forecast",
        What::Survey | What::Results => "the feedback agreement",
        What::Birthday => "the person",
        What::Snooze => "what is put off",
        What::Away => "the absence",
    }
}
