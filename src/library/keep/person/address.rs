//! How somebody is addressed: before a name, and no part of it.

use crate::library::keep::typed::language_of;
use crate::report::Language;

/// How somebody is addressed, in both languages: `سعادة الدكتور`, `H.E. Dr`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Title {
    /// As it was typed in each script, Arabic first: each is what is written in its language.
    typed: [Forms; 2],
    is_woman: bool,
    is_man: bool,
}

/// Forms of address, in the order in which they are said.
type Forms = [Option<&'static Form>; 3];

/// A form of address.
#[derive(Debug, PartialEq, Eq)]
struct Form {
    /// How it is typed, in letters alone, where it tells neither a man nor a woman.
    of_either: &'static [&'static str],
    /// The same, said to men only.
    of_men: &'static [&'static str],
    /// The same, said to women only.
    of_women: &'static [&'static str],
    /// As it is written in Arabic, to a man, to a woman, and where nobody has said which; empty where Arabic
    /// has none that fits both.
    ar: [&'static str; 3],
    /// As it is written in English.
    en: [&'static str; 3],
}

/// To whom a form of address is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Men,
    Women,
    Either,
}

impl Title {
    /// Whether it is said to women only.
    #[must_use]
    pub const fn is_of_a_woman(self) -> bool {
        self.is_woman
    }

    /// As it is written in the directory, in Arabic and in English; of a woman where it is known otherwise
    /// that she is one. Where nothing tells it, nobody is made a man: «Dr» is «د.» in Arabic, and «Amb.» is
    /// nothing.
    #[must_use]
    pub fn written(self, is_woman: bool) -> [String; 2] {
        let [arabic, latin] = self.typed;
        let all = |own: Forms, other: Forms, side: fn(&Form) -> [&'static str; 3]| {
            let typed = if own == Forms::default() { other } else { own };
            let mut said: Vec<&str> = Vec::new();
            for form in typed.into_iter().flatten() {
                let [man, woman, either] = side(form);
                let one = match (is_woman || self.is_woman, self.is_man) {
                    (true, _) => woman,
                    (false, true) => man,
                    (false, false) => either,
                };
                // What is two forms in one language may be one in the other.
                if !one.is_empty() && !said.contains(&one) {
                    said.push(one);
                }
            }
            // That she is a woman, which «سعادة» does not say, is written too.
            let is_said = |form: &&Form| form.ar[1] != form.ar[2];
            let mut forms = typed.iter().flatten();
            if (is_woman || self.is_woman) && !forms.any(is_said) {
                said.extend(side(&SIR).get(1));
            }
            said.join(" ")
        };
        [
            all(arabic, latin, |form| form.ar),
            all(latin, arabic, |form| form.en),
        ]
    }

    /// The same with one more behind it, in the script in which it was typed. A doctor who is addressed as
    /// a teacher is a professor, and a professor is none besides.
    fn and(mut self, form: &'static Form, to: Said, is_arabic: bool) -> Self {
        self.is_woman |= to == Said::Women;
        self.is_man |= to == Said::Men;
        let [arabic, latin] = &mut self.typed;
        let forms = if is_arabic { arabic } else { latin };
        let is_said = forms.contains(&Some(form));
        let last = forms.iter_mut().rev().find(|form| form.is_some());
        match last {
            Some(last) if *last == Some(&TEACHER) && form == &DOCTOR => *last = Some(&PROFESSOR),
            Some(last) if *last == Some(&PROFESSOR) && form == &DOCTOR => {}
            _ if is_said => {}
            _ => {
                if let Some(free) = forms.iter_mut().find(|form| form.is_none()) {
                    *free = Some(form);
                }
            }
        }
        self
    }
}

static TEACHER: Form = Form {
    of_either: &["أ", "ا"],
    of_men: &["الأستاذ", "أستاذ"],
    of_women: &["الأستاذة", "أستاذة"],
    ar: ["الأستاذ", "الأستاذة", "أ."],
    en: ["Mr", "Ms", ""],
};

static DOCTOR: Form = Form {
    of_either: &["د", "dr", "doctor"],
    of_men: &["الدكتور", "دكتور"],
    of_women: &["الدكتورة", "دكتورة"],
    ar: ["الدكتور", "الدكتورة", "د."],
    en: ["Dr", "Dr", "Dr"],
};

static PROFESSOR: Form = Form {
    of_either: &["أد", "prof", "professor"],
    of_men: &["البروفيسور"],
    of_women: &["البروفيسورة"],
    ar: ["الأستاذ الدكتور", "الأستاذة الدكتورة", "أ.د."],
    en: ["Prof.", "Prof.", "Prof."],
};

