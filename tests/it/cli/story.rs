//! `trellis story`: the week in sentences, as text and as JSON.

use super::Corner;

#[test]
fn the_demo_book_tells_its_week() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["story"]);
    for part in ["The week · 16 Nov to 22 Nov", "T. Lee left (Contoso)", "First of all", "Until "]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let masked = corner.ok(&["story", "--mask"]);
    assert!(!masked.contains("Contoso") && !masked.contains("T. Lee"), "{masked}");
}

#[test]
fn its_json_names_the_records() {
    let corner = Corner::with_demo();
    let told = corner.json(&["story"]);
    assert_eq!(told["version"], 1);
    assert_eq!((&told["from"], &told["today"]), (&"2026-11-16".into(), &"2026-11-22".into()));
    let things = told["things"].as_array().expect("a list");
    assert_eq!(things.len(), 3);
    assert!(things.iter().all(|one| one["account"].is_i64() && one["signal"].is_string()));
    let moved = told["moved"].as_array().expect("a list");
    let people = moved.iter().find(|one| one["label"] == "people").expect("who left");
    assert_eq!(people["on"][0]["about"][0], "contact");
}
