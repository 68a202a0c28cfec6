//! `attention`, `show` and `why`: what is printed, and that it adds up.

use super::Corner;
use serde_json::Value;

fn names(attention: &Value) -> Vec<String> {
    let rows = attention["rows"].as_array().expect("rows");
    rows.iter().map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn the_costs_of_every_account_sum_to_what_it_lacks() {
    let corner = Corner::with_demo();
    let mut scored = 0;
    for name in names(&corner.json(&["attention"])) {
        let account = corner.json(&["show", &name]);
        let score = &account["score"];
        let Some(value) = score["value"].as_f64() else { continue };
        let factors = score["factors"].as_array().expect("factors");
        assert_eq!(factors.len(), 10);
        let costs: f64 = factors.iter().filter_map(|factor| factor["costs"].as_f64()).sum();
        assert!((costs - (10.0 - value)).abs() < 1e-9, "{name}: {costs} against {value}");
        let sum = score["costs_sum"].as_f64().expect("a sum");
        assert!((sum - costs).abs() < 1e-9, "{name}: {sum} against {costs}");
        scored += 1;
    }
    assert!(scored > 20, "{scored}");
}

#[test]
fn what_is_computed_stands_unrounded_beside_what_is_printed() {
    let contoso = Corner::with_demo().json(&["show", "Contoso"]);
    let usage = contoso["score"]["factors"]
        .as_array()
        .and_then(|factors| factors.iter().find(|factor| factor["factor"] == "Usage"))
        .expect("a factor");
    // 60 % of 7 of 12 features, 40 % of 40 of 75 seats, two off for seats that fell from 66 to 40.
    let ratio = 0.6 * 7.0 / 12.0 + 0.4 * 40.0 / 75.0;
    let score = 1.0 + 9.0 * ratio - 2.0;
    assert!((usage["score"].as_f64().expect("a score") - score).abs() < 1e-9);
    assert_eq!(usage["printed"], "4.0");
    assert_eq!(usage["source"], "measured");
    assert_eq!(usage["evidence_age_days"], 9);
    let map = &contoso["map"];
    let freshness = |level: usize, seat: usize| map["rows"][level]["seats"][seat].clone();
    assert_eq!(freshness(0, 0)["name"], "A. Ruiz");
    let ruiz = freshness(0, 0)["freshness"].as_f64().expect("a share");
    assert!((ruiz - (1.0 - 34.0 / 548.0)).abs() < 1e-9);
    let coverage = map["rows"][0]["coverage"].as_f64().expect("a share");
    assert!((coverage - ruiz / 3.0).abs() < 1e-9, "one fresh decision maker of three");
}

#[test]
fn the_page_of_an_account_shows_its_facts() {
    let corner = Corner::with_demo();
    let page = corner.ok(&["show", "conto"]);
    for fact in [
        "Contoso · strategic · active · €940k · live since 2021",
        "notice by 30 Jan 2027 (69 d) · ends 31 Mar 2027 · talks not started",
        "last talk 12 d: J. Roy, K. Ott, call, −1 “budget frozen”",
        "Champion left: T. Lee, 16 Nov. Nobody took over.",
        "6 of 9 seats",
        "NPS −40",
        "Plan · day 34 of 90 · 5 of 12 done · 2 late",
        "ROI sheet (promise)",
        "4 d late",
    ] {
        assert!(page.contains(fact), "{fact} is missing in\n{page}");
    }
}

#[test]
fn why_names_the_records_and_the_ways_back() {
    let page = Corner::with_demo().ok(&["why", "Contoso"]);
    for fact in [
        "Score 5.2 risk",
        "seats active fell 66 → 40",
        "The costs sum to 4.7",
        "Back to 6.0: Usage from 4.0 to",
        "K. Ott answered 4 · 17 Oct",
        "In the list: NOW with a weight of 24.5: (5 for its strongest signal + 3.75 for the rest) × 2.8",
    ] {
        assert!(page.contains(fact), "{fact} is missing in\n{page}");
    }
}

#[test]
fn nothing_known_is_nought_without_a_sign() {
    let corner = Corner::with_demo();
    let page = corner.ok(&["why", "Graphic Design"]);
    assert!(page.contains("known 0 %"), "{page}");
    let json = corner.ok(&["why", "Graphic Design", "--json"]);
    assert!(!json.contains("-0.0"), "{json}");
}

#[test]
fn a_name_that_fits_several_or_none_is_refused_with_candidates() {
    let corner = Corner::with_demo();
    let (code, said) = corner.refused(&["show", "w"]);
    assert_eq!(code, 2);
    assert!(said.contains("Wingtip, Woodgrove Bank"), "{said}");
    let (code, said) = corner.refused(&["why", "nobody"]);
    assert_eq!(code, 4);
    assert!(said.contains("no account is called “nobody”"), "{said}");
}

#[test]
fn namesakes_are_told_apart_by_their_case_else_by_their_number() {
    let corner = Corner::with_demo();
    let file = corner.path().join("firms.csv");
    let rows = "Id,Name,City\n1,Acme,Bonn\n2,Acme,Paris\n3,ACME,Rome\n";
    std::fs::write(&file, rows).expect("written");
    corner.ok(&["import", file.to_str().expect("a path"), "--as", "account", "--yes"]);
    assert_eq!(corner.json(&["show", "ACME"])["account"]["city"], "Rome");
    let (code, said) = corner.refused(&["why", "Acme"]);
    assert_eq!(code, 2);
    assert!(said.contains("2 accounts are called “Acme”"), "{said}");
    assert!(said.contains("#25 (Bonn), #26 (Paris)"), "{said}");
    assert_eq!(corner.json(&["show", "#26"])["account"]["city"], "Paris");
    let (code, _) = corner.refused(&["show", "#999"]);
    assert_eq!(code, 4);
}

#[test]
fn a_talk_nobody_answered_is_told_from_the_last_one_that_was() {
    let page = Corner::with_demo().ok(&["show", "Northwind"]);
    assert!(page.contains("last talk 3 d: Dana Wirth, message"), "{page}");
    assert!(page.contains("last two-way talk 18 d, 4 Nov"), "{page}");
}

#[test]
fn quiet_groups_are_counted_and_shown_on_demand() {
    let corner = Corner::with_demo();
    let short = corner.ok(&["attention"]);
    assert!(short.contains("FINE 6 · PROSPECTS 1 · PAST 1 (--all shows them)"), "{short}");
    assert!(!short.contains("Woodgrove Bank"), "{short}");
    let all = corner.ok(&["attention", "--all"]);
    assert!(all.contains("Woodgrove Bank"), "{all}");
}

#[test]
fn another_day_is_another_judgement() {
    let corner = Corner::with_demo();
    let later = corner.json(&["show", "Contoso", "--today", "2026-12-22"]);
    assert_eq!(later["act_by"]["days"], 39);
    let age = |account: &Value| account["score"]["factors"][5]["evidence_age_days"].clone();
    assert_eq!(age(&later), 39);
    assert_eq!(age(&corner.json(&["show", "Contoso"])), 9);
}

#[test]
fn the_weight_of_every_account_is_made_of_the_signals_that_count() {
    let attention = Corner::with_demo().json(&["attention"]);
    let mut weighed = 0;
    for row in attention["rows"].as_array().expect("rows") {
        let counted = row["counted"].as_array().expect("signals");
        let worths: Vec<f64> = counted.iter().filter_map(|one| one["worth"].as_f64()).collect();
        let strongest = worths.iter().copied().fold(0.0, f64::max);
        let rest = (0.25 * (worths.iter().sum::<f64>() - strongest)).min(4.0);
        let order = &row["order"];
        let part = |what: &str| order[what].as_f64().expect("a figure");
        assert_eq!((part("strongest"), part("rest")), (strongest, rest), "{row}");
        let weight = (strongest + rest) * (1.0 + 2.0 * part("arr_percentile"));
        assert!((part("weight") - weight).abs() < 1e-12, "{row}");
        weighed += usize::from(weight > 0.0);
    }
    assert!(weighed > 5, "{weighed}");
}
