//! How a problem is told: the words round it, and how a run ends.

use super::super::{Message, Phrase};
use super::short;
use crate::script::isolate;

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

/// So many more warnings of the kind of this one are not listed.
#[must_use]
pub fn more_of_kind(first: &Message, is_same: bool, count: usize) -> Message {
    let what = |text: &str| match is_same {
        true => text.to_owned(),
        false => without_quoted(text),
    };
    Message::new(
        format!(
            "{}: {count} غيرها من النوع نفسه؛ الخيار {} يسردها",
            what(&first.ar),
            isolate("--all")
        ),
        format!(
            "{}: {count} more like this; --all lists them",
            what(&first.en)
        ),
    )
}

/// The sentence with dots in the place of what it quotes, and of its numbers.
fn without_quoted(text: &str) -> String {
    let mut unnumbered = String::new();
    for letter in text.chars() {
        match letter.is_ascii_digit() {
            true if unnumbered.ends_with('…') => {}
            true => unnumbered.push('…'),
            false => unnumbered.push(letter),
        }
    }
    let text = unnumbered.as_str();
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, quoted)) = rest.split_once(['“', '«'])
        && let Some((_, behind)) = quoted.split_once(['”', '»'])
    {
        let sign = rest
            .get(before.len()..)
            .and_then(|rest| rest.chars().next());
        let closed = if sign == Some('«') {
            "«…»"
        } else {
            "“…”"
        };
        bare.push_str(before);
        bare.push_str(closed);
        rest = behind;
    }
    bare.push_str(rest);
    bare
}

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

/// What is wrong, and that the record or report is not shown because of it.
#[must_use]
pub fn not_shown(what: &Message, id: Option<&str>, is_report: bool) -> Message {
    let id = id.map(short);
    let (ar, en) = match (is_report, &id) {
        (true, Some(id)) => (
            format!("والتقرير «{id}» لا يُعرض"),
            format!("the report “{id}” is not shown"),
        ),
        (true, None) => (
            "والتقرير لا يُعرض".to_owned(),
            "the report is not shown".to_owned(),
        ),
        (false, Some(id)) => (
            format!("والسجل «{id}» لا يُعرض"),
            format!("the record “{id}” is not shown"),
        ),
        (false, None) => (
            "وهذا السجل لا يُعرض".to_owned(),
            "the record is not shown".to_owned(),
        ),
    };
    Message::new(format!("{}؛ {ar}", what.ar), format!("{}; {en}", what.en))
}

/// What is wrong, and that the report is shown as if the key had this word.
#[must_use]
pub fn read_as(what: &Message, key: &str, word: &str) -> Message {
    Message::new(
        format!(
            "{}؛ ويُعرض التقرير كما لو ورد فيه {}",
            what.ar,
            isolate(&format!("{key}: {word}"))
        ),
        format!(
            "{}; the report is shown as if it said {key}: {word}",
            what.en
        ),
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
