//! What is understood of the client: the five questions of a discovery, what came of it, and how
//! old it is. Sources: the Loyalty Ladder article (questions), the consultant's guide (workshop,
//! asked for against real need).

use super::discovery::Discovery;
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::signal::sentence::{all, count, day};
use chrono::NaiveDate;

/// A question of a discovery, or something that is to come of it.
#[derive(Debug)]
pub struct Question {
    /// The column that holds the answer.
    pub key: &'static str,
    /// As it is asked.
    pub asks: &'static str,
    /// For a sentence about what is open.
    pub short: &'static str,
    read: fn(&Discovery) -> Option<&str>,
}

macro_rules! questions {
    ($($key:ident $short:literal $asks:literal;)+) => {
        &[$(Question {
            key: stringify!($key), asks: $asks, short: $short,
            read: |discovery| discovery.$key.as_deref(),
        },)+]
    };
}

/// The five questions.
pub const QUESTIONS: &[Question] = questions! {
    success "success in 12 months" "What does success look like for you in 12 months?";
    obstacles "obstacles" "What stands in the way?";
    measured "how it is measured" "How do you measure it?";
    worked "what worked" "What worked before?";
    frustrated "what frustrated" "What frustrated you before?";
};

/// What comes of the questions.
pub const OUTCOMES: &[Question] = questions! {
    objectives "objectives" "Their objectives";
    pain_points "pain points" "Their pain points";
    success_metrics "success metrics" "The figures by which they will call it a success";
    asked_for "asked for" "What they asked for";
    real_need "real need" "What they need, where that is something else";
};

/// One question with the newest answer to it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Answered {
    pub key: &'static str,
    pub asks: &'static str,
    pub answer: Option<String>,
    pub on_date: Option<NaiveDate>,
}

/// One discovery in short.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Held {
    pub id: Id,
    pub on_date: NaiveDate,
    pub workshop: bool,
    /// Of the five questions.
    pub answered: usize,
}

/// What is understood on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Understanding {
    pub latest_on: Option<NaiveDate>,
    pub days_ago: Option<i64>,
    /// Young enough to count.
    pub fresh: bool,
    /// The five, each with its newest answer among the discoveries that count; where none counts,
    /// its newest answer of all.
    pub questions: Vec<Answered>,
    /// Objectives, pain points, success metrics, asked for, real need.
    pub outcomes: Vec<Answered>,
    /// Questions without an answer that counts, in short.
    pub open: Vec<&'static str>,
    /// A workshop with both sides was held and still counts.
    pub workshop: bool,
    /// Newest first.
    pub history: Vec<Held>,
    pub says: String,
    /// What is to be done; none while every question is answered.
    pub light: Option<String>,
}

/// An answer that is there.
fn answer<'a>(discovery: &'a Discovery, question: &Question) -> Option<&'a str> {
    (question.read)(discovery).map(str::trim).filter(|text| !text.is_empty())
}

/// The newest discovery up to a day.
#[must_use]
pub fn latest(records: &Records, today: NaiveDate) -> Option<&Discovery> {
    let held = records.discoveries.iter().filter(|one| one.on_date <= today);
    held.max_by_key(|one| (one.on_date, one.id))
}

/// What is understood on a day. A later discovery may leave to an earlier one what it did not ask
/// again.
#[must_use]
pub fn understanding(records: &Records, rules: &Rules, today: NaiveDate) -> Understanding {
    let holds = rules.days(Limit::DiscoveryHolds);
    let mut held: Vec<&Discovery> =
        records.discoveries.iter().filter(|one| one.on_date <= today).collect();
    held.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    let counts = |one: &&&Discovery| (today - one.on_date).num_days() <= holds;
    let fresh = held.iter().any(|one| counts(&one));
    let ask = |question: &Question| {
        let newest = held
            .iter()
            .filter(|one| !fresh || counts(one))
            .find_map(|one| Some((answer(one, question)?, one.on_date)));
        Answered {
            key: question.key,
            asks: question.asks,
            answer: newest.map(|(text, _)| text.to_owned()),
            on_date: newest.map(|(_, day)| day),
        }
    };
    let questions: Vec<Answered> = QUESTIONS.iter().map(ask).collect();
    let open: Vec<&'static str> = QUESTIONS
        .iter()
        .zip(&questions)
        .filter(|(_, answered)| !fresh || answered.answer.is_none())
        .map(|(question, _)| question.short)
        .collect();
    let latest_on = held.first().map(|one| one.on_date);
    let days_ago = latest_on.map(|day| (today - day).num_days());
    Understanding {
        latest_on,
        days_ago,
        fresh,
        outcomes: OUTCOMES.iter().map(ask).collect(),
        workshop: held.iter().any(|one| one.workshop && counts(&one)),
        history: held.iter().map(|one| short(one)).collect(),
        says: says(latest_on, fresh, &questions, today),
        light: light(fresh, &open),
        questions,
        open,
    }
}

