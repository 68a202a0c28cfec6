//! What was said and what came of it. An estimate is scored by (p − 1 where it came true, else
//! p − 0) squared: 0 is a sure hit, 0.25 a toss of a coin, 1 a sure miss.

use crate::domain::account::Status;
use crate::domain::account::contract::Renewal;
use crate::domain::day::shift;
use crate::domain::records::Records;
use crate::domain::revenue::arr_on;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::{percent, to_billionth};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// What became of a contract at its end.
    Happened {
        /// The end lies ahead, or nobody wrote it down.
        Open = "open",
        /// Renewed, and nothing says for how much.
        Renewed = "renewed", Full = "full", Shrink = "shrink", Lost = "lost",
    }
}

impl Happened {
    /// Whether it is what was said; none while that is not known.
    #[must_use]
    pub const fn is(self, said: Outcome) -> Option<bool> {
        match (self, said) {
            (Self::Open, _) | (Self::Renewed, Outcome::Full | Outcome::Shrink) => None,
            (Self::Full, Outcome::Full)
            | (Self::Shrink, Outcome::Shrink)
            | (Self::Lost, Outcome::Lost) => Some(true),
            _ => Some(false),
        }
    }
}

/// One estimate beside what happened.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Said {
    pub forecast: Forecast,
    pub happened: Happened,
    pub came_true: Option<bool>,
    /// (p − 1[it happened])², 0-1; none while it is open.
    pub squared: Option<f64>,
    /// `said full at 80 %: lost, off by 0.64`.
    pub text: String,
}

/// What several estimates were worth together.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct HitRate {
    /// Estimates of which the outcome is known.
    pub settled: usize,
    pub came_true: usize,
    /// Mean of the squares, 0 (always sure and right) to 1.
    pub mean_squared: f64,
}

/// What became of the contract that ended on a day. ARR may be a little late in the books: what
/// stands 30 days after the end, or today if that is sooner, is set against the ARR of the day on
/// which the estimate was made; price moves count, they are money.
#[must_use]
pub fn happened(
    records: &Records,
    forecast: &Forecast,
    rules: &Rules,
    today: NaiveDate,
) -> Happened {
    let ends_on = forecast.ends_on;
    let contract = records.contract.as_ref().filter(|contract| contract.ends_on >= Some(ends_on));
    let stands = contract.map(|one| (one.ends_on == Some(ends_on), one.renewal));
    if stands == Some((true, Renewal::Lost)) {
        return Happened::Lost;
    }
    if ends_on >= today {
        return Happened::Open;
    }
    let arr = |day| arr_on(&records.revenue, day);
    let settled = shift(ends_on, rules.days(Limit::RenewalSettled));
    let renewed = matches!(stands, Some((false, _) | (true, Renewal::Signed)));
    let (then, now) = (arr(forecast.on_date), arr(settled.min(today)));
    match (then, now) {
        (Some(then), Some(now)) if then.minor > 0 && now.minor <= 0 => Happened::Lost,
        _ if !renewed && left_by(records, ends_on) => Happened::Lost,
        _ if !renewed => Happened::Open,
        (Some(then), Some(now)) if then.currency == now.currency && then.minor > 0 => {
            if now.minor < then.minor { Happened::Shrink } else { Happened::Full }
        }
        _ => Happened::Renewed,
    }
}

/// The account is lost, and not long after the end: a day of grace for who counts the first day
/// without them.
fn left_by(records: &Records, ends_on: NaiveDate) -> bool {
    let account = &records.account;
    account.status == Status::Lost && account.lost_on.is_none_or(|lost| lost <= shift(ends_on, 1))
}

/// The account's estimates beside what happened, newest first.
#[must_use]
pub fn said(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<Said> {
    let mut all: Vec<Said> = records
        .forecasts
        .iter()
        .filter(|forecast| forecast.on_date <= today)
        .map(|forecast| beside(records, forecast, rules, today))
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.forecast.on_date, one.forecast.id)));
    all
}

fn beside(records: &Records, forecast: &Forecast, rules: &Rules, today: NaiveDate) -> Said {
    let happened = happened(records, forecast, rules, today);
    let came_true = happened.is(forecast.outcome);
    let share = forecast.probability.clamp(0, 100) as f64 / 100.0;
    let squared = came_true.map(|came| (share - f64::from(u8::from(came))).powi(2));
    let off = squared.map_or_else(String::new, |off| format!(", off by {:.2}", to_billionth(off)));
    let said = format!("said {} at {}", forecast.outcome, percent(share));
    let text = match happened {
        Happened::Open => format!("{said}: not known yet"),
        other => format!("{said}: {other}{off}"),
    };
    Said { forecast: forecast.clone(), happened, came_true, squared, text }
}

