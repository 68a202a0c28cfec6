//! The story of small books, told by hand.

use super::*;
use crate::domain::account::contract::{Contract, NoticeUnit, Renewal};
use crate::domain::account::own_score::{Factor, OwnScore};
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::contact::Contact;
use crate::domain::feedback::{Answer, Scale};
use crate::domain::money::Currency;
use crate::domain::plan::step::{Step, StepKind, StepStatus};
use crate::domain::rank::rank;
use crate::domain::records::{ScorePoint, TalkFact};
use crate::domain::revenue::RevenueKind;
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::talk::TalkKind;
use ThingKind::{Notice, Promise, Signal};

fn account(id: i64, name: &str, edit: impl FnOnce(&mut Records)) -> Records {
    let mut account = Account::named(name, ago(400));
    account.id = Id(id);
    let mut records = Records::bare(account);
    let mut contact = Contact::named("K. Ott", Some(Id(id)), ago(300));
    contact.id = Id(id * 100 + 1);
    records.contacts.push(contact);
    edit(&mut records);
    records
}

fn next(records: &Records, from: i64, many: usize) -> Id {
    Id(records.account.id.0 * 100 + from + i64::try_from(many).expect("few"))
}

fn paid(records: &mut Records, on: NaiveDate, kind: RevenueKind, euros: i64) {
    records.revenue.push(Revenue {
        id: next(records, 50, records.revenue.len()),
        account_id: records.account.id,
        on_date: on,
        kind,
        amount: euros * 100,
        currency: Currency::EUR,
        note: None,
    });
}

fn step(records: &mut Records, title: &str, due: NaiveDate, edit: impl FnOnce(&mut Step)) {
    let mut step = Step::titled(title, Some(due), ago(30));
    step.id = next(records, 70, records.steps.len());
    step.account_id = Some(records.account.id);
    edit(&mut step);
    records.steps.push(step);
}

fn never() -> Reviewed {
    let (today, from) = (today(), ago(6));
    Reviewed { today, from, opened_on: None, running: false, looked: 0, of: 0 }
}

fn told_with(book: Vec<Records>, reviewed: Reviewed, rules: &Rules) -> Story {
    let around = Around { in_use: vec![Factor::Pulse], ..Around::default() };
    let mut tally = Tally::of_week(today());
    let standings: Vec<Standing> =
        book.iter().map(|records| assess(records, &around, rules, today())).collect();
    for (records, standing) in book.into_iter().zip(&standings) {
        let eve = tally.eve().max(records.account.created_on);
        let since = Since { on: eve, ..Since::review(Some(eve), &records.account) };
        tally.add(records, standing, &since, rules);
    }
    let ranking = rank(&standings, rules, today());
    tally.finish(&standings, &ranking, reviewed, rules)
}

fn told(book: Vec<Records>) -> Story {
    told_with(book, never(), &Rules::default())
}

/// The text of the sentence with this label.
fn said<'a>(of: &'a [Sentence], label: &str) -> &'a str {
    of.iter().find(|one| one.label == label).map_or("", |one| one.text.as_str())
}

#[test]
fn an_empty_book_says_so() {
    let story = told(Vec::new());
    assert_eq!((story.from, story.until), (ago(6), ahead(7)));
    let all: Vec<&str> = story.moved.iter().chain(&story.ahead).map(|one| &*one.text).collect();
    assert_eq!(
        all,
        ["The book has no account that counts yet.", "Nothing falls due in the next seven days."]
    );
    assert!(story.things.is_empty());
}

#[test]
fn arr_is_told_by_who_moved_it_in_the_seven_days() {
    use RevenueKind::{Churn, Contraction, Expansion, New, Opening};
    let book = vec![
        account(1, "Contoso", |one| {
            paid(one, ago(400), Opening, 100_000);
            paid(one, ago(7), Expansion, 5_000);
            paid(one, ago(6), Expansion, 40_000);
        }),
        account(2, "Litware", |one| {
            paid(one, ago(500), Opening, 60_000);
            paid(one, today(), Churn, -60_000);
        }),
        account(3, "Adatum", |one| paid(one, ago(2), New, 20_000)),
        account(4, "Fabrikam", |one| {
            paid(one, ago(400), Opening, 9_000);
            paid(one, ago(1), Contraction, -4_000);
        }),
    ];
    let story = told(book);
    let arr = &story.moved[0];
    assert_eq!(arr.text, "€170k, −4k in the week: Litware −60k (lost) and 3 more.");
    assert!(arr.alarm);
    assert_eq!(
        arr.says,
        ["€174k at the end of Sun 15 Nov; new +20k, expansion +40k, contraction −4k, churn −60k; \
          €170k today."]
    );
    let on: Vec<(&str, &str)> = arr.on.iter().map(|one| (&*one.name, &*one.text)).collect();
    assert_eq!(on[..2], [("Litware", "60k → 0"), ("Contoso", "105k → 145k")]);
    // A year ago 169k were paid by three: today 145k + 0 + 5k of it; a week ago 105k + 60k + 9k.
    assert_eq!(
        said(&story.moved, "retention"),
        "Net retention of 365 days 89 % (of 3 accounts) (−14 in the week), gross 62 % (−38 in the \
         week)."
    );
}

