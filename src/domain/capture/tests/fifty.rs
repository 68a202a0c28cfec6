//! Fifty lines as people type them, and all that each was taken for.

use super::*;
use crate::domain::day::day as day_told;

const BOOK: [&str; 6] =
    ["Northwind Traders", "Fourth Coffee", "Contoso", "Горизонт", "青空商事", "O'Brien & Söhne"];

const WHO: [(i64, i64, &str); 9] = [
    (11, 1, "Dana Wirth"),
    (12, 1, "J. Roy"),
    (13, 1, "Tom Lee"),
    (21, 2, "Ana Lopez"),
    (41, 4, "Анна Кузнецова"),
    (42, 4, "Oleg Petrov"),
    (51, 5, "田中 太郎"),
    (52, 5, "Yuki Sato"),
    (61, 6, "Jürgen Großmann"),
];

fn those(account: Id) -> Vec<Contact> {
    let of = WHO.iter().filter(|(_, of, _)| Id(*of) == account);
    of.map(|(id, of, name)| {
        let mut contact = Contact::named(name, Some(Id(*of)), today());
        contact.id = Id(*id);
        contact
    })
    .collect()
}

/// All that a line says, in the order: account, people, kind and day, how, mood, topics, their
/// words, sentence, note; answers; what is to be done; what was not understood.
fn told(found: &Captured) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(found.account.iter().map(|one| one.name.clone()));
    parts.extend(found.people.iter().map(|one| one.name.clone()));
    if let Some(talk) = &found.talk {
        parts.push(format!("{} {}", talk.kind, day_told(talk.on_date, today())));
        let spoken = matches!(talk.kind, TalkKind::Call | TalkKind::Meeting);
        if talk.missed {
            parts.push("missed".to_owned());
        } else if talk.two_way != spoken {
            parts.push(if talk.two_way { "two-way" } else { "one-way" }.to_owned());
        }
        parts.extend(talk.started_by.map(|side| format!("by {side}")));
        parts.extend(talk.mood.map(|mood| format!("mood {mood}")));
        parts.extend(talk.topics.iter().map(|topic| format!("#{topic}")));
        parts.extend(talk.quote.iter().map(|quote| format!("“{quote}”")));
        parts.extend((!talk.summary.is_empty()).then(|| talk.summary.clone()));
        parts.extend(talk.note.iter().map(|note| format!("note {note}")));
    }
    for answer in &found.answers {
        let who = WHO.iter().find(|(id, ..)| Some(Id(*id)) == answer.contact_id);
        let who = who.map_or("nobody", |(_, _, name)| name);
        let driver = answer.driver.map_or_else(String::new, |driver| format!(" #{driver}"));
        parts.push(format!("{} {} {who}{driver}", answer.scale, answer.points));
    }
    for step in &found.steps {
        let due = step.due_on.map_or_else(String::new, |due| day_told(due, today()));
        let at = step.at_time.as_ref().map_or_else(String::new, |time| format!(" {time}"));
        parts.push(format!("{} {due}{at}: {}", step.kind, step.title));
    }
    for fault in &found.faults {
        let names = if fault.candidates.is_empty() { "" } else { ": " };
        parts.push(format!("? {}{names}{}", fault.message, fault.candidates.join(", ")));
    }
    parts.join(" | ")
}

fn typed(line: &str) -> Captured {
    let accounts: Vec<(Id, String)> = (1..).map(Id).zip(BOOK.map(str::to_owned)).collect();
    let ground = Ground {
        today: today(),
        order: Order::DayFirst,
        accounts: &accounts,
        people: &those,
        here: None,
    };
    read(line, &ground)
}

