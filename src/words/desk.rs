//! What the screen says while records are changed.

use super::copy::{behind_preposition, within};
pub use super::gone::{file_away, file_gone, names_unknown, record_gone};
pub use super::kept::{
    KEEPS_NOTHING, LEAVE_IT, PUT_HERE, PUT_IT_HERE, kept_before, left_behind, stays_elsewhere,
    typed_back, typed_elsewhere, typed_kept, typed_lies, typed_perhaps, typed_stays,
};
pub use super::line::{late_date, late_date_taken, one_only, several};
use super::{Message, Phrase};
use crate::report::Language;
use crate::script::{apart, isolate};

/// Declares phrases, one line each: the name, Arabic, English.
macro_rules! phrases {
    ($($name:ident $ar:literal $en:literal)*) => {
        $(
            #[doc = $en]
            pub const $name: Phrase = Phrase::new($ar, $en);
        )*
    };
}

// The commands.
phrases! {
    GROUP_CHANGE "التعديل" "Change"
    GROUP_FORM "في الاستمارة" "In a form"
    CHANGE "تعديل السجل" "Change the record"
    AGREE "مرحلة الموقف: متفق عليه" "Stage of the position: agreed"
    DEFER "مرحلة الموقف: مُرجأ" "Stage of the position: deferred"
    DELIVERED "تمّ: قُدِّم الموقف، نُفِّذت التوصية، قُدِّم الترشيح" "Done: position delivered, recommendation carried out, nomination submitted"
    REMOVE_RECORD "حذف السجل، بعد سؤال" "Delete the record, after a question"
    UNDO "التراجع عن آخر تعديل في الملفات" "Undo the last change of the files"
    REDO "إعادة التعديل الذي تُراجع عنه" "Do again what was undone"
    PAST "تاريخ السجل، لاستعادة قيمة سابقة" "History of the record, to bring a value back"
    NEW_RECOMMENDATION "توصية جديدة" "New recommendation"
    NEW_NOMINATION "ترشيح جديد" "New nomination"
    NEW_CONTRIBUTION "مساهمة جديدة" "New contribution"
    NEW_NOTE "ملاحظة جديدة" "New note"
    NEW_OUTCOME "نتيجة جديدة" "New outcome"
    NEW_ITEM "بند جديد" "New item"
    NEW_MEETING "اجتماع جديد" "New meeting"
    NEW_POSITION "موقف جديد" "New position"
    NEW_VIEW "رأي جديد" "New view"
    MOVE_DOWN "نقل البند إلى أسفل" "Move the item down"
    MOVE_UP "نقل البند إلى أعلى" "Move the item up"
    QUICK_TASK "توصية في سطر واحد" "A recommendation in one line"
    QUICK_ADD "إضافة سجل في سطر واحد" "Add a record in one line"
    FORM_OPEN "تعديل الحقل، أو الأخذ بالاختيار" "Change the field, or take the choice"
    FORM_EDITOR "فتح النص في محرّرك" "Open the text in your own editor"
    FORM_CLOSE "إغلاق الاستمارة" "Close the form"
    SAVE "الحفظ" "Save"
    HINT_CHANGE "تعديل" "change"
    HINT_SAVE "حفظ" "save"
    HINT_ADD "إضافة" "add"
    HINT_FIELD "تعديل الحقل" "change the field"
    HINT_CLOSE "إغلاق" "close"
    HINT_NEW "جديد" "new"
    HINT_TAKE "اختيار" "choose"
    HINT_MORE "المزيد" "more"
    HINT_APART "الاختلاف التالي" "next difference"
    HINT_OTHER "بقية النص الآخر" "the rest of the other"
    HINT_BRING_BACK "استعادة" "bring back"
    HINT_EDITOR "محرّرك" "own editor"
    HINT_AGREED "متفق عليه" "agreed"
    HINT_DELIVERED "قُدِّم" "delivered"
    HINT_DONE "نُفِّذت" "carried out"
    HINT_READY "تم" "done"
    HINT_SUBMITTED "قُدِّم" "submitted"
    HINT_COMPLETE "إكمال" "complete"
    HINT_NEXT_FIELD "الحقل التالي" "next field"
    HINT_THE_FORM "الاستمارة" "the form"
}

