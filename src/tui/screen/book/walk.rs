//! Choosing somebody in the views of the map that show people and no seats: the arrows go from one
//! to the next, and who is chosen stays so from view to view.

use super::people::{self, Spread};
use super::update::turned;
use super::{BookScreen, MapView, Sight, seat, tree};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;

/// People as they stand: rows, their cells, who is in each from the top.
pub type Ranks = Vec<Vec<Vec<Id>>>;

/// Steps that go past everybody there is.
const FAR: isize = 400;

/// Where a view shows whom.
pub fn ranks(view: MapView, dossier: &Dossier, sight: &Sight<'_>) -> Ranks {
    match view {
        MapView::Coverage => Vec::new(),
        MapView::Tree => tree::ranks(dossier, sight.today),
        _ => of_spread(&people::spread(view, true, dossier, sight)),
    }
}

fn of_spread(spread: &Spread) -> Ranks {
    let ids = |people: &[people::Person]| people.iter().map(|one| one.id).collect::<Vec<Id>>();
    let rows = spread.rows.iter().map(|(_, cells)| cells.iter().map(|cell| ids(cell)).collect());
    let aside = spread.aside.iter().map(|(_, people)| ids(people).into_iter().map(|id| vec![id]));
    rows.chain(aside.map(Iterator::collect)).collect()
}

/// The one chosen, while the view shows them; else the first it shows.
pub fn held(ranks: &Ranks, chosen: Option<Id>) -> Option<Id> {
    let mut all = ranks.iter().flatten().flatten().copied();
    let first = all.clone().next();
    chosen.filter(|id| all.any(|one| one == *id)).or(first)
}

fn find(ranks: &Ranks, person: Id) -> Option<(usize, usize, usize)> {
    ranks.iter().enumerate().find_map(|(row, cells)| {
        cells.iter().enumerate().find_map(|(column, cell)| {
            let place = cell.iter().position(|one| *one == person)?;
            Some((row, column, place))
        })
    })
}

/// The next one below or above: in the same cell, else in the nearest cell of the next row that
/// holds somebody.
fn below(ranks: &Ranks, from: Id, down: bool) -> Option<Id> {
    let (row, column, place) = find(ranks, from)?;
    let next = if down { Some(place + 1) } else { place.checked_sub(1) };
    let cell = ranks.get(row)?.get(column)?;
    if let Some(person) = next.and_then(|next| cell.get(next)) {
        return Some(*person);
    }
    let others: Vec<&Vec<Vec<Id>>> = if down {
        ranks.iter().skip(row + 1).collect()
    } else {
        ranks.iter().take(row).rev().collect()
    };
    let row = others.into_iter().find(|row| row.iter().any(|cell| !cell.is_empty()))?;
    let near = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (_, cell) = near.min_by_key(|(at, _)| at.abs_diff(column))?;
    if down { cell.first().copied() } else { cell.last().copied() }
}

/// The next one to the right or left, in the same row.
fn beside(ranks: &Ranks, from: Id, right: bool) -> Option<Id> {
    let (row, column, place) = find(ranks, from)?;
    let cells = ranks.get(row)?;
    let mut others: Box<dyn Iterator<Item = &Vec<Id>>> = if right {
        Box::new(cells.iter().skip(column + 1))
    } else {
        Box::new(cells.iter().take(column).rev())
    };
    let cell = others.find(|cell| !cell.is_empty())?;
    cell.get(place.min(cell.len() - 1)).copied()
}

impl BookScreen {
    /// Who is chosen on the map, whatever view it is in; none on an empty seat.
    pub(super) fn person_on_map(&self, sight: &Sight<'_>) -> Option<Id> {
        let dossier = self.dossier(sight)?;
        if self.map_view != MapView::Coverage {
            return held(&ranks(self.map_view, dossier, sight), self.sitter);
        }
        let map = &dossier.standing.map;
        let (level, place) = self.seat(map);
        let seat = match map.rows.get(level) {
            Some(row) => row.seats.get(place),
            None => map.not_placed.get(place.min(map.not_placed.len().saturating_sub(1))),
        };
        seat.map(|seat| seat.contact)
    }

