//! Adding: each kind of record in its form, for the account looked at.

use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::page::{Entry, Kind};
use crate::domain::plan::priority::MOST;
use crate::domain::plan::step::StepKind;
use crate::tui::action::{Opening, What, Wish};
use crate::tui::form::link;
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::{BookScreen, Chosen, Pane, Sight, Tab};

impl BookScreen {
    /// What the pane in focus is for.
    pub(super) const fn what_pane_holds(&self) -> What {
        match (self.pane, self.tab) {
            (Pane::List, _) => What::Account,
            (Pane::Head, _) | (Pane::Tab, Tab::Plan) => What::Step,
            (Pane::Map, _) => What::Person,
            (Pane::Score, _) => What::Score,
            (Pane::Tab, Tab::Log) => What::Talk,
            (Pane::Tab, Tab::Feedback) => What::Record(Kind::Answer),
            (Pane::Tab, Tab::Money) => What::Revenue,
            (Pane::Tab, Tab::Expand) => What::Record(Kind::Opportunity),
            (Pane::Tab, Tab::File | Tab::History) => What::Record(Kind::Goal),
        }
    }

    /// The form for a new record.
    pub(super) fn add(&self, what: What, sight: &Sight<'_>) -> Vec<Wish> {
        if what == What::Account {
            return vec![Wish::Open(Opening::Form(Subject::Account { account: None }))];
        }
        let Some(account) = self.account(sight.book).map(|account| account.0) else {
            return vec![Wish::Say("First an account: a, then a.".to_owned())];
        };
        let dossier = self.dossier(sight);
        let plan = dossier.map(|dossier| dossier.records.plan.is_some());
        let full = |dossier: &Dossier| dossier.records.priorities.len() >= MOST as usize;
        if what == What::Priority && dossier.is_some_and(full) {
            let says = "A cycle has three priorities at most: edit or delete one of them.";
            return vec![Wish::Say(says.to_owned())];
        }
        let about = self.opportunity(sight).map(|id| id.0);
        let step = |kind: StepKind| Subject::Step {
            account: Some(account),
            step: None,
            kind: kind.to_string(),
            signal: None,
            about,
        };
        let subject = match what {
            What::Account => Subject::Account { account: None },
            What::Person => Subject::Person { account: Some(account), contact: None, level: None },
            What::Note => Subject::Note { account },
            What::Talk => Subject::Talk { account, talk: None, with: None, about },
            What::Step => step(StepKind::Step),
            What::Meeting => step(StepKind::Meeting),
            What::Promise => step(StepKind::Promise),
            What::Milestone => step(StepKind::Milestone),
            // One cycle runs at a time, and what it is for belongs to one.
            What::Plan if plan == Some(true) => Subject::CycleEnd { account },
            What::Priority if plan == Some(false) => Subject::Plan { account, plan: None },
            What::Plan => Subject::Plan { account, plan: None },
            What::Priority => Subject::Priority { account, priority: None },
            What::Revenue => Subject::Revenue { account, entry: None },
            What::Contract => Subject::Contract { account },
            What::Score => Subject::Score { account, factor: None, points: None },
            // What is open already is gone on with.
            What::Record(Kind::RiskReview) => {
                let reviews = dossier.into_iter().flat_map(|dossier| &dossier.records.risk_reviews);
                let open = reviews.filter(|one| one.closed_on.is_none()).max_by_key(|one| one.id);
                link::record(Id(account), Kind::RiskReview, open.map(|one| one.id.0), None)
            }
            What::Record(kind) => link::record(Id(account), kind, None, None),
        };
        vec![Wish::Open(Opening::Form(subject))]
    }

    /// The opportunity on whose line somebody stands.
    fn opportunity(&self, sight: &Sight<'_>) -> Option<Id> {
        match self.chosen(sight) {
            Some(Chosen::Line(Entry { link: Some(link), .. }))
                if link.kind == Kind::Opportunity =>
            {
                link.id
            }
            _ => None,
        }
    }
}
