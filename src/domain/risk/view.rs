//! The risk review as it stands on a day, and what it still lacks.

use super::episode::{Closed, Episode, closes_at, episodes};
use crate::domain::account::Status;
use crate::domain::account::risk_review::RiskReview;
use crate::domain::day::day;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Score;
use crate::domain::score::print::tenth;
use chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct RiskView {
    /// Open by the score, or opened by the user.
    pub open: bool,
    pub opened_on: Option<NaiveDate>,
    /// What the user found out in it.
    pub review: Option<RiskReview>,
    /// The sponsor on our side, where the cause is systemic.
    pub sponsor: Option<String>,
    /// What an open review lacks: root cause, exit criterion, checkpoints.
    pub missing: Vec<&'static str>,
    /// All reviews that the score opened, oldest first.
    pub episodes: Vec<Episode>,
    pub text: String,
}

/// The review of an account on a day. One that the user opened without the score's cause runs
/// until the user closes it.
#[must_use]
pub fn view(records: &Records, score: &Score, rules: &Rules, today: NaiveDate) -> RiskView {
    let episodes = episodes(records, score, rules, today);
    // Who is no client has nothing left to repair; what was written down stays to be read.
    let over = match records.status(today) {
        Status::Active | Status::Notified => None,
        Status::Prospect => Some("No risk review: not a client yet."),
        Status::Lost => Some("No risk review: the account is lost."),
    };
    let running = episodes.last().filter(|one| one.closed_on.is_none());
    let review = newest(records, &episodes, today);
    let opened_on = running.map(|one| one.opened_on).or(review.map(|review| review.opened_on));
    let sponsor = review.and_then(|review| {
        records.colleagues.iter().find(|one| Some(one.id) == review.colleague_id)
    });
    let opened_on = opened_on.filter(|_| over.is_none());
    let text = || text(&episodes, review, score, rules, today);
    RiskView {
        open: opened_on.is_some(),
        opened_on,
        text: over.map_or_else(text, str::to_owned),
        review: review.cloned(),
        sponsor: sponsor.map(|colleague| colleague.name.clone()),
        missing: if opened_on.is_some() { missing(review) } else { Vec::new() },
        episodes,
    }
}

/// The user's own record that belongs to what is open now: the newest one not closed, unless the
/// score has closed it meanwhile.
fn newest<'a>(
    records: &'a Records,
    episodes: &[Episode],
    today: NaiveDate,
) -> Option<&'a RiskReview> {
    let open = |review: &&RiskReview| {
        review.opened_on <= today && review.closed_on.is_none_or(|closed| closed > today)
    };
    let review =
        records.risk_reviews.iter().filter(open).max_by_key(|one| (one.opened_on, one.id))?;
    let settled = episodes.iter().any(|one| {
        let spans = one.closed_on.is_some_and(|closed| review.opened_on <= closed);
        spans && one.opened_on <= review.opened_on
    });
    let running = episodes.last().is_some_and(|one| one.closed_on.is_none());
    (running || !settled).then_some(review)
}

fn missing(review: Option<&RiskReview>) -> Vec<&'static str> {
    let blank = |text: Option<&String>| text.is_none_or(|text| text.trim().is_empty());
    let mut missing = Vec::new();
    if review.is_none_or(|one| one.cause.is_none()) {
        missing.push("root cause: product, service or relationship");
    }
    if blank(review.and_then(|one| one.exit_criterion.as_ref())) {
        missing.push("exit criterion");
    }
    if blank(review.and_then(|one| one.checkpoints.as_ref())) {
        missing.push("days to look at it again");
    }
    missing
}

