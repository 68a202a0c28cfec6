//! From findings to signals, kept calm: gaps wait, one cause is one line, what is in hand rests.

use super::facts::{Facts, shift};
use super::found::Found;
use super::table::{self, Rule, SIGNALS};
use super::{Severity, Signal, hand, plan};
use crate::domain::account::Tier;
use crate::domain::account::own_score::Factor;
use crate::domain::account::silence::{Silence, SilenceKind};
use crate::domain::ours::tier_silence::TierSilence;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::assemble;
use chrono::NaiveDate;

/// One cause, one line: the first stands for the others, which become its evidence. The pairs of
/// quiet, single-threaded and stale map are this project's own decision.
const SWALLOWS: &[(&str, &[&str])] = &[
    ("champion-left", &["role-missing", "single-threaded", "level-gap"]),
    ("disengaging", &["low-adoption", "usage-falling", "missed-meetings"]),
    ("open-detractor", &["upset", "levels-disagree"]),
    (
        "health-risk",
        &[
            "health-drop",
            "factor-low",
            // Payment and Revenue.
            "payment-late",
            "shrinking",
            // Feedback.
            "levels-disagree",
            // Coverage.
            "single-threaded",
            "level-gap",
            "map-stale",
            "contacts-rotting",
            // Usage and Support.
            "low-adoption",
            "usage-falling",
            "tickets-high",
            // Contact.
            "cadence-late",
            "missed-meetings",
            // Value.
            "value-unfelt",
        ],
    ),
    ("cadence-late", &["champion-quiet", "sponsor-quiet"]),
    ("single-threaded", &["level-gap"]),
    ("map-stale", &["contacts-rotting"]),
];

/// A finding on its way to a signal.
struct Draft {
    rule: &'static Rule,
    found: Found,
    silenced: bool,
    swallowed: Vec<(&'static str, String)>,
}

/// All signals of an account in the book: the live ones first, strongest first, then the gap
/// asked this week, then what is in hand, then what was silenced.
pub(crate) fn signals(facts: &Facts<'_>) -> Vec<Signal> {
    let asks = asks(facts);
    let mut drafts: Vec<Draft> = SIGNALS
        .iter()
        .filter_map(|rule| Some((rule, (rule.find)(facts)?)))
        .filter(|(_, found)| asks || !found.gap)
        .map(|(rule, found)| {
            let silenced = silenced(facts, rule, &found);
            Draft { rule, found, silenced, swallowed: Vec::new() }
        })
        .collect();
    for (code, parts) in SWALLOWS {
        swallow(&mut drafts, code, |draft| !draft.found.gap && parts.contains(&draft.rule.code));
    }
    swallow(&mut drafts, "thin-data", |draft| draft.found.gap);
    one_question(facts, &mut drafts);
    let mut signals: Vec<Signal> = drafts.into_iter().map(|draft| finish(facts, draft)).collect();
    // The sort keeps the order of the table within equals.
    signals.sort_by_key(|signal| (rest(signal), signal.severity));
    signals
}

/// Whether an account may be asked for what was never recorded.
fn asks(facts: &Facts<'_>) -> bool {
    facts.strategic_or_growth()
        && facts.ago(facts.records.account.created_on) >= facts.rules.days(Limit::GapRest)
}

/// Lacks a running cycle and may be asked for one; whether it is asked, the book around it says.
pub(crate) fn wants_plan(facts: &Facts<'_>) -> bool {
    let heard = |rule| !silenced(facts, rule, &Found::default());
    asks(facts) && plan::lacking(facts) && table::rule("no-plan").is_some_and(heard)
}

/// 0 live, 1 a question, 2 in hand, 3 silenced.
const fn rest(signal: &Signal) -> u8 {
    match (signal.silenced, signal.in_hand.is_some(), signal.gap) {
        (true, _, _) => 3,
        (_, true, _) => 2,
        (_, _, true) => 1,
        _ => 0,
    }
}

/// New evidence since a day: a newer record, or a score that fell on by half a point.
pub(super) fn worse_since(facts: &Facts<'_>, rule: &Rule, found: &Found, day: NaiveDate) -> bool {
    let fell = || match (facts.score_on(day), facts.score.value) {
        (Some(then), Some(now)) => {
            then - now >= facts.rules.limit(Limit::WorseBy) - super::facts::TINY
        }
        _ => false,
    };
    found.newest.is_some_and(|newest| newest > day)
        || match rule.code {
            "health-risk" | "health-drop" => fell(),
            "tickets-high" => factor_fell(facts, day, Limit::SupportWeak, &[Factor::Support]),
            "factor-low" => factor_fell(facts, day, Limit::FactorLow, Factor::ALL),
            _ => false,
        }
}

/// A factor that is very low or weak now stood higher on a day, by the records of that day. Goals
/// keep no earlier figures: theirs are not compared.
fn factor_fell(facts: &Facts<'_>, day: NaiveDate, under: Limit, meant: &[Factor]) -> bool {
    let Facts { records, map, rules, around, .. } = *facts;
    let then = assemble::score(records, map, &around.in_use, rules, day);
    let by = rules.limit(Limit::WorseBy) - super::facts::TINY;
    let factors = facts.score.factors.iter().filter(|one| one.in_use && one.fresh);
    factors
        .filter(|one| meant.contains(&one.factor) && one.factor != Factor::Goals)
        .filter_map(|one| Some((then.factor(one.factor)?.score?, one.score?)))
        .any(|(then, now)| now < rules.limit(under) && then - now >= by)
}

/// Told *later* or *not here*: for this account, or for all of its tier.
fn silenced(facts: &Facts<'_>, rule: &Rule, found: &Found) -> bool {
    let here = facts.records.silences.iter().filter(|one| one.code == rule.code).any(|one| {
        let lifts = match one.kind {
            SilenceKind::Later => worse_since(facts, rule, found, one.since_on),
            SilenceKind::NotHere => false,
        };
        facts.today < until(one, facts.rules) && !lifts
    });
    here || of_tier(facts.records, facts.rules, facts.today).any(|one| one.code == rule.code)
}

/// What is switched off on a day for the tier of an account; unset is judged as Maintenance.
pub(crate) fn of_tier<'a>(
    records: &Records,
    rules: &'a Rules,
    today: NaiveDate,
) -> impl Iterator<Item = &'a TierSilence> + use<'a> {
    let tier = records.account.tier.unwrap_or(Tier::Maintenance);
    rules.tier_silences.iter().filter(move |one| {
        one.tier == tier && one.since_on <= today && today < until_for_tier(one, rules)
    })
}

