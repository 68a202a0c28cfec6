use super::*;
use crate::domain::account::Account;
use crate::domain::account::contract::{Contract, Renewal};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::contact::Contact;
use crate::domain::growth::discovery::Discovery;
use crate::domain::revenue::opportunity::Opportunity;
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::standing::Ranked;
use crate::domain::talk::Talk;

fn bare() -> Records {
    let mut account = Account::named("Contoso", ago(900));
    account.id = Id(1);
    Records::bare(account)
}

fn made(records: Records, talks: &[LogEntry]) -> Brief {
    let rules = Rules::default();
    let standing = assess(&records, &Around::default(), &rules, today());
    let ranked = Ranked::not_yet(Id(1));
    brief(&Dossier { records, standing, ranked, around: Around::default() }, talks, &rules, today())
}

fn part(brief: &Brief, part: Part) -> Vec<String> {
    let section = brief.sections.iter().find(|one| one.part == part);
    section.map_or_else(Vec::new, |one| one.lines.iter().map(|line| line.text.clone()).collect())
}

fn talk(days: u64, edit: impl FnOnce(&mut Talk)) -> LogEntry {
    let mut talk = Talk::on(ago(days), TalkKind::Call, Some(Id(1)));
    edit(&mut talk);
    LogEntry { talk, people: vec![(Id(5), "K. Ott".to_owned())] }
}

#[test]
fn of_an_account_without_records_it_says_what_to_ask() {
    let brief = made(bare(), &[]);
    assert_eq!(brief.head, "no tier · active · ARR unknown · too little known");
    assert_eq!(part(&brief, Part::Talks), ["none on record: the first one"]);
    assert_eq!(part(&brief, Part::Ask).len(), 5, "the five questions of a discovery");
    assert!(part(&brief, Part::Dates).is_empty() && part(&brief, Part::Promised).is_empty());
}

#[test]
fn the_last_three_talks_are_told_with_their_words() {
    let talks = [
        talk(1, |talk| {
            talk.kind = TalkKind::Message;
            talk.two_way = false;
            talk.summary = "sent the offer".to_owned();
        }),
        talk(2, |talk| talk.kind = TalkKind::Note),
        talk(12, |talk| {
            talk.mood = Some(-1);
            talk.quote = Some("budget frozen".to_owned());
        }),
        talk(20, |talk| talk.missed = true),
        talk(30, |_| {}),
    ];
    let told = part(&made(bare(), &talks), Part::Talks);
    assert_eq!(
        told,
        [
            "21 Nov, message unanswered with K. Ott · sent the offer",
            "10 Nov, call with K. Ott, mood −1, “budget frozen”",
            "2 Nov, call missed with K. Ott",
        ]
    );
}

#[test]
fn promises_are_told_both_ways_and_the_next_meeting_with_its_agenda() {
    let mut records = bare();
    let mut add = |kind, owner, title: &str, due| {
        let mut step = Step::titled(title, due, ago(30));
        step.id = Id(100 + i64::try_from(records.steps.len()).expect("few"));
        (step.kind, step.owner) = (kind, owner);
        records.steps.push(step);
    };
    add(StepKind::Promise, StepOwner::Me, "ROI sheet", Some(ago(4)));
    add(StepKind::Step, StepOwner::Client, "usage figures", Some(ahead(3)));
    add(StepKind::Promise, StepOwner::Client, "contract", None);
    add(StepKind::Meeting, StepOwner::Me, "QBR", Some(ahead(9)));
    add(StepKind::Meeting, StepOwner::Me, "check-in", Some(ahead(2)));
    add(StepKind::Meeting, StepOwner::Me, "past", Some(ago(2)));
    records.steps[1].owner_name = Some("K. Ott".to_owned());
    records.steps[4].at_time = Some("09:30".to_owned());
    records.steps[4].agenda = Some("their goals".to_owned());
    let brief = made(records, &[]);
    assert_eq!(part(&brief, Part::Promised), ["LATE ROI sheet by 18 Nov: unchecked"]);
    assert_eq!(part(&brief, Part::Theirs), ["K. Ott: usage figures by 25 Nov", "contract"]);
    assert_eq!(part(&brief, Part::Meeting), ["Tue 24 Nov 09:30: check-in · their goals"]);
}

#[test]
fn what_is_open_to_ask_begins_with_the_outcome_of_the_renewal() {
    let mut records = bare();
    let mut contract = Contract::of(Id(1));
    contract.ends_on = Some(ago(2));
    records.contract = Some(contract);
    records.discoveries.push(Discovery {
        id: Id(3),
        success: Some("half the time".to_owned()),
        obstacles: Some("IT".to_owned()),
        measured: Some("hours".to_owned()),
        frustrated: Some("slow answers".to_owned()),
        ..Discovery::on(Id(1), ago(20))
    });
    let mut seats = Opportunity::titled("More seats", Some(Id(1)), ago(40));
    (seats.id, seats.solves_problem, seats.voiced_interest) = (Id(4), Some(true), Some(false));
    records.opportunities.push(seats);
    let asked = part(&made(records.clone(), &[]), Part::Ask);
    assert_eq!(
        asked,
        [
            "Contract ended 20 Nov: renewed until when, or lost?",
            "What worked before?",
            "More seats: Is the timing right?",
        ]
    );
    records.contract.as_mut().expect("a contract").renewal = Renewal::Lost;
    records.discoveries[0].on_date = ago(366);
    let asked = part(&made(records, &[]), Part::Ask);
    assert_eq!(asked.len(), 6, "a year old, all is asked again: {asked:?}");
    assert!(asked[0].ends_with("(21 Nov 2025: half the time)"), "{asked:?}");
}

#[test]
fn a_birthday_is_told_a_week_ahead() {
    let mut records = bare();
    let mut ott = Contact::named("K. Ott", Some(Id(1)), ago(99));
    ott.birthday = NaiveDate::from_ymd_opt(1980, 11, 29);
    records.contacts.push(ott);
    assert_eq!(part(&made(records.clone(), &[]), Part::Birthday), ["K. Ott, Sun 29 Nov"]);
    records.contacts[0].birthday = NaiveDate::from_ymd_opt(1980, 11, 30);
    assert!(part(&made(records, &[]), Part::Birthday).is_empty());
}

#[test]
fn all_parts_together_fill_the_screen_and_no_more() {
    let most: usize = Part::ALL.iter().map(|part| part.most()).sum();
    assert!(most < LINES, "{most}");
    let lines = vec![line("one", None), line("two", None), line("three", None)];
    let section = Section { part: Part::Goals, lines };
    assert_eq!((section.shown().0.len(), section.shown().1), (2, 1));
}
