//! An amount as people type it, exact in minor units: `64000`, `64,000.50`, `64.000,50`, `940k`,
//! `1.2m`, `€1.2m`, `1.2m eur`, `-5k`.

use super::{Currency, Money};

/// The currencies of ISO 4217 that something is sold for: three other letters are a slip.
const CODES: &str = "\
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS \
GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW \
KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD \
NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD \
SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES \
VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// Their codes, as `EUR`.
pub fn currency_codes() -> impl Iterator<Item = &'static str> {
    CODES.split(' ')
}

impl Money {
    /// An amount as people type it: `64000`, `64,000.50`, `940k`, `1.2m`, `€1.2m`, `64000 USD`; a
    /// currency in the text wins over `unless`. None where it is no amount, and where it has more
    /// decimals than its currency.
    #[must_use]
    pub fn typed(text: &str, unless: Currency) -> Option<Self> {
        let text: String =
            text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
        let (rest, negative) = signed(&text.to_lowercase());
        let (rest, by_sign) = by_sign(&rest, unless)?;
        // `€-5k` as well as `-€5k`, but not `-€-5k`.
        let (rest, again) = signed(&rest);
        if negative && again {
            return None;
        }
        let begin = rest.find(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))?;
        let (front, rest) = rest.split_at_checked(begin)?;
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let (figures, back) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        let (zeros, behind) = scale(back)?;
        let in_front = if front.is_empty() { None } else { Some(code(front)?) };
        let named: Vec<Currency> = [by_sign, in_front, behind].into_iter().flatten().collect();
        let currency = match named.as_slice() {
            [] => unless,
            [one] => *one,
            [one, rest @ ..] if rest.iter().all(|other| other == one) => *one,
            _ => return None,
        };
        let (whole, fraction) = parted(figures, zeros, currency)?;
        let minor = exact(&whole, &fraction, zeros + currency.digits())?;
        let minor = i64::try_from(minor).ok()?;
        Some(Self { minor: if negative || again { -minor } else { minor }, currency })
    }

    /// As somebody would type it, exact, so that [`Self::typed`] reads it back: `940000`,
    /// `64000.50`, `64000 USD`.
    #[must_use]
    pub fn plain(self, unless: Currency) -> String {
        let unit = 10_u64.pow(self.currency.digits());
        let size = self.minor.unsigned_abs();
        let sign = if self.minor < 0 { "-" } else { "" };
        let broken = match size % unit {
            0 => String::new(),
            rest => {
                let digits = usize::try_from(self.currency.digits()).unwrap_or_default();
                format!(".{rest:0digits$}")
            }
        };
        let code =
            if self.currency == unless { String::new() } else { format!(" {}", self.currency) };
        format!("{sign}{}{broken}{code}", size / unit)
    }
}

/// Takes a plus or minus off the front.
fn signed(text: &str) -> (String, bool) {
    match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (rest.to_owned(), true),
        None => (text.strip_prefix('+').unwrap_or(text).to_owned(), false),
    }
}

/// Takes a currency's sign off, in front or behind. A dollar or yen sign stands for that of the
/// book where it has one.
fn by_sign(text: &str, unless: Currency) -> Option<(String, Option<Currency>)> {
    let found = text.chars().find(|c| matches!(c, '€' | '$' | '£' | '¥'));
    let Some(sign) = found else { return Some((text.to_owned(), None)) };
    let rest = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign))?;
    let currency = match (sign, unless.code()) {
        ('€', _) => Currency::EUR,
        ('£', _) => Currency::from_code("GBP")?,
        ('$', "USD" | "AUD" | "CAD" | "NZD" | "SGD" | "HKD" | "MXN" | "TWD") => unless,
        ('$', _) => Currency::from_code("USD")?,
        (_, "CNY") => unless,
        _ => Currency::from_code("JPY")?,
    };
    Some((rest.to_owned(), Some(currency)))
}

fn code(letters: &str) -> Option<Currency> {
    let currency = Currency::from_code(letters)?;
    CODES.split(' ').any(|one| one == currency.code()).then_some(currency)
}

/// What stands behind the figures: how many zeros, and a code.
fn scale(letters: &str) -> Option<(u32, Option<Currency>)> {
    let zeros = |letters: &str| match letters {
        "" => Some(0),
        "k" | "t" | "tsd" => Some(3),
        "m" | "mn" | "mm" | "mio" | "mln" | "mil" => Some(6),
        "b" | "bn" | "mrd" => Some(9),
        _ => None,
    };
    if let Some(zeros) = zeros(letters) {
        return Some((zeros, None));
    }
    let place = letters.len().checked_sub(3)?;
    let (short, behind) = letters.split_at_checked(place)?;
    Some((zeros(short)?, Some(code(behind)?)))
}

