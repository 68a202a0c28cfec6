//! The signals of the account: what asks, what is in hand, what was never recorded.
//!
//! ```text
//! │ ! ▸ Champion left: T. Lee, 16 Nov. Nobody took over.     p playbook   │
//! │ !   Promise late 4 d: ROI sheet for K. Ott               Space done   │
//! │ →   Usage falls: 75 → 40 seats since August.       in hand, 24 Nov    │
//! ```

use super::hit::{Hits, Target};
use super::{BookScreen, Pane, Sight};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::record::Record;
use crate::domain::signal::answer::{Answer, answer};
use crate::domain::signal::{Severity, Signal, table};
use crate::text;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase::{self, UNKNOWN};
use ratatui::style::Style;

/// The signals that are told, strongest first: what asks, what is in hand, one question.
pub fn told(dossier: &Dossier) -> Vec<&Signal> {
    let heard = || dossier.standing.signals.iter().filter(|signal| !signal.silenced);
    let mut told: Vec<&Signal> = heard().filter(|signal| signal.live()).collect();
    told.extend(heard().filter(|signal| signal.in_hand.is_some()));
    told.extend(heard().find(|signal| signal.gap && signal.in_hand.is_none()));
    told
}

/// What asks for attention about somebody on the map.
pub fn about_person(dossier: &Dossier, person: Id) -> Option<&Signal> {
    let about = Some((Contact::TABLE, person));
    told(dossier).into_iter().find(|signal| signal.live() && signal.about == about)
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
        hits.note(pen.place(0, y, pen.width(), 1), Target::Signal(place));
        let line = Line {
            signal,
            chosen: place == chosen,
            focus: screen.pane == Pane::Head,
            more: if place + 1 == first + room { more } else { 0 },
        };
        line.draw(pen, y, sight);
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

/// One signal on its line.
pub struct Line<'a> {
    pub signal: &'a Signal,
    pub chosen: bool,
    /// The keys are for the head.
    pub focus: bool,
    /// So many more stand under the last line.
    pub more: usize,
}

impl Line<'_> {
    pub fn draw(&self, pen: &mut Pen<'_>, y: u16, sight: &Sight<'_>) {
        let (theme, signal) = (sight.theme, self.signal);
        let (mark, mark_style) = mark(signal, theme);
        let style = match (self.chosen, signal.live()) {
            (true, _) if self.focus => theme.selected,
            (true, true) => theme.strong,
            (false, true) => theme.text,
            (_, false) => theme.dim,
        };
        let selected = self.chosen && self.focus;
        if selected {
            pen.paint(y, style);
        }
        pen.at(1, y, mark, if selected { style } else { mark_style });
        if self.chosen {
            pen.at(3, y, "▸", if selected { style } else { theme.accent });
        }
        let columns = pen.width().saturating_sub(6);
        let sentence = if signal.text.is_empty() { UNKNOWN } else { &signal.text };
        let tail = self.tail(sentence, usize::from(columns), sight);
        let beside = if tail.is_empty() { 0 } else { text::width(&tail) as u16 + 2 };
        let room = columns.saturating_sub(beside);
        pen.cell(5, y, room, &whole_sentences(sentence, usize::from(room)), style);
        pen.right(5, y, columns, &tail, if selected { style } else { theme.dim });
    }

    /// What stands at the right: how many more there are, by when it is in hand, and the keys that
    /// answer it: the first one always, on the chosen line as many as leave the sentence whole.
    fn tail(&self, sentence: &str, columns: usize, sight: &Sight<'_>) -> String {
        let mut parts = Vec::new();
        if self.more > 0 {
            parts.push(format!("+{} more", self.more));
        }
        parts.extend(in_hand(self.signal, sight));
        let taken = text::width(&text::shown(sentence));
        for (place, key) in keys(self.signal, sight).into_iter().enumerate() {
            let beside: usize = parts.iter().map(|part| text::width(part) + 2).sum();
            let first = place == 0 && self.signal.in_hand.is_none();
            let fits = taken + beside + text::width(&key) + 2 <= columns;
            // A line that asks has its key, whatever its sentence loses.
            if first || self.chosen && fits {
                parts.push(key);
            } else {
                break;
            }
        }
        parts.join("  ")
    }
}

/// As many of the sentences as there is room for, without the last point; what is longer is cut.
fn whole_sentences(text: &str, room: usize) -> String {
    if text::width(&text::shown(text)) <= room {
        return text.to_owned();
    }
    let (mut whole, mut kept) = (String::new(), String::new());
    for piece in text.split_inclusive(". ") {
        whole.push_str(piece);
        let closed = whole.trim_end().trim_end_matches('.');
        // `T. Lee` is no end.
        let initial = closed.split_whitespace().last().is_none_or(|word| word.chars().count() < 2);
        if !initial && text::width(&text::shown(closed)) <= room {
            closed.clone_into(&mut kept);
        }
    }
    if kept.is_empty() { text.to_owned() } else { kept }
}

/// The keys that answer it, the most fitting first: `p playbook`, `Space talk`, `i in hand`.
fn keys(signal: &Signal, sight: &Sight<'_>) -> Vec<String> {
    let done = match (signal.in_hand, answer(signal.code)) {
        (Some(_), _) => Some("done"),
        (None, answer) => answer.short(),
    };
    let done = done.map(|word| (Action::Done, word));
    let day = (signal.in_hand.is_some() || answer(signal.code) == Answer::Step)
        .then_some((Action::MoveDay, "new day"));
    let played = table::rule(signal.code).is_some_and(|rule| rule.playbook.is_some());
    let playbook = played.then_some((Action::Playbook, "playbook"));
    let hand = signal.in_hand.is_none().then_some((Action::InHand, "in hand"));
    let at_a_stroke = signal.in_hand.is_some() || answer(signal.code) == Answer::Step;
    let first = if at_a_stroke { [done, day, playbook] } else { [playbook, done, day] };
    let rest = [hand, Some((Action::Later, "later")), Some((Action::NotHere, "not here"))];
    let told = first.into_iter().chain(rest).flatten();
    told.filter_map(|(action, word)| {
        Some(format!("{} {word}", sight.keymap.key(Context::Head, action)?))
    })
    .collect()
}

fn in_hand(signal: &Signal, sight: &Sight<'_>) -> Option<String> {
    Some(match signal.in_hand? {
        (_, None) => "in hand".to_owned(),
        (_, Some(day)) => format!("in hand, {}", phrase::day(day, sight.today)),
    })
}

const fn mark(signal: &Signal, theme: &Theme) -> (&'static str, Style) {
    match signal.severity {
        _ if signal.in_hand.is_some() => ("→", theme.dim),
        _ if signal.gap => ("?", theme.dim),
        Severity::Now => ("!", theme.state_risk),
        Severity::Soon => ("·", theme.state_watch),
        Severity::Note => (" ", theme.dim),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_is_too_long_loses_whole_sentences_first() {
        let text = "Champion left: T. Lee, 16 Nov. Nobody took over.";
        for (room, shown) in [
            (48, text),
            (46, "Champion left: T. Lee, 16 Nov"),
            (29, "Champion left: T. Lee, 16 Nov"),
            (28, text),
            (10, text),
        ] {
            assert_eq!(whole_sentences(text, room), shown, "{room}");
        }
    }
}
