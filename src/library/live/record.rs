//! The record of a call: what the meeting's entry in the report says when the call is over.

mod beforehand;

use jiff::tz::TimeZone;
use serde_yaml::{Mapping, Value};

use super::{Live, State};
use crate::library::edit::{Edit, FieldPath, Step};
use crate::library::keep::wish::{Desk, today};
use crate::library::keep::{Change, Deed, Done, FieldChange, Keeper, Line, Sort, meet};
use crate::library::{Key, Library};
use crate::report::call::{Call, Moment};
use crate::report::{Date, Kind, Language, Record, TakenUp};
use crate::words::{Message, date, keep, live as words};

pub use beforehand::to_be_held;

/// Writes the record of the call into its report, or into the meeting with the full id `of` that was
/// made before it, then takes the call away; the full id of the record, and the change that wrote it.
/// Who is stopped in between finds the record there and only takes the call away.
///
/// # Errors
/// Why the call is still there, for people.
pub fn close(
    live: &Live,
    library: &Library,
    of: Option<&str>,
    now: Moment,
) -> Result<(String, Option<Done>), Message> {
    let keeper = live.keeper();
    let mut ended = now;
    let state = live.change(|call| {
        if let Some(call) = call {
            // One that was left behind ended when something was done in it last.
            if call.is_forgotten(now) {
                ended = last_done(keeper, call);
            }
            call.close(ended);
        }
        Ok(())
    })?;
    let State::On(call) = state else {
        return Err(words::GONE.into());
    };
    let of_report = of.and_then(|id| Some(id.split_once(':')?.0));
    let report = of_report.unwrap_or_else(|| call.home());
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
    let lines = lines.take_while(|line| is_since(line, &call));
    // Where the call ends now, all that was made in it counts, whatever another clock says.
    let is_now = ended == now;
    let lines = lines.filter(|line| is_now || is_until(line, ended));
    let mut lines: Vec<Line> = lines.collect();
    lines.reverse();
    let meeting = meeting(library, &call, report, &lines, ended, &TimeZone::system());
    let (id, change) = match of {
        Some(id) => {
            let change = beforehand::into_meeting(library, file, id, meeting)?;
            (id.to_owned(), change)
        }
        None => {
            // Where it belongs may have become another since it was written.
            let known = written(library, &call, &meeting);
            let is_written = known.is_some();
            let id = known.unwrap_or_else(|| format!("{report}:{}", local_id(&call)));
            let insert = Edit::Insert {
                list: FieldPath::root().key("meetings"),
                before: None,
                value: Value::Mapping(meeting),
            };
            let change = Change {
                file,
                record: id.clone(),
                edits: (!is_written).then_some(insert).into_iter().collect(),
                seen: Vec::new(),
            };
            (id, change)
        }
    };
    let mut done = None;
    if !change.edits.is_empty() {
        let made = keeper.change(&change);
        done = Some(made.map_err(|error| error.message())?);
    }
    live.throw_away()?;
    Ok((id, done))
}

/// The full id of the record of a call that is written already, in whatever report: one of its own, or
/// the meeting made beforehand that has it, which tells of the same hour and items.
fn written(library: &Library, call: &Call, record: &Mapping) -> Option<String> {
    let local_id = local_id(call);
    let reports = [call.report.as_str(), call.home()];
    let says = |name: &str| record.get(name).and_then(Value::as_str);
    let is_it = |key: &Key| {
        let Some((report, own)) = library.id(*key).split_once(':') else {
            return false;
        };
        let Some(Record::Meeting(one)) = library.record(*key) else {
            return false;
        };
        let taken = one.taken_up.iter().map(|taken| taken.item.as_str());
        let of_call = call.taken_up();
        let of_call = of_call
            .iter()
            .map(|taken| local(report, taken.item.as_str()));
        let has_it = reports.contains(&report)
            && !one.taken_up.is_empty()
            && one.date.as_ref().map(|date| date.as_str()) == says("date")
            && one.began.map(|hour| hour.to_string()).as_deref() == says("began")
            && taken.map(|item| local(report, item)).eq(of_call);
        own == local_id || has_it
    };
    let meetings = library.of_kind(Kind::Meeting).iter();
    let found = meetings.copied().find(is_it);
    found.map(|key| library.id(key).to_owned())
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
    format!("meet/call-{began}")
}

