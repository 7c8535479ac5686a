//! Which terminal this is, and in which form Arabic is sent to it.
//!
//! Three things tell: what the terminal [answers](Answers), what the [surroundings](Surroundings)
//! say, and what a person said. [`identify`] makes a terminal of the first two, [`choose`] a form of
//! all. Both are pure: the same in, the same out.

mod answers;
mod choice;
mod identity;
mod known;
mod outer;
mod surroundings;
#[cfg(test)]
mod tests;

pub use answers::{Answers, Outer};
pub use choice::{Choice, Reason, Wish, Word, choose};
pub use identity::{Evidence, Identity, Inside, identify};
pub use known::{Kind, Known};
pub use surroundings::Surroundings;

pub(super) use answers::QUESTIONS;
pub(super) use outer::{LONGEST_WAIT as WAIT_FOR_TMUX, ask as ask_tmux};
