//! The other views of the map: the same people by what they answered, by how lately we spoke, by
//! the power they hold and the side they are on.
//!
//! ```text
//! │           detractor passive   promoter │
//! │ DECIDE    A. Ruiz 6 ·         ·        │
//! │ asked, silent 1: M. Ito                │
//! ```

use super::{MapView, Sight, seat};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Influence, Stance};
use crate::domain::map::{DETRACTOR, PROMOTER, Seat, Warmth, getting_old, vote, warmth};
use crate::tui::theme::Theme;
use crate::tui::widget::person;
use crate::tui::widget::phrase;
use ratatui::style::Style;

/// `detractor`, `passive`, `promoter` on the scale 0-10.
pub const fn stands(points: i64) -> &'static str {
    match vote(points) {
        PROMOTER => "promoter",
        DETRACTOR => "detractor",
        _ => "passive",
    }
}

/// Somebody in a view: name, and what the view says of them.
#[derive(Debug)]
pub struct Person {
    pub id: Id,
    /// In full.
    pub name: String,
    /// `★`, `$`, `✕` or nothing.
    pub sign: &'static str,
    /// As `6` or `9mo~`.
    pub tail: String,
}

impl Person {
    pub fn of(contact: &Contact, tail: impl Into<String>) -> Self {
        let sign = person::sign(contact);
        Self { id: contact.id, name: contact.name.clone(), sign, tail: tail.into() }
    }
}

/// One row: its label, and who stands in each column.
pub type Row = (&'static str, [Vec<Person>; 3]);

/// Rows and columns of one view, and whom it cannot place.
#[derive(Debug)]
pub struct Spread {
    pub columns: [(&'static str, Style); 3],
    pub rows: Vec<Row>,
    /// Those who stand in no column, by what they lack.
    pub aside: Vec<(&'static str, Vec<Person>)>,
}

/// Who stands where in a view of three columns.
pub fn spread(view: MapView, roomy: bool, dossier: &Dossier, sight: &Sight<'_>) -> Spread {
    let mut spread = match view {
        MapView::Power => power(dossier, sight.theme, roomy),
        MapView::Warmth => warm(dossier, sight, roomy),
        _ => feedback(dossier, sight.theme, roomy),
    };
    spread.aside.retain(|(_, people)| !people.is_empty());
    spread
}

/// Everybody with a level who is still there, row by row.
fn seated(
    dossier: &Dossier,
    roomy: bool,
) -> impl Iterator<Item = (&'static str, Vec<(&Seat, &Contact)>)> {
    dossier.standing.map.rows.iter().map(move |row| {
        let people = row
            .seats
            .iter()
            .filter_map(|seat| Some((seat, seat::contact(dossier, seat.contact)?)))
            .filter(|(_, contact)| contact.active())
            .collect();
        (seat::label(row.level, roomy), people)
    })
}

/// Those whom the levels leave out.
fn not_placed(dossier: &Dossier, tail: impl Fn(&Seat) -> String) -> Vec<Person> {
    let seats = dossier.standing.map.not_placed.iter();
    seats
        .filter_map(|seat| Some(Person::of(seat::contact(dossier, seat.contact)?, tail(seat))))
        .collect()
}

fn feedback(dossier: &Dossier, theme: &Theme, roomy: bool) -> Spread {
    let (mut silent, mut not_asked) = (Vec::new(), Vec::new());
    let rows = seated(dossier, roomy)
        .map(|(label, people)| {
            let mut cells: [Vec<Person>; 3] = Default::default();
            for (seat, contact) in people {
                match seat.nps {
                    Some(points) => {
                        let column = match vote(points) {
                            PROMOTER => 2,
                            DETRACTOR => 0,
                            _ => 1,
                        };
                        cells[column].push(Person::of(contact, points.to_string()));
                    }
                    None if seat.silent => silent.push(Person::of(contact, "?")),
                    None => not_asked.push(Person::of(contact, "")),
                }
            }
            (label, cells)
        })
        .collect();
    let said = |seat: &Seat| match seat.nps {
        Some(points) => points.to_string(),
        None if seat.silent => "?".to_owned(),
        None => String::new(),
    };
    Spread {
        columns: [
            ("detractor", theme.state_risk),
            ("passive", theme.state_watch),
            ("promoter", theme.state_healthy),
        ],
        rows,
        aside: vec![
            ("asked, silent", silent),
            ("not asked", not_asked),
            ("not placed", not_placed(dossier, said)),
        ],
    }
}

fn warm(dossier: &Dossier, sight: &Sight<'_>, roomy: bool) -> Spread {
    let theme = sight.theme;
    // How long ago we spoke, and whether the record is getting old.
    let tail = |seat: &Seat| {
        let ago = seat.last_two_way_on.map_or_else(
            || phrase::UNKNOWN.to_owned(),
            |day| phrase::tight_span(phrase::days_between(day, sight.today)),
        );
        let old = if getting_old(seat.verified_on, sight.rules, sight.today) { "~" } else { "" };
        format!("{ago}{old}")
    };
    let rows = seated(dossier, roomy)
        .map(|(label, people)| {
            let mut cells: [Vec<Person>; 3] = Default::default();
            for (seat, contact) in people {
                let column = match warmth(seat.last_two_way_on, sight.today) {
                    Warmth::Cold => 0,
                    Warmth::Working => 1,
                    Warmth::Warm => 2,
                };
                cells[column].push(Person::of(contact, tail(seat)));
            }
            (label, cells)
        })
        .collect();
    Spread {
        columns: [
            ("cold", theme.state_risk),
            ("working", theme.state_watch),
            ("warm", theme.state_healthy),
        ],
        rows,
        aside: vec![("not placed", not_placed(dossier, tail))],
    }
}

fn power(dossier: &Dossier, theme: &Theme, roomy: bool) -> Spread {
    let mut open = Vec::new();
    let mut rows: Vec<Row> = Influence::ALL
        .iter()
        .map(|influence| {
            let label = match (influence, roomy) {
                (Influence::High, true) => "HIGH",
                (Influence::Medium, true) => "MEDIUM",
                (Influence::Low, true) => "LOW",
                (Influence::High, false) => "HI",
                (Influence::Medium, false) => "ME",
                (Influence::Low, false) => "LO",
            };
            (label, Default::default())
        })
        .collect();
    for contact in dossier.records.contacts.iter().filter(|contact| contact.active()) {
        let row = contact.influence.and_then(|influence| rows.get_mut(influence as usize));
        match (row, contact.stance) {
            (Some((_, cells)), Some(stance)) => {
                let column = match stance {
                    Stance::Opponent => 0,
                    Stance::Neutral => 1,
                    Stance::Supporter => 2,
                };
                cells[column].push(Person::of(contact, ""));
            }
            _ => open.push(Person::of(contact, "")),
        }
    }
    Spread {
        columns: [
            ("opponent", theme.state_risk),
            ("neutral", theme.text),
            ("supporter", theme.state_healthy),
        ],
        rows,
        aside: vec![("not judged", open)],
    }
}
