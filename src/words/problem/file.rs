//! What is wrong with a folder, or with a file as a whole.

use super::super::Message;
use super::short;

/// The folder does not exist.
#[must_use]
pub fn no_folder() -> Message {
    Message::new(
        "لا وجود لهذا المجلد؛ تحقَّق من المسار",
        "there is no such folder; check the path",
    )
}

/// The path is a file.
#[must_use]
pub fn not_a_folder() -> Message {
    Message::new(
        "هذا ملف لا مجلد؛ المكتبة مجلد فيه registry.yaml وملف لكل تقرير",
        "this is a file, not a folder; a library is a folder with registry.yaml and one file a report",
    )
}

/// The folder has no YAML file.
#[must_use]
pub fn no_report() -> Message {
    Message::new(
        "ليس في المجلد أي ملف \u{FDD0}.yaml\u{FDD1}؛ المكتبة مجلد فيه registry.yaml وملف لكل تقرير",
        "the folder has no .yaml file; a library is a folder with registry.yaml and one file a report",
    )
}

/// The folder has no registry.
#[must_use]
pub fn no_registry() -> Message {
    Message::new(
        "لا يوجد في المجلد ملف registry.yaml، فلا تُعرف أسماء الهيئات والأشخاص والبلدان والصكوك والوثائق، ولا تُفحص الإحالات إليها",
        "there is no registry.yaml here, so the names of bodies, people, countries, instruments and documents are not known, nor references to them checked",
    )
}

/// Two registries; the first one is read.
#[must_use]
pub fn second_registry(first: &str) -> Message {
    let first = short(first);
    Message::new(
        format!("قُرئ السجل من {first}؛ لم يُفتح هذا الملف، فاجمع الاثنين في ملف واحد"),
        format!(
            "the registry was read from {first}; this file was not opened, make one of the two"
        ),
    )
}

/// Two files are the same report; the first one is read.
#[must_use]
pub fn same_report(id: &str, first: &str) -> Message {
    let (id, first) = (short(id), short(first));
    Message::new(
        format!("معرّف التقرير {id} مستعمل في {first}؛ لم يُفتح هذا الملف، فأعطه معرّفاً آخر"),
        format!("{first} already is report {id}; this file was not opened, give it another id"),
    )
}

/// Gone.
#[must_use]
pub fn not_there() -> Message {
    Message::new("لا وجود لهذا الملف", "there is no such file")
}

/// A broken symbolic link, or a loop of them.
#[must_use]
pub fn link_to_nowhere() -> Message {
    Message::new(
        "رابط رمزي لا يؤدي إلى ملف؛ صحِّحه أو احذفه",
        "a symbolic link that leads to no file; mend or remove it",
    )
}

/// No permission.
#[must_use]
pub fn no_permission() -> Message {
    Message::new(
        "لا يُسمح بقراءته؛ عدِّل أذونات الملف",
        "no permission to read it; change the permissions of the file",
    )
}

/// Something cannot be read; why.
#[must_use]
pub fn unreadable(why: &Message) -> Message {
    Message::new(
        format!("تتعذر قراءته: {}", why.ar),
        format!("it cannot be read: {}", why.en),
    )
}

/// The program itself failed while it read the file.
#[must_use]
pub fn reading_stopped() -> Message {
    Message::new(
        "توقفت قراءته لخلل في البرنامج؛ أعد فتح المكتبة",
        "reading it stopped because of a fault in the program; open the library again",
    )
}

/// A folder, a pipe or a device instead of a file.
#[must_use]
pub fn not_a_file(folder: bool) -> Message {
    if folder {
        Message::new(
            "هذا مجلد لا ملف؛ انقله أو غيِّر اسمه",
            "this is a folder, not a file; move or rename it",
        )
    } else {
        Message::new(
            "ليس ملفاً عادياً بل أنبوب أو جهاز؛ لم يُفتح",
            "not a regular file but a pipe or device; it was not opened",
        )
    }
}

/// The file is larger than what is read; sizes in bytes.
#[must_use]
pub fn too_large(size: u64, largest: u64) -> Message {
    // Rounded up, in MiB.
    let (size, largest) = (size.div_ceil(1 << 20), largest.div_ceil(1 << 20));
    Message::new(
        format!("حجم الملف {size} ميبيبايت، والحد الأقصى {largest}؛ قسِّمه إلى عدة تقارير"),
        format!(
            "the file has {size} MiB, at most {largest} are read; split it into several reports"
        ),
    )
}

/// A NUL byte.
#[must_use]
pub fn binary() -> Message {
    Message::new(
        "ليس ملفاً نصياً (فيه بايت صفري)",
        "not a text file (it has a zero byte)",
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

/// Nothing in the file.
#[must_use]
pub fn empty_file() -> Message {
    Message::new("الملف خالٍ", "the file holds nothing")
}

/// What looks like a registry has the name of a report.
#[must_use]
pub fn named_registry() -> Message {
    Message::new(
        "تقرير مفتاحه الأول report؛ ويبدو هذا الملف سجلاً، فسمِّه registry.yaml",
        "a report, which begins with report; this looks like a registry, which is named registry.yaml",
    )
}
