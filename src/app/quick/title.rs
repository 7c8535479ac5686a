//! How somebody is addressed: before a name, and no part of it.

use super::names;

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
    of_either: &[],
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
                let is_arabic = names::is_arabic(word);
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
mod tests {
    use super::*;

    #[test]
    fn how_a_nominee_is_addressed_is_no_part_of_the_name() {
        for (typed, is_woman, written, name) in [
            (
                "سعادة السيد خالد العتيبي",
                false,
                ["سعادة السيد", "H.E. Mr"],
                "خالد العتيبي",
            ),
            (
                "سعادة الدكتور خالد العتيبي",
                false,
                ["سعادة الدكتور", "H.E. Dr"],
                "خالد العتيبي",
            ),
            (
                "سعادة السفيرة نورة القحطاني",
                true,
                ["سعادة السفيرة", "H.E. Amb."],
                "نورة القحطاني",
            ),
            (
                "معالي الدكتورة نورة القحطاني",
                true,
                ["معالي الدكتورة", "H.E. Dr"],
                "نورة القحطاني",
            ),
            (
                "معالي نورة القحطاني",
                true,
                ["معالي", "H.E."],
                "نورة القحطاني",
            ),
            (
                "صاحبة السعادة نورة القحطاني",
                true,
                ["سعادة", "H.E."],
                "نورة القحطاني",
            ),
            (
                "الأستاذة الدكتورة نورة القحطاني",
                true,
                ["الأستاذة الدكتورة", "Prof."],
                "نورة القحطاني",
            ),
            (
                "أ.د. خالد العتيبي",
                false,
                ["أ.د.", "Prof."],
                "خالد العتيبي",
            ),
            (
                "الأستاذ خالد العتيبي",
                false,
                ["الأستاذ", "Mr"],
                "خالد العتيبي",
            ),
            (
                "H.E. Dr Khalid Alotaibi",
                false,
                ["سعادة د.", "H.E. Dr"],
                "Khalid Alotaibi",
            ),
            (
                "HE Ambassador Khalid Alotaibi",
                false,
                ["سعادة", "H.E. Amb."],
                "Khalid Alotaibi",
            ),
            (
                "Her Excellency Noura Alqahtani",
                true,
                ["سعادة", "H.E."],
                "Noura Alqahtani",
            ),
            (
                "Prof. Noura Alqahtani",
                true,
                ["الأستاذة الدكتورة", "Prof."],
                "Noura Alqahtani",
            ),
            (
                "Professor Dr Khalid Alotaibi",
                false,
                ["أ.د.", "Prof."],
                "Khalid Alotaibi",
            ),
        ] {
            let words: Vec<&str> = typed.split(' ').collect();
            let (title, bare) = without(&words);
            let title = title.unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(title.written(is_woman), written, "{typed}");
            assert_eq!(bare.join(" "), name, "{typed}");
        }
        // A family is called so.
        for name in ["He Jian Wu", "Saada Khalid Ali", "السيد البدوي"] {
            let words: Vec<&str> = name.split(' ').collect();
            assert_eq!(without(&words), (None, words.clone()), "{name}");
        }
    }

    /// Nobody has said whether a man or a woman is nominated: neither is written. One word that tells it, in
    /// either script, tells it of all.
    #[test]
    fn nobody_is_made_a_man_by_a_form_of_address_that_fits_both() {
        for (typed, written) in [
            ("Dr Layla Al Mansoori", ["د.", "Dr"]),
            ("د. ليلى المنصوري", ["د.", "Dr"]),
            ("م. ليلى المنصوري", ["م.", "Eng."]),
            ("Prof. Layla Al Mansoori", ["أ.د.", "Prof."]),
            ("Amb. Layla Al Mansoori", ["", "Amb."]),
            ("الدكتور سالم المنصوري", ["الدكتور", "Dr"]),
            ("Mr Salem Al Mansoori", ["السيد", "Mr"]),
            (
                "His Excellency Dr Salem Al Mansoori",
                ["سعادة الدكتور", "H.E. Dr"],
            ),
            ("Ms Dr Layla Al Mansoori", ["السيدة الدكتورة", "Ms Dr"]),
            (
                "ليلى المنصوري - Her Excellency Dr Layla Mansoori",
                ["سعادة الدكتورة", "H.E. Dr"],
            ),
        ] {
            let words: Vec<&str> = typed.split(' ').collect();
            let (title, _) = without(&words);
            let title = title.unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(title.written(false), written, "{typed}");
        }
    }

    /// The same name in both scripts, each with how the person is addressed: each is written in its language,
    /// and only there; one that was typed in one script is written in both.
    #[test]
    fn what_was_typed_in_both_scripts_is_not_written_twice() {
        let names = "خالد العتيبي - Khalid Alotaibi";
        for (typed, written, name) in [
            (
                "الأستاذ خالد العتيبي - Mr Khalid Alotaibi",
                ["الأستاذ", "Mr"],
                names,
            ),
            (
                "معالي خالد العتيبي - H.E. Khalid Alotaibi",
                ["معالي", "H.E."],
                names,
            ),
            (
                "H.E. Khalid Alotaibi - معالي خالد العتيبي",
                ["معالي", "H.E."],
                "Khalid Alotaibi - خالد العتيبي",
            ),
            (
                "Prof. Khalid Alotaibi - الأستاذ الدكتور خالد العتيبي",
                ["الأستاذ الدكتور", "Prof."],
                "Khalid Alotaibi - خالد العتيبي",
            ),
            (
                "الأستاذ الدكتور خالد العتيبي - Prof. Khalid Alotaibi",
                ["الأستاذ الدكتور", "Prof."],
                names,
            ),
            (
                "الأستاذ خالد العتيبي - Dr Khalid Alotaibi",
                ["الأستاذ", "Dr"],
                names,
            ),
            (
                "م. خالد العتيبي - Mr Khalid Alotaibi",
                ["المهندس", "Mr"],
                names,
            ),
            (
                "خالد العتيبي - H.E. Khalid Alotaibi",
                ["سعادة", "H.E."],
                names,
            ),
            (
                "الدكتور خالد العتيبي - H.E. Dr Khalid Alotaibi",
                ["الدكتور", "H.E. Dr"],
                names,
            ),
            (
                "سعادة السفير كريم المنصوري (H.E. Karim Al Mansoori)",
                ["سعادة السفير", "H.E."],
                "كريم المنصوري Karim Al Mansoori)",
            ),
            (
                "كريم المنصوري (H.E. Dr Karim Al Mansoori)",
                ["سعادة د.", "H.E. Dr"],
                "كريم المنصوري Karim Al Mansoori)",
            ),
            // Two in Arabic may be one in English.
            (
                "معالي سعادة خالد العتيبي",
                ["معالي سعادة", "H.E."],
                "خالد العتيبي",
            ),
        ] {
            let words: Vec<&str> = typed.split(' ').collect();
            let (title, bare) = without(&words);
            let title = title.unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(title.written(false), written, "{typed}");
            assert_eq!(bare.join(" "), name, "{typed}");
        }
    }
}
