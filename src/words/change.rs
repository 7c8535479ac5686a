//! The words of the commands that change a library: how they are used, and what is refused.

pub use super::changed::*;
use super::{Message, Phrase};
use crate::report::Kind;
use crate::script::{apart, isolate};

/// What could not be written when a key was pressed may be written by now.
pub const MAY_NOW: Phrase = Phrase::new(
    "الكتابة مسموحة الآن؛ أعد الضغط على المفتاح",
    "It can be written now; press the key again",
);
/// The built-in reports.
pub const BUILT_IN: Phrase = Phrase::new(
    "التقارير المضمَّنة في البرنامج لا تُعدَّل؛ سمِّ مجلد تقاريرك بالخيار \u{FDD0}--library DIR\u{FDD1} أو بالمتغير \
     MAJLIS_LIBRARY أو في ملف الإعداد، وينشئه majlis new إن لم يكن موجوداً",
    "the reports built into the program cannot be changed; name a folder of your own with --library \
     DIR, MAJLIS_LIBRARY or the configuration; majlis new makes it where there is none",
);

/// How `set` is used.
pub const SET_USAGE: Phrase = Phrase::new(
    "ما الذي يُعدَّل؟ majlis set ID FIELD=VALUE…، مثل: majlis set c21:27 position.status=agreed",
    "what is to be changed? majlis set ID FIELD=VALUE…, such as: majlis set c21:27 \
     position.status=agreed",
);

/// How `note` is used.
pub const NOTE_USAGE: Phrase = Phrase::new(
    "ما الملاحظة؟ majlis note ID TEXT، مثل: majlis note c21:27 'نص الملاحظة'",
    "what is the note? majlis note ID TEXT, such as: majlis note c21:27 'the note'",
);

/// How `new` is used.
pub const NEW_USAGE: Phrase = Phrase::new(
    "ما معرّف التقرير الجديد وما عنوانه؟ majlis new ID --ar TITLE --en TITLE [--from REPORT] \
     [FIELD=VALUE…]",
    "what are the new report's id and title? majlis new ID --ar TITLE --en TITLE [--from REPORT] \
     [FIELD=VALUE…]",
);

/// A record that goes into an item or a report.
pub const NO_PARENT: Phrase = Phrase::new(
    "سمِّ البند أو التقرير الذي يُضاف إليه، مثل c21:27 أو c21",
    "name the item or report that it is added to, such as c21:27 or c21",
);

/// No id can be made.
pub const NO_ID: Phrase = Phrase::new(
    "لا يكفي ما ذُكر ليُصنع منه معرّف؛ اذكره بالخيار \u{FDD0}--id\u{FDD1}",
    "no id can be made of what was given; name one with --id",
);

/// A nomination of nobody.
pub const NO_NOMINEE: Phrase = Phrase::new(
    "من المرشَّح؟ اذكر الشخص person=ID، أو من له المنصب holder=ID",
    "who is nominated? name the person, person=ID, or who holds the post, holder=ID",
);

/// How a person comes into the directory with a nomination.
pub const NEW_ADDS: Phrase = Phrase::new(
    "والخيار \u{FDD0}--new\u{FDD1} يضيفه إلى الدليل",
    "--new adds the person to the directory",
);

/// Nobody comes into the directory with another record.
pub const NEW_WITH_NOMINATION: Phrase = Phrase::new(
    "الخيار \u{FDD0}--new\u{FDD1} للترشيحات وحدها: يضيف المرشح إلى الدليل. وغيره يضيفه majlis add person أو add body",
    "--new is for nominations: it adds the person who is nominated to the directory. Others are added with majlis add person or add body",
);

/// A record that says nothing.
pub const NO_TEXT: Phrase = Phrase::new(
    "ما نصه؟ اكتبه بالعربية \u{FDD0}--ar '…'\u{FDD1}، أو بالإنكليزية \u{FDD0}--en '…'\u{FDD1}",
    "what does it say? give its text in Arabic, --ar '…', or in English, --en '…'",
);

/// A report without a title.
pub const NO_TITLE: Phrase = Phrase::new(
    "ما عنوانه؟ اكتبه بالعربية \u{FDD0}--ar '…'\u{FDD1}، أو بالإنكليزية \u{FDD0}--en '…'\u{FDD1}",
    "what is its title? give it in Arabic, --ar '…', or in English, --en '…'",
);

/// An id that no report can have, and the nearest that one can.
#[must_use]
pub fn no_report_id(id: &str, right: &str) -> Message {
    let right = if right.is_empty() { "c28" } else { right };
    Message::new(
        format!(
            "«{}» لا يصلح معرّفاً لتقرير: يتكوّن المعرّف من حروف لاتينية وأرقام ومن «-» و«.» من دون مسافات، مثل {}",
            apart(id, true),
            isolate(right)
        ),
        format!(
            "“{}” cannot be the id of a report: Latin letters, digits, - and . without blanks, such as {right}",
            apart(id, false)
        ),
    )
}