fn text(
    episodes: &[Episode],
    review: Option<&RiskReview>,
    score: &Score,
    rules: &Rules,
    today: NaiveDate,
) -> String {
    let risk = rules.figure(Limit::RiskBelow);
    let stands = match (score.value, score.band) {
        (Some(value), Some(_)) => format!("now {}", tenth(value)),
        (Some(value), None) => format!("now {}, too little known for a verdict", tenth(value)),
        (None, _) => "now unknown".to_owned(),
    };
    let when = |on: NaiveDate| day(on, today);
    match (episodes.last(), review) {
        (Some(Episode { opened_on, closed_on: None, .. }), _) => format!(
            "Risk review open since {}: the score fell under {risk}. It closes at {}, or by hand \
             with a reason; {stands}.",
            when(*opened_on),
            rules.figure(closes_at(rules))
        ),
        (_, Some(review)) => format!(
            "Risk review opened by you {}: it closes by hand; {stands}.",
            when(review.opened_on)
        ),
        (Some(Episode { closed_on: Some(on), closed, reason, .. }), None) => {
            let why = match (closed, reason) {
                (Some(Closed::ByHand), Some(reason)) => format!(" by hand {}: {reason}", when(*on)),
                (Some(Closed::ByHand), None) => format!(" by hand {}", when(*on)),
                _ => format!(" {}: the score was back", when(*on)),
            };
            format!("Risk review closed{why}; {stands}.")
        }
        (None, None) => format!("No risk review: it opens under {risk}; {stands}."),
    }
}

#[cfg(test)]
mod tests {
    use super::super::episode::tests::{history, review, scored};
    use super::*;
    use crate::domain::account::risk_review::RootCause;
    use crate::domain::score::Band;
    use crate::domain::signal::trial::{ago, today};

    fn seen(records: &Records, now: f64) -> RiskView {
        view(records, &scored(Some(now), Some(Band::Watch)), &Rules::default(), today())
    }

    #[test]
    fn an_open_review_says_when_it_closes_and_what_it_lacks() {
        let mut records = history(&[(40, 5.4)]);
        let found = seen(&records, 6.24);
        assert_eq!((found.open, found.opened_on, found.missing.len()), (true, Some(ago(40)), 3));
        assert_eq!(
            found.text,
            "Risk review open since 13 Oct: the score fell under 6. It closes at 6.5, or by hand \
             with a reason; now 6.2."
        );
        let mut one = review(38, None);
        one.cause = Some(RootCause::Service);
        one.exit_criterion = Some("two weeks without a severe ticket".to_owned());
        one.checkpoints = Some(" ".to_owned());
        records.risk_reviews = vec![one];
        let found = seen(&records, 6.24);
        assert_eq!(found.missing, ["days to look at it again"]);
        assert_eq!(found.review.map(|one| one.opened_on), Some(ago(38)));
    }

    #[test]
    fn a_closed_one_says_what_closed_it() {
        let mut records = history(&[(40, 5.4)]);
        records.risk_reviews = vec![review(38, None)];
        let found = seen(&records, 6.5);
        assert_eq!((found.open, found.review, found.missing.len()), (false, None, 0));
        assert_eq!(found.text, "Risk review closed 22 Nov: the score was back; now 6.5.");
        records.risk_reviews = vec![review(38, Some(3))];
        let found = seen(&records, 5.4);
        assert_eq!(found.text, "Risk review closed by hand 19 Nov: one bad month; now 5.4.");
        assert!(!found.open);
        let none = seen(&history(&[]), 7.0);
        assert_eq!(none.text, "No risk review: it opens under 6; now 7.0.");
    }

    #[test]
    fn who_left_has_no_review_open() {
        let mut records = history(&[(40, 5.4)]);
        records.risk_reviews = vec![review(38, None)];
        records.account.status = Status::Lost;
        let found = seen(&records, 5.4);
        assert_eq!((found.open, found.opened_on, found.missing.len()), (false, None, 0));
        assert_eq!(found.text, "No risk review: the account is lost.");
        assert!(found.review.is_some() && found.episodes.len() == 1, "still to be read");
    }

    #[test]
    fn it_never_closes_where_it_would_open_again() {
        let records = history(&[(40, 6.4)]);
        let rules = Rules::default().with(Limit::RiskBelow, 7.0);
        let score = scored(Some(6.8), Some(Band::Risk));
        let found = view(&records, &score, &rules, today());
        assert_eq!(
            found.text,
            "Risk review open since 13 Oct: the score fell under 7. It closes at 7, or by hand \
             with a reason; now 6.8."
        );
    }

    #[test]
    fn one_that_the_user_opened_closes_by_hand_alone() {
        let mut records = history(&[(400, 5.0), (300, 7.0)]);
        records.risk_reviews = vec![review(38, None)];
        let found = seen(&records, 7.0);
        assert_eq!((found.open, found.opened_on), (true, Some(ago(38))));
        assert_eq!(found.text, "Risk review opened by you 15 Oct: it closes by hand; now 7.0.");
    }
}
