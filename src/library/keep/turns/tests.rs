//! What is foreseen of undoing is what the history does.

use proptest::prelude::*;

use super::*;
use crate::library::keep::history::{FieldChange, Means};
use crate::library::keep::turn;

/// What somebody does: hind (true) or omar; a change, an undoing, a doing again, or an undoing of the
/// change before so many.
#[derive(Debug, Clone, Copy)]
enum Doing {
    Change,
    Undo,
    Redo,
    This(usize),
    Conflict,
    /// What would be undone (true) or done again next is left as it is.
    Pass(bool),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        4 => Just(Doing::Change),
        4 => Just(Doing::Undo),
        3 => Just(Doing::Redo),
        1 => (0..6_usize).prop_map(Doing::This),
        1 => Just(Doing::Conflict),
        1 => any::<bool>().prop_map(Doing::Pass),
    ]
}

/// A history in memory, the oldest line first.
#[derive(Default)]
struct Told(Vec<Line>);

impl Told {
    fn newest_first(&self) -> impl Iterator<Item = Line> {
        self.0.iter().rev().cloned()
    }

    fn add(&mut self, who: &str, what: Deed, of: Option<ChangeId>) -> Line {
        let line = Line {
            id: ChangeId::from(format!("{:012x}{:012x}", self.0.len() + 1, 0).as_str()),
            when: String::new(),
            who: who.to_owned(),
            by: Means::Hand,
            what,
            of,
            with: None,
            file: "a.yaml".to_owned(),
            record: "a:1".to_owned(),
            fields: Vec::<FieldChange>::new(),
            before: String::new(),
            after: String::new(),
            patch: None,
        };
        self.0.push(line.clone());
        line
    }

    /// Does it as the keeper does; the line, where there is something to be done.
    fn make(&mut self, who: &str, doing: Doing) -> Option<Line> {
        Some(match doing {
            Doing::Change => self.add(who, Deed::Change, None),
            Doing::Conflict => self.add(who, Deed::Conflict, None),
            Doing::Undo => {
                let turn = turn::to_undo(self.newest_first(), who)?;
                self.add(who, Deed::Undo, Some(turn.change.id))
            }
            Doing::Redo => {
                let turn = turn::to_redo(self.newest_first(), who)?;
                self.add(who, Deed::Redo, Some(turn.change.id))
            }
            Doing::Pass(is_undo) => {
                let turn = match is_undo {
                    true => turn::to_undo(self.newest_first(), who)?,
                    false => turn::to_redo(self.newest_first(), who)?,
                };
                self.add(who, Deed::Pass, Some(turn.change.id))
            }
            Doing::This(back) => {
                let changes = self.newest_first();
                let changes: Vec<_> = changes.filter(|line| line.what == Deed::Change).collect();
                let id = changes.get(back)?.id.clone();
                self.add(who, Deed::Undo, Some(id))
            }
        })
    }
}

/// What can be undone, and what can be done again, in the order in which it would be: by asking the
/// history again and again.
fn by_asking(told: &Told, who: &str) -> [Vec<(ChangeId, ChangeId)>; 2] {
    let all = |what: Doing| {
        let mut told = Told(told.0.clone());
        let mut found = Vec::new();
        loop {
            let turn = match what {
                Doing::Undo => turn::to_undo(told.newest_first(), who),
                _ => turn::to_redo(told.newest_first(), who),
            };
            let Some(turn) = turn else {
                return found;
            };
            found.push((turn.change.id.clone(), turn.line().id.clone()));
            told.make(who, what);
        }
    };
    [all(Doing::Undo), all(Doing::Redo)]
}

fn known(turns: &Turns) -> [Vec<(ChangeId, ChangeId)>; 2] {
    let undo = turns.undo().map(|(of, line)| (of.clone(), line.id.clone()));
    let redo = turns.redo().iter();
    let redo = redo.map(|undone| (undone.of.clone(), undone.line.id.clone()));
    [undo.rev_collected(), redo.rev_collected()]
}

trait RevCollected: Iterator + Sized {
    fn rev_collected(self) -> Vec<Self::Item> {
        let mut all: Vec<_> = self.collect();
        all.reverse();
        all
    }
}

