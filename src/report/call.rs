//! A call in progress: which item is in hand since when, who has the floor, who waits. It is what
//! `live.yaml` holds beside the reports; everybody who shares the folder follows it.
//!
//! Every change takes the moment at which it is made, so that nothing here looks at a clock.

mod leading;
mod speakers;
mod taken;
#[cfg(test)]
mod tests;

use std::fmt;
use std::time::Duration;

use jiff::{Timestamp, Unit};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Id, Many, Ref, Stance, Text};

pub use speakers::{Floor, Speech};

/// A moment in UTC, to the second, as RFC 3339 writes it: `2026-11-22T09:12:30Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

impl Moment {
    /// The present moment, of this machine's clock.
    #[must_use]
    pub fn now() -> Self {
        Self::from(Timestamp::now())
    }

    /// Reads what [`fmt::Display`] writes; fractions of a second are dropped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse()
            .ok()
            .map(|moment: Timestamp| Self::from(moment))
    }

    /// The moment as `jiff` knows it.
    #[must_use]
    pub const fn timestamp(self) -> Timestamp {
        self.0
    }

    /// How long ago `earlier` was; nothing where the clocks of two machines disagree so far that
    /// it is yet to come.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::try_from(self.0.duration_since(earlier.0)).unwrap_or_default()
    }
}

impl From<Timestamp> for Moment {
    fn from(moment: Timestamp) -> Self {
        let whole = moment.round(
            jiff::TimestampRound::new()
                .smallest(Unit::Second)
                .mode(jiff::RoundMode::Trunc),
        );
        Self(whole.unwrap_or(moment))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = "a moment such as 2026-11-22T09:12:30Z";
        Self::parse(&text)
            .ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

/// The item that is in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InHand {
    /// Its full id: `c21:27`.
    pub item: Ref,
    /// When it was taken up.
    pub since: Moment,
    /// How many minutes are planned for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<u16>,
}

/// Time planned for an item that is still to be taken up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its full id.
    pub item: Ref,
    /// In minutes, above 0.
    pub minutes: u16,
}

/// A stretch of the call that was spent on an item; an item may be taken up more than once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Its full id.
    pub item: Ref,
    /// When it was taken up.
    pub from: Moment,
    /// When it was left.
    pub to: Moment,
    /// How many minutes were planned for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<u16>,
}

/// What was decided on an item, where no record of it tells so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Its full id.
    pub item: Ref,
    /// Who noted it, as the history names people.
    pub by: String,
    /// When.
    pub at: Moment,
    /// The stance of its position then, where it was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// The words of its position then, where it was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// Reads what was noted. Versions before wrote the ids of the items alone: by whom and when is not known
/// of these, so that whatever is known of when comes after it.
fn noted<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Noted>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Told {
        Noted(Noted),
        Item(Ref),
    }
    let all = Vec::<Told>::deserialize(deserializer)?.into_iter();
    let all = all.map(|told| match told {
        Told::Noted(noted) => noted,
        Told::Item(item) => Noted {
            item,
            by: String::new(),
            at: Moment::from(Timestamp::UNIX_EPOCH),
            stance: None,
            text: None,
        },
    });
    Ok(all.collect())
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The report whose items are taken up.
    pub report: Id,
    /// When it began.
    pub began: Moment,
    /// When anything in it changed last: a call that was left behind is known by it.
    pub changed: Moment,
    /// Who leads it, as the history names people.
    pub by: String,
    /// Who led it before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub led: Vec<String>,
    /// Who chairs it, of the registry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Ref>,
    /// It was said in the call that nobody is to be named as the chair.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_chair: bool,
    /// The item in hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_hand: Option<InHand>,
    /// Time planned for items that are still to be taken up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<Planned>,
    /// Who has the floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Floor>,
    /// Who asked for it, in their order.
    #[serde(default, skip_serializing_if = "Many::is_empty")]
    pub waiting: Many<Ref>,
    /// Items whose position was agreed before, and was agreed again in it, with what it said.
    #[serde(
        default,
        deserialize_with = "noted",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub confirmed: Vec<Noted>,
    /// Items that were put off in it where no position tells so: they have none, or one that was deferred
    /// before.
    #[serde(
        default,
        deserialize_with = "noted",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub put_off: Vec<Noted>,
    /// Who is there: countries and bodies of the registry, in the order in which they came. They were noted,
    /// had the floor, or waited for it until an item was closed; who waits now is not among them for that.
    #[serde(default, skip_serializing_if = "Many::is_empty")]
    pub present: Many<Ref>,
    /// What was done before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Stretch>,
    /// Who spoke.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speeches: Vec<Speech>,
    /// The full id of the meeting into which its record is being written, while that is done: whoever
    /// is stopped in between is known by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<String>,
}

