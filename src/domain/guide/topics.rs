//! Every topic, put together from the tables of the rules.

use super::concept::{self, Concept};
use super::{Area, Topic, matters};
use crate::domain::playbook::Playbook;
use crate::domain::rules::limit::{LIMITS, Row};
use crate::domain::rules::{Cadence, Rules};
use crate::domain::score::factor::{FACTORS, Spec};
use crate::domain::signal::table::{Rule, SIGNALS};

/// All topics with the numbers in force, area by area.
#[must_use]
pub fn topics(rules: &Rules, playbooks: &[Playbook]) -> Vec<Topic> {
    let mut all: Vec<Topic> = concept::all().map(|one| of_concept(one, rules)).collect();
    all.extend(FACTORS.iter().map(|spec| of_factor(spec, rules)));
    all.extend(SIGNALS.iter().map(|rule| of_signal(rule, rules)));
    all.extend(playbooks.iter().map(of_playbook));
    all.extend(LIMITS.iter().map(|row| of_limit(row, rules)));
    // The sort keeps the order of the tables within an area.
    all.sort_by_key(|topic| topic.area);
    all
}

fn of_concept(concept: &Concept, rules: &Rules) -> Topic {
    let mut said = vec![told(concept.said, rules)];
    match concept.key {
        "cadence" => said.extend(rules.cadences.iter().map(cadence)),
        "weight" => said.extend(weights(rules)),
        "approach" => said.extend(concept::APPROACHES.map(str::to_owned)),
        _ => {}
    }
    Topic {
        key: concept.key.to_owned(),
        title: concept.title.to_owned(),
        area: concept.area,
        said,
        matters: Some(told(concept.matters, rules)),
        formula: (!concept.formula.is_empty()).then(|| told(concept.formula, rules)),
        source: (!concept.sources.is_empty()).then(|| concept.sources.join(", ")),
        see: concept.see.iter().map(|key| (*key).to_owned()).collect(),
    }
}

