//! The desk over the demo book: whichever way a question is asked, the answer is the same.

mod agenda;

use chrono::{Duration, NaiveDate};
use trellis::clock::Moment;
use trellis::desk::{Act, Desk, Reading};
use trellis::domain::account::own_score::{self, Factor, OwnScore};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::contact::{self, Contact};
use trellis::domain::money::Currency;
use trellis::domain::plan::cycle::{self, Plan};
use trellis::domain::plan::step::{self, Step};
use trellis::domain::revenue::{self, Revenue, RevenueKind};
use trellis::domain::rules::Rules;
use trellis::domain::talk::{self, Talk};
use trellis::exchange::demo;
use trellis::paths::Place;

fn now() -> Moment {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Moment { today, at: today.and_hms_opt(9, 0, 0).unwrap().and_utc() }
}

fn demo_book() -> (tempfile::TempDir, Place) {
    let directory = tempfile::tempdir().unwrap();
    let place = Place::of_book(directory.path().join("demo.db"));
    demo::prepare(&place, true, &Rules::default(), now()).unwrap();
    (directory, place)
}

#[test]
fn the_kept_list_is_what_a_fresh_judging_finds() {
    let (_directory, place) = demo_book();
    let reading = Reading::open(&place.book, Rules::default()).unwrap();
    assert!(reading.current(now().today).unwrap());
    let kept = reading.book().unwrap();
    assert!(kept.rows.len() > 20);
    assert_eq!(kept, reading.appraise(now().today).unwrap().book);
}

#[test]
fn an_account_stands_alone_as_it_stands_in_the_book() {
    let (_directory, place) = demo_book();
    let reading = Reading::open(&place.book, Rules::default()).unwrap();
    for back in [0, 45, 400] {
        let day = now().today - Duration::days(back);
        let appraisal = reading.appraise(day).unwrap();
        for standing in appraisal.standings {
            let alone = reading.dossier_on(standing.account, day).unwrap();
            assert_eq!(alone.standing, standing, "{} on {day}", standing.name);
            let ranked = appraisal.ranking.rows.iter().find(|row| row.account == standing.account);
            assert_eq!(Some(&alone.ranked), ranked, "{} on {day}", standing.name);
        }
    }
}

/// Small edits of every sort, one after the other.
fn edits(reading: &Reading) -> Vec<Change> {
    let today = now().today;
    let people: Vec<Contact> = reading.every().unwrap();
    let talks: Vec<Talk> = reading.every().unwrap();
    let steps: Vec<Step> = reading.every().unwrap();
    let mut changes: Vec<Change> = Vec::new();
    for person in people.iter().step_by(9) {
        changes.push(
            contact::Change::Edited {
                id: person.id,
                fields: vec![contact::Field::LeftOn(Some(today))],
            }
            .into(),
        );
    }
    for talk in talks.iter().step_by(40) {
        changes.push(talk::Change::Removed(talk.id).into());
    }
    for step in steps.iter().step_by(5) {
        changes.push(
            step::Change::Edited {
                id: step.id,
                fields: vec![step::Field::DueOn(Some(today - Duration::days(9)))],
            }
            .into(),
        );
    }
    for (account, factor) in (1..=8).zip(Factor::ALL.iter().cycle()) {
        let score = OwnScore {
            id: Id(0),
            account_id: Id(account),
            factor: *factor,
            points: 2,
            on_date: today,
            reason: None,
        };
        changes.push(own_score::Change::Added(score).into());
    }
    // What the others are measured by: the largest change, and who is asked for a plan.
    for (account, millions) in [(3, 9), (20, 2), (7, -1)] {
        let entry = Revenue {
            id: Id(0),
            account_id: Id(account),
            on_date: today,
            kind: RevenueKind::Expansion,
            amount: millions * 100_000_000,
            currency: Currency::EUR,
            note: None,
        };
        changes.push(revenue::Change::Added(entry).into());
    }
    let plans: Vec<Plan> = reading.every().unwrap();
    for plan in plans.iter().filter(|plan| plan.ended_on.is_none()) {
        changes.push(
            cycle::Change::Edited { id: plan.id, fields: vec![cycle::Field::EndedOn(Some(today))] }
                .into(),
        );
    }
    changes
}

#[test]
fn many_commits_leave_the_list_that_one_judging_finds_and_undo_brings_the_old_one_back() {
    let (_directory, place) = demo_book();
    let mut desk = Desk::open(&place.book, Rules::default(), now().at).unwrap();
    let before = desk.book().unwrap();
    let edits = edits(&desk);
    assert!(edits.len() > 20);
    let begun = desk.history(1_000).unwrap().len();
    for edit in &edits {
        desk.commit(&Act::edit("Edit", None), std::slice::from_ref(edit), now()).unwrap();
    }
    // A field that already said so makes no step.
    let steps = desk.history(1_000).unwrap().len() - begun;
    assert!(steps > 20);
    let after = desk.book().unwrap();
    assert_ne!(after, before);
    assert_eq!(after, desk.appraise(now().today).unwrap().book);
    for _ in 0..steps {
        desk.undo(None, now()).unwrap();
    }
    assert_eq!(desk.book().unwrap(), before);
    for _ in 0..steps {
        desk.redo(now()).unwrap();
    }
    assert_eq!(desk.book().unwrap(), after);
}

#[test]
fn the_score_history_made_again_is_the_same_history() {
    let (_directory, place) = demo_book();
    let mut desk = Desk::open(&place.book, Rules::default(), now().at).unwrap();
    let contoso = desk.find_account("contoso").unwrap().id;
    let history = |desk: &Desk| desk.dossier(contoso, now().today).unwrap().records.history;
    let before = history(&desk);
    assert!(before.len() > 5, "half a year of a lively account: {before:?}");
    assert!(before.is_sorted_by(|one, other| one.on_date < other.on_date));
    desk.rebuild_history(26, now()).unwrap();
    assert_eq!(history(&desk), before);
}
