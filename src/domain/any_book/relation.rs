//! Facts of the relationship for books that nobody thought of.

use super::{Fact, pick};
use crate::domain::account::risk_review::{RiskReview, RootCause};
use crate::domain::cell::Id;
use crate::domain::feedback::closing::Closing;
use crate::domain::growth::discovery::Discovery;
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::growth::qualification::Qualification;
use crate::domain::money::Currency;
use crate::domain::ours::sponsor_pair::SponsorPair;
use crate::domain::plan::step::MeetingType;
use crate::domain::records::Records;
use crate::domain::revenue::ask::{Ask, AskKind};
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::revenue::value_item::{ValueItem, ValueResult};
use crate::domain::signal::trial::today;
use chrono::Duration;
use std::cmp::Reverse;

/// Kinds of facts there are here.
pub(super) const KINDS: u8 = 10;

/// What a column of numbers can hold: the file keeps all but NaN.
const AMOUNTS: [f64; 6] = [0.0, -0.0, 12.5, f64::MAX, f64::INFINITY, f64::NEG_INFINITY];

pub(super) fn add(records: &mut Records, id: Id, (what, days, figure, which): Fact) {
    let on_date = today() - Duration::days(days);
    let account_id = records.account.id;
    let someone = records.contacts.get(which).map(|contact| contact.id);
    let said = (figure % 3 != 0).then(|| "so they said".to_owned());
    let yes = [None, Some(true), Some(false)];
    match what % KINDS {
        0 | 1 => {
            let mut deal = Opportunity::titled("more", Some(account_id), on_date);
            deal.id = id;
            deal.stage = pick(OpportunityStage::ALL, which);
            deal.amount = (figure > -2).then_some(figure * 1_000_000);
            deal.currency = deal.amount.map(|_| Currency::EUR);
            deal.ease = (1..=5).contains(&figure).then_some(figure);
            deal.champion_id = someone;
            deal.solves_problem = pick(&yes, which);
            deal.voiced_interest = pick(&yes, which + 1);
            deal.timing_right = pick(&yes, figure.unsigned_abs() as usize);
            deal.deliverable = pick(&yes, which + 2);
            deal.fits_goals = Some(true);
            deal.next_talk_on = (figure > 5).then_some(today() + Duration::days(figure));
            records.opportunities.push(deal);
        }
        2 => records.loyalty.push(Loyalty {
            id,
            account_id,
            step: figure.clamp(1, 3),
            evidence: "they said so".to_owned(),
            on_date,
        }),
        3 => records.discoveries.push(Discovery {
            id,
            success: said.clone(),
            frustrated: said,
            workshop: figure > 0,
            ..Discovery::on(account_id, on_date)
        }),
        4 => records.qualifications.push(Qualification {
            id,
            account_id,
            on_date,
            realistic: figure > 0,
            why: said,
        }),
        5 => records.values.push(ValueItem {
            id,
            account_id,
            on_date,
            result: pick(ValueResult::ALL, which),
            amount: (figure > 0).then(|| pick(&AMOUNTS, which)),
            unit: said,
            source: None,
            confirmed_by: someone,
            confirmed_on: (figure > 3).then_some(on_date),
            note: None,
        }),
        6 => records.forecasts.push(Forecast {
            id,
            account_id,
            on_date,
            ends_on: today() + Duration::days(figure * 20),
            outcome: pick(Outcome::ALL, which),
            probability: (figure * 9).clamp(0, 100),
            new_amount: (figure > 0).then_some(figure * 1_000_000),
            currency: (figure > 0).then_some(Currency::EUR),
            note: None,
        }),
        7 => {
            let kind = pick(AskKind::ALL, which);
            let (granted, contact_id) = (pick(&yes, which), someone);
            records.asks.push(Ask {
                id,
                account_id,
                contact_id,
                on_date,
                kind,
                granted,
                note: None,
            });
            records.held.push((pick(MeetingType::ALL, which), on_date));
        }
        8 => records.sponsors.extend(someone.map(|contact_id| SponsorPair {
            id,
            account_id,
            contact_id,
            colleague_id: None,
            senior: pick(&yes, which),
            stake: Some(figure > 0),
            respected: None,
            has_time: Some(true),
            since_on: on_date,
            ended_on: (figure > 8).then_some(today()),
            note: None,
        })),
        _ => {
            let code = pick(&["upset", "open-detractor", "health-risk"], which).to_owned();
            let reason = "settled".to_owned();
            records.closings.push(Closing {
                id,
                account_id,
                contact_id: someone,
                code,
                on_date,
                reason,
            });
            records.risk_reviews.push(RiskReview {
                id,
                account_id,
                opened_on: on_date,
                cause: Some(pick(RootCause::ALL, which)),
                exit_criterion: said,
                checkpoints: None,
                colleague_id: None,
                closed_on: (figure > 4).then_some(today()),
                close_reason: None,
            });
        }
    }
}

/// The orders that records promise.
pub(super) fn order(records: &mut Records) {
    records.loyalty.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.discoveries.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.qualifications.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.values.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.forecasts.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.asks.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.closings.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.risk_reviews.sort_by_key(|one| Reverse((one.opened_on, one.id)));
}
