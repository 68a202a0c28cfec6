//! A new book: the ways to begin, an import on the screen, the checklist, columns from a
//! spreadsheet, tiers, levels and first scores.

use super::session::Session;
use std::path::Path;
use trellis::domain::account::Account;
use trellis::domain::account::own_score::OwnScore;
use trellis::domain::contact::Contact;
use trellis::tui::errand::Errand;
use trellis::tui::key::{Input, Press};
use trellis::tui::keymap::Context;

/// What is copied out of a spreadsheet: most as the CRM has it, some as people shorten it.
const SHEET: &str = "Customer\tARR\tContract end\tNotice\n\
    Aldermoor Freight\t1.2m\t31.03.2027\t3 months\n\
    Bexley Instruments\t940k\t2027-06-30\t90 d\n\
    Cardona Foods\t410000\t30.04.2027\t\n\
    Dunmore & Sons\t64,000\t31.12.2026\t\n\
    Eastvale\t38k\t2027-09-30\t\n\
    Fernhill Software\t220k\t2027-02-28\t3 months\n\
    Galloway Timber\t150k\t2027-11-30\t\n\
    Hartwell Bank\t880k\t2027-08-31\t6 months\n\
    Inverness Rail\t310k\t2027-05-31\t\n\
    Juniper Hotels\t77k\t2027-01-31\t\n\
    Kestrel Aviation\t1.05m\t2027-07-31\t3 months\n\
    Larkfield Schools\t22k\t2027-06-30\t\n\
    Marlow Chemicals\t280k\t2026-12-15\t\n\
    Norwood Water\t190k\t2027-10-31\t\n\
    Oakridge Insurance\t260k\t2027-04-30\t\n\
    Pemberton Retail\t205k\t2027-03-15\t\n\
    Quarrington Steel\t170k\t2027-12-31\t\n\
    Redcliff Media\t41k\t2027-05-15\t\n\
    Stanmore Optics\t52k\t2027-06-15\t\n\
    Thornbury Energy\t450k\t2027-02-15\t2 months\n\
    Upland Dairy\t45k\t2028-01-31\t\n\
    Verity Labs\t18k\tsoon\t\n\
    Zenith Nowhere\t5k\t2027-01-01\t\n";

fn export() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture/begin").display().to_string()
}

/// An empty book with the export beside it, under a path as long as people type.
fn with_export() -> Session {
    let session = Session::empty();
    for name in ["Account.csv", "Contact.csv", "Task.csv"] {
        let from = Path::new(&export()).join(name);
        std::fs::copy(from, session.directory.path().join(name)).expect("a copy");
    }
    session
}

fn look(session: &mut Session) {
    if std::env::var_os("LOOK").is_some() {
        for (width, height) in [(80, 24), (120, 36)] {
            let drawn = session.draw(width, height);
            std::io::Write::write_all(&mut std::io::stderr(), drawn.as_bytes()).expect("written");
        }
    }
}

/// Clicks on a text of the screen.
fn click<'a>(session: &'a mut Session, text: &str) -> &'a mut Session {
    let screen = session.screen();
    let found =
        screen.lines().enumerate().find_map(|(y, line)| Some((y, line.split_once(text)?.0)));
    let (y, before) = found.unwrap_or_else(|| panic!("“{text}” is not there:\n{screen}"));
    let x = before.chars().count();
    let (x, y) = (u16::try_from(x).expect("small"), u16::try_from(y).expect("small"));
    session.input(&Input::Pointer { press: Press::Click, x, y });
    session
}

