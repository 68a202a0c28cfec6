//! Every verdict, the rank, the talks, and what they don't buy yet.

use super::verdict::{CHECKS, QUESTIONS};
use super::whitespace::{Table, pursued, state_of, table};
use super::*;
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::change::Change;
use crate::domain::money::Currency;
use crate::domain::records::{Exchange, TalkFact};
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::Hint;
use crate::domain::revenue::unit::Unit;
use crate::domain::revenue::whitespace::{Whitespace, WhitespaceState};
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::talk::TalkKind;
use crate::domain::word::WordSet;

fn idea(id: i64, title: &str) -> Opportunity {
    let mut one = Opportunity::titled(title, Some(Id(1)), ago(50));
    one.id = Id(id);
    one
}

/// Answers to the three questions and the six checks: y, n, or not asked.
fn asked(answers: &str) -> Opportunity {
    let mut one = idea(1, "More seats");
    let read = |sign| match sign {
        'y' => Some(true),
        'n' => Some(false),
        _ => None,
    };
    let fields = [
        &mut one.solves_problem,
        &mut one.voiced_interest,
        &mut one.timing_right,
        &mut one.fits_goals,
        &mut one.measurable_case,
        &mut one.champion_inside,
        &mut one.deliverable,
        &mut one.budget_timing,
        &mut one.pilot,
    ];
    for (field, sign) in fields.into_iter().zip(answers.chars().filter(|sign| *sign != ' ')) {
        *field = read(sign);
    }
    one
}

#[test]
fn every_verdict() {
    use Verdict::{Pursue, RepairFirst, Validate, Wait};
    let rules = Rules::default();
    for (answers, at_risk, wanted, says) in [
        ("yyy yyyyyy", true, RepairFirst, "Repair first: the account is at risk."),
        ("nnn ------", true, RepairFirst, "Repair first: the account is at risk."),
        ("yny yyyyyy", false, Wait, "Wait: it lacks interest or frustration that they voiced."),
        ("n-- ------", false, Wait, "Wait: it lacks a real problem of theirs."),
        ("yy- yyyyyy", false, Validate, "Validate: not asked yet about the right time."),
        ("yyy yyyyyy", false, Pursue, "Pursue: three yes, 6 of 6 checks."),
        ("yyy -yyyyy", false, Pursue, "Pursue: three yes, 5 of 6 checks."),
        ("yyy nyyyyy", false, Pursue, "Pursue: three yes, 5 of 6 checks."),
        (
            "yyy --yyyy",
            false,
            Validate,
            "Validate: 4 of 6 checks; missing: a fit with their goals and a case with figures.",
        ),
        ("yyy yy-yyy", false, Validate, "Validate: 5 of 6 checks; missing: a champion inside."),
        (
            "yyy yyynyy",
            false,
            Validate,
            "Validate: 5 of 6 checks; missing: delivery without harm to today's service.",
        ),
    ] {
        let found = judged(&asked(answers), at_risk, &rules);
        assert_eq!((found.verdict, found.says.as_str()), (wanted, says), "{answers}");
        assert_eq!(
            found.missing.is_empty(),
            wanted == Pursue || at_risk && !answers.contains(['n', '-'])
        );
    }
    let strict = rules.with(Limit::PursueChecks, 6.0);
    assert_eq!(judged(&asked("yyy -yyyyy"), false, &strict).verdict, Validate);
}

#[test]
fn questions_and_checks_carry_their_answers() {
    let found = judged(&asked("yn- yyn---"), false, &Rules::default());
    let answers: Vec<Option<bool>> = found.questions.iter().map(|one| one.answer).collect();
    assert_eq!(answers, [Some(true), Some(false), None]);
    assert_eq!((found.checks.len(), found.met), (6, 2));
    assert_eq!(found.missing.len(), 2 + 4);
    let mut keys: Vec<&str> = QUESTIONS.iter().chain(CHECKS).map(|ask| ask.key).collect();
    keys.dedup();
    assert_eq!(keys.len(), 9);
}

