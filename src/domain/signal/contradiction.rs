//! Two figures that cannot both be true, or two plans that cannot both work.

use super::facts::Facts;
use super::found::Found;
use super::sentence::day;
use super::{expansion, plan};
use crate::domain::account::contract::Renewal;
use crate::domain::account::metric::MetricKind;
use crate::domain::contact::Level;
use crate::domain::growth::ladder::{self, LoyaltyStep};
use crate::domain::map::{PROMOTER, vote};
use crate::domain::plan::priority::PriorityKind;
use crate::domain::plan::step::MeetingType;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::score::print::whole;

/// All six, in the order of their weight.
const PARTS: [fn(&Facts<'_>) -> Option<Found>; 6] = [
    unheard_decider,
    severe_promoter,
    forecast_without_decider,
    pursued_in_debt,
    unhappy_partner,
    renewal_step_too_late,
];

/// The first speaks; the sentences of the others follow. A question comes up only where nothing
/// else does.
pub(super) fn contradiction(facts: &Facts<'_>) -> Option<Found> {
    let found = PARTS.iter().filter_map(|part| part(facts));
    let (gaps, events): (Vec<Found>, Vec<Found>) = found.partition(|one| one.gap);
    let mut events = events.into_iter();
    let Some(mut first) = events.next() else { return gaps.into_iter().next() };
    for other in events {
        first.text = format!("{} {}", first.text, other.text);
        first.newest = first.newest.max(other.newest);
    }
    Some(first)
}

/// Healthy, and no decision maker heard for 60 days; that one known so long was never heard is a
/// gap, that none is known one of the map.
fn unheard_decider(facts: &Facts<'_>) -> Option<Found> {
    if facts.score.band != Some(Band::Healthy) {
        return None;
    }
    let quiet = facts.rules.days(Limit::DeciderQuiet);
    let deciders = || facts.seated(Level::DecisionMaker).map(|(_, contact)| contact);
    let Some(heard) = deciders().filter_map(|one| facts.heard_on(one.id)).max() else {
        let known = deciders().map(|one| one.created_on).min()?;
        let text = "Healthy, yet no talk with a decision maker is on record.";
        return (facts.ago(known) > quiet).then(|| Found::gap(text));
    };
    let text = format!("Healthy, yet no decision maker heard since {}.", day(heard, facts.today));
    (facts.ago(heard) > quiet).then(|| Found::event(text))
}

/// A promoter, and a ticket of severity 1 open by a figure that still speaks.
fn severe_promoter(facts: &Facts<'_>) -> Option<Found> {
    let fresh = facts.rules.days(Limit::SupportFresh);
    let severe = facts
        .newest(MetricKind::TicketsSevere)
        .filter(|metric| metric.amount >= 1.0 && facts.within(metric.on_date, fresh))?;
    let (promoter, _) = facts.latest_nps().find(|(_, answer)| vote(answer.points) == PROMOTER)?;
    let text = format!("{} is a promoter, yet a severity 1 ticket is open.", promoter.name);
    let newest = facts.worsened_on(MetricKind::TicketsSevere, |newer, older| newer > older);
    let found = Found::event(text).on(severe.on_date).about("contact", promoter.id);
    Some(Found { newest, ..found })
}

/// Sure that the contract is kept, and nobody known who decides.
fn forecast_without_decider(facts: &Facts<'_>) -> Option<Found> {
    let newest = facts
        .records
        .forecasts
        .iter()
        .filter(|one| one.on_date <= facts.today && one.ends_on >= facts.today)
        .max_by_key(|one| (one.on_date, one.id))
        .filter(|one| one.outcome != Outcome::Lost)
        .filter(|one| one.probability as f64 >= facts.rules.limit(Limit::ForecastSure))?;
    let nobody = facts.seated(Level::DecisionMaker).next().is_none();
    let text = format!("You forecast {} %, yet no decision maker is known.", newest.probability);
    nobody.then(|| Found::event(text).on(newest.on_date).about("forecast", newest.id))
}

/// An opportunity to pursue, and a promise to the same client late.
fn pursued_in_debt(facts: &Facts<'_>) -> Option<Found> {
    // A late promise is the rarer of the two.
    let late = plan::promise_late(facts).filter(|late| !late.gap)?;
    let first = *expansion::to_pursue(facts).first()?;
    let text = format!("“{}” is to be pursued, yet a promise is late.", first.title);
    Some(Found { newest: late.newest, ..Found::event(text).about("opportunity", first.id) })
}

/// A partner who would not recommend us.
fn unhappy_partner(facts: &Facts<'_>) -> Option<Found> {
    let claim = ladder::claim(facts.records, facts.today)?;
    let nps = facts.map.nps.filter(|nps| *nps < 0 && claim.step == LoyaltyStep::Partner)?;
    let text = format!("You say partner, yet NPS is {}.", whole(nps as f64));
    let newest = facts.latest_nps().map(|(_, answer)| answer.on_date).max();
    let newest = newest.unwrap_or(claim.on_date).max(claim.on_date);
    Some(Found::event(text).since(Some(newest)).newest(newest).about("loyalty", claim.id))
}

/// Still to be agreed, and what is to bring it about comes too late.
fn renewal_step_too_late(facts: &Facts<'_>) -> Option<Found> {
    let settled = |stands| matches!(stands, Renewal::Signed | Renewal::Lost);
    let (_, act) = facts.contract().filter(|(contract, _)| !settled(contract.renewal))?;
    let renewing = |id| {
        facts.records.priorities.iter().any(|p| Some(p.id) == id && p.kind == PriorityKind::Renewal)
    };
    let step = facts.records.steps.iter().find(|step| {
        step.status.open()
            && step.due_on.is_some_and(|due| due > act.act_by)
            && (step.meeting_type == Some(MeetingType::Renewal) || renewing(step.priority_id))
    })?;
    let text =
        format!("“{}” is due after the act-by date, {}.", step.title, day(act.act_by, facts.today));
    Some(Found::event(text).about("step", step.id))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago, ahead};
    use super::*;
    use crate::domain::feedback::Scale;
    use crate::domain::plan::step::StepKind;

    #[test]
    fn healthy_without_a_decision_maker_and_a_promoter_with_a_severe_ticket() {
        let mut trial = Trial::new();
        let boss = trial.contact("A. Ruiz", Some(Level::DecisionMaker), &[]);
        trial.talk(60, &[boss], None);
        assert_eq!(trial.event("contradiction"), None);
        trial.records.last_two_way_with = vec![(boss, ago(61))];
        assert!(trial.event("contradiction").is_some());
        trial.scored(7.0, Some(Band::Watch));
        assert_eq!(trial.event("contradiction"), None);
        trial.metric(5, MetricKind::TicketsSevere, 1.0);
        trial.answer(5, Some(boss), Scale::Nps, 8);
        assert_eq!(trial.event("contradiction"), None);
        trial.answer(4, Some(boss), Scale::Nps, 9);
        let text = trial.event("contradiction").expect("raised");
        assert_eq!(text, "A. Ruiz is a promoter, yet a severity 1 ticket is open.");
        trial.scored(9.0, Some(Band::Healthy));
        let both = trial.event("contradiction").expect("raised");
        assert_eq!(both, format!("Healthy, yet no decision maker heard since 22 Sep. {text}"));
    }

    #[test]
    fn a_decision_maker_who_was_never_heard_is_a_question_and_hides_nothing() {
        let mut trial = Trial::new();
        let boss = trial.contact("A. Ruiz", Some(Level::DecisionMaker), &[]);
        trial.edit(boss, |boss| boss.created_on = ago(60));
        assert!(trial.found("contradiction").is_none());
        trial.edit(boss, |boss| boss.created_on = ago(61));
        assert!(trial.gap("contradiction"));
        trial.metric(5, MetricKind::TicketsSevere, 1.0);
        trial.answer(4, Some(boss), Scale::Nps, 9);
        assert_eq!(
            trial.event("contradiction").as_deref(),
            Some("A. Ruiz is a promoter, yet a severity 1 ticket is open.")
        );
    }

    #[test]
    fn a_ticket_of_long_ago_contradicts_nothing() {
        let mut trial = Trial::new();
        trial.scored(7.0, Some(Band::Watch));
        let user = trial.contact("U", None, &[]);
        trial.answer(4, Some(user), Scale::Nps, 9);
        trial.metric(45, MetricKind::TicketsSevere, 1.0);
        assert!(trial.event("contradiction").is_some());
        trial.records.metrics[0].on_date = ago(46);
        assert_eq!(trial.event("contradiction"), None);
    }

    #[test]
    fn once_the_renewal_is_settled_its_steps_may_come_after() {
        let mut trial = Trial::new();
        trial.step(ahead(20), |step| step.meeting_type = Some(MeetingType::Renewal));
        for (stands, raised) in
            [(Renewal::VerbalYes, true), (Renewal::Signed, false), (Renewal::Lost, false)]
        {
            trial.contract(ahead(70), Some(60), stands);
            assert_eq!(trial.event("contradiction").is_some(), raised, "{stands}");
        }
    }

    #[test]
    fn a_renewal_step_must_not_be_due_after_the_act_by_date() {
        let mut trial = Trial::new();
        trial.contract(ahead(70), Some(60), Renewal::InTalks);
        trial.step(ahead(10), |step| step.meeting_type = Some(MeetingType::Renewal));
        assert_eq!(trial.event("contradiction"), None);
        trial.records.steps[0].due_on = Some(ahead(11));
        assert!(trial.event("contradiction").is_some());
    }

    #[test]
    fn a_sure_forecast_needs_a_decision_maker() {
        let mut trial = Trial::new();
        trial.forecast(9, Outcome::Full, 79);
        assert_eq!(trial.event("contradiction"), None);
        trial.records.forecasts[0].probability = 80;
        assert_eq!(
            trial.event("contradiction").as_deref(),
            Some("You forecast 80 %, yet no decision maker is known.")
        );
        trial.records.forecasts[0].outcome = Outcome::Lost;
        assert_eq!(trial.event("contradiction"), None, "sure to lose");
        trial.records.forecasts[0].outcome = Outcome::Shrink;
        trial.records.forecasts[0].ends_on = ago(1);
        assert_eq!(trial.event("contradiction"), None, "that contract is over");
        trial.records.forecasts[0].ends_on = ahead(30);
        let boss = trial.contact("A. Ruiz", Some(Level::DecisionMaker), &[]);
        assert_eq!(trial.event("contradiction"), None);
        trial.edit(boss, |boss| boss.left_on = Some(ago(3)));
        assert!(trial.event("contradiction").is_some());
    }

    #[test]
    fn nothing_is_pursued_over_a_broken_promise() {
        let mut trial = Trial::new();
        trial.opportunity("More seats", 10);
        trial.yes_to(8);
        trial.step(ago(0), |step| step.kind = StepKind::Promise);
        assert_eq!(trial.event("contradiction"), None);
        trial.records.steps[0].due_on = Some(ago(1));
        assert_eq!(
            trial.event("contradiction").as_deref(),
            Some("“More seats” is to be pursued, yet a promise is late.")
        );
        trial.records.opportunities[0].deliverable = None;
        assert_eq!(trial.event("contradiction"), None, "not to be pursued");
    }

    #[test]
    fn a_partner_would_recommend_us() {
        let mut trial = Trial::new();
        trial.scored(7.0, Some(Band::Watch));
        trial.loyalty(20, 3);
        let user = trial.contact("U", None, &[]);
        trial.answer(9, Some(user), Scale::Nps, 7);
        assert_eq!(trial.event("contradiction"), None, "NPS 0");
        trial.answer(8, Some(user), Scale::Nps, 6);
        assert_eq!(
            trial.event("contradiction").as_deref(),
            Some("You say partner, yet NPS is −100.")
        );
        trial.loyalty(5, 2);
        assert_eq!(trial.event("contradiction"), None);
    }
}
