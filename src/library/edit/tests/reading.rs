//! What stands where.

use serde_yaml::Value;

use crate::library::edit::{FieldPath, value};
use crate::library::edit::{read::read, tree::Node, tree::What};

/// Each value with the text that its bytes are; the elements with the byte of their dash.
fn told(text: &str) -> String {
    fn walk(text: &str, node: &Node<'_>) -> String {
        let own = &text[node.start..node.end];
        match &node.what {
            What::Scalar(scalar) => format!("{:?}={own:?}", scalar.style),
            What::List { items, .. } => {
                let items = items.iter();
                let items = items.map(|item| format!("@{} {}", item.dash, walk(text, &item.node)));
                format!("[{}]", items.collect::<Vec<_>>().join(" "))
            }
            What::Map { form, entries } => {
                let entries = entries.iter().map(|entry| walk(text, &entry.value));
                format!("{form:?}{{{}}}", entries.collect::<Vec<_>>().join(" "))
            }
            What::Alias(_) => format!("*{own:?}"),
        }
    }
    walk(text, &read(text).unwrap())
}

#[test]
fn each_value_has_its_bytes() {
    let cases = [
        (
            "a: x y # c\nb:  'q'   \nc: \"d\" # c\n",
            r#"Block{Plain="x y" Single="'q'" Double="\"d\""}"#,
        ),
        (
            "a:\nb: # c\n  - x\n  -\n  - y\nc: ~\n",
            r#"Block{Missing="" [@12 Plain="x" @18 Missing="" @22 Plain="y"] Plain="~"}"#,
        ),
        (
            "a: |\n  x\n\n  y\n\nb: >- # c\n  z\n# c\nc: |+\n  k\n\nd: |\ne: 1",
            r#"Block{Literal="|\n  x\n\n  y" Folded=">- # c\n  z" Literal="|+\n  k\n" Literal="|" Plain="1"}"#,
        ),
        (
            "a:\n- b: 1\n  c: 2 # x\n- [p] # y\n- - q\n",
            r#"Block{[@3 Block{Plain="1" Plain="2"} @21 [@24 Plain="p"] @31 [@33 Plain="q"]]}"#,
        ),
        (
            "{a: 1, b, c: , 'd':2, e: [x: y, z]}",
            r#"Flow{Plain="1" Missing="" Missing="" Plain="2" [@26 Pair{Plain="y"} @32 Plain="z"]}"#,
        ),
        (
            "- |\n x\n-  a:  >2\n     y\n\n\n",
            r#"[@0 Literal="|\n x" @7 Block{Folded=">2\n     y"}]"#,
        ),
        (
            "a: x\n  y\n\n# c\nb: 'a\n  b' # c\nc: &x 1\nd: *x # c\n",
            r#"Block{Plain="x\n  y" Single="'a\n  b'" Plain="&x 1" *"*x"}"#,
        ),
    ];
    for (text, is) in cases {
        assert_eq!(told(text), is, "{text}");
    }
}

#[test]
fn the_end_of_a_file_is_no_line_end_of_a_block_scalar() {
    let at = FieldPath::root().key("a");
    for (text, is) in [
        ("a: |\n  x", "x"),
        ("a: |\n  x\n", "x\n"),
        ("a: |\n  x\nb: 1", "x\n"),
    ] {
        let loaded: Value = serde_yaml::from_str(text).unwrap();
        assert_eq!(loaded["a"], Value::String(is.to_owned()));
        assert_eq!(value(text, &at), Ok(Some(Value::String(is.to_owned()))));
    }
}

#[test]
fn a_value_is_what_the_loader_reads() {
    let text = "a: [1, 1.5, true, ~, 0x1f, 007, 2021-09, 'no', 1e3]\n";
    let at = FieldPath::root().key("a");
    let loaded: Value = serde_yaml::from_str(text).unwrap();
    assert_eq!(value(text, &at), Ok(Some(loaded["a"].clone())));
    assert_eq!(value(text, &FieldPath::root().key("b")), Ok(None));
    assert_eq!(value(text, &FieldPath::root().key("b").key("c")), Ok(None));
}
