//! A scalar becomes another: its style, what stands behind it.

use super::{check, set, set_text};

#[test]
fn on_one_line() {
    check(&[
        (
            "plain",
            "a: x y # c\nb: 1\n",
            set_text("a", "z"),
            "a: z # c\nb: 1\n",
        ),
        (
            "blanks around stay",
            "a:   x   # c\n",
            set_text("a", "zz"),
            "a:   zz   # c\n",
        ),
        (
            "Arabic is plain",
            "ar: نعم\n",
            set_text("ar", "تؤيد المجموعة العربية، بلا تحفظ."),
            "ar: تؤيد المجموعة العربية، بلا تحفظ.\n",
        ),
        (
            "single stays",
            "a: 'x' # c\n",
            set_text("a", "it's"),
            "a: 'it''s' # c\n",
        ),
        (
            "double stays though needless",
            "id: \"52\"\n",
            set_text("id", "idi"),
            "id: \"idi\"\n",
        ),
        (
            "double escapes",
            "a: \"x\"\n",
            set_text("a", "say \"so\" \\ now"),
            "a: \"say \\\"so\\\" \\\\ now\"\n",
        ),
        (
            "plain that would be a number",
            "a: x\n",
            set_text("a", "27"),
            "a: \"27\"\n",
        ),
        (
            "plain that would be a decimal",
            "a: x\n",
            set_text("a", "1e3"),
            "a: \"1e3\"\n",
        ),
        (
            "plain that would be hexadecimal",
            "a: x\n",
            set_text("a", "0x1f"),
            "a: \"0x1f\"\n",
        ),
        (
            "plain that would be octal in 1.1",
            "a: x\n",
            set_text("a", "0777"),
            "a: \"0777\"\n",
        ),
        (
            "plain that would be a time in 1.1",
            "a: x\n",
            set_text("a", "12:30"),
            "a: \"12:30\"\n",
        ),
        (
            "Norway",
            "itu: NOR\n",
            set_text("itu", "NO"),
            "itu: \"NO\"\n",
        ),
        (
            "plain that would be null",
            "a: x\n",
            set_text("a", "~"),
            "a: \"~\"\n",
        ),
        ("yes in 1.1", "a: x\n", set_text("a", "y"), "a: \"y\"\n"),
        (
            "a date stays plain",
            "due: 2021-08\n",
            set_text("due", "2021-09-30"),
            "due: 2021-09-30\n",
        ),
        (
            "a year is quoted",
            "due: 2021-08\n",
            set_text("due", "2021"),
            "due: \"2021\"\n",
        ),
        ("nothing", "a: x\n", set_text("a", ""), "a: \"\"\n"),
        (
            "colon and blank",
            "a: x\n",
            set_text("a", "Note: this"),
            "a: \"Note: this\"\n",
        ),
        (
            "a colon inside a word",
            "a: x\n",
            set_text("a", "un:A/RES/70/1"),
            "a: un:A/RES/70/1\n",
        ),
        (
            "a sharp behind a blank",
            "a: x\n",
            set_text("a", "campaign #ICT4SDG"),
            "a: \"campaign #ICT4SDG\"\n",
        ),
        (
            "a quotation mark inside",
            "a: x\n",
            set_text("a", "the \"Union\""),
            "a: the \"Union\"\n",
        ),
        (
            "a quotation mark first",
            "a: x\n",
            set_text("a", "\"Union\" it is"),
            "a: '\"Union\" it is'\n",
        ),
        (
            "a dash first",
            "a: x\n",
            set_text("a", "- x"),
            "a: \"- x\"\n",
        ),
        (
            "blanks at the ends",
            "a: x\n",
            set_text("a", " x "),
            "a: \" x \"\n",
        ),
        (
            "a comma is plain in block style",
            "a: x\n",
            set_text("a", "Busan, 2014"),
            "a: Busan, 2014\n",
        ),
        ("a tab", "a: x\n", set_text("a", "x\ty"), "a: \"x\\ty\"\n"),
        (
            "YAML 1.1's line end",
            "a: x\n",
            set_text("a", "x\u{2028}y"),
            "a: \"x\\u2028y\"\n",
        ),
        (
            "a byte order mark inside",
            "a: x\n",
            set_text("a", "x\u{feff}y"),
            "a: \"x\\ufeffy\"\n",
        ),
        (
            "carriage return",
            "a: x\n",
            set_text("a", "x\r\ny"),
            "a: \"x\\r\\ny\"\n",
        ),
        (
            "a number",
            "count: 20 # people\n",
            set("count", "21"),
            "count: 21 # people\n",
        ),
        (
            "a text in the place of a number",
            "a: 20\n",
            set_text("a", "21"),
            "a: \"21\"\n",
        ),
        (
            "a number in the place of a quoted text",
            "a: \"20\"\n",
            set("a", "21"),
            "a: 21\n",
        ),
        (
            "yes/no",
            "by_correspondence: true\n",
            set("by_correspondence", "false"),
            "by_correspondence: false\n",
        ),
        (
            "null",
            "a: x # c\nb: 1\n",
            set("a", "~"),
            "a: null # c\nb: 1\n",
        ),
        (
            "an empty place",
            "a: # c\nb: 1\n",
            set_text("a", "x"),
            "a: x # c\nb: 1\n",
        ),
        (
            "an empty place at the end",
            "b: 1\na:",
            set_text("a", "x"),
            "b: 1\na: x",
        ),
        ("no line end at the end", "a: x", set_text("a", "z"), "a: z"),
        (
            "CRLF",
            "a: x\r\nb: y # c\r\n",
            set_text("b", "z"),
            "a: x\r\nb: z # c\r\n",
        ),
        (
            "CR alone",
            "a: x\rb: y # c\rc: 1\r",
            set_text("b", "z"),
            "a: x\rb: z # c\rc: 1\r",
        ),
        (
            "byte order mark",
            "\u{feff}a: x\nb: y\n",
            set_text("a", "z"),
            "\u{feff}a: z\nb: y\n",
        ),
        (
            "on the next line",
            "a:\n  x\nb: 1\n",
            set_text("a", "z"),
            "a:\n  z\nb: 1\n",
        ),
        (
            "plain on several lines",
            "a: x\n  y # c\nb: 1\n",
            set_text("a", "z"),
            "a: z # c\nb: 1\n",
        ),
        (
            "in a document with its marks",
            "---\na: x\n...\n",
            set_text("a", "z"),
            "---\na: z\n...\n",
        ),
        (
            "in a list",
            "a:\n  - x # c\n  - y\n",
            set_text("a[#1]", "z"),
            "a:\n  - z # c\n  - y\n",
        ),
        (
            "an empty element",
            "a:\n  -\n  - y\n",
            set_text("a[#1]", "z"),
            "a:\n  - z\n  - y\n",
        ),
        (
            "by ids",
            "items:\n  - id: \"27\"\n    position:\n      status: draft # so far\n      src: s1\n  - id: 28\n",
            set_text("items[27].position.status", "agreed"),
            "items:\n  - id: \"27\"\n    position:\n      status: agreed # so far\n      src: s1\n  - id: 28\n",
        ),
        (
            "an id that is a number",
            "items:\n  - id: 28\n    a: x\n",
            set_text("items[28].a", "z"),
            "items:\n  - id: 28\n    a: z\n",
        ),
    ]);
}

