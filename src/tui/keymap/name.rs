//! The names by which the config file knows acts and places: they stay when a label changes.

use super::Context;
use crate::domain::page::Kind;
use crate::tui::action::{Action, TextAct, What};
use crate::tui::screen::view::View;

const DIGITS: [&str; 10] = [
    "score-10", "score-1", "score-2", "score-3", "score-4", "score-5", "score-6", "score-7",
    "score-8", "score-9",
];

impl Action {
    /// Its name in the config file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Left => "left",
            Self::Right => "right",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::First => "first",
            Self::Last => "last",
            Self::NextGroup => "next-group",
            Self::PreviousGroup => "previous-group",
            Self::NextPane => "next-pane",
            Self::PreviousPane => "previous-pane",
            Self::NextTab => "next-tab",
            Self::PreviousTab => "previous-tab",
            Self::Open => "open",
            Self::Back => "back",
            Self::Zoom => "zoom",
            Self::NextSignal => "next-signal",
            Self::MapView => "map-view",
            Self::Add => "add",
            Self::New(what) => what.name(),
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Done => "done",
            Self::MoveDay => "move-day",
            Self::Whom => "whom",
            Self::Drop => "drop",
            Self::Hand => "hand",
            Self::ToBook => "to-book",
            Self::Away => "away",
            Self::AllBefore => "all-before",
            Self::AllAfter => "all-after",
            Self::AllCovered => "all-covered",
            Self::EndCycle => "end-cycle",
            Self::Playbook => "playbook",
            Self::InHand => "in-hand",
            Self::Later => "later",
            Self::NotHere => "not-here",
            Self::SwitchedOff => "switched-off",
            Self::StillTrue => "still-true",
            Self::Place => "place",
            Self::AcceptLevels => "accept-levels",
            Self::AskAll => "ask-all",
            Self::Digit(digit) => DIGITS.get(usize::from(digit)).copied().unwrap_or("score"),
            Self::Repeat => "repeat",
            Self::Mark => "mark",
            Self::MarkAll => "mark-all",
            Self::Tier => "tier",
            Self::Archive => "archive",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Capture => "capture",
            Self::Brief => "brief",
            Self::History => "history",
            Self::Copy => "copy",
            Self::Find => "find",
            Self::Sort => "sort",
            Self::GoTo => "go-to",
            Self::Unlinked => "unlinked",
            Self::Why => "why",
            Self::WhyHere => "why-here",
            Self::Mask => "mask",
            Self::Setup => "setup",
            Self::Import => "import",
            Self::Demo => "demo",
            Self::Unsaved => "unsaved",
            Self::PasteColumns => "paste-columns",
            Self::AcceptTiers => "accept-tiers",
            Self::AllLevels => "all-levels",
            Self::PulseDown => "pulse-down",
            Self::Currency => "currency",
            Self::Save => "save",
            Self::NextField => "next-field",
            Self::PreviousField => "previous-field",
            Self::Editor => "editor",
            Self::AsItWas => "as-it-was",
            Self::Text(act) => act.name(),
            Self::View(View::Book) => "view-book",
            Self::Forecast => "forecast",
            Self::Story => "story",
            Self::View(View::Portfolio) => "view-portfolio",
            Self::View(View::Agenda) => "view-agenda",
            Self::View(View::Grid) => "view-grid",
            Self::View(View::Expansion) => "view-expansion",
            Self::View(View::Review) => "view-review",
            Self::Act => "act",
            Self::Fine => "fine",
            Self::Skip => "skip",
            Self::Previous => "previous",
            Self::Everybody => "everybody",
            Self::Stale => "stale",
            Self::ExtendUp => "extend-up",
            Self::ExtendDown => "extend-down",
            Self::ExtendLeft => "extend-left",
            Self::ExtendRight => "extend-right",
            Self::Plus => "plus",
            Self::Minus => "minus",
            Self::Same => "same",
            Self::Unknown => "unknown",
            Self::Reason => "reason",
            Self::Help => "help",
            Self::Redraw => "redraw",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
            Self::Leave => "leave",
        }
    }
}

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Account => "add-account",
            Self::Person => "add-person",
            Self::Talk => "add-talk",
            Self::Note => "add-note",
            Self::Step => "add-step",
            Self::Meeting => "add-meeting",
            Self::Promise => "add-promise",
            Self::Milestone => "add-milestone",
            Self::Plan => "add-plan",
            Self::Priority => "add-priority",
            Self::Revenue => "add-revenue",
            Self::Contract => "add-contract",
            Self::Score => "add-score",
            Self::Record(kind) => match kind {
                Kind::Answer => "add-answer",
                Kind::Perceived => "add-perceived-value",
                Kind::Invitation => "add-invitation",
                Kind::Closing => "add-closing",
                Kind::Goal => "add-goal",
                Kind::Metric => "add-figure",
                Kind::ValueItem => "add-value",
                Kind::Discovery => "add-discovery",
                Kind::Loyalty => "add-loyalty",
                Kind::Qualification => "add-qualification",
                Kind::Opportunity => "add-opportunity",
                Kind::Offering => "add-offering",
                Kind::Unit => "add-unit",
                Kind::Whitespace => "add-whitespace",
                Kind::Forecast => "add-forecast",
                Kind::RiskReview => "add-risk-review",
                Kind::Ask => "add-ask",
                Kind::Colleague => "add-colleague",
                Kind::TeamMember => "add-team-member",
                Kind::SponsorPair => "add-sponsor",
                Kind::Away => "add-away",
                Kind::TierSilence => "add-tier-silence",
                Kind::Silence => "add-silence",
                Kind::Communication => "communication-plan",
                Kind::Agreement => "feedback-agreement",
                Kind::Loss => "loss",
                Kind::Outcome => "renewal-outcome",
                Kind::Account => Self::Account.name(),
                Kind::Contact => Self::Person.name(),
                Kind::Talk => Self::Talk.name(),
                Kind::Step => Self::Step.name(),
                Kind::Plan => Self::Plan.name(),
                Kind::Priority => Self::Priority.name(),
                Kind::Contract => Self::Contract.name(),
                Kind::Revenue => Self::Revenue.name(),
                Kind::OwnScore => Self::Score.name(),
            },
        }
    }
}