#[test]
fn a_bare_export_becomes_a_useful_book_in_sixty_keys_and_a_paste() {
    let mut session = with_export();
    let path = session.directory.path().display().to_string();
    look(&mut session);
    session.sees("Import files").keys("<Down><Enter>").keys(&path);
    look(&mut session);
    session.keys("<Enter>").sees("What the files bring");
    look(&mut session);
    session.keys("<Enter>").sees("Set up the book").sees("2 of 7 done");
    look(&mut session);
    session.keys("<Enter>").sees("Paste columns");
    look(&mut session);
    session.paste(SHEET).sees("22 of 23 rows").sees("no account of that name");
    session.sees("“soon” is no day");
    look(&mut session);
    session.keys("<Enter>").sees("3 of 7 done").keys("<Enter>").sees("h a week");
    look(&mut session);
    session.keys("<Enter>").sees("4 of 7 done").keys("<Enter>").sees("begin with ");
    look(&mut session);
    session.keys("no<Enter>").sees("5 of 7 done").sees("ticked off · usage");
    session.keys("<Enter>").sees("Levels by title");
    look(&mut session);
    session.keys("<Enter>").sees("6 of 7 done").keys("<Enter>").sees("Pulse");
    look(&mut session);
    session.keys("8765490378");
    look(&mut session);
    session.keys("<Enter>").sees("7 of 7 done").keys("<Esc>").misses("Set up the book");
    look(&mut session);
    assert!(session.pressed <= 60 + path.len(), "{} keys", session.pressed);
    assert!(session.pressed <= 60, "{} keys with a path of {}", session.pressed, path.len());

    let accounts: Vec<Account> = session.desk.every().expect("accounts");
    assert_eq!(accounts.len(), 22);
    assert!(accounts.iter().all(|account| account.tier.is_some()));
    let book = session.desk.book().expect("a list");
    assert!(book.rows.iter().all(|row| row.arr.is_some()));
    assert_eq!(book.rows.iter().filter(|row| row.act_by.is_some()).count(), 21);
    let placed = session.desk.every::<Contact>().expect("people");
    assert!(placed.iter().filter(|one| one.level.is_some()).count() > 25);
    let scores: Vec<OwnScore> = session.desk.every().expect("scores");
    assert_eq!(scores.len(), 10);
    assert_eq!(scores.iter().filter(|one| one.points == 10).count(), 1, "0 is ten");
    // Everything is one step each.
    let labels: Vec<String> =
        session.desk.history(10).expect("steps").into_iter().map(|step| step.label).collect();
    assert_eq!(labels.len(), 5, "{labels:?}");
    session.keys("uuuuu").sees("No account yet.");
}

#[test]
fn the_three_ways_to_begin_are_chosen_by_arrows_or_by_the_mouse() {
    let mut session = Session::empty();
    session.keys("<Enter>");
    assert_eq!(session.errands, [Errand::Demo]);
    session.keys("<Down><Down><Enter>");
    assert_eq!(session.bench.app.context(), Context::Field, "the form of an account");
    session.keys("<Esc>");
    click(&mut session, "Import files").sees("or a directory with them").keys("<Esc>");
    session.keys("a");
    assert_eq!(session.bench.app.context(), Context::Field);
}

#[test]
fn a_file_that_is_not_there_is_said_at_the_line_and_the_line_stays() {
    let mut session = with_export();
    session.keys("<Down><Enter><Enter>").sees("Which file?");
    session.keys("/no/such.csv<Enter>").sees("/no/such.csv: no such file.").sees("▸ /no/such.csv");
    let dropped = format!("'{}/Account.csv'\n", session.directory.path().display());
    session.keys("<Ctrl-U>").paste(&dropped).keys("<Enter>").sees("1 file").sees("22");
    // Esc goes back to the line, with what stood in it.
    session.keys("<Esc>").sees("Account.csv").keys("<Enter><Enter>").sees("1 of 7 done");
    // The same file again says so.
    session.keys("<Enter>").paste(&dropped).keys("<Enter>").sees("Nothing new").keys("<Enter>");
    session.sees("Set up the book");
}

#[test]
fn the_checklist_is_offered_quietly_and_can_be_put_away() {
    let mut session = with_export();
    let path = session.directory.path().display().to_string();
    session.keys("<Down><Enter>").paste(&path).keys("<Enter><Enter><Esc>");
    session.sees("set up: 2 of 7 done (S)").keys("S").sees("Put this list away");
    session.keys("<End><Enter>").misses("Set up the book").keys("<Down>").misses("set up:");
    let mut session = session.restart();
    session.misses("set up:").keys("S").sees("2 of 7 done");
}

#[test]
fn the_demo_book_offers_no_checklist_but_has_one() {
    let mut session = Session::demo();
    session.misses("set up:").keys("S").sees("Set up the book").keys("<Esc>");
}

#[test]
fn the_currency_of_the_book_is_chosen_from_a_list_and_undone() {
    let mut session = Session::demo();
    session.keys("?currency of<Enter>").sees("Currency of the book").keys("dollar<Enter>");
    session.sees("The book counts in USD").keys("u").sees("Undone");
    assert_eq!(
        session
            .desk
            .book()
            .expect("a list")
            .arr_total
            .map(|sum| sum.currency.to_string())
            .as_deref(),
        Some("EUR")
    );
}

