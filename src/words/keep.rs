//! The words for what is written, and for what could not be.

use super::{Message, Phrase, capital};
use crate::report::Language;
use crate::script::{apart, isolate};

/// Nothing is written in this mode.
pub const READ_ONLY: Phrase = Phrase::new(
    "فُتح البرنامج للقراءة فقط (\u{FDD0}--read-only\u{FDD1})، فلم يُكتب شيء؛ أعد تشغيله دون هذا الخيار لتعدّل",
    "the program was opened for reading only (--read-only), so nothing was written; start it \
     without that option to make changes",
);

/// There is nothing to undo.
pub const NOTHING_TO_UNDO: Phrase = Phrase::new("ليس هناك ما يُتراجع عنه", "Nothing to undo");

/// There is nothing to redo.
pub const NOTHING_TO_REDO: Phrase = Phrase::new("ليس هناك ما يُعاد", "Nothing to redo");

/// There is neither.
pub const NOTHING: Phrase = Phrase::new(
    "ليس هناك ما يُتراجع عنه أو يُعاد",
    "there is nothing to undo or to redo",
);

/// Another change than the one that was shown would be undone or done again.
pub const ANOTHER: Phrase = Phrase::new(
    "ما عُرض لم يعد هو التالي في التراجع أو الإعادة، فبقي كل شيء على حاله؛ اضغط المفتاح نفسه ثانيةً",
    "what was shown is not what comes next to undo or do again, so all stays as it is; press the \
     same key again",
);

/// What may not have been undone, done again or brought back when the program was left.
#[must_use]
pub fn turn_left_behind(record: &str) -> Message {
    Message::new(
        format!("قد لا يكون التراجع أو الإعادة في {record} قد كُتب"),
        format!("{record} may not have been undone, done again or brought back"),
    )
}

/// All is as wanted already.
pub const UNCHANGED: Phrase = Phrase::new(
    "هذا هو المكتوب في الملف أصلاً، فلم يتغيّر شيء",
    "the file says so already; nothing was changed",
);

/// The disk is full.
pub const FULL: Phrase = Phrase::new(
    "امتلأ القرص؛ أفرغ حيزاً منه ثم أعد المحاولة",
    "the disk is full; free some room and try again",
);

/// No permission.
pub const NOT_PERMITTED: Phrase = Phrase::new(
    "لا تملك صلاحية الكتابة في هذا المجلد؛ اطلبها ممن يملكه، أو اعمل على نسخة منه",
    "you may not write in this folder; ask its owner for that, or work on a copy",
);

/// No permission to write to this file.
#[must_use]
pub fn not_permitted_in(file: &str) -> Message {
    Message::new(
        format!(
            "لا تملك صلاحية الكتابة في الملف {}؛ اطلبها ممن يملكه، أو اعمل على نسخة من المجلد",
            apart(file, true)
        ),
        format!(
            "You may not write to {file}; ask its owner for that, or work on a copy of the folder"
        ),
    )
}

/// A read-only file system.
pub const READ_ONLY_DISK: Phrase = Phrase::new(
    "القرص مفتوح للقراءة فقط؛ انقل المجلد إلى قرص يُكتب عليه، أو اعمل على نسخة منه",
    "the disk is mounted for reading only; move the folder to one that can be written, or work on a \
     copy",
);

/// A limit on the size of files.
pub const TOO_LARGE: Phrase = Phrase::new(
    "الملف أكبر مما يسمح به النظام (ulimit -f)؛ ارفع هذا الحد ثم أعد المحاولة",
    "the file is larger than the system allows (ulimit -f); raise the limit and try again",
);

/// The file or folder is gone.
pub const NOT_THERE: Phrase = Phrase::new(
    "لم يعد موجوداً: نُقل أو حُذف؛ أعده إلى مكانه ثم أعد المحاولة",
    "it is not there any more: it was moved or deleted; put it back and try again",
);

/// A file of this name is there already.
pub const THERE_ALREADY: Phrase = Phrase::new(
    "يوجد ملف بهذا الاسم من قبل؛ اختر معرّفاً آخر",
    "there is a file of this name already; choose another id",
);

/// Something else than a plain file stands where one is to be.
pub const NOT_PLAIN: Phrase = Phrase::new(
    "في مجلد السجل رابط أو شيء آخر حيث ينبغي أن يكون ملف عادي؛ احذفه ثم أعد المحاولة",
    "in the folder of the history there is a link, or something else, where a plain file is to be; \
     remove it and try again",
);

