//! One question, one answer: the program without its screen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod adding;
mod ask;
mod cache;
mod changing;
mod check;
mod doctor;
mod filter;
mod find;
mod given;
mod json;
mod linear;
mod linear_changing;
mod log;
#[path = "../support/majlis.rs"]
mod majlis_program;
mod minutes;
mod mistaken;
mod nominating;
mod not_written;
mod output;
mod owner;
#[path = "../support/pty.rs"]
mod pty;
mod removing;
mod renaming;
mod show;
mod sides;
mod undoing;
mod undoing_pairs;
mod which_library;
