//! The call in progress, as one who follows it sees it: which item the screen goes along with, and
//! how one leaves it and returns.

mod offered;
mod told;

use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::library::keep::ChangeId;
use crate::library::live::{Heard, Home, State};
use crate::library::{Key, Library};
use crate::report::call::{Call, Moment};
use crate::report::{Kind, Record, Ref};
use crate::words::{Message, live as words};

use super::board::BoardKind;
use super::{App, Focus, Reading};
pub use offered::Decision;

/// What stands at the bottom for so long was read: it is not said once more before what comes next.
const READ: Duration = Duration::from_secs(5);

/// Several countries and bodies that were typed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parties {
    /// Their ids.
    pub known: Vec<Box<str>>,
    /// The names that are not known, as they were typed.
    pub unknown: Vec<String>,
}

impl From<Vec<Box<str>>> for Parties {
    fn from(known: Vec<Box<str>>) -> Self {
        let unknown = Vec::new();
        Self { known, unknown }
    }
}

/// What is chosen in a list of the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choose {
    /// This person chairs the call from now on.
    Chair(Option<Box<str>>),
    /// So many minutes are planned for the item with this full id.
    Plan(Box<str>, u16),
    /// Somebody is there, or not.
    Present(Box<str>),
    /// All of these are there.
    Arrive(Parties),
    /// These ask for the floor, one behind the other; people for their countries.
    Ask(Parties),
    /// Somebody gets the floor.
    Give(Box<str>),
    /// Somebody comes one place earlier.
    Up(Box<str>),
    /// Somebody no longer waits.
    Withdraw(Box<str>),
    /// This person takes the lead, and the item with this full id up.
    LeadTo(Box<str>),
    /// This person takes the lead, and closes the item with this full id.
    LeadAndClose(Box<str>),
    /// This is decided on the record with this full id, though another leads the call; from then on in this
    /// call without a question.
    Decide(Decision, Box<str>),
    /// Nothing is done.
    Nothing,
    /// The call ends, and its record is written there.
    Close(Home),
    /// The same, and the program is left.
    CloseAndLeave(Home),
    /// The program is left, and the call goes on.
    Leave,
    /// The call is thrown away.
    ThrowAway,
}

/// The call, and how this screen stands to it.
pub struct InCall {
    /// What there is of a call, with what one has done in it oneself and is still to be written.
    pub state: State,
    /// What there truly was when it was last read.
    pub(in crate::app) truth: Heard,
    /// Why the call cannot be read by now; then it is the one that was read last.
    pub unread: Option<Message>,
    /// Whether this screen stays where it is when another item is taken up.
    pub detached: bool,
    /// The time, as it was told last.
    pub now: Moment,
    /// The item to which the screen goes as soon as nobody is typing.
    moves_to: Option<String>,
    /// The item (its full id) whose position one confirmed last, and what was said of it.
    pub(in crate::app) confirmed: Option<(Ref, Message)>,
    /// When the call began in which one decides without being asked though another leads it.
    pub(in crate::app) decides: Option<Moment>,
    /// When the time was told first: what another did before is no news.
    came: Option<Moment>,
    /// The last change of another in the item in hand that was told.
    told: Option<ChangeId>,
    /// The records (their full ids) that others have changed, where it is not asked yet what is to be told
    /// of them.
    untold: Vec<Box<str>>,
    /// It is being asked.
    is_asked: bool,
    /// What was said last of what others did in the call, and when.
    said: Option<(Message, Moment)>,
}

impl Default for InCall {
    fn default() -> Self {
        Self {
            state: State::None,
            truth: Heard::default(),
            unread: None,
            detached: false,
            now: Moment::from(Timestamp::UNIX_EPOCH),
            moves_to: None,
            confirmed: None,
            decides: None,
            came: None,
            told: None,
            untold: Vec::new(),
            is_asked: false,
            said: None,
        }
    }
}

impl InCall {
    /// The call, unless there is none or it was left behind.
    #[must_use]
    pub fn on(&self) -> Option<&Call> {
        let call = self.state.call();
        call.filter(|_| !self.state.is_left_behind(self.now))
    }

    /// Whether there is something to say of a call: one, or what was left of one.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.state != State::None
    }

    /// Whether this was said of what others did in the call so long ago that it was read.
    pub(in crate::app) fn is_read(&self, message: &Message) -> bool {
        let said = self.said.as_ref();
        said.is_some_and(|(said, when)| said == message && self.now.since(*when) >= READ)
    }

    /// How many wait for the floor.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.on().map_or(0, |call| call.waiting.iter().count())
    }

    /// The full id of the item that is in hand.
    fn item(&self) -> Option<&str> {
        let in_hand = self.on()?.in_hand.as_ref()?;
        Some(in_hand.item.as_str())
    }
}

