//! The six growth steps: each lit or dark, why, and what would light it. Model: the six-step growth
//! process of the Loyalty Ladder article; the days are this project's own decision.

use super::ladder::{Ladder, LoyaltyStep, grows};
use super::qualifying::Qualified;
use super::understanding::Understanding;
use crate::domain::account::Tier;
use crate::domain::away;
use crate::domain::contact::{Contact, Level};
use crate::domain::plan::priority::MOST;
use crate::domain::plan::step::{MeetingType, Step};
use crate::domain::records::{Records, TalkFact};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Evidence;
use crate::domain::score::factor::evidence;
use crate::domain::signal::sentence::{all, and_more, count, day, names};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    GrowthStep {
        Understand = "understand", Qualify = "qualify", Execute = "execute", Loyalty = "loyalty",
        Conversation = "growth conversation", Review = "review",
    }
}

impl GrowthStep {
    /// 1-6.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Understand => 1,
            Self::Qualify => 2,
            Self::Execute => 3,
            Self::Loyalty => 4,
            Self::Conversation => 5,
            Self::Review => 6,
        }
    }

    /// Asked of every account; the others of Strategic and Growth accounts alone.
    #[must_use]
    pub const fn for_all(self) -> bool {
        matches!(self, Self::Understand | Self::Qualify | Self::Review)
    }
}

/// One step as it stands.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Light {
    pub number: u8,
    pub step: GrowthStep,
    pub lit: bool,
    /// Why it is lit, or why it is dark.
    pub why: String,
    /// What would light it; none where it is lit.
    pub light: Option<String>,
    pub evidence: Vec<Evidence>,
}

/// The steps that the account's tier asks for.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct GrowthSteps {
    pub steps: Vec<Light>,
    pub lit: usize,
    pub asked: usize,
    pub says: String,
}

/// What the steps look at.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    pub records: &'a Records,
    pub ladder: &'a Ladder,
    pub understanding: &'a Understanding,
    pub qualified: &'a Qualified,
    pub rules: &'a Rules,
    pub today: NaiveDate,
}

/// Why, what would light it, and the records behind it.
struct Finding {
    why: String,
    light: Option<String>,
    evidence: Vec<Evidence>,
}

impl Finding {
    fn lit(why: String, evidence: Vec<Evidence>) -> Self {
        Self { why, light: None, evidence }
    }

    fn dark(why: impl Into<String>, light: impl Into<String>, evidence: Vec<Evidence>) -> Self {
        Self { why: why.into(), light: Some(light.into()), evidence }
    }
}

/// The growth steps on a day.
#[must_use]
pub fn growth_steps(ground: &Ground<'_>) -> GrowthSteps {
    let whole = matches!(ground.records.account.tier, Some(Tier::Strategic | Tier::Growth));
    let steps: Vec<Light> = GrowthStep::ALL
        .iter()
        .filter(|step| whole || step.for_all())
        .map(|step| {
            let found = find(*step, ground);
            Light {
                number: step.number(),
                step: *step,
                lit: found.light.is_none(),
                why: found.why,
                light: found.light,
                evidence: found.evidence,
            }
        })
        .collect();
    let lit = steps.iter().filter(|step| step.lit).count();
    let dark: Vec<&str> =
        steps.iter().filter(|step| !step.lit).map(|step| step.step.word()).collect();
    let says = match dark.as_slice() {
        [] => format!("All {} growth steps are lit.", steps.len()),
        dark => format!("{lit} of {} growth steps lit; dark: {}.", steps.len(), all(dark)),
    };
    GrowthSteps { lit, asked: steps.len(), steps, says }
}

fn find(step: GrowthStep, ground: &Ground<'_>) -> Finding {
    match step {
        GrowthStep::Understand => understand(ground),
        GrowthStep::Qualify => qualify(ground),
        GrowthStep::Execute => execute(ground),
        GrowthStep::Loyalty => loyalty(ground),
        GrowthStep::Conversation => conversation(ground),
        GrowthStep::Review => review(ground),
    }
}

