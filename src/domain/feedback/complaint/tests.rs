use super::super::sample::{Asked, ago, today};
use super::*;

fn open(asked: &Asked) -> Vec<Option<Id>> {
    detractors(&asked.records, &asked.rules, today())
        .into_iter()
        .filter(|one| one.closed.is_none())
        .map(|one| one.contact.map(|contact| contact.id))
        .collect()
}

fn angry(asked: &Asked) -> Option<(Id, NaiveDate, NaiveDate)> {
    upset(&asked.records, &asked.rules, today()).map(|one| (one.worst.id, one.since, one.newest))
}

#[test]
fn a_detractor_is_closed_by_a_later_talk_with_that_person_alone() {
    let mut asked = Asked::new();
    let (ott, roy) = (asked.contact("K. Ott", None), asked.contact("J. Roy", None));
    let seven = asked.answer(20, Some(ott), 7);
    assert!(open(&asked).is_empty(), "a passive is none");
    asked.records.answers.retain(|answer| answer.id != seven);
    asked.answer(20, Some(ott), 6);
    asked.talk(3, &[roy], 2);
    asked.talk(3, &[], 2);
    asked.talk(3, &[ott], -1);
    asked.talk(20, &[ott], 2);
    assert_eq!(open(&asked), [Some(ott)]);
    let talk = asked.talk(19, &[roy, ott], 0);
    assert_eq!(open(&asked), []);
    let one = &detractors(&asked.records, &asked.rules, today())[0];
    let closed = Closed { on_date: ago(19), record: ("talk", talk), reason: None };
    assert_eq!(one.closed, Some(closed));
    asked.answer(5, Some(ott), 3);
    assert_eq!(open(&asked), [Some(ott)], "asked again, and still against us");
}

#[test]
fn a_detractor_is_closed_by_hand_for_that_person() {
    let mut asked = Asked::new();
    let (ott, roy) = (asked.contact("K. Ott", None), asked.contact("J. Roy", None));
    asked.answer(20, Some(ott), 2);
    asked.close(DETRACTED, 5, Some(roy));
    asked.close(DETRACTED, 5, None);
    asked.close(UPSET, 5, Some(ott));
    asked.close(DETRACTED, 21, Some(ott));
    assert_eq!(open(&asked), [Some(ott)]);
    let id = asked.close(DETRACTED, 20, Some(ott));
    let closed = detractors(&asked.records, &asked.rules, today())[0].closed.clone();
    let reason = Some("Settled by letter".to_owned());
    assert_eq!(closed, Some(Closed { on_date: ago(20), record: ("closing", id), reason }));
}

#[test]
fn an_anonymous_detractor_is_closed_by_hand_alone() {
    let mut asked = Asked::new();
    let ott = asked.contact("K. Ott", None);
    asked.answer(20, None, 2);
    asked.talk(3, &[], 2);
    asked.talk(3, &[ott], 2);
    asked.close(DETRACTED, 5, Some(ott));
    assert_eq!(open(&asked), [None]);
    asked.close(DETRACTED, 5, None);
    assert_eq!(open(&asked), []);
    asked.answer(4, None, 1);
    assert_eq!(open(&asked), [None], "one more since");
}

#[test]
fn one_talk_at_minus_two_or_two_within_30_days() {
    let mut asked = Asked::new();
    let ott = asked.contact("K. Ott", None);
    asked.talk(43, &[ott], -1);
    assert_eq!(angry(&asked), None);
    let newer = asked.talk(12, &[ott], -1);
    assert_eq!(angry(&asked), None, "31 days apart");
    asked.talk(42, &[ott], -1);
    assert_eq!(angry(&asked), Some((newer, ago(42), ago(12))));
    let very = asked.talk(60, &[ott], -2);
    assert_eq!(angry(&asked), Some((very, ago(60), ago(12))));
    asked.talk(11, &[ott], 0);
    assert_eq!(angry(&asked), None);
}

#[test]
fn an_upset_is_closed_by_a_better_talk_with_that_person_or_by_hand() {
    let mut asked = Asked::new();
    let (ott, roy) = (asked.contact("K. Ott", None), asked.contact("J. Roy", None));
    asked.talk(12, &[ott], -2);
    asked.talk(5, &[roy], 2);
    asked.talk(12, &[ott], 1);
    asked.close(DETRACTED, 2, Some(ott));
    asked.close(UPSET, 2, Some(roy));
    asked.close(UPSET, 13, None);
    assert!(angry(&asked).is_some());
    let by_hand = asked.close(UPSET, 12, Some(ott));
    assert_eq!(angry(&asked), None);
    asked.records.closings.retain(|one| one.id != by_hand);
    asked.close(UPSET, 2, None);
    assert_eq!(angry(&asked), None, "the upset as a whole");
    asked.talk(1, &[ott], -2);
    assert!(angry(&asked).is_some(), "it goes on");
}

#[test]
fn where_nobody_can_be_talked_with_any_better_talk_will_do() {
    let mut asked = Asked::new();
    let (ott, roy) = (asked.contact("K. Ott", None), asked.contact("J. Roy", None));
    asked.talk(12, &[ott], -2);
    asked.talk(5, &[roy], 1);
    assert!(angry(&asked).is_some());
    asked.edit(ott, |ott| ott.left_on = Some(ago(3)));
    assert_eq!(angry(&asked), None, "K. Ott is gone");
    asked.talk(4, &[], -2);
    assert!(angry(&asked).is_some());
    asked.talk(2, &[roy], 0);
    assert_eq!(angry(&asked), None);
}

#[test]
fn all_complaints_are_listed_with_what_closed_them() {
    let mut asked = Asked::new();
    let ott = asked.contact("K. Ott", None);
    let answer = asked.answer(20, Some(ott), 3);
    let bad = asked.talk(12, &[ott], -1);
    let good = asked.talk(11, &[ott], 1);
    let all = complaints(&asked.records, &asked.rules, today());
    let told: Vec<_> = all.iter().map(|one| (one.kind, one.record, one.figure)).collect();
    assert_eq!(
        told,
        [
            (ComplaintKind::BadTalk, ("talk", bad), -1),
            (ComplaintKind::Detractor, ("answer", answer), 3),
        ]
    );
    let closed: Vec<_> = all.iter().filter_map(|one| Some(one.closed.as_ref()?.record)).collect();
    assert_eq!(closed, [("talk", good), ("talk", good)]);
    assert_eq!(all[0].names, ["K. Ott"]);
}
