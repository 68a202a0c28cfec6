//! Who is asked, who stays silent, what was agreed, and what it is worth to them.

use super::super::*;
use super::{added, contoso, doing, entry, of, told};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::feedback::sample::{Asked, ago, today};
use crate::domain::feedback::{Scale, invitation};
use crate::domain::plan::step::{MeetingType, Step};

#[test]
fn who_stays_silent_is_phoned_and_may_have_a_while_to_answer() {
    let (mut asked, [_, ito, ..]) = contoso();
    asked.edit(ito, |one| one.phone = Some("+49 89 1234".to_owned()));
    let page = of(&asked);
    let lines = told(&page);
    assert!(lines.contains(&"answered: 5 of 6 asked, 83 % · want 50 %, the best 70 %".to_owned()));
    let row = "? | M. Ito | 40 d | no step yet | +49 89 1234 | decision maker";
    assert!(lines.contains(&row.to_owned()), "{lines:#?}");
    let key = format!("silent {}", ito.0);
    assert_eq!(entry(&page, &key).link, Some(Link::new(Kind::Answer).about(ito)));
    let call = doing(&page, &key);
    assert_eq!(call.label, "Contoso: phone M. Ito by 25 Nov");
    let step = added(call).clone();
    assert_eq!(step.signal.as_deref(), Some("low-response"));
    asked.records.steps.push(Step { id: Id(900), ..step });
    assert_eq!(entry(&of(&asked), &key).doing, None);
    let mut fresh = Asked::new();
    let who = fresh.contact("M. Ito", None);
    fresh.invite(14, who);
    assert!(told(&of(&fresh)).contains(&"? | M. Ito | 14 d | until 22 Nov | no level".to_owned()));
    // Six of six are asked and answered, or silent: each with the answer where there is one.
    assert_eq!(entry(&page, "response").ground.proofs.len(), 6 + 5);
}

#[test]
fn all_who_are_due_are_asked_at_one_stroke() {
    let (mut asked, [ruiz, _, _, _, _, _, fox]) = contoso();
    asked.records.invitations.retain(|one| one.contact_id != ruiz);
    asked.invite(200, ruiz);
    let page = of(&asked);
    let lines = told(&page);
    assert!(
        lines.contains(&"to ask: 2 contacts due · D. Fox and A. Ruiz".to_owned()),
        "{lines:#?}"
    );
    assert!(lines.contains(&"· | D. Fox | never asked | due since 18 Oct 2025".to_owned()));
    assert!(
        lines.contains(&"· | A. Ruiz | asked 6 May | due since 4 Nov".to_owned()),
        "{lines:#?}"
    );
    let all = doing(&page, ASK_ALL);
    assert_eq!(all.label, "Contoso: 2 contacts asked");
    let invited: Vec<Id> = all
        .changes
        .iter()
        .map(|change| match change {
            Change::Invitation(invitation::Change::Added(one)) => {
                assert_eq!(one.on_date, today());
                one.contact_id
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(invited, [fox, ruiz]);
    assert_eq!(doing(&page, &format!("due {}", fox.0)).label, "Contoso: D. Fox asked");
    for who in [fox, ruiz] {
        asked.invite(0, who);
    }
    let page = of(&asked);
    assert_eq!(entry(&page, ASK_ALL).doing, None);
    // The others were asked 40 days ago: 182 − 40 = 142 days from today.
    assert!(told(&page).contains(&"to ask: next on 13 Apr".to_owned()), "{:#?}", told(&page));
}

#[test]
fn the_agreement_is_one_key_and_then_come_the_results() {
    let (mut asked, _) = contoso();
    asked.records.account.feedback_agreed_on = None;
    let page = of(&asked);
    let none = "agreement: none yet: nobody is due before they agreed to be asked";
    assert!(told(&page).contains(&none.to_owned()));
    assert!(page.entries().all(|one| one.key != "results" && one.key != ASK_ALL));
    let agreed = doing(&page, "agreement");
    assert_eq!((agreed.says, agreed.expected.len()), ("agreed today", 1));
    asked.records.account.feedback_agreed_on = Some(ago(30));
    assert_eq!(entry(&of(&asked), "agreement").doing, None);
    // Answered 34 days ago, before the agreement: nothing is due, yet it may be shared.
    let told_of = |asked: &Asked| {
        told(&of(asked)).into_iter().find(|line| line.starts_with("results:")).expect("a line")
    };
    assert_eq!(told_of(&asked), "results: nothing to share before somebody answers");
    asked.records.account.feedback_agreed_on = Some(ago(400));
    assert_eq!(told_of(&asked), "results: to be shared by 19 Oct");
    assert_eq!(doing(&of(&asked), "results").says, "shared today");
    asked.answer(380, None, 8);
    asked.records.account.results_shared_on = Some(ago(370));
    assert_eq!(told_of(&asked), "results: due since 17 Nov · shared 17 Nov 2025");
    asked.records.account.results_shared_on = Some(ago(0));
    assert_eq!(told_of(&asked), "results: shared 22 Nov · again by 22 Nov 2027 (365 d)");
    let links = |asked: &Asked| -> Vec<Option<Kind>> {
        let page = of(asked);
        let proofs = &entry(&page, "results").ground.proofs;
        proofs.iter().map(|one| one.link.map(|link| link.kind)).collect()
    };
    assert_eq!(links(&asked), [Some(Kind::Agreement)], "the year is counted from that day");
    assert_eq!(entry(&of(&asked), "results").doing, None);
}

#[test]
fn the_value_they_perceive_stands_with_whom_and_when() {
    let (mut asked, [ruiz, ..]) = contoso();
    let line = |asked: &Asked| {
        told(&of(asked)).into_iter().find(|line| line.starts_with("value:")).expect("a line")
    };
    assert_eq!(line(&asked), "value: nobody was asked what it is worth to them");
    assert_eq!(entry(&of(&asked), "value").link, Some(Link::new(Kind::Perceived)));
    asked.scaled(Scale::Value, 200, Some(ruiz), 8);
    assert_eq!(line(&asked), "value: 8 of 10 · A. Ruiz, 6 May, old by now");
    assert_eq!(entry(&of(&asked), "value").link, Some(Link::new(Kind::Perceived)));
    let latest = asked.scaled(Scale::Value, 34, Some(ruiz), 5);
    assert_eq!(line(&asked), "value: 5 of 10, low · A. Ruiz, 19 Oct · 8 before");
    let page = of(&asked);
    assert_eq!(entry(&page, "value").link, Some(Link::to(Kind::Answer, latest)));
    assert_eq!(entry(&page, "value").ground.proofs.len(), 2);
    asked.records.held = vec![(MeetingType::Qbr, ago(10))];
    let asked_not =
        "value: 5 of 10, low · A. Ruiz, 19 Oct · not asked at the QBR of 12 Nov · 8 before";
    assert_eq!(line(&asked), asked_not);
}
