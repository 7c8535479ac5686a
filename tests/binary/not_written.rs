//! What cannot be written from the screen: it is said why, what was typed is still there, and a copy of
//! it lies in the state folder. The program runs as one whom the system can refuse something.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::PathBuf;

use super::majlis_program::{Folder, MAJLIS, REGISTRY};
use super::pty::Pty;
use super::{quit, with};

/// A user without any right, where the tests are run by root, whom nothing stops.
const NOBODY: [&str; 3] = ["--reuid=65534", "--regid=65534", "--clear-groups"];

const REPORT: &str = "\
report: {id: m, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"1\"
    number: [\"1\"]
    title: {ar: المصباح, en: Lamp}
    position:
      stance: support
      status: draft
      text: {ar: يبقى المصباح, en: The lamp stays.}
";

/// The library and the state of a person, with the program beside them, where anybody can run it.
struct Place(Folder);

impl Place {
    fn new() -> Self {
        let folder = Folder::new();
        folder.put("lib/m.yaml", REPORT);
        folder.put("lib/registry.yaml", REGISTRY);
        fs::create_dir(folder.path().join("state")).unwrap();
        let place = Self(folder);
        fs::copy(MAJLIS, place.path("majlis")).unwrap();
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

    fn open(&self) -> Pty {
        let (program, library) = (self.path("majlis"), self.path("lib"));
        let (program, library) = (program.to_str().unwrap(), library.to_str().unwrap());
        let own = ["--library", library, "--lang", "en", "--as", "hind"];
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

#[test]
fn in_a_folder_that_may_only_be_read() {
    let place = Place::new();
    place.mode("lib", 0o555);
    place.mode("lib/m.yaml", 0o444);
    let mut pty = place.open();
    // Whatever is tried is said not to be possible, and why; all can be seen.
    let why = "ou may not write in this folder";
    for keys in ["A", "D", "cc"] {
        pty.send(keys);
        pty.wait_text(why);
        assert_eq!(
            fs::read_to_string(place.path("lib/m.yaml")).unwrap(),
            REPORT
        );
        pty.send("k");
        pty.wait_screen("the message gone", |screen| {
            !screen.contents().contains(why)
        });
    }
    let known = place.copies();
    type_more(&mut pty);
    pty.send("\x13");
    pty.wait_text(why);
    assert!(place.copy_since(&known).contains("The lamp stays. MORE"));
    place.mode("lib", 0o777);
    place.mode("lib/m.yaml", 0o666);
    save_again(&mut pty, &place);
    pty.send("q");
    quit(pty);
}
