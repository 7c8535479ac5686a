//! What cannot be written from the screen: it is said why, what was typed is still there, and a copy of
//! it lies in the state folder. The program runs as one whom the system can refuse something.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::PathBuf;
use std::process::Command;

use majlis::app::command::{COMMANDS, Context};
use majlis::report::Language;
use majlis::script::{Direction, Form, visual};
use majlis::words::{change, ui};

use super::lamp::LAMP;
use super::majlis_program::{Folder, MAJLIS, REGISTRY, run};
use super::pty::Pty;
use super::{quit, row, with};

/// A user without any right, where the tests are run by root, whom nothing stops.
const NOBODY: [&str; 3] = ["--reuid=65534", "--regid=65534", "--clear-groups"];

/// The library and the state of a person, with the program beside them, where anybody can run it.
struct Place(Folder);

impl Place {
    fn new() -> Self {
        let folder = Folder::new();
        folder.put("lib/m.yaml", LAMP);
        folder.put("lib/registry.yaml", REGISTRY);
        fs::create_dir(folder.path().join("state")).unwrap();
        let place = Self(folder);
        // By a program of its own: while this one has it open to write, another test may fork, and what a
        // child has open cannot be run.
        let mut copy = Command::new("cp");
        copy.arg(MAJLIS).arg(place.path("majlis"));
        assert!(copy.status().unwrap().success());
        for (name, mode) in [
            ("", 0o755),
            ("lib", 0o777),
            ("lib/m.yaml", 0o666),
            ("state", 0o777),
        ] {
            place.mode(name, mode);
        }
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn mode(&self, name: &str, mode: u32) {
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Takes away the permission to write anything in the library, or gives it.
    fn may_be_written(&self, may: bool) {
        let (folder, file) = if may { (0o777, 0o666) } else { (0o555, 0o444) };
        for name in ["lib", "lib/history"] {
            if !self.path(name).exists() {
                continue;
            }
            for entry in fs::read_dir(self.path(name)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    fs::set_permissions(path, fs::Permissions::from_mode(file)).unwrap();
                }
            }
            self.mode(name, folder);
        }
    }

    fn open(&self) -> Pty {
        self.open_in("en")
    }

    fn open_in(&self, language: &str) -> Pty {
        let (program, library) = (self.path("majlis"), self.path("lib"));
        let (program, library) = (program.to_str().unwrap(), library.to_str().unwrap());
        let own = ["--library", library, "--lang", language, "--as", "hind"];
        let state = self.path("state");
        let environment = with(&[("XDG_STATE_HOME", state.to_str().unwrap())]);
        let is_root = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
        let mut pty = match is_root {
            true => {
                let all = [&NOBODY[..], &[program], &own].concat();
                Pty::spawn((24, 80), "setpriv", &all, &environment)
            }
            false => Pty::spawn((24, 80), program, &own, &environment),
        };
        pty.wait_for("\x1b[?2026l");
        pty
    }

    /// The copies in the state folder.
    fn copies(&self) -> Vec<PathBuf> {
        let copies = fs::read_dir(self.path("state/majlis/unsaved"));
        let copies = copies.into_iter().flatten();
        copies.map(|entry| entry.unwrap().path()).collect()
    }

    /// The only copy that came to the state folder since.
    fn copy_since(&self, known: &[PathBuf]) -> String {
        let mut copies = self.copies();
        copies.retain(|copy| !known.contains(copy));
        let [copy] = copies.as_slice() else {
            panic!("{copies:?}")
        };
        fs::read_to_string(copy).unwrap()
    }
}

/// Opens the wording of the position, and types something more.
fn type_more(pty: &mut Pty) {
    pty.send("2e");
    pty.wait_text("Wording (en)");
    pty.send("\r");
    pty.wait_screen("the cursor in the field", |screen| !screen.hide_cursor());
    pty.send(" MORE");
    pty.wait_text("MORE");
}

/// What was typed is still there: it is saved once nothing stands in the way, as soon as the screen has
/// heard of that.
fn save_again(pty: &mut Pty, place: &Place) {
    pty.wait_text("MORE");
    for _ in 0..500 {
        pty.send("\x13");
        pty.wait_for("\x1b[?2026l");
        if pty.screen().hide_cursor() {
            break;
        }
    }
    pty.wait_screen("the field closed", vt100::Screen::hide_cursor);
    let path = place.path("lib/m.yaml");
    pty.wait_screen("the text in the file", |_| {
        fs::read_to_string(&path).is_ok_and(|text| text.contains("MORE"))
    });
}

/// The permission goes while one types: what was typed is still there, and a copy of it too.
#[test]
fn in_a_folder_that_may_only_be_read() {
    let place = Place::new();
    let mut pty = place.open();
    let known = place.copies();
    type_more(&mut pty);
    place.may_be_written(false);
    pty.send("\x13");
    pty.wait_text("ou may not write in this folder");
    assert!(place.copy_since(&known).contains("The lamp stays. MORE"));
    place.may_be_written(true);
    save_again(&mut pty, &place);
    pty.send("q");
    quit(pty);
}

/// A text as it is painted.
fn painted(text: &str) -> String {
    visual(text, Direction::Auto, Form::Visual)
}

/// From the first frame on it is said that nothing can be written; everything can be seen, and each key that
/// would change something says why it does not.
#[test]
fn where_nothing_may_be_written_all_is_seen_and_each_change_says_why_not() {
    for (code, language, why, title) in [
        (
            "en",
            Language::English,
            "You may not write in this folder",
            "Beacon",
        ),
        (
            "ar",
            Language::Arabic,
            "لا تملك صلاحية الكتابة في هذا المجلد",
            "المصباح",
        ),
    ] {
        let (why, title) = (painted(why), painted(title));
        let sign = painted(ui::READ_ONLY.get(language));
        let now = painted(change::MAY_NOW.get(language));
        let place = Place::new();
        let library = place.path("lib");
        let library = library.to_str().unwrap();
        // There is a past to look at.
        let told = ["--as", "omar", "set", "m:1", "title.en=Beacon"];
        let ran = run(&[&["--library", library][..], &told].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        place.may_be_written(false);
        let before = fs::read_to_string(place.path("lib/m.yaml")).unwrap();
        let mut pty = place.open_in(code);
        assert!(row(&pty, 0).contains(&sign), "{}", row(&pty, 0));
        let gone = |pty: &mut Pty| {
            pty.send("g");
            pty.wait_screen("the message gone", |screen| {
                !screen.contents().contains(&why)
            });
        };
        let is_here = |name: &str| !name.starts_with("form-") && !name.starts_with("open-");
        let mut refused = Vec::new();
        for command in COMMANDS {
            if command.changes() && is_here(command.name) && command.when.holds(Context::List) {
                pty.send(&command.keys[0].replace(' ', ""));
                pty.wait_text(&why);
                gone(&mut pty);
                refused.push(command.name);
            }
        }
        for name in ["agree", "remove", "undo-change", "quick-task", "quick-add"] {
            assert!(refused.contains(&name), "{name} is not among {refused:?}");
        }
        // The form shows all there is, and nothing in it can be changed.
        pty.send("2e");
        pty.wait_text(&why);
        pty.wait_text(&painted("The lamp stays."));
        pty.send("j\r");
        pty.wait_text(&why);
        // A field is opened to be read.
        pty.wait_screen("the cursor in the field", |screen| !screen.hide_cursor());
        pty.send("\x1b[D");
        pty.wait_screen("the message gone", |screen| {
            !screen.contents().contains(&why)
        });
        pty.send("x");
        pty.wait_text(&why);
        pty.send("\x1b");
        pty.wait_screen("the field closed", |screen| {
            !screen.contents().contains(&why) && screen.hide_cursor()
        });
        pty.send("q");
        // The history of the item, what is open, the reading view, the search, the detail.
        for (keys, seen, back) in [
            ("1H", "omar", "\x1b"),
            (
                "o",
                painted(if code == "en" {
                    "Drafts"
                } else {
                    "المسودات"
                })
                .as_str(),
                "\x1b",
            ),
            (
                "2R",
                painted(if code == "en" {
                    "The lamp stays."
                } else {
                    "يبقى المصباح"
                })
                .as_str(),
                "\x1b",
            ),
            ("/lamp", title.as_str(), "\x1b\x1b"),
            ("1\r", title.as_str(), "\x1b"),
        ] {
            pty.send(keys);
            pty.wait_text(seen);
            pty.send(back);
            pty.wait_screen("the board", |screen| screen.contents().contains(&sign));
        }
        assert_eq!(
            fs::read_to_string(place.path("lib/m.yaml")).unwrap(),
            before
        );
        // Once permission is given, the screen hears of it, and the next attempt is made.
        place.may_be_written(true);
        pty.wait_screen("the sign gone", |screen| !screen.contents().contains(&sign));
        pty.send("2A");
        let file = place.path("lib/m.yaml");
        let is_agreed =
            || fs::read_to_string(&file).is_ok_and(|text| text.contains("status: agreed"));
        // A key that came before it was heard says that it can be pressed again.
        pty.wait_screen("the position agreed, or that it can be", |screen| {
            is_agreed() || screen.contents().contains(&now)
        });
        if !is_agreed() {
            pty.send("A");
        }
        pty.wait_screen("the position agreed", |screen| {
            !screen.contents().contains(&sign) && is_agreed()
        });
        place.may_be_written(false);
        pty.send("D");
        pty.wait_text(&why);
        pty.wait_text(&sign);
        quit(pty);
        place.may_be_written(true);
    }
}

/// One file that may only be read: that is said of this file, and the others are changed.
#[test]
fn a_file_that_may_only_be_read_is_named() {
    let place = Place::new();
    place.mode("lib/m.yaml", 0o444);
    let mut pty = place.open();
    assert!(!row(&pty, 0).contains("read only"), "{}", row(&pty, 0));
    let why = "You may not write to m.yaml";
    for keys in ["A", "2e", "\r"] {
        pty.send(keys);
        pty.wait_text(why);
        // In a field, which is opened to be read, a letter would say so again.
        pty.send("\x1b[B");
        pty.wait_screen("the message gone", |screen| {
            !screen.contents().contains(why)
        });
    }
    pty.send("x");
    pty.wait_text(why);
    pty.send("\x1b");
    pty.wait_screen("the field closed", vt100::Screen::hide_cursor);
    pty.send("q");
    quit(pty);
}

/// The permission to read a report goes while it is open: what was read of it stays, with the reason, until it
/// may be read again.
#[test]
fn a_report_that_may_not_be_read_any_more_stays_as_it_was() {
    let place = Place::new();
    let mut pty = place.open();
    pty.wait_text("Lamp");
    place.mode("lib/m.yaml", 0o000);
    pty.wait_text("1 problem");
    pty.wait_text("Lamp");
    pty.send("!");
    pty.wait_text("no permission to read it");
    pty.send("\x1b");
    place.mode("lib/m.yaml", 0o666);
    pty.wait_screen("no problem", |screen| {
        let shown = screen.contents();
        !shown.contains("problem") && shown.contains("Lamp")
    });
    quit(pty);
}
