//! Hides who is who: names, money and free text, consistently, so that the same person is the same
//! number on every screen. For what is shown, never for what is written.

use super::account::Account;
use super::book::page::LogPage;
use super::book::row::Book;
use super::cell::Id;
use super::contact::Contact;
use super::grid::Grid;
use super::grid::basics::Basics;
use super::money::{Currency, HIDDEN, Money};
use super::plan::step::{Step, StepOwner};
use super::records::{Exchange, Records};
use super::revenue::offering::Offering;
use super::review::ritual::Ritual;
use super::review::since::Since;
use super::rules::Rules;
use super::talk::Talk;

/// `Account 7`.
#[must_use]
pub fn account_name(id: Id) -> String {
    format!("Account {}", id.0)
}

/// `Person 31`.
#[must_use]
pub fn person_name(id: Id) -> String {
    format!("Person {}", id.0)
}

/// The list.
pub fn book(book: &mut Book) {
    for row in &mut book.rows {
        row.name = account_name(row.account);
        money(&mut row.arr);
    }
    money(&mut book.arr_total);
}

fn money(amount: &mut Option<Money>) {
    if let Some(amount) = amount {
        currency(&mut amount.currency);
    }
}

fn currency(currency: &mut Currency) {
    *currency = currency.hidden();
}

/// The currencies that amounts are told in.
pub fn exchange(exchange: &mut Exchange) {
    currency(&mut exchange.base);
    for (from, _) in &mut exchange.rates {
        currency(from);
    }
}

/// What the book says of the rules, and the currencies that amounts are told in.
pub fn rules(rules: &mut Rules) {
    exchange(&mut rules.exchange);
    for silence in &mut rules.tier_silences {
        text(&mut silence.reason);
    }
}

/// A text that somebody wrote.
fn text(text: &mut Option<String>) {
    if let Some(text) = text {
        HIDDEN.clone_into(text);
    }
}

/// The facts of one account; judged anew they give the same figures.
pub fn records(records: &mut Records) {
    let people: Vec<(String, Id)> =
        records.contacts.iter().map(|contact| (contact.name.clone(), contact.id)).collect();
    account(&mut records.account);
    if let Some(contract) = &mut records.contract {
        text(&mut contract.note);
        text(&mut contract.lost_reason);
    }
    records.contacts.iter_mut().for_each(contact);
    if let Some(talk) = &mut records.last_talk {
        HIDDEN.clone_into(&mut talk.summary);
        text(&mut talk.quote);
        for name in &mut talk.people {
            *name = named(name, &people);
        }
    }
    for entry in &mut records.revenue {
        currency(&mut entry.currency);
        text(&mut entry.note);
    }
    for opportunity in &mut records.opportunities {
        opportunity.title = format!("Opportunity {}", opportunity.id.0);
        opportunity.currency = opportunity.currency.map(Currency::hidden);
        for field in [
            &mut opportunity.crm_stage,
            &mut opportunity.note,
            &mut opportunity.case_text,
            &mut opportunity.lost_reason,
        ] {
            text(field);
        }
    }
    for priority in &mut records.priorities {
        priority.title = format!("Priority {}", priority.place);
        text(&mut priority.metric);
    }
    for one in &mut records.steps {
        step(one, &people);
    }
    for score in &mut records.own_scores {
        text(&mut score.reason);
    }
    for metric in &mut records.metrics {
        text(&mut metric.note);
    }
    for answer in &mut records.answers {
        text(&mut answer.why);
    }
    for goal in &mut records.goals {
        goal.title = format!("Goal {}", goal.id.0);
        text(&mut goal.metric);
        text(&mut goal.relationship_metric);
    }
    for silence in &mut records.silences {
        text(&mut silence.reason);
    }
    for step in &mut records.written {
        HIDDEN.clone_into(&mut step.label);
    }
    our_side(records);
    growth(records);
}

/// Our own people, and what was closed by hand.
fn our_side(records: &mut Records) {
    for colleague in &mut records.colleagues {
        colleague.name = format!("Colleague {}", colleague.id.0);
        text(&mut colleague.email);
        text(&mut colleague.note);
    }
    for member in &mut records.team {
        text(&mut member.part);
    }
    for pair in &mut records.sponsors {
        text(&mut pair.note);
    }
    for closing in &mut records.closings {
        HIDDEN.clone_into(&mut closing.reason);
    }
    for review in &mut records.risk_reviews {
        text(&mut review.exit_criterion);
        text(&mut review.checkpoints);
        text(&mut review.close_reason);
    }
}

