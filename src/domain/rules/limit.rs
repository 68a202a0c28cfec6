//! Every number of the rules that a person may want to change: one row each, with what holds
//! unless the config file says otherwise. A rule names no such number of its own.

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Whole days.
    Days,
    /// Whole numbers of something.
    Count,
    /// Hundredths: 25 is a quarter. [`Rules::share`] gives 0.25.
    Percent,
    /// Points of a score or of an NPS.
    Points,
    /// So many times something.
    Times,
}

impl Unit {
    /// Counted in whole numbers.
    #[must_use]
    pub const fn whole(self) -> bool {
        matches!(self, Self::Days | Self::Count)
    }

    /// What stands behind the figure: ` d`, ` %`, ` ×`, or nothing.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Days => " d",
            Self::Percent => " %",
            Self::Times => " ×",
            Self::Count | Self::Points => "",
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    pub limit: Limit,
    /// As it stands in the config file: `risk-below`.
    pub key: &'static str,
    /// What it belongs to: rows of one group stand together.
    pub group: &'static str,
    pub default: f64,
    /// The least and the most it may be.
    pub least: f64,
    pub most: f64,
    pub unit: Unit,
    /// One sentence.
    pub meaning: &'static str,
}

macro_rules! limits {
    ($($group:literal { $(
        $name:ident $key:literal $default:literal, $least:literal to $most:literal $unit:ident,
        $meaning:literal;
    )+ })+) => {
        /// A number of the rules that the config file may change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Limit { $($(#[doc = $meaning] $name,)+)+ }

        /// All of them, group by group.
        pub const LIMITS: &[Row] = &[$($(Row {
            limit: Limit::$name, key: $key, group: $group, default: $default, least: $least,
            most: $most, unit: Unit::$unit, meaning: $meaning,
        },)+)+];

        /// What every limit is unless somebody changed it, in the order of [`LIMITS`].
        pub(super) const DEFAULTS: [f64; LIMITS.len()] = [$($($default,)+)+];
    };
}

