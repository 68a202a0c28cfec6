//! Random changes of what belongs to the relationship with an account.

use super::act::{Act, pick};
use super::today;
use rusqlite::Connection;
use trellis::domain::account::Tier;
use trellis::domain::account::risk_review::{self, RiskReview, RootCause};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::feedback::closing::{self, Closing};
use trellis::domain::growth::{discovery, loyalty, qualification};
use trellis::domain::ours::{away, colleague, sponsor_pair, team_member, tier_silence};
use trellis::domain::revenue::{
    ask, forecast, offering, opportunity, unit, value_item, whitespace,
};

/// Kinds of acts there are here.
pub const KINDS: u8 = 12;

/// What the act comes to; nothing where there is no record to pick.
pub fn changes(connection: &Connection, act: &Act, new: Id) -> Option<Vec<Change>> {
    let pick = |table, selector| pick(connection, table, selector);
    let (which, other) = (act.which, act.other);
    let text = if act.text.is_empty() { "x".to_owned() } else { act.text.clone() };
    let optional = (other % 3 != 0).then(|| text.clone());
    let on_date = today() - chrono::TimeDelta::days(i64::from(other));
    let account_id = pick("account", which)?;
    let yes = Some(other % 2 == 0);
    Some(match act.what % KINDS {
        0 => vec![
            colleague::Change::Added(colleague::Colleague {
                id: new,
                name: text,
                function: optional,
                email: None,
                note: None,
                archived_on: None,
            })
            .into(),
            team_member::Change::Added(team_member::TeamMember {
                id: Id(0),
                account_id,
                colleague_id: new,
                part: None,
            })
            .into(),
        ],
        1 => vec![
            sponsor_pair::Change::Added(sponsor_pair::SponsorPair {
                id: Id(0),
                account_id,
                contact_id: pick("contact", other)?,
                colleague_id: pick("colleague", which),
                senior: yes,
                stake: None,
                respected: yes,
                has_time: None,
                since_on: on_date,
                ended_on: None,
                note: optional,
            })
            .into(),
        ],
        2 => vec![colleague::Change::Removed(pick("colleague", which)?).into()],
        3 => vec![
            closing::Change::Added(Closing {
                id: Id(0),
                account_id,
                contact_id: pick("contact", other),
                code: "upset".to_owned(),
                on_date,
                reason: text.clone(),
            })
            .into(),
            risk_review::Change::Added(RiskReview {
                id: Id(0),
                account_id,
                opened_on: on_date,
                cause: Some(RootCause::Service),
                exit_criterion: optional,
                checkpoints: None,
                colleague_id: pick("colleague", other),
                closed_on: None,
                close_reason: None,
            })
            .into(),
        ],
        4 => vec![
            loyalty::Change::Added(loyalty::Loyalty {
                id: Id(0),
                account_id,
                step: i64::from(other % 3) + 1,
                evidence: text,
                on_date,
            })
            .into(),
            qualification::Change::Added(qualification::Qualification {
                id: Id(0),
                account_id,
                on_date,
                realistic: other % 2 == 0,
                why: optional,
            })
            .into(),
        ],
        5 => vec![
            discovery::Change::Added(discovery::Discovery {
                id: Id(0),
                account_id,
                on_date,
                success: optional.clone(),
                obstacles: None,
                measured: None,
                worked: None,
                frustrated: Some(text),
                objectives: None,
                pain_points: optional,
                success_metrics: None,
                asked_for: None,
                real_need: None,
                workshop: other % 2 == 0,
                note: None,
            })
            .into(),
        ],
        6 => {
            let mut deal = opportunity::Opportunity::titled(&text, Some(account_id), on_date);
            deal.id = new;
            deal.ease = Some(i64::from(other % 5) + 1);
            deal.solves_problem = yes;
            deal.case_text = optional;
            vec![
                opportunity::Change::Added(deal).into(),
                offering::Change::Added(offering::Offering {
                    id: Id(new.0 - 1_000),
                    name: text.clone(),
                    archived_on: None,
                })
                .into(),
                unit::Change::Added(unit::Unit { id: Id(new.0 - 2_000), account_id, name: text })
                    .into(),
                whitespace::Change::Added(whitespace::Whitespace {
                    id: Id(0),
                    account_id,
                    unit_id: Id(new.0 - 2_000),
                    offering_id: Id(new.0 - 1_000),
                    state: whitespace::WhitespaceState::Open,
                    opportunity_id: Some(new),
                    note: None,
                })
                .into(),
            ]
        }
        7 => vec![opportunity::Change::Removed(pick("opportunity", which)?).into()],
        8 => vec![
            value_item::Change::Added(value_item::ValueItem {
                id: Id(0),
                account_id,
                on_date,
                result: value_item::ValueResult::TimeSaved,
                amount: Some(act.number),
                unit: optional,
                source: None,
                confirmed_by: pick("contact", other),
                confirmed_on: Some(on_date),
                note: None,
            })
            .into(),
            ask::Change::Added(ask::Ask {
                id: Id(0),
                account_id,
                contact_id: pick("contact", other),
                on_date,
                kind: ask::AskKind::Referral,
                granted: yes,
                note: None,
            })
            .into(),
        ],
        9 => vec![
            forecast::Change::Added(forecast::Forecast {
                id: Id(0),
                account_id,
                on_date,
                ends_on: today(),
                outcome: forecast::Outcome::Shrink,
                probability: i64::from(other % 101),
                new_amount: Some(i64::MAX - i64::from(which)),
                currency: None,
                note: optional,
            })
            .into(),
        ],
        10 => vec![
            away::Change::Added(away::Away {
                id: Id(0),
                from_on: on_date,
                to_on: today(),
                note: optional,
            })
            .into(),
            tier_silence::Change::Added(tier_silence::TierSilence {
                id: Id(0),
                tier: Tier::Growth,
                code: "no-plan".to_owned(),
                since_on: on_date,
                until_on: None,
                reason: Some(text),
            })
            .into(),
        ],
        _ => vec![offering::Change::Removed(pick("offering", which)?).into()],
    })
}
