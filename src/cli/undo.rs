//! `majlis undo` and `majlis redo`.

use super::Failure;
use super::writing::{Order, Verb};
use crate::library::keep::{ChangeId, Deed, Done, History, KeepError, Keeper};
use crate::library::live::record::is_of_call;
use crate::words::{Message, undo};

/// Undoes the last change or this one, or does again what was undone last, with what the same key made;
/// or leaves it as it is. What the end of a call wrote is the work of an hour: it is undone by its name
/// only. With why what the same key made was not turned back as well.
pub fn turn(
    keeper: &Keeper,
    order: &Order,
    named: Option<&ChangeId>,
) -> Result<(Done, Option<KeepError>), KeepError> {
    let what = match order.verb {
        Verb::Redo => Deed::Redo,
        _ => Deed::Undo,
    };
    if order.options.get("keep").is_some() {
        let line = keeper.pass_over(what, named, is_of_call)?;
        return Ok((Done::told(line), None));
    }
    let done = match (what, named) {
        (Deed::Redo, _) => keeper.redo(),
        (_, Some(id)) => keeper.undo_this(id),
        (_, None) => keeper.undo_unless(is_of_call),
    }?;
    let mut next = done.half.clone();
    let mut told = done;
    while let Some(half) = next.take() {
        match keeper.turn_all_the_same(what, &half, &[]) {
            Ok(other) => {
                next.clone_from(&other.half);
                // The first of them tells of all.
                if other.line.with.is_none() {
                    told = other;
                }
            }
            // It is so already.
            Err(KeepError::Unchanged) => {}
            Err(why) => return Ok((told, Some(why))),
        }
    }
    Ok((told, None))
}

/// The change whose name begins like this, where it is one; else why it is not.
pub fn named(history: &History, typed: &str) -> Result<Result<ChangeId, Message>, Failure> {
    let mut found = history
        .newest_first()?
        .filter(|line| line.id.as_str().starts_with(typed));
    Ok(match (found.next(), found.next()) {
        (Some(line), None) => Ok(line.id),
        (found, _) => Err(undo::no_change(typed, found.is_some())),
    })
}

/// How one goes past what cannot be undone or done again just so.
pub fn way_on(error: &KeepError, verb: Verb) -> Option<Message> {
    let is_undone = match verb {
        Verb::Undo => false,
        Verb::Redo => true,
        _ => return None,
    };
    let stands_in_the_way = matches!(
        error,
        KeepError::Conflict(_)
            | KeepError::Filled(_)
            | KeepError::NotEdited { .. }
            | KeepError::Unreadable { .. }
            | KeepError::Wrong(_)
    );
    stands_in_the_way.then(|| undo::way_on(is_undone))
}
