//! Changes at random, picked among the records that are there.

use super::{relation, today};
use proptest::prelude::*;
use rusqlite::Connection;
use trellis::domain::account::own_score::{self, Factor, OwnScore};
use trellis::domain::account::{self, goal, metric};
use trellis::domain::book::{external_id, setting};
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::contact::{self, Contact, Role};
use trellis::domain::feedback::{self, invitation};
use trellis::domain::plan::{cycle, priority, step, step_person};
use trellis::domain::talk::{self, person};
use trellis::domain::word::WordSet;

/// What to do, with selectors that pick among the records that are there.
#[derive(Clone, Debug)]
pub struct Act {
    pub what: u8,
    pub which: u8,
    pub other: u8,
    pub text: String,
    pub number: f64,
}

pub fn act() -> impl Strategy<Value = Act> {
    let text = prop_oneof!["[a-zäß'\"\\\\]{1,8}", any::<String>()];
    let number = prop_oneof![
        any::<f64>().prop_filter("a number", |x| !x.is_nan()),
        Just(0.1),
        Just(-0.0),
        Just(f64::MAX),
        Just(f64::INFINITY),
        Just(5e-324),
    ];
    (0_u8..24 + relation::KINDS, any::<u8>(), any::<u8>(), text, number)
        .prop_map(|(what, which, other, text, number)| Act { what, which, other, text, number })
}

/// A record of the table that is there, if any.
pub fn pick(connection: &Connection, table: &str, selector: u8) -> Option<Id> {
    let ids: Vec<i64> = connection
        .prepare(&format!("SELECT id FROM {table} ORDER BY id"))
        .expect("the table")
        .query_map([], |row| row.get(0))
        .expect("rows")
        .collect::<rusqlite::Result<_>>()
        .expect("ids");
    (!ids.is_empty()).then(|| Id(ids[usize::from(selector) % ids.len()]))
}

