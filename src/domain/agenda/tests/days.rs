//! What the rules ask for by intervals, what was put off, and days on which calendars go wrong.

use super::*;
use crate::domain::account::Tier;
use crate::domain::account::silence::{Silence, SilenceKind};
use crate::domain::plan::step::MeetingType;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// `7 review: last 22 Nov, every 7 d`, of what the rules ask for and what was put off.
fn asked(records: &Records, rules: &Rules) -> Vec<String> {
    let mut dues = of(records, rules, today(), ahead(365));
    dues.retain(|due| due.what.by_rhythm() || due.what == What::Snooze);
    dues.sort_by_key(|due| (due.on, due.what));
    dues.iter()
        .map(|due| format!("{} {}: {}", (due.on - today()).num_days(), due.what, due.text))
        .collect()
}

#[test]
fn talks_and_reviews_are_asked_for_on_the_last_day_that_is_in_time() {
    let mut records = bare();
    let mut rules = Rules::default();
    records.account.tier = Some(Tier::Strategic);
    assert_eq!(asked(&records, &rules), Vec::<String>::new(), "what was never done has no day");
    records.account.reviewed_on = Some(ago(9));
    records.last_two_way_on = Some(ago(3));
    records.held = vec![(MeetingType::Qbr, ago(90)), (MeetingType::StrategicReview, ago(20))];
    assert_eq!(
        asked(&records, &rules),
        [
            "-2 review: last 13 Nov, every 7 d",
            "1 QBR: last 24 Aug, every 91 d",
            "4 talk: last 19 Nov, every 7 d",
            "10 strategic: last 2 Nov, every 30 d",
        ]
    );
    rules.away = vec![(ahead(2), ahead(5))];
    assert_eq!(asked(&records, &rules)[2], "8 talk: last 19 Nov, every 7 d", "four days away");
    step(&mut records, StepKind::Meeting, "QBR", Some(ahead(20)));
    records.steps[0].meeting_type = Some(MeetingType::Qbr);
    assert_eq!(
        asked(&records, &rules),
        ["-2 review: last 13 Nov, every 7 d"],
        "what is planned is there itself; it looks ahead, and it is a talk"
    );
    records.steps[0].due_on = Some(ago(1));
    assert_eq!(asked(&records, &rules).len(), 4, "its day is over");
    records.account.tier = Some(Tier::Maintenance);
    records.held = vec![(MeetingType::CheckIn, ago(300))];
    records.steps.clear();
    let found = asked(&records, &Rules::default());
    assert_eq!(found.last().map(String::as_str), Some("88 talk: last 19 Nov, every 91 d"));
    assert!(found.contains(&"65 check-in: last 26 Jan, every 365 d".to_owned()), "{found:?}");
}

#[test]
fn what_was_put_off_together_comes_back_in_one_line() {
    let mut records = bare();
    let mut rest = |code: &str, kind, until_on, reason: Option<&str>| {
        let id = Id(i64::try_from(records.silences.len()).expect("few") + 1);
        records.silences.push(Silence {
            id,
            account_id: Id(1),
            kind,
            code: code.to_owned(),
            since_on: ago(3),
            until_on,
            reason: reason.map(str::to_owned),
        });
    };
    rest("champion-left", SilenceKind::Later, Some(ahead(5)), None);
    rest("cadence-late", SilenceKind::Later, Some(ahead(5)), None);
    rest("map-stale", SilenceKind::Later, Some(ahead(6)), Some("after the move"));
    rest("upset", SilenceKind::Later, Some(today()), None);
    rest("no-plan", SilenceKind::NotHere, None, None);
    let title = |code| crate::domain::signal::table::rule(code).expect("a rule").title;
    let (left, late) = (title("champion-left"), title("cadence-late"));
    let (stale, plan) = (title("map-stale"), title("no-plan"));
    assert_eq!(
        asked(&records, &Rules::default()),
        [
            format!("5 snooze: “{left}”, “{late}” come up again"),
            format!("6 snooze: “{stale}” comes up again (after the move)"),
            format!("362 snooze: “{plan}” switched off here: still so?"),
        ]
    );
}

