//! Who was asked and stays silent, what was agreed about asking, and who is to be asked now.

use super::evidence;
use crate::domain::account::{self, Field};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::day::{day, day_ahead, days, days_between, shift, weekday, worked_after};
use crate::domain::feedback::agreement::Due;
use crate::domain::feedback::invitation::{self, Invitation};
use crate::domain::feedback::response::Silent;
use crate::domain::page::{Case, Cell, Doing, Entry, Ground, Kind, Line, Link, Proof, Span, Tone};
use crate::domain::plan::step::{self, Step};
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::percent;
use crate::domain::signal::sentence::{count, names};

/// The line whose Space asks everybody who is due.
pub const ASK_ALL: &str = "due";

/// What a call to somebody silent is made for, and the playbook that it may be part of.
const LOW_RESPONSE: &str = "low-response";
const PLAYBOOK: &str = "survey and agreement";

/// Somebody silent is phoned within so many days.
const PHONE_DAYS: i64 = 3;

pub(super) fn lines(case: &Case<'_>) -> Vec<Line> {
    let heard = &case.picture.feedback;
    let mut lines = vec![Line::title("Asking")];
    lines.push(response(case));
    lines.extend(heard.response.silent.iter().map(|one| silent(case, one)));
    lines.push(agreement(case));
    if heard.agreement.agreed_on.is_some() {
        lines.push(results(case));
        lines.push(due(case));
        lines.extend(heard.agreement.due.iter().map(|one| due_one(case, one)));
    }
    lines
}

fn name<'a>(case: &Case<'a>) -> &'a str {
    &case.records.account.name
}

/// `5 of 6 asked have answered (83 %) · want 50 %, the best 70 %`.
fn response(case: &Case<'_>) -> Line {
    let got = &case.picture.feedback.response;
    let span = case.rules.days(Limit::SurveyEvery);
    let mut spans = Vec::new();
    match got.rate {
        None => spans.push(Span::dim(got.text.clone())),
        Some(rate) => {
            let few = rate < got.wanted;
            let told = format!("{} of {} asked", got.answered, got.asked);
            spans.push(Span::text(format!("{told}, {}", percent(rate))));
            if few {
                spans.push(Span::new(" · few", Tone::Watch));
            }
            let (wanted, best) = (percent(got.wanted), percent(got.best));
            spans.push(Span::dim(format!(" · want {wanted}, the best {best}")));
        }
    }
    if got.anonymous > 0 {
        spans.push(Span::dim(format!(" · {} without a name", got.anonymous)));
    }
    let mut says = vec![format!(
        "Of the {} asked within {span} d and still there, {} have answered since.",
        count(got.asked, "contact"),
        got.answered
    )];
    let levels = got.levels.iter().filter(|one| one.asked > 0);
    let levels: Vec<String> = levels
        .map(|one| format!("{} {} of {}", evidence::level(one.level), one.answered, one.asked))
        .collect();
    if !levels.is_empty() {
        says.push(format!("By level: {}.", levels.join(", ")));
    }
    if got.anonymous > 0 {
        let unnamed = count(got.anonymous, "answer");
        says.push(format!("{unnamed} without a name: they may come from somebody silent."));
    }
    let here = case.records.contacts.iter().filter(|one| one.active_on(case.today));
    let mut proofs: Vec<Proof> = Vec::new();
    for contact in here {
        let Some(asked) = evidence::last_invitation(case, contact.id) else { continue };
        if days_between(asked.on_date, case.today) > span {
            continue;
        }
        let answer = case
            .records
            .answers
            .iter()
            .filter(|one| one.contact_id == Some(contact.id) && one.on_date >= asked.on_date)
            .max_by_key(|one| (one.on_date, one.id));
        proofs.extend(evidence::asked(case, contact.id));
        proofs.extend(answer.map(|one| evidence::answer(case, one)));
    }
    if proofs.is_empty() {
        proofs.push(evidence::none("nobody was asked lately", Kind::Invitation));
    }
    let title = format!("Response {}", got.rate.map_or_else(|| "–".to_owned(), percent));
    let ground = Ground { title, says, topic: "response rate", proofs };
    let link = Some(Link::new(Kind::Invitation));
    let entry = Entry { key: "response".to_owned(), ground, link, ..Entry::default() };
    Line::fact("answered", spans).with(entry)
}