/// What was found out, what was delivered, what is expected.
fn growth(records: &mut Records) {
    for claim in &mut records.loyalty {
        HIDDEN.clone_into(&mut claim.evidence);
    }
    for discovery in &mut records.discoveries {
        for field in [
            &mut discovery.success,
            &mut discovery.obstacles,
            &mut discovery.measured,
            &mut discovery.worked,
            &mut discovery.frustrated,
            &mut discovery.objectives,
            &mut discovery.pain_points,
            &mut discovery.success_metrics,
            &mut discovery.asked_for,
            &mut discovery.real_need,
            &mut discovery.note,
        ] {
            text(field);
        }
    }
    for verdict in &mut records.qualifications {
        text(&mut verdict.why);
    }
    for item in &mut records.values {
        // An amount without its unit may be money.
        item.amount = None;
        for field in [&mut item.unit, &mut item.source, &mut item.note] {
            text(field);
        }
    }
    for forecast in &mut records.forecasts {
        forecast.currency = forecast.currency.map(Currency::hidden);
        text(&mut forecast.note);
    }
    for ask in &mut records.asks {
        text(&mut ask.note);
    }
    for unit in &mut records.units {
        unit.name = format!("Unit {}", unit.id.0);
    }
    for field in &mut records.whitespace {
        text(&mut field.note);
    }
    records.offerings.iter_mut().for_each(offering);
}

/// Something that we sell.
pub fn offering(offering: &mut Offering) {
    offering.name = format!("Offering {}", offering.id.0);
}

fn account(account: &mut Account) {
    account.name = account_name(account.id);
    for field in [
        &mut account.website,
        &mut account.phone,
        &mut account.city,
        &mut account.owner_name,
        &mut account.note,
        &mut account.channels,
        &mut account.standing_agenda,
        &mut account.lost_reason,
    ] {
        text(field);
    }
    account.turnover_currency = account.turnover_currency.map(Currency::hidden);
}

/// One person. The title stays: it tells the level, and names nobody.
pub fn contact(contact: &mut Contact) {
    contact.name = person_name(contact.id);
    for field in [
        &mut contact.email,
        &mut contact.phone,
        &mut contact.mobile,
        &mut contact.interests,
        &mut contact.employer,
        &mut contact.left_to,
        &mut contact.note,
    ] {
        text(field);
    }
    contact.birthday = None;
}

/// The number of the person with this name; of somebody who is not known, nothing.
fn named(name: &str, people: &[(String, Id)]) -> String {
    let found = people.iter().find(|(known, _)| known == name);
    found.map_or_else(|| "Somebody".to_owned(), |(_, id)| person_name(*id))
}

/// One step, of an account with these people.
pub fn step(step: &mut Step, people: &[(String, Id)]) {
    step.title = format!("Step {}", step.id.0);
    if let Some(name) = &mut step.owner_name {
        *name = match step.owner {
            StepOwner::Client => named(name, people),
            StepOwner::Me | StepOwner::Colleague => "Colleague".to_owned(),
        };
    }
    if let Some(name) = &mut step.checked_by {
        "Colleague".clone_into(name);
    }
    for field in [&mut step.drop_reason, &mut step.agenda, &mut step.note] {
        text(field);
    }
}

pub fn talk(talk: &mut Talk) {
    HIDDEN.clone_into(&mut talk.summary);
    text(&mut talk.quote);
    text(&mut talk.note);
}

fn basics(basics: &mut Basics) {
    basics.name = account_name(basics.account);
    money(&mut basics.revenue.now);
    money(&mut basics.worth);
    if let Some(contract) = &mut basics.contract {
        text(&mut contract.note);
        text(&mut contract.lost_reason);
    }
    if let Some(one) = &mut basics.step {
        step(one, &[]);
    }
}

/// The grid: its names are those of the list.
pub fn grid(grid: &mut Grid) {
    for row in grid.rows_mut() {
        for own in row.factors.iter_mut().filter_map(|cell| cell.own.as_mut()) {
            text(&mut own.reason);
        }
        basics(&mut row.basics);
    }
}

/// A page of the log.
pub fn log(page: &mut LogPage) {
    for entry in &mut page.entries {
        talk(&mut entry.talk);
        for (id, name) in &mut entry.people {
            *name = person_name(*id);
        }
    }
}

/// What the journal tells a review of an account.
pub fn since(since: &mut Since) {
    for one in &mut since.closed {
        step(one, &[]);
    }
}

/// A review as it stands; the accounts of its queue are judged anew from hidden records.
pub fn ritual(ritual: &mut Ritual) {
    let hide = |text: &mut String| HIDDEN.clone_into(text);
    for visit in &mut ritual.visits {
        hide(&mut visit.why);
    }
    ritual.since.iter_mut().for_each(|(_, one)| since(one));
    for one in &mut ritual.commitments {
        hide(&mut one.text);
    }
    let last = ritual.last.as_mut();
    for one in last.into_iter().flat_map(|last| &mut last.commitments) {
        hide(&mut one.commitment.text);
    }
    let last = ritual.last.as_mut().map(|last| &mut last.review);
    for review in ritual.closed.iter_mut().chain(last).chain(&mut ritual.review) {
        text(&mut review.minutes);
    }
}
