//! What is searched: a line an entry, and what of it is title, code or text.

use super::texts::Writer;
use majlis::search::{Document, Field};
use std::borrow::Cow;

/// Entries, and the parts of each.
#[derive(Default)]
pub struct Corpus {
    pub lines: Vec<String>,
    /// Where each part ends in its line, and what it is.
    parts: Vec<(u8, Field, u16)>,
    /// Where the parts of each entry end.
    ends: Vec<u32>,
    weights: Vec<u8>,
}

impl Corpus {
    /// Entries of 40 to 160 characters, four fifths of them Arabic.
    pub fn generate(records: usize, seed: u64) -> Self {
        let mut corpus = Self::default();
        let mut writer = Writer::new(seed);
        const WEIGHTS: [u8; 10] = [250, 230, 230, 220, 180, 150, 130, 100, 60, 40];
        for _ in 0..records {
            let mut entry = Vec::new();
            let length = 40 + writer.random.below(100);
            let title = length * (40 + writer.random.below(40)) / 100;
            if writer.random.percent(12) {
                entry.push((Field::Number, (1 + writer.random.below(60)).to_string()));
            }
            if writer.random.percent(20) {
                entry.push((Field::Code, writer.code()));
            }
            if writer.random.percent(8) {
                let name = writer.name();
                entry.push((
                    Field::Name,
                    if writer.random.percent(60) {
                        name.0
                    } else {
                        name.1
                    },
                ));
            }
            let arabic = writer.random.percent(80);
            let text = |writer: &mut Writer, length| match arabic {
                true => writer.arabic_text(length),
                false => writer.english_text(length),
            };
            entry.push((Field::Title, text(&mut writer, title)));
            let rest = length.saturating_sub(title);
            let field = if writer.random.percent(75) {
                Field::Text
            } else {
                Field::Background
            };
            entry.push((field, text(&mut writer, rest)));
            let weight = WEIGHTS[writer.random.below(WEIGHTS.len())];
            corpus.push(&entry, weight);
        }
        corpus
    }

    /// An entry a line of a text; all of it is a title.
    pub fn read(text: &str) -> Self {
        let mut corpus = Self::default();
        for line in text.lines() {
            corpus.push(&[(Field::Title, line.to_owned())], 0);
        }
        corpus
    }

    fn push(&mut self, entry: &[(Field, String)], weight: u8) {
        let mut line = String::new();
        for (number, (field, text)) in entry.iter().enumerate() {
            if number > 0 {
                line.push(' ');
            }
            line.push_str(text);
            self.parts.push((
                number.min(1) as u8,
                *field,
                text.len().min(usize::from(u16::MAX)) as u16,
            ));
        }
        line.shrink_to_fit();
        self.lines.push(line);
        self.ends.push(self.parts.len() as u32);
        self.weights.push(weight);
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The bytes of all texts.
    pub fn bytes(&self) -> usize {
        self.lines.iter().map(String::len).sum()
    }

    pub fn document(&self, key: u32) -> Document<'_> {
        let key = key as usize;
        let line = self.lines[key].as_str();
        let start = key
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        let parts = &self.parts[start..self.ends[key] as usize];
        let mut at = 0;
        let fields = parts.iter().map(|&(gap, field, length)| {
            let from = at + usize::from(gap);
            // A line alone may be longer than a part's length tells.
            at = if parts.len() == 1 {
                line.len()
            } else {
                from + usize::from(length)
            };
            (field, Cow::Borrowed(&line[from..at]))
        });
        Document {
            fields: fields.collect(),
            weight: self.weights[key],
            ..Document::default()
        }
    }
}