/// Somebody to be phoned.
fn silent(case: &Case<'_>, one: &Silent) -> Line {
    let step = evidence::step_for(case, &[one.contact], &[LOW_RESPONSE], PLAYBOOK);
    let grace = shift(one.asked_on, case.rules.days(Limit::ResponseGrace));
    let state = match step.and_then(|step| step.due_on) {
        Some(due) => Span::text(weekday(due, case.today)),
        None if case.today <= grace => Span::dim(format!("until {}", day_ahead(grace, case.today))),
        None => Span::new("no step yet", Tone::Watch),
    };
    let level = one.level.map_or("no level", crate::domain::contact::Level::word);
    let cells = vec![
        Cell::left(4, vec![Span::dim("?")]),
        Cell::left(16, vec![Span::text(&one.name)]),
        Cell::right(6, vec![Span::dim(evidence::age(case, one.asked_on))]),
        Cell::left(13, vec![state]),
        Cell::rest(vec![Span::text(one.phone.clone().unwrap_or_else(|| level.to_owned()))]),
        Cell::left(16, vec![Span::dim(if one.phone.is_some() { level } else { "" })]).from(80),
    ];
    let asked = day(one.asked_on, case.today);
    let mut says = vec![format!("{} was asked on {asked} and has not answered since.", one.name)];
    says.push(match &one.phone {
        Some(phone) => format!("Call: {phone}. From 0 to 10, and why?"),
        None => "No phone number on record.".to_owned(),
    });
    let mut proofs: Vec<Proof> = evidence::asked(case, one.contact).into_iter().collect();
    proofs.push(evidence::person(case, one.contact, level));
    proofs.extend(step.map(|step| evidence::step(case, step)));
    let ground =
        Ground { title: format!("Silent: {}", one.name), says, topic: "response rate", proofs };
    let entry = Entry {
        key: format!("silent {}", one.contact.0),
        ground,
        link: Some(Link::new(Kind::Answer).about(one.contact)),
        doing: step.is_none().then(|| phone(case, one)),
        whom: None,
    };
    Line::row(cells).with(entry)
}

/// A phone step with a day.
fn phone(case: &Case<'_>, one: &Silent) -> Doing {
    let due = worked_after(shift(case.today, PHONE_DAYS));
    let title = format!("Phone {}: from 0 to 10, and why?", one.name);
    let mut call = Step::titled(&title, Some(due), case.today);
    call.account_id = Some(case.records.account.id);
    call.plan_id = case.records.plan.as_ref().map(|plan| plan.id);
    call.contact_id = Some(one.contact);
    call.signal = Some(LOW_RESPONSE.to_owned());
    Doing {
        says: "phone step",
        label: format!("{}: phone {} by {}", name(case), one.name, day(due, case.today)),
        changes: vec![step::Change::Added(call).into()],
        expected: Vec::new(),
    }
}

/// Writes one field of the account.
fn account_field(case: &Case<'_>, says: &'static str, label: &str, field: Field) -> Doing {
    let account = &case.records.account;
    let fields = vec![field];
    Doing {
        says,
        label: format!("{}: {label}", account.name),
        expected: account.expects(&fields),
        changes: vec![account::Change::Edited { id: account.id, fields }.into()],
    }
}

