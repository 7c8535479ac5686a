//! Nominations: of whom there is no entry yet, of women, of who stands already.

use majlis::app::Layer;
use majlis::report::{Kind, Language};

use crate::desk::{BOTH, desk, file, go, value, value_in};
use crate::harness::Screen;

#[test]
fn a_woman_is_nominated_in_the_feminine_from_the_line_to_the_minutes() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("+ <ترشيح هند بن حجي تونس نائبة رئيس EG-ITRs>");
        let role = match language {
            Language::English => "Role: vice-chair",
            Language::Arabic => "الصفة: نائبة رئيس",
        };
        assert!(screen.shows(role), "{:?}", screen.text());
        screen.keys("enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(
            value(&folder, "nominations [nom/benhajji-2] role"),
            "vice-chair"
        );
        let title = |screen: &Screen, id: &str| {
            let key = screen.key(id);
            screen.library().title(key, Language::Arabic).into_owned()
        };
        assert_eq!(
            title(&screen, "c21:nom/benhajji-2"),
            "هند بن حجي: نائبة رئيس فريق الخبراء المعني بلوائح الاتصالات الدولية"
        );
        // Somebody new of whom the line speaks as of a woman is one from then on.
        screen.keys("+ <ترشيح Layla Haddad مصر رئيسة EG-ITRs>");
        let addressed = match language {
            Language::English => "to the directory as Ms",
            Language::Arabic => "ولقبها «السيدة»",
        };
        assert!(screen.shows(addressed), "{:?}", screen.text());
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let row = screen.library().of_kind(Kind::Nomination).iter();
        let own = row.copied().find(|key| {
            let title = screen.library().title(*key, Language::Arabic);
            title.starts_with("Layla Haddad")
        });
        let title = screen.library().title(own.unwrap(), Language::Arabic);
        assert_eq!(
            title,
            "Layla Haddad: رئيسة فريق الخبراء المعني بلوائح الاتصالات الدولية"
        );
    }
}

#[test]
fn a_nomination_without_a_nominee_asks_for_one() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("n n esc");
        let path = |screen: &Screen| {
            let Some(Layer::Form(form)) = screen.app.layer() else {
                panic!("no form")
            };
            form.current().unwrap().path.join(".")
        };
        for (field, keys) in [
            ("body", "enter <EG-ITRs> enter esc"),
            ("role", "enter <chair> enter esc"),
        ] {
            screen.keys("k*40");
            for _ in 0..40 {
                if path(&screen) != field {
                    screen.keys("j");
                }
            }
            screen.keys(keys);
        }
        screen.keys("ctrl-s");
        assert!(
            screen.message().starts_with("Choose the person"),
            "{}",
            screen.message()
        );
        // Its field is open.
        assert_eq!(screen.layer(), "field");
        screen.keys("esc");
        assert_eq!(path(&screen), "person");
    }
}

#[test]
fn a_line_warns_of_what_stands_and_asks_what_is_not_clear() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        let warnings = |screen: &Screen| match screen.app.layer() {
            Some(Layer::Quick(quick)) => quick.warnings.iter().map(|one| one.en.clone()).collect(),
            _ => Vec::new(),
        };
        screen.keys("+ <nom Shahira Selim EGY vice-chair EG-ITRs>");
        let [warning]: [String; 1] = warnings(&screen).try_into().unwrap();
        assert!(
            warning.ends_with("is nominated already (c21:nom/selim)"),
            "{warning}"
        );
        // For another role it is told too, and that it is another.
        screen.keys("ctrl-u <+nom Shahira Selim EGY chair EG-ITRs>");
        let [warning]: [String; 1] = warnings(&screen).try_into().unwrap();
        assert!(
            warning.ends_with("is nominated already, for another role (c21:nom/selim)"),
            "{warning}"
        );
        // Of another body it is not.
        screen.keys("ctrl-u <+nom Shahira Selim EGY chair CWG-SFP>");
        assert_eq!(warnings(&screen), [""; 0]);
        screen.keys("esc");
        // What may be several is asked, and nothing is written.
        let before = file(&folder, "c21.yaml");
        screen.keys("@ <المجموعة ورقة> enter");
        assert_eq!(screen.layer(), "quick");
        assert!(
            screen.message().contains("arab-group"),
            "{}",
            screen.message()
        );
        assert_eq!(file(&folder, "c21.yaml"), before);
        // The sign that the key typed is typed again.
        screen.keys("ctrl-u <@@arab group 2021-09 a paper> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let rec = "items [eg-itrs] recommendations [eg-itrs/r3]";
        assert_eq!(value(&folder, &format!("{rec} to")), "[\"arab-group\"]");
        assert_eq!(value(&folder, &format!("{rec} text en")), "a paper");
    }
}