impl App {
    /// Who leads the call, where it is another.
    #[must_use]
    pub fn led_by_another(&self) -> Option<&str> {
        let (call, who) = (self.call.on()?, self.who()?);
        Some(call.by.as_str()).filter(|by| *by != who)
    }

    /// Whether the record in hand belongs to the item that the call has in hand.
    pub(super) fn shows_item_of_call(&self) -> bool {
        let item = self.call.item().and_then(|id| self.library().with_id(id));
        item.is_some() && self.item_here() == item
    }

    /// Tells the time; times that are shown run by it.
    pub const fn at(&mut self, now: Moment) {
        self.call.now = now;
        if self.call.came.is_none() {
            self.call.came = Some(now);
        }
    }

    /// The day, where this machine is: year, month, day.
    #[must_use]
    pub fn today(&self) -> (i32, u8, u8) {
        let now = self.call.now.timestamp().to_zoned(TimeZone::system());
        let small = |number: i8| number.unsigned_abs();
        (i32::from(now.year()), small(now.month()), small(now.day()))
    }

    /// Takes what has become of the call, unless something newer is known. Where another item was
    /// taken up, the screen goes along; where it cannot be read, it stays as it was read last.
    pub fn hear_call(&mut self, heard: Heard) {
        let truth = &mut self.call.truth;
        if heard.turn <= truth.turn {
            return;
        }
        truth.turn = heard.turn;
        // What cannot be read for a while, as on a disk that fails, has not ended.
        let unread = match heard.state {
            State::Wrong(why) if truth.state.call().is_some() => Some(why),
            state => {
                truth.state = state;
                None
            }
        };
        self.show_call(self.foreseen_call());
        if let Some(why) = unread.as_ref().filter(|_| self.call.unread != unread) {
            self.message = Some(words::as_read_last(why));
        }
        self.call.unread = unread;
    }

    /// Shows a state of the call.
    pub(super) fn show_call(&mut self, state: State) {
        let before = self.call.item().map(str::to_owned);
        let was_shown = self.call.is_shown();
        let began = |state: &State| state.call().map(|call| call.began);
        let is_same = began(&self.call.state) == began(&state);
        let decided = self.decided_by_another(&state).filter(|_| is_same);
        let before_it = std::mem::replace(&mut self.call.state, state);
        let put_off = |state: &State| state.call().map(|call| call.put_off.len());
        if put_off(&before_it) != put_off(&self.call.state)
            && self.scope.renew(&self.shelf.library, self.call.on())
        {
            self.refill();
        }
        if self.call.on().is_none() || !is_same {
            // The next call is followed again, also where the end of this one was not heard of.
            self.call.detached = false;
        }
        let other = self.led_otherwise(&before_it);
        let said = match (decided, other) {
            (Some(decided), Some(other)) => Some(words::and(&decided, &other)),
            (decided, other) => decided.or(other),
        };
        if said.is_some() {
            self.call.said = said.clone().map(|said| (said, self.call.now));
            self.message = said;
        }
        if !was_shown && self.call.is_shown() && self.call.on().is_none() {
            self.message = Some(words::left_behind(&self.key_of("call-end")));
        }
        let item = self.call.item().map(str::to_owned);
        if item != before {
            self.call.moves_to = item.filter(|_| !self.call.detached);
        }
        self.go_along();
    }

    /// What is said at the bottom of a position that one confirmed is so no more where it was changed since.
    /// `old` is the state of the library before.
    pub(super) fn correct_confirmed(&mut self, old: &Library) {
        let Some((item, said)) = &self.call.confirmed else {
            return;
        };
        let says = |library: &Library| {
            let key = library.with_id(&format!("{}/position", item.as_str()))?;
            match library.record(key) {
                Some(Record::Position(one)) => Some((one.stance, one.text.clone())),
                _ => None,
            }
        };
        if self.message.as_ref() == Some(said) && says(old) != says(self.library()) {
            let numbers = self.numbers_of(item.as_str());
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            self.message = Some(words::changed_since(&numbers, &self.key_of("agree")));
        }
    }

    /// Goes to the item that was taken up; not under the hands of one who is typing or choosing.
    fn go_along(&mut self) {
        if !self.layers.is_empty() || !self.pending.is_empty() {
            return;
        }
        let Some(item) = self.call.moves_to.take() else {
            return;
        };
        if let Some(key) = self.library().with_id(&item)
            && self.item_here() != Some(key)
        {
            self.show_item(key);
        }
    }

    /// The record by which it is known to which report a meeting goes: the one in hand; where nothing was
    /// chosen as yet, the newest report of the group.
    pub(in crate::app) fn meeting_by(&self, here: Option<Key>) -> Option<Key> {
        let library = self.library();
        let own = here.and_then(|here| library.report_of(here));
        let newest = self.newest_of_group(own);
        let newest = newest.filter(|report| self.is_as_begun() && Some(*report) != own);
        newest
            .and_then(|report| library.with_id(library.head(report)?.id.as_str()))
            .or(here)
    }

