//! What leads: figures that move before the revenue does.

use super::Share;
use crate::domain::account::Tier;
use crate::domain::account::metric::MetricKind;
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
    /// Talks in which an idea of ours was brought.
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

/// What is counted on the way.
#[derive(Debug, Default)]
pub(super) struct Counts {
    meetings: [usize; 2],
    hours: Vec<f64>,
    ideas: usize,
    executive: [usize; 2],
    response: [usize; 2],
    completion: [usize; 2],
    promises: [usize; 2],
    maps: [usize; 2],
    reactive: [usize; 2],
    heard: i64,
    arr: i64,
    unknown: usize,
}

fn count(sums: &mut [usize; 2], part: usize, whole: usize) {
    let [all_parts, all] = sums;
    *all_parts += part;
    *all += whole;
}

impl Counts {
    pub(super) fn add(
        &mut self,
        records: &Records,
        standing: &Standing,
        rules: &Rules,
        from: NaiveDate,
        to: NaiveDate,
    ) {
        let period = from..=to;
        let talks: Vec<&TalkFact> =
            records.talks.iter().filter(|talk| period.contains(&talk.on_date)).collect();
        let meetings = || talks.iter().filter(|talk| talk.kind == TalkKind::Meeting);
        let held = meetings().filter(|talk| !talk.missed).count();
        count(&mut self.meetings, held, meetings().count());
        let newest = records.newest_metric(MetricKind::ResponseHours, to);
        let newest = newest.filter(|metric| period.contains(&metric.on_date));
        self.hours.extend(newest.map(|metric| metric.amount));
        let took_place: Vec<&TalkFact> = talks.into_iter().filter(|talk| !talk.missed).collect();
        self.ideas += took_place.iter().filter(|talk| talk.topics.has(Topic::OurIdea)).count();
        let answering = reactive(&took_place);
        count(&mut self.reactive, answering.reactive, answering.told);
        // Who came into the book later had nobody in it on that day.
        let known = records.account.created_on <= to;
        if known && records.account.tier == Some(Tier::Strategic) {
            count(&mut self.executive, usize::from(executive_engaged(records, rules, to)), 1);
        }
        let asked = response::response(records, rules, to);
        count(&mut self.response, asked.answered, asked.asked);
        let (done, due) = standing.progress.on_time;
        count(&mut self.completion, done, due);
        let (kept, promised) = progress::promises(records, to);
        count(&mut self.promises, kept, promised);
        let whole = known && complete(records, &standing.map, to).whole();
        count(&mut self.maps, usize::from(whole), usize::from(known));
        match standing.arr {
            Some(arr) => {
                let arr = arr.minor.max(0);
                self.arr = self.arr.saturating_add(arr);
                if security::heard(security::heard_on(records, to), rules, to) {
                    self.heard = self.heard.saturating_add(arr);
                }
            }
            None => self.unknown += 1,
        }
    }

    pub(super) fn finish(self, rules: &Rules, from: NaiveDate, to: NaiveDate) -> Leading {
        let share = |[part, whole]: [usize; 2]| Share::of(part, whole);
        Leading {
            talks_from: from.max(shift(to, -TALK_WINDOW_DAYS)),
            attendance: share(self.meetings),
            response_accounts: self.hours.len(),
            response_hours: median(self.hours),
            ideas: self.ideas,
            executive: share(self.executive),
            response: share(self.response),
            completion: share(self.completion),
            promises: share(self.promises),
            maps: share(self.maps),
            reactive: share(self.reactive),
            coverage: RevenueCoverage {
                heard: self.heard,
                arr: self.arr,
                share: (self.arr > 0).then(|| self.heard as f64 / self.arr as f64),
                aim: rules.share(Limit::CoverageAim),
                unknown: self.unknown,
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
