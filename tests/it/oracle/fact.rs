//! Small facts about accounts, any of them, and the records made of them.

use chrono::{Datelike, Duration, NaiveDate};
use proptest::prelude::*;
use trellis::domain::account::contract::{Contract, Renewal};
use trellis::domain::account::own_score::{Factor, OwnScore};
use trellis::domain::account::{Account, Status, Tier};
use trellis::domain::around::Around;
use trellis::domain::assess::assess;
use trellis::domain::cell::Id;
use trellis::domain::contact::Contact;
use trellis::domain::feedback::{Answer, Scale};
use trellis::domain::money::Currency;
use trellis::domain::records::Records;
use trellis::domain::revenue::forecast::{Forecast, Outcome};
use trellis::domain::revenue::opportunity::{Opportunity, OpportunityStage};
use trellis::domain::revenue::{Revenue, RevenueKind};
use trellis::domain::rules::Rules;
use trellis::domain::standing::Standing;

/// Sunday, 22 November 2026.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

pub fn ahead(days: i64) -> NaiveDate {
    today() + Duration::days(days)
}

/// The first and the last day of the calendar quarter.
pub fn bounds(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let begins = |year, month| NaiveDate::from_ymd_opt(year, month, 1).expect("a day");
    let month = (day.month() - 1) / 3 * 3 + 1;
    let next = if month == 10 { begins(day.year() + 1, 1) } else { begins(day.year(), month + 3) };
    (begins(day.year(), month), next.pred_opt().expect("a day"))
}

pub const CODES: [&str; 3] = ["EUR", "USD", "SEK"];

/// What a unit of each is worth in euros; of the last one nobody knows.
pub const WORTH: [Option<i64>; 3] = [Some(1), Some(2), None];

pub fn currency(place: usize) -> Currency {
    Currency::from_code(CODES[place]).expect("a code")
}

/// One change of ARR.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub on: NaiveDate,
    pub kind: RevenueKind,
    pub amount: i64,
    pub currency: usize,
}

/// What was said of the end of a contract.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    pub on: NaiveDate,
    /// Of another end than the contract's.
    pub other: bool,
    pub outcome: Outcome,
    pub percent: i64,
    pub amount: Option<i64>,
}

/// One answer: who (none: nobody named), when, how much, on which scale.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    pub who: Option<usize>,
    pub on: NaiveDate,
    pub points: i64,
    pub scale: Scale,
}

/// Business that could grow out of an account; its currency may be left to the base one.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    pub stage: OpportunityStage,
    pub amount: Option<i64>,
    pub currency: Option<usize>,
    pub close_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
}

/// All that is known of an account.
#[derive(Clone, Debug)]
pub struct Fact {
    pub id: i64,
    pub status: Status,
    pub archived: bool,
    pub tier: Option<Tier>,
    pub lost_on: NaiveDate,
    /// By day.
    pub entries: Vec<Entry>,
    /// Whether and when each of its people left.
    pub people: Vec<Option<NaiveDate>>,
    pub said: Vec<Said>,
    /// Felt by the user, of three factors.
    pub felt: Option<i64>,
    pub ends_on: Option<NaiveDate>,
    pub renewal: Renewal,
    pub guesses: Vec<Guess>,
    pub offers: Vec<Offer>,
}

impl Fact {
    /// Only active and notified ones that nobody put away.
    pub fn counts(&self) -> bool {
        !self.archived && matches!(self.status, Status::Active | Status::Notified)
    }

    /// Three alone have a name of their own: equals go by number.
    pub fn name(&self) -> String {
        format!("A{}", self.id % 3)
    }

    /// Σ amount of all but the one-time entries up to a day, in euros. None: nothing is recorded.
    /// A currency without a rate is an error, unless nothing of it is left.
    pub fn arr(&self, day: NaiveDate) -> Result<Option<i64>, ()> {
        let mut sums = [0; 3];
        let mut any = false;
        for entry in &self.entries {
            if entry.on <= day && entry.kind != RevenueKind::OneTime {
                sums[entry.currency] += entry.amount;
                any = true;
            }
        }
        let mut euros = 0;
        for (sum, worth) in sums.into_iter().zip(WORTH) {
            match worth {
                Some(worth) => euros += sum * worth,
                None if sum != 0 => return Err(()),
                None => {}
            }
        }
        Ok(any.then_some(euros))
    }

