//! Whom the time goes to, against what they pay and how they stand.

use crate::domain::account::Tier;
use crate::domain::cell::Id;
use crate::domain::records::Records;
use crate::domain::score::Band;
use crate::domain::standing::Standing;
use chrono::NaiveDate;
use std::collections::HashMap;

/// The time one account got in the period.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Attention {
    pub account: Id,
    pub name: String,
    pub tier: Option<Tier>,
    /// Minor units of the base currency.
    pub arr: Option<i64>,
    /// Of the known ARR of the book, 0-1.
    pub arr_share: Option<f64>,
    pub talks: usize,
    /// Of all talks, 0-1; none without any.
    pub talk_share: Option<f64>,
    /// Agreed meetings that did not take place.
    pub missed: usize,
    pub score: Option<f64>,
    pub band: Option<Band>,
}

/// Talks that took place in the period, and those missed.
pub(in crate::domain) fn talks(
    records: &Records,
    from: NaiveDate,
    to: NaiveDate,
) -> (usize, usize) {
    let inside = || records.talks.iter().filter(|talk| (from..=to).contains(&talk.on_date));
    let missed = inside().filter(|talk| talk.missed).count();
    (inside().count() - missed, missed)
}

/// The accounts in the book, the largest first.
pub(in crate::domain) fn attention(
    standings: &[Standing],
    talks: &HashMap<Id, (usize, usize)>,
) -> Vec<Attention> {
    let book = || standings.iter().filter(|standing| standing.in_book);
    let all_arr: f64 = book().filter_map(|one| one.arr).map(|arr| arr.minor.max(0) as f64).sum();
    let all_talks: usize = talks.values().map(|(held, _)| held).sum();
    let mut rows: Vec<Attention> = book()
        .map(|one| {
            let (held, missed) = talks.get(&one.account).copied().unwrap_or_default();
            let arr = one.arr.map(|arr| arr.minor);
            let part = |arr: i64| (all_arr > 0.0).then(|| arr.max(0) as f64 / all_arr);
            Attention {
                account: one.account,
                name: one.name.clone(),
                tier: one.tier,
                arr,
                arr_share: arr.and_then(part),
                talks: held,
                talk_share: (all_talks > 0).then(|| held as f64 / all_talks as f64),
                missed,
                score: one.score.value,
                band: one.score.band,
            }
        })
        .collect();
    rows.sort_by(|a, b| (b.arr, &a.name, a.account).cmp(&(a.arr, &b.name, b.account)));
    rows
}
