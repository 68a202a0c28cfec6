//! What of the revenue was kept: net, gross, by the count, what was lost, what grew a month, what a
//! client is worth; and the same tier by tier.

use super::super::super::{Cell, Entry, Ground, Line, Span};
use super::{Retained, Scope, Sums, by_change, figure, scopes};
use crate::domain::retention::{Moved, YEAR_DAYS};
use crate::domain::rules::limit::Limit;
use crate::domain::score::print::percent;
use crate::domain::signal::sentence::count;

/// What is not known.
pub(super) const NOTHING: &str = "–";
const NOBODY: &str = "nobody paid at the start";

pub(super) fn share(share: Option<f64>) -> String {
    share.map_or_else(|| NOTHING.to_owned(), percent)
}

pub(super) fn lines(of: &Retained<'_>, sums: &Sums) -> Vec<Line> {
    let mut lines = vec![Line::title("Kept")];
    let still = sums.accounts - sums.lost;
    let whole = still - sums.shrunk;
    let (start, kept) = (of.money(sums.start), of.money(sums.kept));
    let steady = of.money(sums.kept.saturating_sub(sums.expansion));
    let gone = sums.churn.saturating_add(sums.contraction);
    let counted = |part: usize, what: &str| format!("{part} of {} {what}", sums.accounts);
    for (label, value, note, counts, formula, topic) in [
        (
            "NRR",
            sums.nrr,
            format!("{kept} of {start}"),
            counted(still, "still pay"),
            format!(
                "What the accounts of the start pay at the end, growth with it: {kept} ÷ {start}"
            ),
            "nrr",
        ),
        (
            "GRR",
            sums.grr,
            format!("{steady} of {start}, growth left out"),
            counted(whole, "pay no less"),
            format!("The same without growth, Σ min(end, start) ÷ Σ start: {steady} ÷ {start}"),
            "grr",
        ),
        (
            "logo retention",
            (sums.accounts > 0).then_some(sums.logo_retention).flatten(),
            counted(still, "still pay"),
            String::new(),
            format!(
                "Accounts that still pay ÷ accounts that paid at the start: {still} ÷ {}",
                sums.accounts
            ),
            "logo retention",
        ),
        (
            "revenue churn",
            sums.revenue_churn,
            format!("{} left, {} shrank", of.money(sums.churn), of.money(sums.contraction)),
            counted(sums.lost + sums.shrunk, "left or pay less"),
            format!("(Churn + contraction) ÷ start: {} ÷ {start}", of.money(gone)),
            "churn",
        ),
    ] {
        let told = share(value);
        let counts = if of.few(sums.accounts) && !counts.is_empty() && value.is_some() {
            format!(" · {counts}")
        } else {
            String::new()
        };
        let note = match value {
            Some(_) => format!("{note}{counts}"),
            None => NOBODY.to_owned(),
        };
        let mut theirs: Vec<&Moved> = of.moved().filter(|one| one.start > 0).collect();
        by_change(&mut theirs);
        let ground = Ground::new(format!("{label} {told}"), topic)
            .say(format!("{formula} = {told}."))
            .say(of.without())
            .on(theirs.iter().map(|one| of.told(one)));
        let key = format!("kept {label}");
        lines.push(figure(label, vec![Span::strong(told)], vec![Span::dim(note)], &key, ground));
    }
    lines.push(expansion_mrr(of, sums));
    lines.push(lifetime_value(of, sums));
    lines
}

fn expansion_mrr(of: &Retained<'_>, sums: &Sums) -> Line {
    if sums.accounts == 0 {
        let ground = Ground::new("expansion MRR –", "churn")
            .say("Nobody paid at the start, so nobody could pay more.")
            .say(of.without());
        let (told, note) = (vec![Span::strong(NOTHING)], vec![Span::dim(NOBODY)]);
        return figure("expansion MRR", told, note, "kept expansion", ground);
    }
    let told = of.money(sums.expansion_mrr.round() as i64);
    let whole = of.money(sums.expansion);
    let mut theirs: Vec<&Moved> =
        of.moved().filter(|one| one.start > 0 && one.kept > one.start).collect();
    by_change(&mut theirs);
    let ground = Ground::new(format!("expansion MRR {told}"), "churn")
        .say(format!(
            "The expansion of the period is ARR; for one month it is {whole} ÷ 12 = {told}."
        ))
        .say(of.without())
        .on(theirs.iter().map(|one| of.told(one)));
    let note = vec![Span::dim(format!("{whole} of ARR ÷ 12"))];
    figure("expansion MRR", vec![Span::strong(told)], note, "kept expansion", ground)
}

