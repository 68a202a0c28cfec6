//! What became of a contract: renewed until when and for how much, or lost and why. One form, one
//! step of the journal: contract, revenue and account go together.

use crate::desk::{Act, Commit};
use crate::domain::change::Change;
use crate::domain::day;
use crate::domain::money::{Currency, Money};
use crate::domain::records::Records;
use crate::domain::renewal::outcome::{self, Came, Lost, Moved, Renewed};
use crate::domain::renewal::question::{Asks, question};
use crate::domain::renewal::{act_by, dates};
use crate::domain::revenue::{self, arr_on};
use crate::domain::standing::Standing;
use crate::text;
use crate::tui::form::facts::Facts;
use crate::tui::form::spec::{Choice, FieldKind, FieldSpec, Spec};
use crate::tui::form::subject::Subject;
use crate::tui::form::values::Values;
use chrono::NaiveDate;

pub(super) fn spec(_subject: &Subject, facts: &Facts) -> Option<Spec> {
    let records = &facts.dossier.as_ref()?.records;
    let account = &records.account;
    let asked = question(records, facts.today);
    let came = match asked.as_ref().map(|asked| asked.asks) {
        Some(Asks::Leaving) => Came::Lost,
        _ => Came::Renewed,
    };
    let to = outcome::proposed(records, facts.today);
    let last = account.leaves_on.or_else(|| records.contract.as_ref()?.ends_on);
    let contract_reason = || records.contract.as_ref()?.lost_reason.clone();
    let avoidable = account.lost_avoidable.map_or("", |one| if one { "1" } else { "0" });
    let currency = currency(records, facts);
    let worth = worth(records, facts.today).map(|worth| worth.plain(currency));
    let one_of = |options, none| FieldKind::Choice { options, none };
    let on = |day: Option<NaiveDate>| day.map_or_else(String::new, day::typed);
    let fields = vec![
        FieldSpec::new("came", "came out as", one_of(Choice::words(Came::ALL), false), came.word()),
        FieldSpec::new("to", "renewed to", FieldKind::Day, on(to))
            .hint("the last day of the next term"),
        FieldSpec::new(
            "arr",
            "for, a year",
            FieldKind::Amount(currency),
            worth.unwrap_or_default(),
        )
        .hint("more or less than now is written into the revenue history"),
        FieldSpec::new(
            "moved",
            "if different",
            one_of(Choice::words(Moved::ALL), false),
            Moved::Bought.word(),
        ),
        FieldSpec::new("last", "lost: last day", FieldKind::Day, on(last)),
        FieldSpec::new(
            "lost_reason",
            "lost: why",
            FieldKind::Line,
            account.lost_reason.clone().or_else(contract_reason).unwrap_or_default(),
        )
        .hint("in their own words, if they said"),
        // As the cell holds it, so that what another program wrote there can be taken over.
        FieldSpec::new(
            "lost_avoidable",
            "lost: avoidable",
            one_of(vec![Choice::new("1", "yes"), Choice::new("0", "no")], true),
            avoidable,
        )
        .hint("could we have kept them?"),
    ];
    let act = records.contract.as_ref().and_then(act_by);
    let lead = asked
        .map(|asked| asked.text)
        .or_else(|| act.map(|act| text::capital(&dates(act, facts.today))))
        .into_iter()
        .collect();
    Some(Spec { title: format!("Renewal of {}", facts.name()), lead, fields })
}

/// What they pay a year once the next term begins, as it is known today.
fn worth(records: &Records, today: NaiveDate) -> Option<Money> {
    let then = arr_on(&records.revenue, outcome::begins(records, today));
    then.filter(|then| then.minor > 0).or_else(|| arr_on(&records.revenue, today))
}

/// What a figure without a currency is in.
fn currency(records: &Records, facts: &Facts) -> Currency {
    let worth = worth(records, facts.today).filter(|worth| worth.minor != 0);
    worth.map_or(facts.base, |worth| worth.currency)
}

pub(super) fn save(_subject: &Subject, facts: &Facts, values: &Values<'_>) -> Option<Commit> {
    let dossier = facts.dossier.as_ref()?;
    let records = &dossier.records;
    let came = values.word("came", Came::from_word)?;
    let (label, written) = match came {
        Came::Renewed => renewed(records, facts, values)?,
        Came::Lost => {
            let last = values.day_needed("last");
            let avoidable = match values.text("lost_avoidable").as_deref() {
                Some("1") => Some(true),
                Some("0") => Some(false),
                _ => None,
            };
            let reason = values.text("lost_reason");
            if reason.is_none() {
                values.wrong("lost_reason", "why? A few words: the next one is kept by them");
            }
            let left = if last < facts.today { "lost" } else { "leaves" };
            let label = format!("{left} {}", day::day(last, facts.today));
            (label, outcome::lost(records, &Lost { last, reason, avoidable }, facts.today))
        }
    };
    let moves = written.changes.iter().any(|change| matches!(change, Change::Revenue(_)));
    let mut expected = written.expected;
    // The entry is a difference to what the account is worth.
    expected.extend(Some(&dossier.standing).filter(|_| moves).map(Standing::expects_arr));
    let act = Act::edit(format!("{}: {label}", facts.name()), Some(records.account.id));
    Some(Commit::new(act, written.changes).expecting(expected))
}

fn renewed(
    records: &Records,
    facts: &Facts,
    values: &Values<'_>,
) -> Option<(String, outcome::Written)> {
    let to = values.day("to");
    if to.is_none() && values.text("to").is_none() {
        values.wrong("to", "until when?");
    }
    let end = records.contract.as_ref().and_then(|contract| contract.ends_on);
    if let (Some(to), Some(end)) = (to, end)
        && to <= end
    {
        let end = day::day(end, facts.today);
        values.wrong("to", format!("the next term ends after this one, which ends {end}"));
    }
    let worth = values.amount("arr", currency(records, facts));
    let moved = values.word("moved", Moved::from_word).unwrap_or(Moved::Bought);
    let written = outcome::renewed(records, &Renewed { to: to?, worth, moved }, facts.today);
    match written {
        Ok(written) => {
            let entry = written.changes.iter().find_map(|change| match change {
                Change::Revenue(revenue::Change::Added(entry)) => Some(entry),
                _ => None,
            });
            let more = entry.map_or_else(String::new, |entry| {
                let size = Money { minor: entry.amount.saturating_abs(), currency: entry.currency };
                let sign = if entry.amount < 0 { '−' } else { '+' };
                format!(", {sign}{} a year", size.signed_short())
            });
            Some((format!("renewed to {}{more}", day::day(to?, facts.today)), written))
        }
        Err(says) => {
            values.wrong("arr", says);
            None
        }
    }
}

#[cfg(test)]
mod tests;
