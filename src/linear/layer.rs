//! What lies on top of the board: the search and its results, lists to pick from.

use crate::app::command::Command;
use crate::app::desk::past::Past;
use crate::app::picker::{Choice, Picker};
use crate::app::snippet::{Excerpt, met};
use crate::app::{App, Layer, SearchLayer};
use crate::library::Key;
use crate::report::Language;
use crate::search::Marker;
use crate::words::label::Label;
use crate::words::problem::DID_YOU_MEAN;
use crate::words::{Message, line, linear as words, ui};

use super::filling;
use super::row::{LONGEST, cut};

/// What of a layer is told when it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LayerGlance {
    /// How many layers there are.
    pub depth: usize,
    pub title: Message,
    pub typed: String,
    pub selected: usize,
}

/// What there is of the layer on top.
pub(super) fn glance(app: &App) -> Option<LayerGlance> {
    fn of<T>(picker: &Picker<T>) -> LayerGlance {
        LayerGlance {
            depth: 0,
            title: picker.title.clone(),
            typed: picker.input.text().to_owned(),
            selected: picker.selected,
        }
    }
    let glance = match app.layer()? {
        Layer::Search(search) => LayerGlance {
            depth: 0,
            title: ui::SEARCH.into(),
            typed: search.input.text().to_owned(),
            selected: search.selected,
        },
        Layer::Help(picker) | Layer::Palette(picker) => of(picker),
        Layer::Filters(picker) | Layer::Unfilter(picker) => of(picker),
        Layer::Problems(picker) => of(picker),
        Layer::Choose(choose) => of(&choose.picker),
        Layer::Past(picker) => of(picker),
        Layer::Form(form) => LayerGlance {
            depth: 0,
            title: form.title.clone(),
            typed: String::new(),
            selected: form.selected,
        },
        Layer::Field(field) => LayerGlance {
            depth: 0,
            title: field.title.clone(),
            typed: field.input.text().to_owned(),
            selected: field.selected,
        },
        Layer::Quick(quick) => LayerGlance {
            depth: 0,
            title: line::QUICK_TITLE.into(),
            typed: quick.input.text().to_owned(),
            selected: 0,
        },
        Layer::Clash(clash) => LayerGlance {
            depth: 0,
            title: clash.title().into(),
            typed: String::new(),
            selected: clash.selected,
        },
        Layer::Removal(removal) => LayerGlance {
            depth: 0,
            title: removal.title().into(),
            typed: String::new(),
            selected: removal.selected,
        },
        Layer::Sort(picker) => of(picker),
        Layer::Agenda(picker) => of(picker),
        Layer::Elsewhere(picker) => of(picker),
        Layer::Open(open) => of(&open.picker),
        Layer::Call(picker) => of(picker),
    };
    Some(LayerGlance {
        depth: app.depth(),
        ..glance
    })
}

/// What it is, and what there is to choose from; of the help, all of it, and then that one may type.
pub(super) fn opened(app: &App) -> Vec<String> {
    let language = app.language;
    let title = glance(app).map(|layer| layer.title.get(language).to_owned());
    let mut lines: Vec<String> = title.into_iter().collect();
    match app.layer() {
        Some(Layer::Help(picker)) if picker.input.text().is_empty() => {
            let mut group = None;
            for choice in picker.shown() {
                if group != choice.group.as_ref() {
                    group = choice.group.as_ref();
                    let heading = group.map_or("", |group| group.get(language));
                    lines.push(format!(
                        "{heading}{}{}",
                        ui::LIST_COMMA.get(language),
                        words::HEADING.get(language)
                    ));
                }
                lines.push(help_told(choice, language));
            }
            lines.push(words::NARROW.get(language).to_owned());
        }
        Some(
            Layer::Form(_)
            | Layer::Field(_)
            | Layer::Choose(_)
            | Layer::Quick(_)
            | Layer::Clash(_)
            | Layer::Removal(_),
        ) => {
            lines.extend(filling::opened(app));
        }
        Some(Layer::Open(open)) => {
            let parts = open
                .counts
                .map(|count| count.told().get(language).to_owned());
            lines.push(parts.join(" · "));
            lines.extend(results(app));
        }
        Some(_) => lines.extend(results(app)),
        None => {}
    }
    lines
}

