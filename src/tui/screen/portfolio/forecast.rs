//! What a quarter may bring, quarter by quarter.

use crate::domain::forecast::five;
use crate::domain::forecast::outlook::Outlook;
use crate::domain::forecast::quarter::Quarter;
use crate::domain::page::Page;
use crate::domain::page::whole::forecast::{self, TARGET};
use crate::tui::action::{Action, Opening, Wish};
use crate::tui::form::subject::Subject;
use crate::tui::keymap::Context;
use crate::tui::screen::book::Sight;
use crate::tui::screen::leaves::{Here, Leaf};
use crate::tui::screen::whole::Want;
use crate::tui::widget::page::PagePlace;

/// The quarter that is looked at.
#[derive(Debug, Default)]
pub struct Forecast {
    /// None: the one that today lies in.
    quarter: Option<Quarter>,
}

impl Forecast {
    fn quarter(&self, sight: &Sight<'_>) -> Quarter {
        self.quarter.unwrap_or_else(|| Quarter::of(sight.today))
    }

    /// What was read of it; none while that is another one's.
    fn outlook<'a>(&self, sight: &Sight<'a>) -> Option<&'a Outlook> {
        let outlook = sight.beside.whole.quarter.as_deref()?;
        (outlook.quarter == self.quarter(sight)).then_some(outlook)
    }
}

/// Five lines for a mail.
fn copied(outlook: &Outlook, sight: &Sight<'_>) -> Vec<Wish> {
    let text = five::lines(outlook, sight.rules).join("\n");
    let says = format!("{} in five lines copied.", outlook.quarter.title());
    vec![Wish::Copy { text, says }]
}

impl Leaf for Forecast {
    fn name(&self) -> &'static str {
        "Forecast"
    }

    fn wants(&self, sight: &Sight<'_>) -> Want {
        Want::Quarter(self.quarter(sight))
    }

    fn page(&self, sight: &Sight<'_>) -> Option<Page> {
        Some(forecast::page(self.outlook(sight)?, sight.rules))
    }

    fn context(&self) -> Context {
        Context::Quarter
    }

    fn update(
        &mut self,
        action: Action,
        here: &Here<'_>,
        _place: &mut PagePlace,
        sight: &Sight<'_>,
    ) -> Option<Vec<Wish>> {
        let quarter = self.quarter(sight);
        match action {
            Action::Left => self.quarter = Some(quarter.before()),
            Action::Right => self.quarter = Some(quarter.next()),
            Action::Copy => return Some(copied(self.outlook(sight)?, sight)),
            Action::Open | Action::Edit if here.entry?.key == TARGET => {
                let form = Subject::Target { quarter: quarter.to_string() };
                return Some(vec![Wish::Open(Opening::Form(form))]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    fn concept(&self) -> &'static str {
        "forecast"
    }
}
