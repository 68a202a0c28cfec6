//! Whether growth with the account is realistic: the verdict in force and those before it. Source:
//! the Loyalty Ladder article.

use super::qualification::Qualification;
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::signal::sentence::day;
use chrono::NaiveDate;

/// One verdict with its day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Verdict {
    pub id: Id,
    pub on_date: NaiveDate,
    pub realistic: bool,
    pub why: Option<String>,
}

/// The verdict in force.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Qualified {
    pub latest: Option<Verdict>,
    pub days_ago: Option<i64>,
    /// Given within the days that a verdict holds.
    pub fresh: bool,
    /// Newest first, the latest included.
    pub history: Vec<Verdict>,
    pub says: String,
    /// What is to be done; none while the verdict holds.
    pub light: Option<String>,
}

/// The verdict on a day.
#[must_use]
pub fn qualified(records: &Records, rules: &Rules, today: NaiveDate) -> Qualified {
    let mut given: Vec<&Qualification> =
        records.qualifications.iter().filter(|one| one.on_date <= today).collect();
    given.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    let history: Vec<Verdict> = given
        .into_iter()
        .map(|one| Verdict {
            id: one.id,
            on_date: one.on_date,
            realistic: one.realistic,
            why: one.why.clone(),
        })
        .collect();
    let holds = rules.days(Limit::QualificationHolds);
    let latest = history.first().cloned();
    let days_ago = latest.as_ref().map(|one| (today - one.on_date).num_days());
    let fresh = days_ago.is_some_and(|days| days <= holds);
    let says = latest.as_ref().map_or_else(
        || "Nobody said yet whether growth is realistic here.".to_owned(),
        |one| {
            let word = if one.realistic { "realistic" } else { "not realistic" };
            let why = one.why.as_deref().map_or_else(String::new, |why| format!(": {why}"));
            let old = if fresh { "" } else { " That is too long ago to count." };
            format!("Growth {word}, {}{}{old}", day(one.on_date, today), ended(&why))
        },
    );
    let light = (!fresh).then(|| "Say whether growth is realistic here, and why.".to_owned());
    Qualified { latest, days_ago, fresh, history, says, light }
}

/// With one full stop at the end.
fn ended(text: &str) -> String {
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{text}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::signal::trial::{ago, today};

    fn given(verdicts: &[(u64, bool, Option<&str>)]) -> Qualified {
        let mut records = Records::bare(Account::named("Contoso", ago(900)));
        for ((days, realistic, why), id) in verdicts.iter().zip(1..) {
            records.qualifications.push(Qualification {
                id: Id(id),
                account_id: Id(1),
                on_date: ago(*days),
                realistic: *realistic,
                why: why.map(str::to_owned),
            });
        }
        qualified(&records, &Rules::default(), today())
    }

    #[test]
    fn the_newest_verdict_holds_for_half_a_year() {
        let found = given(&[(400, true, None), (182, false, Some("no budget until 2028"))]);
        assert!(found.fresh && found.light.is_none());
        assert_eq!(found.says, "Growth not realistic, 24 May: no budget until 2028.");
        assert_eq!(
            found.history.iter().map(|one| one.realistic).collect::<Vec<_>>(),
            [false, true]
        );
        let found = given(&[(183, true, Some("New plant opens!"))]);
        assert!(!found.fresh && found.light.is_some());
        assert_eq!(
            found.says,
            "Growth realistic, 23 May: New plant opens! That is too long ago to count."
        );
    }

    #[test]
    fn without_a_verdict_it_is_asked_for() {
        let found = given(&[]);
        assert_eq!((found.latest, found.days_ago, found.fresh), (None, None, false));
        assert_eq!(found.says, "Nobody said yet whether growth is realistic here.");
    }
}
