//! Business that could grow out of an account: each opportunity with its verdict, what is missing,
//! its rank and its talks; what hints at more; what they don't buy yet. Source: the
//! account-management guide.

pub mod book;
pub mod hints;
pub mod talk;
pub mod verdict;
pub mod whitespace;

use super::cell::Id;
use super::money::Money;
use super::plan::step::{MeetingType, Step, StepKind};
use super::records::Records;
use super::revenue::in_base;
use super::revenue::opportunity::{Opportunity, OpportunityKind, OpportunityStage};
use super::rules::Rules;
use super::rules::limit::Limit;
use super::score::Band;
use super::signal::sentence::{count, day};
use super::standing::Standing;
use chrono::NaiveDate;
use hints::Hinted;
use verdict::{Judged, Verdict, judged, open};

/// Easiest of the five grades of ease.
const EASIEST: f64 = 5.0;

/// One opportunity on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct OpportunityLine {
    pub id: Id,
    pub title: String,
    pub kind: Option<OpportunityKind>,
    pub stage: OpportunityStage,
    /// A year's value as recorded.
    pub value: Option<Money>,
    /// In the book's base currency; none without a rate.
    pub value_in_base: Option<Money>,
    /// 1 (hard) … 5 (easy).
    pub ease: Option<i64>,
    /// Value in the base currency × ease / 5; none while either is unknown.
    pub rank: Option<Money>,
    /// None once it is won, lost or parked.
    pub judged: Option<Judged>,
    pub champion: Option<String>,
    pub close_on: Option<NaiveDate>,
    /// The client's budget month, 1-12.
    pub budget_month: Option<i64>,
    pub case_text: Option<String>,
    pub hints: Vec<Hinted>,
    /// The newest talk logged against it, however old.
    pub last_talk_on: Option<NaiveDate>,
    /// Talks logged against it within a year.
    pub talks: usize,
    /// The next talk about it: its own day, or a meeting that is planned for it.
    pub next_talk_on: Option<NaiveDate>,
    pub revisited_on: Option<NaiveDate>,
    /// Open, and not looked at again at the last QBR.
    pub revisit: bool,
    pub closed_on: Option<NaiveDate>,
    pub lost_reason: Option<String>,
}

/// The expansion of one account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Expansion {
    /// Open ones by rank, the unknown last; then the closed ones, newest first.
    pub opportunities: Vec<OpportunityLine>,
    pub open: usize,
    /// Validated and proposed, in the base currency; what has no value or no rate is left out.
    pub validated: Money,
    /// How many of the validated and proposed are left out of that sum.
    pub without_value: usize,
    pub pursue: usize,
    /// What the figures and answers hint at.
    pub hints: Vec<Hinted>,
    pub whitespace: whitespace::Table,
    pub says: String,
    /// What is to be done next; none where nothing is.
    pub light: Option<String>,
}

/// The yearly value as recorded.
#[must_use]
pub fn value(opportunity: &Opportunity) -> Option<Money> {
    Some(Money { minor: opportunity.amount?, currency: opportunity.currency? })
}

/// Value × ease / 5 in the base currency: what is worth much and comes easily goes first.
#[must_use]
pub fn rank(opportunity: &Opportunity, rules: &Rules) -> Option<Money> {
    let value = in_base(value(opportunity), &rules.exchange)?;
    let ease = opportunity.ease.filter(|ease| (1..=5).contains(ease))?;
    let minor = (value.minor as f64 * ease as f64 / EASIEST).round() as i64;
    Some(Money { minor, currency: value.currency })
}

/// The newest talk logged against it, however old.
#[must_use]
pub fn last_talk_on(opportunity: Id, records: &Records) -> Option<NaiveDate> {
    let theirs = records.talks.iter().filter(|talk| talk.opportunity_id == Some(opportunity));
    let recent = theirs.filter(|talk| !talk.missed).map(|talk| talk.on_date).max();
    let ever = records.last_talk_about.iter().find(|(about, _)| *about == opportunity);
    recent.max(ever.map(|(_, day)| *day))
}

/// The verdict on a day: where the champion who is named has left, whether one is inside is open
/// again, whatever was answered.
#[must_use]
pub fn judged_on(
    opportunity: &Opportunity,
    records: &Records,
    at_risk: bool,
    rules: &Rules,
    today: NaiveDate,
) -> Judged {
    let named = records.contacts.iter().find(|one| Some(one.id) == opportunity.champion_id);
    let gone = named.is_some_and(|one| !one.active_on(today));
    if gone && opportunity.champion_inside == Some(true) {
        let asked_again = Opportunity { champion_inside: None, ..opportunity.clone() };
        return judged(&asked_again, at_risk, rules);
    }
    judged(opportunity, at_risk, rules)
}

/// An open step that is a talk about the opportunity: any meeting made for it.
fn meeting(opportunity: Id, records: &Records, today: NaiveDate) -> Option<&Step> {
    records
        .steps
        .iter()
        .filter(|step| step.opportunity_id == Some(opportunity) && step.status.open())
        .filter(|step| step.kind == StepKind::Meeting || step.meeting_type.is_some())
        .filter(|step| step.due_on >= Some(today))
        .min_by_key(|step| (step.due_on, step.id))
}

