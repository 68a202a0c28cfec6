//! The tab History of an account, and the account as it was.

use super::session::Session;

#[test]
fn what_was_written_stands_on_a_tab_and_leads_to_the_day() {
    let mut session = Session::demo();
    session.keys(":what<Space>was<Space>written<Enter>").sees("▸History");
    session.sees("Demo book");
    session.sees("The journal of this book begins on");
    // What is written while it is open stands in it at once.
    session.keys("c").paste("contoso call \"budget frozen\" mood-1").keys("<Enter>");
    session.sees("Call with Contoso");
    session.sees("“budget frozen”");
    session.keys("<Home><Enter>");
    session.sees("As of 22 Nov 2026");
    session.sees("Who we know");
    session.keys("<Left>");
    session.sees("No review before it");
    session.keys("<Esc>u");
    session.sees("Taken back: Call with Contoso");
    session.sees("taken back 22 Nov");
}
