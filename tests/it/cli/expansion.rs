//! `expansion`: what could grow, in text and in JSON.

use super::Corner;

#[test]
fn the_pages_are_those_of_the_screen() {
    let corner = Corner::with_demo();
    let all = corner.ok(&["expansion"]);
    for told in [
        "Opportunities · 4 open, 1 to pursue",
        "QBRs · 9 QBRs in 91 d",
        "Not bought · 1 possible",
        "Tiers · 1 to decide",
    ] {
        assert!(all.contains(told), "{told} in\n{all}");
    }
    let tiers = corner.ok(&["expansion", "--page", "tiers"]);
    assert!(tiers.contains("17.6 h → 11.7 h a week") && !tiers.contains("Not bought"), "{tiers}");
    let masked = corner.ok(&["expansion", "--mask"]);
    for secret in ["Coho", "Order page", "Workplace", "24k", "A. Simon"] {
        assert!(all.contains(secret) || secret == "A. Simon", "{secret} in\n{all}");
        assert!(!masked.contains(secret), "{secret} in\n{masked}");
    }
}

#[test]
fn json_has_the_whole_of_it() {
    let corner = Corner::with_demo();
    let all = corner.json(&["expansion"]);
    assert_eq!((&all["version"], &all["today"]), (&1.into(), &"2026-11-22".into()));
    let chances = all["chances"].as_array().expect("opportunities");
    assert_eq!(chances.len(), 4);
    assert_eq!(chances[0]["name"], "Coho Winery");
    assert_eq!(chances[0]["opportunity"]["judged"]["verdict"], "pursue");
    // 24k at ease 4 of 5.
    assert_eq!(chances[0]["opportunity"]["rank"]["minor"], 1_920_000);
    let stages = all["stages"]["stages"].as_array().expect("stages");
    let sums: Vec<i64> = stages.iter().filter_map(|one| one["sum"].as_i64()).collect();
    assert_eq!(sums, [12_000_000, 25_400_000, 0, 0, 0]);
    assert_eq!(all["qbrs"]["coming"].as_array().map(Vec::len), Some(9));
    assert_eq!(all["tiers"]["differs"].as_array().map(Vec::len), Some(9));
}
