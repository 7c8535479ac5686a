//! What is Latin in Arabic words is read as it is typed: its signs stay at their sides.

use std::fs;
use std::path::Path;

use super::{Message, change, cli, desk, keep, kept, line, live};
use crate::script::{Direction, Form, visual};

/// A line of the interface as it is seen.
fn seen(line: &str) -> String {
    visual(line, Direction::Dominant, Form::Visual)
}

/// All literals of a source file.
fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = source.chars();
    while let Some(char) = chars.next() {
        match char {
            '\'' => _ = chars.as_str().starts_with("\"'").then(|| chars.nth(1)),
            '"' => {
                let mut literal = String::new();
                while let Some(char) = chars.next() {
                    match char {
                        '"' => break,
                        '\\' => match chars.next() {
                            Some('n') => literal.push('\n'),
                            Some('u') => {
                                let code: String =
                                    chars.by_ref().take_while(|c| *c != '}').collect();
                                let code = u32::from_str_radix(code.trim_start_matches('{'), 16);
                                literal.extend(code.ok().and_then(char::from_u32));
                            }
                            // The line goes on at its first letter.
                            Some('\n') => {
                                let rest = chars.as_str().trim_start().len();
                                chars = source.get(source.len() - rest..).unwrap_or("").chars();
                            }
                            other => literal.extend(other),
                        },
                        other => literal.push(other),
                    }
                }
                found.push(literal);
            }
            _ => {}
        }
    }
    found
}

/// The words of a line that begin with a sign and go on in Latin letters: `--json`, `.yaml`, `-f`.
fn signed(line: &str) -> impl Iterator<Item = &str> {
    let is_within = |char: char| char.is_ascii_alphanumeric() || "-./".contains(char);
    line.split(move |char| !is_within(char)).filter(|word| {
        let letters = word.trim_start_matches(['-', '.', '/']);
        letters.len() < word.len() && letters.starts_with(|char: char| char.is_ascii_alphabetic())
    })
}

fn sources(folder: &Path, all: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => sources(&path, all),
            false => all.push(path),
        }
    }
}

#[test]
fn an_option_in_arabic_words_has_its_hyphens_before_it() {
    let mut all = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words"),
        &mut all,
    );
    let is_arabic = |char| matches!(char, '\u{620}'..='\u{64A}');
    let (mut looked, mut turned) = (0, Vec::new());
    for path in all {
        for literal in literals(&fs::read_to_string(&path).unwrap()) {
            for line in literal.lines().filter(|line| line.contains(is_arabic)) {
                let shown = seen(line.trim());
                for word in signed(line) {
                    looked += 1;
                    if !shown.contains(word) {
                        turned.push(format!("{}: {word}: {shown}", path.display()));
                    }
                }
            }
        }
    }
    assert!(turned.is_empty(), "{turned:#?}");
    // It is these words that were looked at.
    assert!(looked > 20, "{looked}");
}

/// Options, paths and keys that a message is told.
#[test]
fn what_an_arabic_message_names_is_read_as_it_is_typed() {
    let why = Message::new("امتلأ القرص", "the disk is full");
    let (path, option) = ("/lib/a.yaml", "--as");
    for said in [
        cli::not_taken("minutes", option),
        cli::no_such_option("-x"),
        cli::unknown_value(option, "x", "y"),
        cli::bad_configuration(path, &why),
        change::given_twice(option),
        change::several_in_one(option, "--to tech-sec,EGY"),
        change::of_field(option, &why),
        change::no_file(Some("c21"), path),
        change::no_file(None, path),
        change::new_report(path, 3),
        keep::unreadable(path, &why),
        keep::not_edited(path, &why),
        keep::wrong(path, &why),
        keep::not_written(path, &why),
        keep::no_history(path, &why),
        keep::late(path, &why),
        keep::with_copy(&why, path),
        kept::kept_before(1, path),
        kept::kept_before(2, path),
        kept::typed_stays(&["c21:27"], path),
        kept::typed_kept(&["c21:27"], &Ok(path.into())),
        kept::left_behind("c21:27", Some(path)),
        desk::editor_failed(path),
        desk::file_gone(path),
    ] {
        let shown = seen(&said.ar);
        let named = [path, option, "-x"];
        let is_whole = |name: &&str| shown.contains(*name);
        assert!(named.iter().any(is_whole), "{shown}");
    }
    for key in ["]", "Ctrl-[", "?", "+"] {
        for said in [
            live::no_call(key),
            live::gone_on(None, key),
            live::changed_since(&["28"], key),
            live::left_behind(key),
            live::detached(key),
            live::still_waited(2, key),
            line::line_back(1, key, None),
        ] {
            let shown = seen(&said.ar);
            assert!(shown.contains(key), "{key}: {shown}");
        }
    }
}

