//! The accounts themselves: names, tiers, contracts, revenue.

use super::{Scribe, figures, people, plan, talks};
use trellis::domain::account::contract::{self, Contract, NoticeUnit, Renewal};
use trellis::domain::account::{self, Account, Stage, Status, Tier};
use trellis::domain::cell::Id;
use trellis::domain::money::Currency;
use trellis::domain::revenue::{self, Revenue, RevenueKind};

const NAMES: [&str; 24] = [
    "Alder", "Birch", "Cedar", "Dover", "Elm", "Fjord", "Granite", "Harbour", "Indigo", "Juniper",
    "Kestrel", "Linden", "Maple", "North", "Osprey", "Poplar", "Quarry", "Rowan", "Sable", "Tern",
    "Umber", "Vale", "Willow", "Yarrow",
];

const TRADES: [&str; 16] = [
    "Foods",
    "Logistics",
    "Energy",
    "Bank",
    "Insurance",
    "Medical",
    "Steel",
    "Optics",
    "Software",
    "Retail",
    "Travel",
    "Chemicals",
    "Printing",
    "Dairy",
    "Telecom",
    "Works",
];

const CITIES: [(&str, &str); 6] = [
    ("Lyon", "France"),
    ("Graz", "Austria"),
    ("Ghent", "Belgium"),
    ("Porto", "Portugal"),
    ("Leeds", "United Kingdom"),
    ("Kiel", "Germany"),
];

/// The nth account, not yet written down.
pub fn account(scribe: &mut Scribe, number: usize) -> Account {
    let word = |list: &[&'static str], place: usize| list.get(place % list.len()).copied();
    let name = word(&NAMES, number * 7 + number / NAMES.len()).unwrap_or_default();
    let trade = word(&TRADES, number * 5 + number / TRADES.len()).unwrap_or_default();
    let since = scribe.some_day(3_000, 120);
    let created = scribe.some_day((scribe.today - since).num_days().min(900), 100);
    let chance = &mut scribe.chance;
    let tier = match chance.between(1, 100) {
        1..=10 => Some(Tier::Strategic),
        11..=40 => Some(Tier::Growth),
        41..=92 => Some(Tier::Maintenance),
        _ => None,
    };
    let status = match chance.between(1, 100) {
        1..=89 => Status::Active,
        90..=92 => Status::Notified,
        93..=97 => Status::Prospect,
        _ => Status::Lost,
    };
    let place = chance.of(&CITIES);
    Account {
        id: scribe.id(),
        status,
        stage: scribe.chance.maybe(80, &[Stage::Adopting, Stage::Established, Stage::Renewing]),
        tier,
        customer_since: (status != Status::Prospect).then_some(since),
        leaves_on: (status == Status::Notified).then(|| scribe.some_day(-200, -20)),
        reviewed_on: scribe.chance.percent(70).then(|| scribe.some_day(120, 0)),
        industry: Some(trade.to_owned()),
        website: Some(format!("https://{}-{number}.example", name.to_lowercase())),
        city: place.map(|(city, _)| city.to_owned()),
        country: place.map(|(_, country)| country.to_owned()),
        employees: scribe.chance.percent(60).then(|| scribe.chance.between(20, 9_000)),
        ..Account::named(&format!("{name} {trade} {number:04}"), created)
    }
}

/// Writes the account down with all that belongs to it.
pub fn write(scribe: &mut Scribe, account: Account, contacts: usize, talks: usize) {
    let (id, tier, client) = (account.id, account.tier, account.status != Status::Prospect);
    scribe.add(account::Change::Added(account));
    let people = people::write(scribe, id, contacts);
    if client {
        contracts(scribe, id);
        earnings(scribe, id, tier);
        figures::write(scribe, id, &people);
    }
    talks::write(scribe, id, &people, talks);
    plan::write(scribe, id, &people);
}

fn contracts(scribe: &mut Scribe, account_id: Id) {
    if scribe.chance.percent(10) {
        return;
    }
    let ends = scribe.chance.between(5, 700);
    let terms = scribe.chance.between(1, 3);
    for term in (0..terms).rev() {
        let ended = term * 365 - ends;
        let renewal = match ended {
            0.. => Renewal::Signed,
            -90.. => scribe
                .chance
                .maybe(60, &[Renewal::InTalks, Renewal::VerbalYes])
                .unwrap_or(Renewal::NotStarted),
            _ => Renewal::NotStarted,
        };
        let contract = Contract {
            starts_on: Some(scribe.ago(ended + 365)),
            ends_on: Some(scribe.ago(ended)),
            notice_count: Some(scribe.chance.between(1, 3)),
            notice_unit: Some(NoticeUnit::Months),
            auto_renews: scribe.chance.maybe(90, &[true, true, false]),
            term_months: Some(12),
            renewal,
            ..Contract::of(account_id)
        };
        scribe.add(contract::Change::Added(contract));
    }
}

fn earnings(scribe: &mut Scribe, account_id: Id, tier: Option<Tier>) {
    let thousand = match tier {
        Some(Tier::Strategic) => scribe.chance.between(250, 2_400),
        Some(Tier::Growth) => scribe.chance.between(40, 400),
        _ => scribe.chance.between(3, 60),
    };
    let opening = thousand * 100_000;
    let mut entry = |days: i64, kind: RevenueKind, amount: i64| {
        let on_date = scribe.ago(days);
        scribe.add(revenue::Change::Added(Revenue {
            id: Id(0),
            account_id,
            on_date,
            kind,
            amount,
            currency: Currency::EUR,
            note: None,
        }));
        scribe.chance.between(-2, 4)
    };
    let mut percent = entry(1_100, RevenueKind::Opening, opening);
    for days in [1_000, 730, 500, 365, 200, 60] {
        let kind = match percent {
            ..0 => RevenueKind::Contraction,
            0 => continue,
            1..=2 => RevenueKind::Price,
            _ => RevenueKind::Expansion,
        };
        percent = entry(days, kind, opening / 25 * percent);
    }
}
