//! What answers a signal: the one act that Space offers, and the first step of taking it in hand.

use super::Signal;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::day::{shift, worked_after};
use crate::domain::plan::step::{MeetingType, Step, StepKind};
use crate::domain::records::Records;
use MeetingType::{GrowthConversation, Listening, Qbr, Renewal, Sponsor, StrategicReview};
use chrono::NaiveDate;

/// The act that ends a signal, or comes nearest to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A talk took place: write it down.
    Talk,
    /// The step that it is about is done.
    Step,
    /// The contract as it stands now.
    Contract,
    /// What became of the contract.
    Outcome,
    /// The account was looked through.
    Review,
    /// The cycle is closed.
    EndCycle,
    /// A cycle is begun.
    Plan,
    /// The steps are gone through.
    Steps,
    /// People are named, placed or verified.
    Map,
    /// What is felt or known is put in figures.
    Score,
    /// Nothing at one stroke: it has to be taken in hand.
    Hand,
}

impl Answer {
    /// In a few words, for a menu.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Talk => "write down a talk",
            Self::Step => "it is done",
            Self::Contract => "say how the renewal stands",
            Self::Outcome => "say what became of it",
            Self::Review => "I have reviewed the account today",
            Self::EndCycle => "close the cycle",
            Self::Plan => "plan the next 90 days",
            Self::Steps => "go through the steps",
            Self::Map => "go to the map",
            Self::Score => "go to the score",
            Self::Hand => "take it in hand",
        }
    }
}

impl Answer {
    /// In one word, beside its key; none where nothing ends it at one stroke.
    #[must_use]
    pub const fn short(self) -> Option<&'static str> {
        Some(match self {
            Self::Talk => "talk",
            Self::Step => "done",
            Self::Contract => "renewal",
            Self::Outcome => "outcome",
            Self::Review => "reviewed",
            Self::EndCycle => "close",
            Self::Plan => "plan",
            Self::Steps => "steps",
            Self::Map => "map",
            Self::Score => "score",
            Self::Hand => return None,
        })
    }
}

/// What answers one signal.
struct Row {
    code: &'static str,
    answer: Answer,
    /// The first step; `{who}` is the person that the signal is about.
    title: &'static str,
    /// How soon, days.
    days: i64,
    meeting: Option<MeetingType>,
}

const fn step(code: &'static str, answer: Answer, days: i64, title: &'static str) -> Row {
    Row { code, answer, title, days, meeting: None }
}

const fn meet(
    code: &'static str,
    answer: Answer,
    days: i64,
    meeting: MeetingType,
    title: &'static str,
) -> Row {
    Row { code, answer, title, days, meeting: Some(meeting) }
}

