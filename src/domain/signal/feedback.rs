//! What clients said and how they sounded: detractors, moods, levels, silence.

use super::facts::Facts;
use super::found::Found;
use super::sentence::{and_more, count, day, names};
use crate::domain::cell::Id;
use crate::domain::contact::Level;
use crate::domain::map::{DETRACTOR, nps, vote};
use crate::domain::records::TalkFact;
use crate::domain::rules::limit::Limit;
use crate::domain::score::value;
use chrono::NaiveDate;

/// A later talk with one of these people (anybody, where nobody is named) that went well enough.
fn mended(facts: &Facts<'_>, people: &[Id], after: NaiveDate) -> bool {
    facts.records.talks.iter().any(|talk| {
        talk.on_date > after
            && talk.mood.is_some_and(|mood| mood >= 0)
            && (people.is_empty() || talk.people.iter().any(|id| people.contains(id)))
    })
}

pub(super) fn open_detractor(facts: &Facts<'_>) -> Option<Found> {
    let mut open: Vec<_> = facts
        .latest_nps()
        .filter(|(contact, answer)| {
            vote(answer.points) == DETRACTOR && !mended(facts, &[contact.id], answer.on_date)
        })
        .collect();
    open.sort_by_key(|(contact, answer)| (answer.points, answer.on_date, contact.id));
    let (contact, answer) = *open.first()?;
    let since = open.iter().map(|(_, answer)| answer.on_date).min();
    let newest = open.iter().map(|(_, answer)| answer.on_date).max()?;
    let text = format!(
        "Detractor: {} gave {}, {}{}. No better talk since.",
        contact.name,
        answer.points,
        day(answer.on_date, facts.today),
        and_more(open.len() - 1)
    );
    Some(Found::event(text).since(since).newest(newest).about("contact", contact.id))
}

/// Talks in a mood of −1 or worse that no later talk has mended, newest first.
fn open_bad_talks<'a>(facts: &Facts<'a>) -> Vec<&'a TalkFact> {
    let talks = &facts.records.talks;
    talks
        .iter()
        .filter(|talk| talk.mood.is_some_and(|mood| mood <= -1))
        .filter(|talk| !mended(facts, &talk.people, talk.on_date))
        .collect()
}

pub(super) fn upset(facts: &Facts<'_>) -> Option<Found> {
    let bad = open_bad_talks(facts);
    let angry = bad.iter().find(|talk| talk.mood.is_some_and(|mood| mood <= -2));
    let span = facts.rules.days(Limit::UpsetDays);
    let twice = bad.windows(2).find(|pair| match pair {
        [newer, older] => (newer.on_date - older.on_date).num_days() <= span,
        _ => false,
    });
    let first = match (angry, twice) {
        (Some(talk), None) => talk.on_date,
        (None, Some(pair)) => pair.last()?.on_date,
        (Some(talk), Some(pair)) => talk.on_date.min(pair.last()?.on_date),
        (None, None) => return None,
    };
    let worst = angry.or_else(|| twice.and_then(<[_]>::first))?;
    let newest = bad.first()?.on_date;
    let people = facts.people_of(worst);
    let who = if people.is_empty() { String::new() } else { format!("{}, ", names(&people)) };
    let mood = worst.mood.unwrap_or_default().unsigned_abs();
    let quote = facts
        .records
        .last_talk
        .as_ref()
        .filter(|last| last.id == worst.id)
        .and_then(|last| last.quote.as_deref())
        .map(|quote| format!(" “{quote}”"))
        .unwrap_or_default();
    let when = day(worst.on_date, facts.today);
    let text = format!("Upset: {who}{} {when}, mood −{mood}.{quote}", worst.kind);
    Some(Found::event(text).since(Some(first)).newest(newest).about("talk", worst.id))
}

pub(super) fn levels_disagree(facts: &Facts<'_>) -> Option<Found> {
    let mut levels: Vec<(i64, Level)> = Level::ALL
        .iter()
        .filter_map(|level| {
            let mut votes = [0; 3];
            for (_, answer) in facts.latest_nps().filter(|(one, _)| one.level == Some(*level)) {
                votes[vote(answer.points)] += 1;
            }
            Some((nps(votes)?, *level))
        })
        .collect();
    levels.sort_unstable();
    let ((low, low_level), (high, high_level)) = (levels.first()?, levels.last()?);
    let text =
        format!("Levels disagree: {high_level}s NPS {high}, {low_level}s {low}.").replace('-', "−");
    ((high - low) as f64 >= facts.rules.limit(Limit::LevelsApart)).then(|| Found::event(text))
}

