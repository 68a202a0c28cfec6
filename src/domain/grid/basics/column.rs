//! The columns of the sheet: one row of the table for each.

use super::edit::{Edit, Read, Said, Way};
use super::{Basics, Ground};
use crate::domain::account::contract::{NoticeUnit, notice_told};
use crate::domain::account::{Stage, Tier};
use crate::domain::day::{typed, weekday};
use crate::domain::money::{Currency, Money};
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// What a cell is about.
    Column {
        Arr = "ARR", Ends = "end", Notice = "notice", Auto = "auto", Tier = "tier",
        Stage = "stage", Step = "next step",
    }
}

/// How a column is drawn, read and written.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub column: Column,
    /// Over the column.
    pub title: &'static str,
    /// What several of them are called: `Notice of 12 accounts`.
    pub noun: &'static str,
    /// Columns of the screen; the last one takes what is left.
    pub width: u16,
    /// Numbers stand at the right.
    pub right: bool,
    /// What can be typed, for whoever stands on an empty cell.
    pub hint: &'static str,
    /// What the cell shows; none: not known.
    pub shown: fn(&Basics, NaiveDate) -> Option<String>,
    /// Something is known of it.
    pub known: fn(&Basics) -> bool,
    /// What would have to be typed to get what stands there.
    pub typed: fn(&Basics, Currency) -> Option<String>,
    /// A key with this letter begins to type, where no other act has it.
    pub begins: fn(char) -> bool,
    pub(super) read: fn(&mut Edit<'_>, &str, Way, Ground) -> Read,
    pub(super) forget: fn(&mut Edit<'_>) -> Read,
}

/// The columns, from the left to the right.
pub const COLUMNS: &[Spec] = &[
    Spec {
        column: Column::Arr,
        title: "ARR",
        noun: "ARR",
        width: 7,
        right: true,
        hint: "what it pays a year, as 64k, 1.2m or 64000 USD; 0: nothing any more",
        shown: |basics, _| match basics.revenue.now {
            Some(now) if Some(now.currency) != basics.worth.map(|worth| worth.currency) => {
                Some(now.signed_short())
            }
            Some(now) => Some(now.short()),
            None => basics.revenue.begun.then(|| "unclear".to_owned()),
        },
        known: |basics| basics.revenue.begun,
        typed: |basics, base| {
            let currency = basics.revenue.currency(base);
            basics.revenue.now.map(|now| Money::plain(now, currency))
        },
        begins: |letter| letter.is_ascii_digit() || matches!(letter, '€' | '$' | '£' | '¥'),
        read: |edit, text, _, ground| edit.arr(text, ground),
        forget: |edit| edit.forget_arr(),
    },
    Spec {
        column: Column::Ends,
        title: "ends",
        noun: "Contract end",
        width: 11,
        right: true,
        hint: "the last day of the term, as 30 mar, 31.12.27, eoq or +6m",
        shown: |basics, _| basics.contract.as_ref()?.ends_on.map(typed),
        known: |basics| basics.contract.as_ref().is_some_and(|contract| contract.ends_on.is_some()),
        typed: |basics, _| basics.contract.as_ref()?.ends_on.map(typed),
        begins: |letter| {
            letter.is_ascii_digit()
                || letter == '+'
                || matches!(letter.to_ascii_lowercase(), 'j' | 'f' | 'm' | 'a' | 's' | 'o' | 'd')
                || matches!(letter, 'e' | 'n' | 'N')
        },
        read: |edit, text, _, ground| edit.ends(text, ground),
        forget: |edit| Ok(edit.forget_end()),
    },
    Spec {
        column: Column::Notice,
        title: "notice",
        noun: "Notice",
        width: 6,
        right: true,
        hint: "how long before the end, as 3 months, 90 d or 6 w",
        shown: |basics, _| {
            let (count, unit) = notice(basics)?;
            let short = match unit {
                NoticeUnit::Days => "d",
                NoticeUnit::Weeks => "wk",
                NoticeUnit::Months => "mo",
            };
            Some(format!("{count} {short}"))
        },
        known: |basics| notice(basics).is_some(),
        typed: |basics, _| notice(basics).map(|(count, unit)| notice_told(count, unit)),
        begins: |letter| letter.is_ascii_digit(),
        read: |edit, text, _, ground| edit.notice(text, ground),
        forget: |edit| Ok(edit.forget_notice()),
    },
    Spec {
        column: Column::Auto,
        title: "auto",
        noun: "Renewal by itself",
        width: 4,
        right: false,
        hint: "y or n: does it renew by itself?",
        shown: auto,
        known: |basics| auto(basics, NaiveDate::MIN).is_some(),
        typed: |basics, _| auto(basics, NaiveDate::MIN),
        begins: |letter| matches!(letter.to_ascii_lowercase(), 'y' | 'n'),
        read: |edit, text, _, ground| edit.auto(text, ground),
        forget: |edit| Ok(edit.forget_auto()),
    },
    Spec {
        column: Column::Tier,
        title: "tier",
        noun: "Tier",
        width: 4,
        right: false,
        hint: "s strategic, g growth, m maintenance",
        shown: |basics, _| basics.tier.map(|tier| tier.letter().to_owned()),
        known: |basics| basics.tier.is_some(),
        typed: |basics, _| basics.tier.map(|tier| tier.word().to_owned()),
        begins: |letter| matches!(letter.to_ascii_lowercase(), 's' | 'g' | 'm'),
        read: |edit, text, _, _| {
            let tier = beginning(text, Tier::ALL, Tier::word)
                .ok_or("s strategic, g growth or m maintenance")?;
            edit.tier = Some(tier);
            Ok(Said::new(tier.word(), format!("tier {tier}")))
        },
        forget: |edit| {
            edit.tier = None;
            Ok(Said::new("none: judged as maintenance", "tier none"))
        },
    },
    Spec {
        column: Column::Stage,
        title: "stage",
        noun: "Stage",
        width: 12,
        right: false,
        hint: "o onboarding, a adopting, e established, r renewing, n notice given",
        shown: |basics, _| basics.stage.map(|stage| stage.word().to_owned()),
        known: |basics| basics.stage.is_some(),
        typed: |basics, _| basics.stage.map(|stage| stage.word().to_owned()),
        begins: |letter| matches!(letter.to_ascii_lowercase(), 'o' | 'a' | 'e' | 'r' | 'n'),
        read: |edit, text, _, _| {
            let stage = beginning(text, Stage::ALL, Stage::word)
                .ok_or("o onboarding, a adopting, e established, r renewing or n notice given")?;
            edit.stage = Some(stage);
            Ok(Said::new(stage.word(), format!("stage {stage}")))
        },
        forget: |edit| {
            edit.stage = None;
            Ok(Said::new("none", "stage none"))
        },
    },
    Spec {
        column: Column::Step,
        title: "next step",
        noun: "Next step",
        width: 25,
        right: false,
        hint: "what and by when, as fri call Dana; a day alone moves what stands there",
        shown: |basics, today| {
            let step = basics.step.as_ref()?;
            let due = step.due_on?;
            let late = if due < today { "! " } else { "" };
            Some(format!("{late}{} {}", weekday(due, today), step.title))
        },
        known: |basics| basics.step.is_some(),
        typed: |basics, _| {
            let step = basics.step.as_ref()?;
            Some(format!("{} {}", typed(step.due_on?), step.title))
        },
        begins: |letter| letter.is_alphanumeric() || letter == '+',
        read: |edit, text, way, ground| edit.step(text, way, ground),
        forget: |_| Err("a step is done with Space, or dropped or deleted in the plan".to_owned()),
    },
];

impl Column {
    /// Its row of the table.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        // Every column has its row, in the same order: a test holds that.
        COLUMNS.get(self as usize).unwrap_or(&COLUMNS[0])
    }
}

fn notice(basics: &Basics) -> Option<(i64, NoticeUnit)> {
    let contract = basics.contract.as_ref()?;
    contract.notice_count.zip(contract.notice_unit)
}

fn auto(basics: &Basics, _: NaiveDate) -> Option<String> {
    let itself = basics.contract.as_ref()?.auto_renews?;
    Some(if itself { "yes" } else { "no" }.to_owned())
}

/// The word that a text begins.
fn beginning<T: Copy>(text: &str, words: &[T], word: fn(T) -> &'static str) -> Option<T> {
    let text = text.to_lowercase();
    words.iter().copied().find(|one| !text.is_empty() && word(*one).starts_with(&text))
}
