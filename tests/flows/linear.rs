//! The state told in lines: what each key says, in both languages.

use majlis::app::key::Press;
use majlis::app::{App, Shelf};
use majlis::library::{Library, Source};
use majlis::linear::{self, Echo, Glance, echo};
use majlis::report::Language;
use majlis::script::Form;
use proptest::prelude::*;

use crate::harness::built_in;

/// The state, told after each key as the loop does it.
struct Lines {
    app: App,
}

impl Lines {
    fn of(shelf: std::sync::Arc<Shelf>, language: Language) -> Self {
        let mut app = App::new(shelf, language, Form::Off);
        app.has_seen(linear::seen(&app));
        Self { app }
    }

    fn english() -> Self {
        Self::of(built_in(), Language::English)
    }

    fn arabic() -> Self {
        Self::of(built_in(), Language::Arabic)
    }

    /// What a key says.
    fn press(&mut self, press: Press) -> Vec<String> {
        let before = Glance::of(&self.app);
        self.app.key(press);
        self.app.has_seen(linear::seen(&self.app));
        let lines = linear::changes(&before, &self.app);
        if lines.is_empty() {
            return linear::again(&self.app);
        }
        lines
    }

    /// What the last of these keys says; letters in `<…>` are pasted.
    fn keys(&mut self, keys: &str) -> Vec<String> {
        let mut said = Vec::new();
        for name in keys.split(' ') {
            said = match name
                .strip_prefix('<')
                .and_then(|name| name.strip_suffix('>'))
            {
                Some(text) => {
                    let before = Glance::of(&self.app);
                    self.app.paste(&text.replace('_', " "));
                    self.app.has_seen(linear::seen(&self.app));
                    linear::changes(&before, &self.app)
                }
                None => self.press(Press::parse(name).unwrap()),
            };
        }
        said
    }
}

const FIRST_EN: &str = "52 ICT Development Index (IDI) (+ support, agreed, c21, Recommendations 1)";
const FIRST_AR: &str = "52 المؤشر القياسي لتنمية تكنولوجيا المعلومات والاتصالات \
                        (+ تأييد، متفق عليه، c21، التوصيات\u{20}1)";
const SECOND_EN: &str = "27 Report on progress on the Union's headquarters premises project \
                         (Resolution 212 and Decision 619) (+ support, delivered, c21)";
const SECOND_AR: &str = "27 تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار 212 والمقرر 619) \
                         (+ تأييد، قُدِّم، c21)";

#[test]
fn the_start_says_where_one_is_and_how_to_go_on() {
    assert_eq!(
        linear::start(&Lines::english().app),
        [
            "majlis",
            "Council",
            &format!("Agenda items, 1 of 75: {FIRST_EN}"),
            "Press ? for the keys, q to leave",
        ]
    );
    assert_eq!(
        linear::start(&Lines::arabic().app),
        [
            "مجلس",
            "المجلس",
            &format!("بنود جدول الأعمال، 1 من 75: {FIRST_AR}"),
            "المفتاح ؟ يسرد المفاتيح، والمفتاح q للخروج",
        ]
    );
}

#[test]
fn a_step_says_the_row_and_a_step_that_goes_nowhere_says_it_again() {
    for (mut lines, first, second) in [
        (
            Lines::english(),
            format!("1 of 75: {FIRST_EN}"),
            format!("2 of 75: {SECOND_EN}"),
        ),
        (
            Lines::arabic(),
            format!("1 من 75: {FIRST_AR}"),
            format!("2 من 75: {SECOND_AR}"),
        ),
    ] {
        assert_eq!(lines.keys("j"), [second]);
        assert_eq!(lines.keys("k"), [first.clone()]);
        assert_eq!(lines.keys("k"), [first]);
    }
}

#[test]
fn another_pane_says_its_name_and_an_empty_one_why() {
    let mut lines = Lines::english();
    assert_eq!(
        lines.keys("j 2"),
        [
            "Positions, 1 of 1: 27 The Arab group supports Kuwait's contribution, which calls for a \
          revision of Decision 619. (+ support, delivered, c21)"
        ]
    );
    assert_eq!(
        lines.keys("3"),
        ["Nominations, none. Nothing belongs to this item. Press a to show everything"]
    );
    assert_eq!(
        lines.keys("1"),
        [format!("Agenda items, 2 of 75: {SECOND_EN}")]
    );
    let mut lines = Lines::arabic();
    assert_eq!(
        lines.keys("j 3"),
        ["الترشيحات، لا شيء. لا شيء يخص هذا البند. المفتاح a يعرض الكل"]
    );
    // In Arabic onward is to the left.
    assert!(lines.keys("1 left")[0].starts_with("المواقف، 1 من 1: 27 "));
}

#[test]
fn a_page_is_ten_rows() {
    let mut lines = Lines::english();
    assert!(lines.keys("pagedown")[0].starts_with("11 of 75: "));
    assert!(lines.keys("pageup")[0].starts_with("1 of 75: "));
    assert!(lines.keys("G")[0].starts_with("75 of 75: "));
}