/// What falls due on an account with this birthday, this contract and this step, as days.
fn days_of(now: &str, born: &str, ends: &str, months: i64, planned: &str) -> [String; 5] {
    let mut records = bare();
    let mut roy = Contact::named("J. Roy", Some(Id(1)), day("2020-01-01"));
    roy.birthday = Some(day(born));
    records.contacts.push(roy);
    let mut contract = Contract::of(Id(1));
    contract.ends_on = Some(day(ends));
    (contract.notice_count, contract.notice_unit) = (Some(months), Some(NoticeUnit::Months));
    contract.auto_renews = Some(true);
    records.contract = Some(contract);
    records.account.reviewed_on = Some(day(now));
    records.account.review_every = Some(30);
    step(&mut records, StepKind::Step, "call", Some(day(planned)));
    let (rules, until) = (Rules::default(), crate::domain::day::shift(day(now), 800));
    let dues = of(&records, &rules, day(now), until);
    [What::Birthday, What::Notice, What::End, What::Review, What::Step].map(|what| {
        let found = dues.iter().find(|due| due.what == what);
        found.map_or_else(String::new, |due| due.on.to_string())
    })
}

#[test]
fn days_survive_leap_years_month_ends_and_daylight_saving() {
    for (now, born, (ends, months), planned, wanted) in [
        // 29 February falls on the 28th where there is none; notice is clamped to the month's end.
        (
            "2027-02-20",
            "1984-02-29",
            ("2027-08-31", 6),
            "2027-03-01",
            ["2027-02-28", "2027-02-28", "2027-08-31", "2027-03-22", "2027-03-01"],
        ),
        (
            "2028-02-28",
            "1984-02-29",
            ("2028-03-31", 1),
            "2028-02-29",
            ["2028-02-29", "2028-02-29", "2028-03-31", "2028-03-29", "2028-02-29"],
        ),
        (
            "2028-02-29",
            "1984-02-28",
            ("2028-02-29", 0),
            "2028-03-01",
            ["2029-02-28", "", "2028-02-29", "2028-03-30", "2028-03-01"],
        ),
        (
            "2027-03-01",
            "1984-02-29",
            ("2028-05-30", 3),
            "2027-03-31",
            ["2028-02-29", "2028-02-29", "2028-05-30", "2027-03-31", "2027-03-31"],
        ),
        // The clocks go forward on 28 March 2027 in Europe, on 14 March in America, and back on 31
        // October and 7 November: thirty days stay thirty.
        (
            "2027-03-13",
            "1990-03-14",
            ("2027-04-28", 1),
            "2027-03-28",
            ["2027-03-14", "2027-03-28", "2027-04-28", "2027-04-12", "2027-03-28"],
        ),
        (
            "2027-10-30",
            "1990-10-31",
            ("2027-11-30", 1),
            "2027-11-07",
            ["2027-10-31", "2027-10-30", "2027-11-30", "2027-11-29", "2027-11-07"],
        ),
        // Over New Year.
        (
            "2027-12-31",
            "1990-01-01",
            ("2028-01-31", 1),
            "2028-01-01",
            ["2028-01-01", "2027-12-31", "2028-01-31", "2028-01-30", "2028-01-01"],
        ),
    ] {
        assert_eq!(days_of(now, born, ends, months, planned), wanted, "{now}");
    }
}

#[test]
fn two_weeks_are_fourteen_days_whatever_the_clocks_do() {
    for first in ["2027-03-20", "2027-10-24", "2028-02-20", "2027-12-25"] {
        let found = agenda(Vec::new(), &Rules::default(), day(first), day("2029-01-01"));
        let days: Vec<NaiveDate> = found.load.iter().map(|load| load.on).collect();
        assert_eq!((days.len(), days[0]), (14, day(first)));
        assert!(days.windows(2).all(|pair| (pair[1] - pair[0]).num_days() == 1), "{days:?}");
    }
}
