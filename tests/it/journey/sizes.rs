//! Whatever lies on the screen, there is no size at which it breaks.

use super::session::Session;

const SIZES: [(u16, u16); 13] = [
    (0, 0),
    (1, 1),
    (2, 40),
    (7, 2),
    (39, 9),
    (40, 10),
    (60, 20),
    (79, 23),
    (80, 24),
    (119, 35),
    (120, 36),
    (200, 50),
    (300, 100),
];

/// What opens each tab from the list, zoomed and not, and each layer.
const VIEWS: [&str; 34] = [
    "",
    "]",
    "]]",
    "]]]",
    "]]]]",
    "]]]]]",
    "<Tab><Tab><Tab><Tab>",
    "<Tab><Tab><Tab><Tab>]]z",
    "<Tab><Tab><Tab><Tab>]]]z<End>",
    "<Tab><Tab><Tab><Tab>]]]]z<End>",
    "<Tab><Tab><Tab><Tab>]]]]]z<End>",
    "<Tab><Tab><Tab><Tab>]]]]]w",
    "b",
    "b<PgDn><End>",
    "c",
    "cana call \"budget frozen\" nps6 !promise 2w send ROI",
    "p",
    "p<End><Enter>",
    "a",
    "y",
    "?",
    "?nps<Enter>",
    "2",
    "2<Tab>",
    "2<Tab><Tab>",
    "2<Tab><Tab><Tab>",
    "2<Tab><Tab><Tab><Tab><End>",
    "f",
    "W",
    "2<Shift-Tab>",
    "5",
    "5<Tab>",
    "5<Tab><Tab>",
    "5<Shift-Tab>",
];

fn walk(open: impl Fn() -> Session, accounts: usize) {
    for view in VIEWS {
        let mut session = open();
        for _ in 0..accounts {
            session.keys(view);
            for (width, height) in SIZES {
                session.draw(width, height);
            }
            session.keys("<Esc><Esc><Esc><Esc><Esc><Home><Down><Down><Down><Down>");
        }
    }
}

#[test]
fn no_size_breaks_a_tab_or_a_layer() {
    let mut session = Session::demo();
    let plain = session.screen();
    for view in VIEWS.iter().filter(|view| !view.is_empty()) {
        assert_ne!(session.keys(view).screen(), plain, "{view} opens nothing");
        session = Session::demo();
    }
    walk(Session::demo, 2);
    walk(Session::acme, 1);
    walk(Session::empty, 1);
}

/// Holds a screen against the drawing that was looked at and kept.
pub fn kept(name: &str, drawn: &str) {
    // When the file was last written is another time in each run.
    let lines = drawn.lines().filter(|line| !line.starts_with(" Saved"));
    let lines: Vec<&str> = lines.map(str::trim_end).collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../fixture/screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, lines.join("\n")));
}

#[test]
fn the_tabs_people_have() {
    let tabs = ["feedback", "money", "expand", "file"];
    for (behind, tab) in tabs.iter().enumerate() {
        let mut session = Session::demo();
        session.keys("<Tab><Tab><Tab><Tab>").keys(&"]".repeat(behind + 2));
        kept(&format!("tab-{tab}-80x24"), &session.draw(80, 24));
        kept(&format!("tab-{tab}-120x36"), &session.draw(120, 36));
        session.keys("z");
        kept(&format!("tab-{tab}-zoomed"), &session.draw(120, 36));
    }
}
