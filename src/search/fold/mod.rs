//! Folding: what is written in many ways becomes one word of one-byte symbols, with a map back
//! to the bytes it came from.
//!
//! Folded together are: the forms of alef and hamza (أ إ آ ٱ ا; ؤ و; ئ ى ي; a bare ء counts for
//! nothing), ta marbuta and ha, Persian and Urdu letters (ک ی گ پ), presentation forms with their
//! ligatures (ﻻ), capitals and small letters, letters with and without diacritics, and the digits
//! of all scripts. Harakat, tatweel and invisible controls are dropped. Letters of other scripts
//! than Arabic and Latin are not searched: they end a word.
//!
//! A *run* is a stretch of Arabic letters, of Latin letters or of digits; runs that belong
//! together (`C26/35`, `9,7`, `+41 22 730`) are linked, and what a text is found by is made of them.

pub(super) mod symbols;
mod table;
pub(super) mod words;

use std::ops::Range;

/// A word is as long as its first 48 letters; what follows them is not searched.
pub const LONGEST_WORD: usize = 48;
/// Most texts have no more bytes, and hardly any text has more runs than one in so many of them.
const SHORT: usize = 1024;
const LETTERS: usize = 4;

/// What a run is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Arabic letters.
    Arabic,
    /// Latin letters.
    Latin,
    /// Digits of any script.
    Digits,
}

impl Script {
    /// Its first symbol and its last.
    const fn symbols(self) -> (u8, u8) {
        match self {
            Self::Arabic => (table::ARABIC, u8::MAX),
            Self::Digits => (b'0', b'9'),
            Self::Latin => (b'9' + 1, table::ARABIC - 1),
        }
    }

    const fn of(symbol: u8) -> Self {
        match symbol {
            table::ARABIC.. => Self::Arabic,
            b'0'..=b'9' => Self::Digits,
            _ => Self::Latin,
        }
    }
}

/// How a run belongs to the run before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Not at all.
    None,
    /// Nothing between them: the 26 of `C26`.
    Direct,
    /// One full stop or comma of any kind, between digits: the 7 of `9,7`.
    Point,
    /// Up to three joining characters: the 35 of `C26/35`, the `int` of `itu.int`.
    Joiner,
    /// One blank between digits, as in a telephone number.
    Space,
}

/// A stretch of symbols of one script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub start: u32,
    pub end: u32,
    pub link: Link,
    pub script: Script,
}

impl Run {
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it goes on with the chain of the run before it; a blank ends a chain.
    pub const fn is_linked(self) -> bool {
        !matches!(self.link, Link::None | Link::Space)
    }
}

/// A folded text: its symbols, the runs they form, and where each symbol came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    symbols: Vec<u8>,
    /// The byte range of the character of each symbol, with the marks that follow it.
    places: Vec<(u32, u32)>,
    runs: Vec<Run>,
}

/// A run of a folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its symbols, a byte each.
    pub symbols: &'a [u8],
    /// What they are.
    pub script: Script,
    /// How the word belongs to the one before.
    pub link: Link,
    /// The bytes of the original text, marks included.
    pub range: Range<usize>,
}

/// Folds a text. At most its first 4 GiB are read.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    folded.read::<true>(text);
    folded
}

