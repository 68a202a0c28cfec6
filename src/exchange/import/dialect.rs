//! The dialects of other programs, read from `assets/dialects`: how their files are recognised,
//! what their columns mean, and which of their words are which of ours.

use super::field::{Field, Kind};
use crate::error::{Error, Kind as ErrorKind, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One program's way to write its records.
#[derive(Clone, Debug, PartialEq)]
pub struct Dialect {
    /// The source of its external ids.
    pub source: String,
    /// As the preview names it.
    pub name: String,
    pub shapes: Vec<Shape>,
}

/// One kind of file in a dialect.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub kind: Kind,
    /// Of each line one column must be in the header.
    pub marks: Vec<Vec<String>>,
    /// None of these may be.
    pub never: Vec<String>,
    /// The columns of a field; the first one with content counts.
    pub columns: Vec<(Field, Vec<String>)>,
    /// Their word → ours; `*` stands for any other.
    pub words: Vec<(Field, BTreeMap<String, String>)>,
}

impl Shape {
    /// The header is of this shape.
    #[must_use]
    pub fn fits(&self, header: &[String]) -> bool {
        let has = |column: &String| header.iter().any(|one| same_column(one, column));
        !self.marks.is_empty()
            && self.marks.iter().all(|any| any.iter().any(has))
            && !self.never.iter().any(has)
    }
}

/// Names of columns are compared without case; spaces and underscores part words alike.
#[must_use]
pub fn same_column(one: &str, other: &str) -> bool {
    fold_column(one) == fold_column(other)
}

fn fold_column(name: &str) -> String {
    name.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[derive(Deserialize)]
struct DialectFile {
    source: String,
    name: String,
    file: Vec<ShapeFile>,
}

#[derive(Deserialize)]
struct ShapeFile {
    kind: String,
    marks: Vec<Vec<String>>,
    never: Vec<String>,
    columns: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    words: BTreeMap<String, BTreeMap<String, String>>,
}

/// The dialects that are recognised by their headers.
///
/// # Errors
/// A dialect that ships with the program is damaged.
pub fn recognised() -> Result<Vec<Dialect>> {
    Ok(vec![parse("salesforce", include_str!("../../../assets/dialects/salesforce.toml"))?])
}

/// The names that people give to columns, for a table whose kind the user has told.
///
/// # Errors
/// The dialect that ships with the program is damaged.
pub fn plain() -> Result<Dialect> {
    parse("plain", include_str!("../../../assets/dialects/plain.toml"))
}

fn parse(file: &str, text: &str) -> Result<Dialect> {
    let damaged = |what: String| Error::new(ErrorKind::Input, format!("dialect {file}: {what}"));
    let read: DialectFile = toml::from_str(text).map_err(|error| damaged(error.to_string()))?;
    let field = |name: &str, kind: Kind| {
        Field::from_word(name)
            .filter(|field| kind.fields().contains(field))
            .ok_or_else(|| damaged(format!("{kind} has no field “{name}”")))
    };
    let mut shapes = Vec::new();
    for shape in read.file {
        let kind = Kind::from_word(&shape.kind)
            .ok_or_else(|| damaged(format!("no kind “{}”", shape.kind)))?;
        let mut columns = Vec::new();
        for (name, names) in shape.columns {
            columns.push((field(&name, kind)?, names));
        }
        let mut words = Vec::new();
        for (name, map) in shape.words {
            words.push((field(&name, kind)?, map));
        }
        shapes.push(Shape { kind, marks: shape.marks, never: shape.never, columns, words });
    }
    Ok(Dialect { source: read.source, name: read.name, shapes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_can_be_read() {
        assert_eq!(recognised().map(|all| all.len()), Ok(1));
        assert_eq!(plain().map(|plain| plain.shapes.len()), Ok(Kind::ALL.len()));
    }

    #[test]
    fn headers_are_told_apart_in_any_case() {
        let salesforce = recognised().expect("ships").remove(0);
        let kind = |header: &str| {
            let header: Vec<String> = header.split(',').map(str::to_owned).collect();
            salesforce.shapes.iter().find(|shape| shape.fits(&header)).map(|shape| shape.kind)
        };
        assert_eq!(kind("ID,NAME,TYPE,BILLINGCITY"), Some(Kind::Account));
        assert_eq!(kind("Account Name,BillingStreet"), Some(Kind::Account));
        assert_eq!(kind("Id,AccountId,LastName,FirstName,Name"), Some(Kind::Contact));
        assert_eq!(kind("Id,Name,StageName,Amount,CloseDate"), Some(Kind::Opportunity));
        assert_eq!(kind("Id,WhoId,WhatId,Subject,ActivityDate,Status"), Some(Kind::Task));
        // A lead is nobody's contact yet; a case is no task.
        assert_eq!(kind("Id,LastName,FirstName,Company,IsConverted"), None);
        assert_eq!(kind("Id,CaseNumber,ContactId,Subject,Status"), None);
        assert_eq!(kind("column1,column2"), None);
    }

    #[test]
    fn a_damaged_dialect_names_its_fault() {
        let text = "source='x'\nname='x'\n[[file]]\nkind='account'\nmarks=[]\nnever=[]\n\
                    [file.columns]\n'shoe size'=['Shoe']";
        let error = parse("x", text).expect_err("no such field");
        assert!(error.message.contains("shoe size"), "{error}");
    }
}
