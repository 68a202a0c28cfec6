//! The renewal of a contract: by when to act, how near that day is, and what is asked once it is
//! over.

pub mod act_by;
pub mod clock;
pub mod outcome;
pub mod question;
pub mod term;
mod view;

pub use act_by::act_by;
pub use clock::dates;
pub use view::{RenewalView, view};