pub(super) fn value_unfelt(facts: &Facts<'_>) -> Option<Found> {
    let nps = facts.map.nps.filter(|nps| *nps as f64 >= facts.rules.limit(Limit::LikedNps))?;
    let told = value::latest(facts.records, facts.today).filter(|_| facts.strategic_or_growth())?;
    let when = day(told.on_date, facts.today);
    let text =
        format!("Liked, but is it worth it? NPS {nps}, perceived value {} ({when}).", told.points);
    (told.points as f64 <= facts.rules.limit(Limit::ValueLow))
        .then(|| Found::event(text).on(told.on_date).about("answer", told.id))
}

pub(super) fn survey_due(facts: &Facts<'_>) -> Option<Found> {
    let invitations = &facts.records.invitations;
    if invitations.is_empty() {
        return Some(Found::gap("Nobody here was ever asked for feedback."));
    }
    let every = facts.rules.days(Limit::SurveyEvery);
    let due: Vec<&str> = facts
        .active_contacts()
        .filter(|contact| {
            let last = invitations.iter().filter(|one| one.contact_id == contact.id);
            last.map(|one| one.on_date).max().is_some_and(|day| facts.ago(day) >= every)
        })
        .map(|contact| contact.name.as_str())
        .collect();
    let text = format!("Survey due: {}, last asked half a year ago.", names(&due));
    (!due.is_empty()).then(|| Found::event(text))
}

