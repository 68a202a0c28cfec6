//! When the estimate is asked for: once 180 and once 90 days before the end.

use crate::domain::account::Status;
use crate::domain::account::contract::Renewal;
use crate::domain::day::{day, shift};
use crate::domain::records::Records;
use crate::domain::revenue::forecast::Forecast;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use chrono::NaiveDate;

/// An estimate that is due.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Ask {
    /// The end of the contract that it is about.
    pub ends_on: NaiveDate,
    /// Days before the end since which it is asked for.
    pub window: i64,
    pub since: NaiveDate,
    pub text: String,
}

/// The running contract's end; none on accounts that are not active, and once the outcome is
/// known or the end is over.
fn end(records: &Records, today: NaiveDate) -> Option<NaiveDate> {
    let contract = records.contract.as_ref()?;
    let open = !matches!(contract.renewal, Renewal::Signed | Renewal::Lost);
    let active = records.status(today) == Status::Active;
    contract.ends_on.filter(|end| active && open && *end >= today)
}

/// The estimate that is due on a day: in the nearer window one given before it began does not
/// count, because much has happened since.
#[must_use]
pub fn ask(records: &Records, rules: &Rules, today: NaiveDate) -> Option<Ask> {
    let ends_on = end(records, today)?;
    let left = (ends_on - today).num_days();
    let (first, second) = (rules.days(Limit::ForecastFirst), rules.days(Limit::ForecastSecond));
    let window = [first.min(second), first.max(second)].into_iter().find(|days| left <= *days)?;
    let since = shift(ends_on, -window);
    let given = |one: &Forecast| one.ends_on == ends_on && (since..=today).contains(&one.on_date);
    let text = format!(
        "Your forecast for the contract that ends {} ({left} d): full, shrink or lost, and how \
         sure?",
        day(ends_on, today)
    );
    (!records.forecasts.iter().any(given)).then_some(Ask { ends_on, window, since, text })
}

/// The days after this one on which it will be asked for, the nearest first.
#[must_use]
pub fn coming(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<NaiveDate> {
    let windows = [rules.days(Limit::ForecastFirst), rules.days(Limit::ForecastSecond)];
    let ends_on = end(records, today).into_iter();
    let mut days: Vec<NaiveDate> =
        ends_on.flat_map(|end| windows.map(|days| shift(end, -days))).collect();
    days.retain(|day| *day > today);
    days.sort_unstable();
    days.dedup();
    days
}

/// The newest estimate for the contract that ends last.
#[must_use]
pub fn current(records: &Records, today: NaiveDate) -> Option<&Forecast> {
    for_end(records, records.contract.as_ref()?.ends_on?, today)
}

/// The newest estimate for the contract that ends on a day.
#[must_use]
pub fn for_end(records: &Records, ends_on: NaiveDate, today: NaiveDate) -> Option<&Forecast> {
    let given = |one: &&Forecast| one.ends_on == ends_on && one.on_date <= today;
    records.forecasts.iter().filter(given).max_by_key(|one| (one.on_date, one.id))
}

#[cfg(test)]
mod tests {
    use super::super::view::tests::Case;
    use super::*;
    use crate::domain::revenue::forecast::Outcome;
    use crate::domain::signal::trial::{ago, ahead, today};

    fn window(case: &Case) -> Option<i64> {
        ask(&case.records, &Rules::default(), today()).map(|ask| ask.window)
    }

    #[test]
    fn it_is_asked_for_once_in_each_window() {
        assert_eq!(window(&Case::ending(ahead(181))), None);
        let mut case = Case::ending(ahead(180));
        assert_eq!(window(&case), Some(180));
        case.said(0, ahead(180), Outcome::Full, 80);
        assert_eq!(window(&case), None);
        let mut case = Case::ending(ahead(91));
        case.said(90, ahead(91), Outcome::Full, 80);
        assert_eq!(window(&case), Some(180), "181 days before the end is too early");
        case.said(89, ahead(91), Outcome::Full, 80);
        assert_eq!(window(&case), None);
        let mut case = Case::ending(ahead(90));
        case.said(1, ahead(90), Outcome::Full, 80);
        assert_eq!(window(&case), Some(90), "91 days before the end");
        case.said(0, ahead(90), Outcome::Full, 60);
        assert_eq!(window(&case), None);
    }

    #[test]
    fn another_end_or_a_known_outcome_is_another_question() {
        let mut case = Case::ending(ahead(60));
        case.said(3, ahead(61), Outcome::Lost, 70);
        assert_eq!(window(&case), Some(90), "an estimate for another end");
        assert_eq!(current(&case.records, today()), None);
        case.contract().renewal = Renewal::Signed;
        assert_eq!(window(&case), None);
        case.contract().renewal = Renewal::InTalks;
        case.contract().ends_on = Some(ago(1));
        assert_eq!(window(&case), None);
        case.contract().ends_on = Some(today());
        assert_eq!(window(&case), Some(90));
        case.records.account.status = Status::Notified;
        assert_eq!(window(&case), None);
    }

    #[test]
    fn the_newest_estimate_is_the_one_in_force() {
        let mut case = Case::ending(ahead(60));
        case.said(100, ahead(60), Outcome::Full, 90);
        case.said(3, ahead(60), Outcome::Shrink, 55);
        let found = current(&case.records, today()).expect("given");
        assert_eq!((found.outcome, found.probability), (Outcome::Shrink, 55));
    }
}
