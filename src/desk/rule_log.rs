//! Remembers in the book by which rules it was judged, and what was changed in them.

use super::Reading;
use crate::domain::rules::{RuleChange, Rules, Setting, changes};
use crate::error::Result;
use crate::store::{Tx, read};
use chrono::NaiveDate;

/// Its key in the book.
const KEY: &str = "rules";

/// Notes the rules that a day is judged by, and what is new in them.
pub(super) fn note(tx: &Tx, rules: &Rules, day: NaiveDate) -> Result<()> {
    for change in unnoted(tx, rules, day)? {
        read::rule_change::keep(tx.connection(), &change)?;
    }
    read::set_mark(tx.connection(), KEY, &serde_json::json!(rules.settings()).to_string())
}

/// What is new in the rules since the book was last judged and kept.
fn unnoted(tx: &Tx, rules: &Rules, day: NaiveDate) -> Result<Vec<RuleChange>> {
    let noted: Option<Vec<Setting>> =
        read::mark(tx.connection(), KEY)?.and_then(|text| serde_json::from_str(&text).ok());
    // Without a note, or with one that cannot be read, these are the first rules.
    let told = noted.map_or_else(Vec::new, |then| changes(&then, &rules.settings()));
    Ok(told.into_iter().map(|sentence| RuleChange { on_date: day, sentence }).collect())
}

impl Reading {
    /// What was changed in the rules after a day up to today, oldest first; what was changed since
    /// the list was last kept is of today.
    ///
    /// # Errors
    /// The book cannot be read.
    pub fn rule_changes(&self, after: NaiveDate, today: NaiveDate) -> Result<Vec<RuleChange>> {
        self.store.read(|tx| {
            let mut told = read::rule_change::between(tx.connection(), after, today)?;
            told.extend(unnoted(tx, &self.rules, today)?);
            Ok(told)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::desk::Act;
    use crate::desk::Desk;
    use crate::desk::sample::{book, day, now};
    use crate::domain::account::own_score::{self, Factor, OwnScore};
    use crate::domain::cell::Id;
    use crate::domain::rules::Rules;
    use crate::domain::rules::limit::Limit;

    fn scored(account: Id, factor: Factor, points: i64) -> crate::domain::change::Change {
        own_score::Change::Added(OwnScore {
            id: Id(-1),
            account_id: account,
            factor,
            points,
            on_date: day(5),
            reason: None,
        })
        .into()
    }

    #[test]
    fn other_rules_are_remembered_once_and_marked_where_they_moved_a_score() {
        let (_directory, mut desk) = book(3);
        let id = Id(2);
        for (factor, points) in [(Factor::Usage, 9), (Factor::Pulse, 3), (Factor::Goals, 3)] {
            desk.commit(&Act::edit("Score", Some(id)), &[scored(id, factor, points)], now(5))
                .expect("a commit");
        }
        let path = desk.path().to_owned();
        drop(desk);
        let none: Vec<crate::domain::rules::RuleChange> = Vec::new();
        let history = |desk: &Desk, on: u32| {
            let records = desk.dossier(id, day(on)).expect("a dossier").records;
            let points = records.history.iter();
            let since = points.filter(|point| point.on_date >= day(5));
            since.map(|point| (point.on_date, point.rules_changed)).collect::<Vec<_>>()
        };

        let mut rules = Rules::default().with(Limit::RotDays, 547.0);
        rules.weights[5].1[3] = 60.0;
        let mut desk = Desk::open(&path, rules.clone(), now(9).at).expect("opened");
        let told = desk.rule_changes(day(1), day(9)).expect("read");
        assert_eq!(told.len(), 2, "not kept yet, and told: {told:?}");
        desk.assess_all(now(9)).expect("judged");
        desk.assess_all(now(10)).expect("judged");
        let told = desk.rule_changes(day(1), day(30)).expect("read");
        let told: Vec<_> = told.iter().map(|one| (one.on_date, one.sentence.as_str())).collect();
        assert_eq!(told, [(day(9), "rot days 548 d → 547 d"), (day(9), "weight of Usage 20 → 60")]);
        assert_eq!(desk.rule_changes(day(9), day(30)).expect("read"), none, "after the ninth");
        assert_eq!(history(&desk, 10), [(day(5), false), (day(9), true)]);
        desk.commit(&Act::edit("Score", Some(id)), &[scored(id, Factor::Pulse, 9)], now(12))
            .expect("a commit");
        assert_eq!(history(&desk, 12), [(day(5), false), (day(9), true), (day(12), false)]);
    }
}
