//! What falls due: steps, promises and meetings, the days that the contract, the feedback
//! agreement, their goals and the opportunities bring by themselves, and those that the rules ask
//! for: talks, reviews, what was put off.

mod account;
mod group;
mod load;
mod rhythm;

pub use account::{absence, of, unlinked};
pub use group::{Group, WEEK_DAYS};
pub use load::{LOAD_DAYS, Load};

use super::away::{self, Span};
use super::cell::Id;
use super::plan::step::{StepKind, StepOwner};
use super::rules::Rules;
use super::word::words;
use chrono::NaiveDate;

words! {
    /// What kind of thing falls due, in the order of a day.
    What {
        Away = "away", Meeting = "meeting", Promise = "promise", Notice = "notice", End = "end",
        Outcome = "outcome", Renewal = "renewal", Step = "step", Milestone = "milestone",
        Opportunity = "opportunity", Goal = "goal", Cycle = "plan", Qbr = "QBR",
        Strategic = "strategic", CheckIn = "check-in", Talk = "talk", Review = "review",
        Forecast = "forecast", Survey = "survey", Results = "results", Birthday = "birthday", Snooze = "snooze",
    }
}

impl What {
    /// Asked for from its day on, and not late because of that: nobody has promised that day.
    #[must_use]
    pub const fn waits(self) -> bool {
        matches!(self, Self::Outcome | Self::Forecast | Self::Survey | Self::Results)
            || self.by_rhythm()
    }

    /// Asked for by an interval.
    #[must_use]
    pub const fn by_rhythm(self) -> bool {
        matches!(self, Self::Qbr | Self::Strategic | Self::CheckIn | Self::Talk | Self::Review)
    }

    /// Takes time of its day.
    #[must_use]
    pub const fn is_work(self) -> bool {
        matches!(self, Self::Meeting | Self::Promise | Self::Step | Self::Milestone)
    }

    const fn of_step(kind: StepKind) -> Self {
        match kind {
            StepKind::Step => Self::Step,
            StepKind::Milestone => Self::Milestone,
            StepKind::Promise => Self::Promise,
            StepKind::Meeting => Self::Meeting,
        }
    }
}

/// Somebody else who is to do it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Whose {
    pub side: StepOwner,
    /// None: nobody wrote down who.
    pub name: Option<String>,
}

impl Whose {
    /// `K. Ott`, `a colleague`.
    #[must_use]
    pub fn told(&self) -> &str {
        match (&self.name, self.side) {
            (Some(name), _) => name,
            (None, StepOwner::Client) => "somebody at the client",
            (None, _) => "a colleague",
        }
    }
}

/// One thing on one day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Due {
    /// Before today: late, or waiting since then.
    pub on: NaiveDate,
    pub what: What,
    /// None: no account claims it.
    pub account: Option<Id>,
    pub name: String,
    pub text: String,
    /// `09:30`.
    pub at_time: Option<String>,
    /// The record it is about: its table and number.
    pub about: Option<(&'static str, Id)>,
    /// The user is away on that day.
    pub away: bool,
    /// Waited for: somebody else is to do it.
    pub whose: Option<Whose>,
    /// Nobody set a day for it: `on` is the day on which it was written down.
    pub undated: bool,
    /// The code of the signal that it is about, as `champion-left`.
    pub signal: Option<String>,
    /// Where it comes from, in a few words: `first promised for 10 Nov`, `playbook renewal`.
    pub ground: String,
}

impl Due {
    /// One that is about no record yet.
    #[must_use]
    pub const fn new(on: NaiveDate, what: What, text: String) -> Self {
        Self {
            on,
            what,
            account: None,
            name: String::new(),
            text,
            at_time: None,
            about: None,
            away: false,
            whose: None,
            undated: false,
            signal: None,
            ground: String::new(),
        }
    }

    /// What makes it the same one after the book was read again. A step stays what it is on
    /// another day; a record may bring several days of a kind.
    #[must_use]
    pub fn key(&self) -> Key {
        let step = self.about.is_some_and(|(table, _)| table == "step");
        (self.what, self.account, self.about, (!step).then_some(self.on))
    }

    /// Its day is over, and somebody is to have done it by then.
    #[must_use]
    pub fn late(&self, today: NaiveDate) -> bool {
        self.on < today && !self.undated && !self.what.waits()
    }
}

