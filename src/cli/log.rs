//! `trellis log LINE`: a talk, what they said and what comes of it, in one line and one commit.

use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, figure, json};
use crate::config;
use crate::desk::{Act, Reading, Receipt};
use crate::domain::account::Account;
use crate::domain::capture::{Captured, Fault};
use crate::domain::when::Order;
use crate::error::{Error, Kind, Result};
use crate::text;
use chrono::NaiveDate;
use serde_json::json as object;
use std::io::Read;

/// Letters of a pasted text that are read at most.
const LONGEST: u64 = 1 << 20;

const GRAMMAR: &str = "\
The line, its words in nearly any order:
  trellis log 'northwind dana call \"budget frozen\" nps6 mood-1 #risk !promise 2w send ROI'

  northwind dana    the account, by the beginnings of its words, and its people
  call              call, meeting, mail, event, note; missed, voicemail, answered, inbound
  yesterday         the day, where it was not today: fri, 12 nov, 3 days ago
  \"…\"               their own words
  nps6 mood-1 #risk an answer (value8, csat4, ces5, stars4), the mood, a topic: #delivery,
                    #issue, #renewal, #goals, #risk, #idea
  !promise 2w …     what is to be done, with its day: !promise, !step, !meet, !milestone
  anything else     the sentence about the talk; lines after the first are the note

In most shells the line stands in single quotes: ! and \" mean something to them.";

#[derive(Debug, clap::Args)]
#[command(after_help = GRAMMAR)]
pub struct Asked {
    /// What happened; - reads it from the standard input
    #[arg(value_name = "LINE", required = true)]
    line: Vec<String>,
    /// Say what each word is taken for and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let now = common.clock().now();
    let text = text_of(&asked.line)?;
    let order = if common.config.month_first { Order::MonthFirst } else { Order::DayFirst };
    let when = (now.today, order);
    if asked.dry_run {
        let found = common.reading()?.capture(&text, None, when)?;
        let code = if found.ready() { 0 } else { Kind::Usage.exit_code() };
        let said = said(&found, None, None, (common.json, now.today))?;
        return Ok(Answer { code, ..said });
    }
    let mut desk = common.desk()?;
    let found = desk.capture(&text, None, when)?;
    if let Some(fault) = found.faults.first() {
        return Err(refusal(fault, &desk)?);
    }
    let Some(account) = found.account.as_ref().map(|account| account.id) else {
        return Err(Error::new(Kind::Usage, "which account is meant was not said")
            .hint("the first words name the account, as in: northwind call budget frozen"));
    };
    let changes = found.changes(desk.cycle(account, now.today)?);
    let act = Act::edit(found.label(), Some(account));
    let receipt = desk.commit(&act, &changes, now)?;
    let heard = found.talk.as_ref().is_some_and(|talk| talk.two_way);
    let next = if heard { desk.next_talk_by(account, now.today)? } else { None };
    said(&found, Some(&receipt), next, (common.json, now.today))
}

/// The words as one line: what the shell gave as one word stood in quotes.
fn text_of(words: &[String]) -> Result<String> {
    if let [one] = words {
        return if one == "-" { pasted() } else { Ok(one.clone()) };
    }
    let quoted = |word: &String| {
        if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.clone() }
    };
    Ok(words.iter().map(quoted).collect::<Vec<_>>().join(" "))
}

fn pasted() -> Result<String> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::system("the standard input cannot be read", &error))?;
    if bytes.len() as u64 > LONGEST {
        return Err(Error::new(Kind::Input, "the text is longer than a note can be")
            .hint("nothing was logged; leave out what need not be kept"));
    }
    String::from_utf8(bytes).map_err(|_| {
        Error::new(Kind::Input, "the text is not written in UTF-8, nothing was logged")
            .hint("save it as UTF-8 first, or paste it into the line")
    })
}

fn refusal(fault: &Fault, reading: &Reading) -> Result<Error> {
    let Some(unknown) = &fault.unknown else {
        let error = Error::new(Kind::Usage, fault.message.clone());
        return Ok(match fault.candidates.as_slice() {
            [] => error.hint("trellis log --dry-run shows what each word is taken for"),
            names => error.hint(format!("say which: {}", names.join(", "))),
        });
    };
    if !fault.candidates.is_empty() {
        let error = Error::new(Kind::NotFound, fault.message.clone());
        return Ok(error.hint(format!("do you mean {}?", fault.candidates.join(" or "))));
    }
    let accounts: Vec<Account> = reading.every()?;
    let error = Error::new(Kind::NotFound, fault.message.clone());
    let words = || accounts.iter().flat_map(|one| one.name.split_whitespace());
    let near = config::nearest(unknown, words());
    let meant = near.and_then(|word| {
        accounts.iter().find(|one| one.name.split_whitespace().any(|part| part == word))
    });
    Ok(match meant {
        Some(account) => error.hint(format!("do you mean {}?", account.name)),
        None => error.hint("the first words name the account"),
    })
}

fn said(
    found: &Captured,
    receipt: Option<&Receipt>,
    next: Option<NaiveDate>,
    (as_json, today): (bool, NaiveDate),
) -> Result<Answer> {
    if as_json {
        return json::print(&object!({
            "version": JSON_VERSION,
            "captured": found,
            "label": found.label(),
            "dry_run": receipt.is_none(),
            "receipt": receipt,
            "effect": receipt.and_then(Receipt::effect),
            "next_talk_by": next,
        }));
    }
    let mut page = Page::default();
    if let Some(receipt) = receipt {
        let next = next.map(|next| format!("next talk by {}", figure::day(next, today)));
        let effects: Vec<String> = receipt.effect().into_iter().chain(next).collect();
        page.put(format!("Logged: {}.", text::shown(&receipt.label)));
        if !effects.is_empty() {
            page.put(format!(" {}.", text::shown(&effects.join(", "))));
        }
        page.put(" trellis undo takes it back.\n");
    }
    let rows: Vec<Vec<String>> = found
        .pieces
        .iter()
        .filter(|piece| !piece.told.is_empty())
        .map(|piece| vec![piece.text.clone(), piece.meaning.word().to_owned(), piece.told.clone()])
        .collect();
    page.table(&[(Side::Left, 40), (Side::Left, 11), (Side::Left, 60)], &rows);
    for remark in &found.remarks {
        page.put(format!("  {}\n", text::shown(&text::capital(remark))));
    }
    for fault in &found.faults {
        page.put(format!("  Not clear: {}", text::shown(&fault.message)));
        if !fault.candidates.is_empty() {
            page.put(format!(": {}", text::shown(&fault.candidates.join(", "))));
        }
        page.put("\n");
    }
    if receipt.is_none() {
        page.put("Nothing was written.\n");
    }
    Ok(page.into())
}
