//! The form of a person, filled in.

use super::*;
use crate::tui::form::trial::Trial;
use crate::tui::screen::book::fixture;

fn new(level: Option<&str>) -> Trial {
    let level = level.map(ToOwned::to_owned);
    Trial::new(Subject::Person { account: Some(1), contact: None, level })
}

/// 1 Ana Ruiz (CFO), 4 Jo Roy reports to her, 8 Dan Fox is not placed.
fn known(contact: i64) -> Trial {
    Trial::new(Subject::Person { account: Some(1), contact: Some(contact), level: None })
}

fn unlinked(employer: &str) -> Trial {
    let subject = Subject::Person { account: None, contact: Some(77), level: None };
    let mut trial = Trial::new(subject);
    trial.facts.dossier = None;
    let mut person = Contact::named("Rita Novak", None, fixture::today());
    person.id = Id(77);
    person.employer = Some(employer.to_owned());
    trial.facts.contact = Some(person);
    trial
}

fn added(commit: &Commit) -> &Contact {
    match commit.changes.as_slice() {
        [Change::Contact(contact::Change::Added(person))] => person,
        other => panic!("{other:?}"),
    }
}

fn edited(commit: &Commit) -> Vec<(i64, &[contact::Field])> {
    let edit = |change| match change {
        &Change::Contact(contact::Change::Edited { id, ref fields }) => (id.0, fields.as_slice()),
        other => panic!("{other:?}"),
    };
    commit.changes.iter().map(edit).collect()
}

#[test]
fn somebody_new_needs_a_name_and_is_known_from_today() {
    let trial = new(Some("influencer"));
    assert_eq!(trial.fill(&[("name", " ")]).expect_err("no name"), ["name: who is it?"]);
    let commit = trial.fill(&[("name", "Dana Fox"), ("roles", "champion,end user")]);
    let commit = commit.expect("a person");
    assert_eq!(commit.act.label, "Dana Fox added at Contoso");
    let dana = added(&commit);
    assert_eq!(dana.account_id, Some(Id(1)));
    assert_eq!(dana.level, Some(Level::Influencer));
    assert_eq!(dana.verified_on, Some(fixture::today()));
    assert!(dana.roles.has(Role::Champion) && dana.roles.has(Role::EndUser));
}

#[test]
fn a_title_places_somebody_new_where_it_leaves_no_doubt() {
    for (title, chosen, level) in [
        ("CFO", "", Some(Level::DecisionMaker)),
        ("CFO", "user", Some(Level::User)),
        ("VP, Facilities", "", None),
        ("", "", None),
    ] {
        let commit = new(None).fill(&[("name", "Dana"), ("title", title), ("level", chosen)]);
        assert_eq!(added(&commit.expect("a person")).level, level, "{title}, {chosen}");
    }
}

#[test]
fn only_what_was_typed_over_is_written_and_expected() {
    let trial = known(4);
    assert_eq!(trial.text("reports_to"), "1");
    assert!(trial.fill(&[]).expect("nothing to do").changes.is_empty());
    let commit = trial.fill(&[("title", "Chief Planner"), ("birthday", "12 mar")]);
    let commit = commit.expect("an edit");
    assert_eq!(commit.act.label, "Jo Roy changed");
    let columns: Vec<&str> = commit.expected.iter().map(|one| one.column).collect();
    assert_eq!(columns, ["title", "birthday"]);
    let [(4, [contact::Field::Title(Some(title)), contact::Field::Birthday(Some(born))])] =
        edited(&commit)[..]
    else {
        panic!("{commit:?}");
    };
    assert_eq!((title.as_str(), birthday::shown(*born).as_str()), ("Chief Planner", "12 Mar"));
    let commit = known(8).fill(&[("level", "user")]).expect("an edit");
    assert_eq!(commit.act.label, "Dan Fox placed: user");
}

