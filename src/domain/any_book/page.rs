//! The tabs of accounts, and the pages of books, that nobody thought of.

use super::{any_records, record_of};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::expansion::book::Tally;
use crate::domain::guide::topics;
use crate::domain::page::whole::{not_bought, opportunities, qbrs, tiers};
use crate::domain::page::{Case, Page, Shape, Sheet};
use crate::domain::picture::picture;
use crate::domain::revenue::offering::Offering;
use crate::domain::rules::Rules;
use crate::domain::signal::trial::today;
use proptest::prelude::*;

/// Each line says something, has a key of its own, and can be asked why.
pub(super) fn readable(page: &Page, rules: &Rules) -> Result<(), TestCaseError> {
    let topics = topics(rules, &[]);
    let mut texts = vec![page.figure.clone()];
    for line in &page.lines {
        match &line.shape {
            Shape::Title(spans) | Shape::Fact { spans, .. } => {
                prop_assert!(!spans.is_empty());
                texts.extend(spans.iter().map(|span| span.text.clone()));
            }
            Shape::Row(cells) => {
                let spans = cells.iter().flat_map(|cell| &cell.spans);
                texts.extend(spans.map(|span| span.text.clone()));
            }
            Shape::Prose(span) => texts.push(span.text.clone()),
            Shape::Gap => {}
        }
    }
    let mut keys: Vec<&str> = page.entries().map(|entry| entry.key.as_str()).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    prop_assert_eq!(keys.len(), all, "each line has a key of its own");
    for entry in page.entries() {
        let ground = &entry.ground;
        prop_assert!(topics.iter().any(|topic| topic.key == ground.topic), "{}", ground.topic);
        prop_assert!(!ground.title.is_empty() && !entry.key.is_empty());
        let new = entry.link.is_some_and(|link| link.id.is_none());
        let told = !ground.says.is_empty() || !ground.proofs.is_empty();
        prop_assert!(new || told, "{}", entry.key);
        texts.extend(ground.says.iter().cloned());
        texts.extend(ground.proofs.iter().map(|proof| proof.text.clone()));
    }
    for text in texts {
        for wrong in ["NaN", " inf ", "None", "−0 ", "Some(", "{"] {
            prop_assert!(!text.contains(wrong), "{text}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_line_is_readable_and_can_be_asked_why(facts in any_records()) {
        let (rules, around) = (Rules::default(), Around::default());
        let records = record_of(facts, 1);
        let standing = assess(&records, &around, &rules, today());
        let picture = picture(&records, &standing, &around, &rules, today());
        let case = Case {
            records: &records, standing: &standing, picture: &picture, rules: &rules, today: today(),
        };
        for sheet in [Sheet::Money, Sheet::Expand] {
            readable(&sheet.page(&case), &rules)?;
        }
    }

    #[test]
    fn what_could_grow_is_readable_and_no_opportunity_is_lost_or_told_twice(
        facts in proptest::collection::vec(any_records(), 0..6),
    ) {
        let (rules, around) = (Rules::default(), Around::default());
        let offering = Offering { id: Id(1), name: "Scan".to_owned(), archived_on: None };
        let mut tally = Tally::on(today(), vec![offering]);
        let (mut standings, mut open) = (Vec::new(), 0);
        for (facts, id) in facts.into_iter().zip(1..) {
            let records = record_of(facts, id);
            let standing = assess(&records, &around, &rules, today());
            let all = records.opportunities.iter();
            let theirs = all.filter(|one| crate::domain::expansion::verdict::open(one.stage)).count();
            open += if standing.in_book { theirs } else { 0 };
            tally.add(records, &standing, &rules);
            standings.push(standing);
        }
        let grown = tally.finish(&standings, &rules);
        prop_assert_eq!(grown.chances.len(), open);
        let page = opportunities::page(&grown, &rules);
        let told = page.entries().filter(|entry| entry.key.starts_with("opportunity ")).count();
        prop_assert_eq!(told, open);
        let known = grown.room.rows.len() + grown.room.unknown.len();
        prop_assert_eq!(known, grown.accounts, "each account stands in the table or is named");
        for page in [page, qbrs::page(&grown, &rules), not_bought::page(&grown), tiers::page(&grown, &rules)] {
            readable(&page, &rules)?;
        }
    }
}
