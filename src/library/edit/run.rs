//! Reads of a changed text only the elements that a change touches, where that proves as much as
//! reading all of it.
//!
//! The text before was read as a whole: a map in block style whose lists are in block style too. A
//! **run** is some neighbouring elements of one of these lists, with their whole lines: from the line
//! of the first one's dash to the line of the next element's dash, or of the next key, or to the end.
//! All that a change touches lies in a run. The run of the new text is read by itself, below a key of
//! its own; and the new text as a whole reads as the old one with these elements in the place of the
//! run's:
//!
//! - A parser reads from left to right. What it has read before the run is the same bytes as before;
//!   and at the run it looks no further ahead than the dash and the blank behind it, which are the
//!   same. So it stands there as it stood in the old text: in this list, at this column, in nothing
//!   else that is open. It stands so too in the run by itself: below a key, at a dash of this column.
//! - Behind the run it must stand as it did in the old text, since the same bytes follow. That it
//!   does is seen, not believed: where an element follows, it is read along, as a **witness**, and
//!   must be read at its place as what it was; where a key follows, one is read along at the same
//!   column. Either is reached only with nothing open but the list (or the map).
//! - What would reach beyond that is not read so: anchors, aliases, tags and directives, keys with
//!   `?`, several documents, lists in brackets.
//!
//! Wherever one of these conditions does not hold, the whole text is read. `tests/runs.rs` holds both
//! ways against each other on texts and edits at random.

use std::ops::Range;

use super::lines::{char_at, indent, line_start, piece};
use super::read;
use super::replace::Splice;
use super::same::{Change, is_meant, same};
use super::tree::{Form, Item, Node, What};

/// What stands above a run that is read by itself, and what behind it.
const HEAD: &str = "k:\n";
const NEXT_KEY: &str = "z:\n";

/// Elements of a list, and the text that they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// The number of the list among the entries of the root.
    pub entry: usize,
    /// The elements, without the witness.
    pub elements: Range<usize>,
    /// The bytes of the old text, without the witness.
    pub bytes: Range<usize>,
    /// The bytes with the witness, where there is one.
    with_witness: Range<usize>,
    /// The column of the dashes.
    column: usize,
    /// A key follows, not an element nor the end.
    key_follows: bool,
}

/// The run that holds all these splices; none where they reach beyond one.
pub(super) fn find(text: &str, root: &Node<'_>, way: &[usize], splices: &[Splice]) -> Option<Run> {
    let from = splices.iter().map(|splice| splice.from).min()?;
    let to = splices.iter().map(|splice| splice.to).max()?;
    let What::Map {
        form: Form::Block,
        entries,
    } = &root.what
    else {
        return None;
    };
    let entry = *way.first()?;
    let list = &entries.get(entry)?.value;
    let What::List { flow: false, items } = &list.what else {
        return None;
    };
    // The line of each dash, before which stand only blanks, as many for each.
    let first = items.first()?;
    let column = first.dash - line_start(text, first.dash);
    let line_of = |item: &Item<'_>| {
        let line = line_start(text, item.dash);
        let is_dash = char_at(text, item.dash) == Some('-');
        (is_dash && indent(text, line) == column && item.dash == line + column).then_some(line)
    };
    let start = items.partition_point(|item| line_start(text, item.dash) <= from);
    let start = start.checked_sub(1)?;
    let begin = line_of(items.get(start)?)?;
    let behind = items.get(start + 1..)?;
    let passed = behind.partition_point(|item| line_start(text, item.dash) < to);
    let end = start + 1 + passed;
    let next_key = || match entries.get(entry + 1) {
        Some(next) => {
            let key = next.key.start;
            (key == line_start(text, key)).then_some(key)
        }
        None => Some(text.len()),
    };
    let (stop, with_witness, key_follows) = match items.get(end) {
        Some(witness) => {
            let stop = line_of(witness)?;
            let behind = match items.get(end + 1) {
                Some(next) => line_of(next)?,
                None => next_key()?,
            };
            let is_last = items.get(end + 1).is_none();
            (stop, behind, is_last && behind < text.len())
        }
        None => {
            let stop = next_key()?;
            (stop, stop, stop < text.len())
        }
    };
    (to <= stop).then_some(Run {
        entry,
        elements: start..end,
        bytes: begin..stop,
        with_witness: begin..with_witness,
        column,
        key_follows,
    })
}

