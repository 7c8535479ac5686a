//! What kind of field a path leads to.

use crate::library::keep::field::is_place;

/// The name of the field to which a path leads, itself or by an entry of its list.
pub fn named(path: &[String]) -> &str {
    let mut names = path.iter().rev().filter(|step| !is_place(step));
    names.next().map_or("", String::as_str)
}

/// Whether a path leads to a text in one language.
pub fn is_side(path: &[String]) -> bool {
    matches!(path.last().map(String::as_str), Some("ar" | "en"))
}

/// Whether a path leads to a wording in one language, and not to a name or a title.
pub fn is_wording(path: &[String]) -> bool {
    let is_name = matches!(
        path.iter().rev().nth(1).map(String::as_str),
        Some(
            "title"
                | "name"
                | "honorific"
                | "post"
                | "place"
                | "label"
                | "unit"
                | "original_language"
        )
    );
    is_side(path) && !is_name
}
