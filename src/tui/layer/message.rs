//! A message that is too long or too grave for the line at the bottom.

use super::middle;
use crate::error::Error;
use crate::text;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

const COLUMNS: u16 = 62;

/// What went wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    text: String,
    hint: Option<String>,
}

impl Message {
    #[must_use]
    pub fn of(error: &Error) -> Self {
        Self { text: sentence(&error.message), hint: error.hint.as_deref().map(sentence) }
    }

    pub fn draw(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let columns = usize::from(COLUMNS.min(area.width)).saturating_sub(4);
        let mut lines: Vec<_> =
            text::wrap(&self.text, columns).into_iter().map(|line| (line, theme.text)).collect();
        if let Some(hint) = &self.hint {
            lines.push((String::new(), theme.text));
            lines.extend(text::wrap(hint, columns).into_iter().map(|line| (line, theme.dim)));
        }
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let frame = middle(area, COLUMNS, height);
        Clear.render(frame, buffer);
        let block = Block::bordered()
            .border_type(BorderType::Thick)
            .border_style(theme.border_focus)
            .title_bottom(" Enter close ");
        let inner = block.inner(frame);
        block.render(frame, buffer);
        let columns = usize::from(inner.width).saturating_sub(2);
        for (y, (line, style)) in (inner.y..inner.bottom()).zip(&lines) {
            buffer.set_stringn(inner.x + 1, y, line, columns, *style);
        }
    }
}

/// With a capital letter and a full stop.
pub fn sentence(text: &str) -> String {
    let shown = text::shown(text);
    let mut letters = shown.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let stop = if shown.ends_with(['.', '?', '!']) { "" } else { "." };
    first.chain(letters).chain(stop.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;
    use crate::tui::theme::Colours;

    #[test]
    fn it_says_what_and_what_to_do_in_any_size() {
        let error = Error::new(Kind::Book, "step 7 touched the same rows").hint("undo it first");
        let message = Message::of(&error);
        let theme = Theme::new(Colours::Without);
        for (width, height) in [(0, 0), (1, 1), (5, 2), (40, 10), (120, 36)] {
            let area = Rect::new(0, 0, width, height);
            let mut buffer = Buffer::empty(area);
            message.draw(area, &mut buffer, &theme);
            let drawn: String =
                buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
            assert_eq!(drawn.contains("Step 7 touched the same rows."), width >= 40);
            assert_eq!(drawn.contains("Undo it first."), width >= 40);
        }
    }
}
