use super::super::trial::{Trial, ago, today};
use crate::domain::account::Tier;
use crate::domain::contact::Level;
use crate::domain::feedback::Scale;
use crate::domain::feedback::complaint::closing;
use crate::domain::records::LastTalk;
use crate::domain::talk::TalkKind;

/// Closes by hand what is told now.
fn close(trial: &mut Trial, code: &str) {
    let signal = trial.signal(code).expect("raised");
    let closing = closing(&signal, &trial.records, "Settled by letter", today());
    trial.records.closings.push(closing.expect("may be closed"));
}

#[test]
fn a_detractor_is_open_until_a_better_talk_with_that_person() {
    let mut trial = Trial::new();
    let ott = trial.contact("K. Ott", None, &[]);
    let roy = trial.contact("J. Roy", None, &[]);
    trial.answer(34, Some(ott), Scale::Nps, 7);
    assert_eq!(trial.event("open-detractor"), None);
    trial.answer(20, Some(ott), Scale::Nps, 6);
    let text = trial.event("open-detractor").expect("raised");
    assert_eq!(text, "Detractor: K. Ott gave 6, 2 Nov. No better talk since.");
    trial.talk(3, &[roy], Some(1));
    trial.talk(3, &[ott], Some(-1));
    trial.talk(20, &[ott], Some(1));
    assert!(trial.event("open-detractor").is_some());
    trial.talk(2, &[ott], Some(0));
    assert_eq!(trial.event("open-detractor"), None);
}

#[test]
fn a_detractor_is_closed_by_hand_with_a_reason() {
    let mut trial = Trial::new();
    let ott = trial.contact("K. Ott", None, &[]);
    trial.answer(20, Some(ott), Scale::Nps, 6);
    trial.answer(9, None, Scale::Nps, 2);
    let found = trial.found("open-detractor").expect("raised");
    assert_eq!(found.text, "Detractor: somebody unnamed gave 2, 13 Nov and 1 more.");
    assert_eq!((found.since, found.newest), (Some(ago(20)), Some(ago(9))));
    close(&mut trial, "open-detractor");
    let text = trial.event("open-detractor").expect("the other one");
    assert_eq!(text, "Detractor: K. Ott gave 6, 2 Nov. No better talk since.");
    close(&mut trial, "open-detractor");
    assert_eq!(trial.event("open-detractor"), None);
    let by: Vec<_> = trial.records.closings.iter().map(|one| one.contact_id).collect();
    assert_eq!(by, [None, Some(ott)]);
    trial.records.closings.clear();
    trial.talk(2, &[ott], Some(2));
    let text = trial.event("open-detractor").expect("nobody can talk with the unnamed");
    assert_eq!(text, "Detractor: somebody unnamed gave 2, 13 Nov.");
}

#[test]
fn only_the_latest_nps_answer_of_an_active_contact_counts() {
    let mut trial = Trial::new();
    let ott = trial.contact("K. Ott", None, &[]);
    trial.answer(20, Some(ott), Scale::Csat, 1);
    trial.answer(366, Some(ott), Scale::Nps, 2);
    assert_eq!(trial.event("open-detractor"), None);
    trial.answer(30, Some(ott), Scale::Nps, 2);
    assert!(trial.event("open-detractor").is_some());
    trial.answer(10, Some(ott), Scale::Nps, 8);
    assert_eq!(trial.event("open-detractor"), None);
}

#[test]
fn upset_takes_one_very_bad_talk_or_two_bad_ones_within_30_days() {
    let mut trial = Trial::new();
    let ott = trial.contact("K. Ott", None, &[]);
    trial.talk(12, &[ott], Some(-1));
    trial.talk(43, &[ott], Some(-1));
    assert_eq!(trial.event("upset"), None, "31 days apart");
    trial.talk(42, &[ott], Some(-1));
    let found = trial.found("upset").expect("raised");
    assert_eq!((found.since, found.newest), (Some(ago(42)), Some(ago(12))));
    let mut trial = Trial::new();
    let ott = trial.contact("K. Ott", None, &[]);
    let id = trial.talk(12, &[ott], Some(-2));
    trial.records.last_talk = Some(LastTalk {
        id,
        on_date: ago(12),
        kind: TalkKind::Call,
        mood: Some(-2),
        summary: "Budget".to_owned(),
        quote: Some("budget frozen".to_owned()),
        people: vec!["K. Ott".to_owned()],
    });
    let text = trial.event("upset").expect("raised");
    assert_eq!(text, "Upset: K. Ott, call 10 Nov, mood −2. “budget frozen”");
    trial.talk(11, &[ott], Some(0));
    assert_eq!(trial.event("upset"), None);
    trial.talk(3, &[ott], Some(-2));
    assert!(trial.event("upset").is_some());
    close(&mut trial, "upset");
    assert_eq!(trial.event("upset"), None, "closed by hand");
    trial.talk(0, &[], Some(-2));
    close(&mut trial, "upset");
    assert_eq!(trial.event("upset"), None);
    trial.records.last_two_way_on = Some(ago(30));
    let quiet = trial.signal("cadence-late").expect("raised");
    assert_eq!(closing(&quiet, &trial.records, "no", today()), None, "only a talk ends it");
}

