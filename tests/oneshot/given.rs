//! What is given is kept whole: texts of several words, fields and nominations that come twice.

use super::changing::{library, majlis, text, tree};

#[test]
fn a_note_of_several_words_is_kept_whole() {
    for (texts, ar, en) in [
        (&["one", "two", "three"][..], None, Some("one two three")),
        (&["وافقت", "تونس", "أمس"], Some("وافقت تونس أمس"), None),
        (
            &["وافقت", "تونس", "على", "WRC-27"],
            Some("وافقت تونس على WRC-27"),
            None,
        ),
        (&["نعم", "WRC"], Some("نعم WRC"), None),
        (
            &["Tunisia agrees", "تونس توافق"],
            Some("تونس توافق"),
            Some("Tunisia agrees"),
        ),
        (
            &["تونس توافق", "--en", "Yes"],
            Some("تونس توافق"),
            Some("Yes"),
        ),
    ] {
        let folder = library();
        let mut all = vec!["note", "c1:27"];
        all.extend(texts);
        let ran = majlis(&folder, &all);
        assert_eq!(ran.code, 0, "{texts:?} {ran:?}");
        let text = &tree(&folder, "c1.yaml")["items"][0]["notes"][0]["text"];
        assert_eq!(text["ar"].as_str(), ar, "{texts:?}");
        assert_eq!(text["en"].as_str(), en, "{texts:?}");
    }
}

#[test]
fn a_field_that_is_given_twice_is_refused() {
    for arguments in [
        &["note", "c1:27", "--en", "one", "two"][..],
        &["note", "c1:27", "--en", "one", "--en", "two"],
        &["add", "note", "c1:27", "--en", "one", "en=two"],
        &["add", "note", "c1:27", "text.en=one", "en=two"],
        &["set", "c1:27", "title.en=one", "--en", "two"],
    ] {
        let folder = library();
        let before = text(&folder, "c1.yaml");
        let ran = majlis(&folder, arguments);
        assert_eq!(ran.code, 2, "{arguments:?} {ran:?}");
        assert!(ran.error.contains("is given twice"), "{ran:?}");
        assert_eq!(text(&folder, "c1.yaml"), before, "{arguments:?}");
    }
    // What takes several is told how to be given several.
    for (arguments, how) in [
        (
            &[
                "add",
                "recommendation",
                "c1:27",
                "--to",
                "tech-sec",
                "--to",
                "EGY",
                "--en",
                "x",
            ][..],
            "--to tech-sec,EGY",
        ),
        (
            &[
                "add",
                "recommendation",
                "c1:27",
                "to=tech-sec",
                "to=EGY",
                "--en",
                "x",
            ],
            "to=A,B",
        ),
    ] {
        let folder = library();
        let ran = majlis(&folder, arguments);
        assert_eq!(ran.code, 2, "{arguments:?} {ran:?}");
        assert!(ran.error.contains(how), "{ran:?}");
        assert!(!ran.error.contains("quotation"), "{ran:?}");
    }
    // Words behind a text that has not its quotation marks are refused too.
    let folder = library();
    let ran = majlis(&folder, &["add", "note", "c1:27", "--en", "one", "two"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.error.contains("“two” is not FIELD=VALUE"), "{ran:?}");
}

#[test]
fn who_is_nominated_already_is_told_and_nominated_all_the_same() {
    let folder = library();
    let add = [
        "add",
        "nomination",
        "c1:27",
        "person=selim",
        "body=itu",
        "role=chair",
    ];
    let first = majlis(&folder, &add);
    assert_eq!((first.code, first.error.as_str()), (0, ""), "{first:?}");
    let again = majlis(&folder, &add);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(
        again.error.contains("is nominated already (c1:nom/selim)"),
        "{again:?}"
    );
    // For another role it is said that it is one; where it was withdrawn, nothing is.
    let mut other = add;
    other[5] = "role=vice-chair";
    let error = majlis(&folder, &other).error;
    assert!(
        error.contains("is nominated already, for another role (c1:nom/selim)"),
        "{error}"
    );
    let folder = library();
    majlis(&folder, &add);
    majlis(&folder, &["set", "c1:nom/selim", "status=withdrawn"]);
    assert_eq!(majlis(&folder, &add).error, "");
}
