//! What is entered about the contract: its end, the notice, whether it renews by itself.

use super::Ground;
use super::edit::{Edit, Read, Said};
use crate::domain::account::contract::{Contract, NoticeUnit, notice_told, notice_typed};
use crate::domain::day::{day_ahead, far};
use crate::domain::renewal::act_by;
use crate::domain::when;

/// A number alone is so many months at most; beyond, nobody means months.
const MOST_MONTHS: i64 = 24;

/// `; notice by 30 Jan`, where that is another day than the end.
fn by(contract: &Contract, ground: Ground, lead: &str) -> String {
    act_by(contract)
        .filter(|found| found.act_by != found.ends_on)
        .map_or_else(String::new, |found| {
            format!("{lead} {}", day_ahead(found.act_by, ground.today))
        })
}

impl Edit<'_> {
    /// The last day of the term.
    pub(super) fn ends(&mut self, text: &str, ground: Ground) -> Read {
        let end = when::day_in(text, ground.today, ground.order)
            .ok_or("a day, as 30 mar, 31.12.27, eoq or +6m")?;
        if self.contract.starts_on.is_some_and(|start| end <= start) {
            return Err("the end comes after the start of the contract".to_owned());
        }
        self.contract.ends_on = Some(end);
        // The year is half of what there is to check.
        let (on, far) = (end.format("%a %-d %b %Y"), far(end, ground.today));
        let means = format!("{on}, {far}{}", by(&self.contract, ground, "; notice by"));
        let did = format!("contract ends {}", day_ahead(end, ground.today));
        Ok(Said::new(means, did + &by(&self.contract, ground, ", act by")))
    }

    pub(super) fn forget_end(&mut self) -> Said {
        self.contract.ends_on = None;
        Said::both("end of the contract not known")
    }

    /// How long before the end.
    pub(super) fn notice(&mut self, text: &str, ground: Ground) -> Read {
        let held = self.contract.notice_unit;
        let alone = |count| {
            let unit = if count > MOST_MONTHS { NoticeUnit::Days } else { NoticeUnit::Months };
            Some(held.filter(|held| *held != NoticeUnit::Months).unwrap_or(unit))
        };
        let (count, unit) =
            notice_typed(text, alone).ok_or("how long, as 3 months, 90 days or 6 weeks")?;
        self.contract.notice_count = Some(count);
        self.contract.notice_unit = Some(unit);
        let told = notice_told(count, unit);
        let means = format!("{told}{}", by(&self.contract, ground, "; notice by"));
        let did = format!("notice {told}{}", by(&self.contract, ground, ", act by"));
        Ok(Said::new(means, did))
    }

    pub(super) fn forget_notice(&mut self) -> Said {
        self.contract.notice_count = None;
        self.contract.notice_unit = None;
        Said::both("no notice recorded")
    }

    /// Whether it renews by itself.
    pub(super) fn auto(&mut self, text: &str, ground: Ground) -> Read {
        let itself = match text.to_lowercase().as_str() {
            "y" | "ye" | "yes" | "j" | "ja" | "true" | "1" | "x" => true,
            "n" | "no" | "nein" | "false" | "0" => false,
            _ => return Err("y or n: does it renew by itself?".to_owned()),
        };
        self.contract.auto_renews = Some(itself);
        let says = if itself { "renews by itself" } else { "ends by itself" };
        let means = format!("{says}{}", by(&self.contract, ground, "; notice by"));
        Ok(Said::new(means, says))
    }

    pub(super) fn forget_auto(&mut self) -> Said {
        self.contract.auto_renews = None;
        Said::both("not known whether it renews by itself")
    }
}
