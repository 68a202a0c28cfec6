//! What stands behind a seat of the map: a person, or the want of one.

use super::{Ground, Kind, Link, Proof};
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::day::{day, days, days_between};
use crate::domain::feedback::{Answer, Scale};
use crate::domain::map::{DETRACTOR, Map, PROMOTER, Seat, vote, warmth};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::score::print::percent;
use chrono::NaiveDate;

/// How well somebody is known, how they answered, how warm the talk is.
#[must_use]
pub fn person(
    records: &Records,
    map: &Map,
    contact: &Contact,
    rules: &Rules,
    today: NaiveDate,
) -> Ground {
    let all = map.rows.iter().flat_map(|row| &row.seats).chain(&map.not_placed);
    let seat = all.into_iter().find(|seat| seat.contact == contact.id);
    let mut ground = Ground::new(&contact.name, "freshness");
    if let Some(left) = contact.left_on {
        let left = day(left, today);
        ground = ground.say(format!("Left on {left}: nobody here any more, and no answer counts."));
    } else if let Some(seat) = seat {
        ground = ground.say(known(seat, rules, today)).say(answered(seat)).say(warm(seat, today));
    }
    if contact.level.is_none() {
        ground = ground.say("Without a level: it stands under the map and fills no seat.");
    }
    let of_talks = records.talks.iter().filter(|talk| talk.people.contains(&contact.id)).take(3);
    let talks = of_talks.map(|talk| {
        let missed = if talk.missed { ", missed" } else { "" };
        Proof::of(format!("{}{missed}", talk.kind), talk.on_date, Link::to(Kind::Talk, talk.id))
    });
    let answers = records.answers.iter().filter(|one| one.contact_id == Some(contact.id));
    let mut asked: Vec<_> =
        records.invitations.iter().filter(|one| one.contact_id == contact.id).collect();
    asked.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    let asked = asked.into_iter().take(1).map(|one| {
        Proof::of("asked for an answer", one.on_date, Link::to(Kind::Invitation, one.id))
    });
    ground
        .on([Proof {
            text: "the record of the person".to_owned(),
            on_date: contact.verified_on,
            link: Some(Link::to(Kind::Contact, contact.id)),
            account: None,
        }])
        .on(talks)
        .on(answers.take(3).map(answer))
        .on(asked)
}

fn known(seat: &Seat, rules: &Rules, today: NaiveDate) -> String {
    match seat.verified_on {
        Some(on) => rules.told(&format!(
            "Freshness {}: verified {} ago; it is nothing after {{rot-days}}.",
            percent(seat.freshness),
            days(days_between(on, today))
        )),
        None => {
            "Never verified, so freshness is nothing: a talk or still true begins it.".to_owned()
        }
    }
}

fn answered(seat: &Seat) -> String {
    match (seat.nps, seat.silent) {
        (Some(points), _) => {
            let sort = match vote(points) {
                PROMOTER => "a promoter",
                DETRACTOR => "a detractor",
                _ => "passive",
            };
            format!("The latest answer is {points} of 10: {sort}.")
        }
        (None, true) => "Asked, and silent since: worth a call.".to_owned(),
        (None, false) => "No answer that counts, and none was asked for lately.".to_owned(),
    }
}

fn warm(seat: &Seat, today: NaiveDate) -> String {
    let state = warmth(seat.last_two_way_on, today);
    match seat.last_two_way_on {
        Some(on) => {
            let age = days(days_between(on, today));
            format!("The last two-way talk was {age} ago: {state}.")
        }
        None => format!("There was no two-way talk yet: {state}."),
    }
}

/// `gave 4: “too slow”`.
fn answer(answer: &Answer) -> Proof {
    let scale = match answer.scale {
        Scale::Nps => String::new(),
        scale => format!(" ({scale})"),
    };
    let why = answer.why.as_ref().map_or_else(String::new, |why| format!(": “{why}”"));
    let text = format!("gave {}{scale}{why}", answer.points);
    Proof::of(text, answer.on_date, Link::to(Kind::Answer, answer.id))
}

/// Why somebody is wanted on a level.
#[must_use]
pub fn seat(records: &Records, map: &Map, level: Level) -> Ground {
    let row = map.rows.iter().find(|row| row.level == level);
    let here = |id: Id| records.contacts.iter().find(|one| one.id == id && one.active());
    let known: Vec<&Contact> =
        row.iter().flat_map(|row| &row.seats).filter_map(|seat| here(seat.contact)).collect();
    let target = row.map_or(0, |row| row.target);
    let worth = records.revenue.last().map(|entry| {
        let text = format!("the target follows the ARR: {}", entry.kind);
        Proof::of(text, entry.on_date, Link::to(Kind::Revenue, entry.id))
    });
    let tier =
        Proof::by("without ARR it follows the tier", Link::to(Kind::Account, records.account.id));
    Ground::new(format!("an empty seat: {level}"), "target contacts")
        .say(format!("{target} wanted on this level, {} known. Enter fills the seat.", known.len()))
        .on(known
            .into_iter()
            .map(|one| Proof::by(format!("known: {}", one.name), Link::to(Kind::Contact, one.id))))
        .on([worth.unwrap_or(tier)])
}
