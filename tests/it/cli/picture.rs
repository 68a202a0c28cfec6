//! `show`: all that is reckoned of an account, and how it hides what it should.

use super::Corner;
use serde_json::Value;

fn names(corner: &Corner) -> Vec<String> {
    let attention = corner.json(&["attention"]);
    let rows = attention["rows"].as_array().expect("rows");
    rows.iter().map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn the_json_of_an_account_carries_every_view_and_every_record() {
    let corner = Corner::with_demo();
    let contoso = corner.json(&["show", "Contoso"]);
    for view in [
        "tier",
        "approach",
        "complete_map",
        "away",
        "not_here_for_tier",
        "since",
        "quadrant",
        "revenue_history",
        "feedback",
        "growth",
        "expansion",
        "renewal",
        "forecast",
        "risk_review",
        "our_side",
        "own_scores",
        "resting",
        "completeness",
    ] {
        assert!(!contoso[view].is_null(), "{view} is missing");
    }
    for record in [
        "contacts",
        "talks",
        "revenue",
        "opportunities",
        "steps",
        "answers",
        "invitations",
        "goals",
        "silences",
        "colleagues",
        "team",
        "sponsors",
        "closings",
        "risk_reviews",
        "loyalty",
        "discoveries",
        "qualifications",
        "values",
        "forecasts",
        "asks",
        "units",
        "whitespace",
        "offerings",
        "held",
        "history",
    ] {
        assert!(contoso["records"][record].is_array(), "{record} is missing");
    }
    assert_eq!(contoso["feedback"]["nps"]["nps"], contoso["map"]["nps"]);
    assert_eq!(contoso["revenue_history"][0]["arr"]["minor"], contoso["arr"]["minor"]);
    assert_eq!(contoso["quadrant"], "rescue");
    assert_eq!(contoso["growth"]["steps"]["steps"].as_array().map(Vec::len), Some(6));
}

#[test]
fn the_json_says_what_moved_the_score_who_is_warm_and_what_answers_a_signal() {
    let corner = Corner::with_demo();
    let contoso = corner.json(&["show", "Contoso"]);
    let since = &contoso["since"];
    assert_eq!((&since["on"], &since["reviewed"]), (&"2026-11-12".into(), &true.into()));
    let moves = since["moves"].as_array().expect("moves");
    let sum: f64 = moves.iter().filter_map(|one| one["points"].as_f64()).sum();
    let score = contoso["score"]["value"].as_f64().expect("a score");
    let judged = since["judged"].as_f64().expect("a score of that day");
    assert!(!moves.is_empty() && (score - judged - sum).abs() < 1e-6, "{since}");
    assert_eq!(corner.json(&["why", "Contoso"])["since"], *since);
    let page = corner.ok(&["why", "Contoso"]);
    assert!(page.contains("Since your review, 12 Nov: 6.1 → 5.2"), "{page}");

    let seat = &contoso["map"]["rows"][0]["seats"][0];
    assert_eq!((&seat["name"], &seat["warmth"]), (&"A. Ruiz".into(), &"working".into()));
    assert_eq!(contoso["complete_map"]["complete"], false);
    assert!(contoso["complete_map"]["missing"].to_string().contains("a champion"));
    let usage = contoso["score"]["factors"]
        .as_array()
        .and_then(|all| all.iter().find(|one| one["factor"] == "Usage"))
        .expect("a factor");
    assert_eq!(usage["dimension"], "operational");
    assert_eq!(usage["rubric"], "Fewer than three core features in use");
    let signals = contoso["signals"].as_array().expect("signals");
    let left = signals.iter().find(|one| one["code"] == "champion-left").expect("it left");
    assert_eq!(left["playbook"], "champion left");
}

#[test]
fn the_page_says_where_an_account_stands_in_a_line_each() {
    let page = Corner::with_demo().ok(&["show", "Contoso"]);
    for fact in [
        "\nWhere it stands\n",
        "  place        Rescue, a key account.",
        "  feedback     NPS −40: 1 promoter, 1 passive, 3 detractors.",
        "  revenue      At risk: NPS −40",
        "  renewal      Talks late: not started.",
        "  record       ",
    ] {
        assert!(page.contains(fact), "{fact} is missing in\n{page}");
    }
}

/// Words of the trade and of the map, which name nobody.
const OPEN: [&str; 27] = [
    "kind",
    "tier",
    "held",
    "level",
    "roles",
    "stage",
    "approach",
    "renewal",
    "code",
    "topics",
    "meeting_type",
    "stance",
    "status",
    "owner",
    "signal",
    "playbook",
    "play_step",
    "result",
    "hints",
    "state",
    "scale",
    "driver",
    "industry",
    "country",
    "function",
    "influence",
    "cause",
];

/// Every text that somebody wrote, long enough to be known again.
fn written(value: &Value, key: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if !OPEN.contains(&key) && text.chars().count() > 16 => {
            let day = text.chars().all(|sign| sign.is_ascii_digit() || sign == '-');
            if !day {
                found.push(text.clone());
            }
        }
        Value::Array(all) => all.iter().for_each(|one| written(one, key, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                // The title of a contact tells the level, and names nobody.
                if key != "title" || !fields.contains_key("roles") {
                    written(value, key, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_that_somebody_wrote_is_in_a_masked_account() {
    let corner = Corner::with_demo();
    let mut texts = 0;
    for name in names(&corner) {
        let mut found = Vec::new();
        let records = &corner.json(&["show", &name])["records"];
        written(records, "", &mut found);
        // Titles stay; a unit may be called like one.
        let people = records["contacts"].as_array().expect("contacts");
        let titles: Vec<&str> = people.iter().filter_map(|one| one["title"].as_str()).collect();
        found.retain(|text| !titles.iter().any(|title| title.contains(text.as_str())));
        let json = corner.ok(&["show", &name, "--mask", "--json"]);
        let page = corner.ok(&["show", &name, "--mask"]);
        for text in &found {
            assert!(!json.contains(text.as_str()), "{name}: {text} in the JSON");
            assert!(!page.contains(text.as_str()), "{name}: {text} in\n{page}");
        }
        texts += found.len();
        let masked: Value = serde_json::from_str(&json).expect("JSON");
        assert!(masked["arr"].is_null() || masked["arr"]["minor"].is_null(), "{name}");
        for entry in masked["records"]["revenue"].as_array().expect("entries") {
            assert!(entry["amount"].is_null(), "{name}: {entry}");
        }
    }
    assert!(texts > 150, "{texts}");
}

#[test]
fn each_tab_of_the_screen_is_there_as_text() {
    let home = Corner::with_demo();
    for (tab, says) in [
        ("plan", "Plan"),
        ("log", "Log · "),
        ("feedback", "Feedback"),
        ("money", "Money"),
        ("expand", "Expand"),
        ("file", "File"),
    ] {
        let said = home.ok(&["show", "Contoso", "--tab", tab]);
        assert!(said.starts_with("Contoso\n") && said.contains(says), "{said}");
        let plain = home.ok(&["show", "Contoso", "--tab", tab, "--plain"]);
        assert!(
            plain.is_ascii() || plain.chars().all(|c| c.is_alphanumeric() || c.is_ascii()),
            "{plain}"
        );
        let masked = home.ok(&["show", "Contoso", "--tab", tab, "--mask"]);
        assert!(!masked.contains("Ott"), "{masked}");
    }
    let (code, _) = home.refused(&["show", "Contoso", "--tab", "nothing"]);
    assert_eq!(code, 2);
}
