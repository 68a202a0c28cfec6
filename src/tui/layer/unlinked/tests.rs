//! The list of people without account, worked on.

use super::*;
use crate::tui::screen::book::fixture::{self, Scene};

fn person(id: i64, name: &str, employer: Option<&str>) -> Contact {
    let mut person = Contact::named(name, None, fixture::today());
    person.id = Id(id);
    person.employer = employer.map(ToOwned::to_owned);
    person.email = Some(format!("{id}@example.com"));
    person
}

fn page() -> UnlinkedPage {
    let contacts = vec![
        person(1, "Ada Lin", None),
        person(2, "Bo Ek", Some("Litware")),
        person(3, "Cy Dee", Some("Blue  Danube")),
        person(4, "Di Orr", Some("blue danube ")),
        person(5, "Ed Fae", Some("Northwind Traders")),
        person(6, "Flo Gil", Some("Northwind traders")),
        person(7, "Gus Ho", Some("Northwind Traders")),
    ];
    let mut step = Step::titled("Call the buyer", Some(fixture::today()), fixture::today());
    step.id = Id(9);
    UnlinkedPage { page: 0, contacts_total: 7, steps_total: 1, contacts, steps: vec![step] }
}

struct Table {
    scene: Scene,
    page: UnlinkedPage,
    list: Unlinked,
}

impl Table {
    fn new() -> Self {
        Self { scene: Scene::new(), page: page(), list: Unlinked::default() }
    }

    fn press(&mut self, keys: &[Key]) -> Outcome {
        let sight = Sight { unlinked: Some(&self.page), ..self.scene.sight() };
        let mut outcome = Outcome::Stays;
        for key in keys {
            outcome = self.list.input(&Input::Key(*key), &sight);
        }
        outcome
    }

    fn drawn(&mut self, width: u16, height: u16) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let sight = Sight { unlinked: Some(&self.page), ..self.scene.sight() };
        self.list.draw(area, &mut buffer, &sight);
        let symbols: Vec<&str> =
            buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        let rows = symbols.chunks(usize::from(width).max(1)).map(<[&str]>::concat);
        let rows = rows.map(|row| row.trim_matches([' ', '┃']).to_owned());
        rows.filter(|row| !row.is_empty()).collect()
    }
}

const DOWN: Key = Key::of(Code::Down);
const ENTER: Key = Key::of(Code::Enter);

fn letters(text: &str) -> Vec<Key> {
    text.chars().map(Key::letter).collect()
}

/// The picture of a list that a choice opened.
fn drawn(pick: &mut Pick) -> String {
    let scene = Scene::new();
    let area = Rect::new(0, 0, 60, 12);
    let mut buffer = Buffer::empty(area);
    pick.draw(area, &mut buffer, &scene.sight());
    buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect()
}