/// The figures before and after the decimals' sign. With points and commas the last one is it; of
/// one kind several part thousands, and a single one does before three figures: `64.000` is
/// 64 000, but `1.250m` is 1 250 000.
fn parted(figures: &str, zeros: u32, currency: Currency) -> Option<(String, String)> {
    let points = figures.matches('.').count();
    let commas = figures.matches(',').count();
    let thousands = |sign: char| zeros == 0 && !(sign == '.' && currency.digits() == 3);
    let (group, point) = match (points, commas) {
        (0, 0) => (None, None),
        (1, 0) if thousands('.') && groups(figures, '.') => (Some('.'), None),
        (0, 1) if thousands(',') && groups(figures, ',') => (Some(','), None),
        (1, 0) => (None, Some('.')),
        (0, 1) => (None, Some(',')),
        (2.., 0) => (Some('.'), None),
        (0, 2..) => (Some(','), None),
        _ if figures.rfind('.') > figures.rfind(',') => (Some(','), Some('.')),
        _ => (Some('.'), Some(',')),
    };
    let (whole, fraction) = match point {
        Some(point) => figures.rsplit_once(point)?,
        None => (figures, ""),
    };
    if let Some(group) = group
        && (!groups(whole, group) || fraction.contains(group))
    {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    (!whole.is_empty() || !fraction.is_empty()).then(|| (whole, fraction.to_owned()))
}

/// One to three figures, then threes.
fn groups(whole: &str, sign: char) -> bool {
    let mut parts = whole.split(sign);
    let first = parts.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !(first.starts_with('0'))
        && first.chars().all(|c| c.is_ascii_digit())
        && parts.all(|part| part.len() == 3 && part.chars().all(|c| c.is_ascii_digit()))
}

/// `whole.fraction` × 10^`zeros`; none where something is left behind the point.
fn exact(whole: &str, fraction: &str, zeros: u32) -> Option<i128> {
    let fraction = fraction.trim_end_matches('0');
    let all = format!("{whole}{fraction}");
    if all.len() > 30 || !all.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let number: i128 = if all.is_empty() { 0 } else { all.parse().ok()? };
    let shift = zeros.checked_sub(u32::try_from(fraction.len()).ok()?)?;
    number.checked_mul(10_i128.checked_pow(shift)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(i64, String)> {
        Money::typed(text, Currency::EUR).map(|money| (money.minor, money.currency.to_string()))
    }

    #[test]
    fn amounts_are_read_exactly_as_people_type_them() {
        for (text, minor, code) in [
            ("64000", 6_400_000, "EUR"),
            ("0", 0, "EUR"),
            ("0.00", 0, "EUR"),
            (".5", 50, "EUR"),
            ("0,5", 50, "EUR"),
            ("64,000", 6_400_000, "EUR"),
            ("64.000", 6_400_000, "EUR"),
            ("64 000", 6_400_000, "EUR"),
            ("64'000", 6_400_000, "EUR"),
            ("64,000.50", 6_400_050, "EUR"),
            ("64.000,50", 6_400_050, "EUR"),
            ("1,234,567", 123_456_700, "EUR"),
            ("1.234.567,8", 123_456_780, "EUR"),
            ("12.5", 1_250, "EUR"),
            ("12,50", 1_250, "EUR"),
            ("0.125k", 12_500, "EUR"),
            ("940k", 94_000_000, "EUR"),
            ("1.2m", 120_000_000, "EUR"),
            ("1,2M", 120_000_000, "EUR"),
            ("1.250m", 125_000_000, "EUR"),
            ("1.2 mio", 120_000_000, "EUR"),
            ("2bn", 200_000_000_000, "EUR"),
            ("€1.2m", 120_000_000, "EUR"),
            ("1.2m€", 120_000_000, "EUR"),
            ("1.2m eur", 120_000_000, "EUR"),
            ("EUR 5k", 500_000, "EUR"),
            ("64000 USD", 6_400_000, "USD"),
            ("5kusd", 500_000, "USD"),
            ("$5k", 500_000, "USD"),
            ("-5k", -500_000, "EUR"),
            ("−5k", -500_000, "EUR"),
            ("-€5k", -500_000, "EUR"),
            ("€-5k", -500_000, "EUR"),
            ("+5k", 500_000, "EUR"),
            ("¥64k", 64_000, "JPY"),
            ("1.5m JPY", 1_500_000, "JPY"),
            ("1.250 BHD", 1_250, "BHD"),
            ("1,250 BHD", 1_250_000, "BHD"),
            ("0.1", 10, "EUR"),
            ("0.29", 29, "EUR"),
            ("4.35m", 435_000_000, "EUR"),
            ("92233720368547758.07", i64::MAX, "EUR"),
        ] {
            assert_eq!(read(text), Some((minor, code.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_written_plain_is_read_back() {
        for (minor, code, wanted) in [
            (94_000_000, "EUR", "940000"),
            (6_400_050, "EUR", "64000.50"),
            (5, "EUR", "0.05"),
            (-500_000, "EUR", "-5000"),
            (6_400_000, "USD", "64000 USD"),
            (64_000, "JPY", "64000 JPY"),
            (1_250, "BHD", "1.250 BHD"),
            (i64::MAX, "EUR", "92233720368547758.07"),
        ] {
            let currency = Currency::from_code(code).expect("a code");
            let money = Money { minor, currency };
            assert_eq!(money.plain(Currency::EUR), wanted);
            assert_eq!(Money::typed(wanted, Currency::EUR), Some(money), "{wanted}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "",
            " ",
            "k",
            "eur",
            "€",
            "-",
            ".",
            ",",
            "abc",
            "12x",
            "1.2.3",
            "1,00,000",
            "0.005",
            "1.2m kg",
            "5 pcs",
            "64000 ERU",
            "€5 USD",
            "--5",
            "-€-5",
            "1e6",
            "5%",
            "1.5 ¥",
            "0.5 JPY",
            "92233720368547758.08",
            "9999999999999999999999999999999",
            "٣",
            "5k5",
            "1,234.567,8",
            "12.3456.789",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_dollar_is_that_of_the_book() {
        let of = |text, unless: &str| {
            let unless = Currency::from_code(unless).expect("a code");
            Money::typed(text, unless).map(|money| money.currency.to_string())
        };
        assert_eq!(of("$5", "CAD").as_deref(), Some("CAD"));
        assert_eq!(of("$5", "CHF").as_deref(), Some("USD"));
        assert_eq!(of("¥5", "CNY").as_deref(), Some("CNY"));
        assert_eq!(of("5", "CHF").as_deref(), Some("CHF"));
    }
}
