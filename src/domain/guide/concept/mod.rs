//! Every word and figure of the trade that the program uses, one row each: what it means, how it is
//! reckoned, where the rule comes from.
//!
//! `{risk-below}` in a text stands for the figure of that row of the limits, so that what is told
//! is what holds.

mod book;
mod calm;
mod expansion;
mod feedback;
mod growth;
mod people;
mod plan;
mod revenue;
mod ritual;
mod score;

use super::Area;

/// Where the rules come from.
pub(super) mod source {
    pub const LADDER: &str = "the Loyalty Ladder article";
    pub const GUIDE: &str = "the account-management guide";
    pub const SUCCESS: &str = "CustomerGauge's Account Success process";
    pub const CONSULTANT: &str = "the consultant's guide";
    pub const STRATEGY: &str = "the B2B account-management strategy article";
    pub const FIELD: &str = "the field's standard practice";
    pub const OWN: &str = "this project's own decision";
}

/// What each approach is best for, and its drawback. Source: the account-management guide.
pub const APPROACHES: [&str; 4] = [
    "Customer success: best for products that live by being used every day. Drawback: users are \
     seen well, and who decides about the money late.",
    "Account-based growth: best for a few large accounts with room to grow. Drawback: much work an \
     account, and the small ones are hardly seen.",
    "Value realisation: best where the client must show results to their own board. Drawback: it \
     needs goals and figures that the client agrees to, and knows little without them.",
    "Blend, where none is chosen: best for a mixed book. Drawback: nothing stands out.",
];

/// One word or figure.
#[derive(Debug)]
pub struct Concept {
    /// What a person types to read about it, in lower case.
    pub key: &'static str,
    pub title: &'static str,
    pub area: Area,
    /// What it means, in a few sentences.
    pub said: &'static str,
    /// Why it matters, and what moves it, in one sentence.
    pub matters: &'static str,
    /// How it is reckoned; empty: nothing to reckon.
    pub formula: &'static str,
    pub sources: &'static [&'static str],
    /// Keys of what it goes with.
    pub see: &'static [&'static str],
}

macro_rules! concepts {
    ($area:ident; $($key:literal $title:literal $said:literal $matters:literal $(= $formula:literal)?
        [$($source:ident)*] $(see $($see:literal)+)?;)+) => {
        pub(super) const CONCEPTS: &[super::Concept] = &[$(super::Concept {
            key: $key,
            title: $title,
            area: crate::domain::guide::Area::$area,
            said: $said,
            matters: $matters,
            formula: concat!($($formula)?),
            sources: &[$(super::source::$source),*],
            see: &[$($($see),+)?],
        },)+];
    };
}
use concepts;

/// All of them, area by area.
pub fn all() -> impl Iterator<Item = &'static Concept> {
    [
        book::CONCEPTS,
        people::CONCEPTS,
        feedback::CONCEPTS,
        score::CONCEPTS,
        growth::CONCEPTS,
        expansion::CONCEPTS,
        revenue::CONCEPTS,
        plan::CONCEPTS,
        calm::CONCEPTS,
        ritual::CONCEPTS,
    ]
    .into_iter()
    .flatten()
}
