//! What happened at the accounts in the week: scores, answers, people, promises, talks, renewals,
//! and the review of the book.

use super::reviewed::Reviewed;
use super::told::{Sentence, Told, capital, line};
use crate::domain::plan::step::{Step, StepKind, StepStatus};
use crate::domain::records::Records;
use crate::domain::review::event::{Crossed, Event, EventKind};
use crate::domain::review::since::Since;
use crate::domain::score::print::tenth;
use crate::domain::signal::sentence::count;
use crate::domain::talk::TalkKind;
use chrono::NaiveDate;

/// How the book stands beside it.
#[derive(Debug)]
pub(super) struct Stand {
    /// Accounts in risk, to watch, healthy, and without a verdict.
    pub bands: [usize; 4],
    /// Those in risk.
    pub risk: Vec<Told>,
    pub reviewed: Reviewed,
}

/// The work at one account in the week.
#[derive(Clone, Debug)]
pub(super) struct Talked {
    whose: Told,
    talks: usize,
    missed: usize,
    done: usize,
}

impl Talked {
    /// None: neither a talk nor a step.
    pub(super) fn of(
        records: &Records,
        since: &Since,
        whose: Told,
        eve: NaiveDate,
        today: NaiveDate,
    ) -> Option<Self> {
        let inside = |day: NaiveDate| day > eve && day <= today;
        let talks =
            || records.talks.iter().filter(|one| inside(one.on_date) && one.kind != TalkKind::Note);
        let missed = talks().filter(|one| one.missed).count();
        let done = |step: &&Step| {
            step.status == StepStatus::Done
                && step.kind != StepKind::Promise
                && step.done_on.is_some_and(inside)
        };
        let beside = since.closed.iter();
        let beside = beside.filter(|one| records.steps.iter().all(|held| held.id != one.id));
        let done = records.steps.iter().chain(beside).filter(done).count();
        let talks = talks().count() - missed;
        (talks + missed + done > 0).then_some(Self { whose, talks, missed, done })
    }

    fn told(&self) -> Told {
        let parts = [
            (self.talks, count(self.talks, "talk")),
            (self.missed, count(self.missed, "missed meeting")),
            (self.done, format!("{} done", count(self.done, "step"))),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter(|(many, _)| *many > 0).map(|(_, told)| told).collect();
        self.whose.says(parts.join(", "), None)
    }
}

/// All that happened.
#[derive(Debug)]
pub(super) struct Heard {
    pub events: Vec<(Told, Event)>,
    pub crossed: Vec<(Told, Crossed)>,
    pub talked: Vec<Talked>,
}

impl Heard {
    /// The sentences of what happened, beside how the accounts stand and who was lost or new.
    pub(super) fn sentences(
        mut self,
        stand: &Stand,
        gone: Vec<Told>,
        came: Vec<Told>,
    ) -> Vec<Sentence> {
        self.events.sort_by(|(one, _), (other, _)| Told::order(one, other));
        self.crossed.sort_by(|(one, _), (other, _)| Told::order(one, other));
        self.talked.sort_by(|one, other| Told::order(&one.whose, &other.whose));
        let mut said = vec![self.scores(stand)];
        said.extend(self.answers());
        said.extend(self.people());
        said.extend(self.accounts(gone, came));
        said.extend(self.promises());
        said.push(self.work(&stand.reviewed));
        said
    }

    fn of(&self, kind: EventKind) -> Vec<Told> {
        let of = self.events.iter().filter(|(_, event)| event.kind == kind);
        of.map(|(whose, event)| whose.says(event.short.clone(), event.about).on(Some(event.on)))
            .collect()
    }

    /// `Worse: Contoso 6.4 → 5.2, risk. Better: Litware 5.8 → 6.6, watch. 4 stand in risk.`
    fn scores(&self, stand: &Stand) -> Sentence {
        let over = |(whose, over): &(Told, Crossed)| {
            let figures = format!("{} → {}, {}", tenth(over.was), tenth(over.now), over.after);
            whose
                .says(figures, Some(("account", whose.account.unwrap_or_default())))
                .on(Some(over.on))
        };
        let (worse, better): (Vec<_>, Vec<_>) =
            self.crossed.iter().partition(|(_, over)| over.after < over.before);
        let mut told = Vec::new();
        for (what, moved) in [("Worse: ", &worse), ("Better: ", &better)] {
            let parts: Vec<String> = moved
                .iter()
                .map(|(whose, over)| {
                    let (was, now) = (tenth(over.was), tenth(over.now));
                    format!("{} {was} → {now} ({})", whose.name, over.after)
                })
                .collect();
            told.extend((!parts.is_empty()).then(|| line(what, &parts)));
        }
        if told.is_empty() {
            told.push("None crossed into another band.".to_owned());
        }
        let [risk, watch, healthy, unknown] = stand.bands;
        told.push(match (risk, unknown) {
            // Of whom too little is known, nobody can say so.
            (0, 1..) => format!("None is known to be in risk; of {unknown} too little is known."),
            (0, 0) => "None is in risk.".to_owned(),
            (1, _) => "1 is in risk.".to_owned(),
            _ => format!("{risk} are in risk."),
        });
        let bands =
            format!("{risk} in risk, {watch} to watch, {healthy} healthy, {unknown} unknown");
        Sentence::new(("scores", "scores in the week"), "band", told.join(" "))
            .alarm(!worse.is_empty())
            .say(format!("Today: {bands}."))
            .on(worse.iter().chain(&better).map(|one| over(one)))
            .on(stand.risk.iter().cloned())
    }

