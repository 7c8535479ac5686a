//! What people say for dates: weeks, halves of a month, hours, slips, and the Hijri calendar.

use super::*;

/// Reads on a day of November 2026: the 23rd is a Monday.
fn on(day: u8, text: &str) -> Result<String, DateError> {
    typed_date(text, (2026, 11, day)).map(|date| date.as_str().to_owned())
}

fn all_on(day: u8, table: &[(&str, &str)]) {
    for (text, meant) in table {
        assert_eq!(
            on(day, text),
            Ok((*meant).to_owned()),
            "{text} on the {day}"
        );
    }
}

#[test]
fn a_week_is_its_working_days_and_ends_on_friday() {
    let monday = [
        ("this week", "2026-11-23/2026-11-27"),
        ("هذا الأسبوع", "2026-11-23/2026-11-27"),
        ("next week", "2026-11-30/2026-12-04"),
        ("الأسبوع المقبل", "2026-11-30/2026-12-04"),
        ("last week", "2026-11-16/2026-11-20"),
        ("the week after next", "2026-12-07/2026-12-11"),
        ("الأسبوع بعد القادم", "2026-12-07/2026-12-11"),
        ("until next week", "../2026-12-04"),
        ("since last week", "2026-11-16/.."),
        ("within this week", "2026-11-23/2026-11-27"),
        ("خلال هذا الأسبوع", "2026-11-23/2026-11-27"),
        ("end of the week", "2026-11-27"),
        ("end of week", "2026-11-27"),
        ("end of this week", "2026-11-27"),
        ("by end of next week", "2026-12-04"),
        ("end of next week", "2026-12-04"),
        ("نهاية الأسبوع", "2026-11-27"),
        ("نهاية هذا الأسبوع", "2026-11-27"),
        ("نهاية الأسبوع القادم", "2026-12-04"),
        ("قبل نهاية الأسبوع", "2026-11-27"),
        ("beginning of next week", "2026-11-30"),
        ("بداية الأسبوع القادم", "2026-11-30"),
        ("middle of next week", "2026-12-02"),
        ("منتصف الأسبوع القادم", "2026-12-02"),
        ("start of the week", "2026-11-23"),
    ];
    all_on(23, &monday);
    // On a Saturday and a Sunday the week is that which follows, for none of it is past.
    let weekend = [
        ("this week", "2026-11-30/2026-12-04"),
        ("end of the week", "2026-12-04"),
        ("next week", "2026-11-30/2026-12-04"),
        ("last week", "2026-11-16/2026-11-20"),
        ("next monday", "2026-11-30"),
        ("next friday", "2026-12-04"),
    ];
    all_on(28, &weekend);
    all_on(29, &weekend);
    all_on(
        27,
        &[
            ("end of the week", "2026-11-27"),
            ("start of the week", "2026-11-30"),
        ],
    );
}

#[test]
fn a_day_of_the_week_is_told_by_its_week() {
    all_on(
        23,
        &[
            ("tuesday", "2026-11-24"),
            ("this tuesday", "2026-11-24"),
            ("coming tuesday", "2026-11-24"),
            ("next tuesday", "2026-12-01"),
            ("thursday", "2026-11-26"),
            ("next thursday", "2026-12-03"),
            ("next monday", "2026-11-30"),
            ("next sunday", "2026-12-06"),
            ("saturday of this week", "2026-11-28"),
            ("السبت من هذا الأسبوع", "2026-11-28"),
            ("الثلاثاء القادم", "2026-11-24"),
            ("الثلاثاء بعد القادم", "2026-12-01"),
            ("يوم الخميس بعد المقبل", "2026-12-03"),
            ("tuesday week", "2026-12-01"),
            ("a week from tuesday", "2026-12-01"),
            ("a week on friday", "2026-12-04"),
            ("tuesday after next", "2026-12-08"),
            ("tuesday of next week", "2026-12-01"),
            ("tuesday next week", "2026-12-01"),
            ("next week on tuesday", "2026-12-01"),
            ("friday of this week", "2026-11-27"),
            ("the wednesday of the week after next", "2026-12-09"),
            ("الثلاثاء من الأسبوع القادم", "2026-12-01"),
            ("ثلاثاء الأسبوع القادم", "2026-12-01"),
            ("خميس", "2026-11-26"),
        ],
    );
    // On a Thursday that of this week has passed.
    all_on(
        26,
        &[
            ("next tuesday", "2026-12-01"),
            ("next friday", "2026-12-04"),
        ],
    );
}

