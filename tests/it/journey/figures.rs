//! Every line of every tab says what it stands on, and ends at its records.

use super::session::Session;
use trellis::domain::guide::topics;
use trellis::domain::page::{Entry, Sheet};
use trellis::tui::keymap::Context;

/// Down to the first line of a tab, which is so many tabs behind the plan.
fn tab(session: &mut Session, behind: usize) {
    session.keys("<Esc><Esc><Tab><Tab><Tab><Tab>").keys(&"]".repeat(behind));
}

fn entries(session: &Session, sheet: Sheet) -> Vec<Entry> {
    let sight = session.bench.app.shown.sight();
    sight.page(sheet).map(|page| page.entries().cloned().collect()).unwrap_or_default()
}

#[test]
fn every_figure_of_the_demo_book_says_what_it_stands_on() {
    let mut session = Session::demo();
    let sight = session.bench.app.shown.sight();
    let topics = topics(sight.rules, sight.shelf.all());
    let accounts = sight.whole.rows.len();
    assert!(accounts > 20);
    for _ in 0..accounts {
        let name = session.bench.app.shown.dossier.as_ref().expect("read").standing.name.clone();
        for sheet in Sheet::ALL {
            let mut keys = Vec::new();
            for entry in entries(&session, *sheet) {
                let whose = format!("{name}, {sheet}, {}", entry.key);
                let ground = &entry.ground;
                assert!(!keys.contains(&entry.key), "{whose}: twice");
                keys.push(entry.key.clone());
                assert!(!ground.title.is_empty(), "{whose}: no title");
                let known = topics.iter().any(|topic| topic.key == ground.topic);
                assert!(known, "{whose}: the guide has no “{}”", ground.topic);
                let new = entry.link.is_some_and(|link| link.id.is_none());
                let told =
                    !ground.says.is_empty() || ground.proofs.iter().any(|one| one.link.is_some());
                assert!(new || told, "{whose}: nothing behind it");
            }
        }
        session.keys("<Down>");
    }
}

#[test]
fn w_on_every_line_of_every_tab_ends_at_its_records() {
    let mut session = Session::demo();
    let accounts = session.bench.app.shown.sight().whole.rows.len();
    for account in 0..accounts {
        for behind in 0..6 {
            tab(&mut session, behind);
            // Each line once; at the end of the tab the last one again.
            for line in 0..40 {
                if line > 0 {
                    session.keys("<Down>");
                }
                session.keys("w");
                let context = session.bench.app.context();
                let why = matches!(context, Context::Why | Context::WhatIf);
                assert!(why, "account {account}, tab {behind}, line {line}: {context:?}");
                session.keys("<Esc>");
            }
            session.keys(&"[".repeat(behind));
        }
        session.keys("<Esc><Down>");
    }
}

#[test]
fn enter_in_an_explanation_opens_the_record() {
    let mut session = Session::demo();
    // The plan of Contoso: its first step, its cycle.
    tab(&mut session, 0);
    session.keys("w").sees("Why ").sees("Contoso").sees("▸ the step:");
    session.keys("<Enter>").sees("Ctrl-S").keys("<Esc>");
    session.keys("<End>w").sees("Completion").sees("in time:").keys("<Enter>").sees("Ctrl-S");
    session.keys("<Esc>");
    // A talk of the log.
    session.keys("]w").sees("mood −1").sees("Two-way").sees("budget frozen");
    session.keys("<Enter>").sees("Ctrl-S").keys("<Esc>");
    // Somebody on the map, and an empty seat.
    session.keys("<Esc><Tab><Tab>w").sees("Freshness").sees("the record of the person");
    session.keys("<Enter>").sees("Ctrl-S").keys("<Esc>");
}

#[test]
fn help_begins_with_what_is_chosen_and_explains_any_word() {
    let mut session = Session::demo();
    session.keys("<Tab>?").sees("Champion gone").sees("Nobody speaks for us inside any more");
    session.keys("<Enter>").sees("What it means").sees("It is a signal of now").keys("<Esc>");
    session.keys("<Tab>?").sees("Seat").sees("The empty one is your next introduction");
    session.keys("<Esc><Tab>?").sees("(factor)").keys("<Esc>");
    session.keys(":coverage<Enter>").sees("What it means").sees("It goes with:");
    session.keys("<Down><Enter>").sees("What it means").keys("<Esc>").misses("What it means");
}
