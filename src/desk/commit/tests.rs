//! What a commit writes, and when it writes nothing.

use super::super::sample::{book, day, now, talk_with};
use crate::desk::{Act, Commit, Desk};
use crate::domain::account::{self, Account};
use crate::domain::book::setting::{self, BASE_CURRENCY, Setting};
use crate::domain::cell::{Id, Value};
use crate::domain::change::Expected;
use crate::domain::contact::{self, Contact};
use crate::domain::money::Currency;
use crate::domain::rules::Rules;
use crate::domain::talk;
use crate::error::Kind;

#[test]
fn a_commit_leaves_the_list_as_a_fresh_judging_would() {
    let (_directory, mut desk) = book(12);
    let today = day(22);
    let account = Id(3);
    let receipt = desk
        .commit(&Act::edit("Talk", Some(account)), &talk_with(account, Id(5), today), now(22))
        .expect("a commit");
    assert_eq!(receipt.effects.len(), 1);
    assert_eq!(receipt.effects[0].account, account);
    assert!(desk.current(today).expect("a mark"));
    assert_eq!(desk.book().expect("the kept list"), desk.appraise(today).expect("a judging").book);
}

#[test]
fn a_commit_that_expects_what_is_no_longer_there_changes_nothing() {
    let (directory, mut desk) = book(2);
    let account = desk.dossier(Id(1), day(22)).expect("a dossier").records.account;
    let renamed = |name: &str| {
        let fields = vec![account::Field::Name(name.to_owned())];
        let expected = account.expects(&fields);
        let change = account::Change::Edited { id: account.id, fields }.into();
        Commit::new(Act::edit("Renamed", Some(account.id)), vec![change]).expecting(expected)
    };
    let noted = {
        let fields = vec![account::Field::Note(Some("call first".to_owned()))];
        let expected = account.expects(&fields);
        let change = account::Change::Edited { id: account.id, fields }.into();
        Commit::new(Act::edit("Note", Some(account.id)), vec![change]).expecting(expected)
    };
    let mut other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
        .expect("the book");
    other.commit_expecting(&renamed("Theirs"), now(22)).expect("a commit").expect("no clash");
    let clashes = desk.commit_expecting(&renamed("Mine"), now(22)).expect("an answer");
    let clashes = clashes.expect_err("a clash");
    assert_eq!(clashes.len(), 1);
    assert_eq!(clashes[0].expected.column, "name");
    assert_eq!(clashes[0].now, Some(Value::Text("Theirs".to_owned())));
    let name = |desk: &Desk| desk.record::<Account>(Id(1)).expect("an account").name;
    assert_eq!(name(&desk), "Theirs");
    // Another field of the same record is nobody's clash.
    desk.commit_expecting(&noted, now(22)).expect("a commit").expect("no clash");
    assert_eq!(name(&desk), "Theirs");
    let gone = Expected { id: Id(99), ..clashes[0].expected.clone() };
    let nobody = Commit::new(Act::edit("Nothing", None), Vec::new()).expecting(vec![gone]);
    let clashes = desk.commit_expecting(&nobody, now(22)).expect("an answer");
    assert_eq!(clashes.expect_err("a clash")[0].now, None);
}

#[test]
fn a_commit_of_another_program_is_seen() {
    let (directory, mut desk) = book(4);
    let today = day(22);
    desk.assess_all(now(22)).expect("judged");
    let mut other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
        .expect("the book");
    other
        .commit(&Act::edit("Talk", None), &talk_with(Id(1), Id(1), today), now(22))
        .expect("a commit");
    assert!(desk.current(today).expect("a mark"), "the other program judged it");
    desk.commit(&Act::edit("Talk", None), &talk_with(Id(2), Id(3), today), now(22))
        .expect("a commit");
    assert_eq!(desk.book().expect("the kept list"), desk.appraise(today).expect("a judging").book);
}

#[test]
fn a_list_that_another_program_judged_for_another_day_is_not_built_upon() {
    let (directory, mut desk) = book(4);
    desk.assess_all(now(22)).expect("judged");
    let mut other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
        .expect("the book");
    let talk = talk_with(Id(2), Id(3), day(22));
    for round in 0..2 {
        other.assess_all(now(25)).expect("judged");
        assert!(!desk.current(day(22)).expect("a mark"));
        if round == 0 {
            desk.commit(&Act::edit("Talk", None), &talk, now(22)).expect("a commit");
        } else {
            desk.assess_all(now(22)).expect("judged");
        }
        assert!(desk.current(day(22)).expect("a mark"));
        assert_eq!(
            desk.book().expect("the kept list"),
            desk.appraise(day(22)).expect("a judging").book
        );
    }
}