/// How much answers what was typed, and the first of it.
pub(super) fn results(app: &App) -> Vec<String> {
    let language = app.language;
    match app.layer() {
        None => Vec::new(),
        Some(Layer::Search(search)) => vec![match search.in_hand() {
            Some(key) => words::found(search.found.total, &hit(app, search, key), language),
            None if search.query.is_empty() => ui::NOTHING_TYPED.get(language).to_owned(),
            None => app.nothing_found().get(language).to_owned(),
        }],
        Some(Layer::Help(picker)) => first(picker, help_told, language),
        Some(Layer::Palette(picker)) => first(picker, choice_told, language),
        Some(Layer::Filters(picker) | Layer::Unfilter(picker)) => {
            first(picker, choice_told, language)
        }
        Some(Layer::Problems(picker)) => {
            first(picker, |choice, _| problem(app, choice.value), language)
        }
        Some(Layer::Choose(choose)) => first(&choose.picker, choice_told, language),
        Some(Layer::Past(picker)) => first(picker, past_told, language),
        Some(
            Layer::Form(_)
            | Layer::Field(_)
            | Layer::Quick(_)
            | Layer::Clash(_)
            | Layer::Removal(_),
        ) => filling::results(app),
        Some(Layer::Sort(picker)) => first(picker, choice_told, language),
        Some(Layer::Agenda(picker)) => first(picker, choice_told, language),
        Some(Layer::Elsewhere(picker)) => first(picker, choice_told, language),
        Some(Layer::Open(open)) if open.picker.count() == 0 => {
            vec![open.none().get(language).to_owned()]
        }
        Some(Layer::Open(open)) => first(&open.picker, choice_told, language),
        Some(Layer::Call(picker)) if picker.count() == 0 => {
            vec![app.none_in_call().get(language).to_owned()]
        }
        Some(Layer::Call(picker)) => {
            let new = app.new_in_call();
            let new = new.map(|new| new.get(language).to_owned());
            let told = first(picker, choice_told, language).into_iter();
            told.chain(new).collect()
        }
    }
}

/// How many choices there are, and the first of them as `told` tells it.
fn first<T>(
    picker: &Picker<T>,
    told: impl Fn(&Choice<T>, Language) -> String,
    language: Language,
) -> Vec<String> {
    let choices = |choice| words::choices(picker.count(), &told(choice, language), language);
    vec![match (picker.current(), picker.shown().next()) {
        (Some(choice), _) => choices(choice),
        (None, Some(first)) => words::unchosen(&choices(first), language),
        (None, None) => ui::NOTHING_TO_CHOOSE.get(language).to_owned(),
    }]
}

/// The row in hand and its place: `3 of 12: …`.
pub(super) fn row(app: &App) -> Vec<String> {
    match app.layer() {
        None => Vec::new(),
        Some(Layer::Search(search)) => row_or_results(
            app,
            (search.selected, search.found.hits.len()),
            search.in_hand().map(|key| hit(app, search, key)),
        ),
        Some(Layer::Help(picker)) => row_of(app, picker, help_told),
        Some(Layer::Palette(picker)) => row_of(app, picker, choice_told),
        Some(Layer::Filters(picker) | Layer::Unfilter(picker)) => row_of(app, picker, choice_told),
        Some(Layer::Problems(picker)) => {
            row_of(app, picker, |choice, _| problem(app, choice.value))
        }
        Some(Layer::Choose(choose)) => row_of(app, &choose.picker, choice_told),
        Some(Layer::Sort(picker)) => row_of(app, picker, choice_told),
        Some(Layer::Agenda(picker)) => row_of(app, picker, choice_told),
        Some(Layer::Elsewhere(picker)) => row_of(app, picker, choice_told),
        Some(Layer::Open(open)) => row_of(app, &open.picker, choice_told),
        Some(Layer::Call(picker)) => row_of(app, picker, choice_told),
        Some(Layer::Past(picker)) => row_of(app, picker, past_told),
        Some(
            Layer::Form(_)
            | Layer::Field(_)
            | Layer::Quick(_)
            | Layer::Clash(_)
            | Layer::Removal(_),
        ) => filling::row(app),
    }
}

