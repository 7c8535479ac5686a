//! One file a command: open, find, show, list, check, schema.
