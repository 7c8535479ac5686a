//! Styles. Every meaning has words or a sign as well: nothing hangs on colour, and Arabic is not
//! made bold, since bold may come from another font and lose its joins.

use ratatui::style::{Color, Modifier, Style};

use crate::app::row::Tone;

/// Plain text.
pub const PLAIN: Style = Style::new();
/// Beside the point: labels, counts, rules.
pub const QUIET: Style = Style::new().fg(Color::DarkGray);
/// Titles of panes, headings.
pub const HEADING: Style = Style::new().fg(Color::Cyan);
/// The title of the pane that has the keys.
pub const FOCUS: Style = Style::new()
    .fg(Color::Black)
    .bg(Color::Cyan)
    .add_modifier(Modifier::REVERSED)
    .remove_modifier(Modifier::REVERSED);
/// The row in hand where the keys go.
pub const IN_HAND: Style = Style::new().add_modifier(Modifier::REVERSED);
/// The row in hand of a pane without the keys.
pub const KEPT: Style = Style::new().add_modifier(Modifier::UNDERLINED);
/// What matched a search.
pub const MATCH: Style = Style::new()
    .fg(Color::Yellow)
    .add_modifier(Modifier::UNDERLINED);
/// A link that can be followed.
pub const LINK: Style = Style::new().fg(Color::Blue);
/// A key in a hint.
pub const KEY: Style = Style::new().fg(Color::Yellow);
/// A message.
pub const MESSAGE: Style = Style::new().fg(Color::Yellow);
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
        Tone::Watch => Style::new().fg(Color::Yellow),
        Tone::Quiet => QUIET,
    }
}
