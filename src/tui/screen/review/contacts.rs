//! The people most worth making sure of.
//!
//! ```text
//!    Space still true · d left · Enter edit
//! ▸  K. Ott, COO         Contoso            decision maker, champion  not verified for 14 mo
//! ```

use super::about::{keys, survey, whose};
use super::board::{Board, Item, Press};
use crate::desk::{Act, Commit};
use crate::domain::contact::{Change, Field};
use crate::domain::day::{day, span};
use crate::domain::page::{Cell, Ground, Kind, Line, Link, Proof, Span};
use crate::domain::review::contacts::Doubtful;
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::screen::book::Sight;

#[must_use]
pub fn board(sight: &Sight<'_>) -> Board {
    let Some(survey) = survey(sight) else { return Board::default() };
    let does = [(Action::Done, "still true"), (Action::Delete, "left"), (Action::Open, "edit")];
    let mut board = match survey.contacts.len() {
        0 => Board::counting("nobody", "Everybody was verified not long ago."),
        many => Board::counting(many.to_string(), &keys(sight, &does)),
    };
    for one in &survey.contacts {
        let key = format!("contact {}", one.contact.0);
        board.explained(line(one), key, ground(one, sight), item(one, sight));
    }
    board
}

fn item(one: &Doubtful, sight: &Sight<'_>) -> Item {
    let (account, contact) = (one.account.0, one.contact.0);
    let fields = vec![Field::VerifiedOn(Some(sight.today))];
    let change = Change::Edited { id: one.contact, fields };
    let act = Act::edit(format!("{} still true", one.person), Some(one.account));
    let holds =
        Press::Does("still true", vec![Wish::Commit(Commit::new(act, vec![change.into()]))]);
    let edit = Opening::Form(Subject::Person {
        account: Some(account),
        contact: Some(contact),
        level: None,
    });
    Item::about(Some(one.account))
        .space(holds)
        .opens(Action::Open, edit.clone())
        .opens(Action::Edit, edit)
        .opens(Action::Delete, Opening::Form(Subject::Left { account, contact }))
}

/// Why this one: how much they matter, and how old what is known of them is.
fn ground(one: &Doubtful, sight: &Sight<'_>) -> Ground {
    let rot = (one.rot * 100.0).round();
    let verified = match one.verified_on {
        Some(on) => format!(
            "Verified {} ago, on {}.",
            span((sight.today - on).num_days()),
            day(on, sight.today)
        ),
        None => "Nobody ever verified it.".to_owned(),
    };
    let talk = match one.last_talk_on {
        Some(on) => format!("Last talk on {}.", day(on, sight.today)),
        None => "No talk with them yet.".to_owned(),
    };
    let link = Link::to(Kind::Contact, one.contact);
    Ground::new(&one.person, "freshness")
        .say(format!("{}.", one.why))
        .say(verified)
        .say(talk)
        .say(format!(
            "Importance {:.2} (level × role × tier) × {rot} % rotted = {:.2}.",
            one.matters, one.worth
        ))
        .on([Proof::by("the contact", link)])
}

fn line(one: &Doubtful) -> Line {
    let title = one.title.as_deref().map_or_else(String::new, |title| format!(", {title}"));
    // Who they are, and how long it is since somebody made sure.
    let (who, age) = match (one.why.split_once(" · "), one.why.rsplit_once(" · ")) {
        (Some((who, _)), Some((_, age))) => (who, age),
        _ => ("", one.why.as_str()),
    };
    Line::row(vec![
        Cell::rest(vec![Span::text(&one.person), Span::dim(title)]),
        whose(&one.name),
        Cell::left(30, vec![Span::dim(who)]).from(100),
        Cell::left(23, vec![Span::watch(age)]),
    ])
}
