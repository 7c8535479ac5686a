//! The name of a change: grows from one change to the next, and no two machines make the same.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// The end of the year 9999, in milliseconds since 1970.
const LAST_TIME: u64 = 253_402_300_800_000;

/// 24 hexadecimal digits: the time in milliseconds since 1970 (12), a number that parts the changes
/// of one millisecond (4), and chance, the same for all that one process makes (8). In the order of text it is the order of the changes made
/// in one folder, even where the clock was put back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChangeId(String);

impl ChangeId {
    /// The next one after `last`.
    #[must_use]
    pub fn next(last: Option<&Self>) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.map_or(0, |since| since.as_millis());
        Self::after(last, u64::try_from(now).unwrap_or(u64::MAX))
    }

    /// The one after `last`, at so many milliseconds since 1970.
    fn after(last: Option<&Self>, now: u64) -> Self {
        let (mut time, mut number) = (now & 0xFFFF_FFFF_FFFF, 0_u32);
        if let Some((last_time, last_number)) = last.and_then(Self::parts)
            && last_time >= time
        {
            (time, number) = match last_number {
                0xFFFF => (last_time + 1, 0),
                _ => (last_time, last_number + 1),
            };
        }
        Self(format!("{time:012x}{number:04x}{}", chance()))
    }

    /// Whether this process has made it: what it made itself need not be told to who uses it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.0.get(16..) == Some(chance())
    }

    fn parts(&self) -> Option<(u64, u32)> {
        let time = u64::from_str_radix(self.0.get(..12)?, 16).ok()?;
        let number = u32::from_str_radix(self.0.get(12..16)?, 16).ok()?;
        Some((time, number))
    }

    /// When it was made: milliseconds since 1970; 0 where the id is none of ours.
    #[must_use]
    pub fn milliseconds(&self) -> u64 {
        self.parts().map_or(0, |(time, _)| time)
    }

    /// Whether a clock may have given it: before the year 10000.
    pub(super) fn is_likely(&self) -> bool {
        self.parts().is_some_and(|(time, _)| time < LAST_TIME)
    }

    /// The id as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Eight digits that tell the changes of this process from those of any other.
fn chance() -> &'static str {
    static CHANCE: OnceLock<String> = OnceLock::new();
    CHANCE.get_or_init(|| {
        let chance = RandomState::new().build_hasher().finish() & 0xFFFF_FFFF;
        format!("{chance:08x}")
    })
}

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for ChangeId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::ChangeId;

    #[test]
    fn it_grows_when_the_clock_stands_and_when_it_is_put_back() {
        let first = ChangeId::after(None, 0x1234);
        assert!(first.as_str().starts_with("0000000012340000"));
        assert_eq!(first.as_str().len(), 24);
        let second = ChangeId::after(Some(&first), 0x1234);
        assert!(second.as_str().starts_with("0000000012340001"));
        let back = ChangeId::after(Some(&second), 0x1000);
        assert!(back.as_str().starts_with("0000000012340002"));
        let on = ChangeId::after(Some(&back), 0x1235);
        assert!(on.as_str().starts_with("0000000012350000"));
        assert!(first < second && second < back && back < on);
        assert_eq!(on.milliseconds(), 0x1235);
        assert!(first.is_own() && on.is_own());
        assert!(!ChangeId::from("0000000012340000").is_own());
    }

    #[test]
    fn after_the_last_number_of_a_millisecond_comes_the_next_millisecond() {
        let last = ChangeId::from("00000000000affff00000000");
        let next = ChangeId::after(Some(&last), 3);
        assert!(next.as_str().starts_with("00000000000b0000"));
        assert_eq!(ChangeId::from("nonsense").milliseconds(), 0);
    }
}
