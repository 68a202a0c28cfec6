//! One seat as it is drawn: who sits there, what they answered, how long ago we spoke.
//!
//! ```text
//! ★J. Roy 5   M. Ito ?    ✕T. Lee    ·
//! Head 12 d   Dir 9 mo~   left 6 d   empty
//! ```

use super::Sight;
use super::seat::{self, Place};
use crate::domain::book::row::Dossier;
use crate::domain::contact::{Contact, Level};
use crate::domain::map::{DETRACTOR, PROMOTER, Seat, getting_old, vote};
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::person;
use crate::tui::widget::phrase::{self, UNKNOWN};
use ratatui::style::Style;

/// Draws a place of the map; `focus`: the chosen one of the focused pane.
pub fn draw(
    mut pen: Pen<'_>,
    place: Place<'_>,
    level: Level,
    focus: bool,
    dossier: &Dossier,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    let two_lines = pen.height() > 1;
    if focus {
        for y in 0..pen.height() {
            pen.paint(y, theme.selected);
        }
    }
    let in_style = |style: Style| if focus { theme.selected } else { style };
    match place {
        Place::Empty => {
            pen.at(0, 0, "·", in_style(theme.quiet));
            if two_lines {
                pen.at(0, 1, "empty", in_style(theme.quiet));
            }
        }
        Place::More(count) => _ = pen.at(0, 0, &format!("+{count} more"), in_style(theme.dim)),
        Place::Person(seat) => {
            let Some(contact) = seat::contact(dossier, seat.contact) else { return };
            name(&mut pen, seat, contact, theme, &in_style);
            if two_lines {
                under_name(&mut pen, seat, contact, level, sight, &in_style);
            }
        }
    }
}

/// `★J. Roy 5`, `M. Ito ?`.
fn name(
    pen: &mut Pen<'_>,
    seat: &Seat,
    contact: &Contact,
    theme: &Theme,
    in_style: &dyn Fn(Style) -> Style,
) {
    let left = contact.left_on.is_some();
    let sign = person::sign(contact);
    let sign_style = match sign {
        "✕" => theme.state_risk,
        _ => theme.accent,
    };
    let said = match seat.nps {
        _ if left => None,
        Some(points) => Some((points.to_string(), answer(points, theme))),
        None if seat.silent => Some(("?".to_owned(), theme.state_watch)),
        None => None,
    };
    let tail = said.as_ref().map_or(0, |(text, _)| text.len() as u16 + 1);
    let room = pen.width().saturating_sub(tail + text::width(sign) as u16);
    let x = pen.at(0, 0, sign, in_style(sign_style));
    let style = if left { theme.dim } else { theme.text };
    let name = person::fitting_name(&contact.name, usize::from(room));
    let x = pen.cell(x, 0, room, &name, in_style(style));
    if let Some((said, style)) = said {
        pen.at(x + 1, 0, &said, in_style(style));
    }
}

/// The style of an answer on the scale 0-10.
pub const fn answer(points: i64, theme: &Theme) -> Style {
    match vote(points) {
        PROMOTER => theme.state_healthy,
        DETRACTOR => theme.state_risk,
        _ => theme.state_watch,
    }
}

/// `CFO 34 d`, `Dir 9 mo~`, `left 6 d`.
fn under_name(
    pen: &mut Pen<'_>,
    seat: &Seat,
    contact: &Contact,
    level: Level,
    sight: &Sight<'_>,
    in_style: &dyn Fn(Style) -> Style,
) {
    let theme = sight.theme;
    if let Some(left) = contact.left_on {
        let ago = phrase::span(phrase::days_between(left, sight.today));
        pen.at(0, 1, &format!("left {ago}"), in_style(theme.dim));
        return;
    }
    let ago = seat.last_two_way_on.map_or_else(
        || UNKNOWN.to_owned(),
        |day| phrase::span(phrase::days_between(day, sight.today)),
    );
    let old = if getting_old(seat.verified_on, sight.rules, sight.today) { "~" } else { "" };
    let room = pen.width().saturating_sub((text::width(&ago) + old.len()) as u16 + 1);
    // A user's title says little; the seat is too narrow for both.
    let telling = level != Level::User || pen.width() >= 14;
    let title = contact.title.as_deref().filter(|_| telling).map(person::short_title);
    let x = match title {
        Some(title) if text::width(&title) <= usize::from(room) => {
            pen.cell(0, 1, room, &title, in_style(theme.dim)) + 1
        }
        _ => 0,
    };
    let x = pen.at(x, 1, &ago, in_style(theme.dim));
    pen.at(x, 1, old, in_style(theme.state_watch));
}
