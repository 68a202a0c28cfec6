//! The tables that change the rules.

use super::{read, told};
use crate::domain::account::own_score::Factor;
use crate::domain::account::{Approach, Tier};
use crate::domain::feedback::Driver;
use crate::domain::money::Currency;
use crate::domain::rules::limit::{LIMITS, Limit};
use crate::domain::rules::{LEVEL_WEIGHTS, Rules};

#[test]
fn what_is_set_is_the_rule() {
    let config = read(
        "[thresholds]\nrisk-below = 5.5\nrenewal-open = 150\nstill-within = 3\n\
         [tier.growth]\ntalk-every = 21\nqbr-every = \"never\"\n\
         [weights.blend]\nusage = 40\npayment = 0\n\
         [levels]\ndecision-makers = 50\ninfluencers = 50\nusers = 0\n\
         [targets]\narr = [1, 2, 3, 4]\ngrowth = 3\n\
         [rates]\nUSD = 0.92\nchf = 1\n[book]\ncurrency = \"GBP\"\n\
         [drivers]\nproduct = \"machine\"\n[rubric.pulse]\n1 = \"gone\"\n",
    );
    assert_eq!(config.faults, []);
    let rules = config.rules;
    assert_eq!((rules.limit(Limit::RiskBelow), rules.days(Limit::RenewalOpen)), (5.5, 150));
    assert_eq!(rules.share(Limit::StillWithin), 0.03);
    let growth = rules.cadence(Some(Tier::Growth));
    assert_eq!((growth.talk_every, growth.qbr_every, growth.review_every), (21, None, 30));
    assert_eq!(rules.weight(Factor::Usage, None), 40.0);
    assert_eq!(rules.weight(Factor::Payment, Some(Approach::Blend)), 0.0);
    assert_eq!(rules.weight(Factor::Usage, Some(Approach::CustomerSuccess)), 25.0);
    assert_eq!(rules.level_weights, [0.5, 0.5, 0.0]);
    assert_eq!((rules.targets.arr, rules.targets.by_tier), ([1.0, 2.0, 3.0, 4.0], [3, 3, 1]));
    let code = |text| Currency::from_code(text).expect("a code");
    assert_eq!(rules.exchange.rates, [(code("CHF"), 1.0), (code("USD"), 0.92)]);
    assert_eq!(rules.exchange.base, code("GBP"));
    assert_eq!(rules.driver(Driver::Product), "machine");
    assert_eq!(rules.rubric(Factor::Pulse, 1), Some("gone"));
    assert!(rules.rubric(Factor::Pulse, 2).is_some(), "the others stay");
}

#[test]
fn a_typo_a_wrong_type_and_a_bad_weight_are_told_and_the_rest_holds() {
    let text = "[thresholds]\nrisk-bellow = 5\nrot-days = \"long\"\nnow-shown = 7\n\
                [weights.blend]\nusage = -5\npulse = 20\n";
    assert_eq!(
        told(text),
        [
            (2, "risk-bellow is not known; do you mean risk-below?".to_owned()),
            (
                3,
                "rot-days is a whole number of days from 1 to 3650, not \"long\"; 548 holds"
                    .to_owned()
            ),
            (6, "usage is a weight, a number from 0 to 1000, not -5; 20 holds".to_owned()),
        ]
    );
    let rules = read(text).rules;
    assert_eq!((rules.count(Limit::NowShown), rules.days(Limit::RotDays)), (7, 548));
    assert_eq!(rules.weight(Factor::Usage, None), 20.0);
    assert_eq!(rules.weight(Factor::Pulse, None), 20.0);
}

#[test]
fn a_number_that_is_none_or_out_of_its_range_changes_nothing() {
    for (text, message) in [
        ("[thresholds]\nrisk-below = nan", "a number from 1 to 10, not nan; 6 holds"),
        ("[thresholds]\nrisk-below = 60", "a number from 1 to 10, not 60; 6 holds"),
        ("[thresholds]\nrot-days = 1.5", "a whole number of days from 1 to 3650, not 1.5"),
        ("[thresholds]\nkey-share = true", "a percentage from 1 to 100, not true; 80 holds"),
        ("[weights.blend]\nusage = nan", "a weight, a number from 0 to 1000, not nan; 20 holds"),
        ("[weights.blend]\nusage = inf", "from 0 to 1000, not inf; 20 holds"),
        ("[tier.growth]\ntalk-every = 0", "from 1 to 3650, not 0; 30 holds"),
        ("[tier.growth]\ntalk-every = \"never\"", "from 1 to 3650, not \"never\"; 30 holds"),
        ("[tier.maintenance]\nqbr-every = \"no\"", "or \"never\", not \"no\"; \"never\" holds"),
        ("[tier.growth]\nqbr-every = []", "from 1 to 3650, or \"never\", not []; 182 holds"),
        ("[tier.large]\ntalk-every = 3", "large is not known; here stand strategic, growth"),
        ("[tier]\ngrowth = 3", "growth is a table: its keys stand under it"),
        ("[targets]\ngrowth = 9", "a whole number of contacts from 1 to 5, not 9; 2 holds"),
        ("[targets]\narr = [1, 3, 2, 4]", "arr is a list of four amounts that rise"),
        ("[targets]\narr = [1, 2, 3]", "arr is a list of four amounts that rise"),
        ("[rates]\nUSD = 0", "not 0; it has no rate"),
        ("[rates]\nUSD = \"1\"", "not \"1\"; it has no rate"),
        ("[rates]\nUDS = 1", "UDS is no currency; do you mean USD?"),
        ("[book]\ncurrency = 3", "currency is a code in quotes"),
        ("[levels]\nusers = -1", "users is a weight, a number from 0 to 1000, not -1; 20 holds"),
        ("[drivers]\nproduct = \"\"", "product is one line in quotes, of at most 40 letters"),
        ("[rubric.pulse]\n11 = \"a\"", "11 is not known"),
        ("[thresholds]\ncoffee = 3", "coffee is not known; trellis config default names what"),
        ("thresholds = 3", "thresholds is a table: [thresholds] in a line of its own"),
    ] {
        let found = read(text);
        assert_eq!(found.faults.len(), 1, "{text}: {:?}", found.faults);
        assert!(found.faults[0].message.contains(message), "{text}: {:?}", found.faults);
        assert_eq!(found.rules, read("").rules, "{text}");
    }
}