#[test]
fn in_braces() {
    check(&[
        (
            "only one language",
            "text: {ar: نعم, en: yes it is} # c\n",
            set_text("text.en", "no it is not"),
            "text: {ar: نعم, en: no it is not} # c\n",
        ),
        (
            "the other one",
            "text: { ar: نعم, en: x }\n",
            set_text("text.ar", "لا، بل نعم"),
            "text: { ar: لا، بل نعم, en: x }\n",
        ),
        (
            "a comma",
            "text: {ar: a, en: x}\n",
            set_text("text.en", "Busan, 2014"),
            "text: {ar: a, en: \"Busan, 2014\"}\n",
        ),
        (
            "a bracket",
            "text: {ar: a, en: x}\n",
            set_text("text.en", "as [1] says"),
            "text: {ar: a, en: \"as [1] says\"}\n",
        ),
        (
            "several lines",
            "text: {ar: a, en: x}\n",
            set_text("text.en", "x\ny"),
            "text: {ar: a, en: \"x\\ny\"}\n",
        ),
        (
            "single stays",
            "text: {ar: a, en: 'x'}\n",
            set_text("text.en", "y, z"),
            "text: {ar: a, en: 'y, z'}\n",
        ),
        (
            "an empty place",
            "text: {ar: , en: x}\n",
            set_text("text.ar", "a"),
            "text: {ar: a, en: x}\n",
        ),
        (
            "a key without a colon",
            "text: {ar, en: x}\n",
            set_text("text.ar", "a"),
            "text: {ar: a, en: x}\n",
        ),
        (
            "an element",
            "refs: [idi, pp-res:131] # c\n",
            set_text("refs[#2]", "c-dec:619"),
            "refs: [idi, c-dec:619] # c\n",
        ),
        (
            "deeper",
            "- {id: KWT, name: {ar: الكويت, en: Kuwait}}\n",
            set_text("[KWT].name.en", "State of Kuwait"),
            "- {id: KWT, name: {ar: الكويت, en: State of Kuwait}}\n",
        ),
    ]);
}
