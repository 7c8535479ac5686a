//! What is done in a call, told in a way in which it can be done twice: on one's own screen at once,
//! and in the file when its turn comes. Another may have changed the call meanwhile: so an act says
//! whom and what it means, and does nothing where that is done already.

use super::{State, Turn};
use crate::report::Ref;
use crate::report::call::{Call, Moment, Noted};
use crate::words::{Message, live as words};

/// Something that is done in a call. Items are named by their full ids, all others by their ids in
/// the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// It begins, unless there is one already.
    Begin {
        /// The report whose items are taken up.
        report: Box<str>,
        /// Who leads it.
        by: Box<str>,
        /// Who chairs it.
        chair: Option<Box<str>>,
    },
    /// Somebody takes the lead and does this; where an item was to be closed that is not in hand any
    /// more, neither.
    LeadAnd(Box<str>, Box<Self>),
    /// Somebody chairs it from now on, or nobody.
    Chair(Option<Box<str>>),
    /// An item is taken up.
    TakeUp(Box<str>),
    /// An item is closed, if it is in hand.
    CloseItem(Box<str>),
    /// The position on an item is agreed, as it was before.
    Confirm(Box<Noted>),
    /// An item is put off, of which no position tells it.
    PutOff(Box<Noted>),
    /// So many minutes are planned for an item.
    Plan(Box<str>, u16),
    /// Somebody is there.
    Arrive(Box<str>),
    /// Somebody is not there after all.
    Leave(Box<str>),
    /// Somebody asks for the floor.
    Ask(Box<str>),
    /// Somebody gets the floor.
    Give(Box<str>),
    /// Somebody is done, if it has the floor.
    Done(Box<str>),
    /// Somebody comes one place earlier.
    Up(Box<str>),
    /// Somebody no longer waits.
    Withdraw(Box<str>),
    /// All of this is done, one after the other.
    All(Vec<Self>),
    /// It ends, and its [record](super::record::close) is written.
    End(Home),
    /// What was done in it is taken back, or done again, where it stands as that left it.
    Turn(Box<Turn>),
    /// It is thrown away, whatever stands in its file.
    ThrowAway,
}

/// Where the record of a call is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Into the report with this id, as a meeting of its own.
    Report(Box<str>),
    /// Into the meeting with this full id, which was made before the call.
    Meeting(Box<str>),
}

impl Act {
    /// Does it in this call at this moment.
    ///
    /// # Errors
    /// When there is no call in which it could be done.
    pub fn on(&self, call: &mut Option<Call>, now: Moment) -> Result<(), Message> {
        match self {
            Self::Begin { report, by, chair } => {
                call.get_or_insert_with(|| {
                    let mut new = Call::begin(report, by, now);
                    new.chair = chair.as_deref().map(Ref::from);
                    new
                });
                return Ok(());
            }
            Self::End(_) | Self::ThrowAway => {
                *call = None;
                return Ok(());
            }
            Self::Turn(turn) => {
                let turned = turn.on(call.as_ref());
                *call = turned.ok_or_else(|| Message::from(words::GONE_ON))?;
                if let Some(call) = call {
                    call.changed = now;
                }
                return Ok(());
            }
            Self::All(acts) => return acts.iter().try_for_each(|act| act.on(call, now)),
            _ => {}
        }
        if let (Self::LeadAnd(who, act), Some(_)) = (self, &call) {
            let is_in_hand = |item: &str| call.as_ref().is_some_and(|call| call.is_in_hand(item));
            if matches!(&**act, Self::CloseItem(item) if !is_in_hand(item)) {
                return Err(words::NOT_IN_HAND.into());
            }
            act.on(call, now)?;
            if let Some(call) = call {
                call.lead(who);
            }
            return Ok(());
        }
        let Some(call) = call else {
            return Err(words::GONE.into());
        };
        match self {
            Self::Chair(who) => call.chair(who.as_deref(), now),
            Self::TakeUp(item) => call.take_up(item, now),
            Self::CloseItem(item) if call.is_in_hand(item) => call.close(now),
            Self::Confirm(noted) => call.confirm(noted.as_ref().clone()),
            Self::PutOff(noted) => call.put_off(noted.as_ref().clone()),
            Self::Plan(item, minutes) => call.plan(item, *minutes, now),
            Self::Arrive(who) => call.arrive(who, now),
            Self::Leave(who) => call.leave(who, now),
            Self::Ask(who) => call.ask(who, now),
            Self::Give(who) => call.give_floor(who, now),
            Self::Done(who)
                if call
                    .floor
                    .as_ref()
                    .is_some_and(|one| one.who.as_str() == &**who) =>
            {
                call.floor_is_free(now);
            }
            Self::Up(who) => {
                let place = call.waiting.iter().position(|one| one.as_str() == &**who);
                call.move_speaker(who, place.unwrap_or(0).saturating_sub(1), now);
            }
            Self::Withdraw(who) => call.withdraw(who, now),
            Self::CloseItem(_) | Self::Done(_) => {}
            Self::Begin { .. } | Self::End(_) | Self::ThrowAway => {}
            Self::LeadAnd(..) | Self::Turn(_) | Self::All(_) => {}
        }
        Ok(())
    }

    /// Whether it closes the item in hand.
    #[must_use]
    pub fn leaves_item(&self, call: Option<&Call>) -> bool {
        let is_in_hand = |item: &str| call.is_some_and(|call| call.is_in_hand(item));
        match self {
            Self::LeadAnd(_, act) => act.leaves_item(call),
            Self::TakeUp(item) => !is_in_hand(item),
            Self::CloseItem(item) => is_in_hand(item),
            _ => false,
        }
    }

    /// Whether it names this entry of the registry.
    #[must_use]
    pub fn names(&self, id: &str) -> bool {
        match self {
            Self::Chair(who) | Self::Begin { chair: who, .. } => who.as_deref() == Some(id),
            Self::Arrive(who) | Self::Leave(who) | Self::Ask(who) | Self::Give(who) => &**who == id,
            Self::Done(who) | Self::Up(who) | Self::Withdraw(who) => &**who == id,
            Self::LeadAnd(_, act) => act.names(id),
            Self::All(acts) => acts.iter().any(|act| act.names(id)),
            _ => false,
        }
    }

    /// An entry of the registry that it names has another id than was thought.
    pub fn rename(&mut self, was: &str, now: &str) {
        match self {
            Self::Chair(Some(who))
            | Self::Begin {
                chair: Some(who), ..
            } => put(who, was, now),
            Self::Arrive(who) | Self::Leave(who) | Self::Ask(who) | Self::Give(who) => {
                put(who, was, now);
            }
            Self::Done(who) | Self::Up(who) | Self::Withdraw(who) => put(who, was, now),
            Self::LeadAnd(_, act) => act.rename(was, now),
            Self::All(acts) => acts.iter_mut().for_each(|act| act.rename(was, now)),
            _ => {}
        }
    }

    /// What there will be of a call when it is done; none where it cannot be done.
    #[must_use]
    pub fn foreseen(&self, state: &State, now: Moment) -> Option<State> {
        let mut call = match state {
            State::None => None,
            State::On(call) => Some((**call).clone()),
            State::Wrong(_) if *self == Self::ThrowAway => return Some(State::None),
            State::Wrong(_) => return None,
        };
        self.on(&mut call, now).ok()?;
        Some(call.map_or(State::None, |call| State::On(Box::new(call))))
    }
}

/// Puts an id in the place of another.
fn put(who: &mut Box<str>, was: &str, now: &str) {
    if &**who == was {
        *who = now.into();
    }
}
