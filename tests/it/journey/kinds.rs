//! Each kind of record by keys alone: added, edited, deleted, taken back and done again, over
//! restarts.

use super::session::Session;
use crate::storage::dump;

/// The keys for one kind, on a book with the account Acme; the list has the focus before each.
struct Kind {
    name: &'static str,
    /// Done first, not counted among the steps.
    before: &'static str,
    add: &'static str,
    /// To the record, from the list.
    to_it: &'static str,
    edit: &'static str,
    delete: &'static str,
}

const KINDS: &[Kind] = &[
    Kind {
        name: "account",
        before: "",
        add: "aaZenith<Ctrl-S>",
        to_it: "gZenith<Enter>",
        edit: "e Ltd<Ctrl-S>",
        delete: "d<Down><Enter>",
    },
    Kind {
        name: "person",
        before: "",
        add: "apDana Ortiz<Tab>CFO<Ctrl-S>",
        to_it: "<Tab><Tab>",
        edit: "e-Vega<Ctrl-S>",
        delete: "dmistake<Enter>",
    },
    Kind {
        name: "talk",
        before: "",
        add: "at<Tab><Tab><Tab>Budget frozen<Ctrl-S>",
        to_it: "<Shift-Tab>]<Home>",
        edit: "e<Tab><Tab><Tab> until spring<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "plan",
        before: "",
        add: "al<Ctrl-S>",
        to_it: "<Shift-Tab><End>",
        edit: "e<Ctrl-U>15 nov<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "priority",
        before: "al<Ctrl-S>",
        add: "ayRepair support<Ctrl-S>",
        to_it: "<Shift-Tab><Home>",
        edit: "e, first<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "step",
        before: "",
        add: "asSend the ROI sheet<Ctrl-S>",
        to_it: "<Shift-Tab><Home>",
        edit: "e today<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "meeting",
        before: "",
        add: "amQBR<Tab>fri<Ctrl-S>",
        to_it: "<Shift-Tab><Home>",
        edit: "e<Tab><Ctrl-U>2w<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "promise",
        before: "",
        add: "aPA fix by May<Tab>2w<Ctrl-S>",
        to_it: "<Shift-Tab><Home>",
        edit: "e, or June<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "milestone",
        before: "",
        add: "aMGo live<Ctrl-S>",
        to_it: "<Shift-Tab><Home>",
        edit: "e in Bonn<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "revenue",
        before: "",
        add: "ar120k<Ctrl-S>",
        to_it: "<Shift-Tab>]]]<End>",
        edit: "e<Ctrl-U>130k<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "contract",
        before: "",
        add: "ac31 mar 2027<Ctrl-S>",
        to_it: "<Shift-Tab>]]]<Home>",
        edit: "e<Ctrl-U>30 apr 2027<Ctrl-S>",
        delete: "d",
    },
    Kind {
        name: "own score",
        before: "",
        add: "<Tab><Tab><Tab>7<Esc>",
        to_it: "<Tab><Tab><Tab>",
        edit: "8",
        delete: "d",
    },
];

fn book(session: &Session) -> String {
    dump(&session.place.book)
}

#[test]
fn every_kind_of_record_comes_changes_goes_and_comes_back() {
    for kind in KINDS {
        let name = kind.name;
        let mut session = Session::acme();
        session.keys(kind.before).keys("<Esc><Esc>");
        let mut seen = vec![book(&session)];
        let screen = |session: &mut Session| session.screen();
        for keys in [
            kind.add.to_owned(),
            format!("{}{}", kind.to_it, kind.edit),
            // What was edited is still chosen.
            kind.delete.to_owned(),
        ] {
            session.keys(&keys);
            assert_ne!(
                Some(&book(&session)),
                seen.last(),
                "{name}: {keys}\n{}",
                screen(&mut session)
            );
            seen.push(book(&session));
        }
        session = session.restart();
        for past in [2, 1, 0] {
            session.keys("u");
            assert_eq!(
                book(&session),
                seen[past],
                "{name}: undo to {past}\n{}",
                screen(&mut session)
            );
        }
        session = session.restart();
        for future in [1, 2, 3] {
            session.keys("U");
            assert_eq!(book(&session), seen[future], "{name}: redo to {future}");
        }
        session = session.restart();
        assert_eq!(book(&session), seen[3], "{name}");
    }
}
