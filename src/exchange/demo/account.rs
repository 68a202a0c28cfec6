//! One account of the demo book becomes the changes that make it.

use super::asset;
use super::day::Day;
use super::scribe::{People, Scribe};
use super::{plan, relation, talk};
use crate::domain::account::{self, Account, Status, contract, goal, metric, own_score};
use crate::domain::cell::Id;
use crate::domain::feedback::{self, Scale, invitation};
use crate::domain::money::Currency;
use crate::domain::plan::step::{self, Step};
use crate::domain::revenue::{self, opportunity};
use crate::domain::word::WordSet;
use crate::error::Result;

/// Writes one account with all that belongs to it.
///
/// # Errors
/// A name that is not among its people.
pub fn write(scribe: &mut Scribe, from: asset::Account) -> Result<()> {
    let id = scribe.id();
    let created_on = scribe.on(from.created.unwrap_or(Day::Days(-400)));
    scribe.add(account::Change::Added(Account {
        id,
        status: from.status.map_or(Status::Active, |word| word.0),
        stage: from.stage.map(|word| word.0),
        tier: from.tier.map(|word| word.0),
        approach: from.approach.map(|word| word.0),
        customer_since: scribe.maybe_on(from.since),
        leaves_on: scribe.maybe_on(from.leaves),
        reviewed_on: scribe.maybe_on(from.reviewed),
        industry: from.industry,
        city: from.city,
        country: from.country,
        employees: from.employees,
        turnover: from.turnover.map(|euros| euros * 100),
        turnover_currency: from.turnover.map(|_| Currency::EUR),
        note: from.note,
        channels: from.relation.channels.clone(),
        standing_agenda: from.relation.agenda.clone(),
        feedback_agreed_on: scribe.maybe_on(from.relation.agreed),
        results_shared_on: scribe.maybe_on(from.relation.shared),
        strategic_every: from.relation.strategic_every,
        qbr_every: from.relation.qbr_every,
        lost_on: from.relation.lost.as_ref().map(|lost| scribe.on(lost.day)),
        lost_reason: from.relation.lost.as_ref().map(|lost| lost.reason.clone()),
        lost_avoidable: from.relation.lost.as_ref().map(|lost| lost.avoidable),
        ..Account::named(&from.name, created_on)
    }));
    let mut people = People::default();
    for person in from.people {
        let name = person.name.clone();
        let person = scribe.person(person, Some(id), created_on, &people)?;
        people.insert(name, person);
    }
    for (day, kind, euros) in from.arr {
        let entry = revenue::Revenue {
            id: Id(0),
            account_id: id,
            on_date: scribe.on(day),
            kind: kind.0,
            amount: euros * 100,
            currency: Currency::EUR,
            note: None,
        };
        scribe.add(revenue::Change::Added(entry));
    }
    if let Some(contract) = from.contract {
        write_contract(scribe, id, &contract);
    }
    let mut deals = People::default();
    for deal in from.opportunities {
        let title = deal.title.clone();
        let deal = write_opportunity(scribe, id, deal, &people)?;
        deals.insert(title, deal);
    }
    let held = from.talks.iter().filter(|talk| !talk.missed);
    let newest = held.map(|talk| talk.day.days()).max();
    for talk in from.talks {
        let newest = newest == Some(talk.day.days());
        talk::write(scribe, id, talk, newest, &people, &deals)?;
    }
    for rhythm in &from.rhythm {
        talk::write_rhythm(scribe, id, rhythm, &people)?;
    }
    for (day, kind, amount) in from.figures {
        write_figure(scribe, id, day, kind.0, amount);
    }
    for series in from.series {
        let days = (0..).map(|n| Day::Days(series.from.days() + n * series.every));
        for (day, amount) in days.zip(series.amounts) {
            write_figure(scribe, id, day, series.kind.0, amount);
        }
    }
    for (day, factor, points) in from.mine {
        let own = own_score::OwnScore {
            id: Id(0),
            account_id: id,
            factor: factor.0,
            points,
            on_date: scribe.on(day),
            reason: None,
        };
        scribe.add(own_score::Change::Added(own));
    }
    write_feedback(scribe, id, from.answers, from.asked, &people)?;
    for goal in from.goals {
        write_goal(scribe, id, goal)?;
    }
    if let Some(plan) = from.plan {
        plan::write(scribe, id, plan, &people, &deals)?;
    }
    for loose in from.loose {
        let step = plan::step_of(scribe, loose, created_on, &people, &deals)?;
        let number = scribe.id();
        scribe.add(step::Change::Added(Step { id: number, account_id: Some(id), ..step }));
    }
    relation::write(scribe, id, from.relation, &people, &deals)
}

