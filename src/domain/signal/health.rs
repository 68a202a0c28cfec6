//! The score and its factors: risk, falls, weak spots.

use super::facts::{Facts, TINY};
use super::found::Found;
use super::sentence::names;
use super::{adoption, feedback, money, people, rhythm};
use crate::domain::account::own_score::Factor;
use crate::domain::rules::limit::Limit;
use crate::domain::score::FactorScore;
use crate::domain::score::print::{costs, difference, percent, tenth, whole};
use chrono::NaiveDate;

/// The day since which the history has been under the threshold without a break.
fn risk_since(facts: &Facts<'_>) -> Option<NaiveDate> {
    let limit = facts.rules.limit(Limit::RiskBelow);
    let under = |score: Option<f64>| score.is_some_and(|s| s < limit - TINY);
    let history = facts.records.history.iter().rev();
    history.take_while(|point| under(point.score)).last().map(|point| point.on_date)
}

pub(super) fn risk(facts: &Facts<'_>) -> Option<Found> {
    let value = facts.score.value.filter(|_| facts.at_risk())?;
    let mut costly: Vec<&FactorScore> =
        facts.score.factors.iter().filter(|one| one.costs > TINY).collect();
    costly.sort_by(|a, b| b.costs.total_cmp(&a.costs));
    let worst: Vec<String> =
        costly.iter().take(2).map(|one| format!("{} {}", one.factor, costs(one.costs))).collect();
    let text = format!("Health {}: risk. Costs most: {}.", tenth(value), worst.join(", "));
    Some(Found::event(text).since(risk_since(facts)))
}

pub(super) fn drop(facts: &Facts<'_>) -> Option<Found> {
    let now = facts.score.value.filter(|_| facts.score.band.is_some())?;
    let back = facts.rules.days(Limit::HealthDropBack);
    let then = facts.score_on(facts.back(back))?;
    let fall = difference(then, now);
    let text = format!("Health fell {fall:.1} in {back} d: {} → {}.", tenth(then), tenth(now));
    (then - now >= facts.rules.limit(Limit::HealthDrop) - TINY).then(|| Found::event(text))
}

/// A rule of its own already tells about this factor.
fn told(facts: &Facts<'_>, factor: Factor) -> bool {
    let event = |found: Option<Found>| found.is_some_and(|found| !found.gap);
    match factor {
        Factor::Payment => event(money::payment_late(facts)),
        Factor::Revenue => event(money::shrinking(facts)),
        Factor::Feedback => {
            event(feedback::open_detractor(facts))
                || event(feedback::upset(facts))
                || event(feedback::levels_disagree(facts))
        }
        Factor::Coverage => {
            event(people::single_threaded(facts)) || event(people::level_gap(facts))
        }
        Factor::Usage => event(adoption::low(facts)) || event(adoption::falling(facts)),
        Factor::Support => tickets_high(facts).is_some(),
        Factor::Contact => {
            event(rhythm::cadence_late(facts)) || event(rhythm::missed_meetings(facts))
        }
        Factor::Pulse | Factor::Goals | Factor::Value => false,
    }
}

pub(super) fn factor_low(facts: &Facts<'_>) -> Option<Found> {
    let limit = facts.rules.limit(Limit::FactorLow);
    let mut low: Vec<(f64, Factor)> = facts
        .score
        .factors
        .iter()
        .filter(|one| one.in_use && one.fresh)
        .filter_map(|one| Some((one.score?, one.factor)))
        .filter(|(score, factor)| *score < limit - TINY && !told(facts, *factor))
        .collect();
    low.sort_by(|a, b| a.0.total_cmp(&b.0));
    let words: Vec<String> =
        low.iter().map(|(score, factor)| format!("{factor} {}", tenth(*score))).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    (!low.is_empty()).then(|| Found::event(format!("Very low: {}.", names(&words))))
}

pub(super) fn tickets_high(facts: &Facts<'_>) -> Option<Found> {
    let support = facts.factor(Factor::Support).filter(|one| one.fresh)?;
    let score = support.score?;
    let why: Vec<&str> = support.evidence.iter().map(|one| one.text.as_str()).collect();
    let why = if why.is_empty() { String::new() } else { format!(": {}", why.join(", ")) };
    let text = format!("Support weak, {}{why}.", tenth(score));
    (score < facts.rules.limit(Limit::SupportWeak) - TINY).then(|| Found::event(text))
}

