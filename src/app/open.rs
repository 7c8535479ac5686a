//! What is still open, one key away: positions in draft, recommendations that are not carried out,
//! nominations that are not submitted. Each part is a list, beside which the others are counted.

use std::collections::HashMap;

use crate::library::Key;
use crate::report::{
    Date, Kind, Language, NominationStatus, PositionStatus, RecommendationStatus, Record,
};
use crate::words::{Message, Phrase, date, open as words, ui};

use super::picker::{Choice, Picker, Source};
use super::replace::outward;
use super::{App, Layer};

/// A part of what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The positions that are still in draft or put off, and the items put off without one, under their
    /// reports.
    Drafts,
    /// The recommendations that are still open, under who must act, overdue ones first.
    Tasks,
    /// The nominations that are not submitted yet, under their reports.
    Nominations,
}

impl Part {
    /// All of them, in their order on the screen.
    pub const ALL: [Self; 3] = [Self::Drafts, Self::Tasks, Self::Nominations];

    /// What it is called in a word or two.
    const fn label(self) -> Phrase {
        match self {
            Self::Drafts => words::PART_DRAFTS,
            Self::Tasks => words::PART_TASKS,
            Self::Nominations => words::PART_NOMINATIONS,
        }
    }

    /// The same in less room.
    const fn short(self) -> Phrase {
        match self {
            Self::Drafts => words::PART_DRAFTS_SHORT,
            Self::Tasks | Self::Nominations => self.label(),
        }
    }

    /// The command that leads to it.
    #[must_use]
    pub const fn command(self) -> &'static str {
        match self {
            Self::Drafts => "open-drafts",
            Self::Tasks => "open-tasks",
            Self::Nominations => "open-nominations",
        }
    }

    /// That there is nothing in it.
    const fn none(self) -> Phrase {
        match self {
            Self::Drafts => words::NO_DRAFTS,
            Self::Tasks => words::NO_TASKS,
            Self::Nominations => words::NO_UNSUBMITTED,
        }
    }

    const fn title(self) -> Phrase {
        match self {
            Self::Drafts => words::DRAFTS,
            Self::Tasks => words::TASKS,
            Self::Nominations => words::UNSUBMITTED,
        }
    }

    const fn source(self) -> Source<Key> {
        match self {
            Self::Drafts => drafts,
            Self::Tasks => tasks,
            Self::Nominations => nominations,
        }
    }

    fn count(self, app: &App) -> Count {
        let (open, overdue) = match self {
            Self::Drafts => (in_draft(app).len(), 0),
            Self::Tasks => {
                let today = app.today();
                let all = to_be_done(app);
                let is_overdue = |key: &&Key| {
                    let due = match app.library().record(**key) {
                        Some(Record::Recommendation(one)) => one.due.as_ref(),
                        _ => None,
                    };
                    due.is_some_and(|due| due.last_day() < today)
                };
                (all.len(), all.iter().filter(is_overdue).count())
            }
            Self::Nominations => (not_submitted(app).len(), 0),
        };
        Count {
            part: self,
            open,
            overdue,
        }
    }
}

/// How much is open of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The part.
    pub part: Part,
    /// How many records.
    pub open: usize,
    /// How many of them are overdue.
    pub overdue: usize,
}

impl Count {
    /// The same in words.
    #[must_use]
    pub fn told(&self) -> Message {
        words::part(self.part.label(), self.open, self.overdue)
    }

    /// The same in less room.
    #[must_use]
    pub fn told_shortly(&self) -> Message {
        words::part(self.part.short(), self.open, self.overdue)
    }

    fn all(app: &App) -> [Self; 3] {
        Part::ALL.map(|part| part.count(app))
    }
}

/// What is still open: one part as a list, and how much there is of each.
pub struct OpenLayer {
    /// The part that is shown.
    pub part: Part,
    /// Its records.
    pub picker: Picker<Key>,
    /// How much there is of each part.
    pub counts: [Count; 3],
}

impl OpenLayer {
    fn of(app: &App, part: Part, counts: [Count; 3]) -> Self {
        let mut picker = Picker::of(part.title().into(), app, part.source());
        // Keys act on the record in hand; who comes back goes on where the list was left.
        picker.typing = false;
        if let Some(left) = app.desk.left.rows.get(&part) {
            let place = |id: &String| {
                let mut ids = picker.shown().map(|choice| app.library().id(choice.value));
                ids.position(|one| one == id)
            };
            picker.selected = left.iter().find_map(place).unwrap_or(0);
        }
        Self {
            part,
            picker,
            counts,
        }
    }

