use super::*;
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::book::row::Dossier;
use crate::domain::brief::brief;
use crate::domain::contact::Level;
use crate::domain::rules::Rules;
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::standing::Ranked;

fn contact(id: i64, name: &str, email: Option<&str>) -> Contact {
    let mut contact = Contact::named(name, Some(Id(1)), ago(300));
    (contact.id, contact.email) = (Id(id), email.map(str::to_owned));
    contact
}

fn records() -> Records {
    let mut account = Account::named("Contoso *West*", ago(900));
    account.id = Id(1);
    let mut records = Records::bare(account);
    let mut roy = contact(12, "J. Roy", Some("j.roy@contoso.example"));
    roy.level = Some(Level::DecisionMaker);
    roy.title = Some("COO".to_owned());
    let mut lee = contact(13, "T. Lee", Some("t.lee@contoso.example"));
    (lee.level, lee.left_on) = (Some(Level::DecisionMaker), Some(ago(6)));
    records.contacts = vec![roy, lee, contact(14, "Ana", None)];
    let mut step = Step::titled("ROI sheet\u{1b}[2J", Some(ahead(2)), ago(9));
    (step.id, step.account_id) = (Id(7), Some(Id(1)));
    records.steps.push(step);
    records
}

fn made() -> (Brief, Records, Standing) {
    let (records, rules) = (records(), Rules::default());
    let standing = assess(&records, &Around::default(), &rules, today());
    let ranked = Ranked::not_yet(Id(1));
    let around = Around::default();
    let dossier = Dossier { records, standing, ranked, around };
    let brief = brief(&dossier, &[], &rules, today());
    (brief, dossier.records, dossier.standing)
}

#[test]
fn an_account_is_a_page_of_markdown() {
    let (brief, records, standing) = made();
    let page = markdown(&brief, &records, &standing, today());
    assert!(page.starts_with("# Contoso \\*West\\*\n\nno tier · active · ARR unknown"), "{page}");
    assert!(page.contains("## Talks\n\n- none on record: the first one\n"), "{page}");
    assert!(page.contains("## Who we know, "), "{page}");
    assert!(page.contains("- decision maker: J. Roy, COO\n"), "who left is not known: {page}");
    assert!(page.contains("- user: nobody\n- not placed: Ana\n"), "{page}");
    assert!(page.contains("- [ ] ROI sheet \\[2J, 24 Nov\n"), "{page}");
    assert!(!page.contains("\n\n\n") && page.ends_with('\n'));
}

#[test]
fn an_account_is_one_line() {
    let (brief, _, mut standing) = made();
    standing.signals.retain(|signal| !signal.live());
    let line = line(&brief, &standing);
    assert_eq!(line, "Contoso *West* · no tier · active · ARR unknown · too little known");
}

#[test]
fn addresses_are_those_of_who_is_there() {
    let records = records();
    let all = there(&records.contacts, None, today());
    let (text, without) = emails(all);
    assert_eq!((text.as_str(), without), ("\"J. Roy\" <j.roy@contoso.example>", 1));
    let (text, without) = emails(there(&records.contacts, Some(&[Id(13)]), today()));
    assert_eq!((text.as_str(), without), ("", 0), "who left is written to elsewhere");
    let one = contact(1, "Ott, \"K\"", Some(" k@x.example "));
    let twice = contact(2, "Kim O'Ott", Some("k@x.example"));
    assert_eq!(emails([&one, &twice]).0, "\"Ott, K\" <k@x.example>");
}

#[test]
fn an_address_that_would_be_two_is_none() {
    let people = [
        contact(1, "Ana\nBcc: x@evil.example", Some("ana@contoso.example")),
        contact(2, "Bo", Some("bo@contoso.example>, x@evil.example")),
        contact(3, "Cy", Some("cy@contoso.example\nx@evil.example")),
    ];
    let (text, without) = emails(&people);
    assert_eq!((text.as_str(), without), ("\"AnaBcc: x@evil.example\" <ana@contoso.example>", 2));
}
