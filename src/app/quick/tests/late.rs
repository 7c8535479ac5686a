//! Days at the end of a line: until when, or the number of something.

use super::read_today;

/// Reads a line on Sunday 22 November 2026: its due date and its text.
fn said(line: &str) -> (Option<String>, String) {
    let draft = read_today(&format!("@tech-sec {line}"));
    let text = draft.get("text.ar").or(draft.get("text.en"));
    (
        draft.get("due").map(str::to_owned),
        text.unwrap_or_default().to_owned(),
    )
}

#[test]
fn a_day_in_words_is_until_when_whatever_it_stands_behind() {
    for (line, due, text) in [
        ("brief Egypt tomorrow", "2026-11-23", "brief Egypt"),
        ("call Omar next Tuesday", "2026-11-24", "call Omar"),
        ("send it to TSB 30 November", "2026-11-30", "send it to TSB"),
        (
            "send the contribution tomorrow",
            "2026-11-23",
            "send the contribution",
        ),
        (
            "answer the question next week",
            "2026-11-23/2026-11-27",
            "answer the question",
        ),
        (
            "circulate the annex tomorrow",
            "2026-11-23",
            "circulate the annex",
        ),
        ("ask the group next Tuesday", "2026-11-24", "ask the group"),
        ("إرسال المساهمة غداً", "2026-11-23", "إرسال المساهمة"),
        ("إرسال المساهمة غدا", "2026-11-23", "إرسال المساهمة"),
        ("إرسال المساهمة بكرة", "2026-11-23", "إرسال المساهمة"),
        ("إرسال المساهمة بكره", "2026-11-23", "إرسال المساهمة"),
        ("إرسال المساهمة بعد غد", "2026-11-24", "إرسال المساهمة"),
        (
            "مراجعة الملحق الأسبوع القادم",
            "2026-11-23/2026-11-27",
            "مراجعة الملحق",
        ),
        ("call Omar friday 5pm", "2026-11-27", "call Omar"),
        ("send it by mid december", "2026-12-15", "send it"),
        ("send it tomorow", "2026-11-23", "send it"),
        ("إبلاغ المجموعة غداً", "2026-11-23", "إبلاغ المجموعة"),
        ("إبلاغ مصر غداً", "2026-11-23", "إبلاغ مصر"),
        ("تعميم القرار 30 نوفمبر", "2026-11-30", "تعميم القرار"),
    ] {
        assert_eq!(
            said(line),
            (Some(due.to_owned()), text.to_owned()),
            "{line}"
        );
    }
}

#[test]
fn what_is_said_of_a_meeting_stays_with_it() {
    for line in [
        "prepare the meeting next Tuesday",
        "list what was held next Tuesday",
        "إعداد محضر اجتماع الثلاثاء القادم",
        "التحضير للجلسة غداً",
        "التحضير لاجتماعات الأسبوع القادم",
        "prepare the sessions next week",
    ] {
        assert_eq!(said(line), (None, line.to_owned()));
        let late = read_today(&format!("@tech-sec {line}")).late_date;
        assert!(late.is_some_and(|late| !late.is_taken), "{line} is told");
    }
}

#[test]
fn digits_behind_what_is_numbered_are_its_number() {
    for line in [
        "draft a contribution to Question 7/2",
        "review decisions 15/9",
        "دراسة المسألة 7/2",
        "مراجعة القرارات 15/9",
        "مراجعة الوثائق 15/9",
        "دراسة المسائل 7/2",
        "تعميم التوصيات 7/2",
        "مراجعة البنود 7/2",
        "مراجعة المواد 7/2",
        "مراجعة الملاحق 1/2",
        "إعداد ورقة تتعلق بالمسألة 7/2",
        "دراسة القرار والمسألة 7/2",
        "إعداد رد للمسألة ٧/٢",
        "إعداد رد لمسألة 7/2",
        "review annexes 1/2",
        "review the appendices 1/2",
        "comment on clause 5/3",
        "report on goal 5/3",
        "report on target 3/4",
        "plan study period 7/2",
        "ask working party 3/5",
        "prepare slide 2/5",
        "prepare stage 1/2",
        "read addendum 2/1",
        "send comments on Document: 15/9",
        "see WTDC 7/2",
    ] {
        assert_eq!(said(line), (None, line.to_owned()));
        let late = read_today(&format!("@tech-sec {line}")).late_date;
        assert!(late.is_some_and(|late| !late.is_taken), "{line} is told");
    }
    // Behind what has no number, or a word that says it, they are a day.
    for (line, due, text) in [
        ("prepare the paper 15/9", "2027-09-15", "prepare the paper"),
        (
            "answer the question by 15/9",
            "2027-09-15",
            "answer the question",
        ),
        (
            "الرد على المسألة حتى 15/9",
            "2027-09-15",
            "الرد على المسألة",
        ),
        (
            "review the decision, 15/9",
            "2027-09-15",
            "review the decision",
        ),
    ] {
        assert_eq!(
            said(line),
            (Some(due.to_owned()), text.to_owned()),
            "{line}"
        );
    }
}
