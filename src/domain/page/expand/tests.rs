//! The tab, line by line.

use super::super::trial::{Trial, doing, entry, told};
use super::super::{Kind, Link, Sheet};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::money::Currency;
use crate::domain::plan::step::{self, MeetingType, StepKind};
use crate::domain::revenue::ask::{Ask, AskKind};
use crate::domain::revenue::offering::Offering;
use crate::domain::revenue::opportunity::{self, Field, Opportunity, OpportunityStage};
use crate::domain::revenue::unit::Unit;
use crate::domain::revenue::whitespace::{Whitespace, WhitespaceState};
use crate::domain::signal::trial::{ago, ahead};

fn worth(one: &mut Opportunity, euros: i64, ease: i64) {
    one.amount = Some(euros * 100);
    one.currency = Some(Currency::EUR);
    one.ease = Some(ease);
}

/// Three yes and five checks.
fn ready(one: &mut Opportunity) {
    let yes = Some(true);
    (one.solves_problem, one.voiced_interest, one.timing_right) = (yes, yes, yes);
    (one.fits_goals, one.measurable_case, one.champion_inside) = (yes, yes, yes);
    (one.deliverable, one.budget_timing) = (yes, yes);
}

fn has(lines: &[String], wanted: &str) {
    assert!(lines.iter().any(|line| line == wanted), "{wanted} in {lines:#?}");
}

#[test]
fn the_first_by_rank_leads_and_asks_what_comes_next() {
    let mut trial = Trial::new();
    let champion = trial.contact("J. Roy");
    // 120k × 3/5 = 72k goes before 90k × 2/5 = 36k.
    let night = trial.opportunity("Night shift", |one| worth(one, 90_000, 2));
    let docks = trial.opportunity("Dock planning", |one| {
        worth(one, 120_000, 3);
        one.champion_id = Some(champion);
        one.solves_problem = Some(true);
    });
    let page = trial.page(Sheet::Expand);
    assert_eq!(page.figure, "2 open");
    assert_eq!(
        told(&page)[..5],
        [
            "# Opportunities  2 open",
            "Dock planning | 120k | 3/5 | validate | idea | no talk",
            "asks: Have they voiced interest or frustration? · 7 more",
            "Night shift | 90k | 2/5 | validate | idea | no talk",
            "asks: Does it solve a real problem of theirs? · 8 more",
        ]
    );
    let ground = &entry(&page, &format!("opportunity {}", docks.0)).ground;
    assert_eq!(ground.says[1], "Rank €72k: €120k a year × ease 3 ÷ 5.");
    assert_eq!(ground.proofs[0].text, "Does it solve a real problem of theirs?  yes");
    assert_eq!(ground.proofs[1].text, "Have they voiced interest or frustration?  not asked");
    let yes = doing(&page, &format!("opportunity {} asks", docks.0));
    let fields = vec![Field::VoicedInterest(Some(true))];
    let wanted = opportunity::Change::Edited { id: docks, fields };
    assert_eq!(yes.changes, [Change::from(wanted)]);
    assert_eq!(yes.expected.len(), 1);
    let talk = doing(&page, &format!("opportunity {}", docks.0));
    let [Change::Step(step::Change::Added(step))] = talk.changes.as_slice() else { panic!() };
    // In a week, a Sunday: the Monday after.
    assert_eq!((step.due_on, step.contact_id), (Some(ahead(8)), Some(champion)));
    assert_eq!((step.kind, step.opportunity_id), (StepKind::Meeting, Some(docks)));
    assert_eq!(step.meeting_type, Some(MeetingType::GrowthConversation));
    assert_eq!(talk.label, "Contoso: talk about “Dock planning” on Mon 30 Nov");
    assert!(page.entries().any(|one| one.key == format!("opportunity {}", night.0)));
}

#[test]
fn a_case_to_pursue_asks_nothing_and_plans_its_talk() {
    let mut trial = Trial::new();
    let id = trial.opportunity("Dock planning", |one| {
        worth(one, 120_000, 3);
        ready(one);
        one.stage = OpportunityStage::Validated;
    });
    let page = trial.page(Sheet::Expand);
    assert_eq!(page.figure, "1 open, 1 to pursue");
    let found = told(&page);
    has(&found, "# Opportunities  1 open · 1 to pursue · €120k validated or proposed");
    has(&found, "Dock planning | 120k | 3/5 | pursue | validated | no talk");
    assert!(!found.iter().any(|line| line.starts_with("asks")), "{found:#?}");
    let talk = doing(&page, &format!("opportunity {}", id.0));
    let [Change::Step(step::Change::Added(step))] = talk.changes.as_slice() else { panic!() };
    assert_eq!(step.signal.as_deref(), Some("expansion-ready"));
    trial.records.opportunities[0].next_talk_on = Some(ahead(5));
    let page = trial.page(Sheet::Expand);
    has(&told(&page), "Dock planning | 120k | 3/5 | pursue | validated | talk 27 Nov");
    assert_eq!(entry(&page, &format!("opportunity {}", id.0)).doing, None);
}

