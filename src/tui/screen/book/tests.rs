//! The Book view drawn at the sizes people have.

mod moving;

use super::*;
use crate::domain::account::own_score::Factor;
use crate::tui::action::{Action, Wish};
use crate::tui::theme::Colours;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

struct Scene {
    book: Book,
    listing: Listing,
    dossier: Dossier,
    looks: Looks,
    log: LogPage,
    rules: Rules,
    theme: Theme,
    keymap: Keymap,
    shelf: Shelf,
    beside: Beside,
    screen: BookScreen,
}

impl Scene {
    fn new() -> Self {
        let mut screen = BookScreen::new();
        screen.look_at(Some(Id(1)));
        Self {
            book: fixture::book(),
            listing: Listing::default(),
            dossier: fixture::dossier(),
            looks: Looks::default(),
            log: fixture::log(),
            rules: Rules::default(),
            theme: Theme::new(Colours::Sixteen),
            keymap: Keymap::default(),
            shelf: Shelf::default(),
            beside: Beside::default(),
            screen,
        }
    }

    /// The screen and all that it sees.
    fn parts(&mut self) -> (&mut BookScreen, Sight<'_>) {
        let Self {
            book,
            listing,
            dossier,
            looks,
            log,
            rules,
            theme,
            keymap,
            shelf,
            beside,
            screen,
        } = self;
        let sight = Sight {
            book,
            whole: book,
            listing,
            dossier: Some(dossier),
            looks,
            log: Some(log),
            history: None,
            unlinked: None,
            banner: None,
            today: fixture::today(),
            rules,
            theme,
            keymap,
            mask: false,
            setup: None,
            shelf,
            beside,
            at: fixture::today().and_time(chrono::NaiveTime::MIN).and_utc(),
        };
        (screen, sight)
    }

    fn does(&mut self, actions: &[Action]) -> Vec<Wish> {
        let (screen, sight) = self.parts();
        actions.iter().flat_map(|action| screen.update(*action, &sight)).collect()
    }

