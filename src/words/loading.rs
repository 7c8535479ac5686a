//! What is said when a library, or a part of it, cannot be read.

use super::{Message, Phrase};

/// What is wrong in a file, and what was expected.
#[derive(Debug)]
pub struct Wrong {
    /// What is wrong.
    pub what: Message,
    /// What was expected, and what to do.
    pub expected: Option<Message>,
    /// The nearest right word, where one is near.
    pub nearest: Option<String>,
}

impl Wrong {
    fn new(what: Message, expected: Message) -> Self {
        Self {
            what,
            expected: Some(expected),
            nearest: None,
        }
    }
}

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident $ar:literal $en:literal)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub const fn $name() -> Phrase {
            Phrase::new($ar, $en)
        }
    )*};
}

phrases! {
    /// The folder does not exist.
    no_folder
    "لا وجود لهذا المجلد؛ تحقَّق من المسار"
    "there is no such folder; check the path"
    /// The path is a file.
    not_a_folder
    "هذا ملف لا مجلد؛ المكتبة مجلد فيه registry.yaml وملف لكل تقرير"
    "this is a file, not a folder; a library is a folder with registry.yaml and one file a report"
    /// The folder has no YAML file.
    empty_folder
    "ليس في المجلد أي ملف ‎.yaml؛ المكتبة مجلد فيه registry.yaml وملف لكل تقرير"
    "the folder has no .yaml file; a library is a folder with registry.yaml and one file a report"
    /// No permission.
    no_permission
    "لا يُسمح بقراءته؛ عدِّل أذونات الملف"
    "no permission to read it; change the permissions of the file"
    /// A broken symbolic link, or a loop of them.
    link_to_nowhere
    "رابط رمزي لا يؤدي إلى ملف؛ صحِّحه أو احذفه"
    "a symbolic link that leads to no file; mend or remove it"
    /// Gone.
    not_there
    "لا وجود لهذا الملف"
    "there is no such file"
    /// A NUL byte.
    binary
    "ليس ملفاً نصياً (فيه بايت صفري)؛ المطلوب ملف YAML بترميز UTF-8"
    "not a text file (it has a zero byte); expected YAML in UTF-8"
    /// Nothing in it but blanks and comments.
    empty_file
    "الملف فارغ؛ المطلوب تقرير يبدأ بالمفتاح report"
    "the file is empty; expected a report, which begins with the key report"
}

/// Not a regular file.
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

/// Larger than what is read; sizes in bytes.
#[must_use]
pub fn too_large(size: u64, largest: u64) -> Message {
    let (size, largest) = (mebibytes(size), mebibytes(largest));
    Message::new(
        format!("حجم الملف {size} ميبيبايت، والحد الأقصى {largest}؛ قسِّمه إلى عدة تقارير"),
        format!(
            "the file has {size} MiB, at most {largest} are read; split it into several reports"
        ),
    )
}

/// Rounded up.
const fn mebibytes(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}

/// The system says why.
#[must_use]
pub fn cannot_be_read(why: &str) -> Message {
    Message::new(
        format!("تعذرت قراءته: {why}"),
        format!("it cannot be read: {why}"),
    )
}

/// A byte that is not UTF-8; the line is counted from 1.
#[must_use]
pub fn not_utf8(line: usize) -> Message {
    Message::new(
        format!("السطر {line} ليس بترميز UTF-8؛ احفظ الملف بهذا الترميز"),
        format!("line {line} is not UTF-8; save the file in that encoding"),
    )
}

/// Two files are the same report.
#[must_use]
pub fn same_report(id: &str, first: &str) -> Message {
    Message::new(
        format!("معرِّف التقرير {id} مستعمل في {first}؛ لم يُفتح هذا الملف، فأعطه معرِّفاً آخر"),
        format!("{first} already is report {id}; this file was not opened, give it another id"),
    )
}

/// Two registries.
#[must_use]
pub fn second_registry(first: &str) -> Message {
    Message::new(
        format!("قُرئ السجل من {first}؛ لم يُفتح هذا الملف، فاجمع الاثنين في ملف واحد"),
        format!(
            "the registry was read from {first}; this file was not opened, make one of the two"
        ),
    )
}

/// It is no YAML.
#[must_use]
pub fn syntax(detail: &str) -> Wrong {
    let detail = without_place(detail);
    Wrong::new(
        Message::new(
            format!("صيغة YAML غير سليمة: {detail}"),
            format!("this is not YAML: {detail}"),
        ),
        Message::new(
            "لم يُفتح الملف؛ تحقَّق من المسافات في أول السطر ومن علامات الاقتباس والأقواس",
            "the file was not opened; look at the indentation, the quotes and the brackets",
        ),
    )
}

