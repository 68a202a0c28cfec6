//! How near the act-by date is: talks start 120 days before it, are late at 90 and critical at 30.
//! Source: the B2B account-management strategy article; that the days are counted back from the
//! act-by date is this project's own decision.

use crate::domain::account::contract::Renewal;
use crate::domain::day::{day, shift};
use crate::domain::rules::Rules;
use crate::domain::rules::limit::Limit;
use crate::domain::standing::ActBy;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    /// Where today lies before the act-by date and the end.
    Phase {
        /// Too early for talks.
        Early = "early",
        Open = "open", Late = "late", Critical = "critical",
        /// The act-by date is over, the contract runs.
        Passed = "passed",
        Ended = "ended",
    }
}

/// The days on which the renewal begins to matter, and where today lies among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Clock {
    pub phase: Phase,
    /// Days from today to the act-by date; negative once it is over.
    pub left: i64,
    pub open_on: NaiveDate,
    pub late_on: NaiveDate,
    pub critical_on: NaiveDate,
}

/// Only the nearest of the three thresholds counts.
#[must_use]
pub fn clock(act: ActBy, rules: &Rules, today: NaiveDate) -> Clock {
    let days = |limit| rules.days(limit);
    let before = |limit| shift(act.act_by, -days(limit));
    let left = (act.act_by - today).num_days();
    let phase = if act.ends_on < today {
        Phase::Ended
    } else if left < 0 {
        Phase::Passed
    } else if left <= days(Limit::RenewalCritical) {
        Phase::Critical
    } else if left <= days(Limit::RenewalLate) {
        Phase::Late
    } else if left <= days(Limit::RenewalOpen) {
        Phase::Open
    } else {
        Phase::Early
    };
    Clock {
        phase,
        left,
        open_on: before(Limit::RenewalOpen),
        late_on: before(Limit::RenewalLate),
        critical_on: before(Limit::RenewalCritical),
    }
}

/// That a renewal which stands so still wants something in a phase: talks begun, at last a yes.
#[must_use]
pub const fn wanting(phase: Phase, stands: Renewal) -> bool {
    match phase {
        Phase::Open | Phase::Late => matches!(stands, Renewal::NotStarted),
        Phase::Critical => matches!(stands, Renewal::NotStarted | Renewal::InTalks),
        Phase::Early | Phase::Passed | Phase::Ended => false,
    }
}

/// Both dates: `notice by 30 Jan 2027 (69 d) · ends 31 Mar 2027`, or `ends 30 Jan 2027 (69 d)`
/// where they are the same day.
#[must_use]
pub fn dates(act: ActBy, today: NaiveDate) -> String {
    let away = |to: NaiveDate| match (to - today).num_days() {
        left if left < 0 => format!("{} d ago", -left),
        left => format!("{left} d"),
    };
    let ends = day(act.ends_on, today);
    if act.act_by == act.ends_on {
        return format!("ends {ends} ({})", away(act.ends_on));
    }
    format!("notice by {} ({}) · ends {ends}", day(act.act_by, today), away(act.act_by))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signal::trial::{ago, ahead, today};

    fn phase(left: u64) -> Phase {
        let act = ActBy { act_by: ahead(left), ends_on: ahead(left + 60) };
        clock(act, &Rules::default(), today()).phase
    }

    #[test]
    fn the_nearest_threshold_is_the_phase() {
        for (left, wanted) in [
            (0, Phase::Critical),
            (30, Phase::Critical),
            (31, Phase::Late),
            (90, Phase::Late),
            (91, Phase::Open),
            (120, Phase::Open),
            (121, Phase::Early),
        ] {
            assert_eq!(phase(left), wanted, "{left} d before");
        }
        let of = |act_by, ends_on| clock(ActBy { act_by, ends_on }, &Rules::default(), today());
        assert_eq!(of(ago(1), ahead(0)).phase, Phase::Passed);
        assert_eq!(of(ago(9), ago(1)).phase, Phase::Ended);
        let found = of(ahead(100), ahead(160));
        assert_eq!((found.left, found.open_on, found.late_on), (100, ago(20), ahead(10)));
        assert_eq!(found.critical_on, ahead(70));
    }

    #[test]
    fn a_yes_ends_the_wanting_and_talks_end_it_until_it_is_critical() {
        use Renewal::{InTalks, Lost, NotStarted, Signed, VerbalYes};
        let wanted = |stands| {
            let held = |phase: &&Phase| wanting(**phase, stands);
            Phase::ALL.iter().filter(held).count()
        };
        assert_eq!([NotStarted, InTalks, VerbalYes, Signed, Lost].map(wanted), [3, 1, 0, 0, 0]);
    }

    #[test]
    fn both_dates_are_told_where_they_are_two() {
        let on = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let act = ActBy { act_by: on("2027-01-30"), ends_on: on("2027-03-31") };
        assert_eq!(dates(act, today()), "notice by 30 Jan 2027 (69 d) · ends 31 Mar 2027");
        let act = ActBy { act_by: on("2026-11-20"), ends_on: on("2026-11-20") };
        assert_eq!(dates(act, today()), "ends 20 Nov (2 d ago)");
    }
}
