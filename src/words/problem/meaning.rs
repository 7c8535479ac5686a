//! Dates, figures, texts: what a file says rather than how.

use super::super::{Message, date as date_words};
use super::{number, quoting, short};
use crate::report::{Date, DateError, Language};

/// A date that cannot be, and why.
#[must_use]
pub fn impossible_date(text: &str, why: &DateError) -> Message {
    let text = short(text);
    let (ar, en) = match why {
        DateError::Form => (
            "ليس على صيغة تاريخ".to_owned(),
            "not the form of a date".to_owned(),
        ),
        DateError::Month(month) => (
            format!("لا يوجد شهر رقمه {month}"),
            format!("there is no month {month}"),
        ),
        DateError::Day(day, days) => (
            format!("لا يوجد يوم {day} في شهر أيامه {days}"),
            format!("there is no day {day} in a month of {days} days"),
        ),
        DateError::Backwards => (
            "نهاية الفترة تسبق بدايتها".to_owned(),
            "the range ends before it begins".to_owned(),
        ),
        DateError::Hijri => (
            "السنة هجرية؛ يُحوَّل إلى الميلادي ما كُتب منها مثل 15/9/1448 أو رمضان 1448 أو 1448، من 1400 إلى 1500، وما سواه فليُكتب بالميلادي"
                .to_owned(),
            "the year is a Hijri one; 15/9/1448, Ramadan 1448 or 1448 becomes Gregorian, from 1400 to \
             1500: write any other date in the Gregorian calendar"
                .to_owned(),
        ),
        DateError::Weekday(day, weekday) => return another_weekday(&text, *day, *weekday),
    };
    Message::new(
        format!("التاريخ «{text}» غير ممكن: {ar}"),
        format!("the date “{text}” cannot be: {en}"),
    )
}

/// A date that is another day of the week than is said: which it is.
fn another_weekday(text: &str, (year, month, day): (i32, u8, u8), weekday: u8) -> Message {
    let date = Date::parse(&format!("{year:04}-{month:02}-{day:02}"));
    let told = |language| {
        date.as_ref()
            .map_or_else(|_| String::new(), |day| date_words::date(day, language))
    };
    let is = date_words::weekday(weekday);
    Message::new(
        format!("«{text}»: {} يوم {}", told(Language::Arabic), is.ar),
        format!("“{text}”: {} is a {}", told(Language::English), is.en),
    )
}

/// A session of the wrong form.
#[must_use]
pub fn session_form(text: &str) -> Message {
    quoting("الدورة {} غير معروفة", "{} is no session", text)
}

/// A session.
#[must_use]
pub fn a_session() -> Message {
    Message::new(
        "هيئة من السجل المشترك وسنة: council@2021",
        "a body of the registry and a year: council@2021",
    )
}

/// A percentage outside 0 to 100.
#[must_use]
pub fn no_percentage(percent: f64) -> Message {
    let percent = number(percent);
    Message::new(
        format!("{percent} ليست نسبة مئوية ممكنة"),
        format!("{percent} is no percentage"),
    )
}

/// 0 to 100.
#[must_use]
pub fn zero_to_hundred() -> Message {
    Message::new("عدد من 0 إلى 100", "a number from 0 to 100")
}

/// Shares that do not add up to 100.
#[must_use]
pub fn not_a_hundred(sum: f64) -> Message {
    let sum = number(sum);
    Message::new(
        format!("مجموع النسب {sum} لا 100"),
        format!("the percentages add up to {sum}, not 100"),
    )
}

/// Mend them, or say so.
#[must_use]
pub fn hundred_or_stated(sum: f64) -> Message {
    let sum = number(sum);
    Message::new(
        format!("نسب مجموعها 100؛ وإن كان المصدر يوردها كذلك فأضف adds_up_to: {sum}"),
        format!("shares of 100 percent; where the source has it so, add “adds_up_to: {sum}”"),
    )
}

/// A stated sum that is not the sum.
#[must_use]
pub fn adds_up_otherwise(sum: f64, stated: f64) -> Message {
    let (sum, stated) = (number(sum), number(stated));
    Message::new(
        format!("مجموع النسب {sum}، والمذكور في adds_up_to هو {stated}"),
        format!("the percentages add up to {sum}, while adds_up_to says {stated}"),
    )
}

/// Parts that do not add up to their whole.
#[must_use]
pub fn parts_and_whole(sum: f64, whole: f64) -> Message {
    let (sum, whole) = (number(sum), number(whole));
    Message::new(
        format!("مجموع الأجزاء {sum}، والكل {whole}"),
        format!("the parts add up to {sum}, while the whole is {whole}"),
    )
}

