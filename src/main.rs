//! Reads the arguments and hands over to [`majlis::cli`].

fn main() {}
