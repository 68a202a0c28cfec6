//! One row of the map as seats side by side: people, empty seats inside the target, blanks beyond.

use super::{BookScreen, MapView};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Level};
use crate::domain::map::{LevelRow, Map, Seat};

/// What stands in one place of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place<'a> {
    Person(&'a Seat),
    /// Wanted and not filled.
    Empty,
    /// So many people or empty seats more than there is room for.
    More(usize),
}

/// A level's places in at most `columns`.
#[must_use]
pub fn places(row: &LevelRow, columns: usize) -> Vec<Place<'_>> {
    let mut places: Vec<Place<'_>> = row.seats.iter().map(Place::Person).collect();
    let wanted = row.target.max(places.len());
    places.resize(wanted, Place::Empty);
    if places.len() > columns && columns > 0 {
        let more = places.len() - (columns - 1);
        places.truncate(columns - 1);
        places.push(Place::More(more));
    }
    places
}

/// Columns that the map has in a pane with so many columns for seats: three, more where a target
/// asks for them and there is room.
#[must_use]
pub fn columns(map: &Map, room: u16) -> usize {
    let wanted = map.rows.iter().map(|row| row.seats.len().max(row.target)).max().unwrap_or(3);
    wanted.clamp(3, usize::from(room / 10).max(3))
}

/// The record of a person on the map.
#[must_use]
pub fn contact(dossier: &Dossier, id: Id) -> Option<&Contact> {
    dossier.records.contacts.iter().find(|contact| contact.id == id)
}

/// How somebody stands on the map, placed or not.
#[must_use]
pub fn seat_of(dossier: &Dossier, person: Id) -> Option<&Seat> {
    let map = &dossier.standing.map;
    let mut seats = map.rows.iter().flat_map(|row| &row.seats).chain(&map.not_placed);
    seats.find(|seat| seat.contact == person)
}

/// The row of those who are not placed.
pub const NOT_PLACED: usize = Level::ALL.len();

/// Row and column of a person on the three levels.
#[must_use]
pub fn of(map: &Map, person: Id) -> Option<(usize, usize)> {
    map.rows.iter().enumerate().find_map(|(level, row)| {
        let seat = row.seats.iter().position(|seat| seat.contact == person)?;
        Some((level, seat))
    })
}

impl BookScreen {
    /// The chosen place of the map, where the one who was chosen sits by now.
    pub(super) fn seat(&self, map: &Map) -> (usize, usize) {
        self.sitter.and_then(|person| of(map, person)).unwrap_or(self.seat)
    }

    /// Whether the chosen place is that of somebody who is not placed.
    pub(super) fn seat_waits(&self) -> bool {
        self.map_view == MapView::Coverage && waits(self.seat)
    }

    /// Remembers who sits on the chosen place.
    pub(super) fn hold_seat(&mut self, map: &Map) {
        let (level, seat) = self.seat;
        let row = map.rows.get(level);
        self.sitter = row.and_then(|row| row.seats.get(seat)).map(|seat| seat.contact);
    }
}

/// Whether a place of the map is that of somebody who is not placed: below the three levels.
#[must_use]
pub const fn waits((row, _): (usize, usize)) -> bool {
    row >= NOT_PLACED
}

/// `DECIDE` or `DM`.
#[must_use]
pub const fn label(level: Level, roomy: bool) -> &'static str {
    match (level, roomy) {
        (Level::DecisionMaker, true) => "DECIDE",
        (Level::Influencer, true) => "INFLUENCE",
        (Level::User, true) => "USE",
        (Level::DecisionMaker, false) => "DM",
        (Level::Influencer, false) => "IN",
        (Level::User, false) => "US",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(id: i64) -> Seat {
        Seat {
            contact: Id(id),
            freshness: 1.0,
            verified_on: None,
            last_two_way_on: None,
            nps: None,
            silent: false,
        }
    }

    #[test]
    fn a_row_shows_people_then_what_is_missing() {
        let row = |target, people: i64| LevelRow {
            level: Level::User,
            target,
            seats: (0..people).map(seat).collect(),
            coverage: None,
        };
        let one = row(3, 1);
        assert_eq!(places(&one, 3)[1..], [Place::Empty, Place::Empty]);
        assert!(matches!(places(&one, 3)[0], Place::Person(_)));
        assert_eq!(places(&row(1, 0), 3), [Place::Empty]);
        let many = row(3, 5);
        assert_eq!(places(&many, 3)[2], Place::More(3));
        assert_eq!(places(&many, 5).len(), 5);
    }
}
