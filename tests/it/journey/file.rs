//! The tab File by keys: what is missing opens its form, what rests is taken back.

use super::session::Session;

/// From the list to the tab File of the account looked at.
const FILE: &str = "<Tab><Tab><Tab><Tab><Left><Left>";

#[test]
fn what_is_missing_is_listed_and_opens_its_form() {
    let mut session = Session::acme();
    session.keys(FILE).sees("File 0/10").keys("z").sees("who").sees("tier");
    session.sees("Strategic, Growth or Maintenance").keys("<Home><Down><Enter>");
    session.sees("Ctrl-S").keys("<Esc>").misses("Ctrl-S");
    session.sees("Hold a discovery").sees("+ a goal of theirs").sees("nobody said yet");
}

#[test]
fn an_own_review_is_noted_with_one_key() {
    let mut session = Session::demo();
    session.keys(FILE).keys("z").sees("○ 6 review").sees("3 of 6 lit");
    for _ in 0..20 {
        if session.screen().contains("▸  ○ 6 review") {
            break;
        }
        session.keys("<Down>");
    }
    session.sees("▸  ○ 6 review").keys("<Space>").sees("Contoso: reviewed").sees("4 of 6 lit");
    session.keys("u").sees("3 of 6 lit");
}

#[test]
fn what_was_put_off_is_listed_and_heard_again_by_space() {
    let mut session = Session::demo();
    session.keys("<Tab>Z").sees("in a week").keys("<Enter>").misses("Champion left: T. Lee");
    session.keys("<Tab><Tab><Tab><Left><Left>z<End>").sees("Rules switched off  1 rest");
    for _ in 0..12 {
        if session.screen().contains("▸  Champion gone") {
            break;
        }
        session.keys("<Up>");
    }
    session.sees("▸  Champion gone").keys("<Space>").sees("champion gone heard again");
    session.misses("Rules switched off").keys("z").sees("Champion left: T. Lee");
}

#[test]
fn what_was_written_down_lately_can_be_read() {
    let mut session = Session::acme();
    session.keys("apDana Berg<Ctrl-S>").keys(FILE).keys("z<End>");
    session.sees("Written down lately").sees("Dana Berg added at Acme");
    session.keys("u").misses("Written down lately");
}
