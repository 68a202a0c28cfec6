//! A book of five accounts over a year, worked by hand: 2.20M at the start, 2.15M at the end.

use super::super::super::trial::{entry, told};
use super::*;
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::metrics::Tally;
use crate::domain::page::Whom;
use crate::domain::records::Records;
use crate::domain::revenue::{Revenue, RevenueKind};
use crate::domain::signal::trial::{ago, today};
use RevenueKind::{Churn, Contraction, Expansion, New, Opening, Price};

/// A move of ARR: how many days ago, what, thousands.
type Entries<'a> = &'a [(u64, RevenueKind, i64)];

fn account(id: i64, name: &str, tier: Option<Tier>, code: &str, entries: Entries<'_>) -> Records {
    let mut account = Account::named(name, ago(900));
    (account.id, account.tier) = (Id(id), tier);
    let mut records = Records::bare(account);
    let entry = |(days, kind, thousands): &(u64, RevenueKind, i64)| Revenue {
        id: Id(id),
        account_id: Id(id),
        on_date: ago(*days),
        kind: *kind,
        amount: thousands * 100_000,
        currency: Currency::from_code(code).expect("a code"),
        note: None,
    };
    records.revenue = entries.iter().map(entry).collect();
    records
}

fn book() -> Vec<Records> {
    let (strategic, growth) = (Some(Tier::Strategic), Some(Tier::Growth));
    let grown = [(800, Opening, 1_000), (100, Price, 50), (90, Expansion, 200)];
    vec![
        account(1, "Contoso", strategic, "EUR", &grown),
        account(2, "Fabrikam", growth, "EUR", &[(800, Opening, 800), (50, Contraction, -200)]),
        account(3, "Adatum", None, "EUR", &[(800, Opening, 400), (40, Churn, -400)]),
        account(4, "Wingtip", growth, "EUR", &[(30, New, 300)]),
        account(5, "Kronan", None, "SEK", &[(800, Opening, 900)]),
        account(6, "Proseware", growth, "EUR", &[]),
    ]
}

fn seen(book: Vec<Records>, period: Period, scope: Scope, rules: &Rules) -> Page {
    let around = Around::default();
    let standings: Vec<_> = book.iter().map(|one| assess(one, &around, rules, today())).collect();
    let mut tally = Tally::over(period.from, period.to);
    for (records, standing) in book.into_iter().zip(&standings) {
        tally.add(records, standing, rules);
    }
    let metrics = tally.finish(&standings, &around, rules);
    page(&Retained { metrics: &metrics, period, scope, rules, today: today(), each: false })
}

fn over_the_year(scope: Scope) -> Page {
    seen(book(), Period::year_to(today()), scope, &Rules::default())
}

#[track_caller]
fn has(page: &Page, wanted: &str) {
    let lines = told(page);
    assert!(lines.iter().any(|line| line == wanted), "{wanted} in {lines:#?}");
}

/// What an entry says of itself, and its accounts.
fn ground(page: &Page, key: &str) -> (String, Vec<String>) {
    let ground = &entry(page, key).ground;
    assert!(ground.proofs.iter().all(|proof| proof.account.is_some()), "each says whose it is");
    let proofs = ground.proofs.iter().map(|proof| proof.text.clone()).collect();
    (ground.says.join(" "), proofs)
}

