//! Plain forms: filled in, read back, compared.

use super::*;
use crate::domain::account::Account;
use crate::domain::account::silence::Silence;
use crate::domain::feedback::{self, Answer, Driver, Scale};
use crate::domain::ours::colleague::Colleague;
use crate::domain::ours::team_member;
use crate::domain::record::Record;
use crate::tui::form::link;
use crate::tui::form::trial::{Trial, wrong};
use crate::tui::screen::book::fixture;

fn new(kind: Kind) -> Trial {
    Trial::new(link::record(fixture::dossier().records.account.id, kind, None, None))
}

/// The form of a record that there is.
fn held<R: Record>(kind: Kind, record: &R) -> Trial {
    let mut trial = new(kind);
    if let Subject::Record { id, .. } = &mut trial.subject {
        *id = Some(record.id().0);
    }
    trial.facts.cells = Some(Cells::of(record));
    trial
}

fn all() -> impl Iterator<Item = &'static Plain> {
    Kind::ALL.iter().filter_map(|kind| of(*kind))
}

/// What is typed into fields that may not be empty and begin empty.
fn needed(plain: &Plain, trial: &Trial) -> Vec<(&'static str, String)> {
    let spec = trial.spec();
    let empty = |row: &&Row| {
        let field = spec.fields.iter().find(|field| field.key == row.column);
        row.need.is_some() && field.is_some_and(|field| field.text.is_empty())
    };
    let typed = |row: &Row| {
        let field = spec.fields.iter().find(|field| field.key == row.column).expect("a field");
        let text = match &field.kind {
            crate::tui::form::spec::FieldKind::Choice { options, .. }
            | crate::tui::form::spec::FieldKind::Many { options } => {
                options.first().map(|option| option.key.clone()).unwrap_or_default()
            }
            crate::tui::form::spec::FieldKind::Day => "+2w".to_owned(),
            crate::tui::form::spec::FieldKind::Whole { .. } => "5".to_owned(),
            _ => "1".to_owned(),
        };
        (row.column, text)
    };
    plain.rows.iter().filter(empty).map(typed).collect()
}

#[test]
fn every_form_says_what_it_misses_and_makes_a_record_of_the_least() {
    for plain in all() {
        let part = plain.kind.is_part_of_account();
        let account = fixture::dossier().records.account;
        let mut trial = if part { held(plain.kind, &account) } else { new(plain.kind) };
        trial.facts.dossier.as_mut().expect("one").records.units.push(
            crate::domain::revenue::unit::Unit {
                id: Id(7),
                account_id: account.id,
                name: "Bonn".to_owned(),
            },
        );
        let least = needed(plain, &trial);
        for (column, _) in &least {
            let rest: Vec<(&str, &str)> = least
                .iter()
                .filter(|(one, _)| one != column)
                .map(|(one, text)| (*one, text.as_str()))
                .collect();
            let wrong = trial.fill(&rest).expect_err(column);
            assert!(wrong.iter().any(|says| says.starts_with(column)), "{}: {wrong:?}", plain.kind);
        }
        let least: Vec<(&str, &str)> =
            least.iter().map(|(column, text)| (*column, text.as_str())).collect();
        let typed = trial.fill(&least);
        // Where nothing can be chosen yet, that is what is missing.
        let none = least.iter().any(|(_, text)| text.is_empty());
        match typed {
            Ok(commit) if !part => assert!(!commit.changes.is_empty(), "{}", plain.kind),
            Ok(_) => {}
            Err(wrong) => {
                assert!(
                    none || matches!(
                        plain.kind,
                        Kind::TeamMember | Kind::Metric | Kind::Whitespace
                    ),
                    "{}: {wrong:?}",
                    plain.kind
                );
            }
        }
        assert!(plain.rows.iter().all(|row| !row.label.is_empty()));
        let longest = plain.rows.iter().map(|row| row.label.chars().count()).max();
        assert!(longest <= Some(22), "{}", plain.kind);
    }
}

fn answer() -> Answer {
    Answer {
        id: Id(12),
        account_id: fixture::dossier().records.account.id,
        contact_id: None,
        on_date: fixture::today(),
        scale: Scale::Nps,
        points: 4,
        why: Some("too slow".to_owned()),
        driver: Some(Driver::Support),
    }
}

#[test]
fn what_is_not_touched_is_not_written() {
    let trial = held(Kind::Answer, &answer());
    assert!(trial.fill(&[]).expect("right").changes.is_empty());
    let commit = trial.fill(&[("points", "5")]).expect("right");
    let fields = vec![feedback::Field::Points(5)];
    assert_eq!(commit.changes, vec![feedback::Change::Edited { id: Id(12), fields }.into()]);
    assert_eq!(commit.expected.len(), 1);
    assert_eq!(commit.expected[0].value, Value::Int(4));
    assert_eq!(commit.act.label, "Contoso: NPS 5, anonymous edited");
}

#[test]
fn every_cell_comes_back_as_it_was_shown() {
    let account = Account {
        talk_every: Some(14),
        channels: Some("Teams".to_owned()),
        ..fixture::dossier().records.account
    };
    for (trial, column, text) in [
        (held(Kind::Answer, &answer()), "why", "too slow"),
        (held(Kind::Answer, &answer()), "driver", "support"),
        (held(Kind::Communication, &account), "talk_every", "14"),
    ] {
        assert_eq!(trial.text(column), text);
        assert!(trial.fill(&[]).expect("right").changes.is_empty(), "{column}");
    }
}

