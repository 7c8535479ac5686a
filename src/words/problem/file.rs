//! What is wrong with a file as a whole, and with its YAML; how a run ends.

use super::super::{Message, Phrase};
use super::{quoting, short};

/// The word before an error.
pub const ERROR: Phrase = Phrase::new("خطأ", "error");
/// The word before a warning.
pub const WARNING: Phrase = Phrase::new("تنبيه", "warning");
/// The words before what was expected.
pub const EXPECTED: Phrase = Phrase::new("المتوقع", "expected");
/// The words before the nearest right word.
pub const DID_YOU_MEAN: Phrase = Phrase::new("هل المقصود", "did you mean");
/// The word before the text at the place, where no caret can point at it.
pub const HERE: Phrase = Phrase::new("الموضع", "here");

/// There are more problems in the file than are listed.
#[must_use]
pub fn more(listed: usize) -> Message {
    Message::new(
        format!("في الملف مشكلات أخرى بعد أول {listed} مشكلة؛ صحّح هذه ثم أعد الفحص"),
        format!(
            "there is more wrong here than the {listed} problems listed: mend these, then check again"
        ),
    )
}

/// The system's reason why something cannot be read.
#[must_use]
pub fn unreadable(reason: &str) -> Message {
    let reason = short(reason);
    Message::new(
        format!("تتعذر القراءة: {reason}"),
        format!("cannot be read: {reason}"),
    )
}

/// A folder, a pipe or a device instead of a file.
#[must_use]
pub fn not_a_file() -> Message {
    Message::new("ليس ملفاً عادياً", "not an ordinary file")
}

/// The file is too large; the limit is in MiB.
#[must_use]
pub fn too_large(limit: usize) -> Message {
    Message::new(
        format!("الملف أكبر من الحد، وهو {limit} ميبيبايت"),
        format!("larger than {limit} MiB, the most that a report may be"),
    )
}

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

/// Not UTF-8.
#[must_use]
pub fn not_utf8() -> Message {
    Message::new("ليس نصاً بترميز UTF-8", "not text in UTF-8")
}

/// Save it as UTF-8.
#[must_use]
pub fn save_as_utf8() -> Message {
    Message::new("ملف YAML محفوظ بترميز UTF-8", "a YAML file, saved as UTF-8")
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

/// Nothing in the file.
#[must_use]
pub fn empty_file() -> Message {
    Message::new("الملف خالٍ", "the file holds nothing")
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

/// What the YAML parser said, told to a person.
#[must_use]
pub fn syntax(info: &str) -> Message {
    for (sign, ar, en) in SYNTAX {
        if info.contains(sign) {
            return Message::new(*ar, *en);
        }
    }
    quoting("صيغة YAML غير صحيحة: {}", "this is not YAML: {}", info)
}

/// Words in the parser's message, and what a person needs to know.
const SYNTAX: &[(&str, &str, &str)] = &[
    (
        "mapping values are not allowed",
        "نقطتان بعدهما مسافة داخل قيمة: ضع القيمة بين علامتي اقتباس، أو أصلح إزاحة السطر",
        "a colon and a space inside a value: put the value in quotes, or mend the indentation",
    ),
    (
        "tabs disallowed",
        "علامة جدولة (Tab) في أول السطر: استعمل المسافات",
        "a tab at the beginning of a line: use spaces",
    ),
    (
        "tab cannot be used",
        "علامة جدولة (Tab) في أول السطر: استعمل المسافات",
        "a tab at the beginning of a line: use spaces",
    ),
    (
        "found unexpected end of stream",
        "علامة اقتباس لم تُغلق",
        "a quotation mark that is never closed",
    ),
    (
        "illegal placement of ':'",
        "نقطتان في غير موضعهما: لعل قوساً قبلهما لم يُغلق",
        "a colon out of place: perhaps a bracket before it is not closed",
    ),
    (
        "invalid indentation",
        "إزاحة السطر لا توافق ما قبله",
        "the indentation does not match what stands above",
    ),
    (
        "did not find expected key",
        "كان المتوقع هنا مفتاحاً: أصلح إزاحة السطر",
        "a key was expected here: mend the indentation",
    ),
    (
        "did not find expected '-'",
        "كان المتوقع هنا عنصراً في القائمة يبدأ بالعلامة «-»",
        "a list member that begins with “-” was expected here",
    ),
    (
        "misplaced bracket",
        "قوس لا يقابله قوس فاتح",
        "a closing bracket without an opening one",
    ),
    (
        "found unprintable character",
        "محرف لا يُطبع: هذا ليس ملفاً نصياً",
        "a character that cannot be printed: this is not a text file",
    ),
    (
        "simple key expect",
        "سطر ليس مفتاحاً بعده نقطتان",
        "a line that is no key with a colon",
    ),
    (
        "unknown escape character",
        "تسلسل غير معروف بعد الشرطة المائلة: استعمل علامتي اقتباس مفردتين",
        "an unknown sign after the backslash: use single quotation marks",
    ),
];

/// No registry in the library.
#[must_use]
pub fn no_registry() -> Message {
    Message::new(
        "لا يوجد في المجلد ملف registry.yaml، فلم تُفحص الإحالات إلى الهيئات والأشخاص والبلدان والصكوك والوثائق",
        "there is no registry.yaml here, so references to bodies, people, countries, instruments and documents were not checked",
    )
}

/// No report in the library.
#[must_use]
pub fn no_report() -> Message {
    Message::new(
        "لا يوجد هنا أي تقرير: المكتبة مجلد ملفاته من النوع yaml",
        "there is no report here: a library is a folder of files that end in .yaml",
    )
}

/// How the run ended: so many errors and warnings in so many files.
#[must_use]
pub fn summary(errors: usize, warnings: usize, files: usize) -> Message {
    let plural = |count: usize, word: &str| match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    };
    Message::new(
        format!(
            "{}، {}، في {}",
            counted(
                errors,
                ["لا أخطاء", "خطأ واحد", "خطآن", "أخطاء", "خطأً", "خطأ"]
            ),
            counted(
                warnings,
                [
                    "لا تنبيهات",
                    "تنبيه واحد",
                    "تنبيهان",
                    "تنبيهات",
                    "تنبيهاً",
                    "تنبيه"
                ]
            ),
            counted(
                files,
                ["0 ملف", "ملف واحد", "ملفين", "ملفات", "ملفاً", "ملف"]
            ),
        ),
        format!(
            "{}, {} in {}",
            plural(errors, "error"),
            plural(warnings, "warning"),
            plural(files, "file")
        ),
    )
}

/// A number with its noun in Arabic; the forms are CLDR's zero, one, two, few, many, other.
fn counted(count: usize, [zero, one, two, few, many, other]: [&str; 6]) -> String {
    match (count, count % 100) {
        (0, _) => zero.to_owned(),
        (1, _) => one.to_owned(),
        (2, _) => two.to_owned(),
        (_, 3..=10) => format!("{count} {few}"),
        (_, 11..=99) => format!("{count} {many}"),
        _ => format!("{count} {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn arabic_counts_by_its_six_forms() {
        assert_eq!(summary(0, 1, 2).ar, "لا أخطاء، تنبيه واحد، في ملفين");
        assert_eq!(summary(3, 11, 100).ar, "3 أخطاء، 11 تنبيهاً، في 100 ملف");
        assert_eq!(summary(1, 0, 6).en, "1 error, 0 warnings in 6 files");
    }
}
