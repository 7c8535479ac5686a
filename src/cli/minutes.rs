//! `majlis minutes`: the minutes of a meeting, as Markdown.

use crate::app::minutes;
use crate::library::Library;
use crate::report::Kind;
use crate::words::minutes as words;

use super::output::Output;
use super::{Failure, NOTHING};

/// Prints the minutes of the meeting with this id, else of the latest.
pub fn run(library: &Library, id: Option<&str>, output: &mut Output) -> Result<u8, Failure> {
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
    let Some(text) = key.and_then(|key| minutes::markdown(library, key, language)) else {
        output.complain(words::NO_MEETING.get(language));
        return Ok(NOTHING);
    };
    for line in text.lines() {
        output.plain(line)?;
    }
    Ok(0)
}
