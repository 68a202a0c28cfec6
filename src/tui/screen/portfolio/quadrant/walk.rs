//! From point to point with the arrows.

use super::plot::Plot;
use crate::domain::quadrant::Quadrant;
use crate::tui::action::Action;

/// What can be chosen in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// An account, by its place in the legend.
    Spot(usize),
    /// The name of a quadrant, which stands in a line of the picture.
    Corner(Quadrant),
}

/// The names in the picture: whose, at which column and row.
pub type Corners = Vec<(Quadrant, u16, u16)>;

/// What lies that way: the next of those who stand in the same place, else the nearest place, else
/// the name of a quadrant. None: nothing does.
pub fn next(plot: &Plot, corners: &Corners, at: Where, way: Action) -> Option<Where> {
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
            ((tag.at, tag.y), Some(own))
        }
        Where::Corner(quadrant) => {
            let (_, x, y) = corners.iter().find(|(one, ..)| *one == quadrant)?;
            ((*x, *y), None)
        }
    };
    let tags = plot.tags.iter().enumerate().filter(|(place, _)| Some(*place) != own);
    let near = tags
        .filter_map(|(place, tag)| Some((far(from, (tag.at, tag.y), way)?, place)))
        .min()
        .and_then(|(_, place)| plot.tags.get(place));
    if let Some(tag) = near {
        let spot = if forward { tag.spots.first() } else { tag.spots.last() };
        return spot.map(|spot| Where::Spot(*spot));
    }
    let corners = corners.iter().filter(|(one, ..)| at != Where::Corner(*one));
    let near = corners.filter_map(|(one, x, y)| Some((far(from, (*x, *y), way)?, *one)));
    near.min_by_key(|(far, _)| *far).map(|(_, quadrant)| Where::Corner(quadrant))
}

/// How far it is that way, what lies aside twice as far; none: it lies another way. A row is as
/// high as two columns are wide.
fn far(from: (u16, u16), to: (u16, u16), way: Action) -> Option<i32> {
    let across = i32::from(to.0) - i32::from(from.0);
    let down = 2 * (i32::from(to.1) - i32::from(from.1));
    let (along, aside) = match way {
        Action::Up => (-down, across),
        Action::Down => (down, across),
        Action::Left => (-across, down),
        _ => (across, down),
    };
    (along > 0).then(|| along + 2 * aside.abs())
}
