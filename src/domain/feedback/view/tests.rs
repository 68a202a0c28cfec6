use super::super::sample::{Asked, ago, today};
use super::*;
use crate::domain::contact::Level;

#[test]
fn drivers_are_counted_and_the_worst_comes_first() {
    let mut asked = Asked::new();
    for (points, driver) in [
        (9, Some(Driver::Product)),
        (8, Some(Driver::Product)),
        (9, Some(Driver::Product)),
        (2, Some(Driver::Support)),
        (3, None),
    ] {
        let one = asked.contact("P", Some(Level::User));
        let id = asked.answer(9, Some(one), points);
        let answer = asked.records.answers.iter_mut().find(|answer| answer.id == id);
        answer.expect("an answer").driver = driver;
    }
    let found = drivers(&asked.records, &asked.rules, today());
    let told: Vec<_> =
        found.iter().map(|one| (one.driver, one.promoters, one.passives, one.detractors)).collect();
    assert_eq!(told, [(Driver::Support, 0, 0, 1), (Driver::Product, 2, 1, 0)]);
}

#[test]
fn other_scales_are_kept_under_their_own_name() {
    let mut asked = Asked::new();
    asked.scaled(Scale::Ces, 30, None, 6);
    asked.scaled(Scale::Ces, 3, None, 2);
    asked.scaled(Scale::Stars, 3, None, 5);
    asked.scaled(Scale::Value, 3, None, 5);
    asked.answer(3, None, 9);
    let found = scales(&asked.records, today());
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.scale, one.from..=one.to, one.answers, one.latest, one.latest_on))
        .collect();
    assert_eq!(told, [(Scale::Ces, 1..=7, 2, 2, ago(3)), (Scale::Stars, 1..=5, 1, 5, ago(3)),]);
}
