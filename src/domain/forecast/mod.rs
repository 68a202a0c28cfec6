//! The user's own estimate of a renewal: when it is asked for, what came of it, and what stood
//! before a loss. It stands beside the score and is never averaged with it. All of them together
//! are the forecast of a quarter.

pub mod ask;
pub mod book;
pub mod closing;
pub mod due;
pub mod five;
pub mod hit;
pub mod loss;
pub mod outlook;
pub mod quarter;
pub mod target;
mod view;

pub use view::{ForecastView, view};
