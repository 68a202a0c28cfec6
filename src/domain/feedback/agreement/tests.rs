use super::super::sample::{Asked, ago, today};
use super::*;

fn of(asked: &Asked) -> Agreement {
    agreement(&asked.records, &asked.rules, today())
}

fn names(due: &[Due]) -> Vec<&str> {
    due.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn nobody_is_due_before_there_is_an_agreement() {
    let mut asked = Asked::new();
    let roy = asked.contact("J. Roy", None);
    asked.invite(400, roy);
    let found = of(&asked);
    assert_eq!((found.agreed_on, found.due.len(), found.next_on), (None, 0, None));
    assert_eq!(found.text, "no feedback agreement: nobody is asked before there is one");
    asked.records.account.feedback_agreed_on = Some(today());
    assert_eq!(names(&of(&asked).due), ["J. Roy"]);
}

#[test]
fn each_contact_is_asked_again_after_182_days() {
    let mut asked = Asked::new();
    asked.records.account.feedback_agreed_on = Some(ago(300));
    let roy = asked.contact("J. Roy", None);
    let ott = asked.contact("K. Ott", None);
    let new = asked.contact("N. New", None);
    let gone = asked.contact("G. One", None);
    asked.edit(new, |one| one.created_on = ago(27));
    asked.edit(gone, |one| one.left_on = Some(ago(3)));
    asked.invite(182, roy);
    asked.invite(181, ott);
    let found = of(&asked);
    assert_eq!(names(&found.due), ["J. Roy"]);
    assert_eq!(found.next_on, Some(today() + chrono::Duration::days(1)));
    assert_eq!(found.text, "agreed on 26 Jan, 1 contact to ask");
    asked.edit(new, |one| one.created_on = ago(28));
    asked.rules.away = vec![(ago(20), ago(19))];
    assert_eq!(names(&of(&asked).due), ["N. New"], "the clock of the survey stood still");
    asked.records.contacts.retain(|one| one.id == ott);
    assert_eq!(of(&asked).text, "agreed on 26 Jan, next to ask on 25 Nov");
}

#[test]
fn results_are_shared_each_year_once_there_are_some() {
    let mut asked = Asked::new();
    asked.records.account.feedback_agreed_on = Some(ago(500));
    assert_eq!(of(&asked).results_due_on, None, "no answer, nothing to share");
    asked.answer(501, None, 9);
    assert_eq!(of(&asked).results_due_on, None, "an answer from before the agreement");
    asked.answer(365, None, 9);
    let found = of(&asked);
    assert_eq!((found.results_due_on, found.results_late), (Some(today()), false));
    asked.answer(366, None, 9);
    assert!(of(&asked).results_late);
    asked.records.account.results_shared_on = Some(ago(100));
    let found = of(&asked);
    assert_eq!((found.results_late, found.shared_on), (false, Some(ago(100))));
    assert_eq!(found.results_due_on, Some(ago(100) + chrono::Duration::days(365)));
}
