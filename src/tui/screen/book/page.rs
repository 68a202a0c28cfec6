//! A tab that is a page: its lines, drawn at any width.

use super::{BookScreen, Sight};
use crate::domain::page::{Shape, Span, Tone};
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use ratatui::style::Style;

/// The column after the labels.
const WORDS: u16 = 13;

pub fn draw(screen: &BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>) {
    let theme = sight.theme;
    if screen.dossier(sight).is_none() {
        return;
    }
    let Some(page) = screen.tab.sheet().and_then(|sheet| sight.page(sheet)) else { return };
    for (y, line) in page.lines.iter().take(usize::from(pen.height())).enumerate() {
        let y = y as u16;
        let room = pen.width().saturating_sub(2);
        match &line.shape {
            Shape::Title(spans) => {
                pen.words(1, y, room, &words(spans, theme));
            }
            Shape::Fact { label, spans } => {
                pen.cell(1, y, WORDS - 2, label, theme.dim);
                pen.words(WORDS, y, pen.width().saturating_sub(WORDS + 1), &words(spans, theme));
            }
            Shape::Row(cells) => {
                let mut x = 1;
                for cell in cells {
                    let room = if cell.width == 0 { room.saturating_sub(x) } else { cell.width };
                    pen.words(x, y, room, &words(&cell.spans, theme));
                    x += room + 1;
                }
            }
            Shape::Prose(span) => {
                pen.cell(1, y, room, &span.text, style(span.tone, theme));
            }
            Shape::Gap => {}
        }
    }
}

fn words(spans: &[Span], theme: &Theme) -> Vec<Word> {
    spans.iter().map(|span| (span.text.clone(), style(span.tone, theme))).collect()
}

const fn style(tone: Tone, theme: &Theme) -> Style {
    match tone {
        Tone::Text => theme.text,
        Tone::Strong => theme.strong,
        Tone::Dim => theme.dim,
        Tone::Risk => theme.state_risk,
        Tone::Watch => theme.state_watch,
        Tone::Healthy => theme.state_healthy,
    }
}
