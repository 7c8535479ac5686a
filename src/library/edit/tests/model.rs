//! What an edit means for the value of a file, without its text; and edits at random.

use serde_yaml::{Mapping, Value};

use crate::library::edit::{Edit, FieldPath, Step};

/// Numbers at random from a seed (SplitMix64).
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Texts that are easy and texts that are not.
pub(super) const TEXTS: &[&str] = &[
    "x",
    "agreed",
    "تؤيد المجموعة العربية المنهجية.",
    "Busan, 2014",
    "27",
    "2021-09",
    "no",
    "~",
    "",
    "Note: this",
    "a #b",
    "#c",
    "- d",
    "it's",
    "say \"so\"",
    "back\\slash",
    "[e]",
    "{f: g}",
    " h ",
    "a\nb",
    "a\nb\n",
    "\n a\nb",
    "a\n\n\nb\n\n",
    "  two\nlines",
    "tab\there",
    "x\ty\nz",
    "x\r\ny",
    "un:A/RES/70/1",
    "52/n1",
    "0x1f",
    "1e3",
    "12:30",
    "---",
    "...",
    "? x",
    "x:",
    ": x",
    "&a",
    "*a",
    "!t",
    "|",
    ">-",
    "%d",
    "@e",
    "`f",
    "\u{feff}g",
    "h\u{2028}i",
    "\u{200f}ر\u{200e}",
    "true",
    "=",
    "مقدمة: نص",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
];

/// A value at random, at most so deep.
pub(super) fn value(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 8 } else { 12 }) {
        0 => Value::Number(u64::try_from(dice.below(1000)).unwrap().into()),
        1 => Value::Bool(dice.one_in(2)),
        2 => Value::Null,
        8 | 9 => {
            let many = dice.below(4);
            Value::Sequence((0..many).map(|_| value(dice, depth - 1)).collect())
        }
        10 | 11 => {
            let mut map = Mapping::new();
            for _ in 0..dice.below(4) {
                map.insert(Value::String(key(dice)), value(dice, depth - 1));
            }
            Value::Mapping(map)
        }
        _ => Value::String((*dice.one_of(TEXTS)).to_owned()),
    }
}

pub(super) fn key(dice: &mut Dice) -> String {
    const KEYS: &[&str] = &[
        "id",
        "title",
        "text",
        "ar",
        "en",
        "refs",
        "src",
        "القرار 619",
        "x y",
        "27",
        "no",
        "a: b",
        "report",
    ];
    (*dice.one_of(KEYS)).to_owned()
}

/// The place of a value inside this one, at random: deeper by one chance in so many at each step.
pub(super) fn place(dice: &mut Dice, root: &Value) -> FieldPath {
    let mut at = FieldPath::root();
    let mut value = root;
    loop {
        let next = match value {
            Value::Sequence(list) if !list.is_empty() => {
                let nth = dice.below(list.len());
                at = at.place(nth);
                &list[nth]
            }
            Value::Mapping(map) if !map.is_empty() => {
                let (key, value) = map.iter().nth(dice.below(map.len())).unwrap();
                at = at.key(key.as_str().unwrap());
                value
            }
            _ => return at,
        };
        value = next;
        if dice.one_in(7) {
            return at;
        }
    }
}

/// An edit at random that can be made; none where nothing was found.
pub(super) fn edit(dice: &mut Dice, root: &Value) -> Option<Edit> {
    let at = place(dice, root);
    if at.0.is_empty() {
        return None;
    }
    let parent = FieldPath(at.0[..at.0.len() - 1].to_vec());
    let holder = find(root, &parent)?;
    Some(match (dice.below(8), holder) {
        (0..3, _) => Edit::Set {
            at,
            value: value(dice, 2),
        },
        (3, _) => Edit::Remove { at },
        (4 | 5, Value::Mapping(map)) => {
            let key = key(dice);
            let is_new = !map.contains_key(key.as_str());
            let deeper = is_new && dice.one_in(4);
            let at = if deeper {
                parent.key(key).key("en")
            } else {
                parent.key(key)
            };
            Edit::Set {
                at,
                value: value(dice, 2),
            }
        }
        (4 | 5, Value::Sequence(list)) => {
            let before = dice.below(list.len() + 1);
            let before = (before < list.len()).then_some(Step::Place(before));
            Edit::Insert {
                list: parent,
                before,
                value: value(dice, 2),
            }
        }
        (_, Value::Sequence(list)) => {
            let before = dice.below(list.len() + 1);
            let before = (before < list.len()).then_some(Step::Place(before));
            Edit::Move { at, before }
        }
        _ => Edit::Set {
            at,
            value: Value::String((*dice.one_of(TEXTS)).to_owned()),
        },
    })
}

/// The value at a place.
pub(super) fn find<'v>(root: &'v Value, at: &FieldPath) -> Option<&'v Value> {
    at.0.iter().try_fold(root, |value, step| match step {
        Step::Key(key) => value.get(key.as_str()),
        Step::Place(nth) => value.get(*nth),
        Step::Id(_) => None,
    })
}

fn find_mut<'v>(root: &'v mut Value, steps: &[Step]) -> Option<&'v mut Value> {
    steps.iter().try_fold(root, |value, step| match step {
        Step::Key(key) => value.get_mut(key.as_str()),
        Step::Place(nth) => value.get_mut(*nth),
        Step::Id(_) => None,
    })
}

/// Makes the edit in the value; what [`edit`] gives can always be made.
pub(super) fn make(root: &mut Value, edit: &Edit) {
    match edit {
        Edit::Set { at, value } => {
            let mut place = root;
            for step in &at.0 {
                place = match step {
                    Step::Place(nth) => place.get_mut(*nth).unwrap(),
                    Step::Key(key) => {
                        if place.is_null() {
                            *place = Value::Mapping(Mapping::new());
                        }
                        let map = place.as_mapping_mut().unwrap();
                        map.entry(Value::String(key.clone())).or_insert(Value::Null)
                    }
                    Step::Id(_) => panic!(),
                };
            }
            *place = value.clone();
        }
        Edit::Remove { at } => {
            let mut steps = at.0.as_slice();
            while let Some((last, before)) = steps.split_last() {
                let holder = find_mut(root, before).unwrap();
                let left = match (last, holder) {
                    (Step::Key(key), Value::Mapping(map)) => {
                        map.shift_remove(key.as_str()).unwrap();
                        map.len()
                    }
                    (Step::Place(nth), Value::Sequence(list)) => {
                        list.remove(*nth);
                        list.len()
                    }
                    _ => panic!(),
                };
                if left > 0 || !matches!(before.last(), Some(Step::Key(_))) {
                    break;
                }
                steps = before;
            }
        }
        Edit::Insert {
            list,
            before,
            value,
        } => {
            let list = find_mut(root, &list.0).unwrap().as_sequence_mut().unwrap();
            let at = nth(before.as_ref()).unwrap_or(list.len());
            list.insert(at, value.clone());
        }
        Edit::Move { at, before } => {
            let (last, holder) = at.0.split_last().unwrap();
            let list = find_mut(root, holder).unwrap().as_sequence_mut().unwrap();
            let from = nth(Some(last)).unwrap();
            let before = nth(before.as_ref()).unwrap_or(list.len());
            let moved = list.remove(from);
            list.insert(if before > from { before - 1 } else { before }, moved);
        }
    }
}

fn nth(step: Option<&Step>) -> Option<usize> {
    match step {
        Some(Step::Place(nth)) => Some(*nth),
        _ => None,
    }
}
