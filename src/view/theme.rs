//! Styles. Every meaning has words or a sign as well: nothing hangs on colour, and Arabic is not
//! made bold, since bold may come from another font and lose its joins.

use ratatui::style::{Color, Modifier, Style};

use crate::app::row::Tone;

/// Plain text.
pub const PLAIN: Style = Style::new();
/// Beside the point: labels, counts. Dim, not grey: it is read on black and on white.
pub const QUIET: Style = Style::new().add_modifier(Modifier::DIM);
/// Rules and tracks.
pub const RULE: Style = Style::new().fg(Color::DarkGray);
/// Titles of panes, headings.
pub const HEADING: Style = Style::new().fg(Color::Cyan);
/// The title of the pane that has the keys.
pub const FOCUS: Style = Style::new()
    .fg(Color::Black)
    .bg(Color::Cyan)
    .add_modifier(Modifier::UNDERLINED);
/// The row in hand where the keys go. It takes the place of all colours.
pub const IN_HAND: Style = Style::new()
    .fg(Color::Reset)
    .bg(Color::Reset)
    .remove_modifier(Modifier::DIM)
    .add_modifier(Modifier::REVERSED);
/// What is selected in a line that is typed.
pub const SELECTED: Style = Style::new().add_modifier(Modifier::REVERSED);
/// What matched a search.
pub const MATCH: Style = Style::new()
    .fg(Color::Black)
    .bg(Color::Yellow)
    .remove_modifier(Modifier::DIM)
    .add_modifier(Modifier::UNDERLINED);
/// What differs from another version of a text.
pub const APART: Style = Style::new()
    .fg(Color::Black)
    .bg(Color::Green)
    .remove_modifier(Modifier::DIM)
    .add_modifier(Modifier::UNDERLINED);
/// The arrow of a link that can be followed.
pub const LINK: Style = Style::new().fg(Color::Cyan);
/// A key in a hint, the mark of the row in hand, a filter.
pub const KEY: Style = Style::new().fg(Color::Magenta);
/// Beside what others have just changed.
pub const CHANGED_SIGN: &str = "*";
/// A message.
pub const MESSAGE: Style = Style::new().fg(Color::Magenta);
/// Something wrong.
pub const WRONG: Style = Style::new().fg(Color::Red);
/// A bar of a chart.
pub const BAR: Style = Style::new().fg(Color::Cyan);

/// The style of a row's tag.
#[must_use]
pub const fn tone(tone: Tone) -> Style {
    match tone {
        Tone::Plain => PLAIN,
        Tone::Good => Style::new().fg(Color::Green),
        Tone::Bad => Style::new().fg(Color::Red),
        Tone::Watch => Style::new().fg(Color::Magenta),
        Tone::Quiet => QUIET,
    }
}