pub(super) fn low_response(facts: &Facts<'_>) -> Option<Found> {
    let asked: Vec<(Id, NaiveDate)> = facts
        .active_contacts()
        .filter_map(|contact| {
            let theirs = facts.records.invitations.iter().filter(|i| i.contact_id == contact.id);
            Some((contact.id, theirs.map(|i| i.on_date).max()?))
        })
        .filter(|(_, day)| facts.within(*day, facts.rules.days(Limit::SurveyEvery)))
        .collect();
    let answered = asked
        .iter()
        .filter(|(id, day)| {
            let mut answers = facts.records.answers.iter();
            answers.any(|answer| answer.contact_id == Some(*id) && answer.on_date >= *day)
        })
        .count();
    let last = asked.iter().map(|(_, day)| *day).max()?;
    let enough = asked.len() >= facts.rules.count(Limit::ResponseAsked)
        && facts.ago(last) > facts.rules.days(Limit::ResponseGrace);
    let low = (answered as f64) < facts.rules.share(Limit::ResponseWanted) * asked.len() as f64;
    let silent = count(asked.len() - answered, "contact");
    let text =
        format!("{answered} of {} asked have answered. Call the other {silent}.", asked.len());
    (enough && low).then(|| Found::event(text).on(last))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use super::*;
    use crate::domain::feedback::Scale;
    use crate::domain::records::LastTalk;
    use crate::domain::talk::TalkKind;

    #[test]
    fn a_detractor_is_open_until_a_better_talk_with_that_person() {
        let mut trial = Trial::new();
        let ott = trial.contact("K. Ott", None, &[]);
        let roy = trial.contact("J. Roy", None, &[]);
        trial.answer(34, Some(ott), Scale::Nps, 7);
        assert_eq!(trial.event("open-detractor"), None);
        trial.answer(20, Some(ott), Scale::Nps, 6);
        let text = trial.event("open-detractor").expect("raised");
        assert_eq!(text, "Detractor: K. Ott gave 6, 2 Nov. No better talk since.");
        trial.talk(3, &[roy], Some(1));
        trial.talk(3, &[ott], Some(-1));
        trial.talk(20, &[ott], Some(1));
        assert!(trial.event("open-detractor").is_some());
        trial.talk(2, &[ott], Some(0));
        assert_eq!(trial.event("open-detractor"), None);
    }

    #[test]
    fn only_the_latest_nps_answer_of_an_active_contact_counts() {
        let mut trial = Trial::new();
        let ott = trial.contact("K. Ott", None, &[]);
        trial.answer(20, Some(ott), Scale::Csat, 1);
        trial.answer(366, Some(ott), Scale::Nps, 2);
        trial.answer(20, None, Scale::Nps, 2);
        assert_eq!(trial.event("open-detractor"), None);
        trial.answer(30, Some(ott), Scale::Nps, 2);
        assert!(trial.event("open-detractor").is_some());
        trial.answer(10, Some(ott), Scale::Nps, 8);
        assert_eq!(trial.event("open-detractor"), None);
    }

    #[test]
    fn upset_takes_one_very_bad_talk_or_two_bad_ones_within_30_days() {
        let mut trial = Trial::new();
        let ott = trial.contact("K. Ott", None, &[]);
        trial.talk(12, &[ott], Some(-1));
        trial.talk(43, &[ott], Some(-1));
        assert_eq!(trial.event("upset"), None, "31 days apart");
        trial.talk(42, &[ott], Some(-1));
        let found = trial.found("upset").expect("raised");
        assert_eq!((found.since, found.newest), (Some(ago(42)), Some(ago(12))));
        let mut trial = Trial::new();
        let ott = trial.contact("K. Ott", None, &[]);
        let id = trial.talk(12, &[ott], Some(-2));
        trial.records.last_talk = Some(LastTalk {
            id,
            on_date: ago(12),
            kind: TalkKind::Call,
            mood: Some(-2),
            summary: "Budget".to_owned(),
            quote: Some("budget frozen".to_owned()),
            people: vec!["K. Ott".to_owned()],
        });
        let text = trial.event("upset").expect("raised");
        assert_eq!(text, "Upset: K. Ott, call 10 Nov, mood −2. “budget frozen”");
        trial.talk(11, &[ott], Some(0));
        assert_eq!(trial.event("upset"), None);
    }

    #[test]
    fn levels_disagree_from_50_points() {
        let mut trial = Trial::new();
        let users: Vec<_> = (0..2).map(|_| trial.contact("U", Some(Level::User), &[])).collect();
        let boss = trial.contact("B", Some(Level::DecisionMaker), &[]);
        trial.answer(5, Some(boss), Scale::Nps, 8);
        trial.answer(5, Some(users[0]), Scale::Nps, 8);
        trial.answer(5, Some(users[1]), Scale::Nps, 8);
        assert_eq!(trial.event("levels-disagree"), None);
        trial.answer(4, Some(users[1]), Scale::Nps, 3);
        let text = trial.event("levels-disagree").expect("0 against −50");
        assert_eq!(text, "Levels disagree: decision makers NPS 0, users −50.");
    }

    #[test]
    fn liked_but_not_worth_it() {
        let mut trial = Trial::new();
        let roy = trial.contact("J. Roy", None, &[]);
        trial.answer(5, Some(roy), Scale::Nps, 10);
        trial.answer(5, Some(roy), Scale::Value, 6);
        assert_eq!(trial.event("value-unfelt"), None);
        trial.answer(4, Some(roy), Scale::Value, 5);
        assert!(trial.event("value-unfelt").is_some());
    }

    #[test]
    fn asked_twice_a_year() {
        let mut trial = Trial::new();
        assert!(trial.gap("survey-due"));
        let roy = trial.contact("J. Roy", None, &[]);
        trial.invite(181, roy);
        assert!(trial.found("survey-due").is_none());
        trial.records.invitations[0].on_date = ago(182);
        assert!(trial.event("survey-due").is_some());
    }

    #[test]
    fn half_of_those_asked_should_answer() {
        let mut trial = Trial::new();
        let four: Vec<_> = (0..4).map(|_| trial.contact("P", None, &[])).collect();
        for one in &four {
            trial.invite(40, *one);
        }
        trial.answer(41, Some(four[1]), Scale::Nps, 9);
        trial.answer(39, Some(four[0]), Scale::Nps, 9);
        let text = trial.event("low-response").expect("1 of 4");
        assert_eq!(text, "1 of 4 asked have answered. Call the other 3 contacts.");
        trial.answer(40, Some(four[2]), Scale::Csat, 4);
        assert_eq!(trial.event("low-response"), None, "2 of 4");
    }
}
