//! Starting a playbook: days, folding, starting again.

use super::*;
use crate::domain::account::Account;
use crate::domain::account::contract::Renewal;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day::shift;
use crate::domain::plan::step::{self, Field, Step, StepStatus};
use crate::domain::signal::trial::{ago, ahead, today};
use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;

mod wanted;

fn play(key: &str, day: i64) -> Play {
    Play {
        key: key.to_owned(),
        day,
        title: format!("{key} {{who}} of {{account}}"),
        kind: StepKind::Step,
        meeting: None,
        owner: StepOwner::Me,
        client_sees: false,
        agenda: None,
        act: Some("do it".to_owned()),
        say: None,
        avoid: None,
    }
}

fn playbook(anchor: Anchor, days: &[i64]) -> Playbook {
    Playbook {
        name: "champion left".to_owned(),
        purpose: "Keep it.".to_owned(),
        source: None,
        anchor,
        anchor_day: None,
        meeting: None,
        signals: Vec::new(),
        whole_book: false,
        letter: None,
        plays: days.iter().map(|day| play(&format!("d{day}"), *day)).collect(),
        own: None,
    }
}

fn ask(on: NaiveDate) -> Ask {
    Ask {
        account: Some(Id(1)),
        name: Some("Contoso".to_owned()),
        plan: Some(Id(9)),
        on,
        signal: Some("champion-left".to_owned()),
        contact: Some(Id(5)),
        who: Some("T. Lee".to_owned()),
        anew: false,
        wanted: Vec::new(),
        opportunity: None,
    }
}

fn days(started: &Start) -> Vec<NaiveDate> {
    started.lines.iter().filter_map(|line| line.due_on).collect()
}

/// The steps as the book holds them after the changes.
fn after(steps: &[Step], started: &Start) -> Vec<Step> {
    let mut steps = steps.to_vec();
    let mut next = 100;
    for change in &started.changes {
        match change {
            Change::Step(step::Change::Added(step)) => {
                next += 1;
                steps.push(Step { id: Id(next), ..step.clone() });
            }
            Change::Step(step::Change::Edited { id, fields }) => {
                let held = steps.iter_mut().find(|step| step.id == *id).expect("there");
                for field in fields {
                    match field.clone() {
                        Field::DueOn(due) => held.due_on = due,
                        Field::Signal(signal) => held.signal = signal,
                        Field::ContactId(contact) => held.contact_id = contact,
                        Field::PlanId(plan) => held.plan_id = plan,
                        Field::PriorityId(priority) => held.priority_id = priority,
                        Field::Playbook(playbook) => held.playbook = playbook,
                        Field::PlayStep(key) => held.play_step = key,
                        Field::CreatedOn(day) => held.created_on = day,
                        Field::Title(title) => held.title = title,
                        Field::Agenda(agenda) => held.agenda = agenda,
                        other => panic!("{other:?} is the person's own"),
                    }
                }
            }
            other => panic!("{other:?}"),
        }
    }
    steps
}

#[test]
fn the_first_start_makes_a_dated_step_of_each() {
    // Sunday, 22 November 2026: 1 → Monday, 6 → Saturday → Monday the 30th.
    let started = start(&playbook(Anchor::Start, &[0, 1, 6]), &ask(today()), &[], today());
    assert_eq!(days(&started), [today(), ahead(1), ahead(8)]);
    assert_eq!((started.count(Fate::Added), started.effect().as_deref()), (3, Some("3 steps")));
    let steps = after(&[], &started);
    let first = &steps[0];
    assert_eq!(first.title, "d0 T. Lee of Contoso");
    assert_eq!(first.signal.as_deref(), Some("champion-left"));
    assert_eq!(first.playbook.as_deref(), Some("champion left"));
    assert_eq!(first.play_step.as_deref(), Some("d0"));
    assert_eq!((first.account_id, first.plan_id), (Some(Id(1)), Some(Id(9))));
    assert_eq!((first.contact_id, first.first_due_on), (Some(Id(5)), Some(today())));
    assert_eq!((first.created_on, first.note.as_deref()), (today(), None));
}

#[test]
fn nobody_named_is_still_a_sentence() {
    let started = start(&playbook(Anchor::Start, &[0]), &Ask::of_book(today()), &[], today());
    assert_eq!(started.lines[0].title, "d0 them of the account");
}