/// The file is not a map of keys.
#[must_use]
pub fn no_map() -> Wrong {
    Wrong::new(
        Message::new("ليس في الملف مفاتيح", "the file has no keys"),
        Message::new(
            "المطلوب تقرير يبدأ بالمفتاح report؛ لم يُفتح الملف",
            "expected a report, which begins with the key report; the file was not opened",
        ),
    )
}

/// There is no `report`; `registry` where the file looks like a registry.
#[must_use]
pub fn no_head(registry: bool) -> Wrong {
    let expected = if registry {
        Message::new(
            "يبدو سجلاً؛ السجل اسمه registry.yaml",
            "it looks like a registry, which is named registry.yaml",
        )
    } else {
        Message::new(
            "المطلوب المفتاح report وفيه id و kind و title",
            "expected the key report with id, kind and title",
        )
    };
    let what = "المفتاح report مفقود، فلم يُفتح الملف";
    Wrong::new(
        Message::new(
            what,
            "the key report is missing, so the file was not opened",
        ),
        expected,
    )
}

/// The report's id is empty.
#[must_use]
pub fn no_report_id() -> Wrong {
    Wrong::new(
        Message::new(
            "معرِّف التقرير فارغ، فلم يُفتح الملف",
            "the id of the report is empty, so the file was not opened",
        ),
        Message::new(
            "المطلوب كلمة قصيرة مثل c21",
            "expected a short word such as c21",
        ),
    )
}

/// An anchor or alias.
#[must_use]
pub fn alias() -> Wrong {
    Wrong::new(
        Message::new(
            "في الملف مرساة (&) أو إحالة (*)، فلم يُفتح",
            "the file has an anchor (&) or alias (*), so it was not opened",
        ),
        Message::new(
            "اكتب القيمة في موضعها، أو ضعها بين علامتي اقتباس إن كانت نصاً",
            "write the value where it belongs, in quotes where it is text",
        ),
    )
}

/// Nested too deep.
#[must_use]
pub fn deep() -> Wrong {
    Wrong::new(
        Message::new(
            "القوائم متداخلة أكثر مما يحتاجه أي تقرير، فلم يُفتح الملف",
            "lists are nested deeper than in any report, so the file was not opened",
        ),
        Message::new("المسموح 128 مستوى", "128 levels are allowed"),
    )
}

/// A key stands twice in the same place.
#[must_use]
pub fn key_twice(key: &str) -> Wrong {
    Wrong::new(
        Message::new(
            format!("المفتاح {key} مكرر"),
            format!("the key {key} is given twice"),
        ),
        Message::new(
            "قُرئت القائمتان معاً؛ اجمعهما تحت مفتاح واحد",
            "both lists were read; put them under one key",
        ),
    )
}

/// Under the key stands no list.
#[must_use]
pub fn no_list(key: &str) -> Wrong {
    Wrong::new(
        Message::new(
            format!("ليس تحت المفتاح {key} قائمة"),
            format!("there is no list under the key {key}"),
        ),
        Message::new(
            "المطلوب قائمة، كل عنصر فيها يبدأ بعلامة «-»",
            "expected a list, each entry of which begins with -",
        ),
    )
}

/// A record that cannot be read, in the words of the reader of records.
#[must_use]
pub fn bad_record(detail: &str) -> Wrong {
    let detail = without_place(detail);
    let quoted: Vec<&str> = detail.split('`').skip(1).step_by(2).collect();
    let word = quoted.first().copied().unwrap_or_default();
    let what = if detail.contains("missing field `") {
        Message::new(
            format!("الحقل {word} مفقود"),
            format!("the field {word} is missing"),
        )
    } else if detail.contains("duplicate field `") {
        Message::new(
            format!("الحقل {word} مكرر"),
            format!("the field {word} is given twice"),
        )
    } else if detail.contains("unknown variant `") {
        let choices = quoted.get(1..).unwrap_or_default();
        let near = choices
            .iter()
            .min_by_key(|choice| strsim::osa_distance(word, choice));
        let near = near.filter(|near| strsim::osa_distance(word, near) <= 1 + word.len() / 4);
        let all = choices.join(", ");
        return Wrong {
            what: Message::new(
                format!("القيمة {word} غير معروفة"),
                format!("the value {word} is not known"),
            ),
            expected: Some(Message::new(
                format!("المطلوب واحدة من: {all}"),
                format!("expected one of: {all}"),
            )),
            nearest: near.map(|near| (*near).to_owned()),
        };
    } else {
        Message::new(
            format!("قيمة غير صالحة: {detail}"),
            format!("not a valid value: {detail}"),
        )
    };
    Wrong::new(
        what,
        Message::new(
            "لا يظهر هذا السجل حتى يُصحَّح",
            "this record is not shown until it is mended",
        ),
    )
}

/// The place is told by itself.
fn without_place(detail: &str) -> &str {
    detail.split(" at line ").next().unwrap_or(detail)
}
