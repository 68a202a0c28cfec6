//! What is done to all marked accounts together, or to the one looked at: one commit, one undo.

use crate::desk::{Act, Commit};
use crate::domain::account::{self, Tier};
use crate::domain::book::row::BookRow;
use crate::domain::cell::Id;
use crate::domain::plan::step::StepKind;
use crate::tui::action::{Action, Deed, Opening, What, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::spot::Spot;
use crate::tui::screen::book::{BookScreen, Pane, Sight};
use crate::tui::several::Several;
use crate::tui::several::accounts::{OnAccounts, names};
use crate::tui::several::steps::OnSteps;

impl BookScreen {
    /// What an act does to all that are marked, while the list has the focus; none: it is for one
    /// account, or none is marked.
    pub(super) fn act_on_marked(&self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        if self.pane != Pane::List || self.marked.is_empty() {
            return None;
        }
        let accounts = || self.meant(sight).into_iter().map(|row| row.account).collect();
        let deed = match action {
            Action::MoveDay => return Some(self.move_marked(sight)),
            Action::New(kind @ (What::Step | What::Milestone)) => {
                return Some(vec![step_for_all(kind, accounts())]);
            }
            Action::Later => OnAccounts::Later,
            Action::Playbook => OnAccounts::Playbook,
            Action::StillTrue => OnAccounts::Reviewed,
            _ => return None,
        };
        Some(vec![Wish::Together(Several::Accounts { accounts: accounts(), deed })])
    }

    /// The marked accounts, also those that the filter hides; else the one looked at.
    fn meant<'a>(&self, sight: &Sight<'a>) -> Vec<&'a BookRow> {
        if self.marked.is_empty() {
            let on_account = self.pane != Pane::List || self.spot(sight.book) == Spot::Account;
            return self.row(sight.book).filter(|_| on_account).into_iter().collect();
        }
        let marked = |row: &&BookRow| self.marked.contains(&row.account);
        sight.whole.rows.iter().filter(marked).collect()
    }

    pub(super) fn tier(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let meant = self.meant(sight);
        let Some(first) = meant.first() else { return none_chosen() };
        let asks = |tier: Tier| match tier {
            Tier::Strategic => "a talk a week, QBR each quarter",
            Tier::Growth => "a talk a month, QBR twice a year",
            Tier::Maintenance => "a talk a quarter",
        };
        let tiers = Tier::ALL
            .iter()
            .map(|tier| Item::new(tier.word(), asks(*tier), Wish::Do(Deed::Tier(Some(*tier)))));
        let none = Item::new("none", "judged as maintenance", Wish::Do(Deed::Tier(None)));
        let items: Vec<Item> = tiers.chain([none]).collect();
        let now = Tier::ALL.iter().position(|tier| Some(*tier) == first.tier);
        let pick =
            Pick::new("Tier", items).at(now.unwrap_or(Tier::ALL.len())).lead([named(&meant)]);
        vec![Wish::Open(Opening::Pick(pick))]
    }

    /// Into the archive, or out of it where all that is meant lies there already.
    pub(super) fn archive(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let meant = self.meant(sight);
        if meant.is_empty() {
            return none_chosen();
        }
        let away = !meant.iter().all(|row| row.archived);
        vec![Wish::Do(Deed::Archive(away))]
    }

    /// Another day for the next step of each marked account.
    fn move_marked(&self, sight: &Sight<'_>) -> Vec<Wish> {
        let meant = self.meant(sight);
        let steps: Vec<&BookRow> =
            meant.iter().copied().filter(|row| row.next_step.is_some()).collect();
        if steps.is_empty() {
            let says = "None of the marked accounts has an open step with a day.";
            return vec![Wish::Say(says.to_owned())];
        }
        let without = meant.len() - steps.len();
        let note = match without {
            0 => None,
            1 => Some("1 account has no open step with a day: it stays as it is.".to_owned()),
            some => Some(format!("{some} accounts have no open step with a day: they stay.")),
        };
        let steps = steps.iter().filter_map(|row| row.next_step).collect();
        vec![Wish::Together(Several::Steps { steps, deed: OnSteps::Move, note })]
    }

    pub(super) fn deed_on_accounts(&mut self, deed: &Deed, sight: &Sight<'_>) -> Vec<Wish> {
        match deed {
            Deed::RemoveAccount(id) => {
                // The question was about all that are marked, or about this one.
                let all = self.marked.contains(id);
                let mut meant = self.meant(sight);
                if !all {
                    meant = sight.whole.rows.iter().filter(|row| row.account == *id).collect();
                }
                self.marked.clear();
                remove(&meant)
            }
            Deed::Tier(tier) => {
                let (meant, same): (Vec<_>, Vec<_>) =
                    self.meant(sight).into_iter().partition(|row| row.tier != *tier);
                let label = tier.map_or("no tier".to_owned(), |tier| format!("tier {tier}"));
                edited(&meant, same.len(), &label, &account::Field::Tier(*tier))
            }
            Deed::Archive(away) => {
                let (meant, same): (Vec<_>, Vec<_>) =
                    self.meant(sight).into_iter().partition(|row| row.archived != *away);
                self.marked.clear();
                let label = if *away { "put away in the archive" } else { "out of the archive" };
                edited(
                    &meant,
                    same.len(),
                    label,
                    &account::Field::ArchivedOn(away.then_some(sight.today)),
                )
            }
            _ => Vec::new(),
        }
    }
}

/// The same field of each of them, as one step; so many others hold it already.
fn edited(meant: &[&BookRow], same: usize, label: &str, field: &account::Field) -> Vec<Wish> {
    if meant.is_empty() {
        return vec![Wish::Say("That is so already.".to_owned())];
    }
    let changes = meant
        .iter()
        .map(|row| account::Change::Edited { id: row.account, fields: vec![field.clone()] }.into());
    let mut act = Act::edit(format!("{}: {label}", told(meant)), only(meant));
    act.left_out = match same {
        0 => None,
        1 => Some("1 is so already".to_owned()),
        _ => Some(format!("{same} are so already")),
    };
    vec![Wish::Commit(Commit::new(act, changes.collect()))]
}

/// Accounts go with all that belongs to them; somebody was asked before.
fn remove(meant: &[&BookRow]) -> Vec<Wish> {
    if meant.is_empty() {
        return Vec::new();
    }
    let changes = meant.iter().map(|row| account::Change::Removed(row.account).into());
    let act = Act::edit(format!("{} removed", told(meant)), only(meant));
    vec![Wish::Commit(Commit::new(act, changes.collect()))]
}

fn none_chosen() -> Vec<Wish> {
    vec![Wish::Say("First choose an account.".to_owned())]
}

/// `Contoso`, `3 accounts`.
fn told(meant: &[&BookRow]) -> String {
    match meant {
        [one] => one.name.clone(),
        several => format!("{} accounts", several.len()),
    }
}

fn only(meant: &[&BookRow]) -> Option<Id> {
    match meant {
        [one] => Some(one.account),
        _ => None,
    }
}

/// Who is meant, for a question: one line.
fn named(meant: &[&BookRow]) -> String {
    names(meant.iter().map(|row| row.name.as_str()))
}

/// The form of a step that all of them get.
fn step_for_all(kind: What, accounts: Vec<Id>) -> Wish {
    let kind = if kind == What::Milestone { StepKind::Milestone } else { StepKind::Step };
    let accounts = accounts.into_iter().map(|account| account.0).collect();
    Wish::Open(Opening::Form(Subject::StepForAll { accounts, kind: kind.to_string() }))
}
