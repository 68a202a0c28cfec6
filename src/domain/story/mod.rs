//! The story of a week: what moved in the book, the three biggest things to do, what comes next.
//! Each sentence keeps the records that it stands on.

mod ahead;
mod arr;
mod heard;
mod reviewed;
mod thing;
mod told;

pub use reviewed::Reviewed;
pub use thing::{Thing, ThingKind, Way};
pub use told::{Sentence, Told};

use super::account::{Account, Status};
use super::agenda::{self, Due, agenda};
use super::day::shift;
use super::metrics;
use super::records::Records;
use super::retention::{Ledger, Retention, retention};
use super::revenue::Revenue;
use super::review::event::{Crossed, Event, changed, crossed};
use super::review::since::Since;
use super::rules::Rules;
use super::rules::limit::Limit;
use super::score::Band;
use super::score::print::tenth;
use super::standing::{Ranking, Standing};
use chrono::NaiveDate;
use heard::{Heard, Stand, Talked};

/// Days that the story looks back on, today among them, and days after today that it looks ahead.
pub const DAYS: i64 = 7;

/// The whole of it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Story {
    /// The first day of the week that is told; the last one is today.
    pub from: NaiveDate,
    pub today: NaiveDate,
    /// The last day of the week ahead.
    pub until: NaiveDate,
    /// Accounts in the book.
    pub accounts: usize,
    /// What moved.
    pub moved: Vec<Sentence>,
    /// What to do first: three at most.
    pub things: Vec<Thing>,
    /// What comes in the week ahead.
    pub ahead: Vec<Sentence>,
}

/// What is gathered of the book on the way to its story.
#[derive(Debug)]
pub struct Tally {
    today: NaiveDate,
    ledgers: Vec<(Account, Vec<Revenue>)>,
    events: Vec<(Told, Event)>,
    crossed: Vec<(Told, Crossed)>,
    talked: Vec<Talked>,
    gone: Vec<Told>,
    came: Vec<Told>,
    dues: Vec<Due>,
}

impl Tally {
    #[must_use]
    pub const fn of_week(today: NaiveDate) -> Self {
        Self {
            today,
            ledgers: Vec::new(),
            events: Vec::new(),
            crossed: Vec::new(),
            talked: Vec::new(),
            gone: Vec::new(),
            came: Vec::new(),
            dues: Vec::new(),
        }
    }

    /// The day before the week: what is dated later is told.
    #[must_use]
    pub fn eve(&self) -> NaiveDate {
        shift(self.today, -DAYS)
    }

    /// Takes one account; `since` is the eve of the week, with the steps done since.
    pub fn add(&mut self, records: Records, standing: &Standing, since: &Since, rules: &Rules) {
        let (eve, today) = (self.eve(), self.today);
        let told = |text: String| Told::of(standing, text);
        let account = &records.account;
        let inside = |day: NaiveDate| day > eve && day <= today;
        if account.status == Status::Lost && account.lost_on.is_some_and(inside) {
            let why = account.lost_reason.as_deref().unwrap_or("nobody wrote down why");
            self.gone.push(told(format!("lost: {why}")).on(account.lost_on));
        }
        if standing.in_book {
            let named = told(String::new());
            let events = changed(&records, standing, since, rules, today).into_iter();
            self.events.extend(events.map(|event| (named.clone(), event)));
            let over = crossed(&records, standing, since, rules, today);
            self.crossed.extend(over.map(|over| (named.clone(), over)));
            self.talked.extend(Talked::of(&records, since, named, eve, today));
            if inside(account.created_on) {
                self.came.push(told("came into the book".to_owned()).on(Some(account.created_on)));
            }
        }
        self.dues.extend(agenda::of(&records, rules, today, shift(today, DAYS)));
        self.ledgers.push((records.account, records.revenue));
    }

    /// Takes what falls due on no account: steps, absences.
    pub fn put(&mut self, due: impl IntoIterator<Item = Due>) {
        self.dues.extend(due);
    }

    /// The story, with the standings of all accounts, their order and the review.
    #[must_use]
    pub fn finish(
        self,
        standings: &[Standing],
        ranking: &Ranking,
        reviewed: Reviewed,
        rules: &Rules,
    ) -> Story {
        let (today, eve, until) = (self.today, self.eve(), shift(self.today, DAYS));
        let from = shift(eve, 1);
        let over = |from: NaiveDate, to: NaiveDate| -> Retention {
            let ledgers = self.ledgers.iter();
            let ledgers = ledgers.map(|(account, entries)| Ledger { account, entries });
            retention(ledgers, from, to, &rules.exchange, None)
        };
        let accounts = standings.iter().filter(|one| one.in_book).count();
        let years = [today, eve].map(|to| over(metrics::since(to), to));
        let mut moved = vec![arr::arr(&over(from, today), eve)];
        moved.extend(arr::kept(&years, rules.count(Limit::FewAccounts)));
        let heard = Heard { events: self.events, crossed: self.crossed, talked: self.talked };
        let stand = stand(standings, reviewed);
        moved.extend(heard.sentences(&stand, self.gone, self.came));
        if accounts == 0 {
            moved.clear();
            moved.push(Sentence::new(
                ("book", "the book"),
                "account",
                "The book has no account that counts yet.".to_owned(),
            ));
        }
        let agenda = agenda(self.dues, rules, today, until);
        Story {
            from,
            today,
            until,
            accounts,
            moved,
            things: thing::things(standings, ranking, &agenda),
            ahead: ahead::ahead(&agenda),
        }
    }
}

fn stand(standings: &[Standing], reviewed: Reviewed) -> Stand {
    let of = |band: Option<Band>| {
        standings.iter().filter(move |one| one.in_book && one.score.band == band)
    };
    let bands = [Some(Band::Risk), Some(Band::Watch), Some(Band::Healthy), None];
    let told =
        |one: &Standing| Some(Told::of(one, format!("{}, in risk", tenth(one.score.value?))));
    let mut risk: Vec<Told> = of(Some(Band::Risk)).filter_map(told).collect();
    risk.sort_by(Told::order);
    Stand { bands: bands.map(|band| of(band).count()), risk, reviewed }
}

#[cfg(test)]
mod tests;
