//! What is done about a line: each kind has its record, and its one key that deals with it.

use super::{AgendaScreen, Fold, Line, Spot, agenda, how};
use crate::desk::{Act, Commit};
use crate::domain::account::contract::{self, Renewal};
use crate::domain::account::{self, Field};
use crate::domain::agenda::{Due, What};
pub(super) use crate::domain::away::inside::step_of as step;
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::change::{Change, Expected};
use crate::domain::page::Kind;
use crate::domain::plan::step::StepKind;
use crate::tui::action::{Action, Deed, Opening, What as New, Wish, to_book};
use crate::tui::form::link;
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::Sight;
use crate::tui::several::Several;
use crate::tui::several::steps::OnSteps;

fn say(text: &str) -> Vec<Wish> {
    vec![Wish::Say(text.to_owned())]
}

fn form(subject: Subject) -> Vec<Wish> {
    vec![Wish::Open(Opening::Form(subject))]
}

fn together(steps: Vec<Id>, deed: OnSteps) -> Vec<Wish> {
    vec![Wish::Together(Several::steps(steps, deed))]
}

impl AgendaScreen {
    /// An act on what is chosen or marked; none: it is the Book's.
    pub(super) fn act(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        match action {
            Action::Mark => return Some(self.mark(sight)),
            Action::MarkAll => return Some(self.mark_all(sight)),
            // What is of the whole book asks for no line.
            Action::New(New::Record(kind)) if kind.is_of_book() => {
                return Some(form(link::record(Id(0), kind, None, None)));
            }
            _ => {}
        }
        let deed = match action {
            Action::Done => Some(OnSteps::Done),
            Action::MoveDay => Some(OnSteps::Move),
            Action::Drop => Some(OnSteps::Drop),
            Action::Hand => Some(OnSteps::Hand),
            Action::Delete => Some(OnSteps::Remove),
            _ => None,
        };
        if let Some(deed) = &deed
            && !self.marked.is_empty()
        {
            let marked = self.marked.iter().copied().collect();
            // Meetings stay open: Space on one of them is for that one again.
            if action == Action::Done {
                self.marked.clear();
            }
            return Some(together(marked, deed.clone()));
        }
        let Some(due) = self.due(sight) else { return self.on_fold(action, sight) };
        match (action, step(due), due.account) {
            (Action::ToBook, _, Some(account)) => return Some(to_book(account)),
            (Action::ToBook, ..) => {
                return Some(say("No account claims it: Enter opens it, and gives it one."));
            }
            (Action::Open | Action::Edit, ..) => return Some(open(due, sight)),
            (Action::Hand, Some(step), _) => return Some(together(vec![step], OnSteps::Hand)),
            // A step of an account is the Book's own: a meeting asks how it went, a call what was
            // said.
            (_, Some(_), Some(_)) => return None,
            (_, Some(step), None) => {
                if let Some(deed) = deed {
                    return Some(together(vec![step], deed));
                }
            }
            (Action::Done, None, _) => return Some(done(due, sight)),
            (Action::MoveDay, None, _) => return Some(move_day(due)),
            (Action::Drop | Action::Delete | Action::Hand, None, _) => {
                return Some(say("This is no step: Enter opens what it comes from."));
            }
            _ => {}
        }
        // What the Book does it does to an account.
        if due.account.is_none() && !action.opens_anywhere() {
            return Some(say("No account claims it."));
        }
        None
    }

    /// On a line that folds others away.
    fn on_fold(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        match action {
            Action::Open | Action::Done | Action::Edit => {
                let lines = self.lines(sight);
                if let Some(Line::Fold { open, .. }) = self.at(&lines).and_then(|at| lines.get(at))
                {
                    self.turn_fold(!*open, sight);
                }
                Some(Vec::new())
            }
            _ if action.opens_anywhere() => None,
            _ if self.lines(sight).is_empty() => {
                Some(say("Nothing stands here; 1 goes to the Book."))
            }
            _ => Some(say("First choose a line; Enter unfolds this one.")),
        }
    }

