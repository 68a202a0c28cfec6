//! The Agenda: what falls due, group by group, and how full each day is.
//!
//! ```text
//! ┏ Agenda ─ 3 overdue, 0 today, 13 this week ━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃ Sun 22  Mon 23  Tue 24  Wed 25  Thu 26  Fri 27  Sat 28  Sun 29  …  ┃
//! ┃   ·       1       3       1       1       5!      ·       ~     …  ┃
//! ┃ OVERDUE 3 ─────────────────────────────────────────────────────────┃
//! ┃▸! Mon 16 Nov step     Contoso    Root-cause workshop, ops 6 d late ┃
//! ┃ THIS WEEK 13 ──────────────────────────────────────────────────────┃
//! ┃   Tue 24 Nov meeting  Relecloud  09:30 Weekly round with P. Ricci  ┃
//! ┃────────────────────────────────────────────────────────────────────┃
//! ┃ the chosen line in full, where it comes from, what Space does      ┃
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
//! ```

mod act;
mod draw;
mod how;
mod lines;
mod row;
mod strip;

use super::book::{Concept, Sight};
use super::view::{At, Facing, Screen};
use crate::domain::agenda::{Agenda, Due, What};
use crate::domain::cell::Id;
use crate::tui::action::{Action, Wish};
use crate::tui::footer::Space;
use crate::tui::keymap::Context;
use lines::{Fold, Line, Spot};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeSet;

/// Lines that a page moves by.
const PAGE: isize = 10;

/// Where the person is in it.
#[derive(Debug, Default)]
pub struct AgendaScreen {
    chosen: Option<Spot>,
    /// Its place among the lines when it was seen last: what is gone gives way to what took it.
    place: usize,
    /// First line on the screen.
    top: usize,
    /// Folds turned from how they are at first.
    opened: BTreeSet<Fold>,
    /// Steps that a deed is done to together.
    marked: BTreeSet<Id>,
    /// What the last frame drew where: places of lines.
    hits: Vec<(Rect, usize)>,
}

impl AgendaScreen {
    fn lines<'a>(&self, sight: &Sight<'a>) -> Vec<Line<'a>> {
        agenda(sight).map(|agenda| lines::lines(agenda, &self.opened)).unwrap_or_default()
    }

    /// The place of the chosen line; none where nothing can be chosen.
    fn at(&self, lines: &[Line<'_>]) -> Option<usize> {
        let here = |line: &Line<'_>| self.chosen.is_some() && line.spot() == self.chosen;
        if let Some(at) = lines.iter().position(here) {
            return Some(at);
        }
        let can = |place: &usize| lines.get(*place).is_some_and(|line| line.spot().is_some());
        (self.place..lines.len()).find(can).or_else(|| (0..lines.len()).rev().find(can))
    }

    fn choose(&mut self, place: usize, lines: &[Line<'_>]) {
        if let Some(spot) = lines.get(place).and_then(Line::spot) {
            (self.chosen, self.place) = (Some(spot), place);
        }
    }

    /// The chosen line of the agenda; none on a fold.
    fn due<'a>(&self, sight: &Sight<'a>) -> Option<&'a Due> {
        let lines = self.lines(sight);
        match lines.get(self.at(&lines)?)? {
            Line::Due(due) => Some(due),
            _ => None,
        }
    }

    /// So many lines that can be chosen further down, or up.
    fn step_by(&mut self, by: isize, sight: &Sight<'_>) {
        let lines = self.lines(sight);
        let Some(at) = self.at(&lines) else { return };
        let can: Vec<usize> =
            (0..lines.len()).filter(|place| lines[*place].spot().is_some()).collect();
        let now = can.iter().position(|place| *place == at).unwrap_or(0);
        let last = isize::try_from(can.len()).unwrap_or(isize::MAX) - 1;
        let next = isize::try_from(now).unwrap_or(0).saturating_add(by).clamp(0, last.max(0));
        if let Some(place) = usize::try_from(next).ok().and_then(|next| can.get(next)) {
            self.choose(*place, &lines);
        }
    }

    /// The first line of the group after this one, or before it.
    fn group_by(&mut self, by: isize, sight: &Sight<'_>) {
        let lines = self.lines(sight);
        let Some(at) = self.at(&lines) else { return };
        let heads = |place: &usize| match lines[*place] {
            Line::Heading { .. } => true,
            Line::Fold { fold, .. } => matches!(fold, Fold::Group(_)),
            _ => false,
        };
        let first = |head: usize| {
            let first = (head..lines.len()).find(|place| lines[*place].spot().is_some())?;
            Some((head, first))
        };
        let starts: Vec<(usize, usize)> =
            (0..lines.len()).filter(heads).filter_map(first).collect();
        let next = if by > 0 {
            starts.iter().find(|(_, start)| *start > at)
        } else {
            starts.iter().rev().find(|(_, start)| *start < at)
        };
        if let Some((head, place)) = next {
            self.choose(*place, &lines);
            // As much of the group as there is room for.
            self.top = *head;
        }
    }

    /// Marks do not outlive their steps.
    fn forget_gone(&mut self, agenda: &Agenda) {
        if !self.marked.is_empty() {
            let groups = agenda.groups();
            let there: BTreeSet<Id> =
                groups.iter().flat_map(|(_, dues)| dues).filter_map(|due| act::step(due)).collect();
            self.marked.retain(|step| there.contains(step));
        }
    }
}

