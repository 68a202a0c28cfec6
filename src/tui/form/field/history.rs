//! What stood in a field before each change, so that every one of them can be taken back.

/// Changes that are remembered.
const DEPTH: usize = 300;

/// A field at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub text: String,
    /// Line and place in the line.
    pub cursor: (usize, usize),
}

/// What kind of change it was: typing is taken back word by word, all else piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Letter,
    Space,
    Delete,
    Whole,
}

/// Both ways.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Moment>,
    future: Vec<Moment>,
    last: Option<Kind>,
}

impl History {
    /// Remembers what stood there before a change.
    pub fn note(&mut self, kind: Kind, before: Moment) {
        let goes_on = matches!(
            (self.last, kind),
            (Some(Kind::Letter | Kind::Space), Kind::Letter)
                | (Some(Kind::Space), Kind::Space)
                | (Some(Kind::Delete), Kind::Delete)
        );
        if !goes_on {
            self.past.push(before);
        }
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
        self.last = Some(kind);
    }

    /// What is typed from here on is taken back by itself.
    pub fn pause(&mut self) {
        self.last = None;
    }

    /// One change back.
    pub fn back(&mut self, now: Moment) -> Option<Moment> {
        let before = self.past.pop()?;
        self.future.push(now);
        self.last = None;
        Some(before)
    }

    /// The change that was taken back last, again.
    pub fn forth(&mut self, now: Moment) -> Option<Moment> {
        let after = self.future.pop()?;
        self.past.push(now);
        self.last = None;
        Some(after)
    }
}
