//! Who follows a call that another leads, and decides something in it.

use majlis::report::Language::{Arabic, English};

use crate::calling_decided::{page, said};
use crate::desk::BOTH;
use crate::harness::Screen;
use crate::harness_call::Shared;

/// What is decided while a call is on is in its minutes, whoever decides it: one who does not lead is asked
/// first, once in a call.
#[test]
fn who_follows_is_asked_once_in_a_call_before_deciding_in_it() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        let mut omar = shared.screen("omar", language);
        let (asked, leave, decide) = match language {
            English => (
                "The call is led by hind",
                "Leave it to who leads the call",
                "Item 27: agreed, and in the minutes",
            ),
            Arabic => (
                "يقود hind هذا الاجتماع",
                "تركه لمن يقود الاجتماع",
                "البند 27: متفق عليه، ويدخل في المحضر",
            ),
        };
        omar.keys("A");
        assert_eq!(omar.layer(), "call");
        for wanted in [asked, leave, decide] {
            assert!(omar.shows(wanted), "{wanted}: {:#?}", omar.text());
        }
        // Who presses Enter without reading changes nothing.
        omar.keys("enter");
        assert!(shared.text().contains("status: draft"));
        omar.keys("A down enter");
        assert!(
            !shared.text().contains("status: draft"),
            "{}",
            omar.message()
        );
        assert_eq!(omar.layer(), "");
        // The rest of the call goes without a question; what is confirmed there, too.
        shared.follow(&mut omar);
        omar.keys("j A");
        assert_eq!(omar.layer(), "");
        omar.keys("k D");
        assert_eq!(omar.layer(), "");
        assert!(shared.text().contains("status: deferred"));
        // What is in no minutes as decided asks nothing; nor does who leads.
        let mut sara = shared.screen("sara", language);
        sara.keys("3 M");
        assert_eq!(sara.layer(), "", "{}", sara.message());
        shared.follow(&mut hind);
        hind.keys("M");
        assert_eq!(hind.layer(), "");
        // The next call is another one.
        hind.keys("c x down enter");
        shared.at(&mut hind, 60);
        hind.keys("c c");
        shared.hear(&mut omar);
        omar.keys("M");
        assert_eq!(omar.layer(), "call");
        omar.keys("esc");
        // An item that is put off without a position is decided as well.
        omar.keys("j j D");
        assert_eq!(omar.layer(), "call", "{}", omar.message());
        omar.keys("down enter");
        shared.hear(&mut hind);
        let put_off = &hind.app.call.on().unwrap().put_off;
        assert_eq!(put_off.len(), 1, "{}", omar.message());
    }
}

/// What one who follows adds to an item that is taken up is of the call, before and after it is; what to another
/// is work of one's own, and that is said at once.
#[test]
fn what_who_follows_adds_beside_the_call_is_not_in_its_minutes() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        let mut omar = shared.screen("omar", language);
        let add = |screen: &mut Screen, keys: &str, line: &str| {
            screen.keys(keys).keys("@").type_in(line).keys("enter");
            assert_eq!(screen.layer(), "", "{}", screen.message());
            said(screen, language)
        };
        let beside = match language {
            English => "not in the minutes of the call: its item was not taken up there",
            Arabic => "ولا يدخل في محضر الاجتماع الجاري، لأنه من بند لم يُنظر فيه",
        };
        let told = add(&mut omar, "x", "tech-sec count the seats");
        assert!(!told.contains(beside), "{told}");
        let told = add(&mut omar, "j", "tech-sec check the figures");
        assert!(told.contains(beside), "{told}");
        let told = add(&mut omar, "j", "tech-sec send comments");
        assert!(told.contains(beside), "{told}");
        shared.follow(&mut hind);
        // Of who leads all counts, and of an item that is taken up later.
        let told = add(&mut hind, "j", "tech-sec write to the members");
        assert!(!told.contains(beside), "{told}");
        hind.keys("j t");
        shared.at(&mut hind, 60);
        hind.keys("c x enter");
        let page = page(&shared, language);
        for wanted in ["count the seats", "send comments", "write to the members"] {
            assert!(page.contains(wanted), "{wanted}: {page}");
        }
        assert!(!page.contains("check the figures"), "{page}");
        assert!(shared.text().contains("check the figures"));
    }
}

/// Who led the call and was relieved has made what was made until then in it.
#[test]
fn what_was_added_by_who_led_before_stays_in_the_minutes() {
    let shared = Shared::new();
    let mut hind = shared.screen("hind", English);
    hind.keys("c c t j @")
        .type_in("tech-sec check the figures")
        .keys("enter");
    let mut omar = shared.screen("omar", English);
    omar.keys("j j t down enter");
    assert_eq!(omar.app.call.on().unwrap().by, "omar", "{}", omar.message());
    omar.keys("c x enter");
    let page = page(&shared, English);
    assert!(page.contains("check the figures"), "{page}");
}

/// What was said of the call and was read is not said again before what comes next; what came just before is.
#[test]
fn what_was_read_is_told_once() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        let mut omar = shared.screen("omar", language);
        for (seconds, is_again) in [(0, true), (60, false)] {
            shared.at(&mut omar, 10);
            hind.keys("c h <egypt> enter");
            shared.hear(&mut omar);
            let chairs = said(&omar, language);
            assert!(!chairs.is_empty());
            shared.at(&mut omar, 10 + seconds);
            shared.sara("27", &["text", "en"], &format!("Changed after {seconds}."));
            shared.follow(&mut omar);
            omar.app.tell_of_item(&["x:27/position".into()]);
            let told = said(&omar, language);
            assert!(told.contains("sara"), "{told}");
            assert_eq!(told.contains(&chairs), is_again, "{told}");
            hind.keys("c h <tunisia> enter");
            shared.hear(&mut omar);
        }
    }
}
