//! The lists of a call in which somebody is named: who is there, who asks for the floor, who gets it.

use std::cell::OnceCell;

use super::super::super::call::{Choose, Parties, named_in};
use super::super::super::desk::names::is_of_group;
use super::super::super::desk::permit::Wanted;
use super::super::super::picker::{Choice, Picker, Typed};
use super::super::super::quick::{Directory, PARTED};
use super::super::super::{App, Layer};
use super::{carry_out, plain};
use crate::library::Library;
use crate::library::keep::typed::written;
use crate::library::live::Act;
use crate::report::{Kind, Language, Record};
use crate::words::{Message, live as words};

/// Offers countries and bodies: each is there, or not; several that are typed at once are.
pub fn call_present(app: &mut App) {
    let several: Several = Choose::Arrive;
    offer_parties(
        app,
        words::WHO_IS_THERE.into(),
        Choose::Present,
        Some(several),
    );
}

/// Offers countries and bodies: one asks for the floor, or several that are typed at once.
pub fn want_floor(app: &mut App) {
    let one = |who| Choose::Ask(vec![who].into());
    offer_parties(app, words::WHO_ASKS.into(), one, Some(Choose::Ask));
    // It is often a person who is heard.
    let people = registry(app, &[Kind::Person], one);
    if let Some(Layer::Call(picker)) = app.layers.last_mut() {
        let people = people.into_iter().map(|person| Choice {
            group: Some(words::PEOPLE.into()),
            ..person
        });
        picker.add(people);
    }
}

/// Offers countries and bodies, those who wait first: one gets the floor.
pub fn floor_to(app: &mut App) {
    offer_parties(app, words::WHO_GETS_FLOOR.into(), Choose::Give, None);
}

/// Chooses the entry that has just come into the directory by the name that is typed in the list on top, with
/// those who are typed beside it and known.
pub(in crate::app) fn choose_new(app: &mut App, name: &str, id: &str) {
    let Some(Layer::Call(picker)) = app.layers.pop() else {
        return;
    };
    let typed = picker.shown().next().map(|choice| &choice.value);
    let mut all = match typed {
        Some(Choose::Arrive(all) | Choose::Ask(all)) if !all.unknown.is_empty() => all.clone(),
        _ => Parties::from(Vec::new()),
    };
    all.known.push(id.into());
    all.unknown.retain(|one| written(one) != name);
    let offers = |is_one: fn(&Choose) -> bool| picker.offers(is_one);
    let chosen = if offers(|one| matches!(one, Choose::Present(_))) {
        Choose::Arrive(all)
    } else if offers(|one| matches!(one, Choose::Ask(_))) {
        Choose::Ask(all)
    } else if offers(|one| matches!(one, Choose::Give(_))) {
        Choose::Give(id.into())
    } else {
        Choose::Chair(Some(id.into()))
    };
    carry_out(app, chosen);
}

/// Whom a call notes for one who is named, and how that is said: for a person the country. None where the
/// directory has none.
pub(super) fn heard_for(library: &Library, who: &str) -> Option<(Box<str>, Message)> {
    let record = library.in_registry(who).and_then(|key| library.record(key));
    let Some(Record::Person(person)) = record else {
        return Some((who.into(), named_in(library, who)));
    };
    let country = person.country.as_ref()?.as_str();
    let said = words::for_whom(&named_in(library, country), &named_in(library, who));
    Some((country.into(), said))
}

/// The same of several, each once, and how they are said in a line; a person without a country is none that is
/// known.
fn heard(library: &Library, named: Parties, language: Language) -> (Parties, Message) {
    let mut all = Parties {
        known: Vec::new(),
        unknown: named.unknown,
    };
    let mut names = Vec::new();
    for who in named.known {
        match heard_for(library, &who) {
            Some((party, _)) if all.known.contains(&party) => {}
            Some((party, name)) => {
                all.known.push(party);
                names.push(name);
            }
            None => all
                .unknown
                .push(named_in(library, &who).get(language).to_owned()),
        }
    }
    let said = words::but_for(&words::listed(&names), &all.unknown);
    (all, said)
}

/// The same of those who were chosen; where none of them can be noted, says why.
pub(super) fn heard_or_say(app: &mut App, named: Parties) -> Option<(Parties, Message)> {
    let first = named.known.first().map(|who| app.name_of(who));
    let (all, said) = heard(app.library(), named, app.language);
    if all.known.is_empty() {
        app.message = first.map(|first| words::no_country(&first));
        return None;
    }
    Some((all, said))
}

