//! The tabs in the border of the lowest pane, the open one with its figure.
//!
//! ```text
//! ├ Plan day 34/90, 5/12, 2 late ┬ Log ───────────────────────────────────┤
//! ```

use super::hit::{Hits, Target};
use super::{BookScreen, Pane, Sight, Tab};
use crate::domain::book::row::Dossier;
use crate::domain::plan::cycle::CYCLE_DAYS;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};

/// The tabs in the border: `Plan day 34/90, 5/12, 2 late ┬ Log`; `whose` they are comes first.
pub fn draw(
    screen: &BookScreen,
    pen: &mut Pen<'_>,
    whose: Option<Word>,
    wide: bool,
    sight: &Sight<'_>,
    hits: &mut Hits,
) {
    let theme = sight.theme;
    let focus = screen.pane == Pane::Tab;
    let mut x = 1;
    if let Some((whose, style)) = whose {
        x = pen.at(x, 0, &format!(" {}", whose.trim_end()), style);
    }
    for (place, tab) in Tab::ALL.into_iter().enumerate() {
        let style = match (tab == screen.tab, focus) {
            (true, true) => theme.title_focus,
            (true, false) => theme.strong,
            (false, _) => theme.dim,
        };
        let figure = match (tab, screen.dossier(sight)) {
            (Tab::Plan, Some(dossier)) => progress(dossier, wide, theme),
            (Tab::Log, Some(_)) if tab == screen.tab => {
                let total = screen.page(sight).map_or(0, |page| page.total);
                vec![(format!(" {total}"), theme.dim)]
            }
            _ => Vec::new(),
        };
        let room = pen.width().saturating_sub(x + 2);
        let start = x;
        x = pen.cell(x, 0, 1, " ", style);
        x = pen.cell(x, 0, room, tab.title(), style);
        x = pen.words(x, 0, pen.width().saturating_sub(x + 2), &figure);
        x = pen.cell(x, 0, 1, " ", style);
        hits.note(pen.place(start, 0, x - start, 1), Target::Tab(tab));
        if place + 1 < Tab::ALL.len() {
            let joint = if focus { "┳" } else { "┬" };
            let style = if focus { theme.border_focus } else { theme.border };
            x = pen.cell(x, 0, 1, joint, style);
        }
    }
}

/// ` day 34/90, 5/12, 2 late`, where it is narrow ` 34/90 5/12 2late`.
fn progress(dossier: &Dossier, wide: bool, theme: &Theme) -> Vec<Word> {
    let progress = &dossier.standing.progress;
    let Some(day) = progress.day else {
        let open = dossier.records.steps.iter().filter(|step| step.status.open()).count();
        return if open > 0 { vec![(format!(" {open} loose"), theme.dim)] } else { Vec::new() };
    };
    let length = CYCLE_DAYS;
    let (done, steps) = (progress.done, progress.steps);
    let mut words = vec![if wide {
        (format!(" day {day}/{length}, {done}/{steps}"), theme.text)
    } else {
        (format!(" {day}/{length} {done}/{steps}"), theme.text)
    }];
    if progress.late > 0 {
        let late = progress.late;
        let text = if wide { format!(", {late} late") } else { format!(" {late}late") };
        words.push((text, theme.state_risk));
    }
    words
}
