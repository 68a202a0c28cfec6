//! The preview on the screen: what it answers, the steps, and what to do at the chosen one.

use super::prepared::{Counted, Prepared, Row, Who, prepared};
use super::{Preview, Typing};
use crate::domain::playbook::Fate;
use crate::domain::when;
use crate::text;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::layer::middle;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::phrase;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

const COLUMNS: u16 = 100;

/// Columns before the words of advice.
const LABEL: u16 = 9;

/// Columns of a day, as `Mon 16 Nov`, and of what is typed for one.
const DAY: u16 = 10;
const TYPED: u16 = 18;

/// Lines of steps that are seen in any case, and of advice while there are more steps.
const STEPS: usize = 4;
const ADVICE: usize = 6;

pub(super) fn draw(preview: &mut Preview, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
    let theme = sight.theme;
    // The keys stay in sight.
    let lowest = if area.height > 12 { 2 } else { 0 };
    let area = Rect { height: area.height - lowest, ..area };
    let Some(prepared) = prepared(preview, sight) else {
        let frame = middle(area, 50, 3);
        preview.frame = frame;
        Clear.render(frame, buffer);
        let block = Block::bordered().border_style(theme.border_focus);
        let inner = block.inner(frame);
        block.render(frame, buffer);
        Pen::new(buffer, inner).at(1, 0, "It is there no more.", theme.dim);
        return;
    };
    let columns = COLUMNS.min(area.width).saturating_sub(4);
    let mut lead: Vec<Word> = Vec::new();
    for line in text::wrap(&prepared.purpose, usize::from(columns)) {
        lead.push((line, theme.dim));
    }
    for line in prepared.answers.iter().flat_map(|says| text::wrap(says, usize::from(columns))) {
        lead.push((line, theme.text));
    }
    // The steps name whom they are about; who is to be chosen is said once.
    let key = sight.keymap.key(Context::Playbook, Action::Whom);
    match (&prepared.who, key) {
        (Some(Who::Chosen(name)), _) => lead.push((format!("about {name}"), theme.text)),
        (Some(Who::Asked), Some(key)) => {
            lead.push((format!("about nobody yet: {key} chooses whom"), theme.text));
        }
        _ => {}
    }
    let advice: Vec<Vec<(&str, String)>> =
        prepared.rows.iter().map(|row| wrapped(row, columns.saturating_sub(LABEL))).collect();
    let most = advice.iter().map(Vec::len).max().unwrap_or(0);
    let head = lead.len() + usize::from(prepared.counted.is_some());
    let steps = prepared.rows.len();
    let wanted = u16::try_from(head + steps + most + 4).unwrap_or(u16::MAX);
    let frame = middle(area, COLUMNS, wanted);
    preview.frame = frame;
    Clear.render(frame, buffer);
    let block = Block::bordered()
        .border_type(BorderType::Thick)
        .border_style(theme.border_focus)
        .title(format!(" {} ", text::shown(&prepared.title)))
        .title_bottom(foot(&prepared));
    let inner = block.inner(frame);
    block.render(frame, buffer);
    let mut pen = Pen::new(buffer, inner);

    // Where there is little room the sentence of the signal stays, then the purpose goes.
    let height = usize::from(inner.height);
    let spare = height.saturating_sub(head - lead.len() + 2 + steps.min(STEPS) + most.min(STEPS));
    let cut = lead.len().saturating_sub(spare);
    let mut y = 0;
    for (line, style) in lead.iter().skip(cut) {
        pen.at(1, y, line, *style);
        y += 1;
    }
    preview.rows.clear();
    if let Some(counted) = &prepared.counted {
        draw_counted(preview, &mut pen, y, counted, sight);
        y += 1;
    }
    y += 1;
    let left = height.saturating_sub(usize::from(y));
    // Long advice is cut before the steps are.
    let advised = most.min(left.saturating_sub(steps + 1).max(ADVICE));
    let room = left.saturating_sub(advised + 1).clamp(STEPS.min(steps), steps.max(1));
    preview.room = room;
    let chosen = preview.chosen.unwrap_or(0);
    preview.top = preview.top.min(chosen).max((chosen + 1).saturating_sub(room));
    for (place, row) in prepared.rows.iter().enumerate().skip(preview.top).take(room) {
        draw_row(preview, &mut pen, y, place, row, sight);
        y += 1;
    }
    let below = steps.saturating_sub(preview.top + room);
    if below > 0 {
        pen.at(4, y, &format!("… {below} more"), theme.dim);
    }
    y += 1;
    if let Some(lines) = preview.chosen.and_then(|row| advice.get(row)) {
        for (label, line) in lines {
            pen.at(1, y, label, theme.strong);
            pen.at(1 + LABEL, y, line, theme.text);
            y += 1;
        }
    }
}

