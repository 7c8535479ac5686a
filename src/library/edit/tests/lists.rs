//! Elements of lists in block style that come, go and move.

use super::{check, insert, remove, shift};

#[test]
fn new_elements() {
    check(&[
        (
            "last",
            "l:\n  - a\n  - b\nm: 1\n",
            insert("l", "", "c"),
            "l:\n  - a\n  - b\n  - c\nm: 1\n",
        ),
        (
            "first",
            "l:\n  - a\n",
            insert("l", "#1", "c"),
            "l:\n  - c\n  - a\n",
        ),
        (
            "in the middle",
            "l:\n  - a\n  - b # c\n",
            insert("l", "#2", "x"),
            "l:\n  - a\n  - x\n  - b # c\n",
        ),
        (
            "before the comment of the next",
            "l:\n  - a\n  # about b\n  - b\n",
            insert("l", "#2", "x"),
            "l:\n  - a\n  - x\n  # about b\n  - b\n",
        ),
        (
            "above a closing comment",
            "l:\n  - a\n  # the end\nm: 1\n",
            insert("l", "", "x"),
            "l:\n  - a\n  - x\n  # the end\nm: 1\n",
        ),
        (
            "above the comment of what follows",
            "l:\n  - a\n# about m\nm: 1\n",
            insert("l", "", "x"),
            "l:\n  - a\n  - x\n# about m\nm: 1\n",
        ),
        (
            "above the file's closing comment",
            "l:\n  - a\n\n# The end.\n",
            insert("l", "", "x"),
            "l:\n  - a\n  - x\n\n# The end.\n",
        ),
        (
            "not indented",
            "l:\n- a\n- b\nm: 1\n",
            insert("l", "", "c"),
            "l:\n- a\n- b\n- c\nm: 1\n",
        ),
        (
            "wide dashes",
            "l:\n  -   a\n",
            insert("l", "", "{id: x, b: z}"),
            "l:\n  -   a\n  -   id: x\n      b: z\n",
        ),
        (
            "separated as the others",
            "l:\n  - id: a\n    b: 1\n\n  - id: b\n    b: 1\n\nm: 1\n",
            insert("l", "", "{id: c, b: 1}"),
            "l:\n  - id: a\n    b: 1\n\n  - id: b\n    b: 1\n\n  - id: c\n    b: 1\n\nm: 1\n",
        ),
        (
            "separated, in the middle",
            "l:\n  - id: a\n\n  - id: b\n",
            insert("l", "b", "{id: c}"),
            "l:\n  - id: a\n\n  - id: c\n\n  - id: b\n",
        ),
        (
            "separated, first",
            "l:\n  - id: a\n\n  - id: b\n",
            insert("l", "a", "{id: c}"),
            "l:\n  - id: c\n\n  - id: a\n\n  - id: b\n",
        ),
        (
            "below the heading above both",
            "l:\n  - id: a\n\n  # Part two\n\n  - id: b\n",
            insert("l", "b", "{id: c}"),
            "l:\n  - id: a\n\n  # Part two\n\n  - id: c\n\n  - id: b\n",
        ),
        (
            "in braces as the others",
            "l:\n  - {id: a, b: 1}\n",
            insert("l", "", "{id: c, b: 2}"),
            "l:\n  - {id: a, b: 1}\n  - {id: c, b: 2}\n",
        ),
        (
            "behind a block scalar",
            "l:\n  - |\n    x\n\nm: 1\n",
            insert("l", "", "c"),
            "l:\n  - |\n    x\n  - c\n\nm: 1\n",
        ),
        (
            "a text of several lines",
            "l:\n  - a\n",
            insert("l", "", "\"x\\ny\""),
            "l:\n  - a\n  - |-\n    x\n    y\n",
        ),
        (
            "no list yet",
            "items:\n  - id: a\n    src: s1\n",
            insert("items[a].refs", "", "idi"),
            "items:\n  - id: a\n    refs: [idi]\n    src: s1\n",
        ),
        (
            "no list of records yet",
            "items:\n  - id: a\n    src: s1\n",
            insert("items[a].recommendations", "", "{id: a/r1, to: itu}"),
            "items:\n  - id: a\n    recommendations:\n      - id: a/r1\n        to: itu\n    src: s1\n",
        ),
        (
            "nothing under the key",
            "l: # c\nm: 1\n",
            insert("l", "", "{id: a}"),
            "l: # c\n  - id: a\nm: 1\n",
        ),
        (
            "an empty list",
            "l: [] # c\nm: 1\n",
            insert("l", "", "{id: a}"),
            "l: # c\n  - id: a\nm: 1\n",
        ),
        (
            "at the end, without a line end",
            "l:\n  - a",
            insert("l", "", "b"),
            "l:\n  - a\n  - b\n",
        ),
        (
            "before the end of the document",
            "- a\n...\n",
            insert("", "", "b"),
            "- a\n- b\n...\n",
        ),
        (
            "a list in a list",
            "- - a\n  - b\n",
            insert("[#1]", "#1", "x"),
            "- - x\n  - a\n  - b\n",
        ),
        (
            "CRLF",
            "l:\r\n  - id: a\r\n",
            insert("l", "", "{id: b, c: d}"),
            "l:\r\n  - id: a\r\n  - id: b\r\n    c: d\r\n",
        ),
    ]);
}

