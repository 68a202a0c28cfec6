//! The lines of the list: groups with their counts, the less urgent ones folded where the list is
//! longer than the screen.

use crate::domain::book::row::Book;
use crate::domain::listing::Listing;
use crate::domain::standing::Group;

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// What holds for many accounts at once: the number of the line of the book.
    Book(usize),
    /// A group and how many accounts it has.
    Heading(Group, usize),
    /// The place of an account in the book.
    Account(usize),
    /// Folded accounts of a group.
    Folded(usize),
    /// What no account claims.
    Unlinked,
}

/// Accounts that a folded group still shows.
const fn shown_when_folded(group: Group) -> usize {
    match group {
        Group::Now | Group::Fine | Group::Unlinked => usize::MAX,
        Group::Soon => 8,
        Group::TooLittleKnown => 3,
        Group::InHand | Group::Prospects | Group::Past => 2,
    }
}

/// All lines; `room` is how many the screen has, `tell` whether a fold takes a line to say how
/// much it holds. Headings stand where the list is by need; what somebody filtered for is not
/// folded.
#[must_use]
pub fn lines(
    book: &Book,
    listing: &Listing,
    room: usize,
    unfolded: &[Group],
    tell: bool,
) -> Vec<Line> {
    let groups = if listing.grouped() { runs(book) } else { Vec::new() };
    let unlinked = book.unlinked_contacts + book.unlinked_steps > 0;
    let whole = book.lines.len()
        + groups.iter().map(|(_, _, count)| count + 1).sum::<usize>()
        + if unlinked { 2 } else { 0 };
    let mut lines: Vec<Line> = (0..book.lines.len()).map(Line::Book).collect();
    lines.reserve(whole);
    for (group, first, count) in groups {
        lines.push(Line::Heading(group, count));
        let limit = shown_when_folded(group);
        // A fold that hides one account saves nothing.
        let folded = whole > room
            && !listing.filters()
            && !unfolded.contains(&group)
            && count > limit.saturating_add(1);
        let shown = if folded { limit } else { count };
        lines.extend((first..first + shown).map(Line::Account));
        if folded && tell {
            lines.push(Line::Folded(count - shown));
        }
    }
    if !listing.grouped() {
        lines.extend((0..book.rows.len()).map(Line::Account));
    }
    if unlinked {
        let count = book.unlinked_contacts + book.unlinked_steps;
        lines.extend([Line::Heading(Group::Unlinked, count), Line::Unlinked]);
    }
    lines
}

/// Each group with its first account's place and its size, in the order of the list.
#[must_use]
pub fn runs(book: &Book) -> Vec<(Group, usize, usize)> {
    let mut runs: Vec<(Group, usize, usize)> = Vec::new();
    for (place, row) in book.rows.iter().enumerate() {
        match runs.last_mut() {
            Some((group, _, count)) if *group == row.group => *count += 1,
            _ => runs.push((row.group, place, 1)),
        }
    }
    runs
}

/// The group that would hide this account when folded.
#[must_use]
pub fn folds(book: &Book, place: usize) -> Option<Group> {
    let (group, first, _) = runs(book).into_iter().rfind(|(_, first, _)| *first <= place)?;
    (place - first >= shown_when_folded(group)).then_some(group)
}

/// The part of the list on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    pub top: usize,
    /// At most as many as there is room for. The first is the heading of the group it is in.
    pub lines: Vec<Line>,
    /// Accounts below the last line; told on a line of its own at the very end.
    pub below: usize,
}

