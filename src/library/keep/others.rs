//! What others have done since to what is turned back. A value that is one's own again may be so since
//! another put it there: it is not taken away without a question.

use serde_yaml::Value;

use super::history::{ChangeId, Deed, FieldChange, Line, Sort};
use super::merge::{Author, Clash, same};
use super::turn::{Turn, turned};
use crate::library::edit::{FieldPath, Step};

/// The lines of others, as far as the history was looked through for a turn.
#[derive(Default)]
struct Passed(Vec<(ChangeId, String, Vec<FieldChange>)>);

/// Finds a turn in lines that come newest first, with what others have done since to its fields.
pub(super) fn with_others(
    lines: &mut dyn Iterator<Item = Line>,
    who: &str,
    find: impl FnOnce(&mut dyn Iterator<Item = Line>) -> Option<Turn>,
) -> Option<Turn> {
    let mut passed = Passed::default();
    // What was made together with another, the newest first.
    let mut joined: Vec<(ChangeId, ChangeId)> = Vec::new();
    let note = |line: &Line| {
        if line.what == Deed::Change
            && let Some(with) = &line.with
        {
            joined.push((with.clone(), line.id.clone()));
        }
        if line.who != who && line.what.has_changed() {
            // What was written there is not asked for, and may be long.
            let fields = line.fields.iter();
            let fields = fields.map(|field| FieldChange::of(field.at.clone(), field.sort));
            passed
                .0
                .push((line.id.clone(), line.file.clone(), fields.collect()));
        }
    };
    let mut turn = find(&mut (&mut *lines).inspect(note))?;
    let own = turn.change.id.clone();
    let first = turn.change.with.clone().unwrap_or_else(|| own.clone());
    let newer = joined.into_iter().filter(|(with, _)| *with == first);
    turn.rest = newer.map(|(_, id)| id).collect();
    if first != own {
        let older = lines.take_while(|line| line.id > first);
        let older = older.filter(|line| line.what == Deed::Change);
        let older = older.filter(|line| line.with.as_ref() == Some(&first));
        turn.rest.extend(older.map(|line| line.id));
        turn.rest.push(first);
    }
    turn.rest.retain(|id| *id != own);
    let line = turn.line();
    let own: Vec<FieldChange> = line.fields.iter().map(turned).collect();
    let since = passed.0.into_iter();
    let since = since.filter(|(id, file, _)| *id > line.id && *file == line.file);
    let since = since.flat_map(|(.., fields)| fields);
    turn.others = since
        .filter(|other| own.iter().any(|field| overwrites(field, other)))
        .collect();
    Some(turn)
}

/// Whether what is turned back would overwrite what another did.
fn overwrites(field: &FieldChange, other: &FieldChange) -> bool {
    match (field.sort, other.sort) {
        // What comes back stands beside what came since.
        (Sort::Insert, _) => false,
        (Sort::Move, Sort::Move) => field.at == other.at,
        (Sort::Move, _) | (_, Sort::Move) => false,
        _ => meet(&field.at, &other.at),
    }
}

/// Whether one of two places is the other, or within it.
pub(in crate::library) fn meet(one: &FieldPath, other: &FieldPath) -> bool {
    one.0.iter().zip(&other.0).all(|(one, other)| one == other)
}

/// Whether another has touched what stands at a place; of what is moved, whether another has moved it.
pub(super) fn has_touched(others: &[FieldChange], at: &FieldPath, is_move: bool) -> bool {
    others.iter().any(|other| match is_move {
        true => other.sort == Sort::Move && other.at == *at,
        false => other.sort != Sort::Move && meet(&other.at, at),
    })
}