#[test]
fn an_answer_keeps_to_its_scale_and_to_the_past() {
    let trial = new(Kind::Answer);
    for (scale, points, right) in [
        ("NPS", "0", true),
        ("NPS", "10", true),
        ("NPS", "11", false),
        ("CES", "7", true),
        ("CES", "8", false),
        ("CSAT", "5", true),
        ("stars", "6", false),
        ("value", "0", false),
        ("value", "10", true),
    ] {
        let filled = trial.fill(&[("scale", scale), ("points", points)]);
        assert_eq!(filled.is_ok(), right, "{scale} {points}");
    }
    let ahead = [("points", "9"), ("on_date", "+2d")];
    assert_eq!(wrong(&trial.subject, &trial.facts, &ahead), "on_date");
}

#[test]
fn a_new_one_is_about_whom_it_was_opened_for() {
    let mut trial = new(Kind::Answer);
    let dana = trial.facts.dossier.as_ref().expect("one").records.contacts[0].clone();
    if let Subject::Record { with, .. } = &mut trial.subject {
        *with = Some(dana.id.0);
    }
    assert_eq!(trial.text("contact_id"), dana.id.0.to_string());
    let commit = trial.fill(&[("points", "3")]).expect("right");
    assert_eq!(commit.act.label, format!("Contoso: NPS 3 of {}", dana.name));
}

#[test]
fn one_form_asks_everybody_who_is_due() {
    let trial = new(Kind::Invitation);
    let due = trial.text("contact_id").split(',').count();
    let records = &trial.facts.dossier.as_ref().expect("one").records;
    let placed = records.contacts.iter().filter(|one| one.active() && one.level.is_some()).count();
    assert!(due > 1 && due <= placed, "{due} of {placed}");
    let commit = trial.fill(&[]).expect("right");
    assert_eq!(commit.changes.len(), due);
    assert_eq!(commit.act.label, format!("Contoso: {due} invitations"));
}

#[test]
fn who_is_named_for_the_first_time_comes_in_with_the_same_step() {
    let trial = new(Kind::TeamMember);
    let commit = trial.fill(&[("new_colleague", "Mia Berg, Support lead")]).expect("right");
    assert_eq!(commit.changes.len(), 2);
    let mia = Colleague {
        id: Id(-1_000),
        name: "Mia Berg".to_owned(),
        function: Some("Support lead".to_owned()),
        email: None,
        note: None,
        archived_on: None,
    };
    assert_eq!(commit.changes[0], mia.added_change());
    assert!(matches!(
        &commit.changes[1],
        Change::TeamMember(team_member::Change::Added(member)) if member.colleague_id == Id(-1_000)
    ));
    assert_eq!(commit.act.label, "Contoso: Mia Berg in the team");
    assert_eq!(wrong(&trial.subject, &trial.facts, &[]), "colleague_id");
}

#[test]
fn a_name_typed_once_more_is_the_colleague_there_is() {
    let mut trial = new(Kind::TeamMember);
    let ours = [(4, "Ida Falk"), (5, "Max Roth")].map(|(id, name)| Colleague {
        id: Id(id),
        name: name.to_owned(),
        function: None,
        email: None,
        note: None,
        archived_on: None,
    });
    trial.facts.colleagues.extend(ours);
    let commit = trial.fill(&[("new_colleague", "ida falk, Delivery")]).expect("right");
    assert_eq!(commit.changes.len(), 1);
    assert_eq!(commit.act.label, "Contoso: Ida Falk in the team");
    let two = trial.fill(&[("colleague_id", "5"), ("new_colleague", "Ida Falk")]);
    assert!(two.expect_err("which?")[0].starts_with("new_colleague: one of the two"));
    let none = trial.fill(&[("new_colleague", ", Delivery")]).expect_err("a name");
    assert!(none[0].starts_with("new_colleague: a name first"));
}

#[test]
fn a_signal_rests_until_a_day_to_come() {
    let trial = new(Kind::Silence);
    let code = ("code", "no-plan");
    assert_eq!(wrong(&trial.subject, &trial.facts, &[code, ("kind", "later")]), "until_on");
    let past = [code, ("until_on", "1 nov 2026")];
    assert_eq!(wrong(&trial.subject, &trial.facts, &past), "until_on");
    assert!(trial.fill(&[code]).is_ok());
    // One whose day has passed can still be given a reason.
    let rests = Silence {
        id: Id(3),
        account_id: fixture::dossier().records.account.id,
        kind: crate::domain::account::silence::SilenceKind::Later,
        code: "no-plan".to_owned(),
        since_on: "2026-10-01".parse().expect("a day"),
        until_on: "2026-11-01".parse().ok(),
        reason: None,
    };
    let trial = held(Kind::Silence, &rests);
    assert_eq!(trial.fill(&[("reason", "merger")]).expect("right").changes.len(), 1);
    // Two of one code would leave one behind where the other is taken back.
    let mut trial = new(Kind::Silence);
    let records = &mut trial.facts.dossier.as_mut().expect("one").records;
    records.silences = vec![Silence { until_on: None, ..rests }];
    assert_eq!(wrong(&trial.subject, &trial.facts, &[code]), "code");
}

#[test]
fn a_part_of_an_account_is_never_taken_for_the_account() {
    let dossier = fixture::dossier();
    let rules = crate::domain::rules::Rules::default();
    let setting = Setting::of_account(&dossier, &rules, fixture::today(), None);
    for kind in Kind::ALL.iter().filter(|kind| kind.is_part_of_account()) {
        assert!(removal(*kind, dossier.records.account.id, &setting).is_none(), "{kind}");
    }
    assert!(removal(Kind::Account, dossier.records.account.id, &setting).is_none());
    let commit = removal(Kind::Answer, Id(12), &setting).expect("one");
    assert_eq!(commit.changes, vec![Answer::removed_change(Id(12))]);
    assert_eq!(commit.act.label, "Contoso: answer removed");
}
