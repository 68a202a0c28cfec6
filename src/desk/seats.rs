//! The map in short: its nine seats as one line of signs, and how many people each level has.

use crate::domain::cell::Id;
use crate::domain::map::{LevelRow, Map, getting_old};
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// Three groups of three, one sign each: `●` fresh, `~` old, `·` empty, `✕` left, space beyond
/// the target.
pub(super) fn seats(records: &Records, map: &Map, rules: &Rules, today: NaiveDate) -> String {
    let rows = map.rows.iter().map(|row| {
        (0..3).map(|place| match row.seats.get(place) {
            Some(seat) if left(records, seat.contact) => '✕',
            Some(seat) if getting_old(seat.verified_on, rules, today) => '~',
            Some(_) => '●',
            None if place < row.target => '·',
            None => ' ',
        })
    });
    let mut signs = String::with_capacity(32);
    for (place, row) in rows.enumerate() {
        if place > 0 {
            signs.push(' ');
        }
        signs.extend(row);
    }
    signs
}

/// Active people on each level: decision makers, influencers, users.
pub(super) fn people(records: &Records, map: &Map) -> [i64; 3] {
    let active = |row: &LevelRow| {
        row.seats.iter().filter(|seat| !left(records, seat.contact)).count().cast_signed() as i64
    };
    map.rows.each_ref().map(active)
}

fn left(records: &Records, contact: Id) -> bool {
    records.contacts.iter().any(|person| person.id == contact && person.left_on.is_some())
}
