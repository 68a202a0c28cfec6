//! Amounts in minor units (cents) with their ISO 4217 code, and how they are printed in a list.

mod typed;

pub use typed::currency_codes;

use super::cell::{Cell, Misfit, Value};
use super::day;

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    pub const EUR: Self = Self(*b"EUR");

    /// Reads `eur`, `EUR`; none for anything but three ASCII letters.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.trim().to_ascii_uppercase().as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Digits after the decimal point (ISO 4217).
    #[must_use]
    pub fn digits(self) -> u32 {
        match self.code().to_ascii_uppercase().as_str() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF"
            | "UGX" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }

    /// The same currency where money is hidden, told by its small letters: amounts keep their
    /// proportions, and two currencies that do not add stay two.
    #[must_use]
    pub const fn hidden(self) -> Self {
        let Self([a, b, c]) = self;
        Self([a.to_ascii_lowercase(), b.to_ascii_lowercase(), c.to_ascii_lowercase()])
    }

    /// Amounts in it are not shown.
    #[must_use]
    pub const fn is_hidden(self) -> bool {
        self.0[0].is_ascii_lowercase()
    }

    /// The sign put before an amount: `€`, `$`, `£`, `¥`, else the code and a space.
    #[must_use]
    pub fn sign(self) -> String {
        match self.code() {
            "EUR" => "€".to_owned(),
            "USD" => "$".to_owned(),
            "GBP" => "£".to_owned(),
            "JPY" => "¥".to_owned(),
            _ if self.is_hidden() => String::new(),
            code => format!("{code} "),
        }
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl Cell for Currency {
    fn store(&self) -> Value {
        Value::Text(self.code().to_owned())
    }
    fn load(value: Value) -> Result<Self, Misfit> {
        match &value {
            Value::Text(code) => Self::from_code(code),
            _ => None,
        }
        .ok_or_else(|| Misfit::new("a currency code", &value))
    }
}

/// Stands for what is hidden.
pub const HIDDEN: &str = "•••";

/// An amount of minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    /// Whole and broken units: 94 000 000 minor units of EUR are 940 000.
    #[must_use]
    pub fn units(self) -> f64 {
        self.minor as f64 / 10_f64.powi(self.currency.digits().cast_signed())
    }

    /// Short, as in a list: `64k`, `940k`, `1.20M`, `640`.
    #[must_use]
    pub fn short(self) -> String {
        if self.currency.is_hidden() {
            return HIDDEN.to_owned();
        }
        let size = self.units().abs();
        if size >= 999_500_000.0 {
            format!("{}B", self.rounded(9, 2))
        } else if size >= 9_995_000.0 {
            format!("{}M", self.rounded(6, 1))
        } else if size >= 999_500.0 {
            format!("{}M", self.rounded(6, 2))
        } else if size >= 999.5 {
            format!("{}k", self.rounded(3, 0))
        } else {
            self.rounded(0, 0)
        }
    }

    /// In thousands, millions … (by their zeros), with so many decimals; halves away from zero.
    fn rounded(self, zeros: u32, decimals: usize) -> String {
        let places = u32::try_from(decimals).unwrap_or_default();
        let unit = 10_i128.pow(self.currency.digits() + zeros - places);
        let steps = (i128::from(self.minor.unsigned_abs()) * 2 + unit) / (2 * unit);
        let sign = if self.minor < 0 && steps > 0 { "-" } else { "" };
        let whole = 10_i128.pow(places);
        if decimals == 0 {
            format!("{sign}{steps}")
        } else {
            format!("{sign}{}.{:0decimals$}", steps / whole, steps % whole)
        }
    }

    /// As a change: `+40k`, `−5k`, `0`.
    #[must_use]
    pub fn moved(self) -> String {
        let size = Self { minor: self.minor.saturating_abs(), ..self }.short();
        match self.minor {
            ..0 => format!("−{size}"),
            0 => size,
            1.. => format!("+{size}"),
        }
    }

    /// To the last unit, in groups of three: `€1,200,000`, `€64,000.50`.
    #[must_use]
    pub fn whole(self) -> String {
        if self.currency.is_hidden() {
            return HIDDEN.to_owned();
        }
        let places = self.currency.digits();
        let unit = 10_u64.pow(places);
        let (units, rest) = (self.minor.unsigned_abs() / unit, self.minor.unsigned_abs() % unit);
        let grouped = day::in_threes(&units.to_string());
        let places = usize::try_from(places).unwrap_or_default();
        let rest = if rest > 0 { format!(".{rest:0places$}") } else { String::new() };
        let minus = if self.minor < 0 { "−" } else { "" };
        format!("{minus}{}{grouped}{rest}", self.currency.sign())
    }

    /// With its sign: `€940k`.
    #[must_use]
    pub fn signed_short(self) -> String {
        format!("{}{}", self.currency.sign(), self.short())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_amounts_keep_three_digits() {
        let euros = |units: i64| Money { minor: units * 100, currency: Currency::EUR }.short();
        for (units, shown) in [
            (0, "0"),
            (640, "640"),
            (999, "999"),
            (1_000, "1k"),
            (64_400, "64k"),
            (999_499, "999k"),
            (999_500, "1.00M"),
            (1_200_000, "1.20M"),
            (12_400_000, "12.4M"),
            (1_500_000_000, "1.50B"),
            (-64_000, "-64k"),
            (64_500, "65k"),
            (-62_500, "-63k"),
            (1_205_000, "1.21M"),
            (9_994_999, "9.99M"),
            (9_995_000, "10.0M"),
            (12_450_000, "12.5M"),
            (999_500_000, "1.00B"),
        ] {
            assert_eq!(euros(units), shown, "{units}");
        }
    }

    #[test]
    fn a_change_tells_its_direction() {
        let moved = |units: i64| Money { minor: units * 100, currency: Currency::EUR }.moved();
        assert_eq!([40_000, -5_000, 0].map(moved), ["+40k", "−5k", "0"]);
    }

    #[test]
    fn a_hidden_amount_says_nothing_and_keeps_its_place() {
        let euros = Money { minor: 94_000_000, currency: Currency::EUR.hidden() };
        assert_eq!((euros.short(), euros.signed_short()), ("•••".to_owned(), "•••".to_owned()));
        let yen = Currency::from_code("JPY").expect("a code");
        assert_ne!(yen.hidden(), euros.currency);
        assert_eq!((yen.hidden().digits(), yen.hidden().hidden()), (0, yen.hidden()));
        assert!(!yen.is_hidden() && yen.hidden().is_hidden());
    }

    #[test]
    fn minor_units_follow_the_currency() {
        let yen = Currency::from_code("jpy").expect("a code");
        assert_eq!(Money { minor: 64_000, currency: yen }.signed_short(), "¥64k");
        assert_eq!(Currency::from_code("E1R"), None);
        assert_eq!(Currency::from_code("EURO"), None);
    }
}
