//! Where two versions of a field differ, and what one hears of another's while one types.

use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::Change;
use majlis::report::Language;
use ratatui::style::{Color, Modifier};

use crate::desk::{BOTH, another, desk, go, keeper, value};
use crate::harness::{Screen, painted};

/// What is marked as different, by an attribute and not by its colour alone: each stretch of cells.
pub fn marked(screen: &Screen) -> Vec<String> {
    let area = screen.buffer.area;
    let mut all = Vec::new();
    for y in 0..area.height {
        let mut here = String::new();
        for x in 0..=area.width {
            let cell = screen.buffer.cell((x, y)).filter(|cell| {
                // A title is underlined as well.
                let is_title = cell.bg == Color::Cyan;
                !is_title && cell.modifier.contains(Modifier::UNDERLINED)
            });
            match cell {
                Some(cell) => here.push_str(cell.symbol()),
                None if here.is_empty() => {}
                None => all.push(std::mem::take(&mut here)),
            }
        }
    }
    all.sort();
    all
}

fn sorted<const N: usize>(words: [&str; N]) -> Vec<String> {
    let mut all: Vec<String> = words.iter().map(|word| painted(word)).collect();
    all.sort();
    all
}

/// The wording of the position is typed, and another writes his meanwhile; then it is saved.
pub fn clash(
    language: Language,
    size: (u16, u16),
    mine: &str,
    theirs: &str,
) -> (tempfile::TempDir, Screen) {
    let (folder, mut screen) = desk(language);
    screen.resize(size.0, size.1);
    go(&mut screen, "c21:27/position");
    screen.keys("e enter alt-a");
    screen.app.paste(mine);
    another(&folder, &["text", language.code()], theirs);
    screen.keys("ctrl-s");
    assert_eq!(screen.layer(), "clash");
    (folder, screen)
}

#[test]
fn what_differs_between_two_versions_is_marked() {
    for (language, before, [theirs, mine], after) in [
        (
            Language::English,
            "The group met in",
            ["Cairo", "Tunis"],
            "as agreed.",
        ),
        (
            Language::Arabic,
            "اجتمعت المجموعة في",
            ["القاهرة", "تونس"],
            "كما اتُّفق.",
        ),
    ] {
        for size in [(140, 40), (80, 24), (40, 12)] {
            let text = |place: &str| format!("{before} {place} {after}");
            let (_folder, mut screen) = clash(language, size, &text(mine), &text(theirs));
            let both = sorted([theirs, mine]);
            assert_eq!(marked(&screen), both, "{size:?} {:#?}", screen.text());
            // And while one of the two is edited once more, also in what is typed.
            screen.keys("j*2 enter alt-p");
            assert_eq!(screen.layer(), "field");
            assert_eq!(marked(&screen), both, "{size:?} {:#?}", screen.text());
            // It is the same word now.
            screen.keys("alt-a");
            screen.app.paste(&text(theirs));
            screen.draw();
            assert_eq!(marked(&screen), [""; 0], "{:#?}", screen.text());
        }
    }
}

/// Also where a value is chosen, and where one line is typed.
#[test]
fn short_values_that_differ_are_marked() {
    for (language, both) in [
        (Language::English, ["agreed", "withdrawn"]),
        (Language::Arabic, ["متفق عليه", "مسحوب"]),
    ] {
        let (folder, mut screen) = desk(language);
        screen.resize(80, 24);
        go(&mut screen, "c21:27/position");
        another(&folder, &["status"], "withdrawn");
        screen.keys("A");
        assert_eq!(screen.layer(), "clash");
        assert_eq!(marked(&screen), sorted(both), "{:#?}", screen.text());
    }
}

/// Two versions of a sentence have no hole in it: they are seen at once anyhow.
#[test]
fn a_short_version_has_no_hole_in_it() {
    let theirs = "The Arab group supports a revision of Decision 619, with a ceiling.";
    let mine = "The Arab group supports the contribution of Kuwait, which calls for a revision of Decision 619.";
    for language in BOTH {
        let (_folder, screen) = clash(language, (80, 24), mine, theirs);
        let rows = screen.text();
        let place = |words: &str| rows.iter().position(|row| row.contains(words));
        let first = place("supports a revision of").unwrap();
        assert_eq!(place("with a ceiling"), Some(first + 1), "{rows:#?}");
    }
}

