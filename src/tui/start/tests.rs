//! Every page in every size, under every key.

use super::{Start, layer};
use crate::clock::Moment;
use crate::desk::{Desk, Reading};
use crate::domain::rules::Rules;
use crate::domain::setup::Setup;
use crate::domain::when::Order;
use crate::exchange::demo;
use crate::paths::Place;
use crate::tui::key::{Code, Input, Key, Press};
use crate::tui::screen::book::Sight;
use crate::tui::screen::book::fixture::{self, Scene};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const PASTE: &str = "Contoso\t1.2m\t31.03.2027\t3 months\nWingtip\tmuch\tsoon\nNobody\t5\t1\n";

fn all() -> Vec<Start> {
    let directory = env!("CARGO_MANIFEST_DIR");
    vec![
        Start::Checklist,
        Start::Import("~/nowhere".to_owned()),
        Start::Read("/no/such/file.csv".to_owned()),
        Start::Read(format!("{directory}/tests/fixture/begin")),
        Start::Columns,
        Start::Tiers,
        Start::Levels,
        Start::Pulse,
        Start::Currency,
    ]
}

#[test]
fn no_key_and_no_size_breaks_a_page() {
    let directory = tempfile::tempdir().expect("a directory");
    let place = Place::of_book(directory.path().join("demo.db"));
    let today = fixture::today();
    let now = Moment { today, at: today.and_time(chrono::NaiveTime::MIN).and_utc() };
    demo::prepare(&place, true, &Rules::default(), now).expect("a demo");
    drop(Desk::open(&place.book, Rules::default(), now.at).expect("a book"));
    let reading = Reading::open(&place.book, Rules::default()).expect("a book");
    let scene = Scene::new();
    let setups = [None, Some(Setup::default()), Some(reading.setup().expect("a book"))];
    let codes = [
        Code::Down,
        Code::End,
        Code::Char('7'),
        Code::Char(' '),
        Code::Backspace,
        Code::Up,
        Code::Home,
        Code::PageDown,
        Code::Tab,
        Code::Left,
        Code::Delete,
        Code::Char('s'),
        Code::F(4),
    ];
    for start in all() {
        let mut page = layer(start.clone(), &reading, today, Order::DayFirst).expect("a page");
        for (width, height) in [(0, 0), (1, 1), (12, 3), (40, 10), (80, 24), (300, 100)] {
            for setup in setups {
                let sight = Sight { setup, ..scene.sight() };
                let area = Rect::new(0, 0, width, height);
                let mut buffer = Buffer::empty(area);
                for code in codes {
                    page.input(&Input::Key(Key::of(code)), &sight);
                    page.draw(area, &mut buffer, &sight);
                }
                page.input(&Input::Paste(PASTE.to_owned()), &sight);
                page.input(&Input::Pointer { press: Press::WheelDown, x: 3, y: 3 }, &sight);
                page.input(&Input::Pointer { press: Press::Click, x: 0, y: 0 }, &sight);
                page.draw(area, &mut buffer, &sight);
            }
        }
    }
}
