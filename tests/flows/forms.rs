//! Forms: each sort of field is changed where it stands, and what is typed is never lost.

use std::fs;

use majlis::app::Layer;
use majlis::report::Language;

use crate::desk::{BOTH, desk, file, go, value};
use crate::harness::painted;

#[test]
fn a_list_of_both_scripts_keeps_its_commas_and_numbers() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c-dec:619");
        screen.keys("e");
        let [decision, resolution] = ["المقرر", "القرار"].map(painted);
        // As the eye sees it: in Arabic from the right.
        let wanted = match language {
            Language::Arabic => {
                format!("Resolution 619 ،Decision 619 ،619 {resolution} ،619 {decision}")
            }
            Language::English => {
                format!("619 {decision}, 619 {resolution}, Decision 619, Resolution 619")
            }
        };
        let rows = screen.text();
        assert!(rows.iter().any(|row| row.contains(&wanted)), "{rows:#?}");
    }
}

#[test]
fn the_caret_of_a_wording_stands_behind_it() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        let side = format!("items [27] position text {}", language.code());
        let before = value(&folder, &side);
        screen.keys("e enter < and more> ctrl-s");
        assert_eq!(value(&folder, &side), format!("{before} and more"));
        // One that ends with a line end goes on before it.
        screen.keys("enter end enter ctrl-s enter <!> ctrl-s");
        assert_eq!(value(&folder, &side), format!("{before} and more!"));
    }
}

#[test]
fn a_name_that_the_list_may_mean_is_no_error_as_yet() {
    for (language, unknown) in [
        (Language::English, "no record has this name"),
        (Language::Arabic, "لا يوجد سجل بهذا الاسم"),
    ] {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e j*4 enter ctrl-u <kuw>");
        let Some(Layer::Field(field)) = screen.app.layer() else {
            panic!("no field");
        };
        assert!(field.understood.is_err() && field.count() > 0);
        assert!(!screen.shows(unknown), "{:#?}", screen.text());
        // Where nothing is offered, it is said.
        screen.keys("<zzz>");
        assert!(screen.shows(unknown), "{:#?}", screen.text());
    }
}

#[test]
fn a_form_warns_of_a_nomination_that_stands() {
    for (language, warning) in [
        (Language::English, "is nominated already (c21:nom/selim)"),
        (Language::Arabic, "الترشيح قائم"),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n n tab <eg-itrs> tab <vice-chair> enter backtab*3");
        assert!(!screen.shows(warning));
        screen.keys("<selim> enter");
        assert!(screen.shows(warning), "{:#?}", screen.text());
        // Another role is another nomination.
        screen.keys("esc k*9 j*2 enter <rapporteur> enter");
        assert!(!screen.shows(warning), "{:#?}", screen.text());
        // It is a warning: who wants to may go on.
        screen.keys("esc k*9 j*2 enter <vice-chair> enter ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let added = "nominations [nom/selim-2] role";
        assert_eq!(value(&folder, added), "vice-chair", "{}", screen.message());
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

/// Who types before Enter has opened the field changes nothing that is kept: a letter is no command
/// there, on either keyboard, in the form of a record nor in that of a new one.
#[test]
fn what_is_typed_in_a_form_before_its_field_is_open_changes_no_file() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("D");
        let kept = file(&folder, "c21.yaml");
        let said = "Enter opens the field to type in, Esc closes the form";
        for form in ["e", "n t esc", "n i esc"] {
            screen.keys(form);
            for key in ["A", "D", "M", "X", "J", "K", "P", "O", "b"] {
                screen.keys(key);
                assert_eq!(screen.message(), said, "{form} {key}");
            }
            // Who wants to undo or to do again is told by which key; so on an Arabic keyboard.
            for key in ["u", "U", "r", "ع"] {
                screen.keys(key);
                let said = screen.message();
                assert!(
                    said.starts_with("Here Ctrl-_ undoes"),
                    "{form} {key} {said}"
                );
                // In Arabic the sign stays behind the name of its key.
                let said = &screen.app.message.as_ref().unwrap().ar;
                assert!(said.contains(&majlis::script::isolate("Ctrl-_")), "{said}");
            }
            assert_eq!(file(&folder, "c21.yaml"), kept, "{form}");
            screen.keys("esc");
        }
        // Behind the form it acts again.
        go(&mut screen, "c21:27/position");
        screen.keys("u");
        assert_ne!(file(&folder, "c21.yaml"), kept);
    }
}

/// While a question is open, its answers are all that a key may choose.
#[test]
fn no_command_acts_behind_a_question() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("D");
        let kept = file(&folder, "c21.yaml");
        screen.keys("X");
        for key in ["u", "A", "M", "U", "ع", "n", "e", "H", "+"] {
            screen.keys(key);
            assert_eq!(screen.layer(), "removal", "{key}");
        }
        assert_eq!(file(&folder, "c21.yaml"), kept);
        screen.keys("esc");
        assert_eq!((screen.layer(), file(&folder, "c21.yaml")), ("", kept));
    }
}

