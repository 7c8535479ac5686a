//! Texts like those of reports, as many as are wanted: the same seed, the same texts.

use super::random::Random;
use super::words::{ARABIC, ENGLISH, NAMES, arabic, english};

/// How many words there are beside clitics: with them some 100,000 are met in a million records.
const ARABIC_WORDS: usize = 11_000;
const ENGLISH_WORDS: usize = 14_000;

/// A writer of texts.
pub struct Writer {
    pub random: Random,
    arabic: Vec<&'static str>,
    english: Vec<&'static str>,
}

impl Writer {
    pub fn new(seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            arabic: ARABIC.split_whitespace().collect(),
            english: ENGLISH.split_whitespace().collect(),
        }
    }

    /// An Arabic word as it stands in a sentence: with clitics, and now and then in another
    /// spelling.
    fn arabic_word(&mut self, to: &mut String) {
        let word = arabic(self.random.zipf(ARABIC_WORDS), &self.arabic);
        let clitic = match self.random.below(100) {
            0..38 => "ال",
            38..44 => "و",
            44..50 => "وال",
            50..54 => "لل",
            54..57 => "بال",
            57..60 => "ب",
            60..63 => "ل",
            63 => "فال",
            64 => "ك",
            _ => "",
        };
        if word.chars().count() > 2 && !word.starts_with("ال") {
            to.push_str(clitic);
        }
        match self.random.below(60) {
            // As hasty hands write.
            0 => to.extend(word.chars().map(|letter| match letter {
                'أ' | 'إ' | 'آ' => 'ا',
                'ة' => 'ه',
                'ى' => 'ي',
                'ؤ' => 'و',
                letter => letter,
            })),
            // Stretched, or with a vowel sign.
            1 => {
                let place = word.chars().count() / 2;
                let mark = if self.random.percent(50) {
                    'ـ'
                } else {
                    '\u{650}'
                };
                for (at, letter) in word.chars().enumerate() {
                    to.push(letter);
                    if at == place {
                        to.push(mark);
                    }
                }
            }
            _ => to.push_str(&word),
        }
    }

    fn english_word(&mut self, to: &mut String, capital: bool) {
        let word = english(self.random.zipf(ENGLISH_WORDS), &self.english);
        let mut letters = word.chars();
        match letters.next().filter(|_| capital) {
            Some(first) => {
                to.extend(first.to_uppercase());
                to.push_str(letters.as_str());
            }
            None => to.push_str(&word),
        }
    }

    /// A sentence of about so many characters.
    pub fn arabic_text(&mut self, characters: usize) -> String {
        let mut text = String::with_capacity(characters * 2 + 16);
        // Arabic letters take two bytes.
        while text.len() < characters * 2 {
            if !text.is_empty() {
                text.push(' ');
            }
            match self.random.below(40) {
                0 => text.push_str(&self.number()),
                1 => text.push_str(&self.code()),
                _ => self.arabic_word(&mut text),
            }
        }
        text
    }

    /// A sentence of about so many characters.
    pub fn english_text(&mut self, characters: usize) -> String {
        let mut text = String::with_capacity(characters + 16);
        while text.len() < characters {
            if !text.is_empty() {
                text.push(' ');
            }
            match self.random.below(30) {
                0 => text.push_str(&self.number()),
                _ => {
                    let capital = text.is_empty() || self.random.percent(15);
                    self.english_word(&mut text, capital);
                }
            }
        }
        text
    }

    /// The number of a document, a resolution, an item.
    pub fn code(&mut self) -> String {
        let number = self.random.zipf(300) + 1;
        let year = 10 + self.random.below(17);
        match self.random.below(6) {
            0 | 1 => format!("C{year}/{number}"),
            2 => format!("PP-{year}"),
            3 => format!("TDAG-{year}/INF/{}", number % 10),
            4 => format!("A/{}/{}", 60 + year, number % 100),
            _ => format!(
                "CWG-{}",
                self.random.of(&["SFP", "FHR", "INT", "COP", "WSIS"])
            ),
        }
    }

    /// A number, a year or an amount, in digits of either kind.
    pub fn number(&mut self) -> String {
        let number = match self.random.below(3) {
            0 => (2000 + self.random.below(27)).to_string(),
            1 => (self.random.zipf(400) + 1).to_string(),
            _ => format!("{},{}00", self.random.zipf(900) + 1, self.random.below(10)),
        };
        if self.random.percent(15) {
            let arabic = |digit: char| match digit.to_digit(10) {
                Some(value) => char::from_u32(0x660 + value).unwrap_or(digit),
                None => '٬',
            };
            return number.chars().map(arabic).collect();
        }
        number
    }

    /// A person, in both languages.
    pub fn name(&mut self) -> (String, String) {
        let (given, family) = (self.random.below(20), 20 + self.random.below(20));
        let join = |a: &str, b: &str| format!("{a} {b}");
        (
            join(NAMES[given].0, NAMES[family].0),
            join(NAMES[given].1, NAMES[family].1),
        )
    }
}
