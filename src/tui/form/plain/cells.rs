//! A record as its cells, and the way back: what lets one engine fill in the form of any table.

use crate::desk::Reading;
use crate::domain::account::Account;
use crate::domain::account::contract::Contract;
use crate::domain::account::goal::Goal;
use crate::domain::account::metric::Metric;
use crate::domain::account::own_score::OwnScore;
use crate::domain::account::risk_review::RiskReview;
use crate::domain::account::silence::Silence;
use crate::domain::cell::{Id, Value};
use crate::domain::change::{Change, Expected};
use crate::domain::contact::Contact;
use crate::domain::feedback::Answer;
use crate::domain::feedback::closing::Closing;
use crate::domain::feedback::invitation::Invitation;
use crate::domain::growth::discovery::Discovery;
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::growth::qualification::Qualification;
use crate::domain::ours::away::Away;
use crate::domain::ours::colleague::Colleague;
use crate::domain::ours::sponsor_pair::SponsorPair;
use crate::domain::ours::team_member::TeamMember;
use crate::domain::ours::tier_silence::TierSilence;
use crate::domain::page::Kind;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::Priority;
use crate::domain::plan::step::Step;
use crate::domain::record::{self, Record};
use crate::domain::records::Records;
use crate::domain::revenue::Revenue;
use crate::domain::revenue::ask::Ask;
use crate::domain::revenue::forecast::Forecast;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::revenue::unit::Unit;
use crate::domain::revenue::value_item::ValueItem;
use crate::domain::revenue::whitespace::Whitespace;
use crate::domain::talk::Talk;
use crate::error::Result;

/// One record, cell by cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cells {
    pub id: Id,
    columns: &'static [&'static str],
    values: Vec<Value>,
}

impl Cells {
    #[must_use]
    pub fn of<R: Record>(record: &R) -> Self {
        Self { id: record.id(), columns: R::COLUMNS, values: record.values() }
    }

    fn blank<R: Record>() -> Self {
        Self { id: Id(-1), columns: R::COLUMNS, values: vec![Value::Null; R::COLUMNS.len()] }
    }

    /// The record; none where a cell does not fit.
    #[must_use]
    pub fn record<R: Record>(&self) -> Option<R> {
        if !std::ptr::eq(self.columns, R::COLUMNS) && self.columns != R::COLUMNS {
            return None;
        }
        R::from_cells(self.id, &mut self.values.iter().cloned()).ok()
    }

    /// Takes over all that a record holds.
    pub fn put<R: Record>(&mut self, record: &R) {
        *self = Self::of(record);
    }

    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    #[must_use]
    pub fn get(&self, column: &str) -> &Value {
        let place = self.columns.iter().position(|one| *one == column);
        place.and_then(|place| self.values.get(place)).unwrap_or(&Value::Null)
    }

    pub fn set(&mut self, column: &str, value: Value) {
        let place = self.columns.iter().position(|one| *one == column);
        if let Some(cell) = place.and_then(|place| self.values.get_mut(place)) {
            *cell = value;
        }
    }

    /// The record that a column names.
    #[must_use]
    pub fn id_in(&self, column: &str) -> Option<Id> {
        match self.get(column) {
            Value::Int(id) | Value::Ref(id) => Some(Id(*id)),
            _ => None,
        }
    }

    /// The text in a column.
    #[must_use]
    pub fn text_in(&self, column: &str) -> &str {
        match self.get(column) {
            Value::Text(text) => text,
            _ => "",
        }
    }
}

fn added<R: Record>(cells: &Cells) -> Option<Change> {
    cells.record::<R>().map(R::added_change)
}

/// The change, where anything differs, with what it expects.
fn edited<R: Record>(new: &Cells, old: &Cells) -> Option<(Vec<Change>, Vec<Expected>)> {
    let (new, old) = (new.record::<R>()?, old.record::<R>()?);
    let (is, was) = (new.values(), old.values());
    let differs = R::COLUMNS.iter().zip(is.iter().zip(&was)).filter(|(_, (is, was))| is != was);
    let expected = record::expected(&old, differs.map(|(column, _)| *column));
    Some((new.edited_change(&old).into_iter().collect(), expected))
}

macro_rules! tables {
    ($($kind:ident: $record:ty $(, in $list:ident)?;)+) => {
        /// A record of the kind in which nothing stands yet.
        #[must_use]
        pub fn blank(kind: Kind) -> Cells {
            match kind { $(Kind::$kind => Cells::blank::<$record>(),)+ }
        }

        /// One record of the kind.
        ///
        /// # Errors
        /// It is gone, or the book cannot be read.
        pub fn read(kind: Kind, id: Id, reading: &Reading) -> Result<Cells> {
            match kind { $(Kind::$kind => reading.record::<$record>(id).map(|one| Cells::of(&one)),)+ }
        }

        /// One record of the kind, as it stands among those of an account; none: it is not there.
        #[must_use]
        pub fn among(records: &Records, kind: Kind, id: Id) -> Option<Cells> {
            match kind {
                $($(Kind::$kind => {
                    records.$list.iter().find(|one| one.id == id).map(Cells::of)
                })?)+
                _ => None,
            }
        }

        /// What brings it into the book; none where a cell does not fit.
        #[must_use]
        pub fn adding(kind: Kind, cells: &Cells) -> Option<Change> {
            match kind { $(Kind::$kind => added::<$record>(cells),)+ }
        }

        /// What makes the new one of the old one; none where a cell does not fit.
        #[must_use]
        pub fn editing(
            kind: Kind,
            new: &Cells,
            old: &Cells,
        ) -> Option<(Vec<Change>, Vec<Expected>)> {
            match kind { $(Kind::$kind => edited::<$record>(new, old),)+ }
        }

        /// What takes it out of the book.
        #[must_use]
        pub fn removing(kind: Kind, id: Id) -> Change {
            match kind { $(Kind::$kind => <$record>::removed_change(id),)+ }
        }
    };
}

tables! {
    Account: Account;
    Communication: Account;
    Agreement: Account;
    Loss: Account;
    Contact: Contact, in contacts;
    Talk: Talk;
    Step: Step, in steps;
    Plan: Plan, in plan;
    Priority: Priority, in priorities;
    Contract: Contract, in contract;
    Outcome: Contract;
    Revenue: Revenue, in revenue;
    OwnScore: OwnScore, in own_scores;
    Answer: Answer, in answers;
    Perceived: Answer, in answers;
    Invitation: Invitation, in invitations;
    Closing: Closing, in closings;
    Goal: Goal, in goals;
    Metric: Metric, in metrics;
    ValueItem: ValueItem, in values;
    Discovery: Discovery, in discoveries;
    Loyalty: Loyalty, in loyalty;
    Qualification: Qualification, in qualifications;
    Opportunity: Opportunity, in opportunities;
    Offering: Offering, in offerings;
    Unit: Unit, in units;
    Whitespace: Whitespace, in whitespace;
    Forecast: Forecast, in forecasts;
    RiskReview: RiskReview, in risk_reviews;
    Ask: Ask, in asks;
    Colleague: Colleague, in colleagues;
    TeamMember: TeamMember, in team;
    SponsorPair: SponsorPair, in sponsors;
    Away: Away;
    TierSilence: TierSilence;
    Silence: Silence, in silences;
}
