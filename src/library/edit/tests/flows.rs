//! Lists in brackets.

use super::{check, insert, remove, set_text};

#[test]
fn on_one_line() {
    check(&[
        (
            "last",
            "l: [a, b] # c\n",
            insert("l", "", "x"),
            "l: [a, b, x] # c\n",
        ),
        (
            "first",
            "l: [a, b]\n",
            insert("l", "#1", "x"),
            "l: [x, a, b]\n",
        ),
        (
            "in the middle",
            "l: [a, b]\n",
            insert("l", "#2", "x"),
            "l: [a, x, b]\n",
        ),
        (
            "quoted where it must",
            "l: [a]\n",
            insert("l", "", "\"x, y\""),
            "l: [a, \"x, y\"]\n",
        ),
        (
            "with blanks inside",
            "l: [ a ]\n",
            insert("l", "", "x"),
            "l: [ a, x ]\n",
        ),
        (
            "a comma at the end",
            "l: [a, b,]\n",
            insert("l", "", "x"),
            "l: [a, b, x,]\n",
        ),
        (
            "a map",
            "l: [{id: a}]\n",
            insert("l", "", "{id: b, t: [x]}"),
            "l: [{id: a}, {id: b, t: [x]}]\n",
        ),
        (
            "an empty list of words",
            "l: []\n",
            insert("l", "", "x"),
            "l: [x]\n",
        ),
        (
            "first goes",
            "l: [a, b, c]\n",
            remove("l[#1]"),
            "l: [b, c]\n",
        ),
        (
            "one in the middle goes",
            "l: [a, b, c]\n",
            remove("l[#2]"),
            "l: [a, c]\n",
        ),
        (
            "the last goes",
            "l: [ a, b ]\n",
            remove("l[#2]"),
            "l: [ a ]\n",
        ),
        (
            "the last goes, the comma at the end stays",
            "l: [a, b,]\n",
            remove("l[#2]"),
            "l: [a,]\n",
        ),
        (
            "the only one goes with its key",
            "l: [a]\nm: 1\n",
            remove("l[#1]"),
            "m: 1\n",
        ),
        (
            "the only one in a list",
            "- [a]\n",
            remove("[#1][#1]"),
            "- []\n",
        ),
    ]);
}

#[test]
fn on_several_lines() {
    check(&[
        (
            "last",
            "l: [\n  a, # 1\n  b # 2\n]\n",
            insert("l", "", "x"),
            "l: [\n  a, # 1\n  b, # 2\n  x\n]\n",
        ),
        (
            "last, with a comma at the end",
            "l: [\n  a, # 1\n  b, # 2\n]\n",
            insert("l", "", "x"),
            "l: [\n  a, # 1\n  b, # 2\n  x,\n]\n",
        ),
        (
            "in the middle",
            "l: [\n  a, # 1\n  b\n]\n",
            insert("l", "#2", "x"),
            "l: [\n  a, # 1\n  x,\n  b\n]\n",
        ),
        (
            "first",
            "l: [\n  a,\n  b\n]\n",
            insert("l", "#1", "x"),
            "l: [\n  x,\n  a,\n  b\n]\n",
        ),
        (
            "one goes with its comments",
            "l: [\n  a,\n  # about b\n  b, # 2\n  c\n]\n",
            remove("l[#2]"),
            "l: [\n  a,\n  c\n]\n",
        ),
        (
            "the last goes with the comma before it",
            "l: [\n  a, # 1\n  b # 2\n]\n",
            remove("l[#2]"),
            "l: [\n  a # 1\n]\n",
        ),
        (
            "a key of braces",
            "t: {\n  ar: x,\n  en: y # c\n}\n",
            set_text("t.en", "z"),
            "t: {\n  ar: x,\n  en: z # c\n}\n",
        ),
        (
            "filled lines",
            "l: [a, b,\n    c, d]\n",
            insert("l", "#3", "x"),
            "l: [a, b, x,\n    c, d]\n",
        ),
        (
            "filled lines, last",
            "l: [a, b,\n    c, d]\n",
            insert("l", "", "x"),
            "l: [a, b,\n    c, d, x]\n",
        ),
    ]);
}
