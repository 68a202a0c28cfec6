//! Growth that is not led: a claim on the ladder that the talks do not back, a discovery too old, no
//! result written down.

use super::facts::Facts;
use super::found::Found;
use super::sentence::day;
use crate::domain::growth::ladder::{self, Backing};
use crate::domain::growth::{understanding, value};
use crate::domain::rules::limit::Limit;

/// The user says more than the talks on record show. Too few tagged talks are no evidence against
/// it.
pub(super) fn retention_talk(facts: &Facts<'_>) -> Option<Found> {
    // The whole book is asked: who claims nothing needs no ladder.
    ladder::claim(facts.records, facts.today)?;
    let ladder = ladder::ladder(facts.records, facts.map.nps, facts.rules, facts.today);
    let claim = ladder.claim.as_ref().filter(|_| ladder.backing == Backing::AboveEvidence)?;
    let text = format!(
        "You say {}, the talks say {}: {}.",
        claim.step,
        ladder.backed?,
        ladder::mix_says(&ladder)
    );
    Some(Found::event(text).since(Some(claim.on_date)).about("loyalty", claim.id))
}

pub(super) fn discovery_old(facts: &Facts<'_>) -> Option<Found> {
    let Some(latest) = understanding::latest(facts.records, facts.today) else {
        return Some(Found::gap("They were never asked what they want to reach."));
    };
    let ago = facts.ago(latest.on_date);
    let when = day(latest.on_date, facts.today);
    let text = format!("Discovery is {ago} d old, of {when}: have their aims changed?");
    let holds = facts.rules.days(Limit::DiscoveryHolds);
    let since = super::facts::after(latest.on_date, holds);
    (ago > holds).then(|| Found::event(text).since(Some(since)).about("discovery", latest.id))
}

pub(super) fn no_value(facts: &Facts<'_>) -> Option<Found> {
    let Some(newest) = value::newest_on(facts.records, facts.today) else {
        return Some(Found::gap("No result that they got is written down."));
    };
    let holds = facts.rules.days(Limit::ResultEvery);
    let since = super::facts::after(newest, holds);
    (facts.ago(newest) > holds)
        .then(|| Found::event(value::age_says(newest, facts.today)).since(Some(since)))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use crate::domain::talk::Topic::{self, DeliveryUpdate, Issue, OurIdea, TheirGoals};

    fn talks(trial: &mut Trial, topics: &[&[Topic]]) {
        for (topics, days) in topics.iter().zip([5, 10, 15, 20, 25]) {
            trial.talk(days, &[], None);
            trial.topics(topics);
        }
    }

    #[test]
    fn a_claim_above_the_evidence_is_told() {
        let mut trial = Trial::new();
        talks(&mut trial, &[&[DeliveryUpdate], &[Issue]]);
        trial.loyalty(30, 3);
        assert_eq!(trial.event("retention-talk"), None, "two talks are no evidence");
        trial.talk(30, &[], None);
        trial.topics(&[TheirGoals]);
        assert_eq!(
            trial.event("retention-talk").as_deref(),
            Some(
                "You say partner, the talks say locked in: 1 of 3 topics in 90 d about growth (33 %)."
            )
        );
        trial.loyalty(10, 1);
        assert_eq!(trial.event("retention-talk"), None, "no more is claimed than shown");
        trial.loyalty(5, 3);
        trial.talk(2, &[], None);
        trial.topics(&[OurIdea]);
        assert_eq!(trial.event("retention-talk"), None, "2 of 4, and two topics of growth");
    }

    #[test]
    fn a_discovery_is_old_after_a_year_and_none_is_a_gap() {
        let mut trial = Trial::new();
        assert!(trial.gap("discovery-old"));
        trial.discovery(365);
        assert!(trial.found("discovery-old").is_none());
        trial.records.discoveries[0].on_date = ago(366);
        assert_eq!(
            trial.event("discovery-old").as_deref(),
            Some("Discovery is 366 d old, of 21 Nov 2025: have their aims changed?")
        );
    }

    #[test]
    fn a_result_is_written_down_each_quarter() {
        let mut trial = Trial::new();
        assert!(trial.gap("no-value"));
        trial.value(91);
        assert!(trial.found("no-value").is_none());
        trial.records.values[0].on_date = ago(92);
        assert_eq!(
            trial.event("no-value").as_deref(),
            Some("No result written down for 92 d, the last on 22 Aug.")
        );
    }
}