#[test]
fn first_offsets_in_the_past_fold_into_today() {
    let started = start(&playbook(Anchor::Event, &[0, 3, 9, 14]), &ask(ago(10)), &[], today());
    assert_eq!(days(&started), [today(), today(), today(), ahead(4)]);
    // 120, 98 and 30 days before the 22nd of January, 61 days ahead: two are over, one is left.
    let started =
        start(&playbook(Anchor::ActBy, &[-120, -98, -30, 0]), &ask(ahead(61)), &[], today());
    assert_eq!(days(&started), [today(), today(), ahead(31), ahead(61)]);
}

#[test]
fn before_the_anchor_a_weekend_is_its_friday_after_it_its_monday() {
    // Sunday, 6 December: the last day to give notice may not be missed.
    let on = ahead(14);
    assert_eq!(on.weekday(), Weekday::Sun);
    let due = |anchor, day| days(&start(&playbook(anchor, &[day]), &ask(on), &[], today()))[0];
    assert_eq!(due(Anchor::ActBy, 0), ahead(12));
    assert_eq!(due(Anchor::Meeting, 0), on);
    assert_eq!(due(Anchor::Meeting, -1), ahead(12), "Saturday → Friday");
    assert_eq!(due(Anchor::Meeting, 6), ahead(22), "Saturday → Monday");
    assert_eq!(due(Anchor::Meeting, 2), ahead(16));
}

#[test]
fn the_second_start_moves_what_is_open_and_doubles_nothing() {
    let book = playbook(Anchor::Event, &[0, 7, 14]);
    let mut steps = after(&[], &start(&book, &ask(today()), &[], today()));
    steps[0].status = StepStatus::Done;
    steps[1].title = "My own words".to_owned();
    let again = start(&book, &ask(today()), &steps, today());
    assert_eq!((again.changes.len(), again.effect()), (0, None), "nothing has changed");
    let fates: Vec<Fate> = again.lines.iter().map(|line| line.fate).collect();
    assert_eq!(fates, [Fate::Done, Fate::Kept, Fate::Kept]);
    // The event was in truth four days earlier.
    let again = start(&book, &ask(ago(4)), &steps, today());
    assert_eq!(again.effect().as_deref(), Some("2 steps moved"));
    assert_eq!(again.lines[1].title, "My own words");
    assert_eq!(again.lines[1].was_on, Some(ahead(8)));
    let moved = after(&steps, &again);
    assert_eq!(moved.len(), 3);
    // 7 − 4 = 3 → Wednesday; 14 − 4 = 10 → Wednesday.
    assert_eq!((moved[1].due_on, moved[2].due_on), (Some(ahead(3)), Some(ahead(10))));
    assert_eq!(moved[1].first_due_on, Some(ahead(8)), "what was promised first stays");
    assert_eq!(again.expected.len(), 2);
}

#[test]
fn a_step_taken_out_comes_again_and_a_dropped_one_does_not() {
    let book = playbook(Anchor::Start, &[0, 1, 2]);
    let mut steps = after(&[], &start(&book, &ask(today()), &[], today()));
    steps[1].status = StepStatus::Dropped;
    steps.remove(2);
    let again = start(&book, &ask(today()), &steps, today());
    let fates: Vec<Fate> = again.lines.iter().map(|line| line.fate).collect();
    assert_eq!(fates, [Fate::Kept, Fate::Dropped, Fate::Added]);
    assert_eq!(again.effect().as_deref(), Some("1 step added"));
}

#[test]
fn a_run_that_is_over_is_no_hindrance_to_the_next() {
    let book = playbook(Anchor::Start, &[0, 1]);
    let mut steps = after(&[], &start(&book, &ask(ago(200)), &[], ago(200)));
    for step in &mut steps {
        step.status = StepStatus::Done;
    }
    let next = start(&book, &ask(today()), &steps, today());
    assert_eq!(next.count(Fate::Added), 2);
}

#[test]
fn a_forgotten_step_of_the_last_run_does_not_stand_in_the_way_of_the_next() {
    let done = |steps: &mut [Step]| {
        let (last, others) = steps.split_last_mut().expect("steps");
        for step in others {
            step.status = StepStatus::Done;
            step.done_on = step.due_on;
        }
        assert!(last.status.open());
    };
    let quarterly = playbook(Anchor::Meeting, &[-14, 0, 7]);
    let mut steps = after(&[], &start(&quarterly, &ask(ahead(14)), &[], today()));
    done(&mut steps);
    // The same review, put off by four weeks: what is done stays done.
    let put_off = start(&quarterly, &ask(ahead(42)), &steps, ahead(15));
    assert_eq!((put_off.count(Fate::Done), put_off.count(Fate::Moved)), (2, 1));
    // The next quarter's: prepared anew, and the forgotten step is its last.
    let next = start(&quarterly, &ask(ahead(14 + 91)), &steps, ahead(80));
    assert_eq!((next.count(Fate::Added), next.count(Fate::Moved)), (2, 1));

    let quiet = playbook(Anchor::Start, &[0, 4, 21]);
    let mut steps = after(&[], &start(&quiet, &ask(today()), &[], today()));
    done(&mut steps);
    let soon = start(&quiet, &ask(ahead(81)), &steps, ahead(81));
    assert_eq!((soon.count(Fate::Done), soon.count(Fate::Moved)), (2, 1));
    let year = start(&quiet, &ask(ahead(365)), &steps, ahead(365));
    assert_eq!((year.count(Fate::Added), year.count(Fate::Moved)), (2, 1));
}

