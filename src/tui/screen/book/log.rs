//! The log of talks: day, kind, who, mood, what was said; the chosen one with all its words.
//!
//! ```text
//! │ Tue 10 Nov  call     K. Ott        −1 Budget talk “budget frozen”      │
//! ```

use super::head::mood;
use super::hit::{Hits, Target};
use super::{BookScreen, Pane, Sight, Tab, page, plan};
use crate::domain::book::page::{LogEntry, LogPage, PAGE};
use crate::domain::talk::{Side, Talk, TalkKind, Topic};
use crate::text;
use crate::tui::action::{Action, What};
use crate::tui::keymap::Context;
use crate::tui::widget::pen::{Pen, Word};
use crate::tui::widget::person;
use crate::tui::widget::phrase;
use ratatui::style::Style;

impl BookScreen {
    /// The page of the log, once it was read for the account looked at.
    pub(super) fn page<'a>(&self, sight: &Sight<'a>) -> Option<&'a LogPage> {
        sight.log.filter(|page| Some(page.account) == self.account)
    }

    /// The place of the chosen talk on the page; past its end, the last one.
    pub(super) fn talk_place(&self, page: &LogPage) -> usize {
        self.talk.place(page.entries.iter().map(|entry| entry.talk.id))
    }

    pub(super) fn draw_tab(&mut self, pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
        match self.tab {
            Tab::Plan => plan::draw(self, pen, sight, hits),
            Tab::Log => draw(self, pen, sight, hits),
            Tab::Feedback | Tab::Money | Tab::Expand | Tab::File | Tab::History => {
                page::draw(self, pen, sight, hits);
            }
        }
    }
}

fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some(page) = screen.page(sight) else { return };
    let theme = sight.theme;
    if page.entries.is_empty() {
        return empty(&mut pen, sight);
    }
    let focus = screen.pane == Pane::Tab;
    let chosen = screen.talk_place(page).min(page.entries.len() - 1);
    let foot = u16::from(page.pages() > 1 && pen.height() > 3);
    let room = pen.height().saturating_sub(foot);
    // The chosen talk's words take at most half of the pane; where the pane has the view to
    // itself, all of it but the lines next to the talk.
    let most = if screen.alone() { room.saturating_sub(3) } else { room / 2 };
    let words = match page.entries.get(chosen) {
        Some(entry) if focus => {
            cut(unsaid(entry, pen.width()), usize::from(most), screen.alone(), sight)
        }
        _ => Vec::new(),
    };
    let lines = usize::from(room).saturating_sub(words.len()).max(1);
    let top = screen.talk_top.clamp((chosen + 1).saturating_sub(lines), chosen);
    let top = top.min(page.entries.len().saturating_sub(lines));
    let mut y = 0;
    for (place, entry) in page.entries.iter().enumerate().skip(top).take(lines) {
        hits.note(pen.place(0, y, pen.width(), 1), Target::Talk(place));
        let style = (focus && place == chosen).then_some(theme.selected);
        line(&mut pen, y, entry, style, sight);
        y += 1;
        if place == chosen {
            for text in &words {
                pen.at(13, y, text, theme.dim);
                y += 1;
            }
        }
    }
    if foot > 0 {
        let first = page.page * PAGE + 1;
        let last = page.page * PAGE + page.entries.len();
        let text = format!("{first}-{last} of {}, newest first", page.total);
        pen.right(0, pen.height() - 1, pen.width().saturating_sub(1), &text, theme.dim);
    }
    let shown = page.entries.get(chosen).map(|entry| entry.talk.id);
    screen.talk.drawn(chosen, shown, focus);
    screen.talk_top = top;
}

/// People whom the line itself names.
const NAMED: usize = 2;

/// Columns of the people, the gap after them with it.
const fn people(width: u16) -> u16 {
    match width {
        ..56 => 0,
        56..70 => 10,
        _ => 16,
    }
}

/// The column in which the words of a line begin.
const fn words_at(width: u16) -> u16 {
    25 + people(width)
}

