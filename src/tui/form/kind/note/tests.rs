//! A line about Contoso.

use super::*;
use crate::domain::change::Change;
use crate::tui::form::trial::{facts, saved, wrong};
use crate::tui::screen::book::fixture;

const SUBJECT: Subject = Subject::Note { account: 1 };

#[test]
fn a_line_is_a_note_of_today_and_no_talk_with_anybody() {
    let facts = facts(Some(fixture::dossier()));
    let commit = saved(&SUBJECT, &facts, &[(KEY, "they reorganise in May")]).expect("written");
    assert_eq!(commit.act.label, "Note on Contoso");
    let [Change::Talk(talk::Change::Added(note))] = commit.changes.as_slice() else {
        panic!("{commit:?}")
    };
    assert_eq!((note.account_id, note.on_date), (Some(Id(1)), fixture::today()));
    assert_eq!((note.kind, note.two_way, note.missed), (TalkKind::Note, false, false));
    assert_eq!(note.summary, "they reorganise in May");
}

#[test]
fn an_empty_line_is_no_note() {
    assert_eq!(wrong(&SUBJECT, &facts(Some(fixture::dossier())), &[]), KEY);
}