// What is said.
phrases! {
    NO_POSITION "لا موقف هنا. اختر موقفاً، أو بنداً له موقف" "There is no position here. Choose one, or an item that has one"
    NOTHING_IN_HAND "اختر سجلاً أولاً" "Choose a record first"
    STILL_LOADING "ما زالت الملفات تُقرأ. يمكن التعديل عند اكتمال القراءة" "The files are still being read. Records can be changed when that is done"
    GONE "لم يعد السجل موجوداً" "The record is no longer there"
    NO_ITEM "اختر بنداً أولاً" "Choose an item first"
    NO_REPORT "اختر أولاً بنداً من التقرير الذي يُضاف إليه" "First choose an item of the report to which this is to be added"
    AT_END "لا بند بعده" "No item comes after it"
    AT_START "لا بند قبله" "No item comes before it"
    DRAFT_KEPT "لم يُحفظ بعد؛ سيكون ما كتبته هنا عندما تعود إلى الحقل" "Not saved; what you typed will be here when you come back to the field"
    FORM_KEPT "لم يُضف بعد؛ سيكون ما ملأته هنا عندما تعود" "Not added; what you filled in will be here when you come back"
    DRAFT_BACK "هذا ما كتبته من قبل ولم يُحفظ" "This is what you typed before and did not save"
    EMPTY "—" "—"
    EMPTY_VALUE "بلا قيمة" "no value"
    NEEDED "مطلوب" "needed"
    CHOOSE_ONE "اختر قيمة أولاً" "Choose one first"
    NEEDED_ONCE "مطلوب أحدهما" "one of two needed"
    NOT_SAVED "لم يُحفظ" "not saved"
    UNDERSTOOD "المفهوم" "Understood"
    NO_TEXT_HERE "يفتح المحرّر نصاً؛ هذا الحقل ليس نصاً" "The editor opens a text; this field is none"
    NOTHING_IN_FORM "لم يُعدَّل في هذه الاستمارة ما يُتراجع عنه أو يُعاد" "Nothing was changed in this form that could be undone or done again"
    NO_HISTORY "لم يُعدَّل هذا السجل بعد" "This record has not been changed"
    PAST_TITLE "تاريخ السجل" "History of the record"
    READING_PAST "يُقرأ تاريخ السجل…" "Reading the history…"
    BACK_ADDED "Enter يحذف ما أُضيف هنا" "Enter takes away what was added here"
    BACK_REMOVED "Enter يعيد ما حُذف هنا" "Enter brings back what was deleted here"
    BACK_MOVED "Enter يعيده إلى موضعه السابق" "Enter moves it back to where it was"
    BACK_NOTHING "لا يعيد Enter شيئاً هنا؛ احذفه من جديد" "Enter brings nothing back; delete it anew"
    ANOTHER_PROGRAM "برنامج آخر" "another program"
    NEW_PERSON "شخص جديد يُضاف إلى الدليل" "a new person, to be added to the directory"
    NEW_WOMAN "سيدة جديدة تُضاف إلى الدليل ولقبها «السيدة»" "a new person, to be added to the directory as Ms"
    ACTS_NOBODY "لم يُذكر من يُكلَّف به؛ تُكتب الجهة بعد @" "Nobody is named who is to act; @ names somebody"
    NO_COUNTRY "لم يُذكر البلد" "No country is named"
    UNKNOWN_NAME "غير معروف" "unknown"
    DID_YOU_MEAN "لعلك تقصد" "did you mean"
    MISSING "ينقص" "missing"
    READY "Enter يضيفه" "Enter adds it"
    WILL_GO_TO "الوجهة:" "goes to"
    CAN_BE_ADDED "Ctrl-S يضيفه إلى الدليل" "Ctrl-S adds it to the directory"
    NO_EDITOR "لا محرّر؛ سمِّه بالمتغير VISUAL أو EDITOR" "There is no editor; name it with VISUAL or EDITOR"
    WRITING "يُكتب التعديل…" "Being written…"
    UNDOING "يجري التراجع" "Undoing"
    REDOING "تجري الإعادة" "Doing again"
    BRINGING_BACK "تجري الاستعادة" "Bringing back"
    WRITING_SIGN "يُكتب…" "writing…"
    LEAVING "ما زال تعديل يُكتب، ويُغلق البرنامج عند انتهائه. المفتاح نفسه ثانيةً يغلقه الآن، وتبقى نسخة مما كتبته" "A change is still being written; the program closes when it is done. The same key again closes it now, and a copy of what you wrote is kept"
    EDITOR_FAILED "لم ينتهِ المحرّر كما ينبغي؛ بقي النص كما كان" "The editor did not end well; the text stays as it was"
}

