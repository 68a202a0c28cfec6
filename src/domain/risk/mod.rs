//! The risk review: it opens where the score falls under 6 and closes at 6.5 or by hand with a
//! reason. Age alone never lifts a bad score: days on which too little was known neither open nor
//! close it. Sources: the account-management guide (root cause, exit criterion, checkpoints), this
//! project's own decision (6.5).

mod episode;
mod view;

pub use episode::{Closed, Episode, episodes};
pub use view::{RiskView, view};
