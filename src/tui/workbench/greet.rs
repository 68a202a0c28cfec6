//! The line that a day begins with.

use super::Workbench;
use crate::desk::Job;
use crate::domain::daily;
use crate::domain::day::shift;
use crate::error::Result;

impl Workbench {
    /// At the first start of a day: what it asks for, in a line.
    pub(super) fn greet(&mut self) -> Result<()> {
        let today = self.app.shown.today;
        if self.app.shown.mask || !daily::is_due(self.reading.noted(daily::SAID)?.as_deref(), today)
        {
            return Ok(());
        }
        let agenda = self.reading.agenda(today, shift(today, daily::NOTICE_AHEAD))?;
        // The list on the screen may still be the one from before it was judged.
        if let Some(line) = daily::line(&agenda, self.reading.book()?.now_total) {
            self.app.say(format!("Today: {line}."));
        }
        let content = today.to_string();
        self.app.ask(Job::Note { key: daily::SAID, content }, None);
        Ok(())
    }
}
