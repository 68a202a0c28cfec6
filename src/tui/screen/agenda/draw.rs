//! One frame of the Agenda: the border with its figures, the load of each day, the groups, and the
//! chosen line in full at the foot.

use super::lines::{Fold, Line};
use super::row::{self, Columns, Look};
use super::{AgendaScreen, act, agenda, how, strip};
use crate::domain::agenda::{Agenda, Due, Group, What};
use crate::domain::plan::step::StepOwner;
use crate::text;
use crate::tui::action::{Action, What as New};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::book::frame::{self, Segment};
use crate::tui::widget::border::{Borders, Weight};
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

/// Lines of the foot, with the rule over it.
const FOOT: u16 = 4;

/// From these heights on there is room for the load, and for the foot.
const ROOM_FOR_LOAD: u16 = 12;
const ROOM_FOR_FOOT: u16 = 17;

impl AgendaScreen {
    pub(super) fn frame(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        self.hits.clear();
        let theme = sight.theme;
        let mut borders = Borders::new(area);
        borders.outline(area, Weight::Heavy);
        borders.draw(buffer, theme.border, theme.border_focus);
        let inside = area.inner(Margin::new(1, 1));
        let Some(agenda) = agenda(sight) else { return };
        self.forget_gone(agenda);
        self.titles(&mut Pen::new(buffer, area), agenda, sight);
        let mut pen = Pen::new(buffer, inside);
        let lines = self.lines(sight);
        let mut top = 0;
        if pen.height() >= ROOM_FOR_LOAD {
            strip::draw(&mut pen, &agenda.load, theme);
            top = strip::HEIGHT;
        }
        if lines.is_empty() {
            return empty(&mut pen, top + 1, sight);
        }
        let foot = if pen.height() >= ROOM_FOR_FOOT { FOOT } else { 0 };
        let room = pen.height().saturating_sub(top + foot);
        let width = pen.width();
        self.list(&mut pen.part(0, top, width, room), inside, top, &lines, sight);
        if let (Some(due), true) = (self.due(sight), foot > 0) {
            let y = pen.height() - foot;
            pen.repeat(0, y, width, "─", theme.border);
            self.told(&mut pen.part(0, y + 1, width, foot - 1), due, sight);
        }
    }

    /// `Agenda ─ 3 overdue, 0 today, 13 this week ─ 2 marked`.
    fn titles(&self, pen: &mut Pen<'_>, agenda: &Agenda, sight: &Sight<'_>) {
        let theme = sight.theme;
        let groups = agenda.groups();
        let count = |group: Group| {
            groups.iter().find(|(one, _)| *one == group).map_or(0, |(_, dues)| dues.len())
        };
        let (waited, _) = agenda.waited_for();
        let mut figures = vec![
            format!("{} overdue", count(Group::Overdue)),
            format!("{} today", count(Group::Today)),
            format!("{} this week", count(Group::Week)),
        ];
        figures.extend((waited > 0).then(|| format!("{waited} waited for")));
        let left: [Segment; 2] = [
            vec![("Agenda".to_owned(), theme.title_focus)],
            vec![(figures.join(" · "), theme.dim)],
        ];
        let mut right: Vec<Segment> = Vec::new();
        right.extend(strip::legend(&agenda.load).map(|says| vec![(says, theme.dim)]));
        let marked = self.marked.len();
        right.extend((marked > 0).then(|| vec![(format!("{marked} marked"), theme.accent)]));
        frame::titles(pen, pen.width().saturating_sub(2), &left, &right);
    }

