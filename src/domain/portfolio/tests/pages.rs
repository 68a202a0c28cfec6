//! What the pages say of the book that was counted by hand.

use super::*;
use crate::domain::page::whole::{ladder, runway, time as hours};
use crate::domain::page::{Page, Shape};

/// Line by line, one word after the other.
fn told(page: &Page) -> Vec<String> {
    let line = |shape: &Shape| -> String {
        let texts: Vec<String> = match shape {
            Shape::Title(spans) => spans.iter().map(|span| span.text.clone()).collect(),
            Shape::Fact { label, spans } => {
                let said: String = spans.iter().map(|span| span.text.as_str()).collect();
                vec![label.clone(), said]
            }
            Shape::Row(cells) => {
                let cell = |spans: &[crate::domain::page::Span]| {
                    spans.iter().map(|span| span.text.as_str()).collect::<String>()
                };
                cells.iter().map(|one| cell(&one.spans)).collect()
            }
            Shape::Prose(span) => vec![span.text.clone()],
            Shape::Gap => Vec::new(),
        };
        texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.lines.iter().map(|one| line(&one.shape)).collect()
}

fn has(page: &Page, text: &str) {
    let lines = told(page);
    assert!(lines.iter().any(|line| line.contains(text)), "{text} in {lines:#?}");
}

#[test]
fn in_a_small_book_the_counts_stand_beside_the_percentages() {
    let page = ladder::page(&seen(&book(), &[9.0, 5.9, 9.0, 9.0], &[]));
    has(&page, "heard from 85 % (3 of 6) of the ARR · aim 80 % · 3 accounts silent");
    has(&page, "concentration largest 50 % (1 of 4) · five largest 100 % (4 of 4)");
    has(&page, "key accounts 2 make 80 % · from €300 up · budget €80 to €120");
    has(&page, "left out 1 account: no rate for SEK");
    has(&page, "── 2 accounts above this line carry 80 % of the ARR ──");
    has(&page, "A4 ▉ 50 5 % 100 % question at risk");
    has(&page, "A5 – – – no answer unknown");
}

#[test]
fn every_figure_opens_the_accounts_behind_it() {
    let seen = seen(&book(), &[9.0, 5.9, 9.0, 9.0], &[]);
    let pages =
        [ladder::page(&seen), hours::page(&seen, hours::Order::Balance), runway::page(&seen)];
    for page in &pages {
        let mut keys: Vec<&str> = page.entries().map(|one| one.key.as_str()).collect();
        keys.sort_unstable();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count, "each line has a key of its own");
        let mut plays = page.entries().filter_map(|one| one.whom.as_ref()?.playbook);
        assert!(plays.all(|name| !name.contains('-')), "a name, not a file");
        for entry in page.entries().filter(|one| one.key != "runway") {
            let ground = &entry.ground;
            assert!(!ground.says.is_empty() && !ground.topic.is_empty(), "{}", entry.key);
            assert!(!ground.proofs.is_empty(), "{} stands on nothing", entry.key);
            assert!(ground.proofs.iter().all(|one| one.account.is_some()), "{}", entry.key);
        }
    }
    let risky = pages[0].entries().find(|one| one.key == "at risk").expect("a line");
    let behind: Vec<Option<Id>> = risky.ground.proofs.iter().map(|one| one.account).collect();
    assert_eq!(behind, [Some(Id(2)), Some(Id(4))]);
}

#[test]
fn a_book_too_healthy_and_time_that_nobody_wrote_down_are_said() {
    let mut book = book();
    for one in &mut book {
        one.talks.clear();
    }
    let page = hours::page(&seen(&book, &[9.0; 6], &[]), hours::Order::Balance);
    has(&page, "too good? 6 of 6 judged accounts are healthy (100 %)");
    has(&page, "the time is not known");
    has(&page, "0 of 6 out of proportion");
}
