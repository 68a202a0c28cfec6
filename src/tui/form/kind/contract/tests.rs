//! The contract of Contoso: it ends on 31 March 2027 with 60 days' notice.

use super::*;
use crate::domain::change::Change;
use crate::domain::when::Order;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

const SUBJECT: Subject = Subject::Contract { account: 1 };

fn contoso() -> Facts {
    facts(Some(fixture::dossier()))
}

#[test]
fn only_what_was_edited_is_written_and_expected() {
    let facts = contoso();
    assert_eq!(saved(&SUBJECT, &facts, &[]).expect("a commit").changes, []);
    let commit = saved(&SUBJECT, &facts, &[("notice_count", "3"), ("notice_unit", "months")]);
    let commit = commit.expect("a commit");
    let fields = vec![
        contract::Field::NoticeCount(Some(3)),
        contract::Field::NoticeUnit(Some(NoticeUnit::Months)),
    ];
    assert_eq!(commit.changes, [contract::Change::Edited { id: Id(1), fields }.into()]);
    let columns: Vec<_> = commit.expected.iter().map(|expected| expected.column).collect();
    assert_eq!(columns, ["notice_count", "notice_unit"]);
    assert_eq!(commit.act.label, "Contoso: contract ends 31 Mar 2027, act by 31 Dec");
}

#[test]
fn a_notice_that_is_taken_out_takes_its_unit_with_it() {
    let commit = saved(&SUBJECT, &contoso(), &[("notice_count", "")]).expect("a commit");
    let fields = vec![contract::Field::NoticeCount(None), contract::Field::NoticeUnit(None)];
    assert_eq!(commit.changes, [contract::Change::Edited { id: Id(1), fields }.into()]);
}

#[test]
fn the_renewal_alone_is_named() {
    let commit = saved(&SUBJECT, &contoso(), &[("renewal", "in talks")]).expect("a commit");
    assert_eq!(commit.act.label, "Contoso: renewal in talks");
}

#[test]
fn a_first_contract_is_added() {
    let mut dossier = fixture::dossier();
    dossier.records.contract = None;
    let commit =
        saved(&SUBJECT, &facts(Some(dossier)), &[("ends_on", "eoy"), ("auto_renews", "0")]);
    let commit = commit.expect("a commit");
    let [Change::Contract(contract::Change::Added(new))] = commit.changes.as_slice() else {
        panic!("{:?}", commit.changes)
    };
    assert_eq!(new.ends_on.map(|day| day.to_string()).as_deref(), Some("2026-12-31"));
    assert_eq!((new.auto_renews, new.notice_unit), (Some(false), None));
    assert_eq!(commit.act.label, "Contoso: contract ends 31 Dec");
}

#[test]
fn the_month_may_come_first() {
    let days = |order| {
        let facts = Facts { order, ..contoso() };
        let commit = saved(&SUBJECT, &facts, &[("ends_on", "04/05/2027")]).expect("a commit");
        commit.act.label
    };
    assert_eq!(days(Order::DayFirst), "Contoso: contract ends 4 May 2027, act by 5 Mar 2027");
    assert_eq!(days(Order::MonthFirst), "Contoso: contract ends 5 Apr 2027, act by 4 Feb 2027");
}

#[test]
fn what_cannot_be_is_told_at_its_field() {
    for (typed, field) in [
        (("ends_on", "1 apr 2024"), "ends_on"),
        (("ends_on", "some day"), "ends_on"),
        (("notice_count", "-1"), "notice_count"),
        (("notice_count", "three"), "notice_count"),
        (("term_months", "601"), "term_months"),
    ] {
        assert_eq!(wrong(&SUBJECT, &contoso(), &[typed]), field, "{typed:?}");
    }
}