/// The parameters of a function that are texts as they were given.
fn texts(function: &str) -> Vec<&str> {
    let after = function.split_once('(').map_or("", |(_, after)| after);
    let list = after.split_once(") ->").map_or("", |(list, _)| list);
    let types = ["&str", "Option<&str>", "&String"];
    let parts = list.split(',').filter_map(|part| part.split_once(':'));
    parts
        .filter(|(_, of)| types.contains(&of.trim()))
        .map(|(name, _)| name.trim())
        // What is named anew may be set apart by then.
        .filter(|name| !function.contains(&format!("let {name} =")))
        .collect()
}

/// What is Latin in every language: ids, names of files, of fields, of options.
const LATIN: [&str; 10] = [
    "record", "field", "file", "option", "key", "word", "en", "next", "previous", "sides",
];

/// Values that are put into a sentence whose letters run otherwise come one after the other as it names
/// them: two that meet would run as one, and change places.
#[test]
fn values_in_a_sentence_that_runs_otherwise_stay_in_their_order() {
    let mut all = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words");
    sources(&folder, &mut all);
    let (mut looked, mut turned) = (0, Vec::new());
    for path in all {
        let source = fs::read_to_string(&path).unwrap();
        for function in source.split("\npub fn ") {
            let texts = texts(function);
            for literal in literals(function) {
                let plain: String = literal
                    .split('{')
                    .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
                    .collect();
                let is_arabic = plain.contains(|char| matches!(char, '\u{60C}'..='\u{64A}'));
                if !is_arabic && !plain.contains(|char: char| char.is_ascii_alphabetic()) {
                    continue;
                }
                let (samples, word, direction) = match is_arabic {
                    true => (["c21:36/r1", "omar", "EGY"], "كلمة", Direction::RightToLeft),
                    false => (
                        ["مباني المقر", "سارة", "مصر"],
                        "word",
                        Direction::LeftToRight,
                    ),
                };
                let mut samples = samples.into_iter();
                let (mut line, mut named) = (String::new(), Vec::<&str>::new());
                for part in literal.split('{') {
                    let Some((name, rest)) = part.split_once('}') else {
                        line += part;
                        continue;
                    };
                    let is_other = is_arabic || !LATIN.contains(&name);
                    let of = match texts.contains(&name) && is_other {
                        true => samples.next(),
                        false => None,
                    };
                    line += of.unwrap_or(word);
                    line += rest;
                    named.extend(of);
                }
                looked += usize::from(named.len() > 1);
                let shown = visual(&line, direction, Form::Visual);
                let place = |one: &&str| shown.find(&visual(one, Direction::Auto, Form::Visual));
                let places: Vec<Option<usize>> = named.iter().map(place).collect();
                let in_order = places.windows(2).all(|pair| match pair {
                    [Some(one), Some(next)] if is_arabic => one > next,
                    [Some(one), Some(next)] => one < next,
                    _ => false,
                });
                if !in_order {
                    turned.push(format!("{}: {literal}: {shown}", path.display()));
                }
            }
        }
    }
    assert!(turned.is_empty(), "{turned:#?}");
    assert!(looked > 10, "{looked}");
}
