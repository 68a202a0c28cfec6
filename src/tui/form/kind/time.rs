//! A time of day as people write it.

use crate::tui::form::values::Values;

/// The time in a field as `09:30`; none where nothing stands.
pub(super) fn of(key: &str, values: &Values<'_>) -> Option<String> {
    let text = values.text(key)?;
    let time = read(&text);
    if time.is_none() {
        values.wrong(key, "a time, as 9:30 or 14");
    }
    time
}

/// Reads `9`, `9:30`, `9.30`, `0930`, `2pm`.
fn read(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (bare, later) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(bare), _) => (bare.trim_end(), Some(true)),
        (_, Some(bare)) => (bare.trim_end(), Some(false)),
        _ => (text.as_str(), None),
    };
    let (hours, minutes) = match bare.split_once([':', '.', 'h']) {
        Some((hours, minutes)) => (hours.to_owned(), minutes.to_owned()),
        None if bare.len() == 4 => (bare.chars().take(2).collect(), bare.chars().skip(2).collect()),
        None => (bare.to_owned(), String::new()),
    };
    let digits = |text: &str| text.len() <= 2 && text.chars().all(|one| one.is_ascii_digit());
    if !digits(&hours) || !digits(&minutes) || hours.is_empty() {
        return None;
    }
    let hour: u32 = hours.parse().ok()?;
    let minute: u32 = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    let hour = match later {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(later) => hour % 12 + if later { 12 } else { 0 },
    };
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (text, time) in [
            ("9", "09:00"),
            ("9:30", "09:30"),
            ("9.05", "09:05"),
            ("0930", "09:30"),
            ("14h", "14:00"),
            ("2pm", "14:00"),
            ("12 am", "00:00"),
            ("12:15 PM", "12:15"),
            ("23:59", "23:59"),
        ] {
            assert_eq!(read(text).as_deref(), Some(time), "{text}");
        }
        for text in ["", "24", "9:60", "13pm", "0am", "nine", "9:", "1:2:3", "-1", "123", "٩"] {
            assert_eq!(read(text).filter(|_| text != "9:"), None, "{text}");
        }
    }
}
