//! A playbook for several accounts before it is started: what it comes to for each, and which of
//! them is left out. Enter writes the steps of all as one step of the journal.
//!
//! ```text
//! ┏ Quiet account ─ 3 accounts ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ A client who has gone silent: a reason to talk …             ┃
//! ┃▸ ▢ Contoso       5 steps, Mon 23 Nov to Fri 18 Dec           ┃
//! ┃       Mon 23 Nov  Look back at the last three talks          ┃
//! ┃  ✕ Litware       left out                                    ┃
//! ┃  – Adatum        no end of the contract is recorded          ┃
//! ┗ Enter: 5 steps for 1 account ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

use crate::desk::{Act, Commit};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::plan::step::{self, Step};
use crate::domain::playbook::{self, Ask, Fate, Focus, Playbook, Start};
use crate::domain::signal::sentence::count;
use crate::text;
use crate::tui::action::{Action, Wish};
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::why::sheet::Meant;
use crate::tui::layer::why::{Drawn, Line, Spot, Text};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::theme::Theme;
use crate::tui::widget::phrase;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines that a page has.
const PAGE: isize = 8;

/// Columns of an account's name.
const NAME: usize = 24;

/// The preview, account by account.
#[derive(Debug)]
pub struct ForAll {
    name: String,
    purpose: String,
    counted_from: String,
    rows: Vec<Row>,
    chosen: usize,
    top: usize,
    drawn: Drawn,
}

/// One account.
#[derive(Debug)]
struct Row {
    account: Id,
    name: String,
    /// None: there is no day to count from.
    start: Option<Start>,
    /// Somebody does not want it here.
    out: bool,
}

impl Row {
    /// What is written for it; none: nothing.
    fn written(&self) -> Option<&Start> {
        self.start.as_ref().filter(|start| !self.out && !start.changes.is_empty())
    }
}

impl ForAll {
    #[must_use]
    pub fn new(playbook: &Playbook, dossiers: &[Dossier], today: NaiveDate) -> Self {
        let row = |dossier: &Dossier| {
            let parts = (&dossier.records, &dossier.standing);
            let signal = playbook::answered(playbook, parts, Focus::default());
            let ask = Ask::of(playbook, parts, signal, None, today).ok();
            let steps = &dossier.records.steps;
            Row {
                account: dossier.records.account.id,
                name: dossier.records.account.name.clone(),
                start: ask.map(|ask| playbook::start(playbook, &ask, steps, today)),
                out: false,
            }
        };
        Self {
            name: playbook.name.clone(),
            purpose: playbook.purpose.clone(),
            counted_from: playbook.counted_from(),
            rows: dossiers.iter().map(row).collect(),
            chosen: 0,
            top: 0,
            drawn: Drawn::new(),
        }
    }

    fn choose(&mut self, by: isize) -> Outcome {
        let last = self.rows.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
        Outcome::Stays
    }

    fn act(&mut self, action: Action) -> Outcome {
        match action {
            Action::Up => self.choose(-1),
            Action::Down => self.choose(1),
            Action::PageUp => self.choose(-PAGE),
            Action::PageDown => self.choose(PAGE),
            Action::First => self.choose(isize::MIN / 2),
            Action::Last => self.choose(isize::MAX / 2),
            Action::Done => {
                if let Some(row) = self.rows.get_mut(self.chosen) {
                    row.out = !row.out;
                }
                self.choose(1)
            }
            Action::Open => match self.commit() {
                Some(commit) => Outcome::ClosesWith(vec![Wish::Commit(commit)]),
                None => Outcome::says("Nothing would change for any of them."),
            },
            Action::Back => Outcome::Closes,
            _ => Outcome::Stays,
        }
    }

    /// All of it in one; none: nothing would change.
    fn commit(&self) -> Option<Commit> {
        let written: Vec<(&Row, &Start)> =
            self.rows.iter().filter_map(|row| Some((row, row.written()?))).collect();
        let mut expected: Vec<Expected> = Vec::new();
        let mut changes: Vec<Change> = Vec::new();
        for start in written.iter().map(|(_, start)| start) {
            expected.extend(start.expected.iter().cloned());
            for change in &start.changes {
                // Each start counts its new steps from −1 on; in one commit they are told apart.
                let number = Id(-1 - i64::try_from(changes.len()).unwrap_or(i64::MAX - 1));
                changes.push(match change {
                    Change::Step(step::Change::Added(step)) => {
                        step::Change::Added(Step { id: number, ..step.clone() }).into()
                    }
                    other => other.clone(),
                });
            }
        }
        let (whom, only) = match written.as_slice() {
            [] => return None,
            [(row, _)] => (row.name.clone(), Some(row.account)),
            some => (format!("{} accounts", some.len()), None),
        };
        let mut act = Act::edit(format!("Playbook “{}” started for {whom}", self.name), only);
        act.left_out = self.left_out();
        Some(Commit::new(act, changes).expecting(expected))
    }

