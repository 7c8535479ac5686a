//! Changing records on the screen: what is in the file afterwards, and what is on the screen at once.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use majlis::app::Shelf;
use majlis::library::edit::{self, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::library::{Library, Source};
use majlis::report::Language;
use majlis::script::Form;
use serde_yaml::Value;
use tempfile::TempDir;

use crate::harness::Screen;

const BOTH: [Language; 2] = [Language::Arabic, Language::English];

/// The built-in reports in a folder of their own, open to be changed by Hind on 10 June 2021.
pub fn desk(language: Language) -> (TempDir, Screen) {
    desk_of(language, (140, 40))
}

pub fn desk_of(language: Language, size: (u16, u16)) -> (TempDir, Screen) {
    let folder = tempfile::tempdir().unwrap();
    for source in Source::built_in() {
        let name = Path::new(&source.name).file_name().unwrap();
        fs::write(folder.path().join(name), source.bytes.unwrap()).unwrap();
    }
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    let mut screen = Screen::new(shelf, language, Form::Visual, size);
    screen.app.keep_with(keeper(folder.path(), "hind"));
    screen.app.desk.day = Some((2021, 6, 10));
    (folder, screen)
}

fn keeper(folder: &Path, who: &str) -> Keeper {
    Keeper::new(folder, who, Means::Hand).with_state(Some(folder.join("state")))
}

fn file(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

/// A value of c21, by keys and ids: `items [27] position status`.
fn value(folder: &TempDir, path: &str) -> String {
    value_in(folder, "c21.yaml", path)
}

fn value_in(folder: &TempDir, name: &str, path: &str) -> String {
    let at = path.split(' ').fold(FieldPath::root(), |at, step| {
        match step.strip_prefix('[').and_then(|id| id.strip_suffix(']')) {
            Some(id) => at.id(id),
            None => at.key(step),
        }
    });
    // Of an element that is not there, there is no value.
    match edit::value(&file(folder, name), &at) {
        Ok(None) | Err(_) => String::new(),
        Ok(Some(Value::String(text))) => text,
        Ok(Some(other)) => serde_json::to_string(&other).unwrap(),
    }
}

/// Goes to a record.
fn go(screen: &mut Screen, id: &str) {
    screen.keys(&format!("/ <{id}> enter"));
    assert_eq!(screen.in_hand(), id);
}

#[test]
fn one_key_agrees_defers_and_marks_delivered_and_undo_leads_back_to_the_byte() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        screen.keys("A");
        assert_eq!(screen.in_hand(), "c21:27");
        assert!(
            screen.message().contains("agreed (was: delivered)"),
            "{}",
            screen.message()
        );
        let wanted = before.replacen("      status: delivered\n", "      status: agreed\n", 1);
        assert_eq!(file(&folder, "c21.yaml"), wanted);
        let agreed = match language {
            Language::Arabic => "متفق عليه",
            Language::English => "agreed",
        };
        assert!(screen.shows(agreed));
        screen.keys("D");
        assert_eq!(value(&folder, "items [27] position stance"), "defer");
        screen.keys("u u");
        assert_eq!(file(&folder, "c21.yaml"), before);
        assert!(
            screen.message().starts_with("Undone"),
            "{}",
            screen.message()
        );
        screen.keys("u");
        assert!(screen.message().contains("nothing"), "{}", screen.message());
        screen.keys("U");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        screen.keys("M");
        assert_eq!(file(&folder, "c21.yaml"), before);
        // What is so already is said, and no change.
        screen.keys("M");
        assert!(!screen.message().is_empty());
        go(&mut screen, "c21:eg-itrs");
        screen.keys("A");
        assert!(
            screen.message().contains("no position"),
            "{}",
            screen.message()
        );
    }
}

#[test]
fn who_may_not_write_is_told_why_at_each_attempt() {
    for language in BOTH {
        let mut screen = match language {
            Language::Arabic => Screen::arabic(),
            Language::English => Screen::english(),
        };
        go(&mut screen, "c21:27");
        for keys in ["A", "u", "n r", "@", "+", "J"] {
            screen.keys(keys);
            assert!(
                screen.message().contains("built into"),
                "{keys}: {}",
                screen.message()
            );
            assert_eq!(screen.layer(), "");
        }
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        let reader = keeper(folder.path(), "hind").read_only(true);
        screen.app.keep_with(reader);
        go(&mut screen, "c21:27");
        for keys in ["A", "D", "M", "U", "n i", "K"] {
            screen.keys(keys);
            assert!(
                screen.message().contains("reading"),
                "{keys}: {}",
                screen.message()
            );
        }
        // All can be seen.
        screen.keys("e enter");
        assert_eq!(screen.layer(), "form");
        assert!(screen.message().contains("reading"), "{}", screen.message());
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn a_form_changes_each_sort_of_field_where_it_stands() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e");
        assert_eq!(screen.layer(), "form");
        // One of a fixed set: the one that stands there is in hand; typing narrows.
        screen.keys("j*3 enter");
        assert_eq!(screen.layer(), "choose");
        screen.keys("<agreed> enter");
        assert_eq!(screen.layer(), "form");
        assert_eq!(value(&folder, "items [27] position status"), "agreed");
        // A name, completed from the registry.
        screen.keys("j enter");
        assert_eq!(screen.layer(), "field");
        screen.keys("<misr> ctrl-u <egy> tab");
        assert_eq!(screen.typed(), "EGY");
        screen.keys("<, kuw> tab enter");
        assert_eq!(
            value(&folder, "items [27] position by"),
            "[\"EGY\",\"KWT\"]"
        );
        // A date as people type it, with what was understood.
        screen.keys("j enter <15/9>");
        let understood = match language {
            Language::Arabic => "2021",
            Language::English => "15 September 2021",
        };
        assert!(screen.shows(understood));
        screen.keys("enter");
        assert_eq!(value(&folder, "items [27] position date"), "2021-09-15");
        // And away again.
        screen.keys("enter ctrl-u enter");
        assert_eq!(value(&folder, "items [27] position date"), "");
        screen.keys("esc");
        assert_eq!(
            (screen.layer(), screen.in_hand().as_str()),
            ("", "c21:27/position")
        );
    }
}