/// A sentence that only one version has puts nothing out of step: what both have stands on one row, and
/// one key leads from difference to difference.
#[test]
fn two_versions_stand_in_step_and_one_goes_from_difference_to_difference() {
    let lines = |from: usize, to: usize| -> String {
        (from..to)
            .map(|line| format!("Line {line} of the text.\n"))
            .collect()
    };
    let more = "One more sentence of omar, which is so long that it takes more than a row.\n";
    let theirs = format!(
        "{}Cairo\n{}{more}{}Amman",
        lines(0, 9),
        lines(10, 30),
        lines(30, 60)
    );
    let mine = format!(
        "{}Tunis\n{}{}Rabat",
        lines(0, 9),
        lines(10, 30),
        lines(30, 60)
    );
    for language in BOTH {
        for size in [(80, 24), (80, 34)] {
            let (_folder, mut screen) = clash(language, size, &mine, &theirs);
            let beside = |screen: &Screen, one: &str, other: &str| {
                let rows = screen.text();
                let row = rows.iter().find(|row| row.contains(one));
                let row = row.unwrap_or_else(|| panic!("no {one}: {rows:#?}"));
                let rest = row.replacen(one, "", 1);
                assert!(rest.contains(other), "{one} {other}: {rows:#?}");
            };
            let first = |screen: &Screen| {
                beside(screen, "Cairo", "Tunis");
                // With a little of what stands before, but not from the beginning.
                beside(screen, "Line 8 ", "Line 8 ");
                assert!(!screen.shows("Line 5 "), "{:#?}", screen.text());
            };
            let second = |screen: &Screen| {
                assert!(screen.shows("sentence of omar"), "{:#?}", screen.text());
                beside(screen, "Line 29 ", "Line 29 ");
                beside(screen, "Line 30 ", "Line 30 ");
            };
            first(&screen);
            screen.keys("n");
            second(&screen);
            // Whose version is whose is still seen.
            assert!(screen.shows("omar"), "{:#?}", screen.text());
            screen.keys("n");
            beside(&screen, "Amman", "Rabat");
            assert_eq!(screen.message(), "");
            screen.keys("n");
            assert_eq!(screen.message(), "No difference after what is shown");
            screen.keys("p");
            second(&screen);
            screen.keys("p");
            first(&screen);
            screen.keys("p");
            assert_eq!(screen.message(), "No difference before what is shown");
            // The same while one of them is edited once more: one goes on where one wrote last, and the
            // first difference is the next.
            screen.keys("j*2 enter <!>");
            assert!(screen.typed().ends_with("Rabat!"), "{}", screen.typed());
            screen.keys("ctrl-home alt-n <X>");
            assert!(screen.typed().contains("XTunis"), "{}", screen.typed());
            beside(&screen, "Cairo", "XTunis");
            screen.keys("alt-n");
            beside(&screen, "Line 30 ", "Line 30 ");
            assert!(screen.shows("sentence of omar"), "{:#?}", screen.text());
            screen.keys("alt-n");
            assert!(
                screen.shows("Amman") && screen.shows("Rabat"),
                "{:#?}",
                screen.text()
            );
            screen.keys("alt-n");
            assert_eq!(screen.message(), "No difference after what is shown");
            screen.keys("alt-p alt-p");
            beside(&screen, "Cairo", "XTunis");
            // Its pages can be turned without the text, until the caret moves.
            screen.keys("alt-pagedown*9");
            assert!(
                screen.shows("Amman") && screen.shows("XTunis"),
                "{:#?}",
                screen.text()
            );
            screen.keys("right");
            beside(&screen, "Cairo", "XTunis");
        }
    }
}

fn follow(folder: &tempfile::TempDir, screen: &mut Screen) {
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    let changed = vec!["c21:27/position".into()];
    screen.app.follow(shelf, changed, Instant::now());
    screen.draw();
}

/// Who types in a field that another changes just then reads it at once: who it was, and the place.
#[test]
fn who_types_hears_at_once_that_another_has_changed_the_field() {
    for (language, says) in [
        (Language::English, "omar has just changed this field"),
        (Language::Arabic, "تعديل جديد من omar"),
    ] {
        for size in [(140, 40), (80, 24), (40, 12)] {
            let (folder, mut screen) = desk(language);
            let side = language.code();
            screen.resize(size.0, size.1);
            go(&mut screen, "c21:27/position");
            let path = format!("items [27] position text {side}");
            let first = value(&folder, &path);
            screen.keys("e enter end <.>");
            let typed = screen.typed();
            follow(&folder, &mut screen);
            assert!(!screen.shows(says));
            another(
                &folder,
                &["text", side],
                &format!("{} 2031", first.trim_end()),
            );
            follow(&folder, &mut screen);
            assert_eq!((screen.layer(), screen.typed()), ("field", typed.clone()));
            assert!(screen.shows(says), "{size:?} {:#?}", screen.text());
            // Not the beginning of a long text, but what is new in it.
            assert!(screen.shows("2031"), "{size:?} {:#?}", screen.text());
            // It stays while one goes on.
            screen.keys("<a>");
            assert!(screen.shows(says), "{:#?}", screen.text());
            // It is as it was again: there is nothing to say.
            another(&folder, &["text", side], &first);
            follow(&folder, &mut screen);
            assert!(!screen.shows(says), "{:#?}", screen.text());
            // What is changed beside it is no matter of this field.
            another(&folder, &["date"], "2021-06-11");
            follow(&folder, &mut screen);
            assert!(!screen.shows(says), "{:#?}", screen.text());
        }
        // One line that is typed, and what is chosen.
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e j*5 enter ctrl-u <2021-06-09>");
        another(&folder, &["date"], "2021-06-12");
        follow(&folder, &mut screen);
        assert_eq!(screen.layer(), "field");
        assert!(
            screen.shows(says) && screen.shows("12"),
            "{:#?}",
            screen.text()
        );
        screen.keys("esc k*2 enter");
        assert_eq!(screen.layer(), "choose");
        another(&folder, &["status"], "withdrawn");
        follow(&folder, &mut screen);
        assert!(screen.shows(says), "{:#?}", screen.text());
    }
}

