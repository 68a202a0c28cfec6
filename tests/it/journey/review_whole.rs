//! A whole weekly review by keys, from its beginning to its minutes: counted, and killed on the way.

use super::review::{book, killed, left, visits};
use super::session::{Session, read, today};
use chrono::Days;
use trellis::domain::account::Account;
use trellis::domain::plan::step::Step;
use trellis::domain::review::Review;
use trellis::domain::review::visit::VisitResult;
use trellis::tui::key::Input;

/// What is pressed from the beginning of a review to its end, 8 of 30 accounts with a step each;
/// what belongs together is one piece.
fn whole_review() -> Vec<&'static str> {
    let mut pieces = vec!["R", "<Enter>", "<Right>", "<Right>"];
    pieces.extend(["a<Enter>", "<Right>"].repeat(8));
    pieces.extend(vec!["f"; 22]);
    // Expansion, plans, contacts; three promises; the minutes.
    pieces.extend(["<Right>", "<Right>", "<Right>"]);
    pieces.extend(["<Space>", "<Space>", "<Space>", "<Right>"]);
    pieces.push("<Enter>");
    pieces
}

fn minutes(session: &Session) -> String {
    let reviews = session.desk.every::<Review>().expect("reviews");
    let [review] = reviews.as_slice() else { panic!("one review: {reviews:?}") };
    assert_eq!(review.closed_on, Some(today()));
    review.minutes.clone().expect("minutes")
}

#[test]
fn thirty_accounts_take_at_most_seventy_five_keys() {
    let mut session = book(30, 8);
    let before = session.pressed;
    for piece in whole_review() {
        session.keys(piece);
    }
    let pressed = session.pressed - before;
    assert!(pressed <= 75, "{pressed} keys");
    assert_eq!(left(&session, Some(VisitResult::Fine)), 22);
    assert_eq!(left(&session, Some(VisitResult::Decided)), 8);
    assert_eq!(session.desk.every::<Step>().expect("steps").len(), 8);
    let reviewed = session.desk.every::<Account>().expect("accounts");
    assert!(reviewed.iter().all(|account| account.reviewed_on == Some(today())));
    let minutes = minutes(&session);
    for promise in ["1. ", "2. ", "3. "] {
        assert!(minutes.contains(promise), "{minutes}");
    }
}

#[test]
fn it_may_be_killed_at_every_tenth_key() {
    let mut whole = book(30, 8);
    for piece in whole_review() {
        whole.keys(piece);
    }
    let mut session = book(30, 8);
    let mut pressed = 0;
    for piece in whole_review() {
        for (place, key) in read(piece).into_iter().enumerate() {
            session.input(&Input::Key(key));
            pressed += 1;
            if pressed % 10 == 0 {
                session = killed(session);
                // What lay over the view is opened anew.
                let again = read(piece).len() > place + 1;
                if again {
                    session.keys("a");
                }
            }
        }
    }
    assert!(pressed > 50);
    let steps = |session: &Session| session.desk.every::<Step>().expect("steps");
    assert_eq!(steps(&session), steps(&whole));
    assert_eq!(visits(&session), visits(&whole));
    assert_eq!(minutes(&session), minutes(&whole));
    // The next review opens with exactly those promises.
    let later = today().checked_add_days(Days::new(7)).expect("a day");
    let promised = |session: &Session| {
        let last = session.desk.ritual(later).expect("read").last.expect("a review before");
        last.commitments.into_iter().map(|kept| kept.commitment.text).collect::<Vec<_>>()
    };
    assert_eq!(promised(&session).len(), 3);
    assert_eq!(promised(&session), promised(&whole));
}
