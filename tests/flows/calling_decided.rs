//! What is decided in a call: what its minutes quote ever after, and who is told of it.

use majlis::app::minutes;
use majlis::library::live;
use majlis::report::Language::{self, Arabic, English};
use majlis::report::call::{Call, Moment};
use majlis::words::minutes as words;

use crate::desk::BOTH;
use crate::harness::Screen;
use crate::harness_call::{Shared, begun};

/// The minutes of the call that was closed last.
pub fn page(shared: &Shared, language: Language) -> String {
    let library = shared.library();
    assert_eq!(library.problems(), []);
    let key = minutes::latest(&library).unwrap();
    minutes::markdown(&library, key, language).unwrap()
}

/// What a screen says, as it is said in its language.
pub fn said(screen: &Screen, language: Language) -> String {
    let message = screen.app.message.as_ref();
    // Without the marks that keep the name of a key together.
    let marks = ['\u{fdd0}', '\u{fdd1}'];
    message.map_or_else(String::new, |one| one.get(language).replace(marks, ""))
}

pub fn call(shared: &Shared) -> Call {
    live::read(shared.folder()).call().unwrap().clone()
}

pub fn waiting(call: &Call) -> Vec<&str> {
    call.waiting.iter().map(|who| who.as_str()).collect()
}

/// Item 27 becomes agreed in the call, 28 was agreed before and is confirmed. Both are changed before the
/// call ends, and later.
#[test]
fn the_minutes_quote_what_was_agreed_whatever_becomes_of_it() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t A j t A");
        shared.sara("27", &["text", "en"], "Changed in the call.");
        shared.sara("28", &["text", "ar"], "غُيّر أثناء الاجتماع.");
        shared.follow(&mut hind);
        hind.keys("c x");
        // Of each only one language was changed: that is said while it can be put right.
        let wanted = match language {
            English => [
                "Item 27: only the English wording was changed",
                "Item 28: only the Arabic wording was changed",
            ],
            Arabic => [
                "البند 27: عُدّل النص الإنكليزي وحده",
                "البند 28: عُدّل النص العربي وحده",
            ],
        };
        for wanted in wanted {
            let said = said(&hind, language);
            assert!(said.contains(wanted), "{said}");
        }
        hind.keys("enter");
        let agreed = match language {
            English => [
                "(support)\n\n",
                "> The group supports the project.\n",
                "(oppose)\n\n",
                "> The group opposes the increase.\n",
            ],
            Arabic => [
                "(تأييد)\n\n",
                "> تؤيد المجموعة المشروع.\n",
                "(معارضة)\n\n",
                "> لا تؤيد المجموعة الزيادة.\n",
            ],
        };
        let mark = words::CHANGED_SINCE.get(language);
        let quotes = |marks: usize| {
            let page = page(&shared, language);
            for wanted in agreed {
                assert!(page.contains(wanted), "{page}");
            }
            assert!(!page.contains("Changed") && !page.contains("غُيّر"), "{page}");
            assert_eq!(page.matches(mark).count(), marks, "{page}");
        };
        quotes(2);
        // Where it says again what was agreed, there is nothing to mark.
        shared.sara("28", &["text", "ar"], "لا تؤيد المجموعة الزيادة.");
        quotes(1);
        shared.sara("28", &["status"], "superseded");
        shared.sara("27", &["stance"], "oppose");
        quotes(2);
        // Nor does it need the history, nor the positions themselves.
        std::fs::remove_dir_all(shared.folder().join("history")).unwrap();
        quotes(2);
    }
}

/// What was agreed last counts: confirmed after it became agreed, or agreed after it was put off.
#[test]
fn what_was_agreed_last_in_a_call_is_what_its_minutes_quote() {
    for language in BOTH {
        for (keys, again) in [("c c t A", "A"), ("c c j t A D", "A"), ("c c j t A", "A")] {
            let shared = Shared::new();
            let mut hind = shared.screen("hind", language);
            let now = Moment::now();
            let before = now.timestamp() - jiff::SignedDuration::from_secs(60);
            hind.app.at(Moment::from(before));
            hind.keys(keys);
            let item = match keys.contains('j') {
                true => "28",
                false => "27",
            };
            shared.sara(item, &["text", "en"], "Said otherwise, then agreed.");
            shared.sara(item, &["text", "ar"], "صياغة أخرى اتُّفق عليها.");
            shared.follow(&mut hind);
            hind.app.at(Moment::now());
            hind.keys(again);
            shared.sara(item, &["text", "en"], "Too late.");
            shared.sara(item, &["text", "ar"], "بعد فوات الأوان.");
            shared.follow(&mut hind);
            hind.keys("c x enter");
            let page = page(&shared, language);
            let wanted = match language {
                English => "> Said otherwise, then agreed.",
                Arabic => "> صياغة أخرى اتُّفق عليها.",
            };
            assert!(page.contains(wanted), "{keys}: {page}");
        }
    }
}

