//! What the demo book tells of the relationship with an account: who stands for it on our side,
//! what was found out, what was closed by hand, value and forecasts.

use super::asset::relation as asset;
use super::scribe::{People, Scribe};
use crate::domain::account::risk_review;
use crate::domain::cell::Id;
use crate::domain::feedback::closing;
use crate::domain::growth::{discovery, loyalty, qualification};
use crate::domain::money::Currency;
use crate::domain::ours::{colleague, sponsor_pair, team_member};
use crate::domain::revenue::{ask, forecast, offering, unit, value_item, whitespace};
use crate::error::Result;

/// Colleagues and what we sell, before the accounts that speak of them.
pub fn write_ours(scribe: &mut Scribe, colleagues: Vec<asset::Colleague>, offerings: Vec<String>) {
    for one in colleagues {
        let id = scribe.id();
        scribe.colleagues.insert(one.name.clone(), id);
        scribe.add(colleague::Change::Added(colleague::Colleague {
            id,
            name: one.name,
            function: one.function,
            email: None,
            note: None,
            archived_on: None,
        }));
    }
    for name in offerings {
        let id = scribe.id();
        scribe.offerings.insert(name.clone(), id);
        scribe.add(offering::Change::Added(offering::Offering { id, name, archived_on: None }));
    }
}

/// # Errors
/// A name that the book does not know.
pub fn write(
    scribe: &mut Scribe,
    account_id: Id,
    from: asset::Relation,
    people: &People,
    deals: &People,
) -> Result<()> {
    write_side(scribe, account_id, from.team, from.sponsors, people)?;
    write_closed(scribe, account_id, from.closings, from.risk_reviews, people)?;
    write_growth(scribe, account_id, from.loyalty, from.discovery, from.qualified);
    for item in from.values {
        let record = value_item::ValueItem {
            id: Id(0),
            account_id,
            on_date: scribe.on(item.day),
            result: item.result.0,
            amount: item.amount,
            unit: item.unit,
            source: item.source,
            confirmed_by: item.by.map(|name| people.find(&name)).transpose()?,
            confirmed_on: scribe.maybe_on(item.confirmed),
            note: item.note,
        };
        scribe.add(value_item::Change::Added(record));
    }
    for mine in from.forecasts {
        let record = forecast::Forecast {
            id: Id(0),
            account_id,
            on_date: scribe.on(mine.day),
            ends_on: scribe.on(mine.ends),
            outcome: mine.outcome.0,
            probability: mine.probability,
            new_amount: mine.amount.map(|euros| euros * 100),
            currency: mine.amount.map(|_| Currency::EUR),
            note: mine.note,
        };
        scribe.add(forecast::Change::Added(record));
    }
    for one in from.asks {
        let record = ask::Ask {
            id: Id(0),
            account_id,
            contact_id: one.who.map(|name| people.find(&name)).transpose()?,
            on_date: scribe.on(one.day),
            kind: one.kind.0,
            granted: one.granted,
            note: one.note,
        };
        scribe.add(ask::Change::Added(record));
    }
    for one in from.units {
        let unit_id = scribe.id();
        scribe.add(unit::Change::Added(unit::Unit { id: unit_id, account_id, name: one.name }));
        for (offering, state, deal) in one.buys {
            let record = whitespace::Whitespace {
                id: Id(0),
                account_id,
                unit_id,
                offering_id: scribe.offerings.find(&offering)?,
                state: state.0,
                opportunity_id: if deal.is_empty() { None } else { Some(deals.find(&deal)?) },
                note: None,
            };
            scribe.add(whitespace::Change::Added(record));
        }
    }
    Ok(())
}

fn write_side(
    scribe: &mut Scribe,
    account_id: Id,
    team: Vec<(String, String)>,
    sponsors: Vec<asset::Sponsor>,
    people: &People,
) -> Result<()> {
    for (name, part) in team {
        let colleague_id = scribe.colleagues.find(&name)?;
        let part = (!part.is_empty()).then_some(part);
        let record = team_member::TeamMember { id: Id(0), account_id, colleague_id, part };
        scribe.add(team_member::Change::Added(record));
    }
    for pair in sponsors {
        let record = sponsor_pair::SponsorPair {
            id: Id(0),
            account_id,
            contact_id: people.find(&pair.theirs)?,
            colleague_id: pair.ours.map(|name| scribe.colleagues.find(&name)).transpose()?,
            senior: pair.senior,
            stake: pair.stake,
            respected: pair.respected,
            has_time: pair.has_time,
            since_on: scribe.on(pair.since),
            ended_on: scribe.maybe_on(pair.ended),
            note: None,
        };
        scribe.add(sponsor_pair::Change::Added(record));
    }
    Ok(())
}

fn write_closed(
    scribe: &mut Scribe,
    account_id: Id,
    closings: Vec<asset::Closing>,
    reviews: Vec<asset::RiskReview>,
    people: &People,
) -> Result<()> {
    for one in closings {
        let record = closing::Closing {
            id: Id(0),
            account_id,
            contact_id: one.who.map(|name| people.find(&name)).transpose()?,
            code: one.code,
            on_date: scribe.on(one.day),
            reason: one.reason,
        };
        scribe.add(closing::Change::Added(record));
    }
    for review in reviews {
        let record = risk_review::RiskReview {
            id: Id(0),
            account_id,
            opened_on: scribe.on(review.opened),
            cause: review.cause.map(|word| word.0),
            exit_criterion: review.exit,
            checkpoints: review.checkpoints,
            colleague_id: review.sponsor.map(|name| scribe.colleagues.find(&name)).transpose()?,
            closed_on: scribe.maybe_on(review.closed),
            close_reason: review.reason,
        };
        scribe.add(risk_review::Change::Added(record));
    }
    Ok(())
}

fn write_growth(
    scribe: &mut Scribe,
    account_id: Id,
    claims: Vec<asset::Claim>,
    discoveries: Vec<asset::Discovery>,
    verdicts: Vec<asset::Verdict>,
) {
    for claim in claims {
        let record = loyalty::Loyalty {
            id: Id(0),
            account_id,
            step: claim.step,
            evidence: claim.evidence,
            on_date: scribe.on(claim.day),
        };
        scribe.add(loyalty::Change::Added(record));
    }
    for one in discoveries {
        let record = discovery::Discovery {
            id: Id(0),
            account_id,
            on_date: scribe.on(one.day),
            success: one.success,
            obstacles: one.obstacles,
            measured: one.measured,
            worked: one.worked,
            frustrated: one.frustrated,
            objectives: one.objectives,
            pain_points: one.pain_points,
            success_metrics: one.success_metrics,
            asked_for: one.asked_for,
            real_need: one.real_need,
            workshop: one.workshop,
            note: None,
        };
        scribe.add(discovery::Change::Added(record));
    }
    for verdict in verdicts {
        let record = qualification::Qualification {
            id: Id(0),
            account_id,
            on_date: scribe.on(verdict.day),
            realistic: verdict.realistic,
            why: Some(verdict.why),
        };
        scribe.add(qualification::Change::Added(record));
    }
}
