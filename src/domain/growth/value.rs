//! What the client got out of our work: the results of a calendar quarter, which make the value
//! summary. Source: the account-management guide.

use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::revenue::value_item::{ValueItem, ValueResult};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::factor::plain;
use crate::domain::signal::sentence::{count, day};
use chrono::{Datelike, Months, NaiveDate};

/// One result with who confirmed it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ValueLine {
    pub id: Id,
    pub on_date: NaiveDate,
    pub result: ValueResult,
    pub amount: Option<f64>,
    pub unit: Option<String>,
    pub source: Option<String>,
    /// The contact's name; `somebody` where only the day is written down.
    pub confirmed_by: Option<String>,
    pub confirmed_on: Option<NaiveDate>,
    pub note: Option<String>,
}

/// A sum of what adds: results of one sort in one unit.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ValueSum {
    pub result: ValueResult,
    pub unit: String,
    pub amount: f64,
    /// The part of it that the client confirmed.
    pub confirmed: f64,
    pub items: usize,
}

/// The results of one calendar quarter.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ValueSummary {
    /// As `Q4 2026`.
    pub quarter: String,
    pub from: NaiveDate,
    /// The last day of it.
    pub to: NaiveDate,
    /// Newest first.
    pub items: Vec<ValueLine>,
    pub confirmed: usize,
    /// By result and unit; what has no amount or no unit adds to none.
    pub sums: Vec<ValueSum>,
    pub says: String,
}

/// What they got, on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Value {
    pub this_quarter: ValueSummary,
    pub last_quarter: ValueSummary,
    pub newest_on: Option<NaiveDate>,
    pub newest_confirmed_on: Option<NaiveDate>,
    pub items: usize,
    /// What is to be done; none while a confirmed result is young enough.
    pub light: Option<String>,
}

/// First and last day of the calendar quarter that a day lies in.
#[must_use]
pub fn quarter_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let from = first.checked_sub_months(Months::new(day.month0() % 3)).unwrap_or(first);
    let next = from.checked_add_months(Months::new(3)).unwrap_or(NaiveDate::MAX);
    (from, next.pred_opt().unwrap_or(next))
}

/// The day of the newest result.
#[must_use]
pub fn newest_on(records: &Records, today: NaiveDate) -> Option<NaiveDate> {
    let days = records.values.iter().map(|one| one.on_date);
    days.filter(|day| *day <= today).max()
}

/// The value summary of this quarter and the one before.
#[must_use]
pub fn value(records: &Records, rules: &Rules, today: NaiveDate) -> Value {
    let this = quarter_of(today);
    let last = this.0.pred_opt().map_or(this, quarter_of);
    let known = || records.values.iter().filter(|one| one.on_date <= today);
    let confirmed = |one: &&ValueItem| confirmed(one, today);
    let newest_on = newest_on(records, today);
    let newest_confirmed_on = known().filter(confirmed).map(|one| one.on_date).max();
    let holds = rules.days(Limit::ResultEvery);
    let young = |day: Option<NaiveDate>| day.is_some_and(|day| (today - day).num_days() <= holds);
    let light = if !young(newest_on) {
        Some("Write down one result they got: what it was, how much, who says so.".to_owned())
    } else if !young(newest_confirmed_on) {
        Some("Have the client confirm a result.".to_owned())
    } else {
        None
    };
    Value {
        this_quarter: summary(records, this, today),
        last_quarter: summary(records, last, today),
        newest_on,
        newest_confirmed_on,
        items: known().count(),
        light,
    }
}

/// Somebody at the client said so, by that day.
#[must_use]
pub fn confirmed(item: &ValueItem, today: NaiveDate) -> bool {
    match item.confirmed_on {
        Some(day) => day <= today,
        None => item.confirmed_by.is_some(),
    }
}

