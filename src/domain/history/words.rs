//! What tables and columns are called, and by which column a record is known.

/// How the records of a table are told: its word, the column of its name, and what else tells one
/// that came or went.
pub(super) struct Told {
    pub table: &'static str,
    pub word: &'static str,
    pub name: &'static str,
    pub facts: &'static [&'static str],
}

const fn told(
    table: &'static str,
    word: &'static str,
    name: &'static str,
    facts: &'static [&'static str],
) -> Told {
    Told { table, word, name, facts }
}

/// One row for each table whose rows belong to an account.
pub(super) const TABLES: &[Told] = &[
    told("account", "account", "name", &["tier", "status"]),
    told("contract", "contract", "", &["starts_on", "ends_on", "notice_count", "auto_renews"]),
    told("goal", "goal", "title", &["metric", "due_on"]),
    told("metric", "figure", "kind", &["amount", "on_date"]),
    told("own_score", "own score", "factor", &["points", "reason"]),
    told("silence", "resting signal", "code", &["until_on", "reason"]),
    told("contact", "contact", "name", &["title", "level"]),
    told("answer", "answer", "contact_id", &["scale", "points", "why"]),
    told("invitation", "survey invitation", "contact_id", &["on_date"]),
    told("revenue", "revenue entry", "kind", &["amount", "on_date", "note"]),
    told("opportunity", "opportunity", "title", &["amount", "stage"]),
    told("talk", "talk", "summary", &["kind", "on_date", "mood", "quote"]),
    told("talk_person", "who took part", "contact_id", &[]),
    told("plan", "90-day plan", "starts_on", &["ended_on"]),
    told("priority", "priority", "title", &["kind", "metric"]),
    told("step", "step", "title", &["kind", "due_on", "owner", "owner_name"]),
    told("step_person", "who comes", "contact_id", &[]),
    told("team_member", "team member", "colleague_id", &["part"]),
    told("sponsor_pair", "sponsor pair", "contact_id", &["colleague_id"]),
    told("closing", "closed signal", "code", &["reason"]),
    told("risk_review", "risk review", "opened_on", &["cause", "exit_criterion"]),
    told("loyalty", "loyalty step", "step", &["evidence"]),
    told("discovery", "discovery", "on_date", &[]),
    told("qualification", "growth verdict", "on_date", &["realistic", "why"]),
    told("unit", "unit", "name", &[]),
    told("whitespace", "unit's offering", "offering_id", &["unit_id", "state"]),
    told("value_item", "value item", "result", &["amount", "unit", "on_date"]),
    told("forecast", "own forecast", "outcome", &["probability", "new_amount", "ends_on"]),
    told("ask", "advocate request", "kind", &["contact_id", "granted"]),
    told("colleague", "colleague", "name", &[]),
    told("offering", "offering", "name", &[]),
];

/// Columns whose words are not simply their name.
const COLUMNS: &[(&str, &str)] = &[
    ("on_date", "date"),
    ("amount", "amount"),
    ("two_way", "answered"),
    ("started_by", "started by"),
    ("talk_every", "talk every (days)"),
    ("review_every", "review every (days)"),
    ("strategic_every", "strategic review every (days)"),
    ("qbr_every", "QBR every (days)"),
    ("auto_renews", "renews by itself"),
    ("notice_count", "notice"),
    ("term_months", "term (months)"),
    ("owner_name", "who"),
    ("left_to", "went to"),
    ("champion_id", "champion"),
    ("confirmed_by", "confirmed by"),
    ("reports_to", "reports to"),
    ("checked_by", "checked by"),
    ("colleague_id", "on our side"),
    ("account_id", "account"),
    ("case_text", "case"),
    ("code", "signal"),
    ("at_time", "time"),
    ("new_amount", "new amount"),
    ("customer_since", "customer since"),
    ("feedback_agreed_on", "feedback agreed"),
    ("results_shared_on", "results shared"),
    ("lost_avoidable", "avoidable"),
];

/// Columns that nobody reads: told by others, or of use to the program alone.
pub(super) const QUIET: &[&str] =
    &["id", "currency", "turnover_currency", "notice_unit", "play_step", "created_on", "seen"];

/// Columns that hold yes or no.
pub(super) const YES_NO: &[&str] = &[
    "auto_renews",
    "two_way",
    "missed",
    "client_sees",
    "workshop",
    "realistic",
    "granted",
    "senior",
    "stake",
    "respected",
    "has_time",
    "lost_avoidable",
    "solves_problem",
    "voiced_interest",
    "timing_right",
    "fits_goals",
    "measurable_case",
    "champion_inside",
    "deliverable",
    "budget_timing",
    "pilot",
];

/// Columns that name a record of another table.
const REFERS: &[(&str, &str)] = &[
    ("account_id", "account"),
    ("contact_id", "contact"),
    ("reports_to", "contact"),
    ("champion_id", "contact"),
    ("confirmed_by", "contact"),
    ("colleague_id", "colleague"),
    ("plan_id", "plan"),
    ("priority_id", "priority"),
    ("opportunity_id", "opportunity"),
    ("offering_id", "offering"),
    ("unit_id", "unit"),
    ("talk_id", "talk"),
    ("step_id", "step"),
];

/// The table whose records a column names.
#[must_use]
pub fn refers_to(column: &str) -> Option<&'static str> {
    REFERS.iter().find(|(one, _)| *one == column).map(|(_, table)| *table)
}

/// The column by which the records of a table are known.
#[must_use]
pub fn named_by(table: &str) -> Option<&'static str> {
    row(table).map(|row| row.name).filter(|name| !name.is_empty())
}

pub(super) fn row(table: &str) -> Option<&'static Told> {
    TABLES.iter().find(|row| row.table == table)
}

/// `ends_on` is `ends`, `contact_id` is `contact`.
pub(super) fn column(column: &str) -> String {
    if let Some((_, word)) = COLUMNS.iter().find(|(one, _)| *one == column) {
        return (*word).to_owned();
    }
    let bare = column.strip_suffix("_on").or_else(|| column.strip_suffix("_id"));
    bare.unwrap_or(column).replace('_', " ")
}

/// `1 step`, `3 opportunities`.
pub(super) fn counted(count: usize, word: &str) -> String {
    match (count, word.strip_suffix('y')) {
        (1, _) => format!("1 {word}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {word}s"),
    }
}
