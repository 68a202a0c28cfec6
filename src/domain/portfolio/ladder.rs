//! The accounts by ARR, the largest first, and how much of the book stands above each.

use crate::domain::account::Tier;
use crate::domain::around::Around;
use crate::domain::cell::Id;
use crate::domain::feedback::security::Security;
use crate::domain::quadrant::{Quadrant, quadrant};
use crate::domain::rules::Rules;
use crate::domain::score::Band;
use crate::domain::standing::{ActBy, Standing};
use crate::domain::tier::key_accounts;
use std::collections::{HashMap, HashSet};

/// One account on the ladder.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Rung {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    /// Minor units of the base currency; none: unknown, or no rate.
    pub arr: Option<i64>,
    /// Of the known ARR of the book, 0-1; none where either is unknown.
    pub share: Option<f64>,
    /// The same of this one and all above it.
    pub running: Option<f64>,
    /// One of the key accounts.
    pub key: bool,
    pub quadrant: Quadrant,
    /// −100 … 100.
    pub nps: Option<i64>,
    pub security: Security,
    pub score: Option<f64>,
    pub band: Option<Band>,
    pub trend: Option<f64>,
    pub act_by: Option<ActBy>,
}

/// All accounts in the book: by ARR, then name, then number; those of unknown ARR last.
pub(super) fn rungs(
    standings: &[Standing],
    around: &Around,
    rules: &Rules,
    mut security: HashMap<Id, Security>,
) -> Vec<Rung> {
    let keys: HashSet<Id> = key_accounts(standings, rules).into_iter().collect();
    let mut book: Vec<&Standing> = standings.iter().filter(|one| one.in_book).collect();
    let worth = |one: &Standing| one.arr.map(|arr| arr.minor);
    book.sort_by(|a, b| (worth(b), &a.name, a.account).cmp(&(worth(a), &b.name, b.account)));
    let positive = |one: &Standing| worth(one).map(|minor| i128::from(minor.max(0)));
    let whole: i128 = book.iter().filter_map(|one| positive(one)).sum();
    let mut above = 0_i128;
    let mut rung = |one: &Standing| {
        let arr = worth(one);
        let mine = positive(one);
        above += mine.unwrap_or(0);
        let of_whole = |part: i128| (whole > 0).then(|| part as f64 / whole as f64);
        Some(Rung {
            account: one.account,
            name: one.name.clone(),
            tier: one.tier,
            arr,
            share: mine.and_then(of_whole),
            running: mine.and_then(|_| of_whole(above)),
            key: keys.contains(&one.account),
            quadrant: quadrant(one.map.nps, arr, around),
            nps: one.map.nps,
            security: security.remove(&one.account)?,
            score: one.score.value,
            band: one.score.band,
            trend: one.score.trend,
            act_by: one.act_by,
        })
    };
    book.into_iter().filter_map(&mut rung).collect()
}
