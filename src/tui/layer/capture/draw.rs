//! How the line and what it was taken for stand on the screen.

use super::Capture;
use crate::domain::capture::Meaning;
use crate::domain::day::day;
use crate::text;
use crate::tui::layer::why::Drawn;
use crate::tui::screen::book::Sight;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Lines of the typed text that are shown at most: those around the cursor.
const TYPED: usize = 4;

/// Lines of the whole at least.
const LINES: usize = 16;

/// Columns of the typed words and of what they are.
const WORDS: u16 = 24;
const MEANING: u16 = 12;

/// What the line may say, shown while it is empty.
const GRAMMAR: [(&str, &str); 6] = [
    ("northwind dana", "who: an account, as short as it is clear; its people"),
    ("call yesterday", "how and when: meeting, mail, missed, fri, 12 nov"),
    ("\"budget frozen\"", "their own words"),
    ("nps6 mood-1 #risk", "an answer, the mood from −2 to +2, a topic"),
    ("!promise 2w send ROI", "what comes of it: !promise, !step, !meet"),
    ("anything else", "the sentence; pasted lines below it are the note"),
];

pub(super) fn draw(line: &mut Capture, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
    let theme = sight.theme;
    let columns = usize::from(Drawn::columns(area)).saturating_sub(2).max(1);
    let typed = typed(line, columns, theme);
    let below = below(line, columns, theme);
    // Of one height as far as that goes, so that it stands still while somebody types.
    let lines = (typed.len() + 1 + below.len() + 2).max(LINES);
    let name = line.here.and_then(|here| line.accounts.iter().find(|(id, _)| *id == here));
    let mut title: Vec<Word> = vec![("Log a line".to_owned(), theme.title_focus)];
    title.extend(name.map(|(_, name)| (format!(" ─ {name}"), theme.dim)));
    if line.restored {
        let on = line.when.0;
        let on =
            if on == sight.today { String::new() } else { format!(" on {}", day(on, sight.today)) };
        title.push((format!(" ─ as it was left{on}"), theme.dim));
    }
    let foot = "Enter write it  Tab complete  Esc keep it for later";
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    let inner = Drawn::new().begin(area, buffer, theme, &title, foot, lines);
    let mut pen = Pen::new(buffer, inner);
    let room = usize::from(pen.height());
    let mut y = 0;
    for row in typed.iter().take(room) {
        pen.words(1, y, columns as u16, row);
        y += 1;
    }
    y += u16::from(room > typed.len() + below.len().min(1));
    // What is wrong stands first below the line, so a low screen cuts what is right.
    for row in &below {
        if usize::from(y) >= room {
            break;
        }
        row.draw(&mut pen, y);
        y += 1;
    }
}

/// A line below the typed text.
struct Row {
    cells: Vec<(u16, Word)>,
}

impl Row {
    fn words(words: Vec<Word>) -> Self {
        let mut at: u16 = 1;
        let mut cells = Vec::new();
        for (text, style) in words {
            let wide = text::width(&text::shown(&text)) as u16;
            cells.push((at, (text, style)));
            at = at.saturating_add(wide);
        }
        Self { cells }
    }

    fn draw(&self, pen: &mut Pen<'_>, y: u16) {
        for (nth, (x, (text, style))) in self.cells.iter().enumerate() {
            let next = self.cells.get(nth + 1).map_or(pen.width(), |(next, _)| *next);
            let room = next.saturating_sub(*x).min(pen.width().saturating_sub(*x + 1));
            pen.cell(*x, y, room, text, *style);
        }
    }
}

