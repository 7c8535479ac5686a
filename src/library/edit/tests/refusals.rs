//! What cannot be done safely is refused, and said.

use crate::library::edit::{BadValue, Edit, EditError, FieldPath, Refused, apply, value};
use serde_yaml::Value;

use super::{insert, path, remove, set, set_text, shift};

fn refused(text: &str, edit: Edit) -> EditError {
    apply(text, &[edit]).unwrap_err()
}

#[test]
fn what_is_written_in_a_way_that_a_program_does_not_touch() {
    let cases = [
        ("a: &x 1\nb: *x\n", set("a", "2"), Refused::Alias, 1),
        ("a: &x 1\nb: *x\n", set("b", "2"), Refused::Alias, 2),
        ("a: &x\n  b: 1\nc: *x\n", set("a.b", "2"), Refused::Alias, 2),
        ("a: &x 1\nb: {c: *x}\n", set("b", "2"), Refused::Alias, 2),
        ("a: 1\nb: !x 2\n", set("b", "2"), Refused::Tag, 2),
        (
            "a: 1\n---\nb: 2\n",
            set("a", "2"),
            Refused::SecondDocument,
            2,
        ),
        (
            "a: 1\nb: 2\r\na: 3\n",
            set("a", "2"),
            Refused::DuplicateKey,
            3,
        ),
        ("? a\n: 1\nb: 2\n", set("a", "2"), Refused::ComplexKey, 1),
        ("? a\n: 1\nb: 2\n", remove("b"), Refused::ComplexKey, 1),
        ("l: [a: 1, b]\n", remove("l[#1].a"), Refused::Pair, 1),
        (
            "l: [a, # one\n  b]\n",
            shift("l[#1]", ""),
            Refused::CommentInBrackets,
            1,
        ),
        ("a: 1\n", set("", "2"), Refused::Whole, 0),
    ];
    for (text, edit, what, line) in cases {
        assert_eq!(
            refused(text, edit),
            EditError::Refused { what, line },
            "{text}"
        );
    }
    let deep = format!("a: {}{}\n", "[".repeat(70), "]".repeat(70));
    let error = refused(&deep, set("a", "2"));
    assert_eq!(
        error,
        EditError::Refused {
            what: Refused::TooDeep,
            line: 1
        }
    );
}

#[test]
fn elsewhere_in_the_file_they_do_no_harm() {
    let text = "a: &x 1\nb: *x\nc: !t 2\nd: 3\nd: 4\n? e\n: 5\nf:\n  g: 6\n";
    let after = text.replace("g: 6", "g: 7");
    assert_eq!(apply(text, &[set("f.g", "7")]), Ok(after));
}

#[test]
fn what_is_not_there() {
    let text = "l:\n  - id: a\n  - id: b\n  - id: b\nt: x\n";
    let cases = [
        (remove("x"), EditError::NotFound(path("x"))),
        (remove("l[#4]"), EditError::NotFound(path("l[#4]"))),
        (set("l[c].x", "1"), EditError::NotFound(path("l[c].x"))),
        (set("l[b].x", "1"), EditError::Ambiguous(path("l[b].x"))),
        (set("t.x", "1"), EditError::NotAMap(path("t"))),
        (set("l.x", "1"), EditError::NotAMap(path("l"))),
        (set("t[#1]", "1"), EditError::NotAList(path("t"))),
        (insert("t", "", "x"), EditError::NotAList(path("t"))),
        (insert("m", "#1", "x"), EditError::NotFound(path("m"))),
        (insert("l", "c", "x"), EditError::NotFound(path("l"))),
        (shift("l[a]", "c"), EditError::NotFound(path("l[a]"))),
        (shift("t", ""), EditError::NotAList(path("t"))),
    ];
    for (edit, error) in cases {
        assert_eq!(refused(text, edit), error);
    }
}

#[test]
fn what_cannot_be_written() {
    let mut deep = Value::Null;
    for _ in 0..100 {
        deep = Value::Sequence(vec![deep]);
    }
    let cases = [
        ("!x y", BadValue::Tag),
        ("{1: x}", BadValue::Key),
        (".nan", BadValue::NotANumber),
    ];
    for (value, why) in cases {
        assert_eq!(
            refused("a: 1\n", set("a", value)),
            EditError::BadValue(path("a"), why)
        );
    }
    let at = path("a");
    let edit = Edit::Set {
        at: at.clone(),
        value: deep,
    };
    assert_eq!(
        refused("a: 1\n", edit),
        EditError::BadValue(at, BadValue::TooDeep)
    );
}

#[test]
fn what_is_not_yaml() {
    for (text, line, column) in [("a: [1\n", 2, 1), ("a: 1\nb:\0\n", 2, 3), ("", 1, 1)] {
        let error = refused(text, set_text("a", "x"));
        let EditError::Syntax {
            line: l, column: c, ..
        } = &error
        else {
            panic!("{error:?}");
        };
        assert_eq!((*l, *c), (line, column), "{text:?} {error:?}");
        assert_eq!(value(text, &FieldPath::root()), Err(error));
    }
}

#[test]
fn each_is_said_in_both_languages() {
    let error = refused("a: &x 1\n", set("a", "2"));
    assert!(
        error.to_string().starts_with("line 1: YAML's anchors"),
        "{error}"
    );
    let error = refused("a: 1\n", remove("items[27].title"));
    assert_eq!(
        error.message().en,
        "there is no such place in the file: “items[27].title”; perhaps it was removed or moved"
    );
    assert!(error.message().ar.contains("«items[27].title»"));
}
