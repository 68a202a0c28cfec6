//! What the client wants and got, and how far the business with them can grow: goals, results,
//! discovery, the step of the ladder, the verdict.

use super::Plain;
use super::cells::Cells;
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::domain::account::goal::{Goal, GoalStatus};
use crate::domain::cell::{Cell, Value};
use crate::domain::day;
use crate::domain::growth::discovery::Discovery;
use crate::domain::growth::ladder::{LoyaltyStep, ladder};
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::growth::qualification::Qualification;
use crate::domain::growth::qualifying::qualified;
use crate::domain::page::Kind;
use crate::domain::revenue::value_item::{ValueItem, ValueResult};
use crate::domain::score::goals::{progress, progress_due};
use crate::domain::score::print::percent;
use crate::tui::form::kind::Says;
use crate::tui::form::spec::Choice;
use crate::tui::form::values::Values;

pub(super) const FORMS: &[Plain] = &[GOAL, VALUE_ITEM, DISCOVERY, LOYALTY, QUALIFICATION];

/// What was said or measured lies behind us.
pub(super) fn not_ahead(setting: &Setting<'_>, column: &str, cells: &Cells, values: &Values<'_>) {
    let today = setting.today.format("%Y-%m-%d").to_string();
    if cells.text_in(column) > today.as_str() {
        values.wrong(column, "that day has not come yet");
    }
}

const GOAL: Plain = Plain::new(
    Kind::Goal,
    ("goal of theirs", "goals of theirs"),
    &[
        Row::new("title", "their goal", Ask::Line)
            .hint("in their words: fewer returns by spring")
            .needed("what do they want to reach?"),
        Row::new("metric", "measured by", Ask::Line).hint("as returns a month"),
        Row::new("start_value", "from", Ask::Number)
            .needed("from which figure?")
            .first(First::Text("0")),
        Row::new("target_value", "to", Ask::Number).needed("to which figure?"),
        Row::new("due_on", "by", Ask::Day).hint("eoq, 30 jun").needed("by when?"),
        Row::new("now_value", "now", Ask::Number).hint("where they stand; empty: at the start"),
        Row::new("measured_on", "measured on", Ask::Day)
            .needed("on which day?")
            .first(First::Today),
        Row::new("starts_on", "began on", Ask::Day).needed("since when?").first(First::Today),
        Row::new("offering_id", "served by", Ask::Offering).hint("what of ours serves it"),
        Row::new("relationship_metric", "between us", Ask::Line)
            .hint("what would show that the relationship grows with it"),
        Row::new("status", "state", Ask::Word(|_| Choice::words(GoalStatus::ALL)))
            .needed("does it run?")
            .first(First::Text(GoalStatus::Running.word())),
    ],
    |_, cells| Some(format!("goal “{}”", cells.record::<Goal>()?.title)),
)
.says(|setting, cells, _| {
    let Some(goal) = cells.record::<Goal>() else { return Says::new() };
    let way = percent(progress(&goal));
    let due = percent(progress_due(&goal, setting.today));
    vec![("now_value", format!("{way} of the way, {due} of the time is over"))]
})
.settle(|setting, cells, values| {
    if *cells.get("now_value") == Value::Null {
        let start = cells.get("start_value").clone();
        cells.set("now_value", start);
    }
    // A figure that is another one was taken today, unless another day is said.
    if let Some(old) = setting.old
        && old.get("now_value") != cells.get("now_value")
        && old.get("measured_on") == cells.get("measured_on")
    {
        cells.set("measured_on", setting.today.store());
    }
    not_ahead(setting, "measured_on", cells, values);
    let Some(goal) = cells.record::<Goal>() else { return };
    if goal.due_on <= goal.starts_on {
        values.wrong("due_on", "no later than it began: another day");
    }
    if goal.start_value == goal.target_value {
        values.wrong("target_value", "that is where it starts: another figure");
    }
});

const VALUE_ITEM: Plain = Plain::new(
    Kind::ValueItem,
    ("value they got", "values they got"),
    &[
        Row::new("result", "what they got", Ask::Word(|_| Choice::words(ValueResult::ALL)))
            .needed("what came of it?")
            .first(First::Text(ValueResult::TimeSaved.word())),
        Row::new("amount", "how much", Ask::Number).hint("as 120 or 12k"),
        Row::new("unit", "of what", Ask::Line).hint("hours a month, EUR").first(First::Of(
            |setting| {
                let newest =
                    setting.records.and_then(|one| one.values.iter().max_by_key(|one| one.on_date));
                newest.and_then(|newest| newest.unit.clone()).unwrap_or_default()
            },
        )),
        Row::new("source", "says who", Ask::Line).hint("where the figure comes from"),
        Row::new("confirmed_by", "confirmed by", Ask::Person)
            .hint("who at the client said so; only that counts as felt")
            .first(First::With),
        Row::new("confirmed_on", "confirmed on", Ask::Day).hint("today, where somebody is named"),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
        Row::new("note", "note", Ask::Lines),
    ],
    |setting, cells| {
        let item = cells.record::<ValueItem>()?;
        let amount = item.amount.map(|amount| format!(" {}", figure(amount)));
        let unit = item.unit.as_deref().filter(|_| amount.is_some()).map(|unit| format!(" {unit}"));
        let who = setting.person(item.confirmed_by).map(|name| format!(", confirmed by {name}"));
        let parts = [amount, unit, who].map(Option::unwrap_or_default).concat();
        Some(format!("{}{parts}", item.result))
    },
)
.settle(|setting, cells, values| {
    let Some(item) = cells.record::<ValueItem>() else { return };
    match (item.confirmed_by, item.confirmed_on) {
        (Some(_), None) => cells.set("confirmed_on", setting.today.store()),
        (None, Some(_))
            if setting.old.is_none_or(|old| old.get("confirmed_by") != &Value::Null) =>
        {
            values.wrong("confirmed_by", "who confirmed it?");
        }
        _ => {}
    }
    not_ahead(setting, "confirmed_on", cells, values);
    not_ahead(setting, "on_date", cells, values);
});

