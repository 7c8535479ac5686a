//! How a call ends, and what becomes of it when who leads it leaves the program.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::super::super::call::Choose;
use super::super::super::picker::{Choice, Picker};
use super::super::super::{App, Layer};
use super::{offer, plain, title};
use crate::library::Key;
use crate::library::keep::Keeper;
use crate::library::live::{Home, State, record};
use crate::report::Language;
use crate::report::call::{Call, Moment};
use crate::words::{Message, desk, live as words};

/// The meetings in these reports that are to be held on the day of a moment, where this machine is.
pub(super) fn meetings(app: &App, reports: &[&str], when: Moment) -> Vec<Key> {
    let day = when.timestamp().to_zoned(TimeZone::system());
    let day = day.strftime("%Y-%m-%d").to_string();
    record::to_be_held(app.library(), reports, &day)
}

/// Those whose record that of a call can be.
fn meetings_of(app: &App, call: &Call) -> Vec<Key> {
    meetings(app, &call.reports(), call.began)
}

/// What a report is called; its id where it is not there.
pub(super) fn report_name(app: &App, id: &str) -> Message {
    let library = app.library();
    let place = library.report_ids().position(|one| one == id);
    match place.and_then(|place| library.head(place)) {
        Some(head) => Message::new(
            head.title.in_or_other(Language::Arabic),
            head.title.in_or_other(Language::English),
        ),
        None => Message::new(id, id),
    }
}

/// Ends the call: asks whether its record is to be written, and where.
pub fn end_call(app: &mut App) {
    let mut choices = Vec::new();
    match app.call.state {
        State::None => {
            app.message = Some(words::no_call(&app.key_of("call-begin")));
            return;
        }
        State::On(ref call) => {
            let as_one = |key: Key| {
                let home = Home::Meeting(app.library().id(key).into());
                plain(words::close_as(&title(app, key)), Choose::Close(home))
            };
            choices.extend(meetings_of(app, call).into_iter().map(as_one));
            // Where items of several reports were taken up, or it began in another, each is offered.
            let into = |report: &str| {
                let close = words::close_into(&report_name(app, report));
                plain(close, Choose::Close(Home::Report(report.into())))
            };
            choices.extend(call.reports().into_iter().map(into));
        }
        State::Wrong(_) => {}
    }
    choices.push(plain(words::THROW_AWAY.into(), Choose::ThrowAway));
    let title = match app.led_by_another() {
        Some(by) => {
            // Whoever presses it by mistake ends nothing of another's.
            choices.insert(0, plain(words::NOT_I.into(), Choose::Nothing));
            words::end_of(by)
        }
        None => words::END.into(),
    };
    offer(app, title.clone(), choices);
    tell_one_sided(app, title);
}

/// Tells of which positions that were agreed in the call only one language was changed since, as long as
/// the question is open what becomes of it: the history is read meanwhile.
fn tell_one_sided(app: &mut App, title: Message) {
    let Some(call) = app.call.on().cloned() else {
        return;
    };
    let shelf = Arc::clone(app.shelf());
    let read = move |keeper: &Keeper| record::one_sided(keeper, &shelf.library, &call);
    app.read_history(read, move |app, all| {
        let said = all.iter().map(|(item, changed)| {
            let numbers = app.numbers_of(item);
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            words::one_side(&numbers, *changed)
        });
        let said: Vec<Message> = said.collect();
        let is_open = matches!(app.layer(), Some(Layer::Call(picker)) if picker.title == title);
        if !said.is_empty() && is_open {
            app.message = Some(desk::together(&said));
        }
    });
}

/// Leaves the program. Who leads a call that is on is asked what becomes of it, unless that was asked
/// already; no letter is typed into that question, so that none is lost in it.
pub fn quit(app: &mut App) {
    let is_asked = matches!(app.layer(), Some(Layer::Call(picker)) if !picker.typing);
    match leaving(app) {
        Some(choices) if !is_asked && !app.is_leaving() => {
            let mut picker = Picker::new(words::LEAVING.into(), choices);
            picker.typing = false;
            app.layers.push(Layer::Call(picker));
        }
        _ => app.leave(),
    }
}

/// What can become of the call that one leads; none where one leads none.
fn leaving(app: &App) -> Option<Vec<Choice<Choose>>> {
    let call = app.call.on()?;
    let leads = app.desk.writes() && app.led_by_another().is_none();
    let report = report_name(app, call.home());
    let end = |meeting: Option<Key>| {
        let named = meeting.map(|key| title(app, key));
        let home = meeting.map_or_else(
            || Home::Report(call.home().into()),
            |key| Home::Meeting(app.library().id(key).into()),
        );
        plain(
            words::end_and_leave(named.as_ref(), &report),
            Choose::CloseAndLeave(home),
        )
    };
    leads.then(|| {
        let mut choices = vec![
            plain(words::STAY.into(), Choose::Nothing),
            plain(words::leave(&app.key_of("take-up")), Choose::Leave),
        ];
        let meetings = meetings_of(app, call);
        choices.extend(meetings.iter().map(|&key| end(Some(key))));
        if meetings.is_empty() {
            choices.push(end(None));
        }
        choices
    })
}