fn opened(outcome: Outcome) -> Opening {
    match outcome {
        Outcome::Wishes(wishes) => match wishes.into_iter().next() {
            Some(Wish::Open(opening)) => opening,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn commit(outcome: Outcome) -> Commit {
    match outcome {
        Outcome::Wishes(wishes) | Outcome::ClosesWith(wishes) => match wishes.into_iter().next() {
            Some(Wish::Commit(commit)) => commit,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn firms_with_most_people_come_first_and_people_of_none_last() {
    let lines = Table::new().drawn(80, 24);
    let begins: Vec<&str> =
        lines.iter().map(|line| line.trim_start_matches('▸').trim_start()).collect();
    for (line, begin) in begins.iter().zip([
        "┏ Without account ─ 7 people, 1 step",
        "Northwind Traders  3 people",
        "Ed Fae",
        "Flo Gil",
        "Gus Ho",
        "Blue  Danube  2 people",
        "Cy Dee",
        "Di Orr",
        "Bo Ek              Litware",
        "Ada Lin",
        "Call the buyer",
        "┗ Enter",
    ]) {
        assert!(line.starts_with(begin), "{begin}: {begins:#?}");
    }
}

#[test]
fn typing_finds_names_firms_and_addresses() {
    for (typed, found) in
        [("danube di", "Di Orr"), ("5@exa", "Ed Fae"), ("call", "Call the buyer"), ("lit", "Bo Ek")]
    {
        let mut table = Table::new();
        table.press(&letters(typed));
        let lines = table.drawn(80, 24);
        assert!(lines[1].contains(found), "{typed}: {lines:#?}");
    }
    let mut table = Table::new();
    table.press(&letters("zz"));
    assert!(table.drawn(80, 24)[1].contains("nobody here is called “zz”"));
    assert_eq!(table.press(&[Key::of(Code::Esc)]), Outcome::Stays);
    assert_eq!(table.press(&[Key::of(Code::Esc)]), Outcome::Closes);
}

#[test]
fn a_person_opens_in_the_form_that_gives_an_account() {
    let mut table = Table::new();
    let opening = opened(table.press(&[DOWN, ENTER]));
    let subject = Subject::Person { account: None, contact: Some(5), level: None };
    assert_eq!(opening, Opening::Form(subject));
}

#[test]
fn a_firm_goes_to_the_account_of_its_name_as_a_whole() {
    let mut table = Table::new();
    let Opening::Pick(mut pick) = opened(table.press(&[ENTER])) else { panic!("a list") };
    let picture = drawn(&mut pick);
    assert!(picture.contains("▸Northwind Traders"), "{picture}");
    assert!(picture.contains("Ed Fae and 2 more"), "{picture}");
    let commit = commit(pick.input(&Input::Key(ENTER), &table.scene.sight()));
    assert_eq!(commit.act.label, "Ed Fae and 2 more belong to Northwind Traders");
    let fields = vec![contact::Field::AccountId(Some(Id(4)))];
    let link = |id| Change::from(contact::Change::Edited { id: Id(id), fields: fields.clone() });
    assert_eq!(commit.changes, [link(5), link(6), link(7)]);
    assert_eq!(commit.expected.len(), 3);
}

#[test]
fn a_firm_that_is_not_in_the_book_can_become_an_account() {
    let mut table = Table::new();
    let mut keys = letters("blue");
    keys.push(ENTER);
    let Opening::Pick(mut pick) = opened(table.press(&keys)) else { panic!("a list") };
    assert!(drawn(&mut pick).contains("▸new account Blue  Danube"));
    let commit = commit(pick.input(&Input::Key(ENTER), &table.scene.sight()));
    let Some(Change::Account(account::Change::Added(account))) = commit.changes.first() else {
        panic!("{commit:?}");
    };
    assert_eq!((account.id, account.name.as_str()), (NEW, "Blue  Danube"));
    assert_eq!(commit.changes.len(), 3);
    assert_eq!(commit.act.account, None);
}

#[test]
fn who_belongs_to_nobody_is_put_away() {
    let mut table = Table::new();
    let away = commit(table.press(&[Key::of(Code::Delete)]));
    assert_eq!(away.act.label, "Ed Fae and 2 more put away in the archive");
    assert_eq!(away.changes.len(), 3);
    let dropped = commit(table.press(&[Key::of(Code::End), Key::of(Code::Delete)]));
    assert_eq!(dropped.act.label, "Call the buyer dropped");
}

#[test]
fn a_step_is_given_its_account() {
    let mut table = Table::new();
    let keys = [Key::of(Code::End), ENTER];
    let Opening::Pick(mut pick) = opened(table.press(&keys)) else { panic!("a list") };
    let commit = commit(pick.input(&Input::Key(ENTER), &table.scene.sight()));
    assert_eq!(commit.act.label, "Call the buyer belongs to Contoso");
}

#[test]
fn an_empty_list_says_so_and_no_size_breaks_it() {
    let mut table = Table::new();
    for (width, height) in [(0, 0), (1, 1), (20, 3), (40, 10), (300, 100)] {
        table.drawn(width, height);
        table.press(&[Key::of(Code::PageDown)]);
    }
    table.page = UnlinkedPage::default();
    assert!(table.drawn(80, 24)[1].contains("Everybody has an account."));
    assert_eq!(table.press(&[DOWN, ENTER]), Outcome::Stays);
}

#[test]
fn a_click_chooses_and_a_click_on_the_chosen_opens() {
    let mut table = Table::new();
    table.drawn(80, 24);
    let row = table.list.rows[1].0;
    let click = Input::Pointer { press: Press::Click, x: row.x, y: row.y };
    let sight = Sight { unlinked: Some(&table.page), ..table.scene.sight() };
    assert_eq!(table.list.input(&click, &sight), Outcome::Stays);
    assert!(matches!(opened(table.list.input(&click, &sight)), Opening::Form(_)));
}
