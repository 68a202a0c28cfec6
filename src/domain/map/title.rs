//! The level that a job title proposes.

use crate::domain::contact::{Contact, Level};

/// Heads of a function by their letters; `VP` alone is not among them.
const CHIEFS: [&str; 16] = [
    "ceo", "cfo", "coo", "cto", "cio", "cmo", "cro", "cpo", "cso", "cco", "cdo", "cao", "cxo",
    "ciso", "chro", "svp",
];
const LEADS: [&str; 6] = ["director", "head", "manager", "lead", "leader", "supervisor"];

/// Level from the title, and whether it is certain: vice presidents sit on two levels, so theirs
/// is not, nor is one in a script that these words do not cover. None without a title. Source:
/// this project's own decision.
#[must_use]
pub fn proposed_level(title: &str) -> Option<(Level, bool)> {
    let title = title.to_lowercase();
    let words: Vec<&str> =
        title.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return None;
    }
    let has = |word: &str| words.contains(&word);
    let pair = |first: &str, second: &str| words.windows(2).any(|two| two == [first, second]);
    if (has("assistant") || has("secretary")) && (has("to") || has("executive") || has("personal"))
    {
        return Some((Level::User, true));
    }
    let senior_vice =
        (has("senior") || has("executive")) && (pair("vice", "president") || has("vp"));
    if senior_vice || has("evp") || CHIEFS.iter().any(|chief| has(chief)) {
        return Some((Level::DecisionMaker, true));
    }
    if pair("vice", "president") || has("vp") || has("avp") {
        return Some((Level::DecisionMaker, false));
    }
    let owner = has("owner") && !pair("product", "owner") && !pair("process", "owner");
    if has("chief") || has("president") || has("founder") || has("cofounder") || owner {
        return Some((Level::DecisionMaker, true));
    }
    if LEADS.iter().any(|lead| has(lead)) {
        return Some((Level::Influencer, true));
    }
    Some((Level::User, title.is_ascii()))
}

/// The level that the title of somebody who is not placed leaves no doubt about.
#[must_use]
pub fn certain_level(contact: &Contact) -> Option<Level> {
    let waiting = contact.level.is_none() && contact.active();
    let (level, certain) = proposed_level(contact.title.as_deref().filter(|_| waiting)?)?;
    certain.then_some(level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{DecisionMaker, Influencer, User};

    #[test]
    fn titles_propose_levels() {
        for (title, wanted) in [
            ("CFO", Some((DecisionMaker, true))),
            ("Chief Information Officer", Some((DecisionMaker, true))),
            ("President", Some((DecisionMaker, true))),
            ("Co-Founder & Owner", Some((DecisionMaker, true))),
            ("SVP, Operations", Some((DecisionMaker, true))),
            ("Senior Vice President Sales", Some((DecisionMaker, true))),
            ("VP, Facilities", Some((DecisionMaker, false))),
            ("Vice-President of Finance", Some((DecisionMaker, false))),
            ("Director of IT", Some((Influencer, true))),
            ("HEAD OF SALES", Some((Influencer, true))),
            ("Team lead", Some((Influencer, true))),
            ("Manager", Some((Influencer, true))),
            ("Product Owner", Some((User, true))),
            ("Executive Assistant to the CEO", Some((User, true))),
            ("Buyer", Some((User, true))),
            ("部長", Some((User, false))),
            (" – ", None),
            ("", None),
        ] {
            assert_eq!(proposed_level(title), wanted, "{title:?}");
        }
    }

    #[test]
    fn only_who_waits_and_leaves_no_doubt_is_placed_unasked() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let mut person = Contact::named("Dan Fox", None, day);
        assert_eq!(certain_level(&person), None);
        person.title = Some("Director of IT".to_owned());
        assert_eq!(certain_level(&person), Some(Influencer));
        person.title = Some("VP, Facilities".to_owned());
        assert_eq!(certain_level(&person), None);
        person.title = Some("CFO".to_owned());
        assert_eq!(certain_level(&person), Some(DecisionMaker));
        let placed = Contact { level: Some(User), ..person.clone() };
        assert_eq!(certain_level(&placed), None);
        person.left_on = Some(day);
        assert_eq!(certain_level(&person), None);
    }
}
