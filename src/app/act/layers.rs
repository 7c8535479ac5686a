//! Opening layers, choosing in them, closing them.

use crate::library::Key;
use crate::report::{Kind, Status};
use crate::words::{Message, Phrase, clash, standing, ui};

use super::super::command::{COMMANDS, Command};
use super::super::fields::overdue;
use super::super::picker::{Choice, Picker, Source};
use super::super::reports::in_order;
use super::super::scope::Filter;
use super::super::tally::leading_to;
use super::super::{App, Layer, Reading, SearchLayer};
use super::field::{page, rows};
use super::go::go;

/// Opens the search.
pub fn search(app: &mut App) {
    // The hits are read from their beginnings.
    let before = std::mem::take(&mut app.reading);
    app.layers.push(Layer::Search(SearchLayer {
        before,
        ..SearchLayer::default()
    }));
}

/// Opens the help: every command under its heading, with all its keys.
pub fn help(app: &mut App) {
    let choices = commands(app, true);
    app.layers
        .push(Layer::Help(finding(Picker::new(ui::HELP.into(), choices))));
}

/// Opens the palette: the commands that apply here.
pub fn palette(app: &mut App) {
    let context = app.context();
    let mut choices = commands(app, false);
    choices.retain(|choice| choice.value.when.holds(context));
    app.layers.push(Layer::Palette(finding(Picker::new(
        ui::PALETTE.into(),
        choices,
    ))));
}

/// A list of commands, found by whatever people call what they do.
fn finding(picker: Picker<&'static Command>) -> Picker<&'static Command> {
    picker.also(|command| crate::words::finding::also(command.name).to_owned())
}

/// The commands as choices.
fn commands(app: &App, grouped: bool) -> Vec<Choice<&'static Command>> {
    let mut choices: Vec<Choice<&'static Command>> = COMMANDS
        .iter()
        .map(|command| Choice {
            name: command.words.into(),
            aside: command.all_keys(app.arabic_keys()),
            group: grouped.then(|| command.group.into()),
            value: command,
        })
        .collect();
    if grouped {
        // A stable sort: within a group the order of the table stays.
        let mut groups: Vec<Phrase> = Vec::new();
        for command in COMMANDS {
            if !groups.contains(&command.group) {
                groups.push(command.group);
            }
        }
        choices.sort_by_key(|choice| groups.iter().position(|group| *group == choice.value.group));
    }
    choices
}

/// Offers the reports.
pub fn filter_report(app: &mut App) {
    offer(app, ui::CHOOSE_REPORT, |app| {
        let reports = in_order(app.library()).into_iter();
        choices(app, reports.map(Filter::Report).collect())
    });
}

/// Offers the countries that the reports name.
pub fn filter_country(app: &mut App) {
    offer(app, ui::CHOOSE_COUNTRY, |app| {
        choices(app, named_in_reports(app, Kind::Country, Filter::Country))
    });
}

/// Offers the bodies that the reports name.
pub fn filter_body(app: &mut App) {
    offer(app, ui::CHOOSE_BODY, |app| {
        choices(app, named_in_reports(app, Kind::Body, Filter::Body))
    });
}

/// Offers each status that some record has.
pub fn filter_status(app: &mut App) {
    let source: Source<Filter> = |app| {
        let tally = app.shelf.tally();
        let is_any = |status: &Status| app.count_with(*status) > 0;
        let statuses = Status::ALL.into_iter().filter(is_any).map(Filter::Status);
        let late = overdue(app.library()).count() > 0;
        let late = late.then_some(Filter::Overdue);
        let stands = tally.stands().map(Filter::Stand);
        choices(app, statuses.chain(late).chain(stands).collect())
    };
    let picker = Picker::of(ui::CHOOSE_STATUS.into(), app, source);
    let picker = picker.also(|filter| match filter {
        Filter::Status(status) => standing::also_status(*status).join(" "),
        Filter::Overdue => standing::OVERDUE.join(" "),
        Filter::Stand(stand) => standing::also_stand(*stand).join(" "),
        _ => String::new(),
    });
    app.layers.push(Layer::Filters(picker));
}

/// Offers the filters in force, to remove one of them.
pub fn filter_choose(app: &mut App) {
    if app.scope.is_whole() {
        app.message = Some(ui::NO_FILTER.into());
        return;
    }
    let picker = Picker::of(ui::REMOVE_FILTER.into(), app, |app| {
        let choice = |filter: Filter| Choice {
            name: full_name(app, filter),
            aside: String::new(),
            group: Some(filter.what().into()),
            value: filter,
        };
        app.scope.filters().map(choice).collect()
    });
    app.layers.push(Layer::Unfilter(picker));
}