/// Since when they let themselves be asked.
pub(super) fn agreement(case: &Case<'_>) -> Line {
    let agreed = &case.picture.feedback.agreement;
    let account = &case.records.account;
    let spans = match agreed.agreed_on {
        Some(on) => vec![Span::text(format!("since {}", day(on, case.today)))],
        None => vec![
            Span::new("none yet", Tone::Watch),
            Span::dim(": nobody is due before they agreed to be asked"),
        ],
    };
    let every = days(case.rules.days(Limit::SurveyEvery));
    let mut says = vec![evidence::sentence(&agreed.text)];
    says.push(format!("With it, each contact is asked again {every} after the last time."));
    let proof = Proof {
        text: match agreed.agreed_on {
            Some(_) => "they agreed to be asked".to_owned(),
            None => "no day of an agreement is written down".to_owned(),
        },
        on_date: agreed.agreed_on,
        link: Some(Link::to(Kind::Agreement, account.id)),
        account: None,
    };
    let title = "Feedback agreement".to_owned();
    let ground = Ground { title, says, topic: "feedback agreement", proofs: vec![proof] };
    let doing = agreed.agreed_on.is_none().then(|| {
        let field = Field::FeedbackAgreedOn(Some(case.today));
        account_field(case, "agreed today", "feedback agreement", field)
    });
    let link = Some(Link::to(Kind::Agreement, account.id));
    let entry = Entry { key: "agreement".to_owned(), ground, link, doing, whom: None };
    Line::fact("agreement", spans).with(entry)
}

/// When they were last shown what came of it, and when again.
fn results(case: &Case<'_>) -> Line {
    let agreed = &case.picture.feedback.agreement;
    let account = &case.records.account;
    let shared = agreed.shared_on.map(|on| format!("shared {}", day(on, case.today)));
    let due = agreed.results_due_on.map(|on| day_ahead(on, case.today));
    let spans = match (shared, due, agreed.results_late) {
        (shared, Some(due), true) => vec![
            Span::new(format!("due since {due}"), Tone::Watch),
            Span::dim(
                shared
                    .map_or_else(|| " · never shared".to_owned(), |shared| format!(" · {shared}")),
            ),
        ],
        (Some(shared), Some(due), false) => {
            let left = agreed.results_due_on.map(|on| days_between(case.today, on));
            let left = left.map(|left| format!(" ({})", days(left))).unwrap_or_default();
            vec![Span::text(shared), Span::dim(format!(" · again by {due}{left}"))]
        }
        (None, Some(due), false) => vec![Span::text(format!("to be shared by {due}"))],
        (Some(shared), None, _) => vec![Span::text(shared)],
        (None, None, _) => vec![Span::dim("nothing to share before somebody answers")],
    };
    let every = days(case.rules.days(Limit::ResultsEvery));
    let says = vec![format!(
        "They hear what came of their answers every {every}: what was said, what is done, what is \
         not."
    )];
    let first = agreed.agreed_on.and_then(|agreed| {
        let since = case.records.answers.iter().filter(|one| one.on_date >= agreed);
        since.min_by_key(|one| (one.on_date, one.id))
    });
    let mut proofs: Vec<Proof> = vec![Proof {
        text: match agreed.shared_on {
            Some(_) => "they were shown the results".to_owned(),
            None => "no day is written down on which they saw the results".to_owned(),
        },
        on_date: agreed.shared_on,
        link: Some(Link::to(Kind::Agreement, account.id)),
        account: None,
    }];
    // The year is counted from whichever came last.
    let counts = first.filter(|one| agreed.shared_on.is_none_or(|shared| one.on_date > shared));
    proofs.extend(counts.map(|one| evidence::answer(case, one)));
    let title = "Results shared".to_owned();
    let ground = Ground { title, says, topic: "feedback agreement", proofs };
    let unshared = case.records.answers.iter().any(|one| {
        one.on_date <= case.today && agreed.shared_on.is_none_or(|shared| one.on_date > shared)
    });
    let doing = (unshared && agreed.shared_on != Some(case.today)).then(|| {
        let field = Field::ResultsSharedOn(Some(case.today));
        account_field(case, "shared today", "results shared", field)
    });
    let link = Some(Link::to(Kind::Agreement, account.id));
    let entry = Entry { key: "results".to_owned(), ground, link, doing, whom: None };
    Line::fact("results", spans).with(entry)
}

