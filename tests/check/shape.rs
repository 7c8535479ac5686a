//! Keys, types, fixed words; YAML itself; columns.

use majlis::library::Code;
use majlis::library::Severity::{Error, Warning};

use super::{HEAD, brief, holds, marked, of_report};

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
    see: [28/position, t1, 27/r1, 28/r1, \"t1:27\"]
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
        // A key over two lines within brackets: one parser takes it, the loader's does not.
        (
            &[(Error, Code::Syntax)],
            "items:\n  - {id: a, title: {ar: بند, en: Item}, sic: {a\nالقرار 619‸: b}, src: s1}\n",
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
fn common_slips_of_yaml_are_told_in_our_words() {
    for (item, said) in [
        ("‸\tkind: topic\n", "a tab at the beginning of a line"),
        (
            "    title: {ar: ‸\"ب, en: B}\n",
            "a quotation mark that is never closed",
        ),
        (
            "    title: {ar: \"قال \"‸نعم\"\", en: B}\n",
            "text behind the closing quotation mark",
        ),
        ("   ‸title: {ar: ب, en: B}\n", "mend the indentation"),
        ("     title‸: {ar: ب, en: B}\n", "mend the indentation"),
        (
            "    kind: topic‸: b\n",
            "a colon and a space inside a value",
        ),
        ("    kind: ‸@topic\n", "only in quotes"),
        (
            "    refs: ‸- council\n",
            "a list begins on a line after its key",
        ),
        ("    refs: [council, selim\n", "before a bracket"),
        ("    id: b\n    ‸id: c\n", "the key “id” is given twice"),
    ] {
        let (text, places) = marked(&format!("{HEAD}items:\n  - src: s1\n{item}"));
        let problems = of_report(&text);
        let told = problems
            .iter()
            .find(|problem| problem.what.en.contains(said));
        let told = told.unwrap_or_else(|| panic!("{item}: {problems:#?}"));
        assert!(!told.what.ar.is_ascii() && !told.what.ar.contains("القارئ"));
        if let [place] = places[..] {
            assert_eq!((told.place.line, told.place.column), place, "{item}");
        }
    }
}
