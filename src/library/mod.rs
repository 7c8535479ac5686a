//! Reports on disk or built in: loading, checking, linking.

mod problem;

pub use problem::{Place, Problem, Severity};
