//! What is read of a config file, and what is told of it.

mod rules;

use super::*;

fn told(text: &str) -> Vec<(usize, String)> {
    read(text).faults.into_iter().map(|fault| (fault.line, fault.message)).collect()
}

#[test]
fn an_empty_file_sets_nothing() {
    let mut none = Config::default();
    rubric::put(&mut none.rules);
    assert_eq!(read(""), none);
    assert_eq!(read("# nothing\n[keys]\n"), none);
}

#[test]
fn what_is_set_is_read_with_its_line() {
    let config = read(
        "[screen]\nascii = true\nmask = true\nmouse = false\n\n[dates]\n\
         order = \"month-first\"\n[keys]\ndone = \"x\"\nzoom = [\"Z\", \"F5\"]\n\
         [keys.map]\nopen = []\n",
    );
    assert_eq!(config.faults, []);
    assert_eq!(config.ascii, Some(true));
    assert!(config.mask && config.no_mouse && config.month_first);
    let lines: Vec<_> = config
        .keys
        .iter()
        .map(|key| (key.line, key.place.as_deref(), key.action.as_str(), key.keys.len()))
        .collect();
    assert_eq!(lines, [(9, None, "done", 1), (10, None, "zoom", 2), (12, Some("map"), "open", 0)]);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_holds() {
    let text = "[screen]\nascci = true\nmask = 1\nmouse = false\n[dates]\norder = \"month\"\n\
                [kays]\n[keys]\ndone = 5\nundo = \"x\"\n";
    assert_eq!(
        told(text),
        [
            (2, "ascci is not known; do you mean ascii?".to_owned()),
            (3, "mask is true or false".to_owned()),
            (6, "month is not known; here stand day-first, month-first".to_owned()),
            (7, "kays is not known; do you mean keys?".to_owned()),
            (9, "done takes a key in quotes, or a list of them".to_owned()),
        ]
    );
    let config = read(text);
    assert!(config.no_mouse);
    assert_eq!(config.keys.len(), 1);
}

#[test]
fn a_slip_in_the_spelling_of_the_file_spoils_its_line_alone() {
    let text = "[screen]\nmask = tru\nmouse = false\n[keys]\nundo = \"x\n";
    let config = read(text);
    let lines: Vec<usize> = config.faults.iter().map(|fault| fault.line).collect();
    assert!(lines.contains(&2) && lines.contains(&5), "{lines:?}");
    assert!(config.no_mouse);
}
