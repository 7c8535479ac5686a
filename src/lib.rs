//! majlis (مجلس, council): agenda items, positions, nominations and recommendations of a
//! preparatory group, read from YAML and shown in linked panes, in Arabic and English.
//!
//! Data flows one way: YAML → [`library`] → [`report`] → [`search`] → [`app`] → [`view`] →
//! [`script`] → [`terminal`]. `report` and `script` know nothing of the others, `view` never
//! changes `app`, and nothing below [`cli`] prints.

pub mod app;
pub mod cache;
pub mod cli;
pub mod library;
pub mod linear;
pub mod report;
pub mod script;
pub mod search;
pub mod terminal;
#[cfg(test)]
mod testing;
pub mod view;
pub mod words;
