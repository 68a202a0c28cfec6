//! Which parts of an account's screen there is room for, and where they stand.

use ratatui::layout::Rect;

/// The smallest area with borders; below it the same is told line by line.
const SMALLEST: (u16, u16) = (76, 15);

/// The places of the parts, borders included; neighbours share theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    pub head: Rect,
    /// What changed.
    pub since: Rect,
    /// Who we know.
    pub map: Rect,
    /// Empty where the score has to be told in the border of the map.
    pub score: Rect,
    /// What asks, and what is to be done.
    pub asks: Rect,
}

impl Places {
    /// None: there is no room for borders.
    #[must_use]
    pub fn new(area: Rect) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let inside = area.height - 4;
        let (head, middle) = match inside {
            ..22 => (3, inside / 3),
            22..26 => (4, 9),
            // The ten factors, their curve and what is known of them take twelve.
            _ => (4, 12 + ((inside - 26) / 5).min(4)),
        };
        let (map, score) = match area.width {
            ..100 => (33, 0),
            100..120 => (33, 24),
            _ => (39 + ((area.width - 120) / 4).min(12), 31 + ((area.width - 120) / 8).min(9)),
        };
        let top = Rect { height: head + 2, ..area };
        let row = Rect { y: top.bottom() - 1, height: middle + 2, ..area };
        let right = map + 1 + if score > 0 { score + 1 } else { 0 };
        let since = Rect { width: area.width - right, ..row };
        let who = Rect { x: since.right() - 1, width: map + 2, ..row };
        let figures = if score > 0 {
            Rect { x: who.right() - 1, width: score + 2, ..row }
        } else {
            Rect::ZERO
        };
        let y = row.bottom() - 1;
        let asks = Rect { y, height: area.bottom() - y, ..area };
        Some(Self { head: top, since, map: who, score: figures, asks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_area_and_share_their_borders() {
        for (width, height) in [(80, 20), (100, 24), (120, 32), (200, 46), (76, 15), (300, 96)] {
            let area = Rect::new(0, 2, width, height);
            let places = Places::new(area).expect("room");
            let last = if places.score.is_empty() { places.map } else { places.score };
            assert_eq!(last.right(), area.right(), "{width}");
            assert_eq!(places.since.right() - 1, places.map.x);
            assert_eq!(places.head.bottom() - 1, places.since.y);
            assert_eq!(places.since.bottom() - 1, places.asks.y);
            assert_eq!(places.asks.bottom(), area.bottom());
            assert!(places.since.width >= 40 && places.asks.height >= 6, "{places:?}");
        }
        assert_eq!(Places::new(Rect::new(0, 0, 75, 30)), None);
        assert_eq!(Places::new(Rect::new(0, 0, 80, 14)), None);
    }
}
