//! What somebody wants before their eyes when the telephone rings: the last three talks, promises
//! both ways, their goals, what is open to ask, birthdays. One screen, 24 lines.

use super::account::goal::GoalStatus;
use super::book::page::LogEntry;
use super::book::row::Dossier;
use super::cell::Id;
use super::contact::birthday;
use super::day::day;
use super::expansion::verdict::{self, judged};
use super::growth::{success, understanding};
use super::money::Money;
use super::ours::promises::promises;
use super::plan::step::{Step, StepKind, StepOwner};
use super::records::Records;
use super::renewal;
use super::rules::Rules;
use super::rules::limit::Limit;
use super::score::Band;
use super::score::print::{tenth, trend};
use super::standing::Standing;
use super::talk::TalkKind;
use super::word::words;
use chrono::NaiveDate;

/// Lines of the whole brief at most.
pub const LINES: usize = 24;

/// Talks that are told.
const TALKS: usize = 3;

words! {
    /// A part of the brief, with the word in front of it, in its order.
    Part {
        Dates = "Contract", Signals = "Signals", Meeting = "Next", Talks = "Talks",
        Promised = "Promised", Theirs = "They owe", Goals = "Goals", Ask = "To ask",
        Birthday = "Birthday",
    }
}

impl Part {
    /// Lines of it at most; with the head they fill the screen and no more.
    const fn most(self) -> usize {
        match self {
            Self::Dates | Self::Birthday | Self::Meeting => 1,
            Self::Theirs | Self::Goals => 2,
            Self::Signals | Self::Talks => 3,
            Self::Promised => 4,
            Self::Ask => 6,
        }
    }
}

/// One line: what it says, and the record it rests on.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Line {
    pub text: String,
    /// Its table and number.
    pub about: Option<(&'static str, Id)>,
}

/// A part with all its lines; where more are there than are shown, the rest is counted.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Section {
    pub part: Part,
    pub lines: Vec<Line>,
}

impl Section {
    /// The lines that are shown, and how many more there are.
    #[must_use]
    pub fn shown(&self) -> (&[Line], usize) {
        let count = self.lines.len().min(self.part.most());
        (self.lines.get(..count).unwrap_or_default(), self.lines.len() - count)
    }
}

/// The brief of one account on a day; parts that have nothing to say are left out, but for the
/// talks and what is to be asked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Brief {
    pub account: Id,
    pub name: String,
    /// `strategic · €940k · 5.2 risk ▼0.8`.
    pub head: String,
    pub sections: Vec<Section>,
}

