//! Two who change the same.

use majlis::library::edit::{self, FieldPath};
use majlis::library::keep::Change;
use majlis::report::Language;

use crate::desk::{BOTH, another, another_program, desk, go, keeper, past, value};

#[test]
fn of_two_who_change_the_same_the_later_one_is_asked() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        another(&folder, &["status"], "withdrawn");
        screen.keys("A");
        assert_eq!(screen.layer(), "clash");
        assert!(screen.shows("omar"));
        // What is in the file stays, and is seen.
        screen.keys("enter");
        assert_eq!(value(&folder, "items [27] position status"), "withdrawn");
        let withdrawn = match language {
            Language::Arabic => "مسحوب",
            Language::English => "withdrawn",
        };
        assert!(screen.shows(withdrawn));
        // Having seen it, one writes one's own.
        screen.keys("A");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        screen.keys("u");
        // In a form: the other writes while the field is open, and one's own is taken.
        screen.keys("e j*3 enter");
        another(&folder, &["status"], "delivered");
        screen.keys("<superseded> enter");
        assert_eq!(screen.layer(), "clash");
        screen.keys("j enter");
        assert_eq!(
            (screen.layer(), screen.message().is_empty()),
            ("form", false)
        );
        assert_eq!(value(&folder, "items [27] position status"), "superseded");
    }
}

#[test]
fn what_one_typed_is_edited_once_more_after_another_program_wrote() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let side = language.code();
        go(&mut screen, "c21:27/position");
        screen.keys("e enter alt-a <mine>");
        another_program(&folder, side);
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "clash");
        assert!(screen.shows("C26/35") && screen.shows("mine"));
        // Escape leaves it open: what was typed is a draft of the field.
        screen.keys("esc enter");
        assert_eq!((screen.layer(), screen.typed().as_str()), ("field", "mine"));
        screen.keys("ctrl-s j*2 enter");
        assert_eq!((screen.layer(), screen.typed().as_str()), ("field", "mine"));
        screen.keys("end <, and theirs> ctrl-s");
        assert_eq!(
            (screen.layer(), screen.message().is_empty()),
            ("form", false)
        );
        let wording = value(&folder, &format!("items [27] position text {side}"));
        assert_eq!(wording, "mine, and theirs");
    }
}

/// Two wordings that are longer than the screen, and differ at their end.
#[test]
fn of_two_long_versions_the_place_is_seen_where_they_differ() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let side = language.code();
        let (line, theirs, mine) = match language {
            Language::English => ("The group supports this proposal.\n", "Cairo", "Tunis"),
            Language::Arabic => ("تؤيد المجموعة هذا المقترح.\n", "القاهرة", "تونس"),
        };
        screen.resize(80, 24);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter alt-a");
        screen.app.paste(&format!("{}{mine}", line.repeat(30)));
        another(
            &folder,
            &["text", side],
            &format!("{}{theirs}", line.repeat(30)),
        );
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "clash");
        // Side by side, on eighty columns too, with what stands before it.
        let place = |text: &str| {
            let wanted = crate::harness::painted(text);
            let text = screen.text();
            let row = text.iter().position(|row| row.contains(&wanted));
            row.unwrap_or_else(|| panic!("{text:#?}"))
        };
        assert!(
            place(theirs).abs_diff(place(mine)) <= 1,
            "{:#?}",
            screen.text()
        );
        let rows = screen.text();
        let before = crate::harness::painted(line.trim());
        let whole = rows.iter().filter(|row| row.matches(&before).count() == 2);
        assert!(whole.count() >= 3, "{rows:#?}");
    }
}

#[test]
fn what_was_not_written_is_brought_back_from_the_history() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let side = language.code();
        let path = format!("items [27] position text {side}");
        go(&mut screen, "c21:27/position");
        screen.keys("e enter alt-a <mine, of two> enter <lines>");
        another_program(&folder, side);
        // Saved twice and left to the other both times: the history tells of it once.
        screen.keys("ctrl-s esc enter ctrl-s");
        assert_eq!(screen.layer(), "clash");
        screen.keys("enter esc H");
        let told = past(&screen, language);
        let lost: Vec<&String> = told
            .iter()
            .filter(|line| line.starts_with(not_written(language)))
            .collect();
        assert_eq!(lost.len(), 1, "{told:?}");
        let theirs = value(&folder, &path);
        assert!(theirs.contains("C26/35"), "{theirs}");
        screen.keys("enter");
        assert_eq!(screen.layer(), "");
        assert_eq!(value(&folder, &path), "mine, of two\nlines");
        // The way back is an undo, as of any change.
        screen.keys("u");
        assert_eq!(value(&folder, &path), theirs);
    }
}

fn not_written(language: Language) -> &'static str {
    match language {
        Language::Arabic => "لم يُكتب: ",
        Language::English => "Not written: ",
    }
}

