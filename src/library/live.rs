//! The call in progress of a library: the file `live.yaml` beside the reports. All who share the
//! folder follow it; it goes when the call ends, and one that is left behind hurts nobody.

mod act;
pub mod record;
mod turn;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::LIVE;
use super::keep::{Aside, Keeper, Line, Means, reason};
use super::source::next_turn;
use crate::report::call::{Call, Moment};
use crate::words::{Message, live as words};

pub use act::{Act, Home};
pub use turn::Turn;

/// A longer file tells of no call.
const LONGEST: u64 = 4 << 20;

/// What stands at the top of the file, for whoever opens it.
const HEAD: &str =
    "# A call in progress, written by majlis, which takes this file away when it ends.\n";

/// What there is of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum State {
    /// There is none.
    #[default]
    None,
    /// There is one.
    On(Box<Call>),
    /// There is a file, but what stands in it is no call; why.
    Wrong(Message),
}

impl State {
    /// The call, if there is one.
    #[must_use]
    pub fn call(&self) -> Option<&Call> {
        match self {
            Self::On(call) => Some(call),
            Self::None | Self::Wrong(_) => None,
        }
    }

    /// Whether the call was left behind: nothing has happened in it for hours, or it is from a time
    /// that is hours ahead.
    #[must_use]
    pub fn is_left_behind(&self, now: Moment) -> bool {
        self.call().is_some_and(|call| {
            call.is_forgotten(now) || call.changed.since(now) >= Call::FORGOTTEN
        })
    }
}

/// What there is of a call, and when that was so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// What there is.
    pub state: State,
    /// Counts what this program reads: of two the one with the greater number was read later, and
    /// nothing that it says was so before the other.
    pub turn: u64,
}

impl From<State> for Heard {
    /// What is so now.
    fn from(state: State) -> Self {
        let turn = next_turn();
        Self { state, turn }
    }
}

/// What there is of a call in the library in this folder now, as [`read`] reads it.
#[must_use]
pub fn hear(folder: &Path) -> Heard {
    // One reads at a time: so the turns are in the order in which the file was read.
    static READING: Mutex<()> = Mutex::new(());
    let _reading = READING.lock().unwrap_or_else(PoisonError::into_inner);
    read(folder).into()
}

/// What there is of a call in the library in this folder. Nothing fails: a file that is cut, or is
/// nonsense, is a state of its own.
#[must_use]
pub fn read(folder: &Path) -> State {
    match text(&folder.join(LIVE)) {
        Ok(None) => State::None,
        Ok(Some(text)) => match serde_yaml::from_str::<Call>(&text) {
            Ok(call) => State::On(Box::new(call)),
            Err(_) => State::Wrong(words::NOT_A_CALL.into()),
        },
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            State::Wrong(words::NOT_A_CALL.into())
        }
        Err(error) => State::Wrong(words::unreadable(&reason(&error))),
    }
}

/// What stands in the file; none where it is not there.
fn text(path: &Path) -> io::Result<Option<String>> {
    // Only a regular file is opened: a pipe would not end.
    match std::fs::metadata(path) {
        Ok(meta) if meta.is_file() => {}
        Ok(_) => return Err(io::ErrorKind::InvalidData.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut text = String::new();
    File::open(path)?.take(LONGEST).read_to_string(&mut text)?;
    Ok(Some(text))
}

/// Writes to the call of a library.
pub struct Live {
    keeper: Arc<Keeper>,
}

impl Live {
    /// Who changes the call in this folder.
    #[must_use]
    pub fn new(folder: &Path, who: &str) -> Self {
        Self::by(Arc::new(Keeper::new(folder, who, Means::Hand)))
    }

    /// The same, with one who writes already.
    #[must_use]
    pub const fn by(keeper: Arc<Keeper>) -> Self {
        Self { keeper }
    }

    /// Who writes: also what is written into the reports when the call ends.
    #[must_use]
    pub fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    /// Changes the call as it stands now, under the lock: also what another has done meanwhile is
    /// there. `work` gets it, or none where there is none, and leaves what is to be.
    ///
    /// # Errors
    /// What `work` says, or why nothing could be written, for people. All is then as it was.
    pub fn change(
        &self,
        work: impl FnOnce(&mut Option<Call>) -> Result<(), Message>,
    ) -> Result<State, Message> {
        let mut result = Ok(State::None);
        let written = self.keeper.aside(LIVE, |_| {
            let mut call = match read(self.keeper.folder()) {
                State::None => None,
                State::On(call) => Some(*call),
                State::Wrong(why) => {
                    result = Err(why);
                    return Aside::AsItIs;
                }
            };
            let before = call.clone();
            if let Err(why) = work(&mut call) {
                result = Err(why);
                return Aside::AsItIs;
            }
            let next = match &call {
                _ if call == before => Aside::AsItIs,
                Some(call) => match serde_yaml::to_string(call) {
                    Ok(text) => Aside::Whole(format!("{HEAD}{text}")),
                    Err(error) => {
                        let why = error.to_string();
                        result = Err(words::unreadable(&Message::new(why.clone(), why)));
                        return Aside::AsItIs;
                    }
                },
                None => Aside::Gone,
            };
            result = Ok(call.map_or(State::None, |call| State::On(Box::new(call))));
            next
        });
        written.map_err(|error| error.message())?;
        result
    }

    /// Does this in the call as it stands now; `now` is when it was done.
    ///
    /// # Errors
    /// As of [`Self::change`].
    pub fn carry_out(&self, act: &Act, now: Moment) -> Result<State, Message> {
        match act {
            Act::ThrowAway => self.throw_away(),
            _ => self.change(|call| act.on(call, now)),
        }
    }

    /// Goes along with a change that gave records other ids: the call in progress names them by these.
    /// What cannot be written is left as it is; the change itself is made.
    pub fn follow(&self, line: &Line) {
        let renamed: Vec<(String, String)> = line.renamed().collect();
        if !renamed.is_empty() && self.keeper.folder().join(LIVE).exists() {
            let _ = self.change(|call| {
                for (was, now) in &renamed {
                    call.iter_mut().for_each(|call| call.rename(was, now));
                }
                Ok(())
            });
        }
    }

    /// Takes the file away, whatever stands in it.
    ///
    /// # Errors
    /// Why it is still there, for people.
    pub fn throw_away(&self) -> Result<State, Message> {
        let gone = self.keeper.aside(LIVE, |_| Aside::Gone);
        gone.map(|()| State::None).map_err(|error| error.message())
    }
}

#[cfg(test)]
mod tests;
