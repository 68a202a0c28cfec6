//! A book made by hand for the drawings, on 22 November 2026.

use crate::domain::account::contract::{Contract, NoticeUnit, Renewal};
use crate::domain::account::own_score::Factor;
use crate::domain::account::{Account, Status, Tier};
use crate::domain::book::page::{LogEntry, LogPage};
use crate::domain::book::row::{Book, BookRow, Dossier};
use crate::domain::cell::Id;
use crate::domain::contact::{Contact, Influence, Level, Role, Stance};
use crate::domain::map::{LevelRow, Map, Seat};
use crate::domain::money::{Currency, Money};
use crate::domain::plan::cycle::Plan;
use crate::domain::plan::priority::{Priority, PriorityKind};
use crate::domain::plan::step::{Step, StepKind, StepOwner, StepStatus};
use crate::domain::records::{LastTalk, Records, ScorePoint};
use crate::domain::score::{Band, Evidence, FactorScore, Score, Source, WayBack};
use crate::domain::signal::{Severity, Signal};
use crate::domain::standing::{ActBy, Group, NextStep, Progress, Ranked, Standing};
use crate::domain::talk::{Talk, TalkKind};
use crate::domain::word::WordSet;
use chrono::{Days, NaiveDate};

pub fn today() -> NaiveDate {
    date(2026, 11, 22)
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn ago(days: u64) -> NaiveDate {
    today().checked_sub_days(Days::new(days)).expect("a date")
}

fn ahead(days: u64) -> NaiveDate {
    today().checked_add_days(Days::new(days)).expect("a date")
}

fn euros(thousands: i64) -> Money {
    Money { minor: thousands * 100_000, currency: Currency::EUR }
}

type Drawn = (Group, &'static str, &'static str, i64, &'static str, i64, &'static str);

/// Group, name, tier, ARR in thousands (0: unknown), score with trend, days to act (−1: unknown),
/// why.
const ROWS: &[Drawn] = &[
    (Group::Now, "Contoso", "S", 940, "5.2▼", 69, "champion"),
    (Group::Now, "Litware", "G", 310, "6.9▼", 210, "upset"),
    (Group::Now, "Adatum", "G", 280, "7.4", 12, "renewal"),
    (Group::Soon, "Northwind Traders", "S", 1200, "6.3▼", 163, "quiet"),
    (Group::Soon, "Tailspin", "G", 190, "7.1", -1, "no step"),
    (Group::Soon, "Fabrikam", "G", 410, "7.2", 118, "renewal"),
    (Group::Soon, "Wingtip", "M", 64, "6.6▼", -1, "usage"),
    (Group::Soon, "Proseware", "G", 150, "8.0", 301, "flat 2y"),
    (Group::Soon, "Alpine Ski", "M", 38, "7.7", 88, "renewal"),
    (Group::TooLittleKnown, "Graphic Design", "M", 0, "?", -1, "ARR"),
    (Group::TooLittleKnown, "Humongous Insurance", "G", 220, "6?", -1, "end date"),
    (Group::TooLittleKnown, "Lucerne Publishing", "M", 45, "?", 190, "score"),
    (Group::TooLittleKnown, "Margie's Travel", "M", 22, "?", -1, "end date"),
    (Group::TooLittleKnown, "School of Fine Art", "M", 18, "?", -1, "ARR"),
    (Group::InHand, "Relecloud", "S", 1050, "5.6▲", 240, "Tue 24 Nov"),
    (Group::InHand, "Trey Research", "G", 260, "6.0▲", 133, "Wed 25 Nov"),
    (Group::InHand, "VanArsdel", "G", 205, "6.2", 99, "Thu 26 Nov"),
    (Group::InHand, "Munson's Pickles", "M", 77, "7.0", 310, "Mon 30 Nov"),
    (Group::Fine, "Woodgrove Bank", "S", 880, "8.6", 275, "Fri 27 Nov"),
    (Group::Fine, "Coho Winery", "G", 170, "8.1▲", 320, "4 Dec"),
    (Group::Fine, "Datum Corp", "M", 52, "8.4", 199, "11 Dec"),
    (Group::Fine, "Bellows College", "M", 41, "7.9", 150, "9 Jan"),
];

pub fn book() -> Book {
    let mut rows: Vec<BookRow> =
        ROWS.iter().enumerate().map(|(place, row)| drawn(place, row)).collect();
    for number in 1..=23 {
        let name = format!("Fine Account {number}");
        let mut row = drawn(rows.len(), &(Group::Fine, "", "M", 30 + number, "8.2", 200, "12 Jan"));
        row.name = name;
        rows.push(row);
    }
    Book {
        accounts: rows.len(),
        rows,
        lines: Vec::new(),
        now_total: 3,
        unlinked_contacts: 0,
        unlinked_steps: 0,
        arr_total: Some(euros(12_400)),
    }
}

fn drawn(place: usize, &(group, name, tier, arr, score, days, why): &Drawn) -> BookRow {
    let digits: String = score.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let value: Option<f64> = digits.parse().ok();
    let judged = !score.contains('?');
    BookRow {
        account: Id(place.cast_signed() as i64 + 1),
        name: name.to_owned(),
        status: Status::Active,
        tier: Tier::ALL.iter().copied().find(|one| one.letter() == tier),
        arr: (arr > 0).then(|| euros(arr)),
        score: value,
        band: value.filter(|_| judged).map(|value| match value {
            ..6.0 => Band::Risk,
            6.0..8.0 => Band::Watch,
            _ => Band::Healthy,
        }),
        trend: match score.chars().last() {
            Some('▼') => Some(-0.8),
            Some('▲') => Some(0.4),
            _ => None,
        },
        act_by: (days >= 0).then(|| ahead(days as u64)),
        seats: "●✕·~●·●●●".to_owned(),
        last_talk_on: Some(ago(12 + place as u64 * 3)),
        group,
        pushed: false,
        why: why.to_owned(),
        judged_on: Some(today()),
    }
}

struct Person(&'static str, &'static str, Level, Option<i64>, bool, u64, u64);

const PEOPLE: &[Person] = &[
    Person("Ana Ruiz", "Chief Financial Officer", Level::DecisionMaker, Some(6), false, 34, 34),
    Person("Tom Lee", "Chief Operating Officer", Level::DecisionMaker, None, false, 60, 60),
    Person("Maki Ito", "Director of Operations", Level::Influencer, None, true, 270, 270),
    Person("Jo Roy", "Head of Planning", Level::Influencer, Some(5), false, 12, 12),
    Person("Pia Sy", "Analyst", Level::User, Some(9), false, 20, 20),
    Person("Karl Ott", "Planner", Level::User, Some(4), false, 12, 12),
    Person("Lea Ban", "Planner", Level::User, Some(7), false, 40, 40),
];

fn contacts() -> Vec<Contact> {
    let mut contacts: Vec<Contact> = PEOPLE
        .iter()
        .enumerate()
        .map(|(place, person)| {
            let mut contact = Contact::named(person.0, Some(Id(1)), ago(900));
            contact.id = Id(place.cast_signed() as i64 + 1);
            contact.title = Some(person.1.to_owned());
            contact.level = Some(person.2);
            contact.verified_on = Some(ago(person.6));
            contact
        })
        .collect();
    contacts[0].influence = Some(Influence::High);
    contacts[0].stance = Some(Stance::Opponent);
    contacts[1].left_on = Some(date(2026, 11, 16));
    contacts[1].roles = WordSet::of(&[Role::Champion]);
    contacts[3].roles = WordSet::of(&[Role::Champion]);
    contacts[3].influence = Some(Influence::Medium);
    contacts[3].stance = Some(Stance::Supporter);
    contacts[3].reports_to = Some(Id(1));
    for (number, name) in [(8, "Dan Fox"), (9, "Nell Abe")] {
        let mut contact = Contact::named(name, Some(Id(1)), ago(300));
        contact.id = Id(number);
        contacts.push(contact);
    }
    contacts
}

fn seat(number: usize) -> Seat {
    let person = &PEOPLE[number - 1];
    Seat {
        contact: Id(number.cast_signed() as i64),
        freshness: (1.0 - person.6 as f64 / 548.0).max(0.0),
        verified_on: Some(ago(person.6)),
        last_two_way_on: Some(ago(person.5)),
        nps: person.3,
        silent: person.4,
    }
}

fn map() -> Map {
    let row = |level, seats: &[usize], coverage| LevelRow {
        level,
        target: 3,
        seats: seats.iter().map(|number| seat(*number)).collect(),
        coverage: Some(coverage),
    };
    let unplaced = |number| Seat {
        contact: Id(number),
        freshness: 0.0,
        verified_on: None,
        last_two_way_on: None,
        nps: None,
        silent: false,
    };
    Map {
        rows: [
            row(Level::DecisionMaker, &[1, 2], 0.313),
            row(Level::Influencer, &[4, 3], 0.495),
            row(Level::User, &[5, 6, 7], 0.956),
        ],
        not_placed: vec![unplaced(8), unplaced(9)],
        coverage: Some(0.505),
        filled: 6,
        wanted: 9,
        single_threaded: false,
        nps: Some(-40),
        answers: [1, 1, 3, 1],
    }
}

fn factor(factor: Factor, score: f64, costs: f64, days: Option<u64>, text: &str) -> FactorScore {
    FactorScore {
        factor,
        in_use: true,
        source: Source::Measured,
        score: Some(score),
        measured: Some(score),
        evidence_on: days.map(ago),
        fresh: true,
        own_expired_on: None,
        weight: 10.0,
        costs,
        evidence: vec![Evidence { record: None, on_date: days.map(ago), text: text.to_owned() }],
    }
}

fn score() -> Score {
    let unknown = |one, in_use| FactorScore {
        in_use,
        source: Source::Unknown,
        score: None,
        measured: None,
        evidence: Vec::new(),
        fresh: false,
        costs: 0.0,
        ..factor(one, 1.0, 0.0, None, "")
    };
    let mut goals = factor(Factor::Goals, 7.0, 0.3, Some(5), "my own digit");
    goals.source = Source::Mine;
    Score {
        value: Some(5.23),
        low: 4.7,
        high: 5.6,
        known: 0.9,
        band: Some(Band::Risk),
        factors: vec![
            unknown(Factor::Payment, true),
            factor(Factor::Revenue, 5.5, 0.5, Some(365), "ARR 940k now, 921k a year ago"),
            unknown(Factor::Pulse, false),
            factor(Factor::Feedback, 3.5, 1.1, Some(34), "NPS −40 of 5 answers"),
            factor(Factor::Coverage, 5.0, 0.8, Some(12), "6 of 9 seats"),
            factor(Factor::Usage, 4.2, 1.3, Some(9), "seats active 40 of 75"),
            factor(Factor::Support, 6.0, 0.4, Some(9), "4 open tickets"),
            factor(Factor::Contact, 8.0, 0.2, Some(12), "last two-way talk 12 d ago"),
            goals,
            unknown(Factor::Value, false),
        ],
        ways_back: vec![WayBack {
            factor: Factor::Usage,
            from: 4.2,
            to: 7.4,
            act: "win idle seats back",
        }],
        trend: Some(-0.8),
    }
}

fn step(title: &str, owner: Option<&str>, due: NaiveDate, priority: i64) -> Step {
    let mut step = Step::titled(title, Some(due), ago(33));
    step.account_id = Some(Id(1));
    step.plan_id = Some(Id(1));
    step.priority_id = Some(Id(priority));
    if let Some(name) = owner {
        step.owner = StepOwner::Client;
        step.owner_name = Some(name.to_owned());
    }
    step
}

fn steps() -> Vec<Step> {
    let mut steps = vec![
        step("Root-cause workshop, ops", None, date(2026, 11, 16), 1),
        step("Sponsor intro CEO–CFO", Some("CEO"), date(2026, 11, 20), 1),
        step("ROI sheet", None, date(2026, 11, 18), 1),
        step("Seat review with K. Ott", Some("Karl Ott"), date(2026, 12, 4), 1),
        step("Ask J. Roy for 3 names", None, date(2026, 11, 24), 2),
        step("Meet new COO", None, date(2026, 12, 11), 2),
    ];
    steps[1].status = StepStatus::Done;
    steps[2].kind = StepKind::Promise;
    for (place, step) in steps.iter_mut().enumerate() {
        step.id = Id(place.cast_signed() as i64 + 1);
    }
    steps
}

fn signal(code: &'static str, severity: Severity, text: &str, short: &'static str) -> Signal {
    Signal {
        code,
        severity,
        text: text.to_owned(),
        short,
        since: None,
        about: None,
        gap: false,
        in_hand: None,
        silenced: false,
        swallowed: Vec::new(),
    }
}

pub fn dossier() -> Dossier {
    let mut account = Account::named("Contoso", date(2021, 3, 1));
    account.id = Id(1);
    account.tier = Some(Tier::Strategic);
    account.customer_since = Some(date(2021, 4, 1));
    let mut records = Records::bare(account);
    records.contract = Some(Contract {
        id: Id(1),
        account_id: Id(1),
        starts_on: Some(date(2024, 4, 1)),
        ends_on: Some(date(2027, 3, 31)),
        notice_count: Some(60),
        notice_unit: Some(NoticeUnit::Days),
        auto_renews: Some(true),
        term_months: Some(36),
        renewal: Renewal::NotStarted,
        note: None,
    });
    records.contacts = contacts();
    records.last_talk = Some(LastTalk {
        id: Id(1),
        on_date: ago(12),
        kind: TalkKind::Call,
        mood: Some(-1),
        summary: "Budget talk".to_owned(),
        quote: Some("budget frozen".to_owned()),
        people: vec!["Karl Ott".to_owned()],
    });
    records.plan =
        Some(Plan { id: Id(1), account_id: Id(1), starts_on: date(2026, 10, 20), ended_on: None });
    let priority = |number, kind, title: &str, metric: &str| Priority {
        id: Id(number),
        plan_id: Id(1),
        place: number,
        kind,
        title: title.to_owned(),
        metric: Some(metric.to_owned()),
    };
    records.priorities = vec![
        priority(1, PriorityKind::Repair, "Win back Operations", "active seats 40 → 75"),
        priority(2, PriorityKind::Executive, "Rebuild the map", "2 deciders known"),
    ];
    records.steps = steps();
    records.history =
        [(180, 8.1), (160, 8.3), (130, 8.2), (100, 7.4), (75, 6.8), (50, 6.1), (20, 5.5), (0, 5.2)]
            .map(|(days, score)| ScorePoint { on_date: ago(days), score: Some(score), known: 0.9 })
            .to_vec();
    let mut champion = signal(
        "champion-left",
        Severity::Now,
        "Champion left: T. Lee, 16 Nov. Nobody took over.",
        "champion",
    );
    champion.swallowed = vec![("level-gap", "Nobody fresh among decision makers.".to_owned())];
    let standing = Standing {
        account: Id(1),
        name: "Contoso".to_owned(),
        status: Status::Active,
        in_book: true,
        archived: false,
        tier: Some(Tier::Strategic),
        created_on: date(2021, 3, 1),
        arr: Some(euros(940)),
        arr_recorded: Some(euros(940)),
        act_by: Some(ActBy { act_by: date(2027, 1, 30), ends_on: date(2027, 3, 31) }),
        map: map(),
        score: score(),
        progress: Progress {
            day: Some(34),
            steps: 12,
            done: 5,
            late: 2,
            completion: Some(0.6),
            on_time: (3, 5),
            promises_kept: None,
        },
        next_step: Some(NextStep {
            step: Id(5),
            due_on: date(2026, 11, 24),
            title: "Ask J. Roy for 3 names".to_owned(),
        }),
        last_two_way_on: Some(ago(12)),
        signals: vec![
            champion,
            signal(
                "promise-late",
                Severity::Now,
                "Promise late 4 d: ROI sheet for K. Ott, due 18 Nov",
                "promise",
            ),
            signal(
                "renewal-late",
                Severity::Now,
                "Renewal talks late: should have begun 2 Oct",
                "renewal",
            ),
        ],
        holds: Factor::ALL.to_vec(),
    };
    let ranked = Ranked {
        account: Id(1),
        group: Group::Now,
        pushed: false,
        strongest: 5.0,
        rest: 2.5,
        arr_percentile: 0.9,
        weight: 21.0,
        why: "champion".to_owned(),
    };
    Dossier { records, standing, ranked }
}

/// An account about which nothing is on record but its name.
pub fn bare() -> Dossier {
    let mut dossier = dossier();
    let mut account = Account::named("Contoso", today());
    account.id = Id(1);
    dossier.records = Records::bare(account);
    let standing = &mut dossier.standing;
    standing.tier = None;
    standing.arr = None;
    standing.act_by = None;
    standing.signals.clear();
    standing.next_step = None;
    standing.progress = Progress::default();
    for row in &mut standing.map.rows {
        (row.target, row.coverage) = (1, None);
        row.seats.clear();
    }
    standing.map.not_placed.clear();
    standing.map.coverage = None;
    (standing.map.filled, standing.map.wanted) = (0, 3);
    (standing.map.nps, standing.map.answers) = (None, [0; 4]);
    let score = &mut standing.score;
    (score.value, score.band, score.trend, score.known) = (None, None, None, 0.0);
    score.ways_back.clear();
    for factor in &mut score.factors {
        (factor.in_use, factor.score, factor.costs) = (false, None, 0.0);
    }
    dossier
}

pub fn log() -> LogPage {
    let talk = |days: u64, kind, two_way, mood, summary: &str, quote: Option<&str>| Talk {
        id: Id(days.cast_signed()),
        account_id: Some(Id(1)),
        on_date: ago(days),
        kind,
        two_way,
        missed: false,
        started_by: None,
        mood,
        topics: WordSet::default(),
        summary: summary.to_owned(),
        quote: quote.map(str::to_owned),
        note: None,
    };
    let mut noted = talk(34, TalkKind::Meeting, true, Some(0), "Steering committee", None);
    noted.note = Some(
        "Ana asks what the seats of Operations cost a month; we owe her the figure before the \
         budget round in January."
            .to_owned(),
    );
    let entries = [
        (
            talk(12, TalkKind::Call, true, Some(-1), "Budget talk", Some("budget frozen")),
            "Karl Ott",
        ),
        (talk(20, TalkKind::Message, false, None, "Invitation to the workshop", None), "Pia Sy"),
        (noted, "Ana Ruiz"),
        (talk(400, TalkKind::Event, true, Some(2), "User day", Some("our best year")), "Tom Lee"),
    ]
    .map(|(talk, name)| LogEntry { talk, people: vec![(Id(1), name.to_owned())] });
    LogPage { account: Id(1), page: 0, total: 4, entries: entries.to_vec() }
}
