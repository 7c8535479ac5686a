//! Who is named in a call and is not in the directory: who chairs, who is there, who speaks.

use majlis::report::Language::{Arabic, English};

use crate::calling_decided::{call, page, said, waiting};
use crate::desk::BOTH;
use crate::harness::Screen;
use crate::harness_call::{Shared, begun};

/// The group is chaired by a country as often as by a person; who is not in the directory comes into it.
#[test]
fn a_country_chairs_and_who_is_not_in_the_directory_is_added() {
    for language in BOTH {
        let (shared, _) = begun();
        let mut sara = shared.screen("sara", language);
        sara.keys("c h <egypt> enter");
        assert_eq!(call(&shared).chair.unwrap().as_str(), "EGY");
        sara.keys("c h <Salem Alharbi>");
        assert_eq!(sara.offered(), [""; 0]);
        sara.keys("enter");
        assert!(sara.message().contains("Ctrl-S"), "{}", sara.message());
        sara.keys("ctrl-s");
        assert_eq!(sara.layer(), "field", "{}", sara.message());
        sara.keys("ctrl-s");
        assert_eq!(
            call(&shared).chair.unwrap().as_str(),
            "alharbi",
            "{}",
            sara.message()
        );
        assert_eq!(sara.layer(), "");
        let library = shared.library();
        assert!(library.in_registry("alharbi").is_some());
        // Another leads it.
        sara.keys("c x down enter");
        let page = page(&shared, language);
        assert!(page.contains("Salem Alharbi"), "{page}");
    }
}

/// Who is there, asks for the floor or gets it may be new as well: it is told before Enter how that comes
/// into the directory, as of a chair.
#[test]
fn who_is_there_or_speaks_and_is_not_in_the_directory_is_added() {
    for language in BOTH {
        let (can, done, cancel) = match language {
            English => (
                "Nothing matches; Ctrl-S adds it to the directory",
                "Esc done",
                "Esc cancel",
            ),
            Arabic => ("لا شيء يطابق؛ Ctrl-S يضيفه إلى الدليل", "تم", "إلغاء"),
        };
        let (shared, _) = begun();
        let mut sara = shared.screen("sara", language);
        for keys in ["c h", "c a", "s s", "s g"] {
            sara.keys(keys).keys("<Data Centre>");
            assert!(sara.shows(can), "{keys}: {:#?}", sara.text());
            // What was chosen there is done already.
            let told = (sara.shows(done), sara.shows(cancel));
            let stays = keys == "c a";
            assert_eq!(told, (stays, !stays), "{keys}: {:#?}", sara.text());
            sara.keys("enter");
            let said = said(&sara, language);
            let named = said.contains("Data Centre") && said.contains("Ctrl-S");
            assert!(named, "{keys}: {said}");
            sara.keys("esc");
        }
        // A body; its form asks for its kind.
        let new = |sara: &mut Screen, keys: &str| {
            sara.keys(keys).keys("ctrl-s");
            assert_eq!(sara.layer(), "sort", "{}", sara.message());
            sara.keys("down enter esc k*9 j*2 enter <unit> enter ctrl-s");
        };
        new(&mut sara, "c a <Egypt, Digital Hub> enter");
        let there = |shared: &Shared| {
            let call = call(shared);
            let there = call.present.iter().map(ToString::to_string);
            there.collect::<Vec<_>>()
        };
        assert_eq!(there(&shared), ["EGY", "digital-hub"], "{}", sara.message());
        // The list stays open, as after Enter.
        assert_eq!((sara.layer(), sara.typed().as_str()), ("call", ""));
        sara.keys("esc");
        new(&mut sara, "s s <Sky Union>");
        assert_eq!(waiting(&call(&shared)), ["sky-union"], "{}", sara.message());
        new(&mut sara, "s g <Sea Union>");
        let floor = call(&shared).floor.unwrap();
        assert_eq!(floor.who.as_str(), "sea-union", "{}", sara.message());
        assert_eq!(sara.layer(), "");
    }
}