#[test]
fn what_is_done_for_one_person_is_not_done_for_another() {
    let book = playbook(Anchor::Event, &[0, 3]);
    let steps = after(&[], &start(&book, &ask(today()), &[], today()));
    let other = Ask { contact: Some(Id(6)), ..ask(today()) };
    assert_eq!(start(&book, &other, &steps, today()).count(Fate::Added), 2);
    let deal = |id| Ask { opportunity: Some(Id(id)), ..ask(today()) };
    let about = start(&book, &deal(3), &[], today());
    let Some(Change::Step(step::Change::Added(first))) = about.changes.first() else {
        panic!("{:?}", about.changes);
    };
    assert_eq!(first.opportunity_id, Some(Id(3)), "its talk will be about it");
    let running = [Step { id: Id(50), ..first.clone() }];
    assert_eq!(start(&book, &deal(3), &running, today()).count(Fate::Kept), 1);
    assert_eq!(start(&book, &deal(4), &running, today()).count(Fate::Kept), 0, "another one");
    let nobody = Ask { contact: None, ..ask(today()) };
    assert_eq!(start(&book, &nobody, &steps, today()).changes, []);
}

#[test]
fn a_meeting_that_is_planned_is_the_one_it_leads_to() {
    let mut book = playbook(Anchor::Meeting, &[-7, 0]);
    book.meeting = Some(MeetingType::Qbr);
    book.plays[1].meeting = Some(MeetingType::Qbr);
    book.plays[1].kind = StepKind::Meeting;
    book.plays[1].agenda = Some("ahead".to_owned());
    let mut planned = Step::titled("Our QBR", Some(ahead(16)), ago(3));
    planned.id = Id(50);
    planned.kind = StepKind::Meeting;
    planned.meeting_type = Some(MeetingType::Qbr);
    let started = start(&book, &ask(ahead(16)), &[planned.clone()], today());
    assert_eq!(started.effect().as_deref(), Some("1 step added"));
    let steps = after(&[planned.clone()], &started);
    assert_eq!(steps.len(), 2);
    assert_eq!((steps[0].title.as_str(), steps[0].due_on), ("Our QBR", Some(ahead(16))));
    assert_eq!(steps[0].play_step.as_deref(), Some("d0"));
    assert_eq!(steps[0].agenda.as_deref(), Some("ahead"));
    // On another day it is another meeting.
    let started = start(&book, &ask(ahead(30)), &[planned], today());
    assert_eq!(started.count(Fate::Added), 2);
}

mod asked {
    use super::*;
    use crate::domain::around::Around;
    use crate::domain::assess::assess;
    use crate::domain::contact::{Contact, Role};
    use crate::domain::records::Records;
    use crate::domain::rules::Rules;
    use crate::domain::standing::Standing;
    use crate::domain::word::WordSet;

    fn bare() -> Records {
        let mut account = Account::named("Contoso", ago(365));
        account.id = Id(1);
        Records::bare(account)
    }

    fn standing(records: &Records) -> Standing {
        assess(records, &Around::default(), &Rules::default(), today())
    }

    fn on(book: &Playbook, records: &Records) -> Result<NaiveDate, NoDay> {
        let standing = standing(records);
        let signal = answered(book, (records, &standing), Focus::default());
        Ask::of(book, (records, &standing), signal, None, today()).map(|ask| ask.on)
    }

    #[test]
    fn the_act_by_date_is_counted_from_and_its_lack_is_told() {
        let book = playbook(Anchor::ActBy, &[-30]);
        let mut records = bare();
        assert_eq!(on(&book, &records), Err(NoDay(Anchor::ActBy)));
        records.contract = Some(crate::domain::account::contract::Contract {
            ends_on: Some(ahead(90)),
            renewal: Renewal::NotStarted,
            ..crate::domain::account::contract::Contract::of(Id(1))
        });
        assert_eq!(on(&book, &records), Ok(ahead(90)));
        let standing = standing(&records);
        let named = Ask::of(&book, (&records, &standing), None, Some(ahead(5)), today());
        assert_eq!(named.map(|ask| ask.on), Ok(ahead(5)));
    }