/// See [`Due::key`].
pub type Key = (What, Option<Id>, Option<(&'static str, Id)>, Option<NaiveDate>);

/// The things of one day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Day {
    pub on: NaiveDate,
    pub dues: Vec<Due>,
}

/// What somebody else is to do.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Other {
    pub whose: Whose,
    /// The nearest day first.
    pub dues: Vec<Due>,
}

/// All that falls due up to a day. Each thing stands in one place alone.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Agenda {
    pub today: NaiveDate,
    /// The last day of it.
    pub until: NaiveDate,
    /// Of the days before today, the oldest first.
    pub late: Vec<Due>,
    /// Asked for since a day before today: outcomes, forecasts, feedback, reviews.
    pub waiting: Vec<Due>,
    /// Today and the days after it that bring something.
    pub days: Vec<Day>,
    /// Waited for: colleagues first, then clients.
    pub others: Vec<Other>,
    /// Each day of the next two weeks that was looked at.
    pub load: Vec<Load>,
    /// When the user is away, as far as that touches these days.
    pub away: Vec<Span>,
}

/// Groups what falls due by day; in a day what has its time comes first.
#[must_use]
pub fn agenda(mut dues: Vec<Due>, rules: &Rules, today: NaiveDate, until: NaiveDate) -> Agenda {
    dues.retain(|due| due.on <= until);
    for due in &mut dues {
        due.away = due.what != What::Away && !due.undated && away::on(due.on, &rules.away);
    }
    dues.sort_by(|one, other| {
        let place = |due: &Due| (due.on, due.at_time.is_none(), due.at_time.clone(), due.what);
        let name = |due: &Due| (due.name.to_lowercase(), due.account, due.about.map(|(_, id)| id));
        (place(one), name(one)).cmp(&(place(other), name(other)))
    });
    let load = load::load(&dues, rules, today, until);
    let (theirs, mine): (Vec<Due>, Vec<Due>) =
        dues.into_iter().partition(|due| due.whose.is_some());
    let (past, ahead): (Vec<Due>, Vec<Due>) = mine.into_iter().partition(|due| due.on < today);
    let (mut waiting, late): (Vec<Due>, Vec<Due>) =
        past.into_iter().partition(|due| due.what.waits());
    waiting.sort_by_key(|due| due.what);
    let days = ahead
        .chunk_by(|one, other| one.on == other.on)
        .filter_map(|dues| Some(Day { on: dues.first()?.on, dues: dues.to_vec() }))
        .collect();
    let touches = |(from, to): &&Span| *from <= until && *to >= today;
    let away = rules.away.iter().filter(touches).copied().collect();
    Agenda { today, until, late, waiting, days, others: others(theirs), load, away }
}

/// By whom they are waited for: colleagues first, on each side who is to be asked first.
fn others(mut theirs: Vec<Due>) -> Vec<Other> {
    let day = |due: &Due| (due.undated, due.on);
    theirs.sort_by_key(|due| (due.whose.clone(), day(due)));
    let of =
        |dues: &[Due]| Some(Other { whose: dues.first()?.whose.clone()?, dues: dues.to_vec() });
    let mut others: Vec<Other> =
        theirs.chunk_by(|one, other| one.whose == other.whose).filter_map(of).collect();
    others.sort_by_key(|other| (other.whose.side, other.dues.first().map(day)));
    others
}

impl Agenda {
    /// The same once these accounts were read again, and what no account claims; without accounts
    /// nothing stays of what was there.
    #[must_use]
    pub fn renewed(self, touched: Option<&[Id]>, read: Vec<Due>, rules: &Rules) -> Self {
        let Self { today, until, late, waiting, days, others, .. } = self;
        let mut dues = read;
        if let Some(touched) = touched {
            let all = late
                .into_iter()
                .chain(waiting)
                .chain(days.into_iter().flat_map(|day| day.dues))
                .chain(others.into_iter().flat_map(|other| other.dues));
            dues.extend(
                all.filter(|due| due.account.is_some_and(|account| !touched.contains(&account))),
            );
        }
        agenda(dues, rules, today, until)
    }

    /// How many are waited for, and how many of them are late.
    #[must_use]
    pub fn waited_for(&self) -> (usize, usize) {
        let all = || self.others.iter().flat_map(|other| &other.dues);
        (all().count(), all().filter(|due| due.late(self.today)).count())
    }
}

#[cfg(test)]
mod tests;
