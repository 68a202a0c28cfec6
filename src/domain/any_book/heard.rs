//! What was heard from any account keeps to its ranges.

use super::{account, any_records};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::day::shift;
use crate::domain::feedback::complaint::ComplaintKind;
use crate::domain::feedback::security::RevenueState;
use crate::domain::feedback::view::feedback;
use crate::domain::rules::Rules;
use crate::domain::signal::trial::today;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_count_sums_and_every_share_is_one((status, tier, facts) in any_records(), agreed in 0_i64..400) {
        let mut records = account(1, status, tier, facts);
        records.account.feedback_agreed_on = (agreed > 200).then(|| shift(today(), -agreed));
        let rules = Rules::default();
        let standing = assess(&records, &Around::default(), &rules, today());
        let heard = feedback(&records, &standing, &rules, today());
        prop_assert_eq!(heard.nps.nps, standing.map.nps);
        prop_assert_eq!(heard.nps.answers, standing.map.answers[..3].iter().sum::<usize>());
        let response = &heard.response;
        prop_assert_eq!(response.asked, response.answered + response.silent.len());
        prop_assert_eq!(response.rate.is_none(), response.asked == 0);
        prop_assert!(response.rate.is_none_or(|rate| (0.0..=1.0).contains(&rate)));
        let asked: usize = response.levels.iter().map(|one| one.asked).sum();
        prop_assert_eq!(asked, response.asked);
        prop_assert!(heard.widest.as_ref().is_none_or(|one| (0..=200).contains(&one.apart)));
        prop_assert_eq!(heard.revenue.state == RevenueState::Unknown, !heard.revenue.heard);
        let agreement = &heard.agreement;
        prop_assert!(agreement.due.iter().all(|one| one.due_on <= today()));
        prop_assert!(agreement.next_on.is_none_or(|next| next > today()));
        prop_assert!(agreement.agreed_on.is_some() || agreement.due.is_empty());
        for one in &heard.complaints {
            prop_assert!(one.closed.as_ref().is_none_or(|end| end.on_date >= one.on_date));
        }
        let open = heard.complaints.iter().any(|one| {
            one.kind == ComplaintKind::Detractor && one.closed.is_none()
        });
        let told = standing.signals.iter().any(|one| one.code == "open-detractor");
        prop_assert_eq!(told, open && standing.in_book);
    }
}