#[test]
fn no_rate_is_named_and_left_out_and_nothing_a_year_ago_tells_no_retention() {
    let story = told(vec![
        account(1, "Contoso", |one| paid(one, ago(100), RevenueKind::Opening, 50_000)),
        account(2, "Litware", |one| {
            paid(one, ago(400), RevenueKind::Opening, 50_000);
            one.revenue[0].currency = Currency::from_code("SEK").expect("a code");
        }),
    ]);
    assert_eq!(said(&story.moved, "ARR"), "€50k, nothing moved.");
    assert_eq!(story.moved[0].says[1], "Left out: Litware, no rate for SEK.");
    assert_eq!(said(&story.moved, "retention"), "");
}

fn felt(records: &mut Records, points: i64, was: Option<f64>) {
    for factor in [Factor::Pulse, Factor::Payment, Factor::Value] {
        records.own_scores.push(OwnScore {
            id: Id(1),
            account_id: records.account.id,
            factor,
            points,
            on_date: ago(1),
            reason: None,
        });
    }
    let point = |score| ScorePoint {
        on_date: ago(30),
        score: Some(score),
        known: 0.9,
        rules_changed: false,
    };
    records.history.extend(was.map(point));
}

#[test]
fn scores_that_crossed_are_told_worse_first() {
    let story = told(vec![
        account(1, "Contoso", |one| felt(one, 5, Some(7.0))),
        account(2, "Litware", |one| felt(one, 7, Some(5.8))),
        account(3, "Adatum", |one| felt(one, 7, Some(6.1))),
        account(4, "Fabrikam", |one| felt(one, 5, None)),
    ]);
    let scores = story.moved.iter().find(|one| one.label == "scores").expect("scores");
    assert_eq!(
        scores.text,
        "Worse: Contoso 7.0 → 5.0 (risk). Better: Litware 5.8 → 7.0 (watch). 2 are in risk."
    );
    assert_eq!(scores.says, ["Today: 2 in risk, 2 to watch, 0 healthy, 0 unknown."]);
    let on: Vec<&str> = scores.on.iter().map(|one| &*one.name).collect();
    assert_eq!(on, ["Contoso", "Litware", "Contoso", "Fabrikam"], "and who stands in risk");
    assert!(scores.alarm);
}

fn answer(records: &Records, id: i64, days: u64, points: i64) -> Answer {
    Answer {
        id: Id(id),
        account_id: records.account.id,
        contact_id: Some(records.contacts[0].id),
        on_date: ago(days),
        scale: Scale::Nps,
        points,
        why: None,
        driver: None,
    }
}

fn talk(days: u64, missed: bool) -> TalkFact {
    TalkFact { id: Id(9), missed, two_way: !missed, ..TalkFact::on(ago(days), TalkKind::Meeting) }
}

#[test]
fn what_happened_in_the_week_and_not_before_it() {
    let mut reviewed = Reviewed { opened_on: Some(ago(2)), looked: 11, of: 12, ..never() };
    let book = |days: u64| {
        vec![
            account(1, "Contoso", |one| {
                one.answers = vec![answer(one, 11, days, 9)];
                one.talks = vec![talk(days, false), talk(days, false), talk(days, true)];
                one.contacts[0].left_on = Some(ago(days));
                step(one, "ROI sheet", ago(days), |one| {
                    one.kind = StepKind::Promise;
                    one.status = StepStatus::Done;
                    one.done_on = Some(ago(days));
                });
                step(one, "Call", ago(days), |one| {
                    one.status = StepStatus::Done;
                    one.done_on = Some(ago(days));
                });
            }),
            account(2, "Litware", |one| one.answers = vec![answer(one, 12, days, 3)]),
        ]
    };
    let story = told_with(book(6), reviewed, &Rules::default());
    for (label, text) in [
        ("answers", "K. Ott answered 3 (Litware), K. Ott answered 9 (Contoso)."),
        ("people", "K. Ott left (Contoso)."),
        ("promises", "1 kept: ROI sheet (Contoso)."),
        ("work", "2 talks with 1 account, 1 meeting missed, 1 step done; review held Fri 20 Nov."),
    ] {
        assert_eq!(said(&story.moved, label), text, "{label}");
    }
    reviewed.opened_on = Some(ago(9));
    let story = told_with(book(7), reviewed, &Rules::default());
    for (label, text) in [
        ("answers", ""),
        ("people", ""),
        ("promises", ""),
        ("work", "No talk, no step done; no review since 13 Nov."),
    ] {
        assert_eq!(said(&story.moved, label), text, "{label}");
    }
}