#[test]
fn levels_disagree_from_50_points() {
    let mut trial = Trial::new();
    let users: Vec<_> = (0..2).map(|_| trial.contact("U", Some(Level::User), &[])).collect();
    let boss = trial.contact("B", Some(Level::DecisionMaker), &[]);
    trial.answer(5, Some(boss), Scale::Nps, 8);
    trial.answer(5, Some(users[0]), Scale::Nps, 8);
    trial.answer(5, Some(users[1]), Scale::Nps, 8);
    assert_eq!(trial.event("levels-disagree"), None);
    trial.answer(4, Some(users[1]), Scale::Nps, 3);
    let text = trial.event("levels-disagree").expect("0 against −50");
    assert_eq!(text, "Levels disagree: decision makers NPS 0, users −50.");
}

#[test]
fn liked_but_not_worth_it() {
    let mut trial = Trial::new();
    let roy = trial.contact("J. Roy", None, &[]);
    trial.answer(5, Some(roy), Scale::Nps, 10);
    assert!(trial.gap("value-unfelt"), "never asked, never confirmed");
    trial.answer(182, Some(roy), Scale::Value, 6);
    assert!(trial.found("value-unfelt").is_none());
    trial.answer(4, Some(roy), Scale::Value, 5);
    let text = trial.event("value-unfelt").expect("raised");
    assert_eq!(text, "Liked, but is it worth it? NPS 100, perceived value 5 (18 Nov).");
    trial.records.account.tier = Some(Tier::Maintenance);
    assert!(trial.found("value-unfelt").is_none());
}

#[test]
fn a_value_is_confirmed_twice_a_year() {
    let mut trial = Trial::new();
    let roy = trial.contact("J. Roy", None, &[]);
    trial.answer(5, Some(roy), Scale::Nps, 10);
    trial.answer(183, Some(roy), Scale::Value, 9);
    let found = trial.found("value-unfelt").expect("raised");
    assert_eq!(found.text, "Liked (NPS 100), yet no value confirmed since 23 May.");
    assert_eq!((found.gap, found.since), (false, Some(today())));
}

#[test]
fn asked_twice_a_year_once_they_agreed() {
    let mut trial = Trial::new();
    let roy = trial.contact("J. Roy", None, &[]);
    trial.invite(400, roy);
    assert!(trial.gap("survey-due"), "no agreement");
    trial.records.account.feedback_agreed_on = Some(ago(300));
    trial.records.invitations.clear();
    trial.invite(181, roy);
    assert!(trial.found("survey-due").is_none());
    trial.records.invitations[0].on_date = ago(182);
    let found = trial.found("survey-due").expect("raised");
    assert_eq!(found.text, "Survey due: J. Roy, not since 24 May.");
    assert_eq!(found.since, Some(today()));
    let ott = trial.contact("K. Ott", None, &[]);
    let text = trial.event("survey-due").expect("raised");
    assert_eq!(text, "Survey due: J. Roy, not since 24 May; K. Ott, never asked.");
    trial.edit(ott, |ott| ott.left_on = Some(ago(1)));
    trial.rules.away = vec![(ago(30), ago(30))];
    assert!(trial.found("survey-due").is_none(), "the clock stood still for a day");
    trial.edit(ott, |ott| ott.left_on = None);
    let found = trial.found("survey-due").expect("raised");
    assert_eq!((found.text.as_str(), found.gap), ("Survey: K. Ott, never asked.", true));
}

#[test]
fn half_of_those_asked_should_answer() {
    let mut trial = Trial::new();
    let four: Vec<_> = (0..4).map(|_| trial.contact("P", None, &[])).collect();
    for one in &four {
        trial.invite(40, *one);
    }
    trial.answer(41, Some(four[1]), Scale::Nps, 9);
    trial.answer(39, Some(four[0]), Scale::Nps, 9);
    let text = trial.event("low-response").expect("1 of 4");
    assert_eq!(text, "1 of 4 asked have answered. Call the other 3 contacts.");
    trial.answer(39, None, Scale::Nps, 9);
    let text = trial.event("low-response").expect("1 of 4");
    assert_eq!(
        text,
        "1 of 4 asked have answered (1 more without a name). Call the other 3 contacts."
    );
    trial.answer(40, Some(four[2]), Scale::Csat, 4);
    assert_eq!(trial.event("low-response"), None, "2 of 4");
}

#[test]
fn few_asked_and_those_asked_just_now_make_no_rate() {
    let mut trial = Trial::new();
    for _ in 0..2 {
        let one = trial.contact("P", None, &[]);
        trial.invite(15, one);
    }
    assert_eq!(trial.event("low-response"), None, "two are too few");
    let one = trial.contact("P", None, &[]);
    trial.invite(14, one);
    assert_eq!(trial.event("low-response"), None, "a fortnight to answer");
    trial.records.invitations[2].on_date = ago(15);
    assert!(trial.event("low-response").is_some());
}
