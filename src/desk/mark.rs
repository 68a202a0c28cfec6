//! The note under which the last judging of the whole book is kept.

use crate::domain::account::own_score::Factor;
use crate::domain::around::{Around, Floor};
use crate::domain::cell::Id;
use crate::domain::rules::Rules;
use crate::domain::signal::table::rule;
use crate::domain::standing::BookLine;
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Its key in the book.
pub(super) const KEY: &str = "judged";

/// What holds for the list as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Mark {
    pub day: Option<NaiveDate>,
    /// Of the rules and of the program that judged.
    pub rules: String,
    /// The newest step of the journal that it has seen.
    pub step: i64,
    pub around: Around,
    pub lines: Vec<BookLine>,
    pub now_total: usize,
}

/// Tells two sets of rules apart, and two versions of the program.
pub(super) fn fingerprint(rules: &Rules) -> String {
    let mut hasher = DefaultHasher::new();
    format!("{rules:?}").hash(&mut hasher);
    format!("{}:{:016x}", env!("CARGO_PKG_VERSION"), hasher.finish())
}

impl Mark {
    pub(super) fn write(&self) -> String {
        json!({
            "day": self.day,
            "rules": self.rules,
            "step": self.step,
            "around": self.around,
            "lines": self.lines,
            "now": self.now_total,
        })
        .to_string()
    }

    /// Reads what [`Self::write`] wrote; what cannot be read is as if it had never been judged.
    pub(super) fn read(text: Option<&str>) -> Self {
        let Some(Value::Object(note)) = text.and_then(|text| serde_json::from_str(text).ok())
        else {
            return Self::default();
        };
        let list = |key: &str| note.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let line = |line: &Value| {
            let code = line.get("code")?.as_str()?;
            Some(BookLine {
                code: rule(code)?.code,
                accounts: usize::try_from(line.get("accounts")?.as_u64()?).ok()?,
                text: line.get("text")?.as_str()?.to_owned(),
            })
        };
        Self {
            day: note.get("day").and_then(Value::as_str).and_then(|day| day.parse().ok()),
            rules: note.get("rules").and_then(Value::as_str).unwrap_or_default().to_owned(),
            step: note.get("step").and_then(Value::as_i64).unwrap_or_default(),
            around: note.get("around").map(around).unwrap_or_default(),
            lines: list("lines").iter().filter_map(line).collect(),
            now_total: note
                .get("now")
                .and_then(Value::as_u64)
                .and_then(|now| usize::try_from(now).ok())
                .unwrap_or_default(),
        }
    }

    /// Whether it was judged for this day, by these rules, with everything seen up to `step`.
    pub(super) fn current(&self, day: NaiveDate, rules: &Rules, step: i64) -> bool {
        self.day == Some(day) && self.step >= step && self.rules == fingerprint(rules)
    }
}

/// What cannot be read is a wrong guess, and costs a second look at the book.
fn around(note: &Value) -> Around {
    let list = |key: &str| note.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let ids = |list: &[Value]| list.iter().filter_map(Value::as_i64).map(Id).collect();
    let floor = |key: &str| {
        let floor = note.get(key)?;
        let behind = ids(floor.get("behind")?.as_array()?);
        Some(Floor { arr: floor.get("arr")?.as_i64()?, behind })
    };
    Around {
        in_use: list("in_use")
            .iter()
            .filter_map(|word| Factor::from_word(word.as_str()?))
            .collect(),
        key_floor: note.get("key_floor").and_then(Value::as_i64),
        strategic_floor: floor("strategic_floor"),
        growth_floor: floor("growth_floor"),
        ask_plan: ids(&list("ask_plan")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::limit::Limit;

    #[test]
    fn a_mark_reads_as_it_was_written() {
        let code = rule("map-stale").expect("a signal").code;
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let rules = Rules::default();
        let mark = Mark {
            day: Some(day),
            rules: fingerprint(&rules),
            step: 41,
            around: Around {
                in_use: vec![Factor::Pulse, Factor::Usage],
                key_floor: Some(1_200),
                strategic_floor: Some(Floor { arr: 9_000, behind: vec![Id(4), Id(7)] }),
                growth_floor: None,
                ask_plan: vec![Id(2), Id(5)],
            },
            lines: vec![BookLine { code, accounts: 9, text: "9 accounts".to_owned() }],
            now_total: 3,
        };
        assert_eq!(Mark::read(Some(&mark.write())), mark);
        assert!(mark.current(day, &rules, 41));
        assert!(!mark.current(day, &rules, 42), "a later step was not seen");
        assert!(!mark.current(day.succ_opt().expect("a day"), &rules, 41));
        let stricter = Rules::default().with(Limit::RiskBelow, 6.5);
        assert!(!mark.current(day, &stricter, 41));
        for damaged in ["", "[]", "{", "{\"day\":7}"] {
            assert_eq!(Mark::read(Some(damaged)), Mark::default(), "{damaged}");
        }
    }
}
