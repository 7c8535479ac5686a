//! Every field of every form: opened, typed or chosen, read in the file, and undone to the byte.

mod table;

use std::fs;
use std::sync::Arc;

use majlis::app::{Layer, Shelf};
use majlis::library::Library;
use majlis::report::{Kind, Language};
use majlis::script::Form;
use tempfile::TempDir;

use crate::desk::{BOTH, file, go, keeper, value_in};
use crate::harness::Screen;
use table::{ALL, COMMON, Of, REGISTRY, REPORT};

fn opened(language: Language) -> (TempDir, Screen) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("registry.yaml"), REGISTRY).unwrap();
    fs::write(folder.path().join("rep9.yaml"), REPORT).unwrap();
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    let mut screen = Screen::new(shelf, language, Form::Visual, (80, 24));
    screen.app.keep_with(keeper(folder.path(), "hind"));
    screen.app.desk.day = Some((2021, 6, 10));
    (folder, screen)
}

/// The rows of the form on top.
fn rows(screen: &Screen) -> Vec<String> {
    match screen.app.layer() {
        Some(Layer::Form(form)) => form.rows.iter().map(|row| row.path.join(".")).collect(),
        _ => Vec::new(),
    }
}

/// Opens a row of the form of a record and fills it in; what the file should say then, each at its path.
fn fill(
    screen: &mut Screen,
    row: &str,
    (typed, value): (&str, &str),
    language: Language,
) -> Vec<(String, String)> {
    let place = rows(screen).iter().position(|path| path == row);
    let place = place.unwrap_or_else(|| panic!("no row {row}: {:?}", rows(screen)));
    screen.keys(&"j ".repeat(place));
    if let Some(keys) = typed.strip_prefix(':') {
        screen.keys(keys);
        let value = value.replace("LANG", language.code());
        // Each begins with the name of the field.
        let field = format!(" {row} ");
        let values = format!(" {value}");
        return values
            .split(&field)
            .filter(|one| !one.is_empty())
            .map(|one| {
                let (path, value) = one.split_once('=').unwrap();
                (format!("{row} {path}"), value.to_owned())
            })
            .collect();
    }
    screen.keys("enter");
    match screen.layer() {
        "choose" => screen.keys(&format!("<{typed}> enter")),
        "field" => {
            screen.keys("alt-a");
            screen.app.paste(typed);
            screen.keys("ctrl-s")
        }
        other => panic!("{row} opens {other}: {}", screen.message()),
    };
    vec![(row.replace('.', " "), value.to_owned())]
}

/// A row of a form, what is typed in it, and what the file says then.
type Case = (String, &'static str, String);

/// The rows of a form, one for each language of a text.
fn cases(of: &Of) -> Vec<Case> {
    let is_first = ALL
        .iter()
        .find(|other| other.kind == of.kind)
        .is_some_and(|first| first.id == of.id);
    let mut cases = Vec::new();
    for (field, typed, value) in of.fields.iter().chain(COMMON.iter().filter(|_| is_first)) {
        match typed.is_empty() {
            true => {
                for (side, words) in [("ar", "كلمات أُخرى"), ("en", "Other words")] {
                    cases.push((format!("{field}.{side}"), words, words.to_owned()));
                }
            }
            false => cases.push(((*field).to_owned(), *typed, (*value).to_owned())),
        }
    }
    if is_first {
        // A record of its own report is named without it.
        let see = match of.file() {
            "registry.yaml" => "[\"rep9:82\"]",
            _ => "[\"82\"]",
        };
        cases.push(("see".to_owned(), "rep9:82", see.to_owned()));
        let inferred = format!("[\"{}\"]", of.has);
        cases.push(("inferred".to_owned(), of.has, inferred));
    }
    cases
}

impl Of {
    /// The name of its file.
    fn file(&self) -> &'static str {
        match self.at.split(' ').next() {
            Some("bodies" | "people" | "countries" | "instruments" | "documents") => {
                "registry.yaml"
            }
            _ => "rep9.yaml",
        }
    }
}

