//! The tab, line by line, with hand-worked figures.

use super::super::trial::{Trial, doing, entry, told};
use super::super::{Kind, Link, Shape, Sheet, Tone};
use super::share;
use crate::domain::account::Status;
use crate::domain::account::contract::Renewal;
use crate::domain::account::metric::{Metric, MetricKind};
use crate::domain::cell::Id;
use crate::domain::change::Change;
use crate::domain::money::Currency;
use crate::domain::revenue::RevenueKind::{Churn, Contraction, Expansion, OneTime, Opening, Price};
use crate::domain::revenue::forecast::{Forecast, Outcome};
use crate::domain::signal::trial::{ago, ahead};

/// Ends on 31 March 2027, notice by 30 January: in 69 days, so that talks are late since
/// 1 November.
fn trial(renewal: Renewal) -> Trial {
    let mut trial = Trial::new();
    trial.contract(ahead(129), renewal);
    trial.revenue(ago(900), Opening, 900_000);
    trial
}

fn lines(trial: &Trial) -> Vec<String> {
    told(&trial.page(Sheet::Money))
}

fn has(lines: &[String], wanted: &str) {
    assert!(lines.iter().any(|line| line == wanted), "{wanted} in {lines:#?}");
}

#[test]
fn both_dates_stand_first_and_the_talks_say_what_is_wanted() {
    let found = lines(&trial(Renewal::NotStarted));
    assert_eq!(
        found[..2],
        [
            "contract: notice by 30 Jan (69 d) · ends 31 Mar · talks not started",
            "talks: late since 1 Nov · critical from 31 Dec · in 39 d",
        ]
    );
    has(&found, "notice: 60 days, renews by itself · 12 mo");
    let page = trial(Renewal::NotStarted).page(Sheet::Money);
    let ground = &entry(&page, "contract 7").ground;
    assert_eq!(ground.says[1], "End less notice: 30 Jan 2027 is the last day to give it.");
    assert_eq!(ground.proofs[0].link, Some(Link::to(Kind::Contract, Id(7))));
}

#[test]
fn space_takes_the_talks_one_step_further() {
    for (stands, says, label) in [
        (Renewal::NotStarted, "talks begun", "Contoso: renewal in talks"),
        (Renewal::InTalks, "verbal yes", "Contoso: renewal verbal yes"),
    ] {
        let page = trial(stands).page(Sheet::Money);
        let doing = doing(&page, "talks");
        assert_eq!((doing.says, doing.label.as_str()), (says, label));
        assert_eq!((doing.changes.len(), doing.expected.len()), (1, 1));
    }
    let page = trial(Renewal::VerbalYes).page(Sheet::Money);
    let talks = entry(&page, "talks");
    assert_eq!(talks.doing, None, "what was agreed is asked for in full");
    assert_eq!(talks.link, Some(Link::new(Kind::Outcome)));
    has(&told(&page), "talks: verbal yes · until when, and for how much?");
}

#[test]
fn early_talks_tell_their_days_and_what_is_over_asks() {
    let mut trial = trial(Renewal::NotStarted);
    trial.contract(ahead(300), Renewal::NotStarted);
    // The act-by date lies 240 days ahead: 120, 90 and 30 days before it.
    has(&lines(&trial), "talks: begin 22 Mar · late from 21 Apr · critical from 20 Jun");
    trial.contract(ahead(59), Renewal::InTalks);
    let page = trial.page(Sheet::Money);
    has(&told(&page), "what came?: No notice recorded by 21 Nov: renewed to 20 Jan 2028?");
    assert_eq!(entry(&page, "outcome").link, Some(Link::new(Kind::Outcome)));
    assert!(page.entries().all(|one| one.key != "talks"));
}

