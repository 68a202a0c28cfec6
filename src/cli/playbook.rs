//! `trellis playbook`: what to do when something happens, and starting it on an account.

use super::account::Named;
use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, figure, json};
use crate::config::nearest;
use crate::config::playbooks::{self, Shelf};
use crate::desk::{Act, Commit, Receipt};
use crate::domain::book::row::Dossier;
use crate::domain::plan::step::Step;
use crate::domain::playbook::{self, Ask, Fate, Line, NoDay, Play, Playbook, Start};
use crate::domain::signal::Signal;
use crate::domain::signal::table::{self, SIGNALS};
use crate::domain::when::{self, Order};
use crate::error::{Error, Kind, Result};
use crate::paths;
use crate::text;
use chrono::NaiveDate;
use clap::Subcommand;
use serde_json::json as object;

#[derive(Debug, Subcommand)]
pub enum Asked {
    /// All playbooks, and the signals that they answer
    List,
    /// The steps of a playbook, each with what to do, to say and to avoid
    Show(Shown),
    /// Make the steps of a playbook dated steps of an account; started again, its days move
    Start(Begun),
}

#[derive(Debug, clap::Args)]
pub struct Chosen {
    /// The playbook's name, or words of it
    #[arg(value_name = "NAME")]
    name: String,
}

#[derive(Debug, clap::Args)]
pub struct Shown {
    #[command(flatten)]
    chosen: Chosen,
    /// As a file of your own begins: the text that it is read from
    #[arg(long, conflicts_with = "json")]
    toml: bool,
}

#[derive(Debug, clap::Args)]
pub struct Begun {
    #[command(flatten)]
    chosen: Chosen,
    /// The account's name, its beginning, or a part of it; or its number, as #12. A playbook for
    /// the whole book needs none
    #[arg(value_name = "ACCOUNT")]
    account: Option<String>,
    /// The signal it answers, as champion-left; else the one of the account that it is made for
    #[arg(long, value_name = "CODE")]
    signal: Option<String>,
    /// The day its days are counted from, as fri, +2w, 30 nov, 2026-11-30
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    on: Option<String>,
    /// Say what would be done and do nothing
    #[arg(long)]
    dry_run: bool,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let shelf = Shelf::of_user();
    match asked {
        Asked::List => list(&shelf, common),
        Asked::Show(Shown { chosen, toml: true }) => source(chosen.of(&shelf)?),
        Asked::Show(Shown { chosen, toml: false }) => {
            let playbook = chosen.of(&shelf)?;
            Ok(with_faults(show(playbook, common)?, playbook, &shelf, common))
        }
        Asked::Start(begun) => {
            let playbook = begun.chosen.of(&shelf)?;
            Ok(with_faults(start(begun, playbook, common)?, playbook, &shelf, common))
        }
    }
}

/// What could not be read in the playbook's own file is told under it: a step may be missing.
fn with_faults(answer: Answer, playbook: &Playbook, shelf: &Shelf, common: &Common) -> Answer {
    let mut said = answer.text;
    let of_it =
        shelf.faults.iter().filter(|fault| playbook.own.is_some() && fault.file == playbook.own);
    for fault in of_it.filter(|_| !common.json) {
        said.push_str(&text::shown(&fault.sentence()));
        said.push('\n');
    }
    Answer { text: said, code: answer.code }
}

impl Chosen {
    fn of<'a>(&self, playbooks: &'a Shelf) -> Result<&'a Playbook> {
        let name = self.name.trim();
        let all = playbooks.all();
        match playbook::meant(all, name).as_slice() {
            [one] => Ok(one),
            [] => {
                let told = format!("no playbook is called “{name}”");
                let near = nearest(name, all.iter().map(|one| one.name.as_str()));
                Err(Error::new(Kind::NotFound, told).hint(near.map_or_else(
                    || "trellis playbook list names them".to_owned(),
                    |near| format!("do you mean {near}?"),
                )))
            }
            several => {
                let names: Vec<&str> = several.iter().map(|one| one.name.as_str()).collect();
                let told = format!("several playbooks are called something like “{name}”");
                Err(Error::new(Kind::Usage, told).hint(format!("say which: {}", names.join(", "))))
            }
        }
    }
}

fn list(shelf: &Shelf, common: &Common) -> Result<Answer> {
    let all = shelf.all();
    let told: Vec<String> = shelf.faults.iter().map(crate::config::Fault::sentence).collect();
    if common.json {
        let rows: Result<Vec<_>> = all.iter().map(one).collect();
        let said = object!({ "version": JSON_VERSION, "playbooks": rows?, "faults": told });
        return json::print(&said);
    }
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|playbook| {
            let own = if playbook.own.is_some() { "own" } else { "" };
            let steps = playbook.plays.len().to_string();
            let codes = match playbook.codes().as_slice() {
                [] if playbook.whole_book => "for the whole book".to_owned(),
                codes => codes.join(", "),
            };
            vec![playbook.name.clone(), own.to_owned(), steps, span(playbook), codes]
        })
        .collect();
    let mut said = Page::default();
    let columns =
        [(Side::Left, 40), (Side::Left, 3), (Side::Right, 5), (Side::Left, 12), (Side::Left, 90)];
    said.table(&columns, &rows);
    for fault in &told {
        said.put(format!("{}\n", text::shown(fault)));
    }
    Ok(said.into())
}

