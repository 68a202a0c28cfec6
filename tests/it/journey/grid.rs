//! The grid by keys: many digits with few of them, and every one taken back.

use super::session::{Session, now, today};
use std::collections::BTreeMap;
use trellis::desk::{Act, Desk};
use trellis::domain::account::own_score::{Factor, OwnScore};
use trellis::domain::account::{self, Account};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::grid::Grid;
use trellis::domain::rules::Rules;
use trellis::paths::Place;

/// A book of so many accounts of which only the names are known.
fn named(accounts: usize) -> Session {
    let directory = tempfile::TempDir::new().expect("a directory");
    let place = Place::of_book(directory.path().join("book.db"));
    let mut desk = Desk::open(&place.book, Rules::default(), now().at).expect("a book");
    let changes: Vec<Change> = (1..=accounts)
        .map(|number| {
            let account = Account::named(&format!("Account {number:02}"), today());
            account::Change::Added(account).into()
        })
        .collect();
    desk.commit(&Act::edit("Begin", None), &changes, now()).expect("accounts");
    drop(desk);
    Session::open(directory, place)
}

fn grid(session: &Session) -> Grid {
    session.bench.reading.grid(today()).expect("a grid")
}

fn own(session: &Session) -> BTreeMap<(Id, Factor), i64> {
    let all: Vec<OwnScore> = session.bench.reading.every().expect("scores");
    all.iter().map(|one| ((one.account_id, one.factor), one.points)).collect()
}

/// The line of an account on the screen.
fn line(screen: &str, name: &str) -> String {
    let row = screen.lines().find(|line| line.contains(name)).unwrap_or_default();
    row.to_owned()
}

#[test]
fn thirty_accounts_and_five_factors_take_less_than_two_hundred_keys() {
    let mut session = named(30);
    let before = grid(&session);
    let order: Vec<Id> = session.bench.app.shown.book.rows.iter().map(|row| row.account).collect();
    let pressed = session.pressed;
    session.keys("g4");
    let mut wanted = BTreeMap::new();
    let factors = &Factor::ALL[..5];
    for (column, factor) in factors.iter().enumerate() {
        if column > 0 {
            session.keys("<Ctrl-Up><Right>");
        }
        for (row, account) in order.iter().enumerate() {
            let digit = (row * 3 + column) % 10;
            let points = i64::try_from(digit).expect("one of ten");
            session.keys(&digit.to_string());
            wanted.insert((*account, *factor), if digit == 0 { 10 } else { points });
        }
    }
    let keys = session.pressed - pressed;
    assert!(keys <= 200, "{keys} keys");
    assert_eq!(own(&session), wanted);
    assert_eq!(wanted.len(), 150);
    // The list was ordered anew; here every row has kept its place.
    let shown = &session.bench.app.shown;
    let now: Vec<Id> = shown.book.rows.iter().map(|row| row.account).collect();
    assert_ne!(now, order);
    let read = shown.beside.grid.as_ref().expect("the grid").rows().to_vec();
    assert_eq!(read, grid(&session).rows(), "what was touched was read again");
    for _ in 0..150 {
        session.keys("u");
    }
    assert_eq!(own(&session), BTreeMap::new());
    assert_eq!(grid(&session).rows(), before.rows());
    let read = session.bench.app.shown.beside.grid.as_ref().expect("the grid").rows().to_vec();
    assert_eq!(read, before.rows());
}

#[test]
fn a_range_is_one_commit_and_one_undo() {
    let mut session = named(6);
    session.keys("g4<Right><Right><Shift-Down><Shift-Down><Shift-Right>");
    session.sees("6 cells").keys("8").sees("6 own scores 8");
    assert_eq!(own(&session).len(), 6);
    session.keys("u");
    assert_eq!(own(&session).len(), 0);
    // All of a column by two keys.
    session.keys("V3").sees("Pulse 3 for 6 accounts").keys("u");
    assert_eq!(own(&session).len(), 0);
}

