//! Changing records in a terminal: what is in the file afterwards.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::{assert_ours, majlis_program::Folder, open_with, quit};

const REPORT: &str = "\
report: {id: m, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"1\"
    number: [\"1\"]
    title: {ar: المصباح, en: Lamp}
    position:
      stance: support # as agreed in Cairo
      status: draft
      text:
        ar: يبقى المصباح
        en: |
          The lamp stays.
";

#[test]
fn a_key_changes_the_file_and_another_changes_it_back() {
    let folder = Folder::with_registry();
    let path = folder.put("m.yaml", REPORT);
    let arguments = ["--library", folder.name(), "--lang", "en", "--as", "hind"];
    let mut pty = open_with((24, 80), &arguments, &[]);
    pty.send("A");
    pty.wait_text("agreed (was: draft)");
    let agreed = REPORT.replace("status: draft", "status: agreed");
    assert_eq!(fs::read_to_string(&path).unwrap(), agreed);
    pty.send("u");
    pty.wait_text("Undone");
    assert_eq!(fs::read_to_string(&path).unwrap(), REPORT);
    quit(pty);
}

#[test]
fn a_wording_is_opened_in_the_persons_own_editor() {
    let folder = Folder::with_registry();
    let path = folder.put("m.yaml", REPORT);
    // It needs the terminal as a shell has it.
    let editor = folder.put(
        "editor",
        "#!/bin/sh\nstty -a | grep -q ' icanon' || exit 1\nprintf 'كل مصباح\\nEach lamp' > \"$1\"\n",
    );
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let arguments = ["--library", folder.name(), "--lang", "en"];
    let editor = [("VISUAL", editor.to_str().unwrap())];
    let mut pty = open_with((24, 80), &arguments, &editor);
    // The position of the item in hand.
    pty.send("2e");
    pty.wait_text("Wording (en)");
    pty.send("e");
    pty.wait_text("Each lamp");
    assert_ours(&pty);
    // The screen shows it at once; what it was is told when it is in the file.
    pty.wait_text("(was:");
    let text = "        en: |\n          كل مصباح\n          Each lamp\n";
    let kept = fs::read_to_string(&path).unwrap();
    assert!(kept.ends_with(text), "{kept}");
    assert!(kept.contains("support # as agreed in Cairo"), "{kept}");
    pty.send("q");
    pty.wait_text("1 Agenda items");
    quit(pty);
}

#[test]
fn with_read_only_an_attempt_says_why_not() {
    let folder = Folder::with_registry();
    let path = folder.put("m.yaml", REPORT);
    let arguments = ["--library", folder.name(), "--lang", "en", "--read-only"];
    let mut pty = open_with((24, 80), &arguments, &[]);
    pty.send("A");
    pty.wait_text("reading");
    assert_eq!(fs::read_to_string(&path).unwrap(), REPORT);
    quit(pty);
}
