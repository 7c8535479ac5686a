//! The question what is to become of a field that another has changed.

use super::{Message, Phrase, ui};
use crate::report::Language;

/// The title of the question.
pub const CONFLICT_TITLE: Phrase =
    Phrase::new("عُدّل الحقل في هذه الأثناء", "The field was changed meanwhile");

/// The same of an undoing.
pub const CHANGED_SINCE: Phrase = Phrase::new(
    "عُدّل الحقل بعد تعديلك",
    "The field was changed after your change",
);

/// The same of undoing that a record was added.
pub const ADDED_CHANGED: Phrase = Phrase::new(
    "عُدّل ما أضفتَه بعد إضافته؛ أيُتراجع عن إضافته؟",
    "What you added was changed since. Undo adding it?",
);

/// Above the version of the file.
pub const THEIRS: Phrase = Phrase::new("في الملف", "In the file");

/// Above what was typed.
pub const YOURS: Phrase = Phrase::new("ما كتبته", "What you typed");

/// Above what undoing would write.
pub const UNDO_GIVES: Phrase = Phrase::new("ما يعيده التراجع", "What undoing brings back");

/// Above what doing again would write.
pub const REDO_GIVES: Phrase = Phrase::new("ما تعيده الإعادة", "What doing again brings back");

/// Above a record that an undoing would take away.
pub const AS_LEFT: Phrase = Phrase::new("ما تركته", "As you left it");

/// Nothing is written.
pub const TAKE_THEIRS: Phrase = Phrase::new("إبقاء ما في الملف", "Keep what is in the file");

/// What was typed is written.
pub const TAKE_YOURS: Phrase = Phrase::new("كتابة ما كتبته أنا", "Write what I typed");

/// It is undone.
pub const UNDO_ANYHOW: Phrase = Phrase::new("التراجع مع ذلك", "Undo all the same");

/// It is done again.
pub const REDO_ANYHOW: Phrase = Phrase::new("الإعادة مع ذلك", "Do it again all the same");

/// What was typed is written behind what is in the file.
pub const TAKE_BOTH: Phrase = Phrase::new(
    "كتابة النصين معاً: ما في الملف ثم ما كتبته",
    "Write both, what I typed behind what is in the file",
);

/// What was typed is edited once more.
pub const EDIT_YOURS: Phrase = Phrase::new("تعديل ما كتبته", "Edit what I typed");

/// What would come back is edited first.
pub const EDIT_BACK: Phrase = Phrase::new("تعديله قبل كتابته", "Edit it before it is written");

/// What was typed was not written.
pub const KEPT_THEIRS: Phrase = Phrase::new(
    "بقي ما في الملف؛ وما كتبته محفوظ في تاريخ السجل",
    "What is in the file stays; what you typed is kept in the history of the record",
);

/// Nothing was changed.
pub const NOT_CHANGED: Phrase = Phrase::new(
    "بقي ما في الملف؛ ولم يتغير شيء",
    "What is in the file stays; nothing was changed",
);

/// Nothing was undone.
pub const NOT_UNDONE: Phrase = Phrase::new(
    "بقي ما في الملف؛ ولم يُتراجع عن شيء",
    "What is in the file stays; nothing was undone",
);

/// Nothing was done again.
pub const NOT_REDONE: Phrase = Phrase::new(
    "بقي ما في الملف؛ ولم يُعَد شيء",
    "What is in the file stays; nothing was done again",
);

/// All places behind in which two versions differ are seen.
pub const NO_MORE_APART: Phrase = Phrase::new(
    "لا اختلاف بعد ما هو ظاهر",
    "No difference after what is shown",
);

/// The same of those before.
pub const NONE_BEFORE: Phrase = Phrase::new(
    "لا اختلاف قبل ما هو ظاهر",
    "No difference before what is shown",
);

/// Two versions between which a reader sees no difference, or hardly one.
pub const BLANKS_ONLY: Phrase = Phrase::new(
    "لا فرق إلا في الفراغات ونهايات الأسطر",
    "they differ only in blanks and line ends",
);

/// Of a value that the history does not tell of.
pub const OUTSIDE: Phrase = Phrase::new("عُدّل خارج مجلس", "changed outside majlis");

/// What stands in the file, and who wrote it there.
#[must_use]
pub fn stands_there(by: &Message, value: &Message) -> Message {
    let told = |language| {
        format!(
            "{}{}{}: {}",
            THEIRS.get(language),
            ui::LIST_COMMA.get(language),
            by.get(language),
            value.get(language)
        )
    };
    Message::new(told(Language::Arabic), told(Language::English))
}