impl Run {
    /// The elements of the run in the new text, and the witness, at their places in it; none where
    /// the whole text must be read.
    pub fn read(&self, old: &Node<'_>, new: &str, old_length: usize) -> Option<Vec<Item<'static>>> {
        let end = moved(self.with_witness.end, old_length, new.len())?;
        let piece = piece(new, self.with_witness.start, end);
        let dash = piece.get(self.column..)?;
        let is_dash = indent(piece, 0) == self.column
            && dash.starts_with('-')
            && dash.get(1..)?.starts_with([' ', '\n', '\r']);
        if !is_dash {
            return None;
        }
        let next = if self.key_follows { NEXT_KEY } else { "" };
        let text = format!("{HEAD}{piece}{next}");
        let root = read::read(&text).ok()?;
        if !is_bare(&root) {
            return None;
        }
        let is_at =
            |node: &Node<'_>, word: &str, at: usize| node.text() == Some(word) && node.start == at;
        let (list, follows) = match root.entries() {
            [list] if !self.key_follows => (list, true),
            [list, next] if self.key_follows => {
                (list, is_at(&next.key, "z", HEAD.len() + piece.len()))
            }
            _ => return None,
        };
        if !follows || !is_at(&list.key, "k", 0) {
            return None;
        }
        let shift = Shift {
            from: HEAD.len(),
            to: self.with_witness.start,
        };
        let What::List { flow: false, items } = list.value.clone().into_owned().what else {
            return None;
        };
        let mut items = items;
        items.iter_mut().for_each(|item| shift.item(item));
        // The witness stands where it stood, and is what it was.
        let witness = old.entries().get(self.entry)?.value.items();
        if let Some(witness) = witness.get(self.elements.end) {
            let seen = items.last()?;
            let line = moved(self.bytes.end, old_length, new.len())?;
            if seen.dash != line + self.column || !same(&witness.node, &seen.node) {
                return None;
            }
        }
        Some(items)
    }

    /// How many elements of the old text the ones that were read take the place of.
    fn replaced(&self, list: &Node<'_>) -> Range<usize> {
        let witness = usize::from(self.elements.end < list.items().len());
        self.elements.start..self.elements.end + witness
    }

    /// How many values the run holds in the old text, with the witness.
    pub fn count(&self, old: &Node<'_>) -> usize {
        let list = old.entries().get(self.entry).map(|entry| &entry.value);
        let items = list.and_then(|list| list.items().get(self.replaced(list)));
        items.map_or(0, count_all)
    }

    /// Whether these elements are the run's with what was meant, at the end of the way, and nothing
    /// else.
    pub fn is_meant(
        &self,
        old: &Node<'_>,
        new: &[Item<'static>],
        way: &[usize],
        change: &Change<'_>,
    ) -> Option<bool> {
        let list = &old.entries().get(self.entry)?.value;
        let first = self.elements.start;
        let old = list.items().get(self.replaced(list))?;
        let within = |place: usize| place.checked_sub(first);
        let mut way = way.get(1..)?.to_vec();
        let shifted;
        let change = match way.first_mut() {
            Some(step) => {
                *step = within(*step)?;
                change
            }
            None => {
                shifted = match *change {
                    Change::Remove(child) => Change::Remove(within(child)?),
                    Change::Insert { place, value } => Change::Insert {
                        place: within(place)?,
                        value,
                    },
                    Change::Move { from, before } => Change::Move {
                        from: within(from)?,
                        before: within(before)?,
                    },
                    Change::Set(_) | Change::Add { .. } => return None,
                };
                &shifted
            }
        };
        let part = |items: &[Item<'_>]| Node {
            start: 0,
            end: 0,
            what: What::List {
                flow: false,
                items: items.iter().cloned().map(Item::into_owned).collect(),
            },
            anchor: 0,
            tag: None,
        };
        Some(is_meant(&part(old), &part(new), &way, change))
    }

    /// Puts the elements that were read into the tree of the old text, which becomes that of the new.
    pub fn put(&self, root: &mut Node<'static>, new: Vec<Item<'static>>, lengths: (usize, usize)) {
        let shift = Shift {
            from: lengths.0,
            to: lengths.1,
        };
        let What::Map { entries, .. } = &mut root.what else {
            return;
        };
        let after = (self.entry + 1).min(entries.len());
        let (before, behind) = entries.split_at_mut(after);
        for entry in behind {
            shift.entry(entry);
        }
        if let Some(entry) = before.last_mut() {
            let replaced = self.replaced(&entry.value);
            let list = &mut entry.value;
            if let What::List { items, .. } = &mut list.what {
                for item in items.iter_mut().skip(replaced.end) {
                    shift.item(item);
                }
                items.splice(replaced, new);
                list.end = items.last().map_or(list.start, |item| item.node.end);
            }
        }
        let last = entries.last().map(|entry| entry.value.end);
        root.end = last.unwrap_or(root.start);
    }
}

/// How many values a node is, with all in it.
pub(super) fn count(node: &Node<'_>) -> usize {
    1 + match &node.what {
        What::Scalar(_) | What::Alias(_) => 0,
        What::List { items, .. } => count_all(items),
        What::Map { entries, .. } => entries
            .iter()
            .map(|entry| count(&entry.key) + count(&entry.value))
            .sum(),
    }
}

/// How many values these elements are.
pub(super) fn count_all(items: &[Item<'_>]) -> usize {
    items.iter().map(|item| count(&item.node)).sum()
}

/// A byte behind the run, in the new text.
fn moved(at: usize, old_length: usize, new_length: usize) -> Option<usize> {
    (at + new_length).checked_sub(old_length)
}

/// Whether nothing in it has an anchor, an alias, a tag or a key of another kind than a word.
pub(super) fn is_bare(node: &Node<'_>) -> bool {
    node.anchor == 0
        && node.tag.is_none()
        && match &node.what {
            What::Scalar(_) => true,
            What::Alias(_) => false,
            What::List { items, .. } => items.iter().all(|item| is_bare(&item.node)),
            What::Map { form, entries } => {
                *form != Form::Pair
                    && entries
                        .iter()
                        .all(|entry| !entry.complex && is_bare(&entry.key) && is_bare(&entry.value))
            }
        }
}

/// Places that move: those from one byte on, by as much as that byte does.
#[derive(Clone, Copy)]
struct Shift {
    from: usize,
    to: usize,
}

impl Shift {
    const fn place(self, at: &mut usize) {
        *at = (*at + self.to).saturating_sub(self.from);
    }

    fn item(self, item: &mut Item<'_>) {
        self.place(&mut item.dash);
        self.node(&mut item.node);
    }

    fn entry(self, entry: &mut super::tree::Entry<'_>) {
        self.node(&mut entry.key);
        self.node(&mut entry.value);
        if let Some(colon) = &mut entry.colon {
            self.place(colon);
        }
    }

    fn node(self, node: &mut Node<'_>) {
        self.place(&mut node.start);
        self.place(&mut node.end);
        match &mut node.what {
            What::Scalar(_) | What::Alias(_) => {}
            What::List { items, .. } => items.iter_mut().for_each(|item| self.item(item)),
            What::Map { entries, .. } => entries.iter_mut().for_each(|entry| self.entry(entry)),
        }
    }
}
