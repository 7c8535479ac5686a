//! New records whose ids are taken, or come to be taken before they are written: what is changed
//! meanwhile is changed of the record that the screen showed.

use std::sync::Arc;
use std::time::Instant;

use majlis::app::{Layer, Shelf};
use majlis::library::Library;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::Change;
use majlis::report::Language;

use crate::desk::{BOTH, go, keeper, value};
use crate::slow::Test;

/// Gives a recommendation a date by its form.
pub fn give_date(test: &mut Test, id: &str, date: &str) {
    go(&mut test.screen, id);
    test.keys("e");
    let Some(Layer::Form(form)) = test.screen.app.layer() else {
        panic!("no form")
    };
    let due = form.rows.iter().position(|row| row.path == ["due"]);
    let rows = due.unwrap() - form.selected;
    test.keys(&format!("j*{rows} enter <{date}> enter"));
    assert_eq!(test.screen.layer(), "form");
    test.keys("esc");
}

/// The ids, English wordings and dates of the recommendations of an item, as its file has them.
pub fn in_file(test: &Test, item: &str) -> Vec<[String; 3]> {
    let list = format!("items [{item}] recommendations");
    let field =
        |place: usize, field: &str| value(&test.folder, &format!("{list} #{place} {field}"));
    let all = (0..).map(|place| ["id", "text en", "due"].map(|name| field(place, name)));
    let all = all.take_while(|[id, ..]| !id.is_empty());
    all.map(|[id, text, due]| [id, text.chars().take(6).collect(), due])
        .collect()
}

/// The same as the screen has them, without the dates.
fn on_screen(test: &Test, item: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for number in 1..9 {
        let id = format!("c21:{item}/r{number}");
        if let Some(key) = test.screen.library().with_id(&id) {
            let text = test.screen.library().title(key, Language::English);
            all.push((id, text.chars().take(6).collect()));
        }
    }
    all
}

/// Omar adds a recommendation to an item meanwhile.
pub fn another_adds(test: &Test, item: &str, id: &str, text: &str) {
    let yaml = format!("{{id: {id}, kind: recommendation, to: tech-sec, text: {{en: {text}}}}}");
    let change = Change {
        file: "c21.yaml".to_owned(),
        record: format!("c21:{id}"),
        edits: vec![Edit::Insert {
            list: FieldPath::root()
                .key("items")
                .id(item)
                .key("recommendations"),
            before: None,
            value: serde_yaml::from_str(&yaml).unwrap(),
        }],
        seen: Vec::new(),
    };
    keeper(test.folder.path(), "omar").change(&change).unwrap();
}

/// What stands on the disk is read, as it is when others change it.
pub fn follow(test: &mut Test) {
    let shelf = Arc::new(Shelf::new(Library::open(test.folder.path())));
    test.screen.app.follow(shelf, Vec::new(), Instant::now());
    test.screen.draw();
}

fn has(all: &[[&str; 3]]) -> Vec<[String; 3]> {
    all.iter().map(|one| one.map(str::to_owned)).collect()
}

#[test]
fn what_is_changed_of_an_older_record_is_not_the_new_ones() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
        assert_eq!(on_screen(&test, "52").len(), 2);
        give_date(&mut test, "c21:52/r1", "2021-12-01");
        give_date(&mut test, "c21:52/r2", "2021-12-02");
        test.let_one_go().let_one_go().let_one_go();
        assert_eq!(
            in_file(&test, "52"),
            has(&[
                ["52/r1", "Urge t", "2021-12-01"],
                ["52/r2", "MINE", "2021-12-02"]
            ])
        );
    }
}

#[test]
fn what_is_changed_of_the_first_of_two_new_ones_is_not_the_seconds() {
    for language in BOTH {
        for another in [false, true] {
            let mut test = Test::new(language);
            test.keys("/ <c21:27> enter @ <competent-groups FIRST> enter");
            test.keys("@ <competent-groups SECOND> enter");
            give_date(&mut test, "c21:27/r1", "2021-12-01");
            give_date(&mut test, "c21:27/r2", "2021-12-02");
            let mut all = has(&[
                ["27/r1", "FIRST", "2021-12-01"],
                ["27/r2", "SECOND", "2021-12-02"],
            ]);
            if another {
                another_adds(&test, "27", "27/r1", "THEIRS");
                all = has(&[
                    ["27/r1", "THEIRS", ""],
                    ["27/r2", "FIRST", "2021-12-01"],
                    ["27/r3", "SECOND", "2021-12-02"],
                ]);
            }
            test.let_one_go().let_one_go();
            // What is not written as yet stands where it belongs on the screen, too.
            let shown = on_screen(&test, "27");
            let all_shown = all
                .iter()
                .map(|[id, text, _]| (format!("c21:{id}"), text.clone()));
            assert_eq!(shown, all_shown.collect::<Vec<_>>());
            test.let_one_go().let_one_go();
            assert_eq!(in_file(&test, "27"), all);
        }
    }
}

