//! What the renewal's outcome asks for, and what it writes.

use crate::domain::account::contract::{Change as ContractChange, Renewal};
use crate::domain::account::{self, Status};
use crate::domain::change::Change;
use crate::domain::revenue::{self, RevenueKind};
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

/// Contoso pays 940,000 euros a year until 31 March 2027, for three years at a time.
fn contoso() -> Trial {
    Trial::paid(Subject::Outcome { account: 1 })
}

fn entries(changes: &[Change]) -> Vec<(String, RevenueKind, i64)> {
    let found = changes.iter().filter_map(|change| match change {
        Change::Revenue(revenue::Change::Added(one)) => {
            Some((one.on_date.to_string(), one.kind, one.amount))
        }
        _ => None,
    });
    found.collect()
}

#[test]
fn renewed_as_it_was_takes_one_key() {
    let trial = contoso();
    assert_eq!(trial.text("came"), "renewed");
    assert_eq!(trial.text("arr"), "940000");
    assert_eq!(trial.text("to"), "31 Mar 2030");
    let commit = trial.fill(&[]).expect("a commit");
    assert_eq!(commit.act.label, "Contoso: renewed to 31 Mar 2030");
    let [Change::Contract(_), Change::Contract(ContractChange::Added(next))] =
        commit.changes.as_slice()
    else {
        panic!("{:?}", commit.changes);
    };
    assert_eq!(next.starts_on.map(|day| day.to_string()).as_deref(), Some("2027-04-01"));
    assert_eq!((next.renewal, next.term_months), (Renewal::NotStarted, Some(36)));
    assert!(!commit.expected.iter().any(|one| one.column == "arr"), "nothing is reckoned from it");
}

#[test]
fn another_worth_is_an_entry_of_the_same_step() {
    let trial = contoso();
    let commit = trial.fill(&[("arr", "800k"), ("to", "31 mar 2028")]).expect("a commit");
    assert_eq!(commit.act.label, "Contoso: renewed to 31 Mar 2028, −€140k a year");
    let from = "2027-04-01".to_owned();
    assert_eq!(entries(&commit.changes), [(from, RevenueKind::Contraction, -14_000_000)]);
    assert!(commit.expected.iter().any(|one| one.column == "arr"));
    let dearer = trial.fill(&[("arr", "1m"), ("moved", "another price")]).expect("a commit");
    assert_eq!(dearer.act.label, "Contoso: renewed to 31 Mar 2030, +€60k a year");
    assert_eq!(entries(&dearer.changes)[0].1, RevenueKind::Price);
}

#[test]
fn a_loss_needs_its_reason_and_ends_the_revenue() {
    let trial = contoso();
    assert_eq!(
        trial.fill(&[("came", "lost")]).expect_err("why?"),
        ["lost_reason: why? A few words: the next one is kept by them"]
    );
    let typed = [("came", "lost"), ("lost_reason", "merged"), ("lost_avoidable", "0")];
    let commit = trial.fill(&typed).expect("a commit");
    assert_eq!(commit.act.label, "Contoso: leaves 31 Mar 2027");
    let from = "2027-04-01".to_owned();
    assert_eq!(entries(&commit.changes), [(from, RevenueKind::Churn, -94_000_000)]);
    let fields = commit.changes.iter().find_map(|change| match change {
        Change::Account(account::Change::Edited { fields, .. }) => Some(fields.clone()),
        _ => None,
    });
    let fields = fields.expect("the account leaves");
    assert!(fields.contains(&account::Field::Status(Status::Notified)), "{fields:?}");
    assert!(fields.contains(&account::Field::LostAvoidable(Some(false))), "{fields:?}");
}

#[test]
fn what_cannot_be_is_told_at_its_field() {
    let trial = contoso();
    let wrong = |typed: &[(&str, &str)]| trial.fill(typed).expect_err("wrong").join("; ");
    assert!(wrong(&[("to", "")]).starts_with("to: until when"));
    assert!(wrong(&[("to", "30 mar 2027")]).starts_with("to: the next term ends after"));
    assert!(wrong(&[("arr", "1m USD")]).starts_with("arr: until now they pay in EUR"));
    assert!(wrong(&[("arr", "0")]).starts_with("arr: what pays nothing"));
    assert!(wrong(&[("came", "lost"), ("last", "")]).starts_with("last: which day"));
}

#[test]
fn who_was_to_leave_is_asked_whether_they_did() {
    let mut trial = contoso();
    let records = &mut trial.facts.dossier.as_mut().expect("an account").records;
    records.account.status = Status::Notified;
    records.account.leaves_on = fixture::today().pred_opt();
    records.account.lost_reason = Some("price".to_owned());
    assert_eq!(trial.text("came"), "lost");
    assert_eq!(trial.text("last"), "21 Nov 2026");
    let commit = trial.fill(&[]).expect("nothing is typed twice");
    assert_eq!(commit.act.label, "Contoso: lost 21 Nov");
    assert_eq!(trial.spec().lead.len(), 1);
}
