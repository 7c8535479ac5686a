use super::super::{Finder, Found, Inquiry, notes};
use crate::library::{Key, Library, Source};

/// The meeting put off item 6; the position on 27 is deferred, and of 9 it is only told that others were.
const REPORT: &str = "
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - {id: \"6\", number: [\"6\"], title: {ar: الترشيحات, en: Candidatures}}
  - {id: \"9\", number: [\"9\"], title: {ar: بنود مؤجلة من الدورة السابقة, en: Items deferred from the session before}}
  - {id: \"15\", number: [\"15\"], title: {ar: القمة, en: Items put elsewhere and off}}
  - id: \"27\"
    number: [\"27\"]
    title: {ar: مباني المقر, en: Headquarters premises}
    position: {stance: defer, status: deferred, text: {ar: ينظر فيها لاحقا, en: To be looked at later}}
meetings:
  - {id: meet/june, title: {ar: لقاء, en: Group in June}, date: 2026-06-30, taken_up: [{item: \"6\", minutes: 5}], deferred: [\"6\"]}
";

fn ask(typed: &str, now: &[&str]) -> (Vec<String>, Found, Vec<String>) {
    let library = Library::from_sources(vec![Source::text("x.yaml", REPORT)]);
    assert_eq!(library.problems(), []);
    let finder = Finder::new(&library);
    let deferred: Vec<Key> = now.iter().map(|id| library.find(id).unwrap()).collect();
    let query = finder.read_with(&library, typed, &deferred);
    let found = finder.search(Inquiry {
        deferred: &deferred,
        ..Inquiry::of(&library, &query, 10)
    });
    let ids = found.hits.iter().map(|hit| library.id(hit.0).to_owned());
    let said = notes(&query, &found).into_iter().map(|note| note.en);
    let (ids, said) = (ids.collect(), said.collect());
    (ids, found, said)
}

#[test]
fn what_was_put_off_is_found_by_plain_words() {
    for typed in [
        "deferred items",
        "which items were put off",
        "what was deferred",
        "what did the meeting put off?",
        "list of all deferred items",
        "deferred",
        "البنود المؤجلة",
        "ما هي البنود المؤجلة",
        "ما هي البنود المؤجلة؟",
        "ما الذي أُجل",
    ] {
        let (ids, found, said) = ask(typed, &[]);
        assert_eq!(ids[..2], ["x:6", "x:27/position"], "{typed}");
        assert_eq!(found.total, ids.len(), "{typed}");
        // What says so in words comes behind, and what only has the words of the question not at all.
        assert!(ids.contains(&"x:9".to_owned()), "{typed}: {ids:?}");
        assert!(!ids.contains(&"x:15".to_owned()), "{typed}: {ids:?}");
        assert!(said[0].ends_with(" read as “status:deferred”"), "{said:?}");
    }
    // In the call that is on, too.
    assert_eq!(
        ask("which items were put off", &["x:15"]).0[..3],
        ["x:6", "x:15", "x:27/position"]
    );
    // A kind that is named comes first.
    assert_eq!(ask("deferred positions", &[]).0[0], "x:27/position");
    // Who asks for anything else as well asks for that.
    let (ids, _, said) = ask("deferred premises", &[]);
    assert_eq!((ids[0].as_str(), said.len()), ("x:27", 0), "{ids:?}");
}
