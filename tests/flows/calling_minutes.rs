//! The minutes of a call tell all that was written into the reports in it, in the order of the call.

use majlis::app::minutes;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::report::Language::{self, Arabic, English};
use majlis::report::Record;

use crate::desk::BOTH;
use crate::harness_call::Shared;

/// Who leads the call adds a record to the report, in a list of it or of one of its items.
fn adds(shared: &Shared, record: &str, item: Option<&str>, list: &str, value: &str) {
    let place = match item {
        Some(item) => FieldPath::root().key("items").id(item),
        None => FieldPath::root(),
    };
    let change = Change {
        file: "x.yaml".to_owned(),
        record: record.to_owned(),
        edits: vec![Edit::Insert {
            list: place.key(list),
            before: None,
            value: serde_yaml::from_str(value).unwrap(),
        }],
        seen: Vec::new(),
    };
    let hind = Keeper::new(shared.folder(), "hind", Means::Command).with_state(None);
    hind.change(&change).unwrap();
}

/// The minutes of the last call, in a language.
fn page(shared: &Shared, language: Language) -> String {
    let library = shared.library();
    assert_eq!(library.problems(), []);
    let key = minutes::latest(&library).unwrap();
    minutes::markdown(&library, key, language).unwrap()
}

#[test]
fn what_was_noted_and_what_came_of_an_item_are_under_it() {
    for language in BOTH {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
        adds(
            &shared,
            "x:27/n1",
            Some("27"),
            "notes",
            "{id: 27/n1, by: EGY, text: {en: Egypt will\n send comments}}",
        );
        adds(
            &shared,
            "x:out/later",
            None,
            "outcomes",
            "{id: out/later, kind: postponement, item: '27', text: {ar: يؤجل الفريق التقرير, en: The group puts the report off}}",
        );
        // The commonest result of an item of the Council.
        adds(
            &shared,
            "x:out/noted",
            None,
            "outcomes",
            "{id: out/noted, kind: noted, item: '27', text: {ar: أخذ المجلس علماً بالوثيقة, en: The Council noted the document}}",
        );
        // Not of an item that was taken up, and of none.
        adds(
            &shared,
            "x:28/v1",
            Some("28"),
            "views",
            "{id: 28/v1, by: TUN, text: {ar: زيادة كبيرة, en: A large increase}}",
        );
        adds(
            &shared,
            "x:out/next",
            None,
            "outcomes",
            "{id: out/next, kind: decision, text: {ar: اجتماع آخر في أكتوبر, en: A call in October}}",
        );
        shared.follow(&mut hind);
        shared.at(&mut hind, 60);
        hind.keys("c x enter");
        let (items, rest) = match language {
            English => (
                "- **Item 27** Headquarters premises (1 minute)\n  - Note (Egypt): Egypt will send comments\n  - Outcome (postponement): The group puts the report off\n  - Outcome (noted): The Council noted the document\n",
                "## Also recorded\n\n- **Item 28** Budget: View (Tunisia): A large increase\n- Outcome (decision): A call in October\n",
            ),
            Arabic => (
                "- **البند 27** مباني المقر (دقيقة واحدة)\n  - ملاحظة (مصر): Egypt will send comments (بالإنكليزية فقط)\n  - نتيجة (تأجيل): يؤجل الفريق التقرير\n  - نتيجة (أخذ العلم): أخذ المجلس علماً بالوثيقة\n",
                "## وسُجِّل أيضاً\n\n- **البند 28** الموازنة: رأي (تونس): زيادة كبيرة\n- نتيجة (قرار): اجتماع آخر في أكتوبر\n",
            ),
        };
        let text = page(&shared, language);
        for wanted in [items, rest] {
            assert!(text.contains(wanted), "{wanted}\n{text}");
        }
        // They are no tasks, and are not called so where the record is taken back.
        hind.keys("u");
        let goes = match language {
            English => "With it goes: items taken up 1, outcomes 3, views 1, notes 1.",
            Arabic => "يُحذف به: البنود التي نُظر فيها 1، النتائج 3، الآراء 1، الملاحظات 1.",
        };
        assert!(hind.shows(goes), "{:#?}", hind.text());
        assert!(!hind.shows("asks and nominations") && !hind.shows("المهام"));
    }
}

/// Taken up 28, 27, 28 once more; agreed in the other order.
#[test]
fn what_was_agreed_is_told_in_the_order_in_which_the_items_were_taken_up() {
    let shared = Shared::new();
    let mut hind = shared.screen("hind", English);
    hind.keys("c c j t k t A j t A j t D k k k");
    shared.at(&mut hind, 60);
    hind.keys("c x enter");
    let library = shared.library();
    let Some(Record::Meeting(meeting)) = library.record(minutes::latest(&library).unwrap()) else {
        panic!("no meeting: {}", hind.message());
    };
    let ids = |list: &majlis::report::Many<majlis::report::Ref>| -> Vec<String> {
        list.iter().map(ToString::to_string).collect()
    };
    assert_eq!(ids(&meeting.agreed), ["28/position", "27/position"]);
    assert_eq!(ids(&meeting.deferred), ["29"]);
    let wordings: Vec<&str> = meeting.wordings.iter().map(|one| one.of.as_str()).collect();
    assert_eq!(wordings, ["28/position", "27/position"]);
}