#[test]
fn a_tier_that_somebody_chose_stays_unless_they_choose_again() {
    let mut session = Session::demo();
    session.keys("?suggested<Enter>").sees("h a week");
    let tiers = |session: &Session| {
        let accounts: Vec<Account> = session.desk.every().expect("accounts");
        accounts.into_iter().map(|account| account.tier).collect::<Vec<_>>()
    };
    let before = tiers(&session);
    session.keys("<Space><Space><Enter>");
    let after = tiers(&session);
    assert_ne!(before, after);
    session.keys("u");
    assert_eq!(tiers(&session), before);
}

#[test]
fn a_second_pulse_of_the_day_takes_the_place_of_the_first() {
    let mut session = Session::demo();
    let pulses = |session: &Session| session.desk.every::<OwnScore>().expect("scores").len();
    let before = pulses(&session);
    session.keys("?pulse down<Enter><Home>77<Backspace>3<Enter>");
    assert_eq!(pulses(&session), before + 2);
    session.keys("?pulse down<Enter><Home>9<Enter>");
    assert_eq!(pulses(&session), before + 2);
    session.keys("uu");
    assert_eq!(pulses(&session), before);
}

#[test]
fn the_checklist_goes_on_after_a_part_that_is_done_as_far_as_it_goes() {
    let mut session = with_export();
    let path = session.directory.path().display().to_string();
    session.keys("<Down><Enter>").paste(&path).keys("<Enter><Enter>");
    // Nothing was pasted: it is still its turn.
    session.keys("<Enter>").sees("Paste columns").keys("<Esc>").sees("▸ · ARR, end dates");
    session.keys("<Enter>").paste("Aldermoor Freight\t1.2m\t2027-03-31\n").keys("<Enter>");
    session.sees("21 without ARR").sees("▸ · Tiers").sees("ARR and end of 1 account");
    session
        .keys("<Enter><Enter>")
        .sees("Tiers of 22 accounts. (u undo)")
        .sees("▸ · Usage, surveys");
}

#[test]
fn each_part_can_be_ticked_off_and_all_of_them_are_done_then() {
    let mut session = with_export();
    let path = session.directory.path().display().to_string();
    session.keys("<Down><Enter>").paste(&path).keys("<Enter><Enter>").sees("2 of 7 done");
    session.keys("<Space>").sees("3 of 7 done").sees("ticked off · paste them").sees("▸ · Tiers");
    session.keys("<Up><Space>").sees("2 of 7 done").misses("ticked off");
    session.keys("<Space><Space><Space><Space><Space>").sees("7 of 7 done");
    session.sees("All of it is done. The list shows who needs you.");
    let mut session = session.restart();
    session.keys("S").sees("7 of 7 done");
}

#[test]
fn who_has_figures_begins_with_the_largest_account() {
    let mut session = with_export();
    let path = session.directory.path().display().to_string();
    session.keys("<Down><Enter>").paste(&path).keys("<Enter><Enter><Space><Space>");
    session.sees("▸ · Usage, surveys").keys("<Enter>").sees("yes: usage, tickets, invoices");
    session.keys("<Enter>").sees("features in use").keys("<Tab>7<Ctrl-S>");
    session.sees("1 figure or answer");
    session.sees("▸ · Levels");
}

#[test]
fn what_the_files_bring_scrolls_from_the_first_key_on() {
    let mut session = with_export();
    let at = session.directory.path().join("Rows.csv");
    let export = std::fs::read_to_string(Path::new(&export()).join("Account.csv"));
    let titles = export.expect("a file").lines().next().map(str::to_owned).expect("a line");
    let rows = (0..60).map(|row| format!("a{row},")).collect::<Vec<_>>().join("\n");
    std::fs::write(&at, format!("{titles}\n{rows}")).expect("a file");
    session.keys("<Down><Enter>").paste(&at.display().to_string()).keys("<Enter>");
    let first = session.draw(80, 24);
    session.keys("<Down>");
    assert_ne!(session.draw(80, 24), first);
    session.keys("<Up>");
    assert_eq!(session.draw(80, 24), first);
    session.sees("Rows.csv, line 2").misses(&format!("{}, line", at.display()));
}
