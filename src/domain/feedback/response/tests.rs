use super::super::sample::{Asked, ago, today};
use super::*;
use Level::{DecisionMaker, Influencer, User};

fn of(asked: &Asked) -> Response {
    response(&asked.records, &asked.rules, today())
}

#[test]
fn nobody_asked_has_no_rate() {
    let mut asked = Asked::new();
    let one = asked.contact("A", Some(User));
    asked.answer(3, Some(one), 9);
    let found = of(&asked);
    assert_eq!((found.asked, found.answered, found.rate), (0, 0, None));
    assert_eq!(found.text, "nobody was asked within 182 d");
}

#[test]
fn response_rates_by_hand() {
    // (asked days ago, answered days ago), the rate.
    for (contacts, rate) in [
        (vec![(20, None), (20, None)], 0.0),
        (vec![(20, Some(20))], 1.0),
        (vec![(20, Some(21))], 0.0),
        (vec![(182, Some(3)), (182, None)], 0.5),
        (vec![(183, Some(3)), (20, None)], 0.0),
        (vec![(9, Some(1)), (9, Some(9)), (9, None), (9, Some(10))], 0.5),
    ] {
        let mut asked = Asked::new();
        for (invited, answered) in &contacts {
            let one = asked.contact("P", Some(User));
            asked.invite(*invited, one);
            if let Some(days) = answered {
                asked.answer(*days, Some(one), 8);
            }
        }
        assert_eq!(of(&asked).rate, Some(rate), "{contacts:?}");
    }
}

#[test]
fn only_an_answer_to_the_latest_invitation_counts() {
    let mut asked = Asked::new();
    let one = asked.contact("A", Some(User));
    asked.invite(100, one);
    asked.answer(90, Some(one), 9);
    assert_eq!(of(&asked).rate, Some(1.0));
    asked.invite(10, one);
    assert_eq!(of(&asked).rate, Some(0.0));
    asked.invite(-5, one);
    assert_eq!(of(&asked).last_asked_on, Some(ago(10)), "what is planned was not asked yet");
    asked.answer(2, None, 9);
    let found = of(&asked);
    assert_eq!((found.rate, found.anonymous), (Some(0.0), 1), "nobody knows from whom it came");
    assert_eq!(found.text, "0 of 1 asked have answered (0 %)");
}

#[test]
fn the_silent_are_listed_by_level_for_a_call() {
    let mut asked = Asked::new();
    let user = asked.contact("U", Some(User));
    let none = asked.contact("N", None);
    let boss = asked.contact("B", Some(DecisionMaker));
    let late = asked.contact("L", Some(User));
    let told = asked.contact("T", Some(Influencer));
    let gone = asked.contact("G", Some(User));
    for (days, one) in [(20, user), (20, none), (20, boss), (90, late), (20, told), (20, gone)] {
        asked.invite(days, one);
    }
    asked.answer(10, Some(told), 7);
    asked.edit(gone, |one| one.left_on = Some(ago(1)));
    asked.edit(boss, |one| one.phone = Some("0 30".to_owned()));
    let found = of(&asked);
    let order: Vec<_> = found.silent.iter().map(|one| one.contact).collect();
    assert_eq!(order, [boss, late, user, none]);
    assert_eq!(found.silent[0].phone.as_deref(), Some("0 30"));
    let by: Vec<_> =
        found.levels.iter().map(|one| (one.level, one.asked, one.answered, one.rate)).collect();
    assert_eq!(
        by,
        [
            (Some(DecisionMaker), 1, 0, Some(0.0)),
            (Some(Influencer), 1, 1, Some(1.0)),
            (Some(User), 2, 0, Some(0.0)),
            (None, 1, 0, Some(0.0)),
        ]
    );
    assert_eq!((found.asked, found.answered, found.rate), (5, 1, Some(0.2)));
    assert_eq!((found.wanted, found.best), (0.5, 0.7));
}
