//! The tabs of accounts that nobody thought of.

use super::{any_records, record_of};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::guide::topics;
use crate::domain::page::{Case, Shape, Sheet};
use crate::domain::picture::picture;
use crate::domain::rules::Rules;
use crate::domain::signal::trial::today;
use proptest::prelude::*;

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
        let topics = topics(&rules, &[]);
        for sheet in [Sheet::Money, Sheet::Expand] {
            let page = sheet.page(&case);
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
                prop_assert!(new || !ground.says.is_empty() || !ground.proofs.is_empty(), "{}", entry.key);
                texts.extend(ground.says.iter().cloned());
                texts.extend(ground.proofs.iter().map(|proof| proof.text.clone()));
            }
            for text in texts {
                for wrong in ["NaN", " inf ", "None", "−0 ", "Some("] {
                    prop_assert!(!text.contains(wrong), "{text}");
                }
            }
        }
    }
}