    /// The item in hand, or the one that the record in hand belongs to.
    #[must_use]
    pub fn item_here(&self) -> Option<Key> {
        let here = match &self.recital {
            Some(recital) => recital.key,
            None => self.in_hand()?,
        };
        match self.library().kind(here) {
            Kind::Item => Some(here),
            _ => self.library().item_of(here),
        }
    }

    /// Takes an item in hand, in the pane of the items; where a position is read out, its position.
    pub(super) fn show_item(&mut self, item: Key) {
        self.lost = None;
        if !self.scope.allows(item) {
            self.scope.clear();
            self.message = Some(crate::words::ui::FILTERS_LIFTED.into());
        }
        let council = BoardKind::ALL
            .iter()
            .position(|kind| *kind == BoardKind::Council);
        self.board = council.unwrap_or(self.board);
        self.focus = Focus::Panes;
        self.reading = Reading::default();
        self.refill();
        if let Some(board) = self.boards.get_mut(self.board) {
            board.pane = 0;
            if let Some(items) = board.current_mut() {
                items.select(item);
            }
        }
        self.follow_item();
        if self.recital.is_some()
            && let Some(position) = self.position_of(item)
        {
            self.recital = Some(super::recital::Recital::of(position));
        }
    }

    /// Whether the screen shows the item that is in hand in the call.
    pub(super) fn is_along(&self) -> bool {
        let item = self.call.item().and_then(|id| self.library().with_id(id));
        item.is_some() && item == self.item_here()
    }

    /// After a key: goes where it could not go while one typed; and who has moved away from the
    /// item of the call is told how to leave it and how to return.
    pub(super) fn after_key(&mut self, was_along: bool) {
        self.go_along();
        if was_along && !self.call.detached && self.layers.is_empty() && self.message.is_none() {
            let key = self.key_of("detach");
            if let Some(item) = self.call.item().filter(|_| !self.is_along()) {
                self.message = Some(words::moved_away(&self.number_of(item), &key));
            }
        }
    }

    /// Stays behind where the screen goes along, and goes along again where it stayed behind.
    pub(super) fn turn_from_call(&mut self) {
        let key = self.key_of("detach");
        let Some(item) = self.call.on().map(|_| self.call.item().map(str::to_owned)) else {
            self.message = Some(words::no_call(&self.key_of("call-begin")));
            return;
        };
        self.call.detached = !self.call.detached;
        self.message = Some(if self.call.detached {
            words::detached(&key)
        } else {
            words::FOLLOWS.into()
        });
        if !self.call.detached {
            self.call.moves_to = item;
            self.go_along();
        }
    }

    /// The number of an item as it is printed, else its title; both untrusted.
    #[must_use]
    pub fn number_of(&self, item: &str) -> String {
        self.numbers_of(item).join(",")
    }

    /// The numbers of an item; else what it is called, shortened where it is long, and its id where it
    /// is not there. All untrusted.
    #[must_use]
    pub fn numbers_of(&self, item: &str) -> Vec<String> {
        let numbers = self.printed_numbers(item);
        if !numbers.is_empty() {
            return numbers;
        }
        let key = self.library().with_id(item);
        let title = key.map(|key| self.library().title(key, self.language));
        vec![title.map_or_else(
            || item.to_owned(),
            |title| format!("«{}»", shortened(&title)),
        )]
    }

    /// The numbers of an item as they are printed; none where it has none.
    #[must_use]
    pub fn printed_numbers(&self, item: &str) -> Vec<String> {
        let library = self.library();
        let record = library.with_id(item).and_then(|key| library.record(key));
        match record {
            Some(Record::Item(record)) => {
                let numbers = record.number.iter();
                numbers.map(|one| one.as_str().to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What a country, body or person of the registry is called; the word itself where there is none.
    #[must_use]
    pub fn name_of(&self, who: &str) -> Message {
        named_in(self.library(), who)
    }
}

/// What a country, body or person of the registry of a library is called; the word itself where there is none.
pub(super) fn named_in(library: &Library, who: &str) -> Message {
    use crate::report::Language::{Arabic, English};
    match library.in_registry(who) {
        Some(key) => Message::new(
            library.title(key, Arabic).into_owned(),
            library.title(key, English).into_owned(),
        ),
        None => Message::new(who, who),
    }
}

/// As many characters of a title as are said in a line.
const TITLE: usize = 40;

/// The beginning of a title.
pub(super) fn shortened(title: &str) -> String {
    match title.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or_default().trim_end()),
        None => title.to_owned(),
    }
}
