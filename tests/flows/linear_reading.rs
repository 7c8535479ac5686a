//! The state told in lines: the detail, the help, what is wrong with files; and whatever is pressed.

use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::app::key::Press;
use majlis::library::{Library, Source};
use majlis::linear;
use majlis::report::Language;
use proptest::prelude::*;

use crate::desk::{another, desk};
use crate::harness::built_in;
use crate::linear::{FIRST_AR, FIRST_EN, Lines};

#[test]
fn the_detail_is_read_line_by_line_and_by_headings() {
    let mut lines = Lines::english();
    assert_eq!(
        lines.keys("enter"),
        ["Item c21:52, 32 lines", "ICT Development Index (IDI)"]
    );
    assert_eq!(lines.keys("j"), ["Number: 52"]);
    assert_eq!(lines.keys("j"), ["Position, heading"]);
    assert_eq!(lines.keys("j"), ["For or against: + support"]);
    assert_eq!(lines.keys("pagedown"), ["Recommendations, heading"]);
    assert_eq!(lines.keys("pageup"), ["Position, heading"]);
    assert_eq!(lines.keys("k"), ["Number: 52"]);
    let last = lines.keys("G");
    assert_eq!(last, ["Place in the source: section 2, table 1, row 1"]);
    assert_eq!(lines.keys("j"), last);
    let mut lines = Lines::arabic();
    assert_eq!(
        lines.keys("enter"),
        [
            "بند c21:52، 32 سطراً",
            "المؤشر القياسي لتنمية تكنولوجيا المعلومات والاتصالات",
        ]
    );
    assert_eq!(lines.keys("j j"), ["الموقف، عنوان"]);
}

#[test]
fn a_link_is_said_to_be_one_and_is_followed_only_where_one_is() {
    let mut lines = Lines::english();
    lines.keys("enter pagedown pagedown");
    let note = "Tunisia submitted a working paper supporting ITU's methodology and calling for some \
                changes to the indicators. (c21:52/n1), link";
    assert_eq!(lines.keys("pagedown"), ["Notes, heading"]);
    assert_eq!(lines.keys("j"), [note]);
    assert_eq!(lines.keys("j"), ["By: Tunisia (TUN), link"]);
    // A heading is no link: the one before is not in hand any more.
    let heading = lines.keys("j");
    assert!(heading[0].ends_with(", heading"), "{heading:?}");
    assert_eq!(lines.keys("enter"), heading);
    assert_eq!(lines.keys("k"), ["By: Tunisia (TUN), link"]);
    let followed = lines.keys("enter");
    assert_eq!(followed[0], "Directory");
    assert!(followed[1].starts_with("Country TUN, "), "{followed:?}");
    assert_eq!(followed[2], "Tunisia");
    // Back at the line from which it was followed.
    assert_eq!(
        lines.keys("["),
        [
            "Council",
            "Item c21:52, 32 lines",
            "By: Tunisia (TUN), link"
        ]
    );
    assert_eq!(
        lines.keys("esc"),
        [format!("Agenda items, 1 of 75: {FIRST_EN}")]
    );
}

#[test]
fn every_line_of_the_detail_is_met_on_the_way_down_and_up() {
    for language in [Language::English, Language::Arabic] {
        let mut lines = Lines::of(built_in(), language);
        let opened = lines.keys("/ <c24:ai> enter");
        let count = lines.app.seen().detail.lines;
        assert!(opened[0].contains(&count.to_string()), "{opened:?}");
        let mut down = vec![opened[1].clone()];
        down.extend((1..count).map(|_| lines.keys("j").swap_remove(0)));
        assert_eq!(lines.keys("j"), [down[count - 1].clone()], "the end");
        let mut up: Vec<String> = (1..count).map(|_| lines.keys("k").swap_remove(0)).collect();
        up.reverse();
        assert_eq!(up, down[..count - 1]);
    }
}

#[test]
fn the_detail_in_both_languages_is_read_in_both() {
    let mut lines = Lines::english();
    lines.keys("enter");
    let said = lines.keys("d");
    assert_eq!(said[0], "Detail in both languages");
    assert_eq!(said[1], "ICT Development Index (IDI)");
    assert_eq!(
        lines.keys("j"),
        ["المؤشر القياسي لتنمية تكنولوجيا المعلومات والاتصالات"]
    );
}

