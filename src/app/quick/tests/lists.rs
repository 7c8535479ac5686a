//! Whom a line names one behind the other, and the date at its end.

use super::{fields, read, read_today};

#[test]
fn a_date_at_the_end_that_can_be_nothing_else_is_until_when() {
    for (line, due, text) in [
        (
            "@tech-sec prepare the paper by September",
            Some("2027-09"),
            "prepare the paper",
        ),
        (
            "@tech-sec prepare the paper, by 2027-09!",
            Some("2027-09"),
            "prepare the paper",
        ),
        (
            "@tech-sec تقديم تقرير في موعد أقصاه ٢٠٢٧-٠٩-١٥",
            Some("2027-09-15"),
            "تقديم تقرير",
        ),
        (
            "@tech-sec تقديم تقرير بحلول سبتمبر",
            Some("2027-09"),
            "تقديم تقرير",
        ),
        (
            "@tech-sec prepare the paper 2027-09-15.",
            Some("2027-09-15"),
            "prepare the paper",
        ),
        (
            "@tech-sec prepare the paper +2w",
            Some("2026-12-06"),
            "prepare the paper",
        ),
        (
            "@tech-sec prepare the paper by 2027",
            Some("2027"),
            "prepare the paper",
        ),
        (
            "@tech-sec تقديم تقرير حتى سبتمبر",
            Some("2027-09"),
            "تقديم تقرير",
        ),
        (
            "@tech-sec تقديم تقرير قبل نهاية العام",
            Some("2026-12-31"),
            "تقديم تقرير",
        ),
        (
            "@tech-sec تقديم تقرير ٢٠٢٧-٠٩",
            Some("2027-09"),
            "تقديم تقرير",
        ),
        // A day needs no word before it, nor has a time that is told by what is next or ends.
        (
            "@tech-sec prepare the paper next Tuesday",
            Some("2026-11-24"),
            "prepare the paper",
        ),
        (
            "@tech-sec prepare the paper 15/9",
            Some("2027-09-15"),
            "prepare the paper",
        ),
        (
            "@tech-sec prepare the paper, tomorrow.",
            Some("2026-11-23"),
            "prepare the paper",
        ),
        (
            "@tech-sec تقديم تقرير الثلاثاء القادم",
            Some("2026-11-24"),
            "تقديم تقرير",
        ),
        (
            "@tech-sec تقديم تقرير ١٥/٩",
            Some("2027-09-15"),
            "تقديم تقرير",
        ),
        (
            "@tech-sec تقديم تقرير نهاية العام",
            Some("2026-12-31"),
            "تقديم تقرير",
        ),
        (
            "@tech-sec prepare the paper \"next Tuesday\"",
            None,
            "prepare the paper next Tuesday",
        ),
        ("@tech-sec تقديم تقرير «١٥/٩»", None, "تقديم تقرير ١٥/٩"),
        (
            "@tech-sec send comments on Document 15/9",
            None,
            "send comments on Document 15/9",
        ),
        // Questions and much else have numbers of that form.
        (
            "@tech-sec draft a contribution to Question 7/2",
            None,
            "draft a contribution to Question 7/2",
        ),
        (
            "@tech-sec review decisions 15/9",
            None,
            "review decisions 15/9",
        ),
        ("@tech-sec دراسة المسألة 7/2", None, "دراسة المسألة 7/2"),
        // So it is with what was said today, and with a day by its name alone.
        (
            "@tech-sec report what we heard today",
            None,
            "report what we heard today",
        ),
        (
            "@tech-sec circulate the minutes of Tuesday",
            None,
            "circulate the minutes of Tuesday",
        ),
        (
            "@tech-sec إعداد محضر اجتماع الثلاثاء القادم",
            None,
            "إعداد محضر اجتماع الثلاثاء القادم",
        ),
        // It is declined by quotes, which are no part of the text, or by going on.
        (
            "@tech-sec prepare the paper \"by September\"",
            None,
            "prepare the paper by September",
        ),
        (
            "@tech-sec تقديم تقرير «حتى سبتمبر»",
            None,
            "تقديم تقرير حتى سبتمبر",
        ),
        (
            "@tech-sec prepare the paper by September at the latest",
            None,
            "prepare the paper by September at the latest",
        ),
        (
            "@tech-sec prepare the paper \"by September\".",
            None,
            "prepare the paper by September",
        ),
        // Others are told: they may be a part of the text, as whatever is past.
        (
            "@tech-sec list the events before 2020-05",
            None,
            "list the events before 2020-05",
        ),
        (
            "@tech-sec compare with Decision 2021-09",
            None,
            "compare with Decision 2021-09",
        ),
        (
            "@tech-sec see the version dated 2027-03-01",
            None,
            "see the version dated 2027-03-01",
        ),
        (
            "@tech-sec prepare the paper of 2021-09",
            None,
            "prepare the paper of 2021-09",
        ),
        (
            "@tech-sec إعداد محضر اجتماع سبتمبر",
            None,
            "إعداد محضر اجتماع سبتمبر",
        ),
        // The date before the text is the date.
        (
            "@tech-sec 2027-01 prepare the paper by September",
            Some("2027-01"),
            "prepare the paper by September",
        ),
        ("@tech-sec quote \"the text\"", None, "quote \"the text\""),
    ] {
        let draft = read_today(line);
        let said = draft.get("text.ar").or(draft.get("text.en"));
        assert_eq!((draft.get("due"), said), (due, Some(text)), "{line}");
    }
}

