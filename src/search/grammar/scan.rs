//! Reads a query from its beginning to its end, once.

use super::{Ask, Atom, Fields, Mode, Notice, field_named};

/// A piece of a query.
pub(super) enum Token {
    /// `|`
    Or,
    /// A word or a field; several where a field was given several values.
    Atoms(Vec<Atom>),
}

/// A place in a query.
pub(super) struct Scanner<'a> {
    text: &'a str,
    fields: &'a Fields,
    at: usize,
    /// The first thing that could not be read.
    pub notice: Option<Notice>,
    /// The quotes that nothing closes behind this place: they are looked for once only.
    open: Vec<char>,
}

/// Characters that are not seen, and may come along when text is pasted.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{61C}' | '\u{AD}')
}

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// What closes the quote that a character opens.
const fn closing(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '«' => Some(&['»']),
        // Word processors and keyboards disagree on which is which.
        '“' | '”' | '„' => Some(&['”', '“']),
        _ => None,
    }
}

impl<'a> Scanner<'a> {
    pub const fn new(text: &'a str, fields: &'a Fields) -> Self {
        Self {
            text,
            fields,
            at: 0,
            notice: None,
            open: Vec::new(),
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves on over characters of a sort.
    fn pass(&mut self, sort: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(sort).len();
    }

    /// Moves on over one character, if it is the next.
    fn take(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        if there {
            self.at += c.len_utf8();
        }
        there
    }

    fn note(&mut self, notice: Notice) {
        self.notice = self.notice.or(Some(notice));
    }

    /// The next piece; none at the end.
    pub fn next(&mut self) -> Option<Token> {
        loop {
            self.pass(|c| is_blank(c) || is_invisible(c));
            let start = self.at;
            let first = self.peek()?;
            if self.take('|') {
                // fzf knows no `||`; who types it means the same.
                self.take('|');
                return Some(Token::Or);
            }
            let not = self.take('!');
            let next = self.peek();
            if not && next.is_none_or(|c| is_blank(c) || c == '|') {
                self.note(Notice::LoneOperator);
                continue;
            }
            if let Some(phrase) = self.quoted() {
                let text = phrase.to_owned();
                if text.trim().is_empty() {
                    continue;
                }
                return Some(self.one(not, Mode::Phrase, text, start));
            }
            if let Some(atoms) = self.field(not, start) {
                if atoms.is_empty() {
                    continue;
                }
                return Some(Token::Atoms(atoms));
            }
            if let Some(token) = self.word(not, start) {
                return Some(token);
            }
            if self.at == start {
                // Cannot be: each of the above moves on. It must not hang, whatever is typed.
                self.at += first.len_utf8();
            }
        }
    }

    fn one(&self, not: bool, mode: Mode, text: String, start: usize) -> Token {
        Token::Atoms(vec![Atom {
            not,
            ask: Ask::Text { mode, text },
            place: start..self.at,
        }])
    }

    /// What stands in quotes from here on. A quote that is not closed is passed over.
    fn quoted(&mut self) -> Option<&'a str> {
        let open = self.peek()?;
        let close = closing(open)?;
        self.at += open.len_utf8();
        if self.open.contains(&open) {
            return None;
        }
        let Some(end) = self.rest().find(close) else {
            self.open.push(open);
            self.note(Notice::OpenQuote);
            return None;
        };
        let inside = self.rest().get(..end)?;
        self.at += end;
        self.at += self.peek().map_or(0, char::len_utf8);
        Some(inside)
    }

    /// A field with its values, where the name of one stands here; no values where none was typed
    /// yet. Moves on only where there is a field.
    fn field(&mut self, not: bool, start: usize) -> Option<Vec<Atom>> {
        let rest = self.rest();
        let end = rest
            .find(|c| is_blank(c) || matches!(c, ':' | '|' | '"'))
            .filter(|&end| end <= 64)?;
        let name = rest.get(..end)?;
        // `نوع : موقف`: blanks may stand before the colon.
        let gap = rest.get(end..)?;
        let colon = gap.trim_start_matches(is_blank).strip_prefix(':')?;
        let field = field_named(name, self.fields)?;
        let before = self.at;
        self.at += rest.len() - colon.len();
        // `https://`, `c21::27`: no value begins like that.
        if matches!(self.peek(), Some(':' | '/')) {
            self.at = before;
            return None;
        }
        let own = self.at;
        self.pass(|c| is_blank(c) || is_invisible(c));
        // `kind: status:open`: the next field is not the value of this one.
        let blank = self.at > own;
        if self.peek().is_none_or(|c| matches!(c, '|' | '!')) || (blank && self.is_at_field()) {
            self.note(Notice::NoValue);
            return Some(Vec::new());
        }
        let mut values: Vec<String> = Vec::new();
        loop {
            let value = match self.quoted() {
                Some(value) => value.trim().to_owned(),
                None => self.run(|c| is_blank(c) || c == '|').to_owned(),
            };
            // `year: > 2020`: a sign alone goes with what stands behind it.
            let value = match value.chars().all(|c| "<>=≤≥".contains(c)) && !value.is_empty() {
                true => {
                    self.pass(|c| is_blank(c) || is_invisible(c));
                    value + self.run(|c| is_blank(c) || c == '|')
                }
                false => value,
            };
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
            // `kind:note|view`: a stroke with blanks is an operator, one without is of the field.
            let next = self.rest().strip_prefix('|').and_then(|s| s.chars().next());
            if next.is_none_or(|c| is_blank(c) || c == '|') {
                break;
            }
            self.at += 1;
        }
        let place = start..self.at;
        Some(
            values
                .into_iter()
                .map(|value| Atom {
                    not,
                    ask: Ask::Field { field, value },
                    place: place.clone(),
                })
                .collect(),
        )
    }

    /// Whether the name of a field with its colon stands here.
    fn is_at_field(&self) -> bool {
        let rest = self.rest().trim_start_matches('!');
        rest.find(|c| is_blank(c) || c == ':')
            .filter(|&end| rest.get(end..).is_some_and(|colon| colon.starts_with(':')))
            .and_then(|end| rest.get(..end))
            .is_some_and(|name| field_named(name, self.fields).is_some())
    }

    /// Moves on to the next character of a sort; what was passed.
    fn run(&mut self, stop: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(stop).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// A word with its operators; none where nothing but operators stands here.
    fn word(&mut self, not: bool, start: usize) -> Option<Token> {
        let mut text = String::new();
        let mut phrase = false;
        // A backslash makes the blank behind it part of the word.
        loop {
            text.push_str(self.run(|c| is_blank(c) || c == '|'));
            let blank = self.peek().filter(|c| *c == ' ' && text.ends_with('\\'));
            if blank.is_none() {
                break;
            }
            text.pop();
            text.push(' ');
            self.at += 1;
            phrase = true;
        }
        let (mode, typed) = mode_of(&text);
        let mode = if phrase && mode == Mode::Plain {
            Mode::Phrase
        } else {
            mode
        };
        if typed.trim().is_empty() {
            return None;
        }
        let typed = typed.to_owned();
        Some(self.one(not, mode, typed, start))
    }
}

/// The operators at the ends of a word, and the word without them.
fn mode_of(word: &str) -> (Mode, &str) {
    if let Some(exact) = word.strip_prefix('\'') {
        return match exact.strip_suffix('\'').filter(|whole| !whole.is_empty()) {
            Some(whole) => (Mode::Word, whole),
            None => (Mode::Exact, exact),
        };
    }
    let (start, word) = word
        .strip_prefix('^')
        .map_or((false, word), |rest| (true, rest));
    match word.strip_suffix('$') {
        Some(word) if start => (Mode::Whole, word),
        Some(word) => (Mode::End, word),
        None if start => (Mode::Start, word),
        None => (Mode::Plain, word),
    }
}