/// `Strategic: a talk every 7 d, …`.
fn cadence(cadence: &Cadence) -> String {
    let mut asked = vec![
        format!("a talk every {} d", cadence.talk_every),
        format!("an own review every {} d", cadence.review_every),
    ];
    asked.extend(cadence.strategic_every.map(|days| format!("a strategic review every {days} d")));
    asked.extend(cadence.qbr_every.map(|days| format!("a QBR every {days} d")));
    format!("{}: {}.", capital(cadence.tier.word()), asked.join(", "))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One line an approach.
fn weights(rules: &Rules) -> Vec<String> {
    let names = ["Customer success", "Account-based growth", "Value realisation", "Blend"];
    names
        .iter()
        .enumerate()
        .map(|(column, name)| {
            let weights: Vec<String> = rules
                .weights
                .iter()
                .filter_map(|(factor, weights)| Some(format!("{factor} {}", weights.get(column)?)))
                .collect();
            format!("{name}: {}.", weights.join(", "))
        })
        .collect()
}

/// The text with the numbers in force, those of levels and targets included.
fn told(text: &str, rules: &Rules) -> String {
    let mut said = rules.told(text);
    let levels = ["{deciders}", "{influencers}", "{users}"];
    for (place, weight) in levels.iter().zip(rules.level_weights) {
        said = said.replace(place, &format!("{weight:.2} ×"));
    }
    said.replace("{targets}", &targets(rules))
}

/// `1 under 100,000, 2 under 500,000, …`.
fn targets(rules: &Rules) -> String {
    let arr = rules.targets.arr;
    let mut steps: Vec<String> =
        arr.iter().zip(1..).map(|(under, n)| format!("{n} under {}", thousands(*under))).collect();
    steps.push(format!("{} from there", arr.len() + 1));
    let [strategic, growth, maintenance] = rules.targets.by_tier;
    format!(
        "{}. Where ARR is not known: Strategic {strategic}, Growth {growth}, Maintenance \
         {maintenance}",
        steps.join(", ")
    )
}

/// `2,000,000`.
fn thousands(amount: f64) -> String {
    let digits = amount.to_string();
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut said = String::with_capacity(digits.len() + 4);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place < whole && (whole - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

fn of_factor(spec: &Spec, rules: &Rules) -> Topic {
    let mut said = vec![told(spec.rule, rules)];
    said.push(format!("Dimension: {}. Fresh for: {}.", spec.dimension, told(spec.fresh, rules)));
    said.push(match spec.act {
        Some(act) => format!("What raises it: {act}."),
        None => "It is not yours to move.".to_owned(),
    });
    let rubric = (1..=10).filter_map(|digit| Some((digit, rules.rubric(spec.factor, digit)?)));
    said.extend(rubric.map(|(digit, line)| format!("{digit}: {line}.")));
    let word = spec.factor.word();
    let weights = rules.weights.iter().find(|(factor, _)| *factor == spec.factor);
    if let Some((_, [success, growth, value, blend])) = weights {
        said.push(format!(
            "Weight: blend {blend}, customer success {success}, account-based growth {growth}, \
             value realisation {value}."
        ));
    }
    Topic {
        key: word.to_lowercase(),
        title: format!("{word} (factor)"),
        area: Area::Factors,
        said,
        matters: Some(matters::of_factor(spec)),
        formula: (!spec.formula.is_empty()).then(|| told(spec.formula, rules)),
        source: Some("the consultant's guide, this project's own decision".to_owned()),
        see: ["factor", "weight", "mine"].map(str::to_owned).to_vec(),
    }
}

fn of_signal(rule: &Rule, rules: &Rules) -> Topic {
    let mut said = vec![told(rule.help, rules)];
    said.push(format!(
        "It is a signal of {}; in the list it is called “{}”.",
        rule.severity, rule.short
    ));
    said.extend(rule.playbook.map(|name| format!("Playbook: {name}.")));
    Topic {
        key: rule.code.to_owned(),
        title: capital(rule.title),
        area: Area::Codes,
        said,
        matters: matters::of_signal(rule),
        formula: None,
        source: None,
        see: concept::all()
            .filter(|concept| concept.see.contains(&rule.code))
            .map(|concept| concept.key.to_owned())
            .collect(),
    }
}

fn of_playbook(playbook: &Playbook) -> Topic {
    let mut said = vec![playbook.purpose.clone()];
    said.push(format!("Its days are counted from {}.", playbook.counted_from()));
    said.extend(playbook.plays.iter().map(|play| {
        let day = Playbook::day_word(play);
        let title = play.title.replace("{who}", "them").replace("{account}", "the account");
        let title = title.trim_end_matches('.');
        format!("Day {day}: {title}.")
    }));
    said.push(format!("Start it with: trellis playbook start “{}” ACCOUNT.", playbook.name));
    Topic {
        key: playbook.name.to_lowercase(),
        title: format!("{} (playbook)", capital(&playbook.name)),
        area: Area::Playbooks,
        said,
        matters: None,
        formula: None,
        source: playbook.source.clone(),
        see: playbook.codes().into_iter().map(str::to_owned).collect(),
    }
}

fn of_limit(row: &Row, rules: &Rules) -> Topic {
    let unit = row.unit.sign();
    let now = rules.figure(row.limit);
    let mut said = vec![row.meaning.to_owned(), format!("It is {now}.")];
    if rules.limit(row.limit).to_bits() != row.default.to_bits() {
        said.push(format!("Unless you say otherwise it is {}{unit}.", row.default));
    }
    said.push(format!(
        "In config.toml under [thresholds]: {} = {}, from {} to {}.",
        row.key,
        rules.limit(row.limit),
        row.least,
        row.most
    ));
    Topic {
        key: row.key.to_owned(),
        title: format!("{} ({})", row.key.replace('-', " "), row.group),
        area: Area::Limits,
        said,
        matters: None,
        formula: None,
        source: None,
        see: Vec::new(),
    }
}
