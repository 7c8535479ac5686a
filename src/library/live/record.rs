//! The record of a call: what the meeting's entry in the report says when the call is over.

mod beforehand;
mod told;
mod wording;

use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;
use serde_yaml::{Mapping, Value};

use super::{Home, Live, State};
use crate::library::edit::{Edit, FieldPath, apply};
use crate::library::keep::wish::{Desk, today};
use crate::library::keep::{Change, Done, History, Keeper, Line};
use crate::library::{Key, Library, Source, Volume};
use crate::report::call::{Call, Moment};
use crate::report::{Date, Kind, Language, TakenUp};
use crate::words::{Message, date, keep, live as words};

pub use beforehand::to_be_held;
pub use told::{is_beside, is_of_call};

use told::{OF_CALLS, Told};
use wording::Words;

/// Writes the record of the call where it is to be, then takes the call away; the full id of the
/// record, and the change that wrote it. Who is stopped in between finds the record there and only
/// takes the call away.
///
/// # Errors
/// Why the call is still there, for people.
pub fn close(
    live: &Live,
    library: &Library,
    home: &Home,
    now: Moment,
) -> Result<(String, Option<Done>), Message> {
    let keeper = live.keeper();
    let State::On(mut call) = live.change(|_| Ok(()))? else {
        return Err(words::GONE.into());
    };
    // One that was left behind ended when something was done in it last. Until its record is written it
    // goes on as it is.
    let ended = match call.is_forgotten(now) {
        true => last_done(keeper, &call),
        false => now,
    };
    call.close(ended);
    let report = match home {
        Home::Report(report) => report,
        Home::Meeting(id) => id.split_once(':').map_or(&**id, |(report, _)| report),
    };
    let folder = keeper.folder();
    let desk = Desk::of(library, folder, today());
    let file = match library.with_id(report) {
        Some(key) => desk.file(key)?,
        None => desk.file_of(Some(report))?,
    };
    let lines = keeper.history().newest_first().map_err(|error| {
        let why = keep::other(&error.to_string());
        keep::no_history(&folder.display().to_string(), &why)
    })?;
    let mut since: Vec<Line> = lines.take_while(|line| is_since(line, &call)).collect();
    if let Some(id) = written(library, &call, &since) {
        live.throw_away()?;
        return Ok((id, None));
    }
    // Where the call ends now, all that was made in it counts, whatever another clock says.
    let is_now = ended == now;
    since.reverse();
    let lines = since.iter().cloned();
    let lines = lines.filter(|line| is_now || is_until(line, ended));
    let lines: Vec<Line> = lines.collect();
    let told = (lines.as_slice(), since.as_slice());
    let meeting = meeting(&desk, &call, report, told, ended, &TimeZone::system());
    let change = match home {
        Home::Meeting(id) => {
            beforehand::into_meeting(library, file, id, meeting, &since, call.no_chair)?
        }
        Home::Report(_) => {
            let insert = Edit::Insert {
                list: FieldPath::root().key("meetings"),
                before: None,
                value: Value::Mapping(meeting),
            };
            Change {
                file,
                record: format!("{report}:{}", local_id(&call)),
                edits: vec![insert],
                seen: Vec::new(),
            }
        }
    };
    let id = change.record.clone();
    live.change(|call| {
        if let Some(call) = call {
            call.into = Some(id.clone());
        }
        Ok(())
    })?;
    let done = match change.edits.is_empty() {
        true => None,
        false => {
            let made = keeper.change(&change);
            Some(made.map_err(|error| error.message())?)
        }
    };
    live.throw_away()?;
    Ok((id, done))
}

