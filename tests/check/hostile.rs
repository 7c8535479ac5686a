//! Files that mean no good.

use majlis::library::Code;
use majlis::library::Severity::Error;
use majlis::library::check::{to_json, to_text};
use majlis::report::Language;

use super::{HEAD, REGISTRY, brief, check, of_report};

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
fn what_a_broken_file_may_hold_is_not_called_missing() {
    let refers = format!(
        "{HEAD}items:\n  - {id}, see: \"c99:1\", refs: [council, nobody], src: s1}}\n",
        id = "{id: a, title: {ar: بند, en: Item}"
    );
    let codes = |files: &[(&str, &[u8])]| -> Vec<Code> {
        check(files).iter().map(|problem| problem.code).collect()
    };
    let registry = REGISTRY.as_bytes();
    let report = ("t1.yaml", refers.as_bytes());
    let broken = b"report: [".as_slice();
    assert_eq!(
        codes(&[("registry.yaml", registry), report]),
        [Code::Dangling, Code::Dangling]
    );
    assert_eq!(
        codes(&[("c99.yaml", broken), ("registry.yaml", registry), report]),
        [Code::Syntax, Code::Dangling]
    );
    assert_eq!(codes(&[("registry.yaml", broken), report]), [Code::Syntax]);
}