#[test]
fn what_is_changed_of_a_new_record_whose_id_another_takes_is_not_the_others() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
        give_date(&mut test, "c21:52/r2", "2021-12-01");
        another_adds(&test, "52", "52/r2", "THEIRS");
        // The screen hears of it, and I go on with both.
        follow(&mut test);
        let both = [("c21:52/r2", "THEIRS"), ("c21:52/r3", "MINE")];
        let both = both.map(|(id, text)| (id.to_owned(), text.to_owned()));
        assert_eq!(on_screen(&test, "52")[1..], both);
        give_date(&mut test, "c21:52/r2", "2021-12-02");
        test.let_one_go().let_one_go().let_one_go();
        assert_eq!(
            in_file(&test, "52"),
            has(&[
                ["52/r1", "Urge t", ""],
                ["52/r2", "THEIRS", "2021-12-02"],
                ["52/r3", "MINE", "2021-12-01"]
            ])
        );
        assert_eq!(on_screen(&test, "52")[1..], both);
    }
}

#[test]
fn what_was_not_added_is_told_by_the_id_that_it_was_shown_with() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter j");
        let held = test.held();
        test.let_one_go();
        drop(held);
        let said = test.screen.message();
        assert!(said.contains("c21:52/r2"), "{said}");
        let [copy] = test.unsaved().try_into().unwrap();
        assert!(copy.contains("52/r2") && !copy.contains("52/r1"), "{copy}");
    }
}

#[test]
fn what_is_written_and_not_heard_of_stands_once_on_the_screen() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
        // Another has the same to say, and comes first.
        another_adds(&test, "52", "52/r2", "THEIRS");
        test.slow.carry_one_out();
        follow(&mut test);
        let shown = on_screen(&test, "52");
        let has = |shown: &[(String, String)]| {
            let texts: Vec<_> = shown.iter().map(|(_, text)| text.clone()).collect();
            assert_eq!(texts, ["Urge t", "THEIRS", "MINE"]);
        };
        has(&shown);
        assert_eq!(shown[2].0, "c21:52/r3");
        // What is changed of it is changed of it.
        give_date(&mut test, "c21:52/r3", "2021-12-01");
        follow(&mut test);
        has(&on_screen(&test, "52"));
        test.slow.let_hear(&mut test.screen);
        has(&on_screen(&test, "52"));
        test.let_one_go();
        assert_eq!(in_file(&test, "52")[2], ["52/r3", "MINE", "2021-12-01"]);
    }
}

/// A name that is given to a second field is given again where its entry is refused.
#[test]
fn all_that_names_a_new_entry_waits_for_it() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = test.file("c21.yaml");
        test.keys("/ <c21:nom/selim> enter e enter ctrl-u <Nadia Haddad> ctrl-s*3");
        assert_eq!(test.screen.typed(), "haddad");
        test.keys("ctrl-s esc / <c21:nom/bilal> enter e enter ctrl-u <haddad> ctrl-s esc");
        assert_eq!(test.waiting(), 3);
        let held = test.held();
        test.let_one_go();
        drop(held);
        test.let_one_go().let_one_go();
        assert!(!test.file("registry.yaml").contains("haddad"));
        assert_eq!(test.file("c21.yaml"), before);
        // Also what names it when that is known.
        test.keys("esc*3 / <c21:nom/bilal> enter e enter ctrl-u <haddad> ctrl-s");
        assert_ne!(
            value(&test.folder, "nominations [nom/bilal] person"),
            "haddad"
        );
    }
}

#[test]
fn what_is_typed_names_a_new_entry_by_the_id_that_it_got() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:nom/selim> enter e enter ctrl-u <Nadia Haddad> ctrl-s*3");
        assert_eq!(test.screen.typed(), "haddad");
        another_haddad(&test);
        test.let_one_go();
        assert_eq!(test.screen.typed(), "haddad-2");
        test.keys("ctrl-s").let_one_go();
        assert_eq!(
            value(&test.folder, "nominations [nom/selim] person"),
            "haddad-2"
        );
    }
}

/// In a text the same word is a word.
#[test]
fn a_text_is_not_changed_where_an_entry_of_the_directory_gets_another_id() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:nom/selim> enter e enter ctrl-u <Nadia Haddad> ctrl-s*3 esc esc");
        test.keys("/ <c21:27/position> enter e enter alt-a <haddad spoke>");
        another_haddad(&test);
        test.let_one_go();
        let typed = test.screen.typed();
        assert_eq!(typed, "haddad spoke");
        // So it is in a line, but where it says who is to act.
        test.keys("esc esc / <c21:nom/selim> enter e enter ctrl-u <Hind Najjar> ctrl-s*3 esc esc");
        test.keys("@ <najjar a paper on najjar>");
        let other = "{id: najjar, name: {en: Omar Najjar}}";
        another_person(&test, other);
        test.let_one_go();
        assert_eq!(test.screen.typed(), "@najjar-2 a paper on najjar");
    }
}

