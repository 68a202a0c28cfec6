//! All that is to be told of the user's estimates for one account.

use super::ask::{self, Ask};
use super::hit::{self, HitRate, Said};
use super::loss::{self, Loss};
use crate::domain::records::Records;
use crate::domain::revenue::forecast::Forecast;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// The estimates of an account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ForecastView {
    /// The newest one for the contract that ends last.
    pub current: Option<Forecast>,
    /// An estimate that is due.
    pub ask: Option<Ask>,
    /// All of them beside what happened, newest first.
    pub said: Vec<Said>,
    pub hit: Option<HitRate>,
    /// Where the account is lost.
    pub loss: Option<Loss>,
}

#[must_use]
pub fn view(records: &Records, rules: &Rules, today: NaiveDate) -> ForecastView {
    let said = hit::said(records, rules, today);
    ForecastView {
        current: ask::current(records, today).cloned(),
        ask: ask::ask(records, rules, today),
        hit: hit::rate(&said),
        said,
        loss: loss::loss(records, today),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::account::contract::Contract;
    use crate::domain::cell::Id;
    use crate::domain::money::Currency;
    use crate::domain::records::ScorePoint;
    use crate::domain::revenue::forecast::Outcome;
    use crate::domain::revenue::{Revenue, RevenueKind};
    use crate::domain::signal::trial::{ago, ahead, today};

    /// An account whose contract ends on a day.
    pub(in super::super) struct Case {
        pub(in super::super) records: Records,
    }

    impl Case {
        pub(in super::super) fn ending(ends_on: NaiveDate) -> Self {
            let mut records = Records::bare(Account::named("Contoso", ago(900)));
            let mut contract = Contract::of(Id(1));
            contract.ends_on = Some(ends_on);
            records.contract = Some(contract);
            Self { records }
        }

        pub(in super::super) fn contract(&mut self) -> &mut Contract {
            self.records.contract.as_mut().expect("a contract")
        }

        pub(in super::super) fn said(
            &mut self,
            days: u64,
            ends_on: NaiveDate,
            outcome: Outcome,
            probability: i64,
        ) {
            let id = Id(i64::try_from(self.records.forecasts.len()).expect("few") + 1);
            self.records.forecasts.push(Forecast {
                id,
                account_id: Id(1),
                on_date: ago(days),
                ends_on,
                outcome,
                probability,
                new_amount: None,
                currency: None,
                note: None,
            });
        }

        /// Whole euros.
        pub(in super::super) fn revenue(&mut self, days: u64, kind: RevenueKind, euros: i64) {
            self.records.revenue.push(Revenue {
                id: Id(i64::try_from(self.records.revenue.len()).expect("few") + 1),
                account_id: Id(1),
                on_date: ago(days),
                kind,
                amount: euros * 100,
                currency: Currency::EUR,
                note: None,
            });
        }

        pub(in super::super) fn scored(&mut self, points: &[(u64, f64)]) {
            self.records.history = points
                .iter()
                .map(|(days, score)| ScorePoint {
                    on_date: ago(*days),
                    score: Some(*score),
                    known: 1.0,
                    rules_changed: false,
                })
                .collect();
        }
    }

    #[test]
    fn the_parts_stand_beside_each_other() {
        let mut case = Case::ending(ahead(60));
        case.said(3, ahead(60), Outcome::Shrink, 55);
        case.said(400, ago(300), Outcome::Lost, 20);
        case.revenue(900, RevenueKind::Opening, 100);
        let found = view(&case.records, &Rules::default(), today());
        assert_eq!(found.current.as_ref().map(|one| one.probability), Some(55));
        assert_eq!((found.ask, found.loss, found.said.len()), (None, None, 2));
        // It renewed; lost was given 20 %: 0.2².
        let hit = found.hit.expect("one is settled");
        assert!(hit.settled == 1 && (hit.mean_squared - 0.04).abs() < 1e-12);
    }
}
