//! The quadrant of the book: what clients say against what they pay. Model: CustomerGauge's
//! Account Success process.

pub mod advice;

use super::around::Around;
use super::cell::Id;
use super::contact::Contact;
use super::feedback::Answer;
use super::map::latest_nps;
use super::money::{Currency, Money};
use super::records::Records;
use super::rules::Rules;
use super::score::Band;
use super::standing::Standing;
use super::tier::key_accounts;
use super::word::words;
use chrono::NaiveDate;
use std::cmp::Reverse;

words! {
    /// Right and left of an NPS of 0, above and under the smallest key account. Who gave no answer
    /// stands in a lane of its own, as does who is of unknown ARR.
    Quadrant {
        /// Large and content: an advocate, to be asked for something.
        Magic = "magic",
        /// Large and not content.
        Rescue = "rescue",
        /// Small and content.
        Nurture = "nurture",
        /// Small and not content.
        Question = "question",
        NoAnswer = "no answer",
        NoArr = "ARR unknown",
    }
}

/// One account in its place.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Spot {
    pub account: Id,
    pub name: String,
    pub quadrant: Quadrant,
    /// −100 … 100.
    pub nps: Option<i64>,
    /// Promoters, passives, detractors, asked and silent.
    pub answers: [usize; 4],
    /// Minor units of the base currency.
    pub arr: Option<i64>,
    /// Among the key accounts: above the split.
    pub key: bool,
    pub score: Option<f64>,
    /// None: too little known.
    pub band: Option<Band>,
}

/// A quadrant with what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Corner {
    pub quadrant: Quadrant,
    pub accounts: usize,
    /// Minor units of the base currency, as far as known.
    pub arr: i64,
    pub arr_unknown: usize,
}

/// An answer that counts in the NPS of its account.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Voice {
    pub account: Id,
    pub answer: Id,
    /// None: nobody is named.
    pub who: Option<String>,
    pub points: i64,
    pub why: Option<String>,
    pub on_date: NaiveDate,
}

/// The whole picture: who stands where, and where it is split.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Chart {
    /// Quadrant by quadrant, the largest first.
    pub spots: Vec<Spot>,
    /// All quadrants and lanes, empty ones with them.
    pub corners: Vec<Corner>,
    /// ARR of the smallest key account, minor units of the base currency; none: no key account.
    pub floor: Option<i64>,
    /// The smallest key account itself.
    pub smallest_key: Option<Id>,
    pub currency: Currency,
    /// The answers behind it, by account.
    pub voices: Vec<Voice>,
}

/// What is gathered of each account on the way to the picture.
#[derive(Debug, Default)]
pub struct Tally {
    voices: Vec<Voice>,
}

impl Tally {
    /// Takes in one account as of a day.
    pub fn add(&mut self, records: &Records, standing: &Standing, rules: &Rules, today: NaiveDate) {
        if !standing.in_book {
            return;
        }
        let answers = latest_nps(records, rules, today, today);
        let voice = |(contact, answer): (Option<&Contact>, &Answer)| Voice {
            account: records.account.id,
            answer: answer.id,
            who: contact.map(|contact| contact.name.clone()),
            points: answer.points,
            why: answer.why.clone(),
            on_date: answer.on_date,
        };
        self.voices.extend(answers.into_iter().map(voice));
    }

    /// The picture, once all accounts were seen.
    #[must_use]
    pub fn finish(mut self, standings: &[Standing], around: &Around, rules: &Rules) -> Chart {
        self.voices.sort_by_key(|one| (one.account, Reverse((one.on_date, one.answer))));
        Chart { voices: self.voices, ..chart(standings, around, rules) }
    }
}

/// Where an account stands by its NPS and its ARR (minor units of the base currency).
#[must_use]
pub fn quadrant(nps: Option<i64>, arr: Option<i64>, around: &Around) -> Quadrant {
    match (nps, arr) {
        (None, _) => Quadrant::NoAnswer,
        (_, None) => Quadrant::NoArr,
        (Some(0..), arr) if around.key(arr) => Quadrant::Magic,
        (Some(_), arr) if around.key(arr) => Quadrant::Rescue,
        (Some(0..), _) => Quadrant::Nurture,
        (Some(_), _) => Quadrant::Question,
    }
}

/// The accounts in the book, quadrant by quadrant, the largest first.
#[must_use]
pub fn spots(standings: &[Standing], around: &Around) -> Vec<Spot> {
    let spot = |standing: &Standing| {
        let arr = standing.arr.map(|arr| arr.minor);
        Spot {
            account: standing.account,
            name: standing.name.clone(),
            quadrant: quadrant(standing.map.nps, arr, around),
            nps: standing.map.nps,
            answers: standing.map.answers,
            arr,
            key: around.key(arr),
            score: standing.score.value,
            band: standing.score.band,
        }
    };
    let mut spots: Vec<Spot> =
        standings.iter().filter(|standing| standing.in_book).map(spot).collect();
    spots.sort_by(|a, b| {
        (a.quadrant, b.arr, &a.name, a.account).cmp(&(b.quadrant, a.arr, &b.name, b.account))
    });
    spots
}

/// The picture of the whole book, without the answers behind it.
#[must_use]
pub fn chart(standings: &[Standing], around: &Around, rules: &Rules) -> Chart {
    let spots = spots(standings, around);
    let corner = |quadrant: &Quadrant| {
        let theirs = || spots.iter().filter(|spot| spot.quadrant == *quadrant);
        Corner {
            quadrant: *quadrant,
            accounts: theirs().count(),
            arr: theirs().filter_map(|spot| spot.arr).fold(0, i64::saturating_add),
            arr_unknown: theirs().filter(|spot| spot.arr.is_none()).count(),
        }
    };
    Chart {
        corners: Quadrant::ALL.iter().map(corner).collect(),
        floor: around.key_floor,
        smallest_key: key_accounts(standings, rules).last().copied(),
        currency: rules.exchange.base,
        spots,
        voices: Vec::new(),
    }
}

impl Quadrant {
    /// What stands for one of its accounts: filled is content, a diamond is large.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Magic => "◆",
            Self::Rescue => "◇",
            Self::Nurture => "●",
            Self::Question => "○",
            Self::NoAnswer => "·",
            Self::NoArr => "■",
        }
    }
}

/// What stands beside the sign of an account of this band; a healthy one needs nothing.
#[must_use]
pub const fn mark(band: Option<Band>) -> &'static str {
    match band {
        Some(Band::Risk) => "!",
        Some(Band::Watch) => "~",
        Some(Band::Healthy) => "",
        None => "?",
    }
}

impl Chart {
    /// The answers behind the NPS of an account, the newest first.
    pub fn voices_of(&self, account: Id) -> impl Iterator<Item = &Voice> {
        self.voices.iter().filter(move |one| one.account == account)
    }

    /// An account of it.
    #[must_use]
    pub fn spot(&self, account: Id) -> Option<&Spot> {
        self.spots.iter().find(|spot| spot.account == account)
    }

    /// An amount of it.
    #[must_use]
    pub const fn money(&self, minor: i64) -> Money {
        Money { minor, currency: self.currency }
    }
}

#[cfg(test)]
mod tests;
