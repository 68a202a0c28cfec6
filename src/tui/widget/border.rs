//! Panes that share their borders: each line is drawn once, the focused pane's heavy, and where
//! lines meet the right joint stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// All joints by the weight (none, light, heavy) of their arms up, right, down, left: the digits
/// of a number to the base 3.
const JOINTS: &str =
    " ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋";

const UP: usize = 0;
const RIGHT: usize = 1;
const DOWN: usize = 2;
const LEFT: usize = 3;

/// How strong a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Light,
    Heavy,
}

/// The lines of one screen before they are drawn.
#[derive(Debug)]
pub struct Borders {
    area: Rect,
    arms: Vec<[u8; 4]>,
}

impl Borders {
    #[must_use]
    pub fn new(area: Rect) -> Self {
        Self { area, arms: vec![[0; 4]; usize::from(area.width) * usize::from(area.height)] }
    }

    /// The outline of an area, its border inside it.
    pub fn outline(&mut self, pane: Rect, weight: Weight) {
        if pane.width < 2 || pane.height < 2 {
            return;
        }
        let (right, bottom) = (pane.right() - 1, pane.bottom() - 1);
        for x in pane.x..right {
            for y in [pane.y, bottom] {
                self.arm(x, y, RIGHT, weight);
                self.arm(x + 1, y, LEFT, weight);
            }
        }
        for y in pane.y..bottom {
            for x in [pane.x, right] {
                self.arm(x, y, DOWN, weight);
                self.arm(x, y + 1, UP, weight);
            }
        }
    }

    fn arm(&mut self, x: u16, y: u16, side: usize, weight: Weight) {
        if !self.area.contains((x, y).into()) {
            return;
        }
        let cell = usize::from(y - self.area.y) * usize::from(self.area.width)
            + usize::from(x - self.area.x);
        if let Some(arms) = self.arms.get_mut(cell) {
            let strength = if weight == Weight::Heavy { 2 } else { 1 };
            arms[side] = arms[side].max(strength);
        }
    }

    /// Draws all lines; a joint with a heavy arm takes the style of the focus.
    pub fn draw(&self, buffer: &mut Buffer, light: Style, heavy: Style) {
        let joints: Vec<char> = JOINTS.chars().collect();
        let visible = self.area.intersection(buffer.area);
        for y in visible.top()..visible.bottom() {
            for x in visible.left()..visible.right() {
                let cell = usize::from(y - self.area.y) * usize::from(self.area.width)
                    + usize::from(x - self.area.x);
                let Some(arms) = self.arms.get(cell).filter(|arms| **arms != [0; 4]) else {
                    continue;
                };
                let joint = arms.iter().fold(0, |number, arm| number * 3 + usize::from(*arm));
                if let Some(joint) = joints.get(joint) {
                    let style = if arms.contains(&2) { heavy } else { light };
                    buffer[(x, y)].set_char(*joint).set_style(style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_line_and_the_heavy_one_wins() {
        let area = Rect::new(0, 0, 7, 3);
        let mut borders = Borders::new(area);
        borders.outline(Rect::new(0, 0, 4, 3), Weight::Light);
        borders.outline(Rect::new(3, 0, 4, 3), Weight::Heavy);
        let mut buffer = Buffer::empty(area);
        borders.draw(&mut buffer, Style::new(), Style::new());
        let lines: Vec<String> =
            (0..3).map(|y| (0..7).map(|x| buffer[(x, y)].symbol().to_owned()).collect()).collect();
        assert_eq!(lines, ["┌──┲━━┓", "│  ┃  ┃", "└──┺━━┛"]);
    }

    #[test]
    fn there_is_a_joint_for_every_meeting() {
        assert_eq!(JOINTS.chars().count(), 81);
        assert_eq!(JOINTS.chars().filter(|joint| *joint == ' ').count(), 1);
    }

    #[test]
    fn lines_outside_the_area_are_left_out() {
        let mut borders = Borders::new(Rect::new(0, 0, 3, 3));
        borders.outline(Rect::new(1, 1, 9, 9), Weight::Light);
        borders.outline(Rect::new(0, 0, 1, 1), Weight::Light);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 2));
        borders.draw(&mut buffer, Style::new(), Style::new());
        assert_eq!(buffer[(1, 1)].symbol(), "┌");
    }
}
