//! What a person types behind a command, told from its options.

/// Whether something that begins with a dash is a text and no option, such as `- agreed`, `-20 %`:
/// no option of one dash has a blank in it, or another name than a letter.
pub(super) fn is_text(argument: &str) -> bool {
    let Some(rest) = argument.strip_prefix('-') else {
        return false;
    };
    match rest.strip_prefix('-') {
        Some(long) => long.starts_with(char::is_whitespace),
        None => {
            let named = rest.starts_with(|first: char| first.is_ascii_alphabetic());
            !rest.is_empty() && (!named || rest.contains(char::is_whitespace))
        }
    }
}
