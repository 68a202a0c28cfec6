//! The page Forecast: what a quarter may bring, the renewals that fall due in it one by one, and
//! how good such forecasts have been so far.
//!
//! ```text
//!  Q1 2027  1 Jan to 31 Mar · begins in 40 d
//!    due             8    1.61M ████████████████████
//!    signed          1     500k ██████
//!    expected        5     768k █████████▌
//!    target               1.00M gap 233k
//!  Renewals  by act-by date
//! ▸Contoso           30 Jan 69 d   940k shrink 55 %  5.2 ▼0.8 at risk · score
//! ```

mod figures;
mod past;
mod renewals;

use super::super::{Line, Page};
use crate::domain::cell::Id;
use crate::domain::day::{day_ahead, days};
use crate::domain::forecast::outlook::Outlook;
use crate::domain::page::{Kind, Link, Span, Tone, Whom};
use crate::domain::rules::Rules;

/// The key of the line on which the target stands.
pub const TARGET: &str = "target";

/// All of it.
#[must_use]
pub fn page(outlook: &Outlook, rules: &Rules) -> Page {
    let mut lines = figures::lines(outlook, rules);
    lines.extend(renewals::lines(outlook, rules));
    lines.extend(past::lines(outlook));
    let expected = outlook.foreseen().map_or_else(String::new, |amount| {
        format!(" · {} expected", outlook.money(amount).signed_short())
    });
    Page { figure: format!("{}{expected}", outlook.quarter.title()), lines }
}

/// `39 d left`, `begins in 40 d`, `over`.
fn when(outlook: &Outlook) -> String {
    if outlook.today < outlook.from {
        format!("begins in {}", days((outlook.from - outlook.today).num_days()))
    } else if outlook.today > outlook.to {
        "over".to_owned()
    } else {
        format!("{} left", days((outlook.to - outlook.today).num_days()))
    }
}

/// `1 Oct to 31 Dec`.
fn span(outlook: &Outlook) -> String {
    let on = |on| day_ahead(on, outlook.today);
    format!("{} to {}", on(outlook.from), on(outlook.to))
}

/// A part begins, a dim remark beside its name.
fn part(title: &str, remark: &str) -> Line {
    Line::part(title, vec![Span::dim(remark)])
}

fn whom(account: Id) -> Whom {
    Whom::account(account)
}

fn fact(text: &str, tone: Tone) -> Span {
    Span::next(text, tone)
}

const fn new(kind: Kind) -> Link {
    Link::new(kind)
}

#[cfg(test)]
mod tests;
