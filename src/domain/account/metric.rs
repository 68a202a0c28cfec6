//! Figures about an account, each with its day: usage, tickets, invoices.

use crate::domain::cell::Id;
use crate::domain::record::record;
use crate::domain::word::words;
use chrono::NaiveDate;

words! {
    MetricKind {
        /// Core features in use.
        FeaturesUsed = "features used",
        /// Core features there are for them.
        FeaturesTotal = "features total",
        SeatsActive = "seats active",
        SeatsLicensed = "seats licensed",
        /// Open tickets of severity 1 (the worst).
        TicketsSevere = "tickets severity 1",
        TicketsMedium = "tickets severity 2",
        TicketsMinor = "tickets severity 3",
        /// Median hours to the first answer.
        ResponseHours = "response hours",
        /// The hours agreed with this account.
        ResponseNorm = "response norm",
        /// Days an invoice was paid late; early counts 0.
        InvoiceDaysLate = "invoice days late",
    }
}

record! {
    /// One figure of one day.
    Metric in "metric" {
        AccountId account_id: Id,
        Kind kind: MetricKind,
        OnDate on_date: NaiveDate,
        Amount amount: f64,
        Note note: Option<String>,
    }
}
