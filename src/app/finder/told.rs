//! What is said of a search: why nothing was found, and what was read otherwise than it was typed.

use crate::search::Query;
use crate::words::label::{Label, plural};
use crate::words::query::{self as words, FIELDS};
use crate::words::{Message, Phrase};

use super::super::fields::{Field, kind_called, kinds};
use super::Found;

/// What is said where nothing is found: what there is none of that was asked for; of two words of which one
/// names a kind, that none of it has the other; else how much there is of each word by itself. None where that
/// says nothing.
#[must_use]
pub fn nothing(found: &Found) -> Option<Message> {
    if found.missing.is_some() {
        return found.missing.clone();
    }
    let apart = found.apart.as_slice();
    if let [(one, _), (other, _)] = apart {
        for (kind, word) in [(one, other), (other, one)] {
            if let Some(kind) = kind_called(kind) {
                return Some(words::none_of_kind(kind.label(), word, apart));
            }
        }
    }
    (!apart.is_empty()).then(|| words::each_apart(apart))
}

/// What is said quietly of a search: what could not be read, and what was read otherwise than it
/// was typed.
#[must_use]
pub fn notes(query: &Query, found: &Found) -> Vec<Message> {
    let mut notes: Vec<Message> = Vec::new();
    notes.extend(query.notice().map(|notice| words::notice(notice).into()));
    if let Some((field, value)) = query.unknown_value() {
        let names = FIELDS.get(field).copied().unwrap_or_default();
        let name = |place: usize| names.get(place).copied().unwrap_or_default();
        notes.push(words::unknown_value(
            name(1),
            name(0),
            value,
            &found.values,
            found.more_values,
        ));
    }
    if let Some((name, _)) = query.unknown_field() {
        notes.push(words::unknown_field(name));
    }
    for (field, value) in query.fields() {
        if Field::numbered(field) == Some(Field::Kind)
            && let kinds = kinds(value)
            && kinds.len() > 1
        {
            let names = FIELDS.get(field).copied().unwrap_or_default();
            let name = |place: usize| names.get(place).copied().unwrap_or_default();
            let kinds: Vec<Phrase> = kinds.into_iter().map(Label::label).collect();
            notes.push(words::several_values(name(1), name(0), value, &kinds));
        }
    }
    if found.cut > 0 {
        notes.push(words::not_all_searched(found.cut));
    }
    let read = found.read_as.iter().chain(&found.corrected);
    notes.extend(read.map(|(typed, read)| words::read_as(typed, read)));
    let read = found.read_as_fields.iter();
    notes.extend(read.map(|(typed, field)| words::read_as_said(typed, field)));
    let left_out = found.left_out.as_deref();
    notes.extend(left_out.map(|word| words::left_out(word, found.left_out_in)));
    // How much there is of each word says it too.
    let is_told = found.without.is_empty() || !found.apart.is_empty();
    let without = Some(found.without.as_slice()).filter(|_| !is_told);
    notes.extend(without.map(words::not_in_first));
    let apart = Some(found.apart.as_slice()).filter(|apart| found.total > 0 && !apart.is_empty());
    notes.extend(apart.map(words::each_and_none));
    notes.extend(found.newest_first.as_deref().map(words::newest_first));
    // One record needs no word of what comes first.
    let first = found.asked_for.filter(|_| found.total > 1);
    notes.extend(first.map(|kind| words::asked_for(plural(kind))));
    notes
}