    #[test]
    fn an_event_is_counted_from_its_day_with_its_person() {
        let mut records = bare();
        let mut lee = Contact::named("T. Lee", Some(Id(1)), ago(300));
        lee.id = Id(5);
        lee.roles = WordSet::of(&[Role::Champion]);
        lee.left_on = Some(ago(6));
        records.contacts.push(lee);
        let standing = standing(&records);
        let book = playbook(Anchor::Event, &[0, 14]);
        let signal =
            answered(&book, (&records, &standing), Focus::default()).expect("the champion left");
        let ask =
            Ask::of(&book, (&records, &standing), Some(signal), None, today()).expect("a day");
        assert_eq!((ask.on, ask.who.as_deref()), (ago(6), Some("T. Lee")));
        assert_eq!(ask.contact, None, "nobody calls somebody who is gone");
        assert_eq!(ask.signal.as_deref(), Some("champion-left"));
        // All of it would be due at once: it is counted from today.
        let short = playbook(Anchor::Event, &[0, 6]);
        assert_eq!(on(&short, &records), Ok(today()));
        assert_eq!(on(&book, &bare()), Ok(today()), "nothing happened that is recorded");
    }

    #[test]
    fn without_a_meeting_there_is_time_for_what_comes_before_it() {
        let mut book = playbook(Anchor::Meeting, &[-13, 0]);
        book.meeting = Some(MeetingType::Qbr);
        let mut records = bare();
        // Thirteen days after a Sunday is a Saturday: the Monday after it.
        assert_eq!(on(&book, &records), Ok(ahead(15)));
        let mut planned = Step::titled("QBR", Some(ahead(40)), ago(3));
        planned.meeting_type = Some(MeetingType::Qbr);
        records.steps.push(planned.clone());
        assert_eq!(on(&book, &records), Ok(ahead(40)));
        records.steps[0].status = StepStatus::Done;
        assert_eq!(on(&book, &records), Ok(ahead(15)));
        assert_eq!(on(&playbook(Anchor::Event, &[-7, 0]), &records), Ok(ahead(8)));
    }
}

#[test]
fn a_name_is_found_by_its_words() {
    let of = |name: &str| Playbook { name: name.to_owned(), ..playbook(Anchor::Start, &[]) };
    let all = [of("renewal"), of("prepare the QBR"), of("early renewal")];
    let found = |text: &str| {
        meant(&all, text).into_iter().map(|one| one.name.clone()).collect::<Vec<String>>()
    };
    assert_eq!(found("Renewal"), ["renewal"], "the very name comes before what holds it");
    assert_eq!(found("new"), ["renewal", "early renewal"]);
    assert_eq!(found("qbr prep"), ["prepare the QBR"]);
    assert_eq!((found(""), found("onboarding")), (Vec::new(), Vec::new()));
}

#[test]
fn a_signal_is_answered_by_its_row_or_by_the_playbook_s_own_word() {
    let mut book = playbook(Anchor::Event, &[0]);
    assert!(book.answers("champion-left") && !book.answers("upset"));
    book.signals = vec!["upset".to_owned()];
    assert_eq!(book.codes(), ["champion-left", "upset"]);
}

proptest! {
    /// Whatever the days, nothing is due before today or on a weekend that was not the anchor's own
    /// day or today, and starting again at once changes nothing.
    #[test]
    fn days_are_workable_and_the_second_start_is_idle(
        offsets in proptest::collection::btree_set(-200_i64..200, 1..9),
        anchor in 0..4_usize,
        on in -200_i64..200,
    ) {
        let offsets: Vec<i64> = offsets.into_iter().collect();
        let book = playbook(Anchor::ALL[anchor], &offsets);
        let on = shift(today(), on);
        let started = start(&book, &ask(on), &[], today());
        for due in days(&started) {
            prop_assert!(due >= today());
            let weekend = matches!(due.weekday(), Weekday::Sat | Weekday::Sun);
            prop_assert!(!weekend || due == today() || due == on);
        }
        let steps = after(&[], &started);
        prop_assert_eq!(steps.len(), offsets.len());
        prop_assert_eq!(start(&book, &ask(on), &steps, today()).changes, []);
    }
}