#[test]
fn a_wording_is_a_text_of_several_lines() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        let side = language.code();
        screen.keys("e enter alt-a <الأول one> enter <الثاني two> up home <0> ctrl-s");
        assert_eq!(screen.layer(), "form");
        assert_eq!(
            value(&folder, &format!("items [27] position text {side}")),
            "0الأول one\nالثاني two"
        );
        // The other language stands as it stood, and a paste keeps its lines.
        screen.keys("j enter alt-a");
        screen.app.paste("a\r\nb\n\nc");
        screen.draw();
        screen.keys("ctrl-s");
        let other = language.other().code();
        assert_eq!(
            value(&folder, &format!("items [27] position text {other}")),
            "a\nb\n\nc"
        );
    }
}

#[test]
fn what_is_typed_is_never_lost() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27/position");
        screen.keys("e j*5 enter <soon> enter");
        // It is no date: that is said, and what was typed stays.
        assert_eq!((screen.layer(), screen.typed().as_str()), ("field", "soon"));
        assert!(
            screen.message().contains("not a date"),
            "{}",
            screen.message()
        );
        screen.keys("esc");
        assert!(
            screen.message().contains("Not saved"),
            "{}",
            screen.message()
        );
        screen.keys("esc");
        assert_eq!(file(&folder, "c21.yaml"), before);
        screen.keys("e j*5 enter");
        assert_eq!(screen.typed(), "soon");
        screen.keys("ctrl-u <2021-06-18>");
        // The folder is gone for a moment: the text stays in its field, a copy lies in the state folder.
        let aside = folder.path().with_extension("aside");
        let state = folder.path().join("state");
        fs::rename(folder.path(), &aside).unwrap();
        screen.keys("enter");
        assert_eq!(
            (screen.layer(), screen.typed().as_str()),
            ("field", "2021-06-18")
        );
        assert!(!screen.message().is_empty());
        if folder.path().exists() {
            // Where the copy was kept.
            assert!(state.join("unsaved").exists());
            fs::remove_dir_all(folder.path()).unwrap();
        }
        fs::rename(&aside, folder.path()).unwrap();
        screen.keys("enter");
        assert_eq!(value(&folder, "items [27] position date"), "2021-06-18");
    }
}

#[test]
fn one_line_asks_somebody_to_act_and_puts_somebody_forward() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@");
        assert_eq!((screen.layer(), screen.typed().as_str()), ("quick", "@"));
        screen.keys("<tech-sec 2021-09 prepare a paper> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let rec = "items [eg-itrs] recommendations [eg-itrs/r3]";
        assert_eq!(value(&folder, &format!("{rec} to")), "[\"tech-sec\"]");
        assert_eq!(value(&folder, &format!("{rec} due")), "2021-09");
        assert_eq!(value(&folder, &format!("{rec} text en")), "prepare a paper");
        // A person who is not in the registry comes into it in the same go.
        screen.keys("+ <nom Nadia Haddad EGY vice-chair EG-ITRs> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(
            value_in(&folder, "registry.yaml", "people [haddad] name en"),
            "Nadia Haddad"
        );
        let nom = "nominations [nom/haddad]";
        for (field, wanted) in [
            ("person", "haddad"),
            ("country", "EGY"),
            ("role", "vice-chair"),
            ("body", "eg-itrs"),
            ("status", "proposed"),
            ("item", "eg-itrs"),
        ] {
            assert_eq!(value(&folder, &format!("{nom} {field}")), wanted, "{field}");
        }
        // What is not known is told with the nearest right name, and nothing is lost.
        screen.keys("@ <tech-sek do it> enter");
        assert_eq!(screen.typed(), "@tech-sek do it");
        assert!(
            screen.message().contains("tech-sec"),
            "{}",
            screen.message()
        );
        screen.keys("esc");
        // Undone one after the other: the nomination, the person, the recommendation.
        screen.keys("u u u");
        assert_eq!(value(&folder, &format!("{rec} due")), "");
        assert_eq!(
            value_in(&folder, "registry.yaml", "people [haddad] name en"),
            ""
        );
    }
}

