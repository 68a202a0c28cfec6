//! The map from the records: seats, targets, coverage, single thread and NPS.

use super::{LevelRow, Map, Seat, WELL_KNOWN, freshness};
use crate::domain::contact::{Contact, Level, Role};
use crate::domain::feedback::{Answer, Scale};
use crate::domain::money::Money;
use crate::domain::records::Records;
use crate::domain::revenue::arr_on;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// The map on a day. `arr` is in the base currency; without a rate the targets follow the figure
/// itself.
#[must_use]
pub fn map(records: &Records, arr: Option<Money>, rules: &Rules, today: NaiveDate) -> Map {
    let arr = arr.or_else(|| arr_on(&records.revenue, today));
    let target = rules.target(arr, records.account.tier).max(1);
    let mut seats: [Vec<(u8, Seat)>; 3] = [const { Vec::new() }; 3];
    let mut not_placed = Vec::new();
    let mut ever_verified = false;
    let (mut known, mut active, mut silent) = (0, 0, 0);
    for contact in &records.contacts {
        let here = contact.active_on(today);
        let seat = seat(contact, here, records, rules, today);
        ever_verified |= contact.level.is_some()
            && seat.verified_on.is_some()
            && contact.archived_on.is_none_or(|archived| archived > today);
        if here {
            active += 1;
            known += usize::from(seat.freshness >= WELL_KNOWN);
            silent += usize::from(seat.silent);
        } else if !shown_as_left(contact, rules, today) {
            continue;
        }
        match contact.level {
            Some(level) => seats[row_of(level)].push((place(contact, here), seat)),
            None if here => not_placed.push(seat),
            None => {}
        }
    }
    not_placed.sort_by(freshest_first);
    let filled_on = |row: &[(u8, Seat)]| row.iter().filter(|(place, _)| *place < LEFT).count();
    let levels_met = seats.iter().filter(|row| filled_on(row) > 0).count();
    let filled = seats.iter().map(|row| filled_on(row).min(target)).sum();
    let rows = [Level::DecisionMaker, Level::Influencer, Level::User].map(|level| {
        let mut row = std::mem::take(&mut seats[row_of(level)]);
        row.sort_by(|(a, one), (b, two)| a.cmp(b).then_with(|| freshest_first(one, two)));
        let fresh: f64 = row.iter().map(|(_, seat)| seat.freshness).sum();
        let coverage = ever_verified.then(|| fresh.min(target as f64) / target as f64);
        let seats = row.into_iter().map(|(_, seat)| seat).collect();
        LevelRow { level, target, seats, coverage }
    });
    let coverage = ever_verified.then(|| {
        let parts = rows.iter().zip(rules.level_weights);
        parts.map(|(row, weight)| row.coverage.unwrap_or(0.0) * weight).sum()
    });
    let votes = votes(records, rules, today);
    Map {
        rows,
        not_placed,
        coverage,
        filled,
        wanted: 3 * target,
        single_threaded: active > 0 && (known < 2 || levels_met == 1),
        nps: nps(votes),
        answers: [votes[0], votes[1], votes[2], silent],
    }
}

/// round(100 × (promoters − detractors) / answers), halves away from zero; none without answers.
#[must_use]
pub(crate) fn nps([promoters, passives, detractors]: [usize; 3]) -> Option<i64> {
    let all = promoters + passives + detractors;
    (all > 0).then(|| (100.0 * (promoters as f64 - detractors as f64) / all as f64).round() as i64)
}

/// Places of promoters (9-10) and detractors (0-6); passives (7-8) stand between.
pub(crate) const PROMOTER: usize = 0;
pub(crate) const DETRACTOR: usize = 2;

/// Place of an answer among promoters, passives, detractors.
#[must_use]
pub(crate) const fn vote(points: i64) -> usize {
    match points {
        9.. => PROMOTER,
        7 | 8 => 1,
        _ => DETRACTOR,
    }
}

/// Place in a row of somebody who left; lower ones are here.
const LEFT: u8 = 3;

