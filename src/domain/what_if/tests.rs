//! What is tried on a small book, worked by hand.

use super::sample::{Bench, account, contract, real, records, revenue, said};
use super::*;
use crate::domain::account::contract::Renewal;
use crate::domain::account::own_score::Factor;
use crate::domain::account::{Approach, Status};
use crate::domain::retention::Kept;
use crate::domain::revenue::RevenueKind;
use crate::domain::revenue::forecast::Outcome;
use crate::domain::score::Band;
use crate::domain::signal::trial::{ago, today};
use Stroke::{Back, Flip, Less, Minus, More, Plus, Turn};

const ALPHA: Lever = Lever::Account(Id(1));
const BETA: Lever = Lever::Account(Id(2));
const SEATS: Lever = Lever::Opportunity { account: Id(2), opportunity: Id(70) };

fn near(found: Option<f64>, wanted: f64) {
    let found = found.expect("a figure");
    assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
}

/// Whole thousands of minor units of euros.
fn thousands(minor: i64) -> i64 {
    assert_eq!(minor % 100_000, 0, "{minor}");
    minor / 100_000
}

#[test]
fn the_book_as_it_is() {
    let bench = Bench::new();
    let answer = &bench.trial.answer;
    assert_eq!((answer.accounts, thousands(answer.arr)), (3, 900));
    // The cohort: Alpha 400, Beta 300, Gamma 100, Epsilon 100, who is gone.
    near(answer.retention.total.nrr, 9.0 / 9.0);
    near(answer.retention.total.grr, 8.0 / 9.0);
    near(answer.spread.concentration.top_1, 5.0 / 9.0);
    // 500 and 300 are eight ninths.
    assert_eq!(answer.key, [Id(1), Id(2)]);
    // Alpha 500 × 0.8; Beta ends without a forecast and counts whole; Gamma has no end.
    assert_eq!((thousands(answer.ahead.now), thousands(answer.ahead.then)), (900, 800));
    assert_eq!(thousands(answer.ahead.expansion), 50);
    let counted: Vec<Counted> = answer.ahead.accounts.iter().map(|one| one.counted).collect();
    assert_eq!(counted, [Counted::AtChance, Counted::Unsaid, Counted::NoEnd]);
    assert!(answer.few && shifts(&bench.real.judged, &bench.trial.judged).is_empty());
}

#[test]
fn an_account_lost_today_is_out_of_the_book_and_a_loss_of_the_year() {
    let mut bench = Bench::new();
    bench.press(ALPHA, &[Flip]);
    let answer = &bench.trial.answer;
    assert_eq!((answer.accounts, thousands(answer.arr)), (2, 400));
    // 300 + 100 of 900 are left; nothing of it grew.
    near(answer.retention.total.nrr, 4.0 / 9.0);
    near(answer.retention.total.grr, 4.0 / 9.0);
    assert_eq!(answer.retention.total.lost, 2);
    near(answer.spread.concentration.top_1, 3.0 / 4.0);
    assert_eq!(answer.key, [Id(2), Id(3)], "300 of 400 are under four fifths");
    assert_eq!(thousands(answer.ahead.then), 400);
    let found = shifts(&bench.real.judged, &bench.trial.judged);
    let gone = found.iter().find(|one| one.account == Id(1)).expect("it left");
    assert!(gone.after.is_none() && gone.crosses());
    assert!(found.iter().all(|one| one.account == Id(1)), "the others keep their order: {found:?}");
    assert!(bench.says(ALPHA, Less).contains("Space brings it back"));
    bench.press(ALPHA, &[Flip]);
    assert_eq!(bench.trial, Trial::of(&bench.real));
}

#[test]
fn a_prospect_signs_and_a_lost_one_comes_back() {
    let mut bench = Bench::new();
    let (delta, epsilon) = (Lever::Comes(Id(4)), Lever::Comes(Id(5)));
    bench.press(delta, &[Flip]);
    let answer = &bench.trial.answer;
    assert_eq!((answer.accounts, thousands(answer.arr)), (4, 980));
    near(answer.retention.total.nrr, 1.0);
    assert_eq!(thousands(answer.retention.total.new), 80, "beside the cohort");
    // 80 by fives: the next one below is 75.
    bench.press(delta, &[Less]);
    assert_eq!(thousands(bench.trial.answer.arr), 975);
    bench.all_back();
    bench.press(epsilon, &[Flip]);
    let answer = &bench.trial.answer;
    assert_eq!((answer.accounts, thousands(answer.arr)), (4, 1_000));
    near(answer.retention.total.grr, 8.0 / 9.0);
    assert_eq!(thousands(answer.retention.total.reactivated), 100);
    assert!(answer.retention.accounts.iter().any(|one| one.verdict == Kept::Lost));
    bench.press(epsilon, &[Flip]);
    assert_eq!(bench.trial, Trial::of(&bench.real));
}

