//! What a renewal and a loss write.

use super::*;
use crate::domain::account::Account;
use crate::domain::account::contract::NoticeUnit;
use crate::domain::money::Currency;

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    on("2026-11-22")
}

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::EUR }
}

/// 100,000 euros a year until 30 November, renews by itself for a year with two months' notice.
fn records() -> Records {
    let mut records = Records::bare(Account { id: Id(7), ..Account::named("Contoso", today()) });
    let mut contract = Contract::of(Id(7));
    contract.id = Id(3);
    contract.ends_on = Some(on("2026-11-30"));
    contract.notice_count = Some(2);
    contract.notice_unit = Some(NoticeUnit::Months);
    contract.auto_renews = Some(true);
    contract.term_months = Some(12);
    records.contract = Some(contract);
    records.revenue = vec![entry("2024-01-01", RevenueKind::Opening, 100_000)];
    records
}

fn entry(on_date: &str, kind: RevenueKind, units: i64) -> Revenue {
    let (id, account_id) = (Id(1), Id(7));
    let (on_date, amount, currency) = (on(on_date), units * 100, Currency::EUR);
    Revenue { id, account_id, on_date, kind, amount, currency, note: None }
}

fn added(written: &Written) -> Vec<(String, RevenueKind, i64)> {
    let found = written.changes.iter().filter_map(|change| match change {
        Change::Revenue(revenue::Change::Added(one)) => {
            Some((one.on_date.to_string(), one.kind, one.amount / 100))
        }
        _ => None,
    });
    found.collect()
}

fn next_term(written: &Written) -> Contract {
    let found = written.changes.iter().find_map(|change| match change {
        Change::Contract(contract::Change::Added(one)) => Some(one.clone()),
        _ => None,
    });
    found.expect("a next term")
}

fn account_fields(written: &Written) -> Vec<account::Field> {
    let found = written.changes.iter().find_map(|change| match change {
        Change::Account(account::Change::Edited { fields, .. }) => Some(fields.clone()),
        _ => None,
    });
    found.unwrap_or_default()
}

fn renew(
    records: &Records,
    to: &str,
    worth: Option<Money>,
    moved: Moved,
) -> Result<Written, String> {
    renewed(records, &Renewed { to: on(to), worth, moved }, today())
}

#[test]
fn a_renewal_settles_the_old_term_and_begins_the_next() {
    let records = records();
    assert_eq!(proposed(&records, today()), Some(on("2027-11-30")));
    let same = renew(&records, "2027-11-30", Some(euros(100_000)), Moved::Bought).expect("written");
    assert_eq!(
        same.changes[0],
        contract::Change::Edited {
            id: Id(3),
            fields: vec![
                contract::Field::Renewal(Renewal::Signed),
                contract::Field::OutcomeOn(Some(today())),
            ],
        }
        .into()
    );
    let next = next_term(&same);
    assert_eq!((next.starts_on, next.ends_on), (Some(on("2026-12-01")), Some(on("2027-11-30"))));
    assert_eq!(
        (next.notice_count, next.auto_renews, next.term_months),
        (Some(2), Some(true), Some(12))
    );
    assert_eq!((next.renewal, next.outcome_on), (Renewal::NotStarted, None));
    assert!(added(&same).is_empty(), "worth the same");
    assert_eq!(same.changes.len(), 2);
    let columns: Vec<&str> = same.expected.iter().map(|one| one.column).collect();
    assert_eq!(columns, ["renewal", "outcome_on"]);
}

#[test]
fn what_it_is_worth_more_or_less_begins_with_the_next_term() {
    let records = records();
    for (worth, moved, kind, amount) in [
        (120_000, Moved::Bought, RevenueKind::Expansion, 20_000),
        (120_000, Moved::Price, RevenueKind::Price, 20_000),
        (70_000, Moved::Bought, RevenueKind::Contraction, -30_000),
        (70_000, Moved::Price, RevenueKind::Price, -30_000),
    ] {
        let written = renew(&records, "2027-11-30", Some(euros(worth)), moved).expect("written");
        assert_eq!(added(&written), [("2026-12-01".to_owned(), kind, amount)]);
    }
    let silent = renew(&records, "2027-11-30", None, Moved::Bought).expect("written");
    assert!(added(&silent).is_empty());
    let dollars = Money { minor: 100, currency: Currency::from_code("USD").expect("a code") };
    assert!(renew(&records, "2027-11-30", Some(dollars), Moved::Bought).is_err());
    assert!(renew(&records, "2027-11-30", Some(euros(0)), Moved::Bought).is_err());
}

