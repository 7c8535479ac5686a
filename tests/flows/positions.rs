//! Positions: one is written in one line, and an item has one at most.

use majlis::app::Layer;
use majlis::report::Language::{self, Arabic, English};

use crate::desk::{desk, desk_of, file, go, value};
use crate::harness::Screen;

/// What is said where item 27 is to get another position.
const HAS: [(Language, &str); 2] = [
    (English, "Item 27 has a position already, delivered"),
    (Arabic, "للبند 27 موقف مسجَّل، ومرحلته: قُدِّم"),
];

/// The field that is open, by its keys.
fn open(screen: &Screen) -> String {
    match screen.app.layer() {
        Some(Layer::Field(field)) => field.target.path.join("."),
        _ => String::new(),
    }
}

#[test]
fn a_position_is_written_in_one_line() {
    for (language, line, stance, side, text) in [
        (
            English,
            "position oppose No more groups",
            "oppose",
            "en",
            "No more groups",
        ),
        (
            English,
            "pos support We are for it",
            "support",
            "en",
            "We are for it",
        ),
        (
            Arabic,
            "موقف تأييد نؤيد هذا المشروع",
            "support",
            "ar",
            "نؤيد هذا المشروع",
        ),
        // The wording is in the script that is typed.
        (
            English,
            "مو معارضة لا حاجة إليه",
            "oppose",
            "ar",
            "لا حاجة إليه",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        screen.keys("+").type_in(line);
        // It is shown what it comes to, the stage too.
        let (place, stage) = match language {
            English => ("c21:eg-itrs", "Stage: draft"),
            Arabic => ("c21:eg-itrs", "المرحلة: مسودة"),
        };
        assert!(
            screen.shows(place) && screen.shows(stage),
            "{:#?}",
            screen.text()
        );
        screen.keys("enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let of = |field: &str| value(&folder, &format!("items [eg-itrs] position {field}"));
        assert_eq!(
            (of("stance").as_str(), of("status").as_str()),
            (stance, "draft")
        );
        assert_eq!(of(&format!("text {side}")), text);
        screen.keys("u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

/// For or against is asked where it is not said, and never taken for granted.
#[test]
fn who_says_not_whether_for_or_against_is_asked() {
    for (language, asked) in [
        (
            English,
            "type one of these and a colon before the text: support, oppose, amend, defer, neutral",
        ),
        (
            Arabic,
            "اكتب قبل النص، وبعده نقطتان، واحداً من: تأييد، معارضة، تعديل، إرجاء، حياد",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        screen.keys("+ <position We are for it> enter");
        assert_eq!(screen.layer(), "quick");
        let said = screen.message_in(language);
        assert!(said.ends_with(asked), "{said}");
        assert_eq!(file(&folder, "c21.yaml"), before);
        screen.keys("home right*10 <support > enter");
        assert_eq!(
            screen.layer(),
            "",
            "{} {}",
            screen.typed(),
            screen.message()
        );
        let text = value(&folder, "items [eg-itrs] position text en");
        assert_eq!(text, "We are for it");
    }
}

/// An item that has a position gets no other: it is said, and its form is opened; what was typed is kept.
#[test]
fn a_line_for_an_item_that_has_a_position_opens_that() {
    for (language, has) in HAS {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("+ <position support Another one>");
        assert!(screen.shows(has), "{:#?}", screen.text());
        screen.keys("enter");
        assert_eq!(screen.layer(), "form");
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form");
        };
        assert_eq!(form.record(), Some("c21:27/position"));
        assert!(screen.message_in(language).contains(has));
        screen.keys("esc +");
        assert_eq!(screen.typed(), "+position support Another one");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

/// Who wants a new position where there is one is told so, and types into its wording: nothing runs as keys.
#[test]
fn who_wants_a_new_position_where_there_is_one_is_told_and_types_into_it() {
    for (language, has) in HAS {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("n p");
        assert!(
            screen.message_in(language).contains(has),
            "{}",
            screen.message()
        );
        assert_eq!(open(&screen), format!("text.{}", language.code()));
        let wording = screen.typed();
        screen.keys("< It is time, Morocco quit>");
        assert_eq!(
            screen.typed(),
            format!("{wording} It is time, Morocco quit")
        );
        assert_eq!(screen.app.language, language);
        screen.keys("esc esc");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

/// The title of a form keeps its end, which names the item; it begins with a capital letter.
#[test]
fn a_title_names_the_item_where_there_is_little_room() {
    for (language, title, named) in [
        (English, "Wording (en) · … in item 27", "Position · Item 27"),
        (
            Arabic,
            "النص (عربي) · … جديدة في البند 27",
            "موقف · البند 27",
        ),
    ] {
        let (_folder, mut screen) = desk_of(language, (80, 24));
        go(&mut screen, "c21:27");
        screen.keys("n r");
        assert!(screen.shows(title), "{:#?}", screen.text());
        screen.keys("esc esc");
        go(&mut screen, "c21:27/position");
        screen.keys("e");
        assert!(screen.shows(named), "{:#?}", screen.text());
    }
    let (_folder, mut screen) = desk(English);
    go(&mut screen, "c21:27");
    screen.keys("n n");
    assert!(
        screen.shows("Person · New nomination in item 27"),
        "{:#?}",
        screen.text()
    );
    // One that has several numbers is called by all of them.
    screen.keys("esc esc");
    go(&mut screen, "c21:11");
    screen.keys("n t");
    assert!(screen.shows("in items 11, 12"), "{:#?}", screen.text());
    screen.keys("esc esc");
    go(&mut screen, "c21:27");
    // Of another report than the one in hand the report is said too.
    screen.keys("@ <tech-sec old words> esc");
    go(&mut screen, "c24:lldc-conference");
    screen.keys("@");
    assert!(
        screen.message().contains("at item 27 (c21)"),
        "{}",
        screen.message()
    );
    let arabic = majlis::script::without_isolates(&screen.message_in(Arabic));
    assert!(arabic.contains("في البند 27 (c21)"), "{arabic}");
}

/// What was done is told by the number of the item, and with its report where another is in hand.
#[test]
fn what_was_done_is_told_by_the_number_of_the_item() {
    for (language, added, agreed, gone) in [
        (
            English,
            "Added: position in items 11, 12",
            "Items 11, 12, Stage: agreed (was: draft)",
            "Position in items 11, 12: removed",
        ),
        (
            Arabic,
            "إضافة موقف في البندين 11 و12",
            "البندان 11 و12، المرحلة: متفق عليه (كان: مسودة)",
            "حذف موقف في البندين 11 و12",
        ),
    ] {
        let (_folder, mut screen) = desk(language);
        let said = |screen: &Screen| majlis::script::without_isolates(&screen.message_in(language));
        go(&mut screen, "c21:11");
        screen.keys("+ <position support We are for it> enter");
        assert!(said(&screen).contains(added), "{}", said(&screen));
        screen.keys("A");
        assert!(said(&screen).contains(agreed), "{}", said(&screen));
        screen.keys("2 X j enter");
        assert!(said(&screen).contains(gone), "{}", said(&screen));
    }
}