/// `1200`, `7.5`.
pub(super) fn figure(amount: f64) -> String {
    amount.to_string().replace('-', "−")
}

const DISCOVERY: Plain = Plain::new(
    Kind::Discovery,
    ("discovery", "discoveries"),
    &[
        Row::new("success", "success in 12 months", Ask::Lines)
            .hint("what would make it a good year?"),
        Row::new("obstacles", "what stands in the way", Ask::Lines),
        Row::new("measured", "how they measure it", Ask::Lines),
        Row::new("worked", "what worked before", Ask::Lines),
        Row::new("frustrated", "what frustrated them", Ask::Lines),
        Row::new("asked_for", "what they asked for", Ask::Lines),
        Row::new("real_need", "what they really need", Ask::Lines)
            .hint("where it is something else"),
        Row::new("objectives", "objectives", Ask::Lines),
        Row::new("pain_points", "pain points", Ask::Lines),
        Row::new("success_metrics", "success metrics", Ask::Lines),
        Row::new("workshop", "a workshop", Ask::YesNo)
            .hint("held with both sides?")
            .needed("was it a workshop with both sides?")
            .first(First::Text("no")),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
        Row::new("note", "note", Ask::Lines),
    ],
    |setting, cells| {
        let discovery = cells.record::<Discovery>()?;
        let what = if discovery.workshop { "discovery workshop" } else { "discovery" };
        Some(format!("{what} of {}", day::day(discovery.on_date, setting.today)))
    },
)
.lead(|setting| {
    let newest =
        setting.records.and_then(|one| one.discoveries.iter().max_by_key(|one| one.on_date));
    let told = |last: &Discovery| {
        let on = day::day(last.on_date, setting.today);
        let success = last.success.as_deref().map(|text| format!(" Success then: {text}"));
        format!("The last one was on {on}.{}", success.unwrap_or_default())
    };
    newest.filter(|_| setting.old.is_none()).map(told).into_iter().collect()
})
.settle(|setting, cells, values| not_ahead(setting, "on_date", cells, values));

const LOYALTY: Plain = Plain::new(
    Kind::Loyalty,
    ("step of the ladder", "steps of the ladder"),
    &[
        Row::new("step", "they are", Ask::Numbered(steps))
            .needed("on which step do you see them?")
            .first(First::Of(|setting| {
                let found = looked(setting);
                let step = found.and_then(|found| found.backed.or(found.claim.map(|one| one.step)));
                step.unwrap_or(LoyaltyStep::Liked).number().to_string()
            })),
        Row::new("evidence", "because", Ask::Line)
            .hint("what they said or did that shows it")
            .needed("one line of evidence"),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
    ],
    |_, cells| {
        let step = LoyaltyStep::from_number(cells.record::<Loyalty>()?.step)?;
        Some(format!("loyalty step {}, {step}", step.number()))
    },
)
.lead(|setting| looked(setting).map(|found| found.says).into_iter().collect())
.settle(|setting, cells, values| not_ahead(setting, "on_date", cells, values));

fn steps(_: &Setting<'_>) -> Vec<Choice> {
    let label = |step: LoyaltyStep| match step {
        LoyaltyStep::LockedIn => "1 locked in: leaving is painful",
        LoyaltyStep::Liked => "2 liked: they like the people",
        LoyaltyStep::Partner => "3 partner: we help them think better",
    };
    LoyaltyStep::ALL.iter().map(|one| Choice::new(one.number().to_string(), label(*one))).collect()
}

/// What is claimed and what the talks on record back.
fn looked(setting: &Setting<'_>) -> Option<crate::domain::growth::ladder::Ladder> {
    let dossier = setting.dossier?;
    Some(ladder(&dossier.records, dossier.standing.map.nps, setting.rules, setting.today))
}

const QUALIFICATION: Plain = Plain::new(
    Kind::Qualification,
    ("verdict on growth", "verdicts on growth"),
    &[
        Row::new("realistic", "growth is realistic", Ask::YesNo).needed("yes or no?"),
        Row::new("why", "why", Ask::Line).hint("budget, need, people, or what is missing"),
        Row::new("on_date", "day", Ask::Day).needed("on which day?").first(First::Today),
    ],
    |_, cells| {
        let verdict = cells.record::<Qualification>()?;
        let word = if verdict.realistic { "realistic" } else { "not realistic" };
        Some(format!("growth {word}"))
    },
)
.lead(|setting| {
    let told = |records| qualified(records, setting.rules, setting.today).says;
    setting.records.map(told).into_iter().collect()
})
.settle(|setting, cells, values| not_ahead(setting, "on_date", cells, values));

#[cfg(test)]
mod tests;
