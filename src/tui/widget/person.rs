//! People in few columns: `A. Ruiz`, `CFO`, and the sign that says what matters of them.

pub use crate::domain::contact::name::short_name;

use crate::domain::contact::{Contact, Role};
use crate::text;

/// The short name, or where that is too wide the family name alone: `Brandt`.
#[must_use]
pub fn fitting_name(name: &str, columns: usize) -> String {
    let short = short_name(name);
    if text::width(&text::shown(&short)) <= columns {
        return short;
    }
    match short.split_once(". ") {
        Some((_, family)) => family.to_owned(),
        None => short,
    }
}

/// What a title's telling word becomes.
const TITLES: &[(&str, &str)] = &[
    ("managing director", "MD"),
    ("vice president", "VP"),
    ("president", "Pres"),
    ("founder", "Founder"),
    ("owner", "Owner"),
    ("director", "Dir"),
    ("head", "Head"),
    ("manager", "Mgr"),
    ("lead", "Lead"),
    ("engineer", "Eng"),
];

/// `CFO` for Chief Financial Officer, `Dir` for Director of Operations; else the first word.
#[must_use]
pub fn short_title(title: &str) -> String {
    let title = title.trim();
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    if words.first() == Some(&"chief") && words.contains(&"officer") {
        let letters = words.iter().filter(|word| word.chars().count() > 3);
        return letters
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect();
    }
    let first = title.split([' ', ',', '/']).next().unwrap_or_default();
    if first.chars().count() <= 4 && first.chars().all(char::is_uppercase) {
        return first.to_owned();
    }
    let senior = if lower.starts_with("senior vice president") { "S" } else { "" };
    TITLES
        .iter()
        .find(|(word, _)| lower.contains(word))
        .map_or_else(|| first.to_owned(), |(_, short)| format!("{senior}{short}"))
}

/// `✕` left, `★` champion, `$` economic buyer.
#[must_use]
pub fn sign(contact: &Contact) -> &'static str {
    if contact.left_on.is_some() {
        "✕"
    } else if contact.roles.has(Role::Champion) {
        "★"
    } else if contact.roles.has(Role::EconomicBuyer) {
        "$"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_seat_keeps_the_family_name() {
        assert_eq!(fitting_name("Gerd Brandt", 9), "G. Brandt");
        assert_eq!(fitting_name("Gerd Brandt", 8), "Brandt");
        assert_eq!(fitting_name("Madonna", 3), "Madonna");
    }

    #[test]
    fn titles_keep_their_telling_word() {
        for (title, short) in [
            ("Chief Financial Officer", "CFO"),
            ("CFO", "CFO"),
            ("CFO, EMEA", "CFO"),
            ("Director of Operations", "Dir"),
            ("Senior Vice President Sales", "SVP"),
            ("Head of IT", "Head"),
            ("Product Manager", "Mgr"),
            ("Analyst", "Analyst"),
        ] {
            assert_eq!(short_title(title), short);
        }
    }
}
