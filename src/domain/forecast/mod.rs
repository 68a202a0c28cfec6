//! The user's own estimate of a renewal: when it is asked for, what came of it, and what stood
//! before a loss. It stands beside the score and is never averaged with it.

pub mod ask;
pub mod book;
pub mod hit;
pub mod loss;
mod view;

pub use view::{ForecastView, view};