#[test]
fn the_bridge_leads_from_a_year_ago_to_today() {
    let mut trial = trial(Renewal::NotStarted);
    let seats = trial.revenue(ago(200), Expansion, 80_000);
    let price = trial.revenue(ago(150), Price, 20_000);
    trial.revenue(ago(100), OneTime, 7_000);
    trial.revenue(ago(50), Contraction, -60_000);
    let page = trial.page(Sheet::Money);
    let found = told(&page);
    has(&found, "ARR: €940k a year now · ▲ +2 % in a year · price left out");
    let at = found.iter().position(|line| line == "# The last 365 days").expect("the bridge");
    assert_eq!(
        found[at + 1..at + 5],
        [
            // Of 24 columns for 1,000k: 21.6.
            "22 Nov 2025 | 900k | █████████████████████▌",
            "+ expansion | +100k | ███ | of which price +20k",
            "− contraction | −60k | ██",
            "= today | 940k | ██████████████████████▌",
        ]
    );
    let ground = &entry(&page, "bridge expansion").ground;
    assert_eq!(ground.says[0], "+100k by 2 entries.");
    let proofs: Vec<_> = ground.proofs.iter().map(|one| (one.text.as_str(), one.link)).collect();
    let wanted = [("price +20k", price), ("expansion +80k", seats)];
    assert_eq!(proofs, wanted.map(|(text, id)| (text, Some(Link::to(Kind::Revenue, id)))));
    assert_eq!(page.figure, "+2 % in a year");
    has(&found, "14 Aug | one-time | +7k");
    has(&found, "3 Oct | contraction | −60k | → 940k");
}

#[test]
fn a_year_in_which_nothing_moved_is_one_line() {
    let found = lines(&trial(Renewal::NotStarted));
    has(&found, "# The last 365 days  €900k, nothing moved since 5 Jun 2024");
    assert!(!found.iter().any(|line| line.contains("= today")));
}

#[test]
fn what_is_not_recorded_is_not_nought() {
    let mut trial = Trial::new();
    let found = lines(&trial);
    assert_eq!(
        found[0],
        "contract: No end date: write down when the contract ends and how long before that notice \
         is due."
    );
    has(&found, "+ first entry");
    has(&found, "payment: no invoice on record");
    trial.revenue(ago(30), Opening, 50_000);
    let found = lines(&trial);
    has(&found, "ARR: €50k a year now · growth not known: nothing recorded for a year ago");
    has(&found, "22 Nov 2025 | –");
    assert_eq!(trial.page(Sheet::Money).figure, "");
}

#[test]
fn what_is_said_stands_beside_the_score_and_what_came_of_it() {
    let mut trial = trial(Renewal::NotStarted);
    has(
        &lines(&trial),
        "forecast: full, shrink or lost? asked since 2 Oct · score 5.0, too little known",
    );
    let said = |id, days, ends_on, outcome, probability, euros: Option<i64>| Forecast {
        id: Id(id),
        account_id: Id(1),
        on_date: ago(days),
        ends_on,
        outcome,
        probability,
        new_amount: euros.map(|euros| euros * 100),
        currency: Some(Currency::EUR),
        note: None,
    };
    let current = said(21, 40, ahead(129), Outcome::Shrink, 55, Some(700_000));
    trial.records.forecasts = vec![current, said(20, 400, ago(236), Outcome::Full, 80, None)];
    let page = trial.page(Sheet::Money);
    let found = told(&page);
    has(&found, "forecast: shrink at 55 % → €700k · score 5.0, too little known · said 13 Oct");
    assert_eq!(
        entry(&page, "forecast").link,
        Some(Link::new(Kind::Forecast)),
        "what was said stays"
    );
    // It renewed in full: (0.8 − 1)².
    has(&found, "# What I said  1 of 1 came true, off by 0.04");
    has(&found, "18 Oct 2025 | full at 80 %: full, off by 0.04 · contract until 31 Mar");
}

#[test]
fn a_churn_ahead_and_a_loss_are_told_first() {
    let mut trial = trial(Renewal::Lost);
    trial.revenue(ahead(129), Churn, -900_000);
    let found = lines(&trial);
    assert_eq!(
        found[0],
        "contract: they leave 31 Mar · notice by 30 Jan (69 d) · ends 31 Mar · lost"
    );
    has(
        &found,
        "ARR: €900k a year now · churn 31 Mar · 0 % in a year · flat for 2 years · price left out",
    );
    has(&found, "31 Mar 2027 | churn | −900k | → 0 | they gave notice");
    trial.records.account.status = Status::Lost;
    trial.records.account.lost_on = Some(ago(3));
    trial.records.account.lost_reason = Some("price".to_owned());
    assert_eq!(lines(&trial)[0], "lost: lost 19 Nov · price · could it have been avoided?");
}