#[test]
fn parts_of_a_month_are_days() {
    all_on(
        23,
        &[
            ("mid december", "2026-12-15"),
            ("mid-December", "2026-12-15"),
            ("middle of next month", "2026-12-15"),
            ("منتصف ديسمبر", "2026-12-15"),
            ("منتصف شهر ديسمبر", "2026-12-15"),
            ("منتصف الشهر", "2026-12-15"),
            ("منتصف 2027", "2027-06-30"),
            ("beginning of december", "2026-12-01"),
            ("start of december 2027", "2027-12-01"),
            ("أول ديسمبر", "2026-12-01"),
            ("بداية ديسمبر", "2026-12-01"),
            ("بداية الشهر", "2026-12-01"),
            ("beginning of the month", "2026-12-01"),
            ("beginning of this month", "2026-11-01"),
            ("مطلع العام", "2027-01-01"),
            ("mid november", "2027-11-15"),
            ("beginning of november", "2027-11-01"),
            ("end of november", "2026-11-30"),
            ("the 15th", "2026-12-15"),
            ("by the 27th", "2026-11-27"),
            ("the 31st", "2026-12-31"),
            ("يوم 15", "2026-12-15"),
            ("15th of next month", "2026-12-15"),
            ("the 25th of this month", "2026-11-25"),
            ("25 الجاري", "2026-11-25"),
            ("15 من الشهر القادم", "2026-12-15"),
            ("after tomorrow", "2026-11-25"),
            ("the day after tomorrow", "2026-11-25"),
            ("بعد بكرة", "2026-11-25"),
            ("أول أمس", "2026-11-21"),
            ("30/11/2026م", "2026-11-30"),
        ],
    );
    for text in [
        "mid q3",
        "mid friday",
        "mid summer",
        "آخر جمعة",
        "the 22",
        "the 3 month",
        "5 التالية",
        "mid-year",
        "the 32nd",
        "mid",
        "منتصف",
    ] {
        assert_eq!(on(23, text), Err(DateError::Form), "{text}");
    }
    assert_eq!(on(23, "31 من الشهر الجاري"), Err(DateError::Form));
}

#[test]
fn an_hour_behind_a_day_is_passed_over_and_told() {
    for (text, day, hour) in [
        ("friday 5pm", "2026-11-27", "5pm"),
        ("Friday at 5 PM", "2026-11-27", "at 5 PM"),
        ("30/11 17:00", "2026-11-30", "17:00"),
        ("30/11, 17h", "2026-11-30", "17h"),
        ("tomorrow morning", "2026-11-24", "morning"),
        ("tomorrow at 10", "2026-11-24", "at 10"),
        ("الخميس الساعة ٥ مساءً", "2026-11-26", "الساعة ٥ مساءً"),
        ("غداً  صباحاً", "2026-11-24", "صباحاً"),
        ("15 سبتمبر 5 م", "2027-09-15", "5 م"),
    ] {
        assert_eq!(on(23, text), Ok(day.to_owned()), "{text}");
        let left = hour_left_out(text, (2026, 11, 23));
        assert_eq!(left.as_deref(), Some(hour), "{text}");
    }
    for text in [
        "friday",
        "30/11",
        "17:00",
        "friday 25:00",
        "friday 5",
        "noon",
        "15 سبتمبر 21 م",
    ] {
        assert_eq!(hour_left_out(text, (2026, 11, 23)), None, "{text}");
    }
    assert_eq!(on(23, "friday 25:00"), Err(DateError::Form));
    // A year behind the name of a month is no hour.
    assert_eq!(on(23, "15 سبتمبر 21 م"), Ok("2021-09-15".to_owned()));
}

#[test]
fn one_slip_in_a_name_is_forgiven() {
    all_on(
        23,
        &[
            ("tomorow", "2026-11-24"),
            ("15 decembr", "2026-12-15"),
            ("septembre 2027", "2027-09"),
            ("thursdya", "2026-11-26"),
            ("الاثنيين", "2026-11-30"),
            ("الاتنين", "2026-11-30"),
            ("15 ديسيمبر", "2026-12-15"),
            ("wednsday 5pm", "2026-11-25"),
        ],
    );
    assert!(is_tomorrow("tomorow"));
    for text in [
        "الجامعة",
        "الخمس",
        "الأربعة",
        "الثلاث",
        "الثلاثي",
        "الأربع",
        "الاثنان",
        "match",
        "sundry",
        "mondays",
        "frid",
        "jume",
    ] {
        assert_eq!(on(23, text), Err(DateError::Form), "{text}");
    }
}

