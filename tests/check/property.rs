//! What holds for every file, good or broken.

use majlis::library::check::{to_json, to_text};
use majlis::library::{Library, Severity, Source};
use majlis::report::{Language, ReportFile};
use proptest::prelude::*;

use super::{HEAD, REGISTRY, check};

/// A report with something of everything that a slip can hit.
const REPORT: &str = "\
items:
  - id: \"27\"
    number: [27, '28']
    title: {ar: \"بند\", en: Item}
    position: {stance: support, status: agreed, by: EGY, date: 2021-05-31, text: {ar: نص, en: T}, src: s1}
    refs: [pp-res:191, KWT]
    sic: {القرار 619: المقرر 619}
    src: s2/t1/r2
figures:
  - id: fig/a
    title:
      ar: >-
        عدد الشركاء
        في العام
      en: |
        Number
    total: {amount: 318000, currency: CHF, qualifier: about}
    shares:
      - {label: {ar: أ, en: A}, percent: 33.3}
      - {label: {ar: ب, en: B}, percent: 66.7, of: KWT}
    src: s3/g1 # حاشية
outcomes:
  - {id: out/a, kind: approval, by: council, by_correspondence: true, text: {ar: ن, en: T}, src: s1}
";

/// The report with one stretch of it replaced.
fn slipped() -> impl Strategy<Value = String> {
    let signs = prop_oneof![
        Just(String::new()),
        "[ \\n\\t:,'\"\\[\\]{}#&*!|>%@`~?0-9a-z.\\-ء-ي\u{654}\u{202e}\\x1b]{1,4}",
    ];
    let length = HEAD.chars().count() + REPORT.chars().count();
    (0..length, 0..6_usize, signs).prop_map(|(at, cut, signs)| {
        let whole: Vec<char> = HEAD.chars().chain(REPORT.chars()).collect();
        let behind = whole.iter().skip(at + cut);
        let before: String = whole.iter().take(at).collect();
        before + &signs + &behind.collect::<String>()
    })
}

proptest! {
    #![proptest_config(crate::testing::cases(1500))]

    #[test]
    fn what_has_no_error_is_loaded(text in slipped()) {
        let files = [("registry.yaml", REGISTRY.as_bytes()), ("t1.yaml", text.as_bytes())];
        let problems = check(&files);
        if problems.iter().all(|problem| problem.severity == Severity::Warning) {
            let loaded = serde_yaml::from_str::<ReportFile>(&text);
            prop_assert!(loaded.is_ok(), "{:?} in\n{}", loaded.err(), text);
        }
    }

    #[test]
    fn what_is_not_loaded_whole_is_told(text in slipped()) {
        let library = Library::from_sources(vec![Source::text("t1.yaml", text.clone())]);
        let loaded = serde_yaml::from_str::<ReportFile>(&text);
        let whole = |file: &ReportFile| {
            let text = serde_yaml::to_string(file).unwrap();
            let again = Library::from_sources(vec![Source::text("t1.yaml", text)]);
            again.len() == library.len()
                && library.keys().all(|key| {
                    (again.id(key), again.record(key)) == (library.id(key), library.record(key))
                })
        };
        if library.problems().is_empty() {
            prop_assert!(loaded.is_ok_and(|file| whole(&file)));
        }
        let lines: Vec<&str> = text.split('\n').collect();
        for problem in library.problems() {
            prop_assert_eq!(problem.severity, Severity::Error);
            let place = &problem.place;
            if place.line > 0 {
                prop_assert_eq!(Some(&place.text.as_str()), lines.get(place.line - 1));
                prop_assert!((1..=place.text.chars().count() + 1).contains(&place.column));
            }
        }
    }

    #[test]
    fn every_place_is_in_its_file(text in slipped()) {
        let lines: Vec<&str> = text.split('\n').collect();
        for problem in check(&[("registry.yaml", REGISTRY.as_bytes()), ("t1.yaml", text.as_bytes())]) {
            let place = problem.place;
            if place.line == 0 {
                continue;
            }
            prop_assert_eq!(Some(&place.text.as_str()), lines.get(place.line - 1));
            prop_assert!((1..=place.text.chars().count() + 1).contains(&place.column));
        }
    }

    #[test]
    fn any_bytes_are_checked_and_told(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for problem in check(&[("t1.yaml", &bytes)]) {
            let told = to_text(&problem, Language::Arabic);
            prop_assert!(told.chars().all(|char| char == '\n' || !char.is_control()));
            prop_assert!(!to_json(&problem).contains('\n'));
        }
    }
}