#[test]
fn every_field_of_every_form_is_changed_and_undone() {
    let mut failed: Vec<String> = Vec::new();
    for language in BOTH {
        for of in ALL {
            let (folder, mut screen) = opened(language);
            let before = file(&folder, of.file());
            go(&mut screen, of.id);
            for (row, typed, value) in cases(of) {
                screen.keys("e");
                let wanted = fill(&mut screen, &row, (typed, &value), language);
                let said = format!("{} {}", screen.layer(), screen.message());
                for (path, value) in wanted {
                    let found = value_in(&folder, of.file(), &format!("{} {path}", of.at));
                    if found.trim_end() != value {
                        let id = of.id;
                        failed.push(format!("{language:?} {id} {path}: {found} {value} {said}"));
                    }
                }
                screen.keys("esc*3");
                if file(&folder, of.file()) != before {
                    screen.keys("u");
                }
                if file(&folder, of.file()) != before {
                    failed.push(format!("{language:?} {} {row}: not undone", of.id));
                    fs::write(folder.path().join(of.file()), &before).unwrap();
                }
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

/// No row of a form, and no kind of record, is without its line in the table.
#[test]
fn every_row_of_every_form_stands_in_the_table() {
    let (_folder, mut screen) = opened(Language::English);
    for kind in Kind::ALL {
        let of = || ALL.iter().filter(move |of| of.kind == kind);
        let first = of().next().unwrap_or_else(|| panic!("no {kind:?}"));
        go(&mut screen, first.id);
        screen.keys("e");
        let tested: Vec<String> = of().flat_map(cases).map(|(row, ..)| row).collect();
        let mut left = rows(&screen);
        assert!(!left.is_empty(), "{kind:?}: {}", screen.message());
        // What is changed elsewhere has a test of its own.
        let elsewhere = ["id", "sic", "position"];
        left.retain(|row| !tested.contains(row) && !elsewhere.contains(&row.as_str()));
        assert_eq!(left, [""; 0], "{kind:?}");
        screen.keys("esc");
    }
}

/// What is changed elsewhere than in its row is seen in it: the row leads there, or says how.
#[test]
fn what_is_changed_elsewhere_has_a_row_that_leads_there_or_says_how() {
    for language in BOTH {
        let (folder, mut screen) = opened(language);
        let path = folder.path().join("rep9.yaml");
        let text = fs::read_to_string(&path).unwrap();
        let text = text.replace("{id: 81/r1,", "{id: 81/r1, sic: {Papper: Paper},");
        fs::write(&path, &text).unwrap();
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        screen
            .app
            .follow(shelf, Vec::new(), std::time::Instant::now());
        let choose = |screen: &mut Screen, row: &str, key: &str| {
            let place = rows(screen).iter().position(|path| path == row).unwrap();
            screen.keys("home").keys(&"j ".repeat(place)).keys(key);
        };
        let said = |screen: &Screen| {
            let said = screen.app.message.as_ref().unwrap().get(language);
            majlis::script::without_isolates(said)
        };
        go(&mut screen, "rep9:81/r1");
        screen.keys("e");
        for key in ["enter", "delete", "l"] {
            choose(&mut screen, "id", key);
            assert_eq!(screen.layer(), "form");
            if key != "l" {
                assert!(said(&screen).contains("majlis set rep9:81/r1 id=…"));
            }
            choose(&mut screen, "sic", key);
            assert_eq!(screen.layer(), "form");
            assert!(screen.shows("Papper"), "{:#?}", screen.text());
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        // The form of an item leads to its position, or to the form of a new one.
        screen.keys("esc");
        go(&mut screen, "rep9:81");
        screen.keys("e");
        choose(&mut screen, "position", "enter");
        assert!(
            rows(&screen).contains(&"stance".to_owned()),
            "{:?}",
            rows(&screen)
        );
        fill(&mut screen, "status", ("agreed", "agreed"), language);
        let status = value_in(&folder, "rep9.yaml", "items [81] position status");
        assert_eq!(status, "agreed");
        // It is deleted where one reads it: X is no key of a form.
        screen.keys("esc");
        choose(&mut screen, "position", "delete");
        let wanted = match language {
            Language::English => "Enter opens it; in the pane “Positions” X deletes it",
            Language::Arabic => "Enter يفتحه، ويحذفه X في الجزء «المواقف»",
        };
        assert!(said(&screen).contains(wanted), "{}", said(&screen));
        screen.keys("esc");
        go(&mut screen, "rep9:82");
        screen.keys("e");
        choose(&mut screen, "position", "delete");
        assert_eq!(screen.layer(), "form");
        let wanted = match language {
            Language::English => "The field is empty",
            Language::Arabic => "الحقل فارغ",
        };
        assert_eq!(said(&screen), wanted);
        // Its first field is open.
        screen.keys("enter");
        assert_eq!(screen.layer(), "field");
        screen.keys("esc");
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form")
        };
        assert!(form.is_new() && form.kind == Kind::Position);
    }
}