/// One row for each signal of the table. Sources: the playbooks of the account-management guide,
/// the consultant's guide and CustomerGauge's Account Success process; days are this project's own
/// decision.
const ANSWERS: &[Row] = &[
    step("health-risk", Answer::Hand, 3, "Find the root cause: product, service or relationship"),
    step("champion-left", Answer::Map, 3, "Find out who takes over from {who}"),
    step("open-detractor", Answer::Talk, 3, "Call {who}: listen, then settle it"),
    step("upset", Answer::Talk, 2, "Call {who} and settle it"),
    step("disengaging", Answer::Hand, 3, "Ask what has changed on their side"),
    step("promise-late", Answer::Step, 1, "Tell {who} when it will come"),
    meet("renewal-late", Answer::Contract, 3, Renewal, "Begin the renewal talk"),
    meet("renewal-critical", Answer::Contract, 1, Renewal, "Get their yes to the renewal"),
    step("outcome-missing", Answer::Outcome, 1, "Ask what became of the contract"),
    meet("health-drop", Answer::Hand, 7, Listening, "Listening session"),
    meet("factor-low", Answer::Hand, 7, Listening, "Listening session"),
    step("shrinking", Answer::Hand, 7, "Ask what they no longer need, and why"),
    step("single-threaded", Answer::Map, 7, "Ask for two more names"),
    step("level-gap", Answer::Map, 7, "Ask for a name on the empty level"),
    step("role-missing", Answer::Map, 7, "Find out who decides and who is for us"),
    step("champion-quiet", Answer::Talk, 3, "Call {who}"),
    step("cadence-late", Answer::Talk, 3, "Call, with something of use to them"),
    meet("strategic-late", Answer::Hand, 14, StrategicReview, "Strategic review"),
    meet("qbr-late", Answer::Hand, 14, Qbr, "QBR"),
    step("missed-meetings", Answer::Talk, 3, "Ask why the meetings fell through"),
    meet("levels-disagree", Answer::Hand, 7, Listening, "Listening session across the levels"),
    step("low-adoption", Answer::Hand, 14, "Show them what they do not use yet"),
    step("usage-falling", Answer::Hand, 7, "Find out who stopped using it, and why"),
    step("tickets-high", Answer::Hand, 7, "Get the open tickets closed, the severe ones first"),
    step("payment-late", Answer::Hand, 7, "Ask about the late invoices"),
    meet("renewal-open", Answer::Contract, 14, Renewal, "Begin the renewal talk"),
    meet("stagnation", Answer::Hand, 14, GrowthConversation, "Growth conversation"),
    step("plan-late", Answer::EndCycle, 7, "Close the cycle"),
    step("plan-slipping", Answer::Steps, 3, "Cut the plan to what can be done"),
    meet("sponsor-quiet", Answer::Talk, 14, Sponsor, "Meet {who}"),
    step("expansion-quiet", Answer::Talk, 7, "Ask how they see it now"),
    step("value-unfelt", Answer::Hand, 14, "Show the value delivered"),
    step("contradiction", Answer::Hand, 7, "Check which of the two figures is true"),
    step("thin-data", Answer::Score, 7, "Fill in what is missing"),
    step("own-review-late", Answer::Review, 7, "Review the account"),
    step("map-stale", Answer::Map, 7, "Go through the map"),
    step("contacts-rotting", Answer::Map, 14, "Check who is still in their job"),
    step("survey-due", Answer::Hand, 14, "Ask for their feedback"),
    step("low-response", Answer::Talk, 7, "Call those who did not answer"),
    step("no-plan", Answer::Plan, 7, "Plan the next 90 days"),
    step("no-sponsor", Answer::Map, 14, "Find an executive sponsor"),
    step("discovery-old", Answer::Hand, 14, "Hold a discovery workshop"),
    step("no-value", Answer::Hand, 14, "Ask what they got out of it, with a figure"),
    meet("retention-talk", Answer::Hand, 14, GrowthConversation, "Growth conversation"),
    meet("expansion-ready", Answer::Hand, 7, GrowthConversation, "Make the case"),
    step("expansion-hint", Answer::Hand, 14, "Ask where more would help them"),
    step("advocate-unused", Answer::Hand, 14, "Ask for a referral, a review or a quote"),
    step("tier-differs", Answer::Hand, 14, "Choose the tier anew"),
    step("birthday", Answer::Talk, 1, "Wish {who} a happy birthday"),
];

fn row(code: &str) -> Option<&'static Row> {
    ANSWERS.iter().find(|row| row.code == code)
}

/// The act that ends a signal.
#[must_use]
pub fn answer(code: &str) -> Answer {
    row(code).map_or(Answer::Hand, |row| row.answer)
}

/// Whom a signal is about: the person, who was promised, who took part in the talk.
#[must_use]
pub fn person<'a>(signal: &Signal, records: &'a Records) -> Option<&'a Contact> {
    let (table, id) = signal.about?;
    let who = match table {
        "contact" => Some(id),
        "step" => records.steps.iter().find(|step| step.id == id)?.contact_id,
        "talk" => records.talks.iter().find(|talk| talk.id == id)?.people.first().copied(),
        "answer" => records.answers.iter().find(|answer| answer.id == id)?.contact_id,
        _ => None,
    };
    records.contacts.iter().find(|contact| Some(contact.id) == who)
}