/// The line below the list names who can be added, and one key does it.
#[test]
fn one_key_adds_to_the_directory_as_the_line_says() {
    for language in BOTH {
        let shared = with_people();
        let mut sara = shared.screen("sara", language);
        let line = |name: &str| match language {
            English => format!("Ctrl-S adds “{name}” to the directory"),
            Arabic => format!("يضيف «{name}» إلى الدليل"),
        };
        // Sri Lanka only sounds so: Enter does not take it.
        sara.keys("c c c h <Sara>");
        assert!(sara.shows(&line("Sara")), "{:#?}", sara.text());
        assert_eq!(sara.offered(), ["Sri Lanka"]);
        sara.keys("enter");
        assert_eq!(call(&shared).chair, None);
        let told = said(&sara, language);
        assert!(told.contains("Sara") && told.contains("Ctrl-S"), "{told}");
        // Who means it takes it in hand first.
        sara.keys("down enter");
        assert_eq!(call(&shared).chair.unwrap().as_str(), "LKA");
        sara.keys("c h <Sara> ctrl-s");
        assert_eq!(sara.layer(), "field", "{}", sara.message());
        sara.keys("ctrl-s");
        assert_eq!(call(&shared).chair.unwrap().as_str(), "sara");
        // There is a line also where somebody is met, but not for who is named in full.
        sara.keys("c h <Hend>");
        assert!(sara.shows(&line("Hend")), "{:#?}", sara.text());
        sara.keys(&"backspace ".repeat(4)).keys("<Egypt>");
        assert!(!sara.shows(&line("Egypt")), "{:#?}", sara.text());
        sara.keys("esc s g <Egypt, Digital Hub>");
        sara.keys("enter");
        let told = said(&sara, language);
        assert!(told.contains("Egypt, Digital Hub"), "{told}");
    }
}

fn with_people() -> Shared {
    let shared = Shared::new();
    shared.put(
        "registry.yaml",
        "\
countries:
  - {id: TUN, name: {ar: تونس, en: Tunisia}}
  - {id: EGY, name: {ar: مصر, en: Egypt}}
  - {id: KWT, name: {ar: الكويت, en: Kuwait}}
  - {id: IND, name: {ar: الهند, en: India}}
  - {id: LKA, name: {ar: سري لانكا, en: Sri Lanka}}
people:
  - {id: benhajji, name: {ar: هند بن حجي, en: Hend Ben Hajji}, country: TUN}
  - {id: selim, name: {ar: شهيرة سليم, en: Shahira Selim}, country: EGY}
bodies:
  - {id: tech-sec, kind: unit, name: {ar: الأمانة الفنية, en: Technical Secretariat}}
  - {id: eg, kind: group, name: {ar: فريق الخبراء, en: Expert Group}}
",
    );
    shared
}

/// People stand in a list as they do alone, for their countries; who is not known takes nobody along.
#[test]
fn people_are_named_in_a_list_as_alone() {
    for language in BOTH {
        let shared = with_people();
        let mut sara = shared.screen("sara", language);
        sara.keys("c c");
        for (typed, wanted) in [
            ("هند", &["TUN"][..]),
            ("Kuwait and Hend", &["KWT", "TUN"]),
            ("الكويت وهند بن حجي", &["KWT", "TUN"]),
            ("هند والكويت", &["TUN", "KWT"]),
            ("الكويت والهند", &["KWT", "IND"]),
        ] {
            sara.keys(&format!("s s <{typed}> enter"));
            assert_eq!(
                waiting(&call(&shared)),
                wanted,
                "{typed}: {}",
                sara.message()
            );
            sara.keys("u");
            assert_eq!(waiting(&call(&shared)), [""; 0]);
        }
        sara.keys("s s <Kuwait, Shahira and Sara>");
        let wanted = match language {
            English => "Kuwait, Egypt (Shahira Selim) (not known: Sara)",
            Arabic => "الكويت، مصر (شهيرة سليم) (غير معروف: Sara)",
        };
        assert!(sara.shows(wanted), "{:#?}", sara.text());
        // The line names who is not known, and nobody where all are.
        let adds = match language {
            English => "to the directory",
            Arabic => "إلى الدليل",
        };
        assert!(sara.shows("Sara") && sara.shows(adds), "{:#?}", sara.text());
        sara.keys("esc s s <Kuwait, Shahira>");
        assert!(!sara.shows(adds), "{:#?}", sara.text());
    }
}

/// A delegate who is new asks for the floor, with others, for the country that is said of her.
#[test]
fn a_new_person_is_added_where_she_asks_for_the_floor() {
    for language in BOTH {
        let shared = with_people();
        let mut sara = shared.screen("sara", language);
        sara.keys("c c s s <Kuwait, Fatima Al Zahrani> ctrl-s enter");
        assert_eq!(sara.layer(), "field", "{}", sara.message());
        // Her country is asked first.
        sara.keys("<EGY> ctrl-s");
        assert_eq!(
            waiting(&call(&shared)),
            ["KWT", "EGY"],
            "{}",
            sara.message()
        );
        let (told, wanted) = (
            said(&sara, language),
            match language {
                English => "Kuwait, Egypt (Fatima Al Zahrani)",
                Arabic => "الكويت، مصر (Fatima Al Zahrani)",
            },
        );
        assert!(told.contains(wanted), "{told}");
        let library = shared.library();
        assert!(library.in_registry("zahrani").is_some());
    }
}
