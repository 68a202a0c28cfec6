//! The tabs in the border of the lowest pane, the open one with its figure.
//!
//! ```text
//! ├▸Plan day 34/90, 5/12, 2 late ┬ Log ┬ Feedback ┬ Money ┬ Expand ┬ File ┤
//! ├▸Plan 34/90 5/12 2late ┬ Log ┬ Feedb ┬ Money ┬ Expand ┬…┤
//! ```

use super::hit::{Hits, Target};
use super::{BookScreen, Pane, Sight, Tab};
use crate::domain::book::row::Dossier;
use crate::domain::plan::cycle::CYCLE_DAYS;
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::{Pen, Word};
use std::ops::Range;

/// The tabs in the border, as many as there is room for; `whose` they are comes first.
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
        // The sign of an open first tab stands apart from it.
        let gap = if screen.tab == Tab::Plan { " " } else { "" };
        x = pen.at(x, 0, &format!(" {}{gap}", whose.trim_end()), style);
    }
    let open = Tab::ALL.iter().position(|tab| *tab == screen.tab).unwrap_or(0);
    let room = pen.width().saturating_sub(x + 1);
    // Before a tab is cut off, first the figure and then the names say it in fewer columns.
    let ways = [(wide, wide), (false, wide), (false, false)];
    let mut tried = (0..0, Vec::new());
    for (figures, names) in ways {
        let labels = labels(screen, figures, names, sight);
        let widths: Vec<u16> = labels.iter().map(|label| columns(label)).collect();
        tried = (shown(&widths, open, room), labels);
        if tried.0.len() == Tab::ALL.len() {
            break;
        }
    }
    let (shown, labels) = tried;
    let (joint, line) = if focus { ("┳", theme.border_focus) } else { ("┬", theme.border) };
    if shown.start > 0 {
        x = pen.cell(x, 0, 1, "…", theme.dim);
        x = pen.cell(x, 0, 1, joint, line);
    }
    for place in shown.clone() {
        let (Some(tab), Some(label)) = (Tab::ALL.get(place), labels.get(place)) else { continue };
        let start = x;
        x = pen.words(x, 0, pen.width().saturating_sub(x + 1), label);
        hits.note(pen.place(start, 0, x - start, 1), Target::Tab(*tab));
        if place + 1 < Tab::ALL.len() {
            x = pen.cell(x, 0, 1, joint, line);
        }
    }
    if shown.end < Tab::ALL.len() {
        pen.cell(x, 0, 1, "…", theme.dim);
    }
}

/// What each tab is called; `figures` and `names` in full.
fn labels(screen: &BookScreen, figures: bool, names: bool, sight: &Sight<'_>) -> Vec<Vec<Word>> {
    let theme = sight.theme;
    let label = |tab: Tab| {
        let style = match (tab == screen.tab, screen.pane == Pane::Tab) {
            (true, true) => theme.title_focus,
            (true, false) => theme.strong,
            (false, _) => theme.dim,
        };
        let title = if names || tab == screen.tab { tab.title() } else { tab.short() };
        // A tab without a figure is known as the open one without colour too.
        let sign = if tab == screen.tab { "▸" } else { " " };
        let mut label = vec![(format!("{sign}{title}"), style)];
        label.extend(figure(screen, tab, figures, sight));
        label.push((" ".to_owned(), style));
        label
    };
    Tab::ALL.into_iter().map(label).collect()
}

fn columns(label: &[Word]) -> u16 {
    label.iter().map(|(text, _)| text::width(text)).sum::<usize>() as u16
}

/// The tabs that fit with the open one among them: the first ones as long as it is one of them.
fn shown(widths: &[u16], open: usize, room: u16) -> Range<usize> {
    let fits = |first: usize, end: usize| {
        let between = widths.get(first..end).unwrap_or_default();
        // A joint after each, a sign for what is cut off at either end.
        let signs = 2 * u16::from(first > 0) + u16::from(end < widths.len());
        between.iter().map(|wide| wide + 1).sum::<u16>() + signs <= room + 1
    };
    let first = (0..=open).find(|first| fits(*first, open + 1)).unwrap_or(open);
    let end = (open + 1..=widths.len()).rev().find(|end| fits(first, *end)).unwrap_or(open + 1);
    first..end
}

/// What stands beside the name of a tab.
fn figure(screen: &BookScreen, tab: Tab, wide: bool, sight: &Sight<'_>) -> Vec<Word> {
    let theme = sight.theme;
    match (tab, tab.sheet(), screen.dossier(sight)) {
        (Tab::Plan, _, Some(dossier)) if wide || tab == screen.tab => {
            let mut words = progress(dossier, wide && tab == screen.tab, theme);
            let marked = screen.marked_steps(sight).len();
            if marked > 0 {
                words.push((format!(" ✓{marked}"), theme.accent));
            }
            words
        }
        (Tab::Log, _, Some(_)) if tab == screen.tab => {
            let total = screen.page(sight).map_or(0, |page| page.total);
            vec![(format!(" {total}"), theme.dim)]
        }
        (_, Some(sheet), Some(_)) if tab == screen.tab => {
            let figure = sight.page(sheet).map_or("", |page| page.figure.as_str());
            let gap = if figure.is_empty() { "" } else { " " };
            vec![(format!("{gap}{figure}"), theme.text)]
        }
        _ => Vec::new(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_tab_is_always_among_those_that_fit() {
        let widths = [10, 5, 7, 7, 8, 6];
        assert_eq!(shown(&widths, 0, 48), 0..6, "43 and five joints");
        assert_eq!(shown(&widths, 0, 47), 0..5, "the last one gives way to a sign");
        assert_eq!(shown(&widths, 5, 47), 1..6);
        assert_eq!(shown(&widths, 3, 20), 2..4);
        assert_eq!(shown(&widths, 3, 0), 3..4, "whatever the room");
    }
}
