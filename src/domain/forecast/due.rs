//! A renewal that falls due in a quarter: what it is worth, what was said of it, what threatens it.

use super::ask;
use super::loss::lost_on;
use super::quarter::Quarter;
use crate::domain::account::contract::{Contract, Renewal};
use crate::domain::account::{Status, Tier};
use crate::domain::cell::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Records;
use crate::domain::renewal::act_by;
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::revenue::{Worth, in_base, worth_on};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::score::Band;
use crate::domain::score::print::to_billionth;
use crate::domain::standing::Standing;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// How far it has come.
    State { Open = "open", Signed = "signed", Lost = "lost", }
}

words! {
    /// What an open one is counted with.
    Counted {
        /// Nobody said what will become of it.
        Unsaid = "no forecast",
        Commit = "commit",
        Between = "open",
    }
}

words! {
    /// Why it is at risk.
    Risk { Chance = "forecast", Score = "score", }
}

/// One renewal. Amounts are minor units of the base currency.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Due {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    pub contract: Id,
    /// Last day to give notice.
    pub act_by: NaiveDate,
    pub ends_on: NaiveDate,
    /// As it is written in the contract.
    pub renewal: Renewal,
    pub state: State,
    pub counted: Counted,
    /// ARR that comes up for renewal; none: unknown, or a currency has no rate.
    pub arr: Option<i64>,
    /// ARR if it renews: that of the day after the end once it is signed, the new amount where it
    /// shrinks, else all of it.
    pub then: Option<i64>,
    /// Currencies without a rate, for which it is left out of the sums.
    pub without_rate: Vec<String>,
    /// The newest estimate for this end.
    pub forecast: Option<Forecast>,
    /// The forecast is one of shrinking, and nobody said to what: it is counted whole.
    pub amount_unsaid: bool,
    /// The chance that it renews by the forecast, 0-1: *lost* at 80 % is a chance of 20 %.
    pub chance: Option<f64>,
    /// Asked for since.
    pub asked_since: Option<NaiveDate>,
    pub score: Option<f64>,
    pub trend: Option<f64>,
    pub band: Option<Band>,
    /// Why it is at risk; nothing once it is signed or lost.
    pub risks: Vec<Risk>,
}

impl Due {
    /// Hundredths by which it counts in what is expected; none: nobody said.
    #[must_use]
    pub fn percent(&self) -> Option<i64> {
        match self.state {
            State::Signed => Some(100),
            State::Lost => Some(0),
            State::Open => self.forecast.as_ref().map(chance),
        }
    }

    /// What it brings to the sum of what is expected, in hundredths of minor units.
    pub(super) fn hundredths(&self) -> Option<i128> {
        Some(i128::from(self.then?) * i128::from(self.percent()?))
    }

    #[must_use]
    pub const fn at_risk(&self) -> bool {
        !self.risks.is_empty()
    }
}

/// The chance that the contract renews, percent.
#[must_use]
pub fn chance(said: &Forecast) -> i64 {
    let probability = said.probability.clamp(0, 100);
    match said.outcome {
        Outcome::Full | Outcome::Shrink => probability,
        Outcome::Lost => 100 - probability,
    }
}

