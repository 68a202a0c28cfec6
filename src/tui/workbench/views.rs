//! What the views beside the Book are handed, read when they are shown and after a change.

use super::{Workbench, whole};
use crate::desk::{Ahead, Answer, Ask};
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::mask;
use crate::error::Result;
use crate::tui::screen::review;
use crate::tui::screen::view::View;

/// How far ahead the agenda looks, days.
const AHEAD: i64 = 365;

/// What this program wrote since the book was read last: nothing else has to be read anew, as long
/// as nobody else wrote.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// The newest step of the journal that was read.
    seen: i64,
    /// Those that came after it, with the accounts they touched.
    steps: Vec<(i64, Vec<Id>)>,
}

impl Written {
    pub(super) const fn new() -> Self {
        Self { seen: 0, steps: Vec::new() }
    }

    pub(super) fn hear(&mut self, answer: &Answer) {
        if let Answer::Done(receipt) = answer {
            let accounts = receipt.effects.iter().map(|effect| effect.account).collect();
            self.steps.push((receipt.step, accounts));
        }
    }

    /// The accounts whose records have changed up to the step `newest`; none: it may be any.
    pub(super) fn touched(&mut self, newest: i64) -> Option<Vec<Id>> {
        let steps = std::mem::take(&mut self.steps);
        let before = std::mem::replace(&mut self.seen, newest);
        let mut expected = before + 1..;
        let gapless = steps.iter().all(|(step, _)| expected.next() == Some(*step));
        // What touches no account may be something that all are judged by.
        let whole = steps.iter().any(|(_, accounts)| accounts.is_empty());
        let all_seen = before + i64::try_from(steps.len()).unwrap_or(0) == newest;
        (before > 0 && gapless && all_seen && !whole)
            .then(|| steps.into_iter().flat_map(|(_, accounts)| accounts).collect())
    }
}

impl Workbench {
    /// Reads what the view shown needs: `after_change`, only what was touched where that is known.
    pub(super) fn read_view(&mut self, after_change: bool) -> Result<()> {
        let newest = self.reading.last_step()?;
        let touched = self.written.touched(newest).filter(|_| after_change);
        let Self { app, reading, .. } = self;
        let today = app.shown.today;
        let want = app.wants();
        match app.view() {
            View::Agenda => {
                let mask = app.shown.mask;
                let held = app.shown.beside.agenda.take().filter(|held| held.today == today);
                app.shown.beside.agenda = Some(match (held, touched) {
                    (Some(held), Some(touched)) => reading.agenda_again(held, &touched, mask)?,
                    _ => reading.agenda_for(Ahead { today, until: shift(today, AHEAD), mask })?,
                });
            }
            View::Grid => {
                match (&mut app.shown.beside.grid, &touched) {
                    (Some(grid), Some(touched)) => reading.grid_again(grid, touched, today)?,
                    (held, _) => *held = Some(reading.grid(today)?),
                }
                if app.shown.mask {
                    app.shown.beside.grid.iter_mut().for_each(mask::grid);
                }
            }
            View::Review => {
                app.shown.beside.stood = reading.noted(review::KEY)?;
                let read = |survey: bool, masked: bool| match (masked, survey) {
                    (true, survey) => reading.masked_ritual(survey, today),
                    (false, true) => reading.surveyed(today),
                    (false, false) => reading.ritual(today),
                };
                app.shown.beside.ritual = Some(read(false, app.shown.mask)?);
                if app.surveys() {
                    app.shown.beside.ritual = Some(read(true, app.shown.mask)?);
                }
            }
            View::Portfolio | View::Expansion => {
                if after_change || touched.is_none_or(|touched| !touched.is_empty()) {
                    app.shown.beside.whole.spoil();
                }
                let ask = Ask { today, mask: app.shown.mask };
                whole::read(&mut app.shown.beside.whole, want, ask, reading)?;
            }
            View::Book => {}
        }
        app.view_read();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(steps: &[(i64, i64)]) -> Written {
        let steps = steps.iter().map(|(step, account)| (*step, vec![Id(*account)])).collect();
        Written { seen: 4, steps }
    }

    #[test]
    fn only_what_this_program_wrote_is_known_by_account() {
        assert_eq!(written(&[]).touched(4), Some(vec![]), "nothing happened");
        assert_eq!(written(&[(5, 1), (6, 2)]).touched(6), Some(vec![Id(1), Id(2)]));
        assert_eq!(written(&[]).touched(5), None, "somebody else wrote");
        assert_eq!(written(&[(6, 1)]).touched(6), None, "somebody else wrote before");
        assert_eq!(written(&[(5, 1)]).touched(6), None, "and after");
        assert_eq!(Written::new().touched(3), None, "nothing was read before");
        let mut whole = Written { seen: 4, steps: vec![(5, Vec::new())] };
        assert_eq!(whole.touched(5), None, "it may hold for all");
        let mut again = written(&[(5, 1)]);
        assert_eq!(again.touched(5), Some(vec![Id(1)]));
        assert_eq!(again.touched(5), Some(vec![]), "each is told once");
    }
}
