//! All that can be tried: the weights, each account of the book, and who may come to it.

use super::Judged;
use super::ahead::{leaves, year_end};
use super::tries::Try;
use crate::domain::account::Status;
use crate::domain::account::contract::Renewal;
use crate::domain::account::own_score::Factor;
use crate::domain::cell::Id;
use crate::domain::forecast::ask::current;
use crate::domain::records::Records;
use crate::domain::revenue::forecast::Forecast;
use crate::domain::revenue::opportunity::OpportunityStage;
use crate::domain::rules::Rules;
use crate::domain::standing::Standing;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Something that can be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lever {
    /// The weights of an approach, for every account.
    Preset,
    Weight(Factor),
    /// An account of the book: it leaves, or its renewal goes otherwise.
    Account(Id),
    /// A prospect, or an account that was lost.
    Comes(Id),
    Opportunity {
        account: Id,
        opportunity: Id,
    },
}

impl Lever {
    /// Before the key of a line that says what is tried.
    pub const TRIED: &str = "tried ";

    /// What Space does on it, with what is tried on it.
    #[must_use]
    pub fn says(&self, tried: Option<&Try>) -> &'static str {
        match (self, tried) {
            (_, Some(Try::Lost(_) | Try::Won(..) | Try::Opportunity { .. })) => "as it is",
            (_, Some(Try::Weight(_, weight))) if *weight <= 0.0 => "as it is",
            (Self::Preset, _) => "next preset",
            (Self::Weight(_), _) => "weighs nothing",
            (Self::Account(_), _) => "leaves",
            (Self::Comes(_), _) => "comes",
            (Self::Opportunity { .. }, _) => "won",
        }
    }

    /// By which its line stays chosen.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Preset => "preset".to_owned(),
            Self::Weight(factor) => format!("weight {factor}"),
            Self::Account(account) => format!("account {}", account.0),
            Self::Comes(account) => format!("comes {}", account.0),
            Self::Opportunity { opportunity, .. } => format!("opportunity {}", opportunity.0),
        }
    }
}

/// The renewal of an account that falls into the year ahead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Renewing<'a> {
    pub ends_on: NaiveDate,
    /// Its outcome is known: signed, or lost, as by a notice.
    pub known: Option<Renewal>,
    /// What was said of it last.
    pub said: Option<&'a Forecast>,
}

/// The end within a year; none: there is none on record.
#[must_use]
pub fn renewing(records: &Records, today: NaiveDate) -> Option<Renewing<'_>> {
    let contract = records.contract.as_ref()?;
    let ends_on = contract.ends_on.filter(|end| (today..=year_end(today)).contains(end))?;
    let known = match contract.renewal {
        _ if leaves(&records.account, today) => Some(Renewal::Lost),
        known @ (Renewal::Signed | Renewal::Lost) => Some(known),
        _ => None,
    };
    Some(Renewing { ends_on, known, said: current(records, today) })
}

/// All levers, in the order of the page: weights, the accounts and the opportunities of the book,
/// then who may come.
#[must_use]
pub fn levers(records: &[Records], judged: &Judged, rules: &Rules, today: NaiveDate) -> Vec<Lever> {
    let mut levers = vec![Lever::Preset];
    levers.extend(rules.weights.iter().map(|(factor, _)| Lever::Weight(*factor)));
    let ordered = |keep: fn(&Standing) -> bool| {
        let mut some: Vec<&Standing> = judged.standings.iter().filter(|one| keep(one)).collect();
        some.sort_by_key(|one| (Reverse(one.arr.map(|arr| arr.minor)), &one.name, one.account));
        some.into_iter().map(|one| one.account).collect::<Vec<Id>>()
    };
    let here = ordered(|one| one.in_book);
    levers.extend(here.iter().map(|account| Lever::Account(*account)));
    let mut open: Vec<(Option<i64>, &str, Lever)> = Vec::new();
    for one in records.iter().filter(|one| one.account.in_book()) {
        let account = one.account.id;
        open.extend(one.opportunities.iter().filter(|one| is_open(one.stage)).map(|found| {
            let amount = super::change::worth(found, &rules.exchange);
            (amount, found.title.as_str(), Lever::Opportunity { account, opportunity: found.id })
        }));
    }
    open.sort_by_key(|(amount, title, _)| (Reverse(*amount), *title));
    levers.extend(open.into_iter().map(|(_, _, lever)| lever));
    let prospects = ordered(|one| one.status == Status::Prospect && !one.archived);
    levers.extend(prospects.into_iter().map(Lever::Comes));
    let mut gone: Vec<&Records> =
        records.iter().filter(|one| one.account.status == Status::Lost).collect();
    gone.sort_by_key(|one| {
        (Reverse(super::change::gone_on(one, today)), &one.account.name, one.account.id)
    });
    levers.extend(gone.into_iter().map(|one| Lever::Comes(one.account.id)));
    levers
}

/// Nobody has decided about it yet.
pub(super) const fn is_open(stage: OpportunityStage) -> bool {
    use OpportunityStage::{Idea, Proposed, Validated};
    matches!(stage, Idea | Validated | Proposed)
}
