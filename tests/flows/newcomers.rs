//! Somebody whom a line puts forward and brings into the directory.

use majlis::app::Layer;
use majlis::report::Language;

use crate::desk::{BOTH, desk, file, go, value, value_in};
use crate::harness::Screen;

/// One Enter is one undo, and one redo.
#[test]
fn who_comes_with_a_nomination_goes_with_it() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        let files = || ["registry.yaml", "c21.yaml"].map(|name| file(&folder, name));
        let before = files();
        screen.keys("+ <nom Nadia Haddad EGY member EG-ITRs> ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        let made = files();
        assert!(made[0].contains("Nadia Haddad") && made[1].contains("nom/haddad"));
        screen.keys("u");
        assert!(files() == before, "{}", screen.message());
        // Both are told.
        for gone in ["adding nomination “haddad”", "adding person “Nadia Haddad”"] {
            assert!(screen.message().contains(gone), "{}", screen.message());
        }
        screen.keys("U");
        assert!(files() == made, "{}", screen.message());
        screen.keys("u");
        assert!(files() == before);
        // There is nothing of it left to undo.
        screen.keys("u");
        assert!(files() == before);
    }
}

/// Nobody comes into the directory by Enter, the key of all that is known: who is new is told, with whoever may be
/// meant, and Ctrl-S adds both. The first word of a name does not stand for it, as behind an @.
#[test]
fn who_is_new_does_not_come_by_one_enter() {
    for (language, new, both, near, several, as_name) in [
        (
            Language::Arabic,
            "«Nadia Haddad» ليس في الدليل؛ Ctrl-S يضيف الشخص ويضيف ترشيحه",
            "يضيفه ويضيف الشخص",
            "لعلك تقصد: شهيرة سليم",
            "«Shahira» قد يكون: شهيرة سليم (selim)؛",
            "المرشح: شهيرة سليم",
        ),
        (
            Language::English,
            "“Nadia Haddad” is not in the directory; Ctrl-S adds the person and the nomination",
            "Ctrl-S adds it, and the person",
            "did you mean Shahira Selim",
            "“Shahira” may be: Shahira Selim (selim);",
            "Person: Shahira Selim",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        let files = || ["registry.yaml", "c21.yaml"].map(|name| file(&folder, name));
        let before = files();
        let said = |screen: &Screen| majlis::script::without_isolates(&screen.message_in(language));
        screen.keys("+ <nom Nadia Haddad EGY member EG-ITRs>");
        assert!(screen.shows(both), "{:#?}", screen.text());
        screen.keys("enter enter");
        assert_eq!(screen.layer(), "quick");
        assert_eq!(said(&screen), new);
        assert!(files() == before);
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert!(files()[0].contains("Nadia Haddad"));
        screen.keys("u");
        assert!(files() == before, "{}", screen.message());
        // Two words of her name, one with a slip.
        screen.keys("+ <nom Shahira Selem EGY member EG-ITRs>");
        assert!(screen.shows(near), "{:#?}", screen.text());
        screen.keys("enter");
        assert!(said(&screen).contains(near), "{}", said(&screen));
        screen.keys("ctrl-u <+nom Shahira EGY member EG-ITRs> enter");
        assert!(said(&screen).starts_with(several), "{}", said(&screen));
        screen.keys("ctrl-s");
        assert_eq!(screen.layer(), "quick");
        assert!(files() == before);
        // How she is addressed is no part of her name, on whichever side of it the rest stands.
        for line in [
            "nom Ms Shahira Selim EGY member EG-ITRs",
            "nom EGY Ms Shahira Selim member EG-ITRs",
            "ترشيح السيدة شهيرة سليم مصر عضوة EG-ITRs",
            "nom أ. شهيرة سليم - Shahira Selim EGY member EG-ITRs",
        ] {
            screen.keys(&format!("ctrl-u <+{line}>"));
            assert!(screen.shows(as_name), "{line} {:#?}", screen.text());
        }
        // She is put forward there for another role: that is told before Enter.
        let told = match language {
            Language::Arabic => "ترشيح آخر قائم للشخص نفسه (c21:nom/selim)",
            Language::English => "is nominated already, for another role (c21:nom/selim)",
        };
        let Some(Layer::Quick(quick)) = screen.app.layer() else {
            panic!("no line")
        };
        let mut warnings = quick.warnings.iter();
        assert!(warnings.any(|one| one.get(language).ends_with(told)));
    }
}

/// How somebody is addressed is no part of the name.
#[test]
fn the_form_of_address_is_taken_out_of_the_name() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        for (line, id, [ar, en, honorific]) in [
            (
                "ترشيح السيدة نورة القحطاني السعودية نائبة رئيس EG-ITRs",
                "qahtani",
                ["نورة القحطاني", "", "السيدة"],
            ),
            (
                "nom Ms Layla Mansour EGY member EG-ITRs",
                "mansour",
                ["", "Layla Mansour", "السيدة"],
            ),
            (
                "ترشيح السيد كريم المنصوري مصر عضو EG-ITRs",
                "mansuri",
                ["كريم المنصوري", "", "السيد"],
            ),
            (
                "nom Eng. Salem Qasim KWT member EG-ITRs",
                "qasim",
                ["", "Salem Qasim", "م."],
            ),
        ] {
            go(&mut screen, "c21:eg-itrs");
            screen.keys(&format!("+ <{line}> ctrl-s"));
            assert_eq!(screen.layer(), "", "{line}: {}", screen.message());
            assert_eq!(
                value(&folder, &format!("nominations [nom/{id}] person")),
                id
            );
            let told =
                |path: &str| value_in(&folder, "registry.yaml", &format!("people [{id}] {path}"));
            assert_eq!(told("name ar"), ar, "{line}");
            assert_eq!(told("name en"), en, "{line}");
            assert_eq!(told("honorific ar"), honorific, "{line}");
        }
    }
}