/// The results between two days, up to today.
fn summary(
    records: &Records,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> ValueSummary {
    let within = |one: &&ValueItem| (from..=to).contains(&one.on_date) && one.on_date <= today;
    let mut items: Vec<&ValueItem> = records.values.iter().filter(within).collect();
    items.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
    let told = items.iter().filter(|one| confirmed(one, today)).count();
    let sums = sums(&items, today);
    let quarter = format!("Q{} {}", from.month0() / 3 + 1, from.year());
    ValueSummary {
        says: says(&quarter, items.len(), told, &sums),
        quarter,
        from,
        to,
        confirmed: told,
        sums,
        items: items.into_iter().map(|item| line(item, records)).collect(),
    }
}

fn sums(items: &[&ValueItem], today: NaiveDate) -> Vec<ValueSum> {
    let mut sums: Vec<ValueSum> = Vec::new();
    for item in items {
        let unit = item.unit.as_deref().map(str::trim).filter(|unit| !unit.is_empty());
        let amount = item.amount.filter(|amount| amount.is_finite());
        let (Some(unit), Some(amount)) = (unit, amount) else { continue };
        let part = if confirmed(item, today) { amount } else { 0.0 };
        let same = |sum: &&mut ValueSum| {
            sum.result == item.result && sum.unit.to_lowercase() == unit.to_lowercase()
        };
        match sums.iter_mut().find(same) {
            Some(sum) => {
                sum.amount = added(sum.amount, amount);
                sum.confirmed = added(sum.confirmed, part);
                sum.items += 1;
            }
            None => sums.push(ValueSum {
                result: item.result,
                unit: unit.to_owned(),
                amount,
                confirmed: part,
                items: 1,
            }),
        }
    }
    sums.sort_by(|a, b| (a.result, &a.unit).cmp(&(b.result, &b.unit)));
    sums
}

/// A sum that stays a number, whatever was typed.
fn added(one: f64, other: f64) -> f64 {
    (one + other).clamp(f64::MIN, f64::MAX)
}

/// `120`, `2.5`; beyond a billion by its zeros.
fn figure(amount: f64) -> String {
    if amount.abs() < 1e9 { plain(amount) } else { format!("{amount:.2e}") }
}

fn says(quarter: &str, items: usize, confirmed: usize, sums: &[ValueSum]) -> String {
    if items == 0 {
        return format!("No result of {quarter} is written down.");
    }
    let parts: Vec<String> = sums
        .iter()
        .map(|sum| format!("{} {} {}", sum.result, figure(sum.amount), sum.unit))
        .collect();
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("{quarter}: {}, {confirmed} confirmed{parts}.", count(items, "result"))
}

fn line(item: &ValueItem, records: &Records) -> ValueLine {
    let person = records.contacts.iter().find(|contact| Some(contact.id) == item.confirmed_by);
    let by = person.map(|contact| contact.name.clone());
    let somebody =
        item.confirmed_by.or(item.confirmed_on.map(|_| Id(0))).map(|_| "somebody".to_owned());
    ValueLine {
        id: item.id,
        on_date: item.on_date,
        result: item.result,
        amount: item.amount.filter(|amount| amount.is_finite()),
        unit: item.unit.clone(),
        source: item.source.clone(),
        confirmed_by: by.or(somebody),
        confirmed_on: item.confirmed_on,
        note: item.note.clone(),
    }
}

/// `No result written down for 102 d, the last on 12 Aug.`
#[must_use]
pub fn age_says(newest: NaiveDate, today: NaiveDate) -> String {
    let days = (today - newest).num_days();
    format!("No result written down for {days} d, the last on {}.", day(newest, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::signal::trial::{ago, today};
    use ValueResult::{CostDown, TimeSaved};

    fn item(id: i64, on_date: &str, result: ValueResult, amount: f64, unit: &str) -> ValueItem {
        ValueItem {
            id: Id(id),
            account_id: Id(1),
            on_date: on_date.parse().expect("a day"),
            result,
            amount: Some(amount),
            unit: Some(unit.to_owned()),
            source: None,
            confirmed_by: None,
            confirmed_on: None,
            note: None,
        }
    }

    fn on(items: Vec<ValueItem>) -> Value {
        let mut records = Records::bare(Account::named("Contoso", ago(900)));
        records.values = items;
        value(&records, &Rules::default(), today())
    }

    #[test]
    fn quarters_of_the_calendar() {
        let of = |text: &str| {
            let (from, to) = quarter_of(text.parse().expect("a day"));
            (from.to_string(), to.to_string())
        };
        assert_eq!(of("2026-11-22"), ("2026-10-01".into(), "2026-12-31".into()));
        assert_eq!(of("2028-02-29"), ("2028-01-01".into(), "2028-03-31".into()));
        assert_eq!(of("2026-09-30"), ("2026-07-01".into(), "2026-09-30".into()));
        assert!(quarter_of(NaiveDate::MAX).0 <= NaiveDate::MAX);
    }

    #[test]
    fn what_has_the_same_unit_adds_and_the_client_confirms() {
        let mut confirmed = item(2, "2026-11-01", TimeSaved, 30.0, " Hours ");
        confirmed.confirmed_on = Some(today());
        let found = on(vec![
            item(1, "2026-10-01", TimeSaved, 12.5, "hours"),
            confirmed,
            item(3, "2026-11-20", CostDown, 4_000.0, "EUR"),
            item(4, "2026-09-30", TimeSaved, 99.0, "hours"),
            item(5, "2026-11-23", TimeSaved, 99.0, "hours"), // tomorrow
        ]);
        let quarter = &found.this_quarter;
        let sums: Vec<_> =
            quarter.sums.iter().map(|sum| (sum.result, sum.amount, sum.confirmed)).collect();
        assert_eq!(sums, [(TimeSaved, 42.5, 30.0), (CostDown, 4_000.0, 0.0)]);
        assert_eq!(
            quarter.says,
            "Q4 2026: 3 results, 1 confirmed: time saved 42.5 Hours, cost down 4000 EUR."
        );
        assert_eq!(quarter.items[0].id, Id(3));
        assert_eq!(quarter.items[1].confirmed_by.as_deref(), Some("somebody"));
        assert_eq!(
            (found.last_quarter.quarter.as_str(), found.last_quarter.items.len()),
            ("Q3 2026", 1)
        );
        assert_eq!((found.items, found.newest_on, found.light), (4, Some(ago(2)), None));
    }

    #[test]
    fn what_is_missing_is_said() {
        let light = |items| on(items).light.unwrap_or_default();
        assert!(light(Vec::new()).starts_with("Write down one result"));
        assert!(light(vec![item(1, "2026-08-22", TimeSaved, 1.0, "h")]).starts_with("Write"));
        assert!(light(vec![item(1, "2026-08-23", TimeSaved, 1.0, "h")]).starts_with("Have"));
        assert_eq!(on(Vec::new()).this_quarter.says, "No result of Q4 2026 is written down.");
    }

    #[test]
    fn no_amount_makes_a_sum_that_is_no_number() {
        let huge = |id| item(id, "2026-11-01", TimeSaved, f64::MAX, "hours");
        let found = on(vec![huge(1), huge(2), item(3, "2026-11-01", TimeSaved, f64::NAN, "hours")]);
        assert_eq!(found.this_quarter.sums[0].amount, f64::MAX);
        assert!(!found.this_quarter.says.contains("inf"), "{}", found.this_quarter.says);
        let mut bare = item(1, "2026-11-01", TimeSaved, 3.0, " ");
        bare.confirmed_by = Some(Id(9));
        let found = on(vec![bare]);
        assert!(found.this_quarter.sums.is_empty());
        assert_eq!(found.this_quarter.says, "Q4 2026: 1 result, 1 confirmed.");
    }
}