/// Somebody new of whom the line gives the name in one script goes in at once, in either language; the
/// id of a name in Arabic is how it sounds, and a family's name that is taken goes with the first.
#[test]
fn a_name_in_one_script_is_enough() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        for (line, id, name) in [
            (
                "ترشيح ليلى المنصوري الإمارات رئيسة EG-ITRs",
                "mansuri",
                "name [ar]: ليلى المنصوري",
            ),
            (
                "ترشيح ليلى السالمي (Layla Al Salmi) الإمارات رئيسة EG-ITRs",
                "salmi",
                "name [ar]: ليلى السالمي",
            ),
            (
                "ترشيح كريم المنصوري مصر عضو EG-ITRs",
                "karim-mansuri",
                "name [ar]: كريم المنصوري",
            ),
            (
                "nom Лев Иванов EGY member EG-ITRs",
                "person",
                "name [en]: Лев Иванов",
            ),
        ] {
            go(&mut screen, "c21:eg-itrs");
            screen.keys(&format!("+ <{line}>"));
            let Some(Layer::Quick(quick)) = screen.app.layer() else {
                panic!("no line")
            };
            assert!(quick.is_ready(), "{line}");
            screen.keys("ctrl-s");
            assert_eq!(screen.layer(), "", "{line}: {}", screen.message());
            let (path, name) = name.split_once(": ").unwrap();
            let path = format!("people [{id}] {}", path.replace(['[', ']'], ""));
            assert_eq!(value_in(&folder, "registry.yaml", &path), name);
            let nominee = format!("nominations [nom/{id}] person");
            assert_eq!(value(&folder, &nominee), id);
        }
        let english = "people [salmi] name en";
        assert_eq!(
            value_in(&folder, "registry.yaml", english),
            "Layla Al Salmi"
        );
        // What has no letter is no name: nothing is promised of it.
        screen.keys("+ <nom 12 EGY chair EG-ITRs>");
        let Some(Layer::Quick(quick)) = screen.app.layer() else {
            panic!("no line")
        };
        assert!(!quick.is_ready());
    }
}

/// A last name of several words stays whole in the id, and the name of God is nobody's.
#[test]
fn a_last_name_of_several_words_is_one() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        for (line, id) in [
            // Somebody else's goes with the first.
            ("nom Mohamed Abd Allah EGY member EG-ITRs", "abdallah"),
            ("ترشيح محمد عبد الله مصر عضو EG-ITRs", "mahmad-abdallah"),
            ("ترشيح سامي عبد الرحمن مصر عضو EG-ITRs", "abdalrahman"),
            (
                "ترشيح ليلى بنت محمد المنصوري الإمارات عضوة EG-ITRs",
                "mansuri",
            ),
            ("ترشيح نايف بن عبد الله الكويت عضو EG-ITRs", "binabdallah"),
            ("ترشيح تميم آل ثاني قطر عضو EG-ITRs", "althani"),
            ("ترشيح سعيد أبو بكر تونس عضو EG-ITRs", "abubakar"),
            // As it is written in English, where that is given.
            (
                "ترشيح كريم عبدالله (Kareem Abdullah) مصر عضو EG-ITRs",
                "abdullah",
            ),
        ] {
            go(&mut screen, "c21:eg-itrs");
            screen.keys(&format!("+ <{line}> ctrl-s"));
            assert_eq!(screen.layer(), "", "{line}: {}", screen.message());
            let nominee = format!("nominations [nom/{id}] person");
            assert_eq!(value(&folder, &nominee), id, "{line}");
        }
        let registry = file(&folder, "registry.yaml");
        assert!(!registry.contains("id: allah"), "{registry}");
    }
}

