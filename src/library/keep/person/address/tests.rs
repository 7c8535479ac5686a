//! How people are addressed, as it is typed and as it is written.

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
            ["معالي السيدة", "H.E. Ms"],
            "نورة القحطاني",
        ),
        (
            "صاحبة السعادة نورة القحطاني",
            true,
            ["سعادة السيدة", "H.E. Ms"],
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
            ["سعادة السيدة", "H.E. Ms"],
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
        ("صاحبة السعادة ليلى المنصوري", ["سعادة السيدة", "H.E. Ms"]),
        (
            "صاحبة المعالي ليلى المنصوري - H.E. Layla Al Mansoori",
            ["معالي السيدة", "H.E. Ms"],
        ),
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
