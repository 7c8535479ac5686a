//! Texts of several lines.

use super::{check, set, set_text};

#[test]
fn literal() {
    check(&[
        (
            "the lines change, the blank line below stays",
            "a: |\n  x\n  y\n\nb: 1\n",
            set_text("a", "z\n\nw\n"),
            "a: |\n  z\n\n  w\n\nb: 1\n",
        ),
        (
            "the comment of the header stays",
            "a: |- # c\n  x\nb: 1\n",
            set_text("a", "y\nz"),
            "a: |- # c\n  y\n  z\nb: 1\n",
        ),
        (
            "one line stays a block",
            "a: |-\n  x\n  y\nb: 1\n",
            set_text("a", "z"),
            "a: |-\n  z\nb: 1\n",
        ),
        (
            "no line end at the end any more",
            "a: |\n  x\nb: 1\n",
            set_text("a", "y"),
            "a: |-\n  y\nb: 1\n",
        ),
        (
            "a line end at the end",
            "a: |-\n  x\nb: 1\n",
            set_text("a", "y\n"),
            "a: |\n  y\nb: 1\n",
        ),
        (
            "kept line ends",
            "a: |+\n  x\n\n\nb: 1\n",
            set_text("a", "y\n\n"),
            "a: |+\n  y\n\nb: 1\n",
        ),
        (
            "its own indentation",
            "a: |\n     x\nb: 1\n",
            set_text("a", "y\nz\n"),
            "a: |\n     y\n     z\nb: 1\n",
        ),
        (
            "the told indentation",
            "a: |2\n   x\nb: 1\n",
            set_text("a", "y\n  z\n"),
            "a: |2\n  y\n    z\nb: 1\n",
        ),
        (
            "a first line with blanks",
            "a: |\n  x\nb: 1\n",
            set_text("a", "  y\nz\n"),
            "a: |2\n    y\n  z\nb: 1\n",
        ),
        (
            "nothing",
            "a: | # c\n  x\n\nb: 1\n",
            set_text("a", ""),
            "a: \"\" # c\n\nb: 1\n",
        ),
        (
            "what it cannot hold",
            "a: |\n  x\nb: 1\n",
            set_text("a", "x\u{7}\ny"),
            "a: \"x\\u0007\\ny\"\nb: 1\n",
        ),
        (
            "a comment below stays",
            "a: |\n  x\n# c\nb: 1\n",
            set_text("a", "y\n"),
            "a: |\n  y\n# c\nb: 1\n",
        ),
        (
            "CRLF",
            "a: |\r\n  x\r\n  y\r\nb: 1\r\n",
            set_text("a", "z\nw\n"),
            "a: |\r\n  z\r\n  w\r\nb: 1\r\n",
        ),
        (
            "at the end of the file",
            "a: |\n  x\n",
            set_text("a", "y\nz\n"),
            "a: |\n  y\n  z\n",
        ),
        (
            "a number in its place",
            "a: | # c\n  x\nb: 1\n",
            set("a", "5"),
            "a: 5 # c\nb: 1\n",
        ),
        (
            "in a list",
            "- |\n  x\n- y\n",
            set_text("[#1]", "z\nw\n"),
            "- |\n  z\n  w\n- y\n",
        ),
        (
            "lines like comments are text",
            "a: |\n  # x\nb: 1\n",
            set_text("a", "# y\n- z\n"),
            "a: |\n  # y\n  - z\nb: 1\n",
        ),
    ]);
}

#[test]
fn several_lines_where_one_was() {
    check(&[
        (
            "plain",
            "t:\n  ar: x # c\n  en: y\n",
            set_text("t.ar", "a\nb"),
            "t:\n  ar: |- # c\n    a\n    b\n  en: y\n",
        ),
        (
            "quoted",
            "ar: 'x'\nen: y\n",
            set_text("ar", "a\nb\n"),
            "ar: |\n  a\n  b\nen: y\n",
        ),
        (
            "double with line ends stays",
            "ar: \"x\\ny\"\n",
            set_text("ar", "a\nb"),
            "ar: \"a\\nb\"\n",
        ),
        (
            "as deep as the file is",
            "t:\n    ar: x\n    en: y\n",
            set_text("t.ar", "a\nb"),
            "t:\n    ar: |-\n        a\n        b\n    en: y\n",
        ),
        (
            "an empty place",
            "ar: # c\nen: y\n",
            set_text("ar", "a\nb"),
            "ar: |- # c\n  a\n  b\nen: y\n",
        ),
        (
            "in a list",
            "l:\n  - x # c\n  - y\n",
            set_text("l[#1]", "a\nb"),
            "l:\n  - |- # c\n    a\n    b\n  - y\n",
        ),
        (
            "at the end, without a line end",
            "a: x",
            set_text("a", "a\nb\n"),
            "a: |\n  a\n  b\n",
        ),
    ]);
}

#[test]
fn folded() {
    check(&[
        (
            "a word in the middle changes one line",
            "en: >-\n  one two three\n  four five six\n  seven eight nine\n\nb: 1\n",
            set_text("en", "one two three four FIVE six seven eight nine"),
            "en: >-\n  one two three\n  four FIVE six\n  seven eight nine\n\nb: 1\n",
        ),
        (
            "the beginning",
            "en: >-\n  one two three\n  four five six\n",
            set_text("en", "zero two three four five six"),
            "en: >-\n  zero two three\n  four five six\n",
        ),
        (
            "the end",
            "en: >- # c\n  one two three\n  four five six\n",
            set_text("en", "one two three four five seven"),
            "en: >- # c\n  one two three\n  four five seven\n",
        ),
        (
            "more at the end",
            "en: >\n  one two three\n  four five six\nb: 1\n",
            set_text("en", "one two three four five six seven\n"),
            "en: >\n  one two three\n  four five six seven\nb: 1\n",
        ),
        (
            "a line less",
            "en: >-\n  one two three\n  four five six\n  seven\n",
            set_text("en", "one two three seven"),
            "en: >-\n  one two three\n  seven\n",
        ),
        (
            "a second paragraph",
            "en: >-\n  one two three\n  four\nb: 1\n",
            set_text("en", "one two three four\nfive"),
            "en: >-\n  one two three\n  four\n\n  five\nb: 1\n",
        ),
        (
            "the second of two paragraphs",
            "en: >-\n  one\n  two\n\n  three\n  four\nb: 1\n",
            set_text("en", "one two\nthree 4"),
            "en: >-\n  one\n  two\n\n  three\n  4\nb: 1\n",
        ),
        (
            "new words are filled up to a hundred characters",
            "en: >-\n  x\n",
            set_text(
                "en",
                "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhhhh iiiiiiiii jjjjjjjjj kkk",
            ),
            "en: >-\n  aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhhhh iiiiiiiii\n  jjjjjjjjj kkk\n",
        ),
        (
            "indented lines make it literal",
            "en: >-\n  one\nb: 1\n",
            set_text("en", "one\n  two"),
            "en: |-\n  one\n    two\nb: 1\n",
        ),
    ]);
}
