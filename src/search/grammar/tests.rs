//! Queries and how they are read, worked out by hand.

#![expect(
    clippy::string_slice,
    reason = "a range off a boundary is a failure that a test may report by a panic"
)]

use super::{Ask, Atom, Expression, Fields, Mode, Notice, Typing, at_caret};
use proptest::prelude::*;

const FIELDS: &Fields = &[
    &["kind", "نوع"],
    &["by", "بلد", "من"],
    &["item", "بند"],
    &["year", "سنة", "عام"],
];

/// A query in short: groups apart by blanks, alternatives by strokes; a letter for the mode.
fn read(text: &str) -> String {
    let expression = Expression::parse(text, FIELDS);
    let atom = |atom: &Atom| {
        let not = if atom.not { "!" } else { "" };
        match &atom.ask {
            Ask::Field { field, value } => format!("{not}{field}={value}"),
            Ask::Text { mode, text } => {
                let mode = match mode {
                    Mode::Plain => "",
                    Mode::Exact => "x/",
                    Mode::Word => "w/",
                    Mode::Start => "s/",
                    Mode::End => "e/",
                    Mode::Whole => "se/",
                    Mode::Phrase => "p/",
                };
                format!("{not}{mode}{text}")
            }
        }
    };
    let groups: Vec<String> = expression
        .groups
        .iter()
        .map(|group| group.any.iter().map(atom).collect::<Vec<_>>().join("|"))
        .collect();
    let notice = match expression.notice {
        None => "",
        Some(Notice::OpenQuote) => " ?quote",
        Some(Notice::LoneOperator) => " ?lone",
        Some(Notice::NoValue) => " ?value",
        Some(Notice::TooLong) => " ?long",
        Some(Notice::LongWord) => " ?word",
    };
    groups.join(" + ") + notice
}

#[test]
fn operators_are_those_of_fzf() {
    for (typed, expected) in [
        ("one two", "one + two"),
        ("'exact", "x/exact"),
        ("'whole'", "w/whole"),
        ("^start", "s/start"),
        ("end$", "e/end"),
        ("^all$", "se/all"),
        ("!not", "!not"),
        ("!^not", "!s/not"),
        ("!end$", "!e/end"),
        ("!'not", "!x/not"),
        ("^core go$ | rb$ | py$", "s/core + e/go|e/rb|e/py"),
        ("a b | c d", "a + b|c + d"),
        ("قرار|مقرر", "قرار|مقرر"),
        ("a || b", "a|b"),
        (r"one\ two three", "p/one two + three"),
        ("\"one two\" three", "p/one two + three"),
        ("«مباني المقر» 27", "p/مباني المقر + 27"),
        ("“one two”", "p/one two"),
        ("!\"one two\"", "!p/one two"),
        ("\u{200F}'قرار", "x/قرار"),
    ] {
        assert_eq!(read(typed), expected, "{typed}");
    }
}

#[test]
fn fields_are_read_in_both_languages() {
    for (typed, expected) in [
        ("kind:nomination", "0=nomination"),
        ("Kind:Nomination", "0=Nomination"),
        ("نوع:موقف", "0=موقف"),
        ("النوع:موقف", "0=موقف"),
        ("نوع: موقف", "0=موقف"),
        ("نوع : موقف تونس", "0=موقف + تونس"),
        ("نوع :موقف", "0=موقف"),
        ("سنه:٢٠٢٤", "3=٢٠٢٤"),
        ("by:\"Saudi Arabia\" x", "1=Saudi Arabia + x"),
        ("by: «المملكة العربية»", "1=المملكة العربية"),
        ("kind:note|view x", "0=note|0=view + x"),
        ("kind:note | kind:view", "0=note|0=view"),
        ("kind:note | view", "0=note|view"),
        ("!kind:note", "!0=note"),
        ("!kind:note|view", "!0=note + !0=view"),
        ("kind:note year:2024", "0=note + 3=2024"),
        ("report item:c21:27", "report + 2=c21:27"),
        ("year:>2020", "3=>2020"),
        ("year: > 2020 x", "3=>2020 + x"),
        ("سنة:≥٢٠٢٠", "3=≥٢٠٢٠"),
        ("year:2020..2022", "3=2020..2022"),
    ] {
        assert_eq!(read(typed), expected, "{typed}");
    }
}

