//! Undoing what another has changed since.

use majlis::library::keep::Deed;
use majlis::report::Language;

use crate::desk::{BOTH, another, desk, go, value};

#[test]
fn an_undoing_that_clashes_asks_each_time() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        another(&folder, &["status"], "withdrawn");
        for _ in 0..2 {
            screen.keys("u");
            assert_eq!(screen.layer(), "clash");
            // Nothing is answered.
            screen.keys("esc");
            assert_eq!(value(&folder, "items [27] position status"), "withdrawn");
        }
        // What is another change is told after it; the question is the same.
        another(&folder, &["date"], "2021-06-11");
        screen.keys("u j enter");
        assert_eq!(value(&folder, "items [27] position status"), "delivered");
    }
}

/// Another has put back what stands there: it is asked before it is undone, by words that speak of
/// undoing, and who did so is told.
#[test]
fn what_another_put_back_is_undone_after_a_question() {
    for (language, words) in [
        (
            Language::English,
            [
                "The field was changed after your change",
                "What undoing brings back",
                "Undo all the same",
                "What is in the file stays; nothing was undone",
                "What you typed",
            ],
        ),
        (
            Language::Arabic,
            [
                "عُدّل الحقل بعد تعديلك",
                "ما يعيده التراجع",
                "التراجع مع ذلك",
                "بقي ما في الملف؛ ولم يُتراجع عن شيء",
                "ما كتبته",
            ],
        ),
    ] {
        let [title, gives, anyhow, stays, typed] = words;
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        another(&folder, &["status"], "withdrawn");
        another(&folder, &["status"], "agreed");
        screen.keys("u");
        assert_eq!(screen.layer(), "clash");
        for shown in [title, gives, anyhow, "omar"] {
            assert!(screen.shows(shown), "{shown} {:#?}", screen.text());
        }
        assert!(!screen.shows(typed));
        // Escape leaves it as it is: nothing was typed, and it is asked again.
        screen.keys("esc");
        let message = screen.app.message.as_ref();
        assert_eq!(message.map(|said| said.get(language)), Some(stays));
        screen.keys("u enter");
        let message = screen.app.message.as_ref();
        assert_eq!(message.map(|said| said.get(language)), Some(stays));
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        // It was the only one.
        screen.keys("u");
        assert_eq!(screen.layer(), "");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        // Having been asked, one undoes it all the same, and does it again without a question.
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        another(&folder, &["status"], "withdrawn");
        another(&folder, &["status"], "agreed");
        screen.keys("u j enter");
        assert_eq!(value(&folder, "items [27] position status"), "delivered");
        screen.keys("ctrl-r");
        assert_eq!(screen.layer(), "");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
    }
}

/// What is typed for the field and not saved has nothing to do with the undoing that is asked about.
#[test]
fn the_question_of_an_undoing_leaves_what_was_typed_since() {
    for language in BOTH {
        for answer in ["enter", "j enter"] {
            let (folder, mut screen) = desk(language);
            go(&mut screen, "c21:27/position");
            screen.keys("e enter alt-a <first> ctrl-s");
            another(&folder, &["text", language.code()], "theirs");
            screen.keys("enter end < and more> esc esc u");
            assert_eq!(screen.layer(), "clash");
            screen.keys(answer);
            screen.keys("e enter");
            assert_eq!(
                (screen.layer(), screen.typed().as_str()),
                ("field", "first and more"),
                "{answer}"
            );
        }
    }
}

/// What is kept is passed over: the next undoing turns back the change before it.
#[test]
fn after_what_is_kept_the_change_before_it_is_undone() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let path = format!("items [27] position text {}", language.code());
        go(&mut screen, "c21:27/position");
        screen.keys("A e enter alt-a <first> ctrl-s esc");
        another(&folder, &["text", language.code()], "theirs");
        screen.keys("u");
        assert_eq!(screen.layer(), "clash");
        screen.keys("enter u");
        assert_eq!(screen.layer(), "");
        assert_eq!(value(&folder, "items [27] position status"), "delivered");
        assert_eq!(value(&folder, &path), "theirs");
        // There is nothing more; what was undone is done again.
        screen.keys("u");
        assert_eq!(screen.layer(), "");
        screen.keys("ctrl-r");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        assert_eq!(value(&folder, &path), "theirs");
    }
}

/// What is undone all the same is undone: the next undoing turns back the change before it.
#[test]
fn what_is_undone_all_the_same_is_an_undoing() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let path = format!("items [27] position text {}", language.code());
        go(&mut screen, "c21:27/position");
        let before = value(&folder, &path);
        screen.keys("A e enter alt-a <first> ctrl-s esc");
        another(&folder, &["text", language.code()], "theirs");
        screen.keys("u j enter");
        assert_eq!(value(&folder, &path), before);
        let history = majlis::library::keep::History::of(folder.path());
        let line = history.newest_first().unwrap().next().unwrap();
        let mut changes = history.newest_first().unwrap();
        let changed = changes.find(|line| line.who == "hind" && line.what == Deed::Change);
        assert_eq!(
            (line.what, line.of),
            (Deed::Undo, changed.map(|line| line.id))
        );
        screen.keys("u");
        assert_eq!(screen.layer(), "");
        assert_eq!(value(&folder, "items [27] position status"), "delivered");
        // Both are done again, one after the other: then the field is theirs.
        screen.keys("ctrl-r ctrl-r");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        assert_eq!(value(&folder, &path), "theirs");
    }
}
