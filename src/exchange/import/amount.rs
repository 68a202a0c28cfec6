//! Amounts as files write them, exact in minor units.

use crate::domain::money::{Currency, Money};

/// The sign before the decimals, as far as the cells of a column tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimals {
    Point,
    Comma,
    /// `250.000` is all there is, or the cells contradict each other.
    Untold,
}

impl Decimals {
    /// What the cells of a column tell: `1234.50` and `1,250,000` have a point, `2.000,00` a comma.
    #[must_use]
    pub fn told<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut told = Self::Untold;
        for cell in cells {
            let (digits, _) = strip_currency(cell);
            let one = match (digits.matches('.').count(), digits.matches(',').count()) {
                (0, 0) => continue,
                (1, 0) if parts_thousands(&digits, '.') => continue,
                (0, 1) if parts_thousands(&digits, ',') => continue,
                // One alone parts the decimals, several part the thousands.
                (1, 0) | (0, 2..) => Self::Point,
                (0, 1) | (2.., 0) => Self::Comma,
                _ if digits.rfind('.') > digits.rfind(',') => Self::Point,
                _ => Self::Comma,
            };
            if told == Self::Untold {
                told = one;
            } else if told != one {
                return Self::Untold;
            }
        }
        told
    }
}

/// The one sign stands where thousands are parted, as in `250.000`: it may be that, or decimals.
fn parts_thousands(digits: &str, sign: char) -> bool {
    let (digits, _) = strip_sign(digits);
    digits.split_once(sign).is_some_and(|(before, after)| {
        after.len() == 3
            && after.chars().all(|c| c.is_ascii_digit())
            && (1..=3).contains(&before.len())
            && !before.starts_with('0')
    })
}

/// Reads `1124741.15`, `1,124,741.15`, `1.124.741,15 €`, `500000.0`, `4.5E7`, `(12.50)`, `USD 5`.
/// The currency is the one that the cell names, else `currency`. `250.000` is what the other
/// cells of its column make of it, and 250,000 where they tell nothing.
///
/// # Errors
/// The words that say why it is no amount.
pub fn amount(cell: &str, currency: Currency, decimals: Decimals) -> Result<Money, String> {
    let no_amount = || format!("“{cell}” is no amount");
    let (digits, named) = strip_currency(cell);
    let currency = named.unwrap_or(currency);
    let (digits, negative) = strip_sign(&digits);
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            (mantissa.to_owned(), exponent.parse::<i64>().map_err(|_| no_amount())?)
        }
        None => (digits, 0),
    };
    let decimals = match decimals {
        // Three decimals are no reason to wonder in a currency that has three.
        Decimals::Untold if currency.digits() == 3 => Decimals::Point,
        told => told,
    };
    let (whole, fraction) = split_at_point(&mantissa, decimals);
    if whole.is_empty() && fraction.is_empty() {
        return Err(no_amount());
    }
    let all: String = whole.chars().chain(fraction.chars()).collect();
    if !all.chars().all(|c| c.is_ascii_digit()) || !(-40..=40).contains(&exponent) {
        return Err(no_amount());
    }
    // The amount is `all` × 10^shift minor units.
    let shift = exponent + i64::from(currency.digits()) - fraction.len().cast_signed() as i64;
    let mut minor: i128 = all.parse().map_err(|_| no_amount())?;
    for _ in 0..shift.abs() {
        if shift > 0 {
            minor = minor.checked_mul(10).ok_or_else(no_amount)?;
        } else if minor % 10 == 0 {
            minor /= 10;
        } else {
            return Err(format!("“{cell}” has more than {} decimals", currency.digits()));
        }
    }
    let minor = i64::try_from(minor).map_err(|_| format!("“{cell}” is too large"))?;
    Ok(Money { minor: if negative { -minor } else { minor }, currency })
}

/// Takes away spaces, signs of currencies and a code in front or behind.
fn strip_currency(cell: &str) -> (String, Option<Currency>) {
    let mut named = None;
    let mut rest: String = cell.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    for (sign, code) in [("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "JPY")] {
        if rest.contains(sign) {
            // A dollar sign stands for many dollars: only signs that mean one currency name it.
            named = if sign == "$" { None } else { Currency::from_code(code) };
            rest = rest.replace(sign, "");
        }
    }
    let letters: String = rest.chars().filter(char::is_ascii_alphabetic).collect();
    if let Some(code) = Currency::from_code(&letters)
        && (rest.starts_with(&letters) || rest.ends_with(&letters))
    {
        named = Some(code);
        rest = rest.replace(&letters, "");
    }
    (rest, named)
}

fn strip_sign(digits: &str) -> (String, bool) {
    if let Some(inner) = digits.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (inner.to_owned(), true);
    }
    match digits.strip_prefix(['-', '−']) {
        Some(rest) => (rest.to_owned(), true),
        None => (digits.strip_prefix('+').unwrap_or(digits).to_owned(), false),
    }
}

