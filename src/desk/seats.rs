//! The nine seats of the map as one line of signs.

use crate::domain::map::Map;
use crate::domain::records::Records;

/// Up to this freshness a seat is drawn as getting old: half a year, after which the map is
/// revisited. Source: the account-management guide.
const GETTING_OLD: f64 = 1.0 - 182.0 / crate::domain::map::ROT_DAYS as f64;

/// Three groups of three, one sign each: `●` fresh, `~` old, `·` empty, `✕` left, space beyond
/// the target.
pub(super) fn seats(records: &Records, map: &Map) -> String {
    let left = |contact| {
        records.contacts.iter().any(|person| person.id == contact && person.left_on.is_some())
    };
    let rows = map.rows.iter().map(|row| {
        (0..3).map(|place| match row.seats.get(place) {
            Some(seat) if left(seat.contact) => '✕',
            Some(seat) if seat.freshness > GETTING_OLD => '●',
            Some(_) => '~',
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