#[test]
fn who_is_lost_and_still_pays_by_the_history_comes_back_as_a_reactivation() {
    let mut all = records();
    all[4].revenue.pop();
    let real = real(all);
    let mut trial = Trial::of(&real);
    near(trial.answer.retention.total.grr, 8.0 / 9.0);
    let next = stroke(Flip, Lever::Comes(Id(5)), &trial.tries, &real).expect("a try");
    trial.turn_to(next, &real);
    assert_eq!(thousands(trial.answer.arr), 1_000);
    assert_eq!(thousands(trial.answer.retention.total.reactivated), 100);
    near(trial.answer.retention.total.grr, 8.0 / 9.0);
}

#[test]
fn an_opportunity_won_is_an_expansion_of_today() {
    let mut bench = Bench::new();
    bench.press(SEATS, &[Flip]);
    let answer = &bench.trial.answer;
    assert_eq!(thousands(answer.arr), 950);
    near(answer.retention.total.nrr, 950.0 / 900.0);
    assert_eq!((thousands(answer.ahead.then), answer.ahead.expansion), (850, 0));
    // It is gone with the account, and brings it back.
    bench.press(BETA, &[Flip]);
    assert_eq!(bench.trial.tries.len(), 1);
    bench.press(SEATS, &[Flip]);
    assert_eq!(bench.trial.tries.on(BETA), None);
    bench.press(SEATS, &[Plus, Plus]);
    assert_eq!(thousands(bench.trial.answer.arr), 960, "by fives of 50");
}

#[test]
fn a_renewal_goes_otherwise_in_the_year_ahead_alone() {
    let mut bench = Bench::new();
    let then = |bench: &Bench| thousands(bench.trial.answer.ahead.then);
    bench.press(ALPHA, &[Less]);
    assert_eq!(then(&bench), 750, "70 %");
    bench.press(ALPHA, &[More]);
    assert!(bench.trial.tries.is_empty(), "that is what was said");
    bench.press(ALPHA, &[Turn]);
    // 80 % of 500, at 80 %.
    assert_eq!(then(&bench), 320 + 400);
    bench.press(ALPHA, &[Minus]);
    assert_eq!(then(&bench), 280 + 400, "400 by fifties");
    bench.press(ALPHA, &[Turn]);
    assert_eq!(then(&bench), 100 + 400, "lost at 80 %");
    assert_eq!(thousands(bench.trial.answer.arr), 900);
    near(bench.trial.answer.retention.total.nrr, 1.0);
    bench.press(ALPHA, &[Back]);
    assert_eq!(bench.trial, Trial::of(&bench.real));
    bench.press(BETA, &[More]);
    assert_eq!(then(&bench), 650, "the middle first, where nothing was said");
    assert!(bench.says(Lever::Account(Id(3)), Less).starts_with("No contract of it ends"));
    assert!(bench.says(ALPHA, Back).contains("as it is"));
}

#[test]
fn weights_move_bands_and_order() {
    let mut bench = Bench::new();
    let value = |bench: &Bench, id| bench.trial.judged.of(Id(id)).and_then(|one| one.score.value);
    // Pulse 15, Value 10, Usage 20, Revenue 10: Alpha 9, 9, 2, 10 (grown by a quarter); Beta 5, 5,
    // 9, 5; Gamma 8, 8, 8, 5.
    near(value(&bench, 1), (135.0 + 90.0 + 40.0 + 100.0) / 55.0);
    assert_eq!(bench.trial.answer.bands, [0, 3, 0, 0]);
    let usage = Lever::Weight(Factor::Usage);
    bench.press(usage, &[Flip]);
    near(value(&bench, 1), (135.0 + 90.0 + 100.0) / 35.0);
    near(value(&bench, 2), 5.0);
    assert_eq!(bench.trial.answer.bands, [1, 1, 1, 0]);
    let shifted = shifts(&bench.real.judged, &bench.trial.judged);
    let beta = shifted.iter().find(|one| one.account == Id(2)).expect("it moved");
    assert!(beta.crosses() && beta.into_now() && bench.trial.answer.now == 1);
    bench.press(usage, &[Flip]);
    assert_eq!(bench.trial, Trial::of(&bench.real));
    bench.press(usage, &[Less, Minus]);
    near(value(&bench, 1), (135.0 + 90.0 + 28.0 + 100.0) / 49.0);
    // Value 25, Usage 10 under value realisation.
    bench.press(Lever::Preset, &[More, More, More]);
    assert_eq!(bench.trial.tries.on(Lever::Preset), Some(&Try::Preset(Approach::ValueRealisation)));
    near(value(&bench, 1), (135.0 + 225.0 + 20.0 + 100.0) / 60.0);
    assert_eq!(bench.trial.tries.len(), 1, "a preset begins with its own weights");
    bench.press(Lever::Preset, &[Less, Less, Less]);
    assert_eq!(bench.trial, Trial::of(&bench.real));
}