/// Who does not lead confirms a position and puts off an item: all are told, and whose doing it is.
#[test]
fn what_one_decides_in_a_call_is_told_to_all() {
    for language in BOTH {
        let (shared, mut hind) = begun();
        hind.keys("t");
        let mut omar = shared.screen("omar", language);
        let mut lina = shared.screen("lina", language);
        for (keys, ar, en) in [
            (
                "j A down enter",
                "omar: البند 28: تأكيد الموقف",
                "omar: Item 28: the position is confirmed",
            ),
            ("j D", "omar: إرجاء البند 29", "omar: Item 29 is deferred"),
        ] {
            omar.keys(keys);
            assert!(!said(&omar, language).contains("omar"));
            shared.hear(&mut hind);
            shared.hear(&mut lina);
            assert!(said(&hind, English).starts_with(en), "{}", hind.message());
            let said = said(&lina, language);
            let wanted = match language {
                English => en,
                Arabic => ar,
            };
            assert!(said.starts_with(wanted), "{said}");
        }
        // It is on the row of the item, in what is open, and stays there after the call.
        let mark = match language {
            English => "deferred",
            Arabic => "أُرجئ",
        };
        assert!(lina.shows(mark), "{:?}", lina.text());
        lina.keys("o");
        assert_eq!(lina.offered_open(), ["x:27/position", "x:29"]);
        lina.keys("esc");
        hind.keys("c x enter");
        shared.follow(&mut lina);
        assert!(lina.shows(mark), "{:?}", lina.text());
        lina.keys("o");
        assert_eq!(lina.offered_open(), ["x:27/position", "x:29"]);
        // Where it is taken up again and not put off, it is no longer open.
        shared.at(&mut hind, 600);
        shared.follow(&mut hind);
        hind.keys("/ <x:29> enter c c t");
        shared.at(&mut hind, 660);
        hind.keys("c x enter");
        lina.keys("esc");
        shared.follow(&mut lina);
        assert!(!lina.shows(mark), "{:?}", lina.text());
        lina.keys("o");
        assert_eq!(lina.offered_open(), ["x:27/position"]);
    }
}

/// With two coordinators there is always something done since: one's own step goes, the other's stays.
#[test]
fn ones_own_step_is_taken_back_though_another_has_done_something_since() {
    for language in BOTH {
        let (shared, _) = begun();
        let mut sara = shared.screen("sara", language);
        let mut omar = shared.screen("omar", language);
        sara.keys("s s <egy, kwt> enter");
        shared.hear(&mut omar);
        omar.keys("s s <tun> enter");
        shared.hear(&mut sara);
        sara.keys("u");
        assert!(sara.message().starts_with("Undone"), "{}", sara.message());
        let now = call(&shared);
        assert_eq!(waiting(&now), ["TUN"]);
        assert!(now.present.is_empty());
        sara.keys("U");
        assert_eq!(waiting(&call(&shared)), ["EGY", "KWT", "TUN"]);
        // A speaker who was given the floor by mistake waits again, before who came since.
        sara.keys("s n");
        shared.hear(&mut omar);
        omar.keys("c p <7> enter");
        shared.hear(&mut sara);
        sara.keys("u");
        let now = call(&shared);
        assert_eq!(now.floor, None);
        assert_eq!(waiting(&now), ["EGY", "KWT", "TUN"]);
        assert_eq!(now.planned.len(), 1);
    }
}

/// What another has done with the same is not undone with it.
#[test]
fn what_another_has_acted_on_since_is_not_taken_back_and_it_is_said_why() {
    for language in BOTH {
        let (shared, _) = begun();
        let mut sara = shared.screen("sara", language);
        let mut omar = shared.screen("omar", language);
        sara.keys("s s <kwt> enter s s <egy> enter");
        shared.hear(&mut omar);
        omar.keys("s g <egypt> enter");
        shared.hear(&mut sara);
        sara.keys("u");
        let wanted = match language {
            English => "“Egypt asks for the floor” is not undone",
            Arabic => "لم يُتراجع عن «طلب الكلمة: مصر»",
        };
        let said = said(&sara, language);
        assert!(said.contains(wanted), "{said}");
        let now = call(&shared);
        assert_eq!(now.floor.as_ref().unwrap().who.as_str(), "EGY");
        assert_eq!(waiting(&now), ["KWT"]);
        // What came before it can be.
        sara.keys("u");
        assert_eq!(waiting(&call(&shared)), [""; 0]);
        assert!(call(&shared).floor.is_some());
    }
}

