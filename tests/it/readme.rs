//! The README says what the program does: its keys, its commands and its example are compared
//! with the program.

use super::cli::Corner;
use std::fmt::Write;
use trellis::tui::keymap::{BINDINGS, Binding, Group};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

fn readme() -> String {
    std::fs::read_to_string(README).expect("a README")
}

/// What stands between `<!-- name -->` and `<!-- /name -->` is `wanted`; with the variable
/// `README_UPDATE=yes` it is made so.
fn holds(name: &str, wanted: &str) {
    let readme = readme();
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, after) = readme.split_once(&begin).expect("a beginning");
    let (part, after) = after.split_once(&end).expect("an end");
    if part != wanted && std::env::var("README_UPDATE").is_ok_and(|yes| yes == "yes") {
        let new = format!("{before}{begin}{wanted}{end}{after}");
        std::fs::write(README, new).expect("written");
        return;
    }
    assert_eq!(part, wanted, "README_UPDATE=yes cargo test --test it readme -- --test-threads=1");
}

/// The table of keys: a line for each set of keys and what they do, the places where they do
/// that joined.
fn table() -> String {
    let mut table = String::from("| key | does | where |\n| --- | --- | --- |\n");
    for group in Group::ALL {
        let here: Vec<&Binding> =
            BINDINGS.iter().filter(|binding| binding.group == group).collect();
        let mut lines: Vec<(String, &str, Vec<&str>)> = Vec::new();
        for pair in here.chunk_by(|a, b| (a.context, a.label) == (b.context, b.label)) {
            // `↑` `↓` `k` `j`: what is shown first, then the silent extras.
            let deepest = pair.iter().map(|binding| binding.keys.len()).max().unwrap_or(0);
            let keys: Vec<String> = (0..deepest)
                .flat_map(|nth| pair.iter().filter_map(move |binding| binding.keys.get(nth)))
                .map(|key| format!("`{key}`"))
                .collect();
            let (keys, label, place) = (keys.join(" "), pair[0].label, pair[0].context.place());
            match lines.iter_mut().find(|(k, l, _)| *k == keys && *l == label) {
                Some((_, _, places)) => places.push(place),
                None => lines.push((keys, label, vec![place])),
            }
        }
        for (keys, label, places) in lines {
            writeln!(table, "| {keys} | {label} | {} |", places.join(", ")).expect("a text");
        }
    }
    table
}

#[test]
fn the_keys_are_those_of_the_program() {
    holds("keys", &table());
}

#[test]
fn every_command_of_the_help_is_told_with_what_it_does() {
    let help = Corner::empty().ok(&["--help"]);
    let commands = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next());
    let mut wanted = String::from("| command | does |\n| --- | --- |\n");
    for line in commands.expect("a list of commands").lines() {
        let (name, does) = line.trim().split_once("  ").expect("a name and what it does");
        writeln!(wanted, "| `trellis {name}` | {} |", does.trim()).expect("a text");
    }
    holds("commands", &wanted);
}

#[test]
fn the_example_is_what_the_program_says() {
    let said = Corner::with_demo().ok(&["attention"]);
    holds("attention", &format!("```text\n{said}```\n"));
}

#[test]
fn a_newcomer_needs_two_commands() {
    let readme = readme();
    for command in ["cargo run --release -- demo", "cargo test"] {
        assert!(readme.contains(&format!("\n{command}")), "{command}");
    }
}

#[test]
fn the_rules_of_the_example_can_be_set() {
    let readme = readme();
    let example = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let config = trellis::config::Config::of(example.expect("an example"));
    assert_eq!(config.faults, []);
    let rules = config.rules;
    assert_eq!(rules.limit(trellis::domain::rules::limit::Limit::RiskBelow), 5.5);
    assert_eq!(rules.exchange.rates.len(), 1);
}