fn write_contract(scribe: &mut Scribe, account_id: Id, from: &asset::Contract) {
    let record = contract::Contract {
        starts_on: scribe.maybe_on(from.starts),
        ends_on: scribe.maybe_on(from.ends),
        notice_count: from.notice.map(|(count, _)| count),
        notice_unit: from.notice.map(|(_, unit)| unit.0),
        auto_renews: from.renews,
        term_months: from.term,
        renewal: from.renewal.map_or(contract::Renewal::NotStarted, |word| word.0),
        ..contract::Contract::of(account_id)
    };
    scribe.add(contract::Change::Added(record));
}

fn write_figure(
    scribe: &mut Scribe,
    account_id: Id,
    day: Day,
    kind: metric::MetricKind,
    amount: f64,
) {
    let on_date = scribe.on(day);
    let record = metric::Metric { id: Id(0), account_id, kind, on_date, amount, note: None };
    scribe.add(metric::Change::Added(record));
}

fn write_feedback(
    scribe: &mut Scribe,
    account_id: Id,
    answers: Vec<asset::Answer>,
    asked: Vec<(Day, String)>,
    people: &People,
) -> Result<()> {
    for (day, name) in asked {
        let contact_id = people.find(&name)?;
        let on_date = scribe.on(day);
        let record = invitation::Invitation { id: Id(0), contact_id, on_date };
        scribe.add(invitation::Change::Added(record));
    }
    for answer in answers {
        let record = feedback::Answer {
            id: Id(0),
            account_id,
            contact_id: answer.who.map(|name| people.find(&name)).transpose()?,
            on_date: scribe.on(answer.day),
            scale: answer.scale.map_or(Scale::Nps, |word| word.0),
            points: answer.points,
            why: answer.why,
            driver: answer.driver.map(|word| word.0),
        };
        scribe.add(feedback::Change::Added(record));
    }
    Ok(())
}

fn write_goal(scribe: &mut Scribe, account_id: Id, from: asset::Goal) -> Result<()> {
    let record = goal::Goal {
        metric: from.metric,
        start_value: from.start,
        now_value: from.now,
        target_value: from.target,
        measured_on: scribe.on(from.measured),
        offering_id: from.offering.map(|name| scribe.offerings.find(&name)).transpose()?,
        relationship_metric: from.relationship,
        ..goal::Goal::titled(account_id, &from.title, scribe.on(from.from), scribe.on(from.due))
    };
    scribe.add(goal::Change::Added(record));
    Ok(())
}

fn write_opportunity(
    scribe: &mut Scribe,
    account: Id,
    from: asset::Opportunity,
    people: &People,
) -> Result<Id> {
    let id = scribe.id();
    let record = opportunity::Opportunity {
        id,
        kind: from.kind.map(|word| word.0),
        amount: from.amount.map(|euros| euros * 100),
        currency: from.amount.map(|_| Currency::EUR),
        ease: from.ease,
        stage: from.stage.0,
        close_on: scribe.maybe_on(from.close),
        champion_id: from.champion.map(|name| people.find(&name)).transpose()?,
        solves_problem: from.problem,
        voiced_interest: from.interest,
        timing_right: from.timing,
        fits_goals: from.fits,
        measurable_case: from.measurable,
        champion_inside: from.inside,
        deliverable: from.deliverable,
        budget_timing: from.budget,
        pilot: from.pilot,
        case_text: from.case,
        hints: WordSet::of(&from.hints.iter().map(|word| word.0).collect::<Vec<_>>()),
        next_talk_on: scribe.maybe_on(from.next_talk),
        budget_month: from.budget_month,
        ..opportunity::Opportunity::titled(&from.title, Some(account), scribe.on(from.created))
    };
    scribe.add(opportunity::Change::Added(record));
    Ok(id)
}