#[test]
fn a_position_that_was_delivered_is_confirmed_in_a_call() {
    for language in BOTH {
        let shared = Shared::new();
        shared.change("status: draft", "status: delivered");
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t A");
        assert!(shared.text().contains("status: delivered"));
        assert!(
            hind.message()
                .starts_with("Item 27: the position is confirmed"),
            "{}",
            hind.message()
        );
        hind.keys("c x enter");
        let wanted = match language {
            English => "> The group supports the project.",
            Arabic => "> تؤيد المجموعة المشروع.",
        };
        let page = page(&shared, language);
        assert!(page.contains(wanted), "{page}");
        // Without a call it is taken back to agreed, as ever.
        hind.keys("A");
        assert!(shared.text().contains("status: agreed"));
    }
}

/// What is said of a confirmation is so when it is undone, and goes when the wording is changed by another.
#[test]
fn what_is_said_of_a_confirmation_is_so() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c j t A u");
        let said_now = said(&hind, language);
        assert!(
            !said_now.contains("record") && !said_now.contains("سجل"),
            "{said_now}"
        );
        hind.keys("A");
        shared.sara("28", &["text", "en"], "Another wording.");
        shared.follow(&mut hind);
        let wanted = match language {
            English => "Item 28: the position was changed since it was confirmed",
            Arabic => "البند 28: عُدّل الموقف بعد تأكيده",
        };
        let said = said(&hind, language);
        assert!(said.starts_with(wanted), "{said}");
    }
}

/// A name that is not known, or not alone, takes none of the others with it.
#[test]
fn of_a_list_the_known_are_taken_and_the_unknown_named() {
    for language in BOTH {
        let (shared, _) = begun();
        let mut sara = shared.screen("sara", language);
        sara.keys("s s <Tunisia, Egypt and morroco>");
        let wanted = match language {
            English => "Tunisia, Egypt (not known: morroco)",
            Arabic => "تونس، مصر (غير معروف: morroco)",
        };
        assert!(sara.shows(wanted), "{:?}", sara.text());
        sara.keys("enter");
        assert_eq!(waiting(&call(&shared)), ["TUN", "EGY"]);
        let said = said(&sara, language);
        assert!(said.contains("morroco"), "{said}");
        // It stays, to be mended.
        sara.keys(&"backspace ".repeat("morroco".len()));
        sara.keys("<kuwait> enter");
        assert_eq!(waiting(&call(&shared)), ["TUN", "EGY", "KWT"]);
        sara.keys("c a <لوبيا، الكويت> enter esc");
        assert!(call(&shared).is_present("KWT"));
        // Where none is known, nothing is.
        sara.keys("s s <morroco, lybia>");
        assert_eq!(sara.offered(), [""; 0]);
    }
}

#[test]
fn the_beginning_of_a_call_names_the_report_as_people_do() {
    for (language, wanted) in [
        (English, "Call begun, written into “Report of the group”;"),
        (Arabic, "بدأ الاجتماع، وسجله في «تقرير المجموعة»؛"),
    ] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c");
        let said = said(&hind, language);
        assert!(said.starts_with(wanted), "{said}");
    }
}

/// One step tells all that came in one state: what was decided, and that another leads.
#[test]
fn what_is_decided_hides_nothing_that_came_with_it() {
    for language in BOTH {
        let (shared, mut hind) = begun();
        hind.keys("t");
        let mut lina = shared.screen("lina", language);
        let mut omar = shared.screen("omar", language);
        omar.keys("t down enter j A");
        let mut sara = shared.screen("sara", language);
        sara.keys("j j t down enter");
        shared.hear(&mut lina);
        let said = said(&lina, language);
        let wanted = match language {
            English => [
                "omar: Item 28: the position is confirmed",
                "sara leads the call now",
            ],
            Arabic => ["omar: البند 28: تأكيد الموقف", "يقود sara الاجتماع الآن"],
        };
        assert_eq!(
            said,
            wanted.join(if language == English { "; " } else { "؛ " })
        );
    }
}

/// One slip in a name of a list is put right in what is offered, before it is chosen.
#[test]
fn one_slip_in_a_list_of_names_is_forgiven() {
    for (language, typed, wanted) in [
        (English, "Tunisai, Egypt", "Tunisia, Egypt"),
        (English, "Tunisai", "Tunisia"),
        (Arabic, "تونيس، مصر", "تونس، مصر"),
    ] {
        let (shared, _) = begun();
        let mut sara = shared.screen("sara", language);
        sara.keys(&format!("s s <{typed}>"));
        assert!(sara.shows(wanted), "{:?}", sara.text());
        sara.keys("enter");
        let all = ["TUN", "EGY"];
        let count = wanted.split([',', '،']).count();
        assert_eq!(waiting(&call(&shared)), all[..count]);
    }
}
