//! What is still open: one goes to a record, or acts on it in the list.

use std::fs;
use std::sync::Arc;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::report::Language::{Arabic, English};
use majlis::report::call::Moment;
use majlis::report::{RecommendationStatus, Record};
use majlis::script::Form;

use crate::desk::{BOTH, desk, past, value};
use crate::harness::{Screen, painted};
use crate::harness_call::Shared;
use crate::slow::Test;

#[test]
fn what_is_open_is_one_key_away() {
    let shared = Shared::new();
    for language in [English, Arabic] {
        let mut screen = shared.screen("hind", language);
        // One key shows it: the part in hand, and how much there is of each.
        screen.keys("o");
        let (drafts, tasks, nominations) = match language {
            English => (
                "Drafts and deferred 1",
                "Recommendations 3, 1 overdue",
                "Nominations 1",
            ),
            Arabic => (
                "المسودات والمرجأة 1",
                "التوصيات 3، المتأخر منها 1",
                "الترشيحات 1",
            ),
        };
        for part in [drafts, tasks, nominations] {
            assert!(screen.shows(part), "{part}: {:#?}", screen.text());
        }
        assert_eq!(screen.offered_open(), ["x:27/position"]);
        // Beside the list stands what is in hand in it.
        assert_eq!(screen.in_hand(), "x:27/position");
        screen.keys("enter");
        assert_eq!(
            (screen.in_hand().as_str(), screen.at()),
            ("x:27/position", 0)
        );
        screen.keys("esc o r");
        // August is over on the first of September: the Secretariat comes first, with what is overdue.
        assert_eq!(screen.offered_open(), ["x:27/r1", "x:27/r2", "x:28/r1"]);
        let said = screen.offered();
        assert_eq!(said[0], "Overdue (due August 2021): Prepare a paper");
        assert_eq!(said[1], "Due September 2027: Print the paper");
        let heading = match language {
            English => "Technical Secretariat · 2 open, 1 overdue",
            Arabic => "الأمانة الفنية · توصيتان، المتأخر منها 1",
        };
        assert!(screen.shows(heading), "{:#?}", screen.text());
        screen.keys("down*2 enter");
        assert_eq!(screen.in_hand(), "x:28/r1");
        screen.keys("esc o n");
        assert_eq!(screen.offered_open(), ["x:nom/one"]);
        screen.keys("enter");
        assert_eq!(screen.in_hand(), "x:nom/one");
    }
}

/// Today is 1 September 2021. In the file nothing stands in its order: what is overdue is the last of its
/// item and of another body than the first, and each body has a later date before an earlier one.
const TASKS: &str = "\
report: {id: x, kind: group-report, title: {ar: تقرير المجموعة, en: Report of the group}}
items:
  - id: \"27\"
    title: {ar: مباني المقر, en: Headquarters premises}
    recommendations:
      - {id: 27/r1, to: tech-sec, due: 2027-09, text: {ar: طباعة الورقة, en: Print the paper}}
      - {id: 27/r2, to: tech-sec, text: {ar: متابعة الأمر, en: Follow it up}}
      - {id: 27/r3, to: eg, due: 2022-03, status: in-progress, text: {ar: مراجعة الأرقام, en: Check the figures}}
      - {id: 27/r4, to: tech-sec, due: 2021-10-15, text: {ar: إعداد ورقة, en: Prepare a paper}}
      - {id: 27/r5, due: 2021-09-20, text: {ar: إبلاغ الأعضاء, en: Tell the members}}
  - id: \"28\"
    title: {ar: الموازنة, en: Budget}
    recommendations:
      - {id: 28/r1, to: [eg, tech-sec], due: 2021-09, text: {ar: عقد اجتماع, en: Hold a meeting}}
      - {id: 28/r2, to: eg, due: 2020, status: done, text: {ar: تم, en: Done already}}
      - {id: 28/r3, to: eg, due: 2021-09-01, text: {ar: رد اليوم, en: Answer today}}
      - {id: 28/r4, to: tech-sec, due: 2021-08-31, text: {ar: رد أمس, en: Answer yesterday}}
      - {id: 28/r5, to: eg, due: 2021-07, text: {ar: تقديم التقرير, en: Hand in the report}}
