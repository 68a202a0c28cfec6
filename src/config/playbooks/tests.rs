//! What ships can be read whole; what a person writes takes its place or is told with its line.

use super::shipped::ASSETS;
use super::*;
use crate::domain::plan::step::{MeetingType, StepKind, StepOwner};
use crate::domain::playbook::{Anchor, named};
use crate::domain::signal::table::SIGNALS;
use tempfile::TempDir;

fn directory(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().expect("a directory");
    for (name, text) in files {
        std::fs::write(directory.path().join(name), text).expect("written");
    }
    directory
}

fn told(shelf: &Shelf) -> Vec<String> {
    shelf.faults.iter().map(Fault::sentence).collect()
}

#[test]
fn every_playbook_that_ships_is_whole() {
    let names = [
        "account at risk",
        "champion left",
        "detractor and difficult conversation",
        "recover from a mistake",
        "listening session",
        "quiet account",
        "renewal",
        "single-threaded",
        "executive sponsor programme",
        "survey and agreement",
        "usage campaign",
        "stagnation to growth conversation",
        "expansion case",
        "magic quadrant",
        "discovery workshop",
        "prepare the QBR",
        "onboarding 90 days",
        "hand over",
        "weekly internal sync",
        "first 30 days with the book",
    ];
    let shelf = Shelf::default();
    let read: Vec<&str> = shelf.all().iter().map(|one| one.name.as_str()).collect();
    assert_eq!(read, names);
    for (name, text) in ASSETS {
        let (playbook, faults) = file::read(text, name);
        assert_eq!(faults, [], "{name}");
        let playbook = playbook.expect("a playbook");
        assert!(playbook.purpose.ends_with('.') && playbook.source.is_some(), "{name}");
        assert!(playbook.plays.len() >= 5, "{name}");
        assert!(playbook.plays.is_sorted_by_key(|play| play.day), "{name}");
        assert!(text.lines().all(|line| line.chars().count() <= 200), "{name}");
        assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control()), "{name}");
        for play in &playbook.plays {
            assert_eq!(play.advice().len(), 3, "{name}: {}", play.key);
            assert!(play.title.chars().count() <= 90, "{name}: {}", play.title);
            assert!(!play.title.ends_with('.'), "{name}: {}", play.title);
            let inside = name.contains("sync");
            assert_eq!(play.meeting.is_some(), play.kind == StepKind::Meeting && !inside);
        }
    }
}

#[test]
fn every_playbook_that_a_signal_names_is_there_in_that_spelling() {
    let shelf = Shelf::default();
    for rule in SIGNALS {
        let Some(name) = rule.playbook else { continue };
        let found = named(shelf.all(), name).map(|playbook| playbook.name.as_str());
        assert_eq!(found, Some(name), "{}", rule.code);
    }
}

#[test]
fn what_leads_to_a_day_has_its_anchor() {
    let shelf = Shelf::default();
    let of = |name| named(shelf.all(), name).expect("ships");
    let renewal = of("renewal");
    assert_eq!((renewal.anchor, renewal.plays[0].day), (Anchor::ActBy, -120));
    assert_eq!(renewal.plays.last().map(|play| play.day), Some(0));
    let review = of("prepare the QBR");
    assert_eq!((review.anchor, review.meeting), (Anchor::Meeting, Some(MeetingType::Qbr)));
    assert_eq!(review.plays[0].day, -14);
    assert_eq!(of("champion left").anchor, Anchor::Event);
    assert!(
        of("survey and agreement").letter.as_ref().is_some_and(|text| text.lines().count() > 9)
    );
    assert!(of("first 30 days with the book").whole_book);
    let session = of("listening session");
    let held = session.plays.iter().find(|play| play.meeting == Some(MeetingType::Listening));
    assert!(held.is_some_and(|play| play.day <= 5), "within seven days, weekends left out");
}

