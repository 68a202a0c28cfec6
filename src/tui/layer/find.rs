//! The line that filters the list while it is typed; Enter keeps the filter, Esc brings back what
//! was shown before.
//!
//! ```text
//!  / tier:s score:<▏                     12 of 45 · <6, >=8, risk, watch, healthy or none
//! ```

use super::{Outcome, Overlay};
use crate::domain::cell::Id;
use crate::domain::listing::Filter;
use crate::text;
use crate::tui::action::{Action, Deed, Wish};
use crate::tui::key::{Code, Input, Key};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::widget::readline::request;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use tui_input::InputRequest;

/// Letters that a filter may have.
const LONGEST: usize = 200;

/// The line.
#[derive(Debug)]
pub struct Find {
    typed: tui_input::Input,
    /// The filter before.
    before: String,
    /// The account looked at before.
    account: Option<Id>,
}

impl Find {
    /// With the filter that is on.
    #[must_use]
    pub fn new(filter: &str, account: Option<Id>) -> Self {
        Self { typed: filter.into(), before: filter.to_owned(), account }
    }

    fn key(&mut self, key: Key, sight: &Sight<'_>) -> Outcome {
        if let Code::Char(letter) = key.code
            && !key.ctrl
            && !key.alt
        {
            return self.edit(InputRequest::InsertChar(letter));
        }
        match sight.keymap.action(Context::Find, key) {
            Some(Action::Open) => self.keep(sight),
            Some(Action::Back) => {
                let mut wishes = vec![Wish::Do(Deed::Filter(self.before.clone()))];
                wishes.extend(self.account.map(|account| Wish::Do(Deed::GoTo(account))));
                Outcome::ClosesWith(wishes)
            }
            Some(act @ (Action::Up | Action::Down | Action::PageUp | Action::PageDown)) => {
                Outcome::Wishes(vec![Wish::Do(Deed::Act(act))])
            }
            Some(act) => request(act).map_or(Outcome::Stays, |act| self.edit(act)),
            None => Outcome::Stays,
        }
    }

    /// What cannot be understood is not kept: the line says what is wrong and stays.
    fn keep(&self, sight: &Sight<'_>) -> Outcome {
        let typed = self.typed.value().trim();
        if Filter::read(typed, (sight.today, sight.listing.order)).wrong.is_some() {
            return Outcome::Stays;
        }
        Outcome::ClosesWith(vec![Wish::Do(Deed::Filter(typed.to_owned()))])
    }

    fn edit(&mut self, request: InputRequest) -> Outcome {
        let grows = matches!(request, InputRequest::InsertChar(_) | InputRequest::Yank);
        if grows && self.typed.value().chars().count() >= LONGEST {
            return Outcome::Stays;
        }
        match self.typed.handle(request) {
            Some(changed) if changed.value => {
                Outcome::Wishes(vec![Wish::Do(Deed::Filter(self.typed.value().to_owned()))])
            }
            _ => Outcome::Stays,
        }
    }

    fn paste(&mut self, pasted: &str) -> Outcome {
        let room = LONGEST.saturating_sub(self.typed.value().chars().count());
        let letters = pasted.chars().map(|one| if one.is_control() { ' ' } else { one });
        for letter in letters.take(room) {
            self.typed.handle(InputRequest::InsertChar(letter));
        }
        Outcome::Wishes(vec![Wish::Do(Deed::Filter(self.typed.value().to_owned()))])
    }
}

impl Overlay for Find {
    fn context(&self) -> Context {
        Context::Find
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match input {
            Input::Key(key) => self.key(*key, sight),
            Input::Paste(pasted) => self.paste(pasted),
            Input::Pointer { .. } | Input::Focus => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        // The line over the keys, where the screen has one.
        let up = if area.height >= 10 && area.width >= 40 { 2 } else { 1 };
        let line = Rect { y: area.bottom().saturating_sub(up), height: area.height.min(1), ..area };
        let line = line.intersection(buffer.area);
        if line.is_empty() {
            return;
        }
        let blank = " ".repeat(usize::from(line.width));
        buffer.set_string(line.x, line.y, blank, theme.text);

        let filter = Filter::read(self.typed.value(), (sight.today, sight.listing.order));
        let count = format!("{} of {}", sight.book.rows.len(), sight.whole.rows.len());
        let (said, style) = match (&filter.wrong, filter.hint) {
            (Some(wrong), _) => (wrong.clone(), theme.alarm),
            (None, Some(hint)) => (format!("{hint} · {count}"), theme.dim),
            (None, None) if self.typed.value().is_empty() => {
                ("a name, or tier:s score:<6 act:<120d talk:>30d nostep …".to_owned(), theme.dim)
            }
            (None, None) => (count.clone(), theme.dim),
        };
        let width = usize::from(line.width);
        let fits = width.saturating_sub(20).max(width / 2);
        let said = if text::width(&said) > fits && line.y > buffer.area.y {
            // A line of its own, and beside what is typed the count as ever.
            let over = text::pad_right(&format!(" {}", text::shown(&said)), width);
            buffer.set_stringn(line.x, line.y - 1, over, width, style);
            count
        } else {
            said
        };
        let said = text::fit(&text::shown(&said), fits);
        let beside = text::width(&said) as u16;
        buffer.set_string(line.right().saturating_sub(beside + 1), line.y, &said, style);

        let room = width.saturating_sub(usize::from(beside) + 5);
        let (end, _) = buffer.set_stringn(line.x, line.y, " / ", width, theme.key);
        let (head, at, tail) = around(self.typed.value(), self.typed.cursor());
        // What stands before the cursor goes out of sight first.
        let head = text::fit_end(&text::shown(&head), room.saturating_sub(1));
        let (x, _) = buffer.set_stringn(end, line.y, &head, room, theme.text);
        let left = room.saturating_sub(text::width(&head));
        if left == 0 {
            return;
        }
        let cursor = theme.text.add_modifier(Modifier::REVERSED);
        let (x, _) = buffer.set_stringn(x, line.y, text::shown(&at), left, cursor);
        let left = usize::from((end + room as u16).saturating_sub(x));
        buffer.set_stringn(x, line.y, text::fit(&text::shown(&tail), left), left, theme.text);
    }
}

/// What stands before the cursor, under it, and after it.
fn around(typed: &str, cursor: usize) -> (String, String, String) {
    let mut letters = typed.chars();
    let head: String = letters.by_ref().take(cursor).collect();
    let at = letters.next().unwrap_or(' ').to_string();
    (head, at, letters.collect())
}
