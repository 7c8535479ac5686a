//! How a call begins, and who chairs it.

use super::super::super::call::{Choose, shortened};
use super::super::super::desk::permit::Wanted;
use super::super::super::detail::background::session_name;
use super::super::super::picker::Picker;
use super::super::super::{App, Layer};
use super::{end, plain, registry, title};
use crate::library::live::Act;
use crate::report::{Kind, Record};
use crate::words::{Message, live as words};

/// Begins a call at once: who chairs it can be told at any time.
pub fn begin_call(app: &mut App) {
    if app.call.is_shown() {
        let end = app.key_of("call-end");
        // Who follows is not told how another's call is ended.
        let led = app.who_leads();
        app.message = Some(match app.call.on() {
            Some(call) => led.unwrap_or_else(|| words::on_already(&call.by, &end)),
            None => words::left_behind(&end),
        });
        return;
    }
    // Whoever has chosen nothing as yet begins the call of the group, and takes up its items.
    let (here, by) = (app.in_hand(), app.meeting_by(app.in_hand()));
    let library = app.library();
    let report = by.and_then(|key| library.report_of(key));
    if by != here && app.may(Wanted::Call) {
        let library = app.library();
        let items = library.of_kind(Kind::Item).iter().copied();
        let first = items
            .filter(|item| library.report_of(*item) == report)
            .min();
        first.into_iter().for_each(|item| app.show_item(item));
    }
    let library = app.library();
    let report = library.report_id(report.unwrap_or(0)).unwrap_or_default();
    // Of several nobody has said yet which it is.
    let meetings = end::meetings(app, &[report], app.call.now);
    let meeting = match meetings.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let chair = meeting.and_then(|key| match library.record(key) {
        Some(Record::Meeting(meeting)) => Some(meeting.chair.as_ref()?.as_str().into()),
        _ => None,
    });
    let begin = Act::Begin {
        report: report.into(),
        by: app.who().unwrap_or_default().into(),
        chair,
    };
    let title = meeting.map(|key| title(app, key));
    let name = called(app, report);
    let (take_up, chair) = (app.key_of("take-up"), app.key_of("call-chair"));
    let said = words::begun(title.as_ref(), &name);
    let keys = words::first_keys(&take_up, &chair);
    app.do_in_call(begin, said, Some(keys));
}

/// What a report is called shortly: the session that it is for; else its title, in quotes.
pub(super) fn called(app: &App, report: &str) -> Message {
    let library = app.library();
    let place = library.report_ids().position(|one| one == report);
    let head = place.and_then(|place| library.head(place));
    match head.and_then(|head| head.session.as_deref()) {
        Some(session) => words::report_for(session_name(library, session)),
        None => {
            let title = end::report_name(app, report);
            let (ar, en) = (shortened(&title.ar), shortened(&title.en));
            Message::new(format!("«{ar}»"), format!("“{en}”"))
        }
    }
}

/// Asks who chairs the call from now on.
pub fn call_chair(app: &mut App) {
    if app.call.on().is_none() {
        app.message = Some(words::no_call(&app.key_of("call-begin")));
        return;
    }
    let chair = |id| Choose::Chair(Some(id));
    let mut choices = registry(app, &[Kind::Person], chair);
    choices.push(plain(words::NOBODY_CHAIRS.into(), Choose::Chair(None)));
    choices.extend(registry(app, &[Kind::Country], chair));
    if app.may(Wanted::Call) {
        let picker = Picker::new(words::WHO_CHAIRS_NOW.into(), choices).of_names();
        app.layers.push(Layer::Call(picker));
    }
}
