//! A wording stands in Arabic and English; where one of the two is changed, it is said that the other is
//! as it was.

use serde_json::Value;

use super::changing::{library, majlis};
use super::majlis_program::Folder;

const ENGLISH: &str = "the English text is as it was before the Arabic was changed";
const ARABIC: &str = "the Arabic text is as it was before the English was changed";

/// What is said of the other language: nothing, that the English is as it was, or that the Arabic is.
fn said(folder: &Folder, arguments: &[&str]) -> &'static str {
    let ran = majlis(folder, arguments);
    assert_eq!(ran.code, 0, "{ran:?}");
    match (ran.error.contains(ENGLISH), ran.error.contains(ARABIC)) {
        (false, false) => "",
        (true, false) => "English",
        (false, true) => "Arabic",
        (true, true) => "both",
    }
}

#[test]
fn where_one_language_is_changed_it_is_said_that_the_other_is_as_it_was() {
    let folder = library();
    let of_position = |value: &str| said(&folder, &["set", "c1:27/position", value]);
    assert_eq!(of_position("text.ar=نعارض."), "English");
    // The other comes after it, and is the same again.
    assert_eq!(of_position("text.en=We oppose."), "");
    assert_eq!(of_position("status=agreed"), "");
    assert_eq!(of_position("text.en=We oppose it."), "Arabic");
    // One looks before it is delivered.
    assert_eq!(of_position("status=delivered"), "Arabic");
    assert_eq!(of_position("status=draft"), "");
    majlis(&folder, &["undo"]);
    majlis(&folder, &["undo"]);
    // What was undone was not changed.
    majlis(&folder, &["undo"]);
    assert_eq!(of_position("status=delivered"), "");
    let both = [
        "set",
        "27/position",
        "text.ar=نتحفظ.",
        "text.en=We reserve.",
    ];
    assert_eq!(said(&folder, &both), "");
    // A title is a wording as well; a name is only spelled.
    assert_eq!(
        said(&folder, &["set", "c1:27", "title.ar=المقر"]),
        "English"
    );
    assert_eq!(said(&folder, &["set", "selim", "name.ar=شهيرة"]), "");
    // What stands in one language only has left nothing behind, and its translation neither.
    assert_eq!(said(&folder, &["note", "c1:27", "تونس توافق"]), "");
    assert_eq!(said(&folder, &["set", "27/n1", "text.ar=توافق"]), "");
    assert_eq!(said(&folder, &["set", "27/n1", "text.en=Agreed"]), "");
}

#[test]
fn it_is_said_in_the_language_of_the_person_and_to_programs() {
    let folder = library();
    let change = |language, value| {
        let all = ["set", "c1:27/position", "--lang", language, value];
        majlis(&folder, &all).error
    };
    assert_eq!(change("en", "text.ar=أ"), format!("majlis: {ENGLISH}\n"));
    assert_eq!(
        change("ar", "text.ar=ب"),
        "majlis: النص الإنكليزي على ما كان عليه قبل تعديل النص العربي\n"
    );
    let json = ["set", "c1:27", "position.text.ar=ج", "--json"];
    let ran = majlis(&folder, &json);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        told["left_behind"],
        serde_json::json!(["position.text.en"]),
        "{ran:?}"
    );
    assert_eq!(ran.error, "");
    let told: Value =
        serde_json::from_str(&majlis(&folder, &["set", "c1:27", "kind=topic", "--json"]).out)
            .unwrap();
    assert_eq!(told.get("left_behind"), None);
}

/// What was delivered says something else since; and what is delivered in one language only.
#[test]
fn a_stage_that_stays_and_a_language_that_is_missing_are_told() {
    let folder = library();
    let change = |language, value| {
        let all = ["set", "c1:27/position", "--lang", language, value];
        majlis(&folder, &all).error
    };
    assert_eq!(change("en", "status=delivered"), "");
    assert!(change("en", "text.en=We do.").ends_with("majlis: its stage is still “delivered”\n"));
    assert!(change("ar", "text.ar=نعم.").ends_with("majlis: مرحلته ما زالت «قُدِّم»\n"));
    assert_eq!(
        change("en", "text.ar="),
        "majlis: its stage is still “delivered”\n"
    );
    // A translation says the same.
    assert_eq!(change("en", "text.ar=نعم."), "");
    assert_eq!(
        change("en", "stance=oppose"),
        "majlis: its stage is still “delivered”\n"
    );
    assert_eq!(change("en", "status=draft"), "");
    assert_eq!(change("en", "text.ar="), "");
    assert_eq!(
        change("en", "status=agreed"),
        "majlis: there is no Arabic text yet\n"
    );
    let ran = majlis(
        &folder,
        &["set", "c1:27/position", "status=delivered", "--json"],
    );
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        told["left_behind"],
        serde_json::json!(["position.text.ar"]),
        "{ran:?}"
    );
}