/// What of a name is written in which language is seen before Enter.
#[test]
fn the_two_names_of_somebody_new_are_shown_before_they_are_written() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        screen.keys("+ <ترشيح Dr ليلى المنصوري - Layla Al Mansoori الإمارات عضوة EG-ITRs>");
        let Some(Layer::Quick(quick)) = screen.app.layer() else {
            panic!("no line")
        };
        let shown = |label: &str| {
            let mut fields = quick.fields.iter();
            let field = fields.find(|(name, _)| name.en == label);
            field.map_or_else(String::new, |(_, value)| value.get(language).to_owned())
        };
        assert_eq!(shown("Name (ar)"), "ليلى المنصوري");
        assert_eq!(shown("Name (en)"), "Layla Al Mansoori");
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let name = |code: &str| {
            value_in(
                &folder,
                "registry.yaml",
                &format!("people [mansoori] name {code}"),
            )
        };
        assert_eq!(name("ar"), "ليلى المنصوري");
        assert_eq!(name("en"), "Layla Al Mansoori");
    }
}

/// What is shown of a nominee before Enter is what is saved: who is called a woman by the line, and in
/// the registry by nothing, is addressed as one from then on.
#[test]
fn a_nominee_is_saved_as_she_was_shown() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        screen.keys("/ <c21:eg-itrs> enter + <nom Nadia Haddad EGY member EG-ITRs> ctrl-s");
        assert!(!file(&folder, "registry.yaml").contains("Nadia Haddad, honorific"));
        let before = ["registry.yaml", "c21.yaml"].map(|name| file(&folder, name));
        let address = "people [haddad] honorific ar";
        assert_eq!(value_in(&folder, "registry.yaml", address), "");
        screen.keys("+ <nom haddad EGY نائبة رئيس EG-ITRs>");
        let shown = match language {
            Language::Arabic => ["السيدة", "نائبة رئيس"],
            Language::English => ["Ms", "vice-chair"],
        };
        assert!(
            shown.iter().all(|word| screen.shows(word)),
            "{:#?}",
            screen.text()
        );
        screen.keys("enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(value_in(&folder, "registry.yaml", address), "السيدة");
        let key = screen.key("haddad");
        assert!(screen.library().is_woman(screen.library().id(key)));
        // One key made both, and one takes both back, and makes them again.
        let files = || ["registry.yaml", "c21.yaml"].map(|name| file(&folder, name));
        let made = files();
        let told = screen.message().to_owned();
        assert!(told.contains("nomination"), "{told}");
        screen.keys("u");
        assert!(files() == before);
        let said = screen.message();
        assert!(said.starts_with("Undone: adding nomination"), "{said}");
        screen.keys("U");
        assert!(files() == made);
        let said = screen.message();
        assert!(said.starts_with("Done again: nomination"), "{said}");
        screen.keys("u");
        assert!(files() == before);
        // And what was before is undone by the next.
        screen.keys("u");
        assert!(!file(&folder, "c21.yaml").contains("nom/haddad"));
    }
}

/// The same while the disk is slow: both are seen to go and to come back before they are written; and
/// where the nomination is refused, she is not addressed either.
#[test]
fn a_form_of_address_goes_with_its_nomination() {
    for language in BOTH {
        let mut test = crate::slow::Test::new(language);
        test.keys("/ <c21:eg-itrs> enter + <nom Nadia Haddad EGY member EG-ITRs> ctrl-s");
        test.let_one_go().let_one_go();
        let files =
            |test: &crate::slow::Test| ["registry.yaml", "c21.yaml"].map(|name| test.file(name));
        let before = files(&test);
        let is_seen = |test: &crate::slow::Test| {
            let library = test.screen.library();
            (
                library.is_woman("haddad"),
                library.with_id("c21:nom/haddad-2").is_some(),
            )
        };
        let line = "+ <nom haddad EGY نائبة رئيس EG-ITRs> enter";
        let held = test.held();
        test.keys(line).let_one_go().let_one_go();
        drop(held);
        assert!(files(&test) == before);
        assert_eq!(is_seen(&test), (false, false));
        test.keys("esc + enter");
        assert_eq!((is_seen(&test), test.waiting()), ((true, true), 2));
        // Before they are written, between the two, and after.
        test.keys("u");
        assert_eq!((is_seen(&test), test.waiting()), ((false, false), 4));
        test.keys("U");
        assert_eq!((is_seen(&test), test.waiting()), ((true, true), 6));
        test.let_one_go();
        test.keys("u");
        assert_eq!((is_seen(&test), test.waiting()), ((false, false), 7));
        for _ in 0..7 {
            test.let_one_go();
        }
        assert!(files(&test) == before);
        test.keys("U").let_one_go().let_one_go();
        assert_eq!(is_seen(&test), (true, true));
        assert!(files(&test) != before);
        test.keys("u").let_one_go().let_one_go();
        assert!(files(&test) == before);
    }
}
