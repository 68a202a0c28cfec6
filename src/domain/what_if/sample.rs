//! A small book built by hand.

use super::{Judged, Lever, Real, Stroke, Trial, Tries, stroke};
use crate::domain::account::contract::{Contract, Renewal};
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::account::{Account, Status};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::rank::rank;
use crate::domain::records::Records;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::rules::Rules;
use crate::domain::signal::trial::{ago, ahead, today};

/// One account, to be filled.
pub(in crate::domain) fn account(id: i64, name: &str, status: Status) -> Records {
    let mut account = Account::named(name, ago(900));
    account.id = Id(id);
    account.status = status;
    Records::bare(account)
}

/// Thousands of euros, so many days ago; days ahead are negative.
pub(in crate::domain) fn revenue(one: &mut Records, days: i64, kind: RevenueKind, thousands: i64) {
    one.revenue.push(Revenue {
        id: Id(one.account.id.0 * 100 + one.revenue.len().cast_signed() as i64),
        account_id: one.account.id,
        on_date: today() - chrono::Duration::days(days),
        kind,
        amount: thousands * 100_000,
        currency: Currency::EUR,
        note: None,
    });
}

pub(in crate::domain) fn contract(one: &mut Records, days: u64, renewal: Renewal) {
    let ends_on = Some(ahead(days));
    one.contract = Some(Contract { ends_on, renewal, ..Contract::of(one.account.id) });
}

/// What was said of the contract a week ago; an amount in thousands of euros.
pub(in crate::domain) fn said(
    one: &mut Records,
    outcome: Outcome,
    chance: i64,
    amount: Option<i64>,
) {
    let ends_on = one.contract.as_ref().and_then(|one| one.ends_on).expect("an end");
    one.forecasts.push(Forecast {
        id: Id(one.account.id.0 * 100 + 50),
        account_id: one.account.id,
        on_date: ago(7),
        ends_on,
        outcome,
        probability: chance,
        new_amount: amount.map(|amount| amount * 100_000),
        currency: None,
        note: None,
    });
}

fn scored(one: &mut Records, points: [i64; 3]) {
    for (factor, points) in [Factor::Pulse, Factor::Value, Factor::Usage].into_iter().zip(points) {
        one.own_scores.push(OwnScore {
            id: Id(one.account.id.0 * 100 + 60 + one.own_scores.len().cast_signed() as i64),
            account_id: one.account.id,
            factor,
            points,
            on_date: ago(3),
            reason: None,
        });
    }
}

/// Alpha 500k, Beta 300k, Gamma 100k in the book; Delta a prospect with 80k in the air; Epsilon
/// lost 40 days ago with 100k.
pub(in crate::domain) fn records() -> Vec<Records> {
    let mut alpha = account(1, "Alpha", Status::Active);
    revenue(&mut alpha, 800, RevenueKind::Opening, 400);
    revenue(&mut alpha, 100, RevenueKind::Expansion, 100);
    scored(&mut alpha, [9, 9, 2]);
    contract(&mut alpha, 200, Renewal::InTalks);
    said(&mut alpha, Outcome::Full, 80, None);
    let mut beta = account(2, "Beta", Status::Active);
    revenue(&mut beta, 700, RevenueKind::Opening, 300);
    scored(&mut beta, [5, 5, 9]);
    contract(&mut beta, 300, Renewal::NotStarted);
    let mut open = Opportunity::titled("Seats", Some(Id(2)), ago(30));
    (open.id, open.stage, open.amount) = (Id(70), OpportunityStage::Proposed, Some(5_000_000));
    beta.opportunities.push(open);
    let mut gamma = account(3, "Gamma", Status::Active);
    revenue(&mut gamma, 600, RevenueKind::Opening, 100);
    scored(&mut gamma, [8, 8, 8]);
    let mut delta = account(4, "Delta", Status::Prospect);
    let mut open = Opportunity::titled("First order", Some(Id(4)), ago(30));
    (open.id, open.amount) = (Id(71), Some(8_000_000));
    delta.opportunities.push(open);
    let mut epsilon = account(5, "Epsilon", Status::Lost);
    epsilon.account.lost_on = Some(ago(40));
    revenue(&mut epsilon, 600, RevenueKind::Opening, 100);
    revenue(&mut epsilon, 40, RevenueKind::Churn, -100);
    vec![alpha, beta, gamma, delta, epsilon]
}

/// Judged as the desk does it: once by a guess, once by what the first look found.
pub(in crate::domain) fn real(records: Vec<Records>) -> Real {
    let rules = Rules::default();
    let all = |around: &Around| -> Vec<_> {
        records.iter().map(|one| assess(one, around, &rules, today())).collect()
    };
    let around = Around::of(&all(&Around::default()), &rules);
    let standings = all(&around);
    let ranking = rank(&standings, &rules, today());
    Real::of(records, Judged { standings, around, ranking }, rules, today())
}

/// The book, and what is tried on it by keys.
pub(in crate::domain) struct Bench {
    pub(in crate::domain) real: Real,
    pub(in crate::domain) trial: Trial,
}

impl Bench {
    pub(in crate::domain) fn new() -> Self {
        let real = real(records());
        Self { trial: Trial::of(&real), real }
    }

    pub(in crate::domain) fn press(&mut self, lever: Lever, keys: &[Stroke]) -> &mut Self {
        for key in keys {
            let next = stroke(*key, lever, &self.trial.tries, &self.real).expect("something");
            self.trial.turn_to(next, &self.real);
        }
        self
    }

    pub(in crate::domain) fn says(&self, lever: Lever, key: Stroke) -> String {
        stroke(key, lever, &self.trial.tries, &self.real).expect_err("nothing to do")
    }

    pub(in crate::domain) fn all_back(&mut self) {
        self.trial.turn_to(Tries::default(), &self.real);
    }
}
