//! The detail of a meeting: what was agreed there, as it was agreed, and what has become of it.

use majlis::report::Language::{Arabic, English};

use crate::desk::BOTH;
use crate::harness::painted;
use crate::harness_call::Shared;

/// What a meeting agreed stands in its detail as it was agreed, and whether the position says otherwise now.
#[test]
fn the_detail_of_a_meeting_tells_what_was_agreed_as_it_was_agreed() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t A j t A c x enter");
        let (side, heading, texts) = match language {
            English => (
                "en",
                "Positions as agreed",
                [
                    "The group supports the project.",
                    "The group opposes the increase.",
                ],
            ),
            Arabic => (
                "ar",
                "المواقف كما اتُّفق عليها",
                ["تؤيد المجموعة المشروع.", "لا تؤيد المجموعة الزيادة."],
            ),
        };
        shared.sara("27", &["text", side], "Otherwise.");
        shared.follow(&mut hind);
        hind.keys("/ <meet/call> enter");
        let detail = hind.detail();
        for wanted in [heading, texts[0], texts[1]] {
            assert!(
                hind.shows_in(detail, wanted),
                "{wanted}: {:#?}",
                hind.text()
            );
        }
        // Of the two only one was changed.
        let changed = match language {
            English => "the position was changed",
            Arabic => "عُدّل الموقف",
        };
        let rows = hind.text_in(detail);
        let marks = rows.iter().filter(|row| row.contains(&painted(changed)));
        assert_eq!(marks.count(), 1, "{rows:#?}");
    }
}

/// A meeting that was written down before it kept the wordings: whether what it agreed still stands is told
/// by what there is.
#[test]
fn a_meeting_without_wordings_tells_what_is_no_longer_agreed() {
    for language in BOTH {
        let shared = Shared::new();
        let text = shared.text();
        let meeting = "meetings:\n  - {id: meet/old, title: {ar: اجتماع, en: Meeting}, date: 2021-08-01, \
                       agreed: [27/position, 28/position]}\n";
        shared.put("x.yaml", &format!("{text}{meeting}"));
        let mut hind = shared.screen("hind", language);
        hind.keys("/ <meet/old> enter");
        // 27 is a draft again, 28 stands as it was agreed.
        let (changed, item) = match language {
            English => (
                "the position is no longer agreed",
                "27 Headquarters premises",
            ),
            Arabic => ("لم يعد الموقف متفقاً عليه", "27 مباني المقر"),
        };
        let rows = hind.text_in(hind.detail());
        let marks = rows.iter().filter(|row| row.contains(&painted(changed)));
        assert_eq!(marks.count(), 1, "{rows:#?}");
        assert!(hind.shows_in(hind.detail(), item), "{rows:#?}");
    }
}
