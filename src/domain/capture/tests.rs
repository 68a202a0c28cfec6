use super::*;
use crate::domain::feedback::{Driver, Scale};
use crate::domain::plan::step::MeetingType;
use crate::domain::talk::{Side, Topic};
use chrono::Days;

mod any;
mod complete;
mod fifty;
mod names;

/// Sunday, 22 November 2026.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn on(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

const ACCOUNTS: [&str; 11] = [
    "Northwind Traders",
    "Contoso",
    "Contoso Österreich",
    "Fourth Coffee",
    "Wingtip Toys",
    "Woodgrove Bank",
    "Adatum",
    "O'Brien & Söhne",
    "Pébéo of America",
    "Margie's Travel",
    "VanArsdel",
];

const PEOPLE: [(i64, i64, &str); 12] = [
    (11, 1, "Dana Wirth"),
    (12, 1, "J. Roy"),
    (13, 1, "Tom Lee"),
    (14, 1, "Theo An"),
    (21, 2, "Dana Lee"),
    (22, 2, "Dana Ott"),
    (23, 2, "K. Ott"),
    (24, 2, "Danalyn Marsh"),
    (51, 5, "Call Center"),
    (91, 9, "Jürgen Großmann"),
    (92, 9, "Søren Müller"),
    (93, 9, "Pat O’Neill"),
];

fn people(account: Id) -> Vec<Contact> {
    let of = PEOPLE.iter().filter(|(_, of, _)| Id(*of) == account);
    of.map(|(id, of, name)| {
        let mut contact = Contact::named(name, Some(Id(*of)), today());
        contact.id = Id(*id);
        contact
    })
    .collect()
}

fn accounts() -> Vec<(Id, String)> {
    (1..).map(Id).zip(ACCOUNTS.map(str::to_owned)).collect()
}

fn at(text: &str, here: Option<i64>) -> Captured {
    let accounts = accounts();
    let ground = Ground {
        today: today(),
        order: Order::DayFirst,
        accounts: &accounts,
        people: &people,
        here: here.map(Id),
    };
    read(text, &ground)
}

/// A line that is refused nothing.
fn fine(text: &str) -> Captured {
    let found = at(text, None);
    assert_eq!(found.faults, [], "{text}");
    assert!(found.ready());
    found
}

fn talk(text: &str) -> Talk {
    fine(text).talk.unwrap_or_else(|| panic!("{text} tells of a talk"))
}

fn refused(text: &str) -> (String, Vec<String>) {
    let fault = at(text, None).faults.into_iter().next().unwrap_or_else(|| panic!("{text}"));
    (fault.message, fault.candidates)
}

