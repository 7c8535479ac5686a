//! The five reports that the program carries with it.

use super::Source;

/// A file of `data/`, by its name.
macro_rules! file {
    ($name:literal) => {
        (
            concat!("data/", $name),
            include_str!(concat!("../../data/", $name)),
        )
    };
}

/// The built-in files: path and text. The group's own report comes first, the rest by age of the
/// session that they were written for, latest first.
const FILES: [(&str, &str); 6] = [
    file!("c21.yaml"),
    file!("c26.yaml"),
    file!("c24.yaml"),
    file!("c17.yaml"),
    file!("tdag23.yaml"),
    file!("registry.yaml"),
];

/// The built-in files as sources.
pub(super) fn sources() -> Vec<Source> {
    FILES
        .into_iter()
        .map(|(name, text)| Source::text(name, text))
        .collect()
}
