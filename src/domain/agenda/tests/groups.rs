//! The groups, what is waited for, the load of each day, what is read again.

use super::*;
use crate::domain::rules::limit::Limit;
use chrono::Datelike;

fn dues_on(days: &[i64]) -> Vec<Due> {
    let due = |days: &i64| {
        let on = crate::domain::day::shift(today(), *days);
        Due { account: Some(Id(1)), ..Due::new(on, What::Step, days.to_string()) }
    };
    days.iter().map(due).collect()
}

fn grouped(found: &Agenda) -> Vec<(String, Vec<&str>)> {
    found
        .groups()
        .into_iter()
        .map(|(group, dues)| (group.title(), dues.iter().map(|due| due.text.as_str()).collect()))
        .collect()
}

#[test]
fn each_day_stands_in_one_group() {
    let rules = Rules::default();
    let dues = dues_on(&[-40, -1, 0, 1, 7, 8, 90, 91, 130, 131, 400]);
    let found = agenda(dues, &rules, today(), ahead(365));
    assert_eq!(
        grouped(&found),
        [
            ("OVERDUE".to_owned(), vec!["-40", "-1"]),
            ("TODAY".to_owned(), vec!["0"]),
            ("THIS WEEK".to_owned(), vec!["1", "7"]),
            ("LATER".to_owned(), vec!["8", "90"]),
            // 21 February is 91 days after 22 November, 1 April 130.
            ("FEBRUARY 2027".to_owned(), vec!["91"]),
            ("APRIL 2027".to_owned(), vec!["130", "131"]),
        ]
    );
    assert_eq!(ahead(130).month(), 4);
}

#[test]
fn what_others_are_to_do_is_waited_for_by_who_does_it() {
    let mut records = bare();
    let mut roy = Contact::named("J. Roy", Some(Id(1)), ago(99));
    roy.id = Id(5);
    records.contacts.push(roy);
    for (title, owner, name, due) in [
        ("seat data", StepOwner::Client, Some("K. Ott"), Some(ago(2))),
        ("names", StepOwner::Client, None, Some(ahead(300))),
        ("contract", StepOwner::Client, Some("K. Ott"), None),
        ("price list", StepOwner::Colleague, Some("S. Brix"), Some(ahead(1))),
        ("hotline", StepOwner::Colleague, None, Some(ahead(2))),
        ("mine", StepOwner::Me, None, None),
    ] {
        step(&mut records, StepKind::Step, title, due);
        let step = records.steps.last_mut().expect("a step");
        (step.owner, step.owner_name) = (owner, name.map(str::to_owned));
        step.contact_id = (title == "names").then_some(Id(5));
    }
    let rules = Rules::default();
    let dues = of(&records, &rules, today(), ahead(365));
    let found = agenda(dues, &rules, today(), ahead(365));
    let told: Vec<String> = found
        .others
        .iter()
        .flat_map(|other| other.dues.iter().map(|due| (other.whose.told(), due)))
        .map(|(who, due)| format!("{who}: {} {}", due.text, due.undated))
        .collect();
    assert_eq!(
        told,
        [
            "S. Brix: price list false",
            "a colleague: hotline false",
            "K. Ott: seat data false",
            "K. Ott: contract true",
            "J. Roy: names false",
        ]
    );
    assert_eq!(found.waited_for(), (5, 1), "who has no day cannot be late");
    assert!(found.late.is_empty() && found.days.is_empty(), "each stands in one place");
    assert!(found.load.iter().all(|day| day.count == 0), "nothing of it is one's own");
}

