//! What others do, in a line each: what they change in the files, and what happens in the call.

use std::time::Duration;

use crate::app::desk::said;
use crate::app::{App, Focus};
use crate::library::Problem;
use crate::library::keep::Line;
use crate::library::keep::told::element;
use crate::library::live::State;
use crate::report::Language;
use crate::report::call::Call;
use crate::words::label::Label;
use crate::words::{Message, desk, linear as words, live, ui};

use super::row::cut;

/// So many records that another program has changed are named; of more only how many they are.
const NAMED: usize = 5;
/// So many problems are told; the list of them tells all.
const PROBLEMS: usize = 3;

/// What was there before the others did something.
pub struct Before {
    call: State,
    in_hand: Option<String>,
    problems: Vec<Problem>,
}

impl Before {
    /// What there is now.
    #[must_use]
    pub fn of(app: &App) -> Self {
        Self {
            call: app.call.state.clone(),
            in_hand: in_hand(app),
            problems: app.library().problems().to_vec(),
        }
    }
}

fn in_hand(app: &App) -> Option<String> {
    let library = app.library();
    app.in_hand().map(|key| library.id(key).to_owned())
}

/// What others have done since then, but for what they have changed in the records: in the call, in
/// files that are wrong now, and where one is now, if that is elsewhere.
#[must_use]
pub fn by_others(before: &Before, app: &App) -> Vec<String> {
    let language = app.language;
    let mut lines: Vec<String> = calls(before.call.call(), app)
        .iter()
        .map(|said| said.get(language).to_owned())
        .collect();
    lines.extend(app.message.iter().map(|said| said.get(language).to_owned()));
    let problems = app.library().problems();
    let new = problems.iter().enumerate();
    let new = new.filter(|(_, problem)| !before.problems.contains(problem));
    lines.extend(
        new.take(PROBLEMS)
            .map(|(at, _)| super::layer::problem(app, at)),
    );
    if app.layer().is_none() && app.recital.is_none() && in_hand(app) != before.in_hand {
        lines.extend(match app.focus {
            Focus::Panes => super::pane(app),
            Focus::Detail => super::detail::opened(app),
        });
    }
    super::clean(lines)
}

/// What has happened in the call.
fn calls(before: Option<&Call>, app: &App) -> Vec<Message> {
    let now = app.call.on();
    let mut told = Vec::new();
    let Some(now) = now else {
        // What is said at the bottom tells whose it was.
        if before.is_some() && app.call.state.call().is_none() && app.message.is_none() {
            told.push(words::CALL_ENDED.into());
        }
        return told;
    };
    let before = before.filter(|before| before.began == now.began);
    // Who leads it is said in one line with what that means for the screen.
    let is_told = app.message.is_some() && app.message == app.who_leads();
    if before.is_none() && !is_told {
        told.push(words::call_begun(&now.by));
    }
    let name = |who: &str| app.name_of(who);
    let item = |call: &Call| call.in_hand.as_ref().map(|one| one.item.clone());
    let (then, here) = (before.and_then(item), item(now));
    let is_other_item = then != here;
    match &here {
        Some(item) if is_other_item => told.push(taken_up(app, item.as_str())),
        None if is_other_item => told.push(live::ITEM_CLOSED.into()),
        _ => {}
    }
    let planned = |call: &Call| call.in_hand.as_ref().and_then(|one| one.planned);
    if let Some(minutes) = planned(now).filter(|_| before.and_then(planned) != planned(now)) {
        told.push(live::planned(minutes));
    }
    let waits = |call: &Call, who: &str| call.waiting.iter().any(|one| one.as_str() == who);
    let speaks = |who: &str| {
        now.floor
            .as_ref()
            .is_some_and(|one| one.who.as_str() == who)
    };
    // Who waited or speaks is noted as there on the way; that they are, was heard already.
    let is_known = |call: &Call, who: &str| call.is_present(who) || waits(call, who);
    let present = now.present.iter().map(|who| who.as_str());
    let came = present.filter(|who| !before.is_some_and(|call| is_known(call, who)));
    let came = came.filter(|who| !speaks(who));
    told.extend(came.map(|who| live::is_there(&name(who), 1)));
    let waiting = now.waiting.iter();
    let asked = waiting.filter(|who| !before.is_some_and(|call| waits(call, who.as_str())));
    told.extend(asked.map(|who| live::asks(&name(who.as_str()), 1)));
    let floor = |call: &Call| call.floor.as_ref().map(|floor| floor.who.clone());
    let speaker = floor(now);
    if let Some(before) = before.filter(|_| !is_other_item) {
        let gone = before.waiting.iter().filter(|who| {
            !waits(now, who.as_str()) && speaker.as_ref().is_none_or(|one| one != *who)
        });
        told.extend(gone.map(|who| live::withdraws(&name(who.as_str()))));
    }
    match &speaker {
        _ if speaker == before.and_then(floor) => {}
        Some(who) => told.push(live::has_floor(&name(who.as_str()))),
        None if is_other_item => {}
        None => told.push(live::FLOOR_FREE.into()),
    }
    told
}

