//! A playbook before it is started: seen, changed, started.

use super::*;
use crate::config::playbooks::Shelf;
use crate::tui::screen::book::fixture::{Scene, today};
use ratatui::buffer::Cell;

fn drawn(preview: &mut Preview, (width, height): (u16, u16), scene: &Scene) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    preview.draw(area, &mut buffer, &scene.sight());
    let symbols: Vec<&str> = buffer.content().iter().map(Cell::symbol).collect();
    symbols.chunks(usize::from(width).max(1)).map(|row| row.concat() + "\n").collect()
}

fn champion(scene: &Scene) -> Preview {
    let account = scene.dossier.records.account.id;
    let name = Some("champion left".to_owned());
    Preview::new(account, Some("champion-left".to_owned()), name, Order::DayFirst)
}

fn press(preview: &mut Preview, keys: &[Key], scene: &Scene) -> Outcome {
    let mut last = Outcome::Stays;
    for key in keys {
        last = preview.input(&Input::Key(*key), &scene.sight());
    }
    last
}

fn typed(text: &str) -> Vec<Key> {
    text.chars().map(Key::letter).collect()
}

const ENTER: Key = Key::of(Code::Enter);
const UP: Key = Key::of(Code::Up);
const SPACE: Key = Key::letter(' ');

#[test]
fn every_step_has_its_day_and_the_chosen_one_its_advice() {
    let scene = Scene::new();
    let mut preview = champion(&scene);
    for size in [(120, 36), (80, 24), (40, 12), (20, 6), (3, 3), (0, 0)] {
        let seen = drawn(&mut preview, size, &scene);
        if size.0 >= 80 {
            assert!(seen.contains("Champion left: T. Lee"), "{seen}");
            assert!(seen.contains("counted from the day the champion left"), "{seen}");
            assert!(seen.contains("▸ ▢"), "{seen}");
            let last = if size.1 >= 36 { "Find out where" } else { "… 1 more" };
            assert!(seen.contains(last), "{seen}");
            assert!(seen.contains("Call or write privately"), "{seen}");
            assert!(seen.contains("Enter: 8 steps"), "{seen}");
        }
    }
}

#[test]
fn a_step_is_left_out_moved_and_called_otherwise_before_the_start() {
    let scene = Scene::new();
    let mut preview = champion(&scene);
    press(&mut preview, &[SPACE], &scene);
    let seen = drawn(&mut preview, (120, 36), &scene);
    assert!(seen.contains("left out") && seen.contains("Enter: 7 steps"), "{seen}");
    // Space went on to the second step.
    press(&mut preview, &[Key::letter('t')], &scene);
    assert_eq!(preview.context(), Context::Typing);
    press(&mut preview, &typed("someday"), &scene);
    press(&mut preview, &[ENTER], &scene);
    assert!(drawn(&mut preview, (120, 36), &scene).contains("no day"));
    press(&mut preview, &[Key::ctrl(Code::Char('u'))], &scene);
    press(&mut preview, &typed("11 dec"), &scene);
    press(&mut preview, &[ENTER], &scene);
    assert_eq!(preview.context(), Context::Playbook);
    press(&mut preview, &[Key::letter('e')], &scene);
    press(&mut preview, &typed(", and whom"), &scene);
    press(&mut preview, &[ENTER, Key::of(Code::Right)], &scene);
    let seen = drawn(&mut preview, (120, 36), &scene);
    // A working day after Friday, the 11th of December.
    assert!(seen.contains("Mon 14 Dec") && seen.contains("enemies, and whom"), "{seen}");
    let Outcome::ClosesWith(wishes) = press(&mut preview, &[ENTER], &scene) else {
        panic!("it starts")
    };
    let [Wish::Commit(commit)] = &wishes[..] else { panic!("{wishes:?}") };
    assert_eq!(commit.changes.len(), 7);
    // As it was.
    press(&mut preview, &[Key::ctrl(Code::Char('r'))], &scene);
    assert!(drawn(&mut preview, (120, 36), &scene).contains("Enter: 8 steps"));
}