/// The library as it would be if a call ended now, with the record of the call, and which that is; none where
/// the files do not tell it.
#[must_use]
pub fn foreseen(
    folder: &Path,
    library: &Library,
    call: &Call,
    now: Moment,
) -> Option<(Library, Key)> {
    let mut call = call.clone();
    call.close(now);
    let report = call.home();
    let lines = History::of(folder).newest_first().ok()?;
    let mut since: Vec<Line> = lines.take_while(|line| is_since(line, &call)).collect();
    since.reverse();
    let told = (since.as_slice(), since.as_slice());
    let desk = Desk::of(library, folder, today());
    let mut meeting = meeting(&desk, &call, report, told, now, &TimeZone::system());
    // It has not ended as yet.
    meeting.remove("ended");
    let mut volumes = library.volumes().iter();
    let place = volumes.position(|volume| volume.report_id() == Some(report))?;
    let name = desk.file_of(Some(report)).ok()?;
    let text = fs::read_to_string(folder.join(&name)).ok()?;
    let insert = Edit::Insert {
        list: FieldPath::root().key("meetings"),
        before: None,
        value: Value::Mapping(meeting),
    };
    let text = apply(&text, &[insert]).ok()?;
    let library = library.with(place, Volume::read(&Source::text(name, text)));
    let key = library.with_id(&format!("{report}:{}", local_id(&call)))?;
    Some((library, key))
}

/// The items (full ids) whose position was agreed in a call, where only the wording in one language was
/// changed since, with that language. Where the history cannot be read, nothing is known of any.
#[must_use]
pub fn one_sided(keeper: &Keeper, library: &Library, call: &Call) -> Vec<(String, Language)> {
    let lines = keeper.history().newest_first().into_iter().flatten();
    let mut lines: Vec<Line> = lines.take_while(|line| is_since(line, call)).collect();
    lines.reverse();
    let mut told = Told::of(&lines);
    told.also(library, call);
    let changed = told.agreed.iter().filter_map(|id| {
        let then = Words::agreed(library, call, id, &lines, &lines);
        let language = then.changed_side(&Words::now(library, id))?;
        Some((id.strip_suffix("/position")?.to_owned(), language))
    });
    changed.collect()
}

/// The full id of the record of a call that is written already; these are the changes since it began,
/// the newest first. It has an id of its own in whatever report, where it may have been moved since, or
/// is in the meeting that was named before it was written there.
fn written(library: &Library, call: &Call, since: &[Line]) -> Option<String> {
    let own = local_id(call);
    let is_own = |id: &&str| id.split_once(':').is_some_and(|(_, id)| id == own);
    let meetings = library.of_kind(Kind::Meeting).iter();
    let mut ids = meetings.map(|key| library.id(*key));
    let into = call
        .into
        .as_deref()
        .filter(|into| told::is_written(since, into));
    into.or_else(|| ids.find(is_own)).map(str::to_owned)
}

/// Whether a change was made in the call, to the second in which it began.
fn is_since(line: &Line, call: &Call) -> bool {
    line.timestamp()
        .is_some_and(|when| Moment::from(when) >= call.began)
}

/// Whether a change was made by then, to the second.
fn is_until(line: &Line, end: Moment) -> bool {
    line.timestamp()
        .is_some_and(|when| Moment::from(when) <= end)
}

/// When something was done last in a call that was left behind: in the call itself, or in the records
/// shortly after it. What was agreed of the last item counts; what was changed the next day does not.
fn last_done(keeper: &Keeper, call: &Call) -> Moment {
    let lines = keeper.history().newest_first().into_iter().flatten();
    let lines = lines.take_while(|line| is_since(line, call));
    let mut times: Vec<Moment> = lines
        .filter_map(|line| line.timestamp().map(Moment::from))
        .collect();
    times.sort_unstable();
    times.into_iter().fold(call.changed, |last, when| {
        match when.since(last) < Call::PAUSE {
            true => last.max(when),
            false => last,
        }
    })
}

/// The id of the record within the report. It comes from the moment at which the call began, so that
/// one call has one record.
fn local_id(call: &Call) -> String {
    let began = call.began.timestamp().strftime("%Y-%m-%d-%H%M%S");
    format!("{OF_CALLS}{began}")
}

