//! How long the book takes: reading it for the first frame, judging it, writing to it. Made-up books
//! of a stated size, the same ones every time; writes are shown beside a bare INSERT with its fsync
//! on the same disk.
//!
//! `cargo bench --bench book` measures 200 accounts, `-- --accounts 2000` a large book, and
//! `-- --write PATH --accounts 200` only leaves such a book at PATH, to be opened with `--db PATH`.

mod company;
mod floor;
mod measure;
mod table;

use chrono::NaiveDate;
use clap::Parser;
use company::Size;
use std::error::Error;
use std::io::{Write, stdout};
use std::path::PathBuf;
use trellis::clock::Clock;

#[derive(Debug, Parser)]
struct Asked {
    /// Accounts in the book; ten contacts and a hundred talks go with each.
    #[arg(long, default_value_t = 200)]
    accounts: usize,
    /// Only makes the book, at this path.
    #[arg(long, value_name = "PATH")]
    write: Option<PathBuf>,
    /// The day that the book looks back from.
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// Writes in each row that measures writing.
    #[arg(long, default_value_t = 300)]
    writes: usize,
    /// Cargo says so of itself.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let asked = Asked::parse();
    let size = Size { accounts: asked.accounts };
    let mut out = stdout().lock();
    if let Some(path) = asked.write {
        let today = asked.today.unwrap_or_else(|| Clock::Real.now().today);
        company::make(&path, size, today)?;
        writeln!(out, "{size} in {}", path.display())?;
        return Ok(());
    }
    let fixed = NaiveDate::from_ymd_opt(2026, 11, 22).ok_or("no such day")?;
    let today = asked.today.unwrap_or(fixed);
    let directory = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let path = directory.path().join("book.db");
    company::make(&path, size, today)?;
    writeln!(out, "{size}")?;
    let rows = measure::all(&path, today, asked.writes)?;
    table::print(&mut out, &rows)?;
    Ok(())
}
