//! What a key does to a lever.

use super::Real;
use super::change::{brings, worth};
use super::lever::{Lever, renewing};
use super::tries::{Tries, Try};
use crate::domain::account::Approach;
use crate::domain::account::contract::Renewal;
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::day::day_ahead;
use crate::domain::money::Money;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::revenue::in_base;
use crate::domain::rules::column;

/// A press of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// The chance, the weight or the preset: one less, one more.
    Less,
    More,
    /// The amount, or the weight by one.
    Minus,
    Plus,
    /// It leaves, comes, is won; and back.
    Flip,
    /// The next outcome of the renewal.
    Turn,
    /// As it is.
    Back,
}

impl Stroke {
    const fn up(self) -> bool {
        matches!(self, Self::More | Self::Plus)
    }
}

/// A press moves a weight by so much, and a chance, percent.
const WEIGHT_STEP: f64 = 5.0;
const CHANCE_STEP: i64 = 10;
/// Weights are tried up to here.
const MOST: f64 = 100.0;
/// Where the chance of a renewal of which nothing was said is tried first: the middle.
const MIDDLE: i64 = 50;
/// So much of its ARR is left of an account that shrinks, at first.
const SHRUNK: f64 = 0.8;

/// What a factor weighs for most accounts of the book, by the approaches they have; the first of
/// them where it is a draw.
#[must_use]
pub fn weight_now(factor: Factor, real: &Real) -> f64 {
    real.rules.weight(factor, commonest(real))
}

