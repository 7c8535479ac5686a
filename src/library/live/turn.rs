//! What one did in a call, from the state before it to the state after it: it is taken back, or done again,
//! where nobody has acted on the same since. What else others have done stays.

use crate::report::Ref;
use crate::report::call::Call;

/// From one state of a call to another; none is that there is no call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The state from which it goes.
    pub from: Option<Call>,
    /// That to which it goes.
    pub to: Option<Call>,
}

impl Turn {
    /// What becomes of a call by it; none where the call stands otherwise in what it changes. One that
    /// begins or ends the call needs it to be as it was in all.
    #[must_use]
    pub fn on(&self, call: Option<&Call>) -> Option<Option<Call>> {
        match (&self.from, &self.to, call) {
            (Some(from), Some(to), Some(call)) => merged(from, to, call).map(Some),
            (from, to, call) => is_as(from.as_ref(), call).then(|| to.clone()),
        }
    }

    /// Whether a call stands so that this can be done.
    #[must_use]
    pub fn fits(&self, call: Option<&Call>) -> bool {
        self.on(call).is_some()
    }

    /// Whether it leads nowhere else.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        is_as(self.from.as_ref(), self.to.as_ref())
    }

    /// The way back.
    #[must_use]
    pub fn back(self) -> Self {
        let Self { from, to } = self;
        Self { from: to, to: from }
    }
}

fn is_as(one: Option<&Call>, other: Option<&Call>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is_as(other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// A call in which that is changed which differs between two states, and nothing else.
fn merged(from: &Call, to: &Call, call: &Call) -> Option<Call> {
    if from.began != call.began {
        return None;
    }
    // Whoever asked for the floor since, or had it, did so on the item in hand.
    let is_moved = from.in_hand != to.in_hand;
    let is_as_it_was = from.floor == call.floor
        && from.waiting == call.waiting
        && from.taken == call.taken
        && from.speeches == call.speeches;
    if is_moved && !is_as_it_was {
        return None;
    }
    let mut new = call.clone();
    one(&from.by, &to.by, &mut new.by)?;
    one(&from.chair, &to.chair, &mut new.chair)?;
    one(&from.no_chair, &to.no_chair, &mut new.no_chair)?;
    one(&from.in_hand, &to.in_hand, &mut new.in_hand)?;
    one(&from.floor, &to.floor, &mut new.floor)?;
    let (planned, noted) = (&mut new.planned, [&mut new.confirmed, &mut new.put_off]);
    list(&from.planned, &to.planned, planned, |a, b| a.item == b.item)?;
    let states = [
        (&from.confirmed, &to.confirmed),
        (&from.put_off, &to.put_off),
    ];
    for ((from, to), noted) in states.into_iter().zip(noted) {
        list(from, to, noted, |a, b| a.item == b.item)?;
    }
    // Who was put on the list and stood there when another closed the item is there by that alone.
    let noted = noted_by_closing(from, to, call);
    let mut on_list = from.waiting.0.clone();
    on_list.retain(|who| !noted.contains(who));
    new.present.0.retain(|who| !noted.contains(who));
    list(&on_list, &to.waiting.0, &mut new.waiting.0, PartialEq::eq)?;
    list(
        &from.present.0,
        &to.present.0,
        &mut new.present.0,
        PartialEq::eq,
    )?;
    list(&from.taken, &to.taken, &mut new.taken, PartialEq::eq)?;
    list(
        &from.speeches,
        &to.speeches,
        &mut new.speeches,
        PartialEq::eq,
    )?;
    // Who has the floor or had it is there. Another may have taken somebody off the list since: that is
    // not done by this.
    let mut gone = call
        .present
        .iter()
        .filter(|who| !new.present.0.contains(who));
    (!gone.any(|who| acts(&new, who.as_str()))).then_some(new)
}

/// Whether somebody has the floor, or had it.
fn acts(call: &Call, who: &str) -> bool {
    let has_floor = call.floor.iter().any(|floor| floor.who.as_str() == who);
    has_floor
        || call
            .speeches
            .iter()
            .any(|speech| speech.who.as_str() == who)
}

/// Those whom this takes off the list of speakers, who left it when the item was closed since, and count as
/// there for that.
fn noted_by_closing(from: &Call, to: &Call, call: &Call) -> Vec<Ref> {
    let is_one = |who: &&Ref| {
        let id = who.as_str();
        let is_off = !to.waits(id) && !call.waits(id);
        is_off && call.is_present(id) && !from.is_present(id) && !acts(call, id)
    };
    from.waiting.iter().filter(is_one).cloned().collect()
}

/// Gives a field the value that it has in the state to which one goes.
fn one<T: PartialEq + Clone>(from: &T, to: &T, is: &mut T) -> Option<()> {
    if from != to {
        (is == from).then(|| is.clone_from(to))?;
    }
    Some(())
}

/// Takes out of a list what is not in the state to which one goes, and puts in what came there, behind that
/// which it stood behind. Where only their order changes, those that changed it keep their places.
fn list<T: PartialEq + Clone>(
    from: &[T],
    to: &[T],
    is: &mut Vec<T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Option<()> {
    if from == to {
        return Some(());
    }
    let gone: Vec<&T> = from.iter().filter(|one| !to.contains(one)).collect();
    let came = |one: &&T| !from.contains(one);
    if gone.is_empty() && !to.iter().any(|one| came(&one)) {
        let own = is.iter().filter(|one| from.contains(one));
        own.eq(from).then_some(())?;
        let places = is.iter_mut().filter(|one| from.contains(one));
        for (place, one) in places.zip(to) {
            place.clone_from(one);
        }
        return Some(());
    }
    gone.iter().all(|one| is.contains(one)).then_some(())?;
    is.retain(|one| !gone.contains(&one));
    for (place, one) in to.iter().enumerate().filter(|(_, one)| came(one)) {
        (!is.iter().any(|other| is_same(other, one))).then_some(())?;
        let mut before = to.iter().take(place).rev();
        let behind = before.find_map(|before| is.iter().position(|other| other == before));
        is.insert(behind.map_or(0, |place| place + 1), one.clone());
    }
    Some(())
}