#[test]
fn filters_and_the_link_say_how_much_is_left() {
    let mut lines = Lines::english();
    let offered = lines.keys("f r");
    assert_eq!(
        offered,
        [
            "Show one report only",
            "5 choices; first: c21: Report of the Arab working group on the first virtual \
             consultation of councillors, 2021",
        ]
    );
    assert_eq!(
        lines.keys("enter"),
        [
            "Filters: report c21",
            "Agenda items 8, Positions 1, Nominations 0, Recommendations 1",
            &format!("Agenda items, 1 of 8: {FIRST_EN}"),
        ]
    );
    assert_eq!(lines.keys("backspace")[0], "No filters");
    let unlinked = lines.keys("a");
    assert_eq!(unlinked[0], "The panes show everything in scope");
    assert!(unlinked[1].starts_with("Agenda items 75, Positions "));
    assert!(!unlinked[1].ends_with("Recommendations 1"), "{unlinked:?}");
    let mut lines = Lines::arabic();
    assert_eq!(
        lines.keys("f r enter")[..2],
        [
            "التصفية: التقرير c21",
            "بنود جدول الأعمال 8، المواقف 1، الترشيحات 0، التوصيات 1",
        ]
    );
}

#[test]
fn a_search_says_how_many_and_the_first_then_row_by_row() {
    for (mut lines, opened, found, second, went) in [
        (
            Lines::english(),
            ["Search", "Type a word, a number or a document code"],
            " found; first: item c21:27: Report on progress on the Union's headquarters",
            "2 of ",
            "Item c21:27, ",
        ),
        (
            Lines::arabic(),
            ["بحث", "اكتب كلمة أو رقماً أو رمز وثيقة"],
            "، أولها: بند c21:27: تقرير عن التقدم المحرز بشأن مشروع مباني",
            "2 من ",
            "بند c21:27، ",
        ),
    ] {
        assert_eq!(lines.keys("/"), opened);
        let said = lines.keys("<مباني_المقر>");
        assert_eq!(said.len(), 1);
        assert!(said[0].contains(found), "{said:?}");
        assert!(lines.keys("down")[0].starts_with(second));
        let arrived = lines.keys("up enter");
        assert!(arrived[0].starts_with(went), "{arrived:?}");
        assert_eq!(arrived.len(), 2, "the record and its first line");
    }
    let mut lines = Lines::english();
    assert_eq!(
        lines.keys("/ <qqqqxyz>"),
        ["Nothing matches. Try fewer or shorter words"]
    );
    // Escape gives back where one was, and says it.
    assert_eq!(
        lines.keys("esc"),
        [format!("Agenda items, 1 of 75: {FIRST_EN}")]
    );
}

#[test]
fn a_hit_whose_title_does_not_show_the_match_says_where_it_is() {
    let mut lines = Lines::english();
    // Whatever the title says, each hit shows the word.
    let said = lines.keys("/ <sponsorships>");
    assert!(said[0].contains("sponsorships"), "{said:?}");
    for _ in 0..3 {
        let said = lines.keys("down");
        assert!(said[0].to_lowercase().contains("sponsorships"), "{said:?}");
    }
}

#[test]
fn what_is_typed_is_echoed_once_and_what_is_mended_is_said_anew() {
    let mut lines = Lines::arabic();
    lines.keys("/");
    let mut echoed = |lines: &mut Lines, name: &str| {
        let then = linear::typed(&lines.app).map(|(text, at)| (text.to_owned(), at));
        lines.app.key(Press::parse(name).unwrap());
        echo(
            then.as_ref().map(|(text, at)| (text.as_str(), *at)),
            &lines.app,
        )
    };
    for (name, expected) in [
        ("م", Echo::Behind("م".into())),
        ("ق", Echo::Behind("ق".into())),
        ("ر", Echo::Behind("ر".into())),
        ("backspace", Echo::Anew("مق".into())),
        ("ر", Echo::Behind("ر".into())),
        // To the beginning; the letter there, then one put in before it.
        ("home", Echo::At("م".into())),
        ("ا", Echo::Anew("امقر".into())),
        ("end", Echo::At("نهاية السطر".into())),
        ("ctrl-u", Echo::Anew("لا شيء مكتوب".into())),
        ("down", Echo::Nothing),
    ] {
        assert_eq!(echoed(&mut lines, name), expected, "{name}");
    }
}

#[test]
fn the_detail_is_read_line_by_line_and_by_headings() {
    let mut lines = Lines::english();
    assert_eq!(
        lines.keys("enter"),
        ["Item c21:52, 32 lines", "ICT Development Index (IDI)"]
    );
    assert_eq!(lines.keys("j"), ["Number: 52"]);
    assert_eq!(lines.keys("j"), ["Position, heading"]);
    assert_eq!(lines.keys("j"), ["Stance: + support"]);
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
    assert_eq!(lines.keys("j j"), ["موقف، عنوان"]);
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
    for (mut lines, first, group, down) in [
        (
            Lines::english(),
            "Help",
            "Find and narrow, heading",
            "↓, j: Down",
        ),
        (
            Lines::arabic(),
            "المساعدة",
            "البحث والتصفية، عنوان",
            "↓، j: سطر إلى أسفل",
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
        assert_eq!(headings, 6);
        let commands = majlis::app::command::COMMANDS.len();
        assert_eq!(help.len(), 1 + headings + commands);
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
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

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
