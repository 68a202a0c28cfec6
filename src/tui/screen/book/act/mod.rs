//! What can be done on the Book view, beside moving through it: one file per sort of deed. Each
//! gives the wishes of an act on what is chosen; the program acts on them.

mod add;
mod answers;
mod aside;
mod delete;
mod edit;
mod elsewhere;
mod list;
mod many;
mod page;
mod people;
mod plan;
mod repeat;
mod several;
mod signal;
mod start;
mod steps;

use super::{BookScreen, Chosen, Pane, Sight};
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::several::Several;

impl BookScreen {
    /// Acts on what is chosen. None: this is no act on the book, but a move through it.
    pub(super) fn act(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        if sight.whole.rows.is_empty()
            && let Some(wishes) = self.welcome(action)
        {
            return Some(wishes);
        }
        if let Some(wishes) = self.act_on_many(action, sight) {
            return Some(wishes);
        }
        if let Some(wishes) = self.act_on_steps(action, sight) {
            return Some(wishes);
        }
        if let Some(wishes) = self.act_on_marked(action, sight) {
            return Some(wishes);
        }
        self.keep_act(action, sight);
        Some(match action {
            Action::Add => vec![Wish::Open(Opening::Add(self.what_pane_holds()))],
            Action::New(what) => self.add(what, sight),
            Action::Open if self.pane == Pane::List => return self.enter_line(sight),
            Action::Open => self.enter(sight),
            Action::Edit => self.edit(sight),
            Action::Delete => self.delete(sight),
            Action::Digit(digit) => self.digit(digit, sight),
            Action::Done => match self.chosen(sight) {
                Some(Chosen::Step(step)) => plan::done(step, sight),
                Some(Chosen::Line(entry)) => self.do_entry(entry, sight),
                Some(Chosen::Account(_) | Chosen::Signal(_)) => self.signal_done(sight),
                _ => vec![Wish::Say("Space is for steps and signals.".to_owned())],
            },
            Action::MoveDay => self.move_day(sight),
            Action::Drop => self.drop_step(sight),
            Action::Away => vec![Wish::Together(Several::Inside { away: None, asked: true })],
            Action::Hand => vec![Wish::Say("Choose a step of the plan first.".to_owned())],
            Action::EndCycle => self.end_cycle(sight),
            Action::Playbook => self.playbook(sight),
            Action::InHand => self.in_hand(sight),
            Action::Later => self.later(sight),
            Action::NotHere => self.not_here(sight),
            Action::SwitchedOff => self.switched_off(sight),
            Action::StillTrue => self.still_true(sight),
            Action::Place => self.place_person(sight),
            Action::Unlinked => vec![Wish::Open(Opening::Unlinked)],
            Action::AcceptLevels => self.accept_levels(sight),
            Action::AskAll => self.ask_all(sight),
            Action::Mark => self.mark(sight),
            Action::MarkAll => self.mark_all(sight),
            Action::Tier => self.tier(sight),
            Action::Archive => self.archive(sight),
            Action::Repeat => self.repeat(sight),
            Action::Capture => self.capture(sight),
            Action::Brief => self.brief(sight),
            Action::Copy => self.copy(sight),
            Action::Find => self.find(sight),
            Action::Sort => Self::sort(sight),
            Action::GoTo => Self::go_to_account(sight),
            Action::Why => self.why(sight),
            Action::WhyHere => self.why_here(sight),
            Action::Setup
            | Action::Import
            | Action::PasteColumns
            | Action::AcceptTiers
            | Action::AllLevels
            | Action::PulseDown
            | Action::Currency => Self::start(action, sight),
            other => return elsewhere::elsewhere(other),
        })
    }

    /// Enter outside the list: into what is chosen.
    fn enter(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        match self.chosen(sight) {
            Some(Chosen::Signal(_)) => self.signal_menu(sight),
            Some(Chosen::Factor(_)) => self.why(sight),
            Some(Chosen::Line(entry)) => self.enter_entry(entry, sight),
            Some(Chosen::Person(_)) if self.seat_waits() => self.place_person(sight),
            Some(Chosen::Cycle(plan)) => plan::cycle(plan, sight),
            _ => self.edit(sight),
        }
    }

    /// Does what was chosen from a list, or the last deed again.
    pub fn perform(&mut self, deed: Deed, sight: &Sight<'_>) -> Vec<Wish> {
        self.keep_deed(&deed);
        match deed {
            Deed::Act(action) => self.update(action, sight),
            Deed::Tier(_) | Deed::Archive(_) | Deed::RemoveAccount(_) => {
                self.deed_on_accounts(&deed, sight)
            }
            Deed::Later { .. }
            | Deed::NotHere { .. }
            | Deed::Answer { .. }
            | Deed::Settle { .. } => self.deed_on_signal(deed, sight),
            Deed::Level { .. } | Deed::RemoveContact(_) => self.deed_on_person(deed, sight),
            Deed::Score { factor, points } => self.own_score(factor, points, sight),
            Deed::Sort(_) | Deed::Filter(_) | Deed::GoTo(_) => self.deed_on_list(deed, sight),
            // The other views'.
            Deed::Cell(..) | Deed::Taken(..) | Deed::Period(_) => Vec::new(),
        }
    }
}
