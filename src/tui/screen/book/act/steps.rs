//! Steps of the plan that are marked, and what is done to all of them: one commit, one undo.

use crate::domain::cell::Id;
use crate::domain::plan::step::Step;
use crate::tui::action::{Action, Wish};
use crate::tui::screen::book::{BookScreen, Chosen, Pane, Sight, Tab};
use crate::tui::several::Several;
use crate::tui::several::steps::OnSteps;

impl BookScreen {
    /// The steps of the account that are marked and still open: what is closed is over.
    pub(in crate::tui::screen::book) fn marked_steps(&self, sight: &Sight<'_>) -> Vec<Id> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let marked = |step: &&Step| step.status.open() && self.plan.marked.contains(&step.id);
        dossier.records.steps.iter().filter(marked).map(|step| step.id).collect()
    }

    const fn in_plan(&self) -> bool {
        matches!((self.pane, self.tab), (Pane::Tab, Tab::Plan))
    }

    /// An act in the plan that marks, or that is for all that is marked; none: it is another one.
    pub(super) fn act_on_steps(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        if !self.in_plan() {
            return None;
        }
        let mut steps = self.marked_steps(sight);
        let deed = match action {
            Action::Mark => return Some(self.mark_step(sight)),
            Action::MarkAll => return Some(self.mark_all_steps(&steps, sight)),
            Action::Hand => OnSteps::Hand,
            Action::Done => OnSteps::Done,
            Action::MoveDay => OnSteps::Move,
            Action::Drop => OnSteps::Drop,
            Action::Delete => OnSteps::Remove,
            _ => return None,
        };
        if steps.is_empty() && deed == OnSteps::Hand {
            let Some(Chosen::Step(step)) = self.chosen(sight) else { return None };
            steps.push(step.id);
        }
        // Meetings stay open: Space on one of them is for that one again.
        if deed == OnSteps::Done {
            self.plan.marked.clear();
        }
        (!steps.is_empty()).then(|| vec![Wish::Together(Several::steps(steps, deed))])
    }

    /// Marks the step, or takes its mark, and goes to the next one.
    fn mark_step(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let step = match self.chosen(sight) {
            Some(Chosen::Step(step)) if step.status.open() => step.id,
            Some(Chosen::Step(step)) => {
                return vec![Wish::Say(format!("It is {} already.", step.status))];
            }
            _ => return vec![Wish::Say("First choose a step.".to_owned())],
        };
        if !self.plan.marked.remove(&step) {
            self.plan.marked.insert(step);
        }
        if let Some(dossier) = self.dossier(sight) {
            self.plan.step_by(1, dossier);
        }
        Vec::new()
    }

    /// Marks all open steps; where they are marked, takes the marks.
    fn mark_all_steps(&mut self, marked: &[Id], sight: &Sight<'_>) -> Vec<Wish> {
        let Some(dossier) = self.dossier(sight) else { return Vec::new() };
        let open = dossier.records.steps.iter().filter(|step| step.status.open());
        let open: Vec<Id> = open.map(|step| step.id).collect();
        self.plan.marked.clear();
        if open.is_empty() {
            return vec![Wish::Say("No step is open here.".to_owned())];
        }
        if open.len() > marked.len() {
            self.plan.marked.extend(open);
        }
        Vec::new()
    }
}
