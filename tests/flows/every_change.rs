//! Every command that changes something has a flow here, in both languages; every other command
//! changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use majlis::app::App;
use majlis::app::command::COMMANDS;
use majlis::app::key::Press;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::Change;
use majlis::report::Language;
use majlis::report::call::Moment;
use majlis::script::Form;
use serde_yaml::Value;
use tempfile::TempDir;

use crate::desk::{BOTH, desk, file, go, keeper, value, value_in};
use crate::harness::Screen;

/// One way to use a command, and what then stands in the files.
struct Flow {
    command: &'static str,
    /// The record in hand.
    at: &'static str,
    keys: &'static str,
    holds: fn(&TempDir) -> bool,
}

macro_rules! flows {
    ($($command:literal $at:literal $keys:literal => $holds:expr;)*) => {
        &[$(Flow { command: $command, at: $at, keys: $keys, holds: $holds }),*]
    };
}

fn status(folder: &TempDir) -> String {
    value(folder, "items [27] position status")
}

fn says(folder: &TempDir, text: &str) -> bool {
    file(folder, "c21.yaml").contains(text)
}

fn directory(folder: &TempDir, text: &str) -> bool {
    file(folder, "registry.yaml").contains(text)
}

/// Whether there is a new report c90 in which this stands.
fn made(folder: &TempDir, text: &str) -> bool {
    let path = folder.path().join("c90.yaml");
    fs::read_to_string(path).is_ok_and(|made| made.contains("id: c90") && made.contains(text))
}

/// A value of the call.
fn call(folder: &TempDir, path: &str) -> String {
    match folder.path().join("live.yaml").exists() {
        true => value_in(folder, "live.yaml", path),
        false => String::new(),
    }
}

/// A field of the new record whose wording, title or name is “A word”, wherever it stands.
fn of_new(folder: &TempDir, field: &str) -> String {
    fn found(value: &Value, field: &str) -> Option<Value> {
        match value {
            Value::Mapping(record) => {
                let called = ["text", "title", "name"].map(|key| record.get(key));
                let sides = called.into_iter().flatten().filter_map(Value::as_mapping);
                let mut said = sides.flat_map(|text| text.values());
                match said.any(|said| said.as_str() == Some("A word")) {
                    true => record.get(field).cloned(),
                    false => record.values().find_map(|value| found(value, field)),
                }
            }
            Value::Sequence(list) => list.iter().find_map(|value| found(value, field)),
            _ => None,
        }
    }
    let files = ["c21.yaml", "registry.yaml"].map(|name| file(folder, name));
    let mut read = files.iter().map(|text| serde_yaml::from_str(text).unwrap());
    match read.find_map(|read: Value| found(&read, field)) {
        Some(Value::String(text)) => text,
        Some(other) => serde_json::to_string(&other).unwrap(),
        None => String::new(),
    }
}

/// Whether both languages of a text of the new record were typed.
fn both_said(folder: &TempDir, field: &str) -> bool {
    of_new(folder, field).matches("A word").count() == 2
}

