//! What holds for every edit, on the real reports and on files at random.
//!
//! The bound on what may change (b): the new text begins with what stands before, and ends with
//! what stands behind, these bytes of the old text, or it is the old text with something put in at
//! one place:
//! - Set of what is there: the lines from its key or dash to its end;
//! - Remove: the same lines, with the comments above and below that are its own and the blank lines
//!   around, and the comma before;
//! - Insert and Set of a new key: none, so nothing is lost (of a list in brackets: the list);
//! - Move: the lines from the first to the last of the elements that change places.

use proptest::prelude::*;
use serde_yaml::Value;

use super::model::{self, Dice};
use super::written;
use crate::library::edit::find::{Found, find};
use crate::library::edit::tree::{Node, Style, What};
use crate::library::edit::{Edit, EditError, FieldPath, Refused, Step};
use crate::library::edit::{apply, lines, read::read, same::reads_as, units};

const FILES: [&str; 6] = [
    include_str!("../../../../data/c17.yaml"),
    include_str!("../../../../data/c21.yaml"),
    include_str!("../../../../data/c24.yaml"),
    include_str!("../../../../data/c26.yaml"),
    include_str!("../../../../data/tdag23.yaml"),
    include_str!("../../../../data/registry.yaml"),
];

/// What the loader reads.
fn loaded(text: &str) -> Value {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}')).unwrap()
}

/// Makes edits at random one after another, and checks each.
fn edits_hold(mut text: String, mut value: Value, dice: &mut Dice, many: usize) {
    for _ in 0..many {
        let Some(edit) = model::edit(dice, &value) else {
            return;
        };
        let new = match apply(&text, std::slice::from_ref(&edit)) {
            Ok(new) => new,
            Err(EditError::Refused {
                what: Refused::CommentInBrackets,
                ..
            }) => continue,
            Err(error) => panic!("{error:?}\n{edit:?}\n{text}"),
        };
        let mut meant = value.clone();
        model::make(&mut meant, &edit);
        let is = serde_yaml::from_str::<Value>(new.trim_start_matches('\u{feff}'));
        assert_eq!(
            is.as_ref().ok(),
            Some(&meant),
            "{edit:?}\n{text}\n-->\n{new}"
        );
        if !keeps_all(&text, &new) {
            let (from, to) = may_change(&text, &edit);
            let is_kept = from <= to
                && new.len() >= from + text.len() - to
                && new.starts_with(&text[..from])
                && new.ends_with(&text[to..]);
            assert!(
                is_kept,
                "{edit:?}\nmay change {:?}\n{text}\n-->\n{new}",
                text.get(from..to)
            );
        }
        text = new;
        value = meant;
    }
}

/// Whether the new text is the old one with something put in at one place.
fn keeps_all(old: &str, new: &str) -> bool {
    let same = |(one, other): &(u8, u8)| one == other;
    let before = old.bytes().zip(new.bytes()).take_while(same).count();
    let after = old
        .bytes()
        .rev()
        .zip(new.bytes().rev())
        .take_while(same)
        .count();
    new.len() >= old.len() && before + after >= old.len()
}

/// The bytes of the old text within which the change must lie.
fn may_change(text: &str, edit: &Edit) -> (usize, usize) {
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let body = &text[mark..];
    let root = read(body).unwrap();
    let at = edit.at();
    let found = find(body, &root, at).unwrap();
    let (from, to) = match edit {
        Edit::Set { value, .. } if found.missing.is_empty() => {
            let (from, to) = own_lines(body, &found);
            match lost(&found, value) {
                true => with_blanks(body, from, to),
                false => (from, to),
            }
        }
        Edit::Set { .. } if !found.missing.is_empty() => inside(body, found.node, &found),
        Edit::Remove { .. } => {
            // What would be left empty goes too.
            let mut at = at.clone();
            loop {
                let holder = FieldPath(at.0[..at.0.len() - 1].to_vec());
                let node = find(body, &root, &holder).unwrap().node;
                let one = node.items().len().max(node.entries().len()) == 1;
                if !one || !matches!(holder.0.last(), Some(Step::Key(_))) {
                    break;
                }
                at = holder;
            }
            let found = find(body, &root, &at).unwrap();
            let (from, to) = own_lines(body, &found);
            let (from, to) = with_blanks(body, from, to);
            // The comma before stands at the end of the element before.
            let flow = found.way.last().is_some_and(|way| way.parent.is_flow());
            (
                if flow {
                    found.way.last().unwrap().parent.start
                } else {
                    from
                },
                to,
            )
        }
        Edit::Insert { .. } => inside(body, found.node, &found),
        Edit::Move { .. } => {
            let list = found.way.last().unwrap().parent;
            if list.is_flow() {
                (list.start, list.end)
            } else {
                let units = units::units(body, list);
                (units[0].start, units.last().unwrap().end)
            }
        }
        Edit::Set { .. } => (0, 0),
    };
    (from + mark, to + mark)
}

/// Whether something of a list or map goes when it becomes this.
fn lost(found: &Found<'_, '_, '_>, value: &Value) -> bool {
    matches!(
        (&found.node.what, value),
        (What::List { .. }, Value::Sequence(_)) | (What::Map { .. }, Value::Mapping(_))
    )
}

