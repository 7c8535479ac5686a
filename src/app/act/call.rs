//! Leading a call: items, the floor, the record at its end.

mod begin;
mod end;
mod lead;
mod parties;

use crate::library::Key;
use crate::library::live::{Act, State};
use crate::report::Language;
use crate::words::{Message, desk, live as words};

use super::super::call::Choose;
use super::super::desk::permit::Wanted;
use super::super::picker::{Choice, Picker};
use super::super::{App, Layer};

pub use begin::{begin_call, call_chair};
pub use end::{end_call, quit};
pub(super) use lead::{asks_to_decide, confirm, put_off};
pub use lead::{close_item, next_item, take_up};
pub(in crate::app) use parties::choose_new;
pub use parties::{call_present, floor_to, want_floor};
use parties::{each, heard_for, heard_or_say, mend, registry};

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
            let Some((all, said)) = heard_or_say(app, all) else {
                return;
            };
            let said = words::is_there(&said, all.known.len());
            change(app, each(all.known, Act::Arrive), said);
            let said = app.message.take();
            call_present(app);
            mend(app, &all.unknown);
            app.message = said;
        }
        Choose::Ask(all) => {
            let Some((all, said)) = heard_or_say(app, all) else {
                return;
            };
            let said = words::asks(&said, all.known.len());
            change(app, each(all.known, Act::Ask), said);
            if !all.unknown.is_empty() {
                let said = app.message.take();
                want_floor(app);
                mend(app, &all.unknown);
                app.message = said;
            }
        }
        Choose::Give(who) => match heard_for(app.library(), &who) {
            Some((party, name)) => change(app, Act::Give(party), words::has_floor(&name)),
            None => app.message = Some(words::no_country(&named(&who))),
        },
        Choose::Up(who) => {
            let said = words::comes_earlier(&named(&who));
            change(app, Act::Up(who), said);
        }
        Choose::Withdraw(who) => {
            let said = words::withdraws(&named(&who));
            let is_there = app.call.on().is_some_and(|call| call.is_present(&who));
            let not_noted = words::not_noted(&app.key_of("call-present"));
            let more = (!is_there).then_some(not_noted);
            change_and(app, Act::Withdraw(who), said, more);
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
    let more = match (more, waited) {
        (Some(more), Some(waited)) => Some(words::and(&more, &waited)),
        (more, waited) => more.or(waited),
    };
    app.do_in_call(act, said, more);
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

fn plain(name: Message, value: Choose) -> Choice<Choose> {
    Choice {
        name,
        aside: String::new(),
        group: None,
        value,
    }
}
