//! Names and money hidden: nothing of them is left on any screen, and nothing can be changed.

use super::session::{Session, now, today};
use trellis::desk::Act;
use trellis::domain::account::goal::Goal;
use trellis::domain::account::risk_review::RiskReview;
use trellis::domain::account::{Account, Tier};
use trellis::domain::cell::Id;
use trellis::domain::contact::Contact;
use trellis::domain::feedback::Answer;
use trellis::domain::ours::colleague::Colleague;
use trellis::domain::ours::tier_silence::{self, TierSilence};
use trellis::domain::plan::priority::Priority;
use trellis::domain::plan::step::Step;
use trellis::domain::revenue::opportunity::Opportunity;
use trellis::domain::revenue::value_item::ValueItem;
use trellis::domain::talk::Talk;
use trellis::tui::errand::Errand;

/// Everything in the book that tells who is who.
fn secrets(session: &Session) -> Vec<String> {
    let reading = &session.bench.reading;
    let accounts = reading.every::<Account>().expect("accounts");
    let people = reading.every::<Contact>().expect("people");
    let talks = reading.every::<Talk>().expect("talks");
    let steps = reading.every::<Step>().expect("steps");
    let mut secrets: Vec<String> = accounts.into_iter().map(|account| account.name).collect();
    secrets.extend(people.into_iter().flat_map(|person| {
        // A family name is enough to know somebody.
        let family = person.name.split_whitespace().last().map(str::to_owned);
        [Some(person.name), family, person.email].into_iter().flatten()
    }));
    secrets.extend(talks.into_iter().flat_map(|talk| [Some(talk.summary), talk.quote]).flatten());
    secrets.extend(steps.into_iter().map(|step| step.title));
    let opportunities = reading.every::<Opportunity>().expect("opportunities");
    secrets.extend(opportunities.into_iter().map(|one| one.title));
    let goals = reading.every::<Goal>().expect("goals");
    secrets.extend(goals.into_iter().map(|goal| goal.title));
    let priorities = reading.every::<Priority>().expect("priorities");
    secrets.extend(priorities.into_iter().map(|priority| priority.title));
    let colleagues = reading.every::<Colleague>().expect("colleagues");
    secrets.extend(colleagues.into_iter().map(|colleague| colleague.name));
    let answers = reading.every::<Answer>().expect("answers");
    secrets.extend(answers.into_iter().filter_map(|answer| answer.why));
    let values = reading.every::<ValueItem>().expect("results");
    secrets.extend(values.into_iter().flat_map(|item| [item.note, item.source]).flatten());
    let risks = reading.every::<RiskReview>().expect("risk reviews");
    secrets.extend(risks.into_iter().filter_map(|review| review.exit_criterion));
    // Short words stand in labels as well.
    secrets.retain(|secret| secret.chars().count() > 3);
    // The name of one step is what the program itself calls such a talk.
    secrets.retain(|secret| secret != "strategic review");
    assert!(secrets.len() > 200, "{}", secrets.len());
    secrets
}

fn told(screen: &str, secrets: &[String]) -> Vec<String> {
    let shown = |secret: &&String| screen.contains(secret.as_str());
    secrets
        .iter()
        .filter(shown)
        .cloned()
        .chain(screen.contains('€').then(|| "€".to_owned()))
        .collect()
}

#[test]
fn nobody_is_named_on_any_screen() {
    let mut session = Session::demo();
    let secrets = secrets(&session);
    assert!(told(&session.draw(120, 36), &secrets).len() > 10);
    session.keys("m").sees("Names and money are hidden");
    for account in 0..8 {
        for keys in ["", "]", "]", "z", "z", "L", "L", "L", "L", "w", "<Esc>", "?", "<Esc>"] {
            session.keys(keys);
            for (width, height) in [(80, 24), (160, 48)] {
                let screen = session.draw(width, height);
                let told = told(&screen, &secrets);
                assert!(told.is_empty(), "account {account} after {keys}: {told:?}\n{screen}");
            }
        }
        session.keys("[[");
        for pane in 0..5 {
            session.keys("<Tab><Enter>");
            let screen = session.draw(120, 36);
            let told = told(&screen, &secrets);
            assert!(told.is_empty(), "account {account}, pane {pane}: {told:?}\n{screen}");
            session.keys("<Esc><Esc>");
        }
        session.keys("<Home>");
        for _ in 0..=account {
            session.keys("<Down><Down><Down>");
        }
    }
    session.keys("m").sees("€").misses("hidden");
}

