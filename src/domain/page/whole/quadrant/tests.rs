//! That the legend says of each account where it stands and why, and sums what is known.

use super::*;
use crate::domain::money::Currency;
use crate::domain::page::trial::{entry, told};
use chrono::NaiveDate;

fn spot(id: i64, name: &str, quadrant: Quadrant, nps: Option<i64>, arr: Option<i64>) -> Spot {
    Spot {
        account: Id(id),
        name: name.to_owned(),
        quadrant,
        nps,
        answers: [1, 0, 3, 2],
        arr,
        key: arr.is_some_and(|arr| arr >= 24_000_000),
        score: Some(5.26),
        band: Some(Band::Risk),
    }
}

fn chart(spots: Vec<Spot>) -> Chart {
    let corner = |quadrant: &Quadrant| {
        let theirs = || spots.iter().filter(|spot| spot.quadrant == *quadrant);
        Corner {
            quadrant: *quadrant,
            accounts: theirs().count(),
            arr: theirs().filter_map(|spot| spot.arr).sum(),
            arr_unknown: theirs().filter(|spot| spot.arr.is_none()).count(),
        }
    };
    Chart {
        corners: Quadrant::ALL.iter().map(corner).collect(),
        floor: Some(24_000_000),
        smallest_key: Some(Id(2)),
        currency: Currency::EUR,
        voices: vec![Voice {
            account: Id(1),
            answer: Id(9),
            who: Some("K. Ott".to_owned()),
            points: 4,
            why: Some("too slow".to_owned()),
            on_date: NaiveDate::from_ymd_opt(2026, 10, 12).expect("a day"),
        }],
        spots,
    }
}

fn book() -> Chart {
    chart(vec![
        spot(1, "Contoso", Quadrant::Rescue, Some(-50), Some(94_000_000)),
        spot(2, "Trey", Quadrant::Rescue, Some(-10), Some(24_000_000)),
        spot(3, "Mute", Quadrant::NoAnswer, None, Some(100_000)),
        spot(4, "Dark", Quadrant::NoAnswer, None, None),
        spot(5, "Open", Quadrant::NoArr, Some(100), None),
    ])
}

#[test]
fn each_account_has_its_number_and_each_quadrant_its_sum() {
    let page = page(&book());
    assert_eq!(page.figure, "split at NPS 0 and €240k");
    let lines = told(&page);
    assert_eq!(
        lines[..3],
        [
            "# Rescue",
            "1 | ◇! | Contoso | −50 | 940k | 5.2 | risk",
            "2 | ◇! | Trey | −10 | 240k | 5.2 | risk",
        ]
    );
    for line in [
        "3 | ·! | Mute | – | 1k | 5.2 | risk",
        "5 | ■! | Open | +100 | – | 5.2 | risk",
        "◆ Magic | 0 | – | large and content",
        "◇ Rescue | 2 | €1.18M | large and not content",
        "· No answer | 2 | €1k | nobody answered within a year",
        "■ ARR unknown | 1 | – | what they pay is not known",
    ] {
        assert!(lines.iter().any(|one| one == line), "{line} in {lines:#?}");
    }
}

#[test]
fn a_place_says_why_on_whose_word_and_what_answers_it() {
    let page = page(&book());
    let contoso = entry(&page, "spot 1");
    assert_eq!(contoso.ground.title, "Contoso: Rescue · NPS −50 · €940k · 5.2 risk");
    assert_eq!(
        contoso.ground.says[..2],
        [
            "1 promoter, no passives, 3 detractors; 2 asked and silent.",
            "Left: NPS under 0. Above: at least €240k, the ARR of the smallest key account (Trey).",
        ]
    );
    let proofs: Vec<&str> = contoso.ground.proofs.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        proofs,
        [
            "K. Ott gave 4 “too slow”",
            "the account Contoso",
            "the smallest key account: NPS −10 · €240k · 5.2 risk",
        ]
    );
    assert!(contoso.ground.proofs.iter().all(|one| one.account.is_some()));
    let whom = contoso.whom.as_ref().expect("an account");
    assert_eq!((whom.account, whom.playbook), (Id(1), Some("account at risk")));
    assert_eq!(entry(&page, "spot 5").whom.as_ref().and_then(|whom| whom.playbook), None);
    let silent = entry(&page, "quadrant no answer");
    assert_eq!(silent.ground.title, "No answer: 2 accounts, €1k");
    assert_eq!(silent.ground.says[1], "1 account of unknown ARR left out of the sum.");
    assert_eq!(silent.ground.proofs.len(), 2);
}

#[test]
fn an_empty_book_is_told_what_the_picture_is_for() {
    let page = page(&chart(Vec::new()));
    assert_eq!(page.entries().count(), 0);
    assert!(told(&page)[0].contains("what clients say across"));
}
