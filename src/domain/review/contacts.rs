//! The people most worth making sure of: how much somebody matters, times how far the record has
//! rotted. The weights are this project's own decision.

use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Influence, Level, Role};
use crate::domain::day::span;
use crate::domain::map::Seat;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::standing::Standing;
use chrono::NaiveDate;

/// So many are gone through in a review.
pub const SHOWN: usize = 10;

/// Whoever was verified within so many days needs no second look.
const YOUNG: i64 = 91;

/// Somebody whose record is in doubt.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Doubtful {
    pub account: Id,
    pub name: String,
    pub contact: Id,
    pub person: String,
    pub title: Option<String>,
    /// Importance: level × role × tier.
    pub matters: f64,
    /// 0-1: 1 where nothing ever made sure of the record.
    pub rot: f64,
    /// What both make together; the list is in this order.
    pub worth: f64,
    pub verified_on: Option<NaiveDate>,
    pub last_talk_on: Option<NaiveDate>,
    /// `decision maker, champion · Strategic · not verified for 14 mo`.
    pub why: String,
}

/// What a level weighs: as in coverage, on a scale of its own; not placed is the least.
fn level(contact: &Contact, rules: &Rules) -> f64 {
    contact.level.map_or(rules.level_weights[2], |level| match level {
        Level::DecisionMaker => rules.level_weights[0],
        Level::Influencer => rules.level_weights[1],
        Level::User => rules.level_weights[2],
    })
}

/// Whom much hangs on counts half as much again; who has little say half.
fn role(contact: &Contact) -> f64 {
    let weighty = [Role::Champion, Role::EconomicBuyer, Role::ExecutiveSponsor];
    let weighty = weighty.iter().any(|role| contact.roles.has(*role));
    match contact.influence {
        _ if weighty => 1.5,
        Some(Influence::High) => 1.5,
        Some(Influence::Low) => 0.5,
        _ => 1.0,
    }
}

const fn tier(tier: Option<Tier>) -> f64 {
    match tier {
        Some(Tier::Strategic) => 3.0,
        Some(Tier::Growth) => 2.0,
        Some(Tier::Maintenance) | None => 1.0,
    }
}

/// The people of an account whose records are in doubt, in no order.
pub fn doubtful(
    records: &Records,
    standing: &Standing,
    rules: &Rules,
    today: NaiveDate,
) -> Vec<Doubtful> {
    let rows = standing.map.rows.iter().flat_map(|row| &row.seats);
    let seats = rows.chain(&standing.map.not_placed);
    let judged = |seat: &Seat| {
        let contact = records.contacts.iter().find(|one| one.id == seat.contact)?;
        let age = seat.verified_on.map(|on| (today - on).num_days());
        if !contact.active_on(today) || age.is_some_and(|age| age < YOUNG) {
            return None;
        }
        let matters = level(contact, rules) * role(contact) * tier(standing.tier);
        let rot = 1.0 - seat.freshness;
        Some(Doubtful {
            account: standing.account,
            name: standing.name.clone(),
            contact: contact.id,
            person: contact.name.clone(),
            title: contact.title.clone(),
            matters,
            rot,
            worth: matters * rot,
            verified_on: seat.verified_on,
            last_talk_on: seat.last_two_way_on,
            why: why(contact, standing.tier, age),
        })
    };
    seats.filter_map(judged).collect()
}

fn why(contact: &Contact, tier: Option<Tier>, age: Option<i64>) -> String {
    let mut who = vec![contact.level.map_or("not placed", Level::word)];
    who.extend(contact.roles.iter().map(Role::word));
    let tier = tier.map_or_else(String::new, |tier| format!(" · {tier}"));
    let age = age.map_or_else(
        || "never verified".to_owned(),
        |age| format!("not verified for {}", span(age)),
    );
    format!("{}{tier} · {age}", who.join(", "))
}

/// Leaves the ten most worth it.
pub(super) fn first(mut all: Vec<Doubtful>) -> Vec<Doubtful> {
    all.sort_by(|one, two| {
        two.worth
            .total_cmp(&one.worth)
            .then_with(|| (&one.name, &one.person).cmp(&(&two.name, &two.person)))
            .then_with(|| one.contact.cmp(&two.contact))
    });
    all.truncate(SHOWN);
    all
}

#[cfg(test)]
mod tests;
