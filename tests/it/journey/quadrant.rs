//! The quadrant by keys: from point to point, into the account, to the playbook of its place.

use super::session::{Session, now, today};
use super::sizes::kept;
use chrono::Days;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use tempfile::TempDir;
use trellis::desk::{Act, Desk};
use trellis::domain::account::own_score::{self, Factor, OwnScore};
use trellis::domain::account::{self, Account};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::feedback::{self, Answer, Scale};
use trellis::domain::money::Currency;
use trellis::domain::revenue::{self, Revenue, RevenueKind};
use trellis::domain::rules::Rules;
use trellis::paths::Place;
use trellis::tui::glyph;
use trellis::tui::theme::{Colours, Theme};

/// A book of accounts: name, answers, ARR in euros.
fn book(accounts: &[(String, Vec<i64>, Option<i64>)]) -> Session {
    let directory = TempDir::new().expect("a directory");
    let place = Place::of_book(directory.path().join("book.db"));
    let mut desk = Desk::open(&place.book, Rules::default(), now().at).expect("a book");
    let mut changes: Vec<Change> = Vec::new();
    for (number, (name, answers, arr)) in (1..).zip(accounts) {
        let mut one = Account::named(name, today() - Days::new(400));
        one.id = Id(-number);
        changes.push(account::Change::Added(one).into());
        for points in answers {
            let answer = Answer {
                id: Id(0),
                account_id: Id(-number),
                contact_id: None,
                on_date: today() - Days::new(20),
                scale: Scale::Nps,
                points: *points,
                why: None,
                driver: None,
            };
            changes.push(feedback::Change::Added(answer).into());
        }
        for (factor, points) in Factor::ALL.iter().zip([4, 9, 6, 7, 5, 8]) {
            let score = OwnScore {
                id: Id(0),
                account_id: Id(-number),
                factor: *factor,
                points: (points + number % 5 - 1).min(10),
                on_date: today(),
                reason: None,
            };
            changes.push(own_score::Change::Added(score).into());
        }
        if let Some(arr) = arr {
            let entry = Revenue {
                id: Id(0),
                account_id: Id(-number),
                on_date: today() - Days::new(400),
                kind: RevenueKind::Opening,
                amount: arr * 100,
                currency: Currency::EUR,
                note: None,
            };
            changes.push(revenue::Change::Added(entry).into());
        }
    }
    desk.commit(&Act::edit("a book", None), &changes, now()).expect("written");
    drop(desk);
    Session::open(directory, place)
}

/// Sixty accounts, as unevenly spread as books are: answers of one to three people, ARR from a
/// few hundred to a million, some without either.
fn sixty() -> Session {
    const NAMES: [&str; 12] = [
        "Adler", "Birke", "Cedar", "Dahlia", "Esche", "Fichte", "Ginster", "Hasel", "Iris",
        "Kiefer", "Linde", "Malve",
    ];
    const TRADES: [&str; 5] = ["Logistics", "Foods", "Werke AG", "& Sons", "Insurance"];
    let accounts: Vec<(String, Vec<i64>, Option<i64>)> = (0..60_usize)
        .map(|number| {
            let place = number as f64 * 37.0 % 60.0;
            let name = format!("{} {}", NAMES[number % 12], TRADES[number / 12]);
            let answers = match number % 10 {
                0 => vec![],
                1 | 2 => vec![9],
                3 => vec![10, 9, 7],
                4 => vec![8, 9],
                5 => vec![7],
                6 => vec![3, 9, 8],
                7 => vec![2],
                8 => vec![6, 6, 10],
                _ => vec![10, 10, 10, 5],
            };
            let arr = 1_200_000.0 / 1.08_f64.powf(place);
            (name, answers, (number % 13 != 12).then_some(arr as i64))
        })
        .collect();
    book(&accounts)
}

/// The line that is chosen in the legend.
fn chosen(session: &mut Session) -> String {
    let screen = session.screen();
    let line = screen.lines().filter_map(|line| line.rsplit_once("▸ ")).next_back();
    line.map(|(_, line)| line.trim_matches(['┃', ' ']).to_owned()).unwrap_or_default()
}

#[test]
fn it_shows_who_stands_where_and_the_arrows_go_to_the_nearest() {
    let mut session = Session::demo();
    session.keys("2").sees("split at NPS 0 and €260k").sees("Rescue 2 · €1.20M").sees("ARR log");
    session.sees("Northwind Traders: Magic · NPS 0 · €1.20M");
    session.sees("no promoters, 5 passives, no detractors; 3 asked and silent.");
    session.keys("<Left>").sees("Contoso: Rescue · NPS −40 · €940k · 5.2 risk");
    session.keys("<Right>").sees("Relecloud: Magic");
    session.keys("<Up>").sees("Northwind Traders: Magic");
    session.keys("<Up>").sees("Magic: 7 accounts, €4.39M");
    session.keys("<Down>").sees("Northwind Traders: Magic");
    session.keys("<End>").sees("No answer: 3 accounts, €265k");
    session.keys("+").sees("Northwind Traders: Magic").keys("+").sees("Relecloud: Magic");
    session.keys("--").sees("No answer: 3 accounts, €265k");
}