/// The approach that most accounts of the book have.
pub(super) fn commonest(real: &Real) -> Option<Approach> {
    let mut counts = [0_usize; 4];
    for one in real.records.iter().filter(|one| one.account.in_book()) {
        counts[column(one.account.approach)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    // A blend is what an account has that nobody gave another.
    let first = |approach: &&Approach| counts[column(Some(**approach))] == most;
    Approach::ALL.iter().rev().find(first).copied()
}

/// What is tried after the press.
///
/// # Errors
/// It does nothing there, and why.
pub fn stroke(stroke: Stroke, lever: Lever, tries: &Tries, real: &Real) -> Result<Tries, String> {
    let mut next = tries.clone();
    if stroke == Stroke::Back {
        return if next.take_back(lever) {
            Ok(settled(next, real))
        } else {
            Err("It is as it is.".to_owned())
        };
    }
    let chosen = match lever {
        Lever::Preset => preset(stroke, tries),
        Lever::Weight(factor) => Some(weight(stroke, factor, tries, real)?),
        Lever::Account(account) => account_of(stroke, account, tries, real)?,
        Lever::Comes(account) => comes(stroke, account, tries, real)?,
        Lever::Opportunity { account, opportunity } => {
            won(stroke, account, opportunity, tries, real)?
        }
    };
    match chosen {
        Some(one) => next.put(one),
        None => {
            next.take_back(lever);
        }
    }
    let next = settled(next, real);
    // At the end of its range the key says so.
    if next == *tries { Err("It goes no further.".to_owned()) } else { Ok(next) }
}

/// A weight that is what it is anyway tries nothing, also once a preset is taken back.
fn settled(mut tries: Tries, real: &Real) -> Tries {
    let same = |one: &&Try| match **one {
        Try::Weight(factor, weight) => (weight - held(factor, &tries, real)).abs() < 1e-9,
        _ => false,
    };
    let same: Vec<Lever> = tries.iter().filter(same).map(Try::lever).collect();
    for lever in same {
        tries.take_back(lever);
    }
    tries
}

/// None, then one approach after the other.
fn preset(stroke: Stroke, tries: &Tries) -> Option<Try> {
    let all = Approach::ALL;
    let at = match tries.on(Lever::Preset) {
        Some(Try::Preset(held)) => all.iter().position(|one| one == held).map_or(0, |at| at + 1),
        _ => 0,
    };
    let turns = all.len() + 1;
    let back = matches!(stroke, Stroke::Less | Stroke::Minus);
    let next = if back { at + turns - 1 } else { at + 1 } % turns;
    next.checked_sub(1).and_then(|at| all.get(at)).map(|approach| Try::Preset(*approach))
}

/// The weight without what is tried on it.
fn held(factor: Factor, tries: &Tries, real: &Real) -> f64 {
    match tries.on(Lever::Preset) {
        Some(Try::Preset(approach)) => real.rules.weight(factor, Some(*approach)),
        _ => weight_now(factor, real),
    }
}

fn weight(stroke: Stroke, factor: Factor, tries: &Tries, real: &Real) -> Result<Try, String> {
    let now = match tries.on(Lever::Weight(factor)) {
        Some(Try::Weight(_, weight)) => *weight,
        _ => held(factor, tries, real),
    };
    let by = match stroke {
        Stroke::Less | Stroke::More => WEIGHT_STEP,
        Stroke::Minus | Stroke::Plus => 1.0,
        Stroke::Flip if now > 0.0 => return Ok(Try::Weight(factor, 0.0)),
        Stroke::Flip => return Ok(Try::Weight(factor, held(factor, tries, real))),
        _ => return Err("←→ makes it weigh less or more, Space nothing at all.".to_owned()),
    };
    Ok(Try::Weight(factor, stepped(now, by, stroke.up()).clamp(0.0, MOST)))
}

/// The next multiple of the step.
fn stepped(from: f64, step: f64, up: bool) -> f64 {
    let steps = (from / step * 1e9).round() / 1e9;
    (if up { steps.floor() + 1.0 } else { steps.ceil() - 1.0 }) * step
}

/// The next round amount, a tenth or less of the whole away: 940k moves by 50k.
fn amount_step(from: i64, whole: i64, real: &Real, up: bool) -> i64 {
    let unit = 10_f64.powi(real.rules.exchange.base.digits().cast_signed());
    let tenth = (whole.max(from) as f64 / unit / 10.0).max(1.0);
    let power = 10_f64.powf(tenth.log10().floor());
    let digit = tenth / power;
    let nice = if digit >= 5.0 {
        5.0
    } else if digit >= 2.0 {
        2.0
    } else {
        1.0
    };
    (stepped(from as f64, nice * power * unit, up).round() as i64).max(0)
}

fn account_of(
    stroke: Stroke,
    account: Id,
    tries: &Tries,
    real: &Real,
) -> Result<Option<Try>, String> {
    let lever = Lever::Account(account);
    let on_it = tries.on(lever);
    if stroke == Stroke::Flip {
        return Ok((on_it != Some(&Try::Lost(account))).then_some(Try::Lost(account)));
    }
    if on_it == Some(&Try::Lost(account)) {
        return Err("It has left: Space brings it back.".to_owned());
    }
    let records = real.records(account).ok_or("It is no longer in the book.")?;
    let Some(renewing) = renewing(records, real.today) else {
        return Err("No contract of it ends within a year: Space tries the book without it.".into());
    };
    if let Some(known) = renewing.known {
        let on = day_ahead(renewing.ends_on, real.today);
        let known = if known == Renewal::Lost { "lost" } else { "signed" };
        return Err(format!("Its renewal of {on} is {known}: Space tries the book without it."));
    }
    let arr = real.judged.of(account).and_then(|one| one.arr).map(|arr| arr.minor);
    let said = renewing.said.map(|said| {
        let currency = said.currency.unwrap_or(real.rules.exchange.base);
        let amount = said.new_amount.map(|minor| Money { minor, currency });
        let amount = in_base(amount, &real.rules.exchange).map(|amount| amount.minor);
        (said.outcome, said.probability.clamp(0, 100), amount)
    });
    let recorded = said;
    let now = match on_it {
        Some(Try::Renewal { outcome, probability, amount, .. }) => {
            Some((*outcome, *probability, *amount))
        }
        _ => said,
    };
    let (outcome, probability, amount) = match (stroke, now) {
        (Stroke::Less | Stroke::More | Stroke::Turn, None) => (Outcome::Full, MIDDLE, None),
        (Stroke::Less | Stroke::More, Some((outcome, chance, amount))) => {
            let next = stepped(chance as f64, CHANCE_STEP as f64, stroke.up());
            (outcome, (next as i64).clamp(0, 100), amount)
        }

        (Stroke::Turn, Some((outcome, chance, _))) => {
            let next = match outcome {
                Outcome::Full => Outcome::Shrink,
                Outcome::Shrink => Outcome::Lost,
                Outcome::Lost if recorded.is_none() => return Ok(None),
                Outcome::Lost => Outcome::Full,
            };
            let shrunk = arr.map(|arr| (arr as f64 * SHRUNK).round() as i64);
            (next, chance, shrunk.filter(|_| next == Outcome::Shrink))
        }
        _ => {
            let arr = arr.ok_or("Its ARR is not known: there is nothing to add to.")?;
            let (_, chance, amount) = now.unwrap_or((Outcome::Full, MIDDLE, None));
            // A forecast knows of no more than all of it.
            let next = amount_step(amount.unwrap_or(arr), arr, real, stroke.up()).min(arr);
            let outcome = if next < arr { Outcome::Shrink } else { Outcome::Full };
            (outcome, chance, Some(next).filter(|next| *next != arr))
        }
    };
    let wanted = (outcome, probability, amount);
    // The way back to what was said tries nothing.
    Ok((recorded != Some(wanted)).then_some(Try::Renewal { account, outcome, probability, amount }))
}

fn comes(stroke: Stroke, account: Id, tries: &Tries, real: &Real) -> Result<Option<Try>, String> {
    let records = real.records(account).ok_or("It is no longer in the book.")?;
    let own = brings(records, &real.rules.exchange, real.today);
    let pays = match tries.on(Lever::Comes(account)) {
        Some(Try::Won(_, amount)) => Some(*amount),
        _ => None,
    };
    match stroke {
        Stroke::Flip | Stroke::Turn if pays.is_some() => Ok(None),
        Stroke::Flip | Stroke::Turn => Ok(Some(Try::Won(account, own))),
        _ => {
            let from = pays.unwrap_or(own).unwrap_or(0);
            let next = amount_step(from, own.unwrap_or_else(|| first(real)), real, stroke.up());
            Ok(Some(Try::Won(account, Some(next).filter(|next| *next > 0))))
        }
    }
}

/// An amount that nobody knows moves as if it were this: a hundred thousand.
fn first(real: &Real) -> i64 {
    100_000 * 10_i64.pow(real.rules.exchange.base.digits())
}

fn won(
    stroke: Stroke,
    account: Id,
    opportunity: Id,
    tries: &Tries,
    real: &Real,
) -> Result<Option<Try>, String> {
    let records = real.records(account).ok_or("It is no longer in the book.")?;
    let found = records.opportunities.iter().find(|one| one.id == opportunity);
    let own = worth(found.ok_or("It is no longer in the book.")?, &real.rules.exchange);
    let pays = match tries.on(Lever::Opportunity { account, opportunity }) {
        Some(Try::Opportunity { amount, .. }) => Some(*amount),
        _ => None,
    };
    let next = match stroke {
        Stroke::Flip | Stroke::Turn if pays.is_some() => return Ok(None),
        Stroke::Flip | Stroke::Turn => own.ok_or("Its yearly value is not known: + tries one.")?,
        _ => {
            let from = pays.or(own).unwrap_or(0);
            amount_step(from, own.unwrap_or_else(|| first(real)), real, stroke.up())
        }
    };
    Ok((next > 0).then_some(Try::Opportunity { account, opportunity, amount: next }))
}
