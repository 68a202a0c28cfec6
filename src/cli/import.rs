//! `trellis import`: files of other programs into the book, previewed or at once.

use super::page::{Page, Side};
use super::{Answer, Common, JSON_VERSION, json};
use crate::clock::Moment;
use crate::desk::{Desk, Receipt};
use crate::domain::book::known::Known;
use crate::domain::money::Currency;
use crate::domain::rules::Rules;
use crate::domain::when::Order;
use crate::error::{Error, Kind as ErrorKind, Result};
use crate::exchange::import::columns::Mapping;
use crate::exchange::import::field::Kind;
use crate::exchange::import::preview::Preview;
use crate::exchange::import::refusal::Refusal;
use crate::exchange::import::{self, Options, file};
use crate::text;
use serde_json::{Value, json as object};
use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Refused, unclear and kept rows told one by one.
const TOLD: usize = 20;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Salesforce object exports (Account, Contact, Opportunity, Task) are recognised by their columns.
Any other CSV file comes in with --as and, where its columns have other names, --mapping:

  trellis import Account.csv Contact.csv Opportunity.csv Task.csv
  trellis import clients.csv --as account --mapping 'Firm=name,Yearly fee=arr,Ends=ends on'

What would happen is shown first, and written once you agree, or at once with --yes. The same files again change nothing but what is new in them. What you changed since stays.
One `trellis undo` takes an import back.")]
pub struct Asked {
    /// The files, in any order
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What the rows are, where the columns do not tell
    #[arg(long = "as", value_name = "KIND", value_parser = kind)]
    kind: Option<Kind>,
    /// Which column is which field: 'Column=field,…'
    #[arg(long, value_name = "MAPPING", requires = "kind")]
    mapping: Vec<String>,
    /// The program that the ids are from, where two programs use the same ones
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The currency of amounts that name none, else the book's own
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<Currency>,
    /// How 03/04/2026 is read, where no other row of the column tells
    #[arg(long, value_name = "ORDER", value_parser = ["day-first", "month-first"])]
    dates: Option<String>,
    /// Only say what would happen
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Write it without asking
    #[arg(long)]
    yes: bool,
}

/// What became of a preview.
enum Outcome {
    Written(Receipt),
    NothingNew,
    /// `--dry-run`, or a no to the question.
    Left,
    /// Nobody was there to ask.
    Unasked,
}

fn kind(word: &str) -> std::result::Result<Kind, String> {
    Kind::from_word(word).ok_or_else(|| {
        let all: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        format!("one of: {}", all.join(", "))
    })
}

fn currency(code: &str) -> std::result::Result<Currency, String> {
    Currency::from_code(code).ok_or_else(|| "three letters, as EUR".to_owned())
}

pub fn run(asked: &Asked, common: &Common, out: &mut dyn Write) -> Result<Answer> {
    let now = common.clock().now();
    let book = common.place()?.book;
    let (is_new, known, base) = match common.reading() {
        Ok(reading) => (false, reading.known()?, reading.rules().exchange.base),
        Err(error) if error.kind == ErrorKind::NotFound => {
            (true, Known::default(), common.rules().exchange.base)
        }
        Err(error) => return Err(error),
    };
    let options = Options {
        kind: asked.kind,
        mapping: mapping(asked)?,
        source: source(asked)?,
        day_order: match asked.dates.as_deref() {
            Some("month-first") => Order::MonthFirst,
            _ => Order::DayFirst,
        },
        currency: asked.currency.unwrap_or(base),
        today: now.today,
    };
    let inputs = asked.files.iter().map(|path| file::open(path)).collect();
    let preview = import::preview(inputs, &options, known)?;
    let mut shown = false;
    let outcome = if preview.is_empty() {
        Outcome::NothingNew
    } else if asked.dry_run {
        Outcome::Left
    } else if asked.yes {
        Outcome::Written(write(&preview, &book, common.rules().clone(), is_new, now)?)
    } else if common.json || !std::io::stdin().is_terminal() {
        Outcome::Unasked
    } else {
        shown = true;
        if agreed(&preview, out)? {
            Outcome::Written(write(&preview, &book, common.rules().clone(), is_new, now)?)
        } else {
            Outcome::Left
        }
    };
    let code = u8::from(preview.total.refused > 0);
    let answer = if common.json {
        json::print(&as_json(&preview, asked.dry_run, &outcome)?)?
    } else {
        let mut page = if shown { Page::default() } else { page(&preview) };
        page.put(match &outcome {
            Outcome::Written(receipt) => {
                format!("{}. trellis undo takes it back.\n", receipt.label)
            }
            Outcome::NothingNew => "Nothing new.\n".to_owned(),
            Outcome::Left => "Nothing was written.\n".to_owned(),
            Outcome::Unasked => "Nothing was written: --yes writes it.\n".to_owned(),
        });
        String::from(page).into()
    };
    Ok(Answer { code, ..answer })
}