/// What the act comes to; nothing where there is no record to pick.
pub fn changes(connection: &Connection, act: &Act, place: i64) -> Option<Vec<Change>> {
    let pick = |table, selector| pick(connection, table, selector);
    let (which, other) = (act.which, act.other);
    let text = if act.text.is_empty() { "x".to_owned() } else { act.text.clone() };
    let optional = (other % 3 != 0).then(|| text.clone());
    let new = Id(-1 - place);
    let on_date = today() - chrono::TimeDelta::days(i64::from(other));
    Some(match act.what {
        0 | 1 => {
            let mut fresh = account::Account::named(&text, on_date);
            fresh.id = new;
            let mut person = Contact::named(&text, Some(new), on_date);
            person.note = optional;
            vec![account::Change::Added(fresh).into(), contact::Change::Added(person).into()]
        }
        2 => {
            let mut person = Contact::named(&text, pick("account", which), on_date);
            person.reports_to = pick("contact", other);
            person.roles = WordSet::of(&[Role::Champion, Role::EndUser]);
            vec![contact::Change::Added(person).into()]
        }
        3 => {
            let fields = vec![
                account::Field::Name(text),
                account::Field::Note(optional),
                account::Field::Turnover(Some(i64::MAX - i64::from(other))),
            ];
            vec![account::Change::Edited { id: pick("account", which)?, fields }.into()]
        }
        4 => {
            let fields = vec![contact::Field::ReportsTo(pick("contact", other))];
            vec![contact::Change::Edited { id: pick("contact", which)?, fields }.into()]
        }
        5 => vec![account::Change::Removed(pick("account", which)?).into()],
        6 => vec![contact::Change::Removed(pick("contact", which)?).into()],
        7 | 8 => {
            let talk = talk::Talk {
                id: new,
                two_way: other % 2 == 0,
                started_by: Some(talk::Side::Client),
                mood: Some(i64::from(other % 5) - 2),
                topics: WordSet::of(&[talk::Topic::Issue]),
                summary: text,
                quote: optional,
                ..talk::Talk::on(on_date, talk::TalkKind::Call, pick("account", which))
            };
            let with = |contact_id| person::TalkPerson {
                id: Id(0),
                talk_id: new,
                contact_id,
                on_date: today(),
                two_way: false,
            };
            let mut list = vec![talk::Change::Added(talk).into()];
            list.extend(
                pick("contact", other).map(|contact| person::Change::Added(with(contact)).into()),
            );
            list
        }
        9 => {
            let fields = vec![talk::Field::OnDate(on_date), talk::Field::TwoWay(which % 2 == 0)];
            vec![talk::Change::Edited { id: pick("talk", which)?, fields }.into()]
        }
        10 => vec![talk::Change::Removed(pick("talk", which)?).into()],
        11 => {
            let plan = cycle::Plan {
                id: new,
                account_id: pick("account", which)?,
                starts_on: on_date,
                ended_on: None,
            };
            let first = priority::Priority {
                id: Id(new.0 - 1000),
                plan_id: new,
                place: 1,
                kind: priority::PriorityKind::Repair,
                title: text.clone(),
                metric: optional,
            };
            let mut one = step::Step::titled(&text, Some(on_date), on_date);
            one.account_id = Some(plan.account_id);
            one.plan_id = Some(new);
            one.priority_id = Some(first.id);
            one.contact_id = pick("contact", other);
            vec![
                cycle::Change::Added(plan).into(),
                priority::Change::Added(first).into(),
                step::Change::Added(one).into(),
            ]
        }
        12 => {
            let fields = vec![cycle::Field::EndedOn(Some(on_date))];
            vec![cycle::Change::Edited { id: pick("plan", which)?, fields }.into()]
        }
        13 => vec![cycle::Change::Removed(pick("plan", which)?).into()],
        14 => vec![priority::Change::Removed(pick("priority", which)?).into()],
        15 => {
            let coming = step_person::StepPerson {
                id: Id(0),
                step_id: pick("step", which)?,
                contact_id: pick("contact", other)?,
            };
            vec![step_person::Change::Added(coming).into()]
        }
        16 => vec![step::Change::Removed(pick("step", which)?).into()],
        17 => {
            let goal = goal::Goal {
                start_value: 0.1 + 0.2,
                now_value: act.number,
                target_value: -act.number,
                measured_on: today(),
                ..goal::Goal::titled(pick("account", which)?, &text, on_date, today())
            };
            vec![goal::Change::Added(goal).into()]
        }
        18 => {
            let fields = vec![goal::Field::NowValue(act.number)];
            vec![goal::Change::Edited { id: pick("goal", which)?, fields }.into()]
        }
        19 => {
            let figure = metric::Metric {
                id: Id(0),
                account_id: pick("account", which)?,
                kind: metric::MetricKind::SeatsActive,
                on_date,
                amount: act.number,
                note: optional,
            };
            let digit = OwnScore {
                id: Id(0),
                account_id: pick("account", which)?,
                factor: Factor::Pulse,
                points: i64::from(other % 10) + 1,
                on_date,
                reason: None,
            };
            vec![metric::Change::Added(figure).into(), own_score::Change::Added(digit).into()]
        }
        20 => {
            let answer = feedback::Answer {
                id: Id(0),
                account_id: pick("account", which)?,
                contact_id: pick("contact", other),
                on_date,
                scale: feedback::Scale::Nps,
                points: i64::from(other % 11),
                why: optional,
                driver: None,
            };
            let asked =
                invitation::Invitation { id: Id(0), contact_id: pick("contact", other)?, on_date };
            vec![feedback::Change::Added(answer).into(), invitation::Change::Added(asked).into()]
        }
        21 => {
            let named = external_id::ExternalId {
                id: Id(0),
                source: "salesforce".to_owned(),
                kind: external_id::Kind::Contact,
                name: format!("003{}", which % 4),
                account_id: None,
                contact_id: Some(pick("contact", other)?),
                opportunity_id: None,
                talk_id: None,
                step_id: None,
                seen: "{}".to_owned(),
            };
            vec![external_id::Change::Added(named).into()]
        }
        22 => {
            let fields = vec![external_id::Field::Name(format!("003{}", other % 4))];
            vec![external_id::Change::Edited { id: pick("external_id", which)?, fields }.into()]
        }
        23 => {
            let key = format!("key {}", which % 3);
            let one = setting::Setting { id: Id(0), key, content: text };
            vec![setting::Change::Added(one).into()]
        }
        _ => relation::changes(connection, act, new)?,
    })
}
