//! Business that could grow: opportunities with their verdict, what we sell, the parts of a client.

use super::Plain;
use super::cells::Cells;
use super::row::{Ask, First, Row};
use super::setting::Setting;
use crate::desk::Commit;
use crate::domain::cell::{Cell, Id, Value};
use crate::domain::expansion::judged_on;
use crate::domain::expansion::verdict::{CHECKS, QUESTIONS, open};
use crate::domain::money::Money;
use crate::domain::page::Kind;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::{Hint, Opportunity, OpportunityKind, OpportunityStage};
use crate::domain::revenue::unit::Unit;
use crate::domain::revenue::{self, Revenue, RevenueKind, arr_on};
use crate::domain::score::Band;
use crate::tui::form::kind::Says;
use crate::tui::form::spec::Choice;
use crate::tui::form::values::Values;

pub(super) const FORMS: &[Plain] = &[OPPORTUNITY, OFFERING, UNIT];

/// The day from which a won one is paid for: no column of the opportunity.
const PAID_FROM: &str = "paid_from";

const ROWS: &[Row] = &[
    Row::new("title", "what", Ask::Line).hint("as Seats for Lyon").needed("what could they buy?"),
    Row::new("amount", "worth a year", Ask::Money("currency")).hint("as 40k"),
    Row::new("ease", "ease, 1 to 5", Ask::Whole(1, 5)).hint("1 hard, 5 comes by itself"),
    Row::new("kind", "kind", Ask::Word(|_| Choice::words(OpportunityKind::ALL))),
    Row::new("stage", "stage", Ask::Word(|_| Choice::words(OpportunityStage::ALL)))
        .needed("how far has it come?")
        .first(First::Text(OpportunityStage::Idea.word())),
    Row::new("next_talk_on", "next talk", Ask::Day).hint("when you will speak about it"),
    Row::new("champion_id", "champion", Ask::Person).hint("who inside wants it").first(First::With),
    Row::new("solves_problem", "a real problem", Ask::YesNo).hint(QUESTIONS[0].asks),
    Row::new("voiced_interest", "voiced by them", Ask::YesNo).hint(QUESTIONS[1].asks),
    Row::new("timing_right", "the right time", Ask::YesNo).hint(QUESTIONS[2].asks),
    Row::new("fits_goals", "fits their goals", Ask::YesNo).hint(CHECKS[0].asks),
    Row::new("measurable_case", "a case in figures", Ask::YesNo).hint(CHECKS[1].asks),
    Row::new("champion_inside", "a champion inside", Ask::YesNo).hint(CHECKS[2].asks),
    Row::new("deliverable", "deliverable", Ask::YesNo).hint(CHECKS[3].asks),
    Row::new("budget_timing", "in their budget", Ask::YesNo).hint(CHECKS[4].asks),
    Row::new("pilot", "a pilot or proof", Ask::YesNo).hint(CHECKS[5].asks),
    Row::new("case_text", "the case", Ask::Lines).hint("what they gain, in figures"),
    Row::new("hints", "what was heard", Ask::Words(|_| Choice::words(Hint::ALL))),
    Row::new("budget_month", "budget month", Ask::Month).hint("when they plan their money"),
    Row::new("close_on", "expected on", Ask::Day).hint("when they will have decided"),
    Row::new("revisited_on", "looked at again", Ask::Day).hint("as at the last QBR"),
    Row::new("closed_on", "decided on", Ask::Day).hint("today, once won, lost or parked"),
    Row::new(PAID_FROM, "won: paid from", Ask::Day)
        .hint("a day writes its worth into the revenue history"),
    Row::new("lost_reason", "lost or parked: why", Ask::Line),
    Row::new("note", "note", Ask::Lines),
];

