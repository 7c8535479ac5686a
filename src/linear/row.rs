//! A row in a line: enough for a person to choose.

use crate::app::App;
use crate::app::row::row;
use crate::library::Key;
use crate::words::{linear as words, ui};

/// The most characters of a title; the detail tells the whole.
pub(super) const LONGEST: usize = 120;

/// What stands for a number where there is none.
const UNNUMBERED: &str = "·";

/// A record as a row of its pane: its number, its title, and in brackets what else its row says; in
/// a calendar the date comes first.
pub(super) fn told(app: &App, key: Key) -> String {
    let language = app.language;
    let row = row(app.library(), key, language);
    let title = cut(&row.title);
    let title = match row.lead.as_str() {
        "" | UNNUMBERED => title,
        lead => format!("{lead} {title}"),
    };
    let put_off = app.put_off(key);
    let put_off = put_off.map(|said| said.get(language).to_owned());
    let tags = row.tags.into_iter().map(|tag| tag.text);
    let mut tags: Vec<String> = put_off.into_iter().chain(tags).collect();
    if app.is_fresh(key) {
        tags.push(ui::JUST_CHANGED.get(language).to_owned());
    }
    if row.depth > 0 {
        tags.push(words::level(row.depth, language));
    }
    let tags = tags.join(ui::LIST_COMMA.get(language));
    match (tags.is_empty(), row.tags_first) {
        (true, _) => title,
        (false, true) => format!("{tags}: {title}"),
        (false, false) => format!("{title} ({tags})"),
    }
}

/// The beginning of a long text, up to the end of a word.
pub(super) fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else {
        return text.to_owned();
    };
    let head = text.get(..end).unwrap_or_default();
    let word = head
        .rfind(char::is_whitespace)
        .and_then(|blank| head.get(..blank))
        .unwrap_or(head);
    format!("{}…", word.trim_end())
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_long_text_ends_with_a_whole_word() {
        assert_eq!(cut("short"), "short");
        let long = "مباني ".repeat(30);
        // Twenty times six characters are 120: the blank at their end is not needed.
        let expected = format!("{}…", ["مباني"; 20].join(" "));
        assert_eq!(cut(&long), expected);
        assert_eq!(cut(&"x".repeat(500)).chars().count(), 121);
    }
}