/// The entries of the registry to which some record of a report leads.
fn named_in_reports(app: &App, kind: Kind, filter: fn(Key) -> Filter) -> Vec<Filter> {
    let library = app.library();
    let keys = library.of_kind(kind).iter();
    let named = keys.filter(|key| leading_to(library, **key) > 0);
    named.copied().map(filter).collect()
}

/// Opens a list of filters.
fn offer(app: &mut App, title: Phrase, source: Source<Filter>) {
    let picker = Picker::of(title.into(), app, source);
    app.layers.push(Layer::Filters(picker));
}

/// Filters as choices, each with how many records it means.
fn choices(app: &App, filters: Vec<Filter>) -> Vec<Choice<Filter>> {
    let library = app.library();
    let language = app.language;
    let by_name = filters
        .iter()
        .any(|filter| matches!(filter, Filter::Country(_) | Filter::Body(_)));
    let mut choices: Vec<Choice<Filter>> = filters
        .into_iter()
        .map(|filter| Choice {
            name: full_name(app, filter),
            aside: match filter {
                Filter::Country(key) => library.id(key).to_owned(),
                Filter::Report(_) | Filter::Body(_) => filter.name(library).en,
                Filter::Status(_) | Filter::Overdue | Filter::Stand(_) => String::new(),
            },
            group: None,
            value: filter,
        })
        .collect();
    for choice in &mut choices {
        // A body without an acronym says its name once.
        if choice.aside == choice.name.en {
            choice.aside.clear();
        }
        let count = match choice.value {
            Filter::Country(party) | Filter::Body(party) => leading_to(library, party),
            Filter::Status(status) => app.count_with(status),
            Filter::Overdue => overdue(library).count(),
            Filter::Stand(stand) => app.shelf.tally().saying(stand),
            Filter::Report(_) => continue,
        };
        if !choice.aside.is_empty() {
            choice.aside.push_str(" · ");
        }
        choice.aside.push_str(&ui::grouped(count));
    }
    if by_name {
        choices.sort_by(|one, other| one.name.get(language).cmp(other.name.get(language)));
    }
    choices
}

/// What a filter narrows to, in full.
fn full_name(app: &App, filter: Filter) -> Message {
    use crate::report::Language::{Arabic, English};
    let library = app.library();
    match filter {
        Filter::Report(index) => library.head(index).map_or_else(
            || Message::new("", ""),
            |head| {
                let title = &head.title;
                Message::new(title.in_or_other(Arabic), title.in_or_other(English))
            },
        ),
        Filter::Country(key) | Filter::Body(key) => {
            Message::new(library.title(key, Arabic), library.title(key, English))
        }
        Filter::Status(_) | Filter::Overdue | Filter::Stand(_) => filter.name(library),
    }
}

/// Opens the list of what is wrong with the files.
pub fn problems(app: &mut App) {
    let picker = Picker::of(ui::PROBLEMS.into(), app, |app| {
        let problems = app.library().problems().iter().enumerate();
        problems
            .map(|(index, problem)| Choice {
                name: problem.what.clone(),
                aside: match problem.place.line {
                    0 => problem.place.file.clone(),
                    line => format!("{}:{line}", problem.place.file),
                },
                group: None,
                value: index,
            })
            .collect()
    });
    app.layers.push(Layer::Problems(picker));
}

/// Does what the choice in hand says, and closes the layer.
pub fn accept(app: &mut App) {
    match app.layers.last() {
        Some(Layer::Field(_)) => return app.enter_field(),
        Some(Layer::Choose(_)) => return app.enter_choice(),
        Some(Layer::Quick(_)) => return app.enter_quick(),
        Some(Layer::Sort(_)) => return app.choose_sort(),
        Some(Layer::Past(_)) => return app.bring_back(),
        Some(Layer::Form(_)) => return app.open_field(),
        Some(Layer::Clash(_)) => return app.settle_clash(),
        Some(Layer::Removal(_)) => return app.settle_removal(),
        // What was typed stays, to be put right.
        Some(layer) if layer.finds_nothing() => {
            if !app.name_unknown() {
                app.message = Some(ui::NOTHING_TO_CHOOSE.into());
            }
            return;
        }
        _ => {}
    }
    match app.layers.pop() {
        Some(Layer::Search(search)) => {
            app.reading = search.before;
            if let Some(key) = search.in_hand() {
                go(app, key);
            }
        }
        Some(Layer::Help(picker) | Layer::Palette(picker)) => {
            let context = app.context();
            match picker.current() {
                Some(choice) if choice.value.when.holds(context) => app.obey(choice.value),
                Some(_) => app.message = Some(ui::NOT_HERE.into()),
                None => {}
            }
        }
        Some(Layer::Filters(picker)) => {
            if let Some(choice) = picker.current() {
                let filter = choice.value;
                let shelf = app.shelf.clone();
                app.scope.set(&shelf.library, app.call.on(), filter);
                app.reading = Reading::default();
                app.refill();
            }
        }
        Some(Layer::Unfilter(picker)) => {
            if let Some(choice) = picker.current() {
                app.scope.remove(choice.value);
                app.refill();
            }
        }
        Some(Layer::Open(open)) => {
            super::super::open::remember(app, &open);
            if let Some(choice) = open.picker.current() {
                go(app, choice.value);
            }
        }
        Some(Layer::Agenda(picker)) => {
            if let Some(choice) = picker.current() {
                app.open_new_report(choice.value.clone());
            }
        }
        Some(Layer::Elsewhere(picker)) => {
            let puts = picker.current().is_some_and(|choice| choice.value);
            app.settle_typed(puts);
        }
        Some(Layer::Call(picker)) => super::call::choose(app, &picker),
        _ => {}
    }
}

