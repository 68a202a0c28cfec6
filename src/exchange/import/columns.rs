//! Which column of a file means what: a dialect's columns, and those the user named.

use super::dialect::{Dialect, Shape, same_column};
use super::field::{Field, Kind};
use super::refusal::Reason;
use super::table::Line;
use crate::error::{Error, Kind as ErrorKind, Result};
use std::collections::BTreeMap;

/// The columns of one file that mean something.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    pub kind: Kind,
    /// The source of external ids.
    pub source: String,
    /// As the preview names the dialect.
    pub dialect: String,
    /// Place in the header and the column's own name.
    pub places: Vec<(usize, String)>,
    /// The columns of a field by their own names; the first one with content counts.
    pub fields: Vec<(Field, Vec<String>)>,
    /// Their word → ours.
    pub words: Vec<(Field, BTreeMap<String, String>)>,
}

/// What the user said about the columns: `Column=field,…`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping(pub Vec<(String, Field)>);

impl Mapping {
    /// Reads `Column=field,Other column=field`; a comma inside a column's name may stay.
    ///
    /// # Errors
    /// A part without `=`, or a field that rows of this kind have not.
    pub fn parse(text: &str, kind: Kind) -> Result<Self> {
        let usage = |message: String| {
            let fields: Vec<&str> = kind.fields().iter().map(|field| field.word()).collect();
            Error::new(ErrorKind::Usage, message)
                .hint(format!("fields of {kind}: {}", fields.join(", ")))
        };
        let mut pairs = Vec::new();
        let mut column = String::new();
        for part in text.split(',') {
            column.push_str(part);
            if let Some((name, field)) = column.rsplit_once('=') {
                let found = Field::from_word(field)
                    .filter(|one| kind.fields().contains(one))
                    .ok_or_else(|| usage(format!("{kind} has no field “{}”", field.trim())))?;
                pairs.push((name.trim().to_owned(), found));
                column.clear();
            } else {
                column.push(',');
            }
        }
        if column.chars().any(|c| c != ',' && !c.is_whitespace()) {
            let rest = column.trim_end_matches(',');
            return Err(usage(format!("“{rest}” maps to nothing: write Column=field")));
        }
        Ok(Self(pairs))
    }
}

/// Records looked at to find the header under a preamble.
const HEADER_WITHIN: usize = 20;

/// Finds the header: its place among the lines, and what its columns mean.
///
/// # Errors
/// No line is a header that can be understood.
pub fn find(
    lines: &[Line],
    dialects: &[Dialect],
    plain: &Dialect,
    kind: Option<Kind>,
    mapping: &Mapping,
) -> std::result::Result<(usize, Columns), Reason> {
    let headers = || {
        lines.iter().take(HEADER_WITHIN).enumerate().map(|(place, line)| {
            (place, line.cells.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
        })
    };
    for (place, header) in headers() {
        for dialect in dialects {
            let wanted = |shape: &&Shape| kind.is_none_or(|kind| kind == shape.kind);
            let shape = dialect.shapes.iter().filter(wanted).find(|shape| shape.fits(&header));
            if let Some(shape) = shape {
                return columns(&header, dialect, shape, mapping).map(|found| (place, found));
            }
        }
    }
    if lines.is_empty() {
        return Err(Reason::new("the file holds only blank lines"));
    }
    let Some(kind) = kind else {
        let first = headers().next().map(|(_, header)| header.join(", ")).unwrap_or_default();
        let first: String = first.chars().take(120).collect();
        return Err(Reason::new(format!("columns not recognised: {first}"))
            .hint("trellis import FILE --as account says what the rows are (or contact, opportunity, task)"));
    };
    let Some(shape) = plain.shapes.iter().find(|shape| shape.kind == kind) else {
        return Err(Reason::new(format!("nothing is known about rows of kind {kind}")));
    };
    let mut first_fault = None;
    for (place, header) in headers() {
        match columns(&header, plain, shape, mapping) {
            Ok(found) => return Ok((place, found)),
            Err(fault) => first_fault = first_fault.or(Some(fault)),
        }
    }
    Err(first_fault.unwrap_or_else(|| Reason::new("the file holds no rows")))
}

fn columns(
    header: &[String],
    dialect: &Dialect,
    shape: &Shape,
    mapping: &Mapping,
) -> std::result::Result<Columns, Reason> {
    let mut found = Columns {
        kind: shape.kind,
        source: dialect.source.clone(),
        dialect: dialect.name.clone(),
        places: Vec::new(),
        fields: Vec::new(),
        words: shape.words.clone(),
    };
    let place_of = |name: &str| header.iter().position(|column| same_column(column, name));
    for (column, field) in &mapping.0 {
        let Some(place) = place_of(column) else {
            return Err(Reason::new(format!("no column “{column}”"))
                .hint(format!("the file has: {}", header.join(", "))));
        };
        found.add(*field, place, column);
    }
    for (field, names) in &shape.columns {
        if mapping.0.iter().any(|(_, mapped)| mapped == field) {
            continue;
        }
        for name in names {
            if let Some(place) = place_of(name)
                && !mapping.0.iter().any(|(column, _)| same_column(column, name))
            {
                found.add(*field, place, name);
            }
        }
    }
    let named = [Field::Name, Field::LastName, Field::FirstName];
    if !found.fields.iter().any(|(field, _)| named.contains(field)) {
        return Err(Reason::new("no column for the name").hint(format!(
            "trellis import FILE --mapping 'Column=name' says which one it is; the file has: {}",
            header.join(", ")
        )));
    }
    Ok(found)
}

impl Columns {
    fn add(&mut self, field: Field, place: usize, name: &str) {
        if !self.places.iter().any(|(_, known)| known == name) {
            self.places.push((place, name.to_owned()));
        }
        match self.fields.iter_mut().find(|(known, _)| *known == field) {
            Some((_, names)) => names.push(name.to_owned()),
            None => self.fields.push((field, vec![name.to_owned()])),
        }
    }

    /// The columns of a field.
    #[must_use]
    pub fn of(&self, field: Field) -> &[String] {
        self.fields
            .iter()
            .find(|(known, _)| *known == field)
            .map_or(&[], |(_, names)| names.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_read_with_commas_in_names() {
        let read = Mapping::parse("Firm, legal=name, Turnover (k)=turnover", Kind::Account);
        let expected = vec![
            ("Firm, legal".to_owned(), Field::Name),
            ("Turnover (k)".to_owned(), Field::Turnover),
        ];
        assert_eq!(read, Ok(Mapping(expected)));
        assert!(Mapping::parse("Firm", Kind::Account).is_err());
        let error = Mapping::parse("Firm=level", Kind::Account).expect_err("accounts have none");
        assert!(error.hint.is_some_and(|hint| hint.contains("turnover")));
    }

    #[test]
    fn the_header_is_found_below_a_preamble() {
        let lines = crate::exchange::import::table::lines("Notes:\n\nFirm,Town\nAcme,Bonn\n", b',');
        let mapping = Mapping::parse("Firm=name", Kind::Account).expect("a mapping");
        let plain = crate::exchange::import::dialect::plain().expect("ships");
        let (place, columns) =
            find(&lines, &[], &plain, Some(Kind::Account), &mapping).expect("a header");
        assert_eq!(place, 1);
        assert_eq!(columns.of(Field::Name), ["Firm"]);
        assert_eq!(columns.of(Field::City), ["town"]);
        let fault = find(&lines, &[], &plain, None, &Mapping::default()).expect_err("no kind");
        assert!(fault.hint.is_some_and(|hint| hint.contains("--as")));
    }
}
