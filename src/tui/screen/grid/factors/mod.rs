//! The page of the ten factors: what is measured, what is mine, what is stale, what nobody knows;
//! digits write own scores.
//!
//! ```text
//!  7.4    measured        7 me   mine
//!  7.4~   measured, old   7 me~  mine, expired
//!  ?      unknown         –      not in use
//! ```

mod evidence;
mod walk;

use super::page::{Answer, Chosen, Column, GridPage, Line, Then};
use crate::desk::{Act, Commit, Receipt};
use crate::domain::account::own_score::Factor;
use crate::domain::grid::stroke::{Asked, Stroke, Target};
use crate::domain::grid::{FactorCell, State};
use crate::domain::score::{Source, band, print};
use crate::error::Error;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::{Concept, Sight};
use crate::tui::screen::view::At;
use crate::tui::widget::pen::Word;
use crate::tui::widget::phrase;

/// As wide as the head, and as `10 me~`.
const fn column(title: &'static str) -> Column {
    let width = if title.len() > 6 { title.len() as u16 } else { 6 };
    Column { title, width, right: false }
}

/// In the order of [`Factor::ALL`].
const COLUMNS: [Column; Factor::ALL.len()] = [
    column("Payment"),
    column("Revenue"),
    column("Pulse"),
    column("Feedback"),
    column("Coverage"),
    column("Usage"),
    column("Support"),
    column("Contact"),
    column("Goals"),
    column("Value"),
];

/// What is going on on the page.
#[derive(Debug, Default)]
pub(super) struct Factors {
    /// What `.` does again.
    last: Option<Stroke>,
    /// After each digit on to the next cell that is stale or unknown.
    walking: bool,
    /// Digits that want a word, the newest last.
    asked: Vec<Asked>,
    /// A digit of the chosen cell is on its way, and a point more would count from it.
    sent: bool,
}

/// A cell of the page.
fn at<'a>(line: &Line<'a>, column: usize) -> Option<&'a FactorCell> {
    line.row.factors.get(column)
}

/// The chosen cell.
fn chosen<'a>(on: &Chosen<'a>) -> Option<(&'a Line<'a>, &'a FactorCell)> {
    let line = on.line()?;
    Some((line, at(line, on.column)?))
}

/// What stands in a cell, the points of all of them under each other.
fn text(cell: &FactorCell) -> String {
    let score = cell.score.unwrap_or_default();
    let old = if cell.fresh { "" } else { "~" };
    match (cell.state(), cell.source) {
        (State::NotInUse, _) => format!(" {}", phrase::UNKNOWN),
        (State::Unknown, _) => " ?".to_owned(),
        (_, Source::Mine) => format!("{score:>2.0} me{old}"),
        _ => format!("{:>4}{old}", print::tenth(score)),
    }
}

impl Factors {
    fn stroke(&mut self, stroke: Stroke, on: &Chosen<'_>, sight: &Sight<'_>) -> Answer {
        self.last = Some(stroke);
        let targets: Vec<Target<'_>> = on
            .cells()
            .filter_map(|(line, column)| {
                let cell = at(line, column)?;
                Some(Target { account: line.account(), name: &line.book.name, cell })
            })
            .collect();
        let then = match stroke {
            Stroke::Points(_) | Stroke::StillTrue if self.walking && !on.is_range() => {
                walk::next(on).map_or(Then::Stays, |(row, column)| Then::To(row, column))
            }
            Stroke::Points(_) | Stroke::StillTrue => Then::Down,
            Stroke::Up | Stroke::Down | Stroke::TakeBack => Then::Stays,
        };
        let Some(struck) = stroke.on(&targets, sight.today) else {
            return Answer::new(vec![Wish::Say(stroke.nothing(&targets))], then);
        };
        self.sent = then == Then::Stays && !sight.mask;
        let of_now = |one: &Asked| struck.asked.iter().all(|new| !same(new, one));
        self.asked.retain(of_now);
        self.asked.extend(struck.asked);
        let act = Act::edit(struck.label, struck.account);
        let commit = Commit::new(act, struck.changes).expecting(struck.expected);
        Answer::new(vec![Wish::Commit(commit)], then)
    }

    /// The digit of the cell above, where it is an own one.
    fn same(&mut self, on: &Chosen<'_>, sight: &Sight<'_>) -> Answer {
        let first = Chosen { row: *on.rows().start(), anchor: None, ..*on };
        let above = first.above().and_then(|line| at(line, on.column));
        let own = above.filter(|cell| cell.source == Source::Mine).and_then(|cell| cell.score);
        match own {
            Some(points) => self.stroke(Stroke::Points(points as i64), on, sight),
            None => Answer::says("Above it stands no score of your own."),
        }
    }

    /// On to the next cell that is stale or unknown.
    fn walk(&mut self, on: &Chosen<'_>) -> Answer {
        match walk::next(on) {
            Some((row, column)) => {
                self.walking = true;
                Answer::new(Vec::new(), Then::To(row, column))
            }
            None => Answer::says(nothing(on)),
        }
    }

