//! Entries of the directory that are made while one types, and those that are changed.

use majlis::app::Layer;
use majlis::report::Language::{Arabic, English};

use crate::desk::{BOTH, desk, file, go, value, value_in};

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
        // Its form, with the name that was typed; where the English name is given, the id is made of it.
        screen.keys("ctrl-s");
        assert!(screen.shows("hadad"), "{:#?}", screen.text());
        // What is open is the name in the other language.
        screen.keys("<Nadia Haddad> enter ctrl-s");
        assert_eq!(
            (screen.layer(), screen.typed().as_str()),
            ("field", "haddad"),
            "{}",
            screen.message()
        );
        for (side, wanted) in [("ar", "نادية حداد"), ("en", "Nadia Haddad")] {
            let name = format!("people [haddad] name {side}");
            assert_eq!(value_in(&folder, "registry.yaml", &name), wanted);
        }
        screen.keys("enter");
        assert_eq!(value(&folder, "nominations [nom/selim] person"), "haddad");
    }
}

#[test]
fn a_person_whose_arabic_name_alone_is_known_comes_into_the_directory_at_once() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:nom/selim");
        screen.keys("e enter ctrl-u <نادية حداد> enter ctrl-s");
        assert!(screen.shows("hadad"), "{:#?}", screen.text());
        screen.keys("ctrl-s");
        assert_eq!(
            (screen.layer(), screen.typed().as_str()),
            ("field", "hadad"),
            "{}",
            screen.message()
        );
        let name = "people [hadad] name ar";
        assert_eq!(value_in(&folder, "registry.yaml", name), "نادية حداد");
        screen.keys("enter");
        assert_eq!(value(&folder, "nominations [nom/selim] person"), "hadad");
    }
}

/// What a new entry will be called is seen before it is added, and that one name is enough.
#[test]
fn the_form_of_a_new_entry_says_its_id_before_it_is_added() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:nom/selim");
        let shows = |screen: &crate::harness::Screen, ar: &str, en: &str| {
            let wanted = match language {
                Arabic => ar,
                English => en,
            };
            assert!(screen.shows(wanted), "{wanted}: {:?}", screen.text());
        };
        screen.keys("n s");
        shows(
            &screen,
            "يكفي اسم واحد، بالعربية أو بالإنكليزية؛ ومنه يُصنع المعرّف",
            "One name is enough, in Arabic or English; the id is made of it",
        );
        screen.keys("esc esc e enter ctrl-u <نادية حداد> enter ctrl-s");
        shows(
            &screen,
            "سيكون المعرّف: hadad؛ يكفي اسم واحد",
            "The id will be hadad; one name is enough",
        );
        // What is open is the name in the other language.
        screen.keys("<Nadia Haddad> enter");
        shows(
            &screen,
            "سيكون المعرّف: haddad؛ يكفي اسم واحد",
            "The id will be haddad; one name is enough",
        );
        screen.keys("esc*4 n b");
        shows(
            &screen,
            "يُصنع المعرّف من المختصر، وإلا فمن الاسم بالإنكليزية",
            "The id is made of the acronym, else of the English name",
        );
        screen.keys("<Digital Hub> enter");
        if language == English {
            shows(&screen, "", "The id will be digital-hub");
        }
    }
}

#[test]
fn a_body_named_beside_others_is_asked_for_its_sort() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e j*4 enter ctrl-u <EGY, Digital Hub> ctrl-s*2");
        assert_eq!(screen.layer(), "sort");
        screen.keys("enter ctrl-s");
        assert!(screen.message().contains("type"), "{}", screen.message());
        // The sort of body is what is asked for.
        screen.keys("<unit> ctrl-s");
        assert_eq!(
            (screen.layer(), screen.typed().as_str()),
            ("field", "EGY, digital-hub"),
            "{}",
            screen.message()
        );
        screen.keys("enter");
        assert_eq!(
            value(&folder, "items [27] position by"),
            "[\"EGY\",\"digital-hub\"]"
        );
        let kind = value_in(&folder, "registry.yaml", "bodies [digital-hub] kind");
        assert_eq!(kind, "unit");
    }
}

