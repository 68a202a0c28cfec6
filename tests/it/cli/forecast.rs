//! `forecast`: a quarter in figures, its target, five lines.

use super::Corner;

#[test]
fn a_quarter_is_told_as_a_page_as_five_lines_and_as_json() {
    let corner = Corner::with_demo();
    let page = corner.ok(&["forecast", "--quarter", "2027-Q1"]);
    for text in ["Q1 2027", "no forecast", "at risk · score under 6", "For a mail", "46 % of due"]
    {
        assert!(page.contains(text), "{text} in {page}");
    }
    let lines = corner.ok(&["forecast", "--quarter", "q1/27", "--lines"]);
    assert_eq!(lines.lines().count(), 5, "{lines}");
    assert!(page.contains(lines.lines().nth(2).expect("a line")));
    let json = corner.json(&["forecast", "--quarter", "next"]);
    assert_eq!((&json["version"], &json["quarter"]), (&1.into(), &"2027-Q1".into()));
    assert_eq!(json["expected"]["amount"], 59_500_000);
    assert_eq!(json["renewals"].as_array().map(Vec::len), Some(4));
    let now = corner.ok(&["forecast"]);
    assert!(now.contains("Q4 2026"), "{now}");
}

#[test]
fn a_target_is_kept_and_can_be_undone() {
    let corner = Corner::with_demo();
    let set = corner.ok(&["forecast", "--quarter", "next", "--target", "1.2m"]);
    assert!(set.contains("gap 605k"), "{set}");
    corner.ok(&["forecast", "--quarter", "next", "--target", "1.2m"]);
    let json = corner.json(&["forecast", "--quarter", "next"]);
    assert_eq!(json["target"]["gap"], 60_500_000);
    let undone = corner.ok(&["undo"]);
    assert!(undone.contains("Target of Q1 2027"), "written once: {undone}");
    let json = corner.json(&["forecast", "--quarter", "next"]);
    assert!(json["target"].is_null());
    corner.ok(&["forecast", "--target", "900k"]);
    let none = corner.ok(&["forecast", "--target", "none"]);
    assert!(none.contains("none set"), "{none}");
}

#[test]
fn what_is_no_quarter_and_no_amount_is_refused() {
    let corner = Corner::with_demo();
    for args in [["--quarter", "q5"], ["--target", "much"], ["--target", "-5k"]] {
        let (code, said) = corner.refused(&["forecast", &args.join("=")]);
        assert_eq!(code, 2, "{said}");
    }
    let hidden = corner.ok(&["forecast", "--quarter", "next", "--mask"]);
    assert!(hidden.contains("•••") && !hidden.contains("Contoso"), "{hidden}");
}
