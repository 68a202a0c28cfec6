//! A config file that sets nothing: every line of it is a comment with what holds without it.

use super::KeyTable;
use super::read::{INTERVALS, LEVELS, key_of};
use crate::domain::account::own_score::Factor;
use crate::domain::account::{Approach, Tier};
use crate::domain::feedback::Driver;
use crate::domain::rules::limit::LIMITS;
use crate::domain::rules::{LEVEL_WEIGHTS, Rules};
use std::fmt::Write;

const HEAD: &str = "\
# The config of trellis. A line that begins with # sets nothing.
# trellis config check says what cannot be read here.

[screen]
# ascii = true    # signs that every terminal can draw; else as the locale says
# mask = false    # begin with names and money hidden
# mouse = true    # clicks and the wheel; false leaves them to the terminal

[dates]
# order = \"day-first\"    # or \"month-first\": 11/30 is the 30th of November

[book]
# currency = \"EUR\"    # of a book that names none

# What one unit of another currency is worth in the book's own. What has no rate is not added up.
[rates]
# USD = 0.92
";

/// The whole of it, with the keys that the screen has.
#[must_use]
pub fn default_text(keys: &KeyTable) -> String {
    let mut text = String::from(HEAD);
    // Writing to a text cannot fail.
    let _ = rules(&mut text);
    let _ = bindings(&mut text, keys);
    text
}

fn rules(text: &mut String) -> std::fmt::Result {
    let rules = Rules::default();
    text.push_str("\n# Numbers of the rules. Changing one is told in the history of the scores.\n[thresholds]\n");
    let mut group = "";
    for row in LIMITS {
        if row.group != group {
            group = row.group;
            writeln!(text, "# {group}:")?;
        }
        let sign = row.unit.sign().trim();
        let unit = if sign.is_empty() { String::new() } else { format!("{sign}: ") };
        writeln!(text, "# {} = {}    # {unit}{}", row.key, row.default, row.meaning)?;
    }
    text.push_str(
        "\n# How often an account of a tier gets what, in days; \"never\" where it does not.\n",
    );
    for (tier, cadence) in Tier::ALL.iter().zip(rules.cadences) {
        writeln!(text, "[tier.{}]", key_of(tier.word()))?;
        let days = |days: Option<i64>| days.map_or("\"never\"".to_owned(), |days| days.to_string());
        let every = [
            Some(cadence.talk_every),
            Some(cadence.review_every),
            cadence.strategic_every,
            cadence.qbr_every,
        ];
        let meant = [
            "a talk that goes both ways",
            "your own review",
            "a strategic review with the client",
            "a quarterly business review",
        ];
        for ((name, every), meant) in INTERVALS.iter().zip(every).zip(meant) {
            writeln!(text, "# {name} = {}    # {meant}", days(every))?;
        }
    }
    text.push_str("\n# What each factor weighs in the score, by the approach of the account. They need\n# not add up to 100.\n");
    for approach in Approach::ALL {
        writeln!(text, "[weights.{}]", key_of(approach.word()))?;
        for factor in Factor::ALL {
            let weight = rules.weight(*factor, Some(*approach));
            writeln!(text, "# {} = {weight}", key_of(factor.word()))?;
        }
    }
    text.push_str("\n# What each level weighs in coverage and feedback.\n[levels]\n");
    for (name, weight) in LEVELS.iter().zip(LEVEL_WEIGHTS) {
        writeln!(text, "# {name} = {}", weight * 100.0)?;
    }
    let targets = rules.targets;
    let [one, two, three, four] = targets.arr;
    let [strategic, growth, maintenance] = targets.by_tier;
    write!(
        text,
        "\n# Contacts to know on each level: one under the first ARR, two under the second, and so\n\
         # on; where the ARR is unknown, by tier.\n\
         [targets]\n\
         # arr = [{one}, {two}, {three}, {four}]\n\
         # strategic = {strategic}\n\
         # growth = {growth}\n\
         # maintenance = {maintenance}\n"
    )?;
    text.push_str("\n# What the drivers of feedback are called here.\n[drivers]\n");
    for driver in Driver::ALL {
        writeln!(text, "# {0} = \"{0}\"", driver.word())?;
    }
    text.push_str("\n# What a digit of a factor means, 1 to 10.\n");
    let mut own = Rules::default();
    super::rubric::put(&mut own);
    for factor in Factor::ALL {
        writeln!(text, "[rubric.{}]", key_of(factor.word()))?;
        for digit in 1..=10 {
            let line = own.rubric(*factor, digit).unwrap_or_default();
            writeln!(text, "# {digit} = {}", quoted(line))?;
        }
    }
    Ok(())
}

fn bindings(text: &mut String, keys: &KeyTable) -> std::fmt::Result {
    text.push_str(
        "\n# An act by its name and its key, or a list of keys; [] takes them away. In [keys] a line\n\
         # holds wherever the act has keys; in [keys.map] on the map alone.\n\
         [keys]\n",
    );
    let mut place = "";
    for row in &keys.rows {
        if row.place != place {
            place = &row.place;
            writeln!(text, "\n# [keys.{place}]")?;
        }
        let keys: Vec<String> = row.keys.iter().map(|key| quoted(key)).collect();
        writeln!(text, "# {} = [{}]    # {}", row.action, keys.join(", "), row.does)?;
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