/// ` Enter: 8 steps `.
fn foot(prepared: &Prepared) -> String {
    match &prepared.effect {
        Some(effect) => format!(" Enter: {} ", text::shown(effect)),
        None if prepared.counted.as_ref().is_some_and(|counted| counted.on.is_none()) => {
            " Enter: name the day it is counted from ".to_owned()
        }
        None => " nothing would change ".to_owned(),
    }
}

/// Each line of advice, its word before the first one.
fn wrapped(row: &Row, columns: u16) -> Vec<(&'static str, String)> {
    let lines = |(word, said): &(&'static str, String)| {
        let word = *word;
        text::wrap(said, usize::from(columns))
            .into_iter()
            .enumerate()
            .map(move |(at, line)| (if at == 0 { word } else { "" }, line))
            .collect::<Vec<_>>()
    };
    row.advice.iter().flat_map(lines).collect()
}

/// `days are counted from the act-by date, Sat 30 Jan`.
fn draw_counted(
    preview: &mut Preview,
    pen: &mut Pen<'_>,
    y: u16,
    counted: &Counted,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    preview.rows.push((pen.place(0, y, pen.width(), 1), None));
    let chosen = preview.chosen.is_none();
    let style = if chosen { theme.selected } else { theme.dim };
    if chosen {
        pen.paint(y, style);
        pen.at(0, y, "▸", style);
    }
    let end = pen.at(1, y, &format!("days are counted from {}, ", counted.what), style);
    if let Some(typing) = preview.typing.as_mut().filter(|_| chosen) {
        draw_typing(typing, pen, (end, y), TYPED, preview.order, sight);
        return;
    }
    let day = counted.on.map_or_else(
        || "not recorded; t names it".to_owned(),
        |on| phrase::weekday(on, sight.today),
    );
    pen.at(end, y, &day, if chosen { style } else { theme.text });
}

fn draw_row(
    preview: &mut Preview,
    pen: &mut Pen<'_>,
    y: u16,
    place: usize,
    row: &Row,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    preview.rows.push((pen.place(0, y, pen.width(), 1), Some(place)));
    let chosen = preview.chosen == Some(place);
    let style = |style: Style| if chosen { theme.selected } else { style };
    if chosen {
        pen.paint(y, theme.selected);
        pen.at(0, y, "▸", theme.selected);
    }
    let (sign, sign_style) = match row.line.fate {
        Fate::Done => ("▣", theme.state_healthy),
        Fate::Dropped | Fate::LeftOut => ("✕", theme.dim),
        Fate::Added | Fate::Moved | Fate::Kept => ("▢", theme.text),
    };
    pen.at(2, y, sign, style(sign_style));
    let (runs, width) = (row.runs(), pen.width());
    let quiet = if runs { theme.text } else { theme.dim };
    let typing = preview.typing.as_mut().filter(|_| chosen);
    if let Some(typing) = typing {
        let (x, columns) = if typing.day { (4, TYPED) } else { (16, width.saturating_sub(17)) };
        if !typing.day {
            pen.cell(4, y, DAY, &day(row, sight), theme.selected);
        }
        let end = draw_typing(typing, pen, (x, y), columns, preview.order, sight);
        if typing.day {
            pen.cell(end + 2, y, width.saturating_sub(end + 3), &row.line.title, theme.selected);
        }
        return;
    }
    pen.cell(4, y, DAY, &day(row, sight), style(quiet));
    let fate = row.fate(sight.today);
    let beside = text::width(&fate) as u16;
    pen.right(16, y, width.saturating_sub(17), &fate, style(theme.dim));
    let room = width.saturating_sub(17 + if beside > 0 { beside + 2 } else { 0 });
    let kind = if row.kind.is_empty() { String::new() } else { format!(" ({})", row.kind) };
    let words = [(row.line.title.clone(), style(quiet)), (kind, style(theme.dim))];
    pen.words(16, y, room, &words);
}

/// `Mon 16 Nov`; where it has no day yet, how far it lies from the one that is counted from.
fn day(row: &Row, sight: &Sight<'_>) -> String {
    match row.line.due_on {
        Some(due) => phrase::weekday(due, sight.today),
        None if row.day.is_empty() => phrase::UNKNOWN.to_owned(),
        None => format!("{} d", row.day),
    }
}

/// What is typed, and the day it means; gives the column after it.
fn draw_typing(
    typing: &mut Typing,
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    columns: u16,
    order: when::Order,
    sight: &Sight<'_>,
) -> u16 {
    let theme = sight.theme;
    pen.cell(x, y, columns, &" ".repeat(usize::from(columns)), theme.text);
    typing.entry.draw(pen, x, y, columns, theme);
    if !typing.day {
        return x + columns;
    }
    let text = typing.entry.text().trim();
    let (says, style) = match when::day_in(text, sight.today, order) {
        Some(day) => (phrase::weekday(day, sight.today), theme.selected),
        None if typing.refused => ("no day".to_owned(), theme.alarm),
        None => ("fri, +2w, 30 nov".to_owned(), theme.selected),
    };
    pen.at(x + columns + 1, y, &says, style)
}
