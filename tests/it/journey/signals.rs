//! Every signal of the demo book by keys: from the list its playbook in two, from its account its
//! step in one; afterwards it rests in hand.

use super::session::Session;
use trellis::domain::signal::Signal;

/// What asks at the account looked at, in the order of its head.
fn asking(session: &Session) -> Vec<Signal> {
    let dossier = session.bench.app.shown.dossier.as_ref().expect("read");
    let signals = || dossier.standing.signals.iter().filter(|signal| !signal.silenced);
    let asks = signals().filter(|signal| signal.live());
    let question = signals().filter(|signal| signal.gap && signal.in_hand.is_none());
    asks.chain(question).cloned().collect()
}

/// How many signals the head shows before the question.
fn before_the_question(session: &Session) -> usize {
    let dossier = session.bench.app.shown.dossier.as_ref().expect("read");
    let heard = dossier.standing.signals.iter().filter(|signal| !signal.silenced);
    heard.filter(|signal| signal.live() || signal.in_hand.is_some()).count()
}

#[track_caller]
fn rests(session: &mut Session, code: &str, by: &str) {
    let dossier = session.bench.app.shown.dossier.as_ref().expect("read");
    let name = dossier.records.account.name.clone();
    let held = dossier.standing.signals.iter().find(|signal| signal.code == code);
    let rests = held.is_none_or(|signal| signal.in_hand.is_some());
    assert!(rests, "{code} of {name} does not rest after {by}:\n{}", session.screen());
}

#[test]
fn every_signal_of_the_demo_book_rests_after_two_keys_in_the_list_or_one_at_its_account() {
    let mut session = Session::demo();
    let accounts: Vec<String> =
        session.bench.app.shown.book.rows.iter().map(|row| row.name.clone()).collect();
    assert!(accounts.len() > 20);
    let mut acted = 0;
    for name in accounts {
        session.keys("g").keys(&name).keys("<Enter>");
        let signals = asking(&session);
        for (place, signal) in signals.iter().enumerate() {
            let place = if signal.gap { before_the_question(&session) } else { place };
            let next = "n".repeat(place);
            for (way, keys) in [("<Esc>", "p<Enter>"), ("<Tab>", "i")] {
                session.keys("<Esc><Down><Up>g").keys(&name).keys("<Enter>");
                session.keys(way).keys(&next);
                let before = session.pressed;
                session.keys(keys);
                assert!(session.pressed - before <= 2);
                rests(&mut session, signal.code, keys);
                session.keys("u");
                acted += 1;
            }
        }
        session.keys("<Esc>");
    }
    assert!(acted > 100, "{acted}");
}
