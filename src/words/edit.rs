//! Why a change was not written into a file.

use super::problem::syntax as yaml;
use super::{Message, Phrase};

/// The most characters of a path that are shown.
const LONGEST: usize = 120;

/// The file is not YAML.
#[must_use]
pub fn syntax(line: usize, said: &str) -> Message {
    let what = yaml(said);
    if line == 0 {
        return what;
    }
    Message::new(
        format!("السطر {line}: {}", what.ar),
        format!("line {line}: {}", what.en),
    )
}

/// The place is written in a way that is not touched by a program.
#[must_use]
pub fn refused(line: usize, why: Phrase) -> Message {
    if line == 0 {
        return why.into();
    }
    Message::new(
        format!("السطر {line}: {}", why.ar),
        format!("line {line}: {}", why.en),
    )
}

/// There is no such field or element.
#[must_use]
pub fn not_found(at: &str) -> Message {
    about(
        at,
        "لا وجود لهذا الموضع في الملف: {}؛ لعله حُذف أو نُقل",
        "there is no such place in the file: {}; perhaps it was removed or moved",
    )
}

/// Several elements have this id.
#[must_use]
pub fn ambiguous(at: &str) -> Message {
    about(
        at,
        "يحمل أكثر من عنصر في القائمة المعرف نفسه: {}؛ صحح المعرفات أولاً",
        "several elements of the list have the same id: {}; mend the ids first",
    )
}

/// A key of what is no map.
#[must_use]
pub fn not_a_map(at: &str) -> Message {
    about(
        at,
        "ليست في هذا الموضع مجموعة مفاتيح: {}",
        "there is no map of keys at this place: {}",
    )
}

/// An element of what is no list.
#[must_use]
pub fn not_a_list(at: &str) -> Message {
    about(
        at,
        "ليست في هذا الموضع قائمة: {}",
        "there is no list at this place: {}",
    )
}

/// The value cannot be written.
#[must_use]
pub fn bad_value(at: &str, why: Phrase) -> Message {
    let at = short(at);
    Message::new(
        format!("لا يمكن أن تُكتب هذه القيمة في «{at}»: {}", why.ar),
        format!("this value cannot be written at “{at}”: {}", why.en),
    )
}

/// The file would not read as it should.
#[must_use]
pub fn not_as_meant(at: &str) -> Message {
    about(
        at,
        "لو كُتب هذا التغيير لتغير في الملف غير المقصود: {}؛ لم يُكتب شيء، عدّله في محرر النصوص",
        "written like this, the change would alter more than was meant: {}; nothing was written, \
         make it in a text editor",
    )
}

/// Anchors and aliases.
pub const ALIAS: Phrase = Phrase::new(
    "تُستعمل هنا علامات الإحالة في YAML (& و*)، فقد يتغير موضع آخر معه: عدّله في محرر النصوص",
    "YAML's anchors and aliases (& and *) are used here, so another place could change with it: \
     edit it in a text editor",
);
/// Tags.
pub const TAG: Phrase = Phrase::new(
    "يُستعمل هنا وسم من وسوم YAML (!): عدّله في محرر النصوص",
    "a tag of YAML (!) is used here: edit it in a text editor",
);
/// A second document.
pub const SECOND_DOCUMENT: Phrase = Phrase::new(
    "في الملف مستند ثانٍ: لكل تقرير ملف واحد",
    "there is a second document in the file: one file holds one report",
);
/// A key given twice.
pub const DUPLICATE_KEY: Phrase = Phrase::new(
    "المفتاح مكرر، فلا يُعرف أيهما المقصود: احذف أحدهما أولاً",
    "the key is given twice, so it is not clear which is meant: take one out first",
);
/// A key that is no word.
pub const COMPLEX_KEY: Phrase = Phrase::new(
    "المفتاح هنا مكتوب بالعلامة «?» أو ليس كلمة واحدة: عدّله في محرر النصوص",
    "the key is written with “?” here or is no single word: edit it in a text editor",
);
/// Too deep.
pub const TOO_DEEP: Phrase = Phrase::new(
    "تداخل القوائم أعمق مما يكون في تقرير",
    "lists and maps stand deeper in one another than in any report",
);
/// Too large.
pub const TOO_LARGE: Phrase = Phrase::new(
    "في الملف من القيم أكثر مما يكون في تقرير",
    "the file holds more values than any report",
);
/// A pair without braces.
pub const PAIR: Phrase = Phrase::new(
    "في القائمة هنا مفتاح وقيمة من دون أقواس { }: ضعهما بين قوسين أولاً",
    "a key and its value stand in the list without braces { } here: put them in braces first",
);
/// Comments between brackets.
pub const COMMENT_IN_BRACKETS: Phrase = Phrase::new(
    "بين أقواس القائمة تعليقات لا يُعرف إلى أي عنصر تعود: انقل العنصر في محرر النصوص",
    "there are comments between the brackets of the list, and it is not clear what they belong \
     to: move the element in a text editor",
);
/// The file as a whole.
pub const WHOLE: Phrase = Phrase::new(
    "لا يُغيَّر الملف كله دفعة واحدة: سمِّ حقلاً فيه",
    "the file is not changed as a whole: name a field in it",
);
/// A value with a tag.
pub const TAG_IN_VALUE: Phrase = Phrase::new("تحمل وسماً", "it has a tag");
/// A key that is no text.
pub const KEY_IN_VALUE: Phrase = Phrase::new("أحد مفاتيحها ليس نصاً", "one of its keys is no text");
/// Too deep.
pub const DEEP_VALUE: Phrase = Phrase::new(
    "تداخلها أعمق مما يكون في تقرير",
    "it is deeper than anything in a report",
);
/// NaN.
pub const NOT_A_NUMBER: Phrase = Phrase::new("ليست عدداً", "it is not a number");

fn about(at: &str, ar: &str, en: &str) -> Message {
    let at = short(at);
    Message::new(
        ar.replace("{}", &format!("«{at}»")),
        en.replace("{}", &format!("“{at}”")),
    )
}

fn short(at: &str) -> String {
    let mut chars = at.chars();
    let mut short: String = chars.by_ref().take(LONGEST).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}