impl Folded {
    /// The runs in the order of the text.
    pub fn words(&self) -> impl Iterator<Item = Word<'_>> {
        self.runs.iter().map(|run| Word {
            symbols: self.slice(run.start as usize, run.end as usize),
            script: run.script,
            link: run.link,
            range: self.place(run.start as usize, run.end as usize),
        })
    }

    /// The folded text as text: each symbol as its plain letter, words apart by one blank,
    /// letters and digits that stood together still together.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.symbols.len() * 2);
        for (number, run) in self.runs.iter().enumerate() {
            if number > 0 && run.link != Link::Direct {
                text.push(' ');
            }
            text.extend(
                self.slice(run.start as usize, run.end as usize)
                    .iter()
                    .map(|&s| letter(s)),
            );
        }
        text
    }

    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The symbols from `start` to `end`; nothing where there are none.
    pub(super) fn slice(&self, start: usize, end: usize) -> &[u8] {
        self.symbols.get(start..end).unwrap_or_default()
    }

    /// The bytes that the symbols from `start` to `end` came from.
    pub(super) fn place(&self, start: usize, end: usize) -> Range<usize> {
        let from = self.places.get(start).map_or(0, |place| place.0 as usize);
        let to = end
            .checked_sub(1)
            .and_then(|last| self.places.get(last))
            .map_or(from, |place| place.1 as usize);
        from..to.max(from)
    }

    /// Folds `text` in place of what was there, without the map back: for building an index.
    pub(super) fn refill(&mut self, text: &str) {
        self.read::<false>(text);
    }

    /// The same with the map back.
    pub(super) fn refill_with_places(&mut self, text: &str) {
        self.read::<true>(text);
    }

    fn read<const PLACES: bool>(&mut self, text: &str) {
        self.symbols.clear();
        self.places.clear();
        self.runs.clear();
        // Nearly all texts are short, and a letter takes a byte or two.
        self.symbols.reserve(text.len().min(SHORT));
        self.runs.reserve(text.len().min(SHORT) / LETTERS);
        if PLACES {
            self.places.reserve(text.len().min(SHORT));
        }
        let mut gap = Gap {
            kinds: table::BREAK,
            length: 1,
        };
        let mut at = 0;
        while let Some(rest) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
            if let Some((code, length)) = table::short(rest) {
                let Ok(to) = u32::try_from(at + length) else {
                    break;
                };
                let place = (to - length as u32, to);
                self.take::<PLACES>(code, place, &mut gap);
                at += length;
                if code >= b'0' {
                    at = self.go_on::<PLACES>(text.as_bytes(), at);
                }
                continue;
            }
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            let Ok(to) = u32::try_from(at + c.len_utf8()) else {
                break;
            };
            let place = (at as u32, to);
            match table::plain(c) {
                Some(code) => self.take::<PLACES>(code, place, &mut gap),
                None => table::decomposed(c, |code| self.take::<PLACES>(code, place, &mut gap)),
            }
            at += c.len_utf8();
        }
    }

    /// Takes the letters that go on with the last run: nearly always a letter follows a letter of
    /// its script. Says where the first byte is that does not.
    #[inline]
    fn go_on<const PLACES: bool>(&mut self, bytes: &[u8], at: usize) -> usize {
        let Some(run) = self.runs.last_mut() else {
            return at;
        };
        let room = LONGEST_WORD.saturating_sub(run.len());
        let bytes = bytes.get(at..).unwrap_or_default();
        let (count, width) = table::alike(bytes, run.script, room, &mut self.symbols);
        let end = at + count * width;
        let (Ok(first), Ok(_)) = (u32::try_from(at), u32::try_from(end)) else {
            self.symbols.truncate(run.end as usize);
            return at;
        };
        run.end += count as u32;
        if PLACES {
            let width = width as u32;
            let from = (0..count as u32).map(|number| first + number * width);
            self.places.extend(from.map(|from| (from, from + width)));
        }
        if count < room {
            return end;
        }
        // The word has all the letters that count.
        let (least, most) = run.script.symbols();
        let rest = bytes.get(count * width..).unwrap_or_default();
        end + table::bytes_alike(rest, least, most)
    }

    #[inline(always)]
    fn take<const PLACES: bool>(&mut self, code: u8, place: (u32, u32), gap: &mut Gap) {
        // Nearly always a letter follows a letter of its script.
        if code >= b'0'
            && gap.length == 0
            && let Some(run) = self.runs.last_mut()
            && run.script == Script::of(code)
        {
            if run.len() < LONGEST_WORD {
                run.end += 1;
                self.symbols.push(code);
                if PLACES {
                    self.places.push(place);
                }
            }
            return;
        }
        // Words are nearly always one blank apart.
        if code < b'0' && code != table::NOTHING {
            gap.kinds |= code;
            gap.length = gap.length.saturating_add(1);
            return;
        }
        self.take_other::<PLACES>(code, place, gap);
    }

    /// The same for the first letter of a run, and for a mark.
    fn take_other<const PLACES: bool>(&mut self, code: u8, place: (u32, u32), gap: &mut Gap) {
        if code == table::NOTHING {
            // A mark belongs to the letter before it, a mark after a blank to nothing.
            if PLACES
                && gap.length == 0
                && let Some(last) = self.places.last_mut()
            {
                last.1 = place.1;
            }
            return;
        }
        let script = Script::of(code);
        let end = self.symbols.len() as u32;
        let last = self.runs.last();
        let link = last.map_or(Link::None, |run| gap.link(run.script, script));
        self.runs.push(Run {
            start: end,
            end: end + 1,
            link,
            script,
        });
        self.symbols.push(code);
        if PLACES {
            self.places.push(place);
        }
        *gap = Gap {
            kinds: 0,
            length: 0,
        };
    }
}

/// What stands between two symbols.
struct Gap {
    /// The classes of the characters, as bits.
    kinds: u8,
    /// How many they are.
    length: u8,
}

impl Gap {
    fn link(&self, before: Script, after: Script) -> Link {
        let only = |kinds: u8| self.kinds & !kinds == 0;
        let digits = before == Script::Digits && after == Script::Digits;
        if before == Script::Arabic || after == Script::Arabic {
            Link::None
        } else if self.length == 0 {
            Link::Direct
        } else if digits && self.length == 1 && self.kinds == table::POINT {
            Link::Point
        } else if self.length <= 3 && only(table::JOINER | table::POINT) {
            Link::Joiner
        } else if digits
            && self.kinds & table::SPACE != 0
            && (self.length == 1
                || (self.length == 2 && self.kinds == table::SPACE | table::BRACKET))
        {
            Link::Space
        } else {
            Link::None
        }
    }
}

/// The symbol of a letter, if it is one by itself.
pub(super) fn symbol(letter: char) -> Option<u8> {
    table::plain(letter).filter(|&code| code >= b'0')
}

pub(super) fn letter(symbol: u8) -> char {
    symbol
        .checked_sub(table::ARABIC)
        .and_then(|number| table::LETTERS.get(usize::from(number)).copied())
        .unwrap_or(char::from(symbol))
}
