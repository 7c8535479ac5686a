//! A run that is read by itself says what the whole text says.

use proptest::prelude::*;

use super::model::{self, Dice};
use super::written;
use crate::library::edit::read::read;
use crate::library::edit::replace::Splice;
use crate::library::edit::{Reading, run, spliced};

/// Texts with all that a list of elements may have around it.
const TEXTS: [&str; 7] = [
    "report: {id: x}\nitems:\n  - id: a\n    text: |\n      one\n\n      two\n  # of b\n  - id: b\n    list: [1, 2]\n\n  - id: c\n    long: some\n      more\nothers:\n  - {id: d}\n",
    "items:\n- a\n- b: 'x'\n  c: \"y\"\n# end\n- d\nz: 1\n",
    "items:\n- |+\n  a\n\n- >-\n  b\n  c\n-\n- - x\n  - y\n",
    "\"items\":\r\n  - id: ا\r\n    t: نص\r\n  - id: ب\r\n    t: >\r\n      سطر\r\n\r\n  - id: ج\r\n",
    "# head\n---\na: 1\nitems:\n    - x: 1\n      y:\n    - x: 2\n      y: [a,\n        b]\n    - x: 3\n...\n",
    "items:\n  - a # one\n  - b #two\n  - c",
    "a:\n  - 1\n  - 2\nb:\n- 1\n- 2\nc: {d: e}\n",
];

/// Pieces that leave something open, or end what is.
const PIECES: [&str; 40] = [
    "",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "-",
    "- ",
    "\n- ",
    "\n  - ",
    "\n    - x: 1",
    ":",
    ": ",
    "#",
    " #",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "|+\n",
    "&a",
    "*a",
    "!t",
    "%",
    "?",
    "? ",
    "---",
    "\n---\n",
    "\n...\n",
    "a",
    "ا",
    "\nz: 1",
    "z",
    ",",
    "\n\n",
    "k:",
];

fn tree(text: &str) -> Result<String, String> {
    match read(text) {
        Ok(root) => Ok(format!("{root:?}")),
        Err(error) => Err(format!("{error:?}")),
    }
}

/// Puts something in a text; what a run reads by itself is what the whole text reads. Whether it was
/// read by itself.
fn holds(text: &str, entry: usize, splices: &[Splice]) -> bool {
    let root = read(text).unwrap().into_owned();
    if !run::is_bare(&root) {
        return false;
    }
    let Some(run) = run::find(text, &root, &[entry], splices) else {
        return false;
    };
    let Some(new) = spliced(text, splices.to_vec()) else {
        return false;
    };
    let Some(items) = run.read(&root, &new, text.len()) else {
        return false;
    };
    let mut root = root;
    run.put(&mut root, items, (text.len(), new.len()));
    assert_eq!(Ok(format!("{root:?}")), tree(&new), "{text:?} -> {new:?}");
    true
}

/// The places between two letters.
fn places(text: &str) -> Vec<usize> {
    (0..=text.len())
        .filter(|at| text.is_char_boundary(*at))
        .collect()
}

#[test]
fn every_piece_put_in_at_every_place_reads_so() {
    let mut alone = 0;
    for text in TEXTS {
        let entries = read(text).unwrap().entries().len();
        for at in places(text) {
            for piece in PIECES {
                for entry in 0..entries {
                    let splice = Splice {
                        from: at,
                        to: at,
                        with: piece.to_owned(),
                    };
                    alone += usize::from(holds(text, entry, &[splice]));
                }
            }
        }
    }
    // That is most of what may be read so at all.
    assert!(alone > 5000, "{alone}");
}

#[test]
fn every_piece_taken_out_reads_so() {
    for text in TEXTS {
        let entries = read(text).unwrap().entries().len();
        let places = places(text);
        for (nth, from) in places.iter().enumerate() {
            for to in places.iter().skip(nth + 1).take(40) {
                for entry in 0..entries {
                    let splice = Splice {
                        from: *from,
                        to: *to,
                        with: String::new(),
                    };
                    holds(text, entry, &[splice]);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 0, ..crate::testing::cases(1000) })]

    #[test]
    fn what_is_put_in_anywhere_reads_so(
        text in prop::sample::select(TEXTS.to_vec()),
        from in 0.0..1.0f64,
        long in 0usize..30,
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..6),
        entry in 0usize..4,
    ) {
        let places = places(text);
        let nth = (from * places.len() as f64) as usize;
        let at = |nth: usize| places.get(nth).copied().unwrap_or(text.len());
        let splice = Splice { from: at(nth), to: at(nth + long), with: pieces.concat() };
        holds(text, entry, &[splice]);
    }

    /// What many edits leave is what is read of the text anew, however much of it was read by itself;
    /// and each is turned back as an undoing is.
    #[test]
    fn after_edits_the_tree_is_that_of_the_text(seed: u64) {
        let mut dice = Dice(seed);
        let (text, mut value) = written::file(&mut dice);
        let mut reading = Reading::of(&text).unwrap();
        for _ in 0..6 {
            let Some(edit) = model::edit(&mut dice, &value) else { break };
            let before = reading.text();
            match reading.with(std::slice::from_ref(&edit)) {
                Ok(next) => reading = next,
                Err(_) => {
                    reading = Reading::of(&before).unwrap();
                    continue;
                }
            }
            model::make(&mut value, &edit);
            let now = reading.text();
            let whole = Reading::of(&now).unwrap();
            prop_assert_eq!(format!("{reading:?}"), format!("{whole:?}"));
            let same = |(one, other): &(char, char)| one == other;
            let alike = before.chars().zip(now.chars()).take_while(same);
            let at: usize = alike.map(|(one, _)| one.len_utf8()).sum();
            let lengths = (now.len() - at, before.len() - at);
            let back = whole.turned_into(&before, at, lengths).unwrap();
            let meant = Reading::of(&before).unwrap();
            prop_assert_eq!(format!("{back:?}"), format!("{meant:?}"));
        }
    }
}