impl TextAct {
    const fn name(self) -> &'static str {
        match self {
            Self::Start => "text-start",
            Self::End => "text-end",
            Self::WordLeft => "word-left",
            Self::WordRight => "word-right",
            Self::DeleteBack => "delete-back",
            Self::DeleteForward => "delete-forward",
            Self::DeleteWordBack => "delete-word-back",
            Self::DeleteWordForward => "delete-word-forward",
            Self::DeleteToStart => "delete-to-start",
            Self::DeleteToEnd => "delete-to-end",
            Self::Yank => "yank",
            Self::Undo => "text-undo",
            Self::Redo => "text-redo",
            Self::NewLine => "new-line",
        }
    }
}

impl Context {
    /// Its name in the config file: what the place is called, in one word.
    #[must_use]
    pub fn name(self) -> String {
        self.place().replace(' ', "-")
    }

    /// Letters are text here.
    pub(super) const fn is_typed_into(self) -> bool {
        matches!(
            self,
            Self::Form
                | Self::Field
                | Self::Choice
                | Self::Lines
                | Self::Start
                | Self::Paths
                | Self::Find
                | Self::Capture
                | Self::Pick
                | Self::Help
                | Self::Always
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::BINDINGS;
    use super::*;

    #[test]
    fn no_two_acts_and_no_two_places_share_a_name() {
        let mut seen: Vec<Action> = Vec::new();
        for row in BINDINGS {
            let name = row.action.name();
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            let same = seen.iter().find(|one| one.name() == name);
            assert!(same.is_none_or(|same| *same == row.action), "{name}");
            seen.push(row.action);
        }
        let mut places: Vec<String> = Context::ALL.iter().map(|place| place.name()).collect();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), Context::ALL.len());
        assert!(BINDINGS.iter().all(|row| Context::ALL.contains(&row.context)));
    }
}