/// Moves the window as little as needed for the chosen line to be seen under its heading.
#[must_use]
pub fn window(lines: &[Line], chosen: Line, top: usize, room: usize, tell: bool) -> Window {
    if lines.len() <= room {
        return Window { top: 0, lines: lines.to_vec(), below: 0 };
    }
    let tail = usize::from(tell && room > 3);
    let inside = room.saturating_sub(tail).max(1);
    let at = lines.iter().position(|line| *line == chosen).unwrap_or(0);
    let mut top = top.min(lines.len() - inside.min(lines.len()));
    // Everything above the first account belongs to it.
    let first = lines.iter().position(|line| matches!(line, Line::Account(_))).unwrap_or(0);
    if at <= first.min(inside.saturating_sub(1)) {
        top = 0;
    }
    if top > 0 && at <= top {
        top = at.saturating_sub(1);
    }
    if at >= top + inside {
        top = at + 1 - inside;
    }
    // What follows the last account belongs to it.
    let last = lines.iter().rposition(|line| matches!(line, Line::Account(_))).unwrap_or(0);
    if at >= last && lines.len() - at <= room {
        top = lines.len() - room;
    }
    // The last lines need no line that says what follows.
    let rest = |from: usize| lines[from..].iter().map(|line| accounts(*line)).sum::<usize>();
    let end = if top + room >= lines.len() || rest(top + inside) == 0 {
        lines.len().min(top + room)
    } else {
        top + inside
    };
    let mut shown: Vec<Line> = lines[top..end].to_vec();
    if top > 0
        && inside > 1
        && let Some(heading) =
            lines[..=top].iter().rev().find(|line| matches!(line, Line::Heading(..)))
        && let Some(line) = shown.first_mut()
        && *line != chosen
    {
        *line = *heading;
    }
    Window { top, lines: shown, below: rest(end) }
}

const fn accounts(line: Line) -> usize {
    match line {
        Line::Account(_) => 1,
        Line::Folded(count) => count,
        Line::Book(_) | Line::Heading(..) | Line::Unlinked => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screen::book::fixture;

    #[test]
    fn groups_fold_only_where_the_screen_is_too_short() {
        let book = fixture::book();
        let rows = book.rows.len();
        let whole = lines(&book, &Listing::default(), 200, &[], true);
        assert_eq!(whole.iter().filter(|line| matches!(line, Line::Account(_))).count(), rows);
        let folded = lines(&book, &Listing::default(), 30, &[], true);
        assert!(folded.contains(&Line::Folded(2)));
        assert_eq!(folded.iter().map(|line| accounts(*line)).sum::<usize>(), rows);
        let asked =
            lines(&book, &Listing::default(), 30, &[Group::TooLittleKnown, Group::InHand], true);
        assert!(!asked.iter().any(|line| matches!(line, Line::Folded(_))));
        assert!(
            !lines(&book, &Listing::default(), 30, &[], false)
                .iter()
                .any(|line| matches!(line, Line::Folded(_)))
        );
    }

    #[test]
    fn the_window_moves_no_more_than_it_must_and_keeps_the_heading() {
        let book = fixture::book();
        let all = lines(&book, &Listing::default(), 12, &[], true);
        let start = window(&all, Line::Account(0), 0, 12, true);
        assert_eq!((start.top, start.lines.len()), (0, 11));
        assert!(start.below > 0);
        let last_seen = window(&all, Line::Account(7), start.top, 12, true);
        assert_eq!(last_seen.top, 0);
        let next = window(&all, Line::Account(9), last_seen.top, 12, true);
        assert_eq!(next.top, 2);
        assert!(matches!(next.lines[0], Line::Heading(Group::Now, _)));
        let end = window(&all, Line::Account(book.rows.len() - 1), 0, 12, true);
        assert_eq!(end.below, 0);
        let mut unclaimed = book.clone();
        unclaimed.unlinked_contacts = 2;
        let more = lines(&unclaimed, &Listing::default(), 12, &[], true);
        let tail = window(&more, Line::Account(book.rows.len() - 1), 0, 12, true);
        assert_eq!(
            tail.lines.last(),
            Some(&Line::Unlinked),
            "the last account brings what follows"
        );
        assert!(matches!(end.lines[0], Line::Heading(..)));
        assert_eq!(window(&all, Line::Account(0), end.top, 12, true).top, 0);
    }

    #[test]
    fn the_chosen_account_is_on_the_screen_at_any_height() {
        let book = fixture::book();
        for room in 1..40 {
            for tell in [true, false] {
                let all = lines(&book, &Listing::default(), room, Group::ALL, tell);
                let mut top = 0;
                for chosen in (0..book.rows.len()).chain((0..book.rows.len()).rev()) {
                    let window = window(&all, Line::Account(chosen), top, room, tell);
                    top = window.top;
                    assert!(window.lines.contains(&Line::Account(chosen)), "{chosen} in {room}");
                    assert!(window.lines.len() <= room);
                }
            }
        }
    }
}
