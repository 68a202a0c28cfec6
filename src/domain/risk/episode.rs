//! From the score history to the times during which an account was under review.

use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Score;
use crate::domain::score::print::to_billionth;
use crate::domain::word::words;
use chrono::NaiveDate;

/// The code of a signal whose closing by hand closes the review.
const CODE: &str = "health-risk";

words! {
    /// What ended a review.
    Closed { Score = "score", ByHand = "by hand", }
}

/// A time under review.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Episode {
    pub opened_on: NaiveDate,
    /// The score on that day.
    pub at: f64,
    /// None: running.
    pub closed_on: Option<NaiveDate>,
    pub closed: Option<Closed>,
    /// Why it was closed by hand.
    pub reason: Option<String>,
}

/// What happens on a day; a score is looked at before a hand.
enum Event<'a> {
    Scored(f64),
    Hand(Option<&'a str>),
}

/// All reviews of an account, oldest first; the last one may still run. `score` is that of today,
/// which stands in for the history's row of today. Closed by hand, it opens again only where the
/// score was at 6 or above in between, or fell on by half a point.
#[must_use]
pub fn episodes(records: &Records, score: &Score, rules: &Rules, today: NaiveDate) -> Vec<Episode> {
    let risk = rules.limit(Limit::RiskBelow);
    let repaired = rules.limit(closes_at(rules));
    let worse = |from: f64, to: f64| to_billionth(from - to) >= rules.limit(Limit::WorseBy);
    let mut episodes: Vec<Episode> = Vec::new();
    let mut newest: Option<f64> = None;
    // The score at which it was closed by hand, while it has not been back above.
    let mut rests: Option<f64> = None;
    for (on, event) in events(records, score, rules, today) {
        let running = episodes.last_mut().filter(|one| one.closed_on.is_none());
        match (event, running) {
            (Event::Scored(value), Some(episode)) => {
                newest = Some(value);
                if value >= repaired {
                    episode.closed_on = Some(on);
                    episode.closed = Some(Closed::Score);
                }
            }
            (Event::Scored(value), None) => {
                newest = Some(value);
                if value >= risk {
                    rests = None;
                } else if rests.is_none_or(|at| worse(at, value)) {
                    rests = None;
                    episodes.push(Episode {
                        opened_on: on,
                        at: value,
                        closed_on: None,
                        closed: None,
                        reason: None,
                    });
                }
            }
            (Event::Hand(reason), Some(episode)) => {
                episode.closed_on = Some(on);
                episode.closed = Some(Closed::ByHand);
                episode.reason = reason.map(str::to_owned);
                rests = newest;
            }
            (Event::Hand(_), None) => {}
        }
    }
    episodes
}

/// Never under the threshold that opens it, whatever the config file says.
pub(super) fn closes_at(rules: &Rules) -> Limit {
    if rules.limit(Limit::RepairedAt) < rules.limit(Limit::RiskBelow) {
        Limit::RiskBelow
    } else {
        Limit::RepairedAt
    }
}

fn events<'a>(
    records: &'a Records,
    score: &Score,
    rules: &Rules,
    today: NaiveDate,
) -> Vec<(NaiveDate, Event<'a>)> {
    let known = rules.share(Limit::KnownAtLeast);
    let past = records
        .history
        .iter()
        .filter(|point| point.on_date < today && to_billionth(point.known) >= known)
        .filter_map(|point| Some((point.on_date, Event::Scored(to_billionth(point.score?)))));
    let now = score.value.filter(|_| score.band.is_some());
    let now = now.map(|value| (today, Event::Scored(to_billionth(value))));
    let closings = records
        .closings
        .iter()
        .filter(|closing| closing.code == CODE)
        .map(|closing| (closing.on_date, Some(closing.reason.as_str())));
    let reviews = records
        .risk_reviews
        .iter()
        .filter_map(|review| Some((review.closed_on?, review.close_reason.as_deref())));
    let hands = closings.chain(reviews).filter(|(on, _)| *on <= today);
    let hands = hands.map(|(on, reason)| (on, Event::Hand(reason)));
    let mut events: Vec<_> = past.chain(now).chain(hands).collect();
    // The sort keeps scores of a day before what was done by hand on it.
    events.sort_by_key(|(on, _)| *on);
    events
}

#[cfg(test)]
pub(super) mod tests;