const OPPORTUNITY: Plain =
    Plain::new(Kind::Opportunity, ("opportunity", "opportunities"), ROWS, |_, cells| {
        Some(format!("opportunity “{}”", cells.record::<Opportunity>()?.title))
    })
    .fixed(&[
        ("created_on", |setting| setting.today.store()),
        ("currency", |setting| {
            let arr = setting.records.and_then(|one| arr_on(&one.revenue, setting.today));
            arr.map_or(Value::Null, |arr| arr.currency.store())
        }),
    ])
    .lead(|setting| {
        let old = setting.old.and_then(Cells::record::<Opportunity>);
        let crm = old.and_then(|old| {
            let sure = old.probability.map(|sure| format!(", {sure} %")).unwrap_or_default();
            Some(format!("In the CRM: {}{sure}.", old.crm_stage?))
        });
        crm.into_iter().collect()
    })
    .says(|setting, cells, _| {
        let told = || {
            let one = cells.record::<Opportunity>().filter(|one| open(one.stage))?;
            let at_risk = setting.dossier?.standing.score.band == Some(Band::Risk);
            let judged = |at_risk| {
                Some(judged_on(&one, setting.records?, at_risk, setting.rules, setting.today).says)
            };
            let says = judged(at_risk)?;
            // What the answers come to is worth seeing all the same.
            Some(if at_risk { format!("{says} Once it is not: {}", judged(false)?) } else { says })
        };
        told().map(|says| ("", says)).into_iter().collect::<Says>()
    })
    .settle(|setting, cells, values| {
        let Some(one) = cells.record::<Opportunity>() else { return };
        let was = setting.old.and_then(Cells::record::<Opportunity>).map(|old| old.stage);
        let decided = !open(one.stage);
        if decided && one.closed_on.is_none() {
            cells.set("closed_on", setting.today.store());
        } else if !decided && was.is_some_and(|was| !open(was)) {
            cells.set("closed_on", Value::Null);
        }
        if one.stage == OpportunityStage::Lost && one.lost_reason.is_none() {
            values.wrong("lost_reason", "why was it lost?");
        }
        if values.day(PAID_FROM).is_some()
            && let Err((column, says)) = earned(setting, &one, values)
        {
            values.wrong(column, says);
        }
    })
    .also(|setting, cells, values, commit| {
        let Some(one) = cells.record::<Opportunity>() else { return };
        name_the_move(setting, &one, commit);
        if values.day(PAID_FROM).is_some()
            && let Ok(entry) = earned(setting, &one, values)
        {
            commit.changes.push(revenue::Change::Added(entry).into());
        }
    });

/// `Contoso: opportunity “Seats for Lyon” won`.
fn name_the_move(setting: &Setting<'_>, one: &Opportunity, commit: &mut Commit) {
    let was = setting.old.and_then(Cells::record::<Opportunity>).map(|old| old.stage);
    if was.is_some_and(|was| was != one.stage) {
        let says = format!("opportunity “{}” {}", one.title, one.stage);
        commit.act.label = setting.labelled(&says);
    }
}

/// The entry of the revenue history that a won one makes; else what is wrong with which field.
fn earned(
    setting: &Setting<'_>,
    one: &Opportunity,
    values: &Values<'_>,
) -> Result<Revenue, (&'static str, String)> {
    let from = values.day(PAID_FROM).unwrap_or(setting.today);
    if one.stage != OpportunityStage::Won {
        return Err((PAID_FROM, "only what is won is paid for".to_owned()));
    }
    let worth = one.amount.zip(one.currency).filter(|(minor, _)| *minor > 0);
    let Some((amount, currency)) = worth else {
        return Err(("amount", "how much a year?".to_owned()));
    };
    let history = setting.records.map_or(&[][..], |records| &records.revenue);
    let kind = match arr_on(history, from) {
        Some(Money { minor, currency: now }) if minor > 0 && now != currency => {
            return Err(("amount", format!("they pay in {now}: write the entry in the Money tab")));
        }
        Some(Money { minor: 1.., .. }) => RevenueKind::Expansion,
        Some(_) => RevenueKind::Reactivation,
        None if history.iter().any(|entry| entry.kind == RevenueKind::Opening) => {
            RevenueKind::Expansion
        }
        None => RevenueKind::New,
    };
    Ok(Revenue {
        id: Id(0),
        account_id: setting.account.unwrap_or_default(),
        on_date: from,
        kind,
        amount,
        currency,
        note: Some(one.title.clone()),
    })
}

const OFFERING: Plain = Plain::new(
    Kind::Offering,
    ("offering of ours", "offerings of ours"),
    &[
        Row::new("name", "what we sell", Ask::Line)
            .hint("as Analytics")
            .needed("what is it called?"),
        Row::new("archived_on", "sold until", Ask::Day).hint("empty: it is still sold"),
    ],
    |_, cells| Some(format!("offering “{}”", cells.record::<Offering>()?.name)),
);

const UNIT: Plain = Plain::new(
    Kind::Unit,
    ("part of the client", "parts of the client"),
    &[Row::new("name", "name", Ask::Line)
        .hint("a department, site or daughter that buys for itself")
        .needed("which part of the client?")],
    |_, cells| Some(format!("part “{}”", cells.record::<Unit>()?.name)),
)
.settle(|setting, cells, values| {
    let name = cells.text_in("name").to_lowercase();
    let units = setting.records.into_iter().flat_map(|records| &records.units);
    if units.filter(|one| one.id != cells.id).any(|one| one.name.to_lowercase() == name) {
        values.wrong("name", "there is a part of this name: take another");
    }
});

#[cfg(test)]
mod tests;
