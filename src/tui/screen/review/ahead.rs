//! What is ahead before a review begins: how many accounts, how long, who and why.
//!
//! ```text
//!  14 accounts, about 7 min; 31 unchanged
//!  Enter begins · * everybody, 45 accounts, about 23 min
//!
//! ▸Contoso              S  NOW champion · review due since 20 Nov
//! ```

use crate::desk::{Act, Commit};
use crate::domain::cell::Id;
use crate::domain::review::deed;
use crate::domain::review::pace;
use crate::domain::review::queue::{Queued, everybody};
use crate::domain::review::ritual::Ritual;
use crate::domain::signal::sentence::count;
use crate::tui::action::{Action, Wish};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::pen::Pen;
use crate::tui::widget::phrase::{self, UNKNOWN};
use ratatui::layout::{Position, Rect};

/// Lines over the list.
const TOP: u16 = 3;

/// Where in the list of the queue somebody is.
#[derive(Debug, Default)]
pub struct Ahead {
    at: usize,
    top: usize,
    /// Lines that there was room for.
    room: usize,
    rows: Vec<(Rect, usize)>,
}

impl Ahead {
    /// The chosen account.
    #[must_use]
    pub fn account(&self, ritual: &Ritual) -> Option<Id> {
        let last = ritual.queue.len().saturating_sub(1);
        ritual.queue.get(self.at.min(last)).map(|one| one.account)
    }

    /// Up and down in the list.
    pub fn go(&mut self, action: Action, ritual: &Ritual) -> bool {
        let page = self.room.max(2).cast_signed() - 1;
        let by = match action {
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -page,
            Action::PageDown => page,
            Action::First => isize::MIN / 2,
            Action::Last => isize::MAX / 2,
            _ => return false,
        };
        let last = ritual.queue.len().saturating_sub(1);
        self.at = self.at.min(last).saturating_add_signed(by).min(last);
        true
    }

    /// A click chooses.
    pub fn click(&mut self, x: u16, y: u16) {
        let at = Position::new(x, y);
        if let Some((_, place)) = self.rows.iter().find(|(row, _)| row.contains(at)) {
            self.at = *place;
        }
    }

    pub fn draw(&mut self, pen: &mut Pen<'_>, ritual: &Ritual, sight: &Sight<'_>) {
        let theme = sight.theme;
        let columns = pen.width().saturating_sub(2);
        for (y, line) in lead(ritual, sight).iter().enumerate() {
            let style = if y == 0 { theme.strong } else { theme.dim };
            pen.cell(1, y as u16, columns, line, style);
        }
        self.room = usize::from(pen.height().saturating_sub(TOP));
        self.at = self.at.min(ritual.queue.len().saturating_sub(1));
        self.top = self.top.min(self.at).max((self.at + 1).saturating_sub(self.room.max(1)));
        self.rows.clear();
        let shown = ritual.queue.iter().enumerate().skip(self.top).take(self.room);
        for (y, (place, one)) in (TOP..).zip(shown) {
            self.rows.push((pen.place(0, y, pen.width(), 1), place));
            row(pen, y, one, place == self.at, sight);
        }
    }
}

fn row(pen: &mut Pen<'_>, y: u16, one: &Queued, chosen: bool, sight: &Sight<'_>) {
    let theme = sight.theme;
    let style = |style| if chosen { theme.selected } else { style };
    if chosen {
        pen.paint(y, theme.selected);
        pen.at(0, y, "▸", theme.selected);
    }
    let name = if pen.width() >= 100 { 30 } else { 18 };
    pen.cell(1, y, name, &one.name, style(theme.text));
    let tier = one.tier.map_or(UNKNOWN, |tier| tier.letter());
    pen.at(name + 2, y, tier, style(theme.dim));
    let score = phrase::score(one.score, true);
    pen.right(name + 4, y, 4, &score, style(theme.text));
    let columns = pen.width().saturating_sub(name + 11);
    pen.cell(name + 10, y, columns, &one.why, style(theme.dim));
}

/// How much is ahead, and what begins it.
fn lead(ritual: &Ritual, sight: &Sight<'_>) -> Vec<String> {
    let minutes = pace::ahead;
    let (queued, rest) = (ritual.queue.len(), ritual.rest.len());
    if queued + rest == 0 {
        let adds = sight.keymap.key(Context::Ahead, Action::Add);
        let adds = adds.map(|key| format!("{key} adds the first one."));
        let says = "Once a week you go through your accounts here. There is none yet.";
        return std::iter::once(says.to_owned()).chain(adds).collect();
    }
    let mut first = if queued == 0 {
        "Nobody is due and nothing happened".to_owned()
    } else {
        format!("{}, about {} min", count(queued, "account"), minutes(queued))
    };
    if rest > 0 {
        first.push_str("; ");
        first.push_str(&rest.to_string());
        first.push_str(" unchanged");
    }
    let key = |action| sight.keymap.key(Context::Ahead, action);
    let begins = key(Action::Open).map(|key| format!("{key} begins"));
    let all = key(Action::Everybody).filter(|_| rest > 0).map(|key| {
        let all = queued + rest;
        format!("{key} everybody: {}, about {} min", count(all, "account"), minutes(all))
    });
    let keys: Vec<String> = begins.into_iter().chain(all).collect();
    vec![first, keys.join(" · ")]
}

/// The review begins.
#[must_use]
pub fn begin(ritual: &Ritual, all: bool, sight: &Sight<'_>) -> Vec<Wish> {
    let (queue, rest) = if all {
        (everybody(&ritual.queue, &ritual.rest), Vec::new())
    } else {
        (ritual.queue.clone(), ritual.rest.clone())
    };
    if queue.is_empty() && rest.is_empty() {
        return vec![Wish::Say("There is no account in the book to review yet.".to_owned())];
    }
    let changes = deed::begin(&queue, &rest, all, ritual.steps, sight.today);
    let label = format!("Review begun: {}", count(queue.len(), "account"));
    vec![Wish::Commit(Commit::new(Act::edit(label, None), changes))]
}
