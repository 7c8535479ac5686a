//! Reports on disk or built in: loading, checking, linking.

pub mod check;
mod problem;
pub mod schema;

pub use problem::{Code, Place, Problem, Severity};
