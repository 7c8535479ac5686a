//! The words of copying and printing a record, and of where it comes from.

use super::ui::{Counted, LIST_COMMA, arabic_count, found, grouped};
use super::{Message, Phrase};
use crate::report::Language;
use crate::script::isolate;

/// Nothing can be copied.
pub const NOTHING_IN_HAND: Phrase = Phrase::new("لم يُختر سجل", "No record is chosen");

/// Before the report, the item and the place that a record comes from.
pub const CITED: Phrase = Phrase::new("المصدر", "Source");

/// A copy is under way.
#[must_use]
pub fn copying(id: &str) -> Message {
    Message::new(format!("يُنسخ {id}…"), format!("Copying {id}…"))
}

/// A program of the system has taken the text.
#[must_use]
pub fn copied(id: &str, characters: usize) -> Message {
    let size = size(characters);
    Message::new(
        format!("نُسخ {id} ({})", size.ar),
        format!("Copied {id} ({})", size.en),
    )
}

/// The text was sent to the terminal, which does not say whether it takes it.
#[must_use]
pub fn sent(id: &str, characters: usize, key: &str) -> Message {
    let (size, rather) = (size(characters), rather(key));
    Message::new(
        format!("أُرسل {id} إلى الطرفية ({}). {}", size.ar, rather.ar),
        format!("{id} sent to your terminal ({}). {}", size.en, rather.en),
    )
}

/// A program did not take the text, so it was sent to the terminal.
#[must_use]
pub fn sent_instead(tool: &str, id: &str, characters: usize, key: &str) -> Message {
    let sent = sent(id, characters, key);
    Message::new(
        format!("لم يقبله {tool}. {}", sent.ar),
        format!("{tool} did not take it. {}", sent.en),
    )
}

/// tmux has the text, and may have passed it on.
#[must_use]
pub fn in_tmux(id: &str, characters: usize) -> Message {
    let size = size(characters);
    Message::new(
        format!(
            "صار {id} في ذاكرة tmux ({})، وطُلب منه تمريره إلى الطرفية",
            size.ar
        ),
        format!(
            "{id} is in tmux's buffer ({}), and tmux was asked to pass it to your terminal",
            size.en
        ),
    )
}

/// The text is longer than what terminals are known to take, and was not sent.
#[must_use]
pub fn too_long(id: &str, bytes: usize, limit: usize, key: &str) -> Message {
    let noun = Counted {
        dual: "بايتان",
        few: "بايتات",
        many: "بايتاً",
        one: "بايت",
    };
    let length = arabic_count(bytes, &noun);
    let (bytes, limit) = (grouped(bytes), grouped(limit));
    Message::new(
        format!(
            "لم يُنسخ {id}: طوله {length}، وما تقبله الطرفيات يقيناً {limit}؛ {}",
            after_leaving(key).ar
        ),
        format!(
            "Not copied: {id} has {bytes} bytes, and terminals are sure to take {limit}; {}",
            after_leaving(key).en
        ),
    )
}

/// A program did not take the text, and nothing else could.
#[must_use]
pub fn refused(tool: &str, id: &str, key: &str) -> Message {
    Message::new(
        format!("لم يُنسخ {id}: لم يقبله {tool}؛ {}", after_leaving(key).ar),
        format!(
            "Not copied: {tool} did not take {id}; {}",
            after_leaving(key).en
        ),
    )
}

/// A program did not take the text, and the person has left.
#[must_use]
pub fn not_copied(tool: &str, id: &str) -> Message {
    Message::new(
        format!("لم يُنسخ {id}: لم يقبله {tool}"),
        format!("{id} was not copied: {tool} did not take it"),
    )
}

/// A program had not taken the text when the person left.
#[must_use]
pub fn too_late(tool: &str, id: &str) -> Message {
    Message::new(
        format!("لم يُنسخ {id}: لم يقبله {tool} في الوقت المتاح"),
        format!("{id} was not copied: {tool} did not take it in time"),
    )
}

/// There is neither a program that takes the text nor a terminal to send it to.
#[must_use]
pub fn nowhere(id: &str, key: &str) -> Message {
    Message::new(
        format!("لم يُنسخ {id}: لا حافظة هنا؛ {}", after_leaving(key).ar),
        format!(
            "Not copied: there is no clipboard for {id}; {}",
            after_leaving(key).en
        ),
    )
}

