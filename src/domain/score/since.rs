//! What moved a score since the last own review, factor by factor: the account as its records
//! have it for that day beside the account of today.

use super::trend::compared;
use super::{FactorScore, Score, Source, print};
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::rules::Rules;
use crate::domain::word::words;
use chrono::NaiveDate;

/// The day that a score is compared with.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Then {
    pub on: NaiveDate,
    /// It is the last own review, not four weeks ago.
    pub reviewed: bool,
    /// The score that stood there on that day.
    pub stood: f64,
}

/// What the score is compared with; none where nothing is kept from that far back.
#[must_use]
pub fn then(records: &Records, rules: &Rules, today: NaiveDate) -> Option<Then> {
    let (on, stood) = compared(records, rules, today)?;
    Some(Then { on, reviewed: records.account.reviewed_on == Some(on), stood })
}

words! {
    /// Why a factor counts otherwise than it did.
    Cause {
        /// Unknown then.
        Came = "evidence came",
        /// Unknown now.
        Gone = "evidence expired",
        /// Own digit then or now, and the other not.
        Source = "other source",
        /// Records came, or no longer count.
        Records = "records came or went",
        /// The map is another: people came, left or were not verified for long.
        Map = "people came, left or aged",
        /// The same records, and time passed.
        Time = "time passed",
        /// The value stands; its share of the whole is another.
        Share = "other weights",
    }
}

/// One factor then and now.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Move {
    pub factor: Factor,
    pub then: Option<f64>,
    pub now: Option<f64>,
    /// What it added to the score or took off it; over all factors they sum to the whole move.
    pub points: f64,
    pub cause: Cause,
}

/// What a score did since the day that it is compared with.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Since {
    #[serde(flatten)]
    pub then: Then,
    /// The score of that day by what is known of it today; `stood` is what was seen then.
    pub judged: Option<f64>,
    pub moves: Vec<Move>,
}

/// The two days beside each other; `before` is the score judged for the day of `then`.
#[must_use]
pub fn since(then: Then, before: &Score, now: &Score) -> Since {
    Since { then, judged: before.value, moves: moves(before, now) }
}

/// The factors that count otherwise than they did, the largest move first.
#[must_use]
pub fn moves(then: &Score, now: &Score) -> Vec<Move> {
    let mut moves: Vec<Move> = now.factors.iter().filter_map(|one| moved(then, one)).collect();
    moves.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    moves
}

fn moved(then: &Score, now: &FactorScore) -> Option<Move> {
    let before = then.factor(now.factor)?;
    let points = print::to_billionth(before.costs - now.costs);
    let printed = |factor: &FactorScore| factor.score.map(print::tenth);
    let cause = match (before.score, now.score) {
        (None, None) => return None,
        (None, Some(_)) => Cause::Came,
        (Some(_), None) => Cause::Gone,
        _ if printed(before) == printed(now) && points == 0.0 => return None,
        _ if printed(before) == printed(now) => Cause::Share,
        _ if before.source != now.source => Cause::Source,
        _ if now.factor == Factor::Coverage && now.source == Source::Measured => Cause::Map,
        _ if records(before) != records(now) => Cause::Records,
        _ => Cause::Time,
    };
    Some(Move { factor: now.factor, then: before.score, now: now.score, points, cause })
}

/// The records that a factor rests on.
fn records(factor: &FactorScore) -> Vec<(&'static str, Id)> {
    let mut records: Vec<_> = factor.evidence.iter().filter_map(|one| one.record).collect();
    records.sort_unstable();
    records
}

#[cfg(test)]
mod tests {
    use super::super::assemble::score;
    use super::super::sample::{Sample, ago, near, today};
    use super::*;
    use crate::domain::account::metric::MetricKind::TicketsMinor;
    use crate::domain::records::ScorePoint;
    use crate::domain::rules::Rules;
    use Factor::{Contact, Pulse, Support};
    use chrono::NaiveDate;

    fn on(sample: &Sample, day: NaiveDate) -> Score {
        score(&sample.records, &sample.map(), &[], &Rules::default(), day)
    }

    #[test]
    fn each_move_has_its_cause_and_they_sum_to_the_whole() {
        let mut sample = Sample::new().own(Pulse, 40, 8, None).own(Pulse, 2, 6, None).metric(
            TicketsMinor,
            3,
            5.0,
        );
        sample.records.account.talk_every = Some(30);
        sample.records.last_two_way_on = Some(ago(50));
        let (then, now) = (on(&sample, ago(28)), on(&sample, today()));
        let moves = moves(&then, &now);
        let cause = |factor| moves.iter().find(|one| one.factor == factor).map(|one| one.cause);
        assert_eq!(cause(Pulse), Some(Cause::Records));
        assert_eq!(cause(Support), Some(Cause::Came));
        assert_eq!(cause(Contact), Some(Cause::Time));
        let sum: f64 = moves.iter().map(|one| one.points).sum();
        near(sum, now.value.expect("known") - then.value.expect("known"));
        assert!(moves.windows(2).all(|two| two[0].points.abs() >= two[1].points.abs()));
    }

    #[test]
    fn what_stands_still_moves_only_with_the_weights_around_it() {
        let sample = Sample::new().own(Pulse, 40, 8, None);
        assert_eq!(moves(&on(&sample, ago(28)), &on(&sample, today())), []);
        let sample = sample.metric(TicketsMinor, 3, 5.0);
        let moves = moves(&on(&sample, ago(28)), &on(&sample, today()));
        let pulse = moves.iter().find(|one| one.factor == Pulse).expect("it moved");
        assert_eq!((pulse.cause, pulse.then, pulse.now), (Cause::Share, Some(8.0), Some(8.0)));
        assert!(pulse.points > 0.0, "it takes off less of a larger whole");
    }

    #[test]
    fn it_is_compared_with_the_review_else_with_four_weeks_ago() {
        let mut sample = Sample::new();
        assert_eq!(then(&sample.records, &Rules::default(), today()), None);
        sample.records.history = vec![ScorePoint {
            on_date: ago(60),
            score: Some(7.0),
            known: 1.0,
            rules_changed: false,
        }];
        let found = then(&sample.records, &Rules::default(), today()).expect("a day");
        assert_eq!(found, Then { on: ago(28), reviewed: false, stood: 7.0 });
        sample.records.account.reviewed_on = Some(ago(9));
        let found = then(&sample.records, &Rules::default(), today()).expect("a day");
        assert_eq!((found.on, found.reviewed), (ago(9), true));
    }
}
