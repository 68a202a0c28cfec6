//! The ladder worked out by hand, with two, three and ten talks.

use super::*;
use crate::domain::account::Tier;
use crate::domain::growth::loyalty::Loyalty;
use crate::domain::signal::trial::{ago, today};
use crate::domain::talk::TalkKind;
use crate::domain::talk::Topic::{
    DeliveryUpdate, Issue, OurIdea, RenewalTalk, RiskAhead, TheirGoals,
};
use crate::domain::word::WordSet;
use proptest::prelude::*;

fn book(tier: Tier) -> Records {
    let mut account = crate::domain::account::Account::named("Contoso", ago(800));
    account.id = Id(1);
    account.tier = Some(tier);
    Records::bare(account)
}

/// Talks a day apart, the newest yesterday, each about its topics.
fn talks(about: &[&[Topic]]) -> Records {
    let mut records = book(Tier::Strategic);
    for (topics, day) in about.iter().zip(1_u64..) {
        let mut talk = TalkFact::on(ago(day), TalkKind::Call);
        talk.id = Id(100 + day.cast_signed());
        talk.topics = WordSet::of(topics);
        records.talks.push(talk);
    }
    records
}

fn claimed(records: &mut Records, days: u64, step: i64) {
    let (id, account_id) = (Id(50 + days.cast_signed()), Id(1));
    let evidence = "they ask us first".to_owned();
    records.loyalty.push(Loyalty { id, account_id, step, evidence, on_date: ago(days) });
}

fn on(records: &Records, nps: Option<i64>) -> Ladder {
    ladder(records, nps, &Rules::default(), today())
}

#[test]
fn two_talks_are_no_evidence_however_good() {
    let mut records = talks(&[&[TheirGoals, OurIdea], &[RiskAhead]]);
    claimed(&mut records, 3, 3);
    let found = on(&records, Some(80));
    assert_eq!((found.backed, found.backing), (None, Backing::NoEvidence));
    assert_eq!((found.tagged_talks, found.growth_share), (2, Some(1.0)));
    assert_eq!(found.light.as_deref(), Some("Tag 1 more two-way talk with topics."));
    assert_eq!(
        found.says,
        "You say 3, partner (set 19 Nov); the record is too thin: 2 tagged talks."
    );
}

#[test]
fn three_talks_back_a_partner_with_two_fifths_growth_on_two_topics() {
    // 2 of 5 mentions are 40 %.
    let records = talks(&[&[TheirGoals, DeliveryUpdate], &[OurIdea, Issue], &[DeliveryUpdate]]);
    let found = on(&records, None);
    assert_eq!(found.backed, Some(LoyaltyStep::Partner));
    assert_eq!((found.growth_mentions, found.mentions, found.growth_share), (2, 5, Some(0.4)));
    assert_eq!((found.light, found.backing), (None, Backing::NotSet));
    assert_eq!(
        found.says,
        "No step is set; the record backs 3, partner: 2 of 5 topics in 90 d about growth (40 %)."
    );
    // 2 of 6 are a third.
    let records =
        talks(&[&[TheirGoals, DeliveryUpdate], &[OurIdea, Issue], &[DeliveryUpdate, Issue]]);
    let found = on(&records, None);
    assert_eq!(found.backed, Some(LoyaltyStep::LockedIn));
    assert_eq!(
        found.light.as_deref(),
        Some(
            "Liked: a mean mood of +0.5 or an NPS of 30. \
             Partner: 40 % of the topics about growth (now 33 %)."
        )
    );
    // All about growth, but about one topic of it.
    let records = talks(&[&[OurIdea], &[OurIdea], &[OurIdea]]);
    let found = on(&records, Some(30));
    assert_eq!(found.backed, Some(LoyaltyStep::Liked));
    assert_eq!(found.light.as_deref(), Some("Partner: a talk about their goals or risk ahead."));
    let records = talks(&[&[Issue], &[Issue], &[Issue]]);
    assert_eq!(
        on(&records, Some(30)).light.as_deref(),
        Some(
            "Partner: 40 % of the topics about growth (now 0 %), \
             and talks about 2 of their goals, risk ahead and our idea."
        )
    );
}

#[test]
fn ten_talks_by_hand() {
    // Growth 4 (goals 2, idea 1, risk 1) of 10 mentions: 40 %.
    let about: [&[Topic]; 10] = [
        &[TheirGoals],
        &[DeliveryUpdate],
        &[Issue],
        &[OurIdea],
        &[DeliveryUpdate],
        &[TheirGoals],
        &[RenewalTalk],
        &[RiskAhead],
        &[DeliveryUpdate],
        &[Issue],
    ];
    let mut records = talks(&about);
    claimed(&mut records, 30, 2);
    let found = on(&records, None);
    assert_eq!(found.backed, Some(LoyaltyStep::Partner));
    assert_eq!(found.backing, Backing::BelowEvidence);
    let counts: Vec<usize> = found.mix.iter().map(|one| one.mentions).collect();
    assert_eq!(counts, [3, 2, 1, 2, 1, 1]);
    assert_eq!(found.evidence.len(), 10);
    assert_eq!(found.evidence[0].text, "call: their goals");
    records.talks[0].topics = WordSet::of(&[Issue]);
    assert_eq!(on(&records, None).backed, Some(LoyaltyStep::LockedIn), "3 of 10");
}

