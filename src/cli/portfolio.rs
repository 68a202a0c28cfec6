//! `trellis portfolio`: the book as one picture, page by page.

use super::page::Page;
use super::{Answer, Common, json, lines};
use crate::desk::Ask;
use crate::domain::page::whole::{ladder, quadrant, runway, time};
use crate::domain::portfolio::Portfolio;
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

impl Leaf {
    fn put(self, said: &mut Page, book: &Portfolio) {
        let (title, page) = match self {
            Self::Quadrant => ("Quadrant", quadrant::page(&book.quadrant)),
            Self::Ladder => ("Ladder", ladder::page(book)),
            Self::Time => ("Time", time::page(book, time::Order::Balance)),
            Self::Runway => ("Runway", runway::page(book)),
        };
        said.put(lines::under(title, &page));
    }
}

pub fn run(asked: &Asked, common: &Common) -> Result<Answer> {
    let today = common.clock().now().today;
    let book = common.reading()?.portfolio(Ask { today, mask: common.mask })?;
    if common.json {
        let mut all = json::figures(&book, today)?;
        if common.mask {
            json::hide_amounts(&mut all);
        }
        return json::print(&all);
    }
    let mut said = Page::default();
    match asked.page {
        Some(leaf) => leaf.put(&mut said, &book),
        None => {
            for (nth, leaf) in Leaf::value_variants().iter().enumerate() {
                if nth > 0 {
                    said.put("\n");
                }
                leaf.put(&mut said, &book);
            }
        }
    }
    Ok(said.into())
}