#[test]
fn a_word_that_looks_like_a_field_is_named() {
    let unknown = |text| {
        let expression = Expression::parse(text, FIELDS);
        let field = expression.unknown_field();
        field.map(|(name, value)| format!("{name}={value}"))
    };
    assert_eq!(unknown("foo:bar x").as_deref(), Some("foo=bar"));
    assert_eq!(unknown("x kinds:note").as_deref(), Some("kinds=note"));
    assert_eq!(unknown("دولة:مصر").as_deref(), Some("دولة=مصر"));
    for typed in [
        "kind:note",
        "c21:27",
        "10:30",
        "https://www.itu.int",
        "un:A/RES/70/1",
        "Q:A",
        "note: it",
        "'foo:bar",
        "\"foo:bar\"",
    ] {
        assert_eq!(unknown(typed), None, "{typed}");
    }
}

#[test]
fn what_only_looks_like_a_field_is_a_word() {
    for typed in [
        "C26/35",
        "c21:27",
        "c21:nom/selim",
        "10:30",
        "https://www.itu.int/en/council",
        "hend.benhajji@example.tn",
        "kinds:x",
        "kind::x",
        "item://x",
        "مرحبا!",
        "Q:A",
        ":x",
        "5\"",
        "sa'ud",
        "hgl[gs",
    ] {
        assert_eq!(read(typed), typed, "{typed}");
    }
    assert_eq!(read("+41 22 730"), "+41 + 22 + 730");
    assert_eq!(read("the kind of it"), "the + kind + of + it");
}

#[test]
fn what_is_unfinished_has_no_effect() {
    for (typed, expected) in [
        ("one '", "one"),
        ("one ^", "one"),
        ("one $", "one"),
        ("one kind:", "one ?value"),
        ("one kind: ", "one ?value"),
        ("kind: year:2024", "3=2024 ?value"),
        ("kind:|", " ?value"),
        ("one !", "one ?lone"),
        ("one |", "one ?lone"),
        ("| one", "one ?lone"),
        ("! one", "one ?lone"),
        ("one | | two", "one|two ?lone"),
        ("\"one two", "one + two ?quote"),
        ("one «two", "one + two ?quote"),
        ("by:\"saudi", "1=saudi ?quote"),
        ("\"\"", ""),
        ("\"", " ?quote"),
        ("", ""),
        ("   ", ""),
    ] {
        assert_eq!(read(typed), expected, "{typed}");
    }
}

#[test]
fn a_hostile_query_ends() {
    for part in [
        "!",
        "'",
        "^",
        "|",
        "\"",
        "«",
        "kind:",
        "a ",
        "a|",
        "\\ ",
        "!\"",
        "نوع : ",
    ] {
        let text = part.repeat(100_000);
        let expression = Expression::parse(&text, FIELDS);
        assert!(expression.groups.len() <= 64, "{part}");
    }
    assert!(read(&"a ".repeat(65)).ends_with("?long"));
}

#[test]
fn the_caret_is_in_a_word_or_in_a_value() {
    let typing = |text| match at_caret(text, text.len(), FIELDS) {
        Typing::Word { typed, place } => format!("{typed} {}", &text[place]),
        Typing::Value {
            field,
            typed,
            place,
        } => format!("{field}={typed} {}", &text[place]),
    };
    for (text, expected) in [
        ("", " "),
        ("one tw", "tw tw"),
        ("one ", " "),
        ("kind:", "0= "),
        ("x !kind:nom", "0=nom nom"),
        ("x|kind:nom", "0=nom nom"),
        ("kind: nom", "0=nom nom"),
        ("نوع : مو", "0=مو مو"),
        ("by:\"saudi ar", "1=saudi ar \"saudi ar"),
        ("by: \"saudi ar", "1=saudi ar \"saudi ar"),
        ("by:\"saudi arabia\" x", "x x"),
        ("c21:2", "c21:2 c21:2"),
    ] {
        assert_eq!(typing(text), expected, "{text}");
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn any_query_is_read_within_its_bounds(text in "[a-cقنوع!'^$|\"«» :\\\\]{0,40}") {
        let expression = Expression::parse(&text, FIELDS);
        for group in &expression.groups {
            prop_assert!(!group.any.is_empty());
            for atom in &group.any {
                prop_assert!(text.get(atom.place.clone()).is_some());
                if let Ask::Field { value, .. } = &atom.ask {
                    prop_assert!(!value.trim().is_empty());
                }
            }
        }
        let _ = at_caret(&text, text.len(), FIELDS);
    }
}
