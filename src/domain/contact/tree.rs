//! Who reports to whom: a tree.

use super::Contact;
use crate::domain::cell::Id;

/// Whether somebody who reported to `chief` would, over all who stand between, report to himself.
#[must_use]
pub fn would_circle(people: &[Contact], person: Id, chief: Id) -> bool {
    let mut next = Some(chief);
    // A circle that came in from elsewhere must not hold us.
    for _ in 0..=people.len() {
        match next {
            None => return false,
            Some(id) if id == person => return true,
            Some(id) => {
                next = people.iter().find(|one| one.id == id).and_then(|one| one.reports_to);
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn people(chiefs: &[Option<i64>]) -> Vec<Contact> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let person = |(place, chief): (usize, &Option<i64>)| {
            let mut person = Contact::named("P", Some(Id(1)), day);
            person.id = Id(i64::try_from(place).expect("few") + 1);
            person.reports_to = chief.map(Id);
            person
        };
        chiefs.iter().enumerate().map(person).collect()
    }

    #[test]
    fn nobody_reports_to_himself_over_however_many() {
        // 1 ← 2 ← 3, 4 alone.
        let tree = people(&[None, Some(1), Some(2), None]);
        for (person, chief, circle) in
            [(1, 1, true), (1, 2, true), (1, 3, true), (3, 1, false), (4, 3, false), (1, 9, false)]
        {
            assert_eq!(would_circle(&tree, Id(person), Id(chief)), circle, "{person} to {chief}");
        }
    }

    #[test]
    fn a_circle_that_is_there_already_is_walked_once() {
        let tree = people(&[Some(2), Some(1), None]);
        assert!(!would_circle(&tree, Id(3), Id(1)));
        assert!(would_circle(&tree, Id(1), Id(2)));
    }
}
