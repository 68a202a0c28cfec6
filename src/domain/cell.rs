//! How a field of a record becomes one cell of a table, and back: the only bridge between the
//! domain's types and the store, which knows cells and no types.

use chrono::NaiveDate;
use std::borrow::Cow;

/// One cell. `Ref` is a whole number that names a record; negative ones name records that the
/// same commit adds (see [`super::change`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Ref(i64),
}

/// A cell that does not hold what its column promises: a damaged or foreign file.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{found} where {wanted} was expected")]
pub struct Misfit {
    pub wanted: &'static str,
    pub found: String,
}

impl Misfit {
    pub fn new(wanted: &'static str, found: &Value) -> Self {
        let found = match found {
            Value::Null => "nothing".to_owned(),
            Value::Int(n) | Value::Ref(n) => n.to_string(),
            Value::Real(x) => x.to_string(),
            Value::Text(text) => format!("“{text}”"),
        };
        Self { wanted, found }
    }
}

/// A cell as it lies in the file: a text is copied only by a type that keeps it.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen<'a> {
    Null,
    Int(i64),
    Real(f64),
    Text(Cow<'a, str>),
}

impl From<Seen<'_>> for Value {
    fn from(cell: Seen<'_>) -> Self {
        match cell {
            Seen::Null => Self::Null,
            Seen::Int(number) => Self::Int(number),
            Seen::Real(number) => Self::Real(number),
            Seen::Text(text) => Self::Text(text.into_owned()),
        }
    }
}

impl<'a> From<&'a Value> for Seen<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Int(number) | Value::Ref(number) => Self::Int(*number),
            Value::Real(number) => Self::Real(*number),
            Value::Text(text) => Self::Text(Cow::Borrowed(text)),
        }
    }
}

/// A type that fits one cell.
pub trait Cell: Sized {
    fn store(&self) -> Value;

    /// # Errors
    /// The cell holds another kind of value.
    fn load(value: Value) -> Result<Self, Misfit>;

    /// The same for a cell that is only looked at.
    ///
    /// # Errors
    /// The cell holds another kind of value.
    fn read(cell: Seen<'_>) -> Result<Self, Misfit> {
        Self::load(cell.into())
    }
}

/// Names a record of any table; negative while it waits for its number (see [`Value::Ref`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Id(pub i64);

impl Cell for Id {
    fn store(&self) -> Value {
        Value::Ref(self.0)
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Int(n) | Value::Ref(n) => Ok(Self(n)),
            other => Err(Misfit::new("a record number", &other)),
        }
    }
}

impl Cell for i64 {
    fn store(&self) -> Value {
        Value::Int(*self)
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Int(n) | Value::Ref(n) => Ok(n),
            other => Err(Misfit::new("a whole number", &other)),
        }
    }
}

impl Cell for f64 {
    fn store(&self) -> Value {
        Value::Real(*self)
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Real(x) => Ok(x),
            Value::Int(n) => Ok(n as f64),
            other => Err(Misfit::new("a number", &other)),
        }
    }
}

impl Cell for bool {
    fn store(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            other => Err(Misfit::new("yes or no", &other)),
        }
    }
}

impl Cell for String {
    fn store(&self) -> Value {
        Value::Text(self.clone())
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(Misfit::new("text", &other)),
        }
    }
}

/// Reads `2026-11-22` and nothing else; many thousands of them are read at a time.
#[must_use]
pub fn day(text: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

impl Cell for NaiveDate {
    fn store(&self) -> Value {
        Value::Text(self.format("%Y-%m-%d").to_string())
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match &value {
            Value::Text(text) => day(text.as_bytes()).ok_or_else(|| Misfit::new("a date", &value)),
            other => Err(Misfit::new("a date", other)),
        }
    }
    fn read(cell: Seen<'_>) -> Result<Self, Misfit> {
        match &cell {
            Seen::Text(text) => day(text.as_bytes()),
            _ => None,
        }
        .map_or_else(|| Self::load(cell.into()), Ok)
    }
}

impl<T: Cell> Cell for Option<T> {
    fn store(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::store)
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Null => Ok(None),
            other => T::load(other).map(Some),
        }
    }
    fn read(cell: Seen<'_>) -> Result<Self, Misfit> {
        match cell {
            Seen::Null => Ok(None),
            other => T::read(other).map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_ten_characters_and_real() {
        let read = |text: &str| day(text.as_bytes());
        assert_eq!(read("2026-11-22"), NaiveDate::from_ymd_opt(2026, 11, 22));
        assert_eq!(read("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
        for wrong in ["2026-02-29", "2026-11-2", "2026/11/22", "22.11.2026", "", "2026-1a-22"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
