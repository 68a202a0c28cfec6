//! Facts as of a day, from a real file.

use super::*;
use crate::domain::account::own_score::{self, Factor};
use crate::domain::account::{self, goal, metric, silence};
use crate::domain::change::Change;
use crate::domain::contact;
use crate::domain::feedback::{self, Scale, invitation};
use crate::domain::plan::{cycle, priority, step};
use crate::domain::talk::person::{self, TalkPerson};
use crate::domain::talk::{self, Talk, TalkKind};
use crate::store::{Mode, StepLabel, Store};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn write(store: &Store, changes: &[Change]) {
    let on = date("2026-11-22");
    let at = on.and_hms_opt(9, 0, 0).expect("a time").and_utc();
    let label = StepLabel { label: "try".into(), kind: "edit".into(), account: None, on, at };
    store.commit(&label, changes, |_, _| Ok(())).expect("a commit");
}

fn read_one(store: &Store, account: i64, on: &str) -> Records {
    store.read(|tx| one(tx.connection(), Id(account), date(on))).expect("the account")
}

fn read_all(store: &Store, on: &str) -> Vec<Records> {
    let mut found = Vec::new();
    store
        .read(|tx| {
            stream(tx.connection(), date(on), |records| {
                found.push(records);
                Ok(())
            })
        })
        .expect("the book");
    found
}

fn talk(account: i64, on: &str, kind: TalkKind, two_way: bool, person: i64) -> [Change; 2] {
    let id = Id(-1 - i64::from(date(on).to_epoch_days()));
    let talk = Talk {
        id,
        two_way,
        summary: format!("on {on}"),
        ..Talk::on(date(on), kind, Some(Id(account)))
    };
    let person =
        TalkPerson { id: Id(0), talk_id: id, contact_id: Id(person), on_date: date(on), two_way };
    [talk::Change::Added(talk).into(), person::Change::Added(person).into()]
}

/// Two accounts: Contoso (1) with A. Ruiz (1) and T. Lee (2), Litware (2) with M. Ito (3).
fn book() -> (tempfile::TempDir, Store) {
    let directory = tempfile::tempdir().expect("a directory");
    let store =
        Store::open(&directory.path().join("book.db"), Mode::Write(chrono::DateTime::UNIX_EPOCH))
            .expect("a book");
    let born = date("2025-01-01");
    let mut changes: Vec<Change> = ["Contoso", "Litware"]
        .map(|name| account::Change::Added(Account::named(name, born)).into())
        .to_vec();
    for (name, account) in [("A. Ruiz", 1), ("T. Lee", 1), ("M. Ito", 2)] {
        changes.push(contact::Change::Added(Contact::named(name, Some(Id(account)), born)).into());
    }
    write(&store, &changes);
    (directory, store)
}

#[test]
fn talks_of_a_year_with_their_people_and_the_last_two_way_day_whatever_its_age() {
    let (_directory, store) = book();
    for (on, kind, two_way, person) in [
        ("2025-02-01", TalkKind::Meeting, true, 2),
        ("2025-11-22", TalkKind::Call, true, 1),
        ("2026-10-01", TalkKind::Message, false, 1),
        ("2026-11-10", TalkKind::Note, false, 1),
        ("2026-11-23", TalkKind::Call, true, 1),
    ] {
        write(&store, &talk(1, on, kind, two_way, person));
    }
    write(&store, &talk(2, "2025-03-05", TalkKind::Call, true, 3));
    let contoso = read_one(&store, 1, "2026-11-22");
    let days: Vec<String> = contoso.talks.iter().map(|talk| talk.on_date.to_string()).collect();
    assert_eq!(days, ["2026-10-01", "2025-11-22"], "a year back with its first day, no notes");
    assert!(contoso.talks.iter().all(|talk| talk.people == [Id(1)]));
    assert_eq!(contoso.last_two_way_on, Some(date("2025-11-22")));
    assert_eq!(
        contoso.last_two_way_with,
        [(Id(1), date("2025-11-22")), (Id(2), date("2025-02-01"))]
    );
    let last = contoso.last_talk.expect("a last talk");
    assert_eq!((last.summary.as_str(), last.people), ("on 2026-10-01", vec!["A. Ruiz".into()]));

    let litware = read_one(&store, 2, "2026-11-22");
    assert!(litware.talks.is_empty());
    assert_eq!(litware.last_two_way_on, Some(date("2025-03-05")), "older than a year");

    let before = read_one(&store, 1, "2025-11-21");
    assert_eq!(before.last_two_way_on, Some(date("2025-02-01")));
    assert_eq!(read_one(&store, 1, "2026-11-23").talks.len(), 2, "the window moves on");
}

