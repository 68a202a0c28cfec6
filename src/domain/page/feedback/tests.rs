//! The tab, line by line, with hand-worked figures.

mod asking;

use super::super::trial::{doing, entry, told};
use super::*;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::contact::Level::{DecisionMaker, Influencer, User};
use crate::domain::feedback::sample::{Asked, ago, today};
use crate::domain::feedback::{Driver, Scale};
use crate::domain::page::Doing;
use crate::domain::picture::picture;
use crate::domain::plan::step::{self, MeetingType, Step};

fn of(asked: &Asked) -> Page {
    let Asked { records, rules, .. } = asked;
    let around = Around::default();
    let standing = assess(records, &around, rules, today());
    let picture = picture(records, &standing, &around, rules, today());
    page(&Case { records, standing: &standing, picture: &picture, rules, today: today() })
}

fn added(doing: &Doing) -> &Step {
    match doing.changes.as_slice() {
        [Change::Step(step::Change::Added(step))] => step,
        other => panic!("{other:?}"),
    }
}

/// A. Ruiz decides and gave 6, J. Roy influences and gave 5, three users gave 9, 7 and 4; M. Ito
/// was asked and is silent, D. Fox was never asked.
fn contoso() -> (Asked, [Id; 7]) {
    let mut asked = Asked::new();
    let ruiz = asked.contact("A. Ruiz", Some(DecisionMaker));
    let ito = asked.contact("M. Ito", Some(DecisionMaker));
    let roy = asked.contact("J. Roy", Some(Influencer));
    let sy = asked.contact("P. Sy", Some(User));
    let ott = asked.contact("K. Ott", Some(User));
    let ban = asked.contact("L. Ban", Some(User));
    let fox = asked.contact("D. Fox", Some(User));
    for who in [ruiz, ito, roy, sy, ott, ban] {
        asked.invite(40, who);
    }
    for (who, points) in [(ruiz, 6), (roy, 5), (sy, 9), (ott, 4), (ban, 7)] {
        let id = asked.answer(34, Some(who), points);
        let said = asked.records.answers.iter_mut().find(|one| one.id == id).expect("said");
        if who == ott {
            (said.why, said.driver) = (Some("Tickets wait".to_owned()), Some(Driver::Support));
        }
    }
    asked.records.account.feedback_agreed_on = Some(ago(400));
    (asked, [ruiz, ito, roy, sy, ott, ban, fox])
}

#[test]
fn the_levels_come_first_each_with_its_votes() {
    let (asked, _) = contoso();
    let page = of(&asked);
    // One promoter, one passive, three detractors of five: 100 × (1 − 3) ÷ 5.
    assert_eq!(page.figure, "NPS −40");
    let told = told(&page);
    assert_eq!(
        told[..4],
        [
            "decide | ○? | −100 | A. Ruiz 6, M. Ito ?",
            "influence | ○ | −100 | J. Roy 5",
            "use | ●◐○· | 0 | K. Ott 4, L. Ban 7, P. Sy 9, D. Fox ·",
            "apart: disagree: users 0, decision makers −100 · 100 apart",
        ]
    );
    let ground = &entry(&page, "level user").ground;
    assert_eq!(ground.title, "NPS 0 · users");
    assert_eq!(
        ground.says,
        [
            "NPS 0: 1 promoter, 1 passive, 1 detractor.",
            "100 × (1 − 1) ÷ 3: of each the latest answer; silence counts as nothing.",
        ]
    );
    let proofs: Vec<&str> = ground.proofs.iter().map(|proof| proof.text.as_str()).collect();
    assert_eq!(
        proofs,
        [
            "L. Ban gave 7",
            "K. Ott gave 4 “Tickets wait”",
            "P. Sy gave 9",
            "D. Fox has not been asked lately"
        ]
    );
}

#[test]
fn many_answers_are_counted_and_anonymous_ones_have_their_line() {
    let mut asked = Asked::new();
    for points in [10, 9, 9, 8, 7, 6, 5] {
        asked.answer(10, None, points);
    }
    for nth in 0..4 {
        let who = asked.contact(&format!("U{nth}"), Some(User));
        asked.answer(10, Some(who), 10);
    }
    let told = told(&of(&asked));
    assert_eq!(told[2], "use | 4● | +100 | U0 10, U1 10, U2 10, U3 10");
    assert!(told[3].starts_with("no level | 3● 2◐ 2○ | +14 | unnamed 5, unnamed 6"), "{}", told[3]);
}

