//! A writer that is killed while it undoes, does again, makes a whole report, takes it away, or writes
//! the call in progress.

use std::env;
use std::fs;
use std::path::Path;

use majlis::library::keep::{Aside, Keeper, Means};

use super::{
    count_up, counted, hash, history, is_valid, killed, library, nothing_is_lost, start_as, told,
};
use crate::number;

/// The variable that gives a child its role: folder, first number.
const ROLE: &str = "MAJLIS_TURNER";

/// A new report.
fn report(id: &str) -> String {
    format!("report: {{id: {id}, kind: group-report, title: {{ar: تقرير, en: Report}}, src: s1}}\n")
}

/// Not a test by itself: the role of a child.
#[test]
fn turner() {
    let Ok(role) = env::var(ROLE) else { return };
    let (folder, first) = role.split_once('\n').unwrap();
    let keeper = Keeper::new(Path::new(folder), "hind", Means::Command).with_state(None);
    println!();
    for number in first.parse::<usize>().unwrap().. {
        let made = |line: majlis::library::keep::Line| println!("made {number} {}", line.id);
        made(keeper.change(&count_up("1", number)).unwrap().line);
        made(keeper.undo().unwrap().line);
        made(keeper.redo().unwrap().line);
        let live = Aside::Whole(format!("# {number}\n{}", "# a call\n".repeat(500)));
        keeper.aside("live.yaml", |_| live).unwrap();
        println!("live {number}");
        let id = format!("n{number}");
        let new = keeper.make_report(&format!("{id}.yaml"), &id, &report(&id));
        made(new.unwrap().line);
        made(keeper.undo().unwrap().line);
        made(keeper.redo().unwrap().line);
    }
}

#[test]
fn a_writer_that_is_killed_while_it_undoes_or_makes_a_whole_file_loses_nothing_either() {
    let library = library();
    let folder = library.path();
    let mut acknowledged = Vec::new();
    let mut last = 0;
    for _ in 0..number("MAJLIS_KILLS", 100).div_ceil(4) {
        let first = (last + 1).to_string();
        let role = [folder.to_str().unwrap(), &first];
        let said = killed(start_as("turning::turner", ROLE, &role));
        let text = is_valid(folder);
        // Killed while it was undone, the last one may be gone again.
        let told_last = said
            .lines()
            .filter_map(told)
            .map(|(number, _)| number)
            .next_back();
        let now = counted(&text, "1");
        assert!(
            now + 1 >= told_last.unwrap() && now <= told_last.unwrap() + 1,
            "{now} {said}"
        );
        last = now;
        // The file of the call is the last that was told of, or the one after it; whole.
        let live = said
            .lines()
            .filter_map(|line| line.strip_prefix("live "))
            .next_back();
        if let Some(live) = live {
            let live: usize = live.parse().unwrap();
            let stands = fs::read_to_string(folder.join("live.yaml")).unwrap();
            let of = |number: usize| format!("# {number}\n{}", "# a call\n".repeat(500));
            assert!(
                [of(live), of(live + 1)].contains(&stands),
                "{live}: {stands}"
            );
        }
        acknowledged.extend(said.lines().filter_map(told).map(|(_, id)| id));
    }
    nothing_is_lost(folder, &acknowledged);
    // Each new report is there, whole, or is not, as the history tells of it last.
    let lines = history(folder);
    let mut reports = 0;
    for number in 1..=last + 1 {
        let name = format!("n{number}.yaml");
        let told = lines.iter().rev().find(|line| line.file == name);
        let stands = fs::read_to_string(folder.join(&name)).ok();
        let after = told.map(|line| line.after.clone()).unwrap_or_default();
        let is_there = !after.is_empty();
        assert_eq!(stands.is_some(), is_there, "{name}");
        if let Some(stands) = stands {
            assert_eq!(
                (stands.as_str(), after),
                (report(&format!("n{number}")).as_str(), hash(&stands))
            );
            reports += 1;
        }
    }
    assert!(reports > 0);
}