/// Says of each clash who changed the field last, by lines that come newest first: nobody who is known,
/// where what stands there is not what the last of them has left. Of a whole record it is who of the
/// others has left something in it last, whatever the person who is asked has done to the rest of it.
pub(super) fn find_authors(lines: impl Iterator<Item = Line>, clashes: &mut [Clash], asked: &str) {
    let mut open: Vec<&mut Clash> = clashes.iter_mut().collect();
    for line in lines {
        open.retain_mut(|clash| {
            let mut fields = line.fields.iter().rev();
            let Some(last) = fields.find(|field| is_about(field, &clash.at)) else {
                return true;
            };
            let author = has_left(last, clash).then(|| Author {
                who: line.who.clone(),
                when: line.when.clone(),
            });
            let is_record = matches!(clash.theirs, Some(Value::Mapping(_)));
            if !is_record || author.is_some() && line.who != asked {
                clash.by = author;
                return false;
            }
            if clash.by.is_none() {
                clash.by = author;
            }
            true
        });
        if open.is_empty() {
            return;
        }
    }
}

/// Whether it is by the person who is asked that these fields are as they are, who has gone back to that
/// knowingly: who has undone what another did, or has brought back an earlier value. By the lines since a
/// change, which come newest first; of a whole record, whether nobody else has changed anything in it.
/// What the person has changed and taken back counts for nothing; nor is anything in a record the
/// person's own that another program wrote there.
pub(super) fn is_over_own(lines: impl Iterator<Item = Line>, clashes: &[Clash], who: &str) -> bool {
    let is_by = |clash: &Clash| clash.by.as_ref().is_some_and(|by| by.who == who);
    if !clashes.iter().all(is_by) {
        return false;
    }
    let lines: Vec<Line> = lines.filter(|line| line.what != Deed::Conflict).collect();
    let is_own = |id: &ChangeId| {
        let mut changes = lines.iter();
        changes.any(|line| line.id == *id && line.who == who)
    };
    clashes.iter().all(|clash| {
        let is_record = matches!(clash.theirs, Some(Value::Mapping(_)));
        let mut taken_back: Vec<&ChangeId> = Vec::new();
        let touch = lines.iter().filter(|line| {
            let mut fields = line.fields.iter();
            fields.any(|field| is_about(field, &clash.at))
        });
        for line in touch {
            let is_last = match (line.what, &line.of) {
                (Deed::Undo, Some(of)) if line.who == who => {
                    taken_back.push(of);
                    !is_own(of)
                }
                _ if taken_back.contains(&&line.id) => false,
                _ if line.who != who => return false,
                (Deed::Change, None) => return false,
                _ => true,
            };
            if is_last && !is_record {
                return true;
            }
        }
        is_record && same(clash.base.as_ref(), clash.theirs.as_ref())
    })
}

/// Whether what a change has left stands wherever it is about one of these.
pub(super) fn stands(line: &Line, clashes: &[Clash]) -> bool {
    clashes.iter().all(|clash| {
        let mut fields = line.fields.iter().rev();
        let last = fields.find(|field| is_about(field, &clash.at));
        last.is_none_or(|last| has_left(last, clash))
    })
}

/// Whether a change is one of what stands at a place.
fn is_about(field: &FieldChange, at: &FieldPath) -> bool {
    match field.sort {
        Sort::Move => field
            .at
            .0
            .split_last()
            .is_some_and(|(_, list)| *list == at.0),
        _ => meet(&field.at, at),
    }
}

/// Whether what stands at the place of a clash is what a change has left there.
fn has_left(field: &FieldChange, clash: &Clash) -> bool {
    let (became, theirs) = (field.became.as_ref(), clash.theirs.as_ref());
    let (own, at) = (&field.at.0, &clash.at.0);
    match (at.get(own.len()..), own.get(at.len()..)) {
        _ if field.sort == Sort::Move => true,
        (Some(rest), _) => same(within(became, rest), theirs),
        (None, rest) => same(became, within(theirs, rest.unwrap_or_default())),
    }
}

/// What stands at a path within a value.
pub(super) fn within<'v>(value: Option<&'v Value>, path: &[Step]) -> Option<&'v Value> {
    path.iter().try_fold(value?, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Place(place) => value.get(*place),
        Step::Id(id) => {
            let mut all = value.as_sequence()?.iter();
            all.find(|one| super::plan::id_of(one).as_ref() == Some(id))
        }
    })
}