/// What was read of it.
fn agenda<'a>(sight: &Sight<'a>) -> Option<&'a Agenda> {
    sight.beside.agenda.as_ref()
}

impl Screen for AgendaScreen {
    fn context(&self, _sight: &Sight<'_>) -> Context {
        Context::Agenda
    }

    fn update(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        if let Some(agenda) = agenda(sight) {
            self.forget_gone(agenda);
        }
        match action {
            Action::Up => self.step_by(-1, sight),
            Action::Down => self.step_by(1, sight),
            Action::PageUp => self.step_by(-PAGE, sight),
            Action::PageDown => self.step_by(PAGE, sight),
            Action::First => self.step_by(isize::MIN / 2, sight),
            Action::Last => self.step_by(isize::MAX / 2, sight),
            Action::NextGroup => self.group_by(1, sight),
            Action::PreviousGroup => self.group_by(-1, sight),
            Action::Left | Action::Right => self.turn_fold(action == Action::Right, sight),
            Action::Back if !self.marked.is_empty() => self.marked.clear(),
            other => return self.act(other, sight),
        }
        Some(Vec::new())
    }

    fn facing(&self, sight: &Sight<'_>) -> Facing {
        let Some(due) = self.due(sight) else { return Facing::default() };
        let at = match (act::step(due), &due.signal) {
            (Some(step), _) => At::Step(step),
            (None, Some(code)) => At::Signal(code.clone()),
            (None, None) => At::Account,
        };
        Facing { account: due.account, at }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.frame(area, buffer, sight);
    }

    fn click(&mut self, x: u16, y: u16, sight: &Sight<'_>) -> Vec<Wish> {
        let at = Position::new(x, y);
        let hit = self.hits.iter().find(|(place, _)| place.contains(at)).map(|(_, line)| *line);
        let lines = self.lines(sight);
        let Some(line) = hit else { return Vec::new() };
        if self.at(&lines) == Some(line) {
            return self.update(Action::Open, sight).unwrap_or_default();
        }
        self.choose(line, &lines);
        Vec::new()
    }

    fn wheel(&mut self, _x: u16, _y: u16, notches: isize, sight: &Sight<'_>) -> Vec<Wish> {
        self.step_by(notches, sight);
        Vec::new()
    }

    fn concept(&self, sight: &Sight<'_>) -> Option<Concept> {
        let key = match self.due(sight).map(|due| due.what) {
            Some(What::Meeting) => "meeting",
            Some(What::Promise) => "promise",
            Some(What::Step | What::Milestone) => "step",
            Some(What::Notice | What::End | What::Outcome | What::Renewal) => "act-by",
            Some(What::Review) => "own review",
            Some(What::Qbr) => "qbr",
            Some(What::Cycle) => "plan",
            None | Some(_) => "agenda",
        };
        Some(Concept::named(key))
    }

    fn space(&self, sight: &Sight<'_>) -> Space {
        if !self.marked.is_empty() {
            return Space::Does("all marked done");
        }
        match self.due(sight) {
            Some(due) => how::space(due, sight.today).map_or(Space::Nothing, Space::Does),
            None => Space::Does("unfold"),
        }
    }
}
