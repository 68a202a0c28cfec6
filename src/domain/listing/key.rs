//! What an account can be asked for: one row for each key.

use crate::domain::account::{Stage, Status, Tier};
use crate::domain::book::row::BookRow;
use crate::domain::money::Money;
use crate::domain::score::Band;
use crate::domain::score::print::tenth_value;
use crate::domain::signal::table::SIGNALS;
use crate::domain::standing::Group;
use crate::domain::when::{self, Order};
use chrono::NaiveDate;

/// Today, and what a day as `01/12` begins with.
type Calendar = (NaiveDate, Order);

/// One key of the filter.
#[derive(Debug)]
pub(super) struct Key {
    pub name: &'static str,
    /// What its values may be.
    pub hint: &'static str,
    /// Reads one value; none: it is no value of this key.
    pub read: fn(&str, Calendar) -> Option<Test>,
}

macro_rules! keys {
    ($($name:literal $hint:literal $read:expr;)+) => {
        impl Key {
            pub(super) const ALL: &[Self] =
                &[$(Self { name: $name, hint: $hint, read: $read },)+];
        }
    };
}

keys! {
    "tier" "s, g, m or none" |value, _| {
        if is_none(value) { return Some(Test::NoTier) }
        word(value, Tier::ALL, Tier::word).map(Test::Tiers)
    };
    "score" "<6, >=8, risk, watch, healthy or none" |value, _| {
        let band = |band: Vec<Band>| Test::Bands(band);
        measure(Figure::Score, value, plain)
            .or_else(|| word(value, Band::ALL, Band::word).map(band))
    };
    "trend" "<0, >0.5, up or down" |value, _| match value {
        "up" => Some(Test::Than(Figure::Trend, Than::Over(0.0))),
        "down" => Some(Test::Than(Figure::Trend, Than::Under(0.0))),
        _ => measure(Figure::Trend, value, plain),
    };
    "arr" ">100k, <1.2m or none" |value, _| measure(Figure::Arr, value, amount);
    "act" "<120d, <eoq, late or none" |value, calendar| ahead(Figure::Act, value, calendar);
    "talk" ">30d, <2w or never" |value, _| {
        let value = if value == "never" { "none" } else { value };
        measure(Figure::Talk, value, span)
    };
    "step" "<7d, <eom, late or none" |value, calendar| ahead(Figure::Step, value, calendar);
    "seats" "dm<2, in>=1, us=0" |value, _| seats(value);
    "signal" "upset, renewal … or none" |value, _| {
        if is_none(value) { return Some(Test::NoSignal) }
        let found = SIGNALS.iter().filter(|rule| {
            rule.code.starts_with(value) || rule.short.starts_with(value)
        });
        some(found.map(|rule| rule.code).collect()).map(Test::Signals)
    };
    "group" "now, soon, little, hand, fine, prospects or past" |value, _| {
        word(value, Group::ALL, Group::word).map(Test::Groups)
    };
    "stage" "onboarding, adopting, established, renewing, notice or none" |value, _| {
        if is_none(value) { return Some(Test::NoStage) }
        word(value, Stage::ALL, Stage::word).map(Test::Stages)
    };
    "status" "active, notified, prospect, lost or archived" |value, _| {
        if !value.is_empty() && "archived".starts_with(value) && value != "a" {
            return Some(Test::Archived);
        }
        word(value, Status::ALL, Status::word).map(Test::Statuses)
    };
}

impl Key {
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|key| key.name == name)
    }
}

/// Words that need no value.
pub(super) fn alone(word: &str) -> Option<Test> {
    Some(match word {
        "nostep" => Test::Than(Figure::Step, Than::Unknown),
        "noarr" => Test::Than(Figure::Arr, Than::Unknown),
        "notalk" => Test::Than(Figure::Talk, Than::Unknown),
        "noact" => Test::Than(Figure::Act, Than::Unknown),
        "noscore" => Test::Than(Figure::Score, Than::Unknown),
        "notier" => Test::NoTier,
        "nostage" => Test::NoStage,
        _ => return None,
    })
}

/// Nothing yet, or a sign that still waits for its figure.
pub(super) fn unfinished(value: &str) -> bool {
    value.is_empty() || value.ends_with(['<', '>', '=', '≤', '≥'])
}

/// Something that holds for an account or does not.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    Tiers(Vec<Tier>),
    NoTier,
    Bands(Vec<Band>),
    Signals(Vec<&'static str>),
    NoSignal,
    Groups(Vec<Group>),
    Stages(Vec<Stage>),
    NoStage,
    Statuses(Vec<Status>),
    Archived,
    Than(Figure, Than),
}

/// A figure of an account.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Figure {
    Score,
    Trend,
    /// In whole units.
    Arr,
    /// Days until the act-by date.
    Act,
    /// Days since the last two-way talk.
    Talk,
    /// Days until the next step.
    Step,
    /// People on a level of the map, from above.
    People(usize),
}

/// How a figure is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Than {
    Under(f64),
    UpTo(f64),
    Over(f64),
    From(f64),
    /// From the first to under the second.
    Between(f64, f64),
    Unknown,
}

impl Test {
    pub(super) fn holds(&self, row: &BookRow, today: NaiveDate) -> bool {
        match self {
            Self::Tiers(tiers) => row.tier.is_some_and(|tier| tiers.contains(&tier)),
            Self::NoTier => row.tier.is_none(),
            Self::Bands(bands) => row.band.is_some_and(|band| bands.contains(&band)),
            Self::Signals(codes) => row.signals.split(',').any(|code| codes.contains(&code)),
            Self::NoSignal => row.signals.is_empty(),
            Self::Groups(groups) => groups.contains(&row.group),
            Self::Stages(stages) => row.stage.is_some_and(|stage| stages.contains(&stage)),
            Self::NoStage => row.stage.is_none(),
            Self::Statuses(statuses) => statuses.contains(&row.status),
            Self::Archived => row.archived,
            Self::Than(figure, than) => than.holds(figure.of(row, today)),
        }
    }
}

