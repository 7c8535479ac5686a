//! A position that is agreed in a call though it was agreed or delivered before: which language was left
//! behind, and whether what was delivered is what is agreed.

use majlis::report::Language::{Arabic, English};
use majlis::report::{Language, Record};
use majlis::words::keep;

use crate::calling_decided::{page, said};
use crate::desk::BOTH;
use crate::harness_call::Shared;

/// The language that the minutes say was left behind, of each position.
fn behind(shared: &Shared) -> Vec<(String, Option<Language>)> {
    let library = shared.library();
    let key = majlis::app::minutes::latest(&library).unwrap();
    let Some(Record::Meeting(meeting)) = library.record(key) else {
        panic!("no meeting");
    };
    let wordings = meeting.wordings.iter();
    wordings
        .map(|one| (one.of.to_string(), one.behind))
        .collect()
}

/// 28 was agreed before, and its English is changed before it is agreed again; 27 is a draft of which the Arabic
/// is changed before it is agreed; both are told at once, and in the minutes of either language.
#[test]
fn a_position_that_is_confirmed_tells_which_language_was_left_behind_and_so_do_the_minutes() {
    for language in BOTH {
        let shared = Shared::new();
        shared.sara(
            "28",
            &["text", "en"],
            "The group opposes an increase above 2%.",
        );
        shared.sara("27", &["text", "ar"], "تؤيد المجموعة مشروع المبنى.");
        let mut hind = shared.screen("hind", language);
        for (keys, left) in [("c c t A", English), ("j t A", Arabic)] {
            hind.keys(keys);
            let (said, left) = (said(&hind, language), keep::left_behind(left));
            assert!(said.contains(left.get(language)), "{keys}: {said}");
        }
        hind.keys("c x enter");
        let of = |item: &str, left| (format!("{item}/position"), Some(left));
        assert_eq!(behind(&shared), [of("27", English), of("28", Arabic)]);
        for (language, quotes) in [
            (
                English,
                [
                    "> The group supports the project. (the English text is as it was before the Arabic was changed)",
                    "> The group opposes an increase above 2%. (the Arabic text is as it was before the English was changed)",
                ],
            ),
            (
                Arabic,
                [
                    "> تؤيد المجموعة مشروع المبنى. (النص الإنكليزي على ما كان عليه قبل تعديل النص العربي)",
                    "> لا تؤيد المجموعة الزيادة. (النص العربي على ما كان عليه قبل تعديل النص الإنكليزي)",
                ],
            ),
        ] {
            let page = page(&shared, language);
            for quote in quotes {
                assert!(page.contains(quote), "{quote}\n{page}");
            }
        }
    }
}

/// Nothing is told where both were changed, nor where the change was undone; what is changed after it was agreed
/// is of no concern to what was.
#[test]
fn of_a_wording_in_step_nothing_is_told() {
    for language in BOTH {
        let shared = Shared::new();
        shared.sara("28", &["text", "en"], "The group opposes any increase.");
        shared.sara("28", &["text", "ar"], "لا تؤيد المجموعة أي زيادة.");
        let mut hind = shared.screen("hind", language);
        hind.keys("c c j t A");
        let left = [Arabic, English].map(|one| keep::left_behind(one).get(language));
        let told = said(&hind, language);
        assert!(left.iter().all(|left| !told.contains(left)), "{told}");
        shared.sara("28", &["text", "en"], "Changed afterwards.");
        shared.follow(&mut hind);
        hind.keys("c x enter");
        assert_eq!(behind(&shared), [("28/position".to_owned(), None)]);
        assert!(!page(&shared, language).contains(left[0]));
    }
}

/// What was delivered and says something else by now was delivered to nobody: it is agreed in the call. In the
/// words in which it was delivered it is confirmed, and stays delivered.
#[test]
fn a_delivered_position_is_agreed_anew_where_it_says_something_else() {
    for language in BOTH {
        for (wordings, wanted) in [
            (&["The group supports the new building."][..], "agreed"),
            (
                &["The group supports it.", "The group supports the project."][..],
                "delivered",
            ),
            (&[][..], "delivered"),
        ] {
            let shared = Shared::new();
            shared.sara("27", &["status"], "agreed");
            shared.sara("27", &["status"], "delivered");
            for wording in wordings {
                shared.sara("27", &["text", "en"], wording);
            }
            let mut hind = shared.screen("hind", language);
            hind.keys("c c t A");
            let status = format!("status: {wanted}");
            let text = shared.text();
            let of_27 = text.split("id: \"28\"").next().unwrap();
            assert!(of_27.contains(&status), "{wordings:?}: {of_27}");
            let told = said(&hind, language);
            let before = match language {
                English => "delivered before in these words",
                Arabic => "قُدِّم بهذا النص من قبل",
            };
            assert_eq!(told.contains(before), wanted == "delivered", "{told}");
            hind.keys("c x enter");
            let said = wordings
                .last()
                .unwrap_or(&"The group supports the project.");
            let page = page(&shared, English);
            assert!(page.contains(&format!("> {said}")), "{page}");
        }
    }
}
