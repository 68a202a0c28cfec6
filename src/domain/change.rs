//! Any change of any record: one line per record.

use super::cell::{Id, Value};
use super::record::RowChange;
use super::{account, book, contact, feedback, growth, ours, plan, revenue, review, talk};

macro_rules! changes {
    ($($name:ident($change:ty),)+) => {
        /// A change of one record. A commit takes a list of them; a record that it adds under a
        /// negative id may be named by that id in the changes after it.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Change { $($name($change),)+ }

        impl Change {
            /// The change as the store applies it.
            #[must_use]
            pub fn row(&self) -> RowChange {
                match self { $(Self::$name(change) => change.row(),)+ }
            }
        }

        $(impl From<$change> for Change {
            fn from(change: $change) -> Self { Self::$name(change) }
        })+
    };
}

changes! {
    Account(account::Change),
    Contract(account::contract::Change),
    Goal(account::goal::Change),
    Metric(account::metric::Change),
    OwnScore(account::own_score::Change),
    Silence(account::silence::Change),
    Contact(contact::Change),
    Answer(feedback::Change),
    Invitation(feedback::invitation::Change),
    Revenue(revenue::Change),
    Opportunity(revenue::opportunity::Change),
    Talk(talk::Change),
    TalkPerson(talk::person::Change),
    Plan(plan::cycle::Change),
    Priority(plan::priority::Change),
    Step(plan::step::Change),
    StepPerson(plan::step_person::Change),
    ExternalId(book::external_id::Change),
    ImportBatch(book::import_batch::Change),
    Setting(book::setting::Change),
    Colleague(ours::colleague::Change),
    TeamMember(ours::team_member::Change),
    SponsorPair(ours::sponsor_pair::Change),
    Away(ours::away::Change),
    TierSilence(ours::tier_silence::Change),
    Closing(feedback::closing::Change),
    RiskReview(account::risk_review::Change),
    Loyalty(growth::loyalty::Change),
    Discovery(growth::discovery::Change),
    Qualification(growth::qualification::Change),
    Offering(revenue::offering::Change),
    Unit(revenue::unit::Change),
    Whitespace(revenue::whitespace::Change),
    ValueItem(revenue::value_item::Change),
    Forecast(revenue::forecast::Change),
    Ask(revenue::ask::Change),
    Review(review::Change),
    Visit(review::visit::Change),
    Commitment(review::commitment::Change),
}

/// What a field held when somebody began to edit it. A commit that expects it is refused where
/// another program has written something else there in the meantime.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    pub table: &'static str,
    pub id: Id,
    pub column: &'static str,
    pub value: Value,
}

/// An expectation that does not hold: what the field holds now; none: the record is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    pub expected: Expected,
    pub now: Option<Value>,
}