    /// Opens or closes the fold that is chosen; closed from within, its own line is chosen.
    pub(super) fn turn_fold(&mut self, open: bool, sight: &Sight<'_>) {
        let lines = self.lines(sight);
        let Some(at) = self.at(&lines) else { return };
        let fold = match lines.get(at) {
            Some(Line::Fold { fold, .. }) => Some((at, *fold)),
            _ if open => None,
            _ => lines[..at].iter().enumerate().rev().find_map(|(place, line)| match line {
                Line::Fold { fold, open: true, .. } => Some((place, *fold)),
                _ => None,
            }),
        };
        let Some((place, fold)) = fold else { return };
        if open {
            self.opened.insert(fold);
            if let Fold::Group(_) = fold {
                // As much of the month as there is room for.
                self.top = place;
            }
        } else {
            self.opened.remove(&fold);
        }
        (self.chosen, self.place) = (Some(Spot::Fold(fold)), place);
    }

    /// Marks the step, or takes its mark, and goes to the next line.
    fn mark(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let Some(step) = self.due(sight).and_then(step) else {
            return say("Only steps, promises and meetings can be marked.");
        };
        if !self.marked.remove(&step) {
            self.marked.insert(step);
        }
        self.step_by(1, sight);
        Vec::new()
    }

    /// Marks all steps of the group that is looked at; where they are, takes the marks.
    fn mark_all(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let (Some(due), Some(agenda)) = (self.due(sight), agenda(sight)) else {
            return say("First choose a line.");
        };
        let key = due.key();
        let groups = agenda.groups();
        let here = groups.iter().find(|(_, dues)| dues.iter().any(|one| one.key() == key));
        let steps: Vec<Id> =
            here.into_iter().flat_map(|(_, dues)| dues).filter_map(|due| step(due)).collect();
        if steps.is_empty() {
            return say("Nothing in this group is a step.");
        }
        if steps.iter().all(|step| self.marked.contains(step)) {
            self.marked.retain(|step| !steps.contains(step));
        } else {
            self.marked.extend(steps);
        }
        Vec::new()
    }
}

/// Enter: the record that it is about.
fn open(due: &Due, sight: &Sight<'_>) -> Vec<Wish> {
    let Some(account) = due.account else {
        return match due.about {
            Some(("step", step)) => form(step_form(None, step, due)),
            Some(("away", away)) => form(link::record(Id(0), Kind::Away, Some(away.0), None)),
            _ => Vec::new(),
        };
    };
    let (here, about) = (account.0, due.about);
    match (due.what, about) {
        (What::Review, _) => to_book(account),
        (What::Snooze, _) => vec![Wish::Do(Deed::Act(Action::SwitchedOff))],
        (What::Survey | What::Results, _) => {
            form(link::record(account, Kind::Agreement, None, None))
        }
        (What::Cycle, Some((_, plan))) => {
            if due.on < sight.today {
                form(Subject::CycleEnd { account: here })
            } else {
                form(Subject::Plan { account: here, plan: Some(plan.0) })
            }
        }
        (What::Notice | What::End | What::Renewal, _) => form(Subject::Contract { account: here }),
        (What::Birthday, Some((_, contact))) => {
            form(Subject::Person { account: Some(here), contact: Some(contact.0), level: None })
        }
        (What::Goal, Some((_, goal))) => {
            form(link::record(account, Kind::Goal, Some(goal.0), None))
        }
        (What::Opportunity, Some((_, one))) => {
            form(link::record(account, Kind::Opportunity, Some(one.0), None))
        }
        (_, Some(("step", step))) => form(step_form(Some(here), step, due)),
        _ => done(due, sight),
    }
}

fn step_form(account: Option<i64>, step: Id, due: &Due) -> Subject {
    let kind = match due.what {
        What::Meeting => StepKind::Meeting,
        What::Promise => StepKind::Promise,
        What::Milestone => StepKind::Milestone,
        _ => StepKind::Step,
    };
    let kind = kind.to_string();
    Subject::Step { account, step: Some(step.0), kind, signal: None, about: None }
}