/// Writes the preview as one step, after a copy of the book that was there before.
fn write(
    preview: &Preview,
    book: &Path,
    rules: Rules,
    is_new: bool,
    now: Moment,
) -> Result<Receipt> {
    let mut desk = Desk::open(book, rules, now.at)?;
    if !is_new {
        desk.backup(now.at)?;
    }
    import::apply(&mut desk, preview, now)
}

/// Shows the preview and asks whether it is to be written; anything but a yes is a no.
fn agreed(preview: &Preview, out: &mut dyn Write) -> Result<bool> {
    let failed = |error: &std::io::Error| Error::system("the question could not be asked", error);
    let mut page = page(preview);
    page.put("Write this into the book? [y/N] ");
    out.write_all(page.as_ref().as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| failed(&error))?;
    let mut said = String::new();
    std::io::stdin().lock().read_line(&mut said).map_err(|error| failed(&error))?;
    Ok(matches!(said.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn mapping(asked: &Asked) -> Result<Mapping> {
    let mut all = Mapping::default();
    if let Some(kind) = asked.kind {
        for text in &asked.mapping {
            all.0.extend(Mapping::parse(text, kind)?.0);
        }
    }
    Ok(all)
}

fn source(asked: &Asked) -> Result<Option<String>> {
    match asked.source.as_deref().map(str::trim) {
        Some("") => Err(Error::new(ErrorKind::Usage, "--source needs a name")
            .hint("the program that the file comes from, as --source salesforce")),
        other => Ok(other.map(str::to_owned)),
    }
}

fn as_json(preview: &Preview, dry_run: bool, outcome: &Outcome) -> Result<Value> {
    let mut import = serde_json::to_value(preview).map_err(|error| {
        Error::new(ErrorKind::System, format!("the answer cannot be written as JSON: {error}"))
    })?;
    if let Value::Object(fields) = &mut import {
        fields.insert("dry_run".into(), dry_run.into());
        let step = match outcome {
            Outcome::Written(receipt) => Some(receipt.step),
            _ => None,
        };
        fields.insert("written".into(), step.is_some().into());
        fields.insert("step".into(), step.into());
    }
    Ok(object!({ "version": JSON_VERSION, "import": import }))
}

/// What comes in, what does not, and why.
fn page(preview: &Preview) -> Page {
    let mut page = Page::default();
    counts(&mut page, preview);
    remarks(&mut page, preview);
    told(&mut page, "Refused", &preview.refused_rows);
    told(&mut page, "Unclear, left out", &preview.unclear_rows);
    if !preview.stays.is_empty() {
        page.put("Yours stays:\n");
        let rows: Vec<Vec<String>> = preview
            .stays
            .iter()
            .take(TOLD)
            .map(|one| {
                let said = format!(
                    "{}: “{}”, the file “{}”",
                    one.stays.field, one.stays.ours, one.stays.theirs
                );
                vec![format!("{}:{}", one.file, one.line), said]
            })
            .collect();
        page.table(&[(Side::Left, 40), (Side::Left, 100)], &rows);
        more(&mut page, preview.stays.len());
    }
    page
}

fn counts(page: &mut Page, preview: &Preview) {
    let row = |cells: [&str; 6]| cells.map(str::to_owned).to_vec();
    let mut rows = vec![row(["", "new", "changed", "same", "unclear", "refused"])];
    for kind in Kind::ALL {
        let Some(counts) = preview.by_kind.get(kind.word()) else { continue };
        let mut cells = vec![kind.counted(2).to_owned()];
        cells.extend(
            [counts.new, counts.changed, counts.same, counts.unclear, counts.refused]
                .map(|count| count.to_string()),
        );
        rows.push(cells);
    }
    let mut columns = vec![(Side::Left, 14)];
    columns.extend([(Side::Right, 9); 5]);
    page.table(&columns, &rows);
}

fn remarks(page: &mut Page, preview: &Preview) {
    for remark in preview.remarks() {
        page.put(format!("  {}\n", text::shown(&remark)));
    }
}

fn told(page: &mut Page, title: &str, rows: &[Refusal]) {
    if rows.is_empty() {
        return;
    }
    page.put(format!("{title}:\n"));
    for row in rows.iter().take(TOLD) {
        page.put(format!("  {}\n", text::shown(&row.to_string())));
    }
    more(page, rows.len());
}

fn more(page: &mut Page, count: usize) {
    if count > TOLD {
        page.put(format!("  … and {} more\n", count - TOLD));
    }
}