/// Fields that a record cannot be without.
#[must_use]
pub fn fields_missing(fields: &[&str]) -> Message {
    let how: Vec<String> = fields.iter().map(|field| format!("{field}=…")).collect();
    let (ar, en) = (how.iter().map(|one| isolate(one)), how.join(" "));
    Message::new(
        format!("ينقصه: {}", ar.collect::<Vec<_>>().join(" ")),
        format!("what is missing: {en}"),
    )
}

/// Somebody is nominated already: what that nomination is called, its id, and whether it is for the same role.
#[must_use]
pub fn is_nominated(title: &Message, id: &str, is_same: bool) -> Message {
    let Message { ar, en } = title;
    match is_same {
        true => Message::new(
            format!("{ar}: الترشيح قائم بالفعل ({id})"),
            format!("{en}: is nominated already ({id})"),
        ),
        false => Message::new(
            format!("{ar}: ترشيح آخر قائم للشخص نفسه ({id})"),
            format!("{en}: is nominated already, for another role ({id})"),
        ),
    }
}

/// Who is to be nominated is called like something else.
#[must_use]
pub fn is_no_person(typed: &str, kind: Phrase, id: &str) -> Message {
    Message::new(
        format!(
            "«{}» هو {} ({})، لا شخص",
            apart(typed, true),
            isolate(id),
            kind.ar
        ),
        format!(
            "“{}” is {id} ({}), not a person",
            apart(typed, false),
            kind.en
        ),
    )
}

/// A field has two values where it takes one.
#[must_use]
pub fn given_twice(field: &str) -> Message {
    Message::new(
        format!(
            "أُعطي الحقل {} مرتين؛ ضع النص كله بين علامتي اقتباس: 'النص كله'",
            apart(field, true)
        ),
        format!("{field} is given twice; put all of a text in quotation marks: 'all of it'"),
    )
}

/// A field that takes several was given twice; how it is typed, and how several values are.
#[must_use]
pub fn several_in_one(field: &str, example: &str) -> Message {
    Message::new(
        format!(
            "أُعطي الحقل {} مرتين؛ اكتب القيم معاً وبينها فاصلة: {}",
            apart(field, true),
            apart(example, true)
        ),
        format!("{field} is given twice; write several values in one, with commas: {example}"),
    )
}

/// How `add` is used.
#[must_use]
pub fn add_usage(kinds: &[Kind]) -> Message {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    Message::new(
        format!(
            "ما الذي يُضاف وإلى أين؟ majlis add KIND ID FIELD=VALUE…؛ الأنواع: {}",
            names.join("، ")
        ),
        format!(
            "what is to be added, and where? majlis add KIND ID FIELD=VALUE…; kinds: {}",
            names.join(", ")
        ),
    )
}

/// A kind that cannot be added, and the nearest that can.
#[must_use]
pub fn no_kind_to_add(typed: &str, near: Option<&str>, kinds: &[Kind]) -> Message {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    let (near_ar, near_en) = match near {
        Some(near) => (
            format!("؛ لعلك تقصد {near}"),
            format!("; did you mean {near}?"),
        ),
        None => (String::new(), ".".to_owned()),
    };
    Message::new(
        format!(
            "«{typed}» ليس نوعاً يُضاف{near_ar}. الأنواع: {}",
            names.join("، ")
        ),
        format!(
            "“{typed}” is nothing that can be added{near_en} Kinds: {}",
            names.join(", ")
        ),
    )
}

/// Notes, views and positions stand at items; one that can be named.
#[must_use]
pub fn stands_at_items(kind: Kind, named: &str, example: &str) -> Message {
    let name = kind.name();
    Message::new(
        format!("{named} ليس بنداً، و{name} لا يُضاف إلا إلى بند؛ سمِّ البند، مثل {example}"),
        format!(
            "{named} is no agenda item, and a {name} stands at an item; name the item, such as {example}"
        ),
    )
}

/// An item has no position whose field could be changed.
#[must_use]
pub fn no_position(item: &str) -> Message {
    let how = format!("majlis add position {item} stance=support --ar '…' --en '…'");
    Message::new(
        format!("لا موقف في البند {item} بعد؛ أضفه أولاً: {how}"),
        format!("{item} has no position as yet; add one first: {how}"),
    )
}

/// An item has a position already.
#[must_use]
pub fn has_position(item: &str) -> Message {
    let how = format!("majlis set {item}/position FIELD=VALUE");
    Message::new(
        format!("في البند {item} موقف من قبل؛ عدّله: {how}"),
        format!("{item} has a position already; change it: {how}"),
    )
}

