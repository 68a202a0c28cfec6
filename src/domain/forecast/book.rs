//! What was foreseen and what was lost in a period, over the whole book.

use super::hit::{HitRate, Said, rate, said};
use super::loss::{Before, loss, lost_on};
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// One account that was lost.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Gone {
    pub account: Id,
    pub on: NaiveDate,
    /// None: nobody said.
    pub avoidable: Option<bool>,
    /// The score 90, 60 and 30 days before.
    pub before: [Before; 3],
}

/// How well the period was foreseen.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Foresight {
    /// Over the estimates for contracts that ended in the period.
    pub hit: Option<HitRate>,
    /// Lost in the period, the latest first.
    pub lost: Vec<Gone>,
    pub avoidable: usize,
    pub unavoidable: usize,
    /// Nobody said whether it could have been avoided.
    pub unsaid: usize,
}

/// What is gathered of each account on the way there.
#[derive(Debug, Default)]
pub struct Gathered {
    said: Vec<Said>,
    lost: Vec<Gone>,
}

impl Gathered {
    /// Looks at one account as of the last day of the period.
    pub fn add(&mut self, records: &Records, rules: &Rules, from: NaiveDate, to: NaiveDate) {
        let period = from..=to;
        let said = said(records, rules, to).into_iter();
        self.said.extend(said.filter(|one| period.contains(&one.forecast.ends_on)));
        let on = lost_on(records, to).filter(|on| period.contains(on));
        if let (Some(on), Some(loss)) = (on, loss(records, to)) {
            let (account, avoidable, before) = (records.account.id, loss.avoidable, loss.before);
            self.lost.push(Gone { account, on, avoidable, before });
        }
    }

    #[must_use]
    pub fn finish(mut self) -> Foresight {
        self.lost.sort_by_key(|gone| (std::cmp::Reverse(gone.on), gone.account));
        let count = |said| self.lost.iter().filter(|gone| gone.avoidable == said).count();
        Foresight {
            hit: rate(&self.said),
            avoidable: count(Some(true)),
            unavoidable: count(Some(false)),
            unsaid: count(None),
            lost: self.lost,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::view::tests::Case;
    use super::*;
    use crate::domain::account::Status;
    use crate::domain::account::contract::Renewal;
    use crate::domain::revenue::forecast::Outcome;
    use crate::domain::signal::trial::{ago, today};

    #[test]
    fn what_ended_in_the_period_counts() {
        let mut gathered = Gathered::default();
        for (ended, avoidable) in [(40, Some(true)), (50, None), (365, Some(false))] {
            let mut case = Case::ending(ago(ended));
            case.said(ended + 90, ago(ended), Outcome::Lost, 60);
            case.contract().renewal = Renewal::Lost;
            case.records.account.status = Status::Lost;
            case.records.account.lost_on = Some(ago(ended));
            case.records.account.lost_avoidable = avoidable;
            gathered.add(&case.records, &Rules::default(), ago(364), today());
        }
        let found = gathered.finish();
        let days: Vec<NaiveDate> = found.lost.iter().map(|gone| gone.on).collect();
        assert_eq!(days, [ago(40), ago(50)], "the third was lost a day too early");
        assert_eq!((found.avoidable, found.unavoidable, found.unsaid), (1, 0, 1));
        let hit = found.hit.expect("two estimates");
        // (0.6 − 1)² twice.
        assert!((hit.settled, hit.came_true) == (2, 2) && (hit.mean_squared - 0.16).abs() < 1e-12);
        assert_eq!(Gathered::default().finish(), Foresight::default());
    }
}
