//! The tab, line by line, with figures worked by hand.

use super::super::trial::{doing, entry, told};
use super::*;
use crate::domain::account::goal::Goal;
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::account::silence::{self, Silence, SilenceKind};
use crate::domain::account::{self, Account, Tier};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::{Contact, Level, Role};
use crate::domain::growth::discovery::Discovery;
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::picture::picture;
use crate::domain::plan::step::{self, MeetingType};
use crate::domain::records::{Records, Written};
use crate::domain::revenue::value_item::{self, ValueItem, ValueResult};
use crate::domain::rules::Rules;
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::word::WordSet;

fn of(records: &Records) -> Page {
    let (around, rules) = (Around::default(), Rules::default());
    let standing = assess(records, &around, &rules, today());
    let picture = picture(records, &standing, &around, &rules, today());
    page(&Case { records, standing: &standing, picture: &picture, rules: &rules, today: today() })
}

#[track_caller]
fn sees(page: &Page, line: &str) {
    let told = told(page);
    assert!(told.iter().any(|one| one == line), "{line}\n{}", told.join("\n"));
}

fn contoso() -> Records {
    let mut records = Records::bare(Account::named("Contoso", ago(400)));
    records.account.id = Id(1);
    records.account.tier = Some(Tier::Growth);
    records
}

fn person(id: i64, name: &str, level: Option<Level>) -> Contact {
    Contact { id: Id(id), level, ..Contact::named(name, Some(Id(1)), ago(300)) }
}

#[test]
fn what_is_missing_is_written_where_enter_leads() {
    let mut records = contoso();
    records.contacts = vec![
        person(1, "A. Ruiz", Some(Level::DecisionMaker)),
        person(2, "J. Roy", Some(Level::Influencer)),
        person(3, "N. Abe", None),
    ];
    records.contacts[1].roles = WordSet::of(&[Role::PotentialChampion]);
    let found = of(&records);
    // Tier and people are there, of fourteen.
    assert_eq!(found.figure, "2/14");
    sees(&found, "# Record  2 of 14 filled in");
    sees(&found, "levels | the level of each person on the map: N. Abe");
    sees(&found, "champion | who stands up for us there, perhaps J. Roy");
    sees(&found, "economic buyer | who signs, perhaps A. Ruiz");
    for (what, kind, id) in [
        ("levels", Kind::Contact, Some(Id(3))),
        ("champion", Kind::Contact, Some(Id(2))),
        ("economic buyer", Kind::Contact, Some(Id(1))),
        ("stage", Kind::Account, Some(Id(1))),
        ("ARR", Kind::Revenue, None),
        ("end date", Kind::Contract, None),
        ("goals", Kind::Goal, None),
        ("discovery", Kind::Discovery, None),
        ("plan", Kind::Plan, None),
        ("Pulse", Kind::OwnScore, None),
    ] {
        let link = entry(&found, &format!("missing {what}")).link.expect("a form");
        assert_eq!((link.kind, link.id), (kind, id), "{what}");
    }
}

#[test]
fn a_dark_step_says_why_and_what_lights_it() {
    let found = of(&contoso());
    sees(&found, "# Growth steps  0 of 6 lit");
    sees(&found, "○ 1 understand | They were never asked what they want to reach.");
    sees(&found, "→ Hold a discovery, best as a workshop with both sides.");
    let mut records = contoso();
    records.account.reviewed_on = Some(ago(3));
    let found = of(&records);
    sees(&found, "● 6 review | Reviewed 19 Nov, due every 30 d.");
    let reviewed = doing(&found, "growth 6");
    let fields = vec![account::Field::ReviewedOn(Some(today()))];
    assert_eq!(reviewed.changes, [account::Change::Edited { id: Id(1), fields }.into()]);
    records.account.reviewed_on = Some(today());
    assert_eq!(entry(&of(&records), "growth 6").doing, None, "reviewed today already");
}

#[test]
fn a_growth_conversation_is_planned_with_whom_we_talked_last() {
    let mut records = contoso();
    records.contacts = vec![
        person(1, "A. Ruiz", Some(Level::DecisionMaker)),
        person(2, "J. Roy", Some(Level::Influencer)),
        person(3, "P. Sy", Some(Level::User)),
    ];
    records.last_two_way_with = vec![(Id(1), ago(30)), (Id(2), ago(12)), (Id(3), ago(1))];
    let found = of(&records);
    let planned = doing(&found, "growth 5");
    assert_eq!(planned.label, "Contoso: growth conversation with J. Roy planned for Mon 30 Nov");
    let [Change::Step(step::Change::Added(meeting)), invited] = planned.changes.as_slice() else {
        panic!("{:?}", planned.changes);
    };
    assert_eq!(meeting.meeting_type, Some(MeetingType::GrowthConversation));
    assert_eq!((meeting.due_on, meeting.account_id), (Some(ahead(8)), Some(Id(1))));
    assert!(matches!(invited, Change::StepPerson(_)), "{invited:?}");
    let mut meeting = meeting.clone();
    meeting.id = Id(7);
    records.steps = vec![meeting];
    let found = of(&records);
    let link = entry(&found, "growth 5").link.expect("a form");
    assert_eq!((link.kind, link.id), (Kind::Step, Some(Id(7))), "the one that is planned");
    assert_eq!(entry(&found, "growth 5").doing, None);
}