#[test]
fn what_is_hidden_keeps_its_figures_and_its_numbers() {
    let mut session = Session::demo();
    let open = session.draw(120, 36);
    session.keys("m");
    let hidden = session.draw(120, 36);
    session.keys("m<Down><Up>m");
    assert_eq!(session.draw(120, 36), hidden);
    for figure in ["Score 5.2", "coverage 51 %", "69 d"] {
        assert!(open.contains(figure) && hidden.contains(figure), "{figure}\n{hidden}");
    }
}

#[test]
fn nothing_is_written_while_names_are_hidden() {
    let mut session = Session::demo();
    let before = session.bench.reading.last_step().expect("a number");
    session.keys("m");
    for keys in ["e", "d", "u", "U", "ap", "<Tab><Tab>=", "<Space>", "<Tab>5", "<Tab><Space>"] {
        session.keys(keys).keys("<Enter><Enter><Esc><Esc><Esc>");
    }
    let asked = session.errands.iter().any(|errand| !matches!(errand, Errand::Redraw));
    assert!(!asked, "{:?}", session.errands);
    assert_eq!(session.bench.reading.last_step().expect("a number"), before);
    session.keys("e").sees("so nothing is changed");
}

#[test]
fn a_name_in_the_filter_goes_with_the_names() {
    let mut session = Session::demo();
    session.keys("/tier:s<Enter>m").sees("━ tier:s ━").sees(" 4/24 ").keys("m");
    session.keys("/<Ctrl-U>contoso<Enter>").sees(" 1/24 ").keys("m");
    session.misses("contoso").sees(" 24/24 ").sees("┌ Account 1 ─");
}

#[test]
fn no_tab_and_no_layer_names_anybody() {
    let mut session = Session::demo();
    let secrets = secrets(&session);
    session.keys("m");
    let accounts = session.bench.app.shown.sight().whole.rows.len();
    let mut drawn = 0;
    for account in 0..accounts {
        for behind in 0..6 {
            session.keys("<Tab><Tab><Tab><Tab>z");
            session.keys(&"]".repeat(behind));
            for keys in ["", "<PgDn>", "w", "<Esc><End>", "w", "<Esc>?", "<Esc>"] {
                session.keys(keys);
                let screen = session.draw(160, 60);
                let told = told(&screen, &secrets);
                let whose = format!("account {account}, tab {behind} after {keys}");
                assert!(told.is_empty(), "{whose}: {told:?}\n{screen}");
                drawn += 1;
            }
            session.keys(&"[".repeat(behind)).keys("<Esc><Esc><Esc>");
        }
        for keys in ["b", "b<End>", "p", "p<Enter>", "y", "a", "c", "w", "w<Enter>", "?", "Z", "N"]
        {
            let screen = session.keys(keys).draw(160, 60);
            let told = told(&screen, &secrets);
            assert!(told.is_empty(), "account {account} after {keys}: {told:?}\n{screen}");
            session.keys("<Esc><Esc><Esc><Esc>");
        }
        session.keys("<Down>");
    }
    assert_eq!(drawn, accounts * 42);
}

#[test]
fn no_page_of_the_whole_book_names_anybody() {
    let mut session = Session::demo();
    let secrets = secrets(&session);
    session.keys("m");
    for (view, pages) in [("2", 8), ("5", 4)] {
        for page in 0..pages {
            for keys in ["", "<Down>", "w", "<End>", "w", "?", "<Home>"] {
                // Esc out of a layer, or out of the view: it is found again on the same page.
                let screen = session.keys(view).keys(keys).draw(160, 60);
                let told = told(&screen, &secrets);
                assert!(told.is_empty(), "{view}, page {page} after {keys}: {told:?}\n{screen}");
                session.keys("<Esc>");
            }
            session.keys(view).keys("<Tab>");
        }
    }
}

/// What somebody wrote of a whole tier stands beside the records of each account.
#[test]
fn why_a_rule_is_off_for_a_tier_is_hidden_too() {
    let mut session = Session::demo();
    let silence = TierSilence {
        id: Id(-1),
        tier: Tier::Strategic,
        code: "no-value".to_owned(),
        since_on: today(),
        until_on: None,
        reason: Some("merger talks".to_owned()),
    };
    let change = tier_silence::Change::Added(silence).into();
    session.desk.commit(&Act::edit("Off", None), &[change], now()).expect("written");
    session.bench.read_all().expect("read");
    session.keys("<Tab><Tab><Tab><Tab><Left><Left>z<End>").sees("merger talks");
    session.keys("m").sees("Names and money are hidden");
    session.keys("z").misses("merger talks").keys("z<End>").misses("merger talks");
}
