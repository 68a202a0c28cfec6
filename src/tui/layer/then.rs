//! An account as it was at the end of a day gone by; ← and → go to the review before and after.

use super::why::Drawn;
use super::{Outcome, Overlay};
use crate::desk::Reading;
use crate::domain::cell::Id;
use crate::domain::day::typed;
use crate::domain::history::HISTORY;
use crate::domain::mask;
use crate::domain::page::{Case, Page, then};
use crate::domain::review::Review;
use crate::error::Result;
use crate::tui::action::Action;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::why::Meant;
use crate::tui::screen::book::Sight;
use crate::tui::widget::page::{self, PagePlace};
use crate::tui::widget::pen::Pen;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines that a page moves by.
const PAGE: isize = 12;

/// The account on a day, and the days of the reviews around it.
#[derive(Debug)]
pub struct AsOf {
    account: Id,
    masked: bool,
    name: String,
    day: NaiveDate,
    /// The day whose account stands here.
    read: Option<NaiveDate>,
    /// Days on which it was looked at in a review, the earliest first.
    reviews: Vec<NaiveDate>,
    begins: NaiveDate,
    page: Page,
    place: PagePlace,
    drawn: Drawn,
}

impl AsOf {
    /// # Errors
    /// The journal does not go back so far, the account was not in the book, or the book cannot be
    /// read.
    pub fn open(account: Id, day: NaiveDate, reading: &Reading, sight: &Sight<'_>) -> Result<Self> {
        let history = reading.history_of(account, HISTORY, sight.today)?;
        let begins = history.begins.unwrap_or(sight.today);
        let mut reviews: Vec<NaiveDate> = reading
            .every::<Review>()?
            .into_iter()
            .map(|review| review.opened_on)
            .chain(history.reviewed())
            .filter(|day| (begins..=sight.today).contains(day))
            .collect();
        reviews.sort_unstable();
        reviews.dedup();
        let mut layer = Self {
            account,
            masked: sight.mask,
            name: String::new(),
            day,
            read: None,
            reviews,
            begins,
            page: Page::default(),
            place: PagePlace::default(),
            drawn: Drawn::new(),
        };
        layer.look(reading, sight.today)?;
        Ok(layer)
    }

    /// Reads the account as it was.
    fn look(&mut self, reading: &Reading, today: NaiveDate) -> Result<()> {
        let day = self.day;
        // Whatever comes of it, it is not tried again with each key.
        self.read = Some(day);
        // No other day's account is to stand under this day where it cannot be read.
        self.page = Page::default();
        let then = reading.then(day, today)?;
        let (dossier, picture, _) = then.pictured(self.account, self.masked, day)?;
        let now = reading.dossier(self.account, today).ok().map(|now| now.standing);
        let mut rules = then.rules_now()?;
        if self.masked {
            mask::rules(&mut rules);
        }
        let (records, standing) = (&dossier.records, &dossier.standing);
        let now = now.filter(|_| !self.masked);
        let case = Case { records, standing, picture: &picture, rules: &rules, today: day };
        self.page = then::page(&case, now.as_ref());
        self.name.clone_from(&standing.name);
        Ok(())
    }

    fn act(&mut self, action: Action) -> Outcome {
        let next = match action {
            Action::Left => self.reviews.iter().rev().find(|one| **one < self.day),
            Action::Right => self.reviews.iter().find(|one| **one > self.day),
            _ => None,
        };
        match (action, next) {
            (Action::Left | Action::Right, Some(day)) => {
                self.day = *day;
                self.place = PagePlace::default();
            }
            (Action::Left, None) => {
                return Outcome::says(&format!(
                    "No review before it; the journal begins on {}.",
                    typed(self.begins)
                ));
            }
            (Action::Right, None) => return Outcome::says("No review after it."),
            (Action::Up, _) => self.scroll(-1),
            (Action::Down, _) => self.scroll(1),
            (Action::PageUp, _) => self.scroll(-PAGE),
            (Action::PageDown, _) => self.scroll(PAGE),
            (Action::Back, _) => return Outcome::Closes,
            _ => {}
        }
        Outcome::Stays
    }

    const fn scroll(&mut self, by: isize) {
        self.place.top = self.place.top.saturating_add_signed(by);
    }
}

impl Overlay for AsOf {
    fn context(&self) -> Context {
        Context::AsOf
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        match self.drawn.hear(input, Context::AsOf, sight.keymap) {
            Meant::Act(action) => self.act(action),
            Meant::Beside => Outcome::Closes,
            Meant::On(_) | Meant::Nothing => Outcome::Stays,
        }
    }

    fn read(&mut self, reading: &Reading, today: NaiveDate) -> Result<()> {
        if self.read == Some(self.day) {
            return Ok(());
        }
        self.look(reading, today)
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let reviewed = if self.reviews.contains(&self.day) { ", a review" } else { "" };
        let title = vec![
            (format!("As of {}", typed(self.day)), theme.title_focus),
            (format!(" ─ {}{reviewed}", self.name), theme.dim),
        ];
        let foot = "← → review before, after  ↑ ↓ scroll  Esc close";
        let lines = u16::try_from(self.page.lines.len() + 2).unwrap_or(u16::MAX);
        let inner = self.drawn.begin(area, buffer, theme, &title, foot, lines);
        let mut pen = Pen::new(buffer, inner);
        page::draw(&self.page, &mut self.place, &mut pen, false, theme, |_, _| {});
    }
}
