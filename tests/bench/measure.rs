//! What is measured, each through the desk as a screen or a command asks for it.

use super::company::Chance;
use super::floor::Floor;
use super::table::{Row, timed};
use chrono::{Days, NaiveDate};
use std::error::Error;
use std::path::Path;
use std::time::Duration;
use trellis::clock::{Clock, Moment};
use trellis::desk::{Act, Ask, Desk, Reading};
use trellis::domain::account::own_score::Factor;
use trellis::domain::cell::Id;
use trellis::domain::change::Change;
use trellis::domain::contact::Contact;
use trellis::domain::listing::{Listing, Sort};
use trellis::domain::rules::Rules;
use trellis::domain::talk::person::{self, TalkPerson};
use trellis::domain::talk::{self, Talk, TalkKind};
use trellis::domain::what_if::{Lever, Stroke, Trial, stroke};

const READS: usize = 300;
const JUDGINGS: usize = 30;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// All rows; those that write come with the bare INSERT.
pub fn all(path: &Path, today: NaiveDate, writes: usize) -> Outcome<Vec<Row>> {
    let mut rows = reading(path, today)?;
    rows.extend(writing(path, today, writes)?);
    Ok(rows)
}

fn times<T>(runs: usize, mut work: impl FnMut() -> Outcome<T>) -> Outcome<Vec<Duration>> {
    let mut taken = Vec::with_capacity(runs);
    for _ in 0..runs {
        let (time, done) = timed(&mut work);
        done?;
        taken.push(time);
    }
    Ok(taken)
}

fn reading(path: &Path, today: NaiveDate) -> Outcome<Vec<Row>> {
    let mut chance = Chance::new(1);
    let open = || Reading::open(path, Rules::default());
    let first_frame = times(READS, || {
        let reading = open()?;
        let book = reading.book()?;
        let first = book.rows.first().ok_or("an empty book")?.account;
        Ok((reading.dossier(first, today)?, book))
    })?;
    let reading = open()?;
    let whole = reading.book()?;
    let filter = Listing {
        filter: "tier:s,g score:<8 -talk:<7d a".to_owned(),
        sort: Sort::Name,
        ..Listing::default()
    };
    let accounts: Vec<Id> = whole.rows.iter().map(|row| row.account).collect();
    let mut any = || chance.of(&accounts).ok_or("an empty book");
    let real = reading.what_if(Ask { today, mask: false })?;
    let (mut lost, mut weights) = (Trial::of(&real), Trial::of(&real));
    let tried = |trial: &mut Trial, lever: Lever| -> Outcome<()> {
        let next = stroke(Stroke::Flip, lever, &trial.tries, &real)?;
        trial.turn_to(next, &real);
        Ok(())
    };
    let largest = real.levers.iter().find(|one| matches!(one, Lever::Account(_)));
    let largest = *largest.ok_or("an empty book")?;
    Ok(vec![
        Row::new("what if: an account lost", times(READS, || tried(&mut lost, largest))?),
        Row::new(
            "what if: a weight",
            times(READS, || tried(&mut weights, Lever::Weight(Factor::Usage)))?,
        ),
        Row::new("open, list, first account", first_frame),
        Row::new("open", times(READS, || Ok(open()?))?),
        Row::new("list", times(READS, || Ok(reading.book()?))?),
        Row::new("filter, a letter", times(READS, || Ok(filter.of(&whole, today)))?),
        Row::new("another account", times(READS, || Ok(reading.dossier(any()?, today)?))?),
        Row::new("page of a log", times(READS, || Ok(reading.log(any()?, 0, today)?))?),
        Row::new("whole book judged", times(JUDGINGS, || Ok(reading.appraise(today)?))?),
    ])
}

fn writing(path: &Path, today: NaiveDate, writes: usize) -> Outcome<Vec<Row>> {
    let at = Clock::Real.now().at;
    let now = |today| Moment { today, at };
    let mut desk = Desk::open(path, Rules::default(), at)?;
    let mut days = (0..4).filter_map(|day| today.checked_sub_days(Days::new(3 - day)));
    let new_day = times(4, || Ok(desk.assess_all(now(days.next().ok_or("no such day")?))?))?;

    let mut chance = Chance::new(2);
    let people: Vec<(Id, Id)> = desk
        .every::<Contact>()?
        .iter()
        .filter_map(|contact| contact.account_id.map(|account| (account, contact.id)))
        .collect();
    let mut call = || -> Outcome<(Act, Vec<Change>)> {
        let (account, contact) = chance.of(&people).ok_or("nobody in the book")?;
        Ok((Act::edit("Call", Some(account)), call_with(account, contact, today)))
    };

    let cold = times(8, || {
        let mut fresh = Desk::open(path, Rules::default(), at)?;
        let (act, changes) = call()?;
        Ok(fresh.commit(&act, &changes, now(today))?)
    })?;
    let (act, changes) = call()?;
    desk.commit(&act, &changes, now(today))?;

    let floor = Floor::beside(path)?;
    let (mut bare, mut commits, mut undone, mut again) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..writes {
        let (time, row) = timed(|| floor.insert());
        row?;
        bare.push(time);
        let (act, changes) = call()?;
        let (time, done) = timed(|| desk.commit(&act, &changes, now(today)));
        done?;
        commits.push(time);
        let (time, done) = timed(|| desk.undo(None, now(today)));
        done?;
        undone.push(time);
        let (time, done) = timed(|| desk.redo(now(today)));
        done?;
        again.push(time);
    }
    let bare = Row::new("bare INSERT, safe on the disk", bare);
    let above = |what, times| Row::new(what, times).above(&bare);
    Ok(vec![
        Row::new("judged and kept, on a new day", new_day),
        Row::new("first commit after the start", cold),
        above("call committed, judged, ranked", commits),
        above("undo", undone),
        above("redo", again),
        bare,
    ])
}

fn call_with(account: Id, contact_id: Id, on_date: NaiveDate) -> Vec<Change> {
    let talk_id = Id(-1);
    let talk = Talk {
        id: talk_id,
        mood: Some(1),
        summary: "The budget of next year".to_owned(),
        quote: Some("we will know in January".to_owned()),
        ..Talk::on(on_date, TalkKind::Call, Some(account))
    };
    let person = TalkPerson { id: Id(0), talk_id, contact_id, on_date, two_way: true };
    vec![talk::Change::Added(talk).into(), person::Change::Added(person).into()]
}
