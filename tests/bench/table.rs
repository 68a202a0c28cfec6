//! Timings as a small table.

use std::io::{Result, Write};
use std::time::{Duration, Instant};

/// One line of the table: the times that one thing took.
#[derive(Debug)]
pub struct Row {
    what: &'static str,
    /// Rising.
    times: Vec<Duration>,
    /// Half of the runs and 95 in 100 of them, of the thing that this one cannot be faster than.
    floor: Option<[f64; 2]>,
}

impl Row {
    pub fn new(what: &'static str, mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self { what, times, floor: None }
    }

    /// Shown as a multiple of `floor`, and by how much it is slower.
    pub fn above(self, floor: &Self) -> Self {
        Self { floor: Some([floor.within(50), floor.within(95)]), ..self }
    }

    /// The time under which so many in 100 runs stayed, ms.
    fn within(&self, share: usize) -> f64 {
        let place = (self.times.len() * share).div_ceil(100).saturating_sub(1);
        self.times.get(place).copied().unwrap_or_default().as_secs_f64() * 1e3
    }
}

/// How long `work` takes, and what came of it.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// Writes the table.
pub fn print(out: &mut impl Write, rows: &[Row]) -> Result<()> {
    writeln!(out, "{:<36} {:>5} {:>9} {:>9}", "ms", "runs", "p50", "p95")?;
    for row in rows {
        let (half, most) = (row.within(50), row.within(95));
        write!(out, "{:<36} {:>5} {half:>9.3} {most:>9.3}", row.what, row.times.len())?;
        if let Some([half_floor, most_floor]) = row.floor {
            let times = half / half_floor;
            write!(out, "   {times:.2} × bare, p95 {:+.3}", most - most_floor)?;
        }
        writeln!(out)?;
    }
    Ok(())
}