#[test]
fn several_are_tried_at_once_and_taken_back_one_by_one() {
    let mut bench = Bench::new();
    bench.press(ALPHA, &[Less]).press(SEATS, &[Flip]).press(Lever::Comes(Id(5)), &[Flip]);
    let told: Vec<Lever> = bench.trial.tries.iter().map(Try::lever).collect();
    assert_eq!(told, [ALPHA, SEATS, Lever::Comes(Id(5))]);
    bench.press(SEATS, &[Back]);
    assert_eq!(thousands(bench.trial.answer.arr), 1_000);
    // 350 + 300 + 100 + 100.
    assert_eq!(thousands(bench.trial.answer.ahead.then), 850);
    bench.all_back();
    assert_eq!(bench.trial, Trial::of(&bench.real));
}

#[test]
fn levers_stand_largest_first_and_what_is_gone_is_tried_no_more() {
    let bench = Bench::new();
    let tail: Vec<String> = bench.real.levers.iter().skip(11).map(Lever::key).collect();
    let wanted = ["account 1", "account 2", "account 3", "opportunity 70", "comes 4", "comes 5"];
    assert_eq!(tail, wanted);
    for lever in &bench.real.levers {
        assert_eq!(bench.real.lever(&lever.key()), Some(*lever));
        assert_ne!(lever.says(None), "as it is");
    }
    let mut tries = Tries::default();
    tries.put(Try::Lost(Id(1)));
    tries.put(Try::Lost(Id(9)));
    tries.keep(&bench.real);
    assert_eq!(tries.iter().collect::<Vec<_>>(), [&Try::Lost(Id(1))]);
}

#[test]
fn the_year_ahead_by_hand() {
    let year = |edit: &dyn Fn(&mut crate::domain::records::Records)| {
        let mut one = account(1, "Alpha", Status::Active);
        revenue(&mut one, 800, RevenueKind::Opening, 100);
        edit(&mut one);
        let found = real(vec![one]).answer.ahead;
        let counted = found.accounts.first().map(|one| one.counted);
        (found.then / 100_000, counted)
    };
    assert_eq!(year(&|_| {}), (100, Some(Counted::NoEnd)));
    assert_eq!(year(&|one| contract(one, 366, Renewal::InTalks)), (100, Some(Counted::Running)));
    assert_eq!(year(&|one| contract(one, 365, Renewal::InTalks)), (100, Some(Counted::Unsaid)));
    assert_eq!(year(&|one| contract(one, 0, Renewal::Signed)), (100, Some(Counted::Signed)));
    assert_eq!(year(&|one| contract(one, 9, Renewal::Lost)), (0, Some(Counted::Leaves)));
    let at = |outcome, chance, amount| {
        year(&|one| {
            contract(one, 9, Renewal::InTalks);
            said(one, outcome, chance, amount);
        })
    };
    assert_eq!(at(Outcome::Full, 90, None), (90, Some(Counted::AtChance)));
    assert_eq!(at(Outcome::Shrink, 50, Some(80)), (40, Some(Counted::AtChance)));
    assert_eq!(at(Outcome::Lost, 80, Some(80)), (20, Some(Counted::AtChance)));
    // A churn and a dearer price that are written down for days ahead.
    assert_eq!(year(&|one| revenue(one, -30, RevenueKind::Price, 10)).0, 110);
    assert_eq!(year(&|one| revenue(one, -30, RevenueKind::Churn, -100)).0, 0);
    assert_eq!(year(&|one| revenue(one, -366, RevenueKind::Churn, -100)).0, 100);
    let notified = |one: &mut crate::domain::records::Records, day| {
        one.account.status = Status::Notified;
        one.account.leaves_on = day;
    };
    assert_eq!(year(&|one| notified(one, None)), (0, Some(Counted::Leaves)));
    assert_eq!(year(&|one| notified(one, Some(year_end(today())))).0, 0);
    assert_eq!(year(&|one| notified(one, year_end(today()).succ_opt())).0, 100);
}