fn book(opportunities: Vec<Opportunity>) -> Records {
    let mut account = Account::named("Contoso", ago(500));
    account.id = Id(1);
    let mut records = Records::bare(account);
    records.opportunities = opportunities;
    records
}

fn on(records: &Records, rules: &Rules) -> Expansion {
    let standing = assess(records, &Around::default(), rules, today());
    expansion(records, &standing, rules, today())
}

fn worth(mut one: Opportunity, units: i64, ease: Option<i64>, code: &str) -> Opportunity {
    one.amount = Some(units * 100);
    one.currency = Currency::from_code(code);
    one.ease = ease;
    one
}

#[test]
fn the_rank_is_value_times_ease_over_five() {
    let krona = Currency::from_code("SEK").expect("a code");
    let mut rules = Rules::default();
    let records = book(vec![
        worth(idea(1, "A"), 50_000, Some(2), "EUR"), // 20,000
        worth(idea(2, "B"), 30_000, Some(5), "EUR"), // 30,000
        worth(idea(3, "C"), 900_000, None, "EUR"),
        worth(idea(4, "D"), 400_000, Some(5), "SEK"),
        idea(5, "E"),
    ]);
    let order = |rules: &Rules| -> Vec<i64> {
        on(&records, rules).opportunities.iter().map(|one| one.id.0).collect()
    };
    assert_eq!(order(&rules), [2, 1, 3, 4, 5], "what cannot be ranked stands last, by title");
    let ranks: Vec<_> = on(&records, &rules)
        .opportunities
        .iter()
        .map(|one| one.rank.map(|rank| rank.minor))
        .collect();
    assert_eq!(ranks, [Some(3_000_000), Some(2_000_000), None, None, None]);
    rules.exchange = Exchange { rates: vec![(krona, 0.1)], ..Exchange::default() };
    assert_eq!(order(&rules), [4, 2, 1, 3, 5], "400,000 kr are €40,000");
}

#[test]
fn what_is_validated_or_proposed_adds_and_closed_ones_have_no_verdict() {
    let stage = |one: Opportunity, stage| Opportunity { stage, ..one };
    let mut lost = stage(worth(idea(4, "D"), 9_000, Some(5), "EUR"), OpportunityStage::Lost);
    lost.closed_on = Some(ago(9));
    lost.lost_reason = Some("price".to_owned());
    let won = stage(worth(idea(5, "E"), 7_000, Some(5), "EUR"), OpportunityStage::Won);
    let records = book(vec![
        won,
        lost,
        worth(idea(1, "A"), 1_000, Some(1), "EUR"),
        stage(worth(idea(2, "B"), 2_000, Some(1), "EUR"), OpportunityStage::Validated),
        stage(worth(idea(3, "C"), 4_000, Some(1), "EUR"), OpportunityStage::Proposed),
    ]);
    let found = on(&records, &Rules::default());
    assert_eq!((found.validated.minor, found.open, found.pursue), (600_000, 3, 0));
    assert_eq!(found.without_value, 0);
    let mut bare = records.clone();
    bare.opportunities[2].stage = OpportunityStage::Validated;
    bare.opportunities[3].amount = None;
    bare.opportunities[4].currency = Currency::from_code("SEK");
    let left = on(&bare, &Rules::default());
    assert_eq!((left.validated.minor, left.without_value), (100_000, 2));
    let ids: Vec<i64> = found.opportunities.iter().map(|one| one.id.0).collect();
    assert_eq!(ids, [3, 2, 1, 4, 5]);
    assert!(found.opportunities[..3].iter().all(|one| one.judged.is_some()));
    assert!(found.opportunities[3..].iter().all(|one| one.judged.is_none()));
    assert_eq!(found.says, "3 opportunities open, 0 to pursue.");
}

