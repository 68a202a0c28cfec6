//! Amounts as files write them, exact in minor units.

use crate::domain::money::{Currency, Money};

/// Reads `1124741.15`, `1,124,741.15`, `1.124.741,15 €`, `500000.0`, `4.5E7`, `(12.50)`, `USD 5`.
/// The currency is the one that the cell names, else `currency`.
///
/// # Errors
/// The words that say why it is no amount.
pub fn amount(cell: &str, currency: Currency) -> Result<Money, String> {
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
    let (whole, fraction) = split_at_point(&mantissa);
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
/// one kind, several part thousands, and a single comma before three digits does.
fn split_at_point(digits: &str) -> (String, String) {
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let point = match (points, commas) {
        (1, 0) => Some('.'),
        (0, 1) => {
            let after = digits.split_once(',').map_or("", |(_, after)| after);
            (after.chars().count() != 3).then_some(',')
        }
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
            ("1,5", 150),
            ("200.000.000", 20_000_000_000),
            ("4.5E7", 4_500_000_000),
            ("-12.50", -1_250),
            ("(12.50)", -1_250),
            ("05000", 500_000),
            ("90071992547409.93", 9_007_199_254_740_993),
        ] {
            let money = amount(cell, Currency::EUR);
            assert_eq!(money, Ok(Money { minor, currency: Currency::EUR }), "{cell}");
        }
    }

    #[test]
    fn a_currency_in_the_cell_is_heard() {
        let code =
            |cell: &str| amount(cell, Currency::EUR).map(|money| money.currency.code().to_owned());
        assert_eq!(code("£5").as_deref(), Ok("GBP"));
        assert_eq!(code("5 USD").as_deref(), Ok("USD"));
        assert_eq!(code("$5").as_deref(), Ok("EUR"));
        let yen = amount("JPY 500", Currency::EUR).map(|money| money.minor);
        assert_eq!(yen, Ok(500));
    }

    #[test]
    fn what_is_no_exact_amount_is_refused() {
        for cell in
            ["", "abc", "1.234", "12x", "1.5.x", "1e999", "99999999999999999999", "-", "1-2"]
        {
            assert!(amount(cell, Currency::EUR).is_err(), "{cell}");
        }
    }
}
