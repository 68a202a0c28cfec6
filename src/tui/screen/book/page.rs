//! A tab that is a page: which of its lines is chosen, and what Space does with it.

use super::hit::{Hits, Target};
use super::update::moved;
use super::{BookScreen, Pane, Sight};
use crate::domain::page::{Entry, Page, Sheet};
use crate::tui::footer::Space;
use crate::tui::widget::page::{self, PagePlace};
use crate::tui::widget::pen::Pen;

impl BookScreen {
    /// The page of the open tab, once its account was read.
    pub(super) fn sheet<'a>(&self, sight: &Sight<'a>) -> Option<(Sheet, &'a Page)> {
        let sheet = self.tab.sheet()?;
        self.dossier(sight)?;
        Some((sheet, sight.page(sheet)?))
    }

    /// Where on its page somebody is.
    const fn page_place(&self, sheet: Sheet) -> &PagePlace {
        &self.pages[sheet as usize]
    }

    /// The chosen line of the open tab, where it is a page.
    pub(super) fn chosen_entry<'a>(&self, sight: &Sight<'a>) -> Option<&'a Entry> {
        let (sheet, page) = self.sheet(sight)?;
        page.entries().nth(self.page_place(sheet).place(page))
    }

    /// What Space does with what is chosen.
    #[must_use]
    pub fn space(&self, sight: &Sight<'_>) -> Space {
        if self.pane != Pane::Tab || self.tab.sheet().is_none() {
            return Space::AsBound;
        }
        let doing = self.chosen_entry(sight).and_then(|entry| entry.doing.as_ref());
        doing.map_or(Space::Nothing, |doing| Space::Does(doing.says))
    }

    /// Up and down among the lines that can be chosen; without any, the page itself moves.
    pub(super) fn page_by(&mut self, lines: isize, sight: &Sight<'_>) {
        let Some((sheet, page)) = self.sheet(sight) else { return };
        let count = page.entries().count();
        let place = &mut self.pages[sheet as usize];
        if count == 0 {
            place.top = place.top.saturating_add_signed(lines);
        } else {
            place.go_to(moved(place.place(page), lines, count));
        }
    }

    /// To one of its lines.
    pub(super) fn go_to_entry(&mut self, at: usize) {
        if let Some(sheet) = self.tab.sheet() {
            self.pages[sheet as usize].go_to(at);
        }
    }

    /// Whether this line of the open tab is the chosen one.
    pub(super) fn is_at_entry(&self, at: usize, sight: &Sight<'_>) -> bool {
        self.sheet(sight).is_some_and(|(sheet, page)| self.page_place(sheet).place(page) == at)
    }

    /// To the line of a record that has just come into the book.
    pub(super) fn seek_entry(&mut self, key: &str) {
        if let Some(sheet) = self.tab.sheet() {
            self.pages[sheet as usize].seek(key);
        }
    }
}

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let Some((sheet, page)) = screen.sheet(sight) else { return };
    let focus = screen.pane == Pane::Tab;
    let place = &mut screen.pages[sheet as usize];
    page::draw(page, place, &mut pen, focus, sight.theme, |place, line| {
        hits.note(place, Target::Line(line));
    });
}