fn line(text: impl Into<String>, about: Option<(&'static str, Id)>) -> Line {
    Line { text: text.into(), about }
}

/// `talks` are those of the log, newest first.
#[must_use]
pub fn brief(dossier: &Dossier, talks: &[LogEntry], rules: &Rules, today: NaiveDate) -> Brief {
    let Dossier { records, standing, .. } = dossier;
    let part = |part: Part, lines: Vec<Line>| Section { part, lines };
    let renewal = renewal::view(records, rules, today);
    let dates = renewal.dates.map(|dates| {
        let stands = renewal.stands.map_or_else(String::new, |stands| format!(" · {stands}"));
        line(format!("{dates}{stands}"), None)
    });
    // Birthdays have their own part.
    let live = standing.signals.iter().filter(|one| one.live() && one.code != "birthday");
    let signals = live.map(|signal| line(signal.text.clone(), signal.about)).collect();
    let sections = vec![
        part(Part::Dates, dates.into_iter().collect()),
        part(Part::Signals, signals),
        part(Part::Meeting, meeting(records, today).into_iter().collect()),
        part(Part::Talks, told(talks, today)),
        part(Part::Promised, promised(records, today)),
        part(Part::Theirs, theirs(records, today)),
        part(Part::Goals, goals(records, rules, today)),
        part(Part::Ask, asks(records, standing, rules, today)),
        part(Part::Birthday, birthdays(records, rules, today)),
    ];
    Brief {
        account: records.account.id,
        name: records.account.name.clone(),
        head: head(records, standing),
        sections: sections.into_iter().filter(|one| !one.lines.is_empty()).collect(),
    }
}

fn head(records: &Records, standing: &Standing) -> String {
    let account = &records.account;
    let tier = account.tier.map_or_else(|| "no tier".to_owned(), |tier| tier.to_string());
    let arr = standing.arr.or(standing.arr_recorded);
    let arr = arr.map_or_else(|| "ARR unknown".to_owned(), Money::signed_short);
    let score = match (standing.score.value, standing.score.band) {
        (Some(value), Some(band)) => format!("{} {band}", tenth(value)),
        (Some(value), None) => format!("{}? too little known", tenth(value)),
        (None, _) => "too little known".to_owned(),
    };
    let moved = trend(standing.score.trend);
    let moved = if moved.is_empty() { moved } else { format!(" {moved}") };
    format!("{tier} · {} · {arr} · {score}{moved}", account.status)
}

fn told(talks: &[LogEntry], today: NaiveDate) -> Vec<Line> {
    let talked = talks.iter().filter(|entry| entry.talk.kind != TalkKind::Note).take(TALKS);
    let lines: Vec<Line> = talked.map(|entry| talk(entry, today)).collect();
    if lines.is_empty() { vec![line("none on record: the first one", None)] } else { lines }
}

/// `10 Nov, call with J. Roy and K. Ott, −1 “budget frozen” · wants a new offer`.
fn talk(entry: &LogEntry, today: NaiveDate) -> Line {
    let LogEntry { talk, people } = entry;
    let mut text = format!("{}, {}", day(talk.on_date, today), talk.kind);
    if talk.missed {
        text.push_str(" missed");
    } else if talk.kind == TalkKind::Message && !talk.two_way {
        text.push_str(" unanswered");
    }
    if !people.is_empty() {
        let names: Vec<&str> = people.iter().map(|(_, name)| name.as_str()).collect();
        text.push_str(" with ");
        text.push_str(&names.join(", "));
    }
    if let Some(mood) = talk.mood.filter(|mood| *mood != 0) {
        let sign = if mood < 0 { ", mood −" } else { ", mood +" };
        text.extend([sign, &mood.unsigned_abs().to_string()]);
    }
    if let Some(quote) = &talk.quote {
        text.extend([", “", quote, "”"]);
    }
    if !talk.summary.is_empty() {
        text.push_str(" · ");
        text.push_str(&talk.summary);
    }
    line(text, Some(("talk", talk.id)))
}

/// The next meeting that is planned, with its agenda.
fn meeting(records: &Records, today: NaiveDate) -> Option<Line> {
    let planned = |step: &&Step| {
        step.kind == StepKind::Meeting && step.status.open() && step.due_on >= Some(today)
    };
    let next = records
        .steps
        .iter()
        .filter(planned)
        .min_by_key(|step| (step.due_on, step.at_time.is_none(), &step.at_time, step.id))?;
    let due = next.due_on?;
    let mut text = format!("{} {}", due.format("%a"), day(due, today));
    if let Some(time) = &next.at_time {
        text.extend([" ", time]);
    }
    text.extend([": ", &next.title]);
    if let Some(agenda) = &next.agenda {
        text.extend([" · ", agenda]);
    }
    Some(line(text, Some(("step", next.id))))
}

fn promised(records: &Records, today: NaiveDate) -> Vec<Line> {
    let promises = promises(records, today).into_iter();
    let told = promises.map(|promise| {
        let late = if promise.late { "LATE " } else { "" };
        line(format!("{late}{}", promise.text), Some(("step", promise.step)))
    });
    told.collect()
}

/// What somebody at the client is to do.
fn theirs(records: &Records, today: NaiveDate) -> Vec<Line> {
    let theirs = |step: &&Step| {
        step.owner == StepOwner::Client && step.status.open() && step.kind != StepKind::Meeting
    };
    let mut steps: Vec<&Step> = records.steps.iter().filter(theirs).collect();
    steps.sort_by_key(|step| (step.due_on.is_none(), step.due_on, step.id));
    let told = steps.into_iter().map(|step| {
        let of = records.contacts.iter().find(|one| Some(one.id) == step.contact_id);
        let who = step.owner_name.as_deref().or_else(|| of.map(|one| one.name.as_str()));
        let who = who.map_or_else(String::new, |who| format!("{who}: "));
        let by = step.due_on.map_or_else(String::new, |due| format!(" by {}", day(due, today)));
        let late = if step.due_on.is_some_and(|due| due < today) { "LATE " } else { "" };
        line(format!("{late}{who}{}{by}", step.title), Some(("step", step.id)))
    });
    told.collect()
}

fn goals(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<Line> {
    let plan = success::success_plan(records, rules, today);
    let running = |id: Id| {
        let mut goals = records.goals.iter();
        goals.any(|goal| goal.id == id && goal.status == GoalStatus::Running)
    };
    let told = plan.goals.iter().filter(|goal| running(goal.id));
    told.map(|goal| line(format!("{}: {}", goal.title, goal.says), Some(("goal", goal.id))))
        .collect()
}

/// What is open to ask: the outcome of the renewal first, what was never understood of them, and
/// of each opportunity what nobody asked yet.
fn asks(records: &Records, standing: &Standing, rules: &Rules, today: NaiveDate) -> Vec<Line> {
    let mut open: Vec<Line> = Vec::new();
    // Whether they left is no question to the client.
    let asked = renewal::question::question(records, today)
        .filter(|asked| asked.asks != renewal::question::Asks::Leaving);
    open.extend(asked.map(|asked| line(asked.text, None)));
    let understood = understanding::understanding(records, rules, today);
    let gaps = understood.questions.iter().filter(|one| {
        let short = understanding::QUESTIONS.iter().find(|asked| asked.key == one.key);
        short.is_some_and(|asked| understood.open.contains(&asked.short))
    });
    open.extend(gaps.map(|one| {
        // What was once answered is asked again, and the old answer is at hand.
        let old = one
            .answer
            .as_ref()
            .zip(one.on_date)
            .map(|(answer, on)| format!(" ({}: {answer})", day(on, today)));
        line(format!("{}{}", one.asks, old.unwrap_or_default()), None)
    }));
    let at_risk = standing.score.band == Some(Band::Risk);
    for one in records.opportunities.iter().filter(|one| verdict::open(one.stage)) {
        let judged = judged(one, at_risk, rules);
        let unasked = judged.questions.iter().filter(|asked| asked.answer.is_none());
        let about = Some(("opportunity", one.id));
        open.extend(unasked.map(|asked| line(format!("{}: {}", one.title, asked.asks), about)));
    }
    open
}

fn birthdays(records: &Records, rules: &Rules, today: NaiveDate) -> Vec<Line> {
    let mut soon: Vec<(NaiveDate, Id, &str)> = records
        .contacts
        .iter()
        .filter(|contact| contact.active_on(today))
        .filter_map(|one| Some((birthday::next(one.birthday?, today)?, one.id, one.name.as_str())))
        .filter(|(on, ..)| (*on - today).num_days() <= rules.days(Limit::BirthdayAhead))
        .collect();
    soon.sort_unstable();
    let told = |(on, id, name): (NaiveDate, Id, &str)| {
        let when = format!("{} {}", on.format("%a"), day(on, today));
        line(format!("{name}, {when}"), Some(("contact", id)))
    };
    soon.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests;
