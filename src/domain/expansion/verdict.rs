//! The verdict on an opportunity: three questions, six checks, and what is missing. Sources: the
//! consultant's guide (questions), the account-management guide (checks).

use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::signal::sentence::all;
use crate::domain::word::words;

words! {
    Verdict {
        /// Five checks and three yes: make the case.
        Pursue = "pursue",
        /// Something is not asked or not checked yet.
        Validate = "validate",
        /// One of the three questions is answered with no.
        Wait = "wait",
        /// The account is in risk: nothing is sold before that is mended.
        RepairFirst = "repair first",
    }
}

/// One thing to be answered about an opportunity.
#[derive(Debug)]
pub struct Ask {
    /// The column that holds the answer.
    pub key: &'static str,
    /// As it is asked.
    pub asks: &'static str,
    /// For a sentence about what is missing.
    pub short: &'static str,
    read: fn(&Opportunity) -> Option<bool>,
}

macro_rules! asks {
    ($($key:ident $short:literal $asks:literal;)+) => {
        &[$(Ask {
            key: stringify!($key), asks: $asks, short: $short, read: |one| one.$key,
        },)+]
    };
}

/// The three questions; a no to any of them says: wait.
pub const QUESTIONS: &[Ask] = asks! {
    solves_problem "a real problem of theirs" "Does it solve a real problem of theirs?";
    voiced_interest "interest or frustration that they voiced" "Have they voiced interest or frustration?";
    timing_right "the right time" "Is the timing right?";
};

/// The six checks.
pub const CHECKS: &[Ask] = asks! {
    fits_goals "a fit with their goals" "Does it fit their goals?";
    measurable_case "a case with figures" "Is there a case with figures?";
    champion_inside "a champion inside" "Is there a champion inside?";
    deliverable "delivery without harm to today's service" "Can it be delivered without hurting today's service?";
    budget_timing "their budget's time" "Does it fall into their budget's time?";
    pilot "a pilot or proof" "Is there a pilot or a proof?";
};

/// Checks without which nothing is pursued, however many others are met.
const NEEDED: [&str; 2] = ["champion_inside", "deliverable"];

/// One thing asked, with its answer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Answered {
    pub key: &'static str,
    pub asks: &'static str,
    /// None: not asked yet.
    pub answer: Option<bool>,
}

/// The verdict with its ground.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Judged {
    pub verdict: Verdict,
    pub questions: Vec<Answered>,
    pub checks: Vec<Answered>,
    /// Checks met.
    pub met: usize,
    /// What is missing for *pursue*, in short.
    pub missing: Vec<&'static str>,
    pub says: String,
}

/// Still to be won: idea, validated or proposed.
#[must_use]
pub const fn open(stage: OpportunityStage) -> bool {
    use OpportunityStage::{Idea, Proposed, Validated};
    matches!(stage, Idea | Validated | Proposed)
}

/// The verdict on an open opportunity. *Repair first* looks at the band of the score alone, not at
/// an open risk review.
#[must_use]
pub fn judged(opportunity: &Opportunity, at_risk: bool, rules: &Rules) -> Judged {
    let answers = |asks: &[Ask]| -> Vec<Answered> {
        let answered =
            |ask: &Ask| Answered { key: ask.key, asks: ask.asks, answer: (ask.read)(opportunity) };
        asks.iter().map(answered).collect()
    };
    let lacks = |asks: &[Ask], answer: Option<bool>| -> Vec<&'static str> {
        let same = asks.iter().filter(|ask| (ask.read)(opportunity) == answer);
        same.map(|ask| ask.short).collect()
    };
    let unmet: Vec<&'static Ask> =
        CHECKS.iter().filter(|ask| (ask.read)(opportunity) != Some(true)).collect();
    let met = CHECKS.len() - unmet.len();
    let enough = met >= rules.count(Limit::PursueChecks);
    let needed = unmet.iter().any(|ask| NEEDED.contains(&ask.key));
    let (noes, unasked) = (lacks(QUESTIONS, Some(false)), lacks(QUESTIONS, None));
    let verdict = if at_risk {
        Verdict::RepairFirst
    } else if !noes.is_empty() {
        Verdict::Wait
    } else if unasked.is_empty() && enough && !needed {
        Verdict::Pursue
    } else {
        Verdict::Validate
    };
    let missing: Vec<&'static str> =
        noes.iter().chain(&unasked).copied().chain(unmet.iter().map(|ask| ask.short)).collect();
    let says = match verdict {
        Verdict::RepairFirst => "Repair first: the account is at risk.".to_owned(),
        Verdict::Wait => format!("Wait: it lacks {}.", all(&noes)),
        Verdict::Validate if !unasked.is_empty() => {
            format!("Validate: not asked yet about {}.", all(&unasked))
        }
        Verdict::Validate => {
            let short: Vec<&str> = unmet.iter().map(|ask| ask.short).collect();
            format!("Validate: {met} of {} checks; missing: {}.", CHECKS.len(), all(&short))
        }
        Verdict::Pursue => format!("Pursue: three yes, {met} of {} checks.", CHECKS.len()),
    };
    let missing = if verdict == Verdict::Pursue { Vec::new() } else { missing };
    Judged { verdict, questions: answers(QUESTIONS), checks: answers(CHECKS), met, missing, says }
}
