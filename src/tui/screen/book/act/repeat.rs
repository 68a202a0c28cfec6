//! The last deed again, on what is chosen now.

use crate::tui::action::{Action, Deed, Wish};
use crate::tui::screen::book::{BookScreen, Chosen, Sight};

impl BookScreen {
    /// Keeps an act that `.` may do again.
    pub(super) fn keep_act(&mut self, action: Action, sight: &Sight<'_>) {
        let deed = match (action, self.chosen(sight)) {
            // An own score is for its factor, wherever `.` is pressed.
            (Action::Digit(digit), Some(Chosen::Factor(factor))) => {
                let points = if digit == 0 { 10 } else { i64::from(digit) };
                Deed::Score { factor, points }
            }
            (Action::Done | Action::StillTrue, Some(_)) | (Action::New(_), _) => Deed::Act(action),
            _ => return,
        };
        self.last = Some(deed);
    }

    /// Keeps a deed that `.` may do again.
    pub(super) fn keep_deed(&mut self, deed: &Deed) {
        if matches!(
            deed,
            Deed::Tier(_)
                | Deed::Archive(_)
                | Deed::Later { .. }
                | Deed::NotHere { .. }
                | Deed::Level { .. }
                | Deed::Score { .. }
        ) {
            self.last = Some(deed.clone());
        }
    }

    pub(super) fn repeat(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(deed) = self.last.clone() else {
            return vec![Wish::Say("There is no deed to do again yet.".to_owned())];
        };
        let code = self.signal(sight).map(|signal| signal.code.to_owned());
        let here = match (deed, self.chosen(sight), code) {
            (Deed::Later { until, .. }, _, Some(code)) => Deed::Later { code, until },
            (Deed::NotHere { until, .. }, _, Some(code)) => Deed::NotHere { code, until },
            (Deed::Later { .. } | Deed::NotHere { .. }, _, None) => {
                return vec![Wish::Say("There is no signal here.".to_owned())];
            }
            (Deed::Level { level, .. }, Some(Chosen::Person(contact)), _) => {
                Deed::Level { contact, level }
            }
            (Deed::Level { .. }, _, _) => {
                return vec![Wish::Say("First choose a person on the map.".to_owned())];
            }
            (Deed::Score { points, .. }, Some(Chosen::Factor(factor)), _) => {
                Deed::Score { factor, points }
            }
            (deed, _, _) => deed,
        };
        self.perform(here, sight)
    }
}