#[test]
fn the_load_of_a_day_counts_what_takes_time() {
    let mut records = bare();
    for _ in 0..4 {
        step(&mut records, StepKind::Step, "call", Some(ahead(2)));
    }
    step(&mut records, StepKind::Meeting, "QBR", Some(ahead(2)));
    step(&mut records, StepKind::Promise, "ROI", Some(ahead(13)));
    step(&mut records, StepKind::Promise, "beyond", Some(ahead(14)));
    step(&mut records, StepKind::Step, "late", Some(ago(1)));
    let mut roy = Contact::named("J. Roy", Some(Id(1)), ago(400));
    roy.birthday = NaiveDate::from_ymd_opt(1980, 11, 25);
    records.contacts.push(roy);
    let mut rules = Rules::default();
    rules.away = vec![(ahead(12), ahead(20))];
    let dues = of(&records, &rules, today(), ahead(60));
    let found = agenda(dues, &rules, today(), ahead(60));
    assert_eq!(found.load.len(), 14);
    let busy: Vec<_> = found.load.iter().filter(|day| day.count > 0 || day.away).collect();
    let told: Vec<_> = busy.iter().map(|day| (day.on, day.count, day.full, day.away)).collect();
    assert_eq!(
        told,
        [(ahead(2), 5, true, false), (ahead(12), 0, false, true), (ahead(13), 1, false, true),]
    );
    let rules = rules.with(Limit::DayFull, 6.0);
    let dues = of(&records, &rules, today(), ahead(60));
    assert!(!agenda(dues, &rules, today(), ahead(60)).load[2].full);
}

#[test]
fn what_a_change_touched_is_read_again_and_nothing_else() {
    let rules = Rules::default();
    let due = |account: Option<i64>, text: &str| Due {
        account: account.map(Id),
        ..Due::new(ahead(1), What::Step, text.to_owned())
    };
    let before = vec![due(Some(1), "one"), due(Some(2), "two"), due(None, "nobody's")];
    let found = agenda(before, &rules, today(), ahead(9));
    let texts = |found: &Agenda| -> Vec<String> {
        found.days.iter().flat_map(|day| &day.dues).map(|due| due.text.clone()).collect()
    };
    let again = found.renewed(Some(&[Id(2)]), vec![due(Some(2), "other")], &rules);
    assert_eq!(texts(&again), ["one", "other"], "what no account claims is always read again");
    let gone = again.renewed(Some(&[Id(2)]), Vec::new(), &rules);
    assert_eq!(texts(&gone), ["one"]);
    let whole = gone.renewed(None, vec![due(Some(3), "three")], &rules);
    assert_eq!(texts(&whole), ["three"]);
}

#[test]
fn an_absence_has_a_line_until_it_is_over() {
    use crate::domain::ours::away::Away;
    let away = |from, to| Away { id: Id(4), from_on: from, to_on: to, note: None };
    for (from, to, wanted) in [
        (ahead(3), ahead(9), Some(ahead(3))),
        (ago(3), ahead(9), Some(today())),
        (ago(3), today(), Some(today())),
        (ago(3), ago(1), None),
        (ahead(31), ahead(40), None),
        (ahead(9), ahead(3), None),
    ] {
        let found = absence(&away(from, to), today(), ahead(30));
        assert_eq!(found.map(|due| due.on), wanted, "{from} to {to}");
    }
    let found = absence(&away(ahead(3), ahead(9)), today(), ahead(30)).expect("one");
    assert_eq!(found.text, "away until 1 Dec, 7 d");
}

#[test]
fn of_a_day_that_was_not_looked_at_no_load_is_told() {
    let mut records = bare();
    step(&mut records, StepKind::Step, "call", Some(ahead(9)));
    let rules = Rules::default();
    let loads = |days: u64| {
        let dues = of(&records, &rules, today(), ahead(days));
        agenda(dues, &rules, today(), ahead(days)).load
    };
    assert_eq!(loads(3).len(), 4, "today and three days");
    assert_eq!(loads(0).len(), 1);
    assert_eq!(loads(20)[9].count, 1);
}

#[test]
fn each_thing_can_be_told_from_the_others() {
    let mut records = bare();
    let mut idea = Opportunity::titled("more seats", Some(Id(1)), ago(90));
    (idea.id, idea.stage) = (Id(4), OpportunityStage::Proposed);
    (idea.next_talk_on, idea.close_on) = (Some(ahead(5)), Some(ahead(5)));
    records.opportunities.push(idea);
    assert_eq!(
        told(&records, 14),
        ["5 opportunity: talk about more seats, to be closed that day"],
        "two of one day would be the same line"
    );
    records.opportunities[0].close_on = Some(ahead(6));
    assert_eq!(told(&records, 14)[1], "6 opportunity: more seats is to be closed");
}