/// The next day on which it will be talked about; a day that has passed is none.
#[must_use]
pub fn next_talk_on(
    opportunity: &Opportunity,
    records: &Records,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let own = opportunity.next_talk_on.filter(|day| *day >= today);
    let met = meeting(opportunity.id, records, today).and_then(|step| step.due_on);
    own.into_iter().chain(met).min()
}

/// The expansion of an account, from its records and how it stands.
#[must_use]
pub fn expansion(
    records: &Records,
    standing: &Standing,
    rules: &Rules,
    today: NaiveDate,
) -> Expansion {
    let at_risk = standing.score.band == Some(Band::Risk);
    let mut lines: Vec<OpportunityLine> =
        records.opportunities.iter().map(|one| line(one, records, at_risk, rules, today)).collect();
    lines.sort_by(|a, b| {
        let rank = |one: &OpportunityLine| one.rank.map(|rank| rank.minor);
        let place = |one: &OpportunityLine| (!open(one.stage), std::cmp::Reverse(rank(one)));
        let closed = |one: &OpportunityLine| std::cmp::Reverse(one.closed_on);
        let order = match (open(a.stage), open(b.stage)) {
            (false, false) => closed(a).cmp(&closed(b)),
            _ => place(a).cmp(&place(b)),
        };
        order.then_with(|| (&a.title, a.id).cmp(&(&b.title, b.id)))
    });
    let sure = |one: &&OpportunityLine| {
        matches!(one.stage, OpportunityStage::Validated | OpportunityStage::Proposed)
    };
    let without_value = lines.iter().filter(sure).filter(|one| one.value_in_base.is_none()).count();
    let minor = lines.iter().filter(sure).filter_map(|one| one.value_in_base);
    let minor = minor.fold(0_i64, |sum, one| sum.saturating_add(one.minor));
    let is = |one: &OpportunityLine, verdict: Verdict| {
        one.judged.as_ref().is_some_and(|judged| judged.verdict == verdict)
    };
    let pursue = lines.iter().filter(|one| is(one, Verdict::Pursue)).count();
    let open = lines.iter().filter(|one| open(one.stage)).count();
    let hints = hints::computed(records, rules, today);
    let says = match (open, lines.len()) {
        (0, 0) => "No opportunity is written down.".to_owned(),
        (0, _) => "No opportunity is open.".to_owned(),
        (open, _) => {
            let open = match open {
                1 => "1 opportunity open".to_owned(),
                n => format!("{n} opportunities open"),
            };
            format!("{open}, {pursue} to pursue.")
        }
    };
    Expansion {
        light: light(&lines, pursue, &hints, at_risk, rules),
        open,
        validated: Money { minor, currency: rules.exchange.base },
        without_value,
        pursue,
        hints,
        whitespace: whitespace::table(records, today),
        says,
        opportunities: lines,
    }
}

fn line(
    one: &Opportunity,
    records: &Records,
    at_risk: bool,
    rules: &Rules,
    today: NaiveDate,
) -> OpportunityLine {
    let champion = records.contacts.iter().find(|contact| Some(contact.id) == one.champion_id);
    let is_open = open(one.stage);
    let qbr = records.held.iter().find(|(kind, _)| *kind == MeetingType::Qbr).map(|(_, day)| *day);
    let seen = one.revisited_on.unwrap_or(one.created_on);
    OpportunityLine {
        id: one.id,
        title: one.title.clone(),
        kind: one.kind,
        stage: one.stage,
        value: value(one),
        value_in_base: in_base(value(one), &rules.exchange),
        ease: one.ease,
        rank: rank(one, rules),
        judged: is_open.then(|| judged_on(one, records, at_risk, rules, today)),
        champion: champion.map(|contact| contact.name.clone()),
        close_on: one.close_on,
        budget_month: one.budget_month,
        case_text: one.case_text.clone(),
        hints: hints::heard(one),
        last_talk_on: last_talk_on(one.id, records),
        talks: records
            .talks
            .iter()
            .filter(|talk| talk.opportunity_id == Some(one.id) && !talk.missed)
            .count(),
        next_talk_on: next_talk_on(one, records, today),
        revisited_on: one.revisited_on,
        revisit: is_open && qbr.is_some_and(|qbr| seen < qbr),
        closed_on: one.closed_on,
        lost_reason: one.lost_reason.clone(),
    }
}

/// The one thing to do next about growth.
fn light(
    lines: &[OpportunityLine],
    pursue: usize,
    hints: &[Hinted],
    at_risk: bool,
    rules: &Rules,
) -> Option<String> {
    let most = rules.count(Limit::PursuedAtOnce);
    if at_risk {
        return Some("Repair first: nothing is sold to an account at risk.".to_owned());
    }
    if pursue > most {
        let ready = count(pursue, "case");
        return Some(format!("{ready} to pursue: keep to {most} a quarter."));
    }
    let first = lines.iter().find(|one| one.judged.is_some());
    match (first, hints.first()) {
        (Some(one), _) => {
            let judged = one.judged.as_ref()?;
            Some(format!("“{}”: {}", one.title, judged.says))
        }
        (None, Some(hint)) => Some(format!("Write down an opportunity. {}", hint.text)),
        (None, None) => None,
    }
}

/// `No talk about “X” for 102 d, the last on 12 Aug.`
#[must_use]
pub fn quiet_says(title: &str, last: NaiveDate, today: NaiveDate) -> String {
    let days = (today - last).num_days();
    format!("No talk about “{title}” for {days} d, the last on {}.", day(last, today))
}

#[cfg(test)]
mod tests;
