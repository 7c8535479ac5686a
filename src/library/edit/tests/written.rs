//! Files as people write them, at random: styles, comments, blank lines, widths, line ends.

use serde_yaml::{Mapping, Value};

use super::model::{Dice, TEXTS, key};

/// A file and the value that it is.
pub(super) fn file(dice: &mut Dice) -> (String, Value) {
    let map = (0..1 + dice.below(4)).map(|_| (Value::String(key(dice)), tree(dice, 4)));
    let value = Value::Mapping(map.collect());
    let mut file = File {
        step: 1 + dice.below(4),
        list: dice.below(3),
        dash: 2 + dice.below(2),
        blanks: dice.one_in(2),
        comments: dice.one_in(2),
        out: String::new(),
    };
    if dice.one_in(3) {
        file.out.push_str("# A file.\n");
    }
    file.map(dice, &value, 0);
    if dice.one_in(4) {
        file.out.push_str("\n# The end.\n");
    }
    let mut text = file.out;
    if dice.one_in(4) {
        // The last line end may be a block scalar's: then nothing can follow it without changing it.
        let trimmed = text.trim_end_matches('\n').to_owned();
        if serde_yaml::from_str::<Value>(&trimmed).unwrap() == value {
            text = trimmed;
        }
    }
    if dice.one_in(3) {
        text = text.replace('\n', "\r\n");
    }
    if dice.one_in(5) {
        text.insert(0, '\u{feff}');
    }
    (text, value)
}

fn tree(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 3 } else { 8 }) {
        3 | 4 => Value::Sequence(
            (0..1 + dice.below(4))
                .map(|_| tree(dice, depth - 1))
                .collect(),
        ),
        5..8 => {
            let map =
                (0..1 + dice.below(4)).map(|_| (Value::String(key(dice)), tree(dice, depth - 1)));
            Value::Mapping(map.collect::<Mapping>())
        }
        0 if dice.one_in(4) => Value::Null,
        0 if dice.one_in(2) => Value::Number(u64::try_from(dice.below(100)).unwrap().into()),
        _ => Value::String((*dice.one_of(TEXTS)).to_owned()),
    }
}

struct File {
    step: usize,
    list: usize,
    dash: usize,
    blanks: bool,
    comments: bool,
    out: String,
}

impl File {
    fn map(&mut self, dice: &mut Dice, value: &Value, column: usize) {
        for (nth, (key, value)) in value.as_mapping().unwrap().iter().enumerate() {
            if nth > 0 || self.out.is_empty() || self.out.ends_with('\n') {
                self.before(dice, column, nth > 0);
            }
            self.out
                .push_str(&quoted(dice, key.as_str().unwrap(), true));
            self.out.push(':');
            self.value(dice, value, column, false);
        }
    }

    /// Blank lines, comments, and blanks up to a column on a new line.
    fn before(&mut self, dice: &mut Dice, column: usize, inner: bool) {
        if inner && self.blanks && dice.one_in(3) {
            self.out.push('\n');
        }
        if self.comments && dice.one_in(4) {
            // Under a block scalar it must not stand as deep as its lines.
            let deep = if self.step > 1 && dice.one_in(4) {
                column + 1
            } else {
                column
            };
            self.out
                .push_str(&format!("{}# about: it\n", " ".repeat(deep)));
            if dice.one_in(4) {
                self.out.push('\n');
            }
        }
        self.out.push_str(&" ".repeat(column));
    }

