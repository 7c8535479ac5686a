//! Keys that come and go.

use super::{check, remove, set, set_text};

#[test]
fn new_keys_stand_in_the_order_of_the_model() {
    check(&[
        (
            "in the middle",
            "items:\n  - id: \"27\"\n    title: {ar: a, en: b}\n    position:\n      stance: support\n      text: {ar: a, en: b}\n    src: s1\n",
            set_text("items[27].position.status", "agreed"),
            "items:\n  - id: \"27\"\n    title: {ar: a, en: b}\n    position:\n      stance: support\n      status: agreed\n      text: {ar: a, en: b}\n    src: s1\n",
        ),
        (
            "behind the trailing comment of its predecessor",
            "items:\n  - id: \"27\" # c\n    # about the source\n    src: s1\n",
            set("items[27].number", "[\"27\"]"),
            "items:\n  - id: \"27\" # c\n    number: [\"27\"]\n    # about the source\n    src: s1\n",
        ),
        (
            "first, behind a dash",
            "items:\n  - kind: topic\n    src: s1\n",
            set_text("items[#1].id", "x"),
            "items:\n  - id: x\n    kind: topic\n    src: s1\n",
        ),
        (
            "in braces",
            "items:\n  - {id: x, src: s1}\n",
            set_text("items[x].kind", "topic"),
            "items:\n  - {id: x, kind: topic, src: s1}\n",
        ),
        (
            "first in braces with blanks",
            "items:\n  - { id: x, title: { en: x } }\n",
            set_text("items[x].title.ar", "س"),
            "items:\n  - { id: x, title: { ar: س, en: x } }\n",
        ),
        (
            "in empty braces",
            "items:\n  - {id: x, title: {}}\n",
            set_text("items[x].title.ar", "س"),
            "items:\n  - {id: x, title: {ar: س}}\n",
        ),
        (
            "the last of an element",
            "items:\n  - id: a\n    src: s1\n    # closing\n\n  - id: b\n",
            set("items[a].inferred", "[title]"),
            "items:\n  - id: a\n    src: s1\n    inferred: [title]\n    # closing\n\n  - id: b\n",
        ),
        (
            "behind a block scalar and its blank line",
            "items:\n  - id: a\n    title:\n      ar: |\n        x\n\n  - id: b\n",
            set_text("items[a].title.en", "z"),
            "items:\n  - id: a\n    title:\n      ar: |\n        x\n      en: z\n\n  - id: b\n",
        ),
        (
            "with the maps that lead to it, as elsewhere in braces",
            "items:\n  - id: a\n    title: {ar: a, en: b}\n  - id: b\n    src: s1\n",
            set_text("items[b].title.ar", "س"),
            "items:\n  - id: a\n    title: {ar: a, en: b}\n  - id: b\n    title: {ar: س}\n    src: s1\n",
        ),
        (
            "with the maps that lead to it, in block style",
            "items:\n  - id: b\n    src: s1\n",
            set_text("items[b].position.status", "agreed"),
            "items:\n  - id: b\n    position:\n      status: agreed\n    src: s1\n",
        ),
        (
            "under a key with nothing",
            "items:\n  - id: b\n    position: # c\n    src: s1\n",
            set_text("items[b].position.status", "agreed"),
            "items:\n  - id: b\n    position: # c\n      status: agreed\n    src: s1\n",
        ),
        (
            "a section of the file, separated as the others",
            "report:\n  id: c21\n\nitems:\n  - id: a\n\noutcomes:\n  - id: out/a\n",
            set("nominations", "[{id: nom/x, person: x}]"),
            "report:\n  id: c21\n\nitems:\n  - id: a\n\nnominations:\n  - id: nom/x\n    person: x\n\noutcomes:\n  - id: out/a\n",
        ),
        (
            "before a closing comment of the file",
            "report:\n  id: c21\n\n# The end.\n",
            set("items", "[{id: a}]"),
            "report:\n  id: c21\n\nitems:\n  - id: a\n\n# The end.\n",
        ),
        (
            "no line end at the end",
            "report:\n  id: c21\n  kind: group-report",
            set_text("report.src", "s1"),
            "report:\n  id: c21\n  kind: group-report\n  src: s1\n",
        ),
        (
            "CRLF",
            "report:\r\n  id: c21\r\n  src: s1\r\n",
            set_text("report.kind", "group-report"),
            "report:\r\n  id: c21\r\n  kind: group-report\r\n  src: s1\r\n",
        ),
        (
            "a text of several lines",
            "items:\n- id: a\n  src: s1\n",
            set("items[a].text", "{ar: \"a\\nb\", en: x}"),
            "items:\n- id: a\n  text:\n    ar: |-\n      a\n      b\n    en: x\n  src: s1\n",
        ),
        (
            "keys of one's own stand at the end, quoted where needed",
            "items:\n  - id: a\n    sic: {\"x: y\": z}\n",
            set_text("items[a].sic.27", "28"),
            "items:\n  - id: a\n    sic: {\"x: y\": z, \"27\": \"28\"}\n",
        ),
        (
            "in the registry",
            "bodies:\n  - id: itu\n    name: { ar: a, en: b }\n    kind: organization\n",
            set_text("bodies[itu].acronym", "ITU"),
            "bodies:\n  - id: itu\n    name: { ar: a, en: b }\n    acronym: ITU\n    kind: organization\n",
        ),
    ]);
}