/// As Umm al-Qura has them: Ramadan 1446 began on 1 March 2025, the year 1447 on 26 June 2025, and
/// Ramadan 1447 on 18 February 2026.
#[test]
fn hijri_dates_become_gregorian() {
    all_on(
        23,
        &[
            ("1/9/1446", "2025-03-01"),
            ("1 محرم 1447", "2025-06-26"),
            ("1 رمضان ١٤٤٧ هـ", "2026-02-18"),
            ("15/9/1448", "2027-02-22"),
            ("15/9/1448هـ", "2027-02-22"),
            ("15/9/1448 هـ", "2027-02-22"),
            ("1448/9/15", "2027-02-22"),
            ("1448-09-15", "2027-02-22"),
            ("9/15/1448", "2027-02-22"),
            ("1/13/1448", "2026-06-28"),
            ("15 رمضان 1448", "2027-02-22"),
            ("15 من رمضان", "2027-02-22"),
            ("15 Ramadan 1448 AH", "2027-02-22"),
            ("الاثنين 15/9/1448", "2027-02-22"),
            ("الاثنين 15 رمضان 1448", "2027-02-22"),
            ("قبل 15/9/1448", "2027-02-22"),
            ("1448/3/1", "2026-08-14"),
            ("15 ربيع الأول 1448", "2026-08-28"),
            ("9/1448", "2027-02-08/2027-03-08"),
            ("رمضان 1448", "2027-02-08/2027-03-08"),
            ("1448", "2026-06-16/2027-06-05"),
            ("نهاية 1447", "2026-06-15"),
            ("until 1447", "../2026-06-15"),
            ("1/9/1448 - 15/9/1448", "2027-02-08/2027-02-22"),
            ("29/12/1500", "2077-11-15"),
            ("1–15 رمضان 1448", "2027-02-08/2027-02-22"),
            ("1-15/9/1448", "2027-02-08/2027-02-22"),
            ("رمضان 1448 - شوال 1448", "2027-02-08/2027-04-07"),
            ("1448~", "2026-06-16/2027-06-05~"),
            ("منتصف رمضان 1448", "2027-02-22"),
            ("mid-Ramadan 1448", "2027-02-22"),
            ("mid-December 2027", "2027-12-15"),
            ("نهاية رمضان 1448", "2027-03-08"),
            // Without a year it is the one that comes.
            ("نهاية رمضان", "2027-03-08"),
            ("end of Ramadan", "2027-03-08"),
            ("منتصف شهر رمضان", "2027-02-22"),
            ("بداية رمضان", "2027-02-08"),
            ("mid-Ramadan", "2027-02-22"),
            ("بداية رمضان القادم", "2027-02-08"),
            ("end of next Ramadan", "2027-03-08"),
            ("the end of next Ramadan", "2027-03-08"),
            // Jumada al-Akhirah has begun: the next is that of 1449.
            ("نهاية جمادى الآخرة القادم", "2027-11-28"),
            // On 23 November 2026 it is the 13th of Jumada al-Akhirah 1448, and Jumada al-Ula is over.
            ("نهاية جمادى الآخرة", "2026-12-09"),
            ("بداية جمادى الآخرة", "2027-10-31"),
            ("نهاية جمادى الأولى", "2027-10-30"),
            // The names of seasons and Gregorian years stay what they are.
            ("ربيع 2027", "2027-21"),
            ("15/9/2027", "2027-09-15"),
        ],
    );
    // On the 10th of Ramadan 1448 the first day is that of the same month.
    let on_the_tenth = typed_date("1–15 رمضان", (2027, 2, 17));
    assert_eq!(
        on_the_tenth.map(|date| date.as_str().to_owned()),
        Ok("2027-02-08/2027-02-22".to_owned())
    );
    for (text, why) in [
        ("15–1 رمضان 1448", DateError::Backwards),
        ("15/9/1350", DateError::Hijri),
        ("1399", DateError::Hijri),
        ("30/9/1448", DateError::Day(30, 29)),
        ("1–30 رمضان 1448", DateError::Day(30, 29)),
        ("15/14/1448", DateError::Month(14)),
        ("الأحد 15/9/1448", DateError::Weekday((2027, 2, 22), 1)),
        // A name by itself is also a person's.
        ("رمضان", DateError::Form),
    ] {
        assert_eq!(on(23, text), Err(why), "{text}");
    }
}

/// The first day of the year by Umm al-Qura, each tenth year, as the tables of R. H. van Gent have it.
#[test]
fn hijri_years_begin_when_umm_al_qura_has_them_begin() {
    for (year, day) in [
        ("1400", "1979-11-20"),
        ("1410", "1989-08-02"),
        ("1420", "1999-04-17"),
        ("1430", "2008-12-29"),
        ("1440", "2018-09-11"),
        ("1450", "2028-05-25"),
        ("1460", "2038-02-05"),
        ("1470", "2047-10-20"),
        ("1480", "2057-07-03"),
        ("1490", "2067-03-16"),
        ("1500", "2076-11-27"),
    ] {
        assert_eq!(on(23, &format!("1/1/{year}")), Ok(day.to_owned()), "{year}");
    }
}