#[test]
fn what_nobody_knows_is_in_no_sum_and_named() {
    let mut all = records();
    all[2].revenue.clear();
    let krona = crate::domain::money::Currency::from_code("SEK").expect("a code");
    all[1].revenue[0].currency = krona;
    let ahead = real(all).answer.ahead;
    assert_eq!(thousands(ahead.now), 500);
    assert_eq!(ahead.unknown, [(Id(3), "Gamma".to_owned())]);
    assert_eq!(ahead.no_rate, [(Id(2), "Beta".to_owned(), "SEK".to_owned())]);
}

#[test]
fn an_empty_book_answers_with_nothing_and_an_unknown_amount_stays_unknown() {
    let empty = real(Vec::new());
    assert_eq!(empty.levers.len(), 11);
    assert_eq!((empty.answer.retention.total.nrr, empty.answer.ahead.then), (None, 0));
    let mut prospect = account(4, "Delta", Status::Prospect);
    prospect.account.created_on = ago(3);
    let real = real(vec![prospect]);
    let lever = Lever::Comes(Id(4));
    let mut trial = Trial::of(&real);
    trial.turn_to(stroke(Flip, lever, &trial.tries, &real).expect("a try"), &real);
    assert_eq!((trial.answer.accounts, trial.answer.arr), (1, 0));
    assert_eq!(trial.judged.of(Id(4)).expect("it").arr, None);
    assert_eq!(trial.judged.of(Id(4)).and_then(|one| one.score.band), None::<Band>);
    trial.turn_to(stroke(Plus, lever, &trial.tries, &real).expect("a try"), &real);
    assert_eq!(thousands(trial.answer.arr), 10, "it begins at ten thousand");
}

#[test]
fn who_gave_notice_renews_by_no_key() {
    let mut book = records();
    book[1].account.status = Status::Notified;
    let real = real(book);
    let mut bench = Bench { trial: Trial::of(&real), real };
    assert!(bench.says(BETA, More).ends_with("is lost: Space tries the book without it."));
    bench.press(BETA, &[Flip]);
    assert_eq!(bench.trial.answer.accounts, 2);
}

#[test]
fn a_renewal_that_is_decided_meanwhile_is_tried_no_more() {
    let mut bench = Bench::new();
    bench.press(ALPHA, &[Less]).press(BETA, &[More]);
    let mut book = records();
    book[0].contract.as_mut().expect("a contract").renewal = Renewal::Signed;
    let mut tries = bench.trial.tries.clone();
    tries.keep(&real(book));
    assert_eq!(tries.iter().map(Try::lever).collect::<Vec<_>>(), [BETA]);
}

#[test]
fn a_key_at_the_end_of_its_range_says_so() {
    let mut bench = Bench::new();
    let usage = Lever::Weight(Factor::Usage);
    bench.press(usage, &[Flip]);
    assert_eq!(bench.says(usage, Less), "It goes no further.");
    bench.press(ALPHA, &[More, More]);
    assert_eq!(bench.says(ALPHA, More), "It goes no further.");
}

#[test]
fn what_space_does_follows_what_is_tried() {
    let mut bench = Bench::new();
    let usage = Lever::Weight(Factor::Usage);
    bench.press(ALPHA, &[Flip]).press(BETA, &[More]).press(usage, &[Flip]);
    let says = |lever: Lever| lever.says(bench.trial.tries.on(lever));
    assert_eq!([ALPHA, BETA, usage].map(says), ["as it is", "leaves", "as it is"]);
}

#[test]
fn a_weight_tried_over_a_preset_is_no_try_where_it_is_the_own_one() {
    let mut bench = Bench::new();
    let usage = Lever::Weight(Factor::Usage);
    // Usage 20; 10 under value realisation, and two steps of five more.
    bench.press(Lever::Preset, &[More, More, More]).press(usage, &[More, More]);
    assert_eq!(bench.trial.tries.on(usage), Some(&Try::Weight(Factor::Usage, 20.0)));
    bench.press(Lever::Preset, &[Back]);
    assert_eq!(bench.trial, Trial::of(&bench.real));
}