#[test]
fn the_help_is_a_plain_list_of_every_command() {
    for (mut lines, first, group, down, last) in [
        (
            Lines::english(),
            "Help",
            "Find and narrow, heading",
            "↓, j: Down (down)",
            "Type to narrow the list; Esc closes it",
        ),
        (
            Lines::arabic(),
            "المساعدة",
            "البحث والتصفية، عنوان",
            "↓، j: سطر إلى أسفل (down)",
            "اكتب لتضييق القائمة؛ والمفتاح Esc يغلقها",
        ),
    ] {
        let help = lines.keys("?");
        assert_eq!(help[0], first);
        assert_eq!(help[1], group);
        assert!(help.iter().any(|line| line == down), "{help:#?}");
        let headings = help
            .iter()
            .filter(|line| line.ends_with(", heading") || line.ends_with("، عنوان"))
            .count();
        assert_eq!(headings, 12);
        let commands = majlis::app::command::COMMANDS.len();
        assert_eq!(help.len(), 1 + headings + commands + 1);
        assert_eq!(help[help.len() - 1], last);
        // Narrowed, it still names what can be typed.
        assert!(lines.keys("<Ctrl-Z>")[0].ends_with(" (suspend)"));
    }
}

#[test]
fn the_first_of_two_keys_says_what_can_follow() {
    let mut lines = Lines::english();
    let said = lines.keys("v");
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("v …: v Items, positions, nominations, recommendations, o Outline")
    );
    assert_eq!(lines.keys("c")[0], "Calendar");
    // On an Arabic keyboard by its letters: v is ر, o is خ.
    let mut lines = Lines::arabic();
    let said = lines.keys("ر");
    assert!(said[0].starts_with("ر …: ر "), "{said:?}");
    assert!(said[0].contains("، خ أقسام التقارير وفقراتها"), "{said:?}");
    let mut lines = Lines::english();
    // A key without a command says so, each time.
    for _ in 0..2 {
        assert_eq!(
            lines.keys("%"),
            ["No command on this key. Press ? for help"]
        );
    }
}

#[test]
fn in_a_calendar_the_date_comes_first_and_in_an_outline_the_level_is_said() {
    let mut lines = Lines::english();
    assert_eq!(lines.keys("v o")[0], "Outline");
    assert!(lines.keys("j")[0].ends_with(": 1 Introduction (level 1)"));
    assert_eq!(lines.keys("v c")[0], "Calendar");
    lines.keys("g");
    let said = lines.keys("j j j");
    assert!(
        said[0].ends_with(
            ": 2010, conference, Guadalajara, c17: Plenipotentiary Conference (Guadalajara, 2010)"
        ),
        "{said:?}"
    );
}

#[test]
fn the_language_changes_and_all_is_said_anew() {
    let mut lines = Lines::english();
    assert_eq!(
        lines.keys("i"),
        [
            "الواجهة بالعربية",
            "المجلس",
            &format!("بنود جدول الأعمال، 1 من 75: {FIRST_AR}"),
        ]
    );
    assert_eq!(lines.keys("f2")[0], "Interface in English");
}

#[test]
fn what_is_wrong_with_the_files_is_said() {
    let broken = "report:\n  id: g1\n  kind: group-report\n  titel: {ar: أ, en: A}\n";
    let library = Library::from_sources(vec![
        Source::text("registry.yaml", "bodies: []\n"),
        Source::text("g1.yaml", broken),
    ]);
    let problems = library.problems().len();
    assert!(problems > 0);
    let mut lines = Lines::of(std::sync::Arc::new(Shelf::new(library)), Language::English);
    let start = linear::start(&lines.app);
    assert!(start[1].ends_with("in the files: press !"), "{start:?}");
    let told = lines.keys("!");
    assert_eq!(told[0], "What could not be read");
    assert!(told[1].contains("g1.yaml:"), "{told:?}");
    assert!(lines.keys("esc")[0].contains("none. The open reports have none"));
}

#[test]
fn what_a_file_holds_reaches_nobody_but_as_letters() {
    let evil = "report:\n  id: g1\n  kind: group-report\n  title: {ar: أ, en: A}\n  src: s1\n\
                items:\n  - {id: \"1\", title: {ar: \"\\u202Eب\\e[2J\\u0085ج\", en: \"a\\u009b2Jb\"}, src: s1}\n";
    for language in [Language::English, Language::Arabic] {
        let shelf = std::sync::Arc::new(Shelf::new(Library::from_sources(vec![
            Source::text("registry.yaml", "bodies: []\n"),
            Source::text("g1.yaml", evil),
        ])));
        let mut lines = Lines::of(shelf, language);
        let mut said = linear::start(&lines.app);
        said.extend(lines.keys("enter"));
        assert!(said.len() > 4);
        harmless(&said);
    }
}