impl Call {
    /// So long after its last change a call counts as left behind: longer than any pause.
    pub const FORGOTTEN: Duration = Duration::from_secs(4 * 60 * 60);
    /// In a call that was left behind, what was changed so long after what was done before is of it no
    /// more.
    pub const PAUSE: Duration = Duration::from_secs(60 * 60);

    /// A record is called otherwise from now on: full ids of items, and of entries of the registry.
    pub fn rename(&mut self, was: &str, now: &str) {
        let items = self.in_hand.iter_mut().map(|one| &mut one.item);
        let items = items.chain(self.planned.iter_mut().map(|one| &mut one.item));
        let items = items.chain(self.taken.iter_mut().map(|one| &mut one.item));
        let noted = self.confirmed.iter_mut().chain(&mut self.put_off);
        let items = items.chain(noted.map(|one| &mut one.item));
        let parties = self.floor.iter_mut().map(|one| &mut one.who);
        let parties = parties.chain(self.speeches.iter_mut().map(|one| &mut one.who));
        let parties = parties
            .chain(&mut self.waiting.0)
            .chain(&mut self.present.0);
        let all = items.chain(parties).chain(&mut self.chair);
        for one in all.filter(|one| one.as_str() == was) {
            *one = now.into();
        }
        if let Some(into) = self.into.as_mut().filter(|into| *into == was) {
            now.clone_into(into);
        }
    }

    /// A call that begins.
    #[must_use]
    pub fn begin(report: &str, by: &str, now: Moment) -> Self {
        Self {
            report: report.into(),
            began: now,
            changed: now,
            by: by.to_owned(),
            led: Vec::new(),
            chair: None,
            no_chair: false,
            in_hand: None,
            planned: Vec::new(),
            floor: None,
            waiting: Many::default(),
            confirmed: Vec::new(),
            put_off: Vec::new(),
            present: Many::default(),
            taken: Vec::new(),
            speeches: Vec::new(),
            into: None,
        }
    }

    /// Whether all that was done in it is as in another, whenever that was changed last, and wherever a
    /// record was to be written that is not there.
    #[must_use]
    pub fn is_as(&self, other: &Self) -> bool {
        let other = Self {
            changed: self.changed,
            into: self.into.clone(),
            ..other.clone()
        };
        *self == other
    }

    /// Whether it was left behind, by a crash or by forgetting.
    #[must_use]
    pub fn is_forgotten(&self, now: Moment) -> bool {
        now.since(self.changed) >= Self::FORGOTTEN
    }

    /// Takes up an item; the one that was in hand is closed. Taking up the item in hand changes
    /// nothing.
    pub fn take_up(&mut self, item: &str, now: Moment) {
        if self.is_in_hand(item) {
            return;
        }
        self.close(now);
        let place = self
            .planned
            .iter()
            .position(|one| one.item.as_str() == item);
        let planned = place.map(|place| self.planned.remove(place).minutes);
        self.in_hand = Some(InHand {
            item: item.into(),
            since: now,
            planned,
        });
    }

