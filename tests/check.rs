//! `majlis check`: every sort of problem, at its very place.
//!
//! In the tables a `‸` stands before the character that a problem points at; it is taken out before
//! the file is checked. Where a place could be miscounted it is also given in numbers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use majlis::library::Severity::{self, Error, Warning};
use majlis::library::check::{check, check_dir, summary, to_json, to_text};
use majlis::library::{Code, Problem};
use majlis::report::Language;

const REGISTRY: &str = "\
bodies:
  - {id: council, name: {ar: المجلس, en: Council}, kind: conference}
  - {id: eg-itrs, name: {ar: فريق الخبراء, en: Expert Group}, kind: group, parent: council}
people:
  - {id: selim, name: {ar: سليم, en: Selim}, country: EGY}
countries:
  - {id: EGY, name: {ar: مصر, en: Egypt}}
  - {id: KWT, name: {ar: الكويت, en: Kuwait}}
  - {id: DZA, name: {ar: الجزائر, en: Algeria}, itu: ALG}
instruments:
  - {id: pp-res:191@2022, kind: resolution, title: {ar: القرار, en: Resolution}}
  - {id: c-dec:619@2020, kind: decision, title: {ar: المقرر, en: Decision}}
  - {id: c-dec:619@2021, kind: decision, title: {ar: المقرر, en: Decision}}
documents: []
";

/// Lines 1 to 4 of every report below.
const HEAD: &str = "\
report:
  id: t1
  kind: group-report
  title: {ar: تقرير, en: Report}
";

/// Takes the marks out; returns the text and the marks' lines and columns, from 1, in characters.
fn marked(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut plain = String::new();
    let mut places = Vec::new();
    for (line, content) in text.split('\n').enumerate() {
        let mut column = 1;
        for char in content.chars() {
            if char == '‸' {
                places.push((line + 1, column));
            } else {
                plain.push(char);
                column += 1;
            }
        }
        plain.push('\n');
    }
    plain.pop();
    (plain, places)
}

fn of_report(report: &str) -> Vec<Problem> {
    let mut problems = check(&[
        ("registry.yaml", REGISTRY.as_bytes()),
        ("t1.yaml", report.as_bytes()),
    ]);
    assert!(
        problems
            .iter()
            .all(|problem| problem.place.file == "t1.yaml"),
        "{problems:#?}"
    );
    problems.retain(|problem| problem.place.file == "t1.yaml");
    problems
}

fn brief(problems: &[Problem]) -> Vec<(usize, usize, Severity, Code)> {
    problems
        .iter()
        .map(|problem| {
            let place = &problem.place;
            (place.line, place.column, problem.severity, problem.code)
        })
        .collect()
}

/// Each case: the problems in the order of their marks, and what follows [`HEAD`].
fn holds(cases: &[(&[(Severity, Code)], &str)]) {
    for (expected, rest) in cases {
        let (text, places) = marked(&format!("{HEAD}{rest}"));
        assert_eq!(places.len(), expected.len(), "marks in {rest}");
        let expected: Vec<_> = places
            .iter()
            .zip(*expected)
            .map(|((line, column), (severity, code))| (*line, *column, *severity, *code))
            .collect();
        assert_eq!(brief(&of_report(&text)), expected, "in:\n{text}");
    }
}

