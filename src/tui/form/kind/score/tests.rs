//! Own scores for Contoso, whose Usage is measured at 4.2.

use super::*;
use crate::domain::change::Change;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

fn contoso() -> Dossier {
    let mut dossier = fixture::dossier();
    for factor in &mut dossier.standing.score.factors {
        if factor.factor == Factor::Usage {
            (factor.score, factor.measured) = (Some(4.2), Some(4.2));
        }
        if factor.factor == Factor::Pulse {
            (factor.score, factor.measured) = (Some(7.0), None);
        }
    }
    dossier
}

fn today() -> NaiveDate {
    fixture::today()
}

#[test]
fn a_word_is_wanted_where_it_crosses_six_or_the_records_say_otherwise() {
    let dossier = contoso();
    let asked = |factor, points| asks(&dossier, factor, points);
    assert_eq!(asked(Factor::Usage, 5), None);
    assert_eq!(
        asked(Factor::Usage, 7).as_deref(),
        Some("The records say 4.2, you say 7. What do you know?")
    );
    assert_eq!(asked(Factor::Pulse, 6), None);
    assert_eq!(
        asked(Factor::Pulse, 5).as_deref(),
        Some("It was 7.0 and falls under 6: what has changed?")
    );
    assert_eq!(asked(Factor::Pulse, 10), None, "no records to differ from");
}

#[test]
fn a_new_day_writes_a_new_score_and_the_same_day_mends_it() {
    let mut dossier = contoso();
    let first = commit(&dossier, Factor::Pulse, 7, None, today());
    let [Change::OwnScore(own_score::Change::Added(new))] = first.changes.as_slice() else {
        panic!("{:?}", first.changes)
    };
    assert_eq!((new.factor, new.points, new.on_date), (Factor::Pulse, 7, today()));
    assert_eq!(first.act.label, "Contoso: Pulse 7");
    dossier.records.own_scores = vec![OwnScore { id: Id(5), ..new.clone() }];
    let mended = commit(&dossier, Factor::Pulse, 6, Some("budget".into()), today());
    let fields = vec![own_score::Field::Points(6), own_score::Field::Reason(Some("budget".into()))];
    assert_eq!(mended.changes, [own_score::Change::Edited { id: Id(5), fields }.into()]);
    let tomorrow = today().succ_opt().expect("a day");
    let next = commit(&dossier, Factor::Pulse, 7, None, tomorrow);
    assert!(matches!(next.changes[0], Change::OwnScore(own_score::Change::Added(_))));
}

#[test]
fn a_digit_that_was_pressed_leaves_only_its_reason_to_be_said() {
    let facts = facts(Some(contoso()));
    let subject = Subject::Score { account: 1, factor: Some("Usage".to_owned()), points: Some(8) };
    let opened = spec(&subject, &facts).expect("a form");
    assert_eq!(opened.fields.len(), 1);
    assert_eq!(opened.title, "Usage of Contoso: 8");
    for (reason, wanted) in [("", None), ("new site", Some("new site"))] {
        let commit = saved(&subject, &facts, &[("reason", reason)]).expect("a commit");
        let [Change::OwnScore(own_score::Change::Added(new))] = commit.changes.as_slice() else {
            panic!("{:?}", commit.changes)
        };
        assert_eq!((new.points, new.reason.as_deref()), (8, wanted));
    }
}

#[test]
fn the_whole_form_wants_a_digit() {
    let facts = facts(Some(contoso()));
    let subject = Subject::Score { account: 1, factor: None, points: None };
    assert_eq!(wrong(&subject, &facts, &[]), "points");
    assert_eq!(wrong(&subject, &facts, &[("points", "11")]), "points");
    let commit = saved(&subject, &facts, &[("factor", "value"), ("points", "9")]);
    assert_eq!(commit.expect("a commit").act.label, "Contoso: Value 9");
}

#[test]
fn the_digit_is_said_in_the_words_of_the_rubric() {
    let mut facts = facts(Some(contoso()));
    facts.rules.set_rubric(Factor::Usage, 2, "opened once a month".to_owned());
    let said = |factor: &str, points: &str, asked: Option<i64>| {
        let subject =
            Subject::Score { account: 1, factor: Some("Usage".to_owned()), points: asked };
        let texts = [("factor", factor), ("points", points)]
            .map(|(key, text)| (key.to_owned(), text.to_owned()));
        says(&subject, &facts, &Values::new(&texts, today()))
    };
    assert_eq!(said("", "2", None), [("points", "opened once a month".to_owned())]);
    assert_eq!(said("Usage", "2", None).len(), 1);
    assert_eq!(said("Pulse", "2", None), [], "another factor was chosen");
    assert_eq!(said("", "", None), []);
    assert_eq!(said("", "", Some(2)), [("", "opened once a month".to_owned())]);
}
