//! An account built by hand for the tests of the pages, and a page as text.

use super::{Case, Doing, Entry, Page, Shape, Sheet, Span};
use crate::domain::account::contract::{Contract, NoticeUnit, Renewal};
use crate::domain::account::{Account, Tier};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::money::Currency;
use crate::domain::picture::picture;
use crate::domain::records::Records;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::rules::Rules;
use crate::domain::signal::trial::{ago, today};
use chrono::NaiveDate;

/// A Growth account that came into the book two years ago.
pub(super) struct Trial {
    pub(super) records: Records,
    pub(super) rules: Rules,
    pub(super) around: Around,
    next: i64,
}

impl Trial {
    pub(super) fn new() -> Self {
        let mut account = Account::named("Contoso", ago(730));
        account.id = Id(1);
        account.tier = Some(Tier::Growth);
        let records = Records::bare(account);
        Self { records, rules: Rules::default(), around: Around::default(), next: 100 }
    }

    pub(super) fn id(&mut self) -> Id {
        self.next += 1;
        Id(self.next)
    }

    pub(super) fn contact(&mut self, name: &str) -> Id {
        let mut contact = Contact::named(name, Some(Id(1)), ago(300));
        contact.id = self.id();
        contact.verified_on = Some(ago(10));
        self.records.contacts.push(contact.clone());
        contact.id
    }

    /// Whole euros.
    pub(super) fn revenue(&mut self, on_date: NaiveDate, kind: RevenueKind, euros: i64) -> Id {
        let id = self.id();
        self.records.revenue.push(Revenue {
            id,
            account_id: Id(1),
            on_date,
            kind,
            amount: euros * 100,
            currency: Currency::EUR,
            note: None,
        });
        id
    }

    /// A contract with sixty days' notice that renews itself for a year.
    pub(super) fn contract(&mut self, ends_on: NaiveDate, renewal: Renewal) {
        self.records.contract = Some(Contract {
            id: Id(7),
            ends_on: Some(ends_on),
            notice_count: Some(60),
            notice_unit: Some(NoticeUnit::Days),
            auto_renews: Some(true),
            term_months: Some(12),
            renewal,
            ..Contract::of(Id(1))
        });
    }

    pub(super) fn opportunity(&mut self, title: &str, edit: impl FnOnce(&mut Opportunity)) -> Id {
        let mut one = Opportunity::titled(title, Some(Id(1)), ago(30));
        one.id = self.id();
        edit(&mut one);
        self.records.opportunities.push(one.clone());
        one.id
    }

    pub(super) fn page(&self, sheet: Sheet) -> Page {
        let Self { records, rules, around, .. } = self;
        let standing = assess(records, around, rules, today());
        let picture = picture(records, &standing, around, rules, today());
        sheet.page(&Case { records, standing: &standing, picture: &picture, rules, today: today() })
    }
}

/// Line by line: cells and facts one after the other.
pub(super) fn told(page: &Page) -> Vec<String> {
    let joined = |spans: &[Span]| {
        spans.iter().map(|span| span.text.as_str()).collect::<String>().trim().to_owned()
    };
    let line = |shape: &Shape| match shape {
        Shape::Title(spans) => format!("# {}", joined(spans)),
        Shape::Fact { label, spans } => format!("{}: {}", label.trim(), joined(spans)),
        Shape::Row(cells) => {
            let cells = cells.iter().map(|cell| joined(&cell.spans));
            cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")
        }
        Shape::Prose(span) => span.text.clone(),
        Shape::Gap => String::new(),
    };
    page.lines.iter().map(|one| line(&one.shape)).collect()
}

pub(super) fn entry<'a>(page: &'a Page, key: &str) -> &'a Entry {
    let known: Vec<&str> = page.entries().map(|one| one.key.as_str()).collect();
    page.entries().find(|one| one.key == key).unwrap_or_else(|| panic!("{key} of {known:?}"))
}

pub(super) fn doing<'a>(page: &'a Page, key: &str) -> &'a Doing {
    entry(page, key).doing.as_ref().expect("something to do")
}
