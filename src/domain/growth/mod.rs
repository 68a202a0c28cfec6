//! Growth that is designed: the loyalty ladder, discovery, qualification, and the six steps that
//! lead from one to the other.

pub mod discovery;
pub mod ladder;
pub mod loyalty;
pub mod movement;
pub mod qualification;
pub mod qualifying;
pub mod steps;
pub mod success;
pub mod understanding;
pub mod value;

use super::records::Records;
use super::rules::Rules;
use super::score::Band;
use super::standing::Standing;
use chrono::NaiveDate;

/// Everything about the growth of one account on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Growth {
    pub ladder: ladder::Ladder,
    pub movement: movement::Movement,
    pub steps: steps::GrowthSteps,
    pub understanding: understanding::Understanding,
    pub qualified: qualifying::Qualified,
    pub success_plan: success::SuccessPlan,
    pub value: value::Value,
}

/// The growth of an account, from its records and how it stands.
#[must_use]
pub fn growth(records: &Records, standing: &Standing, rules: &Rules, today: NaiveDate) -> Growth {
    let ladder = ladder::ladder(records, standing.map.nps, rules, today);
    let understanding = understanding::understanding(records, rules, today);
    let qualified = qualifying::qualified(records, rules, today);
    let steps = steps::growth_steps(&steps::Ground {
        records,
        ladder: &ladder,
        understanding: &understanding,
        qualified: &qualified,
        rules,
        today,
    });
    let at_risk = standing.score.band == Some(Band::Risk);
    Growth {
        movement: movement::movement(records, at_risk, rules, today),
        steps,
        success_plan: success::success_plan(records, rules, today),
        value: value::value(records, rules, today),
        ladder,
        understanding,
        qualified,
    }
}