/// The typed text, wrapped, each word in the style of what it was taken for.
fn typed(line: &Capture, columns: usize, theme: &Theme) -> Vec<Vec<Word>> {
    let value = line.typed.value();
    let style = |at: usize| {
        let piece = line.found.pieces.iter().find(|piece| piece.from <= at && at < piece.to);
        match piece.map(|piece| piece.meaning) {
            Some(Meaning::Unclear) => theme.alarm,
            Some(Meaning::Sentence | Meaning::Title | Meaning::Words) | None => theme.text,
            Some(Meaning::Link) => theme.dim,
            Some(_) => theme.strong,
        }
    };
    let cursor = line.cursor();
    let under = theme.text.add_modifier(Modifier::REVERSED);
    let mut rows: Vec<Vec<Word>> = vec![Vec::new()];
    let (mut wide, mut cursor_row) = (0, 0);
    let end = [(value.len(), ' ')];
    for (at, letter) in value.char_indices().chain(end) {
        let is_end = at == value.len();
        let shown = text::shown(&letter.to_string()).into_owned();
        let letters = text::width(&shown);
        if wide + letters > columns {
            rows.push(Vec::new());
            wide = 0;
        }
        wide += letters;
        if at == cursor {
            cursor_row = rows.len() - 1;
        }
        let own = if at == cursor { under } else { style(at) };
        if is_end && at != cursor {
            break;
        }
        push(&mut rows, shown, own);
    }
    let from = (cursor_row + 1).saturating_sub(TYPED);
    rows.into_iter().skip(from).take(TYPED).collect()
}

fn push(rows: &mut [Vec<Word>], shown: String, style: Style) {
    let Some(row) = rows.last_mut() else { return };
    match row.last_mut() {
        Some((text, last)) if *last == style => text.push_str(&shown),
        _ => row.push((shown, style)),
    }
}

/// What was not understood, what may be completed, what each word was taken for.
fn below(line: &Capture, columns: usize, theme: &Theme) -> Vec<Row> {
    let mut rows = Vec::new();
    let empty = line.typed.value().trim().is_empty() && line.note.is_empty();
    if let Some(refused) = &line.refused {
        say(&mut rows, &text::capital(refused), columns, theme.alarm);
    }
    if empty {
        for (words, told) in GRAMMAR {
            let cells = vec![
                (1, (words.to_owned(), theme.text)),
                (1 + WORDS, (told.to_owned(), theme.dim)),
            ];
            rows.push(Row { cells });
        }
        return rows;
    }
    offered(line, theme, &mut rows);
    for fault in &line.found.faults {
        let names = if fault.candidates.is_empty() {
            String::new()
        } else {
            format!(": {}", fault.candidates.join(", "))
        };
        say(&mut rows, &format!("Not clear: {}{names}", fault.message), columns, theme.alarm);
    }
    // What is unclear is told above.
    let told = line.found.pieces.iter().filter(|one| one.meaning != Meaning::Unclear);
    for piece in told.filter(|piece| !piece.told.is_empty()) {
        let first = piece.text.lines().next().unwrap_or_default();
        rows.push(Row {
            cells: vec![
                (1, (text::fit(&text::shown(first), usize::from(WORDS) - 2), theme.text)),
                (1 + WORDS, (piece.meaning.word().to_owned(), theme.dim)),
                (1 + WORDS + MEANING, (piece.told.clone(), theme.text)),
            ],
        });
    }
    if !line.note.is_empty() && line.typed.value().is_empty() {
        say(&mut rows, "Ctrl-U once more lets go of the note.", columns, theme.dim);
    }
    for remark in &line.found.remarks {
        say(&mut rows, &text::capital(remark), columns, theme.dim);
    }
    rows
}

/// `Tab  Dana Wirth, CFO · Danalyn Marsh`; the one that is taken stands out.
fn offered(line: &Capture, theme: &Theme, rows: &mut Vec<Row>) {
    let (proposals, taken) = match &line.round {
        Some(round) => (&round.proposals, Some(round.at)),
        None => (&line.offered.1, None),
    };
    if proposals.is_empty() {
        return;
    }
    let mut words: Vec<Word> = vec![("Tab ".to_owned(), theme.key)];
    for (at, one) in proposals.iter().enumerate() {
        let style = if taken == Some(at) { theme.selected } else { theme.text };
        words.push((if at == 0 { " " } else { " · " }.to_owned(), theme.dim));
        words.push((one.text.trim_end().to_owned(), style));
        if !one.told.is_empty() && one.told != "account" {
            words.push((format!(", {}", one.told), theme.dim));
        }
    }
    rows.push(Row::words(words));
}

fn say(rows: &mut Vec<Row>, told: &str, columns: usize, style: Style) {
    for line in text::wrap(told, columns) {
        rows.push(Row::words(vec![(line, style)]));
    }
}