#[test]
fn who_was_lost_and_who_came_are_named() {
    let mut settled = account(3, "Adatum", |_| {});
    let mut contract = Contract::of(Id(3));
    (contract.renewal, contract.outcome_on) = (Renewal::Signed, Some(ago(2)));
    settled.contract = Some(contract);
    let story = told(vec![
        settled,
        account(1, "Contoso", |one| {
            one.account.status = Status::Lost;
            one.account.lost_on = Some(ago(3));
        }),
        account(2, "Litware", |one| one.account.created_on = ago(6)),
    ]);
    let text = "Lost: Contoso. Renewals: Adatum signed. New in the book: Litware.";
    assert_eq!(said(&story.moved, "accounts"), text);
}

#[test]
fn the_three_are_act_signals_then_promises_and_notices_then_what_comes_soon() {
    let late = |id: i64, name: &str, euros: i64| {
        account(id, name, |one| {
            paid(one, ago(400), RevenueKind::Opening, euros);
            step(one, "Offer", ago(3), |one| one.kind = StepKind::Promise);
        })
    };
    let promised = |id: i64, days: u64| {
        account(id, "Adatum", |one| {
            step(one, "ROI sheet", ahead(days), |one| one.kind = StepKind::Promise);
        })
    };
    let notice = account(5, "Fabrikam", |one| {
        let mut contract = Contract::of(Id(5));
        contract.id = Id(55);
        contract.ends_on = Some(ahead(36));
        (contract.notice_count, contract.notice_unit) = (Some(30), Some(NoticeUnit::Days));
        contract.auto_renews = Some(true);
        contract.renewal = Renewal::VerbalYes;
        one.contract = Some(contract);
    });
    let kinds = |book: Vec<Records>| -> Vec<(ThingKind, i64)> {
        told(book).things.iter().map(|one| (one.kind, one.account.0)).collect()
    };
    assert_eq!(
        kinds(vec![late(1, "Contoso", 10), late(2, "Litware", 90), promised(3, 2), notice.clone()]),
        [(Signal, 2), (Signal, 1), (Promise, 3)]
    );
    assert_eq!(kinds(vec![notice, promised(3, 7), promised(4, 8)]), [(Notice, 5), (Promise, 3)]);
    let story = told(vec![late(1, "Contoso", 10)]);
    let thing = &story.things[0];
    assert_eq!((thing.signal, thing.answer), (Some("promise-late"), Some("done")));
    assert_eq!(thing.playbook, Some("recover from a mistake"));
}

#[test]
fn the_week_ahead_is_told_by_kind() {
    let mut rules = Rules::default();
    rules.away = vec![(ahead(4), ahead(6))];
    let story = told_with(
        vec![account(1, "Contoso", |one| {
            step(one, "QBR", ahead(2), |one| {
                one.kind = StepKind::Meeting;
                one.at_time = Some("09:30".to_owned());
            });
            step(one, "ROI sheet", ahead(3), |one| {
                one.kind = StepKind::Promise;
                one.checked_by = Some("me".to_owned());
            });
            step(one, "Call", ahead(7), |_| {});
            step(one, "Later", ahead(8), |_| {});
            step(one, "Offer", ago(2), |_| {});
        })],
        never(),
        &rules,
    );
    for (label, text) in [
        ("meetings", "Contoso Tue 24 09:30."),
        ("promises", "Contoso Wed 25."),
        ("steps", "1 step of yours, 1 late."),
        ("away", "You are away Thu 26 Nov to Sat 28 Nov."),
    ] {
        assert_eq!(said(&story.ahead, label), text, "{label}");
    }
}

#[test]
fn a_line_tells_what_it_has_room_for_and_counts_the_rest() {
    let parts = |many: usize| vec!["twenty letters, yes.".to_owned(); many];
    let one = "twenty letters, yes.";
    assert_eq!(super::told::line("", &parts(1)), format!("{one}."));
    assert_eq!(super::told::line("", &parts(2)), format!("{one}, {one}."));
    assert_eq!(super::told::line("", &parts(3)), format!("{one}, {one} and 1 more."));
    assert_eq!(
        super::told::line(&"x".repeat(90), &parts(2)),
        format!("{}{one} and 1 more.", "x".repeat(90))
    );
}
