//! A writer that is killed while it undoes, does again, makes a whole report, takes it away, or writes
//! the call in progress.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;

use majlis::library::keep::{Aside, Keeper, Line, Means};

use super::{
    count_up, counted, hash, history, is_valid, killed, library, nothing_is_lost, start_as, told,
};
use crate::number;

/// The variable that gives a child its role: folder, which start it is, first number.
const ROLE: &str = "MAJLIS_TURNER";

/// The call in progress, as a child writes it: longer than what is written at once.
fn call(number: usize) -> String {
    format!("# {number}\n{}", "# a call\n".repeat(500))
}

/// A new report.
fn report(id: &str) -> String {
    format!("report: {{id: {id}, kind: group-report, title: {{ar: تقرير, en: Report}}, src: s1}}\n")
}

/// Not a test by itself: the role of a child.
#[test]
fn turner() {
    let Ok(role) = env::var(ROLE) else { return };
    let [folder, start, first] = role.split('\n').collect::<Vec<_>>()[..] else {
        panic!("{role}")
    };
    let keeper = Keeper::new(Path::new(folder), "hind", Means::Command).with_state(None);
    println!();
    let mut number: usize = first.parse().unwrap();
    // Each start begins with another thing, so that each is being done when the child is killed.
    for turn in start.parse::<usize>().unwrap().. {
        let made = |line: Line| println!("made {number} {}", line.id);
        match turn % 3 {
            0 => made(keeper.change(&count_up("1", number)).unwrap().line),
            1 => {
                let id = format!("n{start}-{turn}");
                let new = keeper.make_report(&format!("{id}.yaml"), &id, &report(&id));
                made(new.unwrap().line);
            }
            _ => {
                let whole = Aside::Whole(call(number));
                keeper.aside("live.yaml", |_| whole).unwrap();
                println!("live {number}");
                continue;
            }
        }
        made(keeper.undo().unwrap().line);
        made(keeper.redo().unwrap().line);
        number += usize::from(turn % 3 == 0);
    }
}

#[test]
fn a_writer_that_is_killed_while_it_undoes_or_makes_a_whole_file_loses_nothing_either() {
    let library = library();
    let folder = library.path();
    let mut acknowledged = Vec::new();
    let mut last = 0;
    for start in 0..number("MAJLIS_KILLS", 100).div_ceil(4) {
        let first = (last + 1).to_string();
        let role = [folder.to_str().unwrap(), &start.to_string(), &first];
        let said = killed(start_as("turning::turner", ROLE, &role));
        let text = is_valid(folder);
        // The last one may be there without having been told of, or gone again, being undone.
        let told_last = said.lines().filter_map(told).next_back().unwrap().0;
        last = counted(&text, "1");
        assert!(last.abs_diff(told_last) <= 1, "{last} {said}");
        // The file of the call is the last that was told of, or the one after it; whole.
        let mut live = said.lines().filter_map(|line| line.strip_prefix("live "));
        if let Some(live) = live.next_back() {
            let live: usize = live.parse().unwrap();
            let stands = fs::read_to_string(folder.join("live.yaml")).unwrap();
            assert!(
                [call(live), call(live + 1)].contains(&stands),
                "{live}: {stands}"
            );
        }
        acknowledged.extend(said.lines().filter_map(told).map(|(_, id)| id));
    }
    nothing_is_lost(folder, &acknowledged);
    // Each new report is there, whole, or is not, as the history tells of it last.
    let mut told_last: BTreeMap<String, Line> = BTreeMap::new();
    for line in history(folder) {
        told_last.insert(line.file.clone(), line);
    }
    let new = told_last.iter().filter(|(name, _)| name.starts_with('n'));
    let (mut there, mut gone) = (0, 0);
    for (name, line) in new {
        match fs::read_to_string(folder.join(name)) {
            Ok(stands) => {
                assert_eq!(stands, report(name.strip_suffix(".yaml").unwrap()));
                assert_eq!(line.after, hash(&stands), "{name}");
                there += 1;
            }
            Err(_) => {
                assert_eq!(line.after, "", "{name}");
                gone += 1;
            }
        }
    }
    let all = fs::read_dir(folder).unwrap();
    let names = all.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.starts_with('n')).count(), there);
    println!("{there} new reports are there, {gone} were taken away");
    assert!(there + gone > 0);
}
