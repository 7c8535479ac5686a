//! The words of forms: what fields of parts are called, what is said of lists and of new entries of
//! the directory.

use super::{Message, Phrase};
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

// What fields are called.
phrases! {
    STANDS_FOR "الجهة أو البلد" "Stands for"
    SEE "الإحالات" "Related records"
    LINKS "الروابط" "Links"
    BY_CORRESPONDENCE "بالمراسلة" "By correspondence"
    SHARES "الحصص" "Shares"
    QUANTITY "الرقم ووحدته" "Number and unit"
    AMOUNT "المقدار" "Amount"
    CURRENCY "العملة" "Currency"
    UNIT "الوحدة" "Unit"
    LABEL "التسمية" "Label"
    PERCENT "النسبة المئوية" "Percent"
    OF_WHICH "منها" "Of which"
    MINUTES "الدقائق" "Minutes"
    PLANNED "الدقائق المخططة" "Minutes planned"
    INFERRED "ليس في المصدر" "Not in the source"
    FIELD "حقل" "Field"
    ID "المعرّف" "Id"
    YES "نعم" "yes"
    NO "لا" "no"
}

// What is seen in a form and changed elsewhere.
phrases! {
    POSITION_APART "للموقف سجله: Enter يفتحه، ويحذفه X في الجزء «المواقف»" "The position is a record of its own: Enter opens it; in the pane “Positions” X deletes it"
    SLIPS_APART "ما ورد خطأً في المصدر يُكتب في ملف التقرير نفسه، في الحقل sic من هذا السجل" "What the source prints wrongly is written in the file of the report itself, in the field sic of this record"
}

/// How the id of a record is changed.
#[must_use]
pub fn id_apart(id: &str) -> Message {
    let (set, check) = (
        isolate(&format!("majlis set {id} id=…")),
        isolate("majlis check"),
    );
    Message::new(
        format!(
            "قد تشير سجلات أخرى إلى هذا المعرّف فلا يُغيَّر هنا. يغيّره الأمر {set} في هذا السجل وحده، ويسرد {check} ما بقي يشير إلى القديم"
        ),
        format!(
            "Other records may name this id, so it is not changed here. {set} changes it in this record alone, and {check} lists what still names the old one"
        ),
    )
}

/// A slip of the source: what it prints, and what is meant.
#[must_use]
pub fn slip(printed: &str, meant: &str) -> Message {
    let (ar, en) = (apart(printed, true), apart(printed, false));
    let (ar_meant, en_meant) = (apart(meant, true), apart(meant, false));
    Message::new(
        format!("«{ar}» والمقصود «{ar_meant}»"),
        format!("“{en}”, meant “{en_meant}”"),
    )
}

// Commands.
phrases! {
    ENTRIES "فتح القائمة عنصراً عنصراً" "Open the list entry by entry"
    ADD_ENTRY "إضافة عنصر إلى القائمة" "Add an entry to the list"
    REMOVE "إفراغ الحقل، أو إزالة العنصر" "Empty the field, or remove the entry"
    ENTRY_DOWN "نقل العنصر إلى أسفل" "Move the entry down"
    ENTRY_UP "نقل العنصر إلى أعلى" "Move the entry up"
    NARROW "حصر القائمة بالكتابة" "Narrow the list by typing"
    NEW_REPORT "تقرير جديد" "New report"
    NEW_BODY "هيئة جديدة" "New body"
    NEW_PERSON "شخص جديد" "New person"
    TEXT_OF_ITEM "نص البند" "Text of the item itself"
    NEW_COUNTRY "بلد جديد" "New country"
    NEW_INSTRUMENT "صك جديد" "New instrument"
    NEW_DOCUMENT "وثيقة جديدة" "New document"
    NEW_EVENT "حدث جديد" "New event"
    NEW_FIGURE "بيان إحصائي جديد" "New figure"
    HINT_ADD_ENTRY "إضافة" "add"
    HINT_REMOVE "إزالة" "remove"
    HINT_MOVE "نقل" "move"
}

