//! `due` and `brief`: what falls due, and what to have at hand.

use super::Corner;

fn dues(agenda: &serde_json::Value) -> Vec<serde_json::Value> {
    let late = agenda["late"].as_array().expect("late ones").clone();
    assert!(agenda["waiting"].as_array().is_some_and(|all| !all.is_empty()));
    let days = agenda["days"].as_array().expect("days");
    let ahead = days.iter().flat_map(|day| day["dues"].as_array().expect("dues").clone());
    late.into_iter().chain(ahead).collect()
}

#[test]
fn what_falls_due_is_grouped_by_day() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["due"]);
    assert!(said.starts_with("Sun 22 Nov 2026 to 6 Dec · "), "{said}");
    let facts = ["\nOVERDUE 3\n", "\nTHIS WEEK 13\n", "\nASKED FOR 9\n", "\nWAITING FOR 3\n"];
    for fact in facts.iter().chain(&["ROI sheet", "4 d late", "Contoso", "S. Brix: Price list"]) {
        assert!(said.contains(fact), "{fact}: {said}");
    }
    assert!(said.contains("\nload: Mon 23 1 · Tue 24 3 · "), "{said}");
    assert!(said.contains("  and 4 more (--all shows them)"), "{said}");
    assert!(!corner.ok(&["due", "--all"]).contains("--all shows them"));
    let agenda = corner.json(&["due"])["agenda"].clone();
    let all = dues(&agenda);
    assert!(all.len() > 10, "{}", all.len());
    assert_eq!(agenda["others"].as_array().map(Vec::len), Some(3), "each by who does it");
    assert_eq!(agenda["load"].as_array().map(Vec::len), Some(14));
    let days: Vec<&str> = all.iter().filter_map(|due| due["on"].as_str()).collect();
    assert!(days.is_sorted() && days.iter().all(|day| *day <= "2026-12-06"), "{days:?}");
    let few = dues(&corner.json(&["due", "--days", "0"])["agenda"]);
    assert!(
        few.len() < all.len() && few.iter().all(|due| due["on"].as_str() <= Some("2026-11-22"))
    );
    let far = dues(&corner.json(&["due", "--days", "120"])["agenda"]);
    for what in ["promise", "step", "meeting", "notice", "end"] {
        assert!(far.iter().any(|due| due["what"] == what), "{what}");
    }
    let (code, said) = corner.refused(&["due", "--days", "x"]);
    assert_eq!(code, 2, "{said}");
}

#[test]
fn a_line_logged_comes_up_on_its_day() {
    let corner = Corner::with_demo();
    corner.ok(&["log", "northwind dana !meet 2 dec 9:30 QBR !promise 3 dec send the deck"]);
    let said = corner.ok(&["due"]);
    let line = said.lines().find(|line| line.contains("QBR") && line.contains("09:30"));
    let cells: Vec<&str> = line.expect("a line").split_whitespace().collect();
    assert_eq!(&cells[..5], ["Wed", "2", "Dec", "09:30", "meeting"], "{said}");
    assert!(said.contains("send the deck for Dana Wirth, unchecked"), "{said}");
}

#[test]
fn a_brief_fits_one_screen_and_tells_what_the_account_is_about() {
    let corner = Corner::with_demo();
    let said = corner.ok(&["brief", "contoso"]);
    assert!(said.lines().count() <= 24, "{said}");
    assert!(said.starts_with("Contoso · strategic · active · €940k · 5.2 risk"), "{said}");
    for fact in ["notice by 30 Jan 2027", "“budget frozen”", "ROI sheet", "To ask"] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
    let names = corner.json(&["attention"])["rows"].clone();
    for row in names.as_array().expect("rows") {
        let name = format!("#{}", row["account"]);
        let said = corner.ok(&["brief", &name]);
        assert!(said.lines().count() <= 24 && said.lines().count() >= 3, "{said}");
        assert!(said.lines().all(|line| line.chars().count() <= 110), "{said}");
    }
    let brief = corner.json(&["brief", "contoso"])["brief"].clone();
    let parts = brief["sections"].as_array().expect("parts").clone();
    let talks = parts.iter().find(|part| part["part"] == "Talks").expect("talks");
    assert_eq!(talks["lines"].as_array().map(Vec::len), Some(3));
}
