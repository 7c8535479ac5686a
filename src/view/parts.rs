//! The heads of the lists of what is open.

use crate::app::App;
use crate::app::open::{Count, OpenLayer};
use crate::report::Language;
use crate::script::width;
use crate::words::Message;

use super::styled::Styled;
use super::theme;

/// A blank at which no line is broken.
const UNBROKEN: &str = "\u{A0}";

/// The heads, each with how much is open of its part; before those that are not shown stands the key
/// that leads there. Where they have no room on one line, the others stand below the part that is shown, by
/// shorter names where they must, and on as many lines as they need: what is overdue is told wherever one is.
pub fn heads(
    app: &App,
    open: &OpenLayer,
    language: Language,
    room: u16,
) -> (Styled, Option<Styled>) {
    let is_shown = |count: &&Count| count.part == open.part;
    // `lead` stands before the first of them.
    let line = |told: &dyn Fn(&Count) -> Message, of: &dyn Fn(&&Count) -> bool, lead: &str| {
        let mut line = Styled::default();
        for count in open.counts.iter().filter(|count| of(count)) {
            let is_shown = is_shown(&count);
            let style = if is_shown { theme::FOCUS } else { theme::QUIET };
            line.push(if line.text.is_empty() { lead } else { " " }, style);
            if !is_shown {
                // A key stands beside what it leads to.
                line.push_key(&app.key_of(count.part.command()), theme::KEY);
                line.push(UNBROKEN, style);
            }
            line.push(&unbroken(told(count).get(language)), style);
            line.push(" ", style);
        }
        line
    };
    // What stands below has a column less at each end.
    let fits = |line: &Styled, room: u16| width(&line.text) <= usize::from(room);
    let whole = line(&Count::told, &|_| true, " ");
    if fits(&whole, room) {
        return (whole, None);
    }
    let others = |count: &&Count| !is_shown(count);
    let below = line(&Count::told, &others, "");
    let below = match fits(&below, room.saturating_sub(2)) {
        true => below,
        false => line(&Count::told_shortly, &others, ""),
    };
    (line(&Count::told, &is_shown, " "), Some(below))
}

/// A text that is broken behind a comma only.
fn unbroken(text: &str) -> String {
    let parts = text.split_inclusive([',', '،']);
    let parts = parts.map(|part| {
        let rest = part.trim_start_matches(' ');
        let blanks = part.strip_suffix(rest).unwrap_or_default();
        format!("{blanks}{}", rest.replace(' ', UNBROKEN))
    });
    parts.collect()
}
