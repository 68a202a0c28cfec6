//! From one cell that is stale or unknown to the next: down the column, then down the next one, and
//! from the last one around to the first.

use super::at;
use crate::tui::screen::grid::page::Chosen;

/// The next one after the chosen cell; none: there is no other.
pub(super) fn next(on: &Chosen<'_>) -> Option<(usize, usize)> {
    let rows = on.lines.len();
    let columns = super::COLUMNS.len();
    let count = rows * columns;
    let here = on.column * rows + on.row;
    let cells = (1..count).map(|further| (here + further) % count);
    let mut cells = cells.map(|cell| (cell % rows, cell / rows));
    cells.find(|&(row, column)| {
        let cell = on.lines.get(row).and_then(|line| at(line, column));
        cell.is_some_and(super::FactorCell::wants_a_look)
    })
}
