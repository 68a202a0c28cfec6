//! Cells of a spreadsheet, seen before they are written: what each becomes, and what does not fit.
//!
//! ```text
//! ┏ Paste into the basics ━━━━━━━━━━━━━━━━━━ 21 of 22 cells ┓
//! ┃ The first line holds titles; it is left out.            ┃
//! ┃                                                         ┃
//! ┃▸✓ Contoso          ARR   1.2m     €1,200,000 a year …   ┃
//! ┃ ! Litware          ends  soon     a day, as 30 mar …    ┃
//! ```

use crate::desk::{Act, Commit};
use crate::domain::grid::basics::block::{Block, paste};
use crate::domain::grid::basics::{Basics, Column, Ground, Made};
use crate::tui::action::Wish;
use crate::tui::key::Input;
use crate::tui::keymap::Context;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::book::Sight;
use crate::tui::start::page::{Around, Page, Turn};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The preview, and what it is reckoned from.
#[derive(Debug)]
pub struct Fill {
    page: Page,
    rows: Vec<Basics>,
    from: (usize, Column),
    marked: usize,
    ground: Ground,
    block: Block,
}

impl Fill {
    /// What the text would do to these rows, from one of them and a column on.
    #[must_use]
    pub fn new(
        text: &str,
        rows: Vec<Basics>,
        from: (usize, Column),
        marked: usize,
        ground: Ground,
    ) -> Self {
        let block = Block::default();
        let mut fill = Self { page: Page::default(), rows, from, marked, ground, block };
        fill.take(text);
        fill
    }

    fn take(&mut self, text: &str) {
        let rows: Vec<&Basics> = self.rows.iter().collect();
        self.block = paste(text, &rows, self.from, self.marked, self.ground);
        // What does not fit is what there is to look at.
        let wrong = |made: &Made| matches!(made, Made::Wrong(_));
        let first = self.block.cells.iter().position(|cell| wrong(&cell.made));
        self.page = Page::at(first.unwrap_or_default());
    }

    fn write(&self) -> Outcome {
        let entry = &self.block.entry;
        if entry.changes.is_empty() {
            return Outcome::Closes;
        }
        let commit =
            Commit::new(Act::edit(entry.label.clone(), entry.account), entry.changes.clone());
        Outcome::ClosesWith(vec![Wish::Commit(commit.expecting(entry.expected.clone()))])
    }
}

impl Overlay for Fill {
    fn context(&self) -> Context {
        Context::Start
    }

    fn input(&mut self, input: &Input, sight: &Sight<'_>) -> Outcome {
        if let Input::Paste(text) = input {
            self.take(text);
            return Outcome::Stays;
        }
        match self.page.input(input, self.block.cells.len(), sight) {
            Turn::Close => Outcome::Closes,
            Turn::Take => self.write(),
            Turn::Moved | Turn::TakeRow | Turn::Own => Outcome::Stays,
        }
    }

    fn draw(&mut self, area: Rect, buffer: &mut Buffer, sight: &Sight<'_>) {
        let theme = sight.theme;
        let (fitting, wrong) = (self.block.fitting(), self.block.wrong());
        let mut lead: Vec<_> =
            self.block.notes.iter().map(|note| vec![(note.clone(), theme.state_watch)]).collect();
        if wrong > 0 {
            let says = match wrong {
                1 => "1 cell does not fit and is left out: !".to_owned(),
                count => format!("{count} cells do not fit and are left out: !"),
            };
            lead.push(vec![(says, theme.state_watch)]);
        }
        let count = self.block.cells.len();
        let figure = format!("{fitting} of {count} cells");
        let foot = match fitting {
            0 => "nothing to write; paste again  Esc close".to_owned(),
            fitting => format!("Enter write {fitting}  paste again  Esc close"),
        };
        let around = Around {
            title: "Paste into the basics",
            figure: &figure,
            lead: &lead,
            foot: &foot,
            columns: 100,
            chooses: true,
        };
        let Self { page, block, rows, .. } = self;
        page.draw(area, buffer, sight, &around, count, |pen, line, one, two| {
            let Some(cell) = block.cells.get(line) else { return };
            let (sign, says, style) = match &cell.made {
                Made::Said(said) => ("✓", said.means.as_str(), one),
                Made::AsItIs => ("=", "as it is", two),
                Made::Wrong(why) => ("!", why.as_str(), one.patch(theme.state_watch)),
            };
            pen.cell(1, 0, 1, sign, style);
            let name = (pen.width() / 4).clamp(10, 26);
            let whose = rows.get(cell.row).map_or("", |of| of.name.as_str());
            pen.cell(3, 0, name, whose, one);
            let x = name + 4;
            pen.cell(x, 0, 9, cell.column.spec().title, two);
            pen.cell(x + 10, 0, 14, &cell.text, one);
            pen.at(x + 25, 0, says, style);
        });
    }
}