#[test]
fn who_is_in_a_good_mood_or_would_recommend_likes_us() {
    let mut records = talks(&[&[Issue], &[Issue], &[DeliveryUpdate]]);
    assert_eq!(on(&records, Some(29)).backed, Some(LoyaltyStep::LockedIn));
    assert_eq!(on(&records, Some(30)).backed, Some(LoyaltyStep::Liked));
    records.talks[0].mood = Some(1);
    records.talks[1].mood = Some(0);
    assert_eq!(on(&records, None).backed, Some(LoyaltyStep::Liked), "a mean of 0.5");
    records.talks[2].mood = Some(0);
    assert_eq!(on(&records, None).backed, Some(LoyaltyStep::LockedIn), "a mean of 0.33");
}

#[test]
fn missed_meetings_and_old_talks_are_left_out_and_one_way_ones_prove_nothing() {
    let mut records = talks(&[&[TheirGoals], &[OurIdea], &[RiskAhead], &[TheirGoals]]);
    records.talks[0].two_way = false;
    let found = on(&records, None);
    assert_eq!((found.tagged_talks, found.mentions), (3, 4));
    assert_eq!(found.evidence[0].text, "call: their goals, not answered");
    records.talks[1].missed = true;
    let found = on(&records, None);
    assert_eq!((found.tagged_talks, found.mentions, found.backed), (2, 3, None));
    records.talks[1].missed = false;
    records.talks[1].on_date = ago(91);
    assert_eq!(on(&records, None).backed, None);
    records.talks[1].on_date = ago(90);
    assert_eq!(on(&records, None).backed, Some(LoyaltyStep::Partner));
}

#[test]
fn the_window_is_a_quarter_or_two_intervals() {
    let rules = Rules::default();
    let mut records = book(Tier::Strategic);
    assert_eq!(window_days(&records, &rules), 90);
    records.account.tier = Some(Tier::Maintenance);
    assert_eq!(window_days(&records, &rules), 182);
    records.account.talk_every = Some(300);
    assert_eq!(window_days(&records, &rules), 365, "no further than talks are known");
}

#[test]
fn the_newest_claim_counts_and_is_set_against_the_record() {
    let mut records = talks(&[&[Issue], &[Issue], &[Issue]]);
    for (days, step, wanted) in [
        (30, 3, Backing::AboveEvidence),
        (20, 1, Backing::Backed),
        (10, 2, Backing::AboveEvidence),
        (9, 7, Backing::NotSet), // no step of the ladder
    ] {
        claimed(&mut records, days, step);
        assert_eq!(on(&records, None).backing, wanted, "{step}");
    }
}

#[test]
fn talks_that_only_answer_are_counted_where_it_is_told() {
    let mut records = talks(&[&[Issue], &[TheirGoals], &[], &[], &[]]);
    let share = |records: &Records| {
        let found = on(records, None).reactive;
        (found.reactive, found.told, found.untold, found.share)
    };
    assert_eq!(share(&records), (1, 2, 3, Some(0.5)));
    records.talks[2].started_by = Some(Side::Client);
    records.talks[3].started_by = Some(Side::Us);
    assert_eq!(share(&records), (2, 4, 1, Some(0.5)));
    records.talks[0].started_by = Some(Side::Us);
    assert_eq!(share(&records), (2, 4, 1, Some(0.5)), "about an issue, whoever began");
    assert_eq!(share(&talks(&[&[], &[]])), (0, 0, 2, None));
    assert_eq!(share(&talks(&[])), (0, 0, 0, None));
}

proptest! {
    #[test]
    fn the_mix_adds_up_and_a_partner_talks_about_growth(
        about in proptest::collection::vec((0_usize..6, 0_usize..6, -2_i64..=2, 1_u64..200), 0..12),
        nps in proptest::option::of(-100_i64..=100),
    ) {
        let mut records = book(Tier::Growth);
        for (one, other, mood, day) in about {
            let mut talk = TalkFact::on(ago(day), TalkKind::Meeting);
            talk.topics = WordSet::of(&[Topic::ALL[one], Topic::ALL[other]]);
            talk.mood = Some(mood);
            records.talks.push(talk);
        }
        let found = on(&records, nps);
        let all: usize = found.mix.iter().map(|one| one.mentions).sum();
        prop_assert_eq!(all, found.mentions);
        prop_assert!(found.growth_mentions <= found.mentions);
        prop_assert!(found.growth_share.is_none_or(|share| (0.0..=1.0).contains(&share)));
        prop_assert_eq!(found.growth_share.is_none(), found.mentions == 0);
        prop_assert_eq!(found.backed.is_some(), found.tagged_talks >= 3);
        if found.backed == Some(LoyaltyStep::Partner) {
            prop_assert!(found.growth_share >= Some(0.4 - 1e-9));
        }
        prop_assert_eq!(found.light.is_none(), found.backed == Some(LoyaltyStep::Partner));
    }
}