#[test]
fn a_no_of_the_three_waits_and_says_so() {
    let mut trial = Trial::new();
    trial.opportunity("Dock planning", |one| {
        ready(one);
        one.timing_right = Some(false);
    });
    let found = told(&trial.page(Sheet::Expand));
    has(&found, "Dock planning | – | – | wait | idea | no talk");
    has(&found, "asks: no: Is the timing right? · 1 more");
}

#[test]
fn nothing_open_says_what_the_tab_is_for() {
    let page = Trial::new().page(Sheet::Expand);
    let found = told(&page);
    assert_eq!(page.figure, "");
    has(&found, "+ first opportunity");
    has(&found, "+ something that we sell");
    has(&found, "+ a part of the client that buys for itself");
}

fn field(id: i64, unit: i64, offering: i64, state: WhitespaceState) -> Whitespace {
    Whitespace {
        id: Id(id),
        account_id: Id(1),
        unit_id: Id(unit),
        offering_id: Id(offering),
        state,
        opportunity_id: None,
        note: None,
    }
}

fn grid(offerings: &[&str]) -> Trial {
    let mut trial = Trial::new();
    let unit = |id, name: &str| Unit { id: Id(id), account_id: Id(1), name: name.to_owned() };
    trial.records.units = vec![unit(1, "Branches"), unit(2, "Head office")];
    let offered = offerings.iter().zip(1..);
    trial.records.offerings = offered
        .map(|(name, id)| Offering { id: Id(id), name: (*name).to_owned(), archived_on: None })
        .collect();
    trial.records.whitespace = vec![
        field(11, 1, 1, WhitespaceState::Won),
        field(12, 1, 2, WhitespaceState::Possible),
        field(13, 2, 2, WhitespaceState::Blocked),
    ];
    trial
}

#[test]
fn what_they_do_not_buy_yet_is_a_grid_and_a_possible_one_is_one_key_away() {
    let trial = grid(&["Appointments", "Training"]);
    let page = trial.page(Sheet::Expand);
    let found = told(&page);
    let at = found.iter().position(|line| line.starts_with("# Not bought")).expect("the grid");
    assert_eq!(
        found[at..],
        [
            "# Not bought yet  ● 1 won · ○ 1 possible · ✕ 1 blocked · ? 1 unknown",
            "Appointments | Training",
            "Branches | ● won | ○ possible",
            "Head office | ? | ✕ blocked",
            "○ Training for Branches | possible",
            "? Head office: Appointments",
        ]
    );
    let made = doing(&page, "whitespace 12");
    assert_eq!(made.label, "Contoso: opportunity “Training for Branches”");
    assert_eq!((made.changes.len(), made.expected.len()), (2, 2));
    let unknown = entry(&page, "unknown 2");
    assert_eq!(unknown.link, Some(Link::new(Kind::Whitespace).about(Id(2))));
}

#[test]
fn many_offerings_are_numbered() {
    let trial = grid(&["Appointments", "Training", "Workplace", "Zoning"]);
    let found = told(&trial.page(Sheet::Expand));
    has(&found, "1 | 2 | 3 | 4");
    has(&found, "Branches | ● | ○ | ? | ?");
    has(&found, "1 Appointments · 2 Training · 3 Workplace · 4 Zoning");
}

#[test]
fn a_promoter_who_was_never_asked_is_asked_with_one_key() {
    let mut trial = Trial::new();
    let who = trial.contact("M. Ito");
    let answer = Answer {
        id: Id(5),
        account_id: Id(1),
        contact_id: Some(who),
        on_date: ago(20),
        scale: Scale::Nps,
        points: 9,
        why: Some("They know us".to_owned()),
        driver: None,
    };
    trial.records.answers.push(answer);
    let page = trial.page(Sheet::Expand);
    has(&told(&page), "promoters: M. Ito 9 · never asked for anything");
    let asks = entry(&page, "advocates");
    assert_eq!(asks.link, Some(Link::new(Kind::Ask).about(who)));
    assert_eq!(asks.ground.proofs[0].text, "M. Ito gave 9: “They know us”");
    let [Change::Step(step::Change::Added(step))] = doing(&page, "advocates").changes.as_slice()
    else {
        panic!()
    };
    assert_eq!(step.title, "Ask M. Ito for a referral, a review or a quote");
    trial.records.asks.push(Ask {
        id: Id(6),
        account_id: Id(1),
        contact_id: Some(who),
        on_date: ago(3),
        kind: AskKind::Referral,
        granted: None,
        note: None,
    });
    let page = trial.page(Sheet::Expand);
    has(&told(&page), "19 Nov | referral | ? no answer yet | M. Ito");
    assert_eq!(doing(&page, "ask 6").label, "Contoso: referral granted by M. Ito");
    assert_eq!(entry(&page, "advocates").doing, None);
}

#[test]
fn what_is_closed_comes_last() {
    let mut trial = Trial::new();
    trial.opportunity("Dock planning", |one| {
        worth(one, 40_000, 3);
        one.stage = OpportunityStage::Lost;
        one.closed_on = Some(ago(20));
        one.lost_reason = Some("no budget".to_owned());
    });
    let found = told(&trial.page(Sheet::Expand));
    assert_eq!(
        found.last().map(String::as_str),
        Some("✕ lost | 2 Nov | Dock planning  no budget | 40k")
    );
}
