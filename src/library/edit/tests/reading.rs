//! What stands where.

use serde_yaml::Value;

use crate::library::edit::{FieldPath, value};
use crate::library::edit::{read::read, tree::Node, tree::What};

/// Each leaf, key, list and map with the text that its bytes are, and the elements with their dash.
fn told(text: &str) -> String {
    fn walk(text: &str, node: &Node<'_>, out: &mut String) {
        let own = &text[node.start..node.end];
        match &node.what {
            What::Scalar(scalar) => out.push_str(&format!("{:?}={own:?} ", scalar.style)),
            What::List { items, .. } => {
                out.push_str(&format!("[{own:?}: "));
                for item in items {
                    out.push_str(&format!("@{} ", item.dash));
                    walk(text, &item.node, out);
                }
                out.push_str("] ");
            }
            What::Map { form, entries } => {
                out.push_str(&format!("{form:?}{{{own:?}: "));
                for entry in entries {
                    out.push_str(&format!("{:?}", &text[entry.key.start..entry.key.end]));
                    if let Some(colon) = entry.colon {
                        assert_eq!(&text[colon..=colon], ":");
                    }
                    walk(text, &entry.value, out);
                }
                out.push_str("} ");
            }
            What::Alias(_) => out.push('*'),
        }
    }
    let root = read(text).unwrap();
    let mut out = String::new();
    walk(text, &root, &mut out);
    out
}

#[test]
fn dump() {
    for text in [
        "a: x y # c\nb:  'q'   \nc: \"d\"\n",
        "a:\nb: # c\n  - x\n  -\n  - y\nc: ~\n",
        "a: |\n  x\n\n  y\n\nb: >- # c\n  z\n  w\n# c\nc: |+\n  k\n\nd: |\ne: 1",
        "a:\n- b: 1\n  c: 2 # x\n- - p\n  - q\n",
        "{a: 1, b, c: , 'd':2, e: [x: y, z]}",
        "- |\n x\n-  a:  >2\n     y\n\n\n",
        "a: x\n  y\n  z\n\n# c\nb: 'a\n  b'\n",
        "---\na: 1\n...\n",
        "a: |2\n    x\n   y\nb: |-\n\n",
    ] {
        println!("{text:?}\n   {}", told(text));
    }
    let text = std::fs::read_to_string("data/c21.yaml").unwrap();
    let mine = value(&text, &FieldPath::root()).unwrap().unwrap();
    assert_eq!(mine, serde_yaml::from_str::<Value>(&text).unwrap());
}
