//! Makes the tables of the text layer anew from Unicode's files and compares.
//!
//! `.ci/run` sets `UNICODE_DATA` to the directory of `UnicodeData.txt`, `ArabicShaping.txt` and
//! `BidiMirroring.txt` (version 15.0); without it a few of their lines are read instead.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use majlis::script::mirroring::mirrored;
use majlis::script::shaping::{Joining, forms, joining, lam_alef};

const UNICODE_DATA: &str = "\
FB56;ARABIC LETTER PEH ISOLATED FORM;Lo;0;AL;<isolated> 067E;;;;N;;;;;
FB57;ARABIC LETTER PEH FINAL FORM;Lo;0;AL;<final> 067E;;;;N;;;;;
FB58;ARABIC LETTER PEH INITIAL FORM;Lo;0;AL;<initial> 067E;;;;N;;;;;
FB59;ARABIC LETTER PEH MEDIAL FORM;Lo;0;AL;<medial> 067E;;;;N;;;;;
FE8D;ARABIC LETTER ALEF ISOLATED FORM;Lo;0;AL;<isolated> 0627;;;;N;;;;;
FE8E;ARABIC LETTER ALEF FINAL FORM;Lo;0;AL;<final> 0627;;;;N;;;;;
FEFB;ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM;Lo;0;AL;<isolated> 0644 0627;;;;N;;;;;
FEFC;ARABIC LIGATURE LAM WITH ALEF FINAL FORM;Lo;0;AL;<final> 0644 0627;;;;N;;;;;
";
const ARABIC_SHAPING: &str = "\
0627; ALEF; R; ALEF
0640; TATWEEL; C; No_Joining_Group
0644; LAM; D; LAM
0621; HAMZA; U; No_Joining_Group
";
const BIDI_MIRRORING: &str = "\
0028; 0029 # LEFT PARENTHESIS
00AB; 00BB # LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
";

/// The lines of a file, or of the sample, split at semicolons; whether it is the whole file.
fn rows(name: &str, sample: &str) -> (Vec<Vec<String>>, bool) {
    let directory = std::env::var_os("UNICODE_DATA");
    let text = directory.as_ref().map_or(sample.to_owned(), |directory| {
        let path = PathBuf::from(directory).join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    });
    let rows = text
        .lines()
        .map(|line| line.split('#').next().unwrap())
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            line.split(';')
                .map(|field| field.trim().to_owned())
                .collect()
        })
        .collect();
    (rows, directory.is_some())
}

/// The character of a code point; NUL for a surrogate, which is in the file and is none.
fn character(code: &str) -> char {
    char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap_or('\0')
}

fn every_char() -> impl Iterator<Item = char> {
    (0..=0x10_FFFF).filter_map(char::from_u32)
}

#[test]
fn presentation_forms() {
    let (rows, whole) = rows("UnicodeData.txt", UNICODE_DATA);
    let mut letters: BTreeMap<char, [char; 4]> = BTreeMap::new();
    let mut ligatures: BTreeMap<char, [char; 2]> = BTreeMap::new();
    for row in rows.iter().filter(|row| row[5].starts_with('<')) {
        let form = character(&row[0]);
        let mut parts = row[5].split(' ');
        let place = match parts.next() {
            Some("<isolated>") => 0,
            Some("<final>") => 1,
            Some("<initial>") => 2,
            Some("<medial>") => 3,
            _ => continue,
        };
        if !('\u{FB50}'..='\u{FEFC}').contains(&form) {
            continue;
        }
        let of: Vec<char> = parts.map(character).collect();
        match of[..] {
            [letter] => letters.entry(letter).or_insert(['\0'; 4])[place] = form,
            ['\u{644}', alef] if form >= '\u{FEF5}' => {
                ligatures.entry(alef).or_insert(['\0'; 2])[place] = form;
            }
            _ => {}
        }
    }
    for (letter, expected) in &letters {
        assert_eq!(forms(*letter), Some(*expected), "{letter}");
    }
    for (alef, [isolated, last]) in &ligatures {
        assert_eq!(lam_alef(*alef, false), Some(*isolated));
        assert_eq!(lam_alef(*alef, true), Some(*last));
    }
    if whole {
        for ch in every_char() {
            assert_eq!(forms(ch).is_some(), letters.contains_key(&ch), "{ch:?}");
            assert_eq!(lam_alef(ch, false).is_some(), ligatures.contains_key(&ch));
        }
    }
    println!("{} letters, {} lam-alefs", letters.len(), ligatures.len());
}

#[test]
fn joining_types() {
    let (rows, whole) = rows("ArabicShaping.txt", ARABIC_SHAPING);
    let types: BTreeMap<char, Joining> = rows
        .iter()
        .map(|row| {
            let joining = match row[2].as_str() {
                "D" => Joining::Dual,
                "R" => Joining::Right,
                "L" => Joining::Left,
                "C" => Joining::Causing,
                // Transparent ones are marks, which the caller skips.
                "U" | "T" => Joining::None,
                other => panic!("joining type {other}"),
            };
            (character(&row[0]), joining)
        })
        .collect();
    for (ch, expected) in &types {
        assert_eq!(joining(*ch), *expected, "{ch:?}");
    }
    if whole {
        for ch in every_char().filter(|ch| !types.contains_key(ch)) {
            assert_eq!(joining(ch), Joining::None, "{ch:?}");
        }
    }
    println!("{} joining types", types.len());
}

#[test]
fn mirrored_characters() {
    let (rows, whole) = rows("BidiMirroring.txt", BIDI_MIRRORING);
    let pairs: BTreeMap<char, char> = rows
        .iter()
        .map(|row| (character(&row[0]), character(&row[1])))
        .collect();
    for (ch, mirror) in &pairs {
        assert_eq!(mirrored(*ch), Some(*mirror), "{ch}");
    }
    if whole {
        for ch in every_char() {
            assert_eq!(mirrored(ch).is_some(), pairs.contains_key(&ch), "{ch:?}");
        }
    }
    println!("{} mirrored characters", pairs.len());
}
