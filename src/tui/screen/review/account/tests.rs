//! Contoso in a review, drawn.

use super::asks::Choice;
use super::draw::{Told, draw};
use crate::tui::screen::book::fixture::Scene;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn on(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
}

fn told() -> Told {
    Told {
        why: "in NOW: champion left · own review due since 20 Nov".to_owned(),
        risk: "Nobody took over from the champion, and notice is due in 69 d.".to_owned(),
        changed: vec![
            (
                on(18),
                "promise late: ROI sheet for K. Ott, due 18 Nov, and they asked twice".to_owned(),
            ),
            (on(16), "T. Lee left".to_owned()),
            (on(14), "score 6.0 → 5.2, into risk".to_owned()),
        ],
        since: Some(on(13)),
        left: None,
        steps_before: 4,
    }
}

fn drawn(width: u16, height: u16) -> String {
    let scene = Scene::new();
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    let (told, mut choice) = (told(), Choice::default());
    choice.go(1, &scene.dossier, on(22));
    draw((area, &mut buffer), (&scene.dossier, &told, &choice), &scene.sight());
    let symbols: Vec<_> = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    symbols.chunks(usize::from(width)).map(|row| row.concat() + "\n").collect()
}

/// Holds a drawing against the one that was looked at and kept.
fn snapshot(name: &str, drawn: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../../../tests/fixture/screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, drawn));
}

#[test]
fn contoso_at_the_sizes_people_have() {
    for (width, height) in [(80, 20), (120, 32), (60, 12)] {
        snapshot(&format!("review-{width}x{height}"), &drawn(width, height));
    }
}
