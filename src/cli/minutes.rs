//! `majlis minutes`: the minutes of a meeting, as Markdown.

use std::path::Path;

use crate::app::minutes;
use crate::library::live::{self, record};
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::report::call::Moment;
use crate::words::minutes as words;

use super::output::Output;
use super::{Failure, NOTHING};

/// Prints the minutes of the meeting with this id, else of the call that is on as it stands, else of the latest
/// meeting.
pub fn run(
    library: &Library,
    folder: Option<&Path>,
    id: Option<&str>,
    output: &mut Output,
) -> Result<u8, Failure> {
    super::open_or_say(library, output)?;
    let key = match id {
        Some(id) => {
            let key = super::find_or_say(library, id, output)?;
            if library.kind(key) != Kind::Meeting {
                let said = words::not_a_meeting(id);
                return Err(Failure::Usage(said.get(output.language).to_owned()));
            }
            Some(key)
        }
        None => minutes::latest(library),
    };
    let language = output.language;
    // Who asks for no meeting during a call means that one.
    let asked = folder.filter(|_| id.is_none());
    let running = asked.and_then(|folder| running(folder, library));
    if running.is_some() {
        output.complain(words::SO_FAR.get(language));
    }
    let (library, key) = match &running {
        Some((library, key)) => (library, Some(*key)),
        None => (library, key),
    };
    let page = |key| minutes::markdown(library, key, language);
    let Some(text) = key.and_then(page) else {
        output.complain(words::NO_MEETING.get(language));
        return Ok(NOTHING);
    };
    for line in text.lines() {
        output.plain(line)?;
    }
    Ok(0)
}

/// The library as it would be if the call that is on ended now, and its record there.
fn running(folder: &Path, library: &Library) -> Option<(Library, Key)> {
    let (state, now) = (live::read(folder), Moment::now());
    let call = state.call().filter(|_| !state.is_left_behind(now))?;
    record::foreseen(folder, library, call, now)
}