/// The step that a signal is taken in hand with, to be changed as one likes.
#[must_use]
pub fn proposed(signal: &Signal, records: &Records, today: NaiveDate) -> Step {
    let row = row(signal.code);
    let person = person(signal, records);
    let who = person.map_or("them", |contact| contact.name.as_str());
    let title = row.map_or(signal.short, |row| row.title).replace("{who}", who);
    let due = worked_after(shift(today, row.map_or(7, |row| row.days)));
    let mut step = Step::titled(&title, Some(due), today);
    step.account_id = Some(records.account.id);
    step.signal = Some(signal.code.to_owned());
    step.contact_id = whom(signal, records);
    step.opportunity_id = opportunity(signal);
    if let Some(meeting) = row.and_then(|row| row.meeting) {
        step.kind = StepKind::Meeting;
        step.meeting_type = Some(meeting);
    }
    step
}

/// The proposed step as it goes into the plan at one stroke: part of the running cycle, but under
/// none of its priorities, which would hold other signals than this one.
#[must_use]
pub fn taken_in_hand(signal: &Signal, records: &Records, today: NaiveDate) -> Step {
    let mut step = proposed(signal, records, today);
    step.plan_id = records.plan.as_ref().map(|plan| plan.id);
    step.client_sees = step.kind == StepKind::Meeting;
    step
}

/// The opportunity that a signal is about.
#[must_use]
pub fn opportunity(signal: &Signal) -> Option<Id> {
    signal.about.filter(|(table, _)| *table == "opportunity").map(|(_, id)| id)
}

/// Who is to be talked to about it: the person, if still there.
#[must_use]
pub fn whom(signal: &Signal, records: &Records) -> Option<Id> {
    person(signal, records).filter(|contact| contact.left_on.is_none()).map(|contact| contact.id)
}

#[cfg(test)]
mod tests {
    use super::super::table::SIGNALS;
    use super::super::trial::{Trial, ago, ahead};
    use super::*;

    #[test]
    fn every_signal_has_its_answer_and_nothing_else_has() {
        let mut codes: Vec<&str> = ANSWERS.iter().map(|row| row.code).collect();
        let mut signals: Vec<&str> = SIGNALS.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        signals.sort_unstable();
        assert_eq!(codes, signals);
    }

    #[test]
    fn the_step_proposed_rests_the_signal_it_was_proposed_for() {
        let mut trial = Trial::new();
        let user = trial.contact("K. Ott", None, &[]);
        trial.talk(12, &[user], Some(-2));
        let upset = trial.signal("upset").expect("raised");
        let mut step = proposed(&upset, &trial.records, super::super::trial::today());
        assert_eq!(step.title, "Call K. Ott and settle it");
        assert_eq!(step.contact_id, Some(user));
        // In two days: Tuesday, 24 November.
        assert_eq!((step.due_on, step.kind), (Some(ahead(2)), StepKind::Step));
        step.id = Id(77);
        trial.records.steps.push(step);
        let upset = trial.signal("upset").expect("still there");
        assert_eq!(upset.in_hand, Some((Id(77), Some(ahead(2)))));
    }

    #[test]
    fn a_question_rests_in_hand_like_any_other_signal() {
        let mut trial = Trial::new();
        let asked = trial.signals().into_iter().find(|one| one.gap).expect("a question");
        let today = super::super::trial::today();
        let step = taken_in_hand(&asked, &trial.records, today);
        assert_eq!(step.plan_id, trial.records.plan.as_ref().map(|plan| plan.id));
        trial.records.steps.push(Step { id: Id(78), ..step });
        let held = trial.signal(asked.code).expect("still there");
        assert_eq!(held.in_hand.map(|(step, _)| step), Some(Id(78)));
        assert!(!held.live());
    }

    #[test]
    fn a_review_is_a_meeting_and_no_step_falls_on_a_weekend() {
        let mut trial = Trial::new();
        trial.records.held = vec![(StrategicReview, ago(31))];
        let late = trial.signal("strategic-late").expect("raised");
        let step = proposed(&late, &trial.records, super::super::trial::today());
        assert_eq!((step.kind, step.meeting_type), (StepKind::Meeting, Some(StrategicReview)));
        assert_eq!(step.due_on, Some(ahead(15)), "the Monday after two weeks from a Sunday");
    }
}
