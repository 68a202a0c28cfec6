//! The list: filter, order, going to an account, and marking several.

use crate::domain::book::row::{Book, BookRow};
use crate::domain::cell::Id;
use crate::domain::listing::{Listing, Sort};
use crate::tui::action::{Action, Deed, Opening, Wish};
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::screen::book::spot::Spot;
use crate::tui::screen::book::{BookScreen, Pane, Sight};
use crate::tui::screen::view::View;
use crate::tui::widget::phrase;
use std::collections::BTreeSet;

impl BookScreen {
    /// Marks the account, or takes its mark; in the list the next one is looked at.
    pub(super) fn mark(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        if self.pane == Pane::List && self.spot(sight.book) != Spot::Account {
            return vec![Wish::Say("First choose an account.".to_owned())];
        }
        let Some(place) = self.place(sight.book) else { return Vec::new() };
        let Some(account) = sight.book.rows.get(place).map(|row| row.account) else {
            return Vec::new();
        };
        let before = self.looked();
        if !self.marked.remove(&account) {
            self.marked.insert(account);
        }
        if self.pane == Pane::List && place + 1 < sight.book.rows.len() {
            self.go_to(place + 1, sight);
        }
        self.wishes_since(before)
    }

    /// Marks all that the list shows; where they are, takes the marks.
    pub(super) fn mark_all(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        let shown = || sight.book.rows.iter().map(|row| row.account);
        if shown().all(|account| self.marked.contains(&account)) {
            self.marked.clear();
        } else {
            self.marked.extend(shown());
        }
        Vec::new()
    }

    /// Marks do not outlive their accounts.
    pub fn forget_gone(&mut self, whole: &Book) {
        if !self.marked.is_empty() {
            let there: BTreeSet<Id> = whole.rows.iter().map(|row| row.account).collect();
            self.marked.retain(|account| there.contains(account));
        }
    }

    /// Stays with the account looked at while the list is shown another way. Where it is hidden
    /// the first takes its place, until it comes back into sight: a filter that is half typed
    /// hides many. Says whether another one is looked at now.
    pub fn stay(&mut self, book: &Book) -> bool {
        let before = self.account;
        let shows = |account: &Id| book.rows.iter().any(|row| row.account == *account);
        let meant = match self.hidden {
            Some((hidden, instead)) if instead == before => Some(hidden),
            _ => before,
        };
        let account = meant.filter(shows).or(before.filter(shows));
        let account = account.or(book.rows.first().map(|row| row.account));
        self.hidden = meant.filter(|_| account != meant).map(|meant| (meant, account));
        self.look_at(account);
        account != before
    }

    /// The line that filters, over the lowest ones.
    pub(super) fn find(&mut self, sight: &Sight<'_>) -> Vec<Wish> {
        if sight.whole.rows.is_empty() {
            return vec![Wish::Say("There is no account to find yet.".to_owned())];
        }
        self.pane = Pane::List;
        vec![Wish::Open(Opening::Find(self.account(sight.book)))]
    }

    pub(super) fn sort(sight: &Sight<'_>) -> Vec<Wish> {
        let first = |sort: Sort| match sort {
            Sort::Need => "in groups, who needs me most first",
            Sort::Name => "A first",
            Sort::Arr => "the largest first",
            Sort::Score => "the weakest first",
            Sort::ActBy => "the nearest first",
            Sort::LastTalk => "the longest silence first",
        };
        let items = Sort::ALL
            .iter()
            .map(|sort| Item::new(sort.word(), first(*sort), Wish::Do(Deed::Sort(*sort))));
        let now = Sort::ALL.iter().position(|sort| *sort == sight.listing.sort).unwrap_or(0);
        vec![Wish::Open(Opening::Pick(Pick::new("Sort by", items.collect()).at(now)))]
    }

    /// All accounts by name, whatever the list shows of them.
    pub(super) fn go_to_account(sight: &Sight<'_>) -> Vec<Wish> {
        let mut rows: Vec<_> = sight.whole.rows.iter().collect();
        rows.sort_by_key(|row| row.name.to_lowercase());
        let items: Vec<Item> = rows
            .into_iter()
            .map(|row| {
                let tier = row.tier.map_or(phrase::UNKNOWN, |tier| tier.letter());
                let score = phrase::score(row.score, row.band.is_some());
                let note = format!("{tier}  {score:>4}  {:<16}", row.group);
                Item::new(row.name.clone(), note, Wish::Do(Deed::GoTo(row.account)))
            })
            .collect();
        let views = || View::ALL.iter().filter_map(|view| Some((*view, view.digit()?)));
        let named: Vec<String> = views().map(|(view, digit)| format!("{digit} {view}")).collect();
        let lead = format!("Type a name, or a view: {}.", named.join(", "));
        let pick = views().fold(Pick::new("Go to", items), |pick, (view, digit)| {
            pick.hot(digit, Wish::Program(Action::View(view)))
        });
        vec![Wish::Open(Opening::Pick(pick.lead([lead])))]
    }

    pub(super) fn deed_on_list(&mut self, deed: Deed, sight: &Sight<'_>) -> Vec<Wish> {
        let now = sight.listing.clone();
        match deed {
            Deed::Sort(sort) => {
                self.pane = Pane::List;
                vec![Wish::List(Listing { sort, ..now })]
            }
            Deed::Filter(filter) => vec![Wish::List(Listing { filter, ..now })],
            Deed::GoTo(account) => self.go_to_one(account, sight),
            _ => Vec::new(),
        }
    }

    /// To an account, out of a filter that hides it.
    fn go_to_one(&mut self, account: Id, sight: &Sight<'_>) -> Vec<Wish> {
        let is = |row: &BookRow| row.account == account;
        if let Some(place) = sight.book.rows.iter().position(is) {
            let before = self.looked();
            self.go_to(place, sight);
            return self.wishes_since(before);
        }
        let Some(row) = sight.whole.rows.iter().find(|row| is(row)) else { return Vec::new() };
        vec![
            Wish::List(Listing { filter: String::new(), ..sight.listing.clone() }),
            Wish::Do(Deed::GoTo(account)),
            Wish::Say(format!("{} was hidden by the filter; it is off now.", row.name)),
        ]
    }
}
