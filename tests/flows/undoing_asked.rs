//! What is asked before something is undone, and what becomes of the answer.

use std::fs;

use crate::desk::{BOTH, another, desk, file, go, value};

/// A question that was answered is answered, though another program has put back meanwhile what stood
/// in the way.
#[test]
fn what_one_left_as_it_is_is_not_undone_next() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:37/position");
        screen.keys("M");
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        let path = folder.path().join("c21.yaml");
        let agreed = file(&folder, "c21.yaml");
        another(&folder, &["status"], "withdrawn");
        let history = fs::read_dir(folder.path().join("history")).unwrap();
        let lines = history.map(|entry| entry.unwrap().path());
        let mut lines = lines.filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
        let lines = lines.next().unwrap();
        // It was another program that did that, and has no history.
        let told = fs::read_to_string(&lines).unwrap();
        let own = told.lines().filter(|line| !line.contains("\"omar\""));
        fs::write(
            &lines,
            own.map(|line| format!("{line}\n")).collect::<String>(),
        )
        .unwrap();
        screen.keys("u");
        assert_eq!(screen.layer(), "clash", "{}", screen.message());
        fs::write(&path, agreed).unwrap();
        screen.keys("enter");
        let of = |item: &str| value(&folder, &format!("items [{item}] position status"));
        assert_eq!((of("27"), of("37")), ("agreed".into(), "delivered".into()));
        screen.keys("u");
        assert_eq!((of("27"), of("37")), ("agreed".into(), "agreed".into()));
    }
}