/// The lines of what the way leads to, from its first comment to its end.
fn own_lines(text: &str, found: &Found<'_, '_, '_>) -> (usize, usize) {
    let Some(last) = found.way.last() else {
        return (0, text.len());
    };
    if last.parent.is_flow() {
        let (from, to) = crate::library::edit::flow::spans(last.parent)[last.child];
        return (lines::line_start(text, from), lines::next_line(text, to));
    }
    let unit = units::units(text, last.parent)[last.child];
    (
        lines::line_start(text, unit.start),
        lines::next_line(text, unit.end),
    )
}

/// With the blank lines around.
fn with_blanks(text: &str, from: usize, to: usize) -> (usize, usize) {
    let (_, above) = units::blanks_above(text, from);
    let (_, below) = match to > from {
        true => units::blanks_below(text, to.saturating_sub(1)),
        false => (0, to),
    };
    let rest = lines::indent(text, below.max(to));
    (above.min(from), below.max(to) + rest)
}

/// Where something new may come into a list or map without anything of it being lost.
fn inside(text: &str, node: &Node<'_>, found: &Found<'_, '_, '_>) -> (usize, usize) {
    match &node.what {
        What::List { items, .. } if !items.is_empty() => {}
        What::Map { entries, .. } if !entries.is_empty() => {}
        _ => return own_lines(text, found),
    }
    match node.is_flow() {
        true => (node.start, node.end),
        // Nothing is lost: beginning and end cover the old text.
        false => (text.len(), 0),
    }
}

/// The scalars of a tree that can be set back byte for byte: those that stand as we write them.
fn settable(node: &Node<'_>, at: &FieldPath, out: &mut Vec<(FieldPath, Style, Value)>) {
    match &node.what {
        What::Scalar(scalar) if scalar.style != Style::Folded => {
            out.push((at.clone(), scalar.style, scalar.value()));
        }
        _ => {}
    }
    for entry in node.entries() {
        settable(
            &entry.value,
            &at.clone().key(entry.key.text().unwrap()),
            out,
        );
    }
    for (nth, item) in node.items().iter().enumerate() {
        settable(&item.node, &at.clone().place(nth), out);
    }
}

/// Sets a scalar and sets it back: where the style stayed, the bytes are the old ones.
fn set_back_restores(text: &str, dice: &mut Dice) {
    let body = text.trim_start_matches('\u{feff}');
    let root = read(body).unwrap();
    let mut all = Vec::new();
    settable(&root, &FieldPath::root(), &mut all);
    if all.is_empty() {
        return;
    }
    let (at, style, old) = dice.one_of(&all);
    let value = Value::String((*dice.one_of(model::TEXTS)).to_owned());
    let new = apply(
        text,
        &[Edit::Set {
            at: at.clone(),
            value,
        }],
    )
    .unwrap();
    let new_body = new.trim_start_matches('\u{feff}').to_owned();
    let new_root = read(&new_body).unwrap();
    let What::Scalar(scalar) = &find(&new_body, &new_root, at).unwrap().node.what else {
        panic!("a scalar becomes one");
    };
    let block = matches!(style, Style::Literal);
    // A text of several lines comes back as a block scalar where one line stood meanwhile; a header
    // keeps the indentation that it had to tell; a file without a line end at its end gets one with
    // a block scalar there.
    let lines = old.as_str().is_some_and(|old| old.contains('\n')) && !scalar.text.contains('\n');
    let told = block && scalar.text.trim_start_matches('\n').starts_with(' ');
    let unended = block && !text.ends_with(['\n', '\r']);
    let changes = told || unended || (lines && *style == Style::Double);
    if scalar.style == *style && !changes {
        let back = apply(
            &new,
            &[Edit::Set {
                at: at.clone(),
                value: old.clone(),
            }],
        )
        .unwrap();
        assert_eq!(back, text, "{at}\n{new}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..crate::testing::cases(40) })]

    #[test]
    fn edits_of_the_real_reports(seed: u64, file in 0..FILES.len()) {
        let value = loaded(FILES[file]);
        edits_hold(FILES[file].to_owned(), value, &mut Dice(seed), 3);
    }

    #[test]
    fn scalars_of_the_real_reports_are_set_back(seed: u64, file in 0..FILES.len()) {
        set_back_restores(FILES[file], &mut Dice(seed));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..crate::testing::cases(1000) })]

    #[test]
    fn files_at_random_are_what_they_are_meant_to_be(seed: u64) {
        let (text, value) = written::file(&mut Dice(seed));
        prop_assert_eq!(&loaded(&text), &value, "{}", text);
        let body = text.trim_start_matches('\u{feff}');
        prop_assert!(reads_as(&read(body).unwrap(), &value), "{}", text);
    }

    #[test]
    fn edits_of_files_at_random(seed: u64) {
        let mut dice = Dice(seed);
        let (text, value) = written::file(&mut dice);
        edits_hold(text, value, &mut dice, 4);
    }

    #[test]
    fn scalars_of_files_at_random_are_set_back(seed: u64) {
        let mut dice = Dice(seed);
        let (text, _) = written::file(&mut dice);
        set_back_restores(&text, &mut dice);
    }
}