pub(super) fn disengaging(facts: &Facts<'_>) -> Option<Found> {
    let usage = adoption::falling(facts)
        .map(|found| ("usage falling".to_owned(), found.newest))
        .or_else(|| adoption::low(facts).map(|found| ("usage low".to_owned(), found.newest)));
    let missed = rhythm::missed_meetings(facts)
        .map(|found| (format!("{} meetings missed", rhythm::missed(facts)), found.newest));
    let mood = facts
        .records
        .talks
        .iter()
        .find(|talk| talk.mood.is_some())
        .filter(|talk| facts.within(talk.on_date, facts.rules.days(Limit::MoodDays)))
        .and_then(|talk| Some((talk.mood?, Some(talk.on_date))))
        .filter(|(mood, _)| *mood <= -1);
    let answered = || facts.latest_nps().map(|(_, answer)| answer.on_date).max();
    let feeling = match (facts.map.nps, mood) {
        (Some(nps), _) if nps < 0 => Some((format!("NPS {}", whole(nps as f64)), answered())),
        (_, Some((mood, on))) => Some((format!("mood −{}", mood.unsigned_abs()), on)),
        _ => None,
    };
    let parts = [usage, missed, feeling].into_iter().flatten();
    let (texts, days): (Vec<String>, Vec<Option<NaiveDate>>) = parts.unzip();
    let text = format!("Disengaging: {}.", texts.join(", "));
    let newest = days.into_iter().flatten().max();
    (texts.len() >= 2).then(|| Found { newest, ..Found::event(text) })
}

