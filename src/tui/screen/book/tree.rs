//! Who reports to whom, as a tree; below it those of whom nobody knows.
//!
//! ```text
//! │ $A. Ruiz  CFO                 34d │
//! │ ├ J. Roy  Head                12d │
//! │ │ └ P. Sy                     20d │
//! │ └ M. Ito  Dir                9mo~ │
//! │ not connected 1                   │
//! │ K. Ott  Shift lead     US   12d │
//! ```

use super::people::Person;
use super::spread::{self, Crowd};
use super::walk::Ranks;
use super::{Sight, seat};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::contact::tree::{self, Branch};
use crate::domain::contact::{Contact, Level};
use crate::domain::map::getting_old;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::person;
use crate::tui::widget::phrase::{self, UNKNOWN};
use chrono::NaiveDate;

/// Columns that the days since the last talk take, and those of the level before them.
const DAYS: u16 = 6;
const LEVEL: u16 = 4;

/// Everybody under each other, who is not connected last.
pub fn ranks(dossier: &Dossier, today: NaiveDate) -> Ranks {
    let (branches, loose) = tree::read(&dossier.records.contacts, today);
    let connected = branches.iter().map(|one| one.person);
    connected.chain(loose).map(|person| vec![vec![person]]).collect()
}

/// To the right the first who reports to somebody, to the left whom they report to; none where
/// they are not connected that way.
pub fn across(dossier: &Dossier, person: Id, right: bool, today: NaiveDate) -> Option<Id> {
    let (branches, _) = tree::read(&dossier.records.contacts, today);
    let at = branches.iter().position(|one| one.person == person)?;
    let depth = branches.get(at)?.follow.len();
    if right {
        branches.get(at + 1).filter(|one| one.follow.len() > depth).map(|one| one.person)
    } else {
        let before = branches.iter().take(at).rev();
        before.into_iter().find(|one| one.follow.len() < depth).map(|one| one.person)
    }
}

/// What stands on one line.
enum Line {
    Person(Branch),
    /// Over those who are not connected.
    Heading(String),
}

fn lines(dossier: &Dossier, today: NaiveDate) -> Vec<Line> {
    let (branches, loose) = tree::read(&dossier.records.contacts, today);
    let lone = branches.is_empty();
    let mut lines: Vec<Line> = branches.into_iter().map(Line::Person).collect();
    if !loose.is_empty() {
        let says = if lone { "whom they report to is open" } else { "not connected" };
        lines.push(Line::Heading(format!("{says} {}", loose.len())));
    }
    lines.extend(
        loose.into_iter().map(|person| Line::Person(Branch { person, follow: Vec::new() })),
    );
    lines
}

/// Draws the tree; gives the line after it. `foot`: lines that are wanted below.
pub fn draw(
    pen: &mut Pen<'_>,
    foot: u16,
    chosen: Option<Id>,
    dossier: &Dossier,
    sight: &Sight<'_>,
    crowd: &mut Crowd<'_, '_>,
) -> u16 {
    let theme = sight.theme;
    let lines = lines(dossier, sight.today);
    let room = usize::from(pen.height().saturating_sub(foot));
    let is_chosen =
        |one: &Line| matches!(one, Line::Person(branch) if chosen == Some(branch.person));
    let at = lines.iter().position(is_chosen).unwrap_or(0);
    let top = (at + 1).saturating_sub(room.max(1));
    let mut y = 0;
    for one in lines.iter().skip(top).take(room) {
        match one {
            Line::Heading(says) => {
                pen.cell(1, y, pen.width().saturating_sub(1), says, theme.dim);
            }
            Line::Person(branch) => {
                if let Some(contact) = seat::contact(dossier, branch.person) {
                    line(pen, y, (branch, contact), dossier, sight, crowd);
                }
            }
        }
        y += 1;
    }
    let is_person = |one: &&Line| matches!(one, Line::Person(_));
    let shown = lines.iter().skip(top).take(room).filter(is_person).count();
    let hidden = lines.iter().filter(is_person).count() - shown;
    if hidden > 0 && y > 0 {
        // A figure cut in two would be read as another one: the count takes the whole column.
        let says = format!(" +{hidden}");
        pen.cell(
            pen.width().saturating_sub(1 + DAYS),
            y - 1,
            DAYS,
            &" ".repeat(usize::from(DAYS)),
            theme.dim,
        );
        pen.right(pen.width().saturating_sub(1 + DAYS), y - 1, DAYS, &says, theme.dim);
    }
    y
}

/// `│ └ ★J. Roy  Head of Operations        IN   12d`.
fn line(
    pen: &mut Pen<'_>,
    y: u16,
    (branch, contact): (&Branch, &Contact),
    dossier: &Dossier,
    sight: &Sight<'_>,
    crowd: &mut Crowd<'_, '_>,
) {
    let theme = sight.theme;
    let width = pen.width();
    let rails: String = match branch.follow.split_last() {
        None => String::new(),
        Some((last, above)) => {
            let above = above.iter().map(|follow| if *follow { "│ " } else { "  " });
            above.chain([if *last { "├ " } else { "└ " }]).collect()
        }
    };
    let end = width.saturating_sub(1);
    let facts = end.saturating_sub(DAYS + LEVEL);
    let x = pen.cell(1, y, facts, &rails, theme.quiet);
    let one = Person::of(contact, answer(contact.id, dossier));
    let x = spread::name(pen, (x, y), facts.saturating_sub(x), &one, crowd);
    let title = contact.title.as_deref().unwrap_or_default();
    let room = facts.saturating_sub(x + 2);
    let title = if crate::text::width(title) > usize::from(room) {
        person::short_title(title)
    } else {
        title.to_owned()
    };
    pen.cell(x + 2, y, room, &title, theme.dim);
    let level = contact.level.map_or("–", |level: Level| seat::label(level, false));
    pen.right(facts, y, LEVEL - 1, level, theme.dim);
    pen.right(facts + LEVEL, y, DAYS, &days(contact, dossier, sight), theme.dim);
}

/// The newest answer on the scale 0-10.
fn answer(person: Id, dossier: &Dossier) -> String {
    match seat::seat_of(dossier, person) {
        Some(seat) if seat.nps.is_some() => seat.nps.map(|one| one.to_string()).unwrap_or_default(),
        Some(seat) if seat.silent => "?".to_owned(),
        _ => String::new(),
    }
}

/// Days since the last talk; who left says so.
fn days(contact: &Contact, dossier: &Dossier, sight: &Sight<'_>) -> String {
    if contact.left_on.is_some() {
        return "left".to_owned();
    }
    let Some(seat) = seat::seat_of(dossier, contact.id) else { return UNKNOWN.to_owned() };
    let ago = seat.last_two_way_on.map_or_else(
        || UNKNOWN.to_owned(),
        |day| phrase::tight_span(phrase::days_between(day, sight.today)),
    );
    let old = if getting_old(seat.verified_on, sight.rules, sight.today) { "~" } else { "" };
    format!("{ago}{old}")
}
