//! Accounts, contracts, revenue and own scores: added, edited, deleted, taken back and done again,
//! over a restart.

use super::Session;

/// The demo book with the focus on the money of the first account, on its contract.
fn money() -> Session {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab><Tab>]]]").sees("€940k a year now");
    session
}

/// The demo book with the focus on the dearest factor of the first account: Usage, measured.
fn score() -> Session {
    let mut session = Session::demo();
    session.keys("<Tab><Tab><Tab>").sees("Usage");
    session
}

#[test]
fn an_entry_of_revenue_comes_changes_and_goes() {
    let mut session = money();
    session.keys("ar40k<Ctrl-S>").sees("Contoso: expansion of €40k.").sees("─ €980k ─");
    session.keys("u").sees("Undone: “Contoso: expansion of €40k”").sees("─ €940k ─");
    session.keys("U").sees("─ €980k ─");
    let mut session = session.restart();
    // The tab is where it was left.
    session.keys("<Tab><Tab><Tab><Tab><End><Up><Up><Up><Up>").sees("▸  22 Nov      expansion");
    session.keys("e<End><Ctrl-U>60k<Ctrl-S>").sees("─ €1.00M ─");
    session.keys("d").sees("expansion of €60k on 22 Nov").sees("removed").sees("─ €940k ─");
    session.keys("u").sees("─ €1.00M ─").keys("U").sees("─ €940k ─");
}

#[test]
fn the_contract_says_by_when_to_act() {
    let mut session = money();
    session.keys("<Enter><End><Ctrl-U>30 jun 2027<Ctrl-S>");
    session.sees("Contoso: contract ends 30 Jun 2027, act by 1 May 2027.").sees("(160 d)");
    session.keys("d").sees("Contoso: contract removed.").sees("no end date");
    session.keys("u").sees("(160 d)");
    session.keys("u").sees("(69 d)");
    let mut session = session.restart();
    session.sees("(69 d)").keys("U").sees("(160 d)");
}

#[test]
fn a_digit_scores_the_factor_at_once() {
    let mut session = score();
    // Pulse is 5 of mine: 4 neither crosses 6 nor contradicts a record.
    session.keys("<Down><Down>4").sees("Contoso: Pulse 4.").sees("5.2 → 5.0");
    session.keys("4").sees("Pulse is 4 already, said today.");
    session.keys("u").sees("5.0 → 5.2").keys("U").sees("5.2 → 5.0");
}

#[test]
fn a_digit_against_the_records_asks_for_a_word() {
    let mut session = score();
    session.keys("8").sees("The records say 4.0, you say 8.");
    session.keys("new site<Ctrl-S>").sees("Contoso: Usage 8.");
    let mut session = session.restart();
    session.keys("<Tab><Tab><Tab><End>");
    session.keys("u").sees("Undone: “Contoso: Usage 8”").keys("U").sees("Done again");
}

#[test]
fn an_own_score_is_taken_away_again() {
    let mut session = score();
    session.keys("4").sees("Contoso: Usage 4.");
    session.keys("d").sees("Contoso: own score Usage 4 removed.");
    session.keys("d").sees("Usage holds no score of your own; a digit gives one.");
}

#[test]
fn an_account_comes_and_changes() {
    let mut session = Session::demo();
    session.keys("]]]aaTailspin Toys<Ctrl-S>").sees("Tailspin Toys added.").sees("23 accounts");
    // It is the one to go on with.
    session.sees("▸Tailspin Toys").sees("No revenue on record yet.").sees("+ first entry");
    session.keys("u").sees("Undone: “Tailspin Toys added”").sees("22 accounts");
    session.keys("U").sees("23 accounts").sees("▸Tailspin Toys");
    session.keys("<Home>e<End> AG<Ctrl-S>").sees("Contoso AG: name, was Contoso.");
    let mut session = session.restart();
    session.sees("▸Contoso AG ").sees("23 accounts").keys("u").sees("▸Contoso  ");
}

#[test]
fn nothing_of_a_form_that_is_wrong_is_written() {
    let mut session = Session::demo();
    session.keys("aaLitware<Ctrl-S>").sees("another account has this name");
    session.keys("<Esc>").sees("22 accounts");
}

#[test]
fn what_goes_with_an_account_is_told_before() {
    let mut session = Session::demo();
    session.keys("d").sees("Remove Contoso?").sees("and 1 contract");
    session.keys("<Enter>").misses("Remove Contoso?").sees("22 accounts");
    session.keys("d<Down><Enter>").sees("21 accounts").keys("u").sees("▸Contoso  ");
    session.keys("d<Down><Down><Enter>").sees("21 accounts").misses("Contoso  ");
    let mut session = session.restart();
    session.sees("21 accounts").keys("u").sees("22 accounts").sees("Contoso  ");
    session.keys("U").sees("21 accounts");
}

#[test]
fn the_last_score_is_given_again_elsewhere() {
    let mut session = score();
    session.keys("<Down><Down>4").sees("Contoso: Pulse 4.");
    session.keys("<Tab><Tab><Down>.").sees("It was 6.0 and falls under 6");
    session.keys("<Enter>").sees("Litware: Pulse 4.");
}
