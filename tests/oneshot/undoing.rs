//! `majlis undo` and `majlis redo`: what is said of what came and went, and how one goes on where
//! nothing can be undone.

use super::changing::{library, majlis, text};
use super::majlis_program::Folder;

/// One row of the log: what was done.
fn last_in_log(folder: &Folder, language: &str) -> String {
    let log = majlis(folder, &["log", "--limit", "1", "--lang", language]);
    let row = log.out.lines().next().unwrap_or_default();
    row.split('\t').nth(3).unwrap_or_default().to_owned()
}

/// What was added and is undone is said to be no longer there; what was deleted, to be back.
#[test]
fn an_addition_and_a_deletion_that_are_undone_do_not_read_as_their_opposite() {
    for (language, addition, deletion) in [
        (
            "en",
            "undone: adding c1:27/r1; it is no longer there",
            "undone: deleting c1:27/r1; it is back at its place",
        ),
        (
            "ar",
            "تراجع: إضافة c1:27/r1؛ أُزيل ما أُضيف",
            "تراجع: حذف c1:27/r1؛ عاد ما حُذف إلى موضعه",
        ),
    ] {
        let folder = library();
        let add = ["add", "recommendation", "c1:27", "--en", "Paint"];
        assert_eq!(majlis(&folder, &add).code, 0);
        let undo = ["undo", "--lang", language];
        let undone = majlis(&folder, &undo);
        assert_eq!(undone.out, format!("{addition}\n"), "{undone:?}");
        assert_eq!(last_in_log(&folder, language), addition);
        assert!(!text(&folder, "c1.yaml").contains("Paint"));
        majlis(&folder, &["redo"]);
        majlis(&folder, &["remove", "c1:27/r1"]);
        let undone = majlis(&folder, &undo);
        assert_eq!(undone.out, format!("{deletion}\n"), "{undone:?}");
        // The text of what is there again is told with it.
        let told = last_in_log(&folder, language);
        assert_eq!(told, format!("{deletion}: Paint"));
        assert!(text(&folder, "c1.yaml").contains("Paint"));
    }
}

/// A position is a part of its item, and is added and deleted as any record is.
#[test]
fn so_is_a_position() {
    let folder = library();
    majlis(&folder, &["remove", "c1:27/position"]);
    let undone = majlis(&folder, &["undo"]);
    assert_eq!(
        undone.out,
        "undone: deleting c1:27/position; it is back at its place\n"
    );
}

/// `--keep` is for what stands in the way, and tells what comes next of undoing and of doing again.
#[test]
fn only_what_stands_in_the_way_is_kept() {
    let folder = library();
    majlis(&folder, &["note", "c1:27", "A note"]);
    majlis(&folder, &["set", "27/position", "status=agreed"]);
    for (language, said) in [
        ("en", "nothing stands in the way of it"),
        ("ar", "لا شيء يمنع التراجع عنه"),
    ] {
        let kept = majlis(&folder, &["undo", "--keep", "--lang", language]);
        assert_eq!((kept.code, kept.out.as_str()), (1, ""), "{kept:?}");
        assert!(kept.error.contains(said), "{kept:?}");
    }
    assert_eq!(majlis(&folder, &["undo"]).code, 0);
    assert!(text(&folder, "c1.yaml").contains("status: draft"));
    let other = ["set", "27/position", "status=delivered", "--as", "omar"];
    assert_eq!(majlis(&folder, &other).code, 0);
    let asked = majlis(&folder, &["redo"]);
    assert_eq!(asked.code, 3, "{asked:?}");
    let way = "to leave it as it is and go on to what you undid before it: majlis redo --keep";
    assert!(asked.error.contains(way), "{asked:?}");
    let kept = majlis(&folder, &["redo", "--keep"]);
    assert_eq!(
        kept.out,
        "c1:27/position: it stays as it is; what you undid before it is done again next\n"
    );
    assert_eq!(last_in_log(&folder, "en"), "left as it is: c1:27/position");
    assert_eq!(last_in_log(&folder, "ar"), "أُبقي كما هو: c1:27/position");
}

/// What is so already or is about what is gone is told once; the next `majlis undo` goes on.
#[test]
fn what_cannot_be_undone_any_more_is_passed_over_once() {
    for language in ["en", "ar"] {
        let folder = library();
        majlis(&folder, &["set", "27/position", "status=agreed"]);
        majlis(&folder, &["note", "c1:27", "A note"]);
        majlis(&folder, &["set", "27/n1", "text.en=Another"]);
        assert_eq!(
            majlis(&folder, &["remove", "27/n1", "--as", "omar"]).code,
            0
        );
        let undo = ["undo", "--lang", language];
        let [gone, is_so] = match language {
            "en" => [
                "c1:27/n1 is no longer in the file",
                "c1:27/n1 is as it was before your change already",
            ],
            _ => [
                "السجل c1:27/n1 لم يعد موجوداً في الملف",
                "السجل c1:27/n1 عاد من قبل إلى ما كان عليه قبل تعديلك",
            ],
        };
        for said in [gone, is_so] {
            let ran = majlis(&folder, &undo);
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
            assert!(ran.error.contains(said), "{ran:?}");
        }
        assert_eq!(majlis(&folder, &undo).code, 0);
        assert!(text(&folder, "c1.yaml").contains("status: draft"));
    }
}

/// The same of doing again: another has done it meanwhile.
#[test]
fn what_is_done_again_already_is_passed_over_once() {
    for (language, said) in [
        (
            "en",
            "c1:27/position is already as doing it again would make it; nothing was changed",
        ),
        (
            "ar",
            "السجل c1:27/position على الحال التي تؤدي إليها الإعادة أصلاً، فلم يتغيّر شيء",
        ),
    ] {
        let folder = library();
        majlis(&folder, &["set", "27/position", "status=agreed"]);
        assert_eq!(majlis(&folder, &["undo"]).code, 0);
        let other = ["set", "27/position", "status=agreed", "--as", "omar"];
        assert_eq!(majlis(&folder, &other).code, 0);
        let ran = majlis(&folder, &["redo", "--lang", language]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.error.contains(said), "{ran:?}");
    }
}