    pub fn records(&self) -> Records {
        let mut account = Account::named(&self.name(), today() - Duration::days(900));
        account.id = Id(self.id);
        account.status = self.status;
        account.tier = self.tier;
        account.archived_on = self.archived.then(today);
        account.lost_on = (self.status == Status::Lost).then_some(self.lost_on);
        let mut records = Records::bare(account);
        let id = |place: usize| Id(self.id * 1_000 + i64::try_from(place).expect("few"));
        let account_id = Id(self.id);
        for (place, left_on) in self.people.iter().enumerate() {
            let mut contact = Contact::named("J. Roy", Some(account_id), ahead(-900));
            (contact.id, contact.left_on) = (id(place), *left_on);
            records.contacts.push(contact);
        }
        records.revenue = self
            .entries
            .iter()
            .enumerate()
            .map(|(place, entry)| Revenue {
                id: id(100 + place),
                account_id,
                on_date: entry.on,
                kind: entry.kind,
                amount: entry.amount,
                currency: currency(entry.currency),
                note: None,
            })
            .collect();
        let answer = |(place, said): (usize, &Said)| Answer {
            id: id(200 + place),
            account_id,
            contact_id: said.who.map(id),
            on_date: said.on,
            scale: said.scale,
            points: said.points,
            why: None,
            driver: None,
        };
        records.answers = self.said.iter().enumerate().map(answer).collect();
        records.answers.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
        let felt = |points| {
            [Factor::Pulse, Factor::Payment, Factor::Value].map(|factor| OwnScore {
                id: id(300),
                account_id,
                factor,
                points,
                on_date: today(),
                reason: None,
            })
        };
        records.own_scores = self.felt.map(felt).into_iter().flatten().collect();
        records.contract = self.contract();
        let guess = |(place, guess): (usize, &Guess)| {
            let ends_on = self.ends_on?;
            Some(Forecast {
                id: id(400 + place),
                account_id,
                on_date: guess.on,
                ends_on: if guess.other { ends_on + Duration::days(1) } else { ends_on },
                outcome: guess.outcome,
                probability: guess.percent,
                new_amount: guess.amount,
                currency: guess.amount.map(|_| Currency::EUR),
                note: None,
            })
        };
        records.forecasts = self.guesses.iter().enumerate().filter_map(guess).collect();
        records.forecasts.sort_by_key(|one| std::cmp::Reverse((one.on_date, one.id)));
        records.opportunities = self
            .offers
            .iter()
            .enumerate()
            .map(|(place, offer)| Opportunity {
                id: id(600 + place),
                stage: offer.stage,
                amount: offer.amount,
                currency: offer.currency.map(currency),
                close_on: offer.close_on,
                closed_on: offer.closed_on,
                ..Opportunity::titled("Seats", Some(account_id), ahead(-100))
            })
            .collect();
        records
    }

    pub fn contract(&self) -> Option<Contract> {
        let ends_on = self.ends_on?;
        let renewal = self.renewal;
        let id = Id(self.id * 1_000 + 500);
        Some(Contract { id, ends_on: Some(ends_on), renewal, ..Contract::of(Id(self.id)) })
    }
}

/// Dollars have a rate, kronas none.
pub fn rules() -> Rules {
    let mut rules = Rules::default();
    rules.exchange.rates = vec![(currency(1), 2.0)];
    rules
}

/// How each account stands, and what the book is around them.
pub fn standings(facts: &[Fact], rules: &Rules) -> (Vec<Records>, Vec<Standing>, Around) {
    let records: Vec<Records> = facts.iter().map(Fact::records).collect();
    let judged = |around: &Around| -> Vec<Standing> {
        records.iter().map(|one| assess(one, around, rules, today())).collect()
    };
    let around = Around::of(&judged(&Around::default()), rules);
    let standings = judged(&around);
    (records, standings, around)
}