/// The hit rate over estimates of one account or of the whole book; none without one that is
/// settled.
#[must_use]
pub fn rate<'a>(said: impl IntoIterator<Item = &'a Said>) -> Option<HitRate> {
    let (mut settled, mut came_true, mut sum) = (0_usize, 0, 0.0);
    for one in said {
        let (Some(came), Some(squared)) = (one.came_true, one.squared) else { continue };
        settled += 1;
        came_true += usize::from(came);
        sum += squared;
    }
    (settled > 0).then(|| HitRate { settled, came_true, mean_squared: sum / settled as f64 })
}

#[cfg(test)]
mod tests {
    use super::super::view::tests::Case;
    use super::*;
    use crate::domain::revenue::RevenueKind;
    use crate::domain::signal::trial::{ago, ahead, today};
    use proptest::prelude::*;

    /// What became of the first estimate.
    fn of(case: &Case) -> Happened {
        happened(&case.records, &case.records.forecasts[0], &Rules::default(), today())
    }

    #[test]
    fn what_was_said_is_scored_by_its_square() {
        let mut case = Case::ending(ago(40));
        case.revenue(900, RevenueKind::Opening, 100);
        case.contract().renewal = Renewal::Signed;
        case.said(200, ago(40), Outcome::Full, 80);
        case.said(120, ago(40), Outcome::Lost, 70);
        case.said(100, ago(40), Outcome::Shrink, 50);
        let all = said(&case.records, &Rules::default(), today());
        let texts: Vec<&str> = all.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "said shrink at 50 %: full, off by 0.25",
                "said lost at 70 %: full, off by 0.49",
                "said full at 80 %: full, off by 0.04",
            ]
        );
        // (0.25 + 0.49 + 0.04) / 3
        let rate = rate(&all).expect("settled");
        assert_eq!((rate.settled, rate.came_true), (3, 1));
        assert!((rate.mean_squared - 0.26).abs() < 1e-12);
    }

    #[test]
    fn the_outcome_is_read_from_the_contract_and_the_revenue() {
        let mut case = Case::ending(ago(40));
        case.said(130, ago(40), Outcome::Full, 80);
        assert_eq!(of(&case), Happened::Open, "nobody wrote it down");
        case.contract().renewal = Renewal::Lost;
        assert_eq!(of(&case), Happened::Lost);
        case.contract().renewal = Renewal::Signed;
        assert_eq!(of(&case), Happened::Renewed, "no ARR on record");
        case.revenue(900, RevenueKind::Opening, 100);
        assert_eq!(of(&case), Happened::Full);
        case.revenue(9, RevenueKind::Contraction, -10);
        assert_eq!(of(&case), Happened::Full, "31 days after the end is another story");
        case.revenue(10, RevenueKind::Contraction, -10);
        assert_eq!(of(&case), Happened::Shrink);
        case.contract().renewal = Renewal::NotStarted;
        case.contract().ends_on = Some(ahead(325));
        assert_eq!(of(&case), Happened::Shrink, "the contract of today ends later");
        case.revenue(39, RevenueKind::Churn, -90);
        assert_eq!(of(&case), Happened::Lost);
    }

    #[test]
    fn who_left_by_the_end_was_lost_and_who_left_later_was_not() {
        let mut case = Case::ending(ago(40));
        case.said(130, ago(40), Outcome::Full, 80);
        case.records.account.status = Status::Lost;
        assert_eq!(of(&case), Happened::Lost, "no day of leaving: with the contract");
        case.records.account.lost_on = Some(ago(39));
        assert_eq!(of(&case), Happened::Lost);
        case.records.account.lost_on = Some(ago(38));
        assert_eq!(of(&case), Happened::Open);
        case.records.forecasts[0].ends_on = today();
        assert_eq!(of(&case), Happened::Open);
    }

    #[test]
    fn renewed_for_nobody_knows_how_much_still_tells_that_it_was_not_lost() {
        assert_eq!(Happened::Renewed.is(Outcome::Lost), Some(false));
        assert_eq!(Happened::Renewed.is(Outcome::Full), None);
        assert_eq!(Happened::Open.is(Outcome::Lost), None);
        assert_eq!(rate(&[]), None);
    }

    proptest! {
        #[test]
        fn the_rate_lies_between_sure_hit_and_sure_miss(
            given in proptest::collection::vec((0_usize..3, -20_i64..130), 0..8),
        ) {
            let mut case = Case::ending(ago(40));
            case.revenue(900, RevenueKind::Opening, 100);
            case.contract().renewal = Renewal::Signed;
            for (outcome, probability) in &given {
                case.said(100, ago(40), Outcome::ALL[*outcome], *probability);
            }
            let found = rate(&said(&case.records, &Rules::default(), today()));
            prop_assert_eq!(found.is_some(), !given.is_empty());
            if let Some(rate) = found {
                prop_assert!((0.0..=1.0).contains(&rate.mean_squared));
                prop_assert!(rate.came_true <= rate.settled && rate.settled == given.len());
            }
        }
    }
}