/// The folder of the history is a link, or no folder.
pub const NO_FOLDER: Phrase = Phrase::new(
    "هذا رابط أو شيء آخر حيث ينبغي أن يكون مجلد عادي؛ احذفه أو ضع مكانه المجلد الذي يشير إليه ثم أعد المحاولة",
    "this is a link, or no folder, where a plain folder is to be; remove it, or put the folder itself in its \
     place, and try again",
);

/// The disk or mount does not answer.
pub const LOST: Phrase = Phrase::new(
    "القرص أو المجلد المشترك لا يستجيب؛ تحقق من الاتصال ثم أعد المحاولة",
    "the disk or the shared folder does not answer; check the connection and try again",
);

/// What else the system says.
#[must_use]
pub fn other(said: &str) -> Message {
    Message::new(
        format!("يقول النظام: {said}"),
        format!("the system says: {said}"),
    )
}

/// Somebody else writes.
#[must_use]
pub fn busy(who: Option<&str>) -> Message {
    let (ar, en) = match who {
        Some(who) => (format!("{who} يكتب"), format!("{who} is writing")),
        None => (
            "غيرك يكتب".to_owned(),
            "somebody else is writing".to_owned(),
        ),
    };
    Message::new(
        format!("{ar} الآن ولم يفرغ بعد؛ أعد المحاولة بعد لحظة"),
        format!("{en} and is not done yet; try again in a moment"),
    )
}

/// The file cannot be read.
#[must_use]
pub fn unreadable(file: &str, why: &Message) -> Message {
    Message::new(
        format!("{}: لم يُكتب شيء: {}", apart(file, true), why.ar),
        format!("{file}: nothing was written: {}", why.en),
    )
}

/// A new report is not taken away again, for something was changed in it.
#[must_use]
pub fn filled(report: &str) -> Message {
    Message::new(
        format!("لم يُحذف {report}: عُدّل بعد إنشائه. تراجع أولاً عن تلك التعديلات، أو احذف الملف بنفسك"),
        format!(
            "{report} was not taken away: it has been changed since it was made. Undo those changes first, or remove the file yourself"
        ),
    )
}

/// The change cannot be made in the file as it stands.
#[must_use]
pub fn not_edited(file: &str, why: &Message) -> Message {
    Message::new(
        format!(
            "{}: تعذّر التعديل ولم يتغيّر شيء: {}",
            apart(file, true),
            why.ar
        ),
        format!(
            "{file}: this cannot be changed, and nothing was: {}",
            why.en
        ),
    )
}

/// A name that is not one of a file of the library.
#[must_use]
pub fn elsewhere(name: &str) -> Message {
    Message::new(
        format!(
            "«{name}» ليس اسم ملف من ملفات هذه المكتبة (ملف \u{FDD0}.yaml\u{FDD1} في مجلدها نفسه)، فلم يُكتب شيء"
        ),
        format!(
            "“{name}” is not the name of a file of this library (a .yaml file in its folder itself); \
             nothing was written"
        ),
    )
}

/// The file would be wrong.
#[must_use]
pub fn wrong(file: &str, why: &Message) -> Message {
    Message::new(
        format!(
            "{}: رُفض التعديل لأن الملف لا يسلم بعده: {}",
            apart(file, true),
            why.ar
        ),
        format!(
            "{file}: refused, since the file would have an error: {}",
            why.en
        ),
    )
}

/// Others changed the same fields.
#[must_use]
pub fn conflict(fields: &[String]) -> Message {
    Message::new(
        format!(
            "عدّل غيرك الحقل نفسه في هذه الأثناء: {}؛ لم يُكتب تعديلك، وهو محفوظ في السجل. \
             اقرأ الصيغتين ثم أعد المحاولة",
            fields.join("، ")
        ),
        format!(
            "somebody changed the same field meanwhile: {}; yours was not written and is kept in the \
             history. Read both, then try again",
            fields.join(", ")
        ),
    )
}

/// A file was not written.
#[must_use]
pub fn not_written(path: &str, why: &Message) -> Message {
    Message::new(
        format!("{} (لم يُكتب: {})", why.ar, apart(path, true)),
        format!("{} (not written: {path})", capital(&why.en)),
    )
}

/// The history cannot be written, so nothing is.
#[must_use]
pub fn no_history(path: &str, why: &Message) -> Message {
    Message::new(
        format!(
            "{} (لم يُكتب شيء، إذ تعذّر فتح سجل التعديلات: {})",
            why.ar,
            apart(path, true)
        ),
        format!(
            "{} (nothing was written, for the history cannot be kept: {path})",
            capital(&why.en)
        ),
    )
}

