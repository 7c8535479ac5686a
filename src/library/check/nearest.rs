//! The nearest right word.

/// The longest word, in bytes, for which a neighbour is looked for.
const LONGEST: usize = 64;

/// The candidate that is nearest to the word, where one is near: a third of the letters may differ,
/// and one always. Upper and lower case count as the same.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let folded = word.to_lowercase();
    let allowed = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .filter_map(|candidate| {
            let candidate_folded = candidate.to_lowercase();
            let apart = candidate_folded
                .chars()
                .count()
                .abs_diff(folded.chars().count());
            if apart > allowed {
                return None;
            }
            let distance = strsim::osa_distance(&folded, &candidate_folded);
            // A word of one or two letters must share one of them.
            let shares = distance < folded.chars().count().max(1) || distance == 0;
            (distance <= allowed && shares).then_some((distance, candidate))
        })
        .min_by(|one, other| one.0.cmp(&other.0).then_with(|| one.1.cmp(other.1)))
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_none() {
        let keys = ["title", "text", "items", "kind"];
        assert_eq!(nearest("titel", keys).as_deref(), Some("title"));
        assert_eq!(nearest("Kind", keys).as_deref(), Some("kind"));
        assert_eq!(nearest("item", keys).as_deref(), Some("items"));
        assert_eq!(nearest("postion", keys), None);
        assert_eq!(nearest("", keys), None);
    }
}
