//! The list of accounts: who needs me, and why.
//!
//! ```text
//!  account          T   ARR score  due why/next
//!  NOW 3 ──────────────────────────────────────
//! ▸Contoso          S  940k  5.2▼  69d champion
//! ```

use super::empty;
use super::fold::{self, Line};
use super::frame::Segment;
use super::hit::{Hits, Target};
use super::row::{self, Columns};
use super::spot::Spot;
use super::{BookScreen, Pane, Sight};
use crate::domain::standing::Group;
use crate::text;
use crate::tui::theme::Theme;
use crate::tui::widget::pen::Pen;
use ratatui::style::Style;

pub fn draw(screen: &mut BookScreen, mut pen: Pen<'_>, sight: &Sight<'_>, hits: &mut Hits) {
    let columns = Columns::of(pen.width());
    let theme = sight.theme;
    if sight.whole.rows.is_empty() {
        return empty::draw(screen, &mut pen, theme, hits);
    }
    if sight.book.rows.is_empty() {
        return none_found(&mut pen, theme);
    }
    let mut y = 0;
    if columns.words && pen.height() > 4 {
        row::heading(&mut pen, columns, theme);
        y = 1;
    }
    let room = usize::from(pen.height().saturating_sub(y));
    let tell = columns.due;
    screen.unfold_around(sight.book, screen.place(sight.book).unwrap_or(0));
    let chosen = screen.chosen_line(sight.book);
    let lines = fold::lines(sight.book, sight.listing, room, &screen.unfolded, tell);
    let window = fold::window(&lines, chosen, screen.top, room, tell);
    screen.top = window.top;
    let focused = screen.pane == Pane::List;
    let selected = if focused { theme.selected } else { theme.selected_quiet };
    for line in window.lines {
        // The account looked at shows as such also while another line is chosen.
        let style = (line == chosen).then_some(selected);
        match line {
            Line::Account(place) => {
                if let Some(row) = sight.book.rows.get(place) {
                    hits.note(pen.place(0, y, pen.width(), 1), Target::Account(row.account));
                    let looked_at = screen.account == Some(row.account);
                    let style = style.or(looked_at.then_some(theme.selected_quiet));
                    let marked = screen.marked.contains(&row.account);
                    row::draw(&mut pen, y, row, columns, style, marked, sight);
                }
            }
            Line::Heading(group, count) => group_heading(&mut pen, y, group, count, tell, sight),
            Line::Folded(count) => _ = pen.at(2, y, &format!("… {count} more"), theme.dim),
            Line::Book(line) => {
                if let Some(held) = sight.book.lines.get(line) {
                    hits.note(pen.place(0, y, pen.width(), 1), Target::Spot(Spot::Line(line)));
                    if let Some(style) = style {
                        pen.paint(y, style);
                        pen.at(0, y, "▸", style);
                    }
                    // What it is about comes first where there is no room for all of it.
                    let about = held.text.split_once(": ").map_or("", |(_, about)| about);
                    let room = usize::from(pen.width().saturating_sub(1));
                    let told = if text::width(&held.text) > room && !about.is_empty() {
                        format!("{} {about}", held.accounts)
                    } else {
                        held.text.clone()
                    };
                    pen.at(1, y, &told, style.unwrap_or(theme.state_watch));
                }
            }
            Line::Unlinked => {
                let (people, steps) = (sight.book.unlinked_contacts, sight.book.unlinked_steps);
                let mut parts = Vec::new();
                for (count, what) in [(people, "contact"), (steps, "step")] {
                    if count > 0 {
                        let plural = if count == 1 { "" } else { "s" };
                        parts.push(format!("{count} {what}{plural}"));
                    }
                }
                hits.note(pen.place(0, y, pen.width(), 1), Target::Spot(Spot::Unlinked));
                if let Some(style) = style {
                    pen.paint(y, style);
                    pen.at(0, y, "▸", style);
                }
                let tail = if tell { " without account" } else { "" };
                pen.at(1, y, &format!("{}{tail}", parts.join(", ")), style.unwrap_or(theme.dim));
            }
        }
        y += 1;
    }
    if window.below > 0 && tell {
        pen.at(2, pen.height() - 1, &format!("… {} more", window.below), theme.dim);
    }
}

/// `Accounts ─ who needs me ─ 45/45`, `Accounts ─ tier:s ─ by ARR ─ 3 marked ─ 12/45`.
pub fn titles(
    screen: &BookScreen,
    columns: u16,
    style: Style,
    sight: &Sight<'_>,
) -> (Vec<Segment>, Vec<Segment>) {
    let theme = sight.theme;
    let (shown, all) = (sight.book.rows.len(), sight.whole.rows.len());
    let title = |text: &str| vec![(text.to_owned(), style)];
    if all == 0 {
        return (vec![title("Accounts")], Vec::new());
    }
    let listing = sight.listing;
    let filter = listing.filters().then(|| vec![(listing.filter.clone(), theme.accent)]);
    let by = format!("by {}", listing.sort);
    let marked = screen.marked.len();
    let mut right = Vec::new();
    if marked > 0 {
        let words = if columns >= 40 { format!("{marked} marked") } else { format!("✓{marked}") };
        right.push(vec![(words, theme.accent)]);
    }
    if columns < 26 {
        let left = match (filter, listing.grouped()) {
            (Some(filter), _) => filter,
            (None, true) => title("Who needs me"),
            (None, false) => title(&by),
        };
        if listing.filters() {
            right.push(vec![(format!("{shown}/{all}"), theme.dim)]);
        }
        return (vec![left], right);
    }
    let mut left = vec![title("Accounts")];
    left.extend(filter);
    if !listing.grouped() {
        left.push(vec![(by, theme.accent)]);
    } else if !listing.filters() {
        left.push(vec![("who needs me".to_owned(), theme.dim)]);
    }
    right.push(vec![(format!("{shown}/{all}"), theme.dim)]);
    (left, right)
}

/// `NOW 5 of 8 ─────────`.
fn group_heading(
    pen: &mut Pen<'_>,
    y: u16,
    group: Group,
    count: usize,
    roomy: bool,
    sight: &Sight<'_>,
) {
    let theme = sight.theme;
    let name = match group {
        Group::TooLittleKnown if !roomy => "TOO LITTLE",
        _ => group.word(),
    };
    let all = sight.book.now_total;
    let count = if group == Group::Now && all > count {
        format!("{count} of {all}")
    } else {
        count.to_string()
    };
    let style = match group {
        Group::Now => theme.state_risk.patch(theme.strong),
        Group::Soon => theme.state_watch.patch(theme.strong),
        _ => theme.strong,
    };
    let end = pen.words(1, y, pen.width(), &[(format!("{name} "), style), (count, theme.dim)]);
    pen.repeat(end + 1, y, pen.width(), "─", theme.border);
}

/// A filter to which nobody answers.
fn none_found(pen: &mut Pen<'_>, theme: &Theme) {
    let room = usize::from(pen.width().saturating_sub(2));
    let says = text::wrap("No account answers to that.", room);
    let way = text::wrap("Esc shows all of them.", room);
    let first = says.iter().map(|line| (line, theme.text));
    let lines = first.chain(way.iter().map(|line| (line, theme.dim)));
    for (y, (line, style)) in (1..).zip(lines) {
        pen.at(1, y, line, style);
    }
}
