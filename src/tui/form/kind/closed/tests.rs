//! A detractor of Contoso, closed by hand.

use super::*;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::signal::Severity;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

/// Contoso with a signal of this code about its first contact.
fn contoso(code: &'static str) -> Dossier {
    let mut dossier = fixture::dossier();
    let contact = dossier.records.contacts[0].id;
    dossier.standing.signals = vec![Signal {
        code,
        severity: Severity::Now,
        text: "Detractor: J. Roy gave 2.".to_owned(),
        short: "detract.",
        since: None,
        about: Some(("contact", contact)),
        gap: false,
        in_hand: None,
        silenced: false,
        swallowed: Vec::new(),
    }];
    dossier
}

fn subject(code: &str) -> Subject {
    Subject::Closed { account: 1, code: code.to_owned() }
}

#[test]
fn a_detractor_is_closed_for_its_person_with_the_reason() {
    let dossier = contoso("open-detractor");
    let contact = dossier.records.contacts[0].id;
    let facts = facts(Some(dossier));
    let commit = saved(&subject("open-detractor"), &facts, &[("reason", "Settled by letter")])
        .expect("closed");
    let [Change::Closing(closing::Change::Added(made))] = commit.changes.as_slice() else {
        panic!("{commit:?}")
    };
    assert_eq!((made.account_id, made.contact_id), (Id(1), Some(contact)));
    assert_eq!((made.code.as_str(), made.on_date), ("open-detractor", fixture::today()));
    assert_eq!(made.reason, "Settled by letter");
}

#[test]
fn without_a_reason_nothing_is_closed() {
    let facts = facts(Some(contoso("open-detractor")));
    assert_eq!(wrong(&subject("open-detractor"), &facts, &[]), "reason");
}

#[test]
fn what_is_not_told_any_more_has_no_form() {
    let facts = facts(Some(contoso("open-detractor")));
    assert!(spec(&subject("upset"), &facts).is_none());
}
