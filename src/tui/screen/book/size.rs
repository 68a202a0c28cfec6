//! Which panes a screen of a given size has room for, and where they stand.

use super::Pane;
use ratatui::layout::Rect;

/// The smallest area in which the view says more than one line.
pub const SMALLEST: (u16, u16) = (40, 8);

/// How the view is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One calm line.
    Line,
    /// One pane at a time.
    Single,
    /// List, head, map, score and tab at once.
    Whole,
}

/// The panes' places, borders included; neighbours share theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    pub form: Form,
    pub heading: Rect,
    pub panes: [Rect; 5],
    /// Room for words: from 120 columns.
    pub wide: bool,
    /// Room for two lines a seat.
    pub tall: bool,
}

impl Places {
    #[must_use]
    pub const fn of(&self, pane: Pane) -> Rect {
        self.panes[pane as usize]
    }

    /// Lays out the area; `whole` is the pane that fills it: a zoomed one, or the focused one
    /// where there is room for one only.
    #[must_use]
    pub fn new(area: Rect, focus: Pane, zoom: bool) -> Self {
        let wide = area.width >= 120;
        // Heading, four borders.
        let lines = area.height.saturating_sub(5);
        let mut places = Self {
            form: Form::Whole,
            heading: Rect { height: area.height.min(1), ..area },
            panes: [Rect::ZERO; 5],
            wide,
            tall: lines >= 24,
        };
        let body =
            Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            places.form = Form::Line;
            return places;
        }
        if area.width < 80 || lines < 12 || zoom {
            if area.width < 80 || lines < 12 {
                places.form = Form::Single;
            }
            places.panes[focus as usize] = body;
            places.tall = body.height >= 12;
            return places;
        }
        let list = Rect { width: list_width(area.width), ..body };
        let right = Rect { x: list.right(), width: body.width.saturating_sub(list.width), ..body };
        let (head, middle) = heights(lines);
        let score = score_width(right.width - 2);
        let map = Rect {
            y: right.y + head + 1,
            height: middle + 2,
            width: right.width - score - 1,
            ..right
        };
        let tab_top = map.bottom() - 1;
        places.panes = [
            list,
            Rect { height: head + 2, ..right },
            map,
            Rect { x: map.right() - 1, width: score + 2, ..map },
            Rect { y: tab_top, height: right.bottom() - tab_top, ..right },
        ];
        places
    }
}

/// Columns of the list, borders included.
const fn list_width(columns: u16) -> u16 {
    match columns {
        ..100 => 20,
        100..120 => 28,
        120..150 => 47,
        150..180 => 71,
        _ => 82,
    }
}

/// Lines inside the head, and inside map and score.
const fn heights(lines: u16) -> (u16, u16) {
    if lines < 24 {
        let middle = lines - 6;
        (3, if middle > 8 { 8 } else { middle })
    } else if lines < 29 {
        // Ten factors, their curve and what is known of them take twelve.
        (5, if lines - 15 > 12 { 12 } else { lines - 15 })
    } else {
        let more = (lines - 29) / 6;
        (5, 12 + if more > 2 { 2 } else { more })
    }
}

/// Columns inside the score, of those inside the right half.
const fn score_width(columns: u16) -> u16 {
    if columns >= 71 {
        let more = (columns - 71) / 4;
        31 + if more > 14 { 14 } else { more }
    } else {
        24 + columns.saturating_sub(58) * 7 / 13
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_panes_fill_the_area_and_share_their_borders() {
        for (width, height, list, map, score, head, middle) in
            [(120, 34, 47, 39, 31, 5, 12), (80, 22, 20, 33, 24, 3, 8)]
        {
            let area = Rect::new(0, 0, width, height);
            let places = Places::new(area, Pane::List, false);
            assert_eq!(places.form, Form::Whole);
            assert_eq!(places.of(Pane::List).width, list);
            assert_eq!(places.of(Pane::Map).width - 2, map);
            assert_eq!(places.of(Pane::Score).width - 2, score);
            assert_eq!(places.of(Pane::Head).height - 2, head);
            assert_eq!(places.of(Pane::Map).height - 2, middle);
            assert_eq!(places.of(Pane::Score).right(), width);
            assert_eq!(places.of(Pane::Tab).bottom(), height);
            assert_eq!(places.of(Pane::Map).right() - 1, places.of(Pane::Score).x);
        }
    }

    #[test]
    fn a_small_screen_shows_one_pane_and_a_tiny_one_a_line() {
        let form =
            |width, height| Places::new(Rect::new(0, 0, width, height), Pane::Map, false).form;
        assert_eq!(form(79, 40), Form::Single);
        assert_eq!(form(80, 16), Form::Single);
        assert_eq!(form(80, 17), Form::Whole);
        assert_eq!(form(40, 8), Form::Single);
        assert_eq!(form(39, 30), Form::Line);
        assert_eq!(form(100, 7), Form::Line);
        assert_eq!(form(0, 0), Form::Line);
    }
}
