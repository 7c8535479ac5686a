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
            sara.keys(keys).keys("ctrl-s*2");
            assert_eq!(sara.layer(), "sort", "{}", sara.message());
            sara.keys("enter esc k*9 j*2 enter <unit> enter ctrl-s");
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

/// Who saves in the list of chairs has asked for nobody new.
#[test]
fn a_chair_who_is_not_known_is_named_before_anybody_is_added() {
    for language in BOTH {
        let (shared, _) = begun();
        let mut sara = shared.screen("sara", language);
        sara.keys("c h <Salem Alharbi> ctrl-s");
        let said = said(&sara, language);
        assert!(
            said.contains("Salem Alharbi") && said.contains("Ctrl-S"),
            "{said}"
        );
        assert_eq!(sara.layer(), "call");
        sara.keys("ctrl-s");
        assert_eq!(sara.layer(), "field");
        assert!(sara.shows("alharbi"), "{:#?}", sara.text());
        drop(shared);
    }
}
