//! Ids, references, dates, figures, texts.

use majlis::library::Code;
use majlis::library::Severity::{Error, Warning};

use super::{HEAD, REGISTRY, brief, check, holds, marked, of_report};

#[test]
fn ids() {
    holds(&[
        (
            &[(Error, Code::DuplicateId)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, src: s1}\n  - {title: {ar: بند, en: Item}, id: ‸A, src: s1}\n",
        ),
        // An item's numbers are ids too, over all kinds.
        (
            &[(Error, Code::DuplicateId), (Error, Code::DuplicateId)],
            "items:\n  - {id: \"11\", number: [\"11\", \"12\"], title: {ar: بند, en: Item}, src: s1}\n  - {title: {ar: بند, en: Item}, id: ‸12, number: [‸\"11\"], src: s1}\n",
        ),
        (
            &[
                (Error, Code::IdForm),
                (Error, Code::IdForm),
                (Error, Code::IdForm),
            ],
            "items:\n  - id: \"27\"\n    title: {ar: بند, en: Item}\n    src: s1\n    views:\n      - {text: {ar: رأي, en: View}, id: ‸27/r1, src: s1}\n    notes:\n      - {text: {ar: رأي, en: View}, id: ‸28/n1, src: s1}\n    recommendations:\n      - {text: {ar: رأي, en: View}, id: ‸rec/a, src: s1}\n",
        ),
        (
            &[(Error, Code::IdForm)],
            "events:\n  - {id: ‸event/a, kind: day, title: {ar: يوم, en: Day}, src: s1}\n",
        ),
        (
            &[(Error, Code::IdForm)],
            "items:\n  - {title: {ar: بند, en: Item}, id: ‸بند, src: s1}\n",
        ),
        (
            &[(Error, Code::IdForm), (Error, Code::IdForm)],
            "sections:\n  - id: ‸one\n    title: {ar: قسم, en: Section}\n    src: s1\n    paragraphs:\n      - {text: {ar: نص, en: Text}, id: ‸p1, src: s1}\n      - {text: {ar: نص, en: Text}, id: \"1.2\", src: s1}\n      - {text: {ar: نص, en: Text}, id: s1/b3, src: s1}\n",
        ),
    ]);
}

