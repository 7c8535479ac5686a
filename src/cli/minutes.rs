//! `majlis minutes`: the minutes of a meeting, as Markdown.

use std::collections::HashSet;
use std::path::Path;

use crate::app::minutes;
use crate::library::keep::{History, changed_since_agreed};
use crate::library::{Key, Library};
use crate::report::{Kind, Record};
use crate::words::minutes as words;

use super::output::Output;
use super::{Failure, NOTHING};

/// Prints the minutes of the meeting with this id, else of the latest.
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
    let changed = folder
        .zip(key)
        .map(|(folder, key)| changed(library, folder, key));
    let changed = changed.unwrap_or_default();
    let page = |key| minutes::markdown_with(library, key, language, &changed);
    let Some(text) = key.and_then(page) else {
        output.complain(words::NO_MEETING.get(language));
        return Ok(NOTHING);
    };
    for line in text.lines() {
        output.plain(line)?;
    }
    Ok(0)
}

/// The positions that were changed after they were agreed in this meeting. Without a history nobody can tell.
fn changed(library: &Library, folder: &Path, key: Key) -> HashSet<String> {
    let Some(Record::Meeting(meeting)) = library.record(key) else {
        return HashSet::new();
    };
    let agreed = meeting.agreed.iter();
    let agreed = agreed.filter_map(|id| library.in_reports(key, id.as_str()));
    let positions: Vec<&str> = agreed.map(|key| library.id(key)).collect();
    changed_since_agreed(&History::of(folder), library.id(key), &positions).unwrap_or_default()
}
