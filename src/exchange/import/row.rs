//! The cells of one row by what they mean.

use super::amount::{Decimals, amount};
use super::columns::Columns;
use super::day::{Told, day, order_of};
use super::field::Field;
use super::file::Line;
use super::refusal::Reason;
use super::{Options, table};
use crate::domain::money::{Currency, Money};
use crate::domain::when::Order;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Column → cell, of the columns that mean something and the cells that hold something. What is
/// kept of a row to tell next time whether the file says something new.
pub type Cells = BTreeMap<String, String>;

/// The cells of a line.
#[must_use]
pub fn cells(line: &table::Line, columns: &Columns) -> Cells {
    columns
        .places
        .iter()
        .filter_map(|(place, name)| {
            let cell = line.cells.get(*place)?.trim();
            (!cell.is_empty()).then(|| (name.clone(), cell.to_owned()))
        })
        .collect()
}

/// How the cells of one file are read.
#[derive(Clone, Debug)]
pub struct Manner<'a> {
    pub columns: &'a Columns,
    /// By column, where its cells need it.
    pub orders: Vec<(String, Told)>,
    /// By column, of its amounts.
    pub decimals: Vec<(String, Decimals)>,
    /// For columns that do not tell.
    pub default_order: Order,
    /// For amounts that name none.
    pub currency: Currency,
}

impl<'a> Manner<'a> {
    /// Looks at all rows to learn how each column writes its days and its amounts.
    #[must_use]
    pub fn learn(columns: &'a Columns, rows: &[Line], options: &Options) -> Self {
        let (mut orders, mut decimals) = (Vec::new(), Vec::new());
        for (field, names) in &columns.fields {
            for name in names {
                let cells = rows.iter().filter_map(|row| row.cells.get(name)).map(String::as_str);
                if field.is_day() {
                    orders.push((name.clone(), order_of(cells)));
                } else if field.is_amount() {
                    decimals.push((name.clone(), Decimals::told(cells)));
                }
            }
        }
        let (default_order, currency) = (options.day_order, options.currency);
        Self { columns, orders, decimals, default_order, currency }
    }
}

/// A row under the manner of its file.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub cells: &'a Cells,
    pub manner: &'a Manner<'a>,
}

impl<'a> Row<'a> {
    /// Column and cell of a field: the first column with content.
    fn cell(&self, field: Field) -> Option<(&'a str, &'a str)> {
        self.manner.columns.of(field).iter().find_map(|name| {
            self.cells.get_key_value(name).map(|(name, cell)| (name.as_str(), cell.as_str()))
        })
    }

    /// What is known of the row now: its cells, and of columns that this file has not, what was
    /// seen before.
    #[must_use]
    pub fn over(&self, seen: &Cells) -> Cells {
        let here = |column: &str| self.manner.columns.places.iter().any(|(_, name)| name == column);
        let mut cells = self.cells.clone();
        for (column, cell) in seen.iter().filter(|(column, _)| !here(column)) {
            cells.insert(column.clone(), cell.clone());
        }
        cells
    }

