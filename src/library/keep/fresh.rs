//! Ids for what is new.

/// The id that was wished for, or the next one like it that is not taken: `27/r1`, `27/r2`…;
/// `nom/selim`, `nom/selim-2`…
pub(in crate::library) fn fresh(wished: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut id = wished.to_owned();
    while taken(&id) {
        id = next(&id);
    }
    id
}

/// The id after this one: its last number and one more, or with a `-2`.
///
/// The number of an item (`27`, `1.2`) and the year of an instrument (`pp-res:191@2022`) are not
/// counted on: those are names, and get a `-2`.
fn next(id: &str) -> String {
    let stem = id.trim_end_matches(|char: char| char.is_ascii_digit());
    let digits = id.get(stem.len()..).unwrap_or_default();
    let counts = stem.ends_with('-') || is_counted(stem);
    match digits.parse::<u64>() {
        Ok(number) if counts => format!("{stem}{}", number.saturating_add(1)),
        _ => format!("{id}-2"),
    }
}

/// Whether what stands before a number ends in `/` and one letter: `27/r`, `27/n`, `27/v`.
fn is_counted(stem: &str) -> bool {
    let end = stem.rsplit('/').next().unwrap_or_default();
    stem.contains('/') && end.len() == 1 && end.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::fresh;

    #[test]
    fn a_taken_id_is_counted_on() {
        let taken = [
            "27/r1",
            "27/r2",
            "nom/selim",
            "nom/omar",
            "nom/omar-2",
            "27",
            "x@2022",
            "wg9",
        ];
        for (wished, given) in [
            ("27/r1", "27/r3"),
            ("27/r3", "27/r3"),
            ("nom/selim", "nom/selim-2"),
            ("nom/omar", "nom/omar-3"),
            ("27", "27-2"),
            ("x@2022", "x@2022-2"),
            ("wg9", "wg9-2"),
        ] {
            assert_eq!(fresh(wished, |id| taken.contains(&id)), given);
        }
    }
}