const FLOWS: &[Flow] = flows! {
    "agree" "c21:27" "A" => |f| status(f) == "agreed";
    "defer" "c21:27" "D" => |f| status(f) == "deferred";
    "delivered" "c21:27" "A M" => |f| status(f) == "delivered";
    "delivered" "c21:eg-itrs/r1" "M" => |f| value(f, "items [eg-itrs] recommendations [eg-itrs/r1] status") == "done";
    "delivered" "c21:nom/selim" "M" => |f| value(f, "nominations [nom/selim] status") == "submitted";
    "remove" "c21:eg-itrs/r1" "X down enter" => |f| value(f, "items [eg-itrs] recommendations [eg-itrs/r1] to").is_empty();
    "undo-change" "c21:27" "A u" => |f| status(f) == "delivered";
    "redo-change" "c21:27" "A u U" => |f| status(f) == "agreed";
    "past" "c21:27" "A H enter" => |f| status(f) == "delivered";
    "quick-task" "c21:eg-itrs" "@ <tech-sec 2021-09 do it> enter" => |f| says(f, "do it");
    "quick-add" "c21:eg-itrs" "+ <note so it was> enter" => |f| says(f, "so it was");
    "new-recommendation" "c21:27" "n r <A word> ctrl-s" => |f| says(f, "A word");
    "new-nomination" "c21:eg-itrs" "n n <selim> enter <cwg> tab enter <rapporteur> enter ctrl-s" => |f| value(f, "nominations [nom/selim-2] role") == "rapporteur" && value(f, "nominations [nom/selim-2] person") == "selim";
    "new-contribution" "c21:27" "n c <A word> tab tab <EGY> enter ctrl-s" => |f| of_new(f, "by") == "[\"EGY\"]";
    "new-note" "c21:27" "n t <A word> ctrl-s" => |f| says(f, "A word");
    "new-outcome" "c21:27" "n o <A word> tab tab <decision> enter ctrl-s" => |f| of_new(f, "kind") == "decision";
    "new-item" "c21:27" "n i <A word> enter enter <77> enter ctrl-s" => |f| of_new(f, "number") == "[\"77\"]";
    "new-meeting" "c21:27" "n m <A word> enter enter <15/9> enter ctrl-s" => |f| of_new(f, "date") == "2021-09-15";
    "new-position" "c21:eg-itrs" "n p <A word> tab tab <support> enter ctrl-s" => |f| of_new(f, "stance") == "support" && of_new(f, "status") == "draft";
    "new-view" "c21:27" "n v <A word> tab tab <EGY> enter ctrl-s" => |f| of_new(f, "by") == "[\"EGY\"]";
    "new-event" "c21:27" "n e <A word> enter enter <launch> enter <15/9> enter ctrl-s" => |f| of_new(f, "kind") == "launch" && of_new(f, "date") == "2021-09-15";
    "new-figure" "c21:27" "n f <A word> enter <A word> enter ctrl-s" => |f| both_said(f, "title");
    "new-report" "c21:27" "n w enter <c90> enter <A word> enter ctrl-s" => |f| made(f, "A word");
    "new-report" "c21:27" "n w <c21> enter <c90> enter <A word> enter ctrl-s" => |f| made(f, "  - id: \"27\"");
    "undo-change" "c21:27" "n w enter <c90> enter <A word> enter ctrl-s u" => |f| !made(f, "");
    "redo-change" "c21:27" "n w enter <c90> enter <A word> enter ctrl-s u U" => |f| made(f, "A word");
    "new-body" "c21:27" "n b <A word> enter <A word> enter <unit> enter ctrl-s" => |f| both_said(f, "name") && of_new(f, "kind") == "unit";
    "new-person" "c21:27" "n s <A Word> enter <A Word> enter ctrl-s" => |f| directory(f, "A Word");
    "new-country" "c21:27" "n y <A word> enter enter <AAA> enter ctrl-s" => |f| of_new(f, "id") == "AAA" && of_new(f, "itu") == "AAA";
    "new-instrument" "c21:27" "n a <A word> enter <A word> enter <plan> enter ctrl-s" => |f| both_said(f, "title") && of_new(f, "kind") == "plan";
    "new-document" "c21:27" "n d <A word> enter <A word> enter ctrl-s" => |f| both_said(f, "title");
    "move-down" "c21:27" "J" => |f| place(f, "\"27\"") > place(f, "eg-itrs");
    "move-up" "c21:27" "J K" => |f| place(f, "\"27\"") < place(f, "eg-itrs");
    "save" "c21:27/position" "e enter alt-a <A word> ctrl-s" => |f| says(f, "A word");
    "form-open" "c21:27/position" "e j*3 enter <agreed> enter" => |f| status(f) == "agreed";
    "accept" "c21:27/position" "e j*5 enter <15/9/2021> enter" => |f| value(f, "items [27] position date") == "2021-09-15";
    "form-add" "c21:27" "e j*9 + <https://x.int/> enter ctrl-s" => |f| value(f, "items [27] urls #0 url") == "https://x.int/";
    "form-remove" "c21:nom/selim" "e j*2 delete" => |f| value(f, "nominations [nom/selim] country").is_empty();
    "form-entry-down" "council" "e j*5 l ctrl-down" => |f| value_in(f, "registry.yaml", "bodies [council] aliases #0") == "the Council";
    "form-entry-up" "council" "e j*5 l j ctrl-up" => |f| value_in(f, "registry.yaml", "bodies [council] aliases #0") == "the Council";
    "form-undo" "c21:27/position" "e j*3 enter <agreed> enter ctrl-_" => |f| status(f) == "delivered";
    "form-redo" "c21:27/position" "e j*3 enter <agreed> enter ctrl-_ ctrl-r" => |f| status(f) == "agreed";
    "open-remove" "c21:27" "D o X down enter" => |f| status(f).is_empty();
    "open-undo" "c21:27" "A o u" => |f| status(f) == "delivered";
    "open-redo" "c21:27" "A u o U" => |f| status(f) == "agreed";
    "call-begin" "c21:27" "c c" => |f| call(f, "report") == "c21";
    "call-end" "c21:27" "c c t c x enter" => |f| call(f, "report").is_empty() && says(f, "meet/call-");
    "take-up" "c21:27" "c c t" => |f| call(f, "in_hand item") == "c21:27";
    "close-item" "c21:27" "c c t T" => |f| call(f, "in_hand item").is_empty() && call(f, "taken #0 item") == "c21:27";
    "call-next" "c21:27" "c c t c n" => |f| call(f, "taken #0 item") == "c21:27" && !call(f, "in_hand item").is_empty();
    "call-plan" "c21:27" "c c c p <12> enter t" => |f| call(f, "in_hand planned") == "12";
    "call-chair" "c21:27" "c c c h <selim> enter" => |f| call(f, "chair") == "selim";
    "call-present" "c21:27" "c c c a <egypt> enter esc" => |f| call(f, "present") == "[\"EGY\"]";
    "speaker-ask" "c21:27" "c c s s <egypt> enter" => |f| call(f, "waiting") == "[\"EGY\"]";
    "speaker-next" "c21:27" "c c s s <egypt> enter s n" => |f| call(f, "floor who") == "EGY";
    "speaker-give" "c21:27" "c c s g <egypt> enter" => |f| call(f, "floor who") == "EGY";
    "speaker-done" "c21:27" "c c s g <egypt> enter s d" => |f| call(f, "floor").is_empty() && call(f, "speeches #0 who") == "EGY";
    "speaker-up" "c21:27" "c c s s <egypt> enter s s <kuwait> enter s m <kuwait> enter" => |f| call(f, "waiting") == "[\"KWT\",\"EGY\"]";
    "speaker-withdraw" "c21:27" "c c s s <egypt> enter s s <kuwait> enter s w <egypt> enter" => |f| call(f, "waiting") == "[\"KWT\"]";
};