/// A name that is typed can come into the directory.
#[must_use]
pub fn adds_name(name: &str) -> Message {
    Message::new(
        format!("{} يضيف «{name}» إلى الدليل", isolate("Ctrl-S")),
        format!("Ctrl-S adds “{name}” to the directory"),
    )
}

/// Above the history of a record of which only the newest changes are shown.
#[must_use]
pub fn past_of(shown: usize, all: usize) -> Message {
    Message::new(
        format!("تاريخ السجل: أحدث {shown} تعديل من أصل {all}"),
        format!("History: the newest {shown} of {all} changes"),
    )
}

/// The label of a field in one of the two languages.
#[must_use]
pub fn in_language(label: Phrase, language: Language) -> Message {
    let (ar, en) = match language {
        Language::Arabic => ("عربي", "ar"),
        Language::English => ("إنكليزي", "en"),
    };
    Message::new(
        format!("{} ({ar})", label.ar),
        format!("{} ({en})", label.en),
    )
}

/// The editor did not end well; what was written in it is kept here.
#[must_use]
pub fn editor_failed(path: &str) -> Message {
    Message::new(
        format!(
            "لم ينتهِ المحرّر كما ينبغي؛ بقي النص كما كان، وما كتبته محفوظ في {}",
            apart(path, true)
        ),
        format!(
            "The editor did not end well; the text stays as it was, and what you wrote is kept in {path}"
        ),
    )
}

/// The form of a record.
#[must_use]
pub fn form_of(kind: Phrase, id: &str) -> Message {
    Message::new(
        format!("{} {id}", kind.ar),
        format!("{} {id}", super::capital(kind.en)),
    )
}

/// The form of a new record, and where it goes.
#[must_use]
pub fn form_of_new(kind: Phrase, parent: Option<&Message>) -> Message {
    let directory = super::form::THE_DIRECTORY;
    let parent = |directory: &'static str, of: fn(&Message) -> &str| parent.map_or(directory, of);
    let in_english = within(parent(directory.en, |of| &of.en));
    let new = match kind.ar.ends_with('ة') {
        true => "جديدة",
        false => "جديد",
    };
    Message::new(
        format!(
            "{} {new} في {}",
            kind.ar,
            behind_preposition(parent(directory.ar, |of| &of.ar))
        ),
        format!("New {} in {in_english}", kind.en),
    )
}

/// A field got another value.
#[must_use]
pub fn changed(record: &Message, field: &Message, was: &Message, became: &Message) -> Message {
    // What a report says may run otherwise than the line that tells of it.
    let told = self::became(field, was, became);
    Message::new(
        format!("{}، {}", record.ar, told.ar),
        format!("{}, {}", record.en, told.en),
    )
}

