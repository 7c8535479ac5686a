//! The values of a field, found by what they are called. They lie flat, so that a cache keeps them and
//! a letter looks at few of them.

use crate::cache::{Array, Mapped, Writer};
use crate::search::{sound_alike, sounds_of, sounds_of_typed};
use crate::words::Message;

use super::texts::{Texts, first_not};
use super::values::Made;

/// The texts of a value before its names: what is typed for it, the same in Arabic, both ready to be
/// compared, and what it is called in Arabic and English.
const BEFORE: usize = 6;

/// Of fewer letters a slip is none.
const SHORTEST_SLIP: usize = 4;

/// The values of a field in an order that a person expects, and all their names in order: a letter
/// must not cost what looking through a thousand names costs.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// What each value stands for.
    numbers: Array<u32>,
    texts: Texts,
    /// Where the texts of each value end.
    ends: Array<u32>,
    /// The names in the order of their letters, the blanks left out.
    whole: Array<u32>,
    /// Where a word of a name begins, in the order of what stands there: the value, the text, and the
    /// byte of the text.
    values: Array<u32>,
    begins: Array<u32>,
    at: Array<u32>,
    /// What the words of names have in common with those that sound like them, in order, and the text of
    /// each.
    sounds: Array<u64>,
    sounding: Array<u32>,
}

/// A value of a field.
#[derive(Debug, Clone, Copy)]
pub struct Value<'k> {
    known: &'k Known,
    place: usize,
}

impl<'k> Value<'k> {
    fn text(self, place: usize) -> &'k str {
        self.known.texts.get(self.known.first(self.place) + place)
    }

    /// What is typed for it.
    #[must_use]
    pub fn word(self) -> &'k str {
        self.text(0)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> Message {
        Message::new(self.text(4), self.text(5))
    }

    /// What it stands for, by its field.
    pub(super) fn number(self) -> u32 {
        let number = self.known.numbers.get(self.place);
        number.copied().unwrap_or_default()
    }

    /// What is typed for it, in Arabic or else.
    pub(super) fn put_in(self, arabic: bool) -> &'k str {
        self.text(usize::from(arabic))
    }

    /// Whether what is typed for it, in Arabic or else, begins so.
    pub(super) fn is_typed(self, arabic: bool, begin: &str) -> bool {
        self.text(2 + usize::from(arabic)).starts_with(begin)
    }
}

