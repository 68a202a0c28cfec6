//! How long an account is looked at: the time comes with each key, since nothing ticks here.

use crate::domain::cell::Id;
use chrono::{DateTime, Utc};

/// The longest time between two keys that counts as looking, seconds: who went for a coffee did
/// not think about an account.
const PAUSE: i64 = 180;

/// The time spent on the account that is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    account: Option<Id>,
    heard: Option<DateTime<Utc>>,
    seconds: i64,
}

impl Watch {
    /// A key is pressed at this moment while this account is shown.
    pub fn hear(&mut self, account: Option<Id>, at: DateTime<Utc>) {
        if account != self.account {
            *self = Self { account, heard: Some(at), seconds: 0 };
            return;
        }
        let before = self.heard.replace(at).unwrap_or(at);
        self.seconds += (at - before).num_seconds().clamp(0, PAUSE);
    }

    /// Seconds spent on this account since it came on the screen.
    #[must_use]
    pub fn spent(&self, account: Id) -> i64 {
        if self.account == Some(account) { self.seconds } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a moment")
    }

    #[test]
    fn time_counts_between_the_keys_and_a_pause_counts_little() {
        let mut watch = Watch::default();
        watch.hear(Some(Id(1)), at(0));
        watch.hear(Some(Id(1)), at(20));
        watch.hear(Some(Id(1)), at(35));
        assert_eq!(watch.spent(Id(1)), 35);
        watch.hear(Some(Id(1)), at(3600));
        assert_eq!(watch.spent(Id(1)), 35 + PAUSE);
        watch.hear(Some(Id(2)), at(3610));
        assert_eq!((watch.spent(Id(1)), watch.spent(Id(2))), (0, 0));
        // A clock that is set back takes nothing away.
        watch.hear(Some(Id(2)), at(3000));
        assert_eq!(watch.spent(Id(2)), 0);
    }
}