/// Any entry, in order of its day; no sum of a currency ever falls under nothing.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let kind = prop::sample::select(RevenueKind::ALL);
    let one = (0_i64..900, kind, 1_i64..8, 0_usize..12);
    prop::collection::vec(one, 0..7).prop_map(|mut all| {
        all.sort_by_key(|(ago, ..)| std::cmp::Reverse(*ago));
        let mut left = [0; 3];
        let entry = |(ago, kind, size, currency): (i64, RevenueKind, i64, usize)| {
            // Most books know one currency, and kronas are rare.
            let currency = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2][currency];
            let amount = size * 10_000;
            let down = matches!(kind, RevenueKind::Contraction | RevenueKind::Churn)
                || kind == RevenueKind::Price && size % 2 == 0;
            let amount = match kind {
                RevenueKind::Churn => -left[currency],
                _ if down => -amount.min(left[currency]),
                _ => amount,
            };
            if kind != RevenueKind::OneTime {
                left[currency] += amount;
            }
            Entry { on: ahead(-ago), kind, amount, currency }
        };
        all.into_iter().map(entry).collect()
    })
}

fn said() -> impl Strategy<Value = Vec<Said>> {
    let one = (0_usize..5, 0_i64..500, 0_i64..11, 0_usize..6);
    prop::collection::vec(one, 0..8).prop_map(|all| {
        let said = |(who, ago, points, scale): (usize, i64, i64, usize)| Said {
            who: Some(who).filter(|who| *who < 4),
            on: ahead(-ago),
            points,
            scale: if scale == 0 { Scale::Value } else { Scale::Nps },
        };
        all.into_iter().map(said).collect()
    })
}

fn guesses() -> impl Strategy<Value = Vec<Guess>> {
    let outcome = prop::sample::select(Outcome::ALL);
    // 90 and 50 lie on the two thresholds.
    let percent = prop::sample::select(&[0_i64, 10, 11, 49, 50, 51, 80, 89, 90, 91, 100][..]);
    let one = (0_i64..200, 0_u8..5, outcome, percent, prop::option::of(1_i64..9));
    prop::collection::vec(one, 0..4).prop_map(|all| {
        let guess = |(ago, other, outcome, percent, size): (i64, u8, _, _, Option<i64>)| Guess {
            on: ahead(-ago),
            other: other == 0,
            outcome,
            percent,
            amount: size.map(|size| size * 7_000),
        };
        all.into_iter().map(guess).collect()
    })
}

fn offers() -> impl Strategy<Value = Vec<Offer>> {
    let stage = prop::sample::select(OpportunityStage::ALL);
    let day = || prop::option::weighted(0.8, -120_i64..200);
    let one = (stage, prop::option::of(1_i64..9), prop::option::of(0_usize..3), day(), day());
    prop::collection::vec(one, 0..5).prop_map(|all| {
        let offer = |(stage, size, currency, close, closed): (_, Option<i64>, _, _, _)| Offer {
            stage,
            amount: size.map(|size| size * 3_000),
            currency,
            close_on: Option::map(close, ahead),
            closed_on: Option::map(closed, ahead),
        };
        all.into_iter().map(offer).collect()
    })
}

prop_compose! {
    fn fact()(
        (status, archived, tier, lost) in (0_usize..8, 0_u8..12, 0_usize..4, 0_i64..900),
        entries in entries(),
        people in prop::collection::vec(prop::option::weighted(0.2, -300_i64..30), 4),
        said in said(),
        felt in prop::option::of(1_i64..11),
        (ends, renewal) in (prop::option::of(0_i64..140), prop::sample::select(Renewal::ALL)),
        guesses in guesses(),
        offers in offers(),
    ) -> Fact {
        Fact {
            id: 0,
            // Active ones more often than not.
            status: Status::ALL.get(status).copied().unwrap_or(Status::Active),
            archived: archived == 0,
            tier: Tier::ALL.get(tier).copied(),
            lost_on: ahead(-lost),
            entries,
            people: people.into_iter().map(|left| left.map(ahead)).collect(),
            said,
            felt,
            ends_on: ends.map(ahead),
            renewal,
            guesses,
            offers,
        }
    }
}

/// A book of up to so many accounts.
pub fn book(most: usize) -> impl Strategy<Value = Vec<Fact>> {
    prop::collection::vec(fact(), 0..most).prop_map(|mut facts| {
        for (fact, id) in facts.iter_mut().zip(1..) {
            fact.id = id;
        }
        facts
    })
}