    fn context(&self) -> Context {
        self.screen.context(&self.book)
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
    scene.does(&[Action::MapView]);
    snapshot("map-tree", &scene.drawn(120, 34));
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

/// Moves about a good deal: every pane, view and tab, with the zoom and without.
const WALK: &[Action] = &[
    Action::Down,
    Action::NextPane,
    Action::Down,
    Action::NextSignal,
    Action::NextPane,
    Action::Right,
    Action::MapView,
    Action::Down,
    Action::Zoom,
    Action::MapView,
    Action::NextPane,
    Action::Last,
    Action::Zoom,
    Action::NextPane,
    Action::Down,
    Action::NextTab,
    Action::Last,
    Action::Zoom,
    Action::MapView,
    Action::NextPane,
    Action::Last,
    Action::Up,
    Action::Zoom,
    Action::First,
];

/// Every pane in every view and tab, zoomed and not, with much on record and with nothing.
fn scenes() -> Vec<Scene> {
    let to_map = [Action::NextPane, Action::NextPane];
    let views = (0..5).map(|turns| [to_map.to_vec(), vec![Action::MapView; turns]].concat());
    let score = [to_map.to_vec(), vec![Action::NextPane]].concat();
    let plan = vec![Action::PreviousPane];
    let log = vec![Action::PreviousPane, Action::NextTab];
    let ways: Vec<Vec<Action>> =
        [vec![], vec![Action::NextPane], score, plan, log].into_iter().chain(views).collect();
    let mut scenes = Vec::new();
    for way in &ways {
        for (bare, zoom, last) in [
            (false, false, false),
            (false, false, true),
            (false, true, true),
            (true, false, false),
            (true, true, true),
        ] {
            let mut scene = Scene::new();
            if bare {
                scene.dossier = fixture::bare();
                scene.log.entries.clear();
                scene.log.total = 0;
            }
            scene.does(way);
            scene.does(&vec![Action::Zoom; usize::from(zoom)]);
            scene.does(&vec![Action::Last; usize::from(last)]);
            scenes.push(scene);
        }
    }
    scenes
}

#[test]
fn no_size_breaks_it() {
    let mut scenes = scenes();
    // Where the layout changes, all of them.
    for width in [0, 1, 2, 3, 20, 39, 40, 41, 55, 71, 79, 80, 81, 99, 100, 119, 120, 150, 180] {
        for height in [0, 1, 2, 3, 7, 8, 9, 12, 16, 17, 18, 22, 28, 29, 30, 34] {
            for scene in &mut scenes {
                scene.buffer(width, height);
            }
        }
    }
    // Every size once, each by the next of them.
    let count = scenes.len();
    let mut next = 0;
    for width in 0..=300 {
        for height in (width % 7..=100).step_by(7) {
            scenes[next % count].buffer(width, height);
            next += 1;
        }
    }
    let mut scene = Scene::new();
    for (step, width) in (0..=300).rev().step_by(3).enumerate() {
        scene.does(&[WALK[step % WALK.len()]]);
        scene.buffer(width, 100 - width / 3);
    }
}

#[test]
fn what_others_wrote_cannot_drive_the_screen() {
    let mut scene = Scene::new();
    let nasty = "\u{1b}[2J\u{202e}gnp\u{200b}\r\n東京電力👩\u{200d}👧e\u{301}";
    nasty.clone_into(&mut scene.book.rows[0].name);
    nasty.clone_into(&mut scene.book.rows[0].why);
    let dossier = &mut scene.dossier;
    for contact in &mut dossier.records.contacts {
        nasty.clone_into(&mut contact.name);
        contact.title = Some(nasty.to_owned());
    }
    for step in &mut dossier.records.steps {
        nasty.clone_into(&mut step.title);
    }
    dossier.records.last_talk.as_mut().expect("a talk").quote = Some(nasty.to_owned());
    nasty.clone_into(&mut dossier.standing.signals[0].text);
    nasty.clone_into(&mut scene.log.entries[0].talk.summary);
    for action in WALK {
        scene.does(&[*action]);
        for (width, height) in [(120, 34), (80, 22), (50, 12), (30, 5)] {
            let buffer = scene.buffer(width, height);
            for cell in &buffer.content {
                assert!(!cell.symbol().chars().any(char::is_control), "{:?}", cell.symbol());
                assert!(!cell.symbol().contains(['\u{202e}', '\u{200b}']));
            }
        }
    }
}

#[test]
fn a_value_to_reach_is_enough_when_it_is_reached() {
    let mut scene = Scene::new();
    scene.dossier.standing.score.ways_back[0].to = 7.31;
    assert!(scene.drawn(120, 34).contains("6.0 if Usage 7.4"));
}

#[test]
fn of_several_ways_back_the_shortest_comes_first() {
    let mut scene = Scene::new();
    let ways = &mut scene.dossier.standing.score.ways_back;
    let far = crate::domain::score::WayBack { from: 3.5, to: 9.8, ..ways[0].clone() };
    ways.insert(0, far);
    ways[0].factor = crate::domain::account::own_score::Factor::Feedback;
    assert!(scene.drawn(120, 34).contains("6.0 if Usage 7.4 │"));
    scene.does(&[Action::NextPane, Action::NextPane, Action::NextPane, Action::Zoom]);
    assert!(scene.drawn(120, 34).contains("6.0 if Usage 7.4 or Feedback 9.8"));
}

#[test]
fn the_curve_says_how_far_it_goes_back() {
    let mut scene = Scene::new();
    let first = |scene: &mut Scene, days: i64| {
        let point = &mut scene.dossier.records.history[0];
        point.on_date = fixture::today() - chrono::Duration::days(days);
        scene.dossier.records.history.truncate(1);
    };
    assert!(scene.drawn(120, 34).contains("26 weeks 8.1"));
    for (days, says) in [(30, "4 weeks 8.1"), (9, "9 d 8.1"), (0, "no history yet")] {
        first(&mut scene, days);
        let drawn = scene.drawn(120, 34);
        assert!(drawn.contains(says), "{says}:\n{drawn}");
    }
}

#[test]
fn one_of_what_no_account_claims_is_one() {
    let mut scene = Scene::new();
    (scene.book.unlinked_contacts, scene.book.unlinked_steps) = (1, 2);
    scene.does(&[Action::Last]);
    assert!(scene.drawn(120, 34).contains("1 contact, 2 steps without account"));
}
