//! What the person has chosen in the pane that has the focus: what `e`, `d`, Space and Enter act on.

use super::spot::Spot;
use super::{BookScreen, MapView, Pane, Sight, Tab, score, signals};
use crate::domain::account::own_score::Factor;
use crate::domain::book::page::LogEntry;
use crate::domain::cell::Id;
use crate::domain::contact::Level;
use crate::domain::page::Entry;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::Priority;
use crate::domain::plan::step::Step;
use crate::domain::signal::Signal;

/// One thing on the screen.
#[derive(Clone, Copy, Debug)]
pub enum Chosen<'a> {
    /// The account as a whole: its line in the list, or its head without signals.
    Account(Id),
    Signal(&'a Signal),
    /// A seat with somebody in it, or somebody who is not placed.
    Person(Id),
    /// An empty seat.
    Seat(Level),
    Factor(Factor),
    Step(&'a Step),
    Priority(&'a Priority),
    /// The plan's cycle as a whole.
    Cycle(&'a Plan),
    /// The old tasks that came in with an import, as one.
    OldTasks,
    Talk(&'a LogEntry),
    /// A line of a page.
    Line(&'a Entry),
}

impl BookScreen {
    /// What is chosen in the focused pane; none in an empty book and before the account is read.
    #[must_use]
    pub fn chosen<'a>(&self, sight: &Sight<'a>) -> Option<Chosen<'a>> {
        let account = self.account(sight.book)?;
        let dossier = self.dossier(sight);
        match (self.pane, self.tab) {
            // A line about many accounts is none of them.
            (Pane::List, _) if self.spot(sight.book) != Spot::Account => None,
            (Pane::List, _) => Some(Chosen::Account(account)),
            (Pane::Head, _) => {
                Some(self.signal(sight).map_or(Chosen::Account(account), Chosen::Signal))
            }
            (Pane::Map, _) if self.map_view != MapView::Coverage => {
                self.person_on_map(sight).map(Chosen::Person)
            }
            (Pane::Map, _) => {
                let map = &dossier?.standing.map;
                let (level, seat) = self.seat(map);
                let Some(row) = map.rows.get(level) else {
                    let place = seat.min(map.not_placed.len().checked_sub(1)?);
                    return map.not_placed.get(place).map(|seat| Chosen::Person(seat.contact));
                };
                Some(match row.seats.get(seat) {
                    Some(seat) => Chosen::Person(seat.contact),
                    None => Chosen::Seat(row.level),
                })
            }
            (Pane::Score, _) => {
                let factors = score::factors(&dossier?.standing.score);
                factors
                    .get(score::place(&factors, self.factor))
                    .map(|factor| Chosen::Factor(factor.factor))
            }
            (Pane::Tab, Tab::Plan) => self.plan.chosen(dossier?),
            (Pane::Tab, Tab::Log) => {
                let page = self.page(sight)?;
                page.entries.get(self.talk_place(page)).map(Chosen::Talk)
            }
            (Pane::Tab, Tab::Feedback | Tab::Money | Tab::Expand | Tab::File | Tab::History) => {
                self.chosen_entry(sight).map(Chosen::Line)
            }
        }
    }

    /// The signal with the mark `▸` in the head, wherever the focus is.
    #[must_use]
    pub fn signal<'a>(&self, sight: &Sight<'a>) -> Option<&'a Signal> {
        let told = signals::told(self.dossier(sight)?);
        told.get(self.signal_place(&told)).copied()
    }
}
