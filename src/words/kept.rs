//! Where that lies which was typed and not written.

use super::{Message, Phrase};
use crate::script::apart;

/// So many texts were kept before the program was started, and where the last of them lies.
#[must_use]
pub fn kept_before(count: usize, last: &str) -> Message {
    match count {
        1 => Message::new(
            format!(
                "ما كتبته في المرة السابقة ولم يُحفظ موجود في {}",
                apart(last, true)
            ),
            format!("What you typed the last time and did not save is in {last}"),
        ),
        _ => Message::new(
            format!(
                "نصوص كتبتها من قبل ولم تُحفظ: {count}، وآخرها في {}",
                apart(last, true)
            ),
            format!("Texts that you typed before and did not save: {count}, the last in {last}"),
        ),
    }
}

/// What was typed and not saved when the program was left: of which records, and where it is kept;
/// else the text itself.
#[must_use]
pub fn typed_kept(of: &[&str], kept: &Result<std::path::PathBuf, String>) -> Message {
    match kept {
        Ok(path) => {
            let (of, path) = (listed(of), path.display().to_string());
            Message::new(
                format!(
                    "كُتب ولم يُحفظ: {}؛ بقيت منه نسخة في {}",
                    of.ar,
                    apart(&path, true)
                ),
                format!("Typed and not saved: {}; a copy is in {path}", of.en),
            )
        }
        Err(text) => Message::new(
            format!("كُتب ولم يُحفظ، وتعذّر الاحتفاظ بنسخة منه:\n{text}"),
            format!("Typed and not saved, and no copy could be kept:\n{text}"),
        ),
    }
}

/// What was typed and not saved before is back in its place: of which records.
#[must_use]
pub fn typed_back(of: &[impl AsRef<str>]) -> Message {
    let of = listed(of);
    Message::new(
        format!("عاد إلى مكانه ما كُتب ولم يُحفظ: {}", of.ar),
        format!(
            "What was typed and not saved is back in its place: {}",
            of.en
        ),
    )
}

/// What was typed and not saved when the program was left: it is back at the next start, and lies there
/// until then.
#[must_use]
pub fn typed_stays(of: &[&str], path: &str) -> Message {
    let of = listed(of);
    Message::new(
        format!(
            "كُتب ولم يُحفظ: {}؛ يعود إلى مكانه عند فتح البرنامج من جديد، وهو حتى ذلك الحين في {}",
            of.ar,
            apart(path, true)
        ),
        format!(
            "Typed and not saved: {}; it is back in its place at the next start, and until then in {path}",
            of.en
        ),
    )
}

/// What was typed and not saved, in a program that only reads, or tells in lines: where it lies.
#[must_use]
pub fn typed_lies(paths: &[String]) -> Message {
    let paths = listed(paths);
    Message::new(
        format!(
            "ما كُتب في هذه المكتبة ولم يُحفظ موجود في {}، ويعود إلى مكانه عند فتحها للتعديل على الشاشة",
            paths.ar
        ),
        format!(
            "What was typed in this library and not saved is in {}; it is back in its place when the library is opened on the screen to be changed",
            paths.en
        ),
    )
}

/// What was typed and not saved, and may be of this library; that is not known, so that it is not put into any
/// place: where it lies.
#[must_use]
pub fn typed_perhaps(path: &str) -> Message {
    Message::new(
        format!(
            "نص كُتب ولم يُحفظ موجود في {}، وقد يكون لهذه المكتبة حين كان لمجلدها اسم آخر",
            apart(path, true)
        ),
        format!(
            "What was typed and not saved, perhaps in this library when its folder had another name, is in {path}"
        ),
    )
}

/// What was typed and not saved in a folder elsewhere, and of which the same record is here: of what, and where
/// it lies.
#[must_use]
pub fn typed_elsewhere(of: &[String], path: &str) -> Message {
    let of = listed(of);
    Message::new(
        format!(
            "كُتب في مجلد آخر ولم يُحفظ، والسجل نفسه موجود هنا: {}. وهو في {}",
            of.ar,
            apart(path, true)
        ),
        format!(
            "Typed in another folder and not saved, and the same record is here: {}. It is in {path}",
            of.en
        ),
    )
}

/// What was typed elsewhere and has no place here, or one in which something else is typed: it stays where it is.
#[must_use]
pub fn stays_elsewhere(of: &[String], path: &str) -> Message {
    let of = listed(of);
    Message::new(
        format!(
            "لا مكان له هنا أو في مكانه نص آخر: {}. وهو باقٍ في {}",
            of.ar,
            apart(path, true)
        ),
        format!(
            "It has no place here, or another text is in it: {}. It stays in {path}",
            of.en
        ),
    )
}

/// Whether that is to be put into its place here.
pub const PUT_HERE: Phrase =
    Phrase::new("أيوضع النص غير المحفوظ هنا؟", "Put the unsaved text here?");
/// It stays where it lies.
pub const LEAVE_IT: Phrase = Phrase::new("يُترك حيث هو", "Leave it where it is");
/// It is put into its place, and not saved.
pub const PUT_IT_HERE: Phrase = Phrase::new(
    "يوضع في مكانه هنا، ولا يُحفظ قبل مراجعته",
    "Put it into its place here, to be read before it is saved",
);

/// Nothing is kept of what is being typed, for the state folder cannot be written.
pub const KEEPS_NOTHING: Phrase =
    Phrase::new("تعذّر حفظ نسخة مما يُكتب", "no copy of what is typed is kept");

/// Names in a row.
fn listed(of: &[impl AsRef<str>]) -> Message {
    let all = |comma: &str, rtl| {
        let of = of.iter().map(|of| apart(of.as_ref(), rtl));
        of.collect::<Vec<_>>().join(comma)
    };
    Message::new(all("، ", true), all(", ", false))
}

/// A change that may not have been written when the program was left, and where it is kept.
#[must_use]
pub fn left_behind(record: &str, copy: Option<&str>) -> Message {
    let ar = apart(record, true);
    match copy {
        Some(copy) => Message::new(
            format!(
                "قد لا يكون تعديل {ar} قد كُتب؛ ما كتبته محفوظ في {}",
                apart(copy, true)
            ),
            format!(
                "The change of {record} may not have been written; what you wrote is kept in {copy}"
            ),
        ),
        None => Message::new(
            format!("قد لا يكون تعديل {ar} قد كُتب"),
            format!("The change of {record} may not have been written"),
        ),
    }
}
