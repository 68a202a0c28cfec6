//! What leads: figures that move before the revenue does.

use super::Share;
use crate::domain::account::Tier;
use crate::domain::account::metric::MetricKind;
use crate::domain::cell::Id;
use crate::domain::contact::Role;
use crate::domain::day::shift;
use crate::domain::feedback::{response, security};
use crate::domain::growth::ladder::reactive;
use crate::domain::map::complete;
use crate::domain::ours::sponsors;
use crate::domain::plan::progress;
use crate::domain::plan::step::MeetingType;
use crate::domain::records::{Records, TALK_WINDOW_DAYS, TalkFact};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::standing::Standing;
use crate::domain::talk::{TalkKind, Topic};
use chrono::NaiveDate;

/// The figures that lead. Those of talks are of the period, no further back than a year; the
/// others are of its last day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Leading {
    /// First day of the talks that are counted.
    pub talks_from: NaiveDate,
    /// Agreed meetings that took place.
    pub attendance: Share,
    /// Median over the accounts of their newest response hours in the period; none: no figure.
    pub response_hours: Option<f64>,
    /// Accounts with such a figure.
    pub response_accounts: usize,
    /// Talks that took place.
    pub talks: usize,
    /// Those in which an idea of ours was brought.
    pub ideas: usize,
    /// Strategic accounts whose executive sponsor was talked to lately.
    pub executive: Share,
    /// Contacts asked who have answered.
    pub response: Share,
    /// Steps of running cycles done by their first day.
    pub completion: Share,
    pub promises: Share,
    /// Accounts with a complete map.
    pub maps: Share,
    /// Talks that only answered the client; those of which nobody wrote down who began and what
    /// it was about are left out.
    pub reactive: Share,
    pub coverage: RevenueCoverage,
}

/// How much of the ARR was heard from. Source: the field's standard practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct RevenueCoverage {
    /// ARR of the accounts with an answer young enough, minor units of the base currency.
    pub heard: i64,
    /// ARR of all accounts in the book of known ARR.
    pub arr: i64,
    /// 0-1; none without ARR.
    pub share: Option<f64>,
    /// What is aimed at, 0-1.
    pub aim: f64,
    /// Accounts of unknown ARR, in neither sum.
    pub unknown: usize,
}

/// What one account adds to the figures that lead.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Led {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    /// Minor units of the base currency; none: unknown.
    pub arr: Option<i64>,
    /// Heard from of late.
    pub heard: bool,
    /// Agreed meetings that took place.
    pub attendance: Share,
    /// Its newest response hours in the period.
    pub response_hours: Option<f64>,
    /// Talks that took place.
    pub talks: usize,
    pub ideas: usize,
    /// None: it needs no sponsor, or was not in the book on the last day.
    pub executive: Option<bool>,
    pub response: Share,
    pub completion: Share,
    pub promises: Share,
    /// None: it was not in the book on the last day.
    pub whole_map: Option<bool>,
    pub reactive: Share,
}

