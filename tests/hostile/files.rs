//! Files that are no reports.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::majlis_program::{Folder, run};
use super::{ask, problems, see, told};

#[test]
fn garbage_text() {
    let folder = Folder::good();
    folder.put("bad.yaml", "}{][ %%% @@@ \n\t- : :\n\"\n");
    told(&folder, "bad.yaml", "closing bracket");
}

#[test]
fn text_that_is_yaml_and_no_report() {
    let folder = Folder::good();
    folder.put("bad.yaml", "just a sentence\n");
    told(&folder, "bad.yaml", "just a sentence");
}

#[test]
fn binary() {
    let folder = Folder::good();
    folder.put("bad.yaml", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe");
    told(&folder, "bad.yaml", "not text in UTF-8");
    folder.put("bad.yaml", b"report:\n  id: \xe9t\xe9\n");
    told(&folder, "bad.yaml", "bad.yaml:2:7");
}

#[test]
fn an_empty_file() {
    let folder = Folder::good();
    folder.put("bad.yaml", "");
    told(&folder, "bad.yaml", "holds nothing");
}

#[test]
fn a_hundred_megabytes() {
    let folder = Folder::good();
    let path = folder.put("bad.yaml", "report:\n");
    fs::File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_len(100 << 20)
        .unwrap();
    told(&folder, "bad.yaml", "100 MiB");
}

#[test]
fn one_line_of_megabytes() {
    let folder = Folder::good();
    folder.put("bad.yaml", format!("report: [{}\n", "a".repeat(4 << 20)));
    told(&folder, "bad.yaml", "before a bracket");
    // The line is not shown: nobody would read it.
    let ran = run(&["find", "lighthouses", "--library", folder.name()]);
    assert!(ran.error.len() < 1000);
}

#[test]
fn an_alias_bomb() {
    let folder = Folder::good();
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let below = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("a{level}: &a{level} [{below}]\n");
    }
    folder.put("bad.yaml", bomb);
    told(&folder, "bad.yaml", "anchors and aliases");
}

#[test]
fn ten_thousand_nested_lists() {
    for nested in [
        "[".repeat(10_000),
        "- ".repeat(10_000),
        "{a: ".repeat(10_000),
        "? ".repeat(10_000),
    ] {
        let folder = Folder::good();
        folder.put(
            "bad.yaml",
            format!("report: {{id: bad}}\nitems:\n  {nested}\n"),
        );
        let ran = ask(&folder);
        let (said, count) = problems(&ran);
        assert_eq!((said.len(), count), (1, 1), "{said:?}");
        assert!(said[0].contains("bad.yaml:3:"), "{said:?}");
        see(&folder, 1, "bad.yaml");
    }
}

#[test]
fn a_folder_a_pipe_and_links_to_nowhere() {
    let folder = Folder::good();
    fs::create_dir(folder.path().join("folder.yaml")).unwrap();
    let pipe = folder.path().join("pipe.yaml");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    symlink("nowhere.yaml", folder.path().join("dangling.yaml")).unwrap();
    symlink("loop.yaml", folder.path().join("loop.yaml")).unwrap();
    symlink("/dev/zero", folder.path().join("zero.yaml")).unwrap();
    let ran = ask(&folder);
    for (file, says) in [
        ("dangling.yaml", "link"),
        ("folder.yaml", "folder"),
        ("loop.yaml", "link"),
        ("pipe.yaml", "pipe or device"),
        ("zero.yaml", "pipe or device"),
    ] {
        let told = ran.error.lines().find(|line| line.contains(file)).unwrap();
        let (_, what) = told.split_once(".yaml: ").unwrap();
        assert!(what.contains(says), "{told}");
    }
    see(&folder, 5, "zero.yaml");
    assert_eq!(ran.error.lines().count(), 5);
    // Nor does `check` wait for the pipe or read the device to its end.
    assert_eq!(run(&["check", folder.name()]).code, 1);
}

#[test]
fn a_link_to_a_report_elsewhere_is_followed() {
    let (folder, elsewhere) = (Folder::with_registry(), Folder::good());
    symlink(
        elsewhere.path().join("good.yaml"),
        folder.path().join("a.yaml"),
    )
    .unwrap();
    assert_eq!(ask(&folder).error, "");
}

#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::good();
    let path = folder.put("bad.yaml", "");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // Root may read it all the same, and then it is an empty file.
    let says = match fs::read(&path) {
        Ok(_) => "holds nothing",
        Err(_) => "no permission to read it",
    };
    told(&folder, "bad.yaml", says);
}

#[test]
fn a_library_that_is_a_pipe_or_a_loop_of_links() {
    let folder = Folder::new();
    let pipe = folder.path().join("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let turn = folder.path().join("loop");
    symlink(&turn, &turn).unwrap();
    for library in [pipe, turn] {
        let ran = run(&["list", "--library", library.to_str().unwrap()]);
        assert_eq!(
            (ran.code, ran.out.as_str(), ran.error.lines().count()),
            (2, "", 1),
            "{ran:?}"
        );
    }
}

#[test]
fn a_configuration_that_is_a_pipe_is_passed_over() {
    use super::majlis_program::run_in;
    let folder = Folder::new();
    let place = folder.put("majlis/x", "");
    let pipe = place.with_file_name("config.yaml");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let ran = run_in(&["--version"], &[("XDG_CONFIG_HOME", folder.name())]);
    assert_eq!(ran.code, 0);
    assert!(ran.error.contains("not a regular file"), "{ran:?}");
}