/// The digits before and after the decimal point. With points and commas the last one is it; of
/// one kind, several part thousands, and a single one before three digits does unless the column
/// says otherwise.
fn split_at_point(digits: &str, decimals: Decimals) -> (String, String) {
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let point = match (points, commas) {
        (1, 0) if decimals != Decimals::Point && parts_thousands(digits, '.') => None,
        (0, 1) if decimals != Decimals::Comma && parts_thousands(digits, ',') => None,
        (1, 0) => Some('.'),
        (0, 1) => Some(','),
        (_, 0) | (0, _) => None,
        _ if digits.rfind('.') > digits.rfind(',') => Some('.'),
        _ => Some(','),
    };
    let plain = |part: &str| part.replace(['.', ','], "");
    match point.and_then(|point| digits.rsplit_once(point)) {
        Some((whole, fraction)) => (plain(whole), fraction.to_owned()),
        None => (plain(digits), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn untold(cell: &str, currency: Currency) -> Result<Money, String> {
        amount(cell, currency, Decimals::Untold)
    }

    #[test]
    fn amounts_are_exact() {
        for (cell, minor) in [
            ("1124741.15", 112_474_115),
            ("500000.0", 50_000_000),
            ("0.1", 10),
            (".5", 50),
            ("1,124,741.15", 112_474_115),
            ("1.124.741,15", 112_474_115),
            ("1 124 741,15", 112_474_115),
            ("1'124'741.15", 112_474_115),
            ("1,234", 123_400),
            ("250.000", 25_000_000),
            ("-1.234 €", -123_400),
            ("0.500", 50),
            ("1234.500", 123_450),
            ("1,5", 150),
            ("200.000.000", 20_000_000_000),
            ("4.5E7", 4_500_000_000),
            ("-12.50", -1_250),
            ("(12.50)", -1_250),
            ("05000", 500_000),
            ("90071992547409.93", 9_007_199_254_740_993),
        ] {
            let money = untold(cell, Currency::EUR);
            assert_eq!(money, Ok(Money { minor, currency: Currency::EUR }), "{cell}");
        }
    }

    #[test]
    fn a_currency_in_the_cell_is_heard() {
        let code =
            |cell: &str| untold(cell, Currency::EUR).map(|money| money.currency.code().to_owned());
        assert_eq!(code("£5").as_deref(), Ok("GBP"));
        assert_eq!(code("5 USD").as_deref(), Ok("USD"));
        assert_eq!(code("$5").as_deref(), Ok("EUR"));
        let yen = untold("JPY 500", Currency::EUR).map(|money| money.minor);
        assert_eq!(yen, Ok(500));
    }

    #[test]
    fn what_is_no_exact_amount_is_refused() {
        for cell in [
            "",
            "abc",
            "0.125",
            "1234.567",
            "12x",
            "1.5.x",
            "1e999",
            "99999999999999999999",
            "-",
            "1-2",
        ] {
            assert!(untold(cell, Currency::EUR).is_err(), "{cell}");
        }
    }

    #[test]
    fn the_column_tells_thousands_from_decimals() {
        let told = |cells: &[&str]| Decimals::told(cells.iter().copied());
        assert_eq!(told(&["250.000", "1250.5"]), Decimals::Point);
        assert_eq!(told(&["250.000", "1.250.000"]), Decimals::Comma);
        assert_eq!(told(&["250,000", "12,50 €"]), Decimals::Comma);
        assert_eq!(told(&["1,250,000"]), Decimals::Point);
        assert_eq!(told(&["1.250,5", "", "x"]), Decimals::Comma);
        assert_eq!(told(&["250.000", "17"]), Decimals::Untold);
        assert_eq!(told(&["1.5", "1,5"]), Decimals::Untold);
        let minor = |cell, decimals| amount(cell, Currency::EUR, decimals).map(|it| it.minor);
        assert_eq!(minor("250.000", Decimals::Point), Ok(25_000));
        assert_eq!(minor("250.000", Decimals::Comma), Ok(25_000_000));
        assert_eq!(minor("250,000", Decimals::Comma), Ok(25_000));
        let dinar = Currency::from_code("KWD").expect("a currency");
        assert_eq!(untold("1.234", dinar).map(|it| it.minor), Ok(1_234));
    }
}