#[test]
fn the_bridge_leads_from_the_start_to_the_end() {
    let page = over_the_year(Scope::All);
    assert_eq!(page.figure, "NRR 84 % (2 of 3)");
    has(&page, "# The last 365 days  23 Nov 2025 to 22 Nov · all accounts");
    let lines = told(&page);
    let ways: Vec<(&str, &str, &str)> = lines
        .iter()
        .skip(1)
        .take(8)
        .map(|line| {
            let mut cells = line.split(" | ");
            let (label, figure) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            (label, figure, cells.last().unwrap_or(""))
        })
        .collect();
    let bars = |label: &str| lines.iter().find(|line| line.starts_with(label)).cloned();
    assert_eq!(ways[0], ("start", "2.20M", "3 accounts"));
    assert_eq!(ways[1], ("+ new", "+300k", "1 account"));
    assert_eq!(ways[2], ("+ reactivated", "0", ""));
    assert_eq!(ways[4], ("+ expansion", "+250k", "1 account, price 50k"));
    assert_eq!(ways[5], ("− contraction", "−200k", "1 account"));
    assert_eq!(ways[6], ("− churn", "−400k", "1 account"));
    assert_eq!(ways[7], ("= end", "2.15M", "3 accounts"));
    // 2.20 of 2.75 are 22.4 of 28 columns.
    assert!(bars("start").is_some_and(|line| line.contains(&"█".repeat(22))));
    let (says, accounts) = ground(&page, "bridge = end");
    assert!(says.starts_with("2.20M + 300k + 0 + 0 + 250k − 200k − 400k = 2.15M."), "{says}");
    assert!(says.ends_with("Left out: Kronan, no rate for SEK."), "{says}");
    assert_eq!(accounts.len(), 3);
    let (says, accounts) = ground(&page, "bridge + expansion");
    assert!(says.contains("50k of it is dearer price"), "{says}");
    assert_eq!(accounts, ["Contoso: 1.00M → 1.25M, of which price +50k"]);
    assert_eq!(ground(&page, "bridge − churn").1, ["Adatum: 400k → 0"]);
    assert_eq!(ground(&page, "bridge + new").1, ["Wingtip: +300k new"]);
}

#[test]
fn each_figure_says_its_formula_and_counts_stand_beside_few() {
    let page = over_the_year(Scope::All);
    has(&page, "NRR | 84 % | 1.85M of 2.20M · 2 of 3 still pay");
    has(&page, "GRR | 73 % | 1.60M of 2.20M, growth left out · 1 of 3 pay no less");
    has(&page, "logo retention | 67 % | 2 of 3 still pay");
    has(&page, "revenue churn | 27 % | 400k left, 200k shrank · 2 of 3 left or pay less");
    has(&page, "expansion MRR | 21k | 250k of ARR ÷ 12");
    has(&page, "lifetime value | – | no margin known: `margin` in the config");
    let (says, accounts) = ground(&page, "kept NRR");
    assert!(says.contains("1.85M ÷ 2.20M = 84 %."), "{says}");
    let order = ["Adatum: 400k → 0", "Fabrikam: 800k → 600k"];
    assert_eq!(accounts[..2], order, "what was lost comes first");
    let rules = Rules::default().with(Limit::FewAccounts, 3.0).with(Limit::Margin, 80.0);
    let year = Period::year_to(today());
    let page = seen(book(), year, Scope::All, &rules);
    has(&page, "NRR | 84 % | 1.85M of 2.20M");
    has(&page, "logo retention | 67 % | 2 of 3 still pay");
    // 2.20M ÷ 3 × 0.8 ÷ (600 ÷ 2200).
    has(&page, "lifetime value | 2.15M | 733k × 80 % ÷ 27 %");
    let month = Period::around(Stretch::Month, today(), today());
    has(&seen(book(), month, Scope::All, &rules), "lifetime value | – | told for 365 days only");
}

#[test]
fn a_tier_stands_for_itself() {
    let page = over_the_year(Scope::All);
    has(&page, "strategic | 1.00M | 1.25M | 125 % | 100 % | 1 of 1");
    has(&page, "growth | 800k | 900k | 75 % | 75 % | 1 of 1");
    has(&page, "without tier | 400k | 0 | 0 % | 0 % | 0 of 1");
    let growth = over_the_year(Scope::Tier(Some(Tier::Growth)));
    has(&growth, "# The last 365 days  23 Nov 2025 to 22 Nov · growth");
    has(&growth, "NRR | 75 % | 600k of 800k · 1 of 1 still pay");
    has(&growth, "# ACV growth by account  1 shrank · 1 came in");
    assert!(!told(&growth).iter().any(|line| line.contains("Contoso")), "another tier's");
}