#[test]
fn a_report_id_or_registry_id_given_in_two_files_names_the_first() {
    let again = HEAD.replace("id: t1", "id: T1");
    let more = "countries:\n  - {name: {ar: مصر, en: Egypt}, id: EGY}\nbodies:\n  - {name: {ar: مصر, en: Egypt}, kind: government, id: Selim}\n";
    let problems = check(&[
        ("a.yaml", HEAD.as_bytes()),
        ("b.yaml", again.as_bytes()),
        ("registry.yml", more.as_bytes()),
        ("registry.yaml", REGISTRY.as_bytes()),
    ]);
    let found: Vec<_> = problems
        .iter()
        .map(|problem| {
            (
                problem.place.file.as_str(),
                problem.place.line,
                problem.place.column,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("b.yaml", 2, 7),
            ("registry.yaml", 0, 0),
            ("registry.yaml", 5, 10),
            ("registry.yaml", 7, 10)
        ]
    );
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    let twice = Code::DuplicateId;
    assert_eq!(codes, [twice, Code::SecondRegistry, twice, twice]);
    assert!(
        problems[0].what.en.contains("a.yaml:2:7"),
        "{:?}",
        problems[0].what
    );
    assert!(
        problems[2].what.ar.contains("registry.yml:4:56"),
        "{:?}",
        problems[2].what
    );
}

#[test]
fn references() {
    holds(&[
        (
            &[(Error, Code::Dangling)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, refs: [council, ‸counsil], src: s1}\n",
        ),
        // Which edition is not said, and there are two.
        (
            &[(Error, Code::Dangling)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, refs: ‸c-dec:619, src: s1}\n",
        ),
        // A field of the registry does not look among the report's own records.
        (
            &[(Error, Code::Dangling)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, see: a, refs: ‸a, src: s1}\n",
        ),
        (
            &[(Error, Code::Dangling), (Error, Code::Dangling)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, see: [‸a/position, ‸\"\"], src: s1}\n",
        ),
        (
            &[
                (Error, Code::UnknownCountry),
                (Error, Code::UnknownCountry),
                (Error, Code::WrongKind),
            ],
            "meetings:\n  - id: meet/a\n    title: {ar: اجتماع, en: Meeting}\n    country: ‸الكويت\n    attendance: {countries: [EGY, ‸ALG, ‸council]}\n    src: s1\n",
        ),
        (
            &[(Error, Code::WrongKind), (Error, Code::Dangling)],
            "nominations:\n  - {id: nom/a, role: chair, status: elected, person: ‸EGY, body: ‸eg-itr, src: s1}\n",
        ),
        (
            &[(Error, Code::Dangling)],
            "figures:\n  - {id: fig/a, title: {ar: عدد, en: Number}, shares: [{label: {ar: أ, en: A}, of: ‸fig/a}], src: s1}\n",
        ),
        (
            &[(Error, Code::Dangling)],
            "outcomes:\n  - {id: out/a, kind: decision, of: out/a, part_of: ‸out/b, text: {ar: نص, en: Text}, src: s1}\n",
        ),
    ]);
}

#[test]
fn the_nearest_right_word_is_told() {
    for (rest, nearest) in [
        (
            "items:\n  - {id: a, titel: {ar: بند, en: Item}, src: s1}\n",
            "title",
        ),
        (
            "items:\n  - {id: a, title: {ar: بند, en: Item}, kind: topc, src: s1}\n",
            "topic",
        ),
        (
            "items:\n  - {id: a, title: {ar: بند, en: Item}, refs: counsil, src: s1}\n",
            "council",
        ),
        (
            "items:\n  - {id: a, title: {ar: بند, en: Item}, refs: KW, src: s1}\n",
            "KWT",
        ),
        (
            "items:\n  - {id: abcd, title: {ar: بند, en: Item}, see: abce, src: s1}\n",
            "abcd",
        ),
        (
            "meetings:\n  - {id: meet/a, title: {ar: ا, en: M}, country: ALG, src: s1}\n",
            "DZA",
        ),
        (
            "meetings:\n  - {id: meet/a, title: {ar: ا, en: M}, country: kuwait, src: s1}\n",
            "KWT",
        ),
        (
            "meetings:\n  - {id: meet/a, title: {ar: ا, en: M}, country: EG, src: s1}\n",
            "EGY",
        ),
        (
            "meetings:\n  - {id: meet/a, title: {ar: ا, en: M}, country: KWTT, src: s1}\n",
            "KWT",
        ),
        (
            "items:\n  - {id: a, title: {ar: ا, en: M}, inferred: [titel], src: s1}\n",
            "title",
        ),
    ] {
        let problems = of_report(&format!("{HEAD}{rest}"));
        assert_eq!(problems.len(), 1, "{rest}: {problems:#?}");
        assert_eq!(problems[0].nearest.as_deref(), Some(nearest), "{rest}");
    }
}

#[test]
fn dates_figures_and_forms() {
    let date = |text: &str| {
        format!(
            "events:\n  - {{id: ev/a, kind: day, title: {{ar: يوم, en: Day}}, src: s1, date: ‸{text}}}\n"
        )
    };
    for text in [
        "2021-02-30",
        "2021-13",
        "31/05/2021",
        "2021-06-18/2021-06-08",
        "\"٢٠٢١\"",
    ] {
        holds(&[(&[(Error, Code::ImpossibleDate)], &date(text))]);
    }
    let shares = |rest: &str| {
        format!("figures:\n  - id: fig/a\n    src: s1\n    title: {{ar: عدد, en: Number}}\n{rest}")
    };
    let (a, b) = (
        "{label: {ar: أ, en: A}, percent: 42",
        "{label: {ar: ب, en: B}, percent: ",
    );
    holds(&[
        (
            &[(Error, Code::WrongPercent)],
            &shares(&format!("    ‸shares: [{a}}}, {b}59}}]\n")),
        ),
        (
            &[],
            &shares(&format!(
                "    shares: [{a}}}, {b}59}}]\n    adds_up_to: 101\n"
            )),
        ),
        (
            &[(Error, Code::WrongPercent)],
            &shares(&format!(
                "    shares: [{a}}}, {b}59}}]\n    adds_up_to: ‸102\n"
            )),
        ),
        // A part that the source names is not the whole divided.
        (&[], &shares(&format!("    shares: [{a}}}]\n"))),
        // One share without a percentage: nothing to add up.
        (
            &[],
            &shares(&format!(
                "    shares: [{a}}}, {{label: {{ar: ب, en: B}}}}]\n"
            )),
        ),
        (
            &[(Error, Code::WrongPercent)],
            &shares(
                "    shares: [{label: {ar: أ, en: A}}, {label: {ar: ب, en: B}, percent: ‸101}]\n",
            ),
        ),
        (
            &[(Error, Code::WrongSum)],
            &shares(&format!(
                "    shares: [{b}58}}, {a}, ‸of_which: [{b}40}}, {b}1}}]}}]\n"
            )),
        ),
        // What is no finite number is told once, and nothing is added up with it.
        (
            &[(Error, Code::OutOfRange)],
            &shares(&format!("    shares: [{a}}}, {b}‸.nan}}]\n")),
        ),
        (
            &[(Error, Code::OutOfRange), (Error, Code::OutOfRange)],
            &shares(&format!(
                "    total: {{amount: ‸.inf, currency: CHF}}\n    shares: [{a}}}, {b}‸-.INF}}]\n"
            )),
        ),
        (
            &[(Error, Code::OutOfRange)],
            &shares(&format!(
                "    shares: [{a}}}, {b}58}}]\n    adds_up_to: ‸.NaN\n"
            )),
        ),
        (
            &[(Error, Code::UnknownCurrency)],
            &shares("    total: {amount: 9700000, printed: '9,7 مليون', currency: ‸CFH}\n"),
        ),
    ]);
    holds(&[
        (
            &[(Error, Code::UnknownField)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, inferred: [number, ‸numbers], src: s1}\n",
        ),
        (
            &[(Error, Code::UrlForm)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, urls: [{url: ‸موقع الاتحاد}], src: s1}\n",
        ),
        (
            &[(Error, Code::SrcForm)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, src: [s1/t1, ‸t1/r2]}\n",
        ),
        (
            &[(Warning, Code::MissingSrc)],
            "items:\n  - ‸{id: a, title: {ar: بند, en: Item}}\n  - {id: b, title: {ar: بند, en: Item}, src: s1}\n",
        ),
        (
            &[(Warning, Code::MissingSrc)],
            "  source: a-text\nitems:\n  - ‸{id: a, title: {ar: بند, en: Item}}\n",
        ),
        // Made from no printed source.
        (&[], "items:\n  - {id: a, title: {ar: بند, en: Item}}\n"),
    ]);
}

#[test]
fn sessions_and_mail() {
    for session in ["council-2021", "council@21", "counsil@2021"] {
        let (text, places) = marked(&format!("{HEAD}  session: ‸{session}\n"));
        let (line, column) = places[0];
        let expected = [(line, column, Error, Code::SessionForm)];
        assert_eq!(brief(&of_report(&text)), expected, "{session}");
    }
    let people = "people:\n  - {id: x, name: {ar: سليم, en: Selim}, email: itu.int}\n";
    let problems = check(&[("registry.yaml", people.as_bytes())]);
    assert_eq!(brief(&problems), [(2, 49, Error, Code::EmailForm)]);
}

#[test]
fn texts_and_their_characters() {
    holds(&[
        (
            &[(Warning, Code::MissingLanguage)],
            "items:\n  - {id: a, src: s1, title: ‸{ar: بند}}\n",
        ),
        (
            &[(Warning, Code::MissingLanguage)],
            "items:\n  - {id: a, src: s1, title: ‸{ar: بند, en: ' '}}\n",
        ),
        (
            &[(Error, Code::EmptyText)],
            "items:\n  - {id: a, src: s1, title: ‸{}}\n",
        ),
        // U+0627 U+0654 is U+0623 in NFC.
        (
            &[(Warning, Code::NotNfc)],
            "items:\n  - {id: a, src: s1, title: {ar: بند ‸\u{627}\u{654}ول, en: Item}}\n",
        ),
        (
            &[(Warning, Code::UnseenCharacter)],
            "items:\n  - {id: a, src: s1, title: {ar: بند ‸\u{202e}, en: Item}}\n",
        ),
        // Written as an escape: the place of the text.
        (
            &[(Warning, Code::UnseenCharacter)],
            "items:\n  - {id: a, src: s1, title: {ar: بند, en: ‸\"It\\x1bem\"}}\n",
        ),
        // As it stands YAML forbids it, and the loader refuses the file.
        (
            &[(Error, Code::ControlCharacter)],
            "items:\n  - {id: a, src: s1, title: {ar: بند, en: \"It‸\u{1b}em\"}}\n",
        ),
        (
            &[(Warning, Code::PresentationForm)],
            "items:\n  - {id: a, src: s1, title: {ar: بند ‸\u{fefb}, en: Item}}\n",
        ),
        (
            &[(Warning, Code::NotNfc)],
            "items:\n  - id: a\n    src: s1\n    title:\n      en: Item\n      ar: >-\n        سطر\n        بند ‸\u{627}\u{653}خر\n",
        ),
    ]);
}
