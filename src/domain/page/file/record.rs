//! How complete the record is: what is missing, each where it is written.

use super::account;
use crate::domain::contact::{Contact, Level, Role, Stance};
use crate::domain::page::{Case, Cell, Entry, Ground, Kind, Line, Link, Proof, Span};
use chrono::NaiveDate;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let found = &case.picture.completeness;
    let figure = format!("{} of {} filled in", found.filled, found.of);
    let ground = Ground::new(format!("Record: {figure}"), "completeness")
        .say("What belongs to the record of an account of its tier.")
        .on(found.there.iter().map(|what| Proof::by(*what, written(what, case))))
        .on(found
            .missing
            .iter()
            .map(|one| Proof::by(format!("missing: {}", one.what), written(one.what, case))));
    let title = Line::part("Record", vec![Span::text(figure)]);
    let mut lines = vec![title.with(Entry::figure("record", ground))];
    lines.extend(found.missing.iter().map(|one| {
        let link = written(one.what, case);
        let whom = link.id.filter(|_| link.kind == Kind::Contact);
        let whom = whom.and_then(|id| case.records.contacts.iter().find(|who| who.id == id));
        let perhaps = whom.map_or_else(String::new, |who| match one.what {
            "levels" => format!(": {}", who.name),
            _ => format!(", perhaps {}", who.name),
        });
        let ground = Ground::new(format!("Missing: {}", one.what), "completeness")
            .say(format!("Not written down: {}.", one.how));
        let cells = vec![
            Cell::left(15, vec![Span::watch(one.what)]),
            Cell::rest(vec![Span::dim(format!("{}{perhaps}", one.how))]),
        ];
        let entry = Entry { key: format!("missing {}", one.what), ..Entry::record(link, ground) };
        Line::row(cells).with(entry)
    }));
    lines
}

/// The form in which it is written.
fn written(what: &str, case: &Case<'_>) -> Link {
    let records = case.records;
    let active = || records.contacts.iter().filter(|one| one.active_on(case.today));
    let person = |found: Option<&Contact>| {
        found.map_or(Link::new(Kind::Contact), |one| Link::to(Kind::Contact, one.id))
    };
    let spoke = |one: &Contact| -> Option<NaiveDate> {
        let talks = records.last_two_way_with.iter().filter(|(id, _)| *id == one.id);
        talks.map(|(_, day)| *day).max()
    };
    match what {
        "ARR" => Link::new(Kind::Revenue),
        "end date" | "notice" => match &records.contract {
            Some(contract) => Link::to(Kind::Contract, contract.id),
            None => Link::new(Kind::Contract),
        },
        "people" => Link::new(Kind::Contact),
        "levels" => person(active().find(|one| one.level.is_none())),
        "champion" => {
            let held = active().find(|one| one.roles.has(Role::Champion));
            person(held.or_else(|| {
                active().max_by_key(|one| {
                    let likely = one.roles.has(Role::PotentialChampion);
                    let for_us = one.stance == Some(Stance::Supporter);
                    (likely, for_us, one.level == Some(Level::Influencer), spoke(one))
                })
            }))
        }
        "economic buyer" => {
            let held = active().find(|one| one.roles.has(Role::EconomicBuyer));
            person(held.or_else(|| {
                active().max_by_key(|one| (one.level == Some(Level::DecisionMaker), spoke(one)))
            }))
        }
        "sponsor pair" => match case.picture.our_side.sponsors.iter().find(|one| one.running) {
            Some(pair) => Link::to(Kind::SponsorPair, pair.pair),
            None => Link::new(Kind::SponsorPair),
        },
        "goals" => match case.picture.growth.success_plan.goals.first() {
            Some(goal) if case.picture.growth.success_plan.running > 0 => {
                Link::to(Kind::Goal, goal.id)
            }
            _ => Link::new(Kind::Goal),
        },
        "discovery" => match case.picture.growth.understanding.history.first() {
            Some(held) => Link::to(Kind::Discovery, held.id),
            None => Link::new(Kind::Discovery),
        },
        "plan" => match &records.plan {
            Some(plan) => Link::to(Kind::Plan, plan.id),
            None => Link::new(Kind::Plan),
        },
        "Pulse" => match case.picture.own_scores.first() {
            Some(_) => own_pulse(case),
            None => Link::new(Kind::OwnScore),
        },
        _ => account(case),
    }
}

/// The newest own digit of how it feels.
fn own_pulse(case: &Case<'_>) -> Link {
    use crate::domain::account::own_score::Factor;
    let pulse = case.records.own_scores.iter().filter(|one| one.factor == Factor::Pulse);
    match pulse.max_by_key(|one| (one.on_date, one.id)) {
        Some(one) => Link::to(Kind::OwnScore, one.id),
        None => Link::new(Kind::OwnScore),
    }
}
