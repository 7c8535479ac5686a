//! What of a line is a date, and what is a name or a part of the text.

use super::*;

#[test]
fn a_date_of_several_words_is_no_text() {
    use crate::report::typed_date;
    for (line, due) in [
        ("@tech-sec in two weeks paper", "2026-12-06"),
        ("@tech-sec two weeks paper", "2026-12-06"),
        ("@tech-sec 27th November paper", "2026-11-27"),
        ("@tech-sec Friday 27 Nov paper", "2026-11-27"),
        ("@tech-sec Friday, 27 November 2026 paper", "2026-11-27"),
        ("@tech-sec الجمعة 27 نوفمبر paper", "2026-11-27"),
        (
            "@tech-sec يوم الجمعة الموافق 27 نوفمبر 2026 paper",
            "2026-11-27",
        ),
        (
            "@tech-sec on Friday the 27th of November 2026 paper",
            "2026-11-27",
        ),
        ("@tech-sec Fri 27/11 paper", "2026-11-27"),
        ("@tech-sec next Friday 27 Nov paper", "2026-11-27"),
        ("@tech-sec before 5 Dec paper", "2026-12-05"),
        ("@tech-sec before the end of the month paper", "2026-11-30"),
        ("@arab group friday paper", "2026-11-27"),
        ("@الأمانة الفنية الجمعة paper", "2026-11-27"),
    ] {
        let date = |text: &str| typed_date(text, (2026, 11, 22));
        let draft = read_with(line, date).unwrap();
        assert_eq!(draft.get("due"), Some(due), "{line}");
        assert_eq!(draft.get("text.en"), Some("paper"), "{line}");
    }
}

/// A part of a day behind a day may be the beginning of what is said; with a number it is an hour.
#[test]
fn an_afternoon_behind_a_day_stays_in_the_text() {
    for (line, due, text) in [
        (
            "@tech-sec friday afternoon session to be prepared",
            "2026-11-27",
            "afternoon session to be prepared",
        ),
        ("@tech-sec friday 5pm paper", "2026-11-27", "paper"),
        ("@tech-sec friday at noon paper", "2026-11-27", "paper"),
        ("@tech-sec paper by friday afternoon", "2026-11-27", "paper"),
    ] {
        let draft = read_today(line);
        assert_eq!(draft.get("due"), Some(due), "{line}");
        assert_eq!(draft.get("text.en"), Some(text), "{line}");
    }
    let draft = read_today("@tech-sec الجمعة صباحاً عرض الورقة");
    assert_eq!(draft.get("due"), Some("2026-11-27"));
    assert_eq!(draft.get("text.ar"), Some("صباحاً عرض الورقة"));
}

#[test]
fn a_weekday_that_does_not_fit_its_date_is_no_text() {
    use crate::report::typed_date;
    let date = |text: &str| typed_date(text, (2026, 11, 22));
    let saturday = || DateError::Weekday((2026, 11, 28), 6);
    for (line, said, why) in [
        ("@tech-sec Friday 28 Nov paper", "Friday 28 Nov", saturday()),
        (
            "@tech-sec الجمعة 28 نوفمبر paper",
            "الجمعة 28 نوفمبر",
            saturday(),
        ),
        ("@tech-sec 31/2 paper", "31/2", DateError::Day(31, 28)),
        (
            "+out approval Friday 28/11 paper",
            "Friday 28/11",
            saturday(),
        ),
    ] {
        let draft = read_with(line, date).unwrap();
        assert_eq!(draft.no_date, Some((said.to_owned(), why)), "{line}");
        assert_eq!(draft.get("text.en"), Some("paper"), "{line}");
        assert!(draft.get("due").or(draft.get("date")).is_none(), "{line}");
    }
    // What may be the number of a document is text.
    let draft = read_with("@tech-sec 35/2021 to be read", date).unwrap();
    assert_eq!(draft.get("text.en"), Some("35/2021 to be read"));
    assert_eq!(draft.no_date, None);
}

#[test]
fn a_name_that_is_also_a_month_is_a_name() {
    for (line, name) in [
        ("+nom May Hassan EGY vice-chair CWG-SFP", "May Hassan"),
        ("+nom EGY vice-chair CWG-SFP June Adel", "June Adel"),
        ("+ترشيح ربيع حسن مصر نائب الرئيس CWG-SFP", "ربيع حسن"),
    ] {
        let draft = read_today(line);
        assert_eq!(draft.new_person.as_deref(), Some(name), "{line}");
        assert_eq!(draft.get("date"), None, "{line}");
        assert_eq!(draft.get("country"), Some("EGY"), "{line}");
    }
    // With a number, or a word before it, it is a date.
    for line in [
        "+nom Rana Adel EGY chair CWG-SFP may 2027",
        "+nom Rana Adel EGY chair CWG-SFP in may",
    ] {
        let draft = read_today(line);
        assert_eq!(draft.get("date"), Some("2027-05"), "{line}");
        assert_eq!(draft.new_person.as_deref(), Some("Rana Adel"), "{line}");
    }
}

#[test]
fn a_sentence_that_begins_with_a_month_is_a_sentence() {
    let draft = read_today("@competent-groups May we meet again");
    assert_eq!(draft.get("due"), None);
    assert_eq!(draft.get("text.en"), Some("May we meet again"));
    let draft = read_today("@competent-groups august prepare a draft");
    assert_eq!(draft.get("due"), Some("2027-08"));
    assert_eq!(draft.get("text.en"), Some("prepare a draft"));
}

/// On Sunday 22 November 2026.
#[test]
fn what_people_say_for_dates_is_understood_in_a_line() {
    for (line, due, typed) in [
        ("by end of next week", "2026-11-27", "by end of next week"),
        ("friday 5pm", "2026-11-27", "friday 5pm"),
        ("15/9/1448", "2027-02-22", "15/9/1448"),
        ("الثلاثاء بعد القادم", "2026-12-01", "الثلاثاء بعد القادم"),
        ("by the 15th", "2026-12-15", "by the 15th"),
        ("خميس", "2026-11-26", "خميس"),
    ] {
        let draft = read_today(&format!("@tech-sec {line} paper"));
        assert_eq!(draft.get("due"), Some(due), "{line}");
        assert_eq!(draft.get("text.en"), Some("paper"), "{line}");
        assert_eq!(draft.dated.as_deref(), Some(typed), "{line}");
    }
    // A number of a meeting or a resolution, and one of them, are no dates.
    for line in [
        "the 15th meeting to be prepared",
        "15th meeting to be prepared",
        "1408 to be revised",
        "أحد الأعضاء يعد الورقة",
        "1408, 1372 to be revised",
        "the 3 month report to be drafted",
        "invite the 22",
        "مراجعة النقاط 3 القادمة",
        "Mid-year review of the budget",
        "Frida to prepare a paper",
        "Augusto to prepare a paper",
        "circulate the paper by Sundar",
        "الثلاث ورقات تُوحَّد",
        "لاثنين من الأعضاء",
        "اثنين من الأعضاء",
        "الجامعة تعد الورقة",
    ] {
        let draft = read_today(&format!("@tech-sec {line}"));
        assert_eq!(draft.get("due"), None, "{line}");
        let text = draft.get("text.en").or(draft.get("text.ar"));
        assert_eq!(text, Some(line));
    }
    let draft = read_today("+nom خميس الحارثي عمان نائب الرئيس CWG-SFP");
    assert_eq!(draft.get("date"), None);
}
