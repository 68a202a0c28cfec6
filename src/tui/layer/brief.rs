//! What to have at hand before a talk, over the view: the lines of the brief, one of them chosen;
//! Enter opens its record, `y` copies all of it.

use super::why::{self, Drawn, Line, Spot, Text};
use super::{Outcome, Overlay};
use crate::domain::brief::Brief;
use crate::domain::cell::Id;
use crate::domain::page::{Kind, Link};
use crate::text;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::link;
use crate::tui::key::{Input, Press};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns of the word in front of a part.
const LEAD: usize = 10;

/// Lines that a page has, and that a turn of the wheel moves by.
const PAGE: isize = 8;
const NOTCH: isize = 3;

/// The brief, and where somebody is in it.
#[derive(Debug)]
pub struct BriefLayer {
    brief: Brief,
    /// The records of its lines, in their order.
    records: Vec<(&'static str, Id)>,
    chosen: usize,
    top: usize,
    drawn: Drawn,
}

impl BriefLayer {
    #[must_use]
    pub fn new(brief: Brief) -> Self {
        let shown = brief.sections.iter().flat_map(|section| section.shown().0);
        let records = shown.filter_map(|line| line.about).collect();
        Self { brief, records, chosen: 0, top: 0, drawn: Drawn::new() }
    }

    fn choose(&mut self, by: isize) -> Outcome {
        let last = self.records.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
        Outcome::Stays
    }

    fn act(&mut self, action: Action, sight: &Sight<'_>) -> Outcome {
        let account = self.brief.account;
        match action {
            Action::Up => self.choose(-1),
            Action::Down => self.choose(1),
            Action::PageUp => self.choose(-PAGE),
            Action::PageDown => self.choose(PAGE),
            Action::First => self.choose(isize::MIN / 2),
            Action::Last => self.choose(isize::MAX / 2),
            Action::Back => Outcome::Closes,
            Action::Capture => {
                Outcome::ClosesWith(vec![Wish::Open(Opening::Capture(Some(account)))])
            }
            Action::Copy => Outcome::Wishes(vec![Wish::Copy {
                text: plain(&self.brief),
                says: format!("Copied: the brief of {}.", self.brief.name),
            }]),
            Action::Open => self.open(sight),
            _ => Outcome::Stays,
        }
    }

    /// The form of the record that the chosen line tells of.
    fn open(&self, sight: &Sight<'_>) -> Outcome {
        let account = self.brief.account;
        let records = sight.dossier.map(|dossier| &dossier.records);
        let records = records.filter(|records| records.account.id == account);
        let chosen = self.records.get(self.chosen).zip(records).and_then(|(record, records)| {
            let kind = Kind::from_word(record.0)?;
            Some(link::subject(account, &Link::to(kind, record.1), records))
        });
        let says = || Wish::Say("This line has no form of its own.".to_owned());
        let wish = chosen.map(|subject| Wish::Open(Opening::Form(subject)));
        Outcome::Wishes(vec![wish.unwrap_or_else(says)])
    }

    /// The lines as wide as there is room; those of a record can be chosen.
    fn text(&self, columns: u16, theme: &Theme) -> Text {
        let mut text = Text::new(columns);
        let mut record = 0;
        for section in &self.brief.sections {
            let (shown, more) = section.shown();
            for (nth, line) in shown.iter().enumerate() {
                let own = line.about.map(|_| {
                    record += 1;
                    record - 1
                });
                let room = text.columns().saturating_sub(LEAD + 1).max(1);
                let last = nth + 1 == shown.len() && more > 0;
                let told = if last { format!("{} +{more}", line.text) } else { line.text.clone() };
                for (row, part) in text::wrap(&text::shown(&told), room).into_iter().enumerate() {
                    let lead = if nth == 0 && row == 0 { section.part.word() } else { "" };
                    let lead = text::pad_right(lead, LEAD);
                    let words = vec![(format!(" {lead}"), theme.dim), (part, theme.text)];
                    text.lines.push(Line { words, record: own.filter(|_| row == 0) });
                }
            }
        }
        text
    }
}

/// The brief as text to be pasted: all of its lines.
#[must_use]
pub fn plain(brief: &Brief) -> String {
    let mut lines = vec![format!("{} · {}", brief.name, brief.head)];
    for section in &brief.sections {
        for (nth, line) in section.lines.iter().enumerate() {
            let lead = if nth == 0 { section.part.word() } else { "" };
            lines.push(format!("{}{}", text::pad_right(lead, LEAD), line.text));
        }
    }
    lines.join("\n") + "\n"
}

impl Overlay for BriefLayer {
    fn context(&self) -> Context {
        Context::Brief
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => match sight.keymap.action(Context::Brief, *key) {
                Some(action) => self.act(action, sight),
                None => Outcome::Stays,
            },
            Input::Pointer { press: Press::WheelUp, .. } => self.choose(-NOTCH),
            Input::Pointer { press: Press::WheelDown, .. } => self.choose(NOTCH),
            Input::Pointer { press: Press::Click, x, y } => match self.drawn.spot(*x, *y) {
                Some(Spot::Record(record)) if record == self.chosen => self.open(sight),
                Some(Spot::Record(record)) => {
                    self.chosen = record;
                    Outcome::Stays
                }
                _ if self.drawn.holds(*x, *y) => Outcome::Stays,
                _ => Outcome::Closes,
            },
            Input::Paste(_) | Input::Focus => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let text = self.text(Drawn::columns(area).saturating_sub(2), theme);
        let title = vec![
            ("Brief".to_owned(), theme.title_focus),
            (format!(" ─ {} · {}", self.brief.name, self.brief.head), theme.dim),
        ];
        let lines = u16::try_from(text.lines.len() + 2).unwrap_or(u16::MAX);
        let foot = "Enter open  c log a talk  y copy  Esc close";
        let inner = self.drawn.begin(area, buffer, theme, &title, foot, lines);
        let mut pen = Pen::new(buffer, inner);
        let chosen = (!self.records.is_empty()).then_some(self.chosen);
        self.top = why::draw(&mut pen, &text, self.top, chosen, &mut self.drawn, theme);
    }
}
