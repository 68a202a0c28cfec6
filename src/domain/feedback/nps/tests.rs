use super::super::sample::{Asked, ago, today};
use super::*;
use Level::{DecisionMaker, Influencer, User};
use proptest::prelude::*;

fn of(asked: &Asked) -> Nps {
    account(&asked.records, &asked.rules, today())
}

/// Everybody on one level, with these answers.
fn answered(points: &[i64]) -> Asked {
    let mut asked = Asked::new();
    for points in points {
        let one = asked.contact("P", Some(User));
        asked.answer(20, Some(one), *points);
    }
    asked
}

#[test]
fn nobody_asked_makes_no_nps() {
    let found = of(&Asked::new());
    assert_eq!(found, Nps { few: true, ..Nps::default() });
    assert_eq!(found.text(), "no NPS: nobody answered within a year");
}

#[test]
fn all_silent_makes_no_nps_and_never_a_zero() {
    let mut asked = Asked::new();
    for _ in 0..4 {
        let one = asked.contact("P", Some(User));
        asked.invite(20, one);
    }
    assert_eq!((of(&asked).nps, of(&asked).answers), (None, 0));
}

#[test]
fn one_answer_is_the_whole() {
    for (points, nps) in [(10, 100), (9, 100), (8, 0), (7, 0), (6, -100), (0, -100)] {
        assert_eq!(of(&answered(&[points])).nps, Some(nps), "{points}");
    }
}

#[test]
fn seven_passives_and_three_detractors_make_minus_thirty() {
    let found = of(&answered(&[7, 7, 7, 7, 8, 8, 8, 0, 5, 6]));
    assert_eq!(found.nps, Some(-30));
    assert_eq!((found.promoters, found.passives, found.detractors), (0, 7, 3));
    assert!(!found.few, "ten answers are enough for a figure");
    assert_eq!(found.text(), "NPS −30: no promoters, 7 passives, 3 detractors");
    assert!(of(&answered(&[7; 9])).few);
}

#[test]
fn anonymous_answers_count_one_each_and_stand_on_no_level() {
    let mut asked = Asked::new();
    let boss = asked.contact("A. Ruiz", Some(DecisionMaker));
    asked.answer(3, Some(boss), 9);
    asked.answer(5, None, 2);
    asked.answer(5, None, 2);
    let found = of(&asked);
    // (1 − 2) / 3 = −33.3
    assert_eq!((found.nps, found.answers, found.anonymous), (Some(-33), 3, 2));
    assert_eq!(found.newest_on, Some(ago(3)));
    assert_eq!(found.text(), "NPS −33: 1 promoter, no passives, 2 detractors (2 anonymous)");
    let levels = levels(&asked.records, &asked.rules, today());
    let by: Vec<_> = levels.iter().map(|one| (one.level, one.nps.nps, one.nps.answers)).collect();
    assert_eq!(
        by,
        [
            (Some(DecisionMaker), Some(100), 1),
            (Some(Influencer), None, 0),
            (Some(User), None, 0),
            (None, Some(-100), 2),
        ]
    );
    assert_eq!(widest(&levels), None, "who has no level is no level");
}

#[test]
fn each_contact_has_one_vote_the_latest_of_a_year() {
    let mut asked = Asked::new();
    let one = asked.contact("A", Some(User));
    let two = asked.contact("B", Some(User));
    asked.answer(200, Some(one), 2);
    asked.answer(10, Some(one), 9);
    asked.answer(365, Some(two), 0);
    asked.scaled(crate::domain::feedback::Scale::Csat, 1, Some(one), 1);
    assert_eq!((of(&asked).nps, of(&asked).answers), (Some(0), 2));
    asked.records.answers.retain(|answer| answer.on_date != ago(365));
    asked.answer(366, Some(two), 0);
    assert_eq!((of(&asked).nps, of(&asked).answers), (Some(100), 1), "a day over the year");
    asked.edit(one, |one| one.left_on = Some(today()));
    assert_eq!(of(&asked).nps, None, "who left no longer votes");
}

#[test]
fn the_levels_furthest_apart_are_told() {
    let mut asked = Asked::new();
    let boss = asked.contact("A", Some(DecisionMaker));
    let (one, two) = (asked.contact("B", Some(User)), asked.contact("C", Some(User)));
    let mid = asked.contact("D", Some(Influencer));
    asked.answer(4, Some(boss), 9);
    let found = |asked: &Asked| widest(&levels(&asked.records, &asked.rules, today()));
    assert_eq!(found(&asked), None, "one level heard");
    asked.answer(4, Some(one), 8);
    asked.answer(4, Some(two), 3);
    asked.answer(4, Some(mid), 7);
    let apart = found(&asked).expect("two levels");
    assert_eq!((apart.high_level, apart.high), (DecisionMaker, 100));
    assert_eq!((apart.low_level, apart.low, apart.apart), (User, -50, 150));
}

proptest! {
    #[test]
    fn the_counts_sum_and_the_levels_make_the_account(
        answers in proptest::collection::vec((0_i64..11, 0_usize..5, 0_i64..500), 0..30),
    ) {
        let mut asked = Asked::new();
        for (points, level, days) in answers {
            let who = (level < 4).then(|| asked.contact("P", Level::ALL.get(level).copied()));
            asked.answer(days, who, points);
        }
        let all = of(&asked);
        prop_assert_eq!(all.promoters + all.passives + all.detractors, all.answers);
        prop_assert_eq!(all.nps.is_none(), all.answers == 0);
        prop_assert!(all.nps.is_none_or(|nps| (-100..=100).contains(&nps)));
        let levels = levels(&asked.records, &asked.rules, today());
        let sum = |count: fn(&Nps) -> usize| levels.iter().map(|one| count(&one.nps)).sum::<usize>();
        prop_assert_eq!(sum(|one| one.promoters), all.promoters);
        prop_assert_eq!(sum(|one| one.detractors), all.detractors);
        prop_assert_eq!(sum(|one| one.answers), all.answers);
        prop_assert_eq!(sum(|one| one.anonymous), all.anonymous);
    }
}