    /// Closes the item in hand: who has the floor is done, and nobody waits any more. Who waited till then
    /// was there.
    pub fn close(&mut self, now: Moment) {
        self.changed = now;
        self.floor_is_free(now);
        for who in std::mem::take(&mut self.waiting).iter() {
            self.arrive(who.as_str(), now);
        }
        if let Some(done) = self.in_hand.take() {
            self.taken.push(Stretch {
                item: done.item,
                from: done.since,
                to: now.max(done.since),
                planned: done.planned,
            });
        }
    }

    /// Plans so many minutes for an item, the one in hand or one that is still to be taken up; 0
    /// takes the plan back.
    pub fn plan(&mut self, item: &str, minutes: u16, now: Moment) {
        self.changed = now;
        match &mut self.in_hand {
            Some(in_hand) if in_hand.item.as_str() == item => {
                in_hand.planned = (minutes > 0).then_some(minutes);
            }
            _ => {
                self.planned.retain(|one| one.item.as_str() != item);
                if minutes > 0 {
                    let item = item.into();
                    self.planned.push(Planned { item, minutes });
                }
            }
        }
    }

    /// Whether this item is in hand.
    #[must_use]
    pub fn is_in_hand(&self, item: &str) -> bool {
        self.in_hand
            .as_ref()
            .is_some_and(|one| one.item.as_str() == item)
    }

    /// How long the item in hand has been, with what was spent on it before.
    #[must_use]
    pub fn elapsed(&self, now: Moment) -> Duration {
        let Some(in_hand) = &self.in_hand else {
            return Duration::ZERO;
        };
        self.spent(&in_hand.item) + now.since(in_hand.since)
    }

    /// How long the item in hand has been, as it is held against the time that is planned: where some is
    /// planned for this time, since it was taken up last.
    #[must_use]
    pub fn against_plan(&self, now: Moment) -> Duration {
        match &self.in_hand {
            Some(in_hand) if in_hand.planned.is_some() => now.since(in_hand.since),
            _ => self.elapsed(now),
        }
    }

    /// How long an item was in hand before, in all.
    #[must_use]
    pub fn spent(&self, item: &Ref) -> Duration {
        let stretches = self.taken.iter().filter(|one| one.item == *item);
        stretches.map(|one| one.to.since(one.from)).sum()
    }

    /// The items that were taken up, each once, in the order in which they were first.
    #[must_use]
    pub fn items(&self) -> Vec<&Ref> {
        let mut items = Vec::new();
        let in_hand = self.in_hand.iter().map(|one| &one.item);
        for item in self.taken.iter().map(|one| &one.item).chain(in_hand) {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        items
    }

    /// Notes that the position on an item, which was agreed before, is agreed again. What it said when that
    /// was done last counts.
    pub fn confirm(&mut self, noted: Noted) {
        self.changed = noted.at;
        self.confirmed.retain(|one| one.item != noted.item);
        self.confirmed.push(noted);
    }

    /// Notes that an item is put off, of which no position tells it.
    pub fn put_off(&mut self, noted: Noted) {
        if !self.put_off.iter().any(|one| one.item == noted.item) {
            self.changed = noted.at;
            self.put_off.push(noted);
        }
    }

    /// Notes that somebody is there.
    pub fn arrive(&mut self, who: &str, now: Moment) {
        if !self.is_present(who) {
            self.present.0.push(who.into());
            self.changed = now;
        }
    }

    /// Takes a name off the list of those who are there, where it was put by mistake.
    pub fn leave(&mut self, who: &str, now: Moment) {
        let before = self.present.0.len();
        self.present.0.retain(|one| one.as_str() != who);
        if self.present.0.len() < before {
            self.changed = now;
        }
    }

    /// Whether somebody is known to be there.
    #[must_use]
    pub fn is_present(&self, who: &str) -> bool {
        self.present.iter().any(|one| one.as_str() == who)
    }
}
