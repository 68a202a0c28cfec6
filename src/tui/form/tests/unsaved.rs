//! What was typed and not saved: put away, brought back, asked about.

use super::*;
use crate::domain::cell::Value;
use crate::domain::change::{Clash, Expected};

#[test]
fn what_was_typed_can_be_put_away_and_brought_back() {
    let mut form = form();
    typed(&mut form, "fri");
    go_to(&mut form, "note");
    typed(&mut form, "a note");
    keys(&mut form, &[ctrl('r')]);
    assert_eq!(form.draft(), None);
    assert!(drawn(&mut form, 80, 24).contains("as it was; Ctrl-R what was typed"));
    keys(&mut form, &[ctrl('r')]);
    assert_eq!((text(&form, "on_date"), text(&form, "note")), ("fri".into(), "a note".into()));
}

#[test]
fn a_draft_is_restored_and_said_so() {
    let mut first = form();
    go_to(&mut first, "note");
    typed(&mut first, "half a");
    let draft = first.draft().expect("typed");
    let subject = first.subject().clone();
    let mut again = Form::of(subject, trial::facts(None), spec(), Some(draft.clone()));
    assert_eq!(again.draft(), Some(draft));
    assert!(drawn(&mut again, 80, 24).contains("typed earlier, not saved; Ctrl-R as it was"));
    typed(&mut again, " note");
    assert_eq!(text(&again, "note"), "half a note", "the cursor is where it was typed");
}

#[test]
fn a_draft_of_a_field_that_has_changed_since_asks_which_of_the_two() {
    let mut first = form();
    go_to(&mut first, "summary");
    typed(&mut first, "mine");
    let draft = first.draft().expect("typed");
    let mut changed = spec();
    changed.fields[7].text = "theirs".to_owned();
    changed.fields[9].text = "another step".to_owned();
    let subject = first.subject().clone();
    let mut again = Form::of(subject, trial::facts(None), changed, Some(draft));
    assert!(drawn(&mut again, 80, 24).contains("changed meanwhile: “theirs”"));
    assert_eq!(text(&again, "next"), "another step", "what was not typed is as the book has it");
    keys(&mut again, &[Key::of(Code::Right), ENTER]);
    assert_eq!(text(&again, "summary"), "mine");
    assert!(!drawn(&mut again, 80, 24).contains("changed meanwhile"));
}

fn clash_on(column: &'static str, now: Value) -> Clash {
    let expected = Expected { table: "talk", id: Id(7), column, value: Value::Null };
    Clash { expected, now: Some(now) }
}

#[test]
fn what_no_field_shows_is_asked_about_by_the_name_of_its_record() {
    let step = FieldSpec::new("step 12", "Send the minutes", FieldKind::Line, "");
    let spec = Spec { title: "End".to_owned(), lead: Vec::new(), fields: vec![step] };
    let subject = Subject::CycleEnd { account: 1 };
    let mut form = Form::of(subject, trial::facts(None), spec, None);
    for (id, column, now, wanted) in [
        (12, "status", Value::Text("done".to_owned()), "Send the minutes, status: done"),
        (12, "plan_id", Value::Int(3), "Send the minutes, plan: another one"),
        (13, "drop_reason", Value::Null, "drop reason: nothing"),
    ] {
        let expected = Expected { table: "step", id: Id(id), column, value: Value::Null };
        form.clash(vec![Clash { expected, now: Some(now) }]);
        let screen = drawn(&mut form, 80, 24);
        assert!(screen.contains(&format!("changed meanwhile: {wanted}")), "{screen}");
        form.conflicts.clear();
    }
}

#[test]
fn each_field_that_clashed_is_asked_about_and_the_book_s_comes_first() {
    let mut form = form();
    go_to(&mut form, "summary");
    typed(&mut form, "mine");
    go_to(&mut form, "note");
    typed(&mut form, "my note");
    form.clash(vec![
        clash_on("summary", Value::Text("theirs".into())),
        clash_on("note", Value::Text("their note".into())),
    ]);
    assert_eq!(form.context(), Context::Choice);
    typed(&mut form, "lost?");
    assert_eq!(text(&form, "summary"), "mine", "a question takes no letters");
    keys(&mut form, &[ENTER]);
    assert_eq!(text(&form, "summary"), "theirs");
    let both = place(&mut form, "both, mine below");
    click(&mut form, both);
    assert_eq!(text(&form, "note"), "their note\nmy note");
    let draft = form.draft().expect("the note is an edit");
    assert_eq!(draft.text("summary"), None, "theirs is no edit");
    go_to(&mut form, "summary");
    keys(&mut form, &[ctrl('z')]);
    assert_eq!(text(&form, "summary"), "mine", "what was given up can be taken back");
    assert!(form.known.iter().all(|known| matches!(known.value, Value::Text(_))));
    assert_eq!(form.known.len(), 2, "the next commit expects what was seen");
}

#[test]
fn a_cell_is_shown_as_its_field_would() {
    let mut form = form();
    form.clash(vec![clash_on("amount", Value::Int(120_050)), clash_on("lead", Value::Ref(4))]);
    assert!(drawn(&mut form, 80, 24).contains("changed meanwhile: “1200.50”"));
    keys(&mut form, &[ENTER]);
    assert!(drawn(&mut form, 80, 24).contains("changed meanwhile: “Karl Ott”"));
    form.clash(vec![Clash { now: None, ..clash_on("summary", Value::Null) }]);
    assert!(drawn(&mut form, 80, 24).contains("no longer in the book"));
}