/// The row in hand of a list, as `told` tells it, and its place.
fn row_of<T>(
    app: &App,
    picker: &Picker<T>,
    told: impl Fn(&Choice<T>, Language) -> String,
) -> Vec<String> {
    let row = picker.current().map(|choice| told(choice, app.language));
    row_or_results(app, (picker.selected, picker.count()), row)
}

/// A row, and its place among so many; where there is none, what there is.
fn row_or_results(app: &App, (place, count): (usize, usize), row: Option<String>) -> Vec<String> {
    match row {
        Some(row) => {
            let place = words::of(place + 1, count, app.language);
            vec![format!("{place}: {row}")]
        }
        None => results(app),
    }
}

/// What is typed, and the row in hand.
pub(super) fn again(app: &App) -> Vec<String> {
    let mut lines: Vec<String> = glance(app).map(|layer| layer.typed).into_iter().collect();
    lines.extend(row(app));
    lines
}

/// A hit: what it is, its title, how it was found, and where the match is not in the title, the text
/// in which it is.
fn hit(app: &App, search: &SearchLayer, key: Key) -> String {
    let library = app.library();
    let language = app.language;
    let title = library.title(key, language);
    let kind = library.kind(key).label().get(language);
    let mut told = format!("{kind} {}: {}", library.id(key), cut(&title));
    let mut marker = Marker::of(&search.query, &search.found.guesses);
    let met = met(library, key, &mut marker, &title, language);
    let how = met.told(language);
    if !how.is_empty() {
        told.push_str(&format!(" ({how})"));
    }
    // What matches may stand behind the end of what is told of a long title.
    let evidence = met.text.or_else(|| {
        let of_title = Excerpt::new(&*title, met.title);
        let best = of_title.best(LONGEST)?;
        (best.end >= cut(&title).len()).then_some(of_title)
    });
    if let Some(evidence) = evidence {
        told.push_str(" — ");
        told.push_str(&cut(&evidence.within(LONGEST).0));
    }
    told
}

/// A change of a record, and what Enter brings back.
fn past_told(choice: &Choice<Past>, language: Language) -> String {
    let back = choice.value.back.get(language);
    format!("{}. {back}", choice_told(choice, language))
}

/// A choice, and its key or code.
fn choice_told<T>(choice: &Choice<T>, language: Language) -> String {
    let name = choice.name.get(language);
    if choice.aside.is_empty() {
        return name.to_owned();
    }
    let keys: Vec<&str> = choice.aside.split("  ").collect();
    format!("{}: {name}", keys.join(ui::LIST_COMMA.get(language)))
}

/// A command of the help: its keys, what it does, and the name by which it can be typed.
fn help_told(choice: &Choice<&'static Command>, language: Language) -> String {
    format!("{} ({})", choice_told(choice, language), choice.value.name)
}

/// A problem: where, what, what was expected.
pub(super) fn problem(app: &App, index: usize) -> String {
    let language = app.language;
    let Some(problem) = app.library().problems().get(index) else {
        return String::new();
    };
    let place = match problem.place.line {
        0 => problem.place.file.clone(),
        line => format!("{}:{line}", problem.place.file),
    };
    let mut told = format!("{place}: {}", problem.what.get(language));
    if let Some(expected) = &problem.expected {
        told.push_str(". ");
        told.push_str(expected.get(language));
    }
    if let Some(nearest) = &problem.nearest {
        told.push_str(". ");
        told.push_str(DID_YOU_MEAN.get(language));
        told.push_str(": ");
        told.push_str(nearest);
    }
    told
}
