//! The page of what has to be known of every account: ARR, end, notice, auto, tier, stage, next
//! step. Typing begins a text in the cell; what it means is shown while it is typed.
//!
//! ```text
//! ┏ Grid ─ Factors ─ Basics ━━━━━━━━━━━━━━━━━━━━ 31 unknown ━ 45 ┓
//! ┃      account    score     ARR        ends notice auto tier    ┃
//! ┃▸  1  Contoso    5.2▼ ▸ 940k  31 Mar 2027   3 mo yes  S       ┃
//! ┃   2  Litware    6.9    310k           –      –  –    G       ┃
//! ```

mod evidence;
pub mod fill;

use super::page::{Answer, Chosen, Column, GridPage, Line, Then};
use crate::desk::{Act, Commit, Receipt};
use crate::domain::cell::Id;
use crate::domain::grid::basics::{self, Basics, COLUMNS, Cell, Ground, Spec, Way, enter};
use crate::error::Error;
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::footer::Space;
use crate::tui::key::{Code, Input};
use crate::tui::keymap::Context;
use crate::tui::layer::cell::Begun;
use crate::tui::screen::book::{Concept, Sight};
use crate::tui::screen::view::At;
use crate::tui::widget::pen::Word;
use crate::tui::widget::phrase;
use std::collections::HashMap;

/// How many columns there are.
const COUNT: usize = COLUMNS.len();

const HEADS: [Column; COUNT] = heads();

const fn heads() -> [Column; COUNT] {
    let mut heads = [Column { title: "", width: 0, right: false }; COUNT];
    let mut place = 0;
    while place < COUNT {
        let spec = &COLUMNS[place];
        heads[place] = Column { title: spec.title, width: spec.width, right: spec.right };
        place += 1;
    }
    heads
}

/// What is going on on the page.
#[derive(Debug, Default)]
pub struct BasicsPage {
    /// What was entered last in each column: `.` enters it again.
    last: HashMap<basics::Column, String>,
    /// An entry of the chosen cell is on its way.
    sent: bool,
}

/// The column at a place.
fn spec(column: usize) -> Option<&'static Spec> {
    COLUMNS.get(column)
}

/// The account and the column of the chosen cell.
fn chosen<'a>(on: &Chosen<'a>) -> Option<(&'a Basics, &'static Spec)> {
    Some((&on.line()?.row.basics, spec(on.column)?))
}

/// What an entry is read against.
#[must_use]
pub fn ground(sight: &Sight<'_>) -> Ground {
    Ground { today: sight.today, order: sight.listing.order, base: sight.rules.exchange.base }
}

/// The accounts of the range, from its first row on.
fn accounts(on: &Chosen<'_>) -> Vec<Id> {
    let lines = on.lines.get(on.rows()).unwrap_or_default();
    lines.iter().map(Line::account).collect()
}

impl BasicsPage {
    /// Enters a text at once into all that is chosen; a single cell is left downwards.
    fn enter(&mut self, text: &str, then: Then, on: &Chosen<'_>, sight: &Sight<'_>) -> Answer {
        let cells: Vec<Cell<'_>> = on
            .cells()
            .filter_map(|(line, column)| {
                let column = spec(column)?.column;
                Some(Cell { of: &line.row.basics, column, text, way: Way::Anew })
            })
            .collect();
        let entry = enter(&cells, ground(sight));
        let wrong = entry.wrong().map(str::to_owned);
        if entry.changes.is_empty() {
            return match wrong {
                Some(why) => Answer::says(format!("Left as it is: {why}.")),
                None => Answer::new(vec![Wish::Say("It says that already.".to_owned())], then),
            };
        }
        self.sent = !sight.mask;
        let commit = Commit::new(Act::edit(entry.label, entry.account), entry.changes);
        Answer::new(vec![Wish::Commit(commit.expecting(entry.expected))], then)
    }

    /// Begins a text in the chosen cells.
    fn begin(text: Option<String>, way: Way, on: &Chosen<'_>) -> Option<Answer> {
        let (_, spec) = chosen(on)?;
        let begun = Begun { accounts: accounts(on), column: spec.column, text, way };
        Some(Answer::new(vec![Wish::Open(Opening::Cell(begun))], Then::Stays))
    }

    /// Enter: what stands in the cell, to be changed.
    fn mend(on: &Chosen<'_>) -> Option<Answer> {
        let way = if on.is_range() { Way::Anew } else { Way::Mended };
        Self::begin(None, way, on)
    }

    /// What stands in the cell above the chosen ones.
    fn same(&mut self, on: &Chosen<'_>, sight: &Sight<'_>) -> Answer {
        let first = Chosen { row: *on.rows().start(), anchor: None, ..*on };
        let (Some(above), Some(spec)) = (first.above(), spec(on.column)) else {
            return Answer::says("Above it stands nothing.");
        };
        let text = (spec.typed)(&above.row.basics, sight.rules.exchange.base);
        let text = text.unwrap_or_else(|| "?".to_owned());
        self.last.insert(spec.column, text.clone());
        // Each column has its own text.
        let column = Chosen { anchor: on.anchor.map(|(row, _)| (row, on.column)), ..*on };
        self.enter(&text, Then::Down, &column, sight)
    }