pub(super) fn thin_data(facts: &Facts<'_>) -> Option<Found> {
    if facts.score.band.is_some() {
        return None;
    }
    let open: Vec<String> = facts
        .score
        .factors
        .iter()
        .filter(|one| one.in_use && !one.fresh)
        .map(|one| one.factor.to_string())
        .collect();
    let open: Vec<&str> = open.iter().map(String::as_str).collect();
    let known = percent(facts.score.known);
    let held: Vec<String> = facts
        .score
        .factors
        .iter()
        .filter(|one| one.in_use)
        .map(|one| one.factor.to_string())
        .collect();
    let held: Vec<&str> = held.iter().map(String::as_str).collect();
    let what = match (open.as_slice(), held.as_slice()) {
        (_, []) => ": nothing is recorded yet to score it by".to_owned(),
        // All of it may well be known: it is too little by its number.
        (_, held) if facts.score.too_few(facts.rules) => {
            format!(": only {} to score it by", names(held))
        }
        (open, _) => format!(", {known}: no fresh {}", names(open)),
    };
    Some(Found::event(format!("Too little known{what}.")))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;
    use crate::domain::account::silence::SilenceKind;
    use crate::domain::feedback::Scale;
    use crate::domain::score::Band;

    #[test]
    fn risk_names_what_costs_most_and_since_when() {
        let mut trial = Trial::new();
        trial.scored(6.0, Some(Band::Watch));
        assert!(trial.found("health-risk").is_none());
        trial.factor(Factor::Usage, Some(4.2), true);
        trial.factor(Factor::Feedback, Some(3.5), true);
        trial.factor(Factor::Goals, Some(9.0), true);
        for (days, score) in [(60, 5.0), (40, 6.4), (20, 5.9), (3, 5.2)] {
            trial.history(days, score);
        }
        trial.scored(5.2, Some(Band::Risk));
        let found = trial.found("health-risk").expect("raised");
        assert_eq!(found.text, "Health 5.2: risk. Costs most: Feedback −0.7, Usage −0.6.");
        assert_eq!(found.since, Some(ago(20)));
    }

    #[test]
    fn a_fall_of_one_point_in_28_days_is_told() {
        let mut trial = Trial::new();
        trial.history(28, 8.0);
        trial.history(27, 9.9);
        trial.scored(7.01, Some(Band::Watch));
        assert_eq!(trial.event("health-drop"), None);
        trial.scored(7.0, Some(Band::Watch));
        let text = trial.event("health-drop").expect("raised");
        assert_eq!(text, "Health fell 1.0 in 28 d: 8.0 → 7.0.");
        trial.scored(7.0, None);
        assert_eq!(trial.event("health-drop"), None, "too little known");
    }

    #[test]
    fn a_fresh_factor_under_4_is_low_unless_a_rule_of_its_own_tells() {
        let mut trial = Trial::new();
        trial.factor(Factor::Goals, Some(4.0), true);
        trial.factor(Factor::Value, Some(2.0), false);
        assert_eq!(trial.event("factor-low"), None);
        trial.factor(Factor::Contact, Some(1.0), true);
        assert_eq!(trial.event("factor-low").as_deref(), Some("Very low: Contact 1.0."));
        trial.talk(30, &[], None);
        assert!(trial.event("cadence-late").is_some());
        assert_eq!(trial.event("factor-low"), None);
    }

    #[test]
    fn support_is_weak_under_5() {
        let mut trial = Trial::new();
        trial.factor(Factor::Support, Some(5.0), true);
        assert_eq!(trial.event("tickets-high"), None);
        trial.score.factors[0].score = Some(4.9);
        assert_eq!(trial.event("tickets-high").as_deref(), Some("Support weak, 4.9."));
        trial.score.factors[0].fresh = false;
        assert_eq!(trial.event("tickets-high"), None);
    }

    #[test]
    fn disengaging_takes_two_of_three() {
        let mut trial = Trial::new();
        trial.missed(10);
        trial.missed(20);
        assert_eq!(trial.event("disengaging"), None);
        trial.talk(91, &[], Some(-1));
        assert_eq!(trial.event("disengaging"), None, "the mood is too old");
        trial.talk(90, &[], Some(-1));
        let text = trial.event("disengaging").expect("raised");
        assert_eq!(text, "Disengaging: 2 meetings missed, mood −1.");
        trial.talk(5, &[], Some(1));
        assert_eq!(trial.event("disengaging"), None);
    }

    #[test]
    fn a_new_part_of_disengaging_is_new_evidence() {
        let mut trial = Trial::new();
        trial.missed(30);
        trial.missed(20);
        trial.talk(10, &[], Some(-1));
        assert_eq!(trial.found("disengaging").expect("raised").newest, Some(ago(10)));
        trial.silence("disengaging", SilenceKind::Later, 9, None);
        assert!(trial.signal("disengaging").expect("raised").silenced);
        trial.missed(5);
        assert!(!trial.signal("disengaging").expect("raised").silenced);
        let user = trial.contact("U", None, &[]);
        trial.answer(4, Some(user), Scale::Nps, 3);
        assert_eq!(trial.found("disengaging").expect("raised").newest, Some(ago(4)));
    }

    #[test]
    fn without_a_verdict_too_little_is_known() {
        let mut trial = Trial::new();
        trial.factor(Factor::Pulse, None, false);
        trial.factor(Factor::Coverage, Some(4.0), true);
        trial.factor(Factor::Contact, Some(4.0), true);
        trial.score.known = 0.4;
        assert_eq!(trial.event("thin-data"), None);
        trial.score.band = None;
        let text = trial.event("thin-data").expect("raised");
        assert_eq!(text, "Too little known, 40 %: no fresh Pulse.");
    }

    #[test]
    fn what_is_known_in_full_can_be_too_little_by_its_number() {
        let mut trial = Trial::new();
        trial.score.band = None;
        let text = trial.event("thin-data").expect("raised");
        assert_eq!(text, "Too little known: nothing is recorded yet to score it by.");
        trial.factor(Factor::Pulse, Some(8.0), true);
        let text = trial.event("thin-data").expect("raised");
        assert_eq!(text, "Too little known: only Pulse to score it by.");
        trial.factor(Factor::Contact, Some(4.0), false);
        let text = trial.event("thin-data").expect("raised");
        assert_eq!(text, "Too little known: only Pulse and Contact to score it by.");
    }
}