/// The day on which a signal switched off for a tier is asked for again.
#[must_use]
pub fn until_for_tier(silence: &TierSilence, rules: &Rules) -> NaiveDate {
    silence.until_on.unwrap_or(shift(silence.since_on, rules.days(Limit::NotHereDays)))
}

/// The day on which a signal that was told to rest is heard again, unless it worsens before: the
/// day that was given, else four weeks after *later*, a year after *not here*.
#[must_use]
pub fn until(silence: &Silence, rules: &Rules) -> NaiveDate {
    let days = match silence.kind {
        SilenceKind::Later => rules.days(Limit::LaterDays),
        SilenceKind::NotHere => rules.days(Limit::NotHereDays),
    };
    silence.until_on.unwrap_or(shift(silence.since_on, days))
}

/// Lets the signal `code` stand for others; a silenced one stands for nothing.
fn swallow(drafts: &mut Vec<Draft>, code: &str, causes: impl Fn(&Draft) -> bool) {
    if !drafts.iter().any(|draft| draft.rule.code == code && !draft.silenced && !draft.found.gap) {
        return;
    }
    let (taken, mut kept): (Vec<Draft>, Vec<Draft>) =
        drafts.drain(..).partition(|draft| !draft.silenced && causes(draft));
    if let Some(by) = kept.iter_mut().find(|draft| draft.rule.code == code) {
        absorb(by, taken);
    }
    *drafts = kept;
}

fn absorb(by: &mut Draft, taken: Vec<Draft>) {
    for draft in taken {
        by.found.newest = by.found.newest.max(draft.found.newest);
        by.swallowed.push((draft.rule.code, draft.found.text));
        by.swallowed.extend(draft.swallowed);
    }
}

/// Of several gaps one is asked in a week, each in its turn; the others stand behind it.
fn one_question(facts: &Facts<'_>, drafts: &mut Vec<Draft>) {
    let (mut gaps, kept): (Vec<Draft>, Vec<Draft>) =
        drafts.drain(..).partition(|draft| draft.found.gap && !draft.silenced);
    *drafts = kept;
    let weeks = usize::try_from(facts.ago(facts.records.account.created_on) / 7).unwrap_or(0);
    if let Some(turn) = weeks.checked_rem(gaps.len()) {
        let mut asked = gaps.remove(turn);
        absorb(&mut asked, gaps);
        drafts.push(asked);
    }
}

fn finish(facts: &Facts<'_>, draft: Draft) -> Signal {
    let Draft { rule, found, silenced, swallowed } = draft;
    let in_hand = hand::serving(facts, rule, &found);
    Signal {
        code: rule.code,
        severity: if found.gap { Severity::Note } else { rule.severity },
        in_hand,
        silenced,
        short: found.short.unwrap_or(rule.short),
        since: found.since,
        about: found.about,
        gap: found.gap,
        text: found.text,
        swallowed,
    }
}

#[cfg(test)]
mod tests;