/// The item in hand has no position that could be marked; these keys begin one.
#[must_use]
pub fn no_position_yet(keys: &str) -> Message {
    Message::new(
        format!("لا موقف بعد في هذا البند، فلم يُكتب شيء؛ كتابة موقف: {keys}"),
        format!("This item has no position yet, so nothing was written; {keys} begins one"),
    )
}

/// A field of the record that is shown got another value.
#[must_use]
pub fn became(field: &Message, was: &Message, became: &Message) -> Message {
    let [was_ar, became_ar] = [&was.ar, &became.ar].map(|text| apart(text, true));
    let [was_en, became_en] = [&was.en, &became.en].map(|text| apart(text, false));
    Message::new(
        format!("{}: {became_ar} (كان: {was_ar})", field.ar),
        format!("{}: {became_en} (was: {was_en})", field.en),
    )
}

/// A record was added.
#[must_use]
pub fn added(kind: Phrase, id: &str) -> Message {
    Message::new(
        format!("إضافة {} {id}", kind.ar),
        format!("Added: {} {id}", kind.en),
    )
}

/// What an item has one of.
#[must_use]
pub fn one_in(kind: Phrase, item: &Message) -> Message {
    Message::new(
        format!("{} في {}", kind.ar, behind_preposition(&item.ar)),
        format!("{} in {}", super::capital(kind.en), within(&item.en)),
    )
}

/// It was added.
#[must_use]
pub fn added_in(kind: Phrase, item: &Message) -> Message {
    Message::new(
        format!("إضافة {} في {}", kind.ar, behind_preposition(&item.ar)),
        format!("Added: {} in {}", kind.en, within(&item.en)),
    )
}

/// What comes back with a line of the history: the earlier value of a field.
#[must_use]
pub fn back_value(field: &Message, was: &Message) -> Message {
    Message::new(
        format!("Enter يعيد {}: {}", field.ar, apart(&was.ar, true)),
        format!("Enter brings back {}: {}", field.en, apart(&was.en, false)),
    )
}

/// The same of a conflict: what was not written.
#[must_use]
pub fn back_lost(field: &Message, lost: &Message) -> Message {
    Message::new(
        format!(
            "Enter يكتب ما لم يُكتب، {}: {}",
            field.ar,
            apart(&lost.ar, true)
        ),
        format!(
            "Enter writes what was not written, {}: {}",
            field.en,
            apart(&lost.en, false)
        ),
    )
}

/// An earlier value was brought back.
#[must_use]
pub fn brought_back(what: &Message) -> Message {
    Message::new(
        format!("استعادة قيمة سابقة: {}", what.ar),
        format!("Brought back: {}", what.en),
    )
}

/// What a record is called where it is not in sight: its kind and its title.
#[must_use]
pub fn called(kind: Phrase, title: &Message) -> Message {
    Message::new(
        format!("{} «{}»", kind.ar, apart(&title.ar, true)),
        format!("{} “{}”", kind.en, apart(&title.en, false)),
    )
}

/// What a field means that is not written.
#[must_use]
pub fn by_default(meant: &Message) -> Message {
    Message::new(
        format!("{} (غير مكتوب)", meant.ar),
        format!("{} (not written)", meant.en),
    )
}

/// A change was undone.
#[must_use]
pub fn undone(what: &Message) -> Message {
    Message::new(
        format!("تراجع: {}", what.ar),
        format!("Undone: {}", what.en),
    )
}

/// A change was done again.
#[must_use]
pub fn redone(what: &Message) -> Message {
    Message::new(
        format!("إعادة: {}", what.ar),
        format!("Done again: {}", what.en),
    )
}

/// A change is being undone (or done again, or brought back): it is still to be written.
#[must_use]
pub fn turning_of(word: Phrase, what: &Message) -> Message {
    Message::new(
        format!("{}: {}", word.ar, what.ar),
        format!("{}: {}", word.en, what.en),
    )
}

