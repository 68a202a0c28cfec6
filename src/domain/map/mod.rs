//! Who we know: the 3 × 3 map of an account. Model: CustomerGauge's Account Success process.

mod build;
mod complete;
mod fresh;
mod title;
mod warmth;

pub use build::map;
pub(crate) use build::{DETRACTOR, PROMOTER, latest_nps, nps, row_of, vote};
pub use complete::{Complete, complete};
pub use fresh::{WELL_KNOWN, freshness, getting_old};
pub use title::{certain_level, proposed_level};
pub use warmth::{Warmth, warmth};

use super::cell::Id;
use super::contact::Level;
use chrono::NaiveDate;

/// One person on the map, as the views and the rules see them.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Seat {
    pub contact: Id,
    /// 0-1; 0 for who left.
    pub freshness: f64,
    /// The last day that verified the record: talk, answer, *still true*.
    pub verified_on: Option<NaiveDate>,
    pub last_two_way_on: Option<NaiveDate>,
    /// The latest NPS answer within 365 d.
    pub nps: Option<i64>,
    /// Asked in the last 182 d and silent since.
    pub silent: bool,
}

/// One row of the map.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct LevelRow {
    pub level: Level,
    /// Contacts wanted on this level.
    pub target: usize,
    /// Active ones first (champion, economic buyer, then freshest), then those who left within
    /// 91 d; may be longer than the target.
    pub seats: Vec<Seat>,
    /// 0-1; none until a placed contact of the account was ever verified.
    pub coverage: Option<f64>,
}

/// The map as it stands on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Map {
    /// Decision makers, influencers, users.
    pub rows: [LevelRow; 3],
    /// Active contacts without a level.
    pub not_placed: Vec<Seat>,
    /// 0-1; none until a placed contact was ever verified.
    pub coverage: Option<f64>,
    /// Active contacts that fill seats inside the targets.
    pub filled: usize,
    /// Seats wanted.
    pub wanted: usize,
    pub single_threaded: bool,
    /// NPS of the account, −100 … 100; none without answers.
    pub nps: Option<i64>,
    /// The answers behind it: promoters, passives, detractors, asked and silent.
    pub answers: [usize; 4],
}
