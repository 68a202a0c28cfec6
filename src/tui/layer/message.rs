//! A message that is too long or too grave for the line at the bottom.

use super::{Outcome, middle};
use crate::config::Fault;
use crate::error::Error;
use crate::text;
use crate::tui::action::Action;
use crate::tui::key::{Input, Press};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

const COLUMNS: u16 = 62;

/// What went wrong, and what to do about it.
#[derive(Clone, Debug)]
pub struct Message {
    /// One paragraph each.
    told: Vec<String>,
    hint: Option<String>,
    /// Lines scrolled out of sight, and lines there is room for.
    top: usize,
    room: usize,
}

/// The same is told, however far it was read.
impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        (&self.told, &self.hint) == (&other.told, &other.hint)
    }
}

impl Message {
    fn new(told: Vec<String>, hint: Option<String>) -> Self {
        Self { told, hint, top: 0, room: 1 }
    }

    #[must_use]
    pub fn of(error: &Error) -> Self {
        Self::new(vec![sentence(&error.message)], error.hint.as_deref().map(sentence))
    }

    /// What cannot be read in the config file; none where all can.
    #[must_use]
    pub fn of_faults(faults: &[Fault]) -> Option<Self> {
        let mut sorted: Vec<&Fault> = faults.iter().collect();
        sorted.sort_by_key(|fault| (fault.file.as_deref(), fault.line));
        let told: Vec<String> = sorted.iter().map(|fault| sentence(&fault.sentence())).collect();
        let hint = "Everything else in it holds. trellis config edit opens the file.";
        (!told.is_empty()).then(|| Self::new(told, Some(hint.to_owned())))
    }

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let page = self.room.saturating_sub(1).max(1);
        match input {
            Input::Key(key) => match sight.keymap.action(Context::Message, *key) {
                Some(Action::Back) => return Outcome::Closes,
                Some(Action::Up) => self.top = self.top.saturating_sub(1),
                Some(Action::Down) => self.top += 1,
                Some(Action::PageUp) => self.top = self.top.saturating_sub(page),
                Some(Action::PageDown) => self.top += page,
                _ => {}
            },
            Input::Pointer { press: Press::Click, .. } => return Outcome::Closes,
            Input::Pointer { press: Press::WheelUp, .. } => self.top = self.top.saturating_sub(3),
            Input::Pointer { press: Press::WheelDown, .. } => self.top += 3,
            Input::Focus | Input::Paste(_) => {}
        }
        Outcome::Stays
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let columns = usize::from(COLUMNS.min(area.width)).saturating_sub(4);
        let told = self.told.iter().flat_map(|paragraph| text::wrap(paragraph, columns));
        let mut lines: Vec<_> = told.map(|line| (line, theme.text)).collect();
        if let Some(hint) = &self.hint {
            lines.push((String::new(), theme.text));
            lines.extend(text::wrap(hint, columns).into_iter().map(|line| (line, theme.dim)));
        }
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let frame = middle(area, COLUMNS, height);
        Clear.render(frame, buffer);
        let more = usize::from(frame.height).saturating_sub(2) < lines.len();
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title_bottom(if more { " ↑↓ more  Enter close " } else { " Enter close " });
        let inner = block.inner(frame);
        block.render(frame, buffer);
        self.room = usize::from(inner.height).max(1);
        self.top = self.top.min(lines.len().saturating_sub(self.room));
        let columns = usize::from(inner.width).saturating_sub(2);
        for (y, (line, style)) in (inner.y..inner.bottom()).zip(lines.iter().skip(self.top)) {
            buffer.set_stringn(inner.x + 1, y, line, columns, *style);
        }
    }
}

/// With a capital letter and a full stop. A file's name keeps its small letter.
pub fn sentence(text: &str) -> String {
    let shown = text::shown(text);
    let mut letters = shown.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let stop = if shown.ends_with(['.', '?', '!']) { "" } else { "." };
    let file = shown.split([',', ':']).next().unwrap_or_default();
    if std::path::Path::new(file).extension().is_some_and(|kind| kind == "toml") {
        return format!("{shown}{stop}");
    }
    first.chain(letters).chain(stop.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;
    use crate::tui::key::{Code, Key};
    use crate::tui::screen::book::fixture::Scene;
    use crate::tui::theme::Colours;

    fn drawn(message: &mut Message, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        message.draw(area, &mut buffer, &Theme::new(Colours::Without));
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn it_says_what_and_what_to_do_in_any_size() {
        let error = Error::new(Kind::Book, "step 7 touched the same rows").hint("undo it first");
        let mut message = Message::of(&error);
        for (width, height) in [(0, 0), (1, 1), (5, 2), (40, 10), (120, 36)] {
            let screen = drawn(&mut message, width, height);
            assert_eq!(screen.contains("Step 7 touched the same rows."), width >= 40);
            assert_eq!(screen.contains("Undo it first."), width >= 40);
        }
    }

    #[test]
    fn what_is_wrong_in_the_config_is_told_by_line_and_can_be_scrolled() {
        assert_eq!(Message::of_faults(&[]), None);
        let faults: Vec<Fault> = (1..=30)
            .rev()
            .map(|line| Fault::new(line, format!("word{line} is not known")))
            .collect();
        let mut message = Message::of_faults(&faults).expect("a message");
        assert!(drawn(&mut message, 80, 12).contains("config.toml, line 1: word1 is not known."));
        assert!(!drawn(&mut message, 80, 12).contains("word30"));
        let press = |message: &mut Message, code| {
            message.input(&Input::Key(Key::of(code)), &Scene::new().sight())
        };
        for _ in 0..9 {
            press(&mut message, Code::PageDown);
            drawn(&mut message, 80, 12);
        }
        assert!(drawn(&mut message, 80, 12).contains("trellis config edit"));
        press(&mut message, Code::Up);
        assert!(drawn(&mut message, 80, 12).contains("line 30: word30"));
        assert_eq!(press(&mut message, Code::Enter), Outcome::Closes);
    }
}