#[test]
fn goals_stand_with_their_way_and_their_time() {
    let mut records = contoso();
    let mut goal = Goal::titled(Id(1), "No paper", ago(50), ahead(50));
    (goal.id, goal.target_value, goal.now_value) = (Id(4), 100.0, 49.0);
    goal.measured_on = ago(120);
    records.goals = vec![goal];
    let found = of(&records);
    sees(&found, "# Their goals  1 goal running, 1 behind, 0 reached");
    sees(&found, "behind | No paper | 49 of 100 | 49 %, due 50 % | 11 Jan");
    sees(
        &found,
        "→ its figure is of 25 Jul: take it again; lacks a figure that tells them, a figure \
         for how we work together and what of ours serves it",
    );
    assert_eq!(entry(&found, "goal 4").link, Some(Link::to(Kind::Goal, Id(4))));
    sees(&of(&contoso()), "# Their goals  none written down");
}

#[test]
fn a_result_is_confirmed_by_one_key() {
    let mut records = contoso();
    let result = ValueItem {
        id: Id(9),
        account_id: Id(1),
        on_date: ago(20),
        result: ValueResult::TimeSaved,
        amount: Some(12.5),
        unit: Some("hours".to_owned()),
        source: None,
        confirmed_by: None,
        confirmed_on: None,
        note: None,
    };
    records.values = vec![result.clone()];
    let found = of(&records);
    sees(&found, "2 Nov | time saved | 12.5 hours | not confirmed");
    let fields = vec![value_item::Field::ConfirmedOn(Some(today()))];
    let change = value_item::Change::Edited { id: Id(9), fields }.into();
    assert_eq!(doing(&found, "value_item 9").changes, [change]);
    records.values = vec![ValueItem { confirmed_on: Some(today()), ..result }];
    let found = of(&records);
    sees(&found, "2 Nov | time saved | 12.5 hours | confirmed by somebody, 22 Nov");
    assert_eq!(entry(&found, "value_item 9").doing, None);
}

#[test]
fn questions_stand_with_the_clients_words_and_open_ones_lead_to_the_newest_discovery() {
    let mut records = contoso();
    let held = Discovery {
        id: Id(3),
        success: Some("half the stops".to_owned()),
        ..Discovery::on(Id(1), ago(20))
    };
    records.discoveries = vec![held];
    let found = of(&records);
    sees(&found, "# Discovery  of 2 Nov: 1 of 5 questions answered");
    sees(&found, "success in 12 months | “half the stops” · 2 Nov");
    sees(&found, "obstacles | not asked yet");
    assert_eq!(entry(&found, "asked obstacles").link, Some(Link::to(Kind::Discovery, Id(3))));
}

#[test]
fn the_claim_stands_beside_the_record() {
    let mut records = contoso();
    let claim = |id, step, days| Loyalty {
        id: Id(id),
        account_id: Id(1),
        step,
        evidence: "asked us first".to_owned(),
        on_date: ago(days),
    };
    records.loyalty = vec![claim(2, 3, 10), claim(1, 2, 200)];
    let found = of(&records);
    sees(&found, "# Loyalty ladder  no evidence");
    sees(&found, "you say: 3 partner · 12 Nov · asked us first");
    sees(
        &found,
        "the record: too few tagged talks · no talk of the last 90 d is tagged with a topic",
    );
    sees(&found, "growth: nobody said yet");
    assert_eq!(entry(&found, "claim").ground.proofs.len(), 2, "none is overwritten");
}

#[test]
fn what_rests_is_listed_and_taken_back_by_one_key() {
    let mut records = contoso();
    let rests = |id, kind, code: &str, until_on| Silence {
        id: Id(id),
        account_id: Id(1),
        kind,
        code: code.to_owned(),
        since_on: ago(5),
        until_on,
        reason: Some("merger".to_owned()),
    };
    records.silences = vec![
        rests(1, SilenceKind::Later, "qbr-late", Some(ahead(9))),
        rests(2, SilenceKind::NotHere, "birthday", None),
    ];
    let found = of(&records);
    sees(&found, "# Rules switched off  2 rest");
    sees(&found, "QBR overdue | later | to 1 Dec | merger");
    let heard = doing(&found, "silence 1");
    assert_eq!(heard.changes, [silence::Change::Removed(Id(1)).into()]);
    assert_eq!(heard.label, "Contoso: QBR overdue heard again");
}

#[test]
fn an_own_digit_says_until_when_it_holds_and_stays_true_by_one_key() {
    let mut records = contoso();
    records.own_scores = vec![OwnScore {
        id: Id(6),
        account_id: Id(1),
        factor: Factor::Value,
        points: 7,
        on_date: ago(96),
        reason: None,
    }];
    let found = of(&records);
    // An own score of Value holds for 196 days.
    sees(&found, "Value | 7 | holds to 2 Mar (100 d) | nothing measured");
    assert_eq!(doing(&found, "own Value").label, "Value 7 still true");
}

#[test]
fn what_was_written_down_lately_stands_last() {
    let mut records = contoso();
    records.written = vec![Written { on_date: ago(1), label: "J. Roy placed".to_owned() }];
    assert_eq!(told(&of(&records)).last().map(String::as_str), Some("21 Nov | J. Roy placed"));
}
