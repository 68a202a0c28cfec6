//! A book built by hand, for the tests of what could grow in it.

use super::{Grown, Tally};
use crate::domain::account::{Account, Tier};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::money::Currency;
use crate::domain::records::Records;
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::revenue::unit::Unit;
use crate::domain::revenue::whitespace::{Whitespace, WhitespaceState};
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::rules::Rules;
use crate::domain::score::Band;
use crate::domain::signal::trial::{ago, today};

/// A book of a few accounts.
#[derive(Default)]
pub(crate) struct Trial {
    pub(crate) book: Vec<Records>,
    /// By account.
    pub(crate) risk: Vec<Id>,
    pub(crate) offerings: Vec<Offering>,
    pub(crate) rules: Rules,
    pub(crate) next: i64,
}

impl Trial {
    pub(crate) fn id(&mut self) -> Id {
        self.next += 1;
        Id(1000 + self.next)
    }

    /// An account that came in two years ago, worth so many thousands of euros a year.
    pub(crate) fn account(&mut self, name: &str, tier: Tier, thousands: i64) -> &mut Records {
        let id = Id(i64::try_from(self.book.len()).expect("few") + 1);
        let mut account = Account::named(name, ago(700));
        account.id = id;
        account.tier = Some(tier);
        let mut records = Records::bare(account);
        if thousands > 0 {
            records.revenue.push(Revenue {
                id: self.id(),
                account_id: id,
                on_date: ago(600),
                kind: RevenueKind::Opening,
                amount: thousands * 100_000,
                currency: Currency::EUR,
                note: None,
            });
        }
        self.book.push(records);
        self.book.last_mut().expect("just put in")
    }

    /// Worth so many thousands, as easy as can be, in the account added last.
    pub(crate) fn open(
        &mut self,
        title: &str,
        thousands: i64,
        edit: impl FnOnce(&mut Opportunity),
    ) -> Id {
        let id = self.id();
        let records = self.book.last_mut().expect("an account");
        let mut one = Opportunity::titled(title, Some(records.account.id), ago(30));
        one.id = id;
        one.amount = (thousands > 0).then_some(thousands * 100_000);
        one.currency = Some(Currency::EUR);
        one.ease = Some(5);
        edit(&mut one);
        records.opportunities.push(one);
        id
    }

    /// The account added last has a part that stands so with our offerings, by number.
    pub(crate) fn part(&mut self, fields: &[(i64, WhitespaceState)]) {
        let unit_id = self.id();
        for (offering, state) in fields {
            let id = self.id();
            let records = self.book.last_mut().expect("an account");
            records.whitespace.push(Whitespace {
                id,
                account_id: records.account.id,
                unit_id,
                offering_id: Id(*offering),
                state: *state,
                opportunity_id: None,
                note: None,
            });
        }
        let records = self.book.last_mut().expect("an account");
        let name = format!("Part {}", records.units.len() + 1);
        records.units.push(Unit { id: unit_id, account_id: records.account.id, name });
    }

    pub(crate) fn grown(&self) -> Grown {
        let around = Around::default();
        let mut tally = Tally::on(today(), self.offerings.clone());
        let mut standings = Vec::new();
        for records in &self.book {
            let mut standing = assess(records, &around, &self.rules, today());
            if self.risk.contains(&standing.account) {
                standing.score.band = Some(Band::Risk);
            }
            tally.add(records.clone(), &standing, &self.rules);
            standings.push(standing);
        }
        tally.finish(&standings, &self.rules)
    }
}

/// Three yes and all checks.
pub(crate) fn sure(one: &mut Opportunity) {
    for answer in [
        &mut one.solves_problem,
        &mut one.voiced_interest,
        &mut one.timing_right,
        &mut one.fits_goals,
        &mut one.measurable_case,
        &mut one.champion_inside,
        &mut one.deliverable,
        &mut one.budget_timing,
        &mut one.pilot,
    ] {
        *answer = Some(true);
    }
}

/// Something that we sell.
pub(crate) fn sold(id: i64, name: &str) -> Offering {
    Offering { id: Id(id), name: name.to_owned(), archived_on: None }
}
