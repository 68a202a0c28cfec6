//! What an undo, another program or a choice on another stage did to the accounts of the review
//! since they were last seen.

use crate::domain::cell::Id;
use crate::domain::review::ritual::Ritual;
use crate::domain::review::visit::Visit;

/// The accounts as they were last seen.
#[derive(Debug, Default)]
pub struct Seen {
    visits: Vec<Visit>,
}

/// What happened, as far as it leads somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Nothing,
    /// This account waits again, or was picked out of the rest.
    Account(Id),
    /// The rest waits again, or somebody is back among it.
    Rest,
}

impl Seen {
    /// Takes over how they stand now.
    pub fn keep(&mut self, ritual: &Ritual) {
        if self.visits != ritual.visits {
            self.visits.clone_from(&ritual.visits);
        }
    }

    #[must_use]
    pub fn news(&self, ritual: &Ritual) -> News {
        if self.visits == ritual.visits {
            return News::Nothing;
        }
        let before = |visit: &Visit| self.visits.iter().find(|one| one.id == visit.id);
        let pairs = || ritual.visits.iter().filter_map(|now| Some((before(now)?, now)));
        // What was decided last is taken back first.
        let again = pairs().rfind(|(was, now)| was.result.is_some() && now.result.is_none());
        let moved = pairs().find(|(was, now)| was.queued != now.queued);
        match moved.or(again) {
            Some((_, now)) if now.queued => News::Account(now.account_id),
            Some(_) => News::Rest,
            None => News::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::review::visit::VisitResult;

    fn ritual(accounts: &[(bool, Option<VisitResult>)]) -> Ritual {
        let visits = (1..).zip(accounts).map(|(number, (queued, result))| Visit {
            id: Id(100 + number),
            review_id: Id(7),
            account_id: Id(number),
            place: number,
            queued: *queued,
            why: String::new(),
            score: None,
            result: *result,
            seconds: 0,
        });
        Ritual { visits: visits.collect(), ..Ritual::default() }
    }

    #[test]
    fn what_waits_again_is_gone_back_to_and_what_is_decided_is_not() {
        const FINE: Option<VisitResult> = Some(VisitResult::Fine);
        let news = |was: &[_], now: &[_]| {
            let mut seen = Seen::default();
            seen.keep(&ritual(was));
            seen.news(&ritual(now))
        };
        assert_eq!(news(&[(true, None)], &[(true, FINE)]), News::Nothing);
        assert_eq!(news(&[(true, FINE), (true, None)], &[(true, None); 2]), News::Account(Id(1)));
        assert_eq!(news(&[(false, FINE); 2], &[(false, None); 2]), News::Rest);
        assert_eq!(news(&[(false, None)], &[(true, None)]), News::Account(Id(1)));
        assert_eq!(news(&[(false, FINE)], &[(true, None)]), News::Account(Id(1)));
        assert_eq!(news(&[(true, None)], &[(false, None)]), News::Rest);
        assert_eq!(news(&[], &[(true, None)]), News::Nothing, "nobody has seen it before");
    }
}
