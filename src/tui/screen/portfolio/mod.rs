//! The Portfolio: the book as one picture, what it is worth and what is coming.

mod forecast;
mod ladder;
mod quadrant;
mod retention;
mod runway;
mod story;
mod time;
mod what_if;

use super::leaves::Leaves;

/// Its pages.
#[must_use]
pub fn portfolio() -> Leaves {
    Leaves::of(vec![
        Box::new(quadrant::Quadrant::default()),
        Box::new(ladder::Ladder),
        Box::new(time::Time::default()),
        Box::new(runway::Runway),
        Box::new(retention::Retention::default()),
        Box::new(forecast::Forecast::default()),
        Box::new(story::Story),
        Box::new(what_if::WhatIf::default()),
    ])
}