#[test]
fn all_countries_at_the_beginning_act() {
    for (line, wanted) in [
        (
            "@مصر والكويت والأردن إعداد ورقة",
            &["to=EGY,KWT,JOR", "text.ar=إعداد ورقة"][..],
        ),
        (
            "@مصر و الكويت إعداد ورقة",
            &["to=EGY,KWT", "text.ar=إعداد ورقة"],
        ),
        (
            "@مصر، والكويت 2021-09 إعداد ورقة",
            &["to=EGY,KWT", "due=2021-09", "text.ar=إعداد ورقة"],
        ),
        (
            "@الأمانة الفنية والمجموعة العربية ورقة",
            &["to=tech-sec,arab-group", "text.ar=ورقة"],
        ),
        (
            "@tech-sec EGY prepare a paper",
            &["to=tech-sec,EGY", "text.en=prepare a paper"],
        ),
        (
            "@EGY TUN and Kuwait prepare a paper",
            &["to=EGY,TUN,KWT", "text.en=prepare a paper"],
        ),
        // Each is named once.
        (
            "@EGY EGY prepare a paper",
            &["to=EGY", "text.en=prepare a paper"],
        ),
        // A country that begins the text is a part of it, and so is a small word that is a code.
        (
            "@tech-sec Kuwait to report on it",
            &["to=tech-sec", "text.en=Kuwait to report on it"],
        ),
        (
            "@الأردن تونس تعرض الورقة",
            &["to=JOR", "text.ar=تونس تعرض الورقة"],
        ),
        (
            "@EGY, can you prepare it",
            &["to=EGY", "text.en=can you prepare it"],
        ),
        (
            "@EGY, and TUN prepare it",
            &["to=EGY,TUN", "text.en=prepare it"],
        ),
        (
            "+con مصر والكويت ورقة مشتركة",
            &["by=EGY,KWT", "text.ar=ورقة مشتركة"],
        ),
        (
            "@EGY and TUN prepare a paper",
            &["to=EGY,TUN", "text.en=prepare a paper"],
        ),
        // An article before a name is no part of it.
        (
            "@Egypt, Kuwait and the UAE draft a paper",
            &["to=EGY,KWT,ARE", "text.en=draft a paper"],
        ),
        (
            "@Egypt, the UAE & Kuwait, draft a paper",
            &["to=EGY,ARE,KWT", "text.en=draft a paper"],
        ),
        (
            "@EGY and the Technical Secretariat draft a paper",
            &["to=EGY,tech-sec", "text.en=draft a paper"],
        ),
        (
            "@مصر ودولة الكويت والإمارات إعداد ورقة",
            &["to=EGY,KWT,ARE", "text.ar=إعداد ورقة"],
        ),
        (
            "@EGY and the Council decide",
            &["to=EGY", "text.en=and the Council decide"],
        ),
        // The first word that is no name ends them; a word that begins with waw need be none.
        ("@مصر ورقة عن تونس", &["to=EGY", "text.ar=ورقة عن تونس"]),
        ("@مصر والمجلس يقرر", &["to=EGY", "text.ar=والمجلس يقرر"]),
        (
            "@tech-sec can Egypt be asked",
            &["to=tech-sec", "text.en=can Egypt be asked"],
        ),
        (
            "@tech-sec council papers are late",
            &["to=tech-sec", "text.en=council papers are late"],
        ),
        ("@EGY and then TUN", &["to=EGY", "text.en=and then TUN"]),
    ] {
        assert_eq!(fields(line), wanted, "{line}");
        assert_eq!(read(line).unwrap().unknown, [""; 0], "{line}");
    }
}

#[test]
fn a_date_at_the_end_that_may_be_a_part_of_the_text_is_told() {
    let late = |line: &str| {
        let late = read_today(line).late_date?;
        assert_eq!(late.is_taken, late.typed == "next Tuesday", "{line}");
        Some(late.typed)
    };
    for (line, date) in [
        ("@tech-sec تقديم تقرير في مارس 2027", Some("في مارس 2027")),
        ("@tech-sec prepare the paper for 15/9.", Some("15/9")),
        ("@tech-sec 2021-09 prepare the paper by Monday", None),
        ("@tech-sec see the report of 2021", None),
        ("@tech-sec مراجعة تقرير عام 2021", None),
        ("@tech-sec prepare the paper", None),
        (
            "@tech-sec prepare the paper next Tuesday",
            Some("next Tuesday"),
        ),
        ("@tech-sec prepare the paper September", Some("September")),
        ("@tech-sec 2021-09", None),
        ("+note it was said in May 2021", None),
    ] {
        assert_eq!(late(line).as_deref(), date, "{line}");
    }
}

/// All of the group are the group, behind an @ alone.
#[test]
fn all_of_the_group_are_named_as_one() {
    for who in [
        "all",
        "All",
        "everyone",
        "all members",
        "all Arab States",
        "الجميع",
        "جميع الدول",
        "جميع الدول العربية",
        "كل الدول",
    ] {
        let line = format!("@{who} 2021-09 read it");
        assert_eq!(
            fields(&line),
            ["to=arab-group", "due=2021-09", "text.en=read it"],
            "{line}"
        );
    }
    assert_eq!(
        fields("@all, Chad and Mali 2021-09 read it"),
        ["to=arab-group,TCD,MLI", "due=2021-09", "text.en=read it"]
    );
    // Without the sign it is what is said.
    assert_eq!(
        fields("+rec all papers are to be read"),
        ["text.en=all papers are to be read"]
    );
}
