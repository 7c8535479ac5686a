//! Arabic and mixed text in cells: sanitise, shape, reorder, wrap, measure.
//!
//! The way of a text: [`sanitise`](self::sanitise()) decides what may stand in it, `clusters`
//! groups characters into what one cell shows, `levels` runs UAX #9 once a paragraph, `breaks`
//! says where a line may end, `order` turns each line around, and [`Layout`] ties it together.
//!
//! No text is too long: lines are made as they are asked for, a paragraph is looked at in stretches of
//! 16 KB (`stretch`), and what is cut to a line or a few looks only at its beginning.
//!
//! The program isolates its own codes and ranges with [`isolate`], and texts that it names in a line
//! with [`apart`]. The marks for that are noncharacters of Unicode, not LRI, RLI and PDI, so that
//! isolates and overrides that stand in a file are only ever removed. See `isolate` for why a file cannot use the marks to any effect.

mod breaks;
mod caret;
mod clean;
mod clusters;
mod compared;
mod emoji;
mod isolate;
mod keep;
mod layout;
mod levels;
mod line;
mod lines;
pub mod mirroring;
mod mirroring_table;
mod order;
mod plain;
mod sanitise;
mod sent;
pub mod shaping;
mod shaping_table;
mod stretch;
#[cfg(test)]
mod tests;

pub use caret::{CaretLine, Lean, typed_rtl};
pub use compared::{Compared, Side};
pub use isolate::{apart, isolate, without_isolates};
pub use layout::{Direction, Form, Layout, is_rtl, visual, width};
pub(crate) use levels::is_right_to_left;
pub use line::{Cell, Line};
pub use lines::Lines;
pub use plain::{letters, plain};
pub use sanitise::{sanitise, sanitise_lines};
pub use sent::{STRONG_BLANK, Seen, Sent, sent};
pub use stretch::{head, pieces};