";

#[test]
fn recommendations_stand_by_who_must_act_and_by_date_overdue_ones_first() {
    let shared = Shared::new();
    shared.put("x.yaml", TASKS);
    for (language, headings) in [
        (
            English,
            [
                "Expert Group · 3 open, 1 overdue",
                "Technical Secretariat · 4 open, 1 overdue",
                "Nobody named · 1 open",
                "Expert Group, Technical Secretariat · 1 open",
            ],
        ),
        (
            Arabic,
            [
                "فريق الخبراء · 3 توصيات، المتأخر منها 1",
                "الأمانة الفنية · 4 توصيات، المتأخر منها 1",
                "لم تُحدَّد الجهة · توصية واحدة",
                "فريق الخبراء، الأمانة الفنية · توصية واحدة",
            ],
        ),
    ] {
        let mut screen = shared.screen("hind", language);
        screen.keys("o");
        assert_eq!(
            screen.offered_open(),
            [
                // July is over, and so is yesterday: who has what is overdue longest comes first.
                "x:28/r5", "x:28/r3", "x:27/r3", "x:28/r4", "x:27/r4", "x:27/r1", "x:27/r2",
                "x:27/r5",
                // The end of September; today and what is still to come are not overdue.
                "x:28/r1",
            ]
        );
        let said = screen.offered();
        assert_eq!(
            said[..4],
            [
                "Overdue (due July 2021): Hand in the report",
                "Due 1 September 2021: Answer today",
                "Due March 2022: Check the figures",
                "Overdue (due 31 August 2021): Answer yesterday",
            ]
        );
        assert_eq!(said[6], "Follow it up");
        let rows = screen.text();
        let at = headings.map(|heading| {
            let row = rows.iter().position(|row| row.contains(&painted(heading)));
            row.unwrap_or_else(|| panic!("{heading}: {rows:#?}"))
        });
        assert!(at.is_sorted(), "{at:?}");
    }
}

#[test]
fn one_key_leads_from_part_to_part() {
    let shared = Shared::new();
    let (drafts, nominations) = (vec!["x:27/position"], vec!["x:nom/one"]);
    let tasks = vec!["x:27/r1", "x:27/r2", "x:28/r1"];
    for (language, on, back) in [(English, "right", "left"), (Arabic, "left", "right")] {
        let mut screen = shared.screen("hind", language);
        screen.keys("o");
        for (key, part) in [
            ("tab", &tasks),
            ("tab", &nominations),
            ("tab", &drafts),
            ("backtab", &nominations),
            // As the eye sees them.
            (back, &tasks),
            (back, &drafts),
            (on, &tasks),
            ("n", &nominations),
            ("d", &drafts),
            ("r", &tasks),
        ] {
            screen.keys(key);
            assert_eq!(screen.offered_open(), *part, "{key}");
        }
        // Each part is where it was left, and so is the whole.
        screen.keys("j n d r");
        assert_eq!(screen.in_hand(), "x:27/r2");
        screen.keys("esc");
        assert_eq!(screen.layer(), "");
        screen.keys("o");
        assert_eq!(screen.in_hand(), "x:27/r2");
        // What is typed narrows one part, and is no key.
        screen.keys("/ <nd> ");
        assert_eq!((screen.layer(), screen.typed().as_str()), ("open", "nd"));
    }
}

#[test]
fn a_part_in_which_nothing_is_open_says_so_and_nothing_at_all_needs_no_list() {
    for (language, none, nothing) in [
        (
            English,
            "No position is still in draft, or deferred",
            "Nothing is open",
        ),
        (
            Arabic,
            "لا مواقف في طور المسودة ولا مواقف مرجأة",
            "لا شيء في الانتظار",
        ),
    ] {
        // In the reports that are built in no position is in draft: the first part that has
        // something is shown.
        let (_folder, mut screen) = desk(language);
        screen.keys("o");
        assert!(screen.in_hand().contains("/r"), "{}", screen.in_hand());
        screen.keys("d");
        assert!(screen.offered_open().is_empty());
        assert!(screen.shows(none), "{:#?}", screen.text());
        let folder = tempfile::tempdir().unwrap();
        let text = "report: {id: y, kind: group-report, title: {en: Y}}\n\
                    items:\n  - {id: '1', title: {en: Ships}}\n";
        fs::write(folder.path().join("y.yaml"), text).unwrap();
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        let mut screen = Screen::new(shelf, language, Form::Visual, (100, 30));
        screen.keys("o");
        assert_eq!(screen.layer(), "");
        assert!(screen.shows(nothing), "{:#?}", screen.text());
    }
}

