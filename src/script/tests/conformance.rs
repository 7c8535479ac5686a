//! Unicode's own cases for UAX #9, through our line layout: clusters, levels, L1, L2, cells.
//!
//! `.ci/run` sets `UNICODE_DATA` to the directory of `BidiTest.txt` and `BidiCharacterTest.txt`;
//! without it a few cases of the same format run, written and worked out by hand.

use std::path::PathBuf;

use super::super::clean::Clean;
use super::super::clusters::{Cluster, clusters};
use super::super::levels::{Levels, first_strong_is_rtl};
use super::super::order::{arrange, paint};
use super::*;

const TEST_SAMPLE: &str = "\
@Levels: 1 2
@Reorder: 1 0
R L; 4
@Levels: x 1 x
@Reorder: 1
RLE R PDF; 2
@Levels: 0 0
@Reorder: 0 1
L WS; 2
@Levels: 1 1
@Reorder: 1 0
R WS; 5
R NSM; 5
@Levels: 1 0 1
@Reorder: 0 1 2
R RLI R; 2
";

const CHARACTER_SAMPLE: &str = "\
05D0 0028 0061 0029;1;1;1 1 2 1;3 2 1 0
0061 0020 05D0 0020 05D1;0;0;0 0 1 1 1;0 1 4 3 2
0061 2067 05D0 0031 2069 0062;2;0;0 0 1 2 0 0;0 1 3 2 4 5
";

fn data(name: &str, sample: &str) -> (String, bool) {
    match std::env::var_os("UNICODE_DATA") {
        Some(directory) => {
            let path = PathBuf::from(directory).join(name);
            let text = std::fs::read_to_string(&path);
            (
                text.unwrap_or_else(|why| panic!("{}: {why}", path.display())),
                true,
            )
        }
        None => (sample.to_owned(), false),
    }
}

/// A character of each bidi class, none of which is a bracket or joins into a lam-alef.
fn of_class(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => '\u{5D0}',
        "AL" => '\u{628}',
        "EN" => '1',
        "ES" => '+',
        "ET" => '$',
        "AN" => '\u{660}',
        "CS" => ',',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "NSM" => '\u{300}',
        "BN" => '\u{AD}',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "PDF" => '\u{202C}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => panic!("no such class: {other}"),
    }
}

/// One case. `levels` has `None` for what rule X9 removes; `order` is of character indices.
fn check(text: &str, rtl: bool, levels: &[Option<u8>], order: &[usize], case: &str) {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let index = |at: usize| starts.binary_search(&at).unwrap();
    // Not cleaned: these cases are about the controls that a file may not use.
    let clean = Clean {
        complete: true,
        text: text.to_owned(),
        origin: text
            .char_indices()
            .map(|(at, ch)| (at, at + ch.len_utf8()))
            .collect(),
    };
    let mut line = clusters(&clean, &Levels::new(&clean.text, rtl), Form::Visual);
    let bases: Vec<usize> = line.iter().map(|cluster| index(cluster.from)).collect();
    let expected: Vec<usize> = order
        .iter()
        .copied()
        .filter(|place| bases.contains(place))
        .collect();
    let cells = paint(line.clone(), rtl, Form::Visual);
    arrange(&mut line, rtl);
    let place = |cluster: &Cluster| index(cluster.from);
    assert_eq!(
        line.iter().map(place).collect::<Vec<_>>(),
        expected,
        "{case}"
    );
    // The marks of isolates have a place in the order and none on the screen.
    let seen = line.iter().filter(|cluster| cluster.width > 0).map(place);
    let painted = cells.iter().map(|cell| index(cell.range.start));
    assert!(seen.eq(painted), "{case}");
    for cluster in &line {
        let place = index(cluster.from);
        assert_eq!(Some(cluster.level), levels[place], "{case}");
    }
}

fn levels(field: &str) -> Vec<Option<u8>> {
    field
        .split_whitespace()
        .map(|level| (level != "x").then(|| level.parse().unwrap()))
        .collect()
}

fn indices(field: &str) -> Vec<usize> {
    field
        .split_whitespace()
        .map(|place| place.parse().unwrap())
        .collect()
}

#[test]
fn bidi_test() {
    let (data, whole) = data("BidiTest.txt", TEST_SAMPLE);
    let (mut expected, mut order) = (Vec::new(), Vec::new());
    let mut cases = 0;
    for line in data.lines() {
        if let Some(field) = line.strip_prefix("@Levels:") {
            expected = levels(field);
        } else if let Some(field) = line.strip_prefix("@Reorder:") {
            order = indices(field);
        } else if let Some((classes, directions)) = line.split_once(';')
            && !line.starts_with('#')
        {
            let text: String = classes.split_whitespace().map(of_class).collect();
            let directions: u8 = directions.trim().parse().unwrap();
            let auto = first_strong_is_rtl(text.chars());
            for (bit, rtl) in [(1, auto), (2, false), (4, true)] {
                if directions & bit != 0 {
                    check(&text, rtl, &expected, &order, line);
                    cases += 1;
                }
            }
        }
    }
    println!("BidiTest: {cases} cases");
    assert!(cases >= if whole { 770_000 } else { 8 });
}

#[test]
fn bidi_character_test() {
    let (data, whole) = data("BidiCharacterTest.txt", CHARACTER_SAMPLE);
    let mut cases = 0;
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(';').collect();
        let [text, direction, paragraph, expected, order] = fields[..] else {
            continue;
        };
        let text: String = text
            .split_whitespace()
            .map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap())
            .collect();
        let rtl = match direction {
            "0" => false,
            "1" => true,
            _ => first_strong_is_rtl(text.chars()),
        };
        assert_eq!(u8::from(rtl).to_string(), paragraph, "{line}");
        check(&text, rtl, &levels(expected), &indices(order), line);
        cases += 1;
    }
    println!("BidiCharacterTest: {cases} cases");
    assert!(cases >= if whole { 90_000 } else { 3 });
}