#[test]
fn a_worth_never_recorded_is_an_opening_and_one_that_ended_comes_back() {
    let mut records = records();
    records.revenue.clear();
    let written =
        renew(&records, "2027-11-30", Some(euros(50_000)), Moved::Bought).expect("written");
    assert_eq!(added(&written), [("2026-11-22".to_owned(), RevenueKind::Opening, 50_000)]);
    records.revenue = vec![
        entry("2024-01-01", RevenueKind::Opening, 100_000),
        entry("2026-12-01", RevenueKind::Churn, -100_000),
    ];
    let written =
        renew(&records, "2027-11-30", Some(euros(90_000)), Moved::Price).expect("written");
    assert_eq!(added(&written), [("2026-12-01".to_owned(), RevenueKind::Reactivation, 90_000)]);
}

#[test]
fn another_length_is_another_term() {
    let written = renew(&records(), "2028-11-30", None, Moved::Bought).expect("written");
    let next = next_term(&written);
    assert_eq!((next.term_months, term::months(&next)), (None, Some(24)));
}

#[test]
fn who_stays_after_all_is_active_again() {
    let mut records = records();
    records.account.status = Status::Notified;
    records.account.stage = Some(Stage::NoticeGiven);
    records.account.leaves_on = Some(on("2026-11-30"));
    let written = renew(&records, "2027-11-30", None, Moved::Bought).expect("written");
    assert_eq!(
        account_fields(&written),
        [
            account::Field::Status(Status::Active),
            account::Field::Stage(Some(Stage::Established)),
            account::Field::LeavesOn(None),
        ]
    );
}

#[test]
fn a_loss_ahead_is_notice_given_and_one_behind_is_the_end() {
    let records = records();
    let loss = |last: &str| Lost {
        last: on(last),
        reason: Some("price".to_owned()),
        avoidable: Some(true),
    };
    let ahead = lost(&records, &loss("2026-11-30"), today());
    assert_eq!(added(&ahead), [("2026-12-01".to_owned(), RevenueKind::Churn, -100_000)]);
    assert_eq!(
        account_fields(&ahead),
        [
            account::Field::Status(Status::Notified),
            account::Field::Stage(Some(Stage::NoticeGiven)),
            account::Field::LeavesOn(Some(on("2026-11-30"))),
            account::Field::LostReason(Some("price".to_owned())),
            account::Field::LostAvoidable(Some(true)),
        ]
    );
    let behind = lost(&records, &loss("2026-11-20"), today());
    assert_eq!(added(&behind), [("2026-11-21".to_owned(), RevenueKind::Churn, -100_000)]);
    let fields = account_fields(&behind);
    assert!(fields.contains(&account::Field::Status(Status::Lost)), "{fields:?}");
    assert!(fields.contains(&account::Field::LostOn(Some(on("2026-11-20")))), "{fields:?}");
}

#[test]
fn revenue_that_ends_already_is_not_ended_twice() {
    let mut records = records();
    records.revenue.push(entry("2027-02-01", RevenueKind::Churn, -100_000));
    let loss = Lost { last: on("2026-11-30"), reason: None, avoidable: None };
    assert!(added(&lost(&records, &loss, today())).is_empty());
}

#[test]
fn each_currency_ends_by_itself() {
    let mut records = records();
    let dollars = Currency::from_code("USD").expect("a code");
    let fifty = Revenue { currency: dollars, ..entry("2025-01-01", RevenueKind::New, 50_000) };
    records.revenue.push(fifty);
    let loss = Lost { last: on("2026-11-30"), reason: None, avoidable: None };
    let churned = |units| ("2026-12-01".to_owned(), RevenueKind::Churn, units);
    assert_eq!(added(&lost(&records, &loss, today())), [churned(-100_000), churned(-50_000)]);
}

#[test]
fn a_lost_contract_without_an_end_runs_again_when_they_stay() {
    let mut records = records();
    let contract = records.contract.as_mut().expect("one");
    (contract.ends_on, contract.renewal) = (None, Renewal::Lost);
    (contract.outcome_on, contract.lost_reason) = (Some(today()), Some("price".to_owned()));
    let written = renew(&records, "2027-11-30", None, Moved::Bought).expect("written");
    assert_eq!(
        written.changes[0],
        contract::Change::Edited {
            id: Id(3),
            fields: vec![
                contract::Field::EndsOn(Some(on("2027-11-30"))),
                contract::Field::Renewal(Renewal::NotStarted),
                contract::Field::OutcomeOn(None),
                contract::Field::LostReason(None),
            ],
        }
        .into()
    );
}
