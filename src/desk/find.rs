//! An account by the name that a person types.

use crate::domain::cell::Id;
use crate::domain::fold::{typed, written_out};
use crate::error::{Error, Kind, Result};
use crate::store::read::AccountName;

/// An account that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Found {
    pub id: Id,
    pub name: String,
}

/// How many candidates an error names.
const NAMED: usize = 6;

/// Whether a name answers to what was typed, both as they are compared.
type Test = fn(&str, &str) -> bool;

/// The account that `text` means: the whole name first, then its beginning, then the beginning of
/// one of its words, then any part; neither case nor accents matter, and `ue` is an `ü` as well.
/// Where accents alone tell two names apart, the one typed with its own is meant.
pub(super) fn find(text: &str, accounts: &[AccountName]) -> Result<Found> {
    let wanted = text.trim().to_lowercase();
    if wanted.is_empty() {
        return Err(Error::new(Kind::Usage, "which account is meant was not said"));
    }
    let tests: [Test; 4] = [
        |name, wanted| name == wanted,
        |name, wanted| name.starts_with(wanted),
        |name, wanted| {
            name.split(|sign: char| !sign.is_alphanumeric()).any(|word| word.starts_with(wanted))
        },
        |name, wanted| name.contains(wanted),
    ];
    let exact: Vec<&AccountName> =
        accounts.iter().filter(|one| one.name.to_lowercase() == wanted).collect();
    if let [one] = exact.as_slice() {
        return Ok(Found { id: one.id, name: one.name.clone() });
    }
    let wanted = typed(&wanted);
    let names: Vec<(&AccountName, String, Option<String>)> =
        accounts.iter().map(|one| (one, typed(&one.name), written_out(&one.name))).collect();
    for test in tests {
        let answers = |name: &String, other: &Option<String>| {
            test(name, &wanted) || other.as_ref().is_some_and(|other| test(other, &wanted))
        };
        let hits: Vec<&AccountName> = names
            .iter()
            .filter(|(_, name, other)| answers(name, other))
            .map(|(one, ..)| *one)
            .collect();
        match hits.as_slice() {
            [] => {}
            [one] => return Ok(Found { id: one.id, name: one.name.clone() }),
            several => {
                let mut names: Vec<&str> =
                    several.iter().take(NAMED).map(|one| one.name.as_str()).collect();
                if several.len() > NAMED {
                    names.push("…");
                }
                return Err(Error::new(
                    Kind::Usage,
                    format!("“{}” could be any of {} accounts", text.trim(), several.len()),
                )
                .hint(format!("say which: {}", names.join(", "))));
            }
        }
    }
    Err(Error::new(Kind::NotFound, format!("no account is called “{}”", text.trim()))
        .hint("trellis attention --all names them"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> Vec<AccountName> {
        ["Adatum", "Contoso", "Contoso Österreich", "Fourth Coffee", "Graphic Design"]
            .into_iter()
            .zip(1..)
            .map(|(name, id)| AccountName { id: Id(id), name: name.to_owned() })
            .collect()
    }

    #[test]
    fn the_closest_reading_of_a_name_wins() {
        let id = |text| find(text, &book()).map(|found| found.id.0).map_err(|error| error.kind);
        assert_eq!(id("contoso"), Ok(2), "a whole name beats a longer one");
        assert_eq!(id(" ADA "), Ok(1));
        assert_eq!(id("coff"), Ok(4), "the beginning of a word");
        assert_eq!(id("ÖSTER"), Ok(3));
        assert_eq!(id("oster"), Ok(3), "accents are not needed");
        assert_eq!(id("contoso oesterreich"), Ok(3));
        assert_eq!(id("aphic"), Ok(5));
        assert_eq!(id("nobody"), Err(Kind::NotFound));
        assert_eq!(id("  "), Err(Kind::Usage));
    }

    #[test]
    fn two_candidates_are_named_and_neither_is_taken() {
        let error = find("conto", &book()).expect_err("two begin so");
        assert_eq!(error.kind, Kind::Usage);
        assert_eq!(error.hint.as_deref(), Some("say which: Contoso, Contoso Österreich"));
    }
}