#[test]
fn a_digit_answers_at_once_and_the_row_stays() {
    let mut session = Session::demo();
    session.keys("g4");
    let screen = session.screen();
    let rows: Vec<&str> = screen.lines().filter(|line| line.starts_with('┃')).collect();
    assert!(rows[1].contains("▸") && rows[1].contains("Contoso"), "{screen}");
    assert!(rows[1].contains(" 5.2"), "{screen}");
    session.keys("<Right><Right>1<Up>");
    let screen = session.screen();
    let row = line(&screen, "Contoso");
    assert!(row.contains("1 me"), "{screen}");
    assert!(!row.contains(" 5.2"), "the score has moved: {row}");
    session.sees("Contoso: Pulse 1").keys("<Backspace>").sees("Pulse 1 taken back");
    let row = line(&session.screen(), "Contoso");
    assert!(row.contains(" 5.2") && !row.contains("1 me"), "{row}");
}

#[test]
fn what_the_cell_rests_on_stands_below_and_is_a_key_away() {
    let mut session = Session::demo();
    session.keys("g4<Right><Right><Right><Right><Right>").sees("Contoso · Usage 4.0 measured");
    session.sees("Core features used").sees("seats active 40 of 75");
    session.keys("w").sees("Why 5.2").keys("<Esc>").sees("Contoso · Usage");
    // A digit far from the measure wants a word, and nobody has to give it.
    session.keys("8").sees("The records say 4.0, you say 8. What do you know?").sees("r says why");
    session.keys("<Down><Down>").sees("Contoso, Usage 8: The records say");
    session.keys("r").sees("Usage of Contoso: 8").keys("they count otherwise<Enter>");
    session.misses("r says why").keys("<Ctrl-Up>").sees("they count otherwise");
    session.keys("<Enter>").sees("Own score for Contoso").keys("<Esc>");
    // A word that is not given is not asked for for ever.
    session.keys("<Down>1").sees("Litware, Usage 1: The records say").keys("g1g4");
    session.misses("Litware, Usage 1: The records say");
}

#[test]
fn a_question_is_told_as_a_whole_at_eighty_columns() {
    let mut session = Session::demo();
    session.keys("g4<Right><Right><Right>7");
    let narrow = session.draw(80, 24);
    assert!(narrow.contains("you say 7. What do you know?"), "{narrow}");
    assert!(narrow.contains("r says why"), "{narrow}");
}

#[test]
fn without_accounts_each_page_says_what_it_is_for() {
    let mut session = Session::empty();
    session.keys("g4").sees("every factor a column").sees("a adds one");
    session.keys("<Tab>").sees("next step of every account are typed").sees("a adds one");
    session.keys("<Tab>").sees("every factor a column");
    let mut session = named(1);
    session.keys("g4n").sees("No factor is in use yet; a digit begins one.");
}

#[test]
fn the_walk_goes_from_one_that_is_stale_or_unknown_to_the_next() {
    let mut session = named(3);
    // Three accounts of which two hold a factor: it counts for all.
    session.keys("g4<Right><Right>5<Down>5<Ctrl-Up>").sees("1 unknown");
    session.keys("n").sees("Account 02 · Pulse unknown").keys("4").misses("1 unknown");
    session.keys("n").sees("Nothing here is stale or unknown.");
    assert_eq!(own(&session).len(), 3);
}

#[test]
fn at_eighty_columns_the_names_stay_and_the_factors_scroll() {
    let mut session = Session::demo();
    session.keys("g4");
    let screen = session.draw(80, 24);
    assert!(screen.contains("Payment") && !screen.contains("Value"), "{screen}");
    let screen = session.keys("<End>").draw(80, 24);
    assert!(screen.contains("Value") && !screen.contains("Payment"), "{screen}");
    assert!(screen.contains("Contoso"), "{screen}");
    let screen = session.keys("<Home>").draw(80, 24);
    assert!(screen.contains("Payment"), "{screen}");
}

#[test]
fn the_acts_of_the_book_are_about_the_chosen_account() {
    let mut session = Session::demo();
    session.keys("g4<Down>").keys("b").sees("Litware").keys("<Esc>");
    session.keys("e").sees("Own score for Litware").keys("<Esc>");
    session.keys("g1").sees("┌ Litware ─");
}

#[test]
fn names_are_hidden_in_the_grid_as_well() {
    let mut session = Session::demo();
    session.keys("g4<Right><Right>7rquiet<Enter><Up>").sees("Contoso");
    session.keys("m").misses("Contoso").sees("Account 1 ").misses("quiet").keys("9");
    session.keys("m").sees("7 me").sees("Contoso");
}
