use super::super::Scale;
use super::super::sample::{Asked, ago, today};
use super::*;
use crate::domain::revenue::value_item::{ValueItem, ValueResult};

fn of(asked: &Asked) -> Perceived {
    perceived(&asked.records, &asked.rules, today())
}

fn felt(asked: &Asked, nps: i64) -> Option<Unfelt> {
    unfelt(&asked.records, Some(nps), &asked.rules, today())
}

fn item(asked: &mut Asked, by: Option<Id>, confirmed: Option<i64>) {
    asked.records.values.push(ValueItem {
        id: Id(900),
        account_id: Id(1),
        on_date: ago(200),
        result: ValueResult::TimeSaved,
        amount: None,
        unit: None,
        source: None,
        confirmed_by: by,
        confirmed_on: confirmed.map(ago),
        note: None,
    });
}

#[test]
fn the_latest_value_and_the_one_before() {
    let mut asked = Asked::new();
    assert_eq!(of(&asked).text, "nobody was asked what it is worth to them");
    let roy = asked.contact("J. Roy", None);
    asked.scaled(Scale::Value, 200, Some(roy), 8);
    asked.scaled(Scale::Value, 19, Some(roy), 4);
    asked.answer(2, Some(roy), 10);
    let found = of(&asked);
    assert_eq!(found.latest.as_ref().map(|told| told.points), Some(4));
    assert_eq!(found.before.as_ref().map(|told| told.points), Some(8));
    assert_eq!(found.text, "J. Roy put the value at 4, 3 Nov");
    assert_eq!(found.confirmed_on, None, "the latest is low, and no figure before it stands");
}

#[test]
fn a_review_at_which_nobody_asked_is_told() {
    let mut asked = Asked::new();
    asked.records.held = vec![(MeetingType::Qbr, ago(30)), (MeetingType::CheckIn, ago(3))];
    assert_eq!(of(&asked).not_asked_at, Some((MeetingType::Qbr, ago(30))));
    asked.scaled(Scale::Value, 31, None, 8);
    assert_eq!(of(&asked).not_asked_at, Some((MeetingType::Qbr, ago(30))));
    asked.scaled(Scale::Value, 30, None, 8);
    assert_eq!(of(&asked).not_asked_at, None);
}

#[test]
fn liked_and_yet_not_worth_it() {
    let mut asked = Asked::new();
    let roy = asked.contact("J. Roy", None);
    assert_eq!(felt(&asked, 30), Some(Unfelt::Never));
    assert_eq!(felt(&asked, 29), None, "not liked enough for the question");
    let answer = asked.scaled(Scale::Value, 182, Some(roy), 6);
    assert_eq!(felt(&asked, 30), None);
    asked.records.answers[0].on_date = ago(183);
    assert_eq!(felt(&asked, 30), Some(Unfelt::Since(ago(183))));
    asked.records.answers[0].points = 5;
    let low = Unfelt::Low { answer, points: 5, on_date: ago(183) };
    assert_eq!(felt(&asked, 30), Some(low));
}

#[test]
fn a_result_they_agreed_to_confirms_the_value() {
    let mut asked = Asked::new();
    item(&mut asked, None, None);
    assert_eq!(felt(&asked, 50), Some(Unfelt::Never), "nobody there agreed to it");
    item(&mut asked, None, Some(182));
    assert_eq!((felt(&asked, 50), of(&asked).confirmed_on), (None, Some(ago(182))));
    asked.records.values.clear();
    item(&mut asked, Some(Id(5)), None);
    assert_eq!(felt(&asked, 50), Some(Unfelt::Since(ago(200))), "on the day of the result");
}
