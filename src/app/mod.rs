//! The state of the screen, the table of commands and what each command does; draws nothing.