fn names(found: &Captured) -> Vec<&str> {
    found.people.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn the_whole_line_is_understood() {
    let line = "northwind dana call \"budget frozen\" nps6 mood-1 #risk !promise 2w send ROI";
    let found = fine(line);
    assert_eq!(found.account.as_ref().map(|one| one.id), Some(Id(1)));
    assert_eq!(names(&found), ["Dana Wirth"]);
    let talk = found.talk.clone().expect("a talk");
    assert_eq!((talk.kind, talk.two_way, talk.mood), (TalkKind::Call, true, Some(-1)));
    assert_eq!((talk.on_date, talk.summary.as_str()), (today(), ""));
    assert_eq!(talk.quote.as_deref(), Some("budget frozen"));
    assert!(talk.topics.iter().eq([Topic::RiskAhead]));
    let answer = &found.answers[0];
    assert_eq!((answer.scale, answer.points, answer.contact_id), (Scale::Nps, 6, Some(Id(11))));
    assert_eq!(answer.why.as_deref(), Some("budget frozen"));
    let promise = &found.steps[0];
    assert_eq!((promise.kind, promise.title.as_str()), (StepKind::Promise, "send ROI"));
    assert_eq!((promise.due_on, promise.contact_id), (Some(on("2026-12-06")), Some(Id(11))));
    assert!(promise.client_sees);
    let told: Vec<(&str, &str)> =
        found.pieces.iter().map(|one| (one.text.as_str(), one.told.as_str())).collect();
    assert_eq!(
        told,
        [
            ("northwind", "Northwind Traders"),
            ("dana", "Dana Wirth"),
            ("call", "a call, both sides took part"),
            ("\"budget frozen\"", "what they said"),
            ("nps6", "NPS 6 from Dana Wirth, a detractor"),
            ("mood-1", "unhappy"),
            ("#risk", "risk ahead"),
            ("!promise", "promised to Dana Wirth"),
            ("2w", "due Sun 6 Dec"),
            ("send ROI", "what was promised"),
        ]
    );
    assert_eq!(found.label(), "Call with Northwind Traders");
    let changes = found.changes(Some(Id(7)));
    assert_eq!(changes.len(), 4, "talk, who took part, answer, promise");
    let Change::Step(step::Change::Added(step)) = &changes[3] else { panic!("{changes:?}") };
    assert_eq!(step.plan_id, Some(Id(7)));
}

#[test]
fn the_order_of_the_words_does_not_matter() {
    let wanted = fine("northwind dana call yesterday \"frozen\" mood-1 #risk");
    for line in [
        "call with dana at northwind yesterday mood-1 \"frozen\" #risk",
        "#risk yesterday northwind: dana, call mood -1 “frozen”",
        "mood−1 dana northwind yesterday phone \"frozen\" #risk-ahead",
        "yesterday, call northwind traders with dana wirth #ris mood:-1 «frozen»",
    ] {
        let found = fine(line);
        assert_eq!(found.talk, wanted.talk, "{line}");
        assert_eq!(names(&found), ["Dana Wirth"], "{line}");
    }
}

#[test]
fn what_is_no_mark_is_the_sentence() {
    for (line, summary) in [
        ("northwind dana call wants the new API", "wants the new API"),
        ("northwind dana call about 2 days of outage", "about 2 days of outage"),
        ("northwind dana call 2 days of outage", "2 days of outage"),
        ("northwind dana call: fri we meet", "fri we meet"),
        ("northwind dana call - tom was angry", "tom was angry"),
        ("northwind dana call with us in mind", "with us in mind"),
        ("northwind dana call ticket #4711 nps", "ticket #4711 nps"),
        ("northwind dana call wow! we may go", "wow! we may go"),
        ("northwind call the budget is gone", "the budget is gone"),
        ("northwind dana call meeting was moved", "meeting was moved"),
        ("northwind dana call budget mood-1 frozen", "budget frozen"),
    ] {
        let found = fine(line);
        assert_eq!(found.talk.expect("a talk").summary, summary, "{line}");
        assert!(found.people.len() <= 1, "{line}");
    }
}

#[test]
fn the_words_about_the_talk_may_stand_between_dashes() {
    let found = fine("northwind — roy — call — all fine");
    assert_eq!(names(&found), ["J. Roy"]);
    let talk = found.talk.expect("a talk");
    assert_eq!((talk.kind, talk.summary.as_str()), (TalkKind::Call, "all fine"));
    let talk = super::tests::talk("northwind call - dana wants more");
    assert_eq!(talk.summary, "dana wants more");
    let found = fine("northwind #foo call roy");
    assert_eq!(names(&found), ["J. Roy"]);
}

#[test]
fn a_day_that_no_calendar_has_is_refused() {
    for line in ["northwind call 31.02.2026 fine", "northwind call 11/20/2026 fine"] {
        assert!(refused(line).0.contains("is no day"), "{line}");
    }
    assert_eq!(talk("northwind call release 31.02.2026 fine").on_date, today(), "in a sentence");
}

#[test]
fn the_day_of_a_talk_lies_behind() {
    for (line, day) in [
        ("northwind call", "2026-11-22"),
        ("northwind call yesterday", "2026-11-21"),
        ("northwind call fri", "2026-11-20"),
        ("northwind call sunday", "2026-11-22"),
        ("northwind call last fri", "2026-11-20"),
        ("northwind call on 12 nov", "2026-11-12"),
        ("northwind 12nov call", "2026-11-12"),
        ("northwind call 3 days ago", "2026-11-19"),
        ("northwind call -3d", "2026-11-19"),
        ("northwind call 2026-11-02", "2026-11-02"),
        ("northwind call 2.11.", "2026-11-02"),
        ("northwind call 12.8.", "2026-08-12"),
        ("fri 20 nov northwind call", "2026-11-20"),
    ] {
        assert_eq!(talk(line).on_date, on(day), "{line}");
    }
    for line in [
        "northwind call tomorrow",
        "northwind call 30 nov",
        "northwind call next fri",
        "northwind meeting 2027-10-01",
    ] {
        let (told, acts) = refused(line);
        assert!(told.contains("is still to come"), "{line}: {told}");
        assert_eq!(acts, ["!meet", "!step"]);
    }
    let found = fine("northwind call budget frozen yesterday");
    assert_eq!(found.talk.expect("a talk").on_date, today());
    assert_eq!(found.remarks.len(), 1);
}

#[test]
fn how_it_went_decides_whether_both_sides_took_part() {
    for (line, kind, two_way, missed) in [
        ("northwind dana call", TalkKind::Call, true, false),
        ("northwind dana met", TalkKind::Meeting, true, false),
        ("northwind dana mail", TalkKind::Message, false, false),
        ("northwind dana mail answered", TalkKind::Message, true, false),
        ("northwind dana call voicemail", TalkKind::Call, false, false),
        ("northwind dana meeting missed", TalkKind::Meeting, false, true),
        ("northwind dana missed", TalkKind::Meeting, false, true),
        ("northwind event", TalkKind::Event, false, false),
        ("northwind budget frozen", TalkKind::Note, false, false),
        ("northwind dana budget frozen", TalkKind::Call, true, false),
        ("northwind \"budget frozen\"", TalkKind::Call, true, false),
        ("northwind note budget frozen", TalkKind::Note, false, false),
    ] {
        let talk = talk(line);
        assert_eq!((talk.kind, talk.two_way, talk.missed), (kind, two_way, missed), "{line}");
    }
    assert_eq!(talk("northwind dana call inbound").started_by, Some(Side::Client));
    assert_eq!(refused("northwind note answered").0, "a note has no answer");
}

#[test]
fn answers_keep_their_scale_and_their_person() {
    let found = fine("northwind dana nps9 roy nps 3 \"too slow\"");
    let answers: Vec<_> =
        found.answers.iter().map(|one| (one.contact_id, one.points, one.why.as_deref())).collect();
    assert_eq!(answers, [(Some(Id(11)), 9, None), (Some(Id(12)), 3, Some("too slow"))]);
    assert_eq!(found.talk, None, "answers alone are no talk");
    assert_eq!(found.label(), "NPS 9 from Northwind Traders");
    let found = fine("northwind nps6");
    assert_eq!(found.answers[0].contact_id, None, "anonymous");
    let found = fine("northwind nps:6 dana yesterday #price");
    let answer = &found.answers[0];
    assert_eq!((answer.contact_id, answer.driver), (Some(Id(11)), Some(Driver::Price)));
    assert_eq!(answer.on_date, on("2026-11-21"));
    for (line, scale, points) in [
        ("northwind dana value8", Scale::Value, 8),
        ("northwind dana csat=4", Scale::Csat, 4),
        ("northwind dana CES7", Scale::Ces, 7),
        ("northwind dana stars5", Scale::Stars, 5),
        ("northwind dana nps0", Scale::Nps, 0),
        ("northwind dana nps10", Scale::Nps, 10),
    ] {
        let answer = &fine(line).answers[0];
        assert_eq!((answer.scale, answer.points), (scale, points), "{line}");
    }
    let (told, who) = refused("northwind dana roy nps6");
    assert_eq!(told, "whose answer is NPS 6? It stands after the name");
    assert_eq!(who, ["Dana Wirth", "J. Roy"]);
    for (line, told) in [
        ("northwind dana nps11", "an answer on the scale NPS goes from 0 to 10"),
        ("northwind dana value0", "an answer on the scale value goes from 1 to 10"),
        ("northwind dana csat6", "an answer on the scale CSAT goes from 1 to 5"),
        ("northwind dana mood-3", "a mood goes from -2, angry, to +2, delighted"),
        ("northwind dana call #price", "#price belongs to an answer, and there is none"),
    ] {
        assert_eq!(refused(line).0, told, "{line}");
    }
}

#[test]
fn moods_and_topics_are_read_as_people_write_them() {
    for (text, mood) in [
        ("mood-2", -2),
        ("mood+1", 1),
        ("mood 0", 0),
        ("mood:2", 2),
        ("mood −1", -1),
        ("mood=+2", 2),
    ] {
        assert_eq!(talk(&format!("northwind dana call {text}")).mood, Some(mood), "{text}");
    }
    let topics = talk("northwind call #delivery #iss #renewal #goals #risk #our-idea").topics;
    assert_eq!(topics.iter().count(), 6);
    assert_eq!(fine("northwind dana nps 6/10!").answers[0].points, 6);
    for line in ["northwind dana nps6.5", "northwind dana nps99999999999999999999"] {
        assert!(refused(line).0.contains("goes from 0 to 10"), "{line}");
    }
    let found = fine("northwind dana call #foo");
    assert_eq!(found.talk.expect("a talk").summary, "#foo");
    assert!(found.remarks[0].contains("#delivery, #issue"), "{:?}", found.remarks);
}

#[test]
fn what_is_to_be_done_has_a_day_and_a_title() {
    use StepKind::{Meeting, Milestone, Promise, Step as Plain};
    for (line, kind, title, due) in [
        ("!promise 2w send ROI", Promise, "send ROI", "2026-12-06"),
        ("!promise send ROI 2w", Promise, "send ROI", "2026-12-06"),
        ("!promise send ROI by fri", Promise, "send ROI", "2026-11-27"),
        ("!prom by 30 nov send \"the ROI by fri\"", Promise, "send the ROI by fri", "2026-11-30"),
        ("!step fri call back", Plain, "call back", "2026-11-27"),
        ("!step we should call", Plain, "we should call", "2026-11-29"),
        ("!s tomorrow call", Plain, "call", "2026-11-23"),
        ("!todo call", Plain, "call", "2026-11-29"),
        ("!milestone eoq go live", Milestone, "go live", "2026-12-31"),
        ("!meet fri at 9:30 QBR with the board", Meeting, "QBR with the board", "2026-11-27"),
        ("!m next tue", Meeting, "Meeting with Dana Wirth", "2026-12-01"),
    ] {
        let found = fine(&format!("northwind dana {line}"));
        let step = &found.steps[0];
        assert_eq!((step.kind, step.title.as_str()), (kind, title), "{line}");
        assert_eq!(step.due_on, Some(on(due)), "{line}");
        assert_eq!(step.first_due_on, step.due_on);
        assert_eq!(found.talk, None, "{line}");
    }
    let found = fine("northwind dana roy !meet fri at 9:30 QBR");
    let meeting = &found.steps[0];
    assert_eq!(meeting.meeting_type, Some(MeetingType::Qbr));
    assert_eq!(meeting.at_time.as_deref(), Some("09:30"));
    assert_eq!(found.changes(None).len(), 3, "the meeting and who comes");
    let found = fine("northwind dana call !step fri one !promise 2w two nps6");
    let titles: Vec<&str> = found.steps.iter().map(|step| step.title.as_str()).collect();
    assert_eq!(titles, ["one", "two"]);
    assert_eq!(found.answers[0].contact_id, Some(Id(11)));
    for (line, told) in [
        ("northwind !promise send ROI", "a promise needs its day, as in !promise 2w send ROI"),
        ("northwind !meet QBR", "a meeting needs its day, as in !meet fri 10:00"),
        ("northwind !promise 2w", "what was promised was not said"),
        ("northwind !step", "what is to be done was not said"),
        ("northwind !promiss 2w send", "nothing to be done is called !promiss"),
    ] {
        assert_eq!(refused(line).0, told, "{line}");
    }
    for (line, time, title) in [
        ("!step send notes tomorrow at 9:00", Some("09:00"), "send notes"),
        ("!promise tomorrow 9:00 send ROI", None, "9:00 send ROI"),
        ("!step tomorrow write up the 10:30 round", None, "write up the 10:30 round"),
    ] {
        let step = &fine(&format!("northwind {line}")).steps[0];
        assert_eq!((step.at_time.as_deref(), step.title.as_str()), (time, title), "{line}");
        assert_eq!(step.due_on, Some(on("2026-11-23")));
    }
    let found = fine("northwind !step yesterday call");
    assert_eq!(found.remarks, ["the day of the step is over already"]);
}

#[test]
fn the_lines_after_the_first_are_the_note() {
    let found = fine("\n northwind dana call frozen\r\n\r\nFrom: dana\nnps6 !step x\n\n");
    let talk = found.talk.expect("a talk");
    assert_eq!(talk.summary, "frozen");
    assert_eq!(talk.note.as_deref(), Some("From: dana\nnps6 !step x"));
    assert!(found.answers.is_empty() && found.steps.is_empty());
    let note = found.pieces.last().expect("a piece");
    assert_eq!((note.meaning, note.told.as_str()), (Meaning::Note, "2 lines"));
    assert_eq!(talk_of_note("northwind\nminutes"), TalkKind::Note);
}

fn talk_of_note(text: &str) -> TalkKind {
    talk(text).kind
}
