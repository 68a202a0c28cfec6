//! What holds for every line that somebody may type.

use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn nothing_typed_is_lost(text in "[a-z0-9 #!@\"“”:.,\\n+-]{0,60}|\\PC{0,40}") {
        for here in [None, Some(1)] {
            let found = at(&text, here);
            let mut end = 0;
            for piece in &found.pieces {
                prop_assert!(piece.from >= end && piece.to >= piece.from, "{piece:?}");
                let said = text.get(piece.from..piece.to);
                prop_assert_eq!(said, Some(piece.text.as_str()));
                let between = text.get(end..piece.from).expect("whole letters");
                prop_assert!(!between.contains(char::is_alphanumeric), "{between:?} is lost");
                end = piece.to;
            }
            let rest = text.get(end..).expect("whole letters");
            prop_assert!(!found.ready() || !rest.contains(char::is_alphanumeric), "{rest:?}");
        }
    }

    #[test]
    fn what_is_ready_can_be_written(
        words in proptest::collection::vec(prop_oneof![
            Just("northwind"), Just("contoso"), Just("dana"), Just("call"), Just("nps6"),
            Just("mood-1"), Just("#risk"), Just("!step"), Just("!promise"), Just("!meet"),
            Just("fri"), Just("2w"), Just("yesterday"), Just("\"frozen\""), Just("budget"),
            Just("with"), Just("9:30"), Just("\n"), Just("@roy"), Just("value3"),
        ], 0..12),
    ) {
        let found = at(&words.join(" "), None);
        if found.ready() {
            let changes = found.changes(None);
            prop_assert!(!changes.is_empty());
            prop_assert!(!found.label().is_empty());
            for step in &found.steps {
                prop_assert!(!step.title.is_empty() && step.due_on.is_some());
            }
            prop_assert!(found.talk.is_none_or(|talk| talk.on_date <= today()));
        }
    }
}
