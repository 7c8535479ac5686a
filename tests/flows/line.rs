//! The line that is read as a whole: what is left in it, and dates that there are not.

use majlis::report::Language;

use crate::desk::{BOTH, desk, file, go, value};
use crate::harness::Screen;

fn said(screen: &Screen, language: Language) -> String {
    let message = screen.app.message.as_ref();
    message.map_or_else(String::new, |message| message.get(language).to_owned())
}

#[test]
fn a_line_that_was_left_is_offered_again() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@ <tech-sec prepare> esc");
        assert_eq!(screen.layer(), "");
        assert!(
            screen.message().contains("will be here"),
            "{}",
            screen.message()
        );
        // One of the other sign is another.
        screen.keys("+");
        assert_eq!(screen.typed(), "+");
        screen.keys("<note so it was> esc @");
        assert_eq!(screen.typed(), "@tech-sec prepare");
        assert!(
            screen.message().contains("left this before"),
            "{}",
            screen.message()
        );
        // It is selected: a step of the caret keeps it.
        screen.keys("end < a paper> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = "items [eg-itrs] recommendations [eg-itrs/r3] text en";
        assert_eq!(value(&folder, at), "prepare a paper");
        // What was added is not offered again; what was emptied neither.
        screen.keys("@");
        assert_eq!(screen.typed(), "@");
        screen.keys("esc +");
        assert_eq!(screen.typed(), "+note so it was");
        screen.keys("end ctrl-u <+> esc +");
        assert_eq!(screen.typed(), "+");
        screen.keys("esc u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn a_weekday_that_does_not_fit_its_date_is_told() {
    // 11 June 2021 was a Friday.
    for (language, wrong, why, right) in [
        (
            Language::English,
            "Thursday 11 June",
            "“Thursday 11 June”: 11 June 2021 is a Friday",
            "Friday 11 June",
        ),
        (
            Language::Arabic,
            "الخميس 11 يونيو",
            "«الخميس 11 يونيو»: 11 يونيو 2021 يوم الجمعة",
            "الجمعة 11 يونيو",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        screen.keys(&format!("@ <tech-sec {wrong} a paper>"));
        assert!(screen.shows("11"), "{:?}", screen.text());
        screen.keys("enter");
        assert_eq!(screen.layer(), "quick");
        assert_eq!(said(&screen, language), why);
        assert_eq!(file(&folder, "c21.yaml"), before);
        screen.keys(&format!("ctrl-u <@tech-sec {right} a paper> enter"));
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let rec = "items [eg-itrs] recommendations [eg-itrs/r3]";
        assert_eq!(value(&folder, &format!("{rec} due")), "2021-06-11");
        assert_eq!(value(&folder, &format!("{rec} text en")), "a paper");
    }
}

#[test]
fn the_sign_of_a_line_stays_whatever_is_erased() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        for erase in [
            "ctrl-u",
            "ctrl-w ctrl-w ctrl-w",
            "backspace*40",
            "ctrl-a delete*40",
        ] {
            screen.keys("@ <nobody do it>").keys(erase);
            assert_eq!(screen.typed(), "@", "{erase}");
            screen.keys("esc");
        }
        screen.keys("@ <nobody do it> ctrl-u <tech-sec prepare a paper> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = "items [eg-itrs] recommendations [eg-itrs/r3] text en";
        assert_eq!(value(&folder, at), "prepare a paper");
    }
}

/// By September, at the end, is until when, and is shown so before Enter; what may be a part of the
/// text is one, and that is said.
#[test]
fn a_date_at_the_end_of_a_line_is_shown_as_what_it_is() {
    for (language, due, said) in [
        (
            Language::English,
            "Due: September 2021",
            "is a part of the text and no due date",
        ),
        (Language::Arabic, "سبتمبر 2021", "جزء من النص وليس الموعد"),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:52");
        screen.keys("@ <tech-sec prepare the minutes of September>");
        assert!(screen.shows(said), "{:#?}", screen.text());
        assert!(!screen.shows(due));
        screen.keys("ctrl-u <tech-sec prepare the paper by September>");
        assert!(screen.shows(due), "{:#?}", screen.text());
        screen.keys("enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let of = |field: &str| {
            value(
                &folder,
                &format!("items [52] recommendations [52/r2] {field}"),
            )
        };
        assert_eq!(of("due"), "2021-09");
        assert_eq!(of("text en"), "prepare the paper");
    }
}

/// What was left another time is selected: who types writes it over, and it is not lost by that.
#[test]
fn what_was_left_is_selected_and_typing_takes_its_place() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@ <tech-sec old words> esc @");
        // It can be seen to be selected without a colour.
        let reversed = |screen: &Screen| {
            let cells = screen.buffer.content.iter();
            let reversed = |cell: &&ratatui::buffer::Cell| {
                let sign = cell.symbol() != " " && !cell.symbol().is_empty();
                sign && cell.modifier.contains(ratatui::style::Modifier::REVERSED)
            };
            cells
                .filter(reversed)
                .map(|cell| cell.symbol())
                .collect::<String>()
        };
        assert!(reversed(&screen).contains("old"), "{}", reversed(&screen));
        let said = said(&screen, language);
        assert!(said.contains("End"), "{said}");
        screen.keys("<EGY new words>");
        assert_eq!(screen.typed(), "@EGY new words");
        // It comes back by undoing, a word at a time.
        screen.keys("ctrl-_*3");
        assert_eq!(screen.typed(), "@tech-sec old words");
        // Left so, both are kept, and the one typed last comes first.
        screen.keys("<EGY new words> esc @");
        assert_eq!(screen.typed(), "@EGY new words");
        screen.keys("enter");
        let at = "items [eg-itrs] recommendations [eg-itrs/r3] text en";
        assert_eq!(value(&folder, at), "new words");
        // A step of the caret keeps what is offered.
        for step in ["end", "right", "left", "ctrl-e"] {
            screen.keys("@");
            assert_eq!(screen.typed(), "@tech-sec old words", "{step}");
            screen.keys(step).keys("<x>");
            let typed = screen.typed();
            assert_eq!(
                typed.len(),
                "@tech-sec old words".len() + 1,
                "{step} {typed}"
            );
            screen.keys("backspace esc");
        }
        // Once it is added it is gone, also where it was written over and brought back.
        screen.keys("@ <x> ctrl-_ enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        screen.keys("@");
        assert_eq!(screen.typed(), "@");
        // So is what was written over by a line that was added.
        screen.keys("<tech-sec old words> esc @ <EGY other words> enter @");
        assert_eq!(screen.typed(), "@", "{}", screen.message());
    }
}