#[test]
fn facts_of_later_days_are_left_out() {
    let (_directory, store) = book();
    let day = date("2026-11-10");
    let mut late = Contact::named("N. Abe", Some(Id(1)), day);
    late.verified_on = Some(day);
    let plan = cycle::Change::Added(crate::domain::plan::cycle::Plan {
        id: Id(-1),
        account_id: Id(1),
        starts_on: day,
        ended_on: None,
    });
    let aim = priority::Change::Added(Priority {
        id: Id(0),
        plan_id: Id(-1),
        place: 1,
        kind: crate::domain::plan::priority::PriorityKind::Repair,
        title: "Win back".into(),
        metric: None,
    });
    let mut done = Step::titled("ROI sheet", Some(day), date("2026-11-01"));
    done.account_id = Some(Id(1));
    done.status = StepStatus::Done;
    done.done_on = Some(day);
    let felt = own_score::OwnScore {
        id: Id(0),
        account_id: Id(1),
        factor: Factor::Pulse,
        points: 4,
        on_date: day,
        reason: None,
    };
    let figure = metric::Metric {
        id: Id(0),
        account_id: Id(1),
        kind: metric::MetricKind::SeatsActive,
        on_date: day,
        amount: 40.0,
        note: None,
    };
    let answer = feedback::Answer {
        id: Id(0),
        account_id: Id(1),
        contact_id: Some(Id(1)),
        on_date: day,
        scale: Scale::Nps,
        points: 9,
        why: None,
        driver: None,
    };
    let asked = Invitation { id: Id(0), contact_id: Id(1), on_date: day };
    let aim_of_theirs = Goal {
        now_value: 1.0,
        target_value: 2.0,
        measured_on: day,
        ..Goal::titled(Id(1), "Seats", date("2026-01-01"), date("2027-01-01"))
    };
    let quiet = Silence {
        id: Id(0),
        account_id: Id(1),
        kind: silence::SilenceKind::Later,
        code: "champion-left".into(),
        since_on: day,
        until_on: None,
        reason: None,
    };
    write(
        &store,
        &[
            contact::Change::Added(late).into(),
            plan.into(),
            aim.into(),
            step::Change::Added(done).into(),
            own_score::Change::Added(felt).into(),
            metric::Change::Added(figure).into(),
            feedback::Change::Added(answer).into(),
            invitation::Change::Added(asked).into(),
            goal::Change::Added(aim_of_theirs).into(),
            silence::Change::Added(quiet).into(),
        ],
    );
    let counts = |on: &str| {
        let found = read_one(&store, 1, on);
        [
            found.contacts.len(),
            usize::from(found.plan.is_some()),
            found.priorities.len(),
            found.own_scores.len(),
            found.metrics.len(),
            found.answers.len(),
            found.invitations.len(),
            found.goals.len(),
            found.silences.len(),
        ]
    };
    assert_eq!(counts("2026-11-10"), [3, 1, 1, 1, 1, 1, 1, 1, 1]);
    assert_eq!(counts("2026-11-09"), [2, 0, 0, 0, 0, 0, 0, 0, 0]);
    let open = read_one(&store, 1, "2026-11-09").steps;
    assert_eq!(open.first().map(|step| step.status), Some(StepStatus::Open));
    assert!(read_one(&store, 1, "2026-11-10").steps.is_empty(), "loose and done");
}

#[test]
fn a_stream_gives_every_account_what_one_question_gives_it() {
    let (_directory, store) = book();
    let many: Vec<Change> = (0..BATCH)
        .map(|number| {
            let account = Account::named(&format!("Firm {number}"), date("2026-01-01"));
            account::Change::Added(account).into()
        })
        .collect();
    write(&store, &many);
    write(&store, &talk(1, "2026-11-01", TalkKind::Call, true, 1));
    write(&store, &talk(BATCH + 1, "2026-11-02", TalkKind::Call, true, 1));
    let all = read_all(&store, "2026-11-22");
    assert_eq!(all.len(), usize::try_from(BATCH).expect("a size") + 2);
    for streamed in all {
        let mut single = read_one(&store, streamed.account.id.0, "2026-11-22");
        single.last_talk = None;
        assert_eq!(streamed, single);
    }
}

#[test]
fn the_contract_that_ends_last_is_the_current_one() {
    let (_directory, store) = book();
    for end in [Some("2027-03-31"), None, Some("2026-12-31")] {
        let contract = Contract { ends_on: end.map(date), ..Contract::of(Id(1)) };
        write(&store, &[account::contract::Change::Added(contract).into()]);
    }
    let current = read_one(&store, 1, "2026-11-22").contract.expect("a contract");
    assert_eq!(current.ends_on, Some(date("2027-03-31")));
}