#[test]
fn what_cannot_be_is_said_at_its_field() {
    let trial = known(1);
    for (key, text, says) in [
        ("reports_to", "4", "Jo Roy reports to Ana Ruiz already"),
        ("email", "ana at contoso", "an address as dana@contoso.com"),
        ("birthday", "soon", "a birthday, as 12 mar or 12 mar 1975"),
        ("name", "", "who is it?"),
    ] {
        let wrong = trial.fill(&[(key, text)]).expect_err(key);
        assert_eq!(wrong, [format!("{key}: {says}")]);
    }
    let options = trial.spec().fields.into_iter().find(|field| field.key == "reports_to");
    let Some(FieldKind::Choice { options, .. }) = options.map(|field| field.kind) else {
        panic!("whom one reports to is chosen");
    };
    let names: Vec<&str> = options.iter().map(|one| one.label.as_str()).collect();
    assert!(!names.iter().any(|name| name.starts_with("Ana Ruiz")), "not oneself: {names:?}");
    assert!(!names.iter().any(|name| name.starts_with("Tom Lee")), "nobody who left: {names:?}");
}

#[test]
fn the_level_is_proposed_from_the_title() {
    let hint = |title: Option<&str>| {
        let mut trial = known(8);
        let mut person = trial.facts.person(8).expect("Dan Fox").clone();
        person.title = title.map(ToOwned::to_owned);
        trial.facts.contact = Some(person);
        let fields = trial.spec().fields;
        fields.into_iter().find(|field| field.key == "level").expect("a level").hint
    };
    assert_eq!(hint(None), "not placed");
    assert_eq!(hint(Some("Director of IT")), "not placed; the title says influencer");
    assert_eq!(hint(Some("VP, Sales")), "not placed; decision maker, perhaps");
}

#[test]
fn who_moves_to_another_account_leaves_the_tree_behind() {
    let commit = known(1).fill(&[("account_id", "2")]).expect("a move");
    assert_eq!(commit.act.label, "Ana Ruiz belongs to Litware");
    let edits = edited(&commit);
    assert_eq!(edits[0], (1, &[contact::Field::AccountId(Some(Id(2)))][..]));
    assert_eq!(edits[1], (4, &[contact::Field::ReportsTo(None)][..]));
    let commit = known(4).fill(&[("account_id", "2")]).expect("a move");
    let fields = [contact::Field::AccountId(Some(Id(2))), contact::Field::ReportsTo(None)];
    assert_eq!(edited(&commit), [(4, &fields[..])]);
}

#[test]
fn who_has_no_account_is_asked_for_it_first_and_finds_the_employers() {
    let trial = unlinked(" contoso ");
    assert_eq!(trial.spec().fields[0].key, "account_id");
    assert_eq!(trial.text("account_id"), "1");
    let commit = trial.fill(&[]).expect("a link");
    assert_eq!(commit.act.label, "Rita Novak belongs to Contoso");
    assert_eq!(commit.act.account, Some(Id(1)));
    let unknown = unlinked("Blue Danube Freight");
    assert_eq!(unknown.text("account_id"), "");
    assert_eq!(unknown.spec().lead, ["No account yet. Works for: Blue Danube Freight."]);
    assert!(unknown.fill(&[]).expect("nothing").changes.is_empty());
}

#[test]
fn somebody_who_is_gone_has_no_form() {
    let trial = known(99);
    assert!(super::spec(&trial.subject, &trial.facts).is_none());
}

#[test]
fn an_address_that_a_file_brought_in_does_not_stand_in_the_way() {
    let subject = Subject::Person { account: Some(1), contact: Some(7), level: None };
    let mut trial = Trial::new(subject);
    let mut dana = Contact::named("Dana Fox", Some(Id(1)), trial.facts.today);
    dana.id = Id(7);
    dana.email = Some("n/a".to_owned());
    trial.facts.contact = Some(dana);
    assert!(trial.fill(&[("phone", "112")]).is_ok());
    let wrong = trial.fill(&[("email", "none")]).expect_err("no address");
    assert_eq!(wrong, ["email: an address as dana@contoso.com"]);
}