/// Whoever saves has asked for no new entry: a name that may be a slip is named before, and the near one is
/// put in by the key that completes names.
#[test]
fn a_slip_in_a_field_of_names_is_named_and_forgiven() {
    for (language, typed, put_in) in [
        (English, "Tunisai, EGY", "TUN, EGY"),
        (English, "Egypt, Tunsia", "Egypt, TUN"),
        (Arabic, "توتس، مصر", "TUN، مصر"),
        (Arabic, "مصر، تونش", "مصر، TUN"),
    ] {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "registry.yaml");
        go(&mut screen, "c21:27/position");
        screen.keys(&format!("e j*4 enter ctrl-u <{typed}> ctrl-s"));
        let slip = typed
            .split([',', '،'])
            .find(|one| one.contains("Tun") || one.contains('ت'));
        let said = screen.message_in(language);
        let near = match language {
            English => "did you mean: Tunisia (TUN)",
            Arabic => "لعلك تقصد: تونس (TUN)",
        };
        for wanted in [slip.unwrap().trim(), near, "Ctrl-S"] {
            assert!(said.contains(wanted), "{wanted}: {said}");
        }
        assert_eq!(screen.layer(), "field");
        // Enter does not take a name that is only near.
        screen.keys("enter");
        assert_eq!(screen.typed(), typed, "{}", screen.message());
        assert!(screen.message_in(language).contains(near));
        screen.keys("down tab");
        assert_eq!(screen.typed(), put_in, "{}", screen.message());
        screen.keys("enter");
        let by = value(&folder, "items [27] position by");
        let wanted = match put_in.starts_with("TUN") {
            true => "[\"TUN\",\"EGY\"]",
            false => "[\"EGY\",\"TUN\"]",
        };
        assert_eq!(by, wanted, "{typed}: {}", screen.message());
        assert_eq!(file(&folder, "registry.yaml"), before);
    }
}

#[test]
fn all_that_a_list_does_not_know_is_named_before_anything_is_added() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e j*4 enter ctrl-u <Atlantis, EGY, Digital Hub> ctrl-s");
        let said = screen.message_in(language);
        assert!(
            said.contains("Atlantis") && said.contains("Digital Hub"),
            "{said}"
        );
        assert_eq!(screen.layer(), "field");
        // Asked for once more, the one that was typed last is added; it is told which.
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "sort");
        assert!(screen.shows("Digital Hub"), "{:#?}", screen.text());
        screen.keys("enter esc k*9 j*2 enter <unit> enter ctrl-s");
        assert_eq!(
            screen.typed(),
            "Atlantis, EGY, digital-hub",
            "{}",
            screen.message()
        );
        // Of the other it was not asked.
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "field");
        // Another text is another question.
        screen.keys("backspace ctrl-s");
        assert_eq!(screen.layer(), "field");
    }
}

#[test]
fn a_slip_in_a_field_of_one_name_is_named_and_forgiven() {
    for (language, typed) in [(English, "Tunisai"), (Arabic, "تونش")] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:nom/selim");
        screen.keys(&format!("e j*2 enter ctrl-u <{typed}> ctrl-s"));
        assert_eq!(screen.layer(), "field");
        let said = screen.message_in(language);
        assert!(said.contains(typed) && said.contains("TUN"), "{said}");
        screen.keys("enter");
        assert_eq!((screen.layer(), screen.typed().as_str()), ("field", typed));
        screen.keys("down tab enter");
        assert_eq!(value(&folder, "nominations [nom/selim] country"), "TUN");
    }
}

