//! A lost account: when, why, whether it could have been avoided, and what the score said before.

use crate::domain::account::Status;
use crate::domain::day::{day, shift};
use crate::domain::records::Records;
use crate::domain::revenue::RevenueKind;
use crate::domain::score::print::tenth;
use chrono::NaiveDate;

/// How long before the loss the score is looked at, days.
const BEFORE_DAYS: [i64; 3] = [90, 60, 30];

/// The score so many days before the loss.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Before {
    pub days: i64,
    /// As the history had it on that day; none: nothing from that far back.
    pub score: Option<f64>,
}

/// How an account was lost.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Loss {
    /// None: nobody wrote the day down.
    pub on: Option<NaiveDate>,
    pub reason: Option<String>,
    /// None: nobody said.
    pub avoidable: Option<bool>,
    /// The last score that it had.
    pub last_score: Option<f64>,
    /// 90, 60 and 30 days before.
    pub before: [Before; 3],
    pub text: String,
}

/// The day of a loss: as written down, else the day it was to leave, else the day its revenue
/// ended.
#[must_use]
pub fn lost_on(records: &Records, today: NaiveDate) -> Option<NaiveDate> {
    let churned = || {
        let churn = records.revenue.iter().filter(|entry| entry.kind == RevenueKind::Churn);
        churn.map(|entry| entry.on_date).filter(|on| *on <= today).max()
    };
    let account = &records.account;
    account.lost_on.or(account.leaves_on).or_else(churned)
}

/// The loss of an account that is lost.
#[must_use]
pub fn loss(records: &Records, today: NaiveDate) -> Option<Loss> {
    let account = &records.account;
    if account.status != Status::Lost {
        return None;
    }
    let on = lost_on(records, today);
    let contract = records.contract.as_ref();
    let reason = account.lost_reason.clone().or_else(|| contract?.lost_reason.clone());
    let score_on = |day: NaiveDate| {
        records
            .history
            .iter()
            .rev()
            .find(|point| point.on_date <= day)
            .and_then(|point| point.score)
    };
    let before = BEFORE_DAYS
        .map(|days| Before { days, score: on.and_then(|on| score_on(shift(on, -days))) });
    let loss = Loss {
        on,
        avoidable: account.lost_avoidable,
        last_score: records.history.iter().rev().find_map(|point| point.score),
        text: text(on, reason.as_deref(), account.lost_avoidable, &before, today),
        reason,
        before,
    };
    Some(loss)
}

fn text(
    on: Option<NaiveDate>,
    reason: Option<&str>,
    avoidable: Option<bool>,
    before: &[Before],
    today: NaiveDate,
) -> String {
    let when = on.map_or_else(String::new, |on| format!(" {}", day(on, today)));
    let why = reason.map_or_else(|| "nobody wrote down why".to_owned(), str::to_owned);
    let avoidable = match avoidable {
        Some(true) => "It could have been avoided.",
        Some(false) => "It could not have been avoided.",
        None => "Could it have been avoided?",
    };
    let told: Vec<String> = before
        .iter()
        .filter_map(|one| Some(format!("{} {} d before", tenth(one.score?), one.days)))
        .collect();
    let scores = if told.is_empty() {
        "No score is kept from before.".to_owned()
    } else {
        format!("Score {}.", told.join(", "))
    };
    format!("Lost{when}: {why}. {avoidable} {scores}")
}

#[cfg(test)]
mod tests {
    use super::super::view::tests::Case;
    use super::*;
    use crate::domain::signal::trial::{ago, today};

    #[test]
    fn a_loss_tells_what_the_score_said_before() {
        let mut case = Case::ending(ago(20));
        assert_eq!(loss(&case.records, today()), None, "not lost");
        case.records.account.status = Status::Lost;
        case.records.account.lost_on = Some(ago(20));
        case.records.account.lost_avoidable = Some(true);
        case.contract().lost_reason = Some("price".to_owned());
        case.scored(&[(110, 7.46), (81, 6.2), (49, 5.0), (20, 3.3)]);
        let found = loss(&case.records, today()).expect("lost");
        assert_eq!(found.before.map(|one| one.score), [Some(7.46), Some(6.2), Some(6.2)]);
        assert_eq!(found.last_score, Some(3.3));
        assert_eq!(
            found.text,
            "Lost 2 Nov: price. It could have been avoided. Score 7.4 90 d before, 6.2 60 d \
             before, 6.2 30 d before."
        );
        case.records.account.lost_reason = Some("moved in house".to_owned());
        let found = loss(&case.records, today()).expect("lost");
        assert_eq!(
            found.reason.as_deref(),
            Some("moved in house"),
            "the account's own comes first"
        );
    }

    #[test]
    fn the_day_is_the_best_that_is_known() {
        let mut case = Case::ending(ago(20));
        case.records.account.status = Status::Lost;
        let found = loss(&case.records, today()).expect("lost");
        assert_eq!((found.on, found.avoidable, found.last_score), (None, None, None));
        assert_eq!(
            found.text,
            "Lost: nobody wrote down why. Could it have been avoided? No score is kept from before."
        );
        case.revenue(40, RevenueKind::Churn, -100);
        case.revenue(10, RevenueKind::OneTime, 100);
        assert_eq!(loss(&case.records, today()).and_then(|one| one.on), Some(ago(40)));
        case.records.account.leaves_on = Some(ago(30));
        assert_eq!(loss(&case.records, today()).and_then(|one| one.on), Some(ago(30)));
    }
}
