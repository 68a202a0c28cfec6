//! The Book turned to what another view is about, so that its acts are about the same.

use super::plan_line::Line;
use super::spot::Spot;
use super::{BookScreen, Pane, Sight, Tab};
use crate::domain::signal::table;
use crate::tui::action::{Action, Wish};
use crate::tui::screen::view::{At, Facing};

impl BookScreen {
    /// Looks at the account, with that of it chosen; [`Self::turn_back`] gives the focus back.
    pub fn face(&mut self, facing: &Facing) {
        self.focus.get_or_insert((self.pane, self.tab));
        self.look_at(facing.account);
        self.spot = Spot::Account;
        match &facing.at {
            At::Account => {
                self.pane = Pane::Head;
                (self.signal, self.signalled) = (0, None);
            }
            At::Signal(code) => {
                self.pane = Pane::Head;
                self.signalled = table::rule(code).map(|rule| rule.code);
            }
            At::Step(step) => {
                (self.pane, self.tab) = (Pane::Tab, Tab::Plan);
                self.plan.look_at(Line::Step(*step));
            }
            At::Factor(factor) => {
                self.pane = Pane::Score;
                self.factor = Some(*factor);
            }
        }
    }

    /// The focus as it was before another view was shown.
    pub fn turn_back(&mut self) {
        if let Some((pane, tab)) = self.focus.take() {
            (self.pane, self.tab) = (pane, tab);
        }
    }

    /// Acts on what is chosen, but moves nowhere: what another view leaves to the Book.
    pub fn act_for(&mut self, action: Action, sight: &Sight<'_>) -> Vec<Wish> {
        self.act(action, sight).unwrap_or_default()
    }
}