/// The record of a call that has been closed, with what these lines of the history tell: those up to its
/// end, and all since it began, the oldest first; its fields are in the order of the model, its day and hours those of this time zone.
pub(super) fn meeting(
    desk: &Desk<'_>,
    call: &Call,
    report: &str,
    (lines, since): (&[Line], &[Line]),
    ended: Moment,
    zone: &TimeZone,
) -> Mapping {
    let library = desk.library;
    let on_clock = |when: Moment, form: &str| {
        let local = when.timestamp().to_zoned(zone.clone());
        local.strftime(form).to_string()
    };
    let day = on_clock(call.began, "%Y-%m-%d");
    let mut meeting = Mapping::new();
    let mut put = |key: &str, value: Value| {
        let is_empty = value.as_sequence().is_some_and(Vec::is_empty);
        if !is_empty {
            meeting.insert(key.into(), value);
        }
    };
    put("id", local_id(call).into());
    put("title", title(&day));
    put("date", day.into());
    put("began", on_clock(call.began, "%H:%M").into());
    put("ended", on_clock(ended, "%H:%M").into());
    if let Some(chair) = &call.chair {
        put("chair", chair.as_str().into());
    }
    let is_country = |who: &str| {
        let key = library.in_registry(who);
        key.is_some_and(|key| library.kind(key) == Kind::Country)
    };
    let (countries, bodies): (Vec<&str>, Vec<&str>) = call
        .present
        .iter()
        .map(|who| who.as_str())
        .partition(|who| is_country(who));
    let mut attendance = Mapping::new();
    for (key, list) in beforehand::PARTIES.into_iter().zip([countries, bodies]) {
        if !list.is_empty() {
            attendance.insert(key.into(), sequence(list));
        }
    }
    if !attendance.is_empty() {
        put(beforehand::ATTENDANCE, Value::Mapping(attendance));
    }
    let outside = call.speakers(None);
    put(
        "speakers",
        sequence(outside.iter().map(|who| who.as_str()).collect()),
    );
    let taken_up = call.taken_up().into_iter().map(|taken| {
        let mut map = Mapping::new();
        map.insert("item".into(), local(report, taken.item.as_str()).into());
        map.insert("minutes".into(), taken.minutes.into());
        if let Some(planned) = taken.planned {
            map.insert("planned".into(), planned.into());
        }
        let TakenUp { speakers, .. } = taken;
        if !speakers.is_empty() {
            let speakers = speakers.iter().map(|who| who.as_str()).collect();
            map.insert("speakers".into(), sequence(speakers));
        }
        Value::Mapping(map)
    });
    put("taken_up", Value::Sequence(taken_up.collect()));
    let mut told = Told::of(lines);
    told.also(library, call);
    told.without_beside(library, call);
    let within = |ids: &[String]| sequence(ids.iter().map(|id| local(report, id)).collect());
    // A position that was deferred and then agreed after all is told of once.
    let mut deferred = told.deferred;
    deferred.retain(|id| !told.agreed.contains(id));
    in_order(call, &mut told.agreed);
    in_order(call, &mut deferred);
    put("agreed", within(&told.agreed));
    let wordings = told.agreed.iter().filter_map(|id| {
        let words = Words::agreed(library, call, id, lines, since);
        let behind = words.left_behind(desk, id);
        words.entry(local(report, id), behind)
    });
    put("wordings", Value::Sequence(wordings.collect()));
    put("deferred", within(&deferred));
    put("made", within(&told.made));
    meeting
}

/// Puts what was decided in the order in which the items were taken up first; what was decided on others
/// stays behind.
fn in_order(call: &Call, decided: &mut [String]) {
    let items = call.items();
    decided.sort_by_key(|id| {
        let item = id.strip_suffix("/position").unwrap_or(id);
        let place = items.iter().position(|one| one.as_str() == item);
        place.unwrap_or(items.len())
    });
}

fn title(day: &str) -> Value {
    let mut title = Mapping::new();
    for (key, language) in [("ar", Language::Arabic), ("en", Language::English)] {
        let day =
            Date::parse(day).map_or_else(|_| day.to_owned(), |day| date::date(&day, language));
        let words = words::record_title(&day);
        let text = crate::script::sanitise(words.get(language)).into_owned();
        title.insert(key.into(), text.into());
    }
    Value::Mapping(title)
}

fn sequence(words: Vec<&str>) -> Value {
    Value::Sequence(words.into_iter().map(Value::from).collect())
}

/// An id as it is written within a report.
fn local<'a>(report: &str, id: &'a str) -> &'a str {
    let within = id.strip_prefix(report).and_then(|id| id.strip_prefix(':'));
    within.unwrap_or(id)
}