#[test]
fn a_sound_library_has_no_problem() {
    let report = format!(
        "{HEAD}{}",
        "\
items:
  - id: \"27\"
    number: [27, \"28\"]
    title: {ar: بند, en: Item}
    position: {stance: support, status: agreed, by: EGY, text: {ar: نص, en: Text}, src: s1}
    recommendations:
      - {id: 27/r1, to: [council, selim], due: 2021-09, text: {ar: نص, en: Text}, src: s2/t1/r2}
    refs: [pp-res:191, c-dec:619@2021, KWT]
    see: [28/position, t1, 27/r1, \"t1:27\"]
    src: s2/t1/r2
figures:
  - id: fig/a
    title: {ar: عدد, en: Number}
    shares:
      - {label: {ar: أ, en: A}, percent: 33.3}
      - {label: {ar: ب, en: B}, percent: 66.7, of: KWT}
    src: s3/g1
"
    );
    assert_eq!(of_report(&report), []);
}

#[test]
fn what_the_schema_does_not_allow() {
    holds(&[
        (
            &[(Error, Code::UnknownKey)],
            "items:\n  - {id: \"1\", title: {ar: بند, en: Item}, src: s1, ‸sorce: x}\n",
        ),
        // A misspelt key that must be there is one problem.
        (
            &[(Error, Code::UnknownKey)],
            "items:\n  - {id: \"1\", ‸titel: {ar: بند, en: Item}, src: s1}\n",
        ),
        (
            &[(Error, Code::MissingKey)],
            "items:\n  - ‸id: \"1\"\n    src: s1\n",
        ),
        (
            &[(Error, Code::WrongType)],
            "items:\n  - {id: \"1\", src: s1, title: ‸بند}\n",
        ),
        (&[(Error, Code::WrongType)], "items: ‸{id: x}\n"),
        (&[(Error, Code::EmptyValue)], "‸items:\n"),
        (
            &[(Error, Code::WrongType)],
            "items:\n  - {title: {ar: بند, en: Item}, id: ‸1.10, src: s1}\n",
        ),
        (
            &[(Warning, Code::Unquoted)],
            "items:\n  - {title: {ar: بند, en: ‸2021}, id: a, src: s1}\n",
        ),
        (
            &[(Error, Code::UnknownWord)],
            "items:\n  - {title: {ar: بند, en: Item}, kind: ‸topics, id: a, src: s1}\n",
        ),
        (
            &[(Error, Code::OutOfRange)],
            "meetings:\n  - {id: meet/a, title: {ar: اجتماع, en: Meeting}, count: ‸-1, src: s1}\n",
        ),
        (
            &[(Error, Code::WrongType)],
            "outcomes:\n  - id: out/a\n    kind: approval\n    by_correspondence: ‸نعم\n    text: {ar: نص, en: Text}\n    src: s1\n",
        ),
        (
            &[(Error, Code::WrongType)],
            "figures:\n  - {id: fig/a, title: {ar: عدد, en: Number}, src: s1, total: {amount: ‸9 ملايين}}\n",
        ),
    ]);
}

#[test]
fn what_is_no_plain_yaml() {
    holds(&[
        (
            &[(Error, Code::DuplicateKey)],
            "items: []\nevents: []\n‸items: []\n",
        ),
        (
            &[(Error, Code::Alias), (Error, Code::Alias)],
            "items:\n  - {id: a, title: {ar: بند, en: ‸&x Item}, src: s1}\n  - {id: b, title: {ar: بند, en: ‸*x }, src: s1}\n",
        ),
        (
            &[(Error, Code::Tag)],
            "items:\n  - {id: a, title: {ar: بند, en: ‸!x Item}, src: s1}\n",
        ),
        (&[(Error, Code::SecondDocument)], "items: []\n‸---\na: b\n"),
        (&[(Error, Code::Syntax)], "items:\n‸\t- a\n"),
        (
            &[(Error, Code::Syntax)],
            "items:\n  - {id: a, text: ‸'بند}\n",
        ),
        (&[(Error, Code::Syntax)], "items:\n  - id: a‸: b\n"),
    ]);
}

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
        ("registry-2.yaml", more.as_bytes()),
        ("registry-1.yaml", REGISTRY.as_bytes()),
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
            ("registry-1.yaml", 5, 10),
            ("registry-1.yaml", 7, 10)
        ]
    );
    assert!(
        problems
            .iter()
            .all(|problem| problem.code == Code::DuplicateId)
    );
    assert!(
        problems[0].what.en.contains("a.yaml:2:7"),
        "{:?}",
        problems[0].what
    );
    assert!(
        problems[1].what.ar.contains("registry-2.yaml:4:56"),
        "{:?}",
        problems[1].what
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
            "items:\n  - ‸{id: a, title: {ar: بند, en: Item}}\n",
        ),
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

