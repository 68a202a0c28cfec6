//! The records of one account, the rules and a day make its standing.

use super::around::Around;
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

/// How an account stands on a day in the book around it. Factors that only this account holds
/// count for it beside those in use. Signals are found only in the book.
#[must_use]
pub fn assess(records: &Records, around: &Around, rules: &Rules, today: NaiveDate) -> Standing {
    let account = &records.account;
    let arr_recorded = revenue::arr_on(&records.revenue, today);
    let arr = revenue::worth_on(&records.revenue, today, &rules.exchange).known();
    let map = map::map(records, arr, rules, today);
    let score = score::assemble::score(records, &map, &around.in_use, rules, today);
    let progress = progress::progress(records, today);
    let act_by = records.contract.as_ref().and_then(renewal::act_by);
    let facts = Facts {
        records,
        map: &map,
        score: &score,
        progress: &progress,
        act_by,
        arr,
        around,
        rules,
        today,
    };
    let signals = if account.in_book() { calm::signals(&facts) } else { Vec::new() };
    Standing {
        account: account.id,
        name: account.name.clone(),
        status: records.status(today),
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
        wants_plan: account.in_book() && calm::wants_plan(&facts),
        holds: score::in_use::holds(&score),
        map,
        score,
        progress,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{Account, Status};
    use crate::domain::cell::Id;
    use crate::domain::contact::Contact;
    use crate::domain::plan::step::{Step, StepStatus};
    use crate::domain::rank::rank;
    use crate::domain::records::TalkFact;
    use crate::domain::signal::Severity;
    use crate::domain::signal::trial::{ago, ahead, today};
    use crate::domain::standing::Group;
    use crate::domain::talk::TalkKind;

    /// What a bare file of a CRM gives: names, contacts without level, one-way talks, old tasks.
    fn imported(id: i64, created: u64) -> Records {
        let mut account = Account::named(&format!("A{id}"), ago(created));
        account.id = Id(id);
        let mut records = Records::bare(account);
        let mut known = Contact::named("J. Roy", Some(Id(id)), ago(created));
        known.id = Id(10);
        known.verified_on = Some(ago(created + 200));
        let mut unknown = Contact::named("K. Ott", Some(Id(id)), ago(created));
        unknown.id = Id(11);
        records.contacts = vec![known, unknown];
        records.talks = vec![TalkFact {
            id: Id(20),
            two_way: false,
            ..TalkFact::on(ago(created + 30), TalkKind::Call)
        }];
        let mut old = Step::titled("Call back", Some(ago(created + 400)), ago(created));
        old.id = Id(30);
        old.status = StepStatus::Old;
        let mut open = Step::titled("Send", Some(ago(created + 20)), ago(created));
        open.id = Id(31);
        records.steps = vec![old, open];
        records
    }

    /// The book as it finds itself: judged by what its own standings say of it.
    fn judged(book: &[Records], rules: &Rules) -> Vec<Standing> {
        let all = |around: &Around| -> Vec<Standing> {
            book.iter().map(|records| assess(records, around, rules, today())).collect()
        };
        let around = Around::of(&all(&Around::default()), rules);
        let standings = all(&around);
        assert_eq!(Around::of(&standings, rules), around, "the second look is the last");
        standings
    }

    #[test]
    fn a_bare_import_raises_nothing_to_act_on_and_no_wall() {
        use crate::domain::account::Tier;
        use crate::domain::money::Currency;
        use crate::domain::revenue::{Revenue, RevenueKind};
        let rules = Rules::default();
        for (created, worth) in
            [(0, false), (0, true), (40, false), (40, true), (200, true), (400, true)]
        {
            let book: Vec<Records> = (1..=45)
                .map(|id| {
                    let mut records = imported(id, created);
                    if worth {
                        records.account.tier = Tier::ALL.get((id % 4) as usize).copied();
                        records.revenue = vec![Revenue {
                            id: Id(40),
                            account_id: Id(id),
                            on_date: ago(created),
                            kind: RevenueKind::Opening,
                            amount: 1_000_000 * (id % 9),
                            currency: Currency::EUR,
                            note: None,
                        }];
                    }
                    records
                })
                .collect();
            let standings = judged(&book, &rules);
            let ranking = rank(&standings, &rules, today());
            let lines: Vec<&str> = ranking.lines.iter().map(|line| line.code).collect();
            let mut once = lines.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), lines.len(), "one line a code: {lines:?}");
            for standing in &standings {
                let live: Vec<_> = standing.signals.iter().filter(|one| one.live()).collect();
                assert!(live.iter().all(|one| one.severity != Severity::Now), "{live:?}");
                let own = live.iter().filter(|one| !lines.contains(&one.code));
                assert!(own.count() <= 1, "no wall after {created} d: {live:?}, {lines:?}");
            }
            assert_eq!(ranking.now_total, 0);
            if !worth && created < 100 {
                assert!(ranking.rows.iter().all(|row| row.group == Group::TooLittleKnown));
                assert_eq!(ranking.lines.len(), 1);
                assert_eq!(ranking.lines[0].text, "45 of 45 accounts: too little known");
            }
        }
    }

    #[test]
    fn only_the_book_has_signals() {
        let mut records = imported(1, 40);
        let mut promise = Step::titled("ROI", Some(ago(3)), ago(9));
        promise.kind = crate::domain::plan::step::StepKind::Promise;
        records.steps.push(promise);
        let rules = Rules::default();
        assert!(!assess(&records, &Around::default(), &rules, today()).signals.is_empty());
        for status in [Status::Prospect, Status::Lost] {
            records.account.status = status;
            let standing = assess(&records, &Around::default(), &rules, today());
            assert!(standing.signals.is_empty() && !standing.in_book && !standing.archived);
        }
        records.account.status = Status::Active;
        records.account.archived_on = Some(ago(1));
        let standing = assess(&records, &Around::default(), &rules, today());
        assert!(standing.signals.is_empty() && !standing.in_book && standing.archived);
    }

    #[test]
    fn the_parts_come_from_the_records() {
        use crate::domain::money::Currency;
        use crate::domain::revenue::{Revenue, RevenueKind};
        let mut records = imported(1, 40);
        records.revenue = vec![Revenue {
            id: Id(40),
            account_id: Id(1),
            on_date: ago(10),
            kind: RevenueKind::Opening,
            amount: 100_000,
            currency: Currency::from_code("USD").expect("a code"),
            note: None,
        }];
        records.steps[1].due_on = Some(ahead(4));
        let mut rules = Rules::default();
        let standing = assess(&records, &Around::default(), &rules, today());
        assert_eq!(standing.arr, None, "no rate");
        assert_eq!(standing.arr_recorded.map(|arr| arr.minor), Some(100_000));
        assert_eq!(standing.next_step.map(|step| step.due_on), Some(ahead(4)));
        rules.exchange.rates = vec![(Currency::from_code("USD").expect("a code"), 0.9)];
        let standing = assess(&records, &Around::default(), &rules, today());
        assert_eq!(standing.arr.map(|arr| arr.minor), Some(90_000));
    }
}
