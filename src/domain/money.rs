//! Amounts in minor units (cents) with their ISO 4217 code, and how they are printed in a list.

use super::cell::{Cell, Misfit, Value};

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
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF"
            | "UGX" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }

    /// The sign put before an amount: `€`, `$`, `£`, `¥`, else the code and a space.
    #[must_use]
    pub fn sign(self) -> String {
        match self.code() {
            "EUR" => "€".to_owned(),
            "USD" => "$".to_owned(),
            "GBP" => "£".to_owned(),
            "JPY" => "¥".to_owned(),
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
        let units = self.units();
        let size = units.abs();
        if size >= 999_500_000.0 {
            format!("{:.2}B", units / 1e9)
        } else if size >= 9_995_000.0 {
            format!("{:.1}M", units / 1e6)
        } else if size >= 999_500.0 {
            format!("{:.2}M", units / 1e6)
        } else if size >= 999.5 {
            format!("{:.0}k", units / 1e3)
        } else {
            format!("{units:.0}")
        }
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
        ] {
            assert_eq!(euros(units), shown, "{units}");
        }
    }

    #[test]
    fn minor_units_follow_the_currency() {
        let yen = Currency::from_code("jpy").expect("a code");
        assert_eq!(Money { minor: 64_000, currency: yen }.signed_short(), "¥64k");
        assert_eq!(Currency::from_code("E1R"), None);
        assert_eq!(Currency::from_code("EURO"), None);
    }
}