#[test]
fn all_days_move_with_the_one_they_are_counted_from() {
    let scene = Scene::new();
    let mut preview = champion(&scene);
    press(&mut preview, &[UP], &scene);
    assert!(drawn(&mut preview, (120, 36), &scene).contains("▸days are counted from"));
    press(&mut preview, &[Key::letter('t')], &scene);
    press(&mut preview, &typed("30 nov"), &scene);
    press(&mut preview, &[ENTER], &scene);
    // A day after Monday, the 30th.
    let seen = drawn(&mut preview, (120, 36), &scene);
    assert!(seen.contains("▢ Tue 1 Dec"), "{seen}");
    assert_eq!(preview.on, when::day("30 nov", today()));
}

#[test]
fn without_an_end_of_the_contract_the_day_is_asked_for() {
    let mut scene = Scene::new();
    scene.dossier.standing.act_by = None;
    let account = scene.dossier.records.account.id;
    let mut preview = Preview::new(account, None, Some("renewal".to_owned()), Order::DayFirst);
    let seen = drawn(&mut preview, (120, 36), &scene);
    assert!(seen.contains("not recorded") && seen.contains("-120 d"), "{seen}");
    assert_eq!(press(&mut preview, &[ENTER], &scene), Outcome::Stays);
    assert_eq!(preview.context(), Context::Typing);
    press(&mut preview, &typed("2027-06-30"), &scene);
    press(&mut preview, &[ENTER], &scene);
    assert!(matches!(press(&mut preview, &[ENTER], &scene), Outcome::ClosesWith(_)));
}

#[test]
fn a_signal_without_a_playbook_has_one_step() {
    let mut scene = Scene::new();
    if let Some(signal) = scene.dossier.standing.signals.first_mut() {
        signal.code = "payment-late";
    }
    let account = scene.dossier.records.account.id;
    let signal = Some("payment-late".to_owned());
    let mut preview = Preview::new(account, signal, None, Order::DayFirst);
    let seen = drawn(&mut preview, (80, 24), &scene);
    assert!(seen.contains("Ask about the late invoices") && seen.contains("Enter: 1 step"));
    assert!(matches!(press(&mut preview, &[ENTER], &scene), Outcome::ClosesWith(_)));
    press(&mut preview, &[SPACE], &scene);
    assert!(matches!(press(&mut preview, &[ENTER], &scene), Outcome::Wishes(_)));
}

#[test]
fn the_list_of_all_names_what_answers_the_signal_first() {
    let scene = Scene::new();
    let mut preview = champion(&scene);
    let outcome = press(&mut preview, &[Key::of(Code::Tab)], &scene);
    let Outcome::ClosesWith(wishes) = outcome else { panic!("a list") };
    let [Wish::Open(Opening::Pick(list))] = &wishes[..] else { panic!("{wishes:?}") };
    let mut list = list.clone();
    let taken = list.input(&Input::Key(ENTER), &scene.sight());
    let opening = Opening::Playbook {
        account: scene.dossier.records.account.id,
        signal: Some("champion-left".to_owned()),
        name: Some("champion left".to_owned()),
        focus: Focus::default(),
    };
    assert_eq!(taken, Outcome::ClosesWith(vec![Wish::Open(opening)]));
}

#[test]
fn the_person_s_own_playbooks_stand_beside_ours() {
    let directory = tempfile::tempdir().expect("a directory");
    let own = "name = \"tea with the buyer\"\npurpose = \"Sit down.\"\nanchor = \"start\"\n\
               signals = [\"champion-left\"]\n\n[[step]]\nkey = \"tea\"\nday = 2\n\
               title = \"Tea with {who}\"\n";
    std::fs::write(directory.path().join("tea.toml"), own).expect("written");
    let scene = Scene { shelf: Shelf::of(directory.path()), ..Scene::new() };
    let account = scene.dossier.records.account.id;
    let mut list =
        all(account, Some("champion-left"), Focus::default(), &scene.sight()).expect("a list");
    let area = Rect::new(0, 0, 120, 36);
    let mut buffer = Buffer::empty(area);
    list.draw(area, &mut buffer, &scene.sight());
    let seen: String = buffer.content().iter().map(Cell::symbol).collect();
    assert!(seen.contains("Tea with the buyer") && seen.contains("answers it · own · 1 step"));
    let name = Some("tea with the buyer".to_owned());
    let mut preview = Preview::new(account, None, name, Order::DayFirst);
    assert!(drawn(&mut preview, (80, 24), &scene).contains("▢ Tue 24 Nov  Tea with them"));
}