#[test]
fn a_list_of_what_is_open_is_worked_through_from_one_to_the_next() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        // Two positions are drafts again.
        for id in ["27", "37"] {
            screen.keys(&format!(
                "/ <c21:{id}/position> enter e j*3 enter <draft> enter esc"
            ));
        }
        screen.keys("o d");
        assert_eq!(
            screen.offered_open(),
            ["c21:27/position", "c21:37/position"]
        );
        screen.keys("A");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        // The list is there without it, and the next one is in hand.
        assert_eq!((screen.layer(), screen.offered_open().len()), ("open", 1));
        assert_eq!(screen.in_hand(), "c21:37/position");
        screen.keys("u");
        assert_eq!(screen.offered_open().len(), 2);
        // Or one goes there, acts, and comes back to the next.
        screen.keys("k enter");
        assert_eq!(
            (screen.layer(), screen.in_hand().as_str()),
            ("", "c21:27/position")
        );
        screen.keys("M o d");
        assert_eq!(screen.in_hand(), "c21:37/position");
        screen.keys("M");
        assert_eq!(value(&folder, "items [37] position status"), "delivered");
        assert!(screen.offered_open().is_empty());
        screen.keys("esc o n");
        let all = screen.offered_open();
        assert!(all.len() > 1, "{all:?}");
        screen.keys("M");
        assert_eq!(screen.offered_open(), all[1..]);
        assert_eq!(screen.in_hand(), all[1]);
        screen.keys("esc o r j");
        let all = screen.offered_open();
        let done = screen.in_hand();
        screen.keys("M");
        assert!(!screen.offered_open().contains(&done));
        assert_eq!(screen.offered_open().len(), all.len() - 1);
        // Its form lies over the list, and the list is narrowed by typing.
        screen.keys("e esc /").keys("<zzzz>");
        assert!(screen.offered_open().is_empty());
        screen.keys("esc");
        assert_eq!(screen.offered_open().len(), all.len() - 1);
        screen.keys("esc");
        assert_eq!(screen.layer(), "");
    }
}

/// A heading and an id are whole where a list has half of eighty columns: the heading takes a second
/// line, and the id stands behind the wording.
#[test]
fn in_a_narrow_list_nothing_of_what_tells_the_records_apart_is_cut() {
    // The Arabic heading is too long for one line; this is its second.
    for (language, heading) in [
        (English, " ITU Council · 4 open, 1 overdue"),
        (Arabic, " منها 1 "),
    ] {
        let shelf = Arc::new(Shelf::new(Library::built_in()));
        let mut screen = Screen::new(shelf, language, Form::Visual, (80, 24));
        screen
            .app
            .at(Moment::parse("2026-11-22T10:00:00Z").unwrap());
        screen.keys("o r");
        assert!(screen.shows(heading), "{:#?}", screen.text());
        // None of these is in hand, so that only the list shows them.
        for id in ["c17:rec/council", "c24:rec/note", "c21:eg-itrs/r1"] {
            assert!(screen.shows(id), "{id}: {:#?}", screen.text());
        }
    }
}

