//! That the guide is whole, true to the tables, and plain.

use super::*;
use crate::domain::account::own_score::Factor;
use crate::domain::plan::step::{StepKind, StepOwner};
use crate::domain::playbook::{Anchor, Play, Playbook};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::{LIMITS, Limit};
use crate::domain::signal::table::SIGNALS;
use std::collections::HashSet;

fn playbook() -> Playbook {
    Playbook {
        name: "Champion left".to_owned(),
        purpose: "Somebody who stood up for you is gone.".to_owned(),
        source: Some("the account-management guide".to_owned()),
        anchor: Anchor::Event,
        anchor_day: None,
        meeting: None,
        signals: Vec::new(),
        whole_book: false,
        letter: None,
        plays: vec![Play {
            key: "call".to_owned(),
            day: 2,
            title: "Call {who}".replace("{who}", "the successor"),
            kind: StepKind::Step,
            meeting: None,
            owner: StepOwner::Me,
            client_sees: false,
            agenda: None,
            act: None,
            say: None,
            avoid: None,
        }],
        own: None,
    }
}

fn all() -> Vec<Topic> {
    topics(&Rules::default(), &[playbook()])
}

fn found(sought: &str) -> Vec<String> {
    meant(&all(), sought).into_iter().map(|topic| topic.key.clone()).collect()
}

#[test]
fn every_code_factor_and_number_is_in_it() {
    let all = all();
    let has = |area: Area, key: &str| all.iter().any(|one| one.area == area && one.key == key);
    for rule in SIGNALS {
        assert!(has(Area::Codes, rule.code), "{}", rule.code);
    }
    for factor in Factor::ALL {
        assert!(has(Area::Factors, &factor.word().to_lowercase()), "{factor}");
    }
    for row in LIMITS {
        assert!(has(Area::Limits, row.key), "{}", row.key);
    }
    assert!(has(Area::Playbooks, "champion left"));
    for area in Area::ALL {
        assert!(all.iter().any(|topic| topic.area == *area), "{area}");
    }
}

#[test]
fn every_text_is_plain_and_whole() {
    for topic in all() {
        let texts =
            topic.said.iter().chain(&topic.formula).chain(&topic.source).chain(&topic.matters);
        for text in texts {
            assert!(!text.contains(['{', '}']), "{}: {text}", topic.key);
            assert!(!text.contains("  ") && text.trim() == text, "{}: {text}", topic.key);
        }
        for paragraph in topic.said.iter().chain(&topic.matters) {
            assert!(paragraph.ends_with(['.', '?']), "{}: {paragraph}", topic.key);
            assert!(paragraph.chars().count() <= 520, "{}: {paragraph}", topic.key);
        }
        assert!(topic.first_sentence().chars().count() > 8, "{}", topic.key);
        assert_eq!(topic.key, topic.key.to_lowercase());
    }
}

#[test]
fn what_a_topic_points_to_is_there_and_no_two_of_an_area_share_a_key() {
    let all = all();
    let keys: HashSet<&str> = all.iter().map(|topic| topic.key.as_str()).collect();
    for topic in &all {
        for key in &topic.see {
            assert!(keys.contains(key.as_str()), "{} points to {key}", topic.key);
            assert_ne!(*key, topic.key, "to itself");
        }
    }
    let mut seen = HashSet::new();
    for topic in &all {
        assert!(seen.insert((topic.area, &topic.key)), "{} stands twice", topic.key);
    }
}

#[test]
fn the_numbers_told_are_those_in_force() {
    let mut rules = Rules::default().with(Limit::RiskBelow, 5.5);
    rules.level_weights = [0.5, 0.3, 0.2];
    rules.cadences[0].talk_every = 5;
    let all = topics(&rules, &[]);
    let said = |key: &str| -> String {
        let topic = all.iter().find(|one| one.key == key).expect("a topic");
        [topic.said.join(" "), topic.formula.clone().unwrap_or_default()].join(" ")
    };
    assert!(said("band").contains("Risk under 5.5, watch under 8"), "{}", said("band"));
    assert!(said("risk-below").contains("It is 5.5. Unless you say otherwise it is 6."));
    assert!(!said("watch-below").contains("Unless you say otherwise"));
    assert!(said("coverage").contains("0.50 × decision makers"), "{}", said("coverage"));
    assert!(said("cadence").contains("Strategic: a talk every 5 d"), "{}", said("cadence"));
    assert!(
        said("target contacts").contains("1 under 100,000, 2 under 500,000, 3 under 2,000,000"),
        "{}",
        said("target contacts")
    );
}

#[test]
fn a_word_finds_its_topic_before_those_that_only_speak_of_it() {
    assert_eq!(found("NPS"), ["nps"]);
    assert_eq!(found("champion left"), ["champion-left", "champion left"], "code and playbook");
    assert_eq!(found("Health-Risk"), ["health-risk"]);
    assert_eq!(found("coverage"), ["coverage", "coverage"], "the figure and the factor");
    assert_eq!(found("net revenue"), ["nrr"]);
    assert!(found("act").contains(&"act-by".to_owned()));
    assert!(found("mean invoices").contains(&"payment".to_owned()), "{:?}", found("mean invoices"));
    assert!(found("xyzzy").is_empty() && found(" - ").is_empty());
}

#[test]
fn a_first_sentence_ends_where_it_ends() {
    let all = topics(&Rules::default().with(Limit::RiskBelow, 5.5), &[]);
    let first = |key: &str| {
        all.iter().find(|one| one.key == key).expect("a topic").first_sentence().to_owned()
    };
    assert_eq!(first("band"), "Risk under 5.5, watch under 8, healthy from there.");
    assert!(first("seat").ends_with("title or days since the last talk."), "{}", first("seat"));
    assert_eq!(first("three questions"), "Does it solve a real problem?");
    assert_eq!(first("loyalty"), "1 locked in: leaving is painful.");
}

#[test]
fn a_factor_tells_how_it_is_reckoned_and_how_long_it_is_fresh() {
    let all = all();
    let factor = |key: &str| {
        let of = |one: &&Topic| one.key == key && one.area == Area::Factors;
        all.iter().find(of).expect("a factor")
    };
    let usage = factor("usage");
    assert!(usage.said.iter().any(|one| one == "Dimension: operational. Fresh for: 45 d."));
    let formula = usage.formula.as_deref().expect("a formula");
    assert!(formula.contains("fewer than 3 core features used: 4 at most"), "{formula}");
    assert!(
        formula.contains("down by more than 20 % against the last figure 90 d old or older: 2 off")
    );
    assert!(factor("pulse").formula.is_none(), "as given");
}