fn understand(ground: &Ground<'_>) -> Finding {
    let found = ground.understanding;
    let evidence = found.history.iter().map(|held| {
        let text = format!("discovery, {} answered", count(held.answered, "question"));
        evidence(Some(("discovery", held.id)), Some(held.on_date), text)
    });
    Finding { why: found.says.clone(), light: found.light.clone(), evidence: evidence.collect() }
}

fn qualify(ground: &Ground<'_>) -> Finding {
    let found = ground.qualified;
    let evidence = found.history.iter().map(|verdict| {
        let text = if verdict.realistic { "growth realistic" } else { "growth not realistic" };
        evidence(Some(("qualification", verdict.id)), Some(verdict.on_date), text.to_owned())
    });
    Finding { why: found.says.clone(), light: found.light.clone(), evidence: evidence.collect() }
}

/// A running plan with one to three priorities and no step long late.
fn execute(ground: &Ground<'_>) -> Finding {
    let Ground { records, rules, today, .. } = *ground;
    let plan = records.plan.as_ref().filter(|one| one.ended_on.is_none() && one.starts_on <= today);
    let Some(plan) = plan else {
        return Finding::dark("No plan is running.", "Plan the next 90 days.", Vec::new());
    };
    let began = day(plan.starts_on, today);
    let behind = vec![evidence(Some(("plan", plan.id)), Some(plan.starts_on), "plan".to_owned())];
    let priorities = records.priorities.iter().filter(|one| one.plan_id == plan.id).count();
    if priorities == 0 {
        let why = format!("The plan of {began} names no priority.");
        return Finding::dark(why, "Name one to three priorities.", behind);
    }
    if i64::try_from(priorities).unwrap_or(i64::MAX) > MOST {
        let why = format!("The plan of {began} names {priorities} priorities.");
        return Finding::dark(why, format!("Keep {MOST} priorities at most."), behind);
    }
    let grace = rules.days(Limit::StepLongLate);
    let late: Vec<&Step> = records
        .steps
        .iter()
        .filter(|step| step.plan_id == Some(plan.id) && step.status.open())
        .filter(|step| step.due_on.is_some_and(|due| (today - due).num_days() > grace))
        .collect();
    let Some(first) = late.first() else {
        let what = match priorities {
            1 => "1 priority".to_owned(),
            n => format!("{n} priorities"),
        };
        let why = format!("Plan since {began} with {what}, no step over {grace} d late.");
        return Finding::lit(why, behind);
    };
    let why = format!("“{}”{} over {grace} d late.", first.title, and_more(late.len() - 1));
    let late_lines = late.iter().map(|step| {
        evidence(Some(("step", step.id)), step.due_on, format!("“{}” is late", step.title))
    });
    let light = "Do the late steps, drop them with a reason, or agree on new days.";
    Finding::dark(why, light, behind.into_iter().chain(late_lines).collect())
}

/// The third step of the ladder, backed by the record.
fn loyalty(ground: &Ground<'_>) -> Finding {
    let ladder = ground.ladder;
    let claimed = ladder.claim.as_ref();
    let claim = claimed.map(|claim| {
        let text = format!("set to {}: {}", claim.step, claim.evidence);
        evidence(Some(("loyalty", claim.id)), Some(claim.on_date), text)
    });
    let behind = claim.into_iter().chain(ladder.evidence.iter().cloned()).collect();
    let partner = LoyaltyStep::Partner;
    let light = match (claimed.map(|claim| claim.step), ladder.backed) {
        (Some(claim), Some(backed)) if claim == partner && backed == partner => None,
        (_, Some(backed)) if backed == partner => {
            Some("Set the step to partner, with a line of evidence.".to_owned())
        }
        _ => ladder.light.clone(),
    };
    Finding { why: ladder.says.clone(), light, evidence: behind }
}

