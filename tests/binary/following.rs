//! What another process changes is on the screen without a key.

use std::fs;

use super::majlis_program::{Folder, run};
use super::{open_with, quit};

const REPORT: &str = "\
report: {id: good, kind: group-report, title: {en: Report}}
items:
  - id: \"7\"
    number: [\"7\"]
    title: {en: Upkeep of lighthouses}
    position:
      stance: support
      status: draft
      text: {en: We keep them lit}
";

#[test]
fn another_process_changes_a_file_and_the_screen_shows_it() {
    let folder = Folder::with_registry();
    folder.put("good.yaml", REPORT);
    let mut pty = open_with((24, 80), &["--library", folder.name()], &[]);
    pty.wait_text("Upkeep of lighthouses");
    let set = run(&[
        "--library",
        folder.name(),
        "set",
        "good:7",
        "title.en=Upkeep of beacons",
    ]);
    assert_eq!(set.code, 0, "{}", set.error);
    pty.wait_text("Upkeep of beacons");
    pty.wait_text("just changed");
    // It becomes wrong: what was there stays, and it is said.
    folder.put("good.yaml", "report: {id: good");
    pty.wait_text("1 problem");
    assert!(pty.screen().contents().contains("Upkeep of beacons"));
    quit(pty);
}

#[test]
fn a_call_of_one_process_moves_the_screen_of_another() {
    let folder = Folder::with_registry();
    let second = "  - {id: \"8\", number: [\"8\"], title: {en: Painting of buoys}}\n";
    folder.put("good.yaml", format!("{REPORT}{second}"));
    let arguments = ["--library", folder.name()];
    let mut follows = open_with((24, 80), &arguments, &[]);
    let mut leads = open_with((24, 80), &arguments, &[("USER", "hind")]);
    leads.send("cc");
    leads.wait_text("no item in hand");
    follows.wait_text("no item in hand");
    leads.send("jt");
    follows.wait_text("● 8 Painting of buoys");
    follows.wait_screen("item 8 in hand", |screen| screen.contents().contains("▸8 "));
    // The time runs by itself.
    follows.wait_text("0:02");
    leads.send("cx");
    leads.wait_text("End the call");
    leads.send("\r");
    leads.wait_text("The call is closed; majlis minutes");
    follows.wait_screen("no bar", |screen| !screen.contents().contains("● 8"));
    assert!(!folder.path().join("live.yaml").exists());
    let text = fs::read_to_string(folder.path().join("good.yaml")).unwrap();
    assert!(
        text.contains("meetings:") && text.contains("taken_up:"),
        "{text}"
    );
    quit(leads);
    quit(follows);
}