/// In a form undoing goes as far as what was changed in it: a value that was there already, and what
/// was changed before the form was opened, are not undone.
#[test]
fn in_a_form_only_what_was_changed_in_it_is_undone_and_done_again() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        let first = file(&folder, "c21.yaml");
        screen.keys("A");
        let agreed = file(&folder, "c21.yaml");
        assert_ne!(agreed, first);
        let said = "Nothing was changed in this form that could be undone or done again";
        screen.keys("e j*3 enter <agreed> enter ctrl-_");
        assert_eq!(file(&folder, "c21.yaml"), agreed);
        assert_eq!(screen.message(), said);
        screen.keys("enter <delivered> enter");
        let delivered = file(&folder, "c21.yaml");
        assert_ne!(delivered, agreed);
        for (keys, now) in [
            ("ctrl-_", &agreed),
            ("ctrl-_", &agreed),
            ("ctrl-r", &delivered),
            ("ctrl-r", &delivered),
            ("ctrl-_", &agreed),
        ] {
            screen.keys(keys);
            assert_eq!(&file(&folder, "c21.yaml"), now, "{keys}");
        }
        // What is brought back from the history within the form is undone there, and nothing below it.
        screen.keys("esc e H enter");
        assert_ne!(file(&folder, "c21.yaml"), agreed);
        for keys in ["ctrl-_", "ctrl-_"] {
            screen.keys(keys);
            assert_eq!(file(&folder, "c21.yaml"), agreed, "{keys}");
        }
        // Another form begins anew.
        screen.keys("esc*3 e ctrl-_");
        assert_eq!(file(&folder, "c21.yaml"), agreed);
        screen.keys("esc u");
        assert_eq!(file(&folder, "c21.yaml"), first);
    }
}

/// No letter changes a file in a form, whichever field is in hand: not before something was saved in
/// it, and not after. It moves, or it says by which key a field is opened.
#[test]
fn in_a_form_no_letter_changes_a_file() {
    let letters: Vec<char> = ('a'..='z').chain('A'..='Z').collect();
    for language in BOTH {
        for (id, form) in [
            ("c21:27/position", "e"),
            ("c21:27", "e"),
            ("council", "e j*5 l"),
            ("tdag23:fig/partners-2022", "e j*4 enter"),
        ] {
            let (folder, mut screen) = desk(language);
            go(&mut screen, id);
            screen.keys(form);
            if id == "c21:27/position" {
                screen.keys("j*3 enter <agreed> enter");
                assert_eq!(value(&folder, "items [27] position status"), "agreed");
            }
            let kept = ["c21.yaml", "registry.yaml", "tdag23.yaml"].map(|name| file(&folder, name));
            for letter in &letters {
                let depth = screen.app.depth();
                screen.keys(&letter.to_string());
                let now = ["c21.yaml", "registry.yaml", "tdag23.yaml"];
                let now = now.map(|name| file(&folder, name));
                assert!(now == kept, "{id} {letter}: {}", screen.message());
                // What it closed is open again; what it opened is closed.
                match screen.app.depth().cmp(&depth) {
                    std::cmp::Ordering::Less => screen.keys(form),
                    std::cmp::Ordering::Greater => screen.keys("esc"),
                    std::cmp::Ordering::Equal => &mut screen,
                };
                screen.app.take_request();
            }
        }
    }
}

/// The interface turns under a form: its texts stand in the order of the language, and the field in hand
/// stays in hand.
#[test]
fn the_field_in_hand_stays_in_hand_when_the_interface_turns() {
    fn rows(screen: &crate::harness::Screen) -> (Vec<String>, String) {
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form");
        };
        let paths = form.rows.iter().map(|row| row.path.join("."));
        let here = form.current().map(|row| row.path.join("."));
        (paths.collect(), here.unwrap_or_default())
    }
    for language in BOTH {
        for (opens, steps) in [("e", 0..6), ("n m esc", 0..4), ("n n esc", 0..3)] {
            for step in steps {
                let (_folder, mut screen) = desk(language);
                go(&mut screen, "c21:27/position");
                screen.keys(opens).keys(&format!("j*{step}"));
                let (_, here) = rows(&screen);
                screen.keys("i");
                let turned = rows(&screen);
                assert_eq!(turned.1, here, "{opens} {step}");
                screen.keys("esc").keys(opens);
                assert_eq!(rows(&screen).0, turned.0, "{opens}");
            }
        }
        // What is typed goes into the field that is in hand.
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e i enter < mine> ctrl-s");
        let side = format!("items [27] position text {}", language.code());
        assert!(value(&folder, &side).ends_with(" mine"));
    }
}

/// What is needed of a text in two languages is one of the two; a field has a name that says what it is.
#[test]
fn a_form_says_that_one_of_two_languages_is_enough() {
    for (language, enough, inferred) in [
        (Language::English, "one of two needed", "Not in the"),
        (Language::Arabic, "مطلوب أحدهما", "ليس في المصدر"),
    ] {
        for size in [(140, 40), (80, 24)] {
            let (_folder, mut screen) = desk(language);
            screen.resize(size.0, size.1);
            go(&mut screen, "c21:27");
            screen.keys("n r esc");
            assert!(screen.shows(enough), "{:#?}", screen.text());
            screen.keys("end");
            assert!(screen.shows(inferred), "{:#?}", screen.text());
        }
    }
}

/// At eighty columns all fields of an item are seen at once: a long text has one row while another field is
/// in hand, and more of it is seen when it comes in hand.
#[test]
fn the_whole_form_of_an_item_is_seen_at_eighty_columns() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        screen.resize(80, 24);
        go(&mut screen, "c21:27");
        screen.keys("e");
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form");
        };
        let labels: Vec<String> = form
            .rows
            .iter()
            .map(|row| {
                row.label
                    .get(language)
                    .split(' ')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        for label in &labels {
            let label = majlis::words::capital(label);
            assert!(screen.shows(&label), "{label}: {:#?}", screen.text());
        }
        let last = screen.text();
        screen.keys(&format!("j*{}", labels.len()));
        let now = screen.text();
        for label in &labels {
            let label = painted(&majlis::words::capital(label));
            assert!(
                now.iter().any(|row| row.contains(&label)),
                "{label}: {now:#?}"
            );
        }
        assert_ne!(last, now);
    }
}