fn short(discovery: &Discovery) -> Held {
    Held {
        id: discovery.id,
        on_date: discovery.on_date,
        workshop: discovery.workshop,
        answered: QUESTIONS.iter().filter(|one| answer(discovery, one).is_some()).count(),
    }
}

fn says(
    latest: Option<NaiveDate>,
    fresh: bool,
    questions: &[Answered],
    today: NaiveDate,
) -> String {
    let Some(latest) = latest else {
        return "They were never asked what they want to reach.".to_owned();
    };
    let answered = questions.iter().filter(|one| one.answer.is_some()).count();
    let of = count(questions.len(), "question");
    let old = if fresh { "" } else { " That is too long ago to count." };
    format!("Discovery of {}: {answered} of {of} answered.{old}", day(latest, today))
}

fn light(fresh: bool, open: &[&str]) -> Option<String> {
    match (fresh, open) {
        (true, []) => None,
        (true, open) => Some(format!("Ask: {}.", all(open))),
        (false, _) => Some("Hold a discovery, best as a workshop with both sides.".to_owned()),
    }
}

/// A discovery with all five answers, for tests.
#[cfg(test)]
pub(super) fn sample(days: u64) -> Discovery {
    tests::held(1, days, tests::whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::signal::trial::{ago, today};

    pub(super) fn held(id: i64, days: u64, edit: impl FnOnce(&mut Discovery)) -> Discovery {
        let mut discovery = Discovery { id: Id(id), ..Discovery::on(Id(1), ago(days)) };
        edit(&mut discovery);
        discovery
    }

    fn on(discoveries: Vec<Discovery>) -> Understanding {
        let mut records = Records::bare(Account::named("Contoso", ago(900)));
        records.discoveries = discoveries;
        understanding(&records, &Rules::default(), today())
    }

    pub(super) fn whole(discovery: &mut Discovery) {
        for answer in [
            &mut discovery.success,
            &mut discovery.obstacles,
            &mut discovery.measured,
            &mut discovery.worked,
            &mut discovery.frustrated,
        ] {
            *answer = Some("so".to_owned());
        }
    }

    #[test]
    fn five_answers_within_a_year_are_understood() {
        let found = on(vec![held(1, 365, whole)]);
        assert!(found.fresh && found.open.is_empty() && found.light.is_none());
        assert_eq!(found.says, "Discovery of 22 Nov 2025: 5 of 5 questions answered.");
        let found = on(vec![held(1, 366, whole)]);
        assert!(!found.fresh && found.open.len() == 5);
        assert_eq!(found.questions[0].answer.as_deref(), Some("so"), "told, though old");
        assert!(found.light.is_some_and(|light| light.starts_with("Hold a discovery")));
    }

    #[test]
    fn an_open_question_is_named_and_a_later_discovery_leaves_answers_to_an_earlier_one() {
        let first = held(1, 200, |one| {
            whole(one);
            one.worked = None;
            one.success = Some("half the effort".to_owned());
            one.workshop = true;
        });
        let later = held(2, 20, |one| {
            one.success = Some("no paper".to_owned());
            one.frustrated = Some("  ".to_owned());
            one.real_need = Some("fewer hand-overs".to_owned());
        });
        let found = on(vec![later, first]);
        assert_eq!(found.open, ["what worked"]);
        assert_eq!(found.light.as_deref(), Some("Ask: what worked."));
        let success = &found.questions[0];
        assert_eq!((success.answer.as_deref(), success.on_date), (Some("no paper"), Some(ago(20))));
        assert_eq!(found.questions[4].answer.as_deref(), Some("so"), "blanks are no answer");
        assert_eq!(found.outcomes[4].answer.as_deref(), Some("fewer hand-overs"));
        assert!(found.workshop);
        assert_eq!(found.history.iter().map(|one| one.answered).collect::<Vec<_>>(), [1, 4]);
    }

    #[test]
    fn nothing_asked_is_nothing_known() {
        let found = on(Vec::new());
        assert_eq!((found.latest_on, found.days_ago, found.fresh), (None, None, false));
        assert_eq!(found.says, "They were never asked what they want to reach.");
    }
}