#[test]
fn talks_are_told_from_the_log_and_the_plan() {
    let mut records = book(vec![idea(1, "A"), idea(2, "B")]);
    for (days, about, missed) in [(30, 1, false), (9, 1, true), (3, 2, false)] {
        let mut talk = TalkFact::on(ago(days), TalkKind::Meeting);
        talk.opportunity_id = Some(Id(about));
        talk.missed = missed;
        records.talks.push(talk);
    }
    let mut step = Step::titled("Show it", Some(ahead(9)), ago(1));
    step.opportunity_id = Some(Id(1));
    records.steps = vec![step.clone()];
    let told = |records: &Records| {
        let found = on(records, &Rules::default());
        let first = &found.opportunities[0];
        (first.last_talk_on, first.talks, first.next_talk_on)
    };
    assert_eq!(told(&records), (Some(ago(30)), 1, None), "a step is no talk");
    step.meeting_type = Some(MeetingType::GrowthConversation);
    records.steps = vec![step];
    assert_eq!(told(&records).2, Some(ahead(9)));
    records.opportunities[0].next_talk_on = Some(ahead(2));
    assert_eq!(told(&records).2, Some(ahead(2)));
    records.opportunities[0].next_talk_on = Some(ago(2));
    assert_eq!(told(&records).2, Some(ahead(9)), "a day that passed is none");
}

#[test]
fn an_open_one_is_looked_at_again_at_each_qbr() {
    let mut records = book(vec![idea(1, "A")]);
    let revisit = |records: &Records| on(records, &Rules::default()).opportunities[0].revisit;
    assert!(!revisit(&records));
    records.held = vec![(MeetingType::StrategicReview, ago(1)), (MeetingType::Qbr, ago(20))];
    assert!(revisit(&records), "made 50 days ago");
    records.opportunities[0].revisited_on = Some(ago(20));
    assert!(!revisit(&records));
    records.opportunities[0].revisited_on = Some(ago(21));
    assert!(revisit(&records));
    records.opportunities[0].stage = OpportunityStage::Parked;
    assert!(!revisit(&records));
}

#[test]
fn what_is_next_is_said() {
    let rules = Rules::default();
    let light = |records: &Records| on(records, &rules).light;
    assert_eq!(light(&book(Vec::new())), None);
    assert_eq!(
        light(&book(vec![asked("yn-")])).as_deref(),
        Some("“More seats”: Wait: it lacks interest or frustration that they voiced.")
    );
    let ready = |id| Opportunity { id: Id(id), ..asked("yyy yyyyyy") };
    assert!(light(&book(vec![ready(1), ready(2)])).is_some_and(|text| text.contains("Pursue")));
    assert_eq!(
        light(&book(vec![ready(1), ready(2), ready(3)])).as_deref(),
        Some("3 cases to pursue: keep to 2 a quarter.")
    );
}

#[test]
fn what_was_heard_stands_beside_what_the_figures_say() {
    let mut one = idea(1, "A");
    one.hints = WordSet::of(&[Hint::NewMarket, Hint::AskedFor]);
    let found = on(&book(vec![one]), &Rules::default());
    let heard: Vec<&str> = found.opportunities[0].hints.iter().map(|one| one.hint).collect();
    assert_eq!(heard, ["asked for", "new market"]);
    assert!(found.hints.is_empty());
}

fn fields(states: &[(i64, i64, WhitespaceState, Option<i64>)]) -> Vec<Whitespace> {
    let field = |((unit, offering, state, opportunity), id): (&(i64, i64, _, Option<i64>), i64)| {
        Whitespace {
            id: Id(id),
            account_id: Id(1),
            unit_id: Id(*unit),
            offering_id: Id(*offering),
            state: *state,
            opportunity_id: opportunity.map(Id),
            note: None,
        }
    };
    states.iter().zip(1..).map(field).collect()
}

