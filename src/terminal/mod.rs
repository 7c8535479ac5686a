//! The terminal session: enter, leave, input, output.
