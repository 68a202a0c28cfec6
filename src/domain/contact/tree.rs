//! Who reports to whom: a tree.

use super::Contact;
use crate::domain::cell::Id;
use chrono::NaiveDate;

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

/// One line of the tree as it is read from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    pub person: Id,
    /// Whether further ones follow on the same level, from the top down to the person; empty at
    /// the top.
    pub follow: Vec<bool>,
}

/// Who reports to whom, from the top: everybody who is connected, then those who are not. Who is
/// gone stands in it while somebody who is here still reports to them.
#[must_use]
pub fn read(people: &[Contact], today: NaiveDate) -> (Vec<Branch>, Vec<Id>) {
    let here = |one: &&Contact| one.active_on(today);
    let chief_of = |one: &Contact| {
        let chief = people.iter().find(|chief| Some(chief.id) == one.reports_to)?;
        (chief.id != one.id).then_some(chief.id)
    };
    let has_reports =
        |one: &Contact| people.iter().filter(here).any(|other| chief_of(other) == Some(one.id));
    let mut stand: Vec<&Contact> =
        people.iter().filter(|one| here(one) || has_reports(one)).collect();
    stand.sort_by(|a, b| {
        let key = |one: &Contact| (one.level.is_none(), one.level, one.id);
        key(a).cmp(&key(b))
    });
    let above =
        |one: &Contact| chief_of(one).filter(|chief| stand.iter().any(|other| other.id == *chief));
    let mut branches: Vec<Branch> = Vec::new();
    let leads = |one: &Contact| stand.iter().any(|other| above(other) == Some(one.id));
    for top in stand.iter().filter(|one| above(one).is_none() && leads(one)) {
        // The last of these is read next.
        let mut waiting = vec![Branch { person: top.id, follow: Vec::new() }];
        while let Some(next) = waiting.pop() {
            let below: Vec<Id> = stand
                .iter()
                .filter(|one| above(one) == Some(next.person))
                .map(|one| one.id)
                .collect();
            for (place, person) in below.iter().enumerate().rev() {
                let mut follow = next.follow.clone();
                follow.push(place + 1 < below.len());
                waiting.push(Branch { person: *person, follow });
            }
            branches.push(next);
        }
    }
    // A circle that came in from elsewhere has no top: whoever is in it is not connected.
    let loose = stand.iter().map(|one| one.id);
    let loose = loose.filter(|id| !branches.iter().any(|branch| branch.person == *id)).collect();
    (branches, loose)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    fn read_on_the_day(people: &[Contact]) -> (Vec<(i64, Vec<bool>)>, Vec<i64>) {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let (branches, loose) = read(people, day);
        let branches = branches.into_iter().map(|one| (one.person.0, one.follow)).collect();
        (branches, loose.into_iter().map(|one| one.0).collect())
    }

    #[test]
    fn the_tree_is_read_from_the_top_and_who_stands_alone_comes_last() {
        // 1 ← 2 ← 4, 1 ← 3; 5 alone.
        let tree = people(&[None, Some(1), Some(1), Some(2), None]);
        let (branches, loose) = read_on_the_day(&tree);
        assert_eq!(
            branches,
            [(1, vec![]), (2, vec![true]), (4, vec![true, false]), (3, vec![false])]
        );
        assert_eq!(loose, [5]);
    }

    #[test]
    fn who_left_stands_in_the_tree_while_somebody_reports_to_them() {
        let mut tree = people(&[None, Some(1), Some(2)]);
        tree[1].left_on = NaiveDate::from_ymd_opt(2026, 11, 1);
        let (branches, _) = read_on_the_day(&tree);
        assert_eq!(branches.iter().map(|one| one.0).collect::<Vec<_>>(), [1, 2, 3]);
        tree[2].left_on = tree[1].left_on;
        assert_eq!(read_on_the_day(&tree), (vec![], vec![1]));
    }

    #[test]
    fn those_in_a_circle_are_not_connected() {
        let tree = people(&[Some(2), Some(1), Some(2), Some(4)]);
        assert_eq!(read_on_the_day(&tree), (vec![], vec![1, 2, 3, 4]));
    }
}