/// `0 to 30 d`: from its first step to its last.
fn span(playbook: &Playbook) -> String {
    let days = || playbook.plays.iter().map(|play| play.day);
    let (first, last) = (days().min().unwrap_or(0), days().max().unwrap_or(0));
    format!("{first} to {last} d")
}

/// A playbook with what is computed of it.
fn one(playbook: &Playbook) -> Result<serde_json::Value> {
    let mut all = json::fields(playbook)?;
    all.insert("answers".into(), playbook.codes().into());
    all.insert("counted_from".into(), playbook.counted_from().into());
    Ok(all.into())
}

/// Columns of the advice.
const COLUMNS: usize = 92;

fn show(playbook: &Playbook, common: &Common) -> Result<Answer> {
    if common.json {
        return json::print(&object!({ "version": JSON_VERSION, "playbook": one(playbook)? }));
    }
    let mut said = Page::default();
    let mut line = |piece: String| {
        said.put(text::shown(&piece));
        said.put("\n");
    };
    line(playbook.name.clone());
    for piece in text::wrap(&playbook.purpose, COLUMNS) {
        line(piece);
    }
    line(format!("Days are counted from {}.", playbook.counted_from()));
    let codes = playbook.codes();
    if !codes.is_empty() {
        line(format!("It answers {}.", codes.join(", ")));
    }
    match (&playbook.own, &playbook.source) {
        (Some(file), _) => line(format!("Your own, from {file}.")),
        (None, Some(source)) => line(format!("After {source}.")),
        (None, None) => {}
    }
    for play in &playbook.plays {
        line(String::new());
        line(format!(
            "{:>5}  {}{}",
            Playbook::day_word(play),
            play.title_for(None, None),
            kind(play)
        ));
        for piece in play.agenda.iter().flat_map(|agenda| agenda.lines()) {
            line(format!("         · {piece}"));
        }
        for (word, advice) in play.advice() {
            for (at, piece) in text::wrap(advice, COLUMNS).into_iter().enumerate() {
                line(format!("       {:<6} {piece}", if at == 0 { word } else { "" }));
            }
        }
    }
    if let Some(letter) = &playbook.letter {
        line(String::new());
        line("Letter".to_owned());
        letter.lines().for_each(|piece| line(format!("  {piece}").trim_end().to_owned()));
    }
    Ok(said.into())
}

/// The file that it is read from, and where one's own would lie.
fn source(playbook: &Playbook) -> Result<Answer> {
    let (file, text) = playbooks::source(playbook)?;
    let place = paths::playbook_directory()?.join(file);
    let mut said = Page::default();
    if playbook.own.is_none() {
        said.put(format!("# Save it as {} and change what you like.\n", place.display()));
    }
    // A file is printed as it stands, line by line.
    for line in text.lines() {
        said.put(text::shown(line));
        said.put("\n");
    }
    Ok(said.into())
}

/// ` (meeting: QBR)`, ` (colleague)`; nothing for a step of one's own.
fn kind(play: &Play) -> String {
    match play.kind_words().join(", ") {
        words if words.is_empty() => words,
        words => format!(" ({words})"),
    }
}

fn start(begun: &Begun, playbook: &Playbook, common: &Common) -> Result<Answer> {
    let now = common.clock().now();
    let reading = common.reading()?;
    let month_first = common.config.month_first;
    let on = begun.on.as_deref().map(|text| day(text, month_first, now.today)).transpose()?;
    let (ask, existing) = match &begun.account {
        Some(text) => {
            let account = Named::by(text).find(&reading)?;
            let dossier = reading.dossier_on(account, now.today)?;
            let signal = signal_of(begun, playbook, &dossier)?;
            let parts = (&dossier.records, &dossier.standing);
            let ask = Ask::of(playbook, parts, signal, on, now.today).map_err(no_day)?;
            (ask, dossier.records.steps)
        }
        None if playbook.whole_book && begun.signal.is_none() => {
            let mut steps = reading.every::<Step>()?;
            steps.retain(|step| step.account_id.is_none() && step.play_step.is_some());
            (Ask::of_book(on.unwrap_or(now.today)), steps)
        }
        None => {
            let told = format!("“{}” is for one account", playbook.name);
            let hint = format!("trellis playbook start \"{}\" ACCOUNT", playbook.name);
            return Err(Error::new(Kind::Usage, told).hint(hint));
        }
    };
    let started = playbook::start(playbook, &ask, &existing, now.today);
    let told = Told { playbook, ask: &ask, started: &started, today: now.today };
    if begun.dry_run || started.changes.is_empty() {
        return told.answer(None, common);
    }
    let commit = Commit::new(Act::edit(playbook.label(&ask), ask.account), started.changes.clone())
        .expecting(started.expected.clone());
    drop(reading);
    let receipt = common.desk()?.commit_expecting(&commit, now)?.map_err(|_| {
        Error::new(Kind::Busy, "another program has changed its steps in the meantime")
            .hint("start it once more")
    })?;
    told.answer(Some(&receipt), common)
}