/// A name left in a field of a form is named before the record is added, and adds nothing to the directory.
#[test]
fn a_slip_left_in_a_form_is_named_before_the_record_is_added() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = [file(&folder, "registry.yaml"), file(&folder, "c21.yaml")];
        go(&mut screen, "c21:eg-itrs");
        screen.keys("n r <Prepare a paper> esc");
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form");
        };
        let to = form.rows.iter().position(|row| row.path == ["to"]).unwrap();
        screen.keys(&format!("k*30 j*{to} enter <EGY, Tunisai> esc ctrl-s"));
        let said = screen.message_in(language);
        assert!(said.contains("Tunisai") && said.contains("(TUN)"), "{said}");
        assert_eq!(screen.layer(), "form");
        assert_eq!(
            [file(&folder, "registry.yaml"), file(&folder, "c21.yaml")],
            before
        );
        screen.keys("enter down tab ctrl-s");
        let to = value(&folder, "items [eg-itrs] recommendations [eg-itrs/r3] to");
        assert_eq!(to, "[\"EGY\",\"TUN\"]", "{}", screen.message());
    }
}

#[test]
fn a_name_that_is_near_another_comes_into_the_directory_where_that_is_asked_for() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:nom/selim");
        screen.keys("e enter ctrl-u <Selam> ctrl-s");
        assert_eq!(screen.layer(), "field");
        screen.keys("ctrl-s");
        // The name in the other language, in the form of the new person.
        assert!(screen.shows("selam"), "{:#?}", screen.text());
        assert_eq!(screen.typed(), "", "{}", screen.message());
        screen.keys("ctrl-s enter");
        assert_eq!(value(&folder, "nominations [nom/selim] person"), "selam");
    }
}

#[test]
fn a_country_is_known_by_its_symbol() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:nom/selim");
        // The person, who holds it, the country.
        screen.keys("e j*2 enter ctrl-u <Atlantis> ctrl-s*3");
        assert!(screen.message().contains("symbol"), "{}", screen.message());
        screen.keys("<ATL> ctrl-s");
        assert_eq!(screen.typed(), "ATL", "{}", screen.message());
        screen.keys("enter");
        assert_eq!(value(&folder, "nominations [nom/selim] country"), "ATL");
        let name = value_in(&folder, "registry.yaml", "countries [ATL] name en");
        assert_eq!(name, "Atlantis");
    }
}

#[test]
fn a_name_that_a_line_does_not_know_comes_into_the_directory_too() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("@ <digihub 2021-09 prepare a paper> enter");
        assert!(screen.message().contains("digihub"), "{}", screen.message());
        screen.keys("ctrl-s enter esc k*9 j*2 enter <unit> enter ctrl-s");
        assert_eq!(
            (screen.layer(), screen.typed().as_str()),
            ("quick", "@digihub 2021-09 prepare a paper"),
            "{}",
            screen.message()
        );
        screen.keys("enter");
        let rec = "items [eg-itrs] recommendations [eg-itrs/r3] to";
        assert_eq!(value(&folder, rec), "[\"digihub\"]");
    }
}

#[test]
fn what_is_left_unfinished_is_there_again() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let before = file(&folder, "registry.yaml");
        screen.keys("n b <Digital Hub> enter esc esc");
        assert!(
            screen.message().contains("Not added"),
            "{}",
            screen.message()
        );
        screen.keys("n b");
        assert!(screen.shows("Digital Hub"));
        screen.keys("esc esc");
        assert_eq!(file(&folder, "registry.yaml"), before);
    }
}

#[test]
fn entries_of_the_directory_have_their_forms() {
    for language in BOTH {
        let side = language.code();
        for (id, keys, path) in [
            // Each is opened in its form, and its first field changed.
            ("selim", "enter ctrl-u <X Y> enter", "people [selim] name"),
            (
                "council",
                "enter ctrl-u <X Y> enter",
                "bodies [council] name",
            ),
            ("EGY", "enter ctrl-u <X Y> enter", "countries [EGY] name"),
        ] {
            let (folder, mut screen) = desk(language);
            go(&mut screen, id);
            screen.keys("e").keys(keys);
            let path = format!("{path} {side}");
            assert_eq!(
                value_in(&folder, "registry.yaml", &path),
                "X Y",
                "{id}: {}",
                screen.message()
            );
        }
        // In the view of the directory too.
        let (folder, mut screen) = desk(language);
        screen.keys("v d");
        let id = screen.in_hand();
        screen.keys("e enter ctrl-u <X Y> enter");
        assert!(file(&folder, "registry.yaml").contains("X Y"), "{id}");
    }
}