#[test]
fn a_score_that_time_alone_has_moved_is_noted_with_the_first_commit_of_the_day() {
    let (_directory, mut desk) = book(3);
    let talk = |account, contact, on| talk_with(Id(account), Id(contact), day(on));
    desk.commit(&Act::edit("Talk", None), &talk(3, 5, 3), now(3)).expect("a commit");
    desk.commit(&Act::edit("Talk", None), &talk(1, 1, 22), now(22)).expect("a commit");
    let found = desk.dossier(Id(3), day(22)).expect("a dossier");
    let newest = found.records.history.last().expect("a point");
    assert_eq!((newest.on_date, newest.score), (day(22), found.standing.score.value));
}

#[test]
fn what_time_has_done_is_not_told_as_what_the_commit_did() {
    let (_directory, mut desk) = book(3);
    let talk = talk_with(Id(3), Id(5), day(3));
    let first = desk.commit(&Act::edit("Talk", None), &talk, now(3)).expect("a commit");
    let fields = vec![account::Field::Note(Some("calls back".to_owned()))];
    let note = account::Change::Edited { id: Id(3), fields }.into();
    let then = desk.commit(&Act::edit("Note", None), &[note], now(22)).expect("a commit");
    assert_ne!(first.effects[0].score_after, then.effects[0].score_after);
    assert_eq!(then.effects[0].score_before, then.effects[0].score_after);
}

#[test]
fn the_base_currency_goes_and_comes_with_its_setting() {
    let (directory, mut desk) = book(2);
    let other = Desk::open(&directory.path().join("book.db"), Rules::default(), now(22).at)
        .expect("the book");
    let currency = |desk: &Desk| desk.book().expect("a list").arr_total.map(|sum| sum.currency);
    assert_eq!(currency(&desk), Some(Currency::EUR));
    let named = Setting { id: Id(0), key: BASE_CURRENCY.into(), content: "USD".into() };
    let named = setting::Change::Added(named).into();
    desk.commit(&Act::edit("Dollars", None), &[named], now(22)).expect("a commit");
    assert_eq!(currency(&desk), None, "no rate into dollars");
    assert_eq!(currency(&other), None, "the other program sees it too");
    assert!(other.current(day(22)).expect("a mark"));
    desk.undo(None, now(22)).expect("an undo");
    assert_eq!(currency(&desk), Some(Currency::EUR));
    assert_eq!(desk.book(), desk.appraise(day(22)).map(|appraisal| appraisal.book));
}

#[test]
fn a_new_day_is_judged_anew() {
    let (_directory, mut desk) = book(3);
    assert!(!desk.current(day(22)).expect("a mark"));
    assert_eq!(desk.assess_all(now(22)).expect("judged"), 3);
    assert!(desk.current(day(22)).expect("a mark"));
    assert!(!desk.current(day(23)).expect("a mark"));
    let other = desk.appraise(day(23)).expect("a judging").book;
    assert!(other.rows.iter().all(|row| row.judged_on == Some(day(23))));
    let kept = desk.book().expect("the kept list");
    assert!(kept.rows.iter().all(|row| row.judged_on == Some(day(22))), "only looked at");
    desk.assess_all(now(23)).expect("judged");
    assert_eq!(desk.book().expect("the kept list"), other);
}

#[test]
fn an_account_comes_and_goes_with_its_line() {
    let (_directory, mut desk) = book(2);
    let mut account = Account::named("Wingtip", day(1));
    account.id = Id(-1);
    let person = Contact::named("P. Sy", Some(Id(-1)), day(1));
    let receipt = desk
        .commit(
            &Act::edit("New account", None),
            &[account::Change::Added(account).into(), contact::Change::Added(person).into()],
            now(22),
        )
        .expect("a commit");
    let id = receipt.created[0].1;
    assert_eq!(desk.find_account("wing").expect("found").id, id);
    assert_eq!(desk.dossier(id, day(22)).expect("a dossier").records.contacts.len(), 1);
    assert_eq!(desk.book().expect("a list").rows.len(), 3);

    let receipt = desk
        .commit(&Act::edit("Away with it", None), &[account::Change::Removed(id).into()], now(22))
        .expect("a commit");
    assert_eq!(receipt.effects[0].name, "Wingtip");
    assert_eq!(receipt.effects[0].score_after, None);
    assert_eq!(desk.book().expect("a list").rows.len(), 2);
    let error = desk.dossier(id, day(22)).expect_err("it is gone");
    assert_eq!(error.kind, Kind::NotFound);
}

#[test]
fn a_refused_change_changes_nothing() {
    let (_directory, mut desk) = book(2);
    desk.assess_all(now(22)).expect("judged");
    let before = desk.book().expect("a list");
    let step = desk.last_step().expect("a step");
    let mut talk = talk_with(Id(1), Id(1), day(22));
    talk.extend(talk_with(Id(99), Id(1), day(22)));
    desk.commit(&Act::edit("Talk", None), &talk, now(22)).expect_err("no such account");
    assert_eq!(desk.last_step().expect("a step"), step);
    assert_eq!(desk.book().expect("a list"), before);
    assert_eq!(desk.every::<talk::Talk>().expect("talks").len(), 0);
    desk.commit(&Act::edit("Talk", None), &talk_with(Id(1), Id(1), day(22)), now(22))
        .expect("the desk works on");
}