/// A head of mission, and all who sign for a State.
static EXCELLENCY: Form = Form {
    of_either: &["سعادة", "he"],
    of_men: &["صاحب السعادة", "his excellency"],
    of_women: &["صاحبة السعادة", "her excellency"],
    ar: ["سعادة", "سعادة", "سعادة"],
    en: ["H.E.", "H.E.", "H.E."],
};

/// A minister.
static MINISTER: Form = Form {
    of_either: &["معالي"],
    of_men: &["صاحب المعالي"],
    of_women: &["صاحبة المعالي"],
    ar: ["معالي", "معالي", "معالي"],
    en: ["H.E.", "H.E.", "H.E."],
};

static SIR: Form = Form {
    of_either: &[],
    of_men: &["السيد", "سيد", "mr"],
    of_women: &["السيدة", "سيدة", "ms", "mrs", "miss"],
    ar: ["السيد", "السيدة", ""],
    en: ["Mr", "Ms", ""],
};

static ENGINEER: Form = Form {
    of_either: &["م", "eng", "engr"],
    of_men: &["المهندس", "مهندس"],
    of_women: &["المهندسة", "مهندسة"],
    ar: ["المهندس", "المهندسة", "م."],
    en: ["Eng.", "Eng.", "Eng."],
};

static AMBASSADOR: Form = Form {
    of_either: &["amb", "ambassador"],
    of_men: &["السفير", "سفير"],
    of_women: &["السفيرة", "سفيرة"],
    ar: ["السفير", "السفيرة", ""],
    en: ["Amb.", "Amb.", "Amb."],
};

static FORMS: [&Form; 8] = [
    &TEACHER,
    &DOCTOR,
    &PROFESSOR,
    &EXCELLENCY,
    &MINISTER,
    &SIR,
    &ENGINEER,
    &AMBASSADOR,
];

/// The words of a name without how the person is addressed, and how. It stands before the name, and
/// before the same name in the other script: «ليلى المنصوري (Ms Layla Al Mansoori)». What would leave no
/// first and last name is a part of the name: «السيد البدوي».
pub fn without<'w>(words: &[&'w str]) -> (Option<Title>, Vec<&'w str>) {
    let mut title: Option<Title> = None;
    let mut bare: Vec<&str> = Vec::new();
    let mut rest = words;
    // A name begins at first, and behind each form of address that stands before it.
    let mut begins = true;
    while let Some((word, behind)) = rest.split_first() {
        begins |= word.starts_with('(');
        let found = of(rest).filter(|(_, _, taken)| begins && rest.len() > taken + 1);
        rest = match found {
            Some((form, to, taken)) => {
                let is_arabic = language_of(word) == Language::Arabic;
                title = Some(title.unwrap_or_default().and(form, to, is_arabic));
                rest.get(taken..).unwrap_or_default()
            }
            None => {
                begins = *word == "-";
                bare.push(word);
                behind
            }
        };
    }
    (title, bare)
}

/// The words of a name without any form of address before it, as long as one word is left: by that alone
/// somebody may be known.
pub fn least<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let (_, bare) = without(words);
    let mut rest = bare.as_slice();
    while let Some((_, _, taken)) = of(rest).filter(|(_, _, taken)| rest.len() > *taken) {
        rest = rest.get(taken..).unwrap_or_default();
    }
    rest.to_vec()
}

/// How somebody is addressed by these words, where they say nothing else.
pub fn alone(words: &[&str]) -> Option<Title> {
    let mut title: Option<Title> = None;
    let mut rest = words;
    while let Some(word) = rest.first() {
        let (form, to, taken) = of(rest)?;
        let is_arabic = language_of(word) == Language::Arabic;
        title = Some(title.unwrap_or_default().and(form, to, is_arabic));
        rest = rest.get(taken..).unwrap_or_default();
    }
    title
}

/// The form of address with which words begin, to whom it is said, and how many words it takes.
fn of(words: &[&str]) -> Option<(&'static Form, Said, usize)> {
    let letters = |word: &str| -> String {
        let letters = word.chars().filter(|letter| letter.is_alphabetic());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (first, behind) = words.split_first()?;
    let one = letters(first);
    // A family is called He.
    let is_name = one == "he" && !first.contains('.') && !first.ends_with("HE");
    let two = behind
        .first()
        .map(|next| format!("{one} {}", letters(next)));
    let typed = [two.map(|two| (two, 2)), (!is_name).then_some((one, 1))];
    typed.into_iter().flatten().find_map(|(typed, taken)| {
        let is = |all: &[&str]| all.contains(&typed.as_str());
        FORMS.iter().find_map(|form| {
            let to = [
                (form.of_either, Said::Either),
                (form.of_men, Said::Men),
                (form.of_women, Said::Women),
            ];
            let (_, to) = to.into_iter().find(|(all, _)| is(all))?;
            Some((*form, to, taken))
        })
    })
}

#[cfg(test)]
mod tests;