#[test]
fn columns_count_characters_whatever_stands_before() {
    // Wide letters, an emoji beyond the basic plane, a mark on its letter, a no-break space.
    let line = "  - {id: a, title: {ar: 議事 😀 بَند\u{a0}x, en: Item}, kynd: topic, src: s1}";
    // 24 characters before the Arabic value, 11 in it, 13 behind it: `kynd` begins at the 49th.
    let text = format!("{HEAD}items:\n{line}\n");
    let expected = [(6, 49, Error, Code::UnknownKey)];
    assert_eq!(brief(&of_report(&text)), expected);
    // The same with CRLF, with CR, and behind a byte order mark.
    assert_eq!(brief(&of_report(&text.replace('\n', "\r\n"))), expected);
    assert_eq!(brief(&of_report(&text.replace('\n', "\r"))), expected);
    assert_eq!(brief(&of_report(&format!("\u{feff}{text}"))), expected);
    // A byte order mark does not move the first line's columns either.
    let first = "\u{feff}reprot: {}\n";
    assert_eq!(brief(&of_report(first)), [(1, 1, Error, Code::UnknownKey)]);
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_others_checked() {
    let problems = check(&[
        ("a.yaml", b"\x7fELF\x00\x01\xff\xfe"),
        ("b.yaml", b""),
        ("c.yaml", "# تعليق\n".as_bytes()),
        ("d.yaml", "report:\n  عنوان: \"\n".as_bytes()),
        ("e.yaml", b"report: 1\nabc: \xff"),
        ("registry.yaml", b"bodys: []\n"),
    ]);
    let found: Vec<_> = problems
        .iter()
        .map(|problem| {
            let place = &problem.place;
            (place.file.as_str(), place.line, place.column, problem.code)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("a.yaml", 1, 7, Code::NotUtf8),
            ("b.yaml", 0, 0, Code::Empty),
            ("c.yaml", 0, 0, Code::Empty),
            ("d.yaml", 2, 10, Code::Syntax),
            ("e.yaml", 2, 6, Code::NotUtf8),
            ("registry.yaml", 1, 1, Code::UnknownKey),
        ]
    );
}

#[test]
fn deep_nesting_and_alias_bombs_are_one_clear_problem_each() {
    for (text, code) in [
        ("[".repeat(10_000), Code::TooDeep),
        ("- ".repeat(10_000), Code::TooDeep),
        ("{a: ".repeat(10_000), Code::TooDeep),
    ] {
        let problems = of_report(&text);
        assert_eq!(problems.len(), 1);
        assert_eq!((problems[0].code, problems[0].place.line), (code, 1));
    }
    let mut bomb = String::from("a0: &a0 [x, x]\n");
    for level in 1..40 {
        let below = level - 1;
        bomb += &format!("a{level}: &a{level} [*a{below}, *a{below}]\n");
    }
    let problems = of_report(&bomb);
    assert_eq!(brief(&problems)[0], (1, 1, Error, Code::UnknownKey));
    let aliases = problems
        .iter()
        .filter(|problem| problem.code == Code::Alias);
    assert_eq!(aliases.count(), 40 + 2 * 39);
}

#[test]
fn no_more_than_a_thousand_problems_a_file_are_listed() {
    let many: String = (0..5000).map(|key| format!("k{key}: 1\n")).collect();
    let problems = of_report(&many);
    assert_eq!(problems.len(), 1001);
    assert_eq!(problems[0].code, Code::More);
}

#[test]
fn nothing_of_a_file_reaches_the_terminal_as_a_control() {
    let evil = "\u{1b}[31m\u{9b}2J\u{202e}\u{2066}\u{feff}\u{7f}\u{200f}\u{e0041}";
    let text = format!(
        "{HEAD}items:\n  - {{id: \"{evil}\", title: {{ar: \"{evil}\"}}, refs: \"{evil}\", \"{evil}\": 1}}\n"
    );
    let escaped =
        format!("{HEAD}items:\n  - {{id: a, refs: \"\\e]0;x\\a\\u202E\", title: {{ar: a}}}}\n");
    let name = format!("{evil}.yaml");
    let problems = check(&[(&name, text.as_bytes()), ("b.yaml", escaped.as_bytes())]);
    assert!(problems.len() > 6, "{problems:#?}");
    for problem in &problems {
        for out in [
            to_text(problem, Language::Arabic),
            to_text(problem, Language::English),
            to_json(problem) + "\n",
        ] {
            let bad = out.chars().find(|char| {
                (char.is_control() && *char != '\n')
                    || matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
                    || matches!(char, '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0041}')
            });
            assert_eq!(bad, None, "in {out:?}");
        }
    }
}

#[test]
fn a_problem_is_told_with_its_line_and_a_caret() {
    let problems = of_report(&format!(
        "{HEAD}items:\n  - id: a\n    src: s1\n    titel: {{en: A}}\n"
    ));
    assert_eq!(
        to_text(&problems[0], Language::English),
        "\
t1.yaml:8:5: error: unknown key “titel”
  8 |     titel: {en: A}
    |     ^
  expected: one of id, inferred, kind, notes, number, position, recommendations, refs, see, sic, src, text, title, urls, views
  did you mean: title?
"
    );
}

#[test]
fn a_caret_stands_under_its_column_behind_wide_letters_and_in_a_long_line() {
    let wide = of_report(&format!("{HEAD}\"議\": 1\n"));
    assert!(to_text(&wide[0], Language::English).contains("\n  5 | \"議\": 1\n    | ^\n"));
    let line = format!("x: {{y: {}, id: a}}", "z".repeat(300));
    let (text, _) = marked(&format!(
        "{HEAD}items:\n  - {{id: a, src: s1, title: {{ar: \"{0}\", en: A}}}}\n{line}\n",
        "a"
    ));
    let told = to_text(of_report(&text).last().unwrap(), Language::English);
    assert!(
        told.lines().all(|line| line.chars().count() < 320),
        "{told}"
    );
    let far = format!(
        "{HEAD}a: {{\"議{}\": 1, b: 1, b: 2{}}}\n",
        "z".repeat(300),
        ", c: 1".repeat(50)
    );
    let twice = of_report(&far);
    let twice = twice
        .iter()
        .find(|it| it.code == Code::DuplicateKey)
        .unwrap();
    // Before the second `b`: `a: {` is 4 characters, the key 303, `: 1, b: 1, ` 11.
    assert_eq!((twice.place.line, twice.place.column), (5, 319));
    let told = to_text(twice, Language::English);
    let lines: Vec<&str> = told.lines().collect();
    let caret = lines[2].chars().position(|char| char == '^').unwrap();
    assert_eq!(lines[1].chars().nth(caret), Some('b'), "{told}");
    assert!(lines[1].chars().count() < 120, "{told}");
}

#[test]
fn an_arabic_line_gets_no_caret_but_its_words_quoted() {
    let problems = of_report(&format!(
        "{HEAD}items:\n  - {{id: a, src: s1, title: {{ar: بند}}}}\n"
    ));
    assert_eq!(
        to_text(&problems[0], Language::Arabic),
        "\
t1.yaml:6:29: تنبيه: النص «title» تنقصه الإنكليزية (en)
  6 |   - {id: a, src: s1, title: {ar: بند}}
  الموضع: «{ar: بند}}»
  المتوقع: نص بلغتيه: {ar: …, en: …}
"
    );
}

