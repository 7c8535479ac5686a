//! The state told in lines: what each key says, in both languages.

use majlis::app::key::Press;
use majlis::app::{App, Shelf};
use majlis::linear::{self, Echo, Glance, echo};
use majlis::report::Language;
use majlis::script::Form;

use crate::harness::built_in;

/// The state, told after each key as the loop does it.
pub struct Lines {
    pub app: App,
}

impl Lines {
    pub fn of(shelf: std::sync::Arc<Shelf>, language: Language) -> Self {
        let mut app = App::new(shelf, language, Form::Off);
        app.has_seen(linear::seen(&app));
        Self { app }
    }

    pub fn english() -> Self {
        Self::of(built_in(), Language::English)
    }

    pub fn arabic() -> Self {
        Self::of(built_in(), Language::Arabic)
    }

    /// What a key says.
    pub fn press(&mut self, press: Press) -> Vec<String> {
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
    pub fn keys(&mut self, keys: &str) -> Vec<String> {
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

pub const FIRST_EN: &str =
    "52 ICT Development Index (IDI) (+ support, agreed, c21, Recommendations 1)";
pub const FIRST_AR: &str = "52 المؤشر القياسي لتنمية تكنولوجيا المعلومات والاتصالات \
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
        assert_eq!(lines.keys("k")[0], first);
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
        ["Nominations, none. Nothing belongs to this item (a: all)"]
    );
    assert_eq!(
        lines.keys("1"),
        [format!("Agenda items, 2 of 75: {SECOND_EN}")]
    );
    let mut lines = Lines::arabic();
    assert_eq!(
        lines.keys("j 3"),
        ["الترشيحات، لا شيء. لا شيء يخص هذا البند (a: الكل)"]
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
    let echoed = |lines: &mut Lines, name: &str| {
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