/// Who answers neither way is told of what was typed only where something was.
#[test]
fn what_no_key_has_typed_is_not_said_to_be_there() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e j*3 enter");
        another(&folder, &["status"], "withdrawn");
        screen.keys("<superseded> enter");
        assert_eq!(screen.layer(), "clash");
        screen.keys("esc");
        assert!(screen.message().starts_with("Not saved; what you typed"));
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        another(&folder, &["status"], "withdrawn");
        screen.keys("A");
        assert_eq!(screen.layer(), "clash");
        screen.keys("esc");
        assert_eq!(
            screen.message(),
            "What is in the file stays; nothing was changed"
        );
        assert_eq!(value(&folder, "items [27] position status"), "withdrawn");
    }
}

/// A field that another program changed under an open form is not given to who changed it last.
#[test]
fn what_was_changed_outside_names_nobody() {
    for (language, outside) in [
        (Language::English, "changed outside majlis"),
        (Language::Arabic, "عُدّل خارج مجلس"),
    ] {
        let (folder, mut screen) = desk(language);
        let side = language.code();
        another(&folder, &["text", side], "by omar");
        let shelf = majlis::app::Shelf::new(majlis::library::Library::open(folder.path()));
        let now = std::time::Instant::now();
        screen
            .app
            .follow(std::sync::Arc::new(shelf), Vec::new(), now);
        go(&mut screen, "c21:27/position");
        screen.keys("e enter alt-a <mine>");
        another_program(&folder, side);
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "clash");
        assert!(screen.shows(outside), "{:#?}", screen.text());
        assert!(!screen.shows("omar"));
    }
}

/// Each field of a record that would go is told with who changed it, and the record by its title.
#[test]
fn each_field_is_told_with_who_changed_it() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let items = FieldPath::root().key("items");
        let item = "{id: '99', title: {ar: المباني الجديدة, en: New premises}, position: \
                    {stance: support, status: draft, text: {ar: نص, en: text}}}";
        let change = |edits| Change {
            file: "c21.yaml".to_owned(),
            record: "c21:99".to_owned(),
            edits,
            seen: Vec::new(),
        };
        let insert = edit::Edit::Insert {
            list: items.clone(),
            before: None,
            value: serde_yaml::from_str(item).unwrap(),
        };
        let added = keeper(folder.path(), "hind").change(&change(vec![insert]));
        added.unwrap();
        let position = items.id("99").key("position");
        for (who, field, value) in [("omar", "stance", "oppose"), ("lina", "status", "agreed")] {
            let at = position.clone().key(field);
            let value = value.into();
            let changed =
                keeper(folder.path(), who).change(&change(vec![edit::Edit::Set { at, value }]));
            changed.unwrap();
        }
        go(&mut screen, "c17:wsis-process");
        let shelf = majlis::app::Shelf::new(majlis::library::Library::open(folder.path()));
        let now = std::time::Instant::now();
        screen
            .app
            .follow(std::sync::Arc::new(shelf), Vec::new(), now);
        screen.keys("u");
        assert_eq!(screen.layer(), "clash");
        let title = match language {
            Language::Arabic => "المباني الجديدة",
            Language::English => "New premises",
        };
        for shown in ["omar", "lina", title] {
            assert!(screen.shows(shown), "{shown} {:#?}", screen.text());
        }
    }
}

/// A field that is not written is told by what it means then, and that it is not written; where the file
/// says just that in so many words, nothing of it is different.
#[test]
fn what_is_not_written_is_told_apart_from_what_is() {
    for (language, done, open) in [
        (
            Language::English,
            "Status: done (was: open (not written))",
            "Status: open (was: open (not written))",
        ),
        (
            Language::Arabic,
            "الحالة: نُفِّذت (كان: لم تُنفَّذ بعد (غير مكتوب))",
            "الحالة: لم تُنفَّذ بعد (كان: لم تُنفَّذ بعد (غير مكتوب))",
        ),
    ] {
        for (status, told) in [("done", done), ("open", open)] {
            let (folder, mut screen) = desk(language);
            screen.keys("/ <c21:27> enter @ <tech-sec MINE> enter");
            let at = FieldPath::root().key("items").id("27");
            let at = at.key("recommendations").id("27/r1").key("status");
            let change = Change {
                file: "c21.yaml".to_owned(),
                record: "c21:27/r1".to_owned(),
                edits: vec![edit::Edit::Set {
                    at,
                    value: status.into(),
                }],
                seen: Vec::new(),
            };
            keeper(folder.path(), "omar").change(&change).unwrap();
            go(&mut screen, "c21:27/r1");
            screen.keys("H");
            let past = past(&screen, language);
            assert_eq!(past.first().map(String::as_str), Some(told), "{past:?}");
            // That mine was added is undone after a question, in which only what differs is shown.
            screen.keys("esc u");
            assert_eq!(screen.layer(), "clash");
            let Some(majlis::app::Layer::Clash(clash)) = screen.app.layer() else {
                panic!("no question")
            };
            let labels: Vec<&str> = clash
                .fields
                .iter()
                .map(|one| one.label.get(Language::English))
                .collect();
            match status {
                "done" => assert_eq!(labels, ["Status"]),
                _ => assert_eq!(labels, ["Wording"]),
            }
        }
    }
}
