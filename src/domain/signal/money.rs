//! Revenue that shrinks or stands still, and invoices paid late.

use super::facts::{Facts, TINY};
use super::found::Found;
use super::sentence::day;
use crate::domain::growth::movement::{self, Moves};
use crate::domain::revenue::RevenueKind;
use crate::domain::rules::limit::Limit;
use crate::domain::score::payment;
use crate::domain::score::print::whole;

pub(super) fn shrinking(facts: &Facts<'_>) -> Option<Found> {
    let year = movement::over_years(&facts.records.revenue, 1, facts.today)?;
    let newest = facts
        .records
        .revenue
        .iter()
        .filter(|entry| entry.amount < 0 && entry.on_date <= facts.today)
        // What the move itself leaves out is no news of it.
        .filter(|entry| !matches!(entry.kind, RevenueKind::Price | RevenueKind::OneTime))
        .map(|entry| entry.on_date)
        .max();
    let found = Found { newest, ..Found::event(movement::shrinking_says(&year)) };
    (movement::called(year.share, facts.rules) == Moves::Shrinks).then_some(found)
}

pub(super) fn stagnation(facts: &Facts<'_>) -> Option<Found> {
    let years = movement::flat_years(&facts.records.revenue, facts.rules, facts.today);
    let short = match years {
        _ if facts.at_risk() => return None,
        0 => return None,
        1 => "flat 1y",
        2 => "flat 2y",
        3 => "flat 3y",
        4 => "flat 4y",
        _ => "flat 5y+",
    };
    let text = format!("Flat for {}: paid, kept, not grown.", movement::span(years));
    Some(Found::event(text).short(short))
}

pub(super) fn payment_late(facts: &Facts<'_>) -> Option<Found> {
    let (invoices, mean) = payment::mean_late(facts.records, facts.rules, facts.today)?;
    let newest = invoices.first()?;
    let when = day(newest.on_date, facts.today);
    let mean_days = whole(mean);
    let text = format!("Paid late: {mean_days} d on average, last invoice {when}.");
    let fresh = facts.within(newest.on_date, facts.rules.days(Limit::PaymentFresh));
    let limit = facts.rules.limit(Limit::PaymentLate) + TINY;
    // An invoice paid in time makes nothing worse.
    let late = invoices.iter().find(|one| one.amount > limit).map(|one| one.on_date);
    let found = || Found::event(text).on(newest.on_date).about("metric", newest.id);
    (mean > limit && fresh).then(|| Found { newest: late, ..found() })
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, ago};
    use crate::domain::account::metric::MetricKind;
    use crate::domain::revenue::RevenueKind;
    use crate::domain::score::Band;

    #[test]
    fn under_minus_two_percent_it_shrinks_within_it_stands_still() {
        let mut trial = Trial::new();
        trial.revenue(400, RevenueKind::Opening, 100_000);
        trial.revenue(30, RevenueKind::Contraction, -2_000);
        assert_eq!(trial.event("shrinking"), None);
        assert!(trial.event("stagnation").is_some());
        trial.revenue(29, RevenueKind::Contraction, -1);
        let text = trial.event("shrinking").expect("raised");
        assert_eq!(text, "Shrinking: €100k → €98k in a year (−2 %).");
        assert_eq!(trial.event("stagnation"), None);
    }

    #[test]
    fn a_lower_price_or_a_credit_note_is_no_news_of_shrinking() {
        let mut trial = Trial::new();
        trial.revenue(400, RevenueKind::Opening, 100_000);
        trial.revenue(60, RevenueKind::Contraction, -5_000);
        trial.revenue(9, RevenueKind::Price, -1_000);
        trial.revenue(8, RevenueKind::OneTime, -500);
        assert_eq!(trial.found("shrinking").expect("raised").newest, Some(ago(60)));
        trial.revenue(7, RevenueKind::Churn, -1);
        assert_eq!(trial.found("shrinking").expect("raised").newest, Some(ago(7)));
    }

    #[test]
    fn a_dearer_price_is_no_growth() {
        let mut trial = Trial::new();
        trial.revenue(731, RevenueKind::Opening, 100_000);
        trial.revenue(100, RevenueKind::Price, 5_000);
        let found = trial.found("stagnation").expect("raised");
        assert_eq!(found.text, "Flat for 2 years: paid, kept, not grown.");
        assert_eq!(found.short, Some("flat 2y"));
        trial.revenue(90, RevenueKind::Expansion, 2_001);
        assert_eq!(trial.event("stagnation"), None);
    }

    #[test]
    fn who_is_at_risk_or_new_is_not_flat() {
        let mut trial = Trial::new();
        trial.revenue(364, RevenueKind::Opening, 100_000);
        assert_eq!(trial.event("stagnation"), None, "not a year yet");
        trial.revenue(365, RevenueKind::Opening, 100_000);
        trial.records.revenue.remove(0);
        assert!(trial.event("stagnation").is_some());
        trial.score.band = Some(Band::Risk);
        assert_eq!(trial.event("stagnation"), None);
    }

    #[test]
    fn the_last_three_invoices_over_15_days_late() {
        let mut trial = Trial::new();
        trial.metric(200, MetricKind::InvoiceDaysLate, 90.0);
        for (days, late) in [(100, 25.0), (70, 20.0), (40, -10.0)] {
            trial.metric(days, MetricKind::InvoiceDaysLate, late);
        }
        assert_eq!(trial.event("payment-late"), None, "25, 20 and an early one make 15");
        trial.metric(10, MetricKind::InvoiceDaysLate, 26.0);
        let text = trial.event("payment-late").expect("20, 0 and 26 make 15.3");
        assert_eq!(text, "Paid late: 15 d on average, last invoice 12 Nov.");
    }
}
