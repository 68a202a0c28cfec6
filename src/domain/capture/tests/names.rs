//! Whom and which account a word names.

use super::*;

#[test]
fn the_account_is_found_by_the_beginnings_of_its_words() {
    for (line, account) in [
        ("northwind dana call", 1),
        ("nor tra call", 1),
        ("traders call", 1),
        ("contoso call", 2),
        ("CONTOSO öst call", 3),
        ("fourth coffee call", 4),
        ("coff call", 4),
        ("win call", 5),
        ("o'brien call", 8),
        ("o'brien & söhne call", 8),
        ("söhne call", 8),
    ] {
        let found = fine(line);
        assert_eq!(found.account.map(|one| one.id), Some(Id(account)), "{line}");
        assert_eq!(found.talk.expect("a talk").kind, TalkKind::Call, "{line}");
    }
}

#[test]
fn names_that_could_be_several_are_refused_with_their_candidates() {
    let (told, names) = refused("w dana call");
    assert_eq!(told, "“w” could be any of 2 accounts");
    assert_eq!(names, ["Wingtip Toys", "Woodgrove Bank"]);
    let (told, names) = refused("contoso dana call");
    assert_eq!(told, "“dana” could be any of 2 people");
    assert_eq!(names, ["Dana Lee", "Dana Ott"]);
    let (told, names) = refused("contoso ott call");
    assert_eq!(told, "“ott” could be any of 2 people");
    assert_eq!(names, ["Dana Ott", "K. Ott"]);
    assert_eq!(super::tests::names(&fine("contoso k ott call")), ["K. Ott"]);
    assert_eq!(super::tests::names(&fine("contoso dana ott call")), ["Dana Ott"]);
    assert_eq!(super::tests::names(&fine("contoso danal call")), ["Danalyn Marsh"]);
    for line in ["nortwind dana call", "nortwind call about contoso prices", "call contoso's dana"]
    {
        let found = at(line, None);
        assert!(!found.ready(), "{line}");
    }
    let found = at("nortwind call about contoso prices", None);
    assert_eq!(found.account, None, "a name in the sentence is no account");
    assert_eq!(found.faults[0].message, "no account is called “nortwind”");
    assert_eq!(found.faults[0].unknown.as_deref(), Some("nortwind"));
    let (told, _) = refused("call yesterday");
    assert_eq!(told, "which account is meant was not said");
    assert_eq!(refused("").0, "which account is meant was not said");
    assert_eq!(refused("northwind dana").0.split(':').next(), Some("what happened was not said"));
}

#[test]
fn the_account_that_is_looked_at_is_meant_where_none_is_named() {
    let found = at("dana call budget frozen", Some(1));
    assert_eq!(found.account.as_ref().map(|one| one.id), Some(Id(1)));
    assert_eq!(names(&found), ["Dana Wirth"]);
    let found = at("budget frozen, adatum bids too", Some(1));
    assert_eq!(found.account.map(|one| one.id), Some(Id(1)));
    let found = at("adatum call budget frozen", Some(1));
    assert_eq!(found.account.map(|one| one.id), Some(Id(7)), "named first");
    let found = at("a call came in", Some(1));
    assert_eq!(found.account.map(|one| one.id), Some(Id(1)), "no name is that short");
}

#[test]
fn people_are_who_is_named_before_the_sentence_or_with_a_sign() {
    assert_eq!(names(&fine("northwind dana and j roy call")), ["Dana Wirth", "J. Roy"]);
    assert_eq!(
        names(&fine("northwind roy, tom, dana: all fine")),
        ["J. Roy", "Tom Lee", "Dana Wirth"]
    );
    assert_eq!(names(&fine("northwind dana dana call")), ["Dana Wirth"]);
    assert_eq!(names(&fine("northwind call went well, @roy took notes")), ["J. Roy"]);
    assert!(names(&fine("northwind call went well, roy took notes")).is_empty());
    assert!(names(&fine("northwind the an call came")).is_empty(), "no Theo, no An");
    assert_eq!(refused("northwind call with @nobody").0, "nobody here is called “nobody”");
    let found = fine("northwind danna call");
    assert_eq!(found.talk.expect("a talk").kind, TalkKind::Call);
    assert!(
        found.remarks.iter().any(|one| one.contains("Dana Wirth is near")),
        "{:?}",
        found.remarks
    );
    let found = fine("wingtip call center call");
    assert_eq!(names(&found), ["Call Center"]);
}

