//! The heads of the lists of what is open.

use crate::app::App;
use crate::app::open::{Count, OpenLayer};
use crate::report::Language;
use crate::script::width;
use crate::words::Message;

use super::styled::Styled;
use super::theme;

/// The heads, each with how much is open of its part; before those that are not shown stands the key
/// that leads there. Where they have no room on one line, what is overdue is told of the part that is
/// shown alone; then the others stand on a line of their own, by shorter names where they must.
pub fn heads(
    app: &App,
    open: &OpenLayer,
    language: Language,
    room: u16,
) -> (Styled, Option<Styled>) {
    let said = |told: Message| told.get(language).to_owned();
    let plain = |count: &Count| Count {
        overdue: 0,
        ..*count
    };
    let is_shown = |count: &&Count| count.part == open.part;
    let fits = |title: &Styled| width(&title.text) <= usize::from(room);
    let line = |told: &dyn Fn(&Count) -> Message, of: &dyn Fn(&&Count) -> bool| {
        let mut line = Styled::default();
        for count in open.counts.iter().filter(|count| of(count)) {
            let is_shown = is_shown(&count);
            let style = if is_shown { theme::FOCUS } else { theme::QUIET };
            if !is_shown {
                line.push(" ", style);
                line.push_key(&app.key_of(count.part.command()), theme::KEY);
            }
            line.push(" ", style);
            line.push(&said(told(count)), style);
            line.push(" ", style);
        }
        line
    };
    let all = |_: &&Count| true;
    let whole = line(&Count::told, &all);
    if fits(&whole) {
        return (whole, None);
    }
    let own_overdue = |count: &Count| match is_shown(&count) {
        true => count.told(),
        false => plain(count).told(),
    };
    let one = line(&own_overdue, &all);
    if fits(&one) {
        return (one, None);
    }
    let others = |count: &&Count| !is_shown(count);
    let whole = line(&|count| plain(count).told(), &others);
    let below = match fits(&whole) {
        true => whole,
        false => line(&|count| plain(count).told_shortly(), &others),
    };
    (line(&Count::told, &is_shown), Some(below))
}
