//! Books that nobody thought of: what must hold for all records whatsoever.

mod heard;
mod page;
mod relation;
mod renewal;
mod what_if;

use super::account::contract::{Contract, NoticeUnit, Renewal};
use super::account::goal::Goal;
use super::account::metric::{Metric, MetricKind};
use super::account::own_score::{Factor, OwnScore};
use super::account::{Account, Status, Tier};
use super::around::Around;
use super::assess::assess;
use super::cell::Id;
use super::contact::{Contact, Level, Role};
use super::expansion::expansion;
use super::feedback::invitation::Invitation;
use super::feedback::{Answer, Scale};
use super::growth::growth;
use super::money::Currency;
use super::plan::cycle::Plan;
use super::plan::step::{MeetingType, Step, StepKind, StepStatus};
use super::rank::rank;
use super::records::{Records, ScorePoint, TalkFact};
use super::revenue::{Revenue, RevenueKind};
use super::rules::Rules;
use super::signal::trial::today;
use super::standing::{Ranking, Standing};
use super::talk::{Side, TalkKind, Topic};
use super::word::WordSet;
use chrono::Duration;
use proptest::prelude::*;
use std::cmp::Reverse;

/// One fact: what it is, how many days ago, a figure, and which of several it concerns.
type Fact = (u8, i64, i64, usize);

fn pick<T: Copy>(all: &[T], place: usize) -> T {
    all[place % all.len()]
}

fn add(records: &mut Records, id: Id, (what, days, figure, which): Fact) {
    let on_date = today() - Duration::days(days);
    let account_id = records.account.id;
    let someone = records.contacts.get(which).map(|contact| contact.id);
    match what {
        0 | 1 => {
            let mut contact = Contact::named("J. Roy", Some(account_id), on_date);
            contact.id = id;
            contact.level = Level::ALL.get(which).copied();
            contact.verified_on = (figure > 0).then_some(on_date);
            contact.left_on = (figure > 8).then_some(on_date);
            contact.birthday = (figure < 0).then_some(on_date);
            contact.roles = WordSet::of(&[pick(Role::ALL, which)]);
            records.contacts.push(contact);
        }
        2 | 3 => {
            records.talks.push(TalkFact {
                id,
                on_date,
                kind: TalkKind::Call,
                two_way: figure > 0,
                missed: figure < 0,
                started_by: Side::ALL.get(which).copied(),
                mood: (-2..=2).contains(&figure).then_some(figure),
                people: someone.into_iter().collect(),
                topics: WordSet::of(Topic::ALL.get(which..which + 1).unwrap_or_default()),
                opportunity_id: records.opportunities.get(which).map(|one| one.id),
            });
            if figure > 0 {
                records.last_two_way_on = records.last_two_way_on.max(Some(on_date));
                records.last_two_way_with.extend(someone.map(|one| (one, on_date)));
            }
        }
        4 | 5 => records.answers.push(Answer {
            id,
            account_id,
            contact_id: someone,
            on_date,
            scale: if which == 5 { Scale::Value } else { Scale::Nps },
            points: figure.clamp(0, 10),
            why: None,
            driver: None,
        }),
        6 => records.invitations.extend(someone.map(|contact_id| Invitation {
            id,
            contact_id,
            on_date,
        })),
        7 | 8 => {
            let kind = pick(MetricKind::ALL, which + (days % 5).unsigned_abs() as usize);
            let early = kind == MetricKind::InvoiceDaysLate;
            let amount = if early { figure } else { figure.max(0) } as f64;
            records.metrics.push(Metric { id, account_id, kind, on_date, amount, note: None });
        }
        9 => records.goals.push(Goal {
            id,
            start_value: which as f64,
            now_value: figure as f64,
            target_value: (figure % 4) as f64,
            measured_on: on_date,
            ..Goal::titled(account_id, "their goal", on_date, on_date + Duration::days(figure * 30))
        }),
        10 => records.revenue.push(Revenue {
            id,
            account_id,
            on_date,
            kind: pick(RevenueKind::ALL, which),
            amount: figure * 1_000_000,
            currency: Currency::EUR,
            note: None,
        }),
        11 => records.own_scores.push(OwnScore {
            id,
            account_id,
            factor: pick(Factor::ALL, which + figure.unsigned_abs() as usize),
            points: figure.clamp(1, 10),
            on_date,
            reason: None,
        }),
        12 => {
            let due = today() + Duration::days(figure * 5);
            let mut step = Step::titled("Call", Some(due), on_date);
            step.id = id;
            step.plan_id = records.plan.as_ref().map(|plan| plan.id);
            step.kind = pick(StepKind::ALL, which);
            step.status = pick(StepStatus::ALL, days.unsigned_abs() as usize);
            step.done_on = (step.status == StepStatus::Done).then_some(on_date);
            step.meeting_type = MeetingType::ALL.get(which).copied();
            records.steps.push(step);
        }
        13 => {
            records.contract = Some(Contract {
                id,
                ends_on: Some(today() + Duration::days(figure * 20)),
                notice_count: Some(days % 7),
                notice_unit: Some(pick(NoticeUnit::ALL, which)),
                auto_renews: Some(days % 2 == 0),
                renewal: pick(Renewal::ALL, which),
                ..Contract::of(account_id)
            });
            records.plan = Some(Plan { id, account_id, starts_on: on_date, ended_on: None });
        }
        14 => {
            let score = (figure > 0).then_some(figure as f64);
            let rules_changed = figure > 9;
            records.history.push(ScorePoint { on_date, score, known: 0.7, rules_changed });
        }
        _ => relation::add(records, id, (what - 15, days, figure, which)),
    }
}