#[test]
fn names_are_found_however_they_are_spelled() {
    for line in ["pebeo call", "PÉBÉO call", "pe\u{301}be\u{301}o call", "obrien call"] {
        assert!(fine(line).talk.expect("a talk").summary.is_empty(), "{line}");
    }
    for (line, name) in [
        ("pébéo call", "Pébéo of America"),
        ("o'brien call", "O'Brien & Söhne"),
        ("contoso oesterreich call", "Contoso Österreich"),
        ("margies call", "Margie's Travel"),
        ("van arsdel call", "VanArsdel"),
    ] {
        assert_eq!(fine(line).account.expect("an account").name, name, "{line}");
    }
    for (line, name) in [
        ("pebeo jurgen call", "Jürgen Großmann"),
        ("pebeo juergen call", "Jürgen Großmann"),
        ("pebeo GROSSMANN call", "Jürgen Großmann"),
        ("pebeo soren call", "Søren Müller"),
        ("pebeo mueller call", "Søren Müller"),
        ("pebeo muller call", "Søren Müller"),
        ("pebeo oneill call", "Pat O’Neill"),
    ] {
        assert_eq!(names(&fine(line)), [name], "{line}");
    }
    // A word that only begins like a month is a name like any other.
    assert_eq!(refused("marketplace call").0, "no account is called “marketplace”");
}

#[test]
fn who_bears_one_name_is_told_apart_by_number() {
    let twin = |id: i64, name: &str| {
        let mut contact = Contact::named(name, Some(Id(1)), today());
        contact.id = Id(id);
        contact
    };
    let twins = |_| vec![twin(11, "Dana Wirth"), twin(12, "Dana Wirth"), twin(13, "Dana Roy")];
    let accounts = [(Id(1), "Acme".to_owned()), (Id(2), "Acme".to_owned())];
    let (order, here) = (Order::DayFirst, None);
    let ground = Ground { today: today(), order, accounts: &accounts, people: &twins, here };
    let found = read("acme call", &ground);
    assert_eq!(found.faults[0].candidates, ["Acme (#1)", "Acme (#2)"]);
    let found = read("#2 dana call", &ground);
    assert_eq!(found.account.map(|one| one.id), Some(Id(2)));
    assert_eq!(found.faults[0].candidates, ["Dana Wirth (@11)", "Dana Wirth (@12)", "Dana Roy"]);
    let found = read("#2 @12 call", &ground);
    assert_eq!(found.faults, []);
    assert_eq!(found.people[0].id, Id(12));
}

#[test]
fn somebody_in_the_sentence_is_told_to_be_no_more_than_that() {
    let found = fine("northwind call pricing with roy, and roy again");
    assert_eq!(found.remarks, ["J. Roy is only in the sentence; @roy takes part"]);
    assert_eq!(fine("northwind roy call pricing with roy").remarks, [""; 0]);
}

#[test]
fn somebody_who_left_is_named_only_where_nobody_else_is() {
    let accounts = accounts();
    let left = |account: Id| {
        let mut people = people(account);
        for one in &mut people {
            if one.id == Id(21) {
                one.left_on = today().checked_sub_days(Days::new(9));
            }
        }
        people
    };
    let (today, order) = (today(), Order::DayFirst);
    let ground = Ground { today, order, accounts: &accounts, people: &left, here: None };
    let found = read("contoso dana call", &ground);
    assert_eq!(names(&found), ["Dana Ott"]);
    let found = read("contoso lee call", &ground);
    assert_eq!(names(&found), ["Dana Lee"]);
    assert_eq!(found.remarks, ["Dana Lee left the company 13 Nov"]);
}

#[test]
fn each_word_of_a_name_may_be_spelled_in_its_own_way() {
    let spelled = crate::domain::capture::token::spellings("Müller & Söhne GmbH");
    let all: Vec<String> = spelled.each().map(|words| words.join(" ")).collect();
    for one in ["muller sohne", "mueller sohne", "muller soehne", "mueller soehne"] {
        assert!(all.contains(&format!("{one} gmbh")), "{one}: {all:?}");
    }
    assert_eq!(all.len(), 4);
}