    /// What was answered; who is least content first.
    fn answers(&self) -> Option<Sentence> {
        let mut told: Vec<(bool, Told)> = self
            .events
            .iter()
            .filter(|(_, event)| event.kind == EventKind::Answer)
            .map(|(whose, event)| {
                let told = whose.says(event.short.clone(), event.about).on(Some(event.on));
                (event.text.contains("(detractor)"), told)
            })
            .collect();
        told.sort_by_key(|(unhappy, _)| !unhappy);
        let unhappy = told.iter().filter(|(unhappy, _)| *unhappy).count();
        let told: Vec<Told> = told.into_iter().map(|(_, told)| told).collect();
        let named: Vec<String> = told.iter().map(Told::named).collect();
        (!told.is_empty()).then(|| {
            Sentence::new(("answers", "answers in the week"), "nps", line("", &named))
                .alarm(unhappy > 0)
                .say(format!(
                    "{}, {} of them not content (0 to 6).",
                    count(told.len(), "answer"),
                    unhappy
                ))
                .on(told)
        })
    }

    fn people(&self) -> Option<Sentence> {
        let (left, new) = (self.of(EventKind::Left), self.of(EventKind::Came));
        let mut parts = Vec::new();
        for told in [&left, &new] {
            let named: Vec<String> = told.iter().map(Told::named).collect();
            parts.extend((!named.is_empty()).then(|| capital(&line("", &named))));
        }
        (!parts.is_empty()).then(|| {
            Sentence::new(("people", "who left and who is new"), "map", parts.join(" "))
                .alarm(!left.is_empty())
                .on(left.into_iter().chain(new))
        })
    }

    /// `Lost: Litware. Renewals: Adatum signed. New in the book: Fabrikam.`
    fn accounts(&self, mut gone: Vec<Told>, mut came: Vec<Told>) -> Option<Sentence> {
        gone.sort_by(Told::order);
        came.sort_by(Told::order);
        let settled = self.of(EventKind::Renewal);
        let names =
            |told: &[Told]| told.iter().map(|one| one.name.clone()).collect::<Vec<String>>();
        let how = |one: &Told| format!("{} {}", one.name, one.text.trim_start_matches("renewal "));
        let renewals: Vec<String> = settled.iter().map(how).collect();
        let told = [
            ("Lost: ", names(&gone)),
            ("Renewals: ", renewals),
            ("New in the book: ", names(&came)),
        ];
        let parts: Vec<String> = told
            .iter()
            .filter(|(_, parts)| !parts.is_empty())
            .map(|(before, parts)| line(before, parts))
            .collect();
        let lost = !gone.is_empty() || settled.iter().any(|one| one.text.ends_with("lost"));
        (!parts.is_empty()).then(|| {
            let label = ("accounts", "accounts lost, renewed and new");
            Sentence::new(label, "account", parts.join(" "))
                .alarm(lost)
                .on(gone.into_iter().chain(settled).chain(came))
        })
    }

    /// `2 kept: ROI sheet (Contoso), Offer (Adatum). 1 became late: Draft (Litware).`
    fn promises(&self) -> Option<Sentence> {
        let plain = |told: Vec<Told>, before: &str| -> Vec<Told> {
            let of = |one: Told| {
                let text = one.text.strip_prefix(before).unwrap_or(&one.text).to_owned();
                Told { text, ..one }
            };
            told.into_iter().map(of).collect()
        };
        let kept = plain(self.of(EventKind::PromiseKept), "promise kept: ");
        let late = plain(self.of(EventKind::PromiseLate), "promise late: ");
        let mut parts = Vec::new();
        for (told, how) in [(&kept, "kept"), (&late, "became late")] {
            let named: Vec<String> = told.iter().map(Told::named).collect();
            if !told.is_empty() {
                parts.push(line(&format!("{} {how}: ", told.len()), &named));
            }
        }
        (!parts.is_empty()).then(|| {
            let says = |how: &'static str| {
                move |one: &Told| one.says(format!("{how}: {}", one.text), one.about)
            };
            Sentence::new(("promises", "promises in the week"), "promise", parts.join(" "))
                .alarm(!late.is_empty())
                .on(late.iter().map(says("late")))
                .on(kept.iter().map(says("kept")))
        })
    }

    /// `21 talks with 14 accounts, 1 meeting missed, 9 steps done; review held Fri 20 Nov.`
    fn work(&self, reviewed: &Reviewed) -> Sentence {
        let sum = |part: fn(&Talked) -> usize| self.talked.iter().map(part).sum::<usize>();
        let (talks, missed) = (sum(|one| one.talks), sum(|one| one.missed));
        let (done, with) = (sum(|one| one.done), self.talked.iter().filter(|one| one.talks > 0));
        let mut parts = vec![match talks {
            0 => "no talk".to_owned(),
            _ => format!("{} with {}", count(talks, "talk"), count(with.count(), "account")),
        }];
        parts.extend((missed > 0).then(|| format!("{} missed", count(missed, "meeting"))));
        let steps = if done == 0 { "no step".to_owned() } else { count(done, "step") };
        parts.push(format!("{steps} done"));
        let text = format!("{}; {}.", capital(&parts.join(", ")), reviewed.short());
        Sentence::new(("work", "talks and steps in the week"), "two-way talk", text)
            .alarm(missed > 0)
            .say(reviewed.told())
            .on(self.talked.iter().map(Talked::told))
    }
}