#[test]
fn payment_and_budget_name_what_they_stand_on() {
    let mut trial = trial(Renewal::NotStarted);
    for (id, days, late) in [(31, 10, 30.0), (32, 40, 0.0), (33, 70, 21.0)] {
        let metric = Metric {
            id: Id(id),
            account_id: Id(1),
            kind: MetricKind::InvoiceDaysLate,
            on_date: ago(days),
            amount: late,
            note: None,
        };
        trial.records.metrics.push(metric);
    }
    trial.opportunity("Dock planning", |one| one.budget_month = Some(1));
    trial.opportunity("Night shift", |_| {});
    let page = trial.page(Sheet::Money);
    let found = told(&page);
    has(&found, "payment: 17 d late on average · last 3 invoices · newest 12 Nov");
    has(&found, "budget: January (in 2 months): Dock planning");
    let proofs: Vec<&str> =
        entry(&page, "payment").ground.proofs.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(proofs, ["paid 30 d late", "paid in time", "paid 21 d late"]);
}

#[test]
fn shares_have_a_sign() {
    for (given, wanted) in
        [(0.02, "+2 %"), (-0.1, "−10 %"), (0.0, "0 %"), (0.001, "0 %"), (-0.001, "0 %")]
    {
        assert_eq!(share(given), wanted);
    }
}

#[test]
fn no_change_but_the_one_that_is_said() {
    let page = trial(Renewal::NotStarted).page(Sheet::Money);
    let changes = &doing(&page, "talks").changes;
    assert!(matches!(changes.as_slice(), [Change::Contract(_)]), "{changes:?}");
}

#[test]
fn a_contract_that_is_lost_is_no_good_news() {
    let page = trial(Renewal::Lost).page(Sheet::Money);
    has(&told(&page), "talks: lost · when do they leave, and why?");
    let talks = entry(&page, "talks");
    assert_eq!((talks.link, &talks.doing), (Some(Link::new(Kind::Outcome)), &None));
    let spans = page.lines.iter().filter_map(|line| match &line.shape {
        Shape::Fact { label, spans } if label == "talks" => spans.first(),
        _ => None,
    });
    assert_eq!(spans.map(|span| span.tone).collect::<Vec<_>>(), [Tone::Risk]);
}

#[test]
fn each_figure_of_arr_ends_at_its_entries() {
    let mut trial = trial(Renewal::NotStarted);
    let opening = trial.records.revenue[0].id;
    let seats = trial.revenue(ago(50), Expansion, 40_000);
    let page = trial.page(Sheet::Money);
    for (key, wanted) in [
        ("arr", vec![seats, opening]),
        ("years", vec![seats, opening]),
        ("bridge start", vec![opening]),
        ("bridge expansion", vec![seats]),
        ("bridge end", vec![seats, opening]),
    ] {
        let proofs = &entry(&page, key).ground.proofs;
        let found: Vec<Id> = proofs.iter().filter_map(|one| one.link?.id).collect();
        assert_eq!(found, wanted, "{key}");
    }
}

#[test]
fn an_amount_in_another_currency_says_so() {
    let mut trial = trial(Renewal::NotStarted);
    trial.revenue(ago(50), Expansion, 40_000);
    trial.revenue(ago(40), Contraction, -9_000);
    let dollar = Currency::from_code("USD").expect("a code");
    for entry in &mut trial.records.revenue[1..] {
        entry.currency = dollar;
    }
    let found = lines(&trial);
    has(&found, "3 Oct | expansion | +$40k | → –");
    has(&found, "13 Oct | contraction | −$9k | → –");
    trial.rules.exchange.rates.push((dollar, 0.5));
    has(&lines(&trial), "# The last 365 days, in EUR");
    trial.records.revenue.truncate(1);
    has(&lines(&trial), "5 Jun 2024 | opening | +900k | → 900k");
}
