//! What must hold of the renewal, the forecasts, our side and the risk review of any records.

use super::{any_records, record_of};
use crate::domain::account::Status;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::completeness::completeness;
use crate::domain::rules::Rules;
use crate::domain::score::factor::Case;
use crate::domain::score::holding::holding;
use crate::domain::signal::trial::today;
use crate::domain::{forecast, ours, renewal, risk};
use proptest::prelude::*;

/// A sentence without holes.
fn whole(text: &str) -> bool {
    let wrong = ["NaN", " inf ", "None", "  ", " .", "..", " -", "; ;", ": ;", ": ."];
    !text.is_empty() && wrong.iter().all(|wrong| !text.contains(wrong))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_view_of_it_is_whole(facts in any_records()) {
        let rules = Rules::default();
        let records = record_of(facts, 1);
        let standing = assess(&records, &Around::default(), &rules, today());
        let renewal = renewal::view(&records, &rules, today());
        let forecast = forecast::view(&records, &rules, today());
        let risk = risk::view(&records, &standing.score, &rules, today());
        let ours = ours::view(&records, &rules, today());
        let case = Case { records: &records, map: &standing.map, rules: &rules, today: today() };
        let held = holding(&case);
        let texts = [&renewal.text, &risk.text]
            .into_iter()
            .chain(renewal.dates.as_ref())
            .chain(renewal.notice.as_ref())
            .chain(forecast.ask.as_ref().map(|ask| &ask.text))
            .chain(forecast.loss.as_ref().map(|loss| &loss.text))
            .chain(forecast.said.iter().map(|said| &said.text))
            .chain(ours.sponsors.iter().map(|pair| &pair.text))
            .chain(ours.promises.iter().map(|promise| &promise.text))
            .chain(held.iter().map(|one| &one.text));
        for text in texts {
            prop_assert!(whole(text), "{text}");
        }
        prop_assert!(renewal.act_by.is_none_or(|act| act.act_by <= act.ends_on));
        prop_assert!(renewal.question.is_none_or(|asked| asked.since <= today()));
        prop_assert!(forecast.hit.is_none_or(|hit| (0.0..=1.0).contains(&hit.mean_squared)));
        let squares = forecast.said.iter().filter_map(|said| said.squared);
        prop_assert!(squares.into_iter().all(|square| (0.0..=1.0).contains(&square)));
        let under_risk = standing.score.band == Some(crate::domain::score::Band::Risk);
        let by_hand = records.risk_reviews.len() + records.closings.len();
        let client = matches!(records.status(today()), Status::Active | Status::Notified);
        prop_assert!(!risk.open || client);
        prop_assert!(risk.open || !client || !under_risk || by_hand > 0, "{}", risk.text);
        for pair in &ours.sponsors {
            let told = pair.criteria.iter().filter(|one| one.met == Some(false)).count();
            prop_assert_eq!(pair.met + pair.unknown + told, 4);
            prop_assert!(pair.silent_for >= 0);
        }
        let complete = completeness(&records, today());
        prop_assert_eq!(complete.filled + complete.missing.len(), complete.of);
        prop_assert!((0.0..=1.0).contains(&complete.share));
    }
}