#[test]
fn elements_go() {
    check(&[
        (
            "first",
            "l:\n  - a # c\n  - b\n",
            remove("l[#1]"),
            "l:\n  - b\n",
        ),
        (
            "in the middle, with its comment",
            "l:\n  - a\n  # about b\n  - b\n  - c\n",
            remove("l[#2]"),
            "l:\n  - a\n  - c\n",
        ),
        (
            "last, the closing comment stays",
            "l:\n  - a\n  - b\n  # the end\nm: 1\n",
            remove("l[#2]"),
            "l:\n  - a\n  # the end\nm: 1\n",
        ),
        (
            "with the comments inside",
            "l:\n  - id: a\n    b: 1\n    # more\n  - id: c\n",
            remove("l[a]"),
            "l:\n  - id: c\n",
        ),
        (
            "the separation stays one",
            "l:\n  - id: a\n\n  - id: b\n\n  - id: c\n",
            remove("l[b]"),
            "l:\n  - id: a\n\n  - id: c\n",
        ),
        (
            "the separation from what follows stays",
            "l:\n  - id: a\n\n  - id: b\n\nm: 1\n",
            remove("l[b]"),
            "l:\n  - id: a\n\nm: 1\n",
        ),
        (
            "the only one goes with its key",
            "a: 1\nl:\n  - x\nm: 1\n",
            remove("l[#1]"),
            "a: 1\nm: 1\n",
        ),
        (
            "the only one in a list",
            "- - x\n- y\n",
            remove("[#1][#1]"),
            "- []\n- y\n",
        ),
        (
            "first, in a list in a list",
            "- - x\n  - y\n",
            remove("[#1][#1]"),
            "- - y\n",
        ),
        (
            "first, separated",
            "l:\n  - a\n\n  - b\n",
            remove("l[#1]"),
            "l:\n  - b\n",
        ),
    ]);
}

#[test]
fn elements_move() {
    check(&[
        (
            "up",
            "l:\n  - a # 1\n  - b # 2\n  - c # 3\n",
            shift("l[#3]", "#1"),
            "l:\n  - c # 3\n  - a # 1\n  - b # 2\n",
        ),
        (
            "down, to the end",
            "l:\n  - a\n  - b\n  - c\nm: 1\n",
            shift("l[#1]", ""),
            "l:\n  - b\n  - c\n  - a\nm: 1\n",
        ),
        (
            "by one",
            "l:\n  - a\n  - b\n  - c\n",
            shift("l[#1]", "#3"),
            "l:\n  - b\n  - a\n  - c\n",
        ),
        (
            "with its comments",
            "l:\n  # about a\n  - id: a\n    # inside\n\n  # about b\n  - id: b # c\n",
            shift("l[b]", "a"),
            "l:\n  # about b\n  - id: b # c\n\n  # about a\n  - id: a\n    # inside\n",
        ),
        (
            "the end of the file has no line end",
            "l:\n  - a\n  - b",
            shift("l[#2]", "#1"),
            "l:\n  - b\n  - a",
        ),
        (
            "to where it is",
            "l:\n  - a\n  - b\n",
            shift("l[#1]", "#2"),
            "l:\n  - a\n  - b\n",
        ),
        (
            "in a list in a list",
            "- - a\n  - b\n",
            shift("[#1][#2]", "#1"),
            "- - b\n  - a\n",
        ),
        (
            "a block scalar",
            "l:\n  - |\n    x\n\n  - b\n",
            shift("l[#2]", "#1"),
            "l:\n  - b\n\n  - |\n    x\n",
        ),
        (
            "in brackets",
            "l: [a, 'b', c] # c\n",
            shift("l[#3]", "#1"),
            "l: [c, a, 'b'] # c\n",
        ),
        (
            "in brackets, by ids",
            "l: [{id: x}, {id: y}]\n",
            shift("l[x]", ""),
            "l: [{id: y}, {id: x}]\n",
        ),
    ]);
}
