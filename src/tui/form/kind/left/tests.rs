//! The form of somebody who left, filled in.

use super::*;
use crate::domain::cell::Id;
use crate::domain::word::WordSet;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

/// Ana Ruiz, CFO and champion, to whom Jo Roy (4) and Maki Ito (3) report, with a step and an
/// opportunity of hers.
fn ana() -> Trial {
    let mut trial = Trial::new(Subject::Left { account: 1, contact: 1 });
    let records = &mut trial.facts.dossier.as_mut().expect("a dossier").records;
    records.contacts[0].roles = WordSet::of(&[Role::Champion, Role::EconomicBuyer, Role::EndUser]);
    records.contacts[2].reports_to = Some(Id(1));
    records.contacts[3].roles = WordSet::of(&[Role::PotentialChampion]);
    records.steps[3].contact_id = Some(Id(1));
    records.steps[1].contact_id = Some(Id(1));
    records.opportunities = vec![Opportunity {
        id: Id(1),
        champion_id: Some(Id(1)),
        ..Opportunity::titled("Planning for EMEA", Some(Id(1)), fixture::today())
    }];
    trial
}

fn contact_edits(commit: &Commit) -> Vec<(i64, Vec<contact::Field>)> {
    let edit = |change: &Change| match change {
        Change::Contact(contact::Change::Edited { id, fields }) => Some((id.0, fields.clone())),
        _ => None,
    };
    commit.changes.iter().filter_map(edit).collect()
}

#[test]
fn the_form_tells_what_hangs_on_the_person() {
    let spec = ana().spec();
    assert_eq!(spec.title, "Ana Ruiz left Contoso");
    assert_eq!(
        spec.lead,
        [
            "Is champion, economic buyer, end user.",
            "Open steps 1: Seat review with K. Ott",
            "Opportunities 1: Planning for EMEA",
            "Report to them 2: Maki Ito, Jo Roy",
            "Who takes over gets champion and buyer roles, steps and reports.",
        ]
    );
    let quiet = Trial::new(Subject::Left { account: 1, contact: 5 });
    assert_eq!(quiet.spec().lead, Vec::<String>::new());
}

#[test]
fn without_a_successor_nobody_reports_to_who_is_gone() {
    let commit = ana().fill(&[("left_to", "Litware")]).expect("a leaving");
    assert_eq!(commit.act.label, "Ana Ruiz left");
    assert_eq!(
        contact_edits(&commit),
        [
            (
                1,
                vec![
                    contact::Field::LeftOn(Some(fixture::today())),
                    contact::Field::LeftTo(Some("Litware".to_owned())),
                ]
            ),
            (3, vec![contact::Field::ReportsTo(None)]),
            (4, vec![contact::Field::ReportsTo(None)]),
        ]
    );
    assert_eq!(commit.changes.len(), 3, "steps and opportunities stay: {commit:?}");
}

#[test]
fn a_successor_takes_over_roles_reports_steps_and_opportunities() {
    let commit = ana().fill(&[("left_on", "yesterday"), ("successor", "4")]).expect("a leaving");
    assert_eq!(commit.act.label, "Ana Ruiz left, Jo Roy takes over");
    let edits = contact_edits(&commit);
    let yesterday = fixture::today().pred_opt();
    assert_eq!(edits[0], (1, vec![contact::Field::LeftOn(yesterday)]));
    assert_eq!(edits[1], (3, vec![contact::Field::ReportsTo(Some(Id(4)))]));
    assert_eq!(edits[2], (4, vec![contact::Field::ReportsTo(None)]));
    let roles = WordSet::of(&[Role::Champion, Role::EconomicBuyer]);
    assert_eq!(edits[3], (4, vec![contact::Field::Roles(roles)]));
    assert!(
        commit.changes.contains(
            &step::Change::Edited {
                id: Id(4),
                fields: vec![
                    step::Field::ContactId(Some(Id(4))),
                    step::Field::OwnerName(Some("Jo Roy".to_owned())),
                ],
            }
            .into()
        )
    );
    assert!(
        commit.changes.contains(
            &opportunity::Change::Edited {
                id: Id(1),
                fields: vec![opportunity::Field::ChampionId(Some(Id(4)))],
            }
            .into()
        )
    );
    assert_eq!(commit.changes.len(), 6, "the step that is done stays: {commit:?}");
}

