//! The screen without a terminal: keys in, and what a person then sees.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod adding;
mod arabic;
mod beside;
mod boards;
mod broken;
mod call_following;
mod calling;
mod calling_beside;
mod calling_decided;
mod calling_detail;
mod calling_end;
mod calling_following;
mod calling_heard;
mod calling_minutes;
mod calling_new_names;
mod calling_on;
mod calling_told;
mod calling_undone;
mod calling_wordings;
mod changing;
mod clashing;
mod clashing_undone;
mod copying;
mod council;
mod desk;
mod directory;
mod ended;
mod every_change;
mod every_field;
mod filters;
mod folder_off;
mod following;
mod foreseeing;
mod forms;
mod forms_begun;
mod forms_moving;
mod gone;
mod harness;
mod harness_call;
mod history_read;
mod keyboards;
mod layers;
mod leaving;
mod line;
mod linear;
mod linear_reading;
mod loading;
mod merging;
mod moving;
mod naming;
mod new_ids;
mod newcomers;
mod newer;
mod no_names;
mod nominating;
mod open;
mod own_editor;
mod parts;
mod permitted;
mod pointing;
mod positions;
mod properties;
mod put_off;
mod raw;
mod reach;
mod reading;
mod reciting;
mod removing;
mod renamed;
mod replacing;
mod screen_and_shell;
mod searching;
mod sides;
mod slow;
mod speaking;
#[path = "../../src/testing.rs"]
mod testing;
mod turning;
mod typing;
mod undoing;
mod undoing_as_shown;
mod undoing_asked;
mod undoing_elsewhere;
mod undoing_far;
mod undoing_groups;
mod undoing_pairs;
mod versions;
mod versions_settled;
mod visiting;
mod whole_reports;
mod writing;