#[test]
fn a_new_record_is_a_form_with_what_it_needs_first() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n r ctrl-s");
        assert!(screen.message().contains("wording"), "{}", screen.message());
        screen.keys("enter <A paper, please> ctrl-s esc");
        // It was not added: what was filled in is there again.
        assert!(
            screen.message().contains("Not added"),
            "{}",
            screen.message()
        );
        screen.keys("n r");
        assert_eq!(screen.layer(), "form");
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let side = language.code();
        let at = format!("items [27] recommendations [27/r1] text {side}");
        assert_eq!(value(&folder, &at), "A paper, please");
        assert!(screen.message().contains("27/r1"), "{}", screen.message());
    }
}

#[test]
fn an_item_without_a_position_is_given_one() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n p enter alt-a <We are for it> ctrl-s j*2");
        screen.keys("k*9 j*2 enter <support> enter ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let at = "items [eg-itrs] position";
        assert_eq!(value(&folder, &format!("{at} stance")), "support");
        assert_eq!(value(&folder, &format!("{at} status")), "draft");
        // There is one now: the same keys open its form.
        screen.keys("n p");
        assert_eq!(screen.in_hand(), "c21:eg-itrs/position");
        screen.keys("esc A u u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

#[test]
fn an_item_is_moved_in_its_report_and_stays_in_hand() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27");
        let row = |folder: &TempDir, id: &str| {
            let text = file(folder, "c21.yaml");
            text.find(&format!("\n  - id: {id}\n")).unwrap()
        };
        assert!(row(&folder, "\"27\"") < row(&folder, "eg-itrs"));
        screen.keys("J");
        assert!(row(&folder, "\"27\"") > row(&folder, "eg-itrs"));
        assert_eq!(screen.in_hand(), "c21:27");
        screen.keys("K");
        assert!(row(&folder, "\"27\"") < row(&folder, "eg-itrs"));
        screen.keys("u u");
        assert_eq!(file(&folder, "c21.yaml"), before);
    }
}

/// Another writes a field of the position of item 27 meanwhile.
pub fn another(folder: &TempDir, path: &[&str], value: &str) {
    let at = FieldPath::root().key("items").id("27").key("position");
    let at = path.iter().fold(at, |at, key| at.key(*key));
    let change = Change {
        file: "c21.yaml".to_owned(),
        record: "c21:27/position".to_owned(),
        edits: vec![edit::Edit::Set {
            at,
            value: value.into(),
        }],
        seen: Vec::new(),
    };
    keeper(folder.path(), "omar").change(&change).unwrap();
}

/// Another program writes the wording of the position of item 27.
pub fn another_program(folder: &TempDir, side: &str) {
    let at = FieldPath::root().key("items").id("27").key("position");
    let value = Value::from("ما كُتب في هذه الأثناء: what was written meanwhile, C26/35");
    let at = at.key("text").key(side);
    let text = edit::apply(&file(folder, "c21.yaml"), &[edit::Edit::Set { at, value }]).unwrap();
    fs::write(folder.path().join("c21.yaml"), text).unwrap();
}

#[test]
fn a_person_named_in_a_form_comes_into_the_directory() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:nom/selim");
        screen.keys("e enter ctrl-u <نادية حداد> enter");
        assert!(
            screen.message().contains("adds it to the directory"),
            "{}",
            screen.message()
        );
        // Without a Latin letter in the name there is no id to be made of it.
        screen.keys("ctrl-u <Nadia Haddad> ctrl-s");
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        assert_eq!(
            value_in(&folder, "registry.yaml", "people [haddad] name en"),
            "Nadia Haddad"
        );
        assert_eq!(value(&folder, "nominations [nom/selim] person"), "haddad");
    }
}

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
        let other = keeper(folder.path(), "omar");
        other.undo().unwrap();
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

#[test]
fn what_was_changed_is_found_and_what_it_was_is_not() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c24:1.2");
        screen.keys("e enter alt-a <zeppelins over lighthouses> ctrl-s");
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        screen.keys("esc / <zeppelins>");
        assert_eq!(screen.hits(), ["c24:1.2"]);
        screen.keys("esc u / <zeppelins>");
        assert_eq!(screen.hits(), Vec::<String>::new());
        // All the others are where they were.
        screen.keys("esc / <report:c26>");
        assert!(screen.hits().iter().all(|id| id.starts_with("c26")));
        assert!(!screen.hits().is_empty());
    }
}

#[test]
fn an_earlier_value_is_brought_back_from_the_history_of_a_record() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("H");
        assert!(
            screen.message().contains("not been changed"),
            "{}",
            screen.message()
        );
        screen.keys("A D H");
        assert_eq!(screen.layer(), "past");
        // The newest first: the stance, then the status.
        screen.keys("down enter");
        assert_eq!(screen.layer(), "");
        assert_eq!(value(&folder, "items [27] position status"), "delivered");
        assert_eq!(value(&folder, "items [27] position stance"), "defer");
    }
}
