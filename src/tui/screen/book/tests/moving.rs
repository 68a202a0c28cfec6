//! The Book view moved through, by keys and mouse.

use super::*;

#[test]
fn another_account_is_wished_for_and_its_own_facts_alone_are_drawn() {
    let mut scene = Scene::new();
    assert_eq!(scene.does(&[Action::Down]), [Wish::Account(Id(2))]);
    // Contoso's dossier is still the one at hand.
    let drawn = scene.drawn(120, 34);
    assert!(drawn.contains("┌ Litware ─ Growth"), "{drawn}");
    assert!(!drawn.contains("Champion left"));
    assert_eq!(scene.does(&[Action::Up, Action::Up]), [Wish::Account(Id(1))]);
    assert!(scene.drawn(120, 34).contains("Champion left"));
}

#[test]
fn groups_are_jumped_to_and_unfold_when_entered() {
    let mut scene = Scene::new();
    scene.does(&[Action::NextGroup, Action::NextGroup]);
    assert_eq!(scene.screen.account, Some(Id(10)));
    assert!(!scene.drawn(120, 34).contains("School of Fine"));
    scene.does(&[Action::Down, Action::Down, Action::Down]);
    assert!(scene.drawn(120, 34).contains("▸Margie's Travel"));
    assert!(scene.drawn(120, 34).contains("School of Fine"));
    scene.does(&[Action::Back]);
    assert!(scene.drawn(120, 34).contains("▸"), "the chosen account stays in sight");
    scene.does(&[Action::PreviousGroup]);
    assert_eq!(scene.screen.account, Some(Id(10)), "first to the head of its own group");
    scene.does(&[Action::Last]);
    assert!(scene.drawn(120, 34).contains("▸Fine Account 23"));
}

#[test]
fn the_mouse_finds_what_was_drawn() {
    let mut scene = Scene::new();
    scene.drawn(120, 34);
    assert_eq!(scene.screen.hit(5, 5), Some(Target::Account(Id(2))));
    assert_eq!(scene.screen.hit(60, 4), Some(Target::Signal(0)));
    assert_eq!(scene.screen.hit(60, 9), Some(Target::Seat(0, 0)));
    assert_eq!(scene.screen.hit(100, 9), Some(Target::Factor(Factor::Usage)));
    assert_eq!(scene.screen.pane_at(100, 9), Some(Pane::Score));
    assert_eq!(scene.screen.hit(74, 20), Some(Target::Tab(Tab::Log)));
    assert_eq!(scene.screen.hit(200, 9), None);
    let mut click = |target| {
        let (screen, sight) = scene.parts();
        screen.click(target, &sight)
    };
    assert_eq!(click(Target::Account(Id(3))), [Wish::Account(Id(3))]);
    click(Target::Seat(1, 1));
    assert_eq!(scene.context(), Context::Map);
    let (screen, sight) = scene.parts();
    assert_eq!(screen.wheel(Pane::List, 1, &sight), [Wish::Account(Id(4))]);
    assert_eq!(scene.context(), Context::Map, "the wheel leaves the focus where it is");
}

#[test]
fn the_log_goes_on_over_the_edge_of_a_page() {
    let mut scene = Scene::new();
    scene.log.total = 500;
    scene.does(&[Action::PreviousPane, Action::NextTab]);
    scene.does(&[Action::Down, Action::Down, Action::Down]);
    assert_eq!(scene.does(&[Action::Down]), [Wish::Log { account: Id(1), page: 1 }]);
    scene.log.page = 1;
    assert_eq!(scene.does(&[Action::Up]), [Wish::Log { account: Id(1), page: 0 }]);
    assert_eq!(scene.does(&[Action::Last]), [Wish::Log { account: Id(1), page: 2 }]);
    scene.log.page = 2;
    assert_eq!(scene.does(&[Action::First]), [Wish::Log { account: Id(1), page: 0 }]);
}

#[test]
fn back_leads_out_of_the_zoom_then_to_the_list() {
    let mut scene = Scene::new();
    scene.does(&[Action::Open, Action::Zoom]);
    assert!(!scene.drawn(120, 34).contains("Accounts"));
    scene.does(&[Action::Back]);
    assert_eq!(scene.context(), Context::Head);
    scene.does(&[Action::Back]);
    assert_eq!(scene.context(), Context::List);
}

#[test]
fn a_zoomed_pane_says_whose_it_is() {
    let mut scene = Scene::new();
    scene.does(&[Action::Zoom]);
    for title in [
        "┏ Contoso ━",
        "┏ Contoso · Who we know ━",
        "┏ Contoso · Score 5.2",
        "┏ Contoso · ▸Plan day",
    ] {
        scene.does(&[Action::NextPane]);
        for (width, height) in [(120, 34), (80, 22)] {
            let drawn = scene.drawn(width, height);
            let title =
                if width < 120 { title.replace(" day", " 34/90") } else { title.to_owned() };
            let whose = title.trim_end_matches(" ━");
            assert!(drawn.contains(whose), "{whose} at {width}:\n{drawn}");
        }
    }
    let far = scene.drawn(120, 34);
    let row = far.lines().position(|line| line.contains("┳ Log")).expect("a tab");
    let x = far.lines().nth(row).expect("a line").chars().position(|c| c == '┳').expect("a tab");
    assert_eq!(scene.screen.hit(x as u16 + 2, row as u16), Some(Target::Tab(Tab::Log)));
}

#[test]
fn a_zoomed_map_and_score_stay_together() {
    let mut scene = Scene::new();
    scene.does(&[Action::NextPane, Action::NextPane, Action::Zoom]);
    snapshot("zoom-map", &scene.drawn(120, 34));
    scene.does(&[Action::NextPane]);
    snapshot("zoom-score", &scene.drawn(120, 34));
}

#[test]
fn where_one_pane_fills_the_view_an_act_brings_its_own() {
    let mut scene = Scene::new();
    scene.drawn(60, 18);
    for (action, title) in [
        (Action::NextSignal, "┏ Contoso"),
        (Action::MapView, "┏ Who we know ━ 6 of 9 ━━━"),
        (Action::NextTab, "┏▸Plan"),
    ] {
        scene.does(&[action]);
        let drawn = scene.drawn(60, 18);
        assert!(drawn.contains(title), "{title}:\n{drawn}");
    }
    scene.does(&[Action::NextTab]);
    assert!(scene.drawn(60, 18).contains("┳▸Log 4"), "in sight it acts");
    let said = scene.does(&[Action::Zoom]);
    assert!(matches!(said.as_slice(), [Wish::Say(_)]), "{said:?}");
    scene.does(&[Action::Back]);
    assert_eq!(scene.context(), Context::List);
}

#[test]
fn no_key_is_offered_that_has_nothing_to_do() {
    let mut scene = Scene::new();
    scene.does(&[Action::NextPane, Action::NextPane]);
    assert_eq!(scene.context(), Context::Map);
    scene.does(&[Action::MapView]);
    assert_eq!(scene.context(), Context::Map, "people are chosen in every view");
    scene.book = Book::default();
    assert_eq!(scene.context(), Context::Welcome, "nothing but ways to begin");
}

#[test]
fn a_click_on_what_is_chosen_opens_it() {
    let mut scene = Scene::new();
    scene.drawn(120, 34);
    let (screen, sight) = scene.parts();
    screen.click(Target::Account(Id(1)), &sight);
    assert_eq!(scene.context(), Context::Head, "the account's line was chosen already");
}
