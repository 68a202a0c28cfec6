use super::stroke::{Stroke, Target};
use super::*;
use crate::domain::account::metric::MetricKind::TicketsMinor;
use crate::domain::account::own_score;
use crate::domain::change::Change;
use crate::domain::score::sample::{Sample, today};
use Factor::{Pulse, Support, Usage, Value};

fn row(sample: &Sample) -> Row {
    let mut records = sample.records.clone();
    // The newest first, as they are read.
    records.own_scores.sort_by_key(|own| std::cmp::Reverse((own.on_date, own.id)));
    let around = Around { in_use: vec![Usage], ..Around::default() };
    Row::of(&records, &around, &Rules::default(), today())
}

fn cell(sample: &Sample, factor: Factor) -> FactorCell {
    row(sample).factor(factor).expect("one of ten").clone()
}

/// Support: no open ticket is 10, five minor ones 5.5; fresh and in force for 45 days. Value holds
/// for 196 days.
fn support(days: i64) -> Sample {
    Sample::new().metric(TicketsMinor, days, 5.0)
}

#[test]
fn every_cell_says_what_it_rests_on() {
    for (sample, factor, state, score) in [
        (support(9), Support, State::Measured, Some(5.5)),
        (support(46), Support, State::Stale, Some(5.5)),
        (support(9).own(Support, 3, 8, None), Support, State::Mine, Some(8.0)),
        // The digit has expired: the measure is back.
        (support(9).own(Support, 46, 8, None), Support, State::Measured, Some(5.5)),
        (Sample::new().own(Value, 197, 8, None), Value, State::Stale, Some(8.0)),
        (Sample::new(), Usage, State::Unknown, None),
        (Sample::new(), Value, State::NotInUse, None),
    ] {
        let cell = cell(&sample, factor);
        assert_eq!((cell.state(), cell.score), (state, score), "{factor}");
        assert_eq!(cell.wants_a_look(), matches!(state, State::Stale | State::Unknown));
    }
}

#[test]
fn a_row_has_all_ten_in_their_order() {
    let row = row(&support(9));
    let order: Vec<Factor> = row.factors.iter().map(|cell| cell.factor).collect();
    assert_eq!(order, Factor::ALL);
    assert_eq!(row.factor(Support).map(|cell| cell.factor), Some(Support));
}

#[test]
fn an_account_is_put_in_its_place_and_taken_out() {
    let row = |id| Row { account: Id(id), factors: Vec::new(), basics: Basics::bare(Id(id), "") };
    let mut grid = Grid::new(vec![row(2), row(5)], Vec::new(), today());
    grid.put(row(3));
    grid.put(Row { factors: vec![cell(&support(9), Support)], ..row(5) });
    grid.take_out(Id(2));
    grid.take_out(Id(9));
    let ids: Vec<Id> = grid.rows().iter().map(|row| row.account).collect();
    assert_eq!(ids, [Id(3), Id(5)]);
    assert_eq!(grid.row(Id(5)).map(|row| row.factors.len()), Some(1));
    assert_eq!(grid.row(Id(2)), None);
}

