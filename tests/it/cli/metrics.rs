//! `metrics`: the figures of the book, and that they add up.

use super::Corner;
use serde_json::Value;

fn minor(line: &Value, what: &str) -> i64 {
    line[what].as_i64().unwrap_or_else(|| panic!("{what} of {line}"))
}

#[test]
fn the_bridge_leads_from_the_start_to_the_end_in_total_and_by_tier() {
    let corner = Corner::with_demo();
    let metrics = corner.json(&["metrics"]);
    assert_eq!((&metrics["from"], &metrics["to"]), (&"2025-11-23".into(), &"2026-11-22".into()));
    let retention = &metrics["retention"];
    let total = &retention["total"];
    let tiers = retention["tiers"].as_array().expect("tiers");
    assert!(tiers.len() >= 3);
    for line in tiers.iter().chain([total]) {
        let came = minor(line, "new") + minor(line, "reactivated") + minor(line, "opening");
        let kept = minor(line, "start") + minor(line, "expansion");
        let gone = minor(line, "contraction") + minor(line, "churn");
        assert_eq!(minor(line, "end"), kept + came - gone);
    }
    assert_eq!(minor(total, "end"), tiers.iter().map(|tier| minor(tier, "end")).sum::<i64>());
    let nrr = total["nrr"].as_f64().expect("a start");
    let grr = total["grr"].as_f64().expect("a start");
    let grown = minor(total, "expansion") as f64 / minor(total, "start") as f64;
    assert!(grown > 0.0 && (nrr - grr - grown).abs() < 1e-9);
    let coverage = &metrics["leading"]["coverage"];
    let book = corner.json(&["attention"]);
    assert_eq!(coverage["arr"], book["book"]["arr_total"]["minor"]);
    let spots = metrics["quadrant"].as_array().expect("spots");
    assert_eq!(spots.len() as u64, metrics["accounts"].as_u64().expect("accounts"));
}

#[test]
fn the_page_names_the_period_and_what_is_not_known() {
    let corner = Corner::with_demo();
    let page = corner.ok(&["metrics", "--from", "2026-10-01", "--to", "2026-11-21"]);
    for text in ["1 Oct to 21 Nov (52 d)", "NRR", "lifetime value", "revenue coverage", "quadrant"]
    {
        assert!(page.contains(text), "{text} in {page}");
    }
    let value = page.lines().find(|line| line.contains("lifetime value")).expect("a line");
    assert!(value.contains("–   no margin known"), "{value}");
    assert!(page.contains("What leads\n"), "{page}");
    let longer = corner.ok(&["metrics", "--from", "2020-01-01"]);
    assert!(longer.contains("What leads  talks since 22 Nov 2025\n"), "{longer}");
}

#[test]
fn a_day_beyond_the_years_of_a_book_is_refused() {
    let corner = Corner::with_demo();
    for day in ["-262143-01-01", "-0001-01-01", "0000-12-31", "+10000-01-01", "+262142-12-31"] {
        for at in [["--to", day], ["--from", day], ["--today", day]] {
            let output = corner.run(&["metrics", &at.join("=")]);
            assert_eq!(output.status.code(), Some(2), "{at:?}");
            assert!(String::from_utf8_lossy(&output.stderr).contains("a day, as 2026-11-22"));
        }
    }
    corner.ok(&["metrics", "--to", "0001-01-01"]);
}

#[test]
fn the_figures_are_told_by_tier_and_by_account() {
    let corner = Corner::with_demo();
    let by = |what| corner.json(&["metrics", "--by", what])["by"].as_array().cloned();
    let tiers = by("tier").expect("tiers");
    let whole = corner.json(&["metrics"]);
    assert_eq!(whole["by"], Value::Null, "nobody asked for it");
    let sum = |part: &str| -> i64 { tiers.iter().map(|one| minor(&one["retention"], part)).sum() };
    assert_eq!(sum("churn"), minor(&whole["retention"]["total"], "churn"));
    let held = |leading: &Value| leading["attendance"]["whole"].as_u64().expect("a count");
    let all: u64 = tiers.iter().map(|one| held(&one["leading"])).sum();
    assert!(all > 0 && all == held(&whole["leading"]));
    let accounts = by("account").expect("accounts");
    let ideas = |one: &Value| one["leading"]["ideas"].as_u64();
    assert_eq!(accounts.iter().filter_map(ideas).sum::<u64>(), ideas(&whole).expect("a count"));
    let text = corner.ok(&["metrics", "--by", "tier"]);
    assert!(text.contains("\nStrategic · NRR 109 % (4 of 4)\n"), "{text}");
    let text = corner.ok(&["metrics", "--by", "account", "--period", "2026-q3"]);
    assert!(text.starts_with("22 accounts · 1 Jul to 30 Sep (92 d) · amounts in EUR\n"), "{text}");
    assert!(text.contains("Proseware") && !text.contains("the same  "), "each has its line");
    assert_eq!(corner.run(&["metrics", "--period", "soon"]).status.code(), Some(2));
}

#[test]
fn masked_figures_name_nobody_and_no_amount() {
    let corner = Corner::with_demo();
    let text = corner.ok(&["metrics", "--mask"]);
    assert!(text.contains("Account ") && text.contains("NRR"), "{text}");
    assert!(
        !text.contains("Contoso") && !text.contains("6.86M") && !text.contains("EUR"),
        "{text}"
    );
    assert_eq!(corner.run(&["metrics", "--mask", "--json"]).status.code(), Some(2));
}

#[test]
fn a_period_without_a_day_or_still_to_come_is_refused() {
    let corner = Corner::with_demo();
    for period in [
        ["--from", "2026-11-22", "--to", "2026-11-21"],
        ["--from", "2026-11-01", "--to", "2026-11-23"],
    ] {
        let output = corner.run(&[&["metrics"][..], &period].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_book_without_accounts_has_no_figures_and_no_panic() {
    let corner = Corner::empty();
    corner.bring_in();
    let metrics = corner.json(&["metrics"]);
    assert_eq!(metrics["retention"]["total"]["nrr"], Value::Null);
    assert_eq!(metrics["leading"]["coverage"]["share"], Value::Null);
    assert!(corner.ok(&["metrics"]).starts_with("1 account · "));
}