#[test]
fn fifty_lines_are_read_as_they_were_meant() {
    assert!(LINES.len() >= 50, "{}", LINES.len());
    let mut wrong = Vec::new();
    for (line, wanted) in LINES {
        let found = told(&typed(line));
        if found != *wanted {
            wrong.push(format!("{line}\n    is {found}\n   not {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_nearly_a_word_of_the_line_is_told() {
    for (line, told) in [
        ("northwind dana metting budget", "“metting” went into the sentence; meeting is near it"),
        ("northwind dana yesteday call", "“yesteday” went into the sentence; yesterday is near it"),
        (
            "northwind dana mood great",
            "a mood is a figure from -2 to +2, as in mood+1; here it is a word",
        ),
        (
            "northwind new guy peter call",
            "“call” stands in the sentence; before it, it says the kind",
        ),
        (
            "northwind dana review yesterday of the year",
            "the talk is dated today; its day stands before the sentence",
        ),
        (
            "northwind danna call",
            "“danna” is nobody here and went into the sentence; Dana Wirth is near it",
        ),
    ] {
        let remarks = typed(line).remarks;
        assert!(remarks.iter().any(|one| one == told), "{line}: {remarks:?}");
    }
    assert_eq!(typed("northwind dana call messages came late").remarks, [""; 0]);
}

/// Today is Sunday, 22 November 2026.
const LINES: &[(&str, &str)] = &[
    // Who, how, when.
    ("northwind dana call", "Northwind Traders | Dana Wirth | call 22 Nov"),
    ("nw dana call", "? no account is called “nw”"),
    (
        "Northwind: call with Dana, budget frozen until March",
        "Northwind Traders | Dana Wirth | call 22 Nov | budget frozen until March",
    ),
    (
        "northwind dana, tom met yesterday, went through the rollout plan",
        "Northwind Traders | Dana Wirth | Tom Lee | meeting 21 Nov | went through the rollout plan",
    ),
    (
        "fri northwind dana lunch, likes the new dashboards",
        "Northwind Traders | Dana Wirth | meeting 20 Nov | likes the new dashboards",
    ),
    (
        "northwind 18.11. roy mail sent the offer",
        "Northwind Traders | J. Roy | message 18 Nov | sent the offer",
    ),
    (
        "northwind roy mail answered on 18 Nov: fine with the price",
        "Northwind Traders | J. Roy | message 18 Nov | two-way | fine with the price",
    ),
    ("northwind tom voicemail", "Northwind Traders | Tom Lee | call 22 Nov | one-way"),
    ("northwind tom no-show on thu", "Northwind Traders | Tom Lee | meeting 19 Nov | missed"),
    (
        "fourth ana inbound call: seats missing after the move",
        "Fourth Coffee | Ana Lopez | call 22 Nov | by client | seats missing after the move",
    ),
    (
        "ana at fourth coffee called 3 days ago about the invoice",
        "Fourth Coffee | Ana Lopez | call 19 Nov | about the invoice",
    ),
    (
        "contoso zoom last tue - nobody from finance came",
        "Contoso | meeting 17 Nov | nobody from finance came",
    ),
    (
        "contoso note reorganisation in January, new COO",
        "Contoso | note 22 Nov | reorganisation in January, new COO",
    ),
    ("contoso event 12 nov", "Contoso | event 12 Nov"),
    ("contoso call 2026-11-02 2 days of outage", "Contoso | call 2 Nov | 2 days of outage"),
    // Moods and their words.
    (
        "northwind dana call \"budget frozen\" mood-1",
        "Northwind Traders | Dana Wirth | call 22 Nov | mood -1 | “budget frozen”",
    ),
    (
        "northwind dana call mood −2 “we will look around”",
        "Northwind Traders | Dana Wirth | call 22 Nov | mood -2 | “we will look around”",
    ),
    (
        "northwind dana call „alles gut“ mood+2",
        "Northwind Traders | Dana Wirth | call 22 Nov | mood 2 | “alles gut”",
    ),
    (
        "northwind roy call mood:1 «c'est parfait» wants a second room",
        "Northwind Traders | J. Roy | call 22 Nov | mood 1 | “c'est parfait” | wants a second room",
    ),
    (
        "northwind dana \"we never hear from you\"",
        "Northwind Traders | Dana Wirth | call 22 Nov | “we never hear from you”",
    ),
    (
        "northwind dana call, quote never closed \"they cut",
        "Northwind Traders | Dana Wirth | call 22 Nov | “they cut” | quote never closed",
    ),
    (
        "northwind dana call mood 0 #renewal price is no topic for them",
        "Northwind Traders | Dana Wirth | call 22 Nov | mood 0 | #renewal | price is no topic for them",
    ),
    (
        "northwind dana roy meeting #goals #idea growth in the north",
        "Northwind Traders | Dana Wirth | J. Roy | meeting 22 Nov | #their goals | #our idea | growth in the north",
    ),
    // Answers.
    (
        "northwind dana nps6 \"too slow\" #support",
        "Northwind Traders | Dana Wirth | NPS 6 Dana Wirth #support",
    ),
    (
        "northwind dana nps 9, roy nps 3",
        "Northwind Traders | Dana Wirth | J. Roy | NPS 9 Dana Wirth | NPS 3 J. Roy",
    ),
    (
        "northwind tom gave nps 8/10 on the call",
        "Northwind Traders | Tom Lee | call 22 Nov | gave on the call | NPS 8 Tom Lee",
    ),
    ("contoso nps4", "Contoso | NPS 4 nobody"),
    ("fourth ana value7 csat4", "Fourth Coffee | Ana Lopez | value 7 Ana Lopez | CSAT 4 Ana Lopez"),
    // What comes of it.
    (
        "northwind dana call \"budget frozen\" nps6 mood-1 #risk !promise 2w send ROI",
        "Northwind Traders | Dana Wirth | call 22 Nov | mood -1 | #risk ahead | “budget frozen” | NPS 6 Dana Wirth | promise 6 Dec: send ROI",
    ),
    (
        "northwind !promise fri send the offer to dana",
        "Northwind Traders | promise 27 Nov: send the offer to dana",
    ),
    (
        "northwind roy call !promise send price list by 1 dec",
        "Northwind Traders | J. Roy | call 22 Nov | promise 1 Dec: send price list",
    ),
    (
        "northwind tom !meet thu 10:00 QBR",
        "Northwind Traders | Tom Lee | meeting 26 Nov 10:00: QBR",
    ),
    (
        "northwind dana call all fine !step tomorrow write minutes !meet 3 dec at 9:30",
        "Northwind Traders | Dana Wirth | call 22 Nov | all fine | step 23 Nov: write minutes | meeting 3 Dec 09:30: Meeting with Dana Wirth",
    ),
    ("contoso !todo eom clean the seat list", "Contoso | step 30 Nov: clean the seat list"),
    ("contoso !milestone eoq go live", "Contoso | milestone 31 Dec: go live"),
    (
        "northwind roy mail !next call back in 2 weeks",
        "Northwind Traders | J. Roy | message 22 Nov | step 6 Dec: call back",
    ),
    // Names in two scripts, and as one's keyboard has them.
    (
        "горизонт анна call всё хорошо mood+1",
        "Горизонт | Анна Кузнецова | call 22 Nov | mood 1 | всё хорошо",
    ),
    (
        "Горизонт кузн met yesterday “бюджет заморожен”",
        "Горизонт | Анна Кузнецова | meeting 21 Nov | “бюджет заморожен”",
    ),
    (
        "гор oleg mail !promise fri договор",
        "Горизонт | Oleg Petrov | message 22 Nov | promise 27 Nov: договор",
    ),
    ("青空商事 田中 call 予算は凍結", "青空商事 | 田中 太郎 | call 22 Nov | 予算は凍結"),
    ("青空 sato meeting thu 「良い」", "青空商事 | Yuki Sato | meeting 19 Nov | “良い”"),
    ("obrien grossmann call", "O'Brien & Söhne | Jürgen Großmann | call 22 Nov"),
    ("soehne juergen mail unanswered", "O'Brien & Söhne | Jürgen Großmann | message 22 Nov"),
    // Pasted below the line.
    (
        "northwind dana mail answered\nFrom: Dana\n> budget is frozen",
        "Northwind Traders | Dana Wirth | message 22 Nov | two-way | note From: Dana\n> budget is frozen",
    ),
    ("o'brien & soehne mail, sent the offer", "O'Brien & Söhne | message 22 Nov | sent the offer"),
    ("o'brien & söhne j grossmann call", "O'Brien & Söhne | Jürgen Großmann | call 22 Nov"),
    ("青空 田中太郎 call「予算は凍結」", "青空商事 | 田中 太郎 | call 22 Nov | “予算は凍結”"),
    ("商事 太郎田中 call", "青空商事 | 田中 太郎 | call 22 Nov"),
    // In a hurry.
    (
        "northwind dana call 10:30 yesterday went well",
        "Northwind Traders | Dana Wirth | call 21 Nov | 10:30 went well",
    ),
    (
        "wirth @ northwind called, wants 20 more seats",
        "Northwind Traders | Dana Wirth | call 22 Nov | wants 20 more seats",
    ),
    (
        "northwind d wirth spoke !promise tmrw ROI deck, !meet next tue 2pm QBR",
        "Northwind Traders | Dana Wirth | call 22 Nov | promise 23 Nov: ROI deck | meeting 1 Dec 14:00: QBR",
    ),
    (
        "northwind dana call !promise in two weeks case study!",
        "Northwind Traders | Dana Wirth | call 22 Nov | promise 6 Dec: case study!",
    ),
    (
        "northwind dana call !promise ROI 2w!",
        "Northwind Traders | Dana Wirth | call 22 Nov | promise 6 Dec: ROI",
    ),
    (
        "northwind dana call 30 feb budget",
        "Northwind Traders | Dana Wirth | call 22 Nov | budget | ? “30 feb” is no day; 20 nov and 2026-11-20 are read as one",
    ),
    (
        "northwind dana !promise 31.02. ROI",
        "Northwind Traders | Dana Wirth | promise 29 Nov: 31.02. ROI | ? “31.02” is no day; 20 nov and 2026-11-20 are read as one",
    ),
    // What is not clear says so, and with what it could be.
    ("nortwind dana call budget frozen", "? no account is called “nortwind”: Northwind Traders"),
    (
        "northwind dana metting yesterday budget frozen",
        "Northwind Traders | Dana Wirth | call 21 Nov | metting budget frozen",
    ),
    (
        "northwind dana call yesteday budget frozen",
        "Northwind Traders | Dana Wirth | call 22 Nov | yesteday budget frozen",
    ),
    (
        "northwind dana nps9 nps3",
        "Northwind Traders | Dana Wirth | NPS 9 Dana Wirth | NPS 3 nobody | ? whose answer is NPS 3? It stands after the name: Dana Wirth",
    ),
    (
        "northwind dana call tomorrow",
        "Northwind Traders | Dana Wirth | call 22 Nov | ? tomorrow, 23 Nov, is still to come; what is planned begins with !: !meet, !step",
    ),
    (
        "northwind dana nps 12",
        "Northwind Traders | Dana Wirth | ? an answer on the scale NPS goes from 0 to 10",
    ),
    (
        "northwind dana mood-3 call",
        "Northwind Traders | Dana Wirth | call 22 Nov | ? a mood goes from -2, angry, to +2, delighted",
    ),
    (
        "northwind dana !promise send ROI",
        "Northwind Traders | Dana Wirth | promise 29 Nov: send ROI | ? a promise needs its day, as in !promise 2w send ROI",
    ),
    (
        "northwind dana !prmoise 2w send ROI",
        "Northwind Traders | Dana Wirth | call 22 Nov | 2w send ROI | ? nothing to be done is called !prmoise: !promise, !step, !meet, !milestone",
    ),
    (
        "northwind call @nobody",
        "Northwind Traders | call 22 Nov | ? nobody here is called “nobody”: Dana Wirth, J. Roy, Tom Lee",
    ),
];