/// Who acts is named behind the word for what is added as well; where nobody is, that is said.
#[test]
fn a_recommendation_by_its_word_says_who_acts() {
    for (language, nobody) in [
        (Language::English, "Nobody is named who is to act"),
        (Language::Arabic, "لم يُذكر من يُكلَّف به"),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("+ <rec tech-sec prepare a paper>");
        assert!(!screen.shows(nobody), "{:#?}", screen.text());
        screen.keys("enter");
        let of = |field: &str| {
            let at = format!("items [eg-itrs] recommendations [eg-itrs/r3] {field}");
            value(&folder, &at)
        };
        assert_eq!(
            (of("to"), of("text en")),
            ("[\"tech-sec\"]".to_owned(), "prepare a paper".to_owned())
        );
        screen.keys("+ <rec prepare a paper>");
        assert!(screen.shows(nobody), "{:#?}", screen.text());
    }
}

/// What was left is not lost where it is erased with one key: it is offered again. Who wants it away goes to
/// it first.
#[test]
fn what_was_left_and_is_erased_at_once_is_offered_again() {
    for language in BOTH {
        for erase in ["backspace", "delete", "ctrl-u", "ctrl-w"] {
            let (_folder, mut screen) = desk(language);
            go(&mut screen, "c21:eg-itrs");
            screen.keys("@ <tech-sec old words> esc @").keys(erase);
            assert_eq!(screen.typed(), "@", "{erase}");
            screen.keys("esc @");
            assert_eq!(screen.typed(), "@tech-sec old words", "{erase}");
            // Until another is added in its place.
            screen.keys(erase).keys("<EGY new words> enter @");
            assert_eq!(screen.typed(), "@", "{erase}");
            screen.keys("<tech-sec more words> esc @ end ctrl-u esc");
            assert_eq!(screen.message(), "What was left here is thrown away");
            screen.keys("@");
            assert_eq!(screen.typed(), "@", "{erase}");
        }
    }
}

/// The same words that are added at one item stay where they were left at another.
#[test]
fn the_same_words_left_at_another_item_stay() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("@ <tech-sec prepare a paper> esc");
        go(&mut screen, "c21:eg-itrs");
        // Typed over what is offered.
        screen.keys("@ <tech-sec prepare a paper> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        go(&mut screen, "c21:27");
        screen.keys("@");
        assert_eq!(screen.typed(), "@tech-sec prepare a paper");
    }
}

/// What was left at one item and is offered at another says where it was left.
#[test]
fn what_was_left_at_another_item_says_so() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@ <tech-sec old words> esc @");
        assert!(!said(&screen, language).contains("c21:eg-itrs"));
        screen.keys("esc");
        go(&mut screen, "c21:27");
        screen.keys("@");
        let told = said(&screen, language);
        assert!(told.contains("c21:eg-itrs"), "{told}");
        // Left as it is, it stays that item's.
        screen.keys("esc @");
        let told = said(&screen, language);
        assert!(told.contains("c21:eg-itrs"), "{told}");
        // What is added here takes the place of nothing that was left there.
        screen.keys("<EGY new words> enter");
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@");
        assert_eq!(screen.typed(), "@tech-sec old words");
    }
}

/// Typed over and brought back, it is still that of the item at which it was left.
#[test]
fn what_is_brought_back_is_of_the_item_at_which_it_was_left() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@ <tech-sec old words> esc");
        go(&mut screen, "c21:27");
        for keys in ["<x> ctrl-_", "<x> ctrl-_ <y> ctrl-_", "ctrl-u ctrl-_"] {
            screen.keys("@").keys(keys);
            assert_eq!(screen.typed(), "@tech-sec old words", "{keys}");
            screen.keys("esc @");
            let told = said(&screen, language);
            assert!(told.contains("c21:eg-itrs"), "{keys}: {told}");
            screen.keys("esc");
        }
        // Both are kept, each with its own.
        screen.keys("@ <EGY new words> esc @");
        assert_eq!(screen.typed(), "@EGY new words");
        assert!(!said(&screen, language).contains("c21:"));
        screen.keys("esc @");
        assert_eq!(screen.typed(), "@tech-sec old words");
        let told = said(&screen, language);
        assert!(told.contains("c21:eg-itrs"), "{told}");
        // Who goes on with it here, has it here.
        screen.keys("end <, and more> esc @");
        assert_eq!(screen.typed(), "@tech-sec old words, and more");
        assert!(!said(&screen, language).contains("c21:"));
    }
}