fn taken_up(app: &App, item: &str) -> Message {
    let numbers = app.numbers_of(item);
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let library = app.library();
    // One without a number is called by its title anyhow.
    let key = library.with_id(item);
    match key.filter(|_| !app.printed_numbers(item).is_empty()) {
        Some(key) => {
            let title = |language| cut(&library.title(key, language));
            let title = Message::new(title(Language::Arabic), title(Language::English));
            words::taken_up(&numbers, &title)
        }
        None => live::taken_up(&numbers),
    }
}

/// How the call stands: the item in hand and its time, who has the floor, who waits.
pub(super) fn in_call(app: &App) -> Vec<String> {
    let Some(call) = app.call.on() else {
        return Vec::new();
    };
    let language = app.language;
    let comma = ui::LIST_COMMA.get(language);
    let mut told = vec![match &call.in_hand {
        Some(in_hand) => {
            let mut time = live::clock(call.elapsed(app.call.now));
            if let Some(planned) = in_hand.planned {
                let planned = Duration::from_secs(u64::from(planned) * 60);
                time = format!("{time} / {}", live::clock(planned));
            }
            let numbers = app.numbers_of(in_hand.item.as_str());
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            words::in_call(&numbers, &time).get(language).to_owned()
        }
        None => format!(
            "{}: {}",
            live::CALL.get(language),
            live::NO_ITEM_NOW.get(language)
        ),
    }];
    if let Some(floor) = &call.floor {
        let name = app.name_of(floor.who.as_str());
        let time = live::clock(app.call.now.since(floor.since));
        let said = live::has_floor(&name);
        told.push(format!("{}{comma}{time}", said.get(language)));
    }
    if !call.waiting.is_empty() {
        let names = call.waiting.iter().map(|who| app.name_of(who.as_str()));
        let names: Vec<String> = names.map(|name| name.get(language).to_owned()).collect();
        told.push(format!(
            "{}: {}",
            live::WAITING.get(language),
            names.join(comma)
        ));
    }
    told
}

/// Who has changed what, by lines of the history, the oldest first.
#[must_use]
pub fn changed(app: &App, lines: &[Line]) -> Vec<String> {
    let made = lines.iter().filter(|line| line.what.has_changed());
    let told = made.map(|line| {
        let said = words::changed_by(&line.who, &said::line(app.library(), app.in_hand(), line));
        said.get(app.language).to_owned()
    });
    super::clean(told.collect())
}

/// Whether a line of the history tells of the record with this full id. A change of a part is one of
/// the whole, and the other way round.
#[must_use]
pub fn tells_of(line: &Line, id: &str) -> bool {
    let record = line.record.as_str();
    let is_part = |whole: &str, part: &str| {
        let rest = part.strip_prefix(whole);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    is_part(record, id)
        || is_part(id, record)
        || line
            .fields
            .iter()
            .any(|field| element(line, &field.at) == id)
}

/// What another program has changed, which tells the history nothing.
#[must_use]
pub fn changed_by_program(app: &App, ids: &[Box<str>]) -> Vec<String> {
    let language = app.language;
    let library = app.library();
    // Of a record and a part of it only the part.
    let is_whole = |id: &str| {
        let parts = ids.iter().filter_map(|other| other.strip_prefix(id));
        parts.into_iter().any(|rest| rest.starts_with('/'))
    };
    let named: Vec<&str> = ids
        .iter()
        .map(|id| &**id)
        .filter(|id| !is_whole(id))
        .collect();
    if named.len() > NAMED {
        return vec![words::many_changed(named.len()).get(language).to_owned()];
    }
    let told = named.into_iter().filter_map(|id| {
        let key = library.with_id(id)?;
        let what = |language| {
            let kind = library.kind(key).label();
            let title = library.title(key, language);
            format!("{} {id}: {}", kind.get(language), cut(&title))
        };
        let what = Message::new(what(Language::Arabic), what(Language::English));
        let program = desk::ANOTHER_PROGRAM.get(language);
        Some(words::changed_by(program, &what).get(language).to_owned())
    });
    super::clean(told.collect())
}
