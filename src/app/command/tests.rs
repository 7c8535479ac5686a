use super::*;
use std::collections::HashMap;

#[test]
fn every_key_of_the_table_is_a_key() {
    for command in COMMANDS {
        assert_eq!(
            command.sequences().count(),
            command.keys.len(),
            "{}",
            command.name
        );
    }
}

#[test]
fn the_other_words_are_those_of_commands() {
    for (name, words) in crate::words::finding::ALSO {
        assert!(
            COMMANDS.iter().any(|command| command.name == name),
            "{name}"
        );
        assert!(!words.is_empty(), "{name}");
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for context in [
        Context::List,
        Context::Detail,
        Context::Picker,
        Context::Form,
        Context::Question,
        Context::Open,
        Context::Recital,
    ] {
        let mut taken: HashMap<Vec<Press>, &str> = HashMap::new();
        for command in COMMANDS.iter().filter(|c| c.when.holds(context)) {
            for sequence in command.sequences() {
                for (other, name) in &taken {
                    assert!(
                        !other.starts_with(&sequence) && !sequence.starts_with(other),
                        "{} and {name} in {context:?}",
                        command.name
                    );
                }
                taken.insert(sequence, command.name);
            }
        }
    }
}

#[test]
fn names_are_given_once() {
    let mut names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), COMMANDS.len());
}

#[test]
fn in_a_picker_letters_are_typed_not_obeyed() {
    for command in COMMANDS.iter().filter(|c| c.when.holds(Context::Picker)) {
        for press in command.sequences().flatten() {
            let typed = matches!(press.code, crossterm::event::KeyCode::Char(_))
                && !press.control
                && !press.alt;
            assert!(!typed, "{}", command.name);
        }
    }
}
