//! The Book view drawn at the sizes people have, and moved through.

use super::*;
use crate::tui::action::{Action, Wish};
use crate::tui::theme::Colours;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

struct Scene {
    book: Book,
    dossier: Dossier,
    log: LogPage,
    theme: Theme,
    screen: BookScreen,
}

impl Scene {
    fn new() -> Self {
        let mut screen = BookScreen::new();
        screen.look_at(Some(Id(1)));
        Self {
            book: fixture::book(),
            dossier: fixture::dossier(),
            log: fixture::log(),
            theme: Theme::new(Colours::Sixteen),
            screen,
        }
    }

    /// The screen and all that it sees.
    fn parts(&mut self) -> (&mut BookScreen, Sight<'_>) {
        let Self { book, dossier, log, theme, screen } = self;
        let sight = Sight {
            book,
            dossier: Some(dossier),
            log: Some(log),
            banner: None,
            today: fixture::today(),
            theme,
        };
        (screen, sight)
    }

    fn does(&mut self, actions: &[Action]) -> Vec<Wish> {
        let (screen, sight) = self.parts();
        actions.iter().flat_map(|action| screen.update(*action, &sight)).collect()
    }

    fn buffer(&mut self, width: u16, height: u16) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let (screen, sight) = self.parts();
        screen.draw(&mut buffer, area, &sight);
        buffer
    }

    fn drawn(&mut self, width: u16, height: u16) -> String {
        let buffer = self.buffer(width, height);
        let mut lines = String::new();
        for y in 0..height {
            let line: String = (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect();
            lines.push_str(line.trim_end());
            lines.push('\n');
        }
        lines
    }
}

/// Holds a drawing against the one that was looked at and kept.
fn snapshot(name: &str, drawn: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../../tests/fixture/screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, drawn));
}

#[test]
fn the_screens_people_have() {
    snapshot("book-120x36", &Scene::new().drawn(120, 34));
    snapshot("book-80x24", &Scene::new().drawn(80, 22));
    snapshot("book-200x50", &Scene::new().drawn(200, 48));
    snapshot("book-100x30", &Scene::new().drawn(100, 28));
    snapshot("book-60x20", &Scene::new().drawn(60, 18));
    snapshot("book-30x8", &Scene::new().drawn(30, 6));
}

#[test]
fn one_pane_at_a_time_on_a_small_screen() {
    for (name, panes) in
        [("small-head", 1), ("small-map", 2), ("small-score", 3), ("small-plan", 4)]
    {
        let mut scene = Scene::new();
        scene.does(&vec![Action::NextPane; panes]);
        snapshot(name, &scene.drawn(60, 18));
    }
}

#[test]
fn the_other_views_of_the_map() {
    let mut scene = Scene::new();
    scene.does(&[Action::NextPane, Action::NextPane, Action::MapView]);
    snapshot("map-feedback", &scene.drawn(120, 34));
    scene.does(&[Action::MapView]);
    snapshot("map-warmth", &scene.drawn(120, 34));
    scene.does(&[Action::MapView]);
    snapshot("map-power", &scene.drawn(80, 22));
}

#[test]
fn the_log_with_the_chosen_talk_in_full() {
    let mut scene = Scene::new();
    let wishes = scene.does(&[Action::PreviousPane, Action::NextTab]);
    assert_eq!(wishes, [Wish::Log { account: Id(1), page: 0 }]);
    scene.does(&[Action::Down, Action::Down]);
    snapshot("log-120x36", &scene.drawn(120, 34));
    snapshot("log-80x24", &scene.drawn(80, 22));
}

#[test]
fn an_account_with_nothing_on_record_and_an_empty_book() {
    let mut scene = Scene::new();
    scene.dossier = fixture::bare();
    snapshot("bare-120x36", &scene.drawn(120, 34));
    scene.book = Book::default();
    snapshot("empty-120x36", &scene.drawn(120, 34));
}