/// The record of a call that has been closed, with what these lines of the history tell, the oldest
/// first; its fields are in the order of the model, its day and hours those of this time zone.
pub(super) fn meeting(
    library: &Library,
    call: &Call,
    report: &str,
    lines: &[Line],
    ended: Moment,
    zone: &TimeZone,
) -> Mapping {
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
    for (key, list) in [("countries", countries), ("bodies", bodies)] {
        if !list.is_empty() {
            attendance.insert(key.into(), sequence(list));
        }
    }
    if !attendance.is_empty() {
        put("attendance", Value::Mapping(attendance));
    }
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
    let told = Told::of(lines);
    let within = |ids: &[String]| sequence(ids.iter().map(|id| local(report, id)).collect());
    // A position that was deferred and then agreed after all is told of once.
    let mut deferred = told.deferred;
    deferred.retain(|id| !told.agreed.contains(id));
    put("agreed", within(&told.agreed));
    put("deferred", within(&deferred));
    put("made", within(&told.made));
    meeting
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

/// The lists in an item of what is made on a call.
const OF_ITEMS: [&str; 3] = ["recommendations", "notes", "views"];

/// Those in a report.
const OF_REPORTS: [&str; 6] = [
    "recommendations",
    "nominations",
    "contributions",
    "outcomes",
    "events",
    "figures",
];

/// What the history tells of a call: full ids, in the order in which things were done.
#[derive(Default)]
struct Told {
    agreed: Vec<String>,
    deferred: Vec<String>,
    made: Vec<String>,
}

impl Told {
    fn of(lines: &[Line]) -> Self {
        let mut told = Self::default();
        for line in standing(lines) {
            let report = line.record.split(':').next().unwrap_or_default();
            for field in &line.fields {
                told.field(report, field);
            }
        }
        told
    }

    fn field(&mut self, report: &str, field: &FieldChange) {
        let full = |id: &str| format!("{report}:{id}");
        let (was, became) = (field.was.as_ref(), field.became.as_ref());
        let is_key = |step: &Step, name: &str| matches!(step, Step::Key(key) if key == name);
        match field.at.0.as_slice() {
            [items, Step::Id(item), rest @ ..] if is_key(items, "items") => match rest {
                // An item that came, or went, with all that it has.
                [] => {
                    let own = |value: Option<&Value>| value?.get("position").cloned();
                    let (was_own, became_own) = (own(was), own(became));
                    self.position(report, item, was_own.as_ref(), became_own.as_ref());
                    for (value, is_there) in [(was, false), (became, true)] {
                        if value.is_some_and(|value| !value.is_null()) {
                            note(&mut self.made, full(item), is_there);
                        }
                        let lists = OF_ITEMS.map(|list| value.and_then(|value| value.get(list)));
                        for id in lists.into_iter().flatten().flat_map(ids_in) {
                            note(&mut self.made, full(&id), is_there);
                        }
                    }
                }
                [position] if is_key(position, "position") => {
                    self.position(report, item, was, became);
                }
                [position, field] if is_key(position, "position") => {
                    let [was, became] = [was, became].map(|value| value.and_then(Value::as_str));
                    if is_key(field, "status") {
                        self.status(report, item, was, became);
                    } else if is_key(field, "stance") {
                        self.stance(report, item, was, became);
                    }
                }
                [Step::Key(list), Step::Id(id)] if OF_ITEMS.contains(&list.as_str()) => {
                    self.element(field.sort, full(id));
                }
                [Step::Key(list)] if OF_ITEMS.contains(&list.as_str()) => {
                    self.list(report, was, became);
                }
                _ => {}
            },
            [Step::Key(list), Step::Id(id)] if OF_REPORTS.contains(&list.as_str()) => {
                self.element(field.sort, full(id));
            }
            [Step::Key(list)] if OF_REPORTS.contains(&list.as_str()) => {
                self.list(report, was, became);
            }
            _ => {}
        }
    }

    fn element(&mut self, sort: Sort, id: String) {
        match sort {
            Sort::Insert => note(&mut self.made, id, true),
            Sort::Remove => note(&mut self.made, id, false),
            Sort::Set | Sort::Move => {}
        }
    }

    /// A list that came or went as a whole.
    fn list(&mut self, report: &str, was: Option<&Value>, became: Option<&Value>) {
        for (value, is_there) in [(was, false), (became, true)] {
            for id in value.into_iter().flat_map(ids_in) {
                note(&mut self.made, format!("{report}:{id}"), is_there);
            }
        }
    }

    /// A position as a whole.
    fn position(&mut self, report: &str, item: &str, was: Option<&Value>, became: Option<&Value>) {
        let both =
            |field: &str| [was, became].map(|value| value?.get(field)?.as_str().map(str::to_owned));
        let [was_status, status] = both("status");
        self.status(report, item, was_status.as_deref(), status.as_deref());
        let [was_stance, stance] = both("stance");
        self.stance(report, item, was_stance.as_deref(), stance.as_deref());
    }

    /// A position was deferred, or is so no longer.
    fn stance(&mut self, report: &str, item: &str, was: Option<&str>, became: Option<&str>) {
        if was != became {
            let id = format!("{report}:{item}/position");
            note(&mut self.deferred, id, became == Some("defer"));
        }
    }

    /// A position was agreed, or is so no longer; one that was delivered since stays agreed.
    fn status(&mut self, report: &str, item: &str, was: Option<&str>, became: Option<&str>) {
        if was == became {
            return;
        }
        let id = format!("{report}:{item}/position");
        match became {
            Some("agreed") => note(&mut self.agreed, id.clone(), true),
            Some("delivered") => {}
            _ => note(&mut self.agreed, id.clone(), false),
        }
        if [was, became].contains(&Some("deferred")) {
            note(&mut self.deferred, id, became == Some("deferred"));
        }
    }
}

/// The changes that stand at the end: one that was undone leaves nothing behind, nor does its undoing,
/// and what was undone and done again was never touched. What was undone below a later change of the same
/// field is a change itself.
fn standing(lines: &[Line]) -> Vec<&Line> {
    let mut standing: Vec<&Line> = Vec::new();
    for line in lines.iter().filter(|line| line.what.has_changed()) {
        let is_turned = |one: &&Line| match line.what {
            Deed::Undo if line.of.as_ref() == Some(&one.id) => true,
            Deed::Undo => one.what == Deed::Redo && one.of == line.of,
            Deed::Redo => one.what == Deed::Undo && one.of == line.of,
            _ => false,
        };
        let is_over = |one: &&&Line| {
            let mut fields = one.fields.iter();
            let meets = |at: &FieldPath| line.fields.iter().any(|field| meet(&field.at, at));
            one.file == line.file && fields.any(|field| meets(&field.at))
        };
        let turned = standing.iter().rposition(is_turned);
        match turned.filter(|place| !standing.iter().skip(place + 1).any(|one| is_over(&one))) {
            Some(place) => _ = standing.remove(place),
            None => standing.push(line),
        }
    }
    standing
}

/// Puts an id at the end of a list, or takes it out.
fn note(list: &mut Vec<String>, id: String, is_there: bool) {
    list.retain(|one| *one != id);
    if is_there {
        list.push(id);
    }
}

/// The ids of the elements of a list.
fn ids_in(list: &Value) -> Vec<String> {
    let elements = list.as_sequence().into_iter().flatten();
    let ids = elements.filter_map(|element| element.get("id")?.as_str());
    ids.map(str::to_owned).collect()
}