    fn again(&mut self, on: &Chosen<'_>, sight: &Sight<'_>) -> Answer {
        let text = spec(on.column).and_then(|spec| self.last.get(&spec.column)).cloned();
        match text {
            Some(text) => {
                let column = Chosen { anchor: on.anchor.map(|(row, _)| (row, on.column)), ..*on };
                self.enter(&text, Then::Down, &column, sight)
            }
            None => Answer::says("Nothing was entered in this column yet."),
        }
    }

    /// On to the next cell that nobody knows.
    fn walk(on: &Chosen<'_>) -> Answer {
        let count = on.lines.len() * COUNT;
        let here = on.row * COUNT + on.column;
        let next = (1..count).map(|by| (here + by) % count.max(1)).find(|place| {
            let line = on.lines.get(place / COUNT);
            let shown = line.zip(spec(place % COUNT));
            shown.is_some_and(|(line, spec)| !(spec.known)(&line.row.basics))
        });
        match next {
            Some(place) => Answer::new(Vec::new(), Then::To(place / COUNT, place % COUNT)),
            None => Answer::says("All of it is known."),
        }
    }

    fn paste(text: &str, on: &Chosen<'_>) -> Option<Answer> {
        let (_, spec) = chosen(on)?;
        if !text.trim_end_matches(['\n', '\r']).contains(['\n', '\r', '\t']) {
            return Self::begin(Some(text.trim().to_owned()), Way::Anew, on);
        }
        let rows = on.lines.iter().map(Line::account).collect();
        let from = (*on.rows().start(), spec.column);
        let marked = on.rows().count();
        let paste = Opening::Paste { rows, from, marked, text: text.to_owned() };
        Some(Answer::new(vec![Wish::Open(paste)], Then::Ends))
    }
}

impl GridPage for BasicsPage {
    fn title(&self) -> &'static str {
        "Basics"
    }

    fn purpose(&self) -> &'static str {
        "Here ARR, ends, notice, tier and next step of every account are typed."
    }

    fn columns(&self) -> &'static [Column] {
        &HEADS
    }

    fn context(&self) -> Context {
        Context::Basics
    }

    fn cell(&self, line: &Line<'_>, column: usize, _: bool, sight: &Sight<'_>) -> Word {
        let theme = sight.theme;
        let shown = spec(column).and_then(|spec| (spec.shown)(&line.row.basics, sight.today));
        match shown {
            Some(text) if text.starts_with("! ") => (text, theme.state_watch),
            Some(text) => (text, theme.text),
            None => (phrase::UNKNOWN.to_owned(), theme.dim),
        }
    }

    fn update(&mut self, action: Action, on: &Chosen<'_>, sight: &Sight<'_>) -> Option<Answer> {
        let (_, spec) = chosen(on)?;
        Some(match action {
            Action::Unknown | Action::Delete => {
                self.last.insert(spec.column, "?".to_owned());
                self.enter("?", Then::Down, on, sight)
            }
            Action::Same => self.same(on, sight),
            Action::Repeat => self.again(on, sight),
            Action::Open => return Self::mend(on),
            Action::Stale => Self::walk(on),
            Action::Done if spec.column != basics::Column::Step => {
                Answer::says("Space ends the next step: in its column.")
            }
            Action::StillTrue => Answer::says("What stands here needs no word that it holds."),
            _ => return None,
        })
    }

    fn typed(&mut self, input: &Input, on: &Chosen<'_>, _: &Sight<'_>) -> Option<Answer> {
        match input {
            Input::Key(key) => {
                let Code::Char(letter) = key.code else { return None };
                let (_, spec) = chosen(on)?;
                if key.ctrl || key.alt {
                    return None;
                }
                if (spec.begins)(letter) {
                    return Self::begin(Some(letter.to_string()), Way::Anew, on);
                }
                // No digit leads away from where figures are typed.
                letter.is_ascii_digit().then(|| Answer::says(format!("Here: {}.", spec.hint)))
            }
            Input::Paste(text) => Self::paste(text, on),
            Input::Pointer { .. } | Input::Focus => None,
        }
    }

    fn taken(&mut self, deed: &Deed) {
        if let Deed::Taken(column, text) = deed {
            self.last.insert(*column, text.clone());
        }
    }

    fn figure(&self, lines: &[Line<'_>]) -> String {
        let unknown = |line: &Line<'_>| {
            let unknown = |spec: &&Spec| !(spec.known)(&line.row.basics);
            COLUMNS.iter().filter(unknown).count()
        };
        match lines.iter().map(unknown).sum::<usize>() {
            0 => String::new(),
            count => format!("{count} unknown"),
        }
    }

    fn heading(&self, on: &Chosen<'_>, sight: &Sight<'_>) -> Vec<Word> {
        evidence::heading(on, sight)
    }

    fn below(&self, on: &Chosen<'_>, columns: u16, sight: &Sight<'_>) -> Vec<Vec<Word>> {
        let _ = columns;
        evidence::below(on, sight)
    }

    fn at(&self, on: &Chosen<'_>) -> At {
        match chosen(on) {
            Some((basics, spec)) if spec.column == basics::Column::Step => {
                basics.step.as_ref().map_or(At::Account, |step| At::Step(step.id))
            }
            _ => At::Account,
        }
    }

    fn concept(&self, on: &Chosen<'_>) -> Option<Concept> {
        chosen(on).map(|(_, spec)| Concept::named(evidence::concept(spec.column)))
    }

    fn space(&self) -> Space {
        Space::AsBound
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
