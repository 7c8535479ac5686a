//! The screen without a terminal: keys in, and what a person then sees.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod arabic;
mod beside;
mod boards;
mod broken;
mod calling;
mod changing;
mod copying;
mod council;
mod filters;
mod following;
mod harness;
mod harness_call;
mod keyboards;
mod layers;
mod linear;
mod linear_reading;
mod loading;
mod moving;
mod pointing;
mod properties;
mod reach;
mod reading;
mod replacing;
mod searching;
mod typing;
mod visiting;
mod writing;