/// What is not known stays in the list that is open, to be mended.
pub(super) fn mend(app: &mut App, unknown: &[String]) {
    if let Some(Layer::Call(picker)) = app.layers.last_mut() {
        picker.begin(&unknown.join(", "));
    }
}

/// The same done for each of them, as one thing.
pub(super) fn each(all: Vec<Box<str>>, act: fn(Box<str>) -> Act) -> Act {
    Act::All(all.into_iter().map(act).collect())
}

/// What is chosen where several are typed at once.
type Several = fn(Parties) -> Choose;

/// The sign of who is there.
const THERE: &str = "✓";

/// Offers the countries and bodies of the registry: those who wait first, then those who are there. Where
/// `several` says what becomes of them, several can be typed at once, as behind an `@`.
fn offer_parties(
    app: &mut App,
    title: Message,
    value: fn(Box<str>) -> Choose,
    several: Option<Several>,
) {
    let Some(call) = app.call.on() else {
        app.message = Some(words::no_call(&app.key_of("call-begin")));
        return;
    };
    let mut choices = registry(app, &[Kind::Country, Kind::Body], value);
    let id = |choice: &Choice<Choose>| choice.aside.clone();
    choices.sort_by_cached_key(|choice| {
        let id = id(choice);
        let waits = call.waiting.iter().position(|one| one.as_str() == id);
        let library = app.library();
        let entry = library.in_registry(&id);
        let belongs = entry.is_some_and(|key| is_of_group(library, key));
        (waits.unwrap_or(usize::MAX), !call.is_present(&id), !belongs)
    });
    for choice in &mut choices {
        let id = id(choice);
        let said = match (call.waits(&id), call.is_present(&id)) {
            (true, _) => words::WAITS,
            (false, true) => words::PRESENT,
            (false, false) => words::NOT_PRESENT,
        };
        choice.group = Some(said.into());
        if call.is_present(&id) {
            choice.aside = format!("{THERE} {id}");
        }
    }
    if !app.may(Wanted::Call) {
        return;
    }
    let mut picker = Picker::new(title, choices).of_names();
    if let Some(several) = several {
        picker = picker.with_typed(list_of_parties(app, several));
    }
    app.layers.push(Layer::Call(picker));
}

/// Makes a choice of the names of several countries, bodies and people that were typed at once.
fn list_of_parties(app: &App, several: Several) -> Typed<Choose> {
    let shelf = app.shelf.clone();
    let (directory, language) = (OnceCell::new(), app.language);
    Box::new(move |typed, is_found| {
        // One name is looked for in the list; what that has not may be another name for it.
        let parted = |letter: char| letter.is_whitespace() || PARTED.contains(&letter);
        (typed.trim().contains(parted) || !is_found).then_some(())?;
        let library = &shelf.library;
        let directory = directory.get_or_init(|| Directory::of(library));
        let (known, unknown) = directory.list(library, typed)?;
        let is_one_more = known.len() + unknown.len() > 1 || !is_found;
        is_one_more.then_some(())?;
        let known = known.into_iter().map(Box::from).collect();
        let named = Parties { known, unknown };
        let (all, said) = heard(library, named.clone(), language);
        (!all.known.is_empty()).then(|| plain(said, several(named)))
    })
}

/// The entries of these kinds, by their names, each with its id.
pub(super) fn registry(
    app: &App,
    kinds: &[Kind],
    value: impl Fn(Box<str>) -> Choose,
) -> Vec<Choice<Choose>> {
    use Language::{Arabic, English};
    let library = app.library();
    let language = app.language;
    let mut all = Vec::new();
    for kind in kinds {
        let of_kind = library.of_kind(*kind).iter().map(|key| {
            let id = library.id(*key);
            let name = Message::new(library.title(*key, Arabic), library.title(*key, English));
            Choice {
                aside: id.to_owned(),
                ..plain(name, value(id.into()))
            }
        });
        let mut of_kind: Vec<_> = of_kind.collect();
        of_kind.sort_by(|one, other| one.name.get(language).cmp(other.name.get(language)));
        all.extend(of_kind);
    }
    all
}
