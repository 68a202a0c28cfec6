use super::*;
use crate::domain::agenda::{Day, agenda};
use crate::domain::plan::step::StepKind;
use crate::domain::rules::Rules;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A Sunday.
fn today() -> NaiveDate {
    day("2026-11-22")
}

/// Monday 21 December to Sunday 3 January.
fn span() -> Span {
    (day("2026-12-21"), day("2027-01-03"))
}

fn due(id: i64, what: What, on: &str) -> Due {
    let mut due = Due::new(day(on), what, format!("Thing {id}"));
    (due.account, due.name) = (Some(Id(1)), "Contoso".to_owned());
    if what.is_work() {
        due.about = Some(("step", Id(id)));
    }
    due
}

/// The step that it is about.
fn held(due: &Due) -> Option<Step> {
    let mut step = Step::titled(&due.text, Some(due.on), today());
    (step.id, step.account_id) = (step_of(due)?, due.account);
    Some(step)
}

fn made(due: &Due, fate: &Fate, around: Around) -> Option<(Change, Vec<Expected>)> {
    becomes((due, held(due).as_ref()), fate, around, (Id(-1), today()))
}

fn around() -> Around {
    Around::of(span(), &[span()], today())
}

fn after(due: &Due, fate: &Fate) -> Option<Step> {
    match made(due, fate, around())?.0 {
        Change::Step(step::Change::Added(step)) => Some(step),
        Change::Step(step::Change::Edited { fields, .. }) => {
            let mut step = held(due).expect("a step");
            for field in fields {
                match field {
                    step::Field::DueOn(on) => step.due_on = on,
                    step::Field::Owner(owner) => step.owner = owner,
                    step::Field::OwnerName(name) => step.owner_name = name,
                    other => panic!("{other:?}"),
                }
            }
            Some(step)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_days_around_are_worked_on_and_not_away_again() {
    let of = |from, to, away: &[Span]| Around::of((day(from), day(to)), away, today());
    // The Friday before a Monday, the Monday after a Sunday.
    assert_eq!(around(), Around { before: Some(day("2026-12-18")), after: day("2027-01-04") });
    // That Friday and the week after are away, too.
    let more =
        [span(), (day("2026-12-18"), day("2026-12-18")), (day("2027-01-04"), day("2027-01-08"))];
    let then = Around { before: Some(day("2026-12-17")), after: day("2027-01-11") };
    assert_eq!(Around::of(span(), &more, today()), then);
    // Away from tomorrow: before it lies the Friday that is gone.
    assert_eq!(of("2026-11-23", "2026-11-27", &[]).before, None);
    assert_eq!(of("2026-11-24", "2026-11-24", &[]).before, Some(day("2026-11-23")));
    // 29 February is a working day like another: Tuesday, 2028.
    assert_eq!(of("2028-02-28", "2028-02-28", &[]).after, day("2028-02-29"));
}

#[test]
fn only_what_is_mine_and_falls_inside_is_listed() {
    let mut dues = vec![
        due(1, What::Step, "2026-12-20"),
        due(2, What::Step, "2026-12-21"),
        due(3, What::Promise, "2027-01-03"),
        due(4, What::Meeting, "2027-01-04"),
        due(5, What::Notice, "2026-12-30"),
        due(6, What::Birthday, "2026-12-30"),
        due(7, What::Review, "2026-12-24"),
        due(8, What::Step, "2026-12-24"),
    ];
    dues[7].whose = Some(crate::domain::agenda::Whose { side: StepOwner::Colleague, name: None });
    let read = |dues| agenda(dues, &Rules::default(), today(), span().1);
    let told = |dues: Vec<Due>| -> Vec<String> {
        inside(&read(dues), span()).into_iter().map(|due| due.text).collect()
    };
    assert_eq!(told(dues.clone()), ["Thing 2", "Thing 5", "Thing 3"]);
    // A last day for which a step is planned already is not asked about again.
    let planned = after(&dues[4], &Fate::Before).expect("a step");
    let mut step = due(9, What::Step, "2026-12-18");
    step.text = planned.title;
    dues.push(step);
    assert_eq!(told(dues), ["Thing 2", "Thing 3"]);
    let none: Vec<Day> = Vec::new();
    assert_eq!(read(Vec::new()).days, none);
}

#[test]
fn steps_go_before_or_after_or_to_a_colleague() {
    let promise = due(3, What::Promise, "2026-12-30");
    let of = |fate: &Fate| after(&promise, fate).map(|step| (step.due_on, step.first_due_on));
    let first = Some(day("2026-12-30"));
    assert_eq!(of(&Fate::Before), Some((Some(day("2026-12-18")), first)));
    assert_eq!(of(&Fate::After), Some((Some(day("2027-01-04")), first)));
    assert_eq!(of(&Fate::Stays), None);
    let covered = after(&promise, &Fate::Covered(Some("Kim".to_owned()))).expect("covered");
    assert_eq!((covered.owner, covered.owner_name.as_deref()), (StepOwner::Colleague, Some("Kim")));
    assert_eq!(covered.due_on, first, "on its day");
    let gone = Around { before: None, after: day("2027-01-04") };
    assert!(made(&promise, &Fate::Before, gone).is_none());
    let (_, expected) = made(&promise, &Fate::After, around()).expect("moved");
    assert_eq!(expected.iter().map(|one| one.column).collect::<Vec<_>>(), ["due_on"]);
}

#[test]
fn a_last_day_gets_a_step_before_it_or_a_colleague_on_it() {
    let notice = due(5, What::Notice, "2026-12-30");
    let step = after(&notice, &Fate::Before).expect("a step");
    assert_eq!(step.title, "Decide on the notice: its last day is 30 Dec");
    assert_eq!((step.due_on, step.account_id), (Some(day("2026-12-18")), Some(Id(1))));
    assert_eq!((step.kind, step.owner), (StepKind::Step, StepOwner::Me));
    let step = after(&notice, &Fate::Covered(None)).expect("a step");
    assert_eq!((step.due_on, step.owner), (Some(day("2026-12-30")), StepOwner::Colleague));
    assert_eq!(after(&notice, &Fate::After), None, "it would be too late");
    let end = due(6, What::End, "2026-12-31");
    let step = after(&end, &Fate::Before).expect("a step");
    assert_eq!(step.title, "Settle what follows the contract: it ends 31 Dec");
}