fn account(id: i64, status: usize, tier: usize, facts: Vec<Fact>) -> Records {
    let mut account = Account::named(&format!("A{}", id % 3), today() - Duration::days(200));
    account.id = Id(id);
    account.status = pick(Status::ALL, status);
    account.tier = Tier::ALL.get(tier).copied();
    let mut records = Records::bare(account);
    for (fact, place) in facts.into_iter().zip(1..) {
        add(&mut records, Id(id * 1_000 + place), fact);
    }
    records.talks.sort_by_key(|talk| Reverse((talk.on_date, talk.id)));
    records.answers.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.metrics.sort_by_key(|one| Reverse((one.on_date, one.id)));
    records.history.sort_by_key(|point| point.on_date);
    relation::order(&mut records);
    records
}

prop_compose! {
    fn any_records()(
        status in 0_usize..6,
        tier in 0_usize..4,
        facts in proptest::collection::vec((0_u8..15 + relation::KINDS, 0_i64..700, -4_i64..12, 0_usize..6), 0..40),
    ) -> (usize, usize, Vec<Fact>) {
        (status, tier, facts)
    }
}

/// The records of an account, active ones more often than not.
fn record_of((status, tier, facts): (usize, usize, Vec<Fact>), id: i64) -> Records {
    account(id, if status > 3 { 1 } else { status }, tier, facts)
}

fn standings(accounts: Vec<(usize, usize, Vec<Fact>)>) -> Vec<Standing> {
    let accounts = accounts.into_iter().zip(1..);
    let around = Around {
        in_use: vec![Factor::Pulse, Factor::Contact],
        ask_plan: vec![Id(1)],
        ..Around::default()
    };
    accounts
        .map(|(facts, id)| {
            let records = record_of(facts, id);
            assess(&records, &around, &Rules::default(), today())
        })
        .collect()
}

