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
            screen.message().contains("typed before"),
            "{}",
            screen.message()
        );
        screen.keys("< a paper> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = "items [eg-itrs] recommendations [eg-itrs/r3] text en";
        assert_eq!(value(&folder, at), "prepare a paper");
        // What was added is not offered again; what was emptied neither.
        screen.keys("@");
        assert_eq!(screen.typed(), "@");
        screen.keys("esc +");
        assert_eq!(screen.typed(), "+note so it was");
        screen.keys("ctrl-u <+> esc +");
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
