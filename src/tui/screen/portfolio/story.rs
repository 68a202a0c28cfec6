//! The week in sentences.

use crate::domain::page::{Page, whole};
use crate::domain::story::Way;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::Leaf;
use crate::tui::screen::whole::Want;

/// The week in sentences.
#[derive(Debug, Default)]
pub struct Story;

impl Leaf for Story {
    fn name(&self) -> &'static str {
        "Story"
    }

    fn wants(&self, _sight: &Sight<'_>) -> Want {
        Want::Story
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        let story = sight.beside.whole.story.as_ref()?;
        let key = |way| {
            let action = match way {
                Way::Done => Action::Done,
                Way::Playbook => Action::Playbook,
                Way::InHand => Action::InHand,
            };
            sight.keymap.key(Context::Whole, action).map(|key| key.to_string())
        };
        Some(whole::story::page(story, &key))
    }

    fn concept(&self) -> &'static str {
        "story"
    }
}