/// Asks these today.
fn asks(case: &Case<'_>, says: &'static str, contacts: &[Id]) -> Doing {
    let label = match contacts {
        [one] => format!("{}: {} asked", name(case), evidence::name(case, *one)),
        all => format!("{}: {} asked", name(case), count(all.len(), "contact")),
    };
    let asked = contacts.iter().map(|contact| {
        let invitation = Invitation { id: Id(0), contact_id: *contact, on_date: case.today };
        Change::from(invitation::Change::Added(invitation))
    });
    Doing { says, label, changes: asked.collect(), expected: Vec::new() }
}

/// Who is to be asked now, all of them.
fn due(case: &Case<'_>) -> Line {
    let agreed = &case.picture.feedback.agreement;
    let who: Vec<&str> = agreed.due.iter().map(|one| one.name.as_str()).collect();
    let spans = match (who.len(), agreed.next_on) {
        (0, Some(next)) => vec![Span::dim(format!("next on {}", day_ahead(next, case.today)))],
        (0, None) => vec![Span::dim("nobody there to ask")],
        (n, _) => vec![
            Span::new(format!("{} due", count(n, "contact")), Tone::Watch),
            Span::dim(format!(" · {}", names(&who))),
        ],
    };
    let every = days(case.rules.days(Limit::SurveyEvery));
    let rest = days(case.rules.days(Limit::GapRest));
    let says = vec![
        format!("Each contact is asked again {every} after the last time."),
        format!("Somebody new is left alone for {rest} first."),
    ];
    let here = case.records.contacts.iter().filter(|one| one.active_on(case.today));
    let everybody: Vec<Id> = here.map(|one| one.id).collect();
    let due: Vec<Id> = agreed.due.iter().map(|one| one.contact).collect();
    // Where nobody is due, the days on which all were asked last say until when.
    let meant = if due.is_empty() { &everybody } else { &due };
    let mut proofs: Vec<Proof> = meant
        .iter()
        .map(|one| {
            let asked = evidence::asked(case, *one);
            asked.unwrap_or_else(|| evidence::person(case, *one, "was never asked"))
        })
        .collect();
    if proofs.is_empty() {
        proofs.push(evidence::none("nobody there on record", Kind::Contact));
    }
    let title = format!("To ask: {}", count(who.len(), "contact"));
    let ground = Ground { title, says, topic: "survey-due", proofs };
    let doing = (!due.is_empty()).then(|| asks(case, "ask all today", &due));
    let link = Some(Link::new(Kind::Invitation));
    let entry = Entry { key: ASK_ALL.to_owned(), ground, link, doing, whom: None };
    Line::fact("to ask", spans).with(entry)
}

fn due_one(case: &Case<'_>, one: &Due) -> Line {
    let asked = match one.asked_on {
        Some(on) => format!("asked {}", day(on, case.today)),
        None => "never asked".to_owned(),
    };
    let since = format!("due since {}", day(one.due_on, case.today));
    let cells = vec![
        Cell::left(4, vec![Span::dim("·")]),
        Cell::left(16, vec![Span::text(&one.name)]),
        Cell::left(20, vec![Span::text(&asked)]),
        Cell::rest(vec![Span::dim(&since)]),
    ];
    let mut proofs: Vec<Proof> = evidence::asked(case, one.contact).into_iter().collect();
    proofs.push(evidence::person(case, one.contact, "is still there"));
    let ground = Ground {
        title: format!("To ask: {}", one.name),
        says: vec![evidence::sentence(&format!("{asked}, {since}"))],
        topic: "survey-due",
        proofs,
    };
    let entry = Entry {
        key: format!("due {}", one.contact.0),
        ground,
        link: Some(Link::new(Kind::Invitation).about(one.contact)),
        doing: Some(asks(case, "ask today", &[one.contact])),
        whom: None,
    };
    Line::row(cells).with(entry)
}