#[test]
fn a_point_is_an_account_its_quadrant_has_a_playbook_and_a_reason() {
    let mut session = Session::demo();
    session.keys("2<Left>");
    assert!(chosen(&mut session).contains("Contoso"), "{}", session.screen());
    session.keys("w").sees("Why Contoso: Rescue").sees("large and not content");
    session.sees("at least €260k, the ARR of the smallest key account (Trey Research)");
    session.sees(" gave ").sees("the account Contoso").keys("<Esc>");
    session.keys("p").sees("Account at risk").keys("<Esc>");
    session.keys("t").sees("talk").keys("<Esc>");
    session.keys("<Enter>").sees("Who we know").sees("Contoso ");
    session.keys("2").sees("Contoso: Rescue");
}

#[test]
fn each_place_has_the_playbook_that_is_on_the_shelf() {
    let accounts = [
        ("Large", vec![9], Some(900_000)),
        ("Angry", vec![2], Some(800_000)),
        ("Small", vec![9], Some(9_000)),
        ("Query", vec![2], Some(8_000)),
        ("Quiet", vec![], Some(7_000)),
    ];
    let accounts: Vec<_> =
        accounts.into_iter().map(|(name, said, arr)| (name.to_owned(), said, arr)).collect();
    let mut session = book(&accounts);
    session.keys("2");
    for (name, playbook) in [
        ("Large", "Magic quadrant"),
        ("Angry", "Account at risk"),
        ("Small", "Expansion case"),
        ("Query", "Listening session"),
        ("Quiet", "Survey and agreement"),
    ] {
        session.keys("<Home>");
        for _ in 0..accounts.len() {
            if !chosen(&mut session).contains(name) {
                session.keys("+");
            }
        }
        session.keys("p").sees(playbook).sees(name).keys("<Esc>");
    }
}

#[test]
fn sixty_accounts_are_all_there_at_eighty_columns() {
    let mut session = sixty();
    session.keys("2");
    kept("quadrant-80x24", &session.draw(80, 24));
    kept("quadrant-120x36", &session.draw(120, 36));
    kept("quadrant-200x50", &session.draw(200, 50));
    // In ASCII every sign has another, and a count is no number.
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    session.bench.app.draw(area, &mut buffer);
    glyph::plain(&mut buffer);
    let rows = buffer.content().chunks(80);
    let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect::<String>() + "\n";
    let ascii: String = rows.map(row).collect();
    assert!(ascii.is_ascii(), "{ascii}");
    kept("quadrant-ascii", &ascii);
}

#[test]
fn colour_says_nothing_that_signs_do_not() {
    let area = Rect::new(0, 0, 120, 36);
    let mut session = Session::demo();
    session.keys("2");
    let plain = session.screen();
    session.bench.app.shown.theme = Theme::new(Colours::Sixteen);
    assert_eq!(session.screen(), plain);
    let mut buffer = Buffer::empty(area);
    session.bench.app.draw(area, &mut buffer);
    let theme = Theme::new(Colours::Sixteen);
    let risk =
        |cell: &&Cell| ["◇", "◆"].contains(&cell.symbol()) && Some(cell.fg) == theme.state_risk.fg;
    assert!(buffer.content().iter().filter(risk).count() >= 2, "in the picture and the legend");
}

#[test]
fn an_empty_book_one_account_and_one_place_for_all() {
    let mut session = Session::empty();
    session.keys("2").sees("what clients say across");
    let mut session = Session::acme();
    session.keys("2").sees("·? Acme").sees("No answer 1").sees("no key account yet");
    session.sees("Acme: No answer · no answer · ARR unknown");
    let same: Vec<_> =
        (1..=30).map(|number| (format!("Same {number}"), vec![9], Some(10_000))).collect();
    let mut session = book(&same);
    session.keys("2").sees("×30").sees("Same 1: Magic");
    session.keys("<Right>").sees("Same 10: Magic").keys("<Left>").sees("Same 1: Magic");
}

#[test]
fn no_size_breaks_it_and_what_is_chosen_stays_so() {
    for open in [Session::demo, Session::acme, Session::empty, sixty] {
        let mut session = open();
        session.keys("2+");
        let before = chosen(&mut session);
        for size in [(0, 0), (40, 10), (60, 20), (79, 23), (80, 24), (119, 35), (300, 100)] {
            session.draw(size.0, size.1);
            session.keys("<Down><Right><Up><Left>");
            session.draw(size.0, size.1);
        }
        session.keys("<Home>+");
        assert_eq!(chosen(&mut session), before);
    }
}

#[test]
fn hidden_names_and_amounts_stay_hidden() {
    let mut session = Session::demo();
    session.keys("m2").misses("Northwind").misses("1.20M").misses("260k").sees("•••");
    session.keys("m").sees("Northwind Traders: Magic");
    // The picture was drawn openly before.
    let mut session = Session::demo();
    session.keys("2").sees("Northwind").keys("m").misses("Northwind").misses("1.20M").sees("•••");
}
