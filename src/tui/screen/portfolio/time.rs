//! Whom the time goes to.

use crate::domain::page::Page;
use crate::domain::page::whole::time::{Order, page};
use crate::tui::action::{Action, Wish};
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::{Here, Leaf};
use crate::tui::screen::whole::Want;
use crate::tui::widget::page::PagePlace;

/// Whom the time goes to.
#[derive(Debug)]
pub struct Time {
    order: Order,
}

impl Default for Time {
    fn default() -> Self {
        Self { order: Order::Balance }
    }
}

impl Leaf for Time {
    fn name(&self) -> &'static str {
        "Time"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Portfolio
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        sight.beside.whole.portfolio.as_deref().map(|book| page(book, self.order))
    }

    fn update(
        &mut self,
        action: Action,
        _here: &Here<'_>,
        _place: &mut PagePlace,
        _sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        (action == Action::Sort).then(|| {
            self.order = self.order.next();
            vec![Wish::Say(format!("Accounts: {}.", self.order))]
        })
    }

    fn concept(&self) -> &'static str {
        "attention ledger"
    }
}
