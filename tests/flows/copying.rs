//! Copying the record in hand, and having it printed after leaving: what is handed over.

use majlis::app::outbox::Excerpt;
use majlis::report::Language;

use crate::harness::Screen;

/// Takes what is to be copied, as the loop does.
fn copied(screen: &mut Screen) -> Excerpt {
    screen.app.outbox.copy.take().expect("nothing to copy")
}

/// Whether a text has a line.
fn has(text: &str, line: &str) -> bool {
    text.lines().any(|one| one == line)
}

const TITLE_AR: &str =
    "تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار 212 والمقرر 619)";
const TITLE_EN: &str = "Report on progress on the Union's headquarters premises project \
                        (Resolution 212 and Decision 619)";
const POSITION_AR: &str = "تؤيد المجموعة العربية مساهمة الكويت الداعية إلى مراجعة المقرر 619.";
const POSITION_EN: &str =
    "The Arab group supports Kuwait's contribution, which calls for a revision of Decision 619.";

#[test]
fn the_row_in_hand_is_copied_in_logical_order_in_the_language_shown() {
    for (mut screen, first, shown, other) in [
        (
            Screen::arabic(),
            "بند c21:27",
            [TITLE_AR, POSITION_AR, "الرقم: 27"],
            [TITLE_EN, POSITION_EN],
        ),
        (
            Screen::english(),
            "Item c21:27",
            [TITLE_EN, POSITION_EN, "Number: 27"],
            [TITLE_AR, POSITION_AR],
        ),
    ] {
        screen.keys("j y");
        let Excerpt { id, text } = copied(&mut screen);
        assert_eq!(id, "c21:27");
        assert_eq!(text.lines().next(), Some(first));
        for line in shown {
            assert!(has(&text, line), "{line}\n{text}");
        }
        for line in other {
            assert!(!has(&text, line), "{line}\n{text}");
        }
        assert!(!text.ends_with('\n'));
        // Letters, not the forms in which they are painted; nothing that steers.
        assert!(
            !text.contains(|c: char| ('\u{FB50}'..='\u{FDFF}').contains(&c)
                || ('\u{FE70}'..='\u{FEFF}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
                || (c.is_control() && c != '\n'))
        );
    }
}

#[test]
fn what_the_detail_shows_in_both_languages_is_copied_in_both() {
    let mut screen = Screen::english();
    screen.keys("j d y");
    let text = copied(&mut screen).text;
    let own = text.find(POSITION_EN).expect("English");
    assert!(text.find(POSITION_AR).expect("Arabic") > own);
    assert!(has(&text, "For or against: + support"));
    // The other language alone: its labels too, since the text goes where that is read.
    screen.keys("d y");
    let text = copied(&mut screen).text;
    assert_eq!(text.lines().next(), Some("بند c21:27"));
    assert!(has(&text, POSITION_AR) && !has(&text, POSITION_EN));
}

#[test]
fn with_its_citation_a_record_says_report_item_and_place() {
    let report_en =
        "Report of the Arab working group on the first virtual consultation of councillors, 2021";
    let report_ar =
        "تقرير فريق العمل العربي عن المشاورة الافتراضية الأولى لأعضاء مجلس الاتحاد لعام 2021";
    for (mut screen, last, place) in [
        (
            Screen::english(),
            format!("Source: {report_en}, item 27, section 2, table 1, row 2 (c21:27)"),
            "Place in the source:",
        ),
        (
            Screen::arabic(),
            format!("المصدر: {report_ar}، البند 27، القسم 2، الجدول 1، الصف 2 (c21:27)"),
            "موضعه في المصدر:",
        ),
    ] {
        screen.keys("j y");
        let bare = copied(&mut screen).text;
        assert!(bare.contains(place) && !bare.contains(&last));
        screen.keys("Y");
        let text = copied(&mut screen).text;
        assert_eq!(text.lines().last(), Some(last.as_str()));
        assert!(!text.contains(place), "said once\n{text}");
    }
    // In both languages, a line each.
    let mut screen = Screen::english();
    screen.keys("j d Y");
    let text = copied(&mut screen).text;
    let ends: Vec<&str> = text.lines().rev().take(3).collect();
    assert!(ends[0].starts_with(&format!("المصدر: {report_ar}")));
    assert!(ends[1].starts_with(&format!("Source: {report_en}")));
    assert_eq!(ends[2], "");
}

#[test]
fn a_record_of_several_numbers_or_of_no_item_is_cited_all_the_same() {
    for (id, language, ends) in [
        ("c21:11", Language::English, ", items 11, 12, "),
        ("c21:11", Language::Arabic, "، البندان 11 و12، "),
        ("pp-res:212", Language::English, " (pp-res:212"),
        ("KWT", Language::Arabic, "المصدر: الكويت (KWT)"),
    ] {
        let mut screen = Screen::sized(language, 80, 24);
        screen.keys("/").type_in(id).keys("enter Y");
        let text = copied(&mut screen).text;
        let last = text.lines().last().unwrap();
        assert!(last.contains(ends), "{last}");
    }
}

#[test]
fn the_record_that_was_followed_to_is_the_one_in_hand() {
    let mut screen = Screen::english();
    screen.keys("/ <c21:27> enter y");
    assert_eq!(copied(&mut screen).id, "c21:27");
    screen.keys("j enter y");
    let in_hand = screen.in_hand();
    assert_ne!(in_hand, "c21:27");
    assert_eq!(copied(&mut screen).id, in_hand);
}

#[test]
fn copying_says_that_it_is_under_way_until_it_is_known() {
    let mut screen = Screen::english();
    screen.keys("y");
    assert_eq!(screen.message(), "Copying c21:52…");
    // Item 27 has no nomination: nothing is pointed at there, nothing is handed over, and that is said.
    let mut screen = Screen::english();
    screen.keys("j 3");
    for key in ["y", "Y", "p"] {
        screen.keys(key);
        assert_eq!(screen.message(), "No record is chosen");
    }
    assert_eq!(screen.app.outbox, majlis::app::outbox::Outbox::default());
}

#[test]
fn what_is_to_be_printed_adds_up_and_is_counted() {
    let mut screen = Screen::english();
    for (keys, message) in [
        ("p", "To be printed after leaving: 1 record"),
        ("j p", "To be printed after leaving: 2 records"),
        // The same text is printed once; in another language it is another text.
        ("p", "To be printed after leaving: 2 records"),
        ("d p", "To be printed after leaving: 3 records"),
    ] {
        screen.keys(keys);
        assert_eq!(screen.message(), message);
        assert!(screen.shows(message));
    }
    let print = &screen.app.outbox.print;
    let ids: Vec<&str> = print.iter().map(|excerpt| excerpt.id.as_str()).collect();
    assert_eq!(ids, ["c21:52", "c21:27", "c21:27"]);
    // With its citation: it leaves the program.
    assert!(
        print[0]
            .text
            .lines()
            .last()
            .unwrap()
            .starts_with("Source: ")
    );
    let mut screen = Screen::arabic();
    screen.keys("p j p");
    let message = screen.app.message.as_ref().unwrap();
    assert_eq!(message.ar, "يُكتب في الطرفية بعد الخروج: سجلان");
}

#[test]
fn an_arabic_keyboard_copies_and_prints_too() {
    let mut screen = Screen::arabic();
    // The keys y, Shift-y and p.
    screen.keys("غ");
    let bare = copied(&mut screen).text;
    screen.keys("إ");
    let cited = copied(&mut screen).text;
    assert!(cited.contains("\nالمصدر: ") && !bare.contains("\nالمصدر: "));
    screen.keys("ح");
    assert_eq!(screen.app.outbox.print.len(), 1);
}

#[test]
fn in_a_line_to_type_in_the_letters_are_typed() {
    let mut screen = Screen::english();
    screen.keys("/ <yYp>");
    assert_eq!(screen.typed(), "yYp");
    assert!(screen.app.outbox.copy.is_none() && screen.app.outbox.print.is_empty());
}

#[test]
fn what_a_file_holds_is_copied_as_far_as_it_is_harmless() {
    let library = crate::broken::library(
        "report: {id: g1, kind: group-report, title: {en: A report}}\n\
         items:\n  - {id: one, title: {ar: \"\\u202E\\uFEE3\\uFEA0\\uFEE0\\uFEB2\\e[2J\", \
         en: \"a\\u009b2Jb\\u2066c\\u2069\"}}\n",
    );
    let mut screen = Screen::new(
        library,
        Language::English,
        majlis::script::Form::Visual,
        (80, 24),
    );
    screen.keys("d Y");
    let text = copied(&mut screen).text;
    assert!(has(&text, "a2Jbc") && has(&text, "مجلس[2J"), "{text:?}");
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
}

#[test]
fn a_long_title_and_a_long_note_are_copied_whole() {
    let (title, note) = ("مقر ".repeat(3000), "lighthouse ".repeat(1000));
    let report = format!(
        "report: {{id: g1, kind: group-report, title: {{en: A report}}}}\n\
         items:\n  - {{id: one, title: {{ar: \"{title}\"}}, notes: [{{id: one/n1, text: {{en: \"{note}\"}}}}]}}\n"
    );
    let library = crate::broken::library(report.leak());
    let mut screen = Screen::new(
        library,
        Language::English,
        majlis::script::Form::Visual,
        (80, 24),
    );
    screen.keys("y");
    let text = copied(&mut screen).text;
    assert!(has(&text, title.trim()));
    assert!(has(&text, &format!("- {} (g1:one/n1)", note.trim())));
}

#[test]
fn a_post_is_copied_whole_however_long_its_name() {
    let post = "chair of the working group ".repeat(300);
    let post = post.trim();
    let report = format!(
        "report: {{id: g1, kind: group-report, title: {{en: A report}}}}\n\
         nominations:\n  - {{id: one, title: {{en: \"{post}\"}}, body: lights, role: chair, status: proposed}}\n"
    );
    let library = crate::broken::library(report.leak());
    let mut screen = Screen::new(
        library,
        Language::English,
        majlis::script::Form::Visual,
        (80, 24),
    );
    screen.keys("3 a y");
    let text = copied(&mut screen).text;
    assert!(has(&text, post), "{}", text.len());
}
