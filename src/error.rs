//! What went wrong, said so that the person at the keyboard can do something about it.

/// The kind of an error; it decides the exit code of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was asked for makes no sense as written (exit 2).
    Usage,
    /// A file that came from elsewhere cannot be read (exit 3).
    Input,
    /// Nothing by that name (exit 4).
    NotFound,
    /// The book itself cannot be opened or trusted (exit 5).
    Book,
    /// The disk, the directory, the terminal (exit 6).
    System,
    /// Somebody else holds the book (exit 7).
    Busy,
}

impl Kind {
    /// The exit code of the command line.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Usage => 2,
            Self::Input => 3,
            Self::NotFound => 4,
            Self::Book => 5,
            Self::System => 6,
            Self::Busy => 7,
        }
    }
}

/// Kind, message and, where there is something to do, a hint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    pub kind: Kind,
    /// What, and where: one sentence without full stop.
    pub message: String,
    /// What to do: one sentence without full stop.
    pub hint: Option<String>,
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    #[must_use]
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// An error of the operating system while doing `what`.
    #[must_use]
    pub fn system(what: impl std::fmt::Display, error: &std::io::Error) -> Self {
        Self::new(Kind::System, format!("{what}: {error}"))
    }
}