/// A currency that is not known.
#[must_use]
pub fn unknown_currency(text: &str) -> Message {
    quoting("عملة غير معروفة: {}", "unknown currency {}", text)
}

/// A currency.
#[must_use]
pub fn a_currency() -> Message {
    Message::new(
        "رمز العملة من ثلاثة حروف وفق ISO 4217: CHF",
        "the currency's three letters in ISO 4217: CHF",
    )
}

/// The name of a field that is none.
#[must_use]
pub fn unknown_field(text: &str) -> Message {
    quoting(
        "ليس في هذا السجل حقل اسمه {}",
        "this record has no field {}",
        text,
    )
}

/// A web address of the wrong form.
#[must_use]
pub fn url_form(text: &str) -> Message {
    quoting("{} ليس عنوان موقع", "{} is no web address", text)
}

/// A web address.
#[must_use]
pub fn a_url() -> Message {
    Message::new(
        "عنوان كما هو مطبوع، من دون مسافات: \u{FDD0}https://www.itu.int/…\u{FDD1}",
        "an address as printed, without spaces: https://www.itu.int/…",
    )
}

/// A mail address of the wrong form.
#[must_use]
pub fn email_form(text: &str) -> Message {
    quoting("{} ليس عنوان بريد إلكتروني", "{} is no mail address", text)
}

/// A mail address.
#[must_use]
pub fn an_email() -> Message {
    Message::new(
        "عنوان من قبيل name@itu.int",
        "an address such as name@itu.int",
    )
}

/// A place in the source of the wrong form.
#[must_use]
pub fn src_form(text: &str) -> Message {
    quoting(
        "{} ليس موضعاً في المصدر",
        "{} is no place in the source",
        text,
    )
}

/// A place in the source.
#[must_use]
pub fn a_src() -> Message {
    Message::new(
        "القسم ثم الجدول (t) أو الصف (r) أو الفقرة (p) أو النقطة (b) أو الحاشية (n) أو الشكل (g)، كلٌّ بترتيبه: s2/t1/r2",
        "the section, then table (t), row (r), paragraph (p), bullet (b), note (n) or graphic (g), each with its number: s2/t1/r2",
    )
}

/// A record without its place in the source.
#[must_use]
pub fn missing_src() -> Message {
    Message::new(
        "لا يذكر السجل موضعه في المصدر (src)",
        "the record does not say where in the source it stands (src)",
    )
}

/// A text in neither language.
#[must_use]
pub fn empty_text(field: &str) -> Message {
    quoting(
        "النص {} خالٍ في اللغتين",
        "the text {} is empty in both languages",
        field,
    )
}

/// A text in one language only.
#[must_use]
pub fn missing_language(field: &str, missing: Language) -> Message {
    let field = short(field);
    let (ar, en) = match missing {
        Language::Arabic => ("عربي", "Arabic"),
        Language::English => ("إنكليزي", "English"),
    };
    let code = missing.code();
    Message::new(
        format!("«{field}» بلا نص {ar} ({code})"),
        format!("“{field}” has no {en} ({code})"),
    )
}

/// A character that is not composed.
#[must_use]
pub fn not_nfc(char: char, code_point: &str) -> Message {
    Message::new(
        format!(
            "النص من هنا ليس على صيغة NFC: «{char}» ({code_point}) مفصول عن علامته أو مكتوب بغير رمزه"
        ),
        format!(
            "from here the text is not in form NFC: “{char}” ({code_point}) stands apart from its mark, or by another code"
        ),
    )
}

/// Text in NFC.
#[must_use]
pub fn nfc() -> Message {
    Message::new(
        "نص على صيغة NFC: أعد كتابة الحرف، أو حوّل الملف كله",
        "text in Unicode's form NFC: type the letter again, or convert the whole file",
    )
}

/// A character that is not seen.
#[must_use]
pub fn unseen_character(code_point: &str) -> Message {
    Message::new(
        format!("محرف خفي من محارف التحكم أو الاتجاه: {code_point}"),
        format!("an unseen control or direction mark: {code_point}"),
    )
}

/// A letter written as one of its shapes.
#[must_use]
pub fn presentation_form(char: char, code_point: &str) -> Message {
    Message::new(
        format!("«{char}» ({code_point}) شكل من أشكال الحرف لا الحرف نفسه، فلا يجده البحث"),
        format!(
            "“{char}” ({code_point}) is a shape of a letter, not the letter, and no search finds it"
        ),
    )
}

/// The letters themselves.
#[must_use]
pub fn letters(letters: &str) -> Message {
    quoting("الحروف نفسها: {}", "the letters themselves: {}", letters)
}
