//! What a key of the grid does to the cells it is meant for: the changes, what they are called,
//! and where a word on a digit is wanted.

use super::FactorCell;
use crate::domain::account::own_score::{self, Factor, OwnScore};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::score::print::to_billionth;
use crate::domain::score::reason::asks;
use chrono::NaiveDate;

/// Where an unknown factor is put first by one up; by one down it is a point less.
const FIRST: i64 = 6;

/// What a key does to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// An own digit, 1-10.
    Points(i64),
    /// To the next whole number above what stands there.
    Up,
    Down,
    /// The own digit is as true as ever.
    StillTrue,
    /// The own digit goes; what stood there before it is in force again.
    TakeBack,
}

/// A cell that it is done to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    pub account: Id,
    pub name: &'a str,
    pub cell: &'a FactorCell,
}

/// A digit that wants a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub account: Id,
    pub factor: Factor,
    pub points: i64,
    pub question: String,
}

/// What it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Struck {
    pub label: String,
    /// The account, where it is about one alone.
    pub account: Option<Id>,
    pub changes: Vec<Change>,
    pub expected: Vec<Expected>,
    pub asked: Vec<Asked>,
}

/// One cell: its change, its digit now, and whether a word is wanted.
struct One {
    change: Change,
    expected: Vec<Expected>,
    points: i64,
    question: Option<String>,
}

impl Stroke {
    /// The digit that it makes of a cell; none: it leaves the cell as it is.
    fn points(self, cell: &FactorCell) -> Option<i64> {
        let whole = |score: f64| to_billionth(score);
        match (self, cell.score) {
            (Self::Points(points), _) => Some(points),
            (Self::Up, None) => Some(FIRST),
            (Self::Down, None) => Some(FIRST - 1),
            (Self::Up, Some(score)) if score < 10.0 => Some(whole(score).floor() as i64 + 1),
            (Self::Down, Some(score)) if score > 1.0 => Some(whole(score).ceil() as i64 - 1),
            _ => None,
        }
    }

    fn strike(self, target: &Target<'_>, today: NaiveDate) -> Option<One> {
        let cell = target.cell;
        let own = cell.own.as_deref();
        match self {
            Self::TakeBack => own.map(|own| One {
                change: own_score::Change::Removed(own.id).into(),
                expected: Vec::new(),
                points: own.points,
                question: None,
            }),
            Self::StillTrue => own.filter(|own| own.on_date != today).map(|own| {
                let again = OwnScore { id: Id(0), on_date: today, ..own.clone() };
                One {
                    points: own.points,
                    change: own_score::Change::Added(again).into(),
                    expected: Vec::new(),
                    question: None,
                }
            }),
            Self::Points(_) | Self::Up | Self::Down => {
                let points = self.points(cell)?;
                let new = OwnScore {
                    id: Id(0),
                    account_id: target.account,
                    factor: cell.factor,
                    points,
                    on_date: today,
                    reason: None,
                };
                // The same digit said again today would but lose its reason.
                let said = |own: &OwnScore| own.on_date == today && own.points == points;
                if own.is_some_and(said) {
                    return None;
                }
                let (change, expected) = own_score::written(own, new);
                let question = asks(cell.measured, cell.score, points);
                change.map(|change| One { change, expected, points, question })
            }
        }
    }

    /// What is said where no cell is changed.
    #[must_use]
    pub fn nothing(self, targets: &[Target<'_>]) -> String {
        let one = match targets {
            [one] => Some(one.cell),
            _ => None,
        };
        let own = one.and_then(|cell| cell.own.as_deref());
        match (self, one, own) {
            (Self::Points(points), Some(cell), _) => {
                format!("{} is {points} already, said today.", cell.factor)
            }
            (Self::Points(points), None, _) => format!("All of them are {points} already."),
            (Self::Up, _, _) => "It goes no higher than 10.".to_owned(),
            (Self::Down, _, _) => "It goes no lower than 1.".to_owned(),
            (Self::StillTrue, Some(cell), Some(own)) => {
                format!("{} {} is of today.", cell.factor, own.points)
            }
            (Self::StillTrue | Self::TakeBack, Some(cell), None) => {
                format!("{} has no score of your own; a digit sets one, 0 is 10.", cell.factor)
            }
            (Self::StillTrue, ..) => "No own score here is older than today.".to_owned(),
            (Self::TakeBack, ..) => "There is no own score here.".to_owned(),
        }
    }

    /// Does it to all of them, as one step; none: there is nothing to change.
    #[must_use]
    pub fn on(self, targets: &[Target<'_>], today: NaiveDate) -> Option<Struck> {
        let struck: Vec<(&Target<'_>, One)> = targets
            .iter()
            .filter_map(|target| Some((target, self.strike(target, today)?)))
            .collect();
        let (first, one) = struck.first()?;
        let account = struck.iter().all(|(target, _)| target.account == first.account);
        let account = account.then_some(first.account);
        let label = match struck.as_slice() {
            [_] => {
                let tail = match self {
                    Self::StillTrue => " still true",
                    Self::TakeBack => " taken back",
                    Self::Points(_) | Self::Up | Self::Down => "",
                };
                format!("{}: {} {}{tail}", first.name, first.cell.factor, one.points)
            }
            several => self.label(several, account.map(|_| first.name), targets.len()),
        };
        let mut all = Struck { label, account, changes: vec![], expected: vec![], asked: vec![] };
        for (target, one) in struck {
            all.changes.push(one.change);
            all.expected.extend(one.expected);
            all.asked.extend(one.question.map(|question| Asked {
                account: target.account,
                factor: target.cell.factor,
                points: one.points,
                question,
            }));
        }
        Some(all)
    }

    /// `Usage 7 for 5 accounts`, `Contoso: 3 own scores still true, 1 cell has none`.
    fn label(self, struck: &[(&Target<'_>, One)], whose: Option<&str>, meant: usize) -> String {
        let factor = struck.first().map(|(target, _)| target.cell.factor);
        let one_factor =
            factor.filter(|factor| struck.iter().all(|(target, _)| target.cell.factor == *factor));
        let count = struck.len();
        let what = match (self, one_factor) {
            (Self::Points(points), Some(factor)) => {
                format!("{factor} {points} for {count} accounts")
            }
            (Self::Points(points), None) => format!("{count} own scores {points}"),
            (Self::Up, _) => format!("{count} own scores one up"),
            (Self::Down, _) => format!("{count} own scores one down"),
            (Self::StillTrue, _) => format!("{count} own scores still true"),
            (Self::TakeBack, _) => format!("{count} own scores taken back"),
        };
        let rest = meant - count;
        let rest = match rest {
            0 => String::new(),
            _ => format!(", {rest} left as they are"),
        };
        match whose {
            Some(name) => format!("{name}: {what}{rest}"),
            None => format!("{what}{rest}"),
        }
    }
}
