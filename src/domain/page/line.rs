//! The lines of a page, as whoever draws or prints them needs to know them.

use super::{Entry, Ground, Link};

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

    #[must_use]
    pub fn risk(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Risk)
    }

    #[must_use]
    pub fn watch(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Watch)
    }

    #[must_use]
    pub fn healthy(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Healthy)
    }

    /// The next fact of a line, with the sign that stands between two: it is left out as a whole
    /// where there is no room for it, with the spans that follow it.
    #[must_use]
    pub fn next(text: &str, tone: Tone) -> Self {
        Self::new(format!(" · {text}"), tone)
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

impl Cell {
    /// Text that begins at the left of so many columns; a column stays free after it.
    #[must_use]
    pub const fn left(width: u16, spans: Vec<Span>) -> Self {
        Self { spans, width, right: false, from: 0 }
    }

    /// A figure that ends at the right of so many columns.
    #[must_use]
    pub const fn right(width: u16, spans: Vec<Span>) -> Self {
        Self { spans, width, right: true, from: 0 }
    }

    /// What the others leave.
    #[must_use]
    pub const fn rest(spans: Vec<Span>) -> Self {
        Self::left(0, spans)
    }

    /// Shown where the page has so many columns, and left out on a narrower one. A tab has 58 of
    /// them on a screen of 80, 71 on one of 120.
    #[must_use]
    pub fn from(self, columns: u16) -> Self {
        Self { from: columns, ..self }
    }
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

    /// A part begins, its figure beside its name.
    #[must_use]
    pub fn part(text: impl Into<String>, figure: Vec<Span>) -> Self {
        let mut spans = vec![Span::strong(text), Span::text("  ")];
        spans.extend(figure);
        Self::new(Shape::Title(spans))
    }

    /// A new record can be written here: `+ first answer`.
    #[must_use]
    pub fn offer(says: &str, link: Link, topic: &'static str) -> Self {
        let cell = Cell::rest(vec![Span::dim(format!("+ {says}"))]);
        let mut entry = Entry::record(link, Ground::new(says, topic));
        entry.key = format!("new {}", entry.key);
        Self::row(vec![cell]).with(entry)
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
