//! Entries of the directory that are made while one types, and those that are changed.

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
        assert_eq!(screen.layer(), "form");
        screen.keys("k*9 j");
        let other = match language {
            majlis::report::Language::Arabic => "enter",
            majlis::report::Language::English => "k enter",
        };
        screen.keys(other).keys("<Nadia Haddad> enter ctrl-s");
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
        assert_eq!(screen.layer(), "form");
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
    use majlis::report::Language::{Arabic, English};
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
        screen.keys("esc e enter ctrl-u <نادية حداد> enter ctrl-s");
        shows(
            &screen,
            "سيكون المعرّف: hadad؛ يكفي اسم واحد",
            "The id will be hadad; one name is enough",
        );
        screen.keys("k*9 j");
        let other = match language {
            Arabic => "enter",
            English => "k enter",
        };
        screen.keys(other).keys("<Nadia Haddad> enter");
        shows(
            &screen,
            "سيكون المعرّف: haddad؛ يكفي اسم واحد",
            "The id will be haddad; one name is enough",
        );
        screen.keys("esc esc esc n b");
        shows(
            &screen,
            "يُصنع المعرّف من المختصر، وإلا فمن الاسم بالإنكليزية",
            "The id is made of the acronym, else of the English name",
        );
        screen.keys("enter <Digital Hub> enter");
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
        screen.keys("e j*4 enter ctrl-u <EGY, Digital Hub> ctrl-s");
        assert_eq!(screen.layer(), "sort");
        screen.keys("enter ctrl-s");
        assert!(screen.message().contains("type"), "{}", screen.message());
        // The sort of body stands behind the two names.
        screen.keys("k*9 j*2 enter <unit> enter ctrl-s");
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

#[test]
fn a_country_is_known_by_its_symbol() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:nom/selim");
        // The person, who holds it, the country.
        screen.keys("e j*2 enter ctrl-u <Atlantis> ctrl-s ctrl-s");
        assert!(screen.message().contains("symbol"), "{}", screen.message());
        screen.keys("k*9 j*2 enter <ATL> enter ctrl-s");
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
        screen.keys("ctrl-s enter k*9 j*2 enter <unit> enter ctrl-s");
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
        screen.keys("n b enter <Digital Hub> enter esc");
        assert!(
            screen.message().contains("Not added"),
            "{}",
            screen.message()
        );
        screen.keys("n b");
        assert!(screen.shows("Digital Hub"));
        screen.keys("esc");
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
