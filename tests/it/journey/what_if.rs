//! What if over the book by keys: tried, answered at once, taken back, and nothing of it written.

use super::Session;

/// The book's file and its log, byte by byte.
fn bytes(session: &Session) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(session.directory.path()).expect("a directory");
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| entry.expect("an entry").path())
        // The shared memory beside the log holds no byte of the book: readers lock it.
        .filter(|path| path.is_file() && !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.display().to_string(), std::fs::read(&path).expect("a file")))
        .collect();
    files.sort();
    files
}

/// The line at the right that begins with this.
#[track_caller]
fn answer(session: &mut Session, label: &str) -> String {
    let screen = session.screen();
    let found = screen.lines().filter_map(|line| line.split_once('│')).find_map(|(_, right)| {
        let right = right.trim_end_matches('┃').trim_start_matches('▸').trim();
        let rest = right.strip_prefix(label)?;
        Some(rest.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    found.unwrap_or_else(|| panic!("no {label}:\n{screen}"))
}

fn open() -> Session {
    let mut session = Session::demo();
    session.keys("2<Shift-Tab>").sees(" What if ");
    session
}

#[test]
fn it_opens_on_what_can_be_tried_beside_the_book_as_it_is() {
    let mut session = open();
    session.sees("nothing is tried").sees("▸  preset").sees("each account's own");
    session.sees("Accounts: a renewal, a goodbye").sees("the order stays as it is");
    assert_eq!(answer(&mut session, "risk"), "2");
    assert_eq!(answer(&mut session, "NRR"), "109 %");
}

#[test]
fn a_goodbye_is_answered_at_once_and_taken_back() {
    let mut session = open();
    session.keys("}").sees("▸  Northwind Traders").keys("<Space>");
    session.sees("1 tried, nothing is kept").sees("→ Northwind Traders leaves").sees("→ leaves");
    assert_eq!(answer(&mut session, "ARR"), "6.86M 5.66M −1.20M");
    assert_eq!(answer(&mut session, "NRR"), "109 % 90 % −19 pt");
    assert_eq!(answer(&mut session, "Northwind Traders"), "3 → – leaves");
    session.keys("<Right>").sees("It has left: Space brings it back.");
    session.keys("<Space>").sees("nothing is tried").misses("→ leaves");
    assert_eq!(answer(&mut session, "NRR"), "109 %");
}

#[test]
fn several_are_tried_and_go_back_one_by_one_or_all_at_once() {
    let mut session = open();
    session.keys("<Right>").sees("→ customer success").keys("}<Space><Down><Left><Enter>");
    session.sees("3 tried").sees("All by the weights of customer success");
    session.keys("<Home>}}").sees("▸  → All by the weights").keys("x");
    session.sees("2 tried").misses("→ customer success").sees("→ Northwind Traders leaves");
    session.keys("<Esc>").sees("nothing was kept").sees("nothing is tried").sees(" What if ");
    session.keys("<Esc>").misses(" What if ");
}

#[test]
fn a_weight_moves_by_fives_and_by_ones() {
    let mut session = open();
    session.keys("<Down><Down><Down><Down><Down><Down>").sees("▸  Usage");
    session.keys("<Right>").sees("20 → 25").sees("Usage weighs 25 for all");
    session.keys("+").sees("20 → 26").keys("<Left>").sees("20 → 25").keys("<Left>");
    session.sees("nothing is tried").keys("<Space>").sees("20 → 0").keys("x").misses("20 → 0");
}

#[test]
fn another_page_or_view_forgets_it() {
    let mut session = open();
    session.keys("}<Space>").sees("1 tried");
    assert!(session.bench.app.shown.beside.whole.what_if.is_some());
    session.keys("<Tab>").misses("1 tried");
    assert!(session.bench.app.shown.beside.whole.what_if.is_none(), "the copy is dropped");
    session.keys("<Shift-Tab>").sees("nothing is tried").keys("}<Space>").sees("1 tried");
    session.keys("1").misses("1 tried");
    assert!(session.bench.app.shown.beside.whole.what_if.is_none(), "the copy is dropped");
    session.keys("2").sees("nothing is tried");
}

#[test]
fn nothing_of_it_is_written() {
    let mut session = open();
    let (before, steps) = (bytes(&session), session.bench.reading.last_step().expect("a step"));
    session.keys("<Right><Right><Down><Right>++-<Space>").keys("}<Space><Down><Left><Enter>+-");
    session.keys("}<Space>+<Right>").keys("}<Space>").keys("}<Space>").keys("<Home>w<Esc>");
    session.sees("tried, nothing is kept").keys("x<Backspace><Esc>").sees("nothing is tried");
    session.keys("<Tab>1");
    assert_eq!(session.bench.reading.last_step().expect("a step"), steps);
    assert_eq!(bytes(&session), before);
}

#[test]
fn what_is_tried_holds_on_when_the_book_changes() {
    let mut session = open();
    let steps = session.bench.reading.last_step().expect("a step");
    session.keys("}<Space>").sees("1 tried");
    assert_eq!(answer(&mut session, "ARR"), "6.86M 5.66M −1.20M");
    // A promise is written down meanwhile.
    session.keys("<Down>c").keys("relecloud !promise 2w send the sheet<Enter>").sees("1 tried");
    assert!(session.bench.reading.last_step().expect("a step") > steps);
    assert_eq!(answer(&mut session, "ARR"), "6.86M 5.66M −1.20M");
}

#[test]
fn an_answer_opens_what_it_stands_on_and_a_move_its_account() {
    let mut session = open();
    session.keys("}<Space><Home>").sees("▸  risk").keys("<End>");
    session.keys("<Home><Down><Down><Down><Down><Down><Down>").sees("▸  NRR").keys("<Right>");
    session.sees("choose a line of what can be tried").keys("w");
    session
        .sees("NRR of the last 365 days: 109 % → 90 %")
        .sees("Northwind Traders: 1.05M → 0, lost");
}

#[test]
fn hidden_names_and_amounts_stay_hidden() {
    let mut session = open();
    session.keys("m").sees("Account ").misses("Northwind").keys("}<Space>");
    session.sees("1 tried").sees("leaves").misses("Northwind").misses("1.20M").sees("•••");
    assert_eq!(answer(&mut session, "NRR"), "109 % 90 % −19 pt");
}

#[test]
fn an_empty_book_and_any_size_have_room_for_it() {
    let mut session = Session::empty();
    session.keys("a").keys("<Esc>").keys("2<Shift-Tab>");
    let mut session = Session::acme();
    session.keys("2<Shift-Tab>").sees("▸  preset").keys("}<Space>").sees("→ Acme leaves");
    assert_eq!(answer(&mut session, "little known"), "1 0 −1");
    assert_eq!(answer(&mut session, "NRR of 0"), "– –");
    for (width, height) in [(0, 0), (20, 5), (40, 10), (60, 20), (79, 24), (80, 24), (300, 100)] {
        session.draw(width, height);
    }
    let narrow = session.draw(70, 30);
    assert!(narrow.contains("Acme leaves") || narrow.contains("The book"), "{narrow}");
}