/// Two units, three offerings of which one is no longer sold.
fn market(states: &[(i64, i64, WhitespaceState, Option<i64>)]) -> Records {
    let mut records = book(vec![idea(7, "Old idea")]);
    records.units = [(1, "Plant"), (2, "Office")]
        .map(|(id, name)| Unit { id: Id(id), account_id: Id(1), name: name.to_owned() })
        .into();
    records.offerings = [(1, "Scan", None), (2, "Archive", None), (3, "Fax", Some(ago(9)))]
        .map(|(id, name, archived_on)| Offering { id: Id(id), name: name.to_owned(), archived_on })
        .into();
    records.whitespace = fields(states);
    records
}

fn counts(table: &Table) -> [usize; 5] {
    [table.won, table.open, table.possible, table.blocked, table.unknown]
}

#[test]
fn units_by_offerings() {
    use WhitespaceState::{Blocked, Possible, Won};
    let records = market(&[(1, 1, Won, None), (1, 2, Possible, None), (2, 1, Blocked, None)]);
    let found = table(&records, today());
    let names: Vec<&str> = found.offerings.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["Archive", "Scan"], "what is no longer sold is left out");
    assert_eq!(counts(&found), [1, 0, 1, 1, 1]);
    assert_eq!(found.says, "Of 4 fields: 1 won, 1 possible, 1 blocked and 1 unknown.");
    assert_eq!(found.light.as_deref(), Some("Find out about 1 field."));
    assert_eq!(found.units[1].fields[0].state, None);
    let empty = table(&book(Vec::new()), today());
    assert_eq!(counts(&empty), [0; 5]);
    assert_eq!(empty.light.as_deref(), Some("Write down what you sell."));
}

#[test]
fn ten_offerings_at_most() {
    let mut records = market(&[]);
    let offering = |id| Offering { id: Id(id), name: format!("{id:02}"), archived_on: None };
    records.offerings = (1..=12).map(offering).collect();
    let found = table(&records, today());
    assert_eq!((found.offerings.len(), found.left_out, found.unknown), (10, 2, 20));
}

#[test]
fn the_opportunity_decides_the_state_of_its_field() {
    use WhitespaceState::{Blocked, Open, Possible, Won};
    for (state, stage, wanted) in [
        (Possible, OpportunityStage::Idea, Open),
        (Open, OpportunityStage::Proposed, Open),
        (Open, OpportunityStage::Won, Won),
        (Open, OpportunityStage::Lost, Possible),
        (Open, OpportunityStage::Parked, Possible),
        (Blocked, OpportunityStage::Lost, Blocked),
    ] {
        let mut records = market(&[(1, 1, state, Some(7))]);
        records.opportunities[0].stage = stage;
        assert_eq!(state_of(&records.whitespace[0], &records.opportunities), wanted, "{stage}");
        records.opportunities.clear();
        assert_eq!(state_of(&records.whitespace[0], &records.opportunities), state);
    }
}

#[test]
fn a_possible_field_becomes_an_opportunity_in_one_commit() {
    let records = market(&[(1, 2, WhitespaceState::Possible, None)]);
    let changes = pursued(&records.whitespace[0], &records, today());
    let [Change::Opportunity(added), Change::Whitespace(edited)] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    let crate::domain::revenue::opportunity::Change::Added(idea) = added else {
        panic!("{added:?}")
    };
    assert_eq!((idea.title.as_str(), idea.stage), ("Archive for Plant", OpportunityStage::Idea));
    assert_eq!((idea.kind, idea.account_id), (Some(OpportunityKind::CrossSell), Some(Id(1))));
    let crate::domain::revenue::whitespace::Change::Edited { id, fields } = edited else {
        panic!("{edited:?}")
    };
    assert_eq!((*id, fields.len()), (Id(1), 2));
    assert_eq!(fields[1], crate::domain::revenue::whitespace::Field::OpportunityId(Some(idea.id)));
    let won = market(&[(1, 2, WhitespaceState::Won, None)]);
    assert!(pursued(&won.whitespace[0], &won, today()).is_empty());
    let open = market(&[(1, 2, WhitespaceState::Possible, Some(7))]);
    assert!(pursued(&open.whitespace[0], &open, today()).is_empty(), "it is one already");
}