#[test]
fn json_is_one_object_a_line_with_both_languages() {
    let problems = of_report(&format!("{HEAD}itemz: []\n"));
    let line = to_json(&problems[0]);
    assert!(!line.contains('\n'));
    let object: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(object["file"], "t1.yaml");
    assert_eq!((&object["line"], &object["column"]), (&5.into(), &1.into()));
    assert_eq!(
        (&object["severity"], &object["code"]),
        (&"error".into(), &"unknown-key".into())
    );
    assert_eq!(object["message"]["en"], "unknown key “itemz”");
    assert_eq!(object["message"]["ar"], "مفتاح غير معروف: «itemz»");
    assert_eq!(
        (&object["nearest"], &object["text"]),
        (&"items".into(), &"itemz: []".into())
    );
}

#[test]
fn a_folder_is_checked_file_by_file() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    write("registry.yaml", REGISTRY);
    write("t1.yaml", HEAD);
    write("notes.txt", "not ours");
    std::fs::create_dir(dir.path().join("folder.yaml")).unwrap();
    std::os::unix::fs::symlink("loop.yaml", dir.path().join("loop.yaml")).unwrap();
    let checked = check_dir(dir.path());
    let found: Vec<_> = checked
        .problems
        .iter()
        .map(|problem| (problem.place.file.rsplit('/').next().unwrap(), problem.code))
        .collect();
    assert_eq!(checked.files, 4);
    assert_eq!(
        found,
        [
            ("folder.yaml", Code::Unreadable),
            ("loop.yaml", Code::Unreadable)
        ]
    );
    assert_eq!(
        summary(&checked.problems, checked.files, Language::English),
        "2 errors, 0 warnings in 4 files"
    );
}

#[test]
fn a_folder_that_is_empty_or_not_there_says_so() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(check_dir(dir.path()).problems[0].code, Code::NoReport);
    let checked = check_dir(&dir.path().join("nowhere"));
    assert_eq!(checked.problems[0].code, Code::Unreadable);
    let problems = check(&[("lib/t1.yaml", HEAD.as_bytes())]);
    assert_eq!(problems[0].code, Code::NoRegistry);
    assert_eq!(problems[0].place.file, "lib/registry.yaml");
}

#[test]
fn the_exit_code_says_whether_there_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("registry.yaml"), REGISTRY).unwrap();
    let report = dir.path().join("t1.yaml");
    let run = |text: &str| {
        std::fs::write(&report, text).unwrap();
        let mut out = Vec::new();
        let code = majlis::cli::check::run(Some(dir.path()), false, Language::English, &mut out);
        (code.unwrap(), String::from_utf8(out).unwrap())
    };
    assert_eq!(
        run(HEAD),
        (0, "0 errors, 0 warnings in 2 files\n".to_owned())
    );
    assert_eq!(run(&HEAD.replace(", en: Report", "")).0, 0);
    assert_eq!(run(&HEAD.replace("id: t1", "")).0, 1);
}
