//! The minutes, whole.

use super::*;
use crate::domain::account::Account;
use crate::domain::account::own_score::Factor;
use crate::domain::review::ritual::{Outcome, kept};
use crate::domain::signal::trial::{ago, ahead, today};

fn review() -> Review {
    Review {
        id: Id(9),
        opened_on: today(),
        closed_on: None,
        steps_before: 40,
        everybody: false,
        minutes: None,
    }
}

fn visit(account: i64, queued: bool, result: Option<VisitResult>) -> Visit {
    Visit {
        id: Id(account),
        review_id: Id(9),
        account_id: Id(account),
        place: account,
        queued,
        why: String::new(),
        score: Some(5.26),
        result,
        seconds: 20,
    }
}

fn promised(place: i64, text: &str) -> Commitment {
    Commitment {
        id: Id(place),
        review_id: Id(9),
        place,
        account_id: None,
        step_id: None,
        text: text.to_owned(),
    }
}

/// Contoso with a step of before, two new ones, one dropped, a score and a note.
fn contoso() -> Noted {
    let mut account = Account::named("Contoso", ago(400));
    account.id = Id(1);
    let mut records = Records::bare(account);
    let step = |id: i64, title: &str, due: NaiveDate, edit: fn(&mut Step)| {
        let mut step = Step::titled(title, Some(due), ago(9));
        step.id = Id(id);
        edit(&mut step);
        step
    };
    records.steps = vec![
        step(43, "Sponsor\n intro", ahead(9), |one| {
            one.owner = StepOwner::Colleague;
            one.owner_name = Some("B. Lind".to_owned());
        }),
        step(41, "Call K. Ott", ahead(2), |_| {}),
        step(42, "Wrong", ahead(2), |one| one.status = StepStatus::Dropped),
        step(12, "Old", ahead(2), |_| {}),
    ];
    let closed = [
        step(13, "ROI sheet", ago(1), |one| {
            one.status = StepStatus::Done;
            one.done_on = Some(today());
        }),
        step(14, "Before", ago(1), |one| {
            one.status = StepStatus::Done;
            one.done_on = Some(ago(1));
        }),
    ];
    let score = |id: i64, points, on_date| OwnScore {
        id: Id(id),
        account_id: Id(1),
        factor: Factor::Pulse,
        points,
        on_date,
        reason: None,
    };
    let because = OwnScore { reason: Some("budget\nfrozen".to_owned()), ..score(3, 4, today()) };
    records.own_scores = vec![because, score(2, 5, today()), score(1, 9, ago(1))];
    let mut note = Talk::on(today(), TalkKind::Note, Some(Id(1)));
    note.summary = "Ask about [budget]".to_owned();
    noted(&records, &closed, &[note], &review()).expect("something")
}

fn written() -> String {
    let last = [
        kept(promised(1, "Northwind: send *the* sheet"), None, today()),
        kept(promised(2, "Adatum: notice"), Some(&done()), today()),
    ];
    assert_eq!(last[1].outcome, Outcome::Done);
    minutes(&Minuted {
        review: &review(),
        visits: &[
            visit(1, true, Some(VisitResult::Decided)),
            visit(2, true, Some(VisitResult::Fine)),
            visit(3, true, Some(VisitResult::Skipped)),
            visit(4, true, None),
            visit(5, true, Some(VisitResult::Fine)),
            visit(6, false, Some(VisitResult::Fine)),
        ],
        last: &last,
        commitments: &[promised(2, "Second"), promised(1, "Contoso: Call K. Ott, Tue 24 Nov")],
        noted: &[contoso()],
        names: &[(2, "Adatum"), (3, "Litware"), (4, "Fab_rikam"), (5, "Coho")]
            .map(|(id, name)| (Id(id), name.to_owned())),
    })
}

fn done() -> Step {
    let mut step = Step::titled("Notice", Some(ago(2)), ago(9));
    step.status = StepStatus::Done;
    step.done_on = Some(ago(2));
    step
}

#[test]
fn what_was_decided_as_markdown() {
    assert_eq!(
        written(),
        "# Weekly review, Sun 22 Nov 2026\n\
         \n## Next week\n\n\
         1. Contoso: Call K. Ott, Tue 24 Nov\n\
         2. Second\n\
         \n## Promised last week\n\n\
         - Northwind: send \\*the\\* sheet (no step: did it happen?)\n\
         - Adatum: notice (done 20 Nov)\n\
         \n## Decided\n\n\
         - **Contoso** (5.2): Call K. Ott, Tue 24 Nov; B. Lind: Sponsor intro, Tue 1 Dec; \
         done: ROI sheet; Pulse 4 (budget frozen); note: Ask about \\[budget\\]\n\
         \n## Fine\n\nAdatum, Coho\n\
         \n## Passed over\n\nLitware\n\
         \n## Not looked at\n\nFab\\_rikam\n\
         \n4 of 5 accounts looked at, 1 unchanged.\n"
    );
}

#[test]
fn the_mail_has_the_same_words_without_signs() {
    let mail = mail(&written());
    assert!(mail.starts_with("Weekly review, Sun 22 Nov 2026\n\nNext week\n\n1. Contoso: Call"));
    assert!(mail.contains("\n- Contoso (5.2): Call K. Ott, Tue 24 Nov; B. Lind:"));
    assert!(mail.contains("send *the* sheet") && mail.contains("note: Ask about [budget]\n"));
    assert!(mail.contains("\nFab_rikam\n") && !mail.contains('\\'));
}

#[test]
fn an_account_with_nothing_written_down_is_left_out() {
    let records = Records::bare(Account::named("A", ago(9)));
    assert_eq!(noted(&records, &[], &[], &review()), None);
}