/// The same, of a change that is still to be written itself.
#[must_use]
pub fn turning(word: Phrase) -> Message {
    Message::new(format!("{}…", word.ar), format!("{}…", word.en))
}

/// What is said, and something more where there is.
#[must_use]
pub fn with(said: Message, more: Option<Message>) -> Message {
    match more {
        Some(more) => together(&[said, more]),
        None => said,
    }
}

/// By which keys one undoes and does again in a form, where a letter is none.
#[must_use]
pub fn undo_in_form(undo: &str, redo: &str) -> Message {
    // A sign at the end of a key's name would go to the other side of it.
    let [undo_ar, redo_ar] = [undo, redo].map(isolate);
    Message::new(
        format!("هنا يتراجع {undo_ar} عن التعديل ويعيده {redo_ar}؛ ويفتح Enter الحقل للكتابة"),
        format!("Here {undo} undoes and {redo} does again; Enter opens the field to type in"),
    )
}

/// Something was not undone, done again or brought back, and why.
#[must_use]
pub fn not_turned(record: &str, why: &Message) -> Message {
    Message::new(
        format!("بقي {record} على حاله: {}", why.ar),
        format!("{record} stays as it was: {}", why.en),
    )
}

/// A change that was not made, for another had changed the same.
#[must_use]
pub fn unwritten(what: &Message) -> Message {
    Message::new(
        format!("لم يُكتب: {}", what.ar),
        format!("Not written: {}", what.en),
    )
}

/// A change that was handed over could not be made, and why.
#[must_use]
pub fn not_made(record: &str, why: &Message) -> Message {
    Message::new(
        format!("لم يُكتب تعديل {record}: {}", why.ar),
        format!("The change of {record} was not written: {}", why.en),
    )
}

/// Another has changed the same; what is to become of it is asked when nothing is typed.
#[must_use]
pub fn asked_later(record: &str) -> Message {
    Message::new(
        format!("عدّل آخرُ {record} في هذه الأثناء؛ ستُسأل عنه بعد أن تفرغ مما تكتبه"),
        format!(
            "Another changed {record} meanwhile; you will be asked when you are done typing here"
        ),
    )
}

/// Several things that are said one after the other.
#[must_use]
pub fn together(all: &[Message]) -> Message {
    let join = |side: fn(&Message) -> &str, comma: &str| {
        let sides: Vec<&str> = all.iter().map(side).collect();
        sides.join(comma)
    };
    Message::new(join(|one| &one.ar, "؛ "), join(|one| &one.en, "; "))
}

/// What the record cannot do without.
#[must_use]
pub fn missing(fields: &[Phrase]) -> Message {
    let ar: Vec<&str> = fields.iter().map(|field| field.ar).collect();
    let en: Vec<String> = fields.iter().map(|field| field.en.to_lowercase()).collect();
    Message::new(
        format!("{}: {}", MISSING.ar, ar.join("، ")),
        format!("{}: {}", MISSING.en, en.join(", ")),
    )
}

/// Names that are not known, and the nearest right one of each.
#[must_use]
pub fn unknown(names: &[(String, Option<String>)]) -> Message {
    let told = |comma: &str, unknown: &str, near: &str| {
        let all: Vec<String> = names
            .iter()
            .map(|(name, nearest)| match nearest {
                Some(nearest) => format!("{name}: {unknown}{comma}{near} {nearest}"),
                None => format!("{name}: {unknown}"),
            })
            .collect();
        all.join(comma)
    };
    Message::new(
        told("، ", UNKNOWN_NAME.ar, DID_YOU_MEAN.ar),
        told(", ", UNKNOWN_NAME.en, DID_YOU_MEAN.en),
    )
}

/// Who changed a field, and when.
#[must_use]
pub fn by(who: &str, when: &str) -> Message {
    let when = isolate(when);
    Message::new(
        format!("{} · {when}", apart(who, true)),
        format!("{} · {when}", apart(who, false)),
    )
}
