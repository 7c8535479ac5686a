//! The words of a call in progress: times, the floor, what was taken up.

use std::time::Duration;

use super::Message;

/// So many minutes, as people count them.
#[must_use]
pub fn minutes(count: u32) -> Message {
    let ar = match (count, count % 100) {
        (0, _) => "أقل من دقيقة".to_owned(),
        (1, _) => "دقيقة واحدة".to_owned(),
        (2, _) => "دقيقتان".to_owned(),
        (_, 3..=10) => format!("{count} دقائق"),
        _ => format!("{count} دقيقة"),
    };
    let en = match count {
        0 => "less than a minute".to_owned(),
        1 => "1 minute".to_owned(),
        _ => format!("{count} minutes"),
    };
    Message::new(ar, en)
}

/// A time that runs: `4:07`, `1:02:30`. Digits and colons only, the same in both languages.
#[must_use]
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_counted_as_arabic_counts() {
        for (count, ar, en) in [
            (0, "أقل من دقيقة", "less than a minute"),
            (1, "دقيقة واحدة", "1 minute"),
            (2, "دقيقتان", "2 minutes"),
            (10, "10 دقائق", "10 minutes"),
            (11, "11 دقيقة", "11 minutes"),
            (103, "103 دقائق", "103 minutes"),
            (100, "100 دقيقة", "100 minutes"),
        ] {
            assert_eq!(minutes(count), Message::new(ar, en));
        }
    }

    #[test]
    fn a_clock_shows_hours_only_when_there_are_some() {
        for (seconds, shown) in [(0, "0:00"), (7, "0:07"), (247, "4:07"), (3750, "1:02:30")] {
            assert_eq!(clock(Duration::from_secs(seconds)), shown);
        }
    }
}