/// As which day a date was understood.
#[must_use]
pub fn understood(field: &str, typed: &str, day: &Message) -> Message {
    Message::new(
        format!("{}: فُهم «{typed}» على أنه {}", apart(field, true), day.ar),
        format!("{field}: “{typed}” is {}", day.en),
    )
}

/// Not `FIELD=VALUE`.
#[must_use]
pub fn no_assignment(typed: &str) -> Message {
    Message::new(
        format!("«{typed}» ليس على صورة FIELD=VALUE"),
        format!("“{typed}” is not FIELD=VALUE"),
    )
}

/// A field that holds one value only.
#[must_use]
pub fn not_many(field: &str) -> Message {
    Message::new(
        format!("{field}: لا يقبل هذا الحقل إلا قيمة واحدة؛ اكتب {field}=VALUE"),
        format!("{field} holds one value only; write {field}=VALUE"),
    )
}

/// What is wrong with the value of a field.
#[must_use]
pub fn of_field(field: &str, why: &Message) -> Message {
    Message::new(
        format!("{}: {}", apart(field, true), why.ar),
        format!("{field}: {}", why.en),
    )
}

/// A record of which it is not known where it stands.
#[must_use]
pub fn no_place(id: &str) -> Message {
    Message::new(
        format!("{id}: لا يُعرف موضعه في ملفه"),
        format!("{id}: its place in its file is not known"),
    )
}

/// No file holds the report, or the registry.
#[must_use]
pub fn no_file(report: Option<&str>, folder: &str) -> Message {
    match report {
        Some(report) => Message::new(
            format!("لا ملف في {} للتقرير {report}", apart(folder, true)),
            format!("no file in {folder} is the report {report}"),
        ),
        None => Message::new(
            format!("لا ملف registry.yaml في {}", apart(folder, true)),
            format!("there is no registry.yaml in {folder}"),
        ),
    }
}

/// An entry that is there already.
#[must_use]
pub fn in_registry(id: &str) -> Message {
    Message::new(
        format!(
            "{id} موجود من قبل؛ عدّله بالأمر majlis set، أو اختر معرّفاً آخر بالخيار \u{FDD0}--id\u{FDD1}"
        ),
        format!("{id} is there already; change it with majlis set, or name another id with --id"),
    )
}

/// There is such a report.
#[must_use]
pub fn report_exists(id: &str) -> Message {
    Message::new(
        format!("{id} تقرير موجود من قبل؛ اختر معرّفاً آخر"),
        format!("{id} is a report already; choose another id"),
    )
}

/// An id that stands for something else than a report.
#[must_use]
pub fn reserved_id(id: &str) -> Message {
    Message::new(
        format!("{id}: اسم محجوز لملف آخر في المكتبة؛ اختر معرّفاً آخر"),
        format!("{id} is the name of another file of the library; choose another id"),
    )
}

/// A record of a kind that is not deleted by itself.
#[must_use]
pub fn not_to_be_removed(kind: Kind) -> Message {
    match kind {
        Kind::Report => Message::new(
            "التقرير ملف كامل ولا يُحذف من هنا؛ احذف ملفه من المجلد بنفسك",
            "a report is a whole file and is not deleted from here; remove its file from the folder yourself",
        ),
        _ => Message::new(
            "أقسام التقرير وفقراته نص المصدر، ولا تُحذف من هنا",
            "sections and paragraphs are the text of the source; they are not deleted from here",
        ),
    }
}

/// How `remove` is used.
pub const REMOVE_USAGE: Phrase = Phrase::new(
    "ما الذي يُحذف؟ majlis remove ID، مثل: majlis remove c21:27/r1",
    "what is to be deleted? majlis remove ID, such as: majlis remove c21:27/r1",
);

/// So many of those that name a record are told.
const NAMING: usize = 6;

/// A record keeps its id: these are called after it, or name it where that is not understood.
#[must_use]
pub fn id_is_named(id: &str, naming: &[&str]) -> Message {
    let shown = naming.get(..NAMING.min(naming.len())).unwrap_or_default();
    let rest = naming.len() - shown.len();
    let (more_ar, more_en) = match rest {
        0 => (String::new(), String::new()),
        _ => (format!("، و{rest} غيرها"), format!(" and {rest} more")),
    };
    Message::new(
        format!(
            "لا يُغيَّر المعرّف «{id}»، ففي هذه المواضع معرّف مبني عليه أو إحالة إليه لا يُعرف كيف تُعدَّل، وتغييره يقطعها: {}{more_ar}",
            shown.join("، ")
        ),
        format!(
            "“{id}” keeps its id: these are called after it, or name it in a way that cannot be changed, and would lead nowhere: {}{more_en}",
            shown.join(", ")
        ),
    )
}