    /// Why the list is empty: nothing of the part is open, or nothing of it is what was typed.
    #[must_use]
    pub fn none(&self) -> Phrase {
        match self.picker.input.text().is_empty() {
            true => self.part.none(),
            false => ui::NOTHING_TO_CHOOSE,
        }
    }

    /// Makes the counts anew, after the library has changed; the list is made anew by itself.
    pub(super) fn count(&mut self, app: &App) {
        self.counts = Count::all(app);
    }
}

/// Where the lists of what is open were left: the part, and in each the ids of the records, the
/// nearest to the one in hand first.
#[derive(Default)]
pub struct Left {
    part: Option<Part>,
    rows: HashMap<Part, Vec<String>>,
}

/// Shows what is still open: the part that was left last, where there is something in it, else the
/// first one in which there is something.
pub fn still_open(app: &mut App) {
    let counts = Count::all(app);
    let is_some = |count: &&Count| count.open > 0;
    let left = counts
        .iter()
        .find(|one| Some(one.part) == app.desk.left.part);
    let first = left.filter(is_some).or_else(|| counts.iter().find(is_some));
    let Some(part) = first.map(|count| count.part) else {
        app.message = Some(words::NOTHING_OPEN.into());
        return;
    };
    let layer = OpenLayer::of(app, part, counts);
    app.layers.push(Layer::Open(layer));
}

/// Turns to the positions that are still in draft.
pub fn open_drafts(app: &mut App) {
    turn_to(app, |_| Part::Drafts);
}

/// Turns to the recommendations that are still open.
pub fn open_tasks(app: &mut App) {
    turn_to(app, |_| Part::Tasks);
}

/// Turns to the nominations that are not submitted yet.
pub fn open_nominations(app: &mut App) {
    turn_to(app, |_| Part::Nominations);
}

/// Turns to the next part; after the last one comes the first.
pub fn open_next(app: &mut App) {
    turn_to(app, |part| beside(part, 1));
}

/// Turns to the part before; before the first one comes the last.
pub fn open_previous(app: &mut App) {
    turn_to(app, |part| beside(part, 2));
}

/// Turns to the part that stands to the left.
pub fn open_left(app: &mut App) {
    match app.rtl() {
        true => open_next(app),
        false => open_previous(app),
    }
}

/// Turns to the part that stands to the right.
pub fn open_right(app: &mut App) {
    match app.rtl() {
        true => open_previous(app),
        false => open_next(app),
    }
}

/// The part so many places further on, around the end.
fn beside(part: Part, by: usize) -> Part {
    let mut all = Part::ALL.into_iter().cycle();
    let mut from = all.by_ref().skip_while(|one| *one != part);
    from.nth(by).unwrap_or(part)
}

fn turn_to(app: &mut App, to: impl FnOnce(Part) -> Part) {
    if let Some(Layer::Open(open)) = app.layers.pop() {
        remember(app, &open);
        let layer = OpenLayer::of(app, to(open.part), open.counts);
        app.layers.push(Layer::Open(layer));
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
pub(super) fn remember(app: &mut App, open: &OpenLayer) {
    let ids: Vec<String> = open
        .picker
        .shown()
        .map(|choice| app.library().id(choice.value).to_owned())
        .collect();
    let from = outward(open.picker.selected, ids.len());
    let near = from.filter_map(|at| ids.get(at).cloned()).collect();
    app.desk.left.part = Some(open.part);
    app.desk.left.rows.insert(open.part, near);
}

/// Positions, and items without one that were put off.
fn in_draft(app: &App) -> Vec<Key> {
    let mut all = open(app, Kind::Position, |record| {
        matches!(record, Record::Position(position)
                if matches!(position.status, PositionStatus::Draft | PositionStatus::Deferred))
    });
    let items = app.all_put_off().into_iter();
    all.extend(items.filter(|key| app.scope.allows(*key)));
    all.sort_by_key(|key| app.library().report_of(*key));
    all
}

fn not_submitted(app: &App) -> Vec<Key> {
    open(
        app,
        Kind::Nomination,
        |record| matches!(record, Record::Nomination(one) if one.status == NominationStatus::Proposed),
    )
}

fn to_be_done(app: &App) -> Vec<Key> {
    open(app, Kind::Recommendation, |record| {
        let Record::Recommendation(one) = record else {
            return false;
        };
        matches!(
            one.status,
            RecommendationStatus::Open | RecommendationStatus::InProgress
        )
    })
}

fn drafts(app: &App) -> Vec<Choice<Key>> {
    by_report(app, in_draft(app))
}

fn nominations(app: &App) -> Vec<Choice<Key>> {
    by_report(app, not_submitted(app))
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
    let mut tasks: Vec<Task> = to_be_done(app)
        .into_iter()
        .map(|key| task(app, key))
        .collect();
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