#[test]
fn a_factor_may_be_written_as_the_screen_writes_it() {
    let found = read("[weights.Blend]\nUsage = 33\n[rubric.Pulse]\n1 = \"gone\"\n");
    assert_eq!(found.faults, []);
    assert_eq!(found.rules.weight(Factor::Usage, None), 33.0);
}

#[test]
fn weights_need_no_sum_but_one_of_them_must_count() {
    let all = |figure: &str| {
        let lines = Factor::ALL.iter().map(|factor| format!("{factor} = {figure}\n"));
        format!("[weights.blend]\n{}", lines.collect::<String>().to_lowercase())
    };
    assert_eq!(told(&all("3")), []);
    assert_eq!(
        told(&all("0")),
        [(1, "all weights are 0, and nothing would count; the old ones hold".to_owned())]
    );
    assert_eq!(read(&all("0")).rules, read("").rules);
    let none = "[levels]\ndecision-makers = 0\ninfluencers = 0\nusers = 0\n";
    assert_eq!(told(none).len(), 1);
    assert_eq!(read(none).rules.level_weights, LEVEL_WEIGHTS);
}

#[test]
fn thresholds_that_contradict_each_other_do_not_hold() {
    let text = "[thresholds]\nrisk-below = 9\n";
    assert_eq!(
        told(text),
        [(2, "risk-below (9) is above watch-below (8); 6 and 8 hold".to_owned()),]
    );
    assert_eq!(read(text).rules.limit(Limit::RiskBelow), 6.0);
    assert_eq!(told("[thresholds]\nrenewal-late = 20\nrenewal-critical = 20\n"), []);
    let both = "[thresholds]\nrisk-below = 7\nrepaired-at = 7.5\n";
    assert_eq!((told(both), read(both).rules.limit(Limit::RiskBelow)), (vec![], 7.0));
}

#[test]
fn the_default_file_sets_nothing_and_with_its_lines_set_still_nothing() {
    let keys = crate::config::KeyTable::default();
    let text = crate::config::default_text(&keys);
    let plain = read("").rules;
    assert_eq!((told(&text), read(&text).rules), (vec![], plain.clone()));
    let set: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(bare) if bare.contains(" = ") && !bare.starts_with("An act") => {
                format!("{bare}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    let read = read(&set);
    assert_eq!(read.faults, []);
    let usd = Currency::from_code("USD").expect("a code");
    let mut rules = read.rules;
    assert_eq!(std::mem::take(&mut rules.exchange.rates), [(usd, 0.92)]);
    for (one, other) in rules.level_weights.iter().zip(plain.level_weights) {
        assert!((one - other).abs() < 1e-12);
    }
    rules.level_weights = plain.level_weights;
    for driver in Driver::ALL {
        assert_eq!(rules.driver(*driver), driver.word());
        rules.set_driver(*driver, driver.word().to_owned());
    }
    assert_eq!(format!("{rules:?}"), format!("{plain:?}"));
    for row in LIMITS {
        assert!(text.contains(&format!("\n# {} = {}", row.key, row.default)), "{}", row.key);
    }
    assert_eq!(format!("{plain:?}"), format!("{:?}", Rules::default()));
}

#[test]
fn a_pair_that_falls_back_leaves_no_other_pair_at_odds() {
    let text = "[thresholds]\nrenewal-critical = 100\nrenewal-late = 130\n";
    assert_eq!(
        told(text),
        [
            (2, "renewal-critical (100) is above renewal-late (90); 30 and 90 hold".to_owned()),
            (3, "renewal-late (130) is above renewal-open (120); 90 and 120 hold".to_owned()),
        ]
    );
    assert_eq!(read(text).rules, read("").rules);
    for (text, message) in [
        ("forecast-second = 200", "forecast-second (200) is above forecast-first (180)"),
        ("budget-least = 20", "budget-least (20) is above budget-most (15)"),
    ] {
        let told = told(&format!("[thresholds]\n{text}\n"));
        assert!(told.len() == 1 && told[0].1.starts_with(message), "{told:?}");
    }
}

#[test]
fn a_currency_has_one_rate() {
    let text = "[rates]\nUSD = 0.92\nusd = 0.95\n";
    assert_eq!(told(text), [(3, "USD has a rate already, which holds".to_owned())]);
    let usd = Currency::from_code("USD").expect("a code");
    assert_eq!(read(text).rules.exchange.rates, [(usd, 0.92)]);
    assert_eq!(
        told("[rates]\nXYZ = 1\n")[0].1,
        "XYZ is no currency that is known; a code of three letters, as EUR"
    );
}

#[test]
fn a_word_that_is_like_none_of_a_hundred_brings_no_list_of_them() {
    let told = told("[thresholds]\nsomething = 1\n");
    assert_eq!(told, [(2, "something is not known; trellis config default names what is".into())]);
}