/// How many records are to be printed after leaving.
#[must_use]
pub fn to_print(count: usize) -> Message {
    let count = found(count);
    Message::new(
        format!("يُكتب في الطرفية بعد الخروج: {}", count.ar),
        format!("To be printed after leaving: {}", count.en),
    )
}

/// What is left where nothing was copied: the key that prints, as it stands on the keyboard.
fn after_leaving(key: &str) -> Message {
    Message::new(
        format!("والمفتاح {} يكتبه بعد الخروج", isolate(key)),
        format!("{key} prints it after leaving"),
    )
}

/// What works in any terminal.
fn rather(key: &str) -> Message {
    Message::new(
        format!("إن تعذّر لصقه فالمفتاح {} يكتبه بعد الخروج", isolate(key)),
        format!("If it cannot be pasted, {key} prints it after leaving"),
    )
}

/// The size of a text as a person counts it.
fn size(characters: usize) -> Message {
    let noun = Counted {
        dual: "حرفان",
        few: "أحرف",
        many: "حرفاً",
        one: "حرف",
    };
    Message::new(
        arabic_count(characters, &noun),
        match characters {
            1 => "1 character".to_owned(),
            _ => format!("{} characters", grouped(characters)),
        },
    )
}

/// An agenda item by its numbers: `item 27`, `items 11, 12`.
#[must_use]
pub fn item(numbers: &[&str], language: Language) -> String {
    let comma = LIST_COMMA.get(language);
    match (language, numbers) {
        (Language::English, [one]) => format!("item {one}"),
        (Language::English, _) => format!("items {}", numbers.join(comma)),
        (Language::Arabic, [one]) => format!("البند {one}"),
        (Language::Arabic, [one, other]) => format!("البندان {one} و{other}"),
        (Language::Arabic, _) => format!("البنود {}", numbers.join(comma)),
    }
}

/// The Arabic of [`item`] behind a preposition: في البندين 11 و12.
#[must_use]
pub fn behind_preposition(item: &str) -> String {
    match item.strip_prefix("البندان ") {
        Some(numbers) => format!("البندين {numbers}"),
        None => item.to_owned(),
    }
}

/// What an item is called at the beginning of a line, as it is called within one: in item 27.
#[must_use]
pub fn within(item: &str) -> String {
    match item.strip_prefix("Item") {
        Some(rest) => format!("item{rest}"),
        None => item.to_owned(),
    }
}

/// The title of a thing, where it stands in a line among other things.
#[must_use]
pub fn quoted(title: &str, language: Language) -> String {
    match language {
        Language::English => format!("“{title}”"),
        Language::Arabic => format!("«{title}»"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_as_people_count() {
        for (count, ar, en) in [
            (1, "حرف واحد", "1 character"),
            (2, "حرفان", "2 characters"),
            (7, "7 أحرف", "7 characters"),
            (1240, "1,240 حرفاً", "1,240 characters"),
            (1200, "1,200 حرف", "1,200 characters"),
        ] {
            assert_eq!(size(count), Message::new(ar, en));
        }
    }

    #[test]
    fn what_is_too_long_is_told_in_bytes_as_people_count_them() {
        for (bytes, ar) in [
            (74_995, "74,995 بايتاً"),
            (75_003, "75,003 بايتات"),
            (80_000, "80,000 بايت"),
        ] {
            let said = too_long("c21:27", bytes, 74_994, "p");
            assert_eq!(
                said.ar,
                format!(
                    "لم يُنسخ c21:27: طوله {ar}، وما تقبله الطرفيات يقيناً 74,994؛ والمفتاح {} يكتبه \
                     بعد الخروج",
                    isolate("p")
                )
            );
        }
        assert_eq!(
            too_long("c21:27", 80_000, 74_994, "p").en,
            "Not copied: c21:27 has 80,000 bytes, and terminals are sure to take 74,994; p prints \
             it after leaving"
        );
    }

    #[test]
    fn items_are_named_by_their_numbers() {
        assert_eq!(item(&["27"], Language::English), "item 27");
        assert_eq!(item(&["11", "12"], Language::English), "items 11, 12");
        assert_eq!(item(&["11", "12"], Language::Arabic), "البندان 11 و12");
        assert_eq!(item(&["1", "2", "3"], Language::Arabic), "البنود 1، 2، 3");
    }
}
