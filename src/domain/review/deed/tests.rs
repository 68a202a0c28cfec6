//! What each key of a review changes.

use super::*;
use crate::domain::account::Account;
use crate::domain::around::Around;
use crate::domain::assess::assess;
use crate::domain::signal::trial::{ago, ahead, today};
use crate::domain::standing::Group;

fn records() -> Records {
    let mut account = Account::named("Contoso", ago(400));
    account.id = Id(1);
    account.reviewed_on = Some(ago(7));
    Records::bare(account)
}

fn visit(id: i64, result: Option<VisitResult>) -> Visit {
    Visit {
        id: Id(id),
        review_id: Id(9),
        account_id: Id(id),
        place: id,
        queued: true,
        why: "review due".to_owned(),
        score: None,
        result,
        seconds: 10,
    }
}

fn with_look<T>(records: &Records, does: impl FnOnce(&Look<'_>) -> T) -> T {
    let rules = Rules::default();
    let standing = assess(records, &Around::default(), &rules, today());
    does(&Look { records, standing: &standing, rules: &rules, today: today() })
}

fn result_of(changes: &[Change]) -> Option<VisitResult> {
    changes.iter().find_map(|change| match change {
        Change::Visit(visit::Change::Edited { fields, .. }) => {
            fields.iter().find_map(|field| match field {
                visit::Field::Result(result) => *result,
                _ => None,
            })
        }
        _ => None,
    })
}

fn reviewed(changes: &[Change]) -> bool {
    let today = vec![account::Field::ReviewedOn(Some(today()))];
    changes.contains(&account::Change::Edited { id: Id(1), fields: today }.into())
}

#[test]
fn fine_sets_the_clock_back_and_counts_the_time() {
    let changes = with_look(&records(), |look| fine(look, &visit(1, None), 25));
    assert!(reviewed(&changes));
    assert_eq!(result_of(&changes), Some(VisitResult::Fine));
    let seconds = vec![visit::Field::Result(Some(VisitResult::Fine)), visit::Field::Seconds(35)];
    assert!(changes.contains(&visit::Change::Edited { id: Id(1), fields: seconds }.into()));
    let silences = |changes: &[Change]| {
        changes.iter().filter(|change| matches!(change, Change::Silence(_))).count()
    };
    let bare = silences(&changes);
    let mut late = records();
    let mut promise = crate::domain::plan::step::Step::titled("ROI", Some(ago(3)), ago(9));
    promise.kind = crate::domain::plan::step::StepKind::Promise;
    late.steps = vec![promise];
    let changes = with_look(&late, |look| fine(look, &visit(1, None), 0));
    assert_eq!(silences(&changes), bare + 1, "the late promise rests");
    let until = ahead(7);
    let changes = with_look(&late, |look| later(look, &visit(1, None), until, 0));
    assert_eq!((silences(&changes), reviewed(&changes)), (bare + 1, false));
    assert_eq!(result_of(&changes), Some(VisitResult::Later));
}

#[test]
fn what_was_decided_stays_decided() {
    let held = visit(1, Some(VisitResult::Decided));
    with_look(&records(), |look| {
        assert_eq!(result_of(&fine(look, &held, 5)), None);
        assert_eq!(result_of(&decided(look, &visit(1, None), 5)), Some(VisitResult::Decided));
        let fine_before = visit(1, Some(VisitResult::Fine));
        assert_eq!(result_of(&decided(look, &fine_before, 5)), Some(VisitResult::Decided));
    });
    assert_eq!(skip(&held, Some(5.0), 0), None, "nothing of it changes");
    let skipped = skip(&visit(1, None), Some(5.0), 3).expect("a change");
    assert_eq!(result_of(&[skipped]), Some(VisitResult::Skipped));
}

#[test]
fn a_review_begins_with_all_accounts_in_order() {
    let one = |id| Queued {
        account: Id(id),
        name: format!("A{id}"),
        tier: None,
        group: Group::Fine,
        score: None,
        band: None,
        why: format!("why {id}"),
        reasons: Vec::new(),
        due_on: today(),
        events: Vec::new(),
    };
    let places = |everybody| -> Vec<(i64, i64, bool)> {
        let changes = begin(&[one(4), one(2)], &[one(3)], everybody, 77, today());
        let Some(Change::Review(ReviewChange::Added(review))) = changes.first() else {
            panic!("a review comes first");
        };
        assert_eq!((review.steps_before, review.everybody), (77, everybody));
        changes
            .iter()
            .filter_map(|change| match change {
                Change::Visit(visit::Change::Added(visit)) => {
                    assert_eq!(visit.review_id, review.id);
                    Some((visit.account_id.0, visit.place, visit.queued))
                }
                _ => None,
            })
            .collect()
    };
    assert_eq!(places(false), [(4, 1, true), (2, 2, true), (3, 3, false)]);
    assert_eq!(places(true), [(4, 1, true), (2, 2, true), (3, 3, true)]);
}

#[test]
fn the_rest_is_fine_in_one_and_one_of_it_is_picked_out() {
    let rest = |id, result| Visit { queued: false, ..visit(id, result) };
    let visits = [visit(1, None), rest(2, None), rest(3, Some(VisitResult::Fine)), rest(4, None)];
    let touched: Vec<i64> = rest_fine(visits.iter())
        .iter()
        .map(|change| match change {
            Change::Visit(visit::Change::Edited { id, fields }) => {
                assert_eq!(fields, &[visit::Field::Result(Some(VisitResult::Fine))]);
                id.0
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(touched, [2, 4]);
    let picked = pick_out(&visits, Id(3)).expect("of the rest");
    let Change::Visit(visit::Change::Edited { id, fields }) = picked else { panic!("an edit") };
    assert_eq!(id, Id(3));
    assert!(
        fields.contains(&visit::Field::Place(5)) && fields.contains(&visit::Field::Queued(true))
    );
    assert_eq!(pick_out(&visits, Id(1)), None, "it is looked at anyway");
}

#[test]
fn three_promises_and_no_more() {
    let held = |places: &[i64]| -> Vec<Commitment> {
        let one = |place: &i64| Commitment {
            id: Id(*place),
            review_id: Id(9),
            place: *place,
            account_id: None,
            step_id: Some(Id(100 + place)),
            text: "Call".to_owned(),
        };
        places.iter().map(one).collect()
    };
    let place = |places: &[i64], step: i64, text: &str| {
        let change = promise(Id(9), &held(places), None, Some(Id(step)), text)?;
        match change {
            Change::Commitment(commitment::Change::Added(made)) => Some((made.place, made.text)),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(place(&[], 1, " Call \n K. Ott "), Some((1, "Call K. Ott".to_owned())));
    assert_eq!(place(&[1, 3], 1, "Call").map(|(place, _)| place), Some(2));
    assert_eq!(place(&[1, 2, 3], 1, "Call"), None);
    assert_eq!(place(&[1], 101, "Call"), None, "it is promised already");
    assert_eq!(place(&[1], 1, "  "), None);
    assert_eq!(release(&held(&[1, 2, 3]), Id(2)).len(), 2, "the third moves up");
    assert_eq!(release(&held(&[1]), Id(7)), []);
}