#[test]
fn keys_go_with_their_comments() {
    check(&[
        (
            "in the middle",
            "a: 1\nb: 2 # c\nc: 3\n",
            remove("b"),
            "a: 1\nc: 3\n",
        ),
        (
            "with the comment above",
            "a: 1\n# about b\n# more\nb: 2\nc: 3\n",
            remove("b"),
            "a: 1\nc: 3\n",
        ),
        (
            "not with what is set apart",
            "a: 1\n# heading\n\n# about b\nb: 2\nc: 3\n",
            remove("b"),
            "a: 1\n# heading\n\nc: 3\n",
        ),
        (
            "first of the file",
            "# the file\na: 1\n\nb: 2\n",
            remove("a"),
            "# the file\nb: 2\n",
        ),
        ("last", "a: 1\nb: 2\n", remove("b"), "a: 1\n"),
        (
            "last, behind a blank line",
            "a: 1\n\nb: 2\n",
            remove("b"),
            "a: 1\n",
        ),
        (
            "one blank line of two stays",
            "a: 1\n\nb: 2\n\nc: 3\n",
            remove("b"),
            "a: 1\n\nc: 3\n",
        ),
        (
            "the blank line above stays",
            "a: 1\n\nb: 2\nc: 3\n",
            remove("b"),
            "a: 1\n\nc: 3\n",
        ),
        (
            "with its whole value",
            "a:\n  - x\n  # y\n  - z\n\n  # end\nb: 2\n",
            remove("a"),
            "b: 2\n",
        ),
        (
            "a block scalar",
            "a: |\n  x\n\n  y\nb: 2\n",
            remove("a"),
            "b: 2\n",
        ),
        (
            "first of an element",
            "- id: x\n  kind: y\n",
            remove("[#1].id"),
            "- kind: y\n",
        ),
        (
            "first of an element, a comment follows",
            "- id: x\n  # about kind\n  kind: y\n",
            remove("[#1].id"),
            "- # about kind\n  kind: y\n",
        ),
        (
            "the only one goes with its map",
            "a: 1\nt:\n  ar: x\nb: 2\n",
            remove("t.ar"),
            "a: 1\nb: 2\n",
        ),
        (
            "the only one of an element",
            "- id: x # c\n- id: y\n",
            remove("[x].id"),
            "- {}\n- id: y\n",
        ),
        (
            "the only one of the file",
            "# c\na: 1\n",
            remove("a"),
            "# c\n{}\n",
        ),
        (
            "in braces, first",
            "t: {ar: x, en: y} # c\n",
            remove("t.ar"),
            "t: {en: y} # c\n",
        ),
        (
            "in braces, last",
            "t: { ar: x, en: y }\n",
            remove("t.en"),
            "t: { ar: x }\n",
        ),
        (
            "CRLF",
            "a: 1\r\nb: 2\r\nc: 3\r\n",
            remove("b"),
            "a: 1\r\nc: 3\r\n",
        ),
    ]);
}

#[test]
fn a_value_of_another_kind() {
    check(&[
        (
            "a scalar becomes a list",
            "by: TUN # c\nb: 1\n",
            set("by", "[TUN, KWT]"),
            "by: [TUN, KWT] # c\nb: 1\n",
        ),
        (
            "a list becomes a scalar",
            "by: [TUN, KWT] # c\nb: 1\n",
            set("by", "TUN"),
            "by: TUN # c\nb: 1\n",
        ),
        (
            "lines become a scalar",
            "by: # c\n  - TUN\n  - KWT # d\nb: 1\n",
            set("by", "TUN"),
            "by: TUN # c\nb: 1\n",
        ),
        (
            "a scalar becomes a map",
            "t: x # c\nb: 1\n",
            set("t", "{ar: x, en: w}"),
            "t: # c\n  ar: x\n  en: w\nb: 1\n",
        ),
        (
            "a block scalar becomes a map",
            "t: | # c\n  x\n\nb: 1\n",
            set("t", "{ar: x}"),
            "t: # c\n  ar: x\n\nb: 1\n",
        ),
        (
            "a map becomes a scalar",
            "t: # c\n  ar: x\n  en: y\nb: 1\n",
            set("t", "z"),
            "t: z # c\nb: 1\n",
        ),
        (
            "an element becomes a map",
            "l:\n  - x\n  - y\n",
            set("l[#1]", "{id: a, b: c}"),
            "l:\n  - id: a\n    b: c\n  - y\n",
        ),
        (
            "inside braces",
            "t: {a: x, b: 1}\n",
            set("t.a", "{ar: x, en: [w, z]}"),
            "t: {a: {ar: x, en: [w, z]}, b: 1}\n",
        ),
        (
            "an empty list",
            "l:\n  - x\nb: 1\n",
            set("l", "[]"),
            "l: []\nb: 1\n",
        ),
        (
            "of a map only what differs",
            "t:\n  ar: 'x' # c\n  en: y # d\n",
            set("t", "{ar: x, en: z}"),
            "t:\n  ar: 'x' # c\n  en: z # d\n",
        ),
        (
            "of a list only what differs",
            "l: [ 'a', b ]\n",
            set("l", "[a, c, b]"),
            "l: [ 'a', c, b ]\n",
        ),
        (
            "a list gets shorter",
            "l:\n  - a # 1\n  - b # 2\n  - c # 3\n",
            set("l", "[a, c]"),
            "l:\n  - a # 1\n  - c # 3\n",
        ),
        (
            "a list gets longer",
            "l:\n  - a # 1\n",
            set("l", "[a, c, d]"),
            "l:\n  - a # 1\n  - c\n  - d\n",
        ),
    ]);
}