    /// What stands behind a colon, or behind a dash, with the line end.
    fn value(&mut self, dice: &mut Dice, value: &Value, column: usize, element: bool) {
        let blank = if element {
            " ".repeat(self.dash - 1)
        } else {
            " ".to_owned()
        };
        let inner = column + if element { self.dash } else { self.step };
        match value {
            Value::Mapping(map) if !map.is_empty() && !dice.one_in(4) => {
                match element {
                    true => self.out.push_str(&blank),
                    false => self.comment(dice),
                }
                self.map(dice, value, inner);
            }
            Value::Sequence(list) if !list.is_empty() && !dice.one_in(4) => {
                let column = if element { inner } else { column + self.list };
                match element {
                    true => self.out.push_str(&blank),
                    false => self.comment(dice),
                }
                for (nth, member) in list.iter().enumerate() {
                    if nth > 0 || !element {
                        self.before(dice, column, nth > 0);
                    }
                    self.out.push('-');
                    self.value(dice, member, column, true);
                }
            }
            Value::String(text) if fits_block(text) && !dice.one_in(4) => {
                let bare = text.trim_end_matches('\n');
                let ends = text.len() - bare.len();
                let chomp = ["-", "", "+"][ends.min(2)];
                self.out.push_str(&format!("{blank}|{chomp}"));
                self.comment(dice);
                for line in bare.split('\n') {
                    let blanks = if line.is_empty() { 0 } else { inner };
                    self.out
                        .push_str(&format!("{}{line}\n", " ".repeat(blanks)));
                }
                self.out.push_str(&"\n".repeat(ends.saturating_sub(1)));
            }
            Value::Null if dice.one_in(2) => self.comment(dice),
            scalar => {
                self.out
                    .push_str(&format!("{blank}{}", flow(dice, scalar, true)));
                self.comment(dice);
            }
        }
    }

    /// The end of a line, perhaps with a comment.
    fn comment(&mut self, dice: &mut Dice) {
        if self.comments && dice.one_in(3) {
            self.out.push_str("  # so: it is");
        }
        self.out.push('\n');
    }
}

fn fits_block(text: &str) -> bool {
    // Kept line ends take the blank lines that follow, so they stand only in quotes here.
    text.contains('\n')
        && !text.ends_with("\n\n")
        && !text.starts_with([' ', '\n'])
        && !text.contains(['\t', '\r'])
}

/// A value in brackets or on one line.
fn flow(dice: &mut Dice, value: &Value, outside: bool) -> String {
    let blank = if dice.one_in(2) { " " } else { "" };
    match value {
        Value::Mapping(map) => {
            let mut out = Vec::new();
            for (key, value) in map {
                let key = quoted(dice, key.as_str().unwrap(), false);
                out.push(format!("{key}: {}", flow(dice, value, false)));
            }
            format!("{{{blank}{}{blank}}}", out.join(", "))
        }
        Value::Sequence(list) => {
            let list: Vec<String> = list.iter().map(|one| flow(dice, one, false)).collect();
            format!("[{blank}{}{blank}]", list.join(", "))
        }
        Value::String(text) => quoted(dice, text, outside),
        Value::Null => "null".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Tagged(_) => panic!(),
    }
}

/// A text without quotes where it is a simple word, else, or by chance, in quotes.
fn quoted(dice: &mut Dice, text: &str, outside: bool) -> String {
    let simple = |char: char| char.is_alphabetic() || "/.".contains(char);
    let words = ["no", "true", "...", "", "."];
    let plain = text
        .chars()
        .all(|char| simple(char) || (outside && char == ' '))
        && !words.contains(&text)
        && text.trim() == text;
    let quotable = !text
        .chars()
        .any(|char| char.is_control() || "\u{2028}\u{feff}".contains(char));
    match dice.below(3) {
        0 | 1 if plain => text.to_owned(),
        0 | 1 if quotable && dice.one_in(2) => format!("'{}'", text.replace('\'', "''")),
        _ => {
            let mut out = String::from("\"");
            for char in text.chars() {
                match char {
                    '\n' => out.push_str("\\n"),
                    '\r' => out.push_str("\\r"),
                    '\t' => out.push_str("\\t"),
                    '"' | '\\' => out.extend(['\\', char]),
                    '\u{2028}' | '\u{feff}' => {
                        out.push_str(&format!("\\u{:04x}", u32::from(char)));
                    }
                    _ => out.push(char),
                }
            }
            out + "\""
        }
    }
}
