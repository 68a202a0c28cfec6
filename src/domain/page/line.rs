//! The lines of a page, as whoever draws or prints them needs to know them.

use super::Entry;

/// How a word is meant; what it looks like is the theme's matter. Each state has a word or a sign
/// beside it, so that nothing is told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    #[default]
    Text,
    Strong,
    Dim,
    Risk,
    Watch,
    Healthy,
}

/// Words of one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub tone: Tone,
}

impl Span {
    #[must_use]
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }

    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Text)
    }

    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Strong)
    }

    #[must_use]
    pub fn dim(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Dim)
    }
}

/// One cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub spans: Vec<Span>,
    /// Columns; 0: what the others leave.
    pub width: u16,
    /// Flush to the right, as figures are.
    pub right: bool,
    /// From how many columns of the page on it is shown; 0: always.
    pub from: u16,
}

/// How a line is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The name of a part, and its figure.
    Title(Vec<Span>),
    /// A label in its own column, then facts, the weightiest first: those without room fall away
    /// from the end. An empty label goes on under the one above.
    Fact { label: String, spans: Vec<Span> },
    /// Cells under each other.
    Row(Vec<Cell>),
    /// Running text, wrapped.
    Prose(Span),
    /// A breath; none where room is short.
    Gap,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub shape: Shape,
    /// What can be done on it; a line without cannot be chosen.
    pub entry: Option<Entry>,
}

impl Line {
    #[must_use]
    pub const fn new(shape: Shape) -> Self {
        Self { shape, entry: None }
    }

    /// A part begins.
    #[must_use]
    pub fn title(text: impl Into<String>) -> Self {
        Self::new(Shape::Title(vec![Span::strong(text)]))
    }

    #[must_use]
    pub fn fact(label: impl Into<String>, spans: Vec<Span>) -> Self {
        Self::new(Shape::Fact { label: label.into(), spans })
    }

    #[must_use]
    pub fn prose(text: impl Into<String>) -> Self {
        Self::new(Shape::Prose(Span::dim(text)))
    }

    #[must_use]
    pub const fn row(cells: Vec<Cell>) -> Self {
        Self::new(Shape::Row(cells))
    }

    #[must_use]
    pub const fn gap() -> Self {
        Self::new(Shape::Gap)
    }

    /// Makes it one that can be chosen.
    #[must_use]
    pub fn with(mut self, entry: Entry) -> Self {
        self.entry = Some(entry);
        self
    }
}