impl Figure {
    fn of(self, row: &BookRow, today: NaiveDate) -> Option<f64> {
        let until = |day: NaiveDate| (day - today).num_days() as f64;
        match self {
            // As it is printed: what the list shows is what can be asked for.
            Self::Score => row.score.map(tenth_value),
            Self::Trend => row.trend,
            Self::Arr => row.arr.map(Money::units),
            Self::Act => row.act_by.map(until),
            Self::Talk => row.last_talk_on.map(|day| -until(day)),
            Self::Step => row.next_step_on.map(until),
            Self::People(level) => row.people.get(level).map(|people| *people as f64),
        }
    }
}

impl Than {
    fn holds(self, figure: Option<f64>) -> bool {
        match (self, figure) {
            (Self::Unknown, figure) => figure.is_none(),
            (_, None) => false,
            (Self::Under(limit), Some(figure)) => figure < limit,
            (Self::UpTo(limit), Some(figure)) => figure <= limit,
            (Self::Over(limit), Some(figure)) => figure > limit,
            (Self::From(limit), Some(figure)) => figure >= limit,
            (Self::Between(from, to), Some(figure)) => figure >= from && figure < to,
        }
    }
}

fn is_none(value: &str) -> bool {
    matches!(value, "none" | "no" | "unknown" | "-" | "–" | "?")
}

/// The closed words of which one begins with the value.
fn word<T: Copy>(value: &str, all: &[T], name: fn(T) -> &'static str) -> Option<Vec<T>> {
    let value = value.replace('-', " ");
    let begins = |one: &&T| {
        let name = name(**one).to_lowercase();
        name.starts_with(&value) || name.split(' ').any(|part| part.starts_with(&value))
    };
    some(all.iter().filter(begins).copied().collect())
}

fn some<T>(found: Vec<T>) -> Option<Vec<T>> {
    (!found.is_empty()).then_some(found)
}

/// A sign before a figure, and what it makes of the figure.
type Sign = (&'static str, fn(f64) -> Than);

/// `<6`, `>=8`, `5`; a bare figure means scores that begin with it, at most so many days, and of
/// anything else exactly that.
fn measure(figure: Figure, value: &str, read: fn(&str) -> Option<f64>) -> Option<Test> {
    if is_none(value) {
        return Some(Test::Than(figure, Than::Unknown));
    }
    let signs: [Sign; 6] = [
        ("<=", Than::UpTo),
        ("≤", Than::UpTo),
        (">=", Than::From),
        ("≥", Than::From),
        ("<", Than::Under),
        (">", Than::Over),
    ];
    for (sign, than) in signs {
        if let Some(rest) = value.strip_prefix(sign) {
            return Some(Test::Than(figure, than(read(rest)?)));
        }
    }
    let value = value.strip_prefix('=').unwrap_or(value);
    let number = read(value)?;
    let than = match figure {
        Figure::Score => {
            let tenth = value.contains('.');
            if tenth {
                Than::Between(number - 0.05, number + 0.05)
            } else {
                Than::Between(number, number + 1.0)
            }
        }
        Figure::Act | Figure::Talk | Figure::Step => Than::UpTo(number),
        Figure::Trend | Figure::Arr | Figure::People(_) => {
            Than::Between(number - 0.005, number + 0.005)
        }
    };
    Some(Test::Than(figure, than))
}

/// Days ahead: a span, a day as people write it, or `late`.
fn ahead(figure: Figure, value: &str, (today, order): Calendar) -> Option<Test> {
    if value == "late" {
        return Some(Test::Than(figure, Than::Under(0.0)));
    }
    measure(figure, value, span).or_else(|| {
        let sign = value.chars().take_while(|letter| "<>=≤≥".contains(*letter)).count();
        let day: String = value.chars().skip(sign).collect();
        let days = (when::day_in(&day, today, order)? - today).num_days();
        let sign: String = value.chars().take(sign).collect();
        measure(figure, &format!("{sign}{days}"), span)
    })
}

/// `dm<2`, `in>=1`, `us=0`, and a level alone: nobody there is `dm=0`.
fn seats(value: &str) -> Option<Test> {
    let levels = [("dm", 0), ("in", 1), ("us", 2)];
    let (rest, level) =
        levels.iter().find_map(|(name, level)| Some((value.strip_prefix(name)?, *level)))?;
    if rest.is_empty() {
        return Some(Test::Than(Figure::People(level), Than::Over(0.0)));
    }
    measure(Figure::People(level), rest, plain)
}

fn plain(text: &str) -> Option<f64> {
    let number: f64 = text.replace('−', "-").parse().ok()?;
    number.is_finite().then_some(number)
}

/// `64000`, `100k`, `1.2m`, with a sign of a currency before it or without.
fn amount(text: &str) -> Option<f64> {
    let text = text.trim_start_matches(['€', '$', '£', '¥']);
    scaled(text, &[("k", 1e3), ("m", 1e6), ("b", 1e9)])
}

/// Days: `30`, `30d`, `4w`, `3mo`, `1y`.
fn span(text: &str) -> Option<f64> {
    scaled(text, &[("d", 1.0), ("w", 7.0), ("mo", 30.0), ("m", 30.0), ("y", 365.0)])
}

fn scaled(text: &str, units: &[(&str, f64)]) -> Option<f64> {
    let unit = units.iter().find_map(|(unit, size)| Some((text.strip_suffix(unit)?, *size)));
    let (number, size) = unit.unwrap_or((text, 1.0));
    Some(plain(number.trim())? * size)
}
