//! What is said while a large library is read.

use std::time::Duration;

use super::ui::{Counted, arabic_count, grouped};
use super::{Message, Phrase};

/// The key that leaves the loading to the background does this.
pub const TO_BACKGROUND: Phrase = Phrase::new("إلى الخلفية", "to the background");

/// Behind a count that goes up for as long as the library is read.
pub const SO_FAR: Phrase = Phrase::new("حتى الآن", "so far");

/// Where nothing was found in what has been read.
pub const NOTHING_YET: Phrase = Phrase::new(
    "لا نتيجة حتى الآن، وما زالت الملفات تُقرأ",
    "Nothing so far: still reading the files",
);

/// How many files of how many have been read.
#[must_use]
pub fn files(read: usize, of: usize) -> Message {
    let noun = Counted {
        dual: "ملفين",
        few: "ملفات",
        many: "ملفاً",
        one: "ملف",
    };
    let ar = match of {
        1 => "ملف واحد".to_owned(),
        2 => format!("{read} من {}", noun.dual),
        _ => format!("{} من {}", grouped(read), arabic_count(of, &noun)),
    };
    let en = match of {
        1 => "1 file".to_owned(),
        _ => format!("{} of {} files", grouped(read), grouped(of)),
    };
    Message::new(ar, en)
}

/// How long it will still take: whole seconds up to a minute and a half, then whole minutes, both
/// rounded up.
#[must_use]
pub fn left(left: Duration) -> Message {
    let seconds = (left.as_millis().div_ceil(1000)).max(1);
    let seconds = usize::try_from(seconds).unwrap_or(usize::MAX);
    let minute = Counted {
        dual: "دقيقتان",
        few: "دقائق",
        many: "دقيقةً",
        one: "دقيقة",
    };
    let second = Counted {
        dual: "ثانيتان",
        few: "ثوانٍ",
        many: "ثانيةً",
        one: "ثانية",
    };
    let (ar, en) = match seconds {
        // "One" stands behind its noun in the feminine.
        1 => ("ثانية واحدة".to_owned(), "1 s".to_owned()),
        2..=90 => (arabic_count(seconds, &second), format!("{seconds} s")),
        _ => {
            let minutes = seconds.div_ceil(60);
            (arabic_count(minutes, &minute), format!("{minutes} min"))
        }
    };
    Message::new(format!("المتبقي {ar}"), format!("{en} left"))
}

/// How much of the files has been read, in whole percent.
#[must_use]
pub fn percent(percent: u64) -> Message {
    Message::new(format!("قُرئ {percent}%"), format!("{percent}% read"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_rounded_up_and_counted_right() {
        for (millis, ar, en) in [
            (0, "المتبقي ثانية واحدة", "1 s left"),
            (1_001, "المتبقي ثانيتان", "2 s left"),
            (7_200, "المتبقي 8 ثوانٍ", "8 s left"),
            (12_000, "المتبقي 12 ثانيةً", "12 s left"),
            (90_000, "المتبقي 90 ثانيةً", "90 s left"),
            (90_001, "المتبقي دقيقتان", "2 min left"),
            (121_000, "المتبقي 3 دقائق", "3 min left"),
        ] {
            let said = left(Duration::from_millis(millis));
            assert_eq!((said.ar.as_str(), said.en.as_str()), (ar, en));
        }
    }

    #[test]
    fn files_are_counted_right() {
        for (read, of, ar, en) in [
            (0, 1, "ملف واحد", "1 file"),
            (1, 2, "1 من ملفين", "1 of 2 files"),
            (3, 8, "3 من 8 ملفات", "3 of 8 files"),
            (3, 98, "3 من 98 ملفاً", "3 of 98 files"),
            (312, 1000, "312 من 1,000 ملف", "312 of 1,000 files"),
        ] {
            let said = files(read, of);
            assert_eq!((said.ar.as_str(), said.en.as_str()), (ar, en));
        }
    }
}
