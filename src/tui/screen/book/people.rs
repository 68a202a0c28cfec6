//! The other views of the map: the same people by what they answered, by how lately we spoke, by
//! the power they hold and the side they are on.
//!
//! ```text
//! │           detractor promoter …
//! │ DECIDE    A. Ruiz
//! ```

use super::{MapView, Sight, seat};
use crate::domain::book::row::Dossier;
use crate::domain::contact::{Contact, Influence, Stance};
use crate::domain::map::{DETRACTOR, PROMOTER, Seat, getting_old, vote};
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::person;
use crate::tui::widget::phrase;
use ratatui::style::Style;

/// Spoken with within so many days is warm, within so many it works, else cold.
const WARM_DAYS: i64 = 30;
const WORKING_DAYS: i64 = 90;

/// `detractor`, `passive`, `promoter` on the scale 0-10.
pub const fn stands(points: i64) -> &'static str {
    match vote(points) {
        PROMOTER => "promoter",
        DETRACTOR => "detractor",
        _ => "passive",
    }
}

/// Rows and columns of one view, and whom it cannot place.
struct Picture {
    columns: [(&'static str, Style); 3],
    rows: Vec<(&'static str, [Vec<String>; 3])>,
    /// Names that stand in no column, and what they lack.
    aside: (&'static str, Vec<String>),
}

pub fn draw(view: MapView, pen: &mut Pen<'_>, tall: bool, dossier: &Dossier, sight: &Sight<'_>) {
    let theme = sight.theme;
    let roomy = pen.width() >= 38;
    let picture = match view {
        MapView::Power => power(dossier, theme, roomy),
        MapView::Warmth => warmth(dossier, sight, roomy),
        MapView::Feedback | MapView::Coverage => feedback(dossier, theme, roomy),
    };
    let label = if roomy { 11 } else { 4 };
    let step = pen.width().saturating_sub(label).div_ceil(3);
    let x = |column: usize| label + column as u16 * step;
    for (column, (title, style)) in picture.columns.iter().enumerate() {
        pen.cell(x(column), 0, step - 1, title, *style);
    }
    let lines: u16 = if tall && pen.height() >= 9 { 2 } else { 1 };
    for (row, (title, cells)) in picture.rows.iter().enumerate() {
        let y = 1 + row as u16 * lines;
        pen.cell(1, y, label - 1, title, theme.dim);
        for (column, names) in cells.iter().enumerate() {
            cell(&mut pen.part(x(column), y, step - 1, lines), names, theme);
        }
    }
    let y = (2 + 3 * lines).min(pen.height().saturating_sub(2));
    let (lack, names) = &picture.aside;
    if !names.is_empty() {
        let text = format!("{lack} {}: {}", names.len(), names.join(", "));
        pen.cell(1, y, pen.width().saturating_sub(2), &text, theme.dim);
    }
}

/// Names under each other, the last line saying how many more there are.
fn cell(pen: &mut Pen<'_>, names: &[String], theme: &Theme) {
    if names.is_empty() {
        pen.at(0, 0, "·", theme.quiet);
        return;
    }
    let room = usize::from(pen.height());
    let more = names.len().saturating_sub(room);
    for (line, name) in names.iter().take(room).enumerate() {
        let last = line + 1 == room && more > 0;
        let tail = if last { format!(" +{more}") } else { String::new() };
        let columns = pen.width().saturating_sub(tail.len() as u16);
        let end = pen.cell(0, line as u16, columns, name, theme.text);
        pen.at(end, line as u16, &tail, theme.dim);
    }
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

fn feedback(dossier: &Dossier, theme: &Theme, roomy: bool) -> Picture {
    let mut aside = Vec::new();
    let rows = seated(dossier, roomy)
        .map(|(label, people)| {
            let mut cells: [Vec<String>; 3] = Default::default();
            for (seat, contact) in people {
                let name = person::short_name(&contact.name);
                match seat.nps {
                    Some(points) => {
                        let column = match vote(points) {
                            PROMOTER => 2,
                            DETRACTOR => 0,
                            _ => 1,
                        };
                        cells[column].push(format!("{name} {points}"));
                    }
                    None if seat.silent => aside.push(format!("{name} ?")),
                    None => aside.push(name),
                }
            }
            (label, cells)
        })
        .collect();
    Picture {
        columns: [
            ("detractor", theme.state_risk),
            ("passive", theme.state_watch),
            ("promoter", theme.state_healthy),
        ],
        rows,
        aside: ("no answer", aside),
    }
}

fn warmth(dossier: &Dossier, sight: &Sight<'_>, roomy: bool) -> Picture {
    let theme = sight.theme;
    let mut aside = Vec::new();
    let rows = seated(dossier, roomy)
        .map(|(label, people)| {
            let mut cells: [Vec<String>; 3] = Default::default();
            for (seat, contact) in people {
                let ago = seat.last_two_way_on.map(|day| phrase::days_between(day, sight.today));
                let column = match ago {
                    Some(..=WARM_DAYS) => 2,
                    Some(..=WORKING_DAYS) => 1,
                    _ => 0,
                };
                let name = person::short_name(&contact.name);
                if getting_old(seat.verified_on, sight.rules, sight.today) {
                    aside.push(name.clone());
                }
                cells[column].push(name);
            }
            (label, cells)
        })
        .collect();
    Picture {
        columns: [
            ("cold", theme.state_risk),
            ("working", theme.state_watch),
            ("warm", theme.state_healthy),
        ],
        rows,
        aside: ("getting old ~", aside),
    }
}

fn power(dossier: &Dossier, theme: &Theme, roomy: bool) -> Picture {
    let mut aside = Vec::new();
    let mut rows: Vec<(&'static str, [Vec<String>; 3])> = Influence::ALL
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
        let name = person::short_name(&contact.name);
        let row = contact.influence.and_then(|influence| rows.get_mut(influence as usize));
        match (row, contact.stance) {
            (Some((_, cells)), Some(stance)) => {
                let column = match stance {
                    Stance::Opponent => 0,
                    Stance::Neutral => 1,
                    Stance::Supporter => 2,
                };
                cells[column].push(name);
            }
            _ => aside.push(name),
        }
    }
    Picture {
        columns: [
            ("opponent", theme.state_risk),
            ("neutral", theme.text),
            ("supporter", theme.state_healthy),
        ],
        rows,
        aside: ("influence or stance open", aside),
    }
}
