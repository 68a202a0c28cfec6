//! A playbook that somebody changed before starting it.

use super::super::wanted as said;
use super::*;

fn wanted(key: &str, out: bool, due_on: Option<NaiveDate>, title: Option<&str>) -> Wanted {
    Wanted { key: key.to_owned(), out, due_on, title: title.map(str::to_owned) }
}

#[test]
fn a_step_is_left_out_moved_or_called_otherwise() {
    let playbook = playbook(Anchor::Start, &[0, 1, 2]);
    let ask = Ask {
        wanted: vec![
            wanted("d0", true, None, None),
            wanted("d1", false, Some(ahead(12)), None),
            wanted("d2", false, None, Some("Call the COO")),
        ],
        ..ask(today())
    };
    let started = start(&playbook, &ask, &[], today());
    let fates: Vec<Fate> = started.lines.iter().map(|line| line.fate).collect();
    assert_eq!(fates, [Fate::LeftOut, Fate::Added, Fate::Added]);
    assert_eq!(started.effect().as_deref(), Some("2 steps"));
    let steps = after(&[], &started);
    // The day after tomorrow is a Tuesday, and twelve days ahead a Friday: as it was said.
    assert_eq!((steps[0].due_on, steps[0].first_due_on), (Some(ahead(12)), Some(ahead(12))));
    assert_eq!((steps[1].title.as_str(), steps[1].due_on), ("Call the COO", Some(ahead(2))));
}

#[test]
fn what_runs_already_stays_where_it_is_left_out_and_moves_where_another_day_is_wanted() {
    let playbook = playbook(Anchor::Start, &[0, 1]);
    let running = after(&[], &start(&playbook, &ask(ago(4)), &[], ago(4)));
    let ask = Ask {
        wanted: vec![wanted("d0", true, None, None), wanted("d1", false, Some(ahead(9)), None)],
        ..ask(today())
    };
    let started = start(&playbook, &ask, &running, today());
    assert_eq!(started.lines[0].fate, Fate::LeftOut);
    assert_eq!((started.lines[0].due_on, started.lines[0].step), (Some(ago(4)), Some(Id(101))));
    assert_eq!(started.lines[1].fate, Fate::Moved);
    assert_eq!(started.effect().as_deref(), Some("1 step moved"));
    let steps = after(&running, &started);
    assert_eq!((steps[0].due_on, steps[1].due_on), (Some(ago(4)), Some(ahead(9))));
}

#[test]
fn all_left_out_is_nothing() {
    let ask = Ask { wanted: vec![wanted("d0", true, None, None)], ..ask(today()) };
    let started = start(&playbook(Anchor::Start, &[0]), &ask, &[], today());
    assert_eq!((started.effect(), started.changes.len()), (None, 0));
}

#[test]
fn what_is_wanted_of_a_step_is_kept_in_one_place() {
    let mut all = Vec::new();
    said::of(&mut all, "d0").out = true;
    said::of(&mut all, "d1").due_on = Some(today());
    said::of(&mut all, "d0").title = Some("Other".to_owned());
    let held = said::find(&all, "d0").expect("kept");
    assert_eq!((all.len(), held.out, held.title.as_deref()), (2, true, Some("Other")));
}

#[test]
fn a_signal_that_worsened_is_taken_up_anew_by_the_steps_that_run() {
    let playbook = playbook(Anchor::Start, &[0, 9]);
    let running = after(&[], &start(&playbook, &ask(today()), &[], ago(2)));
    assert!(running.iter().all(|step| step.created_on == ago(2)));
    let again = start(&playbook, &ask(today()), &running, today());
    assert_eq!(again.effect(), None, "it runs already");
    let again = start(&playbook, &Ask { anew: true, ..ask(today()) }, &running, today());
    assert_eq!(again.effect().as_deref(), Some("its steps brought up to date"));
    assert!(after(&running, &again).iter().all(|step| step.created_on == today()));
}