#[test]
fn levels_that_disagree_get_a_listening_session_at_one_stroke() {
    let mut asked = Asked::new();
    let [high, low] = [Some(DecisionMaker), Some(User)].map(|level| asked.contact("A", level));
    asked.answer(10, Some(high), 9);
    asked.answer(10, Some(low), 7);
    let page = of(&asked);
    assert_eq!(entry(&page, "apart").ground.proofs.len(), 2);
    let doing = doing(&page, "apart");
    assert_eq!(doing.label, "Contoso: listening session on 30 Nov");
    let session = added(doing);
    assert_eq!(session.meeting_type, Some(MeetingType::Listening));
    // With the session in the plan there is nothing more to do at once.
    let mut step = session.clone();
    step.id = Id(900);
    asked.records.steps.push(step);
    let page = of(&asked);
    assert_eq!(entry(&page, "apart").doing, None);
    assert_eq!(entry(&page, "apart").link, Some(Link::to(Kind::Step, Id(900))));
    // 40 apart is not worth a word.
    let mut calm = Asked::new();
    for (level, points) in [(DecisionMaker, [9, 9, 9, 7, 7]), (User, [9, 7, 7, 7, 7])] {
        for points in points {
            let who = calm.contact("A", Some(level));
            calm.answer(10, Some(who), points);
        }
    }
    let page = of(&calm);
    assert!(told(&page).iter().any(|line| line.starts_with("apart: close: ")), "{:?}", told(&page));
    assert_eq!(entry(&page, "apart").doing, None);
}

#[test]
fn what_is_open_is_called_and_a_better_talk_closes_it() {
    let (mut asked, [_, _, _, _, ott, ..]) = contoso();
    let answer = asked.records.answers.iter().find(|one| one.contact_id == Some(ott));
    let key = format!("detractor {}", answer.expect("said").id.0);
    let page = of(&asked);
    let lines = told(&page);
    assert!(lines.contains(&"# Open 3 · a later talk in a mood of 0 or better closes each".into()));
    let row = |page: &Page| {
        told(page).into_iter().find(|line| line.starts_with("○ 4 |")).expect("the detractor")
    };
    assert_eq!(row(&page), "○ 4 | K. Ott | 34 d | no step yet | support “Tickets wait”");
    let chosen = entry(&page, &key);
    assert_eq!(chosen.link, Some(Link::new(Kind::Talk).about(ott)));
    assert_eq!(chosen.ground.topic, "closing");
    let call = doing(&page, &key);
    assert_eq!(call.label, "Contoso: call K. Ott by 25 Nov");
    let step = added(call).clone();
    assert_eq!(step.title, "Call K. Ott: listen, then settle it");
    assert_eq!((step.contact_id, step.signal.as_deref()), (Some(ott), Some("open-detractor")));
    asked.records.steps.push(Step { id: Id(900), ..step });
    let page = of(&asked);
    assert_eq!(row(&page), "○ 4 | K. Ott | 34 d | Wed 25 Nov | support “Tickets wait”");
    assert_eq!(entry(&page, &key).doing, None);
    let talk = asked.talk(2, &[ott], 0);
    let page = of(&asked);
    assert_eq!(row(&page), "○ 4 | K. Ott | 34 d | closed 20 Nov | support “Tickets wait”");
    assert_eq!(entry(&page, &key).link, Some(Link::to(Kind::Talk, talk)));
    assert_eq!(entry(&page, &key).doing, None);
}

#[test]
fn nobody_is_called_for_an_answer_without_a_name() {
    let mut asked = Asked::new();
    let id = asked.answer(3, None, 2);
    let page = of(&asked);
    let chosen = entry(&page, &format!("detractor {}", id.0));
    assert_eq!((chosen.link, &chosen.doing), (Some(Link::new(Kind::Closing)), &None));
    asked.close("open-detractor", 1, None);
    let page = of(&asked);
    let chosen = entry(&page, &format!("detractor {}", id.0));
    let closing = asked.records.closings[0].id;
    assert_eq!(chosen.link, Some(Link::to(Kind::Closing, closing)));
    assert_eq!(chosen.ground.says[1], "Closed by hand on 21 Nov: Settled by letter.");
}

