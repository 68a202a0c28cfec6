//! The agenda of the demo book against plain loops over its records: nothing here asks the code
//! that makes the agenda.

use super::{demo_book, now};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeMap;
use trellis::desk::Reading;
use trellis::domain::account::contract::{Contract, NoticeUnit, Renewal};
use trellis::domain::account::goal::{Goal, GoalStatus};
use trellis::domain::account::silence::{Silence, SilenceKind};
use trellis::domain::account::{Account, Status, Tier};
use trellis::domain::agenda::{Agenda, Due, What};
use trellis::domain::cell::Id;
use trellis::domain::contact::Contact;
use trellis::domain::ours::away::Away;
use trellis::domain::plan::cycle::Plan;
use trellis::domain::plan::step::{MeetingType, Step, StepKind, StepOwner, StepStatus};
use trellis::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use trellis::domain::rules::Rules;
use trellis::domain::talk::Talk;

/// So many of a kind, by where they stand.
type Counts = BTreeMap<(String, &'static str), usize>;

struct Tally {
    today: NaiveDate,
    until: NaiveDate,
    counts: Counts,
}

impl Tally {
    fn put(&mut self, what: &str, place: &'static str) {
        *self.counts.entry((what.to_owned(), place)).or_default() += 1;
    }

    /// Late where its day is over.
    fn due(&mut self, what: &str, on: NaiveDate) {
        if on <= self.until {
            self.put(what, if on < self.today { "late" } else { "ahead" });
        }
    }

    /// Asked for since its day.
    fn asked(&mut self, what: &str, on: NaiveDate) {
        if on <= self.until {
            self.put(what, if on < self.today { "asked" } else { "ahead" });
        }
    }

    /// Gone once its day is over.
    fn ahead(&mut self, what: &str, on: NaiveDate) {
        if on >= self.today {
            self.due(what, on);
        }
    }
}

/// The same of the agenda itself.
fn counted(agenda: &Agenda) -> Counts {
    let mut counts = Counts::new();
    let mut put = |due: &Due, place| {
        *counts.entry((due.what.to_string(), place)).or_default() += 1;
    };
    agenda.late.iter().for_each(|due| put(due, "late"));
    agenda.waiting.iter().for_each(|due| put(due, "asked"));
    agenda.days.iter().flat_map(|day| &day.dues).for_each(|due| put(due, "ahead"));
    agenda.others.iter().flat_map(|other| &other.dues).for_each(|due| put(due, "waited for"));
    counts
}

/// The kinds that the loops below count.
const COUNTED: [What; 15] = [
    What::Meeting,
    What::Promise,
    What::Step,
    What::Milestone,
    What::Notice,
    What::End,
    What::Renewal,
    What::Opportunity,
    What::Goal,
    What::Cycle,
    What::Review,
    What::Talk,
    What::Birthday,
    What::Snooze,
    What::Away,
];

fn steps(tally: &mut Tally, steps: &[Step], archived: &[Id]) {
    for step in steps {
        let there = step.account_id.is_none_or(|account| !archived.contains(&account));
        if !there || !matches!(step.status, StepStatus::Open | StepStatus::Doing) {
            continue;
        }
        let theirs = step.owner != StepOwner::Me
            && step.kind != StepKind::Meeting
            && step.account_id.is_some();
        match (theirs, step.due_on) {
            (true, due) if due.is_none_or(|due| due <= tally.until) => {
                tally.put(step.kind.word(), "waited for");
            }
            (false, Some(due)) => tally.due(step.kind.word(), due),
            _ => {}
        }
    }
}

/// The last day to give notice, reckoned by hand.
fn notice(contract: &Contract, end: NaiveDate) -> NaiveDate {
    let count = u32::try_from(contract.notice_count.unwrap_or(0)).unwrap();
    if contract.auto_renews == Some(false) {
        return end;
    }
    match contract.notice_unit {
        None => end,
        Some(NoticeUnit::Days) => end - Days::new(count.into()),
        Some(NoticeUnit::Weeks) => end - Days::new(7 * u64::from(count)),
        Some(NoticeUnit::Months) => end - Months::new(count),
    }
}

fn contracts(tally: &mut Tally, contracts: &[Contract], book: &[&Account], leaving: &[Id]) {
    for account in book {
        let mut of: Vec<&Contract> =
            contracts.iter().filter(|one| one.account_id == account.id).collect();
        of.sort_by_key(|one| (one.ends_on, one.id));
        if let (Status::Notified, Some(leaves)) = (account.status, account.leaves_on) {
            tally.ahead("end", leaves);
        }
        let Some((contract, end)) = of.last().and_then(|one| Some((one, one.ends_on?))) else {
            continue;
        };
        let over = matches!(contract.renewal, Renewal::Signed | Renewal::Lost);
        if account.status != Status::Active || over || leaving.contains(&account.id) {
            continue;
        }
        let act = notice(contract, end);
        if act < end {
            tally.ahead("notice", act);
        }
        tally.ahead("end", end);
        if contract.renewal == Renewal::NotStarted {
            tally.ahead("renewal", act - Days::new(120));
        }
    }
}

/// The first of them that is still ahead, years apart; a leap day falls on the 28th in between.
fn birthday(born: NaiveDate, today: NaiveDate) -> NaiveDate {
    let mut day = today;
    loop {
        let leap = (born.month(), born.day()) == (2, 29);
        let same = (day.month(), day.day()) == (born.month(), born.day());
        let instead = leap && !day.leap_year() && (day.month(), day.day()) == (2, 28);
        if same || instead {
            return day;
        }
        day = day + Days::new(1);
    }
}

/// Days between talks, and between own reviews.
fn intervals(account: &Account) -> (u64, u64) {
    let of_tier = match account.tier {
        Some(Tier::Strategic) => 7,
        Some(Tier::Growth) => 30,
        Some(Tier::Maintenance) | None => 91,
    };
    let own = |days: Option<i64>| days.map_or(of_tier, |days| u64::try_from(days).unwrap());
    (own(account.talk_every), own(account.review_every))
}

#[test]
fn the_agenda_of_the_demo_book_is_what_a_hand_counts_in_its_records() {
    let (_directory, place) = demo_book();
    let reading = Reading::open(&place.book, Rules::default()).unwrap();
    let today = now().today;
    let all: Vec<Account> = reading.every().unwrap();
    let book: Vec<&Account> = all
        .iter()
        .filter(|one| matches!(one.status, Status::Active | Status::Notified))
        .filter(|one| one.archived_on.is_none())
        .collect();
    let archived: Vec<Id> =
        all.iter().filter(|one| one.archived_on.is_some()).map(|one| one.id).collect();
    let within = |account: Id| book.iter().any(|one| one.id == account);
    let away: Vec<Away> = reading.every().unwrap();
    let every_step: Vec<Step> = reading.every().unwrap();
    let talks: Vec<Talk> = reading.every().unwrap();
    for days in [0, 14, 90, 365] {
        let until = today + Days::new(days);
        let mut tally = Tally { today, until, counts: Counts::new() };
        steps(&mut tally, &every_step, &archived);
        contracts(&mut tally, &reading.every().unwrap(), &book, &[]);
        for one in reading.every::<Opportunity>().unwrap() {
            let open = !matches!(
                one.stage,
                OpportunityStage::Won | OpportunityStage::Lost | OpportunityStage::Parked
            );
            if open && one.account_id.is_some_and(within) {
                one.next_talk_on.into_iter().for_each(|on| tally.due("opportunity", on));
                one.close_on.into_iter().for_each(|on| tally.ahead("opportunity", on));
            }
        }
        for goal in reading.every::<Goal>().unwrap() {
            if goal.status == GoalStatus::Running && within(goal.account_id) {
                tally.due("goal", goal.due_on);
            }
        }
        for plan in reading.every::<Plan>().unwrap() {
            if plan.ended_on.is_none() && within(plan.account_id) {
                tally.due("plan", plan.starts_on + Days::new(89));
            }
        }
        for contact in reading.every::<Contact>().unwrap() {
            let active = contact.left_on.is_none() && contact.archived_on.is_none();
            if let (true, Some(born)) = (active, contact.birthday)
                && contact.account_id.is_some_and(within)
            {
                tally.ahead("birthday", birthday(born, today));
            }
        }
        for silence in reading.every::<Silence>().unwrap() {
            let until = match silence.kind {
                SilenceKind::Later => silence.until_on.unwrap_or(silence.since_on + Days::new(28)),
                SilenceKind::NotHere => {
                    silence.until_on.unwrap_or(silence.since_on + Days::new(365))
                }
            };
            if until > today && within(silence.account_id) {
                tally.ahead("snooze", until);
            }
        }
        for one in &away {
            if one.to_on >= today {
                tally.ahead("away", one.from_on.max(today));
            }
        }
        // No absence of the demo book lies behind the last talk or review of an account.
        assert!(away.iter().all(|one| one.from_on > until || one.to_on < one.from_on), "{away:?}");
        for account in &book {
            let (talk_every, review_every) = intervals(account);
            if let Some(last) = account.reviewed_on {
                tally.asked("review", last + Days::new(review_every));
            }
            let two_way =
                |talk: &&Talk| talk.account_id == Some(account.id) && talk.two_way && !talk.missed;
            let last = talks.iter().filter(two_way).map(|talk| talk.on_date).max();
            let planned = every_step.iter().any(|step| {
                step.account_id == Some(account.id)
                    && step.kind == StepKind::Meeting
                    && matches!(step.status, StepStatus::Open | StepStatus::Doing)
                    && step.due_on.is_some_and(|due| due >= today)
            });
            if let (Some(last), false) = (last, planned) {
                tally.asked("talk", last + Days::new(talk_every));
            }
        }
        let agenda = reading.agenda(today, until).unwrap();
        let mut found = counted(&agenda);
        let words: Vec<&str> = COUNTED.iter().map(|what| what.word()).collect();
        found.retain(|(what, _), _| words.contains(&what.as_str()));
        assert_eq!(found, tally.counts, "{days} days");
        let mine = |step: &&Step| step.owner == StepOwner::Me || step.kind == StepKind::Meeting;
        for load in &agenda.load {
            let on_that_day = every_step.iter().filter(mine).filter(|step| {
                matches!(step.status, StepStatus::Open | StepStatus::Doing)
                    && step.due_on == Some(load.on)
                    && load.on <= until
            });
            assert_eq!(load.count, on_that_day.count(), "{}", load.on);
        }
    }
    assert!(every_step.iter().any(|step| step.meeting_type == Some(MeetingType::Qbr)));
}

#[test]
fn what_a_change_touched_is_read_again_like_the_whole() {
    use trellis::desk::{Act, Desk};
    use trellis::domain::day::shift;
    use trellis::domain::plan::step::{Change, Field};
    let (_directory, place) = demo_book();
    let today = now().today;
    let mut desk = Desk::open(&place.book, Rules::default(), now().at).unwrap();
    let reading = Reading::open(&place.book, Rules::default()).unwrap();
    let before = reading.agenda(today, shift(today, 365)).unwrap();
    let late = before.late.iter().find(|due| due.what == What::Promise).unwrap().clone();
    let (account, (_, step)) = (late.account.unwrap(), late.about.unwrap());
    let fields = vec![Field::DueOn(Some(shift(today, 3)))];
    let act = Act::edit("moved", Some(account));
    desk.commit(&act, &[Change::Edited { id: step, fields }.into()], now()).unwrap();
    let again = reading.agenda_again(before.clone(), &[account], false).unwrap();
    assert_ne!(again, before);
    assert_eq!(again, reading.agenda(today, shift(today, 365)).unwrap());
    desk.undo(None, now()).unwrap();
    let back = reading.agenda_again(again, &[account], false).unwrap();
    assert_eq!(back, before);
}

#[test]
fn a_masked_agenda_names_nobody() {
    use trellis::desk::Ahead;
    let (_directory, place) = demo_book();
    let reading = Reading::open(&place.book, Rules::default()).unwrap();
    let today = now().today;
    let until = today + Days::new(365);
    let hidden = reading.agenda_for(Ahead { today, until, mask: true }).unwrap();
    let said = format!("{hidden:?}");
    for account in reading.every::<Account>().unwrap() {
        assert!(!said.contains(&account.name), "{}", account.name);
    }
    for contact in reading.every::<Contact>().unwrap() {
        assert!(!said.contains(&contact.name), "{}", contact.name);
    }
    assert!(said.contains("Account ") && said.contains("Step "), "{said}");
    let shown = reading.agenda(today, until).unwrap();
    assert_eq!(hidden.late.len(), shown.late.len());
    assert_eq!(hidden.load, shown.load);
}
