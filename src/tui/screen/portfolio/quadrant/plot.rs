//! Where in the picture each account stands, and how much is said of it there: its name where that
//! fits, else its number in the legend, else it is counted in a cell. None vanishes, and no two
//! stand on each other.

use super::frame::{Frame, Height, Side};
use crate::domain::quadrant::{Spot, mark};
use crate::domain::score::Band;
use crate::text;
use std::cmp::Reverse;
use std::ops::Range;

/// A name is cut to this where it is longer.
const NAME: usize = 18;

/// How much is said of those who stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Named,
    Numbered,
    Counted,
}

/// What is drawn in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub text: String,
    /// The column of the account itself: that of its sign.
    pub at: u16,
    /// What is said of its band, beside the sign.
    pub mark: &'static str,
    pub band: Option<Band>,
    pub form: Form,
    /// Who stands here, by their place in the legend.
    pub spots: Vec<usize>,
}

/// The picture, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    pub frame: Frame,
    pub tags: Vec<Tag>,
}

impl Plot {
    /// The tag of an account, by its place in the legend.
    pub fn tag_of(&self, spot: usize) -> Option<usize> {
        self.tags.iter().position(|tag| tag.spots.contains(&spot))
    }
}

/// The band that is to be seen first among several.
fn worst(spots: &[usize], all: &[Spot]) -> Option<Band> {
    let bands = || spots.iter().filter_map(|place| all.get(*place)).map(|spot| spot.band);
    let order = [Some(Band::Risk), Some(Band::Watch), None];
    order.into_iter().find(|band| bands().any(|one| one == *band)).unwrap_or(Some(Band::Healthy))
}

/// Lays the accounts out; `labels` columns are for the amounts. None: there is no room.
pub fn place(spots: &[Spot], floor: Option<i64>, labels: u16, size: (u16, u16)) -> Option<Plot> {
    let digits = spots.len().to_string().len();
    // Whoever stands alone has room for a number, and a cell for a count of all.
    let least = digits as u16 + 2;
    let frame = Frame::of(spots, floor, labels, least, size)?;
    let taken = vec![None; usize::from(size.0) * usize::from(size.1)];
    let mut layout = Layout { spots, frame, least, width: size.0, taken, tags: Vec::new() };
    layout.gather();
    layout.say_more();
    let Layout { frame, tags, .. } = layout;
    Some(Plot { frame, tags })
}

struct Layout<'a> {
    spots: &'a [Spot],
    frame: Frame,
    /// Columns that each place has at least.
    least: u16,
    width: u16,
    /// Which tag has which cell.
    taken: Vec<Option<usize>>,
    tags: Vec<Tag>,
}