#[test]
fn a_handing_over_closes_no_circle() {
    let mut trial = ana();
    let records = &mut trial.facts.dossier.as_mut().expect("a dossier").records;
    // The successor reports to somebody who reports to the one who leaves.
    records.contacts[3].reports_to = Some(Id(3));
    let commit = trial.fill(&[("successor", "4")]).expect("a leaving");
    assert!(contact_edits(&commit).contains(&(3, vec![contact::Field::ReportsTo(None)])));
}

#[test]
fn who_left_can_be_back() {
    let trial = Trial::new(Subject::Left { account: 1, contact: 2 });
    assert_eq!(trial.text("left_on"), "2026-11-16");
    assert!(trial.fill(&[]).expect("nothing new").changes.is_empty());
    let commit = trial.fill(&[("left_on", ""), ("left_to", "Litware")]).expect("back again");
    assert_eq!(commit.act.label, "Tom Lee is still there");
    assert_eq!(contact_edits(&commit), [(2, vec![contact::Field::LeftOn(None)])]);
}

#[test]
fn a_leaving_has_a_day() {
    let wrong = ana().fill(&[("left_on", "")]).expect_err("no day");
    assert_eq!(wrong, ["left_on: which day?"]);
}

#[test]
fn who_takes_over_comes_to_the_meetings_in_their_place() {
    let mut trial = ana();
    let invite =
        |(id, step, contact)| StepPerson { id: Id(id), step_id: Id(step), contact_id: Id(contact) };
    let steps = &mut trial.facts.dossier.as_mut().expect("a dossier").records.steps;
    let open: Vec<i64> = steps
        .iter()
        .filter(|one| one.status.open() && one.id != Id(4))
        .map(|one| one.id.0)
        .collect();
    let done = steps.iter().find(|one| !one.status.open()).expect("a step that is done").id.0;
    let [first, second, ..] = open[..] else { panic!("two open steps") };
    let title = steps.iter().find(|one| one.id.0 == first).expect("it").title.clone();
    trial.facts.step_people =
        [(1, first, 1), (2, second, 1), (3, second, 4), (4, second, 6), (5, done, 1)]
            .map(invite)
            .to_vec();
    assert!(trial.spec().lead[1].starts_with("Open steps 3: "), "{:?}", trial.spec().lead);
    assert!(trial.spec().lead[1].contains(&title));
    let commit = trial.fill(&[("successor", "4")]).expect("a leaving");
    let invited: Vec<&Change> =
        commit.changes.iter().filter(|one| matches!(one, Change::StepPerson(_))).collect();
    let takes = step_person::Change::Edited {
        id: Id(1),
        fields: vec![step_person::Field::ContactId(Id(4))],
    };
    let there_already = step_person::Change::Removed(Id(2));
    assert_eq!(invited, [&takes.into(), &there_already.into()]);
}

#[test]
fn what_is_handed_on_must_still_be_as_it_was() {
    let commit = ana().fill(&[("successor", "4")]).expect("a leaving");
    let expected: Vec<(&str, i64, &str)> =
        commit.expected.iter().map(|one| (one.table, one.id.0, one.column)).collect();
    assert_eq!(
        expected,
        [
            ("contact", 1, "left_on"),
            ("contact", 3, "reports_to"),
            ("contact", 4, "reports_to"),
            ("contact", 4, "roles"),
            ("step", 4, "contact_id"),
            ("step", 4, "owner_name"),
            ("opportunity", 1, "champion_id"),
        ]
    );
}
