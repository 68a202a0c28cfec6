//! The lines of the plan that can be chosen, and which of them is. A line is known by its record
//! and not by its place: a step that is done or moved stays chosen where it is drawn next.

use super::Chosen;
use super::update::moved;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::Priority;
use crate::domain::plan::step::{Step, StepStatus};
use std::collections::BTreeSet;

/// What can be chosen in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Priority(Id),
    Step(Id),
    Cycle,
    OldTasks,
}

/// One line of the plan.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    Priority(&'a Priority),
    /// What stands outside the priorities.
    Loose,
    Step(&'a Step),
    /// The cycle as a whole, under its steps.
    Cycle(&'a Plan),
    /// The old tasks of an import, so many.
    OldTasks(usize),
}

impl Entry<'_> {
    /// What is chosen with it; a mere heading is passed over.
    pub const fn line(&self) -> Option<Line> {
        Some(match self {
            Self::Priority(priority) => Line::Priority(priority.id),
            Self::Step(step) => Line::Step(step.id),
            Self::Cycle(_) => Line::Cycle,
            Self::OldTasks(_) => Line::OldTasks,
            Self::Loose => return None,
        })
    }
}

/// The lines above the last two: priorities with the steps that serve them, then the other steps.
pub fn body(dossier: &Dossier) -> Vec<Entry<'_>> {
    let records = &dossier.records;
    let plan = records.plan.as_ref().map(|plan| plan.id);
    let wanted = |step: &&Step| match step.status {
        StepStatus::Open | StepStatus::Doing | StepStatus::Done => true,
        // What was dropped in cycles before, or beside them, is over.
        StepStatus::Dropped => step.plan_id.is_some() && step.plan_id == plan,
        StepStatus::Old => false,
    };
    let mut entries = Vec::new();
    for priority in &records.priorities {
        entries.push(Entry::Priority(priority));
        let serves = |step: &&Step| step.priority_id == Some(priority.id);
        entries.extend(records.steps.iter().filter(wanted).filter(serves).map(Entry::Step));
    }
    let known = |step: &&Step| {
        step.priority_id.is_none_or(|id| records.priorities.iter().all(|one| one.id != id))
    };
    let loose: Vec<&Step> = records.steps.iter().filter(wanted).filter(known).collect();
    if !loose.is_empty() && !records.priorities.is_empty() {
        entries.push(Entry::Loose);
    }
    entries.extend(loose.into_iter().map(Entry::Step));
    entries
}

/// The last two: the cycle, and what is left of an import to decide on.
pub fn foot(dossier: &Dossier) -> Vec<Entry<'_>> {
    let records = &dossier.records;
    let old = records.steps.iter().filter(|step| step.status == StepStatus::Old).count();
    let cycle = records.plan.as_ref().map(Entry::Cycle);
    cycle.into_iter().chain((old > 0).then_some(Entry::OldTasks(old))).collect()
}

/// Where the person is in the plan.
#[derive(Debug, Default)]
pub struct PlanPlace {
    /// None: nobody has chosen yet, and the first open step stands out.
    line: Option<Line>,
    /// As they were drawn last.
    lines: Vec<Line>,
    /// The place of the chosen one among them.
    at: usize,
    /// The first entry on the screen.
    pub top: usize,
    /// Steps that a deed is done to together.
    pub marked: BTreeSet<Id>,
}

impl PlanPlace {
    /// The lines as they are on the screen; before the first frame, all of them.
    fn lines(&self, dossier: &Dossier) -> Vec<Line> {
        let all: Vec<Line> =
            body(dossier).iter().chain(&foot(dossier)).filter_map(Entry::line).collect();
        // What has just come in is not on the screen yet.
        let new = |line: Line| all.contains(&line) && !self.lines.contains(&line);
        if self.lines.is_empty() || self.line.is_some_and(new) {
            return all;
        }
        self.lines.iter().copied().filter(|line| all.contains(line)).collect()
    }

    /// The place of the chosen line among these; where it is gone, of the one that followed it.
    fn place(&self, lines: &[Line], dossier: &Dossier) -> usize {
        let last = lines.len().saturating_sub(1);
        match self.line {
            Some(line) => {
                let place = |line: &Line| lines.iter().position(|one| one == line);
                place(&line)
                    .or_else(|| self.lines.iter().skip(self.at).find_map(place))
                    .or_else(|| self.lines.iter().take(self.at).rev().find_map(place))
                    .unwrap_or_else(|| self.at.min(last))
            }
            None => lines.iter().position(|line| is_open(*line, dossier)).unwrap_or(0),
        }
    }

    /// Takes over what is drawn, and says which of it is chosen. What somebody sees chosen stays
    /// so; until then the first open step stands out.
    pub fn drawn(&mut self, lines: Vec<Line>, dossier: &Dossier, seen: bool) -> Option<Line> {
        self.at = self.place(&lines, dossier);
        let chosen = lines.get(self.at).copied();
        if self.line.is_some() || seen {
            self.line = chosen;
        }
        self.lines = lines;
        chosen
    }

    /// Whether this line of those on the screen is the chosen one.
    pub const fn is_at(&self, at: usize) -> bool {
        self.at == at
    }

    /// Chooses one of the lines on the screen.
    pub fn choose(&mut self, at: usize) {
        self.line = self.lines.get(at).copied().or(self.line);
        self.at = at;
    }

    /// To the line of a record that has just come in.
    pub fn look_at(&mut self, line: Line) {
        self.line = Some(line);
    }

    pub fn step_by(&mut self, by: isize, dossier: &Dossier) {
        let lines = self.lines(dossier);
        self.at = moved(self.place(&lines, dossier), by, lines.len());
        self.line = lines.get(self.at).copied();
    }

    pub fn chosen<'a>(&self, dossier: &'a Dossier) -> Option<Chosen<'a>> {
        let lines = self.lines(dossier);
        let records = &dossier.records;
        match *lines.get(self.place(&lines, dossier))? {
            Line::Step(id) => records.steps.iter().find(|one| one.id == id).map(Chosen::Step),
            Line::Priority(id) => {
                records.priorities.iter().find(|one| one.id == id).map(Chosen::Priority)
            }
            Line::Cycle => records.plan.as_ref().map(Chosen::Cycle),
            Line::OldTasks => Some(Chosen::OldTasks),
        }
    }
}

fn is_open(line: Line, dossier: &Dossier) -> bool {
    let open = |id: Id| dossier.records.steps.iter().any(|one| one.id == id && one.status.open());
    matches!(line, Line::Step(id) if open(id))
}
