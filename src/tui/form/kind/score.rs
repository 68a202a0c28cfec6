//! A factor of the score as the user feels it.

use crate::desk::{Act, Commit};
use crate::domain::account::own_score::{self, Factor, OwnScore};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::score::{print, reason};
use crate::tui::form::facts::Facts;
use crate::tui::form::kind::Says;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use chrono::NaiveDate;

pub(super) fn spec(subject: &Subject, facts: &Facts) -> Option<Spec> {
    let Subject::Score { factor, points, .. } = subject else { return None };
    let dossier = facts.dossier.as_ref()?;
    let factor = factor.as_deref().and_then(Factor::from_word);
    let held = factor.and_then(|factor| in_force(dossier, factor));
    let reason = FieldSpec::new("reason", "why", FieldKind::Line, "").hint("a few words for later");
    // With the digit pressed only its reason is left to say.
    if let (Some(factor), Some(points)) = (factor, points) {
        let lead = asks(dossier, factor, *points).into_iter().collect();
        let title = format!("{factor} of {}: {points}", facts.name());
        return Some(Spec { title, lead, fields: vec![reason] });
    }
    let lead = factor.and_then(|factor| measured(dossier, factor)).into_iter().collect();
    let options = Factor::ALL.iter().map(|factor| Choice::new(factor.word(), factor.word()));
    let options = FieldKind::Choice { options: options.collect(), none: false };
    let chosen = factor.unwrap_or(Factor::Pulse).word();
    let points = held.map_or_else(String::new, |held| held.points.to_string());
    let mut fields = vec![
        FieldSpec::new("points", "1 to 10", FieldKind::Whole { least: 1, most: 10 }, points)
            .hint("1 is bad, 6 just holds, 10 could not be better"),
        FieldSpec { text: held.and_then(|held| held.reason.clone()).unwrap_or_default(), ..reason },
    ];
    // What is not known yet is asked first.
    let place = if factor.is_some() { fields.len() } else { 0 };
    fields.insert(place, FieldSpec::new("factor", "factor", options, chosen));
    Some(Spec { title: format!("Own score for {}", facts.name()), lead, fields })
}

/// What the digit means, in the words of the rubric.
pub(super) fn says(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Says {
    let Subject::Score { factor, points, .. } = subject else { return Says::new() };
    let chosen = values.word("factor", Factor::from_word);
    let factor = chosen.or_else(|| factor.as_deref().and_then(Factor::from_word));
    let typed = values.whole("points", 1, 10);
    let line = factor.zip(typed.or(*points)).and_then(|(one, at)| facts.rules.rubric(one, at));
    let key = if typed.is_some() { "points" } else { "" };
    line.map(|line| (key, line.to_owned())).into_iter().collect()
}

pub(super) fn save(subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let Subject::Score { factor, points, .. } = subject else { return None };
    let dossier = facts.dossier.as_ref()?;
    let asked = factor.as_deref().and_then(Factor::from_word).zip(*points);
    let (factor, points) = if let Some(asked) = asked {
        asked
    } else {
        let factor = values.word("factor", Factor::from_word);
        let points = values.whole("points", 1, 10);
        if points.is_none() && values.text("points").is_none() {
            values.wrong("points", "a digit from 1 to 10");
        }
        (factor?, points?)
    };
    Some(commit(dossier, factor, points, values.text("reason"), facts.today))
}

/// Writes an own score: a new one for today, or today's once more.
#[must_use]
pub fn commit(
    dossier: &Dossier,
    factor: Factor,
    points: i64,
    reason: Option<String>,
    today: NaiveDate,
) -> Commit {
    let account = &dossier.records.account;
    let act = Act::edit(format!("{}: {factor} {points}", account.name), Some(account.id));
    let account_id = account.id;
    let new = OwnScore { id: Id(0), account_id, factor, points, on_date: today, reason };
    let (change, expected) = own_score::written(in_force(dossier, factor), new);
    Commit::new(act, change.into_iter().collect()).expecting(expected)
}

/// The newest own score of a factor.
#[must_use]
pub fn in_force(dossier: &Dossier, factor: Factor) -> Option<&OwnScore> {
    let own = dossier.records.own_scores.iter().filter(|own| own.factor == factor);
    own.max_by_key(|own| (own.on_date, own.id))
}

/// Why a word on this digit is wanted: it crosses 6, or the figures say otherwise. None: it is
/// not.
#[must_use]
pub fn asks(dossier: &Dossier, factor: Factor, points: i64) -> Option<String> {
    let standing = dossier.standing.score.factor(factor)?;
    reason::asks(standing.measured, standing.score, points)
}

/// `The records say 4.2.`
fn measured(dossier: &Dossier, factor: Factor) -> Option<String> {
    let standing = dossier.standing.score.factors.iter().find(|one| one.factor == factor)?;
    standing.measured.map(|measure| format!("The records say {}.", print::tenth(measure)))
}

#[cfg(test)]
mod tests;