/// The signal that somebody names, else the one of the account that the playbook answers.
fn signal_of<'a>(
    begun: &Begun,
    playbook: &Playbook,
    dossier: &'a Dossier,
) -> Result<Option<&'a Signal>> {
    let Some(code) = begun.signal.as_deref() else {
        return Ok(playbook::answered(
            playbook,
            (&dossier.records, &dossier.standing),
            playbook::Focus::default(),
        ));
    };
    let found = dossier.standing.signals.iter().find(|signal| signal.code == code);
    if found.is_some() {
        return Ok(found);
    }
    if table::rule(code).is_none() {
        let told = format!("no signal has the code {code}");
        let near = nearest(code, SIGNALS.iter().map(|rule| rule.code));
        let hint = near.map_or_else(
            || "trellis show ACCOUNT --json has the codes of its signals".to_owned(),
            |near| format!("do you mean {near}?"),
        );
        return Err(Error::new(Kind::Usage, told).hint(hint));
    }
    let name = &dossier.records.account.name;
    Err(Error::new(Kind::NotFound, format!("{code} does not stand at {name}"))
        .hint("without --signal the playbook starts all the same"))
}

fn day(text: &str, month_first: bool, today: NaiveDate) -> Result<NaiveDate> {
    let order = if month_first { Order::MonthFirst } else { Order::DayFirst };
    when::day_in(text, today, order).ok_or_else(|| {
        Error::new(Kind::Usage, format!("“{text}” is no day"))
            .hint("as fri, +2w, 30 nov, 2026-11-30")
    })
}

fn no_day(NoDay(_): NoDay) -> Error {
    Error::new(Kind::Usage, "its days are counted from the act-by date, and none is recorded")
        .hint("enter the end of the contract, or say --on DATE")
}

/// What there is to say of a start.
struct Told<'a> {
    playbook: &'a Playbook,
    ask: &'a Ask,
    started: &'a Start,
    today: NaiveDate,
}

impl Told<'_> {
    fn answer(&self, receipt: Option<&Receipt>, common: &Common) -> Result<Answer> {
        if common.json {
            return json::print(&object!({
                "version": JSON_VERSION,
                "playbook": self.playbook.name,
                "account": self.ask.account,
                "signal": self.ask.signal,
                "contact": self.ask.contact,
                "counted_from": self.ask.on,
                "steps": self.started.lines,
                "receipt": receipt,
            }));
        }
        let mut said = Page::default();
        let Some(effect) = self.started.effect() else {
            said.put(format!("{}: it runs already, and nothing changes.\n", self.what()));
            said.put(self.steps());
            return Ok(said.into());
        };
        match receipt {
            Some(_) => {
                said.put(format!("{}: {effect}.", text::shown(&self.playbook.label(self.ask))));
            }
            None => said.put(format!("{} would be started: {effect}.", self.what())),
        }
        if let Some(moved) = receipt.and_then(Receipt::effect) {
            said.put(format!(" {}.", text::shown(&moved)));
        }
        let from = figure::day(self.ask.on, self.today);
        said.put(format!(" Days are counted from {from}.\n"));
        said.put(self.steps());
        if receipt.is_some() {
            let name = text::shown(&self.playbook.name);
            said.put(format!("trellis playbook show \"{name}\" says what to do, say and avoid.\n"));
        }
        Ok(said.into())
    }

    fn what(&self) -> String {
        let name = text::shown(&self.playbook.name);
        match &self.ask.name {
            Some(account) => format!("Playbook “{name}” for {}", text::shown(account)),
            None => format!("Playbook “{name}”"),
        }
    }

    /// Each step with its day, and what becomes of it where it is not new.
    fn steps(&self) -> Page {
        let row = |line: &Line| {
            let due = line.due_on.map_or_else(
                || figure::NOTHING.to_owned(),
                |due| format!("{} {}", due.format("%a"), figure::day(due, self.today)),
            );
            let fate = match (line.fate, line.was_on) {
                (Fate::Moved, Some(was)) => format!("moved from {}", figure::day(was, self.today)),
                (Fate::Added, _) => String::new(),
                (fate, _) => fate.to_string(),
            };
            vec![due, line.title.clone(), fate]
        };
        let rows: Vec<Vec<String>> = self.started.lines.iter().map(row).collect();
        let mut said = Page::default();
        said.table(&[(Side::Left, 16), (Side::Left, 100), (Side::Left, 24)], &rows);
        said
    }
}