impl<I: Iterator> RevCollected for I {}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn what_is_known_is_what_the_history_will_say(
        before in prop::collection::vec((any::<bool>(), doing()), 0..12),
        since in prop::collection::vec(doing(), 0..12),
    ) {
        let mut told = Told::default();
        for (is_hind, doing) in before {
            told.make(if is_hind { "hind" } else { "omar" }, doing);
        }
        let mut turns = Turns::of(told.newest_first(), "hind");
        prop_assert_eq!(known(&turns), by_asking(&told, "hind"));
        prop_assert!(!turns.has_more());
        for doing in since {
            if let Some(line) = told.make("hind", doing) {
                turns.told(&line);
            }
            prop_assert_eq!(known(&turns), by_asking(&told, "hind"));
        }
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    /// What one does oneself is known at once; what others do, when it is looked what has come since.
    #[test]
    fn what_has_come_since_is_as_good_as_all_read_anew(
        before in prop::collection::vec((any::<bool>(), doing()), 0..12),
        since in prop::collection::vec((any::<bool>(), doing()), 0..12),
        later in prop::collection::vec((any::<bool>(), doing()), 0..6),
    ) {
        let mut told = Told::default();
        for (is_hind, doing) in before {
            told.make(if is_hind { "hind" } else { "omar" }, doing);
        }
        let mut turns = Turns::of(told.newest_first(), "hind");
        for more in [since, later] {
            let newest = turns.newest().cloned();
            for (is_hind, doing) in more {
                let line = told.make(if is_hind { "hind" } else { "omar" }, doing);
                if let Some(line) = line.filter(|_| is_hind) {
                    turns.told(&line);
                }
            }
            let lines: Vec<Line> = told.0.iter().filter(|line| Some(&line.id) > newest.as_ref()).cloned().collect();
            turns.heard(&lines, "hind");
            prop_assert_eq!(known(&turns), by_asking(&told, "hind"));
        }
    }
}

/// One has done again what another undid as well: heard of in one, that other comes before it.
#[test]
fn what_one_did_again_is_done_whatever_another_did_before() {
    let mut told = Told::default();
    told.make("hind", Doing::Change);
    told.make("hind", Doing::Undo);
    let mut turns = Turns::of(told.newest_first(), "hind");
    let undone = told.make("omar", Doing::This(0)).unwrap();
    let again = told.make("hind", Doing::Redo).unwrap();
    turns.told(&again);
    turns.heard(&[undone, again.clone()], "hind");
    let undo: Vec<_> = turns.undo().map(|(_, line)| line.id.clone()).collect();
    assert_eq!(undo, [again.id]);
    assert!(turns.redo().is_empty());
}

#[test]
fn of_a_long_history_the_last_changes_are_known() {
    let mut told = Told::default();
    for _ in 0..MOST + 30 {
        told.make("hind", Doing::Change);
    }
    let mut turns = Turns::of(told.newest_first(), "hind");
    assert_eq!((turns.undo().count(), turns.has_more()), (MOST, true));
    assert!(!turns.is_low());
    for _ in 0..MOST - FEW + 1 {
        turns.told(&told.make("hind", Doing::Undo).unwrap());
    }
    assert!(turns.is_low());
    let again = Turns::of(told.newest_first(), "hind");
    assert_eq!(again.undo().count(), FEW - 1 + 30);
    assert!(!again.has_more() && !again.is_low());
    assert_eq!(again.redo().len(), MOST - FEW + 1);
    // All the others have done does not hide one's own for ever: it is looked through so far.
    for _ in 0..LOOKED_BACK {
        told.make("omar", Doing::Change);
    }
    let behind = Turns::of(told.newest_first(), "hind");
    assert_eq!((behind.undo().count(), behind.has_more()), (0, true));
    // It would be looked through in vain with every change.
    assert!(!behind.is_low());
}

/// Of a conflict it writes what was not written: it undoes nothing.
#[test]
fn what_was_not_written_is_brought_back_and_not_undone() {
    let line = Line {
        fields: vec![FieldChange {
            was: Some("theirs".into()),
            became: Some("mine".into()),
            ..FieldChange::of(FieldPath::root().key("items"), Sort::Set)
        }],
        ..Told::default().add("hind", Deed::Conflict, None)
    };
    let back = line_back(&line, Deed::Undo);
    assert_eq!(
        (back.what, back.of.as_ref()),
        (Deed::Change, Some(&line.id))
    );
    assert_eq!(back.fields, line.fields);
}