#[test]
fn a_bad_talk_waits_for_a_better_one() {
    let mut asked = Asked::new();
    let who = asked.contact("K. Ott", Some(User));
    let talk = asked.talk(12, &[who], -2);
    let page = of(&asked);
    assert!(told(&page).contains(&"−2 | K. Ott | 12 d | no step yet | call".to_owned()));
    let step = added(doing(&page, &format!("talk {}", talk.0)));
    // In two days, which is a Tuesday.
    assert_eq!(step.due_on, Some(ago(-2)));
    assert_eq!(step.signal.as_deref(), Some("upset"));
}

#[test]
fn revenue_says_its_state_in_a_word() {
    let (asked, _) = contoso();
    let page = of(&asked);
    let line = told(&page).into_iter().find(|line| line.starts_with("revenue:")).expect("a line");
    assert!(line.starts_with("revenue: at risk: NPS −40"), "{line}");
    let ground = &entry(&page, "revenue").ground;
    assert_eq!((ground.title.as_str(), ground.topic), ("Revenue at risk", "revenue state"));
    assert!(ground.proofs.iter().any(|proof| proof.text == "NPS −40 of 5 answers"));
    let silent = Asked::new();
    assert!(told(&of(&silent)).iter().all(|line| !line.starts_with("revenue")));
}

#[test]
fn drivers_and_other_scales_have_their_records() {
    let (mut asked, _) = contoso();
    asked.scaled(Scale::Csat, 5, None, 4);
    let page = of(&asked);
    let lines = told(&page);
    assert!(lines.contains(&"support | ○ | K. Ott 4 “Tickets wait”".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"not said | ●◐○○ | J. Roy 5".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"CSAT: 4 of 5 · 17 Nov · 1 answer · from 1 to 5".to_owned()));
    assert_eq!(entry(&page, "driver support").ground.proofs.len(), 1);
    assert_eq!(entry(&page, "driver none").ground.proofs.len(), 4);
}

#[test]
fn every_answer_says_whether_it_counts() {
    let mut asked = Asked::new();
    let here = asked.contact("A", None);
    let gone = asked.contact("B", None);
    let cases = [
        (asked.answer(1, Some(here), 9), "A promoter; it counts in the NPS."),
        (asked.answer(2, Some(here), 3), "A detractor then; a later answer counts in its place."),
        (asked.answer(366, None, 7), "A passive once; after 365 d an answer no longer counts."),
        (asked.answer(5, Some(gone), 8), "A passive once; who left no longer counts."),
        (
            asked.scaled(Scale::Value, 6, Some(here), 8),
            "What it is worth to them: never read as NPS.",
        ),
    ];
    asked.edit(gone, |one| one.left_on = Some(ago(1)));
    let page = of(&asked);
    for (id, says) in cases {
        let chosen = entry(&page, &format!("answer {}", id.0));
        assert_eq!(chosen.ground.says[0], says);
        assert_eq!(chosen.link, Some(Link::to(Kind::Answer, id)));
    }
}

#[test]
fn a_page_without_anything_says_what_it_is_for_and_begins() {
    let page = of(&Asked::new());
    assert_eq!(page.figure, "");
    let keys: Vec<&str> = page.entries().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["agreement", "first"]);
    assert_eq!(doing(&page, "agreement").says, "agreed today");
    // Asked and silent is no figure either.
    let mut asked = Asked::new();
    let who = asked.contact("A", Some(User));
    asked.invite(3, who);
    assert_eq!(of(&asked).figure, "NPS –");
}

#[test]
fn keys_of_lines_are_their_own_and_every_figure_has_its_ground() {
    let (mut asked, [_, _, _, _, ott, ..]) = contoso();
    asked.talk(12, &[ott], -2);
    asked.scaled(Scale::Stars, 5, None, 4);
    let page = of(&asked);
    let mut keys: Vec<&str> = page.entries().map(|one| one.key.as_str()).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
    for one in page.entries() {
        assert!(!one.ground.title.is_empty() && !one.ground.says.is_empty(), "{}", one.key);
        assert!(!one.ground.topic.is_empty(), "{}", one.key);
        assert!(!one.ground.proofs.is_empty(), "{}", one.key);
    }
}
