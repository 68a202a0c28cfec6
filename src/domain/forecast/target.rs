//! What a quarter is to bring: a figure of the book's own, one for each quarter that has one.

use super::quarter::Quarter;
use crate::domain::book::setting::{self, Setting};
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::money::{Currency, Money};

/// The key of its setting.
#[must_use]
pub fn key(quarter: Quarter) -> String {
    format!("target {quarter}")
}

/// The setting of a quarter among those of the book.
#[must_use]
pub fn of(quarter: Quarter, settings: &[Setting]) -> Option<&Setting> {
    let key = key(quarter);
    settings.iter().find(|one| one.key == key)
}

/// What a setting says: `120000000 EUR`, in minor units.
#[must_use]
pub fn read(setting: &Setting) -> Option<Money> {
    let (minor, code) = setting.content.split_once(' ')?;
    Some(Money { minor: minor.parse().ok()?, currency: Currency::from_code(code)? })
}

/// The changes that make it another one, or none at all; nothing where nothing differs.
#[must_use]
pub fn written(
    old: Option<&Setting>,
    quarter: Quarter,
    target: Option<Money>,
) -> (Vec<Change>, Vec<Expected>) {
    let content = target.map(|target| format!("{} {}", target.minor, target.currency));
    let held = [setting::Field::Content(String::new())];
    let expected = old.map(|old| old.expects(&held)).unwrap_or_default();
    let change: Change = match (old, content) {
        (None, None) => return Default::default(),
        (Some(old), Some(content)) if old.content == content => return Default::default(),
        (Some(old), Some(content)) => {
            let fields = vec![setting::Field::Content(content)];
            setting::Change::Edited { id: old.id, fields }.into()
        }
        (Some(old), None) => setting::Change::Removed(old.id).into(),
        (None, Some(content)) => {
            setting::Change::Added(Setting { id: Id(0), key: key(quarter), content }).into()
        }
    };
    (vec![change], expected)
}

/// The step of the journal: `Target of Q4 2026: €1.20M`.
#[must_use]
pub fn label(quarter: Quarter, target: Option<Money>) -> String {
    match target {
        Some(target) => format!("Target of {}: {}", quarter.title(), target.signed_short()),
        None => format!("Target of {} taken away", quarter.title()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal::trial::today;

    const EUROS: Money = Money { minor: 120_000_000, currency: Currency::EUR };

    #[test]
    fn a_target_is_written_changed_and_taken_away() {
        let quarter = Quarter::of(today());
        let (added, expected) = written(None, quarter, Some(EUROS));
        assert!(expected.is_empty());
        let [Change::Setting(setting::Change::Added(setting))] = added.as_slice() else {
            panic!("{added:?}")
        };
        let setting = Setting { id: Id(3), ..setting.clone() };
        assert_eq!((setting.key.as_str(), read(&setting)), ("target 2026-Q4", Some(EUROS)));
        let all = [setting.clone()];
        assert_eq!(of(quarter, &all), Some(&setting));
        assert_eq!(of(quarter.next(), &all), None);
        assert_eq!(written(Some(&setting), quarter, Some(EUROS)), Default::default());
        let less = Money { minor: 5, ..EUROS };
        let (changes, expected) = written(Some(&setting), quarter, Some(less));
        let fields = vec![setting::Field::Content("5 EUR".to_owned())];
        assert_eq!(changes, [setting::Change::Edited { id: Id(3), fields }.into()]);
        assert_eq!(expected.len(), 1);
        let (changes, _) = written(Some(&setting), quarter, None);
        assert_eq!(changes, [setting::Change::Removed(Id(3)).into()]);
        assert_eq!(written(None, quarter, None), Default::default());
        assert_eq!(label(quarter, Some(EUROS)), "Target of Q4 2026: €1.20M");
        let broken = Setting { content: "much".to_owned(), ..setting };
        assert_eq!(read(&broken), None);
    }
}
