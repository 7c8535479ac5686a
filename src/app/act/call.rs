//! Leading a call: items, the floor, the record at its end.

mod begin;
mod end;
mod lead;

use std::cell::OnceCell;

use crate::library::Key;
use crate::library::keep::typed::written;
use crate::library::live::{Act, State};
use crate::report::{Kind, Language, Record};
use crate::words::{Message, desk, live as words};

use super::super::call::{Choose, Parties, named_in};
use super::super::desk::names::is_of_group;
use super::super::desk::permit::Wanted;
use super::super::picker::{Choice, Picker, Typed};
use super::super::quick::{Directory, PARTED};
use super::super::{App, Layer};

pub use begin::{begin_call, call_chair};
pub use end::{end_call, quit};
pub(super) use lead::{asks_to_decide, confirm, put_off};
pub use lead::{close_item, next_item, take_up};

/// Minutes that are offered for an item; any other number can be typed.
const MINUTES: [u16; 8] = [3, 5, 10, 15, 20, 30, 45, 60];

/// What a record is called.
fn title(app: &App, key: Key) -> Message {
    let title = |language| app.library().title(key, language);
    Message::new(title(Language::Arabic), title(Language::English))
}

/// Offers minutes to plan for the item on the screen, also before it is taken up.
pub fn plan_minutes(app: &mut App) {
    if app.call.on().is_none() {
        app.message = Some(words::no_call(&app.key_of("call-begin")));
        return;
    }
    let Some(item) = app.item_here() else {
        app.message = Some(words::NO_ITEM.into());
        return;
    };
    let id: Box<str> = app.library().id(item).into();
    let minutes = MINUTES.into_iter().map(|count| Choice {
        aside: count.to_string(),
        ..plain(
            words::minutes(u32::from(count)),
            Choose::Plan(id.clone(), count),
        )
    });
    let none = plain(words::NO_PLAN.into(), Choose::Plan(id.clone(), 0));
    let choices = minutes.chain([none]).collect();
    let number = app.number_of(&id);
    // Any number of minutes can be typed, in digits of either script.
    let keyboard = app.keyboard;
    let typed = move |typed: &str, _: bool| {
        let digits: String = typed.chars().map(|digit| keyboard.latin(digit)).collect();
        let count = digits
            .parse()
            .ok()
            .filter(|count| !MINUTES.contains(count))?;
        let name = match count {
            0 => words::NO_PLAN.into(),
            _ => words::minutes(u32::from(count)),
        };
        Some(plain(name, Choose::Plan(id.clone(), count)))
    };
    if app.may(Wanted::Call) {
        let picker = Picker::new(words::how_long(&number), choices);
        app.layers
            .push(Layer::Call(picker.with_typed(Box::new(typed))));
    }
}

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
    let people = registry(app, &[Kind::Person], Choose::AskFor);
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

/// Gives the floor to the next on the list.
pub fn next_speaker(app: &mut App) {
    let call = app.call.on();
    let next = call.and_then(|call| call.waiting.iter().next());
    let next: Option<Box<str>> = next.map(|who| who.as_str().into());
    match (next, who_speaks(app)) {
        (Some(next), _) => {
            let said = words::has_floor(&app.name_of(&next));
            change(app, Act::Give(next), said);
        }
        (None, Some(who)) => change(app, Act::Done(who), words::NOBODY_WAITS.into()),
        (None, None) => say_if_on(app, words::NOBODY_WAITS.into()),
    }
}

/// Who has the floor.
fn who_speaks(app: &App) -> Option<Box<str>> {
    let floor = app.call.on()?.floor.as_ref()?;
    Some(floor.who.as_str().into())
}

/// Who has the floor is done.
pub fn floor_done(app: &mut App) {
    match who_speaks(app) {
        Some(who) => change(app, Act::Done(who), words::FLOOR_FREE.into()),
        None => say_if_on(app, words::NOBODY_SPEAKS.into()),
    }
}

/// Offers those who wait: one comes a place earlier.
pub fn speaker_up(app: &mut App) {
    offer_waiting(app, words::WHO_COMES_EARLIER.into(), Choose::Up);
}

