//! The letters of the menu of what can be added.

use super::{Binding, Context, DOWN, ENTER, ESC, Group, LEFT, RIGHT, UP, bindings, on};
use crate::domain::page::Kind;
use crate::tui::action::{Action, What};

/// In the order of the footer and the help.
pub const ROWS: &[Binding] = bindings! {
    Add: [on('s')] New(What::Step), "step", Add;
    Add: [on('m')] New(What::Meeting), "meeting", Add;
    Add: [on('P')] New(What::Promise), "promise", Add;
    Add: [on('M')] New(What::Milestone), "milestone", Add;
    Add: [on('l')] New(What::Plan), "plan of 90 days", Add;
    Add: [on('y')] New(What::Priority), "priority of the plan", Add;
    Add: [on('p')] New(What::Person), "person", Add;
    Add: [on('t')] New(What::Talk), "talk", Add;
    Add: [on('f')] New(What::Record(Kind::Answer)), "feedback", Add;
    Add: [on('i')] New(What::Record(Kind::Invitation)), "asked for feedback", Add;
    Add: [on('A')] New(What::Record(Kind::Ask)), "advocate asked for a favour", Add;
    Add: [on('T')] New(What::Record(Kind::TeamMember)), "our team: a colleague", Add;
    Add: [on('S')] New(What::Record(Kind::SponsorPair)), "sponsor pair", Add;
    Add: [on('C')] New(What::Record(Kind::Colleague)), "colleague on our side", Add;
    Add: [on('a')] New(What::Account), "account", Add;
    Add: [on('z')] New(What::Record(Kind::Away)), "away from … to …", Add;
    Add: [on('o')] New(What::Record(Kind::Opportunity)), "opportunity", Add;
    Add: [on('v')] New(What::Record(Kind::ValueItem)), "value delivered", Add;
    Add: [on('g')] New(What::Record(Kind::Goal)), "goal of theirs", Add;
    Add: [on('d')] New(What::Record(Kind::Discovery)), "discovery", Add;
    Add: [on('L')] New(What::Record(Kind::Loyalty)), "loyalty step", Add;
    Add: [on('G')] New(What::Record(Kind::Qualification)), "growth realistic or not", Add;
    Add: [on('w')] New(What::Record(Kind::Whitespace)), "what they do not buy yet", Add;
    Add: [on('U')] New(What::Record(Kind::Unit)), "unit of theirs", Add;
    Add: [on('O')] New(What::Record(Kind::Offering)), "offering of ours", Add;
    Add: [on('r')] New(What::Revenue), "revenue entry", Add;
    Add: [on('c')] New(What::Contract), "contract", Add;
    Add: [on('F')] New(What::Record(Kind::Forecast)), "my forecast", Add;
    Add: [on('h')] New(What::Score), "own score", Add;
    Add: [on('u')] New(What::Record(Kind::Metric)), "usage, tickets, invoices", Add;
    Add: [on('R')] New(What::Record(Kind::RiskReview)), "risk review", Add;
    Add: [] New(What::Note), "note of one line", Add;
    Add: [] New(What::Record(Kind::Perceived)), "perceived value", Add;
    Add: [] New(What::Record(Kind::Closing)), "complaint closed by hand", Add;
    Add: [] New(What::Record(Kind::Silence)), "signal off here", Add;
    Add: [] New(What::Record(Kind::TierSilence)), "signal off for a tier", Add;
    Add: [] New(What::Record(Kind::Communication)), "communication plan", Add;
    Add: [] New(What::Record(Kind::Agreement)), "feedback agreement", Add;
    Add: [] New(What::Record(Kind::Loss)), "account lost", Add;
    Add: [UP, on('k')] Up, "choose", Move, footer;
    Add: [DOWN, on('j')] Down, "choose", Move, footer;
    Add: [LEFT] Left, "other column", Move;
    Add: [RIGHT] Right, "other column", Move;
    Add: [ENTER] Open, "add it", Move, footer;
    Add: [ESC, on('q')] Back, "close", Move, footer;
};
