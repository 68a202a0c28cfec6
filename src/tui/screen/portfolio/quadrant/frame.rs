//! The frame of the picture: which columns and rows belong to which part of it, and where on them
//! an NPS and an ARR stand.

use crate::domain::quadrant::Spot;
use std::ops::Range;

/// The least columns and rows that say anything.
const LEAST: (u16, u16) = (36, 7);
/// Columns of the lane of those without an answer, at least.
const LANE: u16 = 11;
/// From so many times the smallest ARR on the scale is a logarithm.
const WIDE_SPREAD: f64 = 20.0;

/// A part of the picture across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
    Lane,
}

/// A part of the picture up and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    Upper,
    Lower,
    /// The line of those whose ARR is not known.
    Unknown,
}

/// Columns and rows, each counted from the upper left corner of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Columns of the amounts at the left.
    pub labels: u16,
    pub left: Range<u16>,
    /// The line at NPS 0.
    pub split_x: u16,
    pub right: Range<u16>,
    /// Of those without an answer, after a line of its own; empty: everybody answered.
    pub lane: Range<u16>,
    pub upper: Range<u16>,
    /// The line at the smallest key account; none: there is no key account.
    pub split_y: Option<u16>,
    pub lower: Range<u16>,
    /// The row with the figures of the NPS.
    pub axis: u16,
    /// The row under it for those of unknown ARR, where there are any.
    pub unknown: Option<u16>,
    pub scale: Scale,
}

/// How ARR goes up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub log: bool,
    /// Least and most that are drawn to scale, minor units.
    pub least: f64,
    pub most: f64,
    floor: Option<f64>,
    /// Somebody pays nothing, or less: the lowest row is theirs where the scale is a logarithm.
    nothing: bool,
}

impl Scale {
    fn of(spots: &[Spot], floor: Option<i64>) -> Self {
        let known = || spots.iter().filter_map(|spot| spot.arr).map(|arr| arr as f64);
        let paying = || known().filter(|arr| *arr > 0.0);
        let most = known().fold(f64::NEG_INFINITY, f64::max);
        let smallest = paying().fold(f64::INFINITY, f64::min);
        let log = smallest.is_finite() && most / smallest >= WIDE_SPREAD;
        let lowest = known().fold(f64::INFINITY, f64::min);
        Self {
            log,
            least: if log { smallest } else { lowest },
            most,
            floor: floor.map(|floor| floor as f64),
            nothing: log && lowest <= 0.0,
        }
    }

    fn at(&self, arr: f64) -> f64 {
        if self.log { arr.max(1.0).ln() } else { arr }
    }

    /// How far `arr` is from `top` on the way to `bottom`, 0-1.
    fn share(&self, arr: f64, top: f64, bottom: f64) -> f64 {
        let (top, bottom) = (self.at(top), self.at(bottom));
        if top > bottom { ((top - self.at(arr)) / (top - bottom)).clamp(0.0, 1.0) } else { 1.0 }
    }
}

impl Frame {
    /// The frame for these accounts in so many columns and rows, `labels` of them for the amounts;
    /// none: there is no room for a picture.
    pub fn of(
        spots: &[Spot],
        floor: Option<i64>,
        labels: u16,
        least: u16,
        (width, height): (u16, u16),
    ) -> Option<Self> {
        let lane = lane(spots, width.checked_sub(labels)?);
        let end = width.checked_sub(if lane > 0 { lane + 1 } else { 0 })?;
        let field = end.checked_sub(labels + 1)?;
        let left = labels..labels + field / 2;
        let right = left.end + 1..end;
        let unknown = spots.iter().any(|spot| spot.arr.is_none());
        let axis = height.checked_sub(1 + u16::from(unknown))?;
        let roomy = width >= LEAST.0 && height >= LEAST.1;
        if !roomy || left.len().min(right.len()) < usize::from(least) {
            return None;
        }
        let scale = Scale::of(spots, floor);
        let split_y = floor.map(|_| split(&scale, axis - 1));
        let (upper, lower) = split_y.map_or((1..1, 1..axis), |split| (1..split, split + 1..axis));
        Some(Self {
            labels,
            split_x: left.end,
            left,
            right,
            lane: if lane > 0 { end + 1..width } else { width..width },
            upper,
            split_y,
            lower,
            axis,
            unknown: unknown.then_some(height - 1),
            scale,
        })
    }

    /// In which part an account stands.
    pub fn part(&self, spot: &Spot) -> (Side, Height) {
        let side = match spot.nps {
            None => Side::Lane,
            Some(0..) => Side::Right,
            Some(_) => Side::Left,
        };
        let height = match spot.arr {
            None => Height::Unknown,
            Some(_) if spot.key && self.split_y.is_some() => Height::Upper,
            Some(_) => Height::Lower,
        };
        (side, height)
    }

    /// The columns of a part.
    pub fn columns(&self, side: Side) -> Range<u16> {
        match side {
            Side::Left => self.left.clone(),
            Side::Right => self.right.clone(),
            Side::Lane => self.lane.clone(),
        }
    }

    /// Where an account stands: column and row.
    pub fn place(&self, spot: &Spot) -> (u16, u16) {
        let (side, height) = self.part(spot);
        let columns = self.columns(side);
        let x = match spot.nps {
            None => columns.start,
            Some(nps @ 0..) => columns.start + step(nps as f64 / 100.0, columns.len()),
            Some(nps) => columns.start + step((nps + 100) as f64 / 99.0, columns.len()),
        };
        (x, self.row(spot.arr, height))
    }

    fn row(&self, arr: Option<i64>, height: Height) -> u16 {
        let (Some(arr), scale) = (arr, &self.scale) else {
            return self.unknown.unwrap_or(self.axis);
        };
        let arr = arr as f64;
        let floor = scale.floor.unwrap_or(scale.most);
        if height == Height::Upper {
            let share = scale.share(arr, scale.most, floor);
            return self.upper.start + step(share, self.upper.len());
        }
        let rows = self.lower.len() - usize::from(scale.nothing && self.lower.len() > 1);
        if scale.nothing && arr <= 0.0 {
            return self.lower.end - 1;
        }
        self.lower.start + step(scale.share(arr, floor, scale.least), rows)
    }

    /// The row of an amount that nobody need pay: for a mark beside the scale.
    pub fn mark(&self, arr: f64) -> Option<u16> {
        let inside = (self.scale.least..=self.scale.most).contains(&arr);
        let above = self.scale.floor.is_some_and(|floor| arr >= floor);
        let height = if above { Height::Upper } else { Height::Lower };
        inside.then(|| self.row(Some(arr as i64), height))
    }
}

/// Columns for those without an answer: the more of them, the wider, up to half.
fn lane(spots: &[Spot], width: u16) -> u16 {
    let silent = spots.iter().filter(|spot| spot.nps.is_none()).count();
    if silent == 0 {
        return 0;
    }
    let share = silent as f64 / spots.len() as f64;
    let least = LANE.max(width / 7).min(width);
    ((f64::from(width) * share) as u16).clamp(least, (width / 2).max(least))
}

/// The row of the split among so many that begin at 1: as the scale has it, with room on both
/// sides.
fn split(scale: &Scale, rows: u16) -> u16 {
    let floor = scale.floor.unwrap_or(scale.most);
    let share = scale.share(floor, scale.most, scale.least);
    let room = (rows / 4).max(1);
    1 + step(share, usize::from(rows)).clamp(room, rows.saturating_sub(1 + room).max(room))
}

/// The place of a share among so many.
fn step(share: f64, count: usize) -> u16 {
    (share * count.saturating_sub(1) as f64).round() as u16
}
