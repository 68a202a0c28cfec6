//! Suggested tiers, accepted all at once or one by one.
//!
//! ```text
//! ┏ Tiers ━━━━━━━━━━━━━━━━━━━━━━━━ 5.1 h → 14.3 h a week ┓
//! ┃▸✓ Contoso     1.20M  – → strategic   half of the ARR ┃
//! ```

use super::page::{Around, Page, Turn, said};
use crate::desk::{Act, Commit, Reading};
use crate::domain::account::{self, Account, Tier};
use crate::domain::cell::Id;
use crate::domain::money::Money;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::rules::Rules;
use crate::domain::tier::{self, Reason};
use crate::error::Result;
use crate::tui::action::Wish;
use crate::tui::key::{Code, Input};
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::HashMap;

/// An account whose tier is another than the figures suggest.
#[derive(Debug)]
struct Line {
    account: Account,
    arr: Option<Money>,
    suggested: Tier,
    reason: Reason,
    /// What it gets; none: it stays as it is.
    gets: Option<Tier>,
}

/// The list of them.
#[derive(Debug)]
pub struct Tiers {
    page: Page,
    lines: Vec<Line>,
    /// The tiers of the accounts that stay as they are anyway.
    others: Vec<Tier>,
    rules: Rules,
}

impl Tiers {
    /// # Errors
    /// The book cannot be read.
    pub fn read(reading: &Reading, today: NaiveDate) -> Result<Self> {
        let rules = reading.rules().clone();
        let appraisal = reading.appraise(today)?;
        let open = open_expansion(reading.every()?, &rules);
        let found = tier::suggestions(
            &appraisal.standings,
            |account| open.get(&account).copied().unwrap_or(0),
            &rules,
        );
        let mut accounts: HashMap<Id, Account> =
            reading.every::<Account>()?.into_iter().map(|account| (account.id, account)).collect();
        let (mut lines, mut others) = (Vec::new(), Vec::new());
        for one in found {
            let Some(account) = accounts.remove(&one.account) else { continue };
            if account.tier == Some(one.tier) {
                others.push(one.tier);
                continue;
            }
            let standing = appraisal.standings.iter().find(|it| it.account == one.account);
            lines.push(Line {
                arr: standing.and_then(|standing| standing.arr),
                // What somebody chose stays, unless they choose again.
                gets: account.tier.is_none().then_some(one.tier),
                suggested: one.tier,
                reason: one.reason,
                account,
            });
        }
        // Those without a tier first.
        lines.sort_by_key(|line| line.account.tier.is_some());
        Ok(Self { page: Page::default(), lines, others, rules })
    }

    /// Hours a week with the tiers as they are, and as they would be.
    fn hours(&self) -> (f64, f64) {
        let cost = |gets: fn(&Line) -> Option<Tier>| {
            let lines = self.lines.iter().map(|line| gets(line).unwrap_or(Tier::Maintenance));
            tier::hours_of(lines.chain(self.others.iter().copied()), &self.rules)
        };
        (cost(|line| line.account.tier), cost(|line| line.gets.or(line.account.tier)))
    }

    fn taken(&self) -> usize {
        self.lines.iter().filter(|line| line.gets.is_some()).count()
    }

    fn commit(&self) -> Commit {
        let mut expected = Vec::new();
        let mut changes = Vec::new();
        for line in &self.lines {
            let Some(gets) = line.gets else { continue };
            let fields = vec![account::Field::Tier(Some(gets))];
            expected.extend(line.account.expects(&fields));
            changes.push(account::Change::Edited { id: line.account.id, fields }.into());
        }
        let label = match changes.len() {
            1 => "Tier of 1 account".to_owned(),
            count => format!("Tiers of {count} accounts"),
        };
        Commit::new(Act::edit(label, None), changes).expecting(expected)
    }

    fn set(&mut self, choose: impl Fn(&Line) -> Option<Tier>) {
        if let Some(line) = self.lines.get_mut(self.page.chosen) {
            line.gets = choose(line).filter(|tier| Some(*tier) != line.account.tier);
        }
    }
}

/// Validated and proposed expansion by account, in minor units of the base currency.
fn open_expansion(opportunities: Vec<Opportunity>, rules: &Rules) -> HashMap<Id, i64> {
    let mut by_account: HashMap<Id, Vec<Opportunity>> = HashMap::new();
    for one in opportunities {
        if let Some(account) = one.account_id {
            by_account.entry(account).or_default().push(one);
        }
    }
    let sum = |(account, open): (Id, Vec<Opportunity>)| {
        (account, tier::open_expansion(&open, &rules.exchange))
    };
    by_account.into_iter().map(sum).collect()
}

impl Overlay for Tiers {
    fn context(&self) -> Context {
        Context::Start
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        let toggled = |line: &Line| line.gets.is_none().then_some(line.suggested);
        match self.page.input(input, self.lines.len(), sight) {
            Turn::Close => return Outcome::Closes,
            Turn::Take if self.taken() == 0 => return Outcome::Closes,
            Turn::Take => return Outcome::ClosesWith(vec![Wish::Commit(self.commit())]),
            Turn::TakeRow => self.set(toggled),
            Turn::Moved => {}
            Turn::Own => {
                let Input::Key(key) = input else { return Outcome::Stays };
                match key.code {
                    Code::Char(' ') => self.set(toggled),
                    Code::Char('s') => self.set(|_| Some(Tier::Strategic)),
                    Code::Char('g') => self.set(|_| Some(Tier::Growth)),
                    Code::Char('m') => self.set(|_| Some(Tier::Maintenance)),
                    _ => return Outcome::Stays,
                }
                self.page.choose(1, self.lines.len());
            }
        }
        Outcome::Stays
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let (before, after) = self.hours();
        let figure = format!("{before:.1} h → {after:.1} h a week");
        let mut lead = Vec::new();
        if self.lines.is_empty() {
            lead.push(said("Every account has the tier that its figures suggest.", sight));
        } else {
            lead.push(said(
                "How often you talk and review. The figures suggest a tier, you choose.",
                sight,
            ));
        }
        let foot =
            format!("Enter accept {}  Space yes/no  s g m another tier  Esc close", self.taken());
        let around = Around {
            title: "Tiers",
            figure: &figure,
            lead: &lead,
            foot: if self.lines.is_empty() { "Enter close" } else { &foot },
            columns: 88,
            chooses: true,
        };
        let lines = &self.lines;
        self.page.draw(area, buffer, sight, &around, lines.len(), |pen, row, one, two| {
            let Some(line) = lines.get(row) else { return };
            let width = pen.width();
            pen.cell(1, 0, 1, if line.gets.is_some() { "✓" } else { "·" }, one);
            let name = width.saturating_sub(54).clamp(12, 40);
            pen.cell(3, 0, name, &line.account.name, one);
            let arr = line.arr.map_or_else(|| "–".to_owned(), Money::short);
            pen.right(4 + name, 0, 7, &arr, one);
            let now = line.account.tier.map_or("–", Tier::letter);
            let x = pen.at(13 + name, 0, &format!("{now} → "), two);
            let gets = line.gets.map_or("stays", Tier::word);
            pen.cell(x, 0, 12, gets, if line.gets.is_some() { one } else { two });
            pen.at(x + 13, 0, line.reason.word(), two);
        });
    }
}
