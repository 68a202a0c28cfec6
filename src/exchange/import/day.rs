//! Days as files write them.

use crate::domain::when::Order;
use chrono::NaiveDate;

/// What the cells of a column say about the order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// No cell needs to be told.
    Nothing,
    /// Every cell could be read either way.
    Either,
    Order(Order),
    /// Some cells speak for one order, some for the other.
    Both,
}

/// Looks at all the cells of a column.
#[must_use]
pub fn order_of<'a>(cells: impl Iterator<Item = &'a str>) -> Told {
    let mut told = Told::Nothing;
    for cell in cells {
        // Between points the day always comes first.
        let Some([first, second, _]) = numbers(cell).filter(|_| !cell.contains('.')) else {
            continue;
        };
        let order = match (first > 12, second > 12) {
            (true, false) => Order::DayFirst,
            (false, true) => Order::MonthFirst,
            _ => {
                if told == Told::Nothing {
                    told = Told::Either;
                }
                continue;
            }
        };
        told = match told {
            Told::Nothing | Told::Either => Told::Order(order),
            Told::Order(same) if same == order => told,
            _ => Told::Both,
        };
    }
    told
}

/// Reads `2026-11-22`, `2024-01-22T16:14:25.000+0000`, `22.11.2026`, `22/11/2026` or `11/22/2026`
/// by `order`, `22 Nov 2026`, `Nov 22, 2026`, each with or without a time behind it; the calendar
/// day as written, whatever the time zone.
#[must_use]
pub fn day(cell: &str, order: Order) -> Option<NaiveDate> {
    let cell = cell.trim();
    if let Some(day) = iso(cell) {
        return Some(day);
    }
    if let Some([first, second, year]) = numbers(cell) {
        let (day, month) = match order {
            _ if cell.contains('.') => (first, second),
            Order::DayFirst => (first, second),
            Order::MonthFirst => (second, first),
        };
        return NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    }
    ["%d %b %Y", "%b %d, %Y", "%d-%b-%Y", "%d %B %Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(cell, form).ok())
}

/// `YYYY-MM-DD`, alone or followed by `T` or a space and a time.
fn iso(cell: &str) -> Option<NaiveDate> {
    let (date, rest) = cell.split_at_checked(10)?;
    let timed = |c: char| matches!(c, 'T' | 't' | ' ');
    if !(rest.is_empty() || (rest.starts_with(timed) && rest.contains(':'))) {
        return None;
    }
    let shaped = date.chars().enumerate().all(|(place, c)| match place {
        4 | 7 => c == '-' || c == '/',
        _ => c.is_ascii_digit(),
    });
    if !shaped {
        return None;
    }
    NaiveDate::parse_from_str(&date.replace('/', "-"), "%Y-%m-%d").ok()
}

/// The three numbers of `a/b/yyyy`, `a-b-yyyy`, `a.b.yyyy`, with or without a time behind.
fn numbers(cell: &str) -> Option<[u32; 3]> {
    let date = cell.trim().split([' ', 'T']).next()?;
    let sign = ['/', '-', '.'].into_iter().find(|sign| date.contains(*sign))?;
    let mut parts = date.split(sign);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len());
    if parts.next().is_some() || !short(first) || !short(second) || year.len() != 4 {
        return None;
    }
    Some([first.parse().ok()?, second.parse().ok()?, year.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for cell in [
            "2024-02-01",
            "2024/02/01",
            "2024-02-01T23:59:25.000+0000",
            "2024-02-01 09:14",
            "01/02/2024",
            "1.2.2024",
            "01-02-2024",
            "01/02/2024 02:14:45+0800",
            "1 Feb 2024",
            "Feb 1, 2024",
        ] {
            assert_eq!(day(cell, Order::DayFirst), ymd(2024, 2, 1), "{cell}");
        }
        assert_eq!(day("01/02/2024", Order::MonthFirst), ymd(2024, 1, 2));
        assert_eq!(day("01.02.2024", Order::MonthFirst), ymd(2024, 2, 1));
        assert_eq!(day("2024-02-29", Order::DayFirst), ymd(2024, 2, 29));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for cell in [
            "",
            "soon",
            "2023-02-29",
            "2024-13-01",
            "31/31/2024",
            "2024-02-01x",
            "1/2/24",
            "ééééééééééé",
        ] {
            assert_eq!(day(cell, Order::DayFirst), None, "{cell}");
        }
    }

    #[test]
    fn a_column_tells_its_order() {
        let told = |cells: &[&str]| order_of(cells.iter().copied());
        assert_eq!(told(&["2024-01-02", ""]), Told::Nothing);
        assert_eq!(told(&["01.02.2024", "31.12.2024"]), Told::Nothing);
        assert_eq!(told(&["01/02/2024"]), Told::Either);
        assert_eq!(told(&["01/02/2024", "13/02/2024"]), Told::Order(Order::DayFirst));
        assert_eq!(told(&["01/13/2024", "01/02/2024"]), Told::Order(Order::MonthFirst));
        assert_eq!(told(&["01/13/2024", "13/01/2024", "01/02/2024"]), Told::Both);
    }
}
