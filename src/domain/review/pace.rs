//! How fast a review goes, and how long the rest of it will take.

use super::visit::Visit;

/// Seconds that an account is taken to need before the first was looked at.
const FIRST: i64 = 30;

/// How far a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Pace {
    /// Accounts looked at, of those that are to be.
    pub done: usize,
    pub of: usize,
    /// Seconds for each of those that were timed; 30 before the first.
    pub each: i64,
    /// Minutes that the others will take, rounded up.
    pub minutes_left: i64,
}

/// The pace of the accounts that are looked at by themselves.
#[must_use]
pub fn pace<'a>(visits: impl Iterator<Item = &'a Visit>) -> Pace {
    let (mut done, mut of, mut timed, mut seconds) = (0, 0, 0, 0);
    for visit in visits {
        of += 1;
        if visit.result.is_none() {
            continue;
        }
        done += 1;
        if visit.seconds > 0 {
            timed += 1;
            seconds += visit.seconds;
        }
    }
    let each = if timed > 0 { (seconds + timed / 2) / timed } else { FIRST };
    Pace { done, of, each, minutes_left: minutes(of - done, each) }
}

/// Minutes for so many accounts, rounded up.
#[must_use]
pub fn minutes(accounts: usize, each: i64) -> i64 {
    let accounts = i64::try_from(accounts).unwrap_or(i64::MAX);
    accounts.saturating_mul(each).saturating_add(59) / 60
}

/// Minutes that a review of so many accounts takes, before the first was looked at.
#[must_use]
pub fn ahead(accounts: usize) -> i64 {
    minutes(accounts, FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cell::Id;
    use crate::domain::review::visit::VisitResult;

    fn visit(result: Option<VisitResult>, seconds: i64) -> Visit {
        Visit {
            id: Id(1),
            review_id: Id(1),
            account_id: Id(1),
            place: 1,
            queued: true,
            why: String::new(),
            score: None,
            result,
            seconds,
        }
    }

    #[test]
    fn before_the_first_an_account_takes_half_a_minute() {
        let visits = vec![visit(None, 0); 14];
        let found = pace(visits.iter());
        assert_eq!(found, Pace { done: 0, of: 14, each: 30, minutes_left: 7 });
        assert_eq!((ahead(14), ahead(0)), (7, 0));
    }

    #[test]
    fn what_it_took_so_far_tells_what_is_left() {
        let fine = Some(VisitResult::Fine);
        let mut visits =
            vec![visit(fine, 40), visit(fine, 21), visit(Some(VisitResult::Skipped), 0)];
        visits.extend(vec![visit(None, 90); 5]);
        // 61 seconds for two: 31 each; five are left, 155 seconds.
        let found = pace(visits.iter());
        assert_eq!(found, Pace { done: 3, of: 8, each: 31, minutes_left: 3 });
    }
}
