//! The next field of a part, and parts that are named for the first time.

use super::*;
use crate::domain::change::Change;
use crate::domain::revenue::whitespace;
use crate::tui::form::link;
use crate::tui::form::subject::Subject;
use crate::tui::form::trial::Trial;

#[test]
fn the_next_field_of_a_part_is_the_first_that_nobody_knows() {
    let mut trial = Trial::new(link::record(Id(1), Kind::Whitespace, None, None));
    let records = &mut trial.facts.dossier.as_mut().expect("one").records;
    let offering =
        |id, name: &str| Offering { id: Id(id), name: name.to_owned(), archived_on: None };
    records.offerings = vec![offering(1, "Core"), offering(2, "Analytics")];
    for (id, name) in [(7, "Bonn"), (8, "Lyon")] {
        records.units.push(Unit { id: Id(id), account_id: Id(1), name: name.to_owned() });
    }
    records.whitespace.push(Whitespace {
        id: Id(1),
        account_id: Id(1),
        unit_id: Id(8),
        offering_id: Id(1),
        state: WhitespaceState::Won,
        opportunity_id: None,
        note: None,
    });
    if let Subject::Record { with, .. } = &mut trial.subject {
        *with = Some(8);
    }
    assert_eq!((trial.text("unit_id").as_str(), trial.text("offering_id").as_str()), ("8", "2"));
    let commit = trial.fill(&[]).expect("right");
    assert_eq!(commit.act.label, "Contoso: Analytics for Lyon: possible");
    let Change::Whitespace(whitespace::Change::Added(_)) = &commit.changes[0] else {
        panic!("{:?}", commit.changes);
    };
    let wrong = trial.fill(&[("offering_id", "1")]).expect_err("known");
    assert_eq!(wrong, ["offering_id: that is on record already: edit it there"]);
    // A part that nobody named before comes in with it; a name there is stands for what it names.
    let commit = trial.fill(&[("new_unit", "Nantes"), ("new_offering", "core")]).expect("right");
    assert_eq!(commit.act.label, "Contoso: Core for Nantes: possible");
    assert_eq!(commit.changes.len(), 2);
}
