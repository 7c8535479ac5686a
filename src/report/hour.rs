//! An hour of the day.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer};
use serde::{Deserialize, Serialize, Serializer};

/// An hour and a minute on the clock of the place: `09:30`, from `00:00` to `23:59`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour {
    hour: u8,
    minute: u8,
}

impl Hour {
    /// Reads what [`fmt::Display`] writes; of the hour one digit is enough.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let number = |text: &str| {
            let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u8>().ok().filter(|_| is_number)
        };
        let (hour, minutes) = (number(hour)?, number(minute)?);
        (hour < 24 && minutes < 60 && minute.len() == 2).then_some(Self {
            hour,
            minute: minutes,
        })
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Serialize for Hour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = "an hour such as 09:30";
        Self::parse(&text)
            .ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

impl JsonSchema for Hour {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Hour".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "An hour and a minute on the clock of the place: 09:30.",
            "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_read_and_written() {
        for (text, wanted) in [
            ("09:30", Some("09:30")),
            ("9:30", Some("09:30")),
            ("00:00", Some("00:00")),
            ("23:59", Some("23:59")),
            ("24:00", None),
            ("9:5", None),
            ("9:60", None),
            ("+9:30", None),
            ("9", None),
            ("", None),
        ] {
            let read = Hour::parse(text).map(|hour| hour.to_string());
            assert_eq!(read.as_deref(), wanted, "{text}");
        }
    }
}