#[test]
fn what_is_done_of_a_playbook_is_read_while_one_of_its_steps_is_open() {
    use step::StepStatus::{Done, Dropped, Open};
    let (_directory, store) = book();
    let played = |id: i64, playbook: &str, status: step::StepStatus| -> Change {
        let mut one = step::Step::titled("Call", Some(date("2026-11-20")), date("2026-11-01"));
        one.id = Id(id);
        one.account_id = Some(Id(1));
        one.playbook = Some(playbook.to_owned());
        one.play_step = Some(format!("play{id}"));
        one.status = status;
        one.done_on = (status == step::StepStatus::Done).then(|| date("2026-11-10"));
        step::Change::Added(one).into()
    };
    write(
        &store,
        &[
            played(-1, "quiet account", Done),
            played(-2, "quiet account", Dropped),
            played(-3, "quiet account", Open),
            played(-4, "champion left", Done),
        ],
    );
    let keys = |records: &Records| {
        records.steps.iter().filter_map(|step| step.play_step.clone()).collect::<Vec<String>>()
    };
    let found = read_one(&store, 1, "2026-11-22");
    assert_eq!(keys(&found), ["play-1", "play-2", "play-3"]);
    assert_eq!(keys(&read_all(&store, "2026-11-22")[0]), keys(&found));
}

#[test]
fn the_scores_before_a_loss_are_read_however_long_ago_it_was() {
    use crate::domain::account::{Field, Status};
    use crate::store::read::score::{Point, keep};
    let (_directory, store) = book();
    let lost = vec![Field::Status(Status::Lost), Field::LostOn(Some(date("2022-06-30")))];
    let lost = account::Change::Edited { id: Id(1), fields: lost };
    let label = StepLabel {
        label: "try".into(),
        kind: "edit".into(),
        account: None,
        on: date("2026-11-22"),
        at: chrono::DateTime::UNIX_EPOCH,
    };
    let points =
        [("2021-01-01", 8.0), ("2022-03-01", 7.0), ("2022-05-15", 6.0), ("2022-06-20", 4.0)];
    let keep = |tx: &crate::store::Tx, _: &[(Id, Id)]| {
        points.iter().try_for_each(|(on, score)| {
            let point = Point { score: Some(*score), known: 1.0, sources: String::new() };
            keep(tx.connection(), Id(1), date(on), &point, "")
        })
    };
    store.commit(&label, &[lost.into()], keep).expect("a commit");
    let found = read_one(&store, 1, "2026-11-22");
    let told = crate::domain::forecast::loss::loss(&found, date("2026-11-22")).expect("lost");
    assert_eq!(told.before.map(|one| one.score), [Some(7.0), Some(7.0), Some(6.0)]);
    assert_eq!(found.history.len(), 4);
    let listed = || read_all(&store, "2026-11-22").swap_remove(0);
    assert_eq!(listed().history, found.history, "the figures of the book tell of it as well");
    let back = account::Change::Edited { id: Id(1), fields: vec![Field::Status(Status::Active)] };
    store.commit(&label, &[back.into()], |_, _| Ok(())).expect("a commit");
    assert_eq!(listed().history.len(), 1, "the list needs the last one alone");
    assert_eq!(read_one(&store, 1, "2026-11-22").history.len(), 4, "a review may run for years");
}

#[test]
fn the_newest_talk_about_an_opportunity_is_known_however_old() {
    use crate::domain::revenue::opportunity::{self, Opportunity};
    let (_directory, store) = book();
    let mut idea = Opportunity::titled("More seats", Some(Id(1)), date("2023-01-01"));
    idea.id = Id(-1);
    let about = |on: &str, kind, missed| {
        let mut talk = Talk::on(date(on), kind, Some(Id(1)));
        talk.opportunity_id = Some(Id(1));
        talk.missed = missed;
        talk.two_way = !missed;
        Change::from(talk::Change::Added(talk))
    };
    write(&store, &[opportunity::Change::Added(idea).into()]);
    assert_eq!(read_one(&store, 1, "2026-11-22").last_talk_about, []);
    write(
        &store,
        &[
            about("2024-03-01", TalkKind::Meeting, false),
            about("2024-05-01", TalkKind::Meeting, true),
            about("2024-06-01", TalkKind::Note, false),
            about("2026-11-01", TalkKind::Call, false),
        ],
    );
    for (on, wanted) in [("2026-10-31", "2024-03-01"), ("2026-11-22", "2026-11-01")] {
        let known = vec![(Id(1), date(wanted))];
        assert_eq!(read_one(&store, 1, on).last_talk_about, known);
        assert_eq!(read_all(&store, on)[0].last_talk_about, known);
    }
}