#[test]
fn accounts_come_with_the_losses_first_and_whoever_is_in_no_sum() {
    let page = over_the_year(Scope::All);
    let lines = told(&page);
    let from = lines.iter().position(|line| line.starts_with("# ACV growth")).expect("a part");
    let rest: Vec<&str> =
        lines[from..].iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    assert_eq!(
        rest,
        [
            "# ACV growth by account  1 grew · 1 shrank · 1 left · 1 came in",
            "Adatum | 400k | → 0 | −100 % | ✕ lost",
            "Fabrikam | 800k | → 600k | −25 % | ▼ shrunk",
            "Wingtip | – | → 300k | – | + new",
            "Contoso | 1.00M | → 1.25M | +25 % | ▲ grown, of which price 50k",
            "# In no sum  2 accounts",
            "Kronan | no rate for SEK",
            "Proseware | ARR unknown",
        ]
    );
    let whom = entry(&page, "account 3").whom.as_ref().map(|whom| whom.account);
    assert_eq!(whom, Some(Id(3)), "o and every key of the Book are for it");
}

#[test]
fn nothing_at_the_start_is_no_percentage_and_nothing_paid_no_bridge() {
    let rules = Rules::default();
    let year = Period::year_to(today());
    let wingtip = vec![book().remove(3)];
    let page = seen(wingtip, year, Scope::All, &rules);
    has(&page, "NRR | – | nobody paid at the start");
    has(&page, "logo retention | – | nobody paid at the start");
    has(&page, "expansion MRR | – | nobody paid at the start");
    assert_eq!(page.figure, "");
    let page = seen(vec![book().remove(5)], year, Scope::All, &rules);
    assert!(told(&page).iter().any(|line| line.starts_with("No account paid anything")));
    has(&page, "revenue coverage | – | no ARR · 1 of unknown ARR");
    has(&page, "meetings held | – | no agreed meeting");
    has(&page, "executives met | – | no Strategic account");
    has(&page, "ideas brought | – | no talk recorded in the period");
    has(&page, "Proseware | ARR unknown");
    assert_eq!(entry(&page, "left unknown").whom, Some(Whom::account(Id(6))));
    let page = seen(Vec::new(), Period::around(Stretch::All, today(), today()), Scope::All, &rules);
    has(&page, "# Everything  nothing recorded yet · all accounts");
}

#[test]
fn what_a_tier_pays_is_not_nothing_where_it_is_unknown() {
    let mut book = book();
    book[5].account.tier = Some(Tier::Maintenance);
    let rules = Rules::default();
    let page = seen(book.clone(), Period::year_to(today()), Scope::All, &rules);
    has(&page, "maintenance | – | – | – | – | –");
    book.extend((7..9).map(|id| account(id, "Alpine", Some(Tier::Maintenance), "EUR", &[])));
    let tier = Scope::Tier(Some(Tier::Maintenance));
    let page = seen(book.clone(), Period::year_to(today()), tier, &rules);
    has(&page, "3 accounts | ARR unknown");
    assert_eq!(ground(&page, "left unknown").1, ["Alpine", "Alpine", "Proseware"]);
    let none = seen(book, Period::year_to(today()), Scope::Tier(None), &rules);
    has(&none, "# In no sum  1 account");
    has(&none, "Kronan | no rate for SEK");
}

#[test]
fn the_accounts_behind_a_figure_that_leads_begin_with_what_is_missing() {
    let mut book = book();
    book[0].account.created_on = ago(900);
    let page = seen(book, Period::year_to(today()), Scope::All, &Rules::default());
    has(&page, "complete maps | 0 % | 0 of 6");
    let (says, accounts) = ground(&page, "complete maps");
    assert!(says.ends_with("0 ÷ 6 = 0 %."), "{says}");
    assert_eq!(accounts[0], "Contoso: 0 of 1");
    has(&page, "revenue coverage | 0 % | 0 of 2.15M · 0 of 4 · aim 80 % · 2 of unknown ARR");
    let (_, accounts) = ground(&page, "revenue coverage");
    assert_eq!(accounts[0], "Contoso: 1.25M, no answer of late");
}
