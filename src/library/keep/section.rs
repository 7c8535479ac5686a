//! A new section of a file, as a person would write it: maps and lists of maps below each other,
//! short lists in a line, quotes only where they are needed.

use serde_yaml::Value;

/// A section and what stands in it: its name at the margin, the rest two blanks deep.
#[must_use]
pub fn section(name: &str, value: &Value) -> String {
    let mut text = String::new();
    entry(&mut text, 0, name, value);
    text
}

/// `key: value`, with what lies in the value below it.
fn entry(text: &mut String, indent: usize, key: &str, value: &Value) {
    text.push_str(&scalar(&Value::from(key)));
    text.push(':');
    match value {
        Value::Mapping(map) if !map.is_empty() => {
            text.push('\n');
            for (key, value) in map {
                text.push_str(&" ".repeat(indent + 2));
                entry(text, indent + 2, key.as_str().unwrap_or_default(), value);
            }
        }
        Value::Sequence(all) if all.iter().any(Value::is_mapping) => {
            text.push('\n');
            for one in all {
                element(text, indent + 2, one);
            }
        }
        Value::Sequence(all) => {
            let all: Vec<String> = all.iter().map(in_list).collect();
            text.push_str(&format!(" [{}]\n", all.join(", ")));
        }
        other => text.push_str(&format!(" {}\n", scalar(other))),
    }
}

/// `- key: value`, with the other keys below the first.
fn element(text: &mut String, indent: usize, value: &Value) {
    let blanks = " ".repeat(indent);
    let Value::Mapping(map) = value else {
        text.push_str(&format!("{blanks}- {}\n", scalar(value)));
        return;
    };
    for (at, (key, value)) in map.iter().enumerate() {
        text.push_str(&blanks);
        text.push_str(if at == 0 { "- " } else { "  " });
        entry(text, indent + 2, key.as_str().unwrap_or_default(), value);
    }
}

/// A value on one line.
fn scalar(value: &Value) -> String {
    let plain = serde_yaml::to_string(value).unwrap_or_default();
    let plain = plain.trim_end_matches('\n');
    match value {
        // What YAML would quote, or write on several lines, is quoted as in JSON, of which every
        // text is one of YAML.
        Value::String(text) if plain != text || plain.contains('\n') || is_old_bool(text) => {
            quoted(text)
        }
        _ => plain.to_owned(),
    }
}

/// Whether YAML 1.1, which many an editor still speaks, takes the word for true or false.
fn is_old_bool(text: &str) -> bool {
    let words = ["y", "n", "yes", "no", "on", "off"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// A value in a list that stands in a line; there commas and brackets part, and question marks and
/// colons may begin or end a key.
fn in_list(value: &Value) -> String {
    let text = scalar(value);
    match value {
        Value::String(own)
            if own.contains([',', '[', ']', '{', '}', '?']) || own.starts_with(['-', ':']) =>
        {
            quoted(own)
        }
        _ => text,
    }
}

fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap_or_default();
    let mut quoted = String::with_capacity(json.len());
    for char in json.chars() {
        match char {
            // To JSON they are letters as any other; YAML 1.1 takes some for the end of a line and
            // does not allow the others.
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(char)));
            }
            _ => quoted.push(char),
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_section_is_written_as_a_person_writes_it() {
        let value: Value = serde_yaml::from_str(
            "[{id: '27', number: ['27', AI], title: {ar: 'المباني: المقر', en: Headquarters}, \
             refs: [itu, 'a, b']}, {id: x, note: \"two\\nlines\", none: [], yes: 'no'}]",
        )
        .unwrap();
        let text = section("items", &value);
        assert_eq!(
            text,
            "items:
  - id: \"27\"
    number: [\"27\", AI]
    title:
      ar: \"المباني: المقر\"
      en: Headquarters
    refs: [itu, \"a, b\"]
  - id: x
    note: \"two\\nlines\"
    none: []
    \"yes\": \"no\"
"
        );
        let read: Value = serde_yaml::from_str(&text).unwrap();
        assert_eq!(read["items"], value);
    }

    proptest! {
        #![proptest_config(crate::testing::cases(256))]

        #[test]
        fn what_is_written_is_read_as_it_was(text in "[ -~\\n\\t\u{7f}\u{85}\u{a0}\u{2028}\u{feff}ابةى…]{0,12}") {
            let one = Value::from(text.as_str());
            let mut map = serde_yaml::Mapping::new();
            map.insert("one".into(), one.clone());
            map.insert("list".into(), Value::Sequence(vec![one.clone(), one.clone()]));
            let value = Value::Sequence(vec![Value::Mapping(map)]);
            let written = section("items", &value);
            let read: Value = serde_yaml::from_str(&written).unwrap();
            prop_assert_eq!(&read["items"], &value, "{}", written);
        }
    }
}