    /// As it stands in the file, line ends and all.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<String> {
        self.cell(field).map(|(_, cell)| cell.to_owned())
    }

    /// On one line.
    #[must_use]
    pub fn line(&self, field: Field) -> Option<String> {
        self.cell(field).map(|(_, cell)| cell.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The column that a reason about this field names: the one with content, else the first.
    #[must_use]
    pub fn column(&self, field: Field) -> &str {
        self.cell(field)
            .map(|(name, _)| name)
            .or_else(|| self.manner.columns.of(field).first().map(String::as_str))
            .unwrap_or(field.word())
    }

    /// # Errors
    /// The cell is no day.
    pub fn day(&self, field: Field) -> Result<Option<NaiveDate>, Reason> {
        let Some((name, cell)) = self.cell(field) else { return Ok(None) };
        let told =
            self.manner.orders.iter().find(|(column, _)| column == name).map(|(_, told)| *told);
        let order = match told {
            Some(Told::Order(order)) => order,
            _ => self.manner.default_order,
        };
        day(cell, order).map(Some).ok_or_else(|| {
            Reason::new(format!("“{}” is no day", shorten(cell)))
                .column(name)
                .hint("write it as 2026-11-22")
        })
    }

    /// # Errors
    /// The cell is no whole number.
    pub fn whole(&self, field: Field) -> Result<Option<i64>, Reason> {
        let Some((name, cell)) = self.cell(field) else { return Ok(None) };
        let plain: String = cell.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
        let whole = plain.strip_suffix(".0").unwrap_or(&plain).replace(',', "");
        whole.parse().map(Some).map_err(|_| {
            Reason::new(format!("“{}” is no whole number", shorten(cell))).column(name)
        })
    }

    /// A share in percent, rounded to whole ones.
    ///
    /// # Errors
    /// The cell is no share between 0 and 100.
    pub fn percent(&self, field: Field) -> Result<Option<i64>, Reason> {
        let Some((name, cell)) = self.cell(field) else { return Ok(None) };
        let plain = cell.trim_end_matches('%').trim();
        let share = plain.parse::<f64>().ok().map(f64::round);
        match share.filter(|share| (0.0..=100.0).contains(share)) {
            Some(share) => Ok(Some(share as i64)),
            None => Err(Reason::new(format!("“{}” is no share in percent", shorten(cell)))
                .column(name)
                .hint("a number from 0 to 100")),
        }
    }

    /// An amount in the currency that its cell, else the row, else the file's manner names.
    ///
    /// # Errors
    /// The cell is no amount, or the currency no code.
    pub fn amount(&self, field: Field) -> Result<Option<Money>, Reason> {
        let Some((name, cell)) = self.cell(field) else { return Ok(None) };
        let currency = match self.cell(Field::Currency) {
            None => self.manner.currency,
            Some((column, code)) => Currency::from_code(code).ok_or_else(|| {
                Reason::new(format!("“{}” is no currency code", shorten(code)))
                    .column(column)
                    .hint("three letters, as EUR")
            })?,
        };
        let told = self.manner.decimals.iter().find(|(column, _)| column == name);
        amount(cell, currency, told.map_or(Decimals::Untold, |(_, told)| *told))
            .map(Some)
            .map_err(|text| Reason::new(text).column(name).hint("write it as 1234.56"))
    }

    /// # Errors
    /// The cell says neither yes nor no.
    pub fn yes(&self, field: Field) -> Result<Option<bool>, Reason> {
        let Some((name, cell)) = self.cell(field) else { return Ok(None) };
        match cell.to_lowercase().as_str() {
            "true" | "yes" | "y" | "1" | "x" => Ok(Some(true)),
            "false" | "no" | "n" | "0" => Ok(Some(false)),
            _ => Err(Reason::new(format!("“{}” is neither yes nor no", shorten(cell)))
                .column(name)
                .hint("write true or false")),
        }
    }

    /// One of our words: by the dialect's list, else as it stands.
    ///
    /// # Errors
    /// The cell holds no such word.
    pub fn word<T: Copy + std::fmt::Display>(
        &self,
        field: Field,
        all: &[T],
        from_word: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Reason> {
        let Some((name, cell)) = self.cell(field) else { return Ok(None) };
        let words = self.manner.columns.words.iter().find(|(known, _)| *known == field);
        let listed = |wanted: &str| {
            words
                .and_then(|(_, map)| map.iter().find(|(word, _)| word.eq_ignore_ascii_case(wanted)))
                .and_then(|(_, ours)| from_word(ours))
        };
        listed(cell).or_else(|| from_word(cell)).or_else(|| listed("*")).map(Some).ok_or_else(
            || {
                let known: Vec<String> = all.iter().map(ToString::to_string).collect();
                Reason::new(format!("“{}” is no {field}", shorten(cell)))
                    .column(name)
                    .hint(format!("one of: {}", known.join(", ")))
            },
        )
    }
}

/// The start of a cell, for a message.
fn shorten(cell: &str) -> String {
    let mut short: String = cell.chars().take(40).collect();
    if cell.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}
