//! What became of the revenue, by keys: another period, a longer one, a tier, a typed one, and the
//! accounts behind each figure.

use super::session::Session;
use super::sizes::kept;

/// The page of retention, from the start of the program.
const THERE: &str = "g2<Tab><Tab><Tab><Tab>";

fn there() -> Session {
    let mut session = Session::demo();
    session.keys(THERE).sees("The last 365 days");
    session
}

#[test]
fn the_arrows_go_from_period_to_period_and_plus_and_minus_make_it_longer_and_shorter() {
    let mut session = there();
    session.sees("23 Nov 2025 to 22 Nov · all accounts").sees("NRR 109 %");
    session.keys("<Right>").sees("This one ends today.").sees("The last 365 days");
    session.keys("<Left>").sees("365 days to 22 Nov 2025  23 Nov 2024 to 22 Nov 2025");
    session.keys("<Right>-").sees("2026 so far  1 Jan to 22 Nov");
    session.keys("--").sees("2026-Q4 so far  1 Oct to 22 Nov (53 d)");
    session.keys("<Left>").sees("2026-Q3  1 Jul to 30 Sep (92 d)");
    session.keys("-<Left>").sees("August 2026  1 Aug to 31 Aug (31 d)");
    session.keys("-").sees("A month is the shortest.");
    session.keys("+++++").sees("Everything  since ");
    session.keys("+").sees("This is all there is.");
    session.keys("<Esc>").sees("The last 365 days");
}

#[test]
fn before_the_first_entry_there_is_no_period() {
    let mut session = there();
    for _ in 0..12 {
        session.keys("<Left>");
    }
    session.sees("No revenue is recorded before ").sees("365 days to 23 Nov 2020");
}

#[test]
fn a_typed_period_is_looked_at() {
    let mut session = there();
    session.keys("e").sees("Which period").sees("2026-Q3");
    session.keys("1 jan to 31 mar").sees("1 Jan to 31 Mar");
    session.keys("<Enter>").sees("90 days  1 Jan to 31 Mar · all accounts");
    session.keys("eq3<Enter>").sees("2026-Q3  1 Jul to 30 Sep");
    session.keys("enonsense<Enter>").sees("Which period");
    session.keys("<Esc>").sees("2026-Q3  1 Jul to 30 Sep");
}

#[test]
fn a_tier_is_a_page_of_its_own() {
    let mut session = there();
    session.keys("L").sees("· strategic").sees("NRR 109 %").misses("By tier");
    session.keys("L").sees("· growth").sees("NRR 110 %");
    session.keys("<Esc>").sees("all accounts");
    session.keys("LLL").sees("· maintenance").keys("L").sees("all accounts").sees("By tier");
    let screen = session.draw(120, 60);
    let at = screen.lines().filter(|line| !line.trim_matches(['┃', '▸', ' ']).is_empty());
    assert!(
        at.clone().any(|line| line.contains("strategic") && line.contains("109 %")),
        "{screen}"
    );
    // 8 lines of the bridge, 6 of what was kept, then the tiers.
    for _ in 0..15 {
        session.keys("<Down>");
    }
    session.keys("<Enter>").sees("· growth").sees("NRR 110 %");
}

#[test]
fn each_figure_opens_its_accounts_and_they_the_book() {
    let mut session = there();
    for _ in 0..6 {
        session.keys("<Down>");
    }
    session.sees("What the accounts paid that pay nothing any more.");
    session.keys("w").sees("Why churn").sees("→ 0");
    session.keys("<Enter>").misses("Why churn");
    session.sees("Southridge Video ─ Maintenance").sees("Who we know");
}

#[test]
fn the_page_says_what_an_empty_book_lacks() {
    let mut session = Session::acme();
    session.keys(THERE).sees("No account paid anything in this period");
    session.keys("+<Left>").sees("This is all there is.").sees("nothing recorded yet");
}

#[test]
fn the_page_as_it_is_drawn() {
    let mut session = there();
    kept("retention-80x24", &session.draw(80, 24));
    kept("retention-120x36", &session.draw(120, 36));
}