impl Known {
    /// All values.
    pub fn all(&self) -> impl Iterator<Item = Value<'_>> {
        (0..self.numbers.len()).map(|place| Value { known: self, place })
    }

    /// The values that are called just so; the blanks do not count.
    pub fn called(&self, typed: &str) -> Vec<Value<'_>> {
        let typed = || letters(typed.as_bytes());
        let name = |text: &u32| letters(self.texts.bytes(*text as usize));
        let from = self.whole.partition_point(|text| name(text).lt(typed()));
        let rest = self.whole.get(from..).unwrap_or_default().iter();
        let so = rest.take_while(|text| name(text).eq(typed()));
        self.at(so.map(|text| self.ends.partition_point(|end| end <= text)))
    }

    /// The values of which a name, or a word of a name, begins so, in their order.
    pub fn beginning(&self, typed: &str) -> Vec<Value<'_>> {
        let typed = typed.as_bytes();
        let place = |is_before: &dyn Fn(&[u8]) -> bool| {
            first_not(self.begins.len(), |at| is_before(self.begin(at)))
        };
        let from = place(&|name| name < typed);
        let to = place(&|name| name < typed || name.starts_with(typed));
        let values = self.values.get(from..to).unwrap_or_default();
        self.at(values.iter().map(|value| *value as usize))
    }

    /// The values with a name of which one slip made what was typed.
    pub fn near(&self, typed: &str) -> Vec<Value<'_>> {
        let letters = typed.chars().count();
        let is_code = typed.chars().any(|letter| letter.is_ascii_digit());
        if letters < SHORTEST_SLIP || is_code {
            return Vec::new();
        }
        let near = |text: &u32| {
            let name = self.texts.get(*text as usize);
            name.chars().count().abs_diff(letters) <= 1 && strsim::osa_distance(typed, name) == 1
        };
        let so = self.whole.iter().filter(|text| near(text));
        self.at(so.map(|text| self.ends.partition_point(|end| end <= text)))
    }

    /// The values with a word in a name that sounds like what was typed in letters of another script.
    pub fn sounding(&self, typed: &str) -> Vec<Value<'_>> {
        let letters = typed.chars().count();
        let is_word = typed.chars().all(char::is_alphabetic);
        if letters < SHORTEST_SLIP || !is_word {
            return Vec::new();
        }
        let sounds = |text: &u32| {
            let name = self.texts.get(*text as usize);
            let mut words = name.split(' ');
            words.any(|word| word.is_ascii() != typed.is_ascii() && sound_alike(typed, word))
        };
        let so = sounds_of_typed(typed).into_iter().flat_map(|sound| {
            let from = self.sounds.partition_point(|other| *other < sound);
            let to = self.sounds.partition_point(|other| *other <= sound);
            self.sounding.get(from..to).unwrap_or_default()
        });
        let so = so.filter(|text| sounds(text));
        self.at(so.map(|text| self.ends.partition_point(|end| end <= text)))
    }

    /// The values at these places, each once, in their order.
    fn at(&self, places: impl Iterator<Item = usize>) -> Vec<Value<'_>> {
        let mut places: Vec<usize> = places.collect();
        places.sort_unstable();
        places.dedup();
        let value = |place| Value { known: self, place };
        places.into_iter().map(value).collect()
    }

    /// The number of a value's first text.
    fn first(&self, place: usize) -> usize {
        let before = place.checked_sub(1).and_then(|last| self.ends.get(last));
        before.map_or(0, |end| *end as usize)
    }

    /// What stands where a word of a name begins.
    fn begin(&self, place: usize) -> &[u8] {
        let number = |all: &Array<u32>| all.get(place).map_or(0, |one| *one as usize);
        let name = self.texts.bytes(number(&self.begins));
        name.get(number(&self.at)..).unwrap_or_default()
    }

    pub fn save(&self, writer: &mut Writer, name: &str) {
        self.texts.save(writer, name);
        for (what, numbers) in self.parts() {
            writer.section(&format!("{name}.{what}"), numbers);
        }
        writer.section(&format!("{name}.sounds"), &self.sounds);
    }

    fn parts(&self) -> [(&'static str, &Array<u32>); 7] {
        [
            ("numbers", &self.numbers),
            ("of", &self.ends),
            ("whole", &self.whole),
            ("begins.values", &self.values),
            ("begins", &self.begins),
            ("begins.at", &self.at),
            ("sounds.of", &self.sounding),
        ]
    }

    /// Those that were saved under a name.
    pub fn load(mapped: &Mapped, name: &str) -> Option<Self> {
        let part = |what: &str| mapped.array::<u32>(&format!("{name}.{what}"));
        let known = Self {
            numbers: part("numbers")?,
            texts: Texts::load(mapped, name)?,
            ends: part("of")?,
            whole: part("whole")?,
            values: part("begins.values")?,
            begins: part("begins")?,
            at: part("begins.at")?,
            sounds: mapped.array(&format!("{name}.sounds"))?,
            sounding: part("sounds.of")?,
        };
        let is_whole = known.numbers.len() == known.ends.len()
            && known.ends.last().map_or(0, |end| *end as usize) == known.texts.len()
            && known.values.len() == known.begins.len()
            && known.at.len() == known.begins.len()
            && known.sounds.len() == known.sounding.len();
        is_whole.then_some(known)
    }
}

/// A text without its blanks.
fn letters(text: &[u8]) -> impl Iterator<Item = u8> {
    text.iter().copied().filter(|byte| *byte != b' ')
}

