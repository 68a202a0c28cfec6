//! Why a row, or a whole file, did not go in.

/// A row that was left out, or a file (without line).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Refusal {
    pub file: String,
    /// The first line of the row, counted from 1 in the file as it lies on the disk.
    pub line: Option<u64>,
    pub column: Option<String>,
    pub reason: String,
    pub hint: Option<String>,
}

impl Refusal {
    #[must_use]
    pub fn file(file: &str, why: Reason) -> Self {
        Self { file: file.to_owned(), line: None, column: None, reason: why.text, hint: why.hint }
    }
}

/// `Contact.csv, line 7, Email: no address (write it in full)`.
impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", {column}")?;
        }
        write!(f, ": {}", self.reason)?;
        if let Some(hint) = &self.hint {
            write!(f, " ({hint})")?;
        }
        Ok(())
    }
}

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub column: Option<String>,
    pub text: String,
    pub hint: Option<String>,
}

impl Reason {
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { column: None, text: text.into(), hint: None }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }

    /// The reason why the row at `line` of `file` was left out.
    #[must_use]
    pub fn at(self, file: &str, line: u64) -> Refusal {
        Refusal {
            file: file.to_owned(),
            line: Some(line),
            column: self.column,
            reason: self.text,
            hint: self.hint,
        }
    }
}
