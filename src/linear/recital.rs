//! A position that is read out, in lines: what it is about, then its text.

use crate::app::App;
use crate::app::plain::{Sort, lines};

/// The item, and the text of the position in the languages that are shown.
pub(super) fn told(app: &App) -> Vec<String> {
    let Some(key) = app.recital.map(|recital| recital.key) else {
        return Vec::new();
    };
    let library = app.library();
    let about = library.item_of(key).map(|item| {
        let number = app.printed_numbers(library.id(item)).join(",");
        let title = library.title(item, app.language);
        format!("{number} {title}").trim_start().to_owned()
    });
    let text = lines(library, key, app.languages())
        .into_iter()
        .filter(|line| line.sort == Sort::Said)
        .map(|line| line.text);
    about.into_iter().chain(text).collect()
}
