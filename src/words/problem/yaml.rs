//! What is wrong with the YAML of a file.

use super::super::Message;
use super::{quoting, short};

/// Too many values.
#[must_use]
pub fn too_many_values(limit: usize) -> Message {
    Message::new(
        format!("قيم الملف أكثر من الحد، وهو {limit}"),
        format!("more than {limit} values, the most that a report may hold"),
    )
}

/// Too deep.
#[must_use]
pub fn too_deep(limit: usize) -> Message {
    Message::new(
        format!("تداخل القوائم أعمق من الحد، وهو {limit} مستوى"),
        format!("lists and maps stand more than {limit} deep in one another"),
    )
}

/// A control character, given by its code point.
#[must_use]
pub fn control_character(code_point: &str) -> Message {
    Message::new(
        format!("محرف تحكم لا تسمح به صيغة YAML: {code_point}"),
        format!("a control character that YAML forbids: {code_point}"),
    )
}

/// Take it out.
#[must_use]
pub fn take_it_out() -> Message {
    Message::new(
        "نص من دون هذا المحرف: احذفه",
        "text without it: take it out",
    )
}

/// Anchors and aliases.
#[must_use]
pub fn alias() -> Message {
    Message::new(
        "لا تُستعمل هنا علامات الإحالة في YAML (& و*): اكتب النص كاملاً",
        "YAML's anchors and aliases (& and *) are not used here: write the text out",
    )
}

/// Tags.
#[must_use]
pub fn tag() -> Message {
    Message::new(
        "لا تُستعمل هنا وسوم YAML (!): احذف الوسم، أو ضع النص بين علامتي اقتباس",
        "YAML's tags (!) are not used here: leave it out, or put the text in quotes",
    )
}

/// A second document.
#[must_use]
pub fn second_document() -> Message {
    Message::new(
        "يبدأ هنا مستند ثانٍ: لكل تقرير ملف واحد",
        "a second document begins here: one file holds one report",
    )
}

/// A key given twice.
#[must_use]
pub fn duplicate_key(key: &str, first: usize) -> Message {
    let key = short(key);
    Message::new(
        format!("المفتاح «{key}» مكرر؛ ورد أولاً في السطر {first}"),
        format!("the key “{key}” is given twice; first on line {first}"),
    )
}

/// A list or map as a key.
#[must_use]
pub fn key_not_a_word() -> Message {
    Message::new(
        "المفتاح كلمة واحدة، لا قائمة ولا مجموعة مفاتيح",
        "a key is a word, not a list or a map",
    )
}

/// What the parser of YAML said, told to a person.
#[must_use]
pub fn syntax(said: &str) -> Message {
    known(said).unwrap_or_else(|| {
        quoting(
            "صيغة YAML غير صحيحة؛ قال القارئ: {}",
            "this is not YAML; the reader said: {}",
            said,
        )
    })
}

/// The file ends where more was expected.
#[must_use]
pub fn unclosed() -> Message {
    Message::new(
        "ينتهي الملف وفيه قوس أو علامة اقتباس لم تُغلق",
        "the file ends before a bracket or a quotation mark is closed",
    )
}

/// What the reader of records said, where everything else found nothing wrong.
#[must_use]
pub fn not_read(said: &str) -> Message {
    known(said).unwrap_or_else(|| {
        quoting(
            "تتعذر قراءة هذا؛ قال القارئ: {}",
            "this cannot be read; the reader said: {}",
            said,
        )
    })
}

fn known(said: &str) -> Option<Message> {
    let is_it = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
    let (_, ar, en) = SAID.iter().find(|(signs, ..)| is_it(signs))?;
    Some(Message::new(*ar, *en))
}

/// Words in what a parser says, and what a person needs to know. There are two: the one that knows
/// places and the one that reads records; they put some things differently.
const SAID: &[(&[&str], &str, &str)] = &[
    (
        &["mapping values are not allowed"],
        "نقطتان بعدهما مسافة داخل قيمة: ضع القيمة بين علامتي اقتباس، أو أصلح إزاحة السطر",
        "a colon and a space inside a value: put the value in quotes, or mend the indentation",
    ),
    (
        &["tabs disallowed", "tab cannot be used", "a tab"],
        "علامة جدولة (Tab) في أول السطر: استعمل المسافات",
        "a tab at the beginning of a line: use spaces",
    ),
    (
        &[
            "found unexpected end of stream",
            "unexpected document indicator",
        ],
        "علامة اقتباس لم تُغلق",
        "a quotation mark that is never closed",
    ),
    (
        &["invalid trailing content"],
        "نص بعد علامة الاقتباس الختامية: ضاعف العلامة داخل النص، أو اجعل النص كله بين علامتين من النوع الآخر",
        "text behind the closing quotation mark: double the mark inside the text, or use the other kind of marks",
    ),
    (
        &["expected ',' or"],
        "كان المتوقع هنا فاصلة (,) أو قوس إغلاق: أغلق القوس، أو ضع النص بين علامتي اقتباس",
        "a comma or a closing bracket was expected here: close the bracket, or put the text in quotes",
    ),
    (
        &["illegal placement of ':'"],
        "نقطتان في غير موضعهما: لعل قوساً قبلهما لم يُغلق",
        "a colon out of place: perhaps a bracket before it is not closed",
    ),
    (
        &["invalid indentation", "wrongly indented"],
        "إزاحة السطر لا توافق ما قبله",
        "the indentation does not match what stands above",
    ),
    (
        &["did not find expected key"],
        "كان المتوقع هنا مفتاحاً: أصلح إزاحة السطر",
        "a key was expected here: mend the indentation",
    ),
    (
        &["did not find expected '-'"],
        "كان المتوقع هنا عنصراً في القائمة يبدأ بالعلامة «-»: أضفها، أو أصلح إزاحة السطر",
        "a list member that begins with “-” was expected here: add it, or mend the indentation",
    ),
    (
        &["entries are not allowed", "only valid inside a block"],
        "العلامة «-» في غير موضعها: تبدأ القائمة في سطر بعد مفتاحها",
        "“-” out of place: a list begins on a line after its key",
    ),
    (
        &["did not find expected node content"],
        "كان المتوقع هنا قيمة: لعل في السطر فاصلة زائدة أو قوساً زائداً",
        "a value was expected here: perhaps there is a comma or bracket too many",
    ),
    (
        &["unexpected character", "cannot start any token"],
        "لا تبدأ القيمة بهذا المحرف إلا بين علامتي اقتباس",
        "a value begins with this sign only in quotes",
    ),
    (
        &["misplaced bracket"],
        "قوس لا يقابله قوس فاتح",
        "a closing bracket without an opening one",
    ),
    (
        &[
            "unprintable character",
            "control characters are not allowed",
        ],
        "محرف لا يُطبع: هذا ليس ملفاً نصياً",
        "a character that cannot be printed: this is not a text file",
    ),
    (
        &["simple key", "could not find expected ':'"],
        "سطر ليس مفتاحاً بعده نقطتان",
        "a line that is no key with a colon",
    ),
    (
        &["unknown escape character", "expected hexadecimal number"],
        "تسلسل غير معروف بعد الشرطة المائلة: استعمل علامتي اقتباس مفردتين",
        "an unknown sign after the backslash: use single quotation marks",
    ),
    (
        &["duplicate field", "duplicate entry"],
        "مفتاح مكرر: يرد كل مفتاح مرة واحدة",
        "a key is given twice: each may stand once",
    ),
];