impl Layout<'_> {
    /// Every account gets a place: its own, one shared with whoever stands in the same cell, or
    /// that of the nearest where there is no room beside it.
    fn gather(&mut self) {
        let mut order: Vec<usize> = (0..self.spots.len()).collect();
        order.sort_by_key(|place| (Reverse(self.spots[*place].arr), *place));
        for spot in order {
            let (x, y) = self.frame.place(&self.spots[spot]);
            let part = self.frame.part(&self.spots[spot]);
            let same = |tag: &Tag| part.0 != Side::Lane && (tag.at, tag.y) == (x, y);
            if let Some(tag) = self.tags.iter_mut().find(|tag| same(tag)) {
                tag.spots.push(spot);
                continue;
            }
            let columns = self.frame.columns(part.0);
            let room = Self::starts(x, self.least, part.0, &columns).into_iter();
            let new = self.tags.len();
            let free = room.into_iter().find(|(start, _)| self.is_free(*start, y, self.least, new));
            match free {
                Some((start, at)) => {
                    self.claim(start, y, self.least, Some(new));
                    self.tags.push(Tag {
                        x: start,
                        y,
                        width: self.least,
                        text: String::new(),
                        at,
                        mark: "",
                        band: None,
                        form: Form::Counted,
                        spots: vec![spot],
                    });
                }
                None => self.join(spot, (x, y), part),
            }
        }
    }

    /// Where a tag of so many columns can begin, the best first, and where its sign then stands:
    /// the sign at its own column, or, where the part is too narrow for that, near it. In the lane
    /// a column says nothing, so it can stand in any.
    fn starts(x: u16, wide: u16, side: Side, columns: &Range<u16>) -> Vec<(u16, u16)> {
        let last = columns.end.checked_sub(wide).filter(|last| *last >= columns.start);
        let Some(last) = last else { return Vec::new() };
        if side == Side::Lane {
            return (columns.start..=last).map(|start| (start, start)).collect();
        }
        let mut starts = Vec::new();
        starts.extend((x <= last).then_some((x, x)));
        starts.extend((x + 1 >= columns.start + wide).then(|| (x + 1 - wide, x)));
        if starts.is_empty() {
            starts.push((last, last));
        }
        starts
    }

    /// Nobody else stands there, nor right beside it.
    fn is_free(&self, x: u16, y: u16, wide: u16, tag: usize) -> bool {
        let row = usize::from(y) * usize::from(self.width);
        let from = row + usize::from(x.saturating_sub(1));
        let to = row + usize::from((x + wide + 1).min(self.width));
        let cells = self.taken.get(from..to).unwrap_or_default();
        cells.iter().flatten().all(|other| *other == tag)
    }

    fn claim(&mut self, x: u16, y: u16, wide: u16, tag: Option<usize>) {
        let from = usize::from(y) * usize::from(self.width) + usize::from(x);
        for cell in self.taken.iter_mut().skip(from).take(usize::from(wide)) {
            *cell = tag;
        }
    }

    /// To the nearest place in the same part.
    fn join(&mut self, spot: usize, (x, y): (u16, u16), part: (Side, Height)) {
        let spots = self.spots;
        let frame = &self.frame;
        let near = self
            .tags
            .iter_mut()
            .filter(|tag| tag.spots.first().is_some_and(|one| frame.part(&spots[*one]) == part))
            .min_by_key(|tag| (2 * tag.y.abs_diff(y) + tag.at.abs_diff(x), tag.spots.len()));
        if let Some(tag) = near {
            tag.spots.push(spot);
        }
    }

    /// First those who share a place get their numbers, then the largest their names.
    fn say_more(&mut self) {
        let mut order: Vec<usize> = (0..self.tags.len()).collect();
        for tag in &mut self.tags {
            tag.spots.sort_unstable();
        }
        let (tags, spots) = (&self.tags, self.spots);
        order.sort_by_key(|place| {
            let theirs = &tags[*place].spots;
            let arr = theirs.iter().map(|spot| spots[*spot].arr).max().flatten();
            (theirs.len() == 1, theirs.len(), Reverse(arr))
        });
        for place in order {
            let (x, y, wide) = (self.tags[place].x, self.tags[place].y, self.tags[place].width);
            self.claim(x, y, wide, None);
            for (form, label, with_mark) in self.labels(place) {
                if self.set(place, form, &label, with_mark) {
                    break;
                }
            }
            let (x, y, wide) = (self.tags[place].x, self.tags[place].y, self.tags[place].width);
            self.claim(x, y, wide, Some(place));
        }
    }

    /// What can be said of a place, the most telling first; the last one always fits.
    fn labels(&self, place: usize) -> Vec<(Form, String, bool)> {
        let theirs = &self.tags[place].spots;
        let count = format!("×{}", theirs.len());
        let numbers: Vec<String> = theirs.iter().map(|spot| (spot + 1).to_string()).collect();
        let numbers = numbers.join(",");
        let mut labels = Vec::new();
        if let [spot] = theirs[..] {
            let name = text::fit(&self.spots[spot].name, NAME);
            labels.push((Form::Named, format!(" {name}"), true));
            labels.push((Form::Numbered, numbers, true));
        } else {
            labels.push((Form::Numbered, numbers.clone(), true));
            labels.push((Form::Numbered, numbers, false));
            labels.push((Form::Counted, count.clone(), true));
            labels.push((Form::Counted, count, false));
        }
        labels
    }

    /// Says it where there is room for it.
    fn set(&mut self, place: usize, form: Form, label: &str, with_mark: bool) -> bool {
        let tag = &self.tags[place];
        let Some(first) = tag.spots.first() else { return false };
        let sign = self.spots[*first].quadrant.sign();
        let band = worst(&tag.spots, self.spots);
        let mark = if with_mark { mark(band) } else { "" };
        let (side, _) = self.frame.part(&self.spots[*first]);
        let columns = self.frame.columns(side);
        let rightward = format!("{sign}{mark}{label}");
        let leftward = format!("{}{mark}{sign}", turned(label));
        let wide = text::width(&rightward) as u16;
        // A tag that was moved or stands in the lane keeps its place.
        let (home, y) = (tag.at, tag.y);
        let starts = if side == Side::Lane {
            Self::starts(home, wide, side, &(home..columns.end)).into_iter().take(1).collect()
        } else {
            Self::starts(home, wide, side, &columns)
        };
        let free = starts
            .into_iter()
            .find(|(start, at)| *at == home && self.is_free(*start, y, wide, place));
        let Some((start, _)) = free else { return false };
        let tag = &mut self.tags[place];
        tag.text = if start == home { rightward } else { leftward };
        (tag.x, tag.width, tag.form) = (start, wide, form);
        (tag.mark, tag.band) = (mark, band);
        true
    }
}

/// The label at the left of its sign: the blank that parts a name from its sign at the other end.
fn turned(label: &str) -> String {
    label.strip_prefix(' ').map_or_else(|| label.to_owned(), |name| format!("{name} "))
}
