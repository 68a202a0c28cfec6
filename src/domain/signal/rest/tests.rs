use super::super::trial::{Trial, ago, ahead, today};
use super::*;
use crate::domain::ours::tier_silence::TierSilence;

/// A standing of these records, with the signals that the trial gives.
fn standing(trial: &Trial) -> Standing {
    let around = crate::domain::around::Around::default();
    let mut standing =
        crate::domain::assess::assess(&trial.records, &around, &trial.rules, today());
    standing.signals = trial.signals();
    standing
}

/// Five things to ask for.
fn busy() -> Trial {
    let mut trial = Trial::new();
    let user = trial.contact("U", None, &[]);
    trial.talk(8, &[user], Some(-2));
    trial.missed(3);
    trial.missed(4);
    trial.history(28, 10.0);
    trial.history(0, 9.0);
    trial.edit(user, |one| one.birthday = Some(ahead(2)));
    trial
}

fn live(trial: &Trial) -> Vec<&'static str> {
    trial.signals().iter().filter(|one| one.live()).map(|one| one.code).collect()
}

/// Takes the changes over as the store would.
fn apply(trial: &mut Trial, changes: Vec<Change>) {
    for change in changes {
        match change {
            Change::Silence(silence::Change::Added(one)) => trial.records.silences.push(one),
            Change::Silence(silence::Change::Edited { id, fields }) => {
                let held = trial.records.silences.iter_mut().find(|one| one.id == id);
                let held = held.expect("a silence");
                for field in fields {
                    match field {
                        silence::Field::Kind(kind) => held.kind = kind,
                        silence::Field::SinceOn(day) => held.since_on = day,
                        silence::Field::UntilOn(day) => held.until_on = day,
                        silence::Field::Reason(reason) => held.reason = reason,
                        other => panic!("{other:?}"),
                    }
                }
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn fine_lets_what_is_shown_rest_for_28_days_and_no_more() {
    let mut trial = busy();
    let before = live(&trial);
    assert!(before.len() > 3, "{before:?}");
    let shown = standing(&trial);
    let behind: usize = shown.signals.iter().take(3).map(|one| one.swallowed.len()).sum();
    assert!(behind > 0, "one of them stands for others");
    let changes = fine(&trial.records, &shown, &trial.rules, today());
    assert_eq!(changes.len(), 3 + behind);
    apply(&mut trial, changes);
    assert_eq!(live(&trial), before[3..], "what it stands for does not come in its place");
    for one in &trial.records.silences {
        assert_eq!((one.since_on, one.until_on), (today(), Some(ahead(28))));
    }
    for one in &mut trial.records.silences {
        (one.since_on, one.until_on) = (ago(28), Some(today()));
    }
    assert_eq!(live(&trial), before, "after 28 days they are heard again");
}

#[test]
fn fine_ends_where_it_worsens() {
    let mut trial = busy();
    assert_eq!(live(&trial).first(), Some(&"upset"));
    let changes = fine(&trial.records, &standing(&trial), &trial.rules, today());
    apply(&mut trial, changes);
    assert!(!live(&trial).contains(&"upset"));
    for one in &mut trial.records.silences {
        one.since_on = ago(5);
    }
    trial.talk(4, &[], Some(-2));
    assert!(live(&trial).contains(&"upset"));
}

#[test]
fn what_was_told_before_gives_way() {
    let mut trial = busy();
    trial.silence("upset", SilenceKind::NotHere, 400, None);
    let changes = fine(&trial.records, &standing(&trial), &trial.rules, today());
    apply(&mut trial, changes);
    let told: Vec<_> = trial.records.silences.iter().filter(|one| one.code == "upset").collect();
    let [only] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((only.kind, only.until_on), (SilenceKind::Later, Some(ahead(28))));
    let again = standing(&trial);
    assert!(shown(&again, &trial.rules).all(|one| one.code != "upset"), "what rests is not shown");
}

#[test]
fn what_rests_is_listed_with_its_end() {
    let mut trial = Trial::new();
    trial.silence("upset", SilenceKind::Later, 3, None);
    trial.silence("birthday", SilenceKind::NotHere, 366, None);
    trial.rules.tier_silences = vec![TierSilence {
        id: Id(5),
        tier: Tier::Strategic,
        code: "qbr-late".to_owned(),
        since_on: ago(10),
        until_on: None,
        reason: Some("They want none".to_owned()),
    }];
    let all = resting(&trial.records, &trial.rules, today());
    let told: Vec<_> = all.iter().map(|one| (one.code.as_str(), one.tier, one.until_on)).collect();
    assert_eq!(told, [("upset", None, ahead(25)), ("qbr-late", Some(Tier::Strategic), ahead(355))]);
    assert_eq!(all[1].record, ("tier_silence", Id(5)));
    assert_eq!(all[1].reason.as_deref(), Some("They want none"));
}
