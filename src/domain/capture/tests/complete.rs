//! What Tab makes of the word that is being typed.

use super::super::complete::proposals;
use super::*;

/// The line, `|` being the cursor: what it would become, each proposal in its turn.
fn offered(line: &str, here: Option<i64>) -> Vec<String> {
    let cursor = line.find('|').expect("a cursor");
    let text = line.replacen('|', "", 1);
    let accounts = accounts();
    let ground = Ground {
        today: today(),
        order: Order::DayFirst,
        accounts: &accounts,
        people: &people,
        here: here.map(Id),
    };
    let found = read(&text, &ground);
    let (from, proposed) = proposals(&text, cursor, &found, &ground);
    let whole = |one: &str| {
        let (before, after) = (text.get(..from), text.get(cursor..));
        format!("{}{one}|{}", before.expect("letters"), after.expect("letters"))
    };
    proposed.iter().map(|one| whole(&one.text)).collect()
}

#[test]
fn names_topics_and_acts_are_completed() {
    for (line, wanted) in [
        ("nort|", vec!["Northwind Traders |"]),
        ("w|", vec!["Wingtip Toys |", "Woodgrove Bank |"]),
        ("contoso|", vec!["Contoso |", "Contoso Österreich |"]),
        ("northwind da|", vec!["northwind Dana Wirth |"]),
        ("northwind d|", vec!["northwind Dana Wirth |"]),
        ("northwind wi| call", vec!["northwind Dana Wirth | call"]),
        ("northwind t|", vec!["northwind Tom Lee |", "northwind Theo An |"]),
        ("northwind call it went well @r|", vec!["northwind call it went well @J.Roy |"]),
        ("northwind call it went well d|", vec![]),
        ("northwind call !promise 2w d|", vec![]),
        ("northwind call #r|", vec!["northwind call #renewal |", "northwind call #risk |"]),
        ("northwind !p|", vec!["northwind !promise |"]),
        ("northwind \"d|", vec![]),
        ("northwind |", vec![]),
        ("nortwind|", vec!["Northwind Traders |"]),
        ("pebeo grossm|", vec!["pebeo Jürgen Großmann |"]),
    ] {
        assert_eq!(offered(line, None), wanted, "{line}");
    }
    assert_eq!(offered("d|", Some(1)), ["Dana Wirth |"], "of the account that is looked at");
    assert_eq!(offered("ad|", Some(1)), ["Adatum |"]);
}

#[test]
fn what_is_completed_is_read_as_it_was_meant() {
    for (account, _) in accounts() {
        let (_, name) = &accounts()[usize::try_from(account.0 - 1).expect("small")];
        let found = at(&format!("{name} call"), None);
        assert_eq!(found.account.map(|one| one.id), Some(account), "{name}");
        for one in people(account) {
            let found = at(&format!("{name} {} call", one.name), None);
            assert!(found.people.iter().any(|who| who.id == one.id), "{name} {}", one.name);
            let signed = one.name.split_whitespace().collect::<Vec<_>>().join(".");
            let found = at(&format!("{name} call so it went @{signed}"), None);
            assert!(found.people.iter().any(|who| who.id == one.id), "{name} @{signed}");
        }
    }
}
