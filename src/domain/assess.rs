//! The records of one account, the rules and a day make its standing.

use super::account::own_score::Factor;
use super::map;
use super::plan::progress;
use super::records::Records;
use super::renewal;
use super::revenue;
use super::rules::Rules;
use super::score;
use super::signal::calm;
use super::signal::facts::Facts;
use super::standing::Standing;
use chrono::NaiveDate;

/// How an account stands on a day. `in_use` names the factors that count for the whole book; those
/// that only this account holds count for it besides. Signals are found only in the book.
#[must_use]
pub fn assess(records: &Records, in_use: &[Factor], rules: &Rules, today: NaiveDate) -> Standing {
    let account = &records.account;
    let arr_recorded = revenue::arr_on(&records.revenue, today);
    let arr = revenue::in_base(arr_recorded, &rules.exchange);
    let map = map::map(records, arr, rules, today);
    let score = score::assemble::score(records, &map, in_use, rules, today);
    let progress = progress::progress(records, today);
    let act_by = records.contract.as_ref().and_then(renewal::act_by);
    let facts =
        Facts { records, map: &map, score: &score, progress: &progress, act_by, rules, today };
    let signals = if account.in_book() { calm::signals(&facts) } else { Vec::new() };
    Standing {
        account: account.id,
        name: account.name.clone(),
        status: account.status,
        in_book: account.in_book(),
        archived: account.archived_on.is_some(),
        tier: account.tier,
        created_on: account.created_on,
        arr,
        arr_recorded,
        act_by,
        next_step: progress::next_step(records, today),
        last_two_way_on: records.last_two_way_on,
        signals,
        holds: score::in_use::holds(records, &map, today),
        map,
        score,
        progress,
    }
}
