//! Two processes that write to the same field: of two that saw the same, one is asked.

use std::env;
use std::fs;
use std::path::Path;

use majlis::library::edit::{self, Edit};
use majlis::library::keep::{Change, Deed, KeepError, Keeper, Line, Means, Seen};

use super::{edit_again, hash, history, is_valid, library, start_as, title, told};
use crate::{REPORT, number};

/// The variable that gives a child its role: folder, name, how many changes.
const ROLE: &str = "MAJLIS_RACER";

/// What stands in the field.
fn stands(text: &str) -> String {
    let value = edit::value(text, &title("1")).unwrap().unwrap();
    value.as_str().unwrap().to_owned()
}

/// The number with which it begins.
fn begins(text: &str) -> usize {
    text.split(' ').next().unwrap().parse().unwrap()
}

/// Not a test by itself: the role of a child. It counts on from what it reads, and signs.
#[test]
fn racer() {
    let Ok(role) = env::var(ROLE) else { return };
    let [folder, who, count] = role.split('\n').collect::<Vec<_>>()[..] else {
        panic!("{role}")
    };
    let folder = Path::new(folder);
    let keeper = Keeper::new(folder, who, Means::Command).with_state(None);
    println!();
    let mut left: usize = count.parse().unwrap();
    while left > 0 {
        let seen = stands(&fs::read_to_string(folder.join("a.yaml")).unwrap());
        let number = begins(&seen) + 1;
        let becomes = format!("{number} {who}");
        let change = Change {
            file: "a.yaml".to_owned(),
            record: "a:1".to_owned(),
            edits: vec![Edit::Set {
                at: title("1"),
                value: becomes.clone().into(),
            }],
            seen: vec![Seen {
                at: title("1"),
                value: Some(seen.into()),
            }],
        };
        match keeper.change(&change) {
            Ok(done) => {
                println!("made {number} {}", done.line.id);
                left -= 1;
            }
            Err(KeepError::Conflict(_)) => println!("lost {becomes}"),
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[test]
fn of_two_processes_that_write_one_field_each_time_one_is_asked_and_no_text_is_lost() {
    let library = library();
    let folder = library.path();
    let count = number("MAJLIS_CHANGES", 1500) / 10;
    let role = [folder.to_str().unwrap(), "", &count.to_string()];
    let children =
        ["hind", "omar"].map(|who| start_as("one_field::racer", ROLE, &[role[0], who, role[2]]));
    let (mut made, mut lost) = (Vec::new(), Vec::new());
    for child in children {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{said}");
        made.extend(said.lines().filter_map(told).map(|(_, id)| id));
        let own = said.lines().filter_map(|line| line.strip_prefix("lost "));
        lost.extend(own.map(str::to_owned));
    }
    let text = is_valid(folder);
    // Each counted on from what the one before had left: none was written over.
    assert_eq!(begins(&stands(&text)), 2 * count);
    let lines = history(folder);
    let (refused, written): (Vec<Line>, Vec<Line>) = lines
        .into_iter()
        .partition(|line| line.what == Deed::Conflict);
    let mut replayed = REPORT.to_owned();
    for (line, number) in written.iter().zip(1..) {
        assert_eq!(line.before, hash(&replayed));
        replayed = edit_again(&replayed, line);
        assert_eq!(stands(&replayed), format!("{number} {}", line.who));
    }
    assert_eq!(replayed, text);
    made.sort();
    let ids: Vec<&str> = written.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(made, ids);
    // What was not written is in the history, with who wanted it, and what stood there instead.
    let mut kept: Vec<String> = Vec::new();
    for line in &refused {
        let field = &line.fields[0];
        let text = |value: &Option<serde_yaml::Value>| {
            value.as_ref().unwrap().as_str().unwrap().to_owned()
        };
        let [base, theirs, yours] = [&field.base, &field.was, &field.became].map(text);
        assert!(yours.ends_with(&line.who), "{yours}");
        assert!(begins(&theirs) > begins(&base) && begins(&yours) == begins(&base) + 1);
        kept.push(yours);
    }
    kept.sort();
    lost.sort();
    assert_eq!(kept, lost);
    // Both were at it at the same time.
    assert!(!lost.is_empty());
}
