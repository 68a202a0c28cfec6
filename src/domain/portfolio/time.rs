//! Whom the time goes to, against what they pay and how they stand.

use super::ladder::Rung;
use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::feedback::security::RevenueState;
use crate::domain::metrics::attention::Attention;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::score::print::{percent, to_billionth};
use crate::domain::tier::{TALK_HOURS, hours_of};
use crate::domain::word::words;
use chrono::NaiveDate;
use std::collections::HashMap;

words! {
    /// The time of an account against its part of the ARR, what stands out first.
    Balance {
        /// At risk, and nobody talked with them.
        Alone = "at risk, no talk",
        Little = "too little time",
        Much = "much time",
        /// Much, and at risk: that is where it belongs.
        Earned = "much, at risk",
        Even = "in proportion",
        /// Nothing to weigh it against: ARR unknown, or no time written down at all.
        Unknown = "not known",
    }
}

impl Balance {
    /// Something is to be changed about it.
    #[must_use]
    pub const fn out(self) -> bool {
        matches!(self, Self::Alone | Self::Little | Self::Much)
    }
}

/// The time that one account got.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Spent {
    #[serde(flatten)]
    pub attention: Attention,
    /// In weekly reviews.
    pub seconds: i64,
    /// An hour a talk, and the time in reviews.
    pub hours: f64,
    /// Of the hours of the book, 0-1; none without any.
    pub share: Option<f64>,
    /// Its score or what they say puts the revenue at risk.
    pub at_risk: bool,
    pub balance: Balance,
    /// `12 % of the ARR, 3 % of the time: too little`.
    pub says: String,
}

/// The time that accounts of one sort got together.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Part {
    /// None: too little known.
    pub band: Option<Band>,
    pub accounts: usize,
    pub arr_share: Option<f64>,
    pub talks: usize,
    pub seconds: i64,
    pub share: Option<f64>,
}

/// The hours of a tier.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TierTime {
    /// None: all tiers together where `whole`, else accounts without a tier.
    pub tier: Option<Tier>,
    pub whole: bool,
    /// Hours a week that the tier asks for; none is judged as Maintenance.
    pub asked: f64,
    /// Hours a week that its accounts got.
    pub got: f64,
}

/// Where the time of the last weeks went.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Time {
    pub from: NaiveDate,
    /// Days that are looked at.
    pub days: i64,
    pub talks: usize,
    pub seconds: i64,
    pub hours: f64,
    /// The largest first.
    pub accounts: Vec<Spent>,
    /// Risk, watch, healthy, too little known.
    pub bands: Vec<Part>,
    /// All together, then tier by tier.
    pub tiers: Vec<TierTime>,
}

/// The first day whose time counts.
#[must_use]
pub fn since(rules: &Rules, today: NaiveDate) -> NaiveDate {
    shift(today, 1 - rules.days(Limit::AttentionDays))
}

/// The ledger: what each account got in talks and in reviews (`visits`: an account and seconds).
pub(super) fn time(
    attention: Vec<Attention>,
    visits: &[(Id, i64)],
    ladder: &[Rung],
    rules: &Rules,
    today: NaiveDate,
) -> Time {
    let risky: HashMap<Id, bool> = ladder.iter().map(|one| (one.account, at_risk(one))).collect();
    let mut reviewed: HashMap<Id, i64> = HashMap::new();
    for (account, seconds) in visits {
        let sum = reviewed.entry(*account).or_default();
        *sum = sum.saturating_add((*seconds).max(0));
    }
    let seconds = |account: Id| reviewed.get(&account).copied().unwrap_or(0);
    let hours =
        |one: &Attention| one.talks as f64 * TALK_HOURS + seconds(one.account) as f64 / 3600.0;
    let all: f64 = attention.iter().map(hours).sum();
    let accounts: Vec<Spent> = attention
        .into_iter()
        .map(|one| {
            let hours = hours(&one);
            let share = (all > 0.0).then(|| hours / all);
            let at_risk = risky.get(&one.account).copied().unwrap_or(false);
            let balance = balance(&one, share, at_risk, rules);
            Spent {
                seconds: seconds(one.account),
                hours,
                share,
                at_risk,
                balance,
                says: says(&one, share, balance),
                attention: one,
            }
        })
        .collect();
    let days = rules.days(Limit::AttentionDays).max(1);
    let bands = [Some(Band::Risk), Some(Band::Watch), Some(Band::Healthy), None];
    Time {
        from: since(rules, today),
        days,
        talks: accounts.iter().map(|one| one.attention.talks).sum(),
        seconds: accounts.iter().map(|one| one.seconds).sum(),
        hours: all,
        bands: bands.iter().map(|band| part(*band, &accounts)).collect(),
        tiers: tiers(&accounts, days, rules),
        accounts,
    }
}

fn at_risk(rung: &Rung) -> bool {
    rung.band == Some(Band::Risk) || rung.security.state == RevenueState::AtRisk
}

/// What stands out: shares that are so many times apart, the larger one large enough to matter.
fn balance(one: &Attention, share: Option<f64>, at_risk: bool, rules: &Rules) -> Balance {
    let Some(time) = share else { return Balance::Unknown };
    if at_risk && one.talks == 0 {
        return Balance::Alone;
    }
    let Some(arr) = one.arr_share else { return Balance::Unknown };
    let (apart, least) = (rules.limit(Limit::AttentionApart), rules.share(Limit::AttentionLeast));
    let outdoes = |more: f64, less: f64| {
        to_billionth(more - least) >= 0.0 && to_billionth(more - apart * less) >= 0.0
    };
    if outdoes(arr, time) {
        Balance::Little
    } else if outdoes(time, arr) {
        if at_risk { Balance::Earned } else { Balance::Much }
    } else {
        Balance::Even
    }
}

fn says(one: &Attention, share: Option<f64>, balance: Balance) -> String {
    let Some(time) = share else { return "No time is written down for anybody.".to_owned() };
    let arr = one
        .arr_share
        .map_or_else(|| "ARR unknown".to_owned(), |arr| format!("{} of the ARR", percent(arr)));
    format!("{arr}, {} of the time: {balance}.", percent(time))
}

fn part(band: Option<Band>, accounts: &[Spent]) -> Part {
    let theirs = || accounts.iter().filter(|one| one.attention.band == band);
    let shares = |of: fn(&Spent) -> Option<f64>| {
        accounts.iter().any(|one| of(one).is_some()).then(|| theirs().filter_map(of).sum())
    };
    Part {
        band,
        accounts: theirs().count(),
        arr_share: shares(|one| one.attention.arr_share),
        talks: theirs().map(|one| one.attention.talks).sum(),
        seconds: theirs().map(|one| one.seconds).sum(),
        share: shares(|one| one.share),
    }
}

fn tiers(accounts: &[Spent], days: i64, rules: &Rules) -> Vec<TierTime> {
    let of = |tier: Option<Tier>, whole: bool| {
        let theirs = || accounts.iter().filter(move |one| whole || one.attention.tier == tier);
        let judged = theirs().map(|one| one.attention.tier.unwrap_or(Tier::Maintenance));
        let got: f64 = theirs().map(|one| one.hours).sum();
        let line =
            TierTime { tier, whole, asked: hours_of(judged, rules), got: got * 7.0 / days as f64 };
        (theirs().next().is_some() || whole).then_some(line)
    };
    let single = Tier::ALL.iter().copied().map(Some).chain([None]);
    std::iter::once(of(None, true)).chain(single.map(|tier| of(tier, false))).flatten().collect()
}