/// What a stroke makes of a cell: the digit that is written, or nothing.
fn points(stroke: Stroke, sample: &Sample, factor: Factor) -> Option<i64> {
    let cell = cell(sample, factor);
    let target = Target { account: Id(1), name: "Contoso", cell: &cell };
    let struck = stroke.on(&[target], today())?;
    match struck.changes.as_slice() {
        [Change::OwnScore(own_score::Change::Added(own))] => Some(own.points),
        [Change::OwnScore(own_score::Change::Edited { fields, .. })] => {
            fields.iter().find_map(|field| match field {
                own_score::Field::Points(points) => Some(*points),
                _ => None,
            })
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_up_and_one_down_go_to_the_next_whole_number() {
    // Five minor tickets are 5.5.
    for (stroke, sample, wanted) in [
        (Stroke::Up, support(9), Some(6)),
        (Stroke::Down, support(9), Some(5)),
        (Stroke::Up, support(9).own(Support, 3, 8, None), Some(9)),
        (Stroke::Down, support(9).own(Support, 0, 8, None), Some(7)),
        (Stroke::Up, support(9).own(Support, 0, 10, None), None),
        (Stroke::Down, support(9).own(Support, 2, 1, None), None),
        (Stroke::Up, Sample::new(), Some(6)),
        (Stroke::Down, Sample::new(), Some(5)),
        (Stroke::Points(10), support(9), Some(10)),
        // Said today already; said another day it is said again.
        (Stroke::Points(8), support(9).own(Support, 0, 8, None), None),
        (Stroke::Points(8), support(9).own(Support, 1, 8, None), Some(8)),
    ] {
        assert_eq!(points(stroke, &sample, Support), wanted, "{stroke:?}");
    }
}

#[test]
fn the_same_day_is_written_once_more_and_another_day_anew() {
    let struck = |days| {
        let cell = cell(&Sample::new().own(Pulse, days, 4, Some("quiet")), Pulse);
        let target = Target { account: Id(1), name: "Contoso", cell: &cell };
        Stroke::Points(5).on(&[target], today()).expect("a change")
    };
    let again = struck(0);
    assert!(
        matches!(&again.changes[..], [Change::OwnScore(own_score::Change::Edited { fields, .. })]
            if fields.contains(&own_score::Field::Reason(None))),
        "the reason was the other digit's: {:?}",
        again.changes
    );
    assert_eq!(again.expected.len(), 2);
    let anew = struck(1);
    assert!(matches!(&anew.changes[..], [Change::OwnScore(own_score::Change::Added(_))]));
    assert_eq!((anew.label.as_str(), anew.account), ("Contoso: Pulse 5", Some(Id(1))));
}

#[test]
fn still_true_and_taken_back_are_for_own_digits() {
    let old = cell(&Sample::new().own(Pulse, 9, 4, Some("quiet")), Pulse);
    let of_today = cell(&Sample::new().own(Pulse, 0, 4, None), Pulse);
    let none = cell(&support(9), Support);
    let target = |cell| Target { account: Id(1), name: "Contoso", cell };
    let struck = Stroke::StillTrue.on(&[target(&old)], today()).expect("a change");
    let [Change::OwnScore(own_score::Change::Added(again))] = &struck.changes[..] else {
        panic!("{:?}", struck.changes)
    };
    assert_eq!((again.points, again.on_date), (4, today()));
    assert_eq!(again.reason.as_deref(), Some("quiet"));
    assert_eq!(struck.label, "Contoso: Pulse 4 still true");
    for (stroke, cell, says) in [
        (Stroke::StillTrue, &of_today, "Pulse 4 is of today."),
        (Stroke::StillTrue, &none, "Support has no score of your own; a digit sets one, 0 is 10."),
        (Stroke::TakeBack, &none, "Support has no score of your own; a digit sets one, 0 is 10."),
    ] {
        assert_eq!(stroke.on(&[target(cell)], today()), None);
        assert_eq!(stroke.nothing(&[target(cell)]), says);
    }
    let all = [target(&old), target(&of_today), target(&none)];
    let back = Stroke::TakeBack.on(&all, today()).expect("two changes");
    assert_eq!(back.changes.len(), 2);
    assert_eq!(back.label, "Contoso: 2 own scores taken back, 1 left as they are");
}

#[test]
fn a_range_is_one_step_and_asks_where_a_word_is_wanted() {
    let measured = cell(&support(9), Support);
    let mine = cell(&support(9).own(Support, 3, 6, None), Support);
    let said = cell(&support(9).own(Support, 0, 7, None), Support);
    let target = |account, cell| Target { account: Id(account), name: "Contoso", cell };
    // 5.5 → 7 crosses 6; 6 → 7 does neither; the third is 7 already.
    let all = [target(1, &measured), target(2, &mine), target(3, &said)];
    let struck = Stroke::Points(7).on(&all, today()).expect("two changes");
    assert_eq!(struck.label, "Support 7 for 2 accounts, 1 left as they are");
    assert_eq!((struck.account, struck.changes.len()), (None, 2));
    let asked: Vec<(Id, i64)> = struck.asked.iter().map(|one| (one.account, one.points)).collect();
    assert_eq!(asked, [(Id(1), 7)]);
    assert_eq!(
        struck.asked[0].question,
        "It was 5.5 and comes back to 6 or more: what has changed?"
    );
    assert_eq!(Stroke::Points(7).nothing(&all[2..]), "Support is 7 already, said today.");
}
