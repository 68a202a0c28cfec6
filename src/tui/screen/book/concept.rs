//! Which word of the trade explains what is chosen: what the help begins with.

use super::{BookScreen, Chosen, MapView, Pane, Sight, Tab};
use crate::domain::account::own_score::Factor;
use crate::domain::guide::{Area, Topic};
use crate::domain::plan::step::StepKind;

/// A topic of the guide by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    key: String,
    /// Where a key stands in two areas: a factor and a figure of the same name.
    area: Option<Area>,
}

impl Concept {
    /// The topic with this key, whatever its area.
    #[must_use]
    pub fn named(key: impl Into<String>) -> Self {
        Self { key: key.into(), area: None }
    }

    /// A factor of the score.
    #[must_use]
    pub fn of_factor(factor: Factor) -> Self {
        Self { key: factor.word().to_lowercase(), area: Some(Area::Factors) }
    }

    /// The topic itself.
    #[must_use]
    pub fn of<'a>(&self, topics: &'a [Topic]) -> Option<&'a Topic> {
        let in_area = |topic: &Topic| self.area.is_none_or(|area| topic.area == area);
        topics.iter().find(|topic| topic.key == self.key && in_area(topic))
    }
}

impl BookScreen {
    /// The word for what is chosen; where nothing is, for the pane.
    #[must_use]
    pub fn concept(&self, sight: &Sight<'_>) -> Option<Concept> {
        if sight.whole.rows.is_empty() {
            return None;
        }
        let key = match self.chosen(sight) {
            None => self.key_of_pane(),
            Some(Chosen::Account(_)) if self.pane == Pane::List => "group",
            Some(Chosen::Account(_)) => "signal",
            Some(Chosen::Signal(signal)) => signal.code,
            Some(Chosen::Factor(factor)) => {
                return Some(Concept::of_factor(factor));
            }
            Some(Chosen::Person(_)) => self.view(),
            Some(Chosen::Seat(_)) => "target contacts",
            Some(Chosen::Step(step)) => match step.kind {
                StepKind::Promise => "promise",
                StepKind::Meeting => "meeting",
                StepKind::Step | StepKind::Milestone => "step",
            },
            Some(Chosen::Priority(_)) => "priority",
            Some(Chosen::Cycle(_)) => "completion",
            Some(Chosen::OldTasks) => "step",
            Some(Chosen::Talk(entry)) if entry.talk.mood.is_some() => "mood",
            Some(Chosen::Talk(_)) => "two-way talk",
            Some(Chosen::Line(entry)) => entry.ground.topic,
        };
        Some(Concept::named(key))
    }

    const fn view(&self) -> &'static str {
        match self.map_view {
            MapView::Coverage => "seat",
            MapView::Feedback => "nps",
            MapView::Warmth => "warmth",
            MapView::Power => "power",
            MapView::Tree => "map",
        }
    }

    const fn key_of_pane(&self) -> &'static str {
        match (self.pane, self.tab) {
            (Pane::List, _) => "book line",
            (Pane::Head, _) => "signal",
            (Pane::Map, _) => self.view(),
            (Pane::Score, _) => "score",
            (Pane::Tab, Tab::Plan) => "plan",
            (Pane::Tab, Tab::Log) => "two-way talk",
            (Pane::Tab, Tab::Feedback) => "nps",
            (Pane::Tab, Tab::Money) => "revenue history",
            (Pane::Tab, Tab::Expand) => "opportunity",
            (Pane::Tab, Tab::File) => "completeness",
            (Pane::Tab, Tab::History) => "history",
        }
    }
}
