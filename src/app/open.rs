//! What is still open, as lists to pick from: positions in draft, recommendations that are not
//! carried out, nominations that are not submitted.

use crate::library::Key;
use crate::report::{
    Date, Kind, Language, NominationStatus, PositionStatus, RecommendationStatus, Record,
};
use crate::words::{Message, Phrase, date, live as words};

use super::picker::{Choice, Picker, Source};
use super::replace::outward;
use super::{App, Layer};

/// Offers the positions that are still in draft, under their reports.
pub fn open_drafts(app: &mut App) {
    offer(app, words::DRAFTS, words::NO_DRAFTS, drafts);
}

/// Offers the recommendations that are still open, under who must act, overdue ones first.
pub fn open_tasks(app: &mut App) {
    offer(app, words::TASKS, words::NO_TASKS, tasks);
}

/// Offers the nominations that are not submitted yet, under their reports.
pub fn open_nominations(app: &mut App) {
    offer(app, words::UNSUBMITTED, words::NO_UNSUBMITTED, nominations);
}

fn offer(app: &mut App, title: Phrase, none: Phrase, source: Source<Key>) {
    let mut picker = Picker::of(title.into(), app, source);
    if picker.count() == 0 {
        app.message = Some(none.into());
    } else {
        // Keys act on the record in hand; who comes back goes on where the list was left.
        picker.typing = false;
        if let Some((of, left)) = &app.desk.left
            && *of == picker.title
        {
            let place = |id: &String| {
                let mut ids = picker.shown().map(|choice| app.library().id(choice.value));
                ids.position(|one| one == id)
            };
            let place = left.iter().find_map(place);
            picker.selected = place.unwrap_or(0);
        }
        app.layers.push(Layer::Open(picker));
    }
}

/// The records of a kind within the scope that are open, in the order of the library.
fn open(app: &App, kind: Kind, is_open: impl Fn(Record<'_>) -> bool) -> Vec<Key> {
    let library = app.library();
    let keys = library.of_kind(kind).iter().copied();
    keys.filter(|key| app.scope.allows(*key))
        .filter(|key| library.record(*key).is_some_and(&is_open))
        .collect()
}

/// Remembers where a list was left: the record in hand, then those after it, then those before.
pub(super) fn remember(app: &mut App, picker: &Picker<Key>) {
    let ids: Vec<String> = picker
        .shown()
        .map(|choice| app.library().id(choice.value).to_owned())
        .collect();
    let from = outward(picker.selected, ids.len());
    let near = from.filter_map(|at| ids.get(at).cloned()).collect();
    app.desk.left = Some((picker.title.clone(), near));
}

fn drafts(app: &App) -> Vec<Choice<Key>> {
    let drafts = open(
        app,
        Kind::Position,
        |record| matches!(record, Record::Position(position) if position.status == PositionStatus::Draft),
    );
    by_report(app, drafts)
}

fn nominations(app: &App) -> Vec<Choice<Key>> {
    let proposed = open(
        app,
        Kind::Nomination,
        |record| matches!(record, Record::Nomination(one) if one.status == NominationStatus::Proposed),
    );
    by_report(app, proposed)
}

/// Under the titles of their reports.
fn by_report(app: &App, keys: Vec<Key>) -> Vec<Choice<Key>> {
    let library = app.library();
    let report = |key: Key| {
        let head = library.head(library.report_of(key)?)?;
        Some(both(|language| head.title.in_or_other(language).to_owned()))
    };
    let choice = |key: Key| Choice {
        group: report(key),
        ..plain(app, key)
    };
    keys.into_iter().map(choice).collect()
}

/// A recommendation that is open.
struct Task {
    key: Key,
    /// Who must act.
    who: Message,
    /// Its last day, and whether that is past.
    due: Option<(Date, bool)>,
}

impl Task {
    fn is_overdue(&self) -> bool {
        self.due.as_ref().is_some_and(|(_, past)| *past)
    }

    /// What has no date comes last.
    fn last_day(&self) -> (i32, u8, u8) {
        let due = self.due.as_ref().map(|(date, _)| date.last_day());
        due.unwrap_or((i32::MAX, 12, 31))
    }
}

fn tasks(app: &App) -> Vec<Choice<Key>> {
    let keys = open(app, Kind::Recommendation, |record| {
        let Record::Recommendation(one) = record else {
            return false;
        };
        matches!(
            one.status,
            RecommendationStatus::Open | RecommendationStatus::InProgress
        )
    });
    let mut tasks: Vec<Task> = keys.into_iter().map(|key| task(app, key)).collect();
    tasks.sort_by_cached_key(Task::last_day);
    // Who has the most pressing of them comes first; who shares a name shares a group.
    let mut groups: Vec<(Message, Vec<Task>)> = Vec::new();
    for task in tasks {
        match groups.iter_mut().find(|(who, _)| *who == task.who) {
            Some((_, own)) => own.push(task),
            None => groups.push((task.who.clone(), vec![task])),
        }
    }
    let told = groups.into_iter().flat_map(|(who, own)| {
        let overdue = own.iter().filter(|task| task.is_overdue()).count();
        let group = words::group(&who, own.len(), overdue);
        own.into_iter().map(move |task| Choice {
            group: Some(group.clone()),
            name: named(app, &task),
            ..plain(app, task.key)
        })
    });
    told.collect()
}

fn task(app: &App, key: Key) -> Task {
    let mut task = Task {
        key,
        who: words::NOBODY.into(),
        due: None,
    };
    if let Some(Record::Recommendation(one)) = app.library().record(key) {
        let names: Vec<Message> = one.to.iter().map(|who| app.name_of(who.as_str())).collect();
        if !names.is_empty() {
            task.who = both(|language| {
                let names: Vec<&str> = names.iter().map(|name| name.get(language)).collect();
                names.join(crate::words::ui::LIST_COMMA.get(language))
            });
        }
        let today = app.today();
        task.due = one
            .due
            .as_ref()
            .map(|due| (due.clone(), due.last_day() < today));
    }
    task
}

fn named(app: &App, task: &Task) -> Message {
    let name = title(app, task.key);
    let Some((day, is_past)) = &task.due else {
        return name;
    };
    let day = both(|language| crate::script::sanitise(&date::date(day, language)).into_owned());
    match is_past {
        true => words::overdue(&name, &day),
        false => words::due(&name, &day),
    }
}

fn title(app: &App, key: Key) -> Message {
    both(|language| app.library().title(key, language).into_owned())
}

fn plain(app: &App, key: Key) -> Choice<Key> {
    Choice {
        name: title(app, key),
        aside: app.library().id(key).to_owned(),
        group: None,
        value: key,
    }
}

fn both(say: impl Fn(Language) -> String) -> Message {
    Message::new(say(Language::Arabic), say(Language::English))
}