// What is said.
phrases! {
    NO_LIST "هذا الحقل ليس قائمة" "This field is no list"
    NO_ENTRY "القائمة فارغة؛ + يضيف إليها" "The list is empty; + adds to it"
    LIST_CHANGED "تغيّرت القائمة في هذه الأثناء؛ هذه هي الآن" "The list was changed meanwhile; this is it now"
    EMPTY_ALREADY "الحقل فارغ" "The field is empty"
    THE_DIRECTORY "الدليل" "the directory"
    WHICH_AGENDA "بأي جدول أعمال يبدأ التقرير الجديد؟" "With which agenda does the new report begin?"
    NO_AGENDA "تقرير بلا بنود" "An empty report"
    AGENDA_OF "جدول أعمال تقرير آخر" "The agenda of another report"
    AFTER_ADDING "يُضاف السجل أولاً، ثم يُفتح هذا الحقل" "Add the record first; then this field can be opened"
    NEEDS_NOMINEE "اختر الشخص المرشَّح، أو اكتب من يشغل المنصب" "Choose the person who is put forward, or write who holds the post"
    OF_NAME "يكفي اسم واحد، بالعربية أو بالإنكليزية؛ ومنه يُصنع المعرّف" "One name is enough, in Arabic or English; the id is made of it"
    OF_ACRONYM "يُصنع المعرّف من المختصر، وإلا فمن الاسم بالإنكليزية" "The id is made of the acronym, else of the English name"
    OF_TITLE "يُصنع المعرّف من العنوان بالإنكليزية" "The id is made of the English title"
    OF_SYMBOL "يُصنع المعرّف من رمز البلد لدى الاتحاد" "The id is made of the country's ITU symbol"
    NEEDS_ENGLISH "اكتب الاسم بالإنكليزية أيضاً، فمنه يُصنع المعرّف" "Write the English name too: the id is made of it"
    NEEDS_SYMBOL "اكتب رمز البلد لدى الاتحاد، فمنه يُصنع المعرّف" "Write the country's ITU symbol: the id is made of it"
    NEEDS_NUMBER "اكتب رقم البند أو عنوانه بالإنكليزية، فمن أحدهما يُصنع المعرّف" "Write the item's number or its title in English: the id is made of it"
    NEEDS_DATE "اكتب التاريخ أو العنوان بالإنكليزية، فمن أحدهما يُصنع المعرّف" "Write the date or the title in English: the id is made of it"
    NEEDS_TITLE "اكتب النص بالإنكليزية أيضاً، فمنه يُصنع المعرّف" "Write it in English too: the id is made of it"
}

/// The id that an entry of the directory will have; of a person, one name is enough for it.
#[must_use]
pub fn will_be(id: &str, is_person: bool) -> Message {
    let (ar, en) = match is_person {
        true => ("؛ يكفي اسم واحد", "; one name is enough"),
        false => ("", ""),
    };
    Message::new(
        format!("سيكون المعرّف: {id}{ar}"),
        format!("The id will be {id}{en}"),
    )
}

/// The form of an entry of a list, or of a part of a record.
#[must_use]
pub fn part(of: &Message, label: &Message) -> Message {
    Message::new(
        format!("{} · {}", label.ar, of.ar),
        format!("{} · {}", super::capital(&label.en), of.en),
    )
}

/// The form of a new report, empty or with the agenda of another.
#[must_use]
pub fn of_new_report(from: Option<&str>) -> Message {
    match from {
        Some(from) => Message::new(
            format!("تقرير جديد بجدول أعمال {from}"),
            format!("New report with the agenda of {from}"),
        ),
        None => NEW_REPORT.into(),
    }
}

/// What a name is to be that is not in the directory.
#[must_use]
pub fn which_sort(name: &str) -> Message {
    Message::new(
        format!("«{name}»: ماذا يُضاف به إلى الدليل؟"),
        format!("“{name}”: as what is it added to the directory?"),
    )
}

/// An entry of a list by its place, from 1.
#[must_use]
pub fn entry(place: usize) -> Message {
    Message::new(format!("{place}"), format!("{place}"))
}

/// How many entries a list has.
#[must_use]
pub fn count(entries: usize) -> Message {
    Message::new(format!("({entries})"), format!("({entries})"))
}