/// Offers those who wait: one no longer does.
pub fn withdraw_speaker(app: &mut App) {
    offer_waiting(app, words::WHO_WITHDRAWS.into(), Choose::Withdraw);
}

/// Leaves the call's item, or follows it again.
pub fn detach(app: &mut App) {
    app.turn_from_call();
}

/// Does what was chosen.
pub fn choose(app: &mut App, picker: &Picker<Choose>) {
    let chosen = picker.current().map(|choice| choice.value.clone());
    if let Some(chosen) = chosen {
        carry_out(app, chosen);
    }
}

/// Chooses the entry that has just come into the directory by the name that is typed in the list on top.
pub(in crate::app) fn choose_new(app: &mut App, name: &str, id: &str) {
    let Some(Layer::Call(picker)) = app.layers.pop() else {
        return;
    };
    let typed = picker.input.text().split(PARTED).map(str::trim);
    let rest = typed.filter(|one| !one.is_empty() && written(one) != name);
    let all = Parties {
        known: vec![id.into()],
        unknown: rest.map(str::to_owned).collect(),
    };
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

fn carry_out(app: &mut App, chosen: Choose) {
    let named = |who: &str| app.name_of(who);
    match chosen {
        Choose::Chair(chair) => {
            let said = match &chair {
                Some(chair) => words::chairs(&named(chair)),
                None => words::NOBODY_CHAIRS.into(),
            };
            change(app, Act::Chair(chair), said);
        }
        Choose::Plan(item, minutes) => {
            let said = match minutes {
                0 => words::NO_PLAN.into(),
                _ => words::planned(minutes),
            };
            change(app, Act::Plan(item, minutes), said);
        }
        Choose::Present(who) => {
            let is_there = app.call.on().is_some_and(|call| call.is_present(&who));
            let said = match is_there {
                true => words::has_left(&named(&who)),
                false => words::is_there(&named(&who), 1),
            };
            let act = match is_there {
                true => Act::Leave(who),
                false => Act::Arrive(who),
            };
            change(app, act, said);
            // Several come one after the other.
            let said = app.message.take();
            call_present(app);
            app.message = said;
        }
        Choose::Arrive(all) => {
            let said = words::is_there(&together(app, &all), all.known.len());
            change(app, each(all.known, Act::Arrive), said);
            let said = app.message.take();
            call_present(app);
            mend(app, &all.unknown);
            app.message = said;
        }
        Choose::Ask(all) => {
            let said = words::asks(&together(app, &all), all.known.len());
            change(app, each(all.known, Act::Ask), said);
            if !all.unknown.is_empty() {
                let said = app.message.take();
                want_floor(app);
                mend(app, &all.unknown);
                app.message = said;
            }
        }
        Choose::AskFor(person) => {
            let library = app.library();
            let record = library
                .in_registry(&person)
                .and_then(|key| library.record(key));
            let country = match record {
                Some(Record::Person(record)) => record.country.clone(),
                _ => None,
            };
            match country {
                Some(country) => {
                    let of = words::for_whom(&named(country.as_str()), &named(&person));
                    change(app, Act::Ask(country.as_str().into()), words::asks(&of, 1));
                }
                None => app.message = Some(words::no_country(&named(&person))),
            }
        }
        Choose::Give(who) => {
            let said = words::has_floor(&named(&who));
            change(app, Act::Give(who), said);
        }
        Choose::Up(who) => {
            let said = words::comes_earlier(&named(&who));
            change(app, Act::Up(who), said);
        }
        Choose::Withdraw(who) => {
            let said = words::withdraws(&named(&who));
            change(app, Act::Withdraw(who), said);
        }
        Choose::LeadTo(item) => lead::take_up_and_lead(app, &item),
        Choose::LeadAndClose(item) => lead::close_and_lead(app, item),
        Choose::Decide(what, id) => lead::decide_all_the_same(app, what, &id),
        Choose::Nothing => {}
        // Where its record is, is said when that is written.
        Choose::Close(home) => app.do_in_call(Act::End(home), desk::WRITING.into(), None),
        Choose::CloseAndLeave(home) => app.end_and_leave(home),
        Choose::Leave => app.leave(),
        Choose::ThrowAway => app.do_in_call(Act::ThrowAway, words::THROWN_AWAY.into(), None),
    }
}

/// The names of several, as they are said in a line.
fn together(app: &App, all: &Parties) -> Message {
    let names: Vec<Message> = all.known.iter().map(|who| app.name_of(who)).collect();
    words::but_for(&words::listed(&names), &all.unknown)
}

/// What is not known stays in the list that is open, to be mended.
fn mend(app: &mut App, unknown: &[String]) {
    if let Some(Layer::Call(picker)) = app.layers.last_mut() {
        picker.begin(&unknown.join(", "));
    }
}

/// The same done for each of them, as one thing.
fn each(all: Vec<Box<str>>, act: fn(Box<str>) -> Act) -> Act {
    Act::All(all.into_iter().map(act).collect())
}

/// Does something in the call and says so, or why not.
fn change(app: &mut App, act: Act, said: Message) {
    change_and(app, act, said, None);
}

/// The same, and what else is to be said once.
fn change_and(app: &mut App, act: Act, said: Message, more: Option<Message>) {
    if app.call.state.is_left_behind(app.call.now) {
        app.message = Some(words::left_behind(&app.key_of("call-end")));
        return;
    }
    let count = app.call.waiting();
    let waited = (count > 0 && act.leaves_item(app.call.on())).then(|| {
        let key = app.key_of("undo-change");
        words::still_waited(count, &key)
    });
    app.do_in_call(act, said, more.or(waited));
}

/// Says that something cannot be done in the call; where there is none, that.
fn say_if_on(app: &mut App, said: Message) {
    if !app.may(Wanted::Call) {
        return;
    }
    app.message = Some(match app.call.state {
        State::On(_) if app.call.on().is_none() => words::left_behind(&app.key_of("call-end")),
        State::On(_) => said,
        State::None | State::Wrong(_) => words::no_call(&app.key_of("call-begin")),
    });
}

fn offer(app: &mut App, title: Message, choices: Vec<Choice<Choose>>) {
    if app.may(Wanted::Call) {
        app.layers.push(Layer::Call(Picker::new(title, choices)));
    }
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
    let mut picker = Picker::new(title, choices);
    if let Some(several) = several {
        picker = picker.with_typed(list_of_parties(app, several));
    }
    app.layers.push(Layer::Call(picker));
}

/// Makes a choice of the names of several countries and bodies that were typed at once.
fn list_of_parties(app: &App, several: Several) -> Typed<Choose> {
    let shelf = app.shelf.clone();
    let directory = OnceCell::new();
    Box::new(move |typed, is_found| {
        // One name is looked for in the list; what that has not may be another name for it.
        let parted = |letter: char| letter.is_whitespace() || PARTED.contains(&letter);
        (typed.trim().contains(parted) || !is_found).then_some(())?;
        let library = &shelf.library;
        let directory = directory.get_or_init(|| Directory::of(library));
        let (known, unknown) = directory.list(library, typed)?;
        let is_one_more = known.len() + unknown.len() > 1 || !is_found;
        is_one_more.then_some(())?;
        let names: Vec<Message> = known.iter().map(|id| named_in(library, id)).collect();
        let name = words::but_for(&words::listed(&names), &unknown);
        let known = known.into_iter().map(Box::from).collect();
        Some(plain(name, several(Parties { known, unknown })))
    })
}

fn offer_waiting(app: &mut App, title: Message, value: fn(Box<str>) -> Choose) {
    let Some(call) = app.call.on() else {
        app.message = Some(words::no_call(&app.key_of("call-begin")));
        return;
    };
    let waiting = call.waiting.iter().map(|who| Choice {
        aside: who.to_string(),
        ..plain(app.name_of(who.as_str()), value(who.as_str().into()))
    });
    let waiting: Vec<_> = waiting.collect();
    if waiting.is_empty() {
        app.message = Some(words::NOBODY_WAITS.into());
        return;
    }
    offer(app, title, waiting);
}

/// The entries of these kinds, by their names, each with its id.
fn registry(app: &App, kinds: &[Kind], value: impl Fn(Box<str>) -> Choose) -> Vec<Choice<Choose>> {
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

fn plain(name: Message, value: Choose) -> Choice<Choose> {
    Choice {
        name,
        aside: String::new(),
        group: None,
        value,
    }
}