/// A talk about growth with somebody who decides or influences, and the next one planned.
fn conversation(ground: &Ground<'_>) -> Finding {
    let Ground { records, rules, today, .. } = *ground;
    let within = rules.days(Limit::GrowthTalkEvery);
    let weighty = |talk: &TalkFact| -> Vec<&Contact> {
        // Who has left takes along what was said.
        let here = records.contacts.iter().filter(|one| one.active_on(today));
        let here = here.filter(|one| talk.people.contains(&one.id));
        here.filter(|one| matches!(one.level, Some(Level::DecisionMaker | Level::Influencer)))
            .collect()
    };
    let held = records
        .talks
        .iter()
        .filter(|talk| talk.two_way && !talk.missed && talk.topics.iter().any(grows))
        .filter(|talk| (0..=within).contains(&(today - talk.on_date).num_days()))
        .find(|talk| !weighty(talk).is_empty());
    let planned = planned(records, today);
    let mut behind = Vec::new();
    behind.extend(held.map(|talk| {
        let topics: Vec<&str> = talk.topics.iter().filter(|one| grows(*one)).map(word).collect();
        let text = format!("{}: {}", talk.kind, all(&topics));
        evidence(Some(("talk", talk.id)), Some(talk.on_date), text)
    }));
    behind.extend(planned.map(|step| {
        evidence(Some(("step", step.id)), step.due_on, format!("“{}” is planned", step.title))
    }));
    let talked = held.map_or_else(
        || format!("no talk about growth with a decision maker or influencer in {within} d"),
        |talk| {
            let people: Vec<&str> = weighty(talk).iter().map(|one| one.name.as_str()).collect();
            format!("talked about growth with {} on {}", names(&people), day(talk.on_date, today))
        },
    );
    let next = planned.and_then(|step| step.due_on).map_or_else(
        || "no growth conversation planned".to_owned(),
        |due| format!("the next is planned for {}", day(due, today)),
    );
    let why = format!("{}; {next}.", capital(&talked));
    let light = match (held, planned) {
        (Some(_), Some(_)) => None,
        (_, None) => Some(format!("Plan a growth conversation: {AGENDA}.")),
        (None, Some(_)) => Some(format!("Hold it with a decision maker or influencer: {AGENDA}.")),
    };
    Finding { why, light, evidence: behind }
}

/// What a growth conversation goes through. Source: the Loyalty Ladder article.
pub const AGENDA: &str = "their goal, a risk ahead, our idea, the next step";

fn word(topic: crate::domain::talk::Topic) -> &'static str {
    topic.word()
}

/// The next growth conversation that is planned, today's included.
#[must_use]
pub fn planned(records: &Records, today: NaiveDate) -> Option<&Step> {
    records
        .steps
        .iter()
        .filter(|step| step.status.open())
        .filter(|step| step.meeting_type == Some(MeetingType::GrowthConversation))
        .filter(|step| step.due_on.is_some_and(|due| due >= today))
        .min_by_key(|step| (step.due_on, step.id))
}

/// The user's own review, on time; days away do not count.
fn review(ground: &Ground<'_>) -> Finding {
    let Ground { records, rules, today, .. } = *ground;
    let every = rules.review_every(&records.account);
    let light = "Review the account.";
    let Some(last) = records.account.reviewed_on.filter(|day| *day <= today) else {
        return Finding::dark("You never reviewed this account.", light, Vec::new());
    };
    let ago = away::elapsed(last, today, &rules.away);
    let text = format!("Reviewed {}, due every {every} d.", day(last, today));
    let behind =
        vec![evidence(Some(("account", records.account.id)), Some(last), "own review".to_owned())];
    if ago <= every { Finding::lit(text, behind) } else { Finding::dark(text, light, behind) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|one| one.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

#[cfg(test)]
mod tests;