#[test]
fn an_own_playbook_takes_the_place_of_ours_or_is_added() {
    let own = directory(&[
        (
            "renewal.toml",
            "name = 'Renewal'\npurpose = 'Ours.'\nanchor = 'act-by'\nsignals = ['birthday']\n\
             [[step]]\nday = -60\ntitle = 'Call  them back'\nowner = 'colleague'\n",
        ),
        (
            "spring-fair.toml",
            "[[step]]\nkey = 'go'\nday = 0\ntitle = 'Go there'\nmeeting = 'check-in'\n\
             agenda = \"\"\"\none\ntwo\n\"\"\"\n",
        ),
        (".spring-fair.toml.swp", "no"),
        ("notes.txt", "no"),
    ]);
    let shelf = Shelf::of(own.path());
    assert_eq!(told(&shelf), Vec::<String>::new());
    assert_eq!(shelf.all().len(), ASSETS.len() + 1);
    let renewal = named(shelf.all(), "renewal").expect("there");
    assert_eq!(renewal.name, "renewal", "in the spelling that signals and plans know");
    assert_eq!(renewal.own.as_deref(), Some("playbooks/renewal.toml"));
    assert!(renewal.answers("birthday") && renewal.answers("renewal-late"));
    let play = &renewal.plays[0];
    assert_eq!((play.key.as_str(), play.title.as_str()), ("call-them-back", "Call them back"));
    assert_eq!((play.day, play.owner), (-60, StepOwner::Colleague));
    let fair = shelf.all().last().expect("the added one");
    assert_eq!((fair.name.as_str(), fair.anchor), ("spring fair", Anchor::Start));
    assert_eq!(fair.plays[0].kind, StepKind::Meeting);
    assert_eq!(fair.plays[0].agenda.as_deref(), Some("one\ntwo"));
}

#[test]
fn what_cannot_be_read_is_told_with_file_line_and_nearest_word_and_the_rest_holds() {
    let own = directory(&[(
        "fair.toml",
        "name = 'fair'\nanchr = 'start'\nsignals = ['upest']\nanchor = 'meting'\n\
         [[step]]\nday = 1\ntitle = 'Go'\nsya = 'Hello'\n\
         [[step]]\nday = 'two'\ntitle = 'Come'\n\
         [[step]]\nday = 3\n\
         [[step]]\nday = 4\ntitle = 'go'\n\
         [[step]]\nday = 5\ntitle = 'Stay'\nkind = 'mileston'\n",
    )]);
    let shelf = Shelf::of(own.path());
    assert_eq!(
        told(&shelf),
        [
            "playbooks/fair.toml, line 2: anchr is not known; do you mean anchor?",
            "playbooks/fair.toml, line 3: upest is not known; do you mean upset?",
            "playbooks/fair.toml, line 4: meting is not known; do you mean meeting?",
            "playbooks/fair.toml, line 8: sya is not known; do you mean say?",
            "playbooks/fair.toml, line 10: day is a whole number from -730 to 730, without quotes",
            "playbooks/fair.toml, line 12: a step has a title and a day, as day = 3; it is left out",
            "playbooks/fair.toml, line 14: go is the key of a step before; give this one another",
            "playbooks/fair.toml, line 20: mileston is not known; do you mean milestone?",
        ]
    );
    let fair = named(shelf.all(), "fair").expect("the rest holds");
    let days: Vec<i64> = fair.plays.iter().map(|play| play.day).collect();
    assert_eq!(days, [1, 5]);
}

#[test]
fn a_file_without_steps_leaves_ours_and_two_of_a_name_are_told() {
    let step = "[[step]]\nday = 1\ntitle = 'Go'\n";
    let own = directory(&[
        ("a.toml", "name = 'renewal'\n"),
        ("b.toml", &format!("name = 'mine'\n{step}")),
        ("c.toml", &format!("name = 'MINE'\n{step}")),
        ("d.toml", "name = \n[[step]\n"),
    ]);
    std::fs::create_dir(own.path().join("e.toml")).expect("made");
    let shelf = Shelf::of(own.path());
    assert!(named(shelf.all(), "renewal").expect("ours").own.is_none());
    let told = told(&shelf);
    assert!(told[0].starts_with("playbooks/a.toml: it has no step"), "{told:?}");
    assert_eq!(told[1], "playbooks/c.toml: playbooks/b.toml calls its playbook “MINE” as well");
    assert!(told.iter().any(|one| one.starts_with("playbooks/d.toml, line 1: ")), "{told:?}");
    assert_eq!(told.last().map(String::as_str), Some("playbooks/e.toml: it is no file"));
    assert_eq!(Shelf::of(&own.path().join("nowhere")).faults, []);
}