fn place(contact: &Contact, here: bool) -> u8 {
    if !here {
        LEFT
    } else if contact.roles.has(Role::Champion) {
        0
    } else if contact.roles.has(Role::EconomicBuyer) {
        1
    } else {
        2
    }
}

/// Place of a level's row on the map.
pub(crate) fn row_of(level: Level) -> usize {
    match level {
        Level::DecisionMaker => 0,
        Level::Influencer => 1,
        Level::User => 2,
    }
}

fn freshest_first(one: &Seat, two: &Seat) -> std::cmp::Ordering {
    two.freshness.total_cmp(&one.freshness).then(one.contact.cmp(&two.contact))
}

fn shown_as_left(contact: &Contact, rules: &Rules, today: NaiveDate) -> bool {
    contact.archived_on.is_none_or(|archived| archived > today)
        && contact
            .left_on
            .is_some_and(|left| (today - left).num_days() <= rules.days(Limit::LeftShown))
}

fn seat(contact: &Contact, here: bool, records: &Records, rules: &Rules, today: NaiveDate) -> Seat {
    let last_two_way_on = records
        .last_two_way_with
        .iter()
        .filter(|(id, on_date)| *id == contact.id && *on_date <= today)
        .map(|(_, on_date)| *on_date)
        .max();
    let answers = || {
        records
            .answers
            .iter()
            .filter(|answer| answer.contact_id == Some(contact.id) && answer.on_date <= today)
    };
    let answered_on = answers().map(|answer| answer.on_date).max();
    let verified_on = contact.verified_on.max(last_two_way_on).max(answered_on);
    let invited_on = records
        .invitations
        .iter()
        .filter(|invitation| invitation.contact_id == contact.id && invitation.on_date <= today)
        .map(|invitation| invitation.on_date)
        .max();
    let silent = here
        && invited_on.is_some_and(|asked| {
            (today - asked).num_days() <= rules.days(Limit::SurveyEvery)
                && answered_on.is_none_or(|day| day < asked)
        });
    let latest = answers()
        .filter(|answer| counts(answer, rules, today))
        .max_by_key(|answer| (answer.on_date, answer.id));
    Seat {
        contact: contact.id,
        freshness: if here { freshness(verified_on, rules, today) } else { 0.0 },
        verified_on,
        last_two_way_on,
        nps: latest.filter(|_| here).map(|answer| answer.points),
        silent,
    }
}

fn counts(answer: &Answer, rules: &Rules, today: NaiveDate) -> bool {
    answer.scale == Scale::Nps
        && answer.on_date <= today
        && (today - answer.on_date).num_days() <= rules.days(Limit::NpsDays)
}

/// The NPS answers that count on a day: of each contact the latest within 365 d, and every
/// anonymous one. Answers of people who are gone `today` do not count.
pub(crate) fn latest_nps<'a>(
    records: &'a Records,
    rules: &Rules,
    on: NaiveDate,
    today: NaiveDate,
) -> Vec<(Option<&'a Contact>, &'a Answer)> {
    let mut latest: Vec<(Option<&Contact>, &Answer)> = Vec::new();
    for answer in records.answers.iter().filter(|answer| counts(answer, rules, on)) {
        let contact = answer
            .contact_id
            .and_then(|id| records.contacts.iter().find(|contact| contact.id == id));
        if contact.is_some_and(|contact| !contact.active_on(today)) {
            continue;
        }
        let same =
            |other: &Answer| answer.contact_id.is_some() && other.contact_id == answer.contact_id;
        match latest.iter_mut().find(|(_, other)| same(other)) {
            Some((_, newest)) => {
                if (answer.on_date, answer.id) > (newest.on_date, newest.id) {
                    *newest = answer;
                }
            }
            None => latest.push((contact, answer)),
        }
    }
    latest
}

fn votes(records: &Records, rules: &Rules, today: NaiveDate) -> [usize; 3] {
    let mut votes = [0; 3];
    for (_, answer) in latest_nps(records, rules, today, today) {
        votes[vote(answer.points)] += 1;
    }
    votes
}

#[cfg(test)]
mod tests;
