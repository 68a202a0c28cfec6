//! `trellis portfolio`: the book as one picture, page by page.

use super::page::Page;
use super::{Answer, Common, json, lines};
use crate::desk::Ask;
use crate::domain::page::whole::{ladder, quadrant, runway, time};
use crate::domain::portfolio::Portfolio;
use crate::domain::quadrant::Chart;
use crate::error::Result;
use clap::ValueEnum;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// One page alone, as the screen has it
    #[arg(long, value_name = "PAGE", conflicts_with = "json")]
    page: Option<Leaf>,
}

/// The pages that show the book on a day.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Leaf {
    Quadrant,
    Ladder,
    Time,
    Runway,
}

/// All pages together, as figures.
#[derive(Debug, serde::Serialize)]
struct Seen<'a> {
    quadrant: &'a Chart,
    #[serde(flatten)]
    book: &'a Portfolio,
}

impl Leaf {
    fn put(self, said: &mut Page, book: &Portfolio, chart: &Chart) {
        let (title, page) = match self {
            Self::Quadrant => ("Quadrant", quadrant::page(chart)),
            Self::Ladder => ("Ladder", ladder::page(book)),
            Self::Time => ("Time", time::page(book, time::Order::Balance)),
            Self::Runway => ("Runway", runway::page(book)),
        };
        said.put(lines::under(title, &page));
    }
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let (reading, ask) = (common.reading()?, Ask { today, mask: common.mask });
    let (book, chart) = (reading.portfolio(ask)?, reading.chart(ask)?);
    if common.json {
        let mut all = json::figures(&Seen { quadrant: &chart, book: &book }, today)?;
        if common.mask {
            json::hide_amounts(&mut all);
        }
        return json::print(&all);
    }
    let mut said = Page::default();
    match asked.page {
        Some(leaf) => leaf.put(&mut said, &book, &chart),
        None => {
            for (nth, leaf) in Leaf::value_variants().iter().enumerate() {
                if nth > 0 {
                    said.put("\n");
                }
                leaf.put(&mut said, &book, &chart);
            }
        }
    }
    Ok(said.into())
}