/// Why there is no lifetime value.
fn unvalued(of: &Retained<'_>, sums: &Sums) -> &'static str {
    if of.metrics.retention.margin.is_none() {
        "no margin known: `margin` in the config"
    } else if of.period.days() != YEAR_DAYS {
        "told for 365 days only"
    } else if sums.accounts == 0 {
        NOBODY
    } else {
        "nothing was lost, so it has no end"
    }
}

fn lifetime_value(of: &Retained<'_>, sums: &Sums) -> Line {
    let margin = percent(of.rules.share(Limit::Margin));
    let theirs = of.moved().filter(|one| one.start > 0).map(|one| of.told(one));
    let (told, note, says) = if let Some(value) = sums.lifetime_value {
        let told = of.money(value.round() as i64);
        let mean = of.money((sums.start as f64 / sums.accounts.max(1) as f64).round() as i64);
        let way = format!("{mean} × {margin} ÷ {}", share(sums.revenue_churn));
        let says = format!(
            "Mean ARR of {} × margin ÷ revenue churn: {way} = {told}.",
            count(sums.accounts, "account")
        );
        (told, way, says)
    } else {
        let why = unvalued(of, sums);
        (NOTHING.to_owned(), why.to_owned(), format!("Lifetime value: {why}."))
    };
    let ground =
        Ground::new(format!("lifetime value {told}"), "clv").say(says).say(of.without()).on(theirs);
    figure(
        "lifetime value",
        vec![Span::strong(told)],
        vec![Span::dim(note)],
        "kept lifetime",
        ground,
    )
}

/// A line for each tier, on the page of all of them.
pub(super) fn tiers(of: &Retained<'_>) -> Vec<Line> {
    let known = scopes(of.metrics);
    if of.scope != Scope::All || known.len() < 3 {
        return Vec::new();
    }
    let head = ["start", "end", "NRR", "GRR", "logos"];
    let head = head.map(|one| Cell::right(8, vec![Span::dim(one)]));
    let title = Cell::left(14, vec![Span::strong("By tier")]);
    let mut lines = vec![Line::gap(), Line::row(std::iter::once(title).chain(head).collect())];
    for scope in known.into_iter().skip(1) {
        let mine = Retained { scope, ..*of };
        let (nothing, paid) = (Sums::default(), mine.sums());
        let sums = paid.unwrap_or(&nothing);
        // Nobody of them is known to pay anything, and that is not 0.
        let money =
            |minor| Span::text(paid.map_or_else(|| NOTHING.to_owned(), |_| mine.money(minor)));
        let still = sums.accounts - sums.lost;
        let figures = [
            money(sums.start),
            money(sums.end),
            Span::strong(share(sums.nrr)),
            Span::text(share(sums.grr)),
            Span::dim(match sums.accounts {
                0 => NOTHING.to_owned(),
                whole => format!("{still} of {whole}"),
            }),
        ];
        let name = Cell::left(14, vec![Span::text(scope.called())]);
        let cells = std::iter::once(name).chain(figures.map(|one| Cell::right(8, vec![one])));
        let mut theirs: Vec<&Moved> = mine.moved().collect();
        by_change(&mut theirs);
        let ground = Ground::new(scope.called(), "tier")
            .say(format!(
                "NRR {}, GRR {}, {still} of {} still pay.",
                share(sums.nrr),
                share(sums.grr),
                sums.accounts
            ))
            .say("By the tier that they have now.")
            .on(theirs.iter().map(|one| mine.told(one)));
        lines.push(Line::row(cells.collect()).with(Entry::figure(scope.key(), ground)));
    }
    lines
}