/// What the heads say is understood in half of eighty columns: names, and not the keys alone.
#[test]
fn the_heads_of_what_is_open_are_whole_in_a_narrow_list() {
    let reports = |of: std::ops::Range<usize>, text: &dyn Fn(usize) -> String| -> String {
        of.map(text).collect()
    };
    for (language, heads, wide) in [
        (
            English,
            [
                "Recommendations 125, 120 overdue",
                "d Drafts 34",
                "n Nominations 12",
            ],
            "d Drafts and deferred 34",
        ),
        (
            Arabic,
            [
                "التوصيات 125، المتأخر منها 120",
                "المسودات 34",
                "الترشيحات 12",
            ],
            "المسودات والمرجأة 34",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let items = reports(0..34, &|n| {
            format!(
                "  - {{id: 'i{n}', title: {{en: Ships}}, position: {{stance: support, status: draft, text: {{en: Yes}}}}}}\n"
            )
        });
        let asked = reports(0..125, &|n| {
            let due = if n < 120 { "2020-01" } else { "2030-01" };
            format!("  - {{id: 'rec/{n}', due: {due}, text: {{en: Go}}}}\n")
        });
        let named = reports(0..12, &|n| {
            format!(
                "  - {{id: 'nom/{n}', holder: someone, body: group, role: chair, status: proposed}}\n"
            )
        });
        let text = format!(
            "report: {{id: y, kind: group-report, title: {{en: Y}}}}\nitems:\n{items}recommendations:\n{asked}nominations:\n{named}"
        );
        fs::write(folder.path().join("y.yaml"), text).unwrap();
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        let mut screen = Screen::new(shelf, language, Form::Visual, (80, 24));
        screen
            .app
            .at(Moment::parse("2026-11-22T10:00:00Z").unwrap());
        screen.keys("o r");
        for head in heads {
            assert!(screen.shows(head), "{head}: {:#?}", screen.text());
        }
        screen.resize(140, 40);
        assert!(screen.shows(wide), "{:#?}", screen.text());
    }
}

/// A history that was opened from the list stays that of its record, whatever lies below the list and whatever
/// is written meanwhile; what comes back with Enter comes back in it.
#[test]
fn a_history_opened_from_what_is_open_stays_that_of_its_record() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("o r");
        let task = test.screen.in_hand();
        test.keys("M").let_one_go();
        assert!(!test.screen.offered_open().contains(&task));
        test.keys("u").let_one_go();
        // A change of the row below is under way while the history is opened.
        test.keys("esc / <c21:27/position> enter A o r home");
        assert_eq!((test.screen.in_hand(), test.waiting()), (task.clone(), 1));
        test.keys("H");
        let shown = past(&test.screen, language);
        assert_eq!(shown.len(), 2);
        test.let_one_go();
        assert_eq!(past(&test.screen, language), shown);
        assert_eq!(test.in_file("status"), "agreed");
        // The newest is that it was undone: what was before comes back.
        let status = |test: &Test| {
            let library = test.screen.library();
            match library.with_id(&task).and_then(|key| library.record(key)) {
                Some(Record::Recommendation(one)) => one.status,
                _ => panic!("no recommendation"),
            }
        };
        assert_eq!(status(&test), RecommendationStatus::InProgress);
        test.keys("enter").let_one_go();
        assert_eq!(status(&test), RecommendationStatus::Done);
        assert_eq!(test.in_file("status"), "agreed");
    }
}

/// At eighty columns what is overdue is seen whichever part is shown, and no key stands apart from the list
/// to which it leads.
#[test]
fn what_is_overdue_is_seen_at_eighty_columns() {
    for (language, overdue, names) in [
        (
            English,
            "overdue",
            ["d Drafts", "r Recommendations", "n Nominations"],
        ),
        (Arabic, "المتأخر منها", ["", "", ""]),
    ] {
        let tasks: String = (3..150)
            .map(|n| {
                format!(
                    "      - {{id: 27/r{n}, to: eg, due: 2020, text: {{ar: إعداد, en: Prepare}}}}\n"
                )
            })
            .collect();
        let shared = Shared::new();
        let text = shared.text();
        let after = "en: Print the paper}}\n";
        shared.put("x.yaml", &text.replace(after, &format!("{after}{tasks}")));
        for key in ["r", "d", "n"] {
            let mut hind = shared.sized("hind", language, (80, 24));
            hind.keys("o").keys(key);
            let rows = hind.text();
            // Three rows at most, and none of them empty.
            let heads = &rows[1..4];
            assert!(
                heads.iter().any(|row| row.contains(&painted(overdue))),
                "{key}: {rows:#?}"
            );
            for (name, of) in names.iter().zip(["d", "r", "n"]) {
                let is_there =
                    name.is_empty() || of == key || heads.iter().any(|row| row.contains(name));
                assert!(is_there, "{name}: {rows:#?}");
            }
        }
    }
}