/// Names of countries and roles are read as people write them, and a nominee without a country is told of
/// before Enter.
#[test]
fn countries_and_roles_are_read_as_people_write_them() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        let read = |screen: &Screen| {
            let Some(Layer::Quick(quick)) = screen.app.layer() else {
                panic!("no line")
            };
            let draft = quick.draft.clone().unwrap();
            let get = |name: &str| {
                let mut fields = draft.fields.iter();
                let field = fields.find(|(field, _)| *field == name);
                field.map_or_else(String::new, |(_, value)| value.clone())
            };
            let warnings: Vec<String> = quick.warnings.iter().map(|one| one.en.clone()).collect();
            (
                draft.new_person.clone().unwrap_or_default(),
                get("country"),
                get("role"),
                warnings,
            )
        };
        screen.keys("+");
        for (line, name, country, role) in [
            (
                "nom Abdulaziz Alharbi Saudi vice chair EG-ITRs",
                "Abdulaziz Alharbi",
                "SAU",
                "vice-chair",
            ),
            (
                "ترشيح سعود الحربي السعوديه نائب رئيس EG-ITRs",
                "سعود الحربي",
                "SAU",
                "vice-chair",
            ),
            (
                "ترشيح سعود الحربي (السعودية) رئيس EG-ITRs",
                "سعود الحربي",
                "SAU",
                "chair",
            ),
            (
                "nom Hamad Almazrouei Emirates vicechair of EG-ITRs",
                "Hamad Almazrouei",
                "ARE",
                "vice-chair",
            ),
            (
                "nom Omar Hashimi of Jordan member of the EG-ITRs",
                "Omar Hashimi",
                "JOR",
                "member",
            ),
        ] {
            screen.keys(&format!("ctrl-u <+{line}>"));
            let (new, own, as_role, warnings) = read(&screen);
            assert_eq!(
                (new.as_str(), own.as_str(), as_role.as_str()),
                (name, country, role),
                "{line}"
            );
            assert!(warnings.is_empty(), "{line} {warnings:?}");
        }
        // Nobody is put forward by nobody: it is told, and can be added all the same.
        screen.keys("ctrl-u <+nom Omar Hashimi member EG-ITRs>");
        let (_, country, _, warnings) = read(&screen);
        assert_eq!(
            (country.as_str(), warnings.as_slice()),
            ("", &["No country is named".to_owned()][..])
        );
        let told = match language {
            Language::Arabic => "لم يُذكر البلد",
            Language::English => "No country is named",
        };
        assert!(screen.shows(told), "{:#?}", screen.text());
    }
}
