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
fn the_quadrant_stands_in_the_json_with_its_corners_and_its_split() {
    let corner = Corner::with_demo();
    let book = corner.json(&["portfolio"]);
    let (chart, floor) = (&book["quadrant"], &book["spread"]["key"]["floor"]);
    assert_eq!(&chart["floor"], floor);
    let corners = chart["corners"].as_array().expect("quadrants and lanes");
    let count: u64 = corners.iter().filter_map(|one| one["accounts"].as_u64()).sum();
    assert_eq!((corners.len(), Value::from(count)), (6, book["accounts"].clone()));
    let spots = chart["spots"].as_array().expect("accounts");
    assert_eq!(spots.len() as u64, count);
    let masked = corner.json(&["portfolio", "--mask"]);
    assert_eq!(
        (&masked["quadrant"]["floor"], &masked["quadrant"]["corners"][0]["arr"]),
        (&Value::Null, &Value::Null)
    );
    let voices = chart["voices"].as_array().expect("answers");
    let why = voices.iter().find_map(|one| one["why"].as_str()).expect("a client's word");
    assert!(!masked.to_string().contains(why), "{why}");
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

/// The largest number of all.
fn largest(of: &Value) -> f64 {
    match of {
        Value::Object(fields) => fields.values().map(largest).fold(0.0, f64::max),
        Value::Array(values) => values.iter().map(largest).fold(0.0, f64::max),
        other => other.as_f64().map_or(0.0, f64::abs),
    }
}

#[test]
fn no_masked_page_of_the_whole_book_tells_an_amount() {
    let corner = Corner::with_demo();
    corner.ok(&["forecast", "--target", "1.2m"]);
    for page in ["portfolio", "forecast", "expansion"] {
        assert!(largest(&corner.json(&[page])) >= 1_000_000.0, "{page}");
        let hidden = corner.json(&[page, "--mask"]);
        assert!(largest(&hidden) < 10_000.0, "{page}: {hidden}");
    }
}