/// What another did to the field that the line at the bottom tells of is told by its place, as all else.
#[test]
fn what_another_changed_in_a_long_text_is_told_where_it_is() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let side = language.code();
        go(&mut screen, "c21:27/position");
        let long = "The Arab group supports the methodology that was proposed for the work on ";
        screen.keys("e enter alt-a");
        screen.app.paste(&format!("{long}buildings"));
        screen.keys("ctrl-s");
        another(&folder, &["text", side], &format!("{long}premises"));
        follow(&folder, &mut screen);
        let said = screen
            .app
            .message
            .as_ref()
            .unwrap()
            .get(language)
            .to_owned();
        assert!(said.contains("omar") && said.contains("premises"), "{said}");
        assert!(said.contains('…') && !said.contains("The Arab"), "{said}");
    }
}

/// In few columns the versions stand above each other: as long as one's own of a field is not in sight,
/// there is a difference after what is shown.
#[test]
fn in_few_columns_no_difference_below_is_passed_over() {
    for (language, words) in [
        (Language::Arabic, ["مسحوب", "قُدِّم", "معارضة", "تأييد"]),
        (
            Language::English,
            ["withdrawn", "delivered", "oppose", "support"],
        ),
    ] {
        for height in 12..=18 {
            let (folder, mut screen) = desk(language);
            let change = |status: &str, stance: &str| Change {
                file: "c21.yaml".to_owned(),
                record: "c21:27/position".to_owned(),
                edits: [("status", status), ("stance", stance)]
                    .map(|(field, value)| {
                        let at = FieldPath::root().key("items").id("27");
                        let at = at.key("position").key(field);
                        let value = value.into();
                        Edit::Set { at, value }
                    })
                    .into(),
                seen: Vec::new(),
            };
            let mine = change("agreed", "amend");
            keeper(folder.path(), "hind").change(&mine).unwrap();
            let theirs = change("withdrawn", "oppose");
            keeper(folder.path(), "omar").change(&theirs).unwrap();
            follow(&folder, &mut screen);
            screen.resize(40, height);
            go(&mut screen, "c21:27/position");
            screen.keys("u");
            assert_eq!(screen.layer(), "clash");
            let mut all = sorted(words);
            while {
                let seen = marked(&screen);
                all.retain(|word| !seen.contains(word));
                !all.is_empty()
            } {
                let before = screen.text();
                screen.keys("n");
                assert_eq!(screen.message(), "", "{height} {before:#?}");
                assert_ne!(screen.text(), before, "{height}");
            }
            screen.keys("n");
            let none = "No difference after what is shown";
            assert_eq!(screen.message(), none, "{height} {:#?}", screen.text());
        }
    }
}

/// What was changed since it was typed was not changed just now, for it may have lain for days.
#[test]
fn what_was_typed_before_and_changed_since_is_not_told_as_changed_just_now() {
    for (language, says, now) in [
        (
            Language::English,
            "omar has changed this field since",
            "has just",
        ),
        (
            Language::Arabic,
            "تعديل من omar على هذا الحقل بعد ما كتبته",
            "تعديل جديد",
        ),
    ] {
        for (keys, field, value) in [
            (
                "e enter end <.>",
                ["text", language.code()].as_slice(),
                "2031",
            ),
            ("e j*5 enter ctrl-u <2021-06-09>", &["date"], "2021-06-12"),
        ] {
            let (folder, mut screen) = desk(language);
            go(&mut screen, "c21:27/position");
            screen.keys(keys);
            let typed = screen.typed();
            screen.keys("esc");
            another(&folder, field, value);
            follow(&folder, &mut screen);
            screen.keys("enter");
            assert_eq!((screen.layer(), screen.typed()), ("field", typed));
            let painted = screen.text().join(" ");
            assert!(screen.shows(says), "{:#?}", screen.text());
            assert!(!painted.contains(&crate::harness::painted(now)));
            // As long as it is open, and what comes then as well.
            screen.keys("left");
            assert!(screen.shows(says), "{:#?}", screen.text());
        }
    }
}

/// What a row ends with has no cell that could be marked: that it is all that differs is told.
#[test]
fn where_only_blanks_differ_it_is_told() {
    for (language, says) in [
        (
            Language::English,
            "they differ only in blanks and line ends",
        ),
        (Language::Arabic, "لا فرق إلا في الفراغات ونهايات الأسطر"),
    ] {
        for (mine, theirs, is_blank) in [
            ("The group met\nin Cairo.", "The group met in Cairo.", true),
            ("The group met  in Cairo.", "The group met in Cairo.", true),
            ("The group met\nin Tunis.", "The group met in Cairo.", false),
        ] {
            let (_folder, screen) = clash(language, (80, 24), mine, theirs);
            assert_eq!(screen.shows(says), is_blank, "{:#?}", screen.text());
        }
    }
}