/// Where an item stands in the file.
fn place(folder: &TempDir, id: &str) -> usize {
    let text = file(folder, "c21.yaml");
    text.find(&format!("\n  - id: {id}\n")).unwrap()
}

/// A desk on which a call can be led too.
fn led(language: Language) -> (TempDir, Screen) {
    let (folder, mut screen) = desk(language);
    screen
        .app
        .at(Moment::parse("2021-06-10T10:00:00Z").unwrap());
    (folder, screen)
}

#[test]
fn every_change_that_the_screen_can_make_is_made_in_both_languages() {
    let mut failed = Vec::new();
    for flow in FLOWS {
        let command = COMMANDS
            .iter()
            .find(|command| command.name == flow.command)
            .unwrap_or_else(|| panic!("no command {}", flow.command));
        let used = command.keys.iter().any(|keys| flow.keys.contains(keys));
        assert!(used, "{}: its keys are not pressed", flow.command);
        for language in BOTH {
            let (folder, mut screen) = led(language);
            go(&mut screen, flow.at);
            screen.keys(flow.keys);
            if !(flow.holds)(&folder) {
                failed.push(format!(
                    "{} {language:?}: {} {:?} {}",
                    flow.command,
                    flow.keys,
                    screen.layer(),
                    screen.message()
                ));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

/// All files of a folder but the history, and what is in them.
fn files(folder: &TempDir) -> BTreeMap<String, Vec<u8>> {
    let all = fs::read_dir(folder.path()).unwrap().flatten();
    all.filter(|entry| entry.path().is_file())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .filter(|(name, _)| {
            std::path::Path::new(name)
                .extension()
                .is_some_and(|end| end == "yaml")
        })
        .collect()
}

/// A command without a flow changes no file, wherever it is used: so none that does can be without.
#[test]
fn a_command_without_a_flow_changes_nothing() {
    let (folder, screen) = led(Language::English);
    let shelf = Arc::clone(screen.app.shelf());
    let before = files(&folder);
    let others = COMMANDS
        .iter()
        .filter(|command| FLOWS.iter().all(|flow| flow.command != command.name));
    for command in others {
        for keys in [
            "",
            "tab",
            "e",
            "e j j j",
            "e enter",
            "e j j j j j enter",
            "@",
            "H",
            "o n",
            "f r",
        ] {
            let mut app = App::new(Arc::clone(&shelf), Language::English, Form::Visual);
            app.keep_with(keeper(folder.path(), "hind"));
            let to_the_record = "/ c 2 1 : 2 7 / p o s i t i o n enter";
            let press = |app: &mut App, keys: &str| {
                for name in keys.split_whitespace() {
                    app.key(Press::parse(name).unwrap());
                    app.settle();
                }
            };
            press(&mut app, to_the_record);
            press(&mut app, keys);
            app.run(command);
            // What it opens is left again.
            press(&mut app, "esc esc esc esc");
            assert!(
                files(&folder) == before,
                "{} changes something after {keys:?}",
                command.name
            );
        }
    }
}

/// What there is to look, to choose or to type as well: it says that one may not write where something
/// is to be written.
const ALSO_TO_LOOK: [&str; 4] = ["past", "accept", "form-open", "save"];

#[test]
fn who_may_only_read_is_told_so_at_the_first_key_of_every_change() {
    for flow in FLOWS {
        let mut commands = COMMANDS.iter();
        let command = commands.find(|one| one.name == flow.command).unwrap();
        let looks = ALSO_TO_LOOK.contains(&command.name);
        assert_ne!(command.changes(), looks, "{}", command.name);
    }
    for language in BOTH {
        let (folder, screen) = led(language);
        let before = files(&folder);
        let shelf = Arc::clone(screen.app.shelf());
        // An item without a position, an item that has one, a nomination.
        for at in ["c21:eg-itrs", "c21:27", "c21:nom/selim"] {
            for (first, names) in [("e", "form-"), ("o", "open-"), ("", "")] {
                let mut screen = Screen::new(Arc::clone(&shelf), language, Form::Visual, (140, 40));
                let reader = keeper(folder.path(), "hind").read_only(true);
                screen.app.keep_with(reader);
                go(&mut screen, at);
                screen.keys(first);
                let layer = screen.layer();
                let changes = COMMANDS.iter().filter(|command| command.changes());
                let is_here = |name: &str| match names {
                    "" => !name.starts_with("form-") && !name.starts_with("open-"),
                    names => name.starts_with(names),
                };
                for command in changes.filter(|command| is_here(command.name)) {
                    screen.keys(command.keys[0]);
                    let (name, said) = (command.name, screen.message());
                    assert!(said.contains("for reading only"), "{name} at {at}: {said}");
                    assert_eq!(screen.layer(), layer, "{name} at {at}");
                }
            }
        }
        assert_eq!(files(&folder), before);
        // What is there to look as well shows what there is, and says it where it comes to a change.
        let mut screen = Screen::new(shelf, language, Form::Visual, (140, 40));
        keeper(folder.path(), "omar").change(&agreed()).unwrap();
        screen
            .app
            .keep_with(keeper(folder.path(), "hind").read_only(true));
        go(&mut screen, "c21:27/position");
        for (keys, layer) in [
            ("e", "form"),
            ("enter", "field"),
            ("esc esc H", "past"),
            ("enter", ""),
        ] {
            screen.keys(keys);
            assert_eq!(screen.layer(), layer, "{keys}");
            let said = screen.message().contains("for reading only");
            assert_eq!(said, layer != "past", "{keys}: {}", screen.message());
        }
    }
}

/// That the position of item 27 is agreed.
fn agreed() -> Change {
    let at = FieldPath::root().key("items").id("27").key("position");
    Change {
        file: "c21.yaml".to_owned(),
        record: "c21:27/position".to_owned(),
        edits: vec![Edit::Set {
            at: at.key("status"),
            value: "agreed".into(),
        }],
        seen: Vec::new(),
    }
}