/// What the line leaves out: its own rest, the note, who else took part, what it was about.
fn unsaid(entry: &LogEntry, width: u16) -> Vec<String> {
    let talk = &entry.talk;
    let columns = usize::from(width.saturating_sub(15));
    let on_line = usize::from(width.saturating_sub(words_at(width) + 1));
    let summary = text::width(&text::shown(&talk.summary));
    let mut lines = Vec::new();
    if summary > on_line {
        lines.extend(text::wrap(&talk.summary, columns));
    }
    if let Some(quote) = &talk.quote {
        let quote = format!("“{quote}”");
        if summary + 1 + text::width(&text::shown(&quote)) > on_line {
            lines.extend(text::wrap(&quote, columns));
        }
    }
    for paragraph in talk.note.iter().flat_map(|note| note.lines()) {
        lines.extend(text::wrap(paragraph, columns));
    }
    let mut beside = Vec::new();
    if entry.people.len() > NAMED || people(width) == 0 && !entry.people.is_empty() {
        let names: Vec<String> =
            entry.people.iter().map(|(_, name)| person::short_name(name)).collect();
        beside.push(format!("with {}", names.join(", ")));
    }
    let topics: Vec<&str> = talk.topics.iter().map(Topic::word).collect();
    if !topics.is_empty() {
        beside.push(format!("on {}", topics.join(", ")));
    }
    match talk.started_by {
        Some(Side::Client) => beside.push("the client started it".to_owned()),
        Some(Side::Us) => beside.push("we started it".to_owned()),
        None => {}
    }
    if !beside.is_empty() {
        lines.extend(text::wrap(&beside.join(" · "), columns));
    }
    lines
}

/// As many lines as there is room for; where some are left out, the last one says what shows them.
fn cut(mut lines: Vec<String>, most: usize, alone: bool, sight: &Sight<'_>) -> Vec<String> {
    if lines.len() > most {
        let shows = if alone { Action::Open } else { Action::Zoom };
        let key = sight.keymap.key(Context::Log, shows).map(|key| key.to_string());
        let hidden = lines.len() + 1 - most.max(1);
        lines.truncate(most.saturating_sub(1));
        if most > 0 {
            lines.push(format!("… {hidden} more, {} shows all", key.unwrap_or_default()));
        }
    }
    lines
}

fn line(pen: &mut Pen<'_>, y: u16, entry: &LogEntry, chosen: Option<Style>, sight: &Sight<'_>) {
    let theme = sight.theme;
    let in_style = |style: Style| chosen.unwrap_or(style);
    if let Some(style) = chosen {
        pen.paint(y, style);
        pen.at(0, y, "▸", style);
    }
    let talk = &entry.talk;
    let people = people(pen.width());
    let day = phrase::weekday(talk.on_date, sight.today);
    pen.cell(1, y, 11, &day, in_style(theme.text));
    pen.cell(13, y, 8, kind(talk), in_style(theme.dim));
    if people > 0 {
        let mut names: Vec<String> =
            entry.people.iter().take(NAMED).map(|(_, name)| person::short_name(name)).collect();
        if entry.people.len() > NAMED {
            names.truncate(1);
            names.push(format!("+{}", entry.people.len() - 1));
        }
        pen.cell(22, y, people - 1, &names.join(", "), in_style(theme.text));
    }
    let x = words_at(pen.width());
    if let Some(felt) = talk.mood {
        pen.right(x - 3, y, 2, &phrase::signed(felt), in_style(mood(felt, theme)));
    }
    let mut words: Vec<Word> = vec![(talk.summary.clone(), in_style(theme.text))];
    words.extend(talk.quote.as_ref().map(|quote| (format!(" “{quote}”"), in_style(theme.dim))));
    pen.words(x, y, pen.width().saturating_sub(x + 1), &words);
}

/// The kind in one word; what nobody answered, and what did not take place, is told apart.
const fn kind(talk: &Talk) -> &'static str {
    match (talk.missed, talk.two_way, talk.kind) {
        (true, _, _) => "missed",
        (false, false, TalkKind::Message | TalkKind::Call) => "sent",
        (false, _, kind) => kind.word(),
    }
}

fn empty(pen: &mut Pen<'_>, sight: &Sight<'_>) {
    let theme = sight.theme;
    pen.at(5, 1, "No talk on record yet.", theme.text);
    let room = pen.width().saturating_sub(10);
    let menu = sight.keymap.key(Context::Book, Action::Add);
    let letter = sight.keymap.key(Context::Add, Action::New(What::Talk));
    let keys: Vec<String> =
        [menu, letter].into_iter().flatten().map(|key| key.to_string()).collect();
    let why = format!(
        "Calls, meetings and messages stand here, newest first, in the client's words. {} writes \
         one down.",
        keys.join(", then ")
    );
    for (line, text) in text::wrap(&why, usize::from(room)).iter().enumerate() {
        pen.at(5, 2 + line as u16, text, theme.dim);
    }
}
