//! Spans of years as people write them: `>2020`, `≥2020`, `2020..2022`, `2020-2022`, `2020..`.

use crate::search::fold::fold;

/// The years from one to another, both in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// The first year.
    pub first: u16,
    /// The last year.
    pub last: u16,
}

/// What stands between two years.
const BETWEEN: [&str; 6] = ["..", "…", "–", "—", "-", "/"];
/// What stands before one, the longer first, with how far the span begins and ends from it: none is
/// for ever.
const BEFORE: [(&str, Option<i16>, Option<i16>); 8] = [
    (">=", Some(0), None),
    ("=>", Some(0), None),
    ("≥", Some(0), None),
    ("<=", None, Some(0)),
    ("=<", None, Some(0)),
    ("≤", None, Some(0)),
    (">", Some(1), None),
    ("<", None, Some(-1)),
];

impl Span {
    /// Reads a span; none where it is none, be it a single year.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        for (sign, first, last) in BEFORE {
            if let Some(year) = typed.strip_prefix(sign) {
                let year = year_of(year)?;
                return Some(Self {
                    first: first.map_or(0, |from| year.saturating_add_signed(from)),
                    last: last.map_or(u16::MAX, |to| year.saturating_add_signed(to)),
                });
            }
        }
        let (one, other) = BETWEEN.iter().find_map(|sign| typed.split_once(sign))?;
        let is_open = |side: &str| side.trim().is_empty();
        // In Arabic lines years are printed both ways round.
        let span = match (is_open(one), is_open(other)) {
            (true, true) => return None,
            (false, true) => (year_of(one)?, u16::MAX),
            (true, false) => (0, year_of(other)?),
            (false, false) => {
                let (one, other) = (year_of(one)?, year_of(other)?);
                (one.min(other), one.max(other))
            }
        };
        Some(Self {
            first: span.0,
            last: span.1,
        })
    }
}

/// A year of four digits of any script.
fn year_of(typed: &str) -> Option<u16> {
    let year = fold(typed.trim()).text();
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| year.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn spans_are_read_as_people_write_them() {
        const NEVER: u16 = 0;
        const EVER: u16 = u16::MAX;
        for (typed, first, last) in [
            (">2020", 2021, EVER),
            (">=2020", 2020, EVER),
            ("≥٢٠٢٠", 2020, EVER),
            ("<2020", NEVER, 2019),
            ("≤2020", NEVER, 2020),
            ("2020..2022", 2020, 2022),
            ("2022-2020", 2020, 2022),
            ("2020–2022", 2020, 2022),
            ("2020..", 2020, EVER),
            ("..2022", NEVER, 2022),
        ] {
            assert_eq!(Span::read(typed), Some(Span { first, last }), "{typed}");
        }
        for typed in [
            "2020",
            "202",
            ">",
            ">20",
            "x-y",
            "..",
            "2020-05-31",
            "CWG-SFP",
            "",
        ] {
            assert_eq!(Span::read(typed), None, "{typed}");
        }
    }
}