/// No line holds anything but what can be read.
fn harmless(lines: &[String]) {
    for line in lines {
        let evil = |c: char| {
            c.is_control()
                || ('\u{200E}'..='\u{200F}').contains(&c)
                || ('\u{2028}'..='\u{202E}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
                || ('\u{FE70}'..='\u{FEFF}').contains(&c)
        };
        assert!(!line.contains(evil), "{line:?}");
    }
}

/// Keys that a person presses, commands and slips alike.
fn any_key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "j",
        "k",
        "h",
        "l",
        "tab",
        "backtab",
        "1",
        "2",
        "3",
        "4",
        "5",
        "g",
        "G",
        "pagedown",
        "pageup",
        "enter",
        "esc",
        "[",
        "]",
        "a",
        "d",
        "z",
        "y",
        "Y",
        "p",
        "f",
        "r",
        "c",
        "b",
        "s",
        "x",
        "v",
        "o",
        "i",
        "f2",
        "B",
        "/",
        "?",
        ":",
        "!",
        "backspace",
        "down",
        "up",
        "ctrl-l",
        "م",
        "27",
        "ض",
        "%",
    ])
}

proptest! {
    #![proptest_config(crate::testing::cases(48))]

    /// Whatever is pressed, something is said that can be read, and never a line that says nothing.
    #[test]
    fn every_key_says_something(keys in prop::collection::vec(any_key(), 1..40), arabic in any::<bool>()) {
        let language = if arabic { Language::Arabic } else { Language::English };
        let mut lines = Lines::of(built_in(), language);
        for name in keys {
            let said = match Press::parse(name) {
                Some(press) => lines.press(press),
                None => lines.keys(&format!("<{name}>")),
            };
            // What is pasted where nothing can be typed is not said to anybody.
            prop_assert!(!said.is_empty() || Press::parse(name).is_none(), "{}", name);
            prop_assert!(said.iter().all(|line| !line.trim().is_empty()));
            harmless(&said);
            let _ = lines.app.take_request();
        }
    }
}

/// What others have just changed is marked on the screen; in lines it is said.
#[test]
fn what_was_just_changed_is_said_to_be_so() {
    for (language, wanted) in [
        (Language::English, "just changed"),
        (Language::Arabic, "تغيّر للتو"),
    ] {
        let (folder, screen) = desk(language);
        let mut lines = Lines { app: screen.app };
        lines.keys("/ <c21:27> enter");
        let said = || linear::whole(&lines.app).join(" ");
        assert!(!said().contains(wanted), "{}", said());
        another(&folder, &["text", "en"], "Cairo");
        let library = Library::open(folder.path());
        let changed = vec!["c21:27".into(), "c21:27/position".into()];
        let shelf = Arc::new(Shelf::new(library));
        let mut app = lines.app;
        app.follow(shelf, changed, Instant::now());
        let said = linear::whole(&app).join(" ");
        assert!(said.contains(wanted), "{said}");
    }
}

/// Where two versions differ is marked on the screen; in lines it is said, place by place.
#[test]
fn where_two_versions_differ_is_said() {
    for (language, wanted) in [
        (
            Language::English,
            [
                "Difference 1 of 2: in the file “oppose”; what you typed “support”",
                "Difference 2 of 2: in the file “Cairo”; what you typed “Geneva”",
            ],
        ),
        (
            Language::Arabic,
            [
                "الفرق 1 من 2: في الملف «نعارض»؛ ما كتبته «نؤيد»",
                "الفرق 2 من 2: في الملف «القاهرة»؛ ما كتبته «جنيف»",
            ],
        ),
    ] {
        let (folder, screen) = desk(language);
        let mut lines = Lines { app: screen.app };
        let [mine, theirs] = match language {
            Language::English => [
                "We support the project in Geneva.",
                "We oppose the project in Cairo.",
            ],
            Language::Arabic => [
                "إننا نؤيد المشروع في جنيف.",
                "إننا نعارض المشروع في القاهرة.",
            ],
        };
        let mine = mine.replace(' ', "_");
        lines.keys(&format!("/ <c21:27/position> enter e enter alt-a <{mine}>"));
        another(&folder, &["text", language.code()], theirs);
        lines.keys("ctrl-s");
        lines.app.settle();
        let said = linear::whole(&lines.app).join("\n");
        for wanted in wanted {
            assert!(said.contains(wanted), "{said}");
        }
    }
}