/// Closes the layer; all is as it was before it was opened.
pub fn cancel(app: &mut App) {
    match app.layers.last_mut() {
        Some(Layer::Field(_)) => return app.leave_field(),
        Some(Layer::Quick(_)) => return app.leave_quick(),
        Some(Layer::Elsewhere(_)) => app.settle_typed(false),
        // The list is whole again, and its keys are commands.
        Some(Layer::Open(open)) => return open.picker.end_typing(),
        Some(Layer::Past(picker)) => return picker.end_typing(),
        _ => {}
    }
    if let Some(Layer::Search(search)) = app.layers.pop() {
        app.reading = search.before;
    }
}

/// One row down in a layer.
pub fn picker_down(app: &mut App) {
    step(app, 1);
}

/// Completes what is typed in the search or in a field; where nothing is to complete, to the next field of
/// something new, else one row down.
pub fn complete(app: &mut App) {
    let rtl = app.rtl();
    if let Some(Layer::Search(search)) = app.layers.last_mut()
        && search.complete(rtl)
    {
        app.typed();
        return;
    }
    match (app.complete_field(), app.fills()) {
        (true, _) => {}
        (false, true) => app.leave_for(1),
        (false, false) => step(app, 1),
    }
}

/// To the field before of something new, else one row up.
pub fn field_before(app: &mut App) {
    match app.fills() {
        true => app.leave_for(-1),
        false => step(app, -1),
    }
}

/// One row up in a layer.
pub fn picker_up(app: &mut App) {
    step(app, -1);
}

/// The next page of the version of another, beside the one that is typed.
pub fn other_down(app: &mut App) {
    turn_versions(app, true);
}

/// The page before of it.
pub fn other_up(app: &mut App) {
    turn_versions(app, false);
}

/// Turns a page of the versions that were shown, where there is one.
fn turn_versions(app: &mut App, down: bool) {
    let seen = app.seen.versions;
    let most = seen.rows.saturating_sub(seen.fits);
    let offset = match down {
        true => (seen.offset + seen.fits).min(most),
        false => seen.offset.saturating_sub(seen.fits),
    };
    if seen.fits > 0
        && let Some(layer) = app.layers.last_mut()
    {
        layer.turn_versions(offset);
    }
}

/// To the next place where two versions differ that is not seen; where one edits one of them, to the
/// next one behind the caret.
pub fn difference_next(app: &mut App) {
    go_to_difference(app, true);
}

/// To the one before.
pub fn difference_before(app: &mut App) {
    go_to_difference(app, false);
}

fn go_to_difference(app: &mut App, next: bool) {
    let (seen, language) = (app.seen.versions, app.language);
    let is_there = match app.layers.last_mut() {
        Some(layer @ Layer::Clash(_)) => {
            let to = if next { seen.behind } else { seen.before };
            if let Some(to) = to {
                layer.turn_versions(to);
            }
            to.is_some()
        }
        Some(Layer::Field(field)) => {
            let Some(to) = field.apart(next, language) else {
                return;
            };
            if let Some(at) = to {
                field.input.point(at, false);
            }
            to.is_some()
        }
        _ => return,
    };
    if !is_there {
        let none = match next {
            true => clash::NO_MORE_APART,
            false => clash::NONE_BEFORE,
        };
        app.message = Some(none.into());
    }
}

/// One page down in a layer; of a question, in the versions that it shows.
pub fn picker_page_down(app: &mut App) {
    if let Some(Layer::Clash(_)) = app.layers.last() {
        return turn_versions(app, true);
    }
    step(app, page(app));
}

/// One page up in a layer; of a question, in the versions that it shows.
pub fn picker_page_up(app: &mut App) {
    if let Some(Layer::Clash(_)) = app.layers.last() {
        return turn_versions(app, false);
    }
    step(app, -page(app));
}

/// To the first row of a layer.
pub fn picker_top(app: &mut App) {
    step(app, isize::MIN);
}

/// To the last row of a layer.
pub fn picker_bottom(app: &mut App) {
    step(app, isize::MAX);
}

fn step(app: &mut App, by: isize) {
    rows(app, by, false);
}
