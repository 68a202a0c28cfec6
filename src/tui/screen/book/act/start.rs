//! The beginning of a book: the ways to begin an empty one, and its parts later.

use crate::tui::action::{Action, Opening, Wish};
use crate::tui::screen::book::{BookScreen, Sight};
use crate::tui::start::Start;
use crate::tui::start::welcome::Way;

impl BookScreen {
    /// The page of an act that begins a book.
    pub(super) fn start(action: Action, sight: &Sight<'_>) -> Vec<Wish> {
        let start = match action {
            Action::Setup => Start::Checklist,
            Action::Import => Start::Import(String::new()),
            Action::Currency => Start::Currency,
            _ if sight.whole.rows.is_empty() => {
                let says = "First an account: import files, or add one by hand.";
                return vec![Wish::Say(says.to_owned())];
            }
            Action::PasteColumns => Start::Columns,
            Action::AcceptTiers => Start::Tiers,
            Action::AllLevels => Start::Levels,
            Action::PulseDown => Start::Pulse,
            _ => return Vec::new(),
        };
        vec![Wish::Open(Opening::Start(start))]
    }

    /// What a key does while the book is empty: choose a way to begin, and begin.
    pub(super) fn welcome(&mut self, action: Action) -> Option<Vec<Wish>> {
        match action {
            Action::Up => self.beginning = self.beginning.saturating_sub(1),
            Action::Down => self.beginning = (self.beginning + 1).min(Way::ALL.len() - 1),
            Action::Open => {
                let way = Way::ALL.get(self.beginning).copied().unwrap_or(Way::Demo);
                return Some(vec![way.wish()]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// A click on a way to begin.
    pub(in crate::tui::screen::book) fn begin(&mut self, way: usize) -> Vec<Wish> {
        self.beginning = way;
        Way::ALL.get(way).map(|way| vec![way.wish()]).unwrap_or_default()
    }
}
