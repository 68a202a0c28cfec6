//! The nine seats of the map as one line of signs.

use crate::domain::map::{Map, getting_old};
use crate::domain::records::Records;
use chrono::NaiveDate;

/// Three groups of three, one sign each: `●` fresh, `~` old, `·` empty, `✕` left, space beyond
/// the target.
pub(super) fn seats(records: &Records, map: &Map, today: NaiveDate) -> String {
    let left = |contact| {
        records.contacts.iter().any(|person| person.id == contact && person.left_on.is_some())
    };
    let rows = map.rows.iter().map(|row| {
        (0..3).map(|place| match row.seats.get(place) {
            Some(seat) if left(seat.contact) => '✕',
            Some(seat) if getting_old(seat.verified_on, today) => '~',
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