impl Led {
    /// Counts one account: its records and its standing on the last day.
    #[must_use]
    pub fn of(
        records: &Records,
        standing: &Standing,
        rules: &Rules,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Self {
        let period = from..=to;
        let talks: Vec<&TalkFact> =
            records.talks.iter().filter(|talk| period.contains(&talk.on_date)).collect();
        let meetings = || talks.iter().filter(|talk| talk.kind == TalkKind::Meeting);
        let held = meetings().filter(|talk| !talk.missed).count();
        let attendance = Share::of(held, meetings().count());
        let newest = records.newest_metric(MetricKind::ResponseHours, to);
        let newest = newest.filter(|metric| period.contains(&metric.on_date));
        let took_place: Vec<&TalkFact> = talks.into_iter().filter(|talk| !talk.missed).collect();
        let answering = reactive(&took_place);
        // Who came into the book later had nobody in it on that day.
        let known = records.account.created_on <= to;
        let strategic = records.account.tier == Some(Tier::Strategic);
        let asked = response::response(records, rules, to);
        let (done, due) = standing.progress.on_time;
        let (kept, promised) = progress::promises(records, to);
        Self {
            account: records.account.id,
            name: records.account.name.clone(),
            tier: records.account.tier,
            arr: standing.arr.map(|arr| arr.minor.max(0)),
            heard: security::heard(security::heard_on(records, to), rules, to),
            attendance,
            response_hours: newest.map(|metric| metric.amount),
            talks: took_place.len(),
            ideas: took_place.iter().filter(|talk| talk.topics.has(Topic::OurIdea)).count(),
            executive: (known && strategic).then(|| executive_engaged(records, rules, to)),
            response: Share::of(asked.answered, asked.asked),
            completion: Share::of(done, due),
            promises: Share::of(kept, promised),
            whole_map: known.then(|| complete(records, &standing.map, to).whole()),
            reactive: Share::of(answering.reactive, answering.told),
        }
    }
}

impl Leading {
    /// The figures of these accounts together.
    #[must_use]
    pub fn of(led: &[&Led], rules: &Rules, from: NaiveDate, to: NaiveDate) -> Self {
        let sum = |part: fn(&Led) -> Share| {
            let add =
                |sum: Share, one: Share| Share::of(sum.part + one.part, sum.whole + one.whole);
            led.iter().map(|one| part(one)).fold(Share::default(), add)
        };
        let known: Vec<(i64, bool)> =
            led.iter().filter_map(|one| Some((one.arr?, one.heard))).collect();
        let arr = |add: fn(bool) -> bool| {
            let amounts = known.iter().filter(|(_, heard)| add(*heard)).map(|(arr, _)| *arr);
            amounts.fold(0, i64::saturating_add)
        };
        let (heard, arr) = (arr(|heard| heard), arr(|_| true));
        let hours: Vec<f64> = led.iter().filter_map(|one| one.response_hours).collect();
        Self {
            talks_from: from.max(shift(to, -TALK_WINDOW_DAYS)),
            attendance: sum(|one| one.attendance),
            response_accounts: hours.len(),
            response_hours: median(hours),
            talks: led.iter().map(|one| one.talks).sum(),
            ideas: led.iter().map(|one| one.ideas).sum(),
            executive: sum(|one| one.executive.map_or(Share::default(), Share::yes)),
            response: sum(|one| one.response),
            completion: sum(|one| one.completion),
            promises: sum(|one| one.promises),
            maps: sum(|one| one.whole_map.map_or(Share::default(), Share::yes)),
            reactive: sum(|one| one.reactive),
            coverage: RevenueCoverage {
                heard,
                arr,
                share: (arr > 0).then(|| heard as f64 / arr as f64),
                aim: rules.share(Limit::CoverageAim),
                unknown: led.len() - known.len(),
            },
        }
    }
}

/// The middle one, or the mean of the two in the middle.
fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let upper = figures.get(figures.len() / 2)?;
    let lower = figures.get((figures.len() - 1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

/// The executive sponsor was talked to, or a sponsor meeting held, within the time that is meant.
fn executive_engaged(records: &Records, rules: &Rules, today: NaiveDate) -> bool {
    let lately =
        |day: NaiveDate| (0..=rules.days(Limit::SponsorEvery)).contains(&(today - day).num_days());
    let met = records.held.iter().any(|(kind, day)| *kind == MeetingType::Sponsor && lately(*day));
    let sponsors = |contact| {
        let paired = |pair: &&crate::domain::ours::sponsor_pair::SponsorPair| {
            pair.contact_id == contact && sponsors::running(records, pair, today)
        };
        records.sponsors.iter().any(|pair| paired(&pair))
            || records.contacts.iter().any(|one| {
                one.id == contact && one.active_on(today) && one.roles.has(Role::ExecutiveSponsor)
            })
    };
    met || records.last_two_way_with.iter().any(|(contact, day)| lately(*day) && sponsors(*contact))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
        assert_eq!(median(Vec::new()), None);
        assert_eq!(median(vec![7.0]), Some(7.0));
        assert_eq!(median(vec![9.0, 1.0, 4.0]), Some(4.0));
        assert_eq!(median(vec![9.0, 1.0, 4.0, 5.0]), Some(4.5));
    }
}
