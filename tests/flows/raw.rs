//! No word of the files stands raw on the screen: every form, chooser, menu and heading says it as people
//! do, in Arabic and in English.

use majlis::app::command::COMMANDS;
use majlis::app::desk::Desk;
use majlis::app::desk::form::FormLayer;
use majlis::app::desk::said;
use majlis::app::form;
use majlis::library::keep::field::{self, Takes};
use majlis::library::{Key, Library};
use majlis::report::{Kind, Language};
use majlis::words::Message;

use crate::desk::{BOTH, desk, go};

/// Whether the words are written for people in both languages: Arabic without a Latin word in it, and
/// English without the signs of a file.
fn is_for_people(words: &Message) -> bool {
    let latin = words.ar.chars().any(|letter| letter.is_ascii_lowercase());
    let raw = words.en.contains(['_', '/', '[']);
    let only_latin = words.ar.is_ascii() && words.ar.chars().any(char::is_alphabetic);
    !(latin || only_latin || raw)
}

/// Whether what a field takes has words of its own for what stands in the file.
fn is_worded(kind: Kind, path: &[String]) -> bool {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let takes = field::field(kind, &names).map(|field| field.takes);
    let first = names.first().copied().unwrap_or_default();
    matches!(
        takes,
        Ok(Takes::Words(_) | Takes::YesNo | Takes::Date | Takes::Session)
    ) || matches!(first, "src" | "inferred" | "unknown")
}

#[test]
fn every_form_of_every_record_says_its_values_as_people_do() {
    let library = Library::built_in();
    let mut seen = 0;
    for key in library.keys() {
        for language in BOTH {
            let form = FormLayer::of(&library, &Desk::default(), key, language);
            for row in &form.rows {
                let of = format!("{} {}", library.id(key), row.path.join("."));
                assert!(is_for_people(&row.label), "{of}: {:?}", row.label);
                if !row.typed.is_empty() && is_worded(form.kind, &row.path) {
                    assert!(is_for_people(&row.shown), "{of}: {:?}", row.shown);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn every_field_has_a_name_and_every_word_that_is_chosen_too() {
    for kind in Kind::ALL {
        for language in BOTH {
            for row in FormLayer::new(kind, Some("c21"), language).rows {
                assert!(is_for_people(&row.label), "{kind:?} {:?}", row.path);
            }
        }
        for name in field::fields_of(kind) {
            let called = |language| form::called(kind, name, language).to_owned();
            let called = Message::new(called(Language::Arabic), called(Language::English));
            assert!(is_for_people(&called), "{kind:?} {name}: {called:?}");
        }
        walk(kind, &[], field::fields_of(kind));
    }
}

/// The words that fields take, in the parts of a record too.
fn walk(kind: Kind, path: &[&str], names: &[&str]) {
    for name in names {
        let path: Vec<&str> = path.iter().copied().chain([*name]).collect();
        let found = field::field(kind, &path).unwrap();
        if let Takes::Words(choices) = &found.takes {
            for choice in choices {
                let label = choice.label.map(Message::from);
                let label = label.unwrap_or_else(|| panic!("{kind:?} {path:?} {}", choice.word));
                assert!(is_for_people(&label), "{kind:?} {path:?}: {label:?}");
            }
        }
        // What is a record of its own has a form of its own.
        let is_record = form::elsewhere(name).is_some();
        if let Some(part) = found.of.filter(|_| path.len() < 4 && !is_record) {
            let mut deeper = path.clone();
            if found.many {
                deeper.push("0");
            }
            let owned: Vec<String> = deeper.iter().map(|step| (*step).to_owned()).collect();
            let label = said::label_of_entry(kind, &owned);
            assert!(is_for_people(&label), "{kind:?} {path:?}: {label:?}");
            walk(kind, &deeper, field::fields_within(part));
        }
    }
}

#[test]
fn every_command_is_told_in_words() {
    for command in COMMANDS {
        // Who presses the key of the other language reads that.
        let hint = command.hint.filter(|_| !command.name.contains("language"));
        for words in [Some(command.words), hint, Some(command.group)]
            .into_iter()
            .flatten()
        {
            assert!(!words.ar.is_ascii(), "{}: {words:?}", command.name);
            assert!(!words.en.contains('_'), "{}: {words:?}", command.name);
        }
    }
}

#[test]
fn what_is_chosen_is_read_and_no_word_of_the_file_stands_beside_it() {
    use majlis::app::Layer;
    for (language, draft) in [(Language::Arabic, "مسودة"), (Language::English, "draft")] {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("e j*3 enter");
        let Some(Layer::Choose(choose)) = screen.app.layer() else {
            panic!("nothing to choose");
        };
        assert!(choose.picker.shown().all(|choice| choice.aside.is_empty()));
        assert!(screen.shows(draft));
        screen.keys("esc esc");
        // Yes and no are chosen too.
        let outcome = screen.library().of_kind(Kind::Outcome)[0];
        let id = screen.id(outcome);
        go(&mut screen, &id);
        screen.keys("e");
        let place = |screen: &crate::harness::Screen| match screen.app.layer() {
            Some(Layer::Form(form)) => {
                let mut rows = form.rows.iter();
                rows.position(|row| row.path == ["by_correspondence"])
                    .unwrap()
            }
            _ => panic!("no form"),
        };
        let down = place(&screen);
        screen.keys(&format!("j*{down} enter"));
        assert_eq!(screen.layer(), "choose");
        screen.keys("up*9 enter");
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        let shown = |screen: &crate::harness::Screen, key: Key| {
            let value = majlis::app::desk::value_of(
                screen.library(),
                key,
                &["by_correspondence".to_owned()],
            );
            value.and_then(|value| value.as_bool())
        };
        let key = screen.key(&id);
        assert_eq!(shown(&screen, key), Some(true));
    }
}

#[test]
fn a_record_that_is_named_in_a_form_is_called_by_its_title() {
    let library = Library::built_in();
    let mut seen = 0;
    for key in library.keys() {
        let form = FormLayer::of(&library, &Desk::default(), key, Language::English);
        for row in &form.rows {
            let names: Vec<&str> = row.path.iter().map(String::as_str).collect();
            let takes = field::field(form.kind, &names).map(|field| field.takes);
            let named = library.in_reports(key, &row.typed);
            if let (Ok(Takes::Record), Some(named)) = (takes, named) {
                let of = format!("{} {}", library.id(key), row.path.join("."));
                for (language, shown) in [
                    (Language::Arabic, &row.shown.ar),
                    (Language::English, &row.shown.en),
                ] {
                    let title = library.title(named, language);
                    let shown = majlis::script::plain(shown);
                    let shown = shown.trim_end_matches('…');
                    assert!(
                        !shown.is_empty() && title.starts_with(shown),
                        "{of}: {shown}"
                    );
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
    // Several, and in the record's own words for them.
    let key = library.with_id("c17:wsis-process").unwrap();
    let form = FormLayer::of(&library, &Desk::default(), key, Language::English);
    let see = form.rows.iter().find(|row| row.path == ["see"]).unwrap();
    assert_eq!(see.typed, "out/beyond-2015, out/agenda-2030");
    for id in ["c17:out/beyond-2015", "c17:out/agenda-2030"] {
        let title = library.title(library.with_id(id).unwrap(), Language::English);
        let begins: String = title.chars().take(20).collect();
        assert!(see.shown.en.contains(&begins), "{:?}", see.shown);
    }
}
