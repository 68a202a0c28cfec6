//! `explain`: words, figures and codes in one place.

use super::Corner;

#[test]
fn a_word_is_explained_without_a_book() {
    let corner = Corner::empty();
    let said = corner.ok(&["explain", "net", "revenue", "retention"]);
    assert!(said.starts_with("Net revenue retention · the book\n"), "{said}");
    assert!(said.contains("= NRR = Σ end ÷ Σ start"), "{said}");
    assert!(said.contains("From the field's standard practice."), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 90), "{said}");
    assert!(!corner.book().exists());
}

#[test]
fn every_signal_that_asks_for_attention_can_be_explained() {
    let corner = Corner::with_demo();
    let mut codes = Vec::new();
    for row in corner.json(&["attention"])["rows"].as_array().expect("rows") {
        for signal in row["signals"].as_array().expect("signals") {
            codes.push(signal["code"].as_str().expect("a code").to_owned());
        }
    }
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() > 10, "{codes:?}");
    for code in codes {
        let found = corner.json(&["explain", &code]);
        let keys: Vec<&str> = found["topics"]
            .as_array()
            .expect("topics")
            .iter()
            .filter_map(|topic| topic["key"].as_str())
            .collect();
        assert!(keys.contains(&code.as_str()), "{code}: {keys:?}");
    }
}

#[test]
fn the_playbooks_are_in_it_and_no_number_is_left_open() {
    let corner = Corner::empty();
    let all = corner.json(&["explain"]);
    let topics = all["topics"].as_array().expect("topics");
    let of = |area: &str| topics.iter().filter(|topic| topic["area"] == area).count();
    assert!(of("playbooks") >= 20, "{}", of("playbooks"));
    assert!(of("codes of signals") > 40);
    for topic in topics {
        let text = topic["said"].to_string();
        assert!(!text.contains(['{', '}']), "{topic}");
    }
    let said = corner.ok(&["explain", "account", "at", "risk"]);
    assert!(said.starts_with("Account at risk (playbook) · playbooks\n"), "{said}");
    assert!(said.contains("Day "), "{said}");
}

#[test]
fn all_that_there_is_is_listed_and_what_is_not_there_is_refused() {
    let corner = Corner::empty();
    let said = corner.ok(&["explain"]);
    for key in ["coverage", "champion-left", "risk-below", "usage", "act-by", "loyalty"] {
        assert!(said.contains(&format!("\n  {key} ")), "{key} is missing in\n{said}");
    }
    let (code, said) = corner.refused(&["explain", "xyzzy"]);
    assert_eq!(code, 4);
    assert!(said.contains("nothing is called “xyzzy” here"), "{said}");
}
