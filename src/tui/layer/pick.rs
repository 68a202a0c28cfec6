//! A list to choose from: type to find, Enter takes it.

use super::Outcome;
use super::choosing::{Choosing, Heard};
use crate::domain::retention::period::Period;
use crate::text;
use crate::tui::action::{Deed, Wish};
use crate::tui::key::{Code, Input, Key};
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::several::Several;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns of the list, and those it may take where a label is longer.
const COLUMNS: u16 = 58;
const MOST: u16 = 78;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub label: String,
    /// Beside it, dim.
    pub note: String,
    /// What is wished for when it is taken.
    pub wishes: Vec<Wish>,
}

impl Item {
    #[must_use]
    pub fn new(label: impl Into<String>, note: impl Into<String>, wish: Wish) -> Self {
        Self { label: label.into(), note: note.into(), wishes: vec![wish] }
    }
}

/// What a typed text is an answer to.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// What is to be done to several steps or accounts.
    Together(Several),
    /// Which period is looked at.
    Period,
}

impl From<Several> for Asked {
    fn from(several: Several) -> Self {
        Self::Together(several)
    }
}

impl Asked {
    fn typed(&self, text: &str, sight: &Sight<'_>) -> Option<Item> {
        match self {
            Self::Together(several) => several.typed(text, sight),
            Self::Period => {
                let period = Period::read(text, sight.today, sight.listing.order)?;
                let dates = period.dates(sight.today);
                Some(Item::new(text, dates, Wish::Do(Deed::Period(period))))
            }
        }
    }
}

/// The list, and how far somebody has come with choosing.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick {
    title: String,
    /// What has to be known before choosing, one line each.
    lead: Vec<String>,
    items: Vec<Item>,
    /// What a typed text is an answer to, where it need be none of the items.
    typed: Option<Asked>,
    /// Signs that take something at once, while nothing is sought.
    hot: Vec<(char, Vec<Wish>)>,
    choosing: Choosing,
}

impl Pick {
    /// A list under a title; the first item is chosen.
    #[must_use]
    pub fn new(title: impl Into<String>, items: Vec<Item>) -> Self {
        Self {
            title: title.into(),
            lead: Vec::new(),
            items,
            typed: None,
            hot: Vec::new(),
            choosing: Choosing::default(),
        }
    }

    /// What is typed may be an answer to this, too.
    #[must_use]
    pub fn typed(mut self, asked: impl Into<Asked>) -> Self {
        self.typed = Some(asked.into());
        self
    }

    /// What the typed text means; none where one of the items is called so.
    fn answer(&self, sought: &str, sight: &Sight<'_>) -> Option<Item> {
        let named = |item: &Item| item.label.eq_ignore_ascii_case(sought.trim());
        let asked = self.typed.as_ref().filter(|_| !self.items.iter().any(named))?;
        asked.typed(sought, sight)
    }

    /// With lines over the list: what is asked, what it touches.
    #[must_use]
    pub fn lead(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.lead.extend(lines);
        self
    }

    /// With a sign that takes something at once, as long as nothing is sought.
    #[must_use]
    pub fn hot(mut self, sign: char, wish: Wish) -> Self {
        self.hot.push((sign, vec![wish]));
        self
    }

    /// With another item chosen at first.
    #[must_use]
    pub fn at(mut self, place: usize) -> Self {
        self.choosing = Choosing::at(place.min(self.items.len().saturating_sub(1)));
        self
    }

    pub fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        if let Input::Key(Key { code: Code::Char(sign), ctrl: false, alt: false, .. }) = input
            && self.choosing.sought().is_empty()
            && let Some((_, wishes)) = self.hot.iter().find(|(one, _)| one == sign)
        {
            return Outcome::ClosesWith(wishes.clone());
        }
        let mut choosing = std::mem::take(&mut self.choosing);
        let count = |sought: &str| {
            found(&self.items, sought).len() + usize::from(self.answer(sought, sight).is_some())
        };
        let heard = choosing.input(input, sight.keymap, Context::Pick, count);
        self.choosing = choosing;
        match heard {
            Heard::Nothing => Outcome::Stays,
            Heard::Closes => Outcome::Closes,
            Heard::Takes(place) => {
                let sought = self.choosing.sought();
                let found = found(&self.items, sought);
                let item = found.get(place).and_then(|item| self.items.get(*item)).cloned();
                match item.or_else(|| self.answer(sought, sight)) {
                    Some(item) => Outcome::ClosesWith(item.wishes),
                    None => Outcome::Stays,
                }
            }
        }
    }

    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let longest = self.items.iter().map(|item| text::width(&text::shown(&item.label))).max();
        let wide = u16::try_from(longest.unwrap_or(0) + 5).unwrap_or(MOST).clamp(COLUMNS, MOST);
        let columns = usize::from(wide.min(area.width).saturating_sub(4));
        let lead: Vec<String> =
            self.lead.iter().flat_map(|line| text::wrap(line, columns)).collect();
        let answer = self.answer(self.choosing.sought(), sight);
        let found: Vec<&Item> = found(&self.items, self.choosing.sought())
            .into_iter()
            .filter_map(|place| self.items.get(place))
            .chain(answer.as_ref())
            .collect();
        let wanted = lead.len() + found.len().max(1);
        let foot = "Enter take it  Esc close";
        let inner = self.choosing.frame((area, wide, wanted), (&self.title, foot), buffer, theme);
        let inside = usize::from(inner.width).saturating_sub(1);
        let mut y = inner.y;
        for line in &lead {
            if y < inner.bottom() {
                buffer.set_stringn(inner.x + 1, y, line, inside, theme.dim);
                y += 1;
            }
        }
        let room = usize::from(inner.bottom().saturating_sub(y)).max(1);
        let chosen = self.choosing.chosen();
        let top = self.choosing.window(room, chosen, chosen);
        if found.is_empty() && y < inner.bottom() {
            self.choosing.draw_nothing((inner.x + 1, y), inside, buffer, theme);
        }
        for (place, item) in found.iter().enumerate().skip(top).take(room) {
            if y >= inner.bottom() {
                break;
            }
            let row = Rect { y, height: 1, ..inner };
            self.choosing.drawn(row, place);
            let chosen = place == chosen;
            let (style, dim) =
                if chosen { (theme.selected, theme.selected) } else { (theme.text, theme.dim) };
            buffer.set_style(row, if chosen { theme.selected } else { theme.text });
            let marker = if chosen { "▸" } else { " " };
            let label = text::fit(&format!("{marker}{}", text::shown(&item.label)), inside);
            let (end, _) = buffer.set_stringn(inner.x, y, &label, inside, style);
            let room = usize::from(inner.right().saturating_sub(end + 2));
            if room > 0 && !item.note.is_empty() {
                let note = text::fit(&text::shown(&item.note), room);
                let x = inner.right().saturating_sub(text::width(&note) as u16 + 1);
                buffer.set_stringn(x.max(end + 1), y, &note, room, dim);
            }
            y += 1;
        }
    }
}

/// The places of the items that hold what is sought; those that begin with it come first.
fn found(items: &[Item], sought: &str) -> Vec<usize> {
    let sought = sought.to_lowercase();
    let label = |place: &usize| items.get(*place).map(|item| item.label.to_lowercase());
    let mut found: Vec<usize> = (0..items.len())
        .filter(|place| label(place).is_some_and(|label| label.contains(&sought)))
        .collect();
    found.sort_by_key(|place| !label(place).is_some_and(|label| label.starts_with(&sought)));
    found
}