impl From<Vec<Made>> for Known {
    fn from(made: Vec<Made>) -> Self {
        let of_value = |value: &Made| BEFORE + value.names.len();
        let ends = made.iter().scan(0, |end, value| {
            *end += of_value(value) as u32;
            Some(*end)
        });
        let ends: Vec<u32> = ends.collect();
        // The names, each with its value and the number of its text.
        let first = |place: usize| match place.checked_sub(1).and_then(|last| ends.get(last)) {
            Some(end) => end + BEFORE as u32,
            None => BEFORE as u32,
        };
        let names = made.iter().enumerate().flat_map(|(place, value)| {
            let names = value.names.iter().map(String::as_str);
            (first(place)..)
                .zip(names)
                .map(move |(text, name)| (name, place as u32, text))
        });
        let names: Vec<(&str, u32, u32)> = names.collect();
        let mut whole: Vec<(String, u32)> = names
            .iter()
            .map(|(name, _, text)| (name.replace(' ', ""), *text))
            .collect();
        whole.sort_unstable();
        let mut sounds: Vec<(u64, u32)> = Vec::new();
        for (name, _, text) in &names {
            let words = name.split(' ').flat_map(sounds_of);
            sounds.extend(words.map(|sound| (sound, *text)));
        }
        sounds.sort_unstable();
        sounds.dedup();
        let mut begins: Vec<(&str, u32, u32, u32)> = Vec::new();
        for (name, value, text) in names {
            let words = name.match_indices(' ').map(|(blank, _)| blank + 1);
            begins.extend([0].into_iter().chain(words).map(|at| {
                let rest = name.get(at..).unwrap_or_default();
                (rest, value, text, at as u32)
            }));
        }
        begins.sort_unstable();
        Self {
            numbers: made.iter().map(|value| value.number).collect(),
            texts: Texts::of(made.iter().flat_map(Made::texts)),
            whole: whole.into_iter().map(|(_, text)| text).collect(),
            values: begins.iter().map(|(_, value, ..)| *value).collect(),
            at: begins.iter().map(|(.., at)| *at).collect(),
            begins: begins.iter().map(|(_, _, text, _)| *text).collect(),
            ends: ends.into(),
            sounds: sounds.iter().map(|(sound, _)| *sound).collect(),
            sounding: sounds.into_iter().map(|(_, text)| text).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fields::{Field, Values, plain};
    use crate::library::Library;

    #[test]
    fn what_sounds_alike_is_found_without_looking_through_all_names() {
        let library = Library::built_in();
        let values = Values::default();
        let mut found = 0;
        for field in [
            Field::Kind,
            Field::By,
            Field::Body,
            Field::Person,
            Field::Status,
        ] {
            let known = values.known(&library, field).unwrap();
            for typed in [
                "shaheera",
                "selem",
                "almaghrib",
                "ittihad",
                "majlis",
                "alkuwayt",
                "althaka",
                "tarshih",
                "غويو",
                "رايدر",
                "فابيو",
                "يونسكو",
                "كونسل",
                "بالقرار",
                "qimat",
                "at",
                "ash-sharq",
            ] {
                let typed = plain(typed);
                let all: Vec<u32> = (known.all())
                    .filter(|value| {
                        let texts = known.first(value.place)..known.ends[value.place] as usize;
                        let mut names = texts.skip(BEFORE).map(|text| known.texts.get(text));
                        let is_word = typed.chars().count() >= SHORTEST_SLIP
                            && typed.chars().all(char::is_alphabetic);
                        is_word
                            && names.any(|name| {
                                let mut words = name.split(' ');
                                words.any(|word| {
                                    word.is_ascii() != typed.is_ascii() && sound_alike(&typed, word)
                                })
                            })
                    })
                    .map(Value::number)
                    .collect();
                let so: Vec<u32> = known
                    .sounding(&typed)
                    .into_iter()
                    .map(Value::number)
                    .collect();
                assert_eq!(so, all, "{field:?} {typed}");
                found += so.len();
            }
        }
        assert!(found >= 8, "{found}");
    }
}