fn order(ranking: &Ranking) -> Vec<Id> {
    ranking.rows.iter().map(|row| row.account).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_figure_is_a_number_and_every_sentence_a_sentence(facts in any_records()) {
        let found = standings(vec![facts]).remove(0);
        let score = &found.score;
        let figures = score.factors.iter().flat_map(|one| {
            [one.score.unwrap_or(1.0), one.measured.unwrap_or(1.0), 1.0 + one.costs]
        });
        for figure in figures.chain([score.low, score.high, score.value.unwrap_or(1.0)]) {
            prop_assert!((1.0 - 1e-9..=10.0 + 1e-9).contains(&figure), "{figure}");
        }
        let shares = [Some(score.known), found.map.coverage, found.progress.completion];
        for share in shares.into_iter().flatten() {
            prop_assert!((0.0..=1.0 + 1e-12).contains(&share), "{share}");
        }
        prop_assert!(score.trend.is_none_or(f64::is_finite));
        prop_assert!(found.map.nps.is_none_or(|nps| (-100..=100).contains(&nps)));
        let costs: f64 = score.factors.iter().map(|one| one.costs).sum();
        prop_assert!((costs - score.value.map_or(0.0, |value| 10.0 - value)).abs() < 1e-9);
        prop_assert!(found.signals.is_empty() || found.in_book);
        let mut codes: Vec<&str> = found.signals.iter().map(|one| one.code).collect();
        codes.sort_unstable();
        codes.dedup();
        prop_assert_eq!(codes.len(), found.signals.len());
        prop_assert!(found.signals.iter().filter(|one| one.gap && !one.silenced).count() <= 1);
        let told = found.signals.iter().map(|one| &one.text);
        let behind = found.signals.iter().flat_map(|one| &one.swallowed).map(|(_, text)| text);
        for text in told.chain(behind) {
            prop_assert!(text.starts_with(|sign: char| sign.is_uppercase() || "“0123456789".contains(sign)), "{text}");
            for wrong in ["NaN", " inf ", "inf.", "None", "  ", " .", "..", " -", "−0 "] {
                prop_assert!(!text.contains(wrong), "{text}");
            }
        }
    }

    #[test]
    fn growth_is_told_in_numbers_and_sentences((status, tier, facts) in any_records()) {
        let (rules, around) = (Rules::default(), Around::default());
        let records = account(1, status, tier, facts);
        let standing = assess(&records, &around, &rules, today());
        let growth = growth(&records, &standing, &rules, today());
        let expansion = expansion(&records, &standing, &rules, today());
        let shares = [growth.ladder.growth_share, growth.ladder.reactive.share];
        for share in shares.into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&share), "{share}");
        }
        prop_assert!(growth.movement.share.is_none_or(f64::is_finite));
        prop_assert!(growth.ladder.mood.is_none_or(|mood| (-2.0..=2.0).contains(&mood)));
        for goal in &growth.success_plan.goals {
            prop_assert!(goal.progress.is_none_or(|share| (0.0..=1.0).contains(&share)));
        }
        for quarter in [&growth.value.this_quarter, &growth.value.last_quarter] {
            for sum in &quarter.sums {
                prop_assert!(sum.amount.is_finite() && sum.confirmed <= sum.amount.max(0.0));
            }
        }
        let asked = if matches!(records.account.tier, None | Some(Tier::Maintenance)) { 3 } else { 6 };
        prop_assert_eq!(growth.steps.asked, asked);
        let mut said = vec![&growth.ladder.says, &growth.movement.says, &growth.steps.says];
        said.extend([&growth.understanding.says, &growth.qualified.says, &growth.success_plan.says]);
        said.extend([&growth.value.this_quarter.says, &expansion.says, &expansion.whitespace.says]);
        said.extend(growth.steps.steps.iter().flat_map(|one| [Some(&one.why), one.light.as_ref()]).flatten());
        said.extend(growth.ladder.light.iter().chain(&growth.value.light).chain(&expansion.light));
        said.extend(expansion.opportunities.iter().filter_map(|one| Some(&one.judged.as_ref()?.says)));
        said.extend(expansion.hints.iter().map(|one| &one.text));
        for text in said {
            prop_assert!(text.ends_with(['.', '!', '?']), "{text}");
            for wrong in ["NaN", " inf ", "inf.", "inf%", "None", "  ", " .", "..", " -", "−0 "] {
                prop_assert!(!text.contains(wrong), "{text}");
            }
        }
        let mut closed = false;
        for one in &expansion.opportunities {
            prop_assert!(!closed || one.judged.is_none(), "open ones first");
            closed |= one.judged.is_none();
            prop_assert!(one.rank.is_none() || one.ease.is_some() && one.value.is_some());
        }
    }

    #[test]
    fn the_order_is_total_and_does_not_depend_on_where_it_starts(
        accounts in proptest::collection::vec(any_records(), 0..14),
        turn in 0_usize..14,
    ) {
        let rules = Rules::default();
        let mut book = standings(accounts);
        let ranking = rank(&book, &rules, today());
        let mut ids = order(&ranking);
        prop_assert_eq!(&rank(&book, &rules, today()), &ranking);
        book.reverse();
        let turn = turn % book.len().max(1);
        book.rotate_left(turn);
        prop_assert_eq!(&rank(&book, &rules, today()), &ranking);
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), book.len(), "each account once");
        for row in &ranking.rows {
            prop_assert!(row.weight.is_finite() && row.weight >= 0.0);
            prop_assert!((0.0..=1.0).contains(&row.arr_percentile));
            let whole = (row.strongest + row.rest) * (1.0 + 2.0 * row.arr_percentile);
            prop_assert!((row.weight - whole).abs() < 1e-12 && row.rest <= 4.0);
            prop_assert!(row.why.chars().count() <= 12, "{}", row.why);
        }
        for pair in ranking.rows.windows(2) {
            let place = |at: usize| (pair[at].group, !pair[at].pushed);
            prop_assert!(place(0) <= place(1));
            prop_assert!(place(0) < place(1) || pair[0].weight >= pair[1].weight);
        }
    }
}
