//! What rests because the user said so: put off, switched off here or for the tier, found fine in
//! a review.

use super::Signal;
use super::calm::{of_tier, until, until_for_tier};
use super::facts::shift;
use super::table::rule;
use crate::domain::account::Tier;
use crate::domain::account::silence::{self, Silence, SilenceKind};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::ours::tier_silence::TierSilence;
use crate::domain::record::Record;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// A signal that the user told to rest.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Resting {
    /// Table and number of what the user said: taken away, the signal is heard again.
    pub record: (&'static str, Id),
    pub code: String,
    /// What holds for the account: `champion gone`.
    pub title: String,
    pub kind: SilenceKind,
    /// Switched off for all accounts of this tier.
    pub tier: Option<Tier>,
    pub since_on: NaiveDate,
    /// The day on which it is heard again; *later* ends sooner where it worsens.
    pub until_on: NaiveDate,
    pub reason: Option<String>,
}

fn title(code: &str) -> String {
    rule(code).map_or(code, |rule| rule.title).to_owned()
}

/// All that rests on a day, the newest first.
#[must_use]
pub fn resting(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<Resting> {
    let here = records.silences.iter().filter(|one| today < until(one, rules)).map(|one| Resting {
        record: (Silence::TABLE, one.id),
        code: one.code.clone(),
        title: title(&one.code),
        kind: one.kind,
        tier: None,
        since_on: one.since_on,
        until_on: until(one, rules),
        reason: one.reason.clone(),
    });
    let tier = of_tier(records, rules, today).map(|one| Resting {
        record: (TierSilence::TABLE, one.id),
        code: one.code.clone(),
        title: title(&one.code),
        kind: SilenceKind::NotHere,
        tier: Some(one.tier),
        since_on: one.since_on,
        until_on: until_for_tier(one, rules),
        reason: one.reason.clone(),
    });
    let mut all: Vec<Resting> = here.chain(tier).collect();
    all.sort_by(|one, two| two.since_on.cmp(&one.since_on).then_with(|| one.code.cmp(&two.code)));
    all
}

/// The signals of an account that are shown, strongest first; the rest are a number.
pub fn shown<'a>(standing: &'a Standing, rules: &Rules) -> impl Iterator<Item = &'a Signal> {
    let heard = standing.signals.iter().filter(|one| !one.silenced && one.in_hand.is_none());
    heard.take(rules.count(Limit::SignalsShown))
}

/// *Fine* in a review: what is shown rests for four weeks unless it worsens, and with it what it
/// stands for. What a signal was told before gives way.
#[must_use]
pub fn fine(
    records: &Records,
    standing: &Standing,
    rules: &Rules,
    today: NaiveDate,
) -> Vec<Change> {
    shown_until(records, standing, rules, today, shift(today, rules.days(Limit::LaterDays)))
}

/// What is shown rests until a day, as with [`fine`].
#[must_use]
pub fn shown_until(
    records: &Records,
    standing: &Standing,
    rules: &Rules,
    today: NaiveDate,
    until_on: NaiveDate,
) -> Vec<Change> {
    let rests = |code: &str| {
        let rests = Silence {
            id: Id(0),
            account_id: records.account.id,
            kind: SilenceKind::Later,
            code: code.to_owned(),
            since_on: today,
            until_on: Some(until_on),
            reason: None,
        };
        let told = records.silences.iter().filter(|one| one.code == code);
        match told.max_by_key(|one| (one.since_on, one.id)) {
            None => silence::Change::Added(rests),
            Some(held) => silence::Change::Edited {
                id: held.id,
                fields: Silence { id: held.id, ..rests }.fields_changed_from(held),
            },
        }
    };
    // Of several questions only one was asked; the others keep their turn.
    let behind = |signal: &'_ Signal| -> Vec<&'static str> {
        let behind = signal.swallowed.iter().filter(|_| !signal.gap);
        behind.map(|(code, _)| *code).collect()
    };
    let mut codes: Vec<&str> =
        shown(standing, rules).flat_map(|one| [vec![one.code], behind(one)].concat()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(|code| rests(code).into()).collect()
}

#[cfg(test)]
mod tests;