    fn list(
        &mut self,
        pen: &mut Pen<'_>,
        inside: Rect,
        above: u16,
        lines: &[Line<'_>],
        sight: &Sight<'_>,
    ) {
        let room = usize::from(pen.height()).max(1);
        let at = self.at(lines).unwrap_or(0);
        if self.chosen.is_none() {
            self.choose(at, lines);
        }
        // The heading of a group is seen with its first line.
        let headed = at - usize::from(at > 0 && lines[at - 1].spot().is_none());
        let least = (at + 1).saturating_sub(room);
        self.top = self.top.clamp(least.min(headed), headed).max(least);
        self.top = self.top.min(lines.len().saturating_sub(room));
        let columns = Columns::of(pen.width());
        for (place, line) in lines.iter().enumerate().skip(self.top).take(room) {
            let y = (place - self.top) as u16;
            if line.spot().is_some() {
                let on = Rect { y: inside.y + above + y, height: 1, ..inside };
                self.hits.push((on, place));
            }
            let chosen = (place == at).then_some(sight.theme.selected);
            match line {
                Line::Heading { group, count, late } => {
                    heading(pen, y, *group, *count, *late, sight);
                }
                Line::Side(side, count) => sided(pen, y, *side, *count, sight),
                Line::Fold { fold, count, open } => {
                    let look = Look { chosen, marked: false };
                    folded(pen, y, *fold, (*count, *open), columns, look, sight);
                }
                Line::Due(due) => {
                    let marked = act::step(due).is_some_and(|step| self.marked.contains(&step));
                    let look = Look { chosen, marked };
                    row::draw(pen, y, due, columns, look, sight.today, sight.theme);
                }
            }
        }
    }

    /// The chosen line in full, where it comes from, and what the keys do with it.
    fn told(&self, pen: &mut Pen<'_>, due: &Due, sight: &Sight<'_>) {
        let theme = sight.theme;
        let mut words = vec![
            (format!("{} ", row::name(due)), theme.strong),
            (format!("{} {}: ", due.what, phrase::weekday(due.on, sight.today)), theme.dim),
            (due.text.clone(), theme.text),
        ];
        if due.undated {
            words[1].0 = format!("{} without a day: ", due.what);
        }
        if let Some(whose) = &due.whose {
            words.insert(1, (format!("waits for {} · ", whose.told()), theme.text));
        }
        let room = pen.width().saturating_sub(2);
        let wide: usize = words.iter().map(|(part, _)| text::width(part)).sum();
        let two = wide > usize::from(room);
        if two && let Some((says, style)) = words.pop() {
            pen.cell(1, 1, room, &says, style);
        }
        pen.words(1, 0, room, &words);
        let mut parts = Vec::new();
        match due.ground.as_str() {
            "" => {}
            ground if two => parts.push(ground.to_owned()),
            ground => {
                pen.cell(1, 1, room, ground, theme.dim);
            }
        }
        let key = |action| sight.keymap.key(Context::Agenda, action);
        let space = how::space(due, sight.today).filter(|_| self.marked.is_empty());
        for (action, does) in [
            (Action::Done, space),
            (Action::Open, Some(how::enter(due))),
            (Action::ToBook, due.account.map(|_| "the account")),
        ] {
            let (Some(key), Some(does)) = (key(action), does) else { continue };
            parts.push(format!("{key} {does}"));
        }
        let below = u16::from(two || !due.ground.is_empty());
        pen.cell(1, 1 + below, room, &parts.join(" · "), theme.dim);
    }
}

/// `OVERDUE 3 ────`, `WAITING FOR 7, 2 late ────`.
fn heading(pen: &mut Pen<'_>, y: u16, group: Group, count: usize, late: usize, sight: &Sight<'_>) {
    let theme = sight.theme;
    let style = match group {
        Group::Overdue => theme.state_risk.patch(theme.strong),
        Group::Today => theme.today.patch(theme.strong),
        _ => theme.strong,
    };
    let late = if late > 0 { format!(", {late} late") } else { String::new() };
    let mut words =
        vec![(format!("{} ", group.title()), style), (format!("{count}{late}"), theme.dim)];
    if let (Group::Asked, true) = (group, pen.width() >= 72) {
        words.push((" · by rule, since a day before today".to_owned(), theme.dim));
    }
    let end = pen.words(1, y, pen.width(), &words);
    pen.repeat(end + 1, y, pen.width(), "─", theme.border);
}

/// `colleagues 2`.
fn sided(pen: &mut Pen<'_>, y: u16, side: StepOwner, count: usize, sight: &Sight<'_>) {
    let who = if side == StepOwner::Client { "at clients" } else { "on our side" };
    pen.at(3, y, &format!("{who} {count}"), sight.theme.dim);
}

/// `▸ MARCH 2027 16`, `+ 12 older`, `+ Fri 19 Feb review 31 accounts`.
fn folded(
    pen: &mut Pen<'_>,
    y: u16,
    fold: Fold,
    (count, open): (usize, bool),
    columns: Columns,
    look: Look,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    row::begin(pen, y, look, theme);
    let style = |style: Style| look.chosen.unwrap_or(style);
    let sign = if open { "−" } else { "+" };
    match fold {
        Fold::Group(group) => {
            let words = [
                (format!("{sign} {} ", group.title()), style(theme.strong)),
                (count.to_string(), style(theme.dim)),
            ];
            let end = pen.words(1, y, pen.width(), &words);
            if look.chosen.is_none() {
                pen.repeat(end + 1, y, pen.width(), "─", theme.border);
            }
        }
        Fold::Rest(group) => {
            let which = if group == Group::Overdue { "older" } else { "more" };
            pen.at(3, y, &format!("{sign} {count} {which}"), style(theme.dim));
        }
        Fold::Kind(_, on, what) => {
            let whose = match what {
                What::Birthday => "people",
                _ => "accounts",
            };
            let day = phrase::weekday(on, sight.today);
            let says = format!("{sign} {count} {whose}");
            row::alike(pen, y, (&day, what), &says, columns, look, theme);
        }
    }
}

/// A book in which nothing has a day.
fn empty(pen: &mut Pen<'_>, y: u16, sight: &Sight<'_>) {
    let theme = sight.theme;
    pen.at(3, y, "Nothing falls due.", theme.text);
    let key = |context, action| sight.keymap.key(context, action).map(|key| key.to_string());
    let keys = [key(Context::Agenda, Action::Add), key(Context::Add, Action::New(New::Step))];
    let keys: Vec<String> = keys.into_iter().flatten().collect();
    let says = format!(
        "Steps with a day, contract ends, reviews and birthdays come up here by themselves. In the \
         Book {} adds a step.",
        keys.join(" ")
    );
    let room = usize::from(pen.width().saturating_sub(6));
    for (line, text) in (y + 1..).zip(text::wrap(&says, room)) {
        pen.at(3, line, &text, theme.dim);
    }
}