    /// A word on the digit that wants one, or on the chosen own score.
    fn reason(&self, on: &Chosen<'_>, sight: &Sight<'_>) -> Answer {
        let subject = match self.open_question(on, sight) {
            Some(asked) => Subject::Score {
                account: asked.account.0,
                factor: Some(asked.factor.to_string()),
                points: Some(asked.points),
            },
            None => match chosen(on).filter(|(_, cell)| cell.own.is_some()) {
                Some((line, cell)) => evidence::own(line.account(), cell.factor),
                None => return Answer::says("r says why on a score of your own."),
            },
        };
        Answer::new(vec![Wish::Open(Opening::Form(subject))], Then::Stays)
    }

    /// The newest digit of today that still wants its word.
    fn open_question(&self, on: &Chosen<'_>, sight: &Sight<'_>) -> Option<&Asked> {
        self.asked.iter().rev().find(|asked| {
            let line = on.lines.iter().find(|line| line.account() == asked.account);
            let own = line.and_then(|line| line.row.factor(asked.factor)?.own.as_deref());
            own.is_some_and(|own| {
                own.on_date == sight.today && own.points == asked.points && own.reason.is_none()
            })
        })
    }
}

/// Why there is nowhere to walk to.
fn nothing(on: &Chosen<'_>) -> &'static str {
    let mut cells = on.lines.iter().flat_map(|line| &line.row.factors);
    if cells.all(|cell| cell.state() == State::NotInUse) {
        return "No factor is in use yet; a digit begins one.";
    }
    "Nothing here is stale or unknown."
}

fn same(one: &Asked, other: &Asked) -> bool {
    (one.account, one.factor) == (other.account, other.factor)
}

impl GridPage for Factors {
    fn title(&self) -> &'static str {
        "Factors"
    }

    fn purpose(&self) -> &'static str {
        "Here every account has a row and every factor a column."
    }

    fn columns(&self) -> &'static [Column] {
        &COLUMNS
    }

    fn cell(&self, line: &Line<'_>, column: usize, _: bool, sight: &Sight<'_>) -> Word {
        let theme = sight.theme;
        let Some(cell) = at(line, column) else { return (String::new(), theme.dim) };
        let style = match (cell.state(), cell.score) {
            (State::Measured | State::Mine, Some(score)) => {
                theme.band(Some(band(score, sight.rules)))
            }
            (State::Unknown, _) => theme.text,
            _ => theme.dim,
        };
        (text(cell), style)
    }

    fn update(&mut self, action: Action, on: &Chosen<'_>, sight: &Sight<'_>) -> Option<Answer> {
        Some(match action {
            Action::Digit(0) => self.stroke(Stroke::Points(10), on, sight),
            Action::Digit(digit) => self.stroke(Stroke::Points(i64::from(digit)), on, sight),
            Action::Plus => self.stroke(Stroke::Up, on, sight),
            Action::Minus => self.stroke(Stroke::Down, on, sight),
            Action::StillTrue => self.stroke(Stroke::StillTrue, on, sight),
            Action::Delete => self.stroke(Stroke::TakeBack, on, sight),
            Action::Repeat => match self.last {
                Some(stroke) => self.stroke(stroke, on, sight),
                None => Answer::says("There is no deed to do again yet."),
            },
            Action::Same => self.same(on, sight),
            Action::Stale | Action::NextSignal => self.walk(on),
            Action::Reason => self.reason(on, sight),
            Action::Open => evidence::enter(on, sight),
            _ => return None,
        })
    }

    fn leave(&mut self) {
        self.walking = false;
    }

    fn close(&mut self) {
        self.leave();
        // A word that nobody gave is not asked for for ever.
        self.asked.clear();
    }

    fn figure(&self, lines: &[Line<'_>]) -> String {
        let cells = || lines.iter().flat_map(|line| &line.row.factors);
        let count = |state| cells().filter(|cell| cell.state() == state).count();
        let told = [(count(State::Stale), "stale"), (count(State::Unknown), "unknown")];
        let told = told.iter().filter(|(count, _)| *count > 0);
        told.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(" · ")
    }

    fn heading(&self, on: &Chosen<'_>, sight: &Sight<'_>) -> Vec<Word> {
        evidence::heading(on, sight)
    }

    fn hint(&self, on: &Chosen<'_>) -> &'static str {
        if on.is_range() { "a digit fills them all" } else { "a digit scores it, 0 is 10" }
    }

    fn below(&self, on: &Chosen<'_>, columns: u16, sight: &Sight<'_>) -> Vec<Vec<Word>> {
        evidence::below(self.open_question(on, sight), on, columns, sight)
    }

    fn at(&self, on: &Chosen<'_>) -> At {
        Factor::ALL.get(on.column).map_or(At::Account, |factor| At::Factor(*factor))
    }

    fn concept(&self, on: &Chosen<'_>) -> Option<Concept> {
        Some(Concept::of_factor(*Factor::ALL.get(on.column)?))
    }

    fn waits(&self) -> bool {
        self.sent
    }

    fn heard(&mut self, _: &Receipt) {
        self.sent = false;
    }

    fn failed(&mut self, _: &Error) {
        self.sent = false;
    }
}

#[cfg(test)]
mod tests;
