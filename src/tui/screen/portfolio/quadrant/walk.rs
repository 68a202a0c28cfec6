//! From point to point with the arrows.

use super::plot::Plot;
use crate::domain::quadrant::Quadrant;
use crate::tui::action::Action;
use std::ops::Range;

/// What can be chosen in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// An account, by its place in the legend.
    Spot(usize),
    /// The name of a quadrant, which stands in a line of the picture.
    Corner(Quadrant),
}

/// A name in the picture: whose, over which columns, at which row.
pub type Corner = (Quadrant, Range<u16>, u16);

/// What lies that way: the next of those who stand in the same place, else the nearest place, else
/// the name of a quadrant. None: nothing does.
pub fn next(plot: &Plot, corners: &[Corner], at: Where, way: Action) -> Option<Where> {
    let forward = matches!(way, Action::Down | Action::Right);
    let (from, own) = match at {
        Where::Spot(spot) => {
            let own = plot.tag_of(spot)?;
            let tag = plot.tags.get(own)?;
            let place = tag.spots.iter().position(|one| *one == spot)?;
            let beside = if forward { Some(place + 1) } else { place.checked_sub(1) };
            if let Some(next) = beside.and_then(|place| tag.spots.get(place)) {
                return Some(Where::Spot(*next));
            }
            ((tag.at..tag.at + 1, tag.y), Some(own))
        }
        Where::Corner(quadrant) => {
            let (_, columns, y) = corners.iter().find(|(one, ..)| *one == quadrant)?;
            ((columns.clone(), *y), None)
        }
    };
    let tags = plot.tags.iter().enumerate().filter(|(place, _)| Some(*place) != own);
    let near = tags
        .filter_map(|(place, tag)| Some((far(&from, &(tag.at..tag.at + 1, tag.y), way)?, place)))
        .min()
        .and_then(|(_, place)| plot.tags.get(place));
    if let Some(tag) = near {
        let spot = if forward { tag.spots.first() } else { tag.spots.last() };
        return spot.map(|spot| Where::Spot(*spot));
    }
    let corners = corners.iter().filter(|(one, ..)| at != Where::Corner(*one));
    let near = corners
        .filter_map(|(one, columns, y)| Some((far(&from, &(columns.clone(), *y), way)?, *one)));
    near.min_by_key(|(far, _)| *far).map(|(_, quadrant)| Where::Corner(quadrant))
}

/// How far it is that way, what lies aside twice as far; first what lies rather that way than
/// aside. None: it lies another way. A row is as high as two columns are wide.
fn far(from: &(Range<u16>, u16), to: &(Range<u16>, u16), way: Action) -> Option<(bool, i32)> {
    // Between the nearest columns of both.
    let right = i32::from(to.0.start) - i32::from(from.0.end) + 1;
    let left = i32::from(from.0.start) - i32::from(to.0.end) + 1;
    let across = if left > 0 { -left } else { right.max(0) };
    let down = 2 * (i32::from(to.1) - i32::from(from.1));
    let (along, aside) = match way {
        Action::Up => (-down, across.abs()),
        Action::Down => (down, across.abs()),
        Action::Left => (-across, down.abs()),
        _ => (across, down.abs()),
    };
    (along > 0).then_some((aside > along, along + 2 * aside))
}
