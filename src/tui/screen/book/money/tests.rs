//! The money of Contoso, drawn and moved through.

use super::super::Tab;
use super::super::fixture::{self, Scene};
use super::*;
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::tui::action::Wish;
use crate::tui::form::subject::Subject;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn entry(id: i64, on: &str, kind: RevenueKind, thousands: i64, note: Option<&str>) -> Revenue {
    Revenue {
        id: Id(id),
        account_id: Id(1),
        on_date: on.parse().expect("a day"),
        kind,
        amount: thousands * 100_000,
        currency: Currency::EUR,
        note: note.map(str::to_owned),
    }
}

fn scene() -> (BookScreen, Scene) {
    let mut scene = Scene::new();
    scene.dossier.records.revenue = vec![
        entry(1, "2021-04-01", RevenueKind::Opening, 620, None),
        entry(2, "2025-03-01", RevenueKind::OneTime, 15, Some("workshop")),
        entry(3, "2026-03-03", RevenueKind::Expansion, 320, Some("ten seats for Operations")),
        entry(4, "2027-01-01", RevenueKind::Contraction, -40, None),
    ];
    let mut screen = BookScreen::new();
    screen.look_at(Some(Id(1)));
    (screen.pane, screen.tab) = (Pane::Tab, Tab::Money);
    (screen, scene)
}

fn drawn(screen: &mut BookScreen, scene: &Scene, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    screen.draw(&mut buffer, area, &scene.sight());
    let symbols: Vec<_> = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    symbols
        .chunks(usize::from(width).max(1))
        .map(|row| row.concat().trim_end().to_owned() + "\n")
        .collect()
}

#[track_caller]
fn sees(drawn: &str, text: &str) {
    assert!(drawn.contains(text), "“{text}” is not in\n{drawn}");
}

#[test]
fn the_newest_entry_stands_first_and_what_is_to_come_is_told() {
    let (mut screen, scene) = scene();
    let drawn = drawn(&mut screen, &scene, 120, 36);
    for line in [
        "▸contract    notice by 30 Jan (69 d) · ends 31 Mar · talks not started",
        "notice 60 days · renews itself · 36 mo from 1 Apr 2024",
        "ARR         €940k a year now · contraction 1 Jan · €620k a year ago",
        "1 Jan 2027  contraction     −40k → 900k",
        "3 Mar       expansion      +320k → 940k   ten seats for Operations",
        "1 Mar 2025  one-time        +15k          workshop",
        "1 Apr 2021  opening        +620k → 620k",
    ] {
        sees(&drawn, line);
    }
    let first = drawn.find("contraction  ").expect("an entry");
    assert!(first < drawn.find("opening").expect("an entry"));
}

#[test]
fn where_it_is_narrow_whole_facts_are_left_out() {
    let (mut screen, scene) = scene();
    let drawn = drawn(&mut screen, &scene, 80, 24);
    sees(&drawn, "notice by 30 Jan (69 d) · ends 31 Mar ");
    sees(&drawn, "€940k a year now · contraction 1 Jan ");
    for (width, height) in [(0, 0), (1, 1), (39, 9), (40, 10), (60, 12), (300, 100)] {
        self::drawn(&mut screen, &scene, width, height);
    }
}

#[test]
fn the_contract_and_each_entry_can_be_chosen() {
    let (mut screen, scene) = scene();
    let opened = |wishes: Vec<Wish>| match wishes.as_slice() {
        [Wish::Open(crate::tui::action::Opening::Form(subject))] => subject.clone(),
        other => panic!("{other:?}"),
    };
    let form = |screen: &mut BookScreen| opened(screen.update(Action::Open, &scene.sight()));
    assert_eq!(form(&mut screen), Subject::Contract { account: 1 });
    screen.update(Action::Down, &scene.sight());
    assert_eq!(form(&mut screen), Subject::Revenue { account: 1, entry: Some(4) });
    screen.update(Action::Last, &scene.sight());
    assert_eq!(form(&mut screen), Subject::Revenue { account: 1, entry: Some(1) });
    screen.update(Action::Down, &scene.sight());
    assert_eq!(form(&mut screen), Subject::Revenue { account: 1, entry: Some(1) });
}

#[test]
fn an_account_without_money_says_what_stands_here_and_its_key() {
    let (mut screen, mut scene) = scene();
    scene.dossier.records.revenue.clear();
    scene.dossier.records.contract = None;
    scene.dossier.standing.act_by = None;
    let drawn = drawn(&mut screen, &scene, 120, 36);
    sees(&drawn, "contract    no end date");
    sees(&drawn, "ARR         not known yet");
    sees(&drawn, "a v writes the first entry.");
    assert_eq!(lines(&scene.dossier), 1);
    assert!(matches!(chosen(&scene.dossier, 7), Some(Chosen::Contract(None))));
    assert_eq!(fixture::today(), scene.sight().today);
}

#[test]
fn two_currencies_are_not_added() {
    let (mut screen, mut scene) = scene();
    let dollars = Currency::from_code("USD").expect("a code");
    scene.dossier.records.revenue[2].currency = dollars;
    let drawn = drawn(&mut screen, &scene, 120, 36);
    sees(&drawn, "ARR         two currencies, they do not add");
    sees(&drawn, "+320k → –");
}
