//! What is filled in: the fields of a form, a field with what was understood of it, the line that is
//! read as a whole, two versions of a field.

use std::ops::Range;

use crate::app::desk::clash::{Both, ClashLayer, Origin};
use crate::app::desk::field::{FieldLayer, understood};
use crate::app::desk::form::{FormLayer, Row};
use crate::app::desk::names::Name;
use crate::app::desk::quick::{QuickLayer, missing, new_person, ready};
use crate::app::desk::removal::RemovalLayer;
use crate::app::{App, Layer};
use crate::report::Language;
use crate::script::{Compared, Side};
use crate::words::label::Label;
use crate::words::{Message, capital, clash as clash_words, desk, line, linear as words, ui};

use super::layer;
use super::row::cut;

/// What there is when it is opened.
pub(super) fn opened(app: &App) -> Vec<String> {
    let language = app.language;
    match app.layer() {
        Some(Layer::Form(form)) => form_row(form, language),
        Some(Layer::Field(field)) => {
            let text = field.input.text();
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            if text.trim().is_empty() {
                lines = vec![words::NOTHING_TYPED.get(language).to_owned()];
            }
            lines.extend(field_results(app, field));
            let notes = app.notes_above();
            lines.extend(notes.map(|note| note.get(language).to_owned()));
            if let Some(other) = &field.other {
                lines.push(in_the_file(&other.by, &other.text, language));
            }
            if field.is_text() {
                let save = app.key_of("save");
                lines.push(words::several_lines(&save).get(language).to_owned());
            }
            lines
        }
        // The word that stands there now is in hand, which need not be the first.
        Some(Layer::Choose(choose)) => {
            let other = choose
                .other
                .iter()
                .map(|other| other.get(language).to_owned());
            other.chain(layer::row(app)).collect()
        }
        // Nothing but its sign is typed as yet; else what was left is told.
        Some(Layer::Quick(quick)) if quick.input.text().chars().count() < 2 => {
            vec![line::QUICK_HOW.get(language).to_owned()]
        }
        _ => results(app),
    }
}

/// What it comes to.
pub(super) fn results(app: &App) -> Vec<String> {
    let language = app.language;
    match app.layer() {
        Some(Layer::Form(form)) => form_row(form, language),
        Some(Layer::Field(field)) => field_results(app, field),
        Some(Layer::Quick(quick)) => quick_results(quick, language),
        Some(Layer::Clash(clash)) => {
            let mut lines = versions(clash, language);
            lines.extend(choice(clash, language));
            lines
        }
        Some(Layer::Removal(removal)) => {
            let mut lines = question(removal, language);
            lines.extend(removal_choice(removal, language));
            lines
        }
        _ => Vec::new(),
    }
}

/// The row in hand.
pub(super) fn row(app: &App) -> Vec<String> {
    let language = app.language;
    match app.layer() {
        Some(Layer::Field(field)) => {
            let name = field.meant().nth(field.selected);
            let told = name.map(|name| {
                let place = words::of(field.selected + 1, field.count(), language);
                format!("{place}: {}", name_told(name, language))
            });
            told.map_or_else(|| field_results(app, field), |told| vec![told])
        }
        Some(Layer::Clash(clash)) => choice(clash, language).into_iter().collect(),
        Some(Layer::Removal(removal)) => removal_choice(removal, language).into_iter().collect(),
        _ => results(app),
    }
}

/// The field in hand of a form: its place, what it is called, its value.
fn form_row(form: &FormLayer, language: Language) -> Vec<String> {
    let told = |row: &Row| {
        let place = words::of(form.selected + 1, form.rows.len(), language);
        let label = capital(row.label.get(language));
        let value = row.shown.get(language);
        let value = match value == desk::EMPTY.get(language) {
            true => words::EMPTY.get(language),
            false => value,
        };
        let mut told = format!("{place}: {label}: {value}");
        let notes = [
            (form.needs(row), desk::NEEDED),
            (row.draft, desk::NOT_SAVED),
        ];
        for (_, note) in notes.iter().filter(|(holds, _)| *holds) {
            told.push_str(ui::LIST_COMMA.get(language));
            told.push_str(note.get(language));
        }
        told
    };
    let warning = form.of_id.iter().chain(&form.warning);
    let warning = warning.map(|warning| warning.get(language).to_owned());
    form.current()
        .map(told)
        .into_iter()
        .chain(warning)
        .collect()
}

/// What was understood of a field, and the names that may be meant.
fn field_results(app: &App, field: &FieldLayer) -> Vec<String> {
    let language = app.language;
    let mut lines = Vec::new();
    if let Some(Ok(said) | Err(said)) = understood(app, field) {
        lines.push(said.get(language).to_owned());
    }
    // A name that is there already is not offered.
    let name = field.meant().nth(field.selected);
    if let Some(name) = name.filter(|name| name.id != field.input.text().trim()) {
        let told = name_told(name, language);
        lines.push(words::choices(field.count(), &told, language));
    }
    lines
}

