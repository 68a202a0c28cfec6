//! The demo book: every group, band and state of the map is in it, and it never is yours.

use super::{Corner, TODAY};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use trellis::domain::signal::table::SIGNALS;

fn groups(attention: &Value) -> BTreeMap<String, Vec<String>> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in attention["rows"].as_array().expect("rows") {
        let text = |key: &str| row[key].as_str().expect("a text").to_owned();
        groups.entry(text("group")).or_default().push(text("name"));
    }
    groups
}

#[test]
fn every_group_and_every_band_is_peopled() {
    let attention = Corner::with_demo().json(&["attention"]);
    let groups = groups(&attention);
    assert_eq!(groups["NOW"], ["Contoso", "Litware", "Adatum"]);
    assert_eq!(groups["SOON"].len(), 6);
    assert_eq!(groups["TOO LITTLE KNOWN"].len(), 3);
    assert_eq!(groups["IN HAND"].len(), 4);
    assert_eq!(groups["FINE"].len(), 6);
    assert_eq!(groups["PROSPECTS"], ["Fourth Coffee"]);
    assert_eq!(groups["PAST"], ["Southridge Video"]);
    assert_eq!(attention["book"]["accounts"], 22);
    assert_eq!(attention["book"]["unlinked_contacts"], 2);
    for band in ["risk", "watch", "healthy"] {
        let rows = attention["rows"].as_array().expect("rows");
        assert!(rows.iter().any(|row| row["band"] == band), "{band}");
    }
}

#[test]
fn every_signal_is_found_somewhere() {
    let corner = Corner::empty();
    for today in [TODAY, "2028-02-29"] {
        corner.json(&["demo", "--today", today]);
        let attention = corner.json(&["attention", "--today", today]);
        let rows = attention["rows"].as_array().expect("rows");
        let mut found = BTreeSet::new();
        for signal in rows.iter().flat_map(|row| row["signals"].as_array().expect("signals")) {
            let swallowed = signal["swallowed"].as_array().expect("what it stands for");
            found.extend(signal["code"].as_str());
            found.extend(swallowed.iter().filter_map(|one| one[0].as_str()));
        }
        let missing: Vec<&str> = SIGNALS.iter().map(|rule| rule.code).collect();
        let missing: Vec<&str> = missing.into_iter().filter(|code| !found.contains(code)).collect();
        assert_eq!(missing, [""; 0], "{today}");
    }
}

#[test]
fn it_looks_the_same_on_any_day() {
    let corner = Corner::empty();
    let mut seen = Vec::new();
    for today in [TODAY, "2026-12-31", "2028-02-29", "2031-03-01"] {
        let made = corner.json(&["demo", "--today", today]);
        assert_eq!(made["state"], "made", "{today}");
        let attention = corner.json(&["attention", "--today", today]);
        seen.push(groups(&attention));
    }
    for later in &seen {
        assert_eq!(later, &seen[0]);
    }
}

#[test]
fn work_falls_on_weekdays() {
    use chrono::{Datelike, NaiveDate};
    let corner = Corner::empty();
    for today in 22..29 {
        let today = format!("2026-11-{today}");
        corner.json(&["demo", "--today", &today]);
        for name in ["Contoso", "Woodgrove Bank", "Fabrikam", "Litware"] {
            let account = corner.json(&["show", name, "--today", &today]);
            let days = |table: &str, field: &str| -> Vec<NaiveDate> {
                let rows = account["records"][table].as_array().expect("rows");
                let day = |row: &Value| row[field].as_str()?.parse().ok();
                rows.iter().filter_map(day).collect()
            };
            // The newest talk stays on its day, and what is late as late as it is.
            let talks = days("talks", "on_date");
            let newest = talks.iter().max().expect("a talk");
            let worked = talks.iter().filter(|day| *day < newest).copied();
            let today: NaiveDate = today.parse().expect("a day");
            let ahead = days("steps", "due_on").into_iter().filter(|due| *due > today);
            let all: Vec<NaiveDate> = worked.chain(days("steps", "done_on")).chain(ahead).collect();
            assert!(all.len() > 5, "{name}");
            for day in all {
                assert!(day.weekday().number_from_monday() < 6, "{name}, {today}: {day}");
            }
        }
    }
}

#[test]
fn the_first_account_is_the_one_to_look_at() {
    let contoso = Corner::with_demo().json(&["show", "contoso"]);
    assert_eq!(contoso["score"]["printed"], "5.2");
    assert_eq!(contoso["score"]["band"], "risk");
    assert_eq!(contoso["act_by"]["days"], 69);
    assert_eq!(contoso["map"]["filled"], 6);
    assert_eq!(contoso["map"]["wanted"], 9);
    assert_eq!(contoso["map"]["nps"], -40);
    assert_eq!(contoso["map"]["not_placed"].as_array().map(Vec::len), Some(2));
    assert_eq!(contoso["plan"]["day"], 34);
    assert_eq!((&contoso["plan"]["done"], &contoso["plan"]["steps"]), (&5.into(), &12.into()));
    assert_eq!(contoso["plan"]["late"], 2);
    let live: Vec<&str> = contoso["signals"]
        .as_array()
        .expect("signals")
        .iter()
        .filter(|signal| signal["live"] == true && signal["severity"] == "now")
        .filter_map(|signal| signal["code"].as_str())
        .collect();
    assert_eq!(live, ["champion-left", "promise-late", "renewal-late"]);
    let history = contoso["records"]["history"].as_array().expect("a history");
    assert!(history.len() > 10, "{}", history.len());
}

#[test]
fn it_is_made_anew_each_day_until_somebody_works_in_it() {
    let corner = Corner::empty();
    let state = |args: &[&str]| corner.json(&[&["demo"], args].concat())["state"].clone();
    assert_eq!(state(&[]), "made");
    assert_eq!(state(&[]), "kept");
    assert_eq!(state(&["--today", "2026-11-23"]), "made");
    corner.ok(&["backup"]);
    assert_eq!(state(&["--today", "2026-11-24"]), "made");
    corner.bring_in();
    assert_eq!(state(&["--today", "2026-11-25"]), "edited");
    assert_eq!(state(&["--today", "2026-11-25", "--fresh"]), "made");
}

#[test]
fn it_never_takes_the_place_of_a_book_of_your_own() {
    let corner = Corner::empty();
    // A book with no demo in it: made by opening it for writing.
    let rules = trellis::domain::rules::Rules::default();
    drop(
        trellis::desk::Desk::open(&corner.book(), rules, chrono::DateTime::UNIX_EPOCH)
            .expect("a new book"),
    );
    let before = std::fs::read(corner.book()).expect("bytes");
    for args in [&["demo", "--path"][..], &["demo", "--path", "--fresh"]] {
        let (code, said) = corner.refused(args);
        assert_eq!(code, 5);
        assert!(said.contains("is a book of your own"), "{said}");
    }
    assert_eq!(std::fs::read(corner.book()).expect("bytes"), before);
}
