//! What people look for a command by, besides what the help calls it.

/// The commands by their names, each with other words for what it does, in both languages.
pub const ALSO: [(&str, &str); 27] = [
    ("search", "إيجاد استعلام find look query"),
    ("help", "مفاتيح اختصارات keys shortcuts"),
    ("quit", "إغلاق مغادرة exit close"),
    ("copy", "حافظة لصق clipboard"),
    ("copy-cited", "استشهاد مرجع reference cite"),
    ("print", "طباعة اطبع printing output"),
    ("zoom", "ملء الشاشة maximize fullscreen"),
    ("language", "لغة ترجمة translate"),
    ("change", "تحرير edit modify"),
    ("agree", "موافقة اعتماد approve"),
    ("defer", "تأجيل مؤجل postpone deferred"),
    ("delivered", "إنجاز منجز complete finished"),
    ("remove", "مسح شطب delete"),
    ("undo-change", "تراجع revert"),
    ("past", "تغييرات سابقة log versions"),
    ("quick-task", "مهمة تكليف task assign"),
    ("new-recommendation", "مهمة تكليف task action"),
    ("call-begin", "جلسة افتتاح meeting session start"),
    ("call-end", "محضر محاضر إنهاء minutes finish meeting"),
    ("call-chair", "رئاسة رئيسة president chairman"),
    (
        "call-present",
        "حاضرون مشاركون غياب attendance participants",
    ),
    ("speaker-ask", "مداخلة دور raise hand intervention"),
    ("speaker-give", "أعطي أعط منح متكلم مداخلة speak"),
    ("speaker-next", "أعطي أعط منح متكلم مداخلة speak"),
    (
        "still-open",
        "متأخر متأخرة معلق مهام overdue pending outstanding",
    ),
    ("recite", "إلقاء عرض present aloud"),
    ("problems", "أخطاء errors warnings"),
];

/// The other words for a command.
#[must_use]
pub fn also(name: &str) -> &'static str {
    let found = ALSO.iter().find(|(command, _)| *command == name);
    found.map_or("", |(_, words)| words)
}