fn name_told(name: &Name, language: Language) -> String {
    format!("{}: {}", name.id, name.title.get(language))
}

/// What a line adds, where it goes, what is unknown or missing, and whether it can be added.
fn quick_results(quick: &QuickLayer, language: Language) -> Vec<String> {
    let Some(draft) = &quick.draft else {
        return vec![line::QUICK_HOW.get(language).to_owned()];
    };
    let mut first = capital(draft.kind.label().get(language));
    if let Some(parent) = &quick.parent {
        let goes = desk::WILL_GO_TO.get(language);
        let called = quick.called.as_ref().map(|called| called.get(language));
        let place = called.unwrap_or(parent);
        first = format!("{first}{}{goes} {place}", ui::LIST_COMMA.get(language));
    }
    let mut lines = vec![first];
    let fields = quick.fields.iter();
    lines.extend(fields.map(|(label, value)| both(label, value, language)));
    if draft.new_person.is_some() {
        lines.push(capital(new_person(draft).get(language)));
    }
    if !quick.unknown.is_empty() {
        lines.push(desk::unknown(&quick.unknown).get(language).to_owned());
    }
    let warnings = quick.warnings.iter().chain(&quick.aside);
    lines.extend(warnings.map(|warning| warning.get(language).to_owned()));
    if let Some(missing) = missing(draft) {
        lines.push(missing.get(language).to_owned());
    } else if quick.is_ready() {
        lines.push(ready(draft).get(language).to_owned());
    }
    lines
}

/// Both versions of each field.
fn versions(clash: &ClashLayer, language: Language) -> Vec<String> {
    let told = clash.fields.iter().flat_map(|field| {
        [
            capital(field.label.get(language)),
            in_the_file(&field.by, &field.theirs, language),
            both(&clash.yours().into(), &field.yours, language),
        ]
        .into_iter()
        .chain(differences(clash, field, language))
    });
    // Whoever goes back has named no record.
    let record = (clash.origin != Origin::Typed).then(|| clash.record.get(language).to_owned());
    record.into_iter().chain(told).collect()
}

/// Where the two versions of a field differ, place by place; nothing where they have nothing in common.
fn differences(clash: &ClashLayer, field: &Both, language: Language) -> Vec<String> {
    let (theirs, yours) = (field.theirs.get(language), field.yours.get(language));
    let compared = Compared::new(theirs, yours);
    let places = || compared.places(Side::One).zip(compared.places(Side::Other));
    let is_all = |(one, other): (Range<usize>, Range<usize>)| {
        one.len() == theirs.len() || other.len() == yours.len()
    };
    if places().any(is_all) {
        return Vec::new();
    }
    let count = places().count();
    let said = (1..).zip(places()).map(|(at, (one, other))| {
        let text = |all: &'_ str, place| cut(all.get(place).unwrap_or_default());
        let (theirs, yours) = (text(theirs, one), text(yours, other));
        let said = words::difference((at, count), &theirs, (clash.yours(), &yours));
        said.get(language).to_owned()
    });
    said.collect()
}

/// What another wrote.
fn in_the_file(by: &Message, text: &Message, language: Language) -> String {
    clash_words::stands_there(by, text).get(language).to_owned()
}

/// What is to be deleted, and what that means.
fn question(removal: &RemovalLayer, language: Language) -> Vec<String> {
    let (kind, title, id) = &removal.what;
    let mut lines = vec![format!(
        "{} {id}: {}",
        capital(kind.get(language)),
        title.get(language)
    )];
    for told in &removal.told {
        let mut line = told.about.get(language).to_owned();
        let comma = ui::LIST_COMMA.get(language);
        let named = told.named.iter();
        let named = named.map(|(title, id)| format!("{} ({id})", title.get(language)));
        let named: Vec<String> = named.collect();
        if !named.is_empty() {
            line = format!("{line} {}", named.join(comma));
        }
        lines.push(line);
    }
    lines.push(removal.comes_back().get(language).to_owned());
    lines
}

/// What can be done with it: the choice in hand.
fn removal_choice(removal: &RemovalLayer, language: Language) -> Option<String> {
    let choice = *removal.choices().get(removal.selected)?;
    let place = words::of(removal.selected + 1, removal.choices().len(), language);
    Some(format!("{place}: {}", choice.get(language)))
}

/// What can be done with them: the choice in hand.
fn choice(clash: &ClashLayer, language: Language) -> Option<String> {
    let choice = clash.choices().get(clash.selected)?;
    let place = words::of(clash.selected + 1, clash.choices().len(), language);
    Some(format!("{place}: {}", clash.word(*choice).get(language)))
}

fn both(label: &Message, value: &Message, language: Language) -> String {
    let label = capital(label.get(language));
    format!("{label}: {}", value.get(language))
}
