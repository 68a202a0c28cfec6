//! `trellis review`: who is in it, as text and as JSON.

use super::Corner;

#[test]
fn the_demo_book_says_who_is_in_it_and_why() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["review"]);
    assert!(said.contains(" accounts, about ") && said.contains(" unchanged"), "{said}");
    let line = said.lines().find(|line| line.contains("Contoso")).expect("Contoso is in it");
    assert!(line.contains("NOW champion"), "{line}");
    assert!(!said.contains("16 Nov  T. Lee left"), "{said}");
    let all = corner.ok(&["review", "--all"]);
    assert!(all.contains("16 Nov  T. Lee left") && all.contains("\nUnchanged "), "{all}");
    let masked = corner.ok(&["review", "--all", "--mask"]);
    assert!(!masked.contains("Contoso") && !masked.contains("T. Lee"), "{masked}");
    assert_eq!(masked.lines().count(), all.lines().count(), "{masked}");
}

#[test]
fn everybody_in_the_book_is_in_it_or_unchanged() {
    let corner = Corner::with_demo();
    let told = corner.json(&["review"]);
    let count = |key: &str| told[key].as_array().expect("a list").len() as u64;
    let accounts = corner.json(&["attention"])["book"]["accounts"].as_u64();
    assert_eq!(Some(count("queue") + count("unchanged")), accounts);
    for one in told["queue"].as_array().expect("a list") {
        assert_ne!(one["reasons"].as_array().map(Vec::len), Some(0), "{one}");
        let group = one["group"].as_str().expect("a word");
        let named = one["reasons"][0] == "group";
        assert_eq!(named, ["NOW", "SOON"].contains(&group), "{one}");
    }
    for one in told["unchanged"].as_array().expect("a list") {
        assert!(!["NOW", "SOON"].contains(&one["group"].as_str().expect("a word")), "{one}");
    }
}

#[test]
fn without_a_closed_review_there_are_no_minutes() {
    let corner = Corner::empty();
    corner.bring_in();
    let (code, said) = corner.refused(&["review", "--minutes"]);
    assert_eq!(code, 4);
    assert!(said.contains("no review was closed yet"), "{said}");
    let (code, _) = corner.refused(&["review", "--mail"]);
    assert_eq!(code, 2, "a mail of what");
    assert!(corner.ok(&["review"]).contains("0 accounts, about 0 min · 1 unchanged"));
}