/// The file was written; its line in the history will be later.
#[must_use]
pub fn late(path: &str, why: &Message) -> Message {
    Message::new(
        format!(
            "كُتب التعديل، أما سطره في السجل ({}) فيُضاف مع التعديل التالي: {}",
            apart(path, true),
            why.ar
        ),
        format!(
            "the change is written; its line in the history ({path}) will be added with the next \
             change: {}",
            why.en
        ),
    )
}

/// A wording is as it was before that in the other language was changed: its language.
#[must_use]
pub const fn left_behind(language: Language) -> Phrase {
    match language {
        Language::Arabic => Phrase::new(
            "النص العربي على ما كان عليه قبل تعديل النص الإنكليزي",
            "the Arabic text is as it was before the English was changed",
        ),
        Language::English => Phrase::new(
            "النص الإنكليزي على ما كان عليه قبل تعديل النص العربي",
            "the English text is as it was before the Arabic was changed",
        ),
    }
}

/// A wording of this language is written in the script of the other one.
#[must_use]
pub const fn other_script(language: Language) -> Phrase {
    match language {
        Language::Arabic => Phrase::new(
            "النص العربي مكتوب بحروف لاتينية",
            "the Arabic text is written in Latin letters",
        ),
        Language::English => Phrase::new(
            "النص الإنكليزي مكتوب بحروف عربية",
            "the English text is written in Arabic letters",
        ),
    }
}

/// A position is agreed or delivered, and has no wording in this language.
#[must_use]
pub const fn missing(language: Language) -> Phrase {
    match language {
        Language::Arabic => Phrase::new("النص العربي لم يُكتب بعد", "there is no Arabic text yet"),
        Language::English => {
            Phrase::new("النص الإنكليزي لم يُكتب بعد", "there is no English text yet")
        }
    }
}

/// What was agreed or delivered says something else since, and is marked so still.
#[must_use]
pub fn stage_left(stage: Phrase) -> Message {
    Message::new(
        format!("مرحلته ما زالت «{}»", stage.ar),
        format!("its stage is still “{}”", stage.en),
    )
}

/// How a position that says something else since gets to the stage that it has now.
#[derive(Debug, Clone, Copy)]
pub enum Confirming {
    /// In this call it is confirmed.
    Here,
    /// It was agreed, and no call is on.
    InACall,
    /// It was delivered in other words: in these it is agreed.
    Agreeing,
}

/// The same, with the keys that agree it and defer it.
#[must_use]
pub fn stage_left_keys(stage: Phrase, how: Confirming, agree: &str, defer: &str) -> Message {
    let said = stage_left(stage);
    let (ar, en) = match how {
        Confirming::Here => (
            format!("المفتاح {} يؤكده كما هو الآن", isolate(agree)),
            format!("{agree} confirms it as it reads now"),
        ),
        Confirming::InACall => (
            format!("المفتاح {} يؤكده كما هو الآن، في اجتماع", isolate(agree)),
            format!("in a call {agree} confirms it as it reads now"),
        ),
        Confirming::Agreeing => (
            format!("المفتاح {} يجعله متفقاً عليه كما هو الآن", isolate(agree)),
            format!("{agree} marks it agreed as it reads now"),
        ),
    };
    Message::new(
        format!("{}: {ar}، والمفتاح {} يُرجئه", said.ar, isolate(defer)),
        format!("{}: {en}, {defer} defers it", said.en),
    )
}

/// The file had other names, which stand for what it was before.
#[must_use]
pub fn parted(file: &str) -> Message {
    Message::new(
        format!(
            "كان للملف {} اسم آخر (رابط صلب) يبقى نصه كما كان قبل هذا التعديل؛ الرابط الرمزي (ln -s) يبقى على الملف نفسه",
            apart(file, true)
        ),
        format!(
            "{file} had another name (a hard link), which keeps the text from before this change; a symbolic link (ln -s) goes on with the file"
        ),
    )
}

/// The same, and where a copy lies.
#[must_use]
pub fn with_copy(said: &Message, copy: &str) -> Message {
    Message::new(
        format!("{}. ما كتبته محفوظ في {}", said.ar, apart(copy, true)),
        format!("{}. What you wrote is kept in {copy}", said.en),
    )
}

/// The same, and that there is no copy.
#[must_use]
pub fn without_copy(said: &Message) -> Message {
    Message::new(
        format!("{}. وتعذّر حفظ نسخة مما كتبته", said.ar),
        format!(
            "{}. No copy of what you wrote could be kept either",
            said.en
        ),
    )
}
