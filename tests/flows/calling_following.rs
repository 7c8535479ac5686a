//! Who follows a call that another leads, and decides something in it.

use majlis::report::Language::{Arabic, English};

use crate::desk::BOTH;
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
