//! `portfolio`: the book as one picture, and that it agrees with itself.

use super::Corner;
use serde_json::Value;

#[test]
fn what_is_safe_at_risk_and_unknown_is_the_book() {
    let corner = Corner::with_demo();
    let book = corner.json(&["portfolio"]);
    let arr = corner.json(&["attention"])["book"]["arr_total"]["minor"].clone();
    assert_eq!((&book["version"], &book["arr"]), (&1.into(), &arr));
    let secured = book["secured"].as_array().expect("three states");
    let sum: i64 = secured.iter().filter_map(|one| one["arr"].as_i64()).sum();
    assert_eq!((secured.len(), Value::from(sum)), (3, arr));
    let count: u64 = secured.iter().filter_map(|one| one["accounts"].as_u64()).sum();
    assert_eq!(Value::from(count), book["accounts"]);
    let ladder = book["ladder"].as_array().expect("accounts");
    let last = ladder.iter().rev().find_map(|one| one["running"].as_f64()).expect("a sum");
    assert!((last - 1.0).abs() < 1e-12, "{last}");
    assert_eq!(book["coverage"], corner.json(&["metrics"])["leading"]["coverage"]);
}

#[test]
fn a_page_stands_alone_or_after_the_others() {
    let corner = Corner::with_demo();
    let all = corner.ok(&["portfolio"]);
    for (page, title, text) in [
        ("ladder", "Ladder · €", "accounts above this line carry"),
        ("time", "Time · the tiers ask for", "out of proportion"),
        ("runway", "Runway · 8 contracts", "January 2027"),
    ] {
        let alone = corner.ok(&["portfolio", "--page", page]);
        assert!(alone.starts_with(title) && alone.contains(text), "{page}: {alone}");
        assert!(all.contains(alone.trim_end()), "{page}");
    }
}

#[test]
fn a_masked_picture_names_nobody() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["portfolio", "--mask"]);
    for secret in ["Contoso", "Relecloud", "940k", "€", "6.86M"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
    assert!(said.contains("Account ") && said.contains("•••"), "{said}");
    let told = corner.json(&["portfolio", "--mask"]);
    assert_eq!(told["ladder"][0]["arr"], Value::Null);
    let told = told.to_string();
    for secret in ["Contoso", "94000000", "686200000"] {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
}
