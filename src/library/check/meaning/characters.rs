//! Characters of texts: composed (NFC), seen, and letters rather than their shapes.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::File;
use crate::library::chars;
use crate::library::tree::{Node, SourceText, Spot, Value, code_point};
use crate::library::{Code, Problem};
use crate::words::problem as words;

pub(super) fn check(file: &File<'_>, source: &mut SourceText<'_>) {
    node(file.root, source);
}

/// Trees are at most 64 deep.
fn node(at: &Node, source: &mut SourceText<'_>) {
    match &at.value {
        Value::Scalar(scalar) => text(at, &scalar.text, source),
        Value::List(members) => members.iter().for_each(|member| node(member, source)),
        Value::Map(entries) => {
            for (key, value) in entries {
                node(key, source);
                node(value, source);
            }
        }
        Value::Refused => {}
    }
}

/// The first of each kind of character in a scalar. It is looked for as it stands in the file; one
/// that is written as an escape has the place of its scalar.
fn text(at: &Node, read: &str, source: &mut SourceText<'_>) {
    if read.is_ascii() && !read.contains(char::is_control) {
        return;
    }
    let raw = source.text.get(at.at.byte..at.end).unwrap_or_default();
    let place_of =
        |found: &dyn Fn(&str) -> Option<usize>, source: &SourceText<'_>| -> Option<(Spot, char)> {
            let here = found(raw).and_then(|byte| {
                let char = raw.get(byte..)?.chars().next()?;
                Some((source.spot(at.at.byte + byte), char))
            });
            here.or_else(|| {
                let byte = found(read)?;
                Some((at.at, read.get(byte..)?.chars().next()?))
            })
        };
    if let Some((spot, char)) = place_of(&first_not_nfc, source) {
        let place = source.place(spot);
        let problem =
            Problem::warning(Code::NotNfc, place, words::not_nfc(char, &code_point(char)));
        source.add(problem.expecting(words::nfc()));
    }
    // What YAML forbids as it stands was found before.
    let unseen = place_of(&first_unseen, source);
    if let Some((spot, char)) = unseen.filter(|(spot, char)| {
        let raw = source.text.get(spot.byte..).unwrap_or_default();
        !(raw.starts_with(*char) && chars::is_forbidden(*char))
    }) {
        let place = source.place(spot);
        let what = words::unseen_character(&code_point(char));
        let problem = Problem::warning(Code::UnseenCharacter, place, what);
        source.add(problem.expecting(words::take_it_out()));
    }
    if let Some((spot, char)) = place_of(&first_presentation_form, source) {
        let place = source.place(spot);
        let what = words::presentation_form(char, &code_point(char));
        let letters: String = char.nfkc().collect();
        let problem = Problem::warning(Code::PresentationForm, place, what)
            .expecting(words::letters(&letters));
        source.add(problem.near(Some(letters)));
    }
}

/// Where the text and its NFC part.
fn first_not_nfc(text: &str) -> Option<usize> {
    if is_nfc(text) {
        return None;
    }
    let mut composed = text.nfc();
    text.char_indices()
        .find(|(_, char)| composed.next() != Some(*char))
        .map(|(byte, _)| byte)
}

/// Line ends and tabs are the text's layout.
fn first_unseen(text: &str) -> Option<usize> {
    text.char_indices()
        .find(|(_, char)| chars::is_unseen(*char) && !matches!(char, '\n' | '\r' | '\t'))
        .map(|(byte, _)| byte)
}

fn first_presentation_form(text: &str) -> Option<usize> {
    text.char_indices()
        .find(|(_, char)| chars::is_presentation_form(*char))
        .map(|(byte, _)| byte)
}