    /// To the next view, with the same person chosen.
    pub(super) fn turn_map(&mut self, sight: &Sight<'_>) {
        let person = self.person_on_map(sight);
        self.map_view = turned(&MapView::ALL, self.map_view, 1);
        self.sitter = person;
        let Some(dossier) = self.dossier(sight) else { return };
        let waiting = &dossier.standing.map.not_placed;
        let waits = person.and_then(|id| waiting.iter().position(|seat| seat.contact == id));
        if let (MapView::Coverage, Some(place)) = (self.map_view, waits) {
            (self.seat, self.sitter) = ((seat::NOT_PLACED, place), None);
        }
    }

    /// So many people down, or up; in a view without seats.
    pub(super) fn walk_down(&mut self, lines: isize, sight: &Sight<'_>) {
        self.walk(lines, sight, below);
    }

    /// So many people to the right, or to the left.
    pub(super) fn walk_across(&mut self, people: isize, sight: &Sight<'_>) {
        if self.map_view == MapView::Tree
            && let Some(dossier) = self.dossier(sight)
            && let Some(person) = self.person_on_map(sight)
            && let Some(next) = tree::across(dossier, person, people > 0, sight.today)
        {
            self.sitter = Some(next);
            return;
        }
        self.walk(people, sight, beside);
    }

    fn walk(&mut self, steps: isize, sight: &Sight<'_>, next: fn(&Ranks, Id, bool) -> Option<Id>) {
        let Some(dossier) = self.dossier(sight) else { return };
        let ranks = ranks(self.map_view, dossier, sight);
        let Some(mut person) = held(&ranks, self.sitter) else { return };
        for _ in 0..steps.clamp(-FAR, FAR).unsigned_abs() {
            match next(&ranks, person, steps > 0) {
                Some(one) => person = one,
                None => break,
            }
        }
        self.sitter = Some(person);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1 and 2 in one cell, nobody under them; 6 and 7 aside.
    fn people() -> Ranks {
        let cell = |ids: &[i64]| ids.iter().copied().map(Id).collect::<Vec<Id>>();
        vec![
            vec![cell(&[1, 2]), cell(&[]), cell(&[3])],
            vec![cell(&[]), cell(&[]), cell(&[])],
            vec![cell(&[]), cell(&[4]), cell(&[5])],
            vec![cell(&[6]), cell(&[7])],
        ]
    }

    #[test]
    fn down_goes_through_a_cell_and_over_empty_rows() {
        let ranks = people();
        for (from, down, to) in [
            (1, true, Some(2)),
            (2, true, Some(4)),
            (3, true, Some(5)),
            (5, true, Some(7)),
            (7, true, None),
            (7, false, Some(4)),
            (4, false, Some(2)),
            (1, false, None),
        ] {
            assert_eq!(below(&ranks, Id(from), down), to.map(Id), "{from} {down}");
        }
    }

    #[test]
    fn across_stays_in_the_row() {
        let ranks = people();
        for (from, right, to) in [
            (2, true, Some(3)),
            (3, false, Some(1)),
            (3, true, None),
            (4, false, None),
            (6, true, Some(7)),
        ] {
            assert_eq!(beside(&ranks, Id(from), right), to.map(Id), "{from} {right}");
        }
    }

    #[test]
    fn who_is_gone_gives_way_to_the_first() {
        let ranks = people();
        assert_eq!(held(&ranks, Some(Id(5))), Some(Id(5)));
        assert_eq!(held(&ranks, Some(Id(9))), Some(Id(1)));
        assert_eq!(held(&Vec::new(), Some(Id(9))), None);
    }
}