/// The renewal of an account that falls due in a quarter: of its contracts the one that ends last
/// in it. None of who is no client yet, and of who had left before the quarter began.
#[must_use]
pub fn due(
    records: &Records,
    standing: &Standing,
    contracts: &[Contract],
    quarter: Quarter,
    rules: &Rules,
    today: NaiveDate,
) -> Option<Due> {
    let ending = |one: &&Contract| one.ends_on.is_some_and(|end| quarter.holds(end));
    let contract = contracts.iter().filter(ending).max_by_key(|one| (one.ends_on, one.id))?;
    let ends_on = contract.ends_on?;
    let status = records.status(today);
    let gone = || lost_on(records, today).is_some_and(|on| on < quarter.from());
    if standing.archived || status == Status::Prospect || status == Status::Lost && gone() {
        return None;
    }
    let state = state(contract, contracts, status);
    let worth = worth(records, ends_on, quarter, rules, today);
    let arr = worth.known().map(|arr| arr.minor);
    let mut without_rate = match &worth {
        Worth::NoRate(codes) => told(codes),
        Worth::Known(_) | Worth::Unknown => Vec::new(),
    };
    let said = ask::for_end(records, ends_on, today);
    let shrinks = said.filter(|one| one.outcome == Outcome::Shrink && state == State::Open);
    let then = match (state, shrinks.and_then(|one| one.new_amount.map(|minor| (one, minor)))) {
        (State::Lost, _) => Some(0),
        (State::Signed, _) => {
            let after = ends_on.succ_opt().unwrap_or(ends_on);
            worth_on(&records.revenue, after, &rules.exchange).known().map(|then| then.minor)
        }
        (State::Open, None) => arr,
        (State::Open, Some((one, minor))) => {
            let currency = one.currency.unwrap_or(rules.exchange.base);
            let new = in_base(Some(Money { minor, currency }), &rules.exchange);
            if new.is_none() {
                without_rate.extend(told(&[currency]));
            }
            new.map(|new| new.minor)
        }
    };
    without_rate.sort_unstable();
    without_rate.dedup();
    let share = said.map(|one| chance(one) as f64 / 100.0);
    let commit = share.is_some_and(|share| share >= rules.share(Limit::ForecastCommit));
    let unsure = share.is_some_and(|share| share < rules.share(Limit::ForecastRisk));
    let score = standing.score.value;
    let weak = score.is_some_and(|score| to_billionth(score) < rules.limit(Limit::RiskBelow));
    let open = state == State::Open;
    let risks = [(Risk::Chance, unsure), (Risk::Score, weak)];
    let asked = ask::ask(records, rules, today).filter(|ask| ask.ends_on == ends_on);
    Some(Due {
        account: records.account.id,
        name: records.account.name.clone(),
        tier: records.account.tier,
        contract: contract.id,
        act_by: act_by(contract).map_or(ends_on, |act| act.act_by),
        ends_on,
        renewal: contract.renewal,
        state,
        counted: match share {
            None => Counted::Unsaid,
            Some(_) if commit => Counted::Commit,
            Some(_) => Counted::Between,
        },
        arr,
        then,
        without_rate,
        amount_unsaid: shrinks.is_some_and(|one| one.new_amount.is_none()),
        forecast: said.cloned(),
        chance: share,
        asked_since: asked.map(|ask| ask.since),
        score,
        trend: standing.score.trend,
        band: standing.score.band,
        risks: risks
            .into_iter()
            .filter(|(_, holds)| open && *holds)
            .map(|(risk, _)| risk)
            .collect(),
    })
}

/// What a contract says of itself; where it says nothing, one that another one follows was
/// renewed, and who gave notice or left does not renew.
fn state(contract: &Contract, contracts: &[Contract], status: Status) -> State {
    let followed = contracts.iter().any(|one| one.ends_on > contract.ends_on);
    match contract.renewal {
        Renewal::Lost => State::Lost,
        Renewal::Signed => State::Signed,
        _ if followed => State::Signed,
        _ if matches!(status, Status::Notified | Status::Lost) => State::Lost,
        _ => State::Open,
    }
}

/// ARR of today, or of the contract's last day once that is over; where it pays nothing any more
/// by then, what it paid when the quarter began.
fn worth(
    records: &Records,
    ends_on: NaiveDate,
    quarter: Quarter,
    rules: &Rules,
    today: NaiveDate,
) -> Worth {
    let on = |day| worth_on(&records.revenue, day, &rules.exchange);
    let held = on(ends_on.min(today));
    let nothing = held.known().is_some_and(|arr| arr.minor <= 0);
    let before = quarter.from().pred_opt().filter(|_| nothing).map(on);
    before.filter(|one| one.known().is_some_and(|arr| arr.minor > 0)).unwrap_or(held)
}

fn told(codes: &[Currency]) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}