// Sources: the account-management guide, CustomerGauge's Account Success process, the consultant's
// guide, the B2B account-management strategy article, the Loyalty Ladder; where they give a
// sentence and no number, the number is this project's own decision.
limits! {
    "health score" {
        RiskBelow "risk-below" 6.0, 1.0 to 10.0 Points, "Under this score an account is at risk.";
        WatchBelow "watch-below" 8.0, 1.0 to 10.0 Points, "Under this score, and not at risk, an account is to be watched.";
        RepairedAt "repaired-at" 6.5, 1.0 to 10.0 Points, "At this score a risk review closes by itself.";
        KnownAtLeast "known-at-least" 50.0, 0.0 to 100.0 Percent, "With less of the weight known and fresh, too little is known for a verdict.";
        FactorsAtLeast "factors-at-least" 3.0, 1.0 to 10.0 Count, "With fewer factors in use there is no verdict.";
        InUseAccounts "in-use-accounts" 5.0, 1.0 to 1000.0 Count, "So many accounts that hold a factor make it count for the whole book.";
        InUseShare "in-use-share" 25.0, 0.0 to 100.0 Percent, "So large a part of the book that holds a factor makes it count for all of it.";
        TrendBack "trend-back" 28.0, 1.0 to 365.0 Days, "The trend looks back so far where no own review was made.";
        OwnScoreHolds "own-score-holds" 196.0, 1.0 to 3650.0 Days, "An own score overrides the measure so long, where the factor has no shorter time of its own.";
    }
    "factors of the score" {
        PaymentInvoices "payment-invoices" 3.0, 1.0 to 100.0 Count, "Payment is the mean of so many last invoices.";
        PaymentWorst "payment-worst" 60.0, 1.0 to 3650.0 Days, "Paid so late on average, Payment is 1.";
        PaymentFresh "payment-fresh" 120.0, 1.0 to 3650.0 Days, "An invoice speaks for Payment so long.";
        RevenueMove "revenue-move" 20.0, 1.0 to 1000.0 Percent, "Revenue is 10 at so much growth in a year, and 1 at so much loss.";
        PulseBeyondReview "pulse-beyond-review" 14.0, 0.0 to 3650.0 Days, "A Pulse digit holds so much longer than the interval of own reviews.";
        PulseAtLeast "pulse-at-least" 30.0, 1.0 to 3650.0 Days, "A Pulse digit holds at least so long.";
        NpsPart "nps-part" 60.0, 0.0 to 100.0 Percent, "So much of Feedback is the NPS; the rest is the mood of talks.";
        NpsFresh "nps-fresh" 196.0, 1.0 to 3650.0 Days, "An NPS answer is fresh so long.";
        MoodDays "mood-days" 90.0, 1.0 to 365.0 Days, "The mood of a talk counts so long.";
        FeaturesPart "features-part" 60.0, 0.0 to 100.0 Percent, "So much of Usage is core features; the rest is active seats.";
        FewFeatures "few-features" 3.0, 0.0 to 1000.0 Count, "Fewer core features in use are low adoption.";
        FewFeaturesCap "few-features-cap" 4.0, 1.0 to 10.0 Points, "Low adoption caps Usage here.";
        UsageFall "usage-fall" 20.0, 0.0 to 100.0 Percent, "Active seats down by more than this are a fall.";
        UsageFallBack "usage-fall-back" 90.0, 1.0 to 3650.0 Days, "The figure that a fall is told from is at least so old.";
        UsageFallCosts "usage-fall-costs" 2.0, 0.0 to 9.0 Points, "A fall of active seats takes so much off Usage.";
        UsageFresh "usage-fresh" 45.0, 1.0 to 3650.0 Days, "Figures of usage are fresh so long.";
        TicketsWorst "tickets-worst" 10.0, 1.0 to 1000.0 Points, "So many points of open tickets make 1; severity 1, 2, 3 count 3, 2, 1.";
        ResponseWorst "response-worst" 3.0, 1.1 to 100.0 Times, "So many times the norm of response makes 1.";
        SupportFresh "support-fresh" 45.0, 1.0 to 3650.0 Days, "Figures of support are fresh so long.";
        ContactWorst "contact-worst" 3.0, 1.1 to 100.0 Times, "The last two-way talk so many intervals ago makes Contact 1.";
        MissedDays "missed-days" 90.0, 1.0 to 365.0 Days, "A missed meeting counts so long.";
        GoalsFresh "goals-fresh" 100.0, 1.0 to 3650.0 Days, "The figure of a goal is fresh so long.";
        ValueFresh "value-fresh" 196.0, 1.0 to 3650.0 Days, "A perceived value is fresh so long.";
    }
    "map" {
        RotDays "rot-days" 548.0, 1.0 to 3650.0 Days, "A contact's record is worth nothing so long after it was verified.";
        MapRevisited "map-revisited" 182.0, 1.0 to 3650.0 Days, "The map is gone over so often; who was not verified for longer is getting old.";
        LeftShown "left-shown" 91.0, 0.0 to 3650.0 Days, "Who left is shown, and a champion who left is an event, so long.";
    }
    "feedback" {
        NpsDays "nps-days" 365.0, 1.0 to 3650.0 Days, "An answer counts in the NPS so long.";
        FewAnswers "few-answers" 10.0, 0.0 to 1000.0 Count, "Fewer answers are shown one by one, without a percentage.";
        ResultsEvery "results-every" 365.0, 1.0 to 3650.0 Days, "The results of the feedback are shared so often.";
        SurveyEvery "survey-every" 182.0, 1.0 to 3650.0 Days, "Each contact is asked so often.";
        ResponseWanted "response-wanted" 50.0, 0.0 to 100.0 Percent, "Fewer answers than this are few.";
        ResponseBest "response-best" 70.0, 0.0 to 100.0 Percent, "So many answers the best get.";
        ResponseAsked "response-asked" 3.0, 1.0 to 1000.0 Count, "Fewer contacts asked make no rate worth a word.";
        ResponseGrace "response-grace" 14.0, 0.0 to 365.0 Days, "Whoever is asked has so long to answer.";
        LevelsApart "levels-apart" 50.0, 1.0 to 200.0 Points, "The NPS of two levels so far apart disagrees.";
        UpsetDays "upset-days" 30.0, 1.0 to 365.0 Days, "Two bad talks within this time are one upset.";
        HeardDays "heard-days" 182.0, 1.0 to 3650.0 Days, "Revenue is heard from with an answer so young.";
        LikedNps "liked-nps" 30.0, -100.0 to 100.0 Points, "From this NPS on an account likes us.";
        LikedMood "liked-mood" 0.5, -2.0 to 2.0 Points, "From this mean mood on an account likes us.";
        ValueLow "value-low" 5.0, 1.0 to 10.0 Points, "A perceived value up to this is low.";
        ValueEvery "value-every" 182.0, 1.0 to 3650.0 Days, "Perceived value is confirmed so often.";
    }
    "signals" {
        HealthDrop "health-drop" 1.0, 0.1 to 9.0 Points, "A score that fell by this is told.";
        HealthDropBack "health-drop-back" 28.0, 1.0 to 365.0 Days, "A fall of the score is told against so long ago.";
        FactorLow "factor-low" 4.0, 1.0 to 10.0 Points, "A fresh factor under this is very low.";
        SupportWeak "support-weak" 5.0, 1.0 to 10.0 Points, "Support under this is weak.";
        PaymentLate "payment-late" 15.0, 0.0 to 3650.0 Days, "Invoices paid later than this on average are late.";
        StillWithin "still-within" 2.0, 0.0 to 100.0 Percent, "ARR that moved no more than this in a year stands still.";
        DeciderQuiet "decider-quiet" 60.0, 1.0 to 3650.0 Days, "A healthy account hears a decision maker within this time.";
        ChampionQuiet "champion-quiet" 2.0, 1.0 to 100.0 Times, "A champion not heard for so many talk intervals is quiet.";
        SponsorEvery "sponsor-every" 91.0, 1.0 to 3650.0 Days, "An executive sponsor is heard so often.";
        MissedMeetings "missed-meetings" 2.0, 1.0 to 100.0 Count, "So many missed meetings are told.";
        SeatsFull "seats-full" 90.0, 1.0 to 100.0 Percent, "Seats so full hint at growth.";
        UsageRise "usage-rise" 20.0, 1.0 to 1000.0 Percent, "Active seats up by this hint at growth.";
        FigureNews "figure-news" 182.0, 1.0 to 3650.0 Days, "A figure of usage is news so long.";
        SlippingBelow "slipping-below" 70.0, 0.0 to 100.0 Percent, "A plan slips with fewer of its steps done on time.";
        SlippingDue "slipping-due" 3.0, 1.0 to 100.0 Count, "A plan slips only with so many steps due.";
        RenewalOpen "renewal-open" 120.0, 1.0 to 3650.0 Days, "Renewal talks begin so long before the act-by date.";
        RenewalLate "renewal-late" 90.0, 1.0 to 3650.0 Days, "Renewal talks not begun so long before the act-by date are late.";
        ForecastFirst "forecast-first" 180.0, 1.0 to 3650.0 Days, "Your forecast is asked for so long before the end of a contract.";
        ForecastSecond "forecast-second" 90.0, 1.0 to 3650.0 Days, "Your forecast is asked for again so long before the end.";
        RenewalSettled "renewal-settled" 30.0, 0.0 to 365.0 Days, "What a renewal was worth is read from the ARR so long after the end.";
        CheckInEvery "check-in-every" 365.0, 1.0 to 3650.0 Days, "A Maintenance account gets a check-in so often.";
        RenewalCritical "renewal-critical" 30.0, 0.0 to 3650.0 Days, "A renewal without a yes so long before the act-by date is critical.";
        BirthdayAhead "birthday-ahead" 7.0, 0.0 to 365.0 Days, "A birthday is told so long ahead.";
    }
    "growth" {
        LadderWindow "ladder-window" 90.0, 1.0 to 365.0 Days, "The loyalty ladder looks so far back, or two talk intervals where that is more.";
        LadderTalks "ladder-talks" 3.0, 1.0 to 100.0 Count, "Fewer two-way talks tagged with a topic are no evidence for a step of the ladder.";
        PartnerShare "partner-share" 40.0, 0.0 to 100.0 Percent, "So many of the topics of a partner are about growth.";
        DiscoveryHolds "discovery-holds" 365.0, 1.0 to 3650.0 Days, "A discovery is old after so long.";
        QualificationHolds "qualification-holds" 182.0, 1.0 to 3650.0 Days, "Whether growth is realistic is said again after so long.";
        StepLongLate "step-long-late" 14.0, 0.0 to 365.0 Days, "A plan with a step later than this is not carried out.";
        GrowthTalkEvery "growth-talk-every" 91.0, 1.0 to 365.0 Days, "Growth is talked about so often with who decides or influences.";
        ResultEvery "result-every" 91.0, 1.0 to 3650.0 Days, "A result that they got is written down so often.";
        PursueChecks "pursue-checks" 5.0, 0.0 to 6.0 Count, "An opportunity is pursued with so many of the six checks met.";
        PursuedAtOnce "pursued-at-once" 2.0, 1.0 to 100.0 Count, "So many cases a quarter can be pursued well.";
        ExpansionQuiet "expansion-quiet" 91.0, 1.0 to 3650.0 Days, "An open opportunity not talked about for longer is quiet.";
        ForecastSure "forecast-sure" 80.0, 0.0 to 100.0 Percent, "A forecast from here on is sure, and wants a decision maker.";
    }
    "calm" {
        GapRest "gap-rest" 28.0, 0.0 to 3650.0 Days, "A new account is left alone so long with what was never recorded.";
        LaterDays "later-days" 28.0, 1.0 to 3650.0 Days, "Later without a day, and fine in a review, last so long.";
        NotHereDays "not-here-days" 365.0, 1.0 to 3650.0 Days, "Not here is asked again after so long.";
        InHandLate "in-hand-late" 3.0, 0.0 to 365.0 Days, "A step so late no longer holds a signal in hand.";
        WorseBy "worse-by" 0.5, 0.1 to 9.0 Points, "A score that fell on by this is worse.";
        BookLineShare "book-line-share" 25.0, 0.0 to 100.0 Percent, "A signal on more of the book than this becomes one line.";
        BookLineOver "book-line-over" 8.0, 0.0 to 1000.0 Count, "A signal on no more accounts than this never becomes one line.";
        NowShown "now-shown" 5.0, 1.0 to 1000.0 Count, "So many accounts are shown in NOW; the rest lead SOON.";
        PlansAsked "plans-asked" 3.0, 0.0 to 1000.0 Count, "So many accounts at a time are asked for a plan, the largest first.";
        ReviewAhead "review-ahead" 2.0, 0.0 to 31.0 Days, "An account whose own review is due within so many days is in the weekly review.";
        SignalsShown "signals-shown" 3.0, 1.0 to 100.0 Count, "So many signals of an account are shown; the rest are a number.";
    }
    "agenda" {
        DayFull "day-full" 5.0, 1.0 to 100.0 Count, "So many steps and meetings make a day full.";
    }
    "order of the list" {
        NowWorth "now-worth" 5.0, 0.0 to 100.0 Points, "What a signal of now weighs in the order.";
        SoonWorth "soon-worth" 2.0, 0.0 to 100.0 Points, "What a signal of soon weighs in the order.";
        NoteWorth "note-worth" 0.5, 0.0 to 100.0 Points, "What a note weighs in the order.";
        RestPart "rest-part" 25.0, 0.0 to 100.0 Percent, "So much of the weaker signals is added to the strongest.";
        RestMost "rest-most" 4.0, 0.0 to 1000.0 Points, "The weaker signals add no more than this.";
        ArrPull "arr-pull" 2.0, 0.0 to 100.0 Times, "The largest account weighs so much more than the smallest.";
    }
    "tiers" {
        KeyShare "key-share" 80.0, 1.0 to 100.0 Percent, "The key accounts make so much of the ARR.";
        StrategicShare "strategic-share" 50.0, 1.0 to 100.0 Percent, "The suggested Strategic accounts make so much of the ARR.";
        StrategicLeast "strategic-least" 5.0, 0.0 to 1000.0 Count, "So many Strategic accounts at least are suggested in a large book.";
        StrategicMost "strategic-most" 20.0, 0.0 to 1000.0 Count, "No more Strategic accounts than this are suggested.";
        LargeBook "large-book" 25.0, 1.0 to 1000.0 Count, "A book of so many accounts is large.";
        GrowthShare "growth-share" 20.0, 0.0 to 1000.0 Percent, "Open expansion of so much of the ARR suggests Growth.";
        TierEvery "tier-every" 365.0, 28.0 to 3650.0 Days, "Tiers are gone over so often.";
        TierAsked "tier-asked" 28.0, 1.0 to 365.0 Days, "A tier that its figures outgrew is asked about so long.";
        AdvocateEvery "advocate-every" 182.0, 1.0 to 3650.0 Days, "A large and content account is asked for something so often.";
        GrowthTop "growth-top" 20.0, 0.0 to 100.0 Percent, "The largest of the accounts, so many of a hundred, are suggested for Growth.";
    }
    "the book in figures" {
        CoverageAim "coverage-aim" 80.0, 0.0 to 100.0 Percent, "So much of the ARR is to be heard from.";
        HealthyMost "healthy-most" 80.0, 0.0 to 100.0 Percent, "More healthy accounts than this are a warning in themselves.";
        BudgetLeast "budget-least" 10.0, 0.0 to 100.0 Percent, "Retention and expansion of the key accounts may cost so much of their ARR at least.";
        BudgetMost "budget-most" 15.0, 0.0 to 100.0 Percent, "Retention and expansion of the key accounts may cost so much of their ARR at most.";
        ForecastCommit "forecast-commit" 90.0, 0.0 to 100.0 Percent, "A renewal forecast so sure is one to commit to.";
        ForecastRisk "forecast-risk" 50.0, 0.0 to 100.0 Percent, "A renewal forecast less sure than this is at risk.";
        FewAccounts "few-accounts" 10.0, 0.0 to 1000.0 Count, "With fewer accounts their number stands beside each percentage.";
        AttentionDays "attention-days" 91.0, 7.0 to 365.0 Days, "Talks and reviews of so many days are the time that an account gets.";
        AttentionApart "attention-apart" 2.0, 1.1 to 100.0 Times, "Shares of ARR and of time so many times apart are out of proportion.";
        AttentionLeast "attention-least" 5.0, 0.0 to 100.0 Percent, "Smaller shares of ARR and of time are never out of proportion.";
        RunwayDays "runway-days" 180.0, 28.0 to 365.0 Days, "Contracts to act on within so many days are on the runway.";
        Margin "margin" 0.0, 0.0 to 100.0 Percent, "Gross margin, for the lifetime value of an account; 0: not known.";
    }
}

impl Limit {
    /// Its row in the table.
    #[must_use]
    pub const fn row(self) -> &'static Row {
        // The table and the enum are made of the same rows.
        &LIMITS[self as usize]
    }

    /// The limit that a key of the config file names.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        LIMITS.iter().find(|row| row.key == key).map(|row| row.limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_key_of_its_own_a_default_in_its_range_and_a_sentence() {
        for (place, row) in LIMITS.iter().enumerate() {
            assert_eq!(row.limit as usize, place, "{}", row.key);
            assert_eq!(Limit::of_key(row.key), Some(row.limit), "{} stands twice", row.key);
            assert!(row.key.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", row.key);
            assert!((row.least..=row.most).contains(&row.default), "{}", row.key);
            let whole = [row.default, row.least, row.most].iter().all(|one| one.fract() == 0.0);
            assert!(!row.unit.whole() || whole, "{} is counted whole", row.key);
            let sentence = row.meaning.ends_with('.') && row.meaning.chars().count() <= 120;
            assert!(sentence && row.meaning.starts_with(char::is_uppercase), "{}", row.meaning);
        }
    }
}
