//! The signals of the account: what asks, what is in hand, what was never recorded.
//!
//! ```text
//! │ ! ▸ Champion left: T. Lee, 16 Nov. Nobody took over.                  │
//! │ →   Usage falls: 75 → 40 seats since August.         in hand, 24 Nov  │
//! ```

use super::hit::{Hits, Target};
use super::{BookScreen, Pane, Sight};
use crate::domain::book::row::Dossier;
use crate::domain::signal::answer::answer;
use crate::domain::signal::{Severity, Signal};
use crate::text;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase::{self, UNKNOWN};

/// The signals that are told, strongest first: what asks, what is in hand, one question.
pub fn told(dossier: &Dossier) -> Vec<&Signal> {
    let heard = || dossier.standing.signals.iter().filter(|signal| !signal.silenced);
    let mut told: Vec<&Signal> = heard().filter(|signal| signal.live()).collect();
    told.extend(heard().filter(|signal| signal.in_hand.is_some()));
    told.extend(heard().find(|signal| signal.gap && signal.in_hand.is_none()));
    told
}

impl BookScreen {
    /// Where the chosen signal stands by now; what was dealt with makes room for the next.
    pub(super) fn signal_place(&self, told: &[&Signal]) -> usize {
        let held = |one: &&Signal| Some(one.code) == self.signalled && one.live();
        let last = told.len().saturating_sub(1);
        told.iter().position(held).unwrap_or(self.signal).min(last)
    }

    pub(super) fn go_to_signal(&mut self, place: usize, told: &[&Signal]) {
        (self.signal, self.signalled) = (place, told.get(place).map(|signal| signal.code));
    }
}

/// The lines of the head from `top` on.
pub fn draw(
    screen: &mut BookScreen,
    pen: &mut Pen<'_>,
    top: u16,
    dossier: &Dossier,
    sight: &Sight<'_>,
    hits: &mut Hits,
) {
    let theme = sight.theme;
    let told = told(dossier);
    if told.is_empty() {
        let off = dossier.standing.signals.iter().filter(|signal| signal.silenced).count();
        let off = if off > 0 { format!(" {off} put off.") } else { String::new() };
        pen.at(5, top, &format!("Nothing asks for attention here.{off}"), theme.dim);
        if let Some(next) = &dossier.standing.next_step {
            let day = phrase::weekday(next.due_on, sight.today);
            pen.at(5, top + 1, &format!("Next: {}, {day}", next.title), theme.dim);
        }
        return;
    }
    let room = usize::from(pen.height().saturating_sub(top)).max(1);
    let chosen = screen.signal_place(&told);
    if screen.pane == Pane::Head {
        screen.go_to_signal(chosen, &told);
    }
    let first = (chosen + 1).saturating_sub(room);
    let more = told.len().saturating_sub(first + room);
    let mut y = top;
    for (place, signal) in told.iter().enumerate().skip(first).take(room) {
        let chosen = place == chosen;
        let last = place + 1 == first + room;
        hits.note(pen.place(0, y, pen.width(), 1), Target::Signal(place));
        let tail = match () {
            () if last && more > 0 => format!("+{more} more"),
            () if chosen && signal.live() => keys(signal, pen.width(), sight),
            () => in_hand(signal, sight),
        };
        line(pen, y, signal, chosen, screen.pane == Pane::Head, &tail, theme);
        y += 1;
    }
    // What the chosen signal stands for.
    if let Some(signal) = told.get(chosen) {
        for (_, sentence) in &signal.swallowed {
            if y >= pen.height() {
                break;
            }
            pen.cell(7, y, pen.width().saturating_sub(8), sentence, theme.dim);
            y += 1;
        }
    }
}

/// The keys that answer the chosen signal, as many as leave its sentence whole:
/// `Space talk  p in hand`.
fn keys(signal: &Signal, columns: u16, sight: &Sight<'_>) -> String {
    let key = |action, word: &str| {
        let key = sight.keymap.key(Context::Head, action)?;
        Some(format!("{key} {word}"))
    };
    let hand = key(Action::InHand, "in hand");
    let done = answer(signal.code).short().and_then(|word| key(Action::Done, word));
    let taken = text::width(&text::shown(&signal.text)) + 7;
    let room = usize::from(columns).saturating_sub(taken);
    let both = match (&done, &hand) {
        (Some(done), Some(hand)) => Some(format!("{done}  {hand}")),
        _ => None,
    };
    let told = [both, hand, done].into_iter().flatten();
    told.into_iter().find(|told| text::width(told) <= room).unwrap_or_default()
}

fn in_hand(signal: &Signal, sight: &Sight<'_>) -> String {
    match signal.in_hand {
        None => String::new(),
        Some((_, None)) => "in hand".to_owned(),
        Some((_, Some(day))) => format!("in hand, {}", phrase::day(day, sight.today)),
    }
}

fn line(
    pen: &mut Pen<'_>,
    y: u16,
    signal: &Signal,
    chosen: bool,
    focus: bool,
    tail: &str,
    theme: &Theme,
) {
    let calm = !signal.live();
    let (mark, mark_style) = match signal.severity {
        _ if signal.in_hand.is_some() => ("→", theme.dim),
        _ if signal.gap => ("?", theme.dim),
        Severity::Now => ("!", theme.severity(Severity::Now).patch(theme.strong)),
        Severity::Soon => ("·", theme.severity(Severity::Soon)),
        Severity::Note => (" ", theme.dim),
    };
    let style = match (chosen, calm) {
        (true, _) if focus => theme.selected,
        (true, false) => theme.strong,
        (false, false) => theme.text,
        (_, true) => theme.dim,
    };
    if chosen && focus {
        pen.paint(y, style);
    }
    let mark_style = if chosen && focus { style } else { mark_style };
    pen.at(1, y, mark, mark_style);
    if chosen {
        pen.at(3, y, "▸", if focus { style } else { theme.accent });
    }
    let columns = pen.width().saturating_sub(6);
    let tail_wide = text::width(tail) as u16;
    let room = columns.saturating_sub(if tail.is_empty() { 0 } else { tail_wide + 1 });
    let sentence = if signal.text.is_empty() { UNKNOWN } else { &signal.text };
    pen.cell(5, y, room, sentence, style);
    let tail_style = if chosen && focus { style } else { theme.dim };
    pen.right(5, y, columns, tail, tail_style);
}
