//! The lists to choose from about a signal: what to do, until when it rests, what is switched off.

use crate::desk::{Act, Commit};
use crate::domain::account::silence::{self, Silence, SilenceKind};
use crate::domain::book::row::Dossier;
use crate::domain::feedback::complaint;
use crate::domain::playbook::{self, Ask, Focus};
use crate::domain::signal::Signal;
use crate::domain::signal::answer::{self, Answer};
use crate::domain::signal::calm;
use crate::domain::signal::table;
use crate::tui::action::{About, Action, Deed, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::keymap::Context;
use crate::tui::layer::pick::{Item, Pick};
use crate::tui::layer::playbook::prepared::in_hand;
use crate::tui::screen::book::Sight;
use crate::tui::widget::phrase;
use chrono::{Days, Months, NaiveDate};

/// The step that takes a signal in hand, in its form: its own where it has one, else a new one.
fn hand(dossier: &Dossier, signal: &Signal, today: NaiveDate) -> Wish {
    let account = Some(dossier.records.account.id.0);
    let (step, kind) = match signal.in_hand {
        Some((step, _)) => {
            let held = dossier.records.steps.iter().find(|one| one.id == step);
            (Some(step.0), held.map(|one| one.kind))
        }
        None => (None, None),
    };
    let kind = kind.unwrap_or_else(|| answer::proposed(signal, &dossier.records, today).kind);
    let serves = step.is_none().then(|| signal.code.to_owned());
    Wish::Open(Opening::Form(Subject::Step {
        account,
        step,
        kind: kind.word().to_owned(),
        signal: serves,
        about: None,
    }))
}

/// Takes a signal in hand at one stroke, with the step that is proposed; what is in hand already
/// opens its step.
pub(super) fn take(dossier: &Dossier, signal: &Signal, today: NaiveDate) -> Wish {
    if signal.in_hand.is_some() {
        return hand(dossier, signal, today);
    }
    let step = answer::taken_in_hand(signal, &dossier.records, today);
    Wish::Commit(in_hand(step, dossier, today))
}

/// The preview of what answers a signal: its playbook, else the one step.
pub(super) fn preview(
    dossier: &Dossier,
    signal: &Signal,
    focus: Focus,
    sight: &Sight<'_>,
) -> Opening {
    let row = table::rule(signal.code).and_then(|rule| rule.playbook);
    let all = sight.shelf.all();
    let own = row.and_then(|name| playbook::named(all, name));
    let one = own.or_else(|| all.iter().find(|one| one.answers(signal.code)));
    Opening::Playbook {
        account: dossier.records.account.id,
        signal: Some(signal.code.to_owned()),
        name: one.map(|one| one.name.clone()),
        focus,
    }
}

/// What the signal is called where many accounts have it.
fn title(signal: &Signal) -> &'static str {
    table::rule(signal.code).map_or(signal.short, |rule| rule.title)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// All that can be done about it, the key of each beside it.
pub(super) fn menu(dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Pick {
    let key = |action| {
        sight.keymap.key(Context::Head, action).map(|key| key.to_string()).unwrap_or_default()
    };
    let code = || signal.code.to_owned();
    let mut items = Vec::new();
    let step =
        signal.in_hand.and_then(|(id, _)| dossier.records.steps.iter().find(|step| step.id == id));
    let hand = hand(dossier, signal, sight.today);
    let settle =
        |label: &str| Item::new(label, key(Action::Done), Wish::Do(Deed::Settle { code: code() }));
    if let Some(step) = step {
        items.push(settle(&format!("done: {}", step.title)));
        items.push(Item::new("change its step", key(Action::InHand), hand));
        items.extend(playbooks(dossier, signal, sight));
    } else {
        items.extend(playbooks(dossier, signal, sight));
        match answer::answer(signal.code) {
            Answer::Hand => {}
            other => items.push(settle(other.word())),
        }
        let proposed = answer::proposed(signal, &dossier.records, sight.today);
        let due = proposed.due_on.map(|day| phrase::weekday(day, sight.today)).unwrap_or_default();
        let label = format!("{}, {due}", proposed.title);
        let take = take(dossier, signal, sight.today);
        items.push(Item::new(label, key(Action::InHand), take));
        items.push(Item::new("the same step, changed first…", "", hand));
    }
    if complaint::can_be_closed(signal.code) {
        let account = dossier.records.account.id.0;
        let subject = Subject::Closed { account, code: code() };
        items.push(Item::new("close it by hand…", "", Wish::Open(Opening::Form(subject))));
    }
    let later = Wish::Open(Opening::Pick(later(dossier, signal, sight)));
    items.push(Item::new("later…", key(Action::Later), later));
    let not_here = Wish::Open(Opening::Pick(not_here(dossier, signal, sight)));
    items.push(Item::new("not here…", key(Action::NotHere), not_here));
    let why =
        Opening::Why { account: dossier.records.account.id, about: About::Place(Some(code())) };
    items.push(Item::new("why it is raised", key(Action::Why), Wish::Open(why)));
    items.extend(off(dossier, sight));
    let mut lead = vec![signal.text.clone()];
    lead.extend(table::rule(signal.code).map(|rule| sight.rules.told(rule.help)));
    Pick::new(capital(title(signal)), items).lead(lead)
}

/// The playbooks that answer it: each opens its steps before anything is written.
fn playbooks(dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Vec<Item> {
    let Dossier { records, standing, .. } = dossier;
    let first = preview(dossier, signal, Focus::default(), sight);
    let key = sight.keymap.key(Context::Head, Action::Playbook);
    let answers = sight.shelf.all().iter().filter(|playbook| playbook.answers(signal.code));
    let mut items: Vec<(bool, Item)> = answers
        .map(|playbook| {
            let ask = Ask::of(playbook, (records, standing), Some(signal), None, sight.today).ok();
            let started =
                ask.map(|ask| playbook::start(playbook, &ask, &records.steps, sight.today));
            let effect = match &started {
                Some(started) => started.effect().unwrap_or_else(|| "runs already".to_owned()),
                None => format!("{} steps", playbook.plays.len()),
            };
            let opening = Opening::Playbook {
                account: records.account.id,
                signal: Some(signal.code.to_owned()),
                name: Some(playbook.name.clone()),
                focus: Focus::default(),
            };
            let own = opening == first;
            let key = key.filter(|_| own).map(|key| key.to_string()).unwrap_or_default();
            let label = format!("playbook “{}” ({effect})", playbook.name);
            (!own, Item::new(label, key, Wish::Open(opening)))
        })
        .collect();
    items.sort_by_key(|(other, _)| *other);
    items.into_iter().map(|(_, item)| item).collect()
}

/// The way to what is switched off, where anything is.
fn off(dossier: &Dossier, sight: &Sight<'_>) -> Option<Item> {
    let count = silences(dossier, sight).len();
    let label = "put off or switched off here";
    let wish = Wish::Do(Deed::Act(Action::SwitchedOff));
    (count > 0).then(|| Item::new(label, count.to_string(), wish))
}

/// Until when it rests.
pub(super) fn later(dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Pick {
    let today = sight.today;
    let days = |count| today.checked_add_days(Days::new(count)).unwrap_or(today);
    let month = today.checked_add_months(Months::new(1)).unwrap_or(today);
    let rests = [
        ("tomorrow", days(1)),
        ("in a week", days(7)),
        ("in two weeks", days(14)),
        ("in a month", month),
    ];
    let mut items: Vec<Item> = rests
        .into_iter()
        .map(|(label, until)| {
            let deed = Deed::Later { code: signal.code.to_owned(), until };
            Item::new(label, phrase::weekday(until, today), Wish::Do(deed))
        })
        .collect();
    items.push(form(dossier, signal, false));
    items.extend(off(dossier, sight));
    Pick::new(format!("{}: later", capital(title(signal))), items)
        .lead([
            signal.text.clone(),
            "It comes back on that day, or sooner where it worsens.".to_owned(),
        ])
        .at(1)
}

/// For how long it is switched off.
pub(super) fn not_here(dossier: &Dossier, signal: &Signal, sight: &Sight<'_>) -> Pick {
    let today = sight.today;
    let months = |count| today.checked_add_months(Months::new(count));
    let rests =
        [("for three months", months(3)), ("for half a year", months(6)), ("for good", None)];
    let mut items: Vec<Item> = rests
        .into_iter()
        .map(|(label, until)| {
            let note = match until {
                Some(day) => format!("until {}", phrase::day_ahead(day, today)),
                None => "asked again after a year".to_owned(),
            };
            let deed = Deed::NotHere { code: signal.code.to_owned(), until };
            Item::new(label, note, Wish::Do(deed))
        })
        .collect();
    items.push(form(dossier, signal, true));
    items.extend(off(dossier, sight));
    Pick::new(format!("{}: not here", capital(title(signal))), items).lead([
        signal.text.clone(),
        "Silent for this account, whatever happens. It stays listed and can be taken back."
            .to_owned(),
    ])
}

fn form(dossier: &Dossier, signal: &Signal, here: bool) -> Item {
    let account = dossier.records.account.id.0;
    let subject = Subject::Later { account, code: signal.code.to_owned(), here };
    Item::new("a day and a reason…", "", Wish::Open(Opening::Form(subject)))
}

/// What rests at this moment because somebody said so, the newest first.
pub(super) fn silences<'a>(dossier: &'a Dossier, sight: &Sight<'_>) -> Vec<&'a Silence> {
    let told =
        dossier.records.silences.iter().filter(|one| sight.today < calm::until(one, sight.rules));
    let mut told: Vec<&Silence> = told.collect();
    told.sort_by_key(|one| std::cmp::Reverse((one.since_on, one.id)));
    told
}

/// What is put off or switched off: Enter takes it back.
pub(super) fn switched_off(dossier: &Dossier, sight: &Sight<'_>) -> Pick {
    let account = &dossier.records.account;
    let items = silences(dossier, sight).into_iter().map(|one| {
        let title = table::rule(&one.code).map_or(one.code.as_str(), |rule| rule.title);
        let reason = one.reason.as_deref().map(|why| format!(": {why}")).unwrap_or_default();
        let kind = match one.kind {
            SilenceKind::Later => "",
            SilenceKind::NotHere => "off ",
        };
        let note = format!(
            "{kind}until {}",
            phrase::day_ahead(calm::until(one, sight.rules), sight.today)
        );
        let act = Act::edit(format!("{}: {title} heard again", account.name), Some(account.id));
        let commit = Commit::new(act, vec![silence::Change::Removed(one.id).into()]);
        Item::new(format!("{}{reason}", capital(title)), note, Wish::Commit(commit))
    });
    Pick::new(format!("{}: put off or switched off", account.name), items.collect())
        .lead(["Enter takes it back: the signal is heard again.".to_owned()])
}