/// Omar adds a person to the directory meanwhile.
fn another_person(test: &Test, yaml: &str) {
    let value: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
    let change = Change {
        file: "registry.yaml".to_owned(),
        record: value["id"].as_str().unwrap().to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root().key("people"),
            before: None,
            value,
        }],
        seen: Vec::new(),
    };
    keeper(test.folder.path(), "omar").change(&change).unwrap();
}

fn another_haddad(test: &Test) {
    another_person(test, "{id: haddad, name: {en: Omar Haddad}}");
}

/// One is not asked about oneself: what the file does not write is shown as what it means.
#[test]
fn one_key_after_the_other_asks_nothing() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
        for id in ["c21:52/r1", "c21:52/r2"] {
            go(&mut test.screen, id);
            test.keys("M");
        }
        test.let_one_go().let_one_go().let_one_go();
        assert_eq!(test.screen.layer(), "");
        for id in ["52/r1", "52/r2"] {
            let path = format!("items [52] recommendations [{id}] status");
            assert_eq!(value(&test.folder, &path), "done");
        }
    }
}

/// Opens the date of the recommendation in hand, and types one.
fn type_date(test: &mut Test, date: &str) {
    test.keys("e");
    let Some(Layer::Form(form)) = test.screen.app.layer() else {
        panic!("no form")
    };
    let due = form.rows.iter().position(|row| row.path == ["due"]);
    test.keys(&format!("j*{} enter <{date}>", due.unwrap()));
}

fn form_title(test: &Test) -> String {
    match test.screen.app.layer() {
        Some(Layer::Form(form)) => form.title.en.clone(),
        _ => String::new(),
    }
}

/// One's own record is shown as r2, and so is another's by the time at which it is written: one's own
/// is r3.
#[test]
fn what_is_open_and_typed_stays_with_a_record_that_gets_another_id() {
    for (language, hears_first) in [(Language::Arabic, false), (Language::English, true)] {
        let begin = |keys: &str| {
            let mut test = Test::new(language);
            test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
            go(&mut test.screen, "c21:52/r2");
            match keys {
                "" => type_date(&mut test, "2021-12-01"),
                "draft" => {
                    type_date(&mut test, "2021-12-01");
                    test.keys("esc esc");
                }
                keys => drop(test.keys(keys)),
            }
            another_adds(&test, "52", "52/r2", "THEIRS");
            if hears_first {
                follow(&mut test);
            }
            test.let_one_go();
            test
        };
        let own = ["52/r3", "MINE", "2021-12-01"];
        let all = has(&[["52/r1", "Urge t", ""], ["52/r2", "THEIRS", ""], own]);
        // In an open field.
        let mut test = begin("");
        assert_eq!(
            (test.screen.layer(), test.screen.typed().as_str()),
            ("field", "2021-12-01")
        );
        test.keys("enter");
        assert_eq!(form_title(&test), "Recommendation c21:52/r3");
        test.let_one_go();
        assert_eq!(in_file(&test, "52"), all);
        // Undone from within the form, where it was made; the record itself was not.
        test.keys("ctrl-_").let_one_go();
        assert_eq!(test.screen.layer(), "form");
        assert_eq!(in_file(&test, "52")[2][2], "");
        test.keys("ctrl-_ esc u").let_one_go();
        assert_eq!(in_file(&test, "52").len(), 2);
        assert_eq!(test.screen.layer(), "");
        assert!(test.screen.message().starts_with("Undone"));
        // What was left in a field.
        let mut test = begin("draft");
        assert_eq!(test.screen.in_hand(), "c21:52/r3");
        type_date(&mut test, "");
        assert_eq!(test.screen.typed(), "2021-12-01");
        test.keys("enter").let_one_go();
        assert_eq!(in_file(&test, "52"), all);
        // The question whether it is to be deleted.
        let mut test = begin("X");
        assert_eq!(test.screen.layer(), "removal");
        assert!(test.screen.shows("c21:52/r3"));
        test.keys("down enter").let_one_go();
        assert_eq!(in_file(&test, "52"), all[..2]);
        // And the key that acts on what is in hand.
        let mut test = begin("M");
        assert_eq!(test.screen.in_hand(), "c21:52/r3");
        test.let_one_go();
        let status = |nth: usize| {
            let path = format!("items [52] recommendations #{nth} status");
            value(&test.folder, &path)
        };
        assert_eq!((status(1).as_str(), status(2).as_str()), ("", "done"));
    }
}