/// Space on what is no step.
fn done(due: &Due, sight: &Sight<'_>) -> Vec<Wish> {
    if let (What::Away, Some((_, away))) = (due.what, due.about) {
        return vec![Wish::Together(Several::Inside { away: Some(away), asked: true })];
    }
    let (Some(account), true) = (due.account, how::space(due, sight.today).is_some()) else {
        return say("Space has nothing to do on this line; Enter opens it.");
    };
    let here = account.0;
    let talk = |with: Option<Id>, about: Option<Id>| Subject::Talk {
        account: here,
        talk: None,
        with: with.map(|id| id.0),
        about: about.map(|id| id.0),
    };
    let meeting = |signal: Option<&str>| Subject::Step {
        account: Some(here),
        step: None,
        kind: StepKind::Meeting.to_string(),
        signal: signal.map(str::to_owned),
        about: None,
    };
    let record = due.about.map(|(_, id)| id);
    match due.what {
        What::Outcome => form(Subject::Outcome { account: here }),
        What::Forecast => form(link::record(account, Kind::Forecast, None, None)),
        What::Opportunity => form(talk(None, record)),
        What::Birthday => form(talk(record, None)),
        What::Talk => form(talk(None, None)),
        What::Qbr => form(meeting(Some("qbr-late"))),
        What::Strategic => form(meeting(Some("strategic-late"))),
        What::CheckIn => form(meeting(None)),
        What::Survey => vec![Wish::Do(Deed::Act(Action::AskAll))],
        What::Cycle => form(Subject::CycleEnd { account: here }),
        What::Review => {
            account_edit(due, account, "reviewed", Field::ReviewedOn(Some(sight.today)), sight)
        }
        What::Results => {
            let field = Field::ResultsSharedOn(Some(sight.today));
            account_edit(due, account, "results of the feedback shared", field, sight)
        }
        What::Renewal => talks_begun(due, account, sight),
        _ => Vec::new(),
    }
}

/// What was read of the account.
fn dossier<'a>(account: Id, sight: &Sight<'a>) -> Option<&'a Dossier> {
    sight.dossier.filter(|dossier| dossier.records.account.id == account)
}

fn commit(
    due: &Due,
    account: Id,
    label: &str,
    change: Change,
    expected: Vec<Expected>,
) -> Vec<Wish> {
    let act = Act::edit(format!("{}: {label}", due.name), Some(account));
    vec![Wish::Commit(Commit::new(act, vec![change]).expecting(expected))]
}

fn account_edit(due: &Due, account: Id, label: &str, field: Field, sight: &Sight<'_>) -> Vec<Wish> {
    let fields = vec![field];
    let held = dossier(account, sight).map(|dossier| dossier.records.account.expects(&fields));
    let change = account::Change::Edited { id: account, fields };
    commit(due, account, label, change.into(), held.unwrap_or_default())
}

fn talks_begun(due: &Due, account: Id, sight: &Sight<'_>) -> Vec<Wish> {
    let Some((_, id)) = due.about else { return Vec::new() };
    let fields = vec![contract::Field::Renewal(Renewal::InTalks)];
    let held = dossier(account, sight)
        .and_then(|dossier| dossier.records.contract.as_ref())
        .filter(|contract| contract.id == id)
        .map(|contract| contract.expects(&fields));
    let change = contract::Change::Edited { id, fields };
    commit(due, account, "renewal talks begun", change.into(), held.unwrap_or_default())
}

/// Another day for what is no step.
fn move_day(due: &Due) -> Vec<Wish> {
    match (due.what, due.account, due.about, &due.signal) {
        (What::Snooze, Some(account), _, Some(code)) => {
            form(Subject::Later { account: account.0, code: code.clone(), here: false })
        }
        (What::Opportunity, Some(account), Some((_, id)), _) => {
            form(link::record(account, Kind::Opportunity, Some(id.0), None))
        }
        (What::Goal, Some(account), Some((_, id)), _) => {
            form(link::record(account, Kind::Goal, Some(id.0), None))
        }
        (What::Away, _, Some((_, id)), _) => {
            form(link::record(Id(0), Kind::Away, Some(id.0), None))
        }
        _ => say("This day comes from a rule or a record: Enter opens it."),
    }
}