    /// Of those that were to have it, which do not get it, and why.
    fn left_out(&self) -> Option<String> {
        let wanted = || self.rows.iter().filter(|row| !row.out);
        let dayless = wanted().filter(|row| row.start.is_none()).count();
        let run = wanted().filter(|row| row.start.is_some() && row.written().is_none()).count();
        let mut said = Vec::new();
        if dayless > 0 {
            said.push(format!("{dayless} without {}", self.counted_from));
        }
        match run {
            0 => {}
            1 => said.push("1 runs it already".to_owned()),
            some => said.push(format!("{some} run it already")),
        }
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// What Enter does: `23 steps for 4 accounts`.
    fn effect(&self) -> String {
        let written: Vec<&Start> = self.rows.iter().filter_map(Row::written).collect();
        if written.is_empty() {
            return "nothing would change".to_owned();
        }
        let steps = written.iter().map(|start| start.changes.len()).sum();
        format!("Enter: {} for {}", count(steps, "step"), count(written.len(), "account"))
    }

    fn text(&self, columns: u16, sight: &Sight<'_>) -> Text {
        let theme = sight.theme;
        let mut text = Text::new(columns);
        text.say(&self.purpose, theme.dim);
        text.say(&format!("days are counted from {}", self.counted_from), theme.dim);
        text.gap();
        for (place, row) in self.rows.iter().enumerate() {
            text.lines.push(self.row(place, row, sight));
            let steps = row.start.iter().filter(|_| place == self.chosen && !row.out);
            for line in steps.flat_map(|start| &start.lines) {
                let day = line.due_on.map(|due| phrase::weekday(due, sight.today));
                let day = text::pad_right(&day.unwrap_or_default(), 11);
                let fate = match line.fate {
                    Fate::Added => String::new(),
                    Fate::Kept => " · there already".to_owned(),
                    fate => format!(" · {fate}"),
                };
                let words = format!("     {day} {}{fate}", line.title);
                text.lines.push(Line { words: vec![(words, theme.dim)], record: None });
            }
        }
        text
    }

    fn row(&self, place: usize, row: &Row, sight: &Sight<'_>) -> Line {
        let theme: &Theme = sight.theme;
        let (sign, says) = match (&row.start, row.out) {
            (_, true) => ("✕", "left out".to_owned()),
            (None, _) => ("–", format!("nothing says when it is: {}", self.counted_from)),
            (Some(start), _) => match start.effect() {
                Some(effect) => ("▢", format!("{effect}{}", span(start, sight.today))),
                None => ("–", "runs already, nothing would change".to_owned()),
            },
        };
        let runs = row.written().is_some();
        let style = if runs { theme.text } else { theme.dim };
        let name = text::pad_right(&text::fit(&row.name, NAME), NAME);
        let words = vec![(format!("  {sign} {name} "), style), (says, theme.dim)];
        Line { words, record: Some(place) }
    }
}

/// `, Mon 23 Nov to Fri 18 Dec`: from the first to the last of the days.
fn span(start: &Start, today: NaiveDate) -> String {
    let runs = |fate: Fate| matches!(fate, Fate::Added | Fate::Moved | Fate::Kept);
    let days = || start.lines.iter().filter(|line| runs(line.fate)).filter_map(|line| line.due_on);
    let day = |day| phrase::weekday(day, today);
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first < last => format!(", {} to {}", day(first), day(last)),
        (Some(only), _) => format!(", {}", day(only)),
        _ => String::new(),
    }
}

impl Overlay for ForAll {
    fn context(&self) -> Context {
        Context::ForAll
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match self.drawn.hear(input, Context::ForAll, sight.keymap) {
            Meant::Act(action) => self.act(action),
            Meant::On(Spot::Record(row) | Spot::Row(row)) => {
                self.chosen = row;
                Outcome::Stays
            }
            Meant::Beside => Outcome::Closes,
            Meant::Nothing => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let text = self.text(Drawn::columns(area).saturating_sub(2), sight);
        let title = [
            (text::capital(&self.name), theme.title_focus),
            (format!(" ─ {}", count(self.rows.len(), "account")), theme.dim),
        ];
        let (foot, at) = (self.effect(), (self.top, self.chosen));
        let frame = (&title[..], foot.as_str());
        self.top = self.drawn.lay((area, buffer), theme, frame, &text, at);
    }
}
