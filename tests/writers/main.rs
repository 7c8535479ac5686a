//! Two real processes that write to one file, and writers that are killed at any moment.
//!
//! A child is this program again, with its role in the environment: `MAJLIS_WRITER`. How much is
//! done can be set: `MAJLIS_CHANGES` (a child, 1500 where nothing is said) and `MAJLIS_KILLS` (100; a
//! quarter as many of the program itself).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod one_field;
mod turning;

use std::collections::HashSet;
use std::env;
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use majlis::library::check;
use majlis::library::edit::{self, Edit, FieldPath};
use majlis::library::keep::{Change, Deed, History, Keeper, Line, Means, Seen};
use xxhash_rust::xxh3::xxh3_128;

/// The variable that gives a child its role: folder, name, item, first number, how many changes,
/// and whether it also undoes some and does them again.
const ROLE: &str = "MAJLIS_WRITER";

const REPORT: &str = "\
# Written by a person, and by two programs at once.
report: {id: a, kind: group-report, title: {ar: تقرير, en: Report}, src: s1}
items:
  - id: \"1\" # of the first
    title: {ar: منارات, en: \"0\"}
    src: s1/p1

  - id: \"2\"
    title:
      ar: سفن
      en: \"0\" # of the second
    src: s1/p2
  - id: \"3\"
    title: {ar: موانئ, en: Harbours}
    src: s1/p3
";

const REGISTRY: &str = "bodies: []\n";

fn library() -> tempfile::TempDir {
    // In memory where the machine has such a disk: what is tested are processes, not the disk.
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
    let folder = folder.unwrap();
    fs::write(folder.path().join("a.yaml"), REPORT).unwrap();
    fs::write(folder.path().join("registry.yaml"), REGISTRY).unwrap();
    folder
}

fn number(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |said| said.parse().unwrap())
}

/// The English title of an item, which its writer counts up.
fn title(item: &str) -> FieldPath {
    FieldPath::root()
        .key("items")
        .id(item)
        .key("title")
        .key("en")
}

fn counted(text: &str, item: &str) -> usize {
    let value = edit::value(text, &title(item)).unwrap().unwrap();
    value.as_str().unwrap().parse().unwrap()
}

/// Counts the title of an item up by one, having seen the number before.
fn count_up(item: &str, to: usize) -> Change {
    Change {
        file: "a.yaml".to_owned(),
        record: format!("a:{item}"),
        edits: vec![Edit::Set {
            at: title(item),
            value: to.to_string().into(),
        }],
        seen: vec![Seen {
            at: title(item),
            value: Some((to - 1).to_string().into()),
        }],
    }
}

/// Adds a recommendation to the item that both write to.
fn recommend(who: &str, nth: usize) -> Change {
    let yaml = format!("{{id: 3/r1, text: {{ar: {who}, en: {who} {nth}}}, src: s1}}");
    Change {
        file: "a.yaml".to_owned(),
        record: "a:3/r1".to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root()
                .key("items")
                .id("3")
                .key("recommendations"),
            before: None,
            value: serde_yaml::from_str(&yaml).unwrap(),
        }],
        seen: Vec::new(),
    }
}

/// Not a test by itself: the role of a child. Each change that was made is told on a line.
#[test]
fn child() {
    let Ok(role) = env::var(ROLE) else { return };
    let [folder, who, item, first, count, turns] = role.split('\n').collect::<Vec<_>>()[..] else {
        panic!("{role}")
    };
    let (first, count): (usize, usize) = (first.parse().unwrap(), count.parse().unwrap());
    let keeper = Keeper::new(Path::new(folder), who, Means::Command).with_state(None);
    println!();
    let made = |line: Line, number| println!("made {number} {}", line.id);
    for number in first..first + count {
        made(keeper.change(&count_up(item, number)).unwrap().line, number);
        if number % 50 == 0 {
            made(keeper.change(&recommend(who, number)).unwrap().line, number);
        }
        if turns == "true" && number % 70 == 0 {
            made(keeper.undo().unwrap().line, number);
            made(keeper.redo().unwrap().line, number);
        }
    }
}

/// Starts this program again as the test of this name, in a role of its own.
fn start_as(test: &str, variable: &str, role: &[&str]) -> Child {
    Command::new(env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(variable, role.join("\n"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Starts a child that counts from a number on.
fn start(folder: &Path, who: &str, item: &str, first: usize, count: usize, turns: bool) -> Child {
    let role = [
        folder.to_str().unwrap(),
        who,
        item,
        &first.to_string(),
        &count.to_string(),
        &turns.to_string(),
    ];
    start_as("child", ROLE, &role)
}

/// What a line of a child's output tells: the number, and the name of the change.
fn told(line: &str) -> Option<(usize, String)> {
    let (number, id) = line.strip_prefix("made ")?.split_once(' ')?;
    // A line that was cut short in the pipe told nobody anything.
    (id.len() == 24).then(|| (number.parse().unwrap(), id.to_owned()))
}

/// The lines of the history, the oldest first.
fn history(folder: &Path) -> Vec<Line> {
    let mut lines: Vec<Line> = History::of(folder).newest_first().unwrap().collect();
    lines.reverse();
    lines
}

fn hash(text: &str) -> String {
    format!("{:032x}", xxh3_128(text.as_bytes()))
}

/// What `majlis check` says of the library: nothing.
fn is_valid(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join("a.yaml")).unwrap();
    let problems = check::check_dir(folder).problems;
    assert_eq!(problems, [], "{text}");
    assert!(text.starts_with("# Written by a person") && text.contains("# of the second"));
    text
}

/// The file is sound, and the history leads from the first text to it without a gap.
fn is_sound(folder: &Path, lines: &[Line]) {
    let text = is_valid(folder);
    let mut replayed = REPORT.to_owned();
    for line in lines.iter().filter(|line| line.file == "a.yaml") {
        assert_eq!(line.before, hash(&replayed), "{}", line.id);
        replayed = edit_again(&replayed, line);
        assert_eq!(line.after, hash(&replayed), "{}", line.id);
    }
    assert_eq!(replayed, text);
    let names = fs::read_dir(folder).unwrap();
    let left = names.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_str().unwrap().ends_with("-new")
    });
    assert_eq!(left.count(), 0);
}

fn edit_again(text: &str, line: &Line) -> String {
    let patch = line.patch.as_ref().unwrap();
    let rest = text[patch.at..].strip_prefix(&*patch.old).unwrap();
    format!("{}{}{rest}", &text[..patch.at], patch.new)
}

#[test]
fn two_processes_make_thousands_of_changes_and_none_is_lost() {
    let library = library();
    let folder = library.path();
    let count = number("MAJLIS_CHANGES", 1500);
    let children =
        [("hind", "1"), ("omar", "2")].map(|(who, item)| start(folder, who, item, 1, count, true));
    let mut made = Vec::new();
    for child in children {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{said}");
        made.extend(said.lines().filter_map(told));
    }
    let lines = history(folder);
    is_sound(folder, &lines);
    let text = fs::read_to_string(folder.join("a.yaml")).unwrap();
    assert_eq!((counted(&text, "1"), counted(&text, "2")), (count, count));
    let mut ids: Vec<String> = made.into_iter().map(|(_, id)| id).collect();
    ids.sort();
    let known: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids, known);
    // Each has added his own to the list of both; each stands there once, under an id of its own. (An
    // id that one has freed by undoing may have been taken by the other in between.)
    let mut expected: Vec<String> = (50..=count)
        .step_by(50)
        .flat_map(|nth| [format!("hind {nth}"), format!("omar {nth}")])
        .collect();
    let list = FieldPath::root()
        .key("items")
        .id("3")
        .key("recommendations");
    let list = edit::value(&text, &list).unwrap().unwrap();
    let list = list.as_sequence().unwrap();
    let said = |one: &serde_yaml::Value| one["text"]["en"].as_str().unwrap().to_owned();
    let mut added: Vec<String> = list.iter().map(said).collect();
    added.sort();
    expected.sort();
    assert_eq!(added, expected);
    let ids: HashSet<&str> = list.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), expected.len());
    // Both were at it at the same time.
    let turns = lines
        .windows(2)
        .filter(|two| two[0].who != two[1].who)
        .count();
    assert!(turns > 2, "{turns}");
}

#[test]
fn a_writer_that_is_killed_at_any_moment_loses_nothing_that_was_acknowledged() {
    let library = library();
    let folder = library.path();
    let mut acknowledged = Vec::new();
    let mut last = 0;
    for _ in 0..number("MAJLIS_KILLS", 100) {
        let said = killed(start(folder, "hind", "1", last + 1, 1_000_000, false));
        let made: Vec<(usize, String)> = said.split('\n').filter_map(told).collect();
        let text = is_valid(folder);
        let (number, _) = made.last().unwrap();
        last = counted(&text, "1");
        // One more may have been made that nobody was told of; none less.
        assert!(
            last == *number || last == number + 1,
            "{last}, told {number}"
        );
        acknowledged.extend(made.into_iter().map(|(_, id)| id));
    }
    nothing_is_lost(folder, &acknowledged);
}

/// Kills a child at some moment after it has told of its first change; all that it told.
fn killed(mut child: Child) -> String {
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    loop {
        let from = said.len();
        let read = output.read_line(&mut said).unwrap();
        assert_ne!(read, 0, "the child ended by itself");
        if told(said[from..].trim_end()).is_some() {
            break;
        }
    }
    // The moment is what is tested: any within the next few changes.
    let chance = RandomState::new().build_hasher().finish();
    thread::sleep(Duration::from_micros(chance % 12_000));
    child.kill().unwrap();
    child.wait().unwrap();
    output.read_to_string(&mut said).unwrap();
    // A line that was cut short in the pipe told nobody anything.
    said.truncate(said.rfind('\n').map_or(0, |end| end + 1));
    said
}

/// Whoever comes next puts right what the last one left; then all is there that was acknowledged.
fn nothing_is_lost(folder: &Path, acknowledged: &[String]) {
    let keeper = Keeper::new(folder, "omar", Means::Hand).with_state(None);
    keeper.change(&count_up("2", 1)).unwrap();
    let lines = history(folder);
    is_sound(folder, &lines);
    assert!(lines.iter().all(|line| line.what != Deed::Conflict));
    let known: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
    let lost = acknowledged
        .iter()
        .filter(|id| known.binary_search(&id.as_str()).is_err());
    assert_eq!(lost.count(), 0);
    println!(
        "{} changes were told, {} made",
        acknowledged.len(),
        lines.len()
    );
}

/// Starts `majlis set`, which counts the title of the first item up to this number.
fn start_set(folder: &Path, to: usize) -> Child {
    let home = folder.join("home");
    Command::new(env!("CARGO_BIN_EXE_majlis"))
        .arg("--library")
        .arg(folder)
        .args(["set", "a:1", &format!("title.en={to}"), "--json"])
        .args(["--as", "hind"])
        .env("HOME", &home)
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_STATE_HOME", home.join("state"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The name of the change that `majlis set --json` has told, where it has told it whole.
fn told_by_set(output: &[u8]) -> Option<String> {
    let line = str::from_utf8(output).unwrap().strip_suffix('\n')?;
    let told: serde_json::Value = serde_json::from_str(line).unwrap();
    Some(told["id"].as_str().unwrap().to_owned())
}

/// The program itself: it is killed between its start and its end, wherever it is by then.
#[test]
fn majlis_killed_at_any_moment_loses_nothing_that_it_told() {
    let library = library();
    let folder = library.path();
    // How long it takes from its start to its end, which are among the moments.
    let begun = Instant::now();
    let first = start_set(folder, 1).wait_with_output().unwrap();
    let whole = u64::try_from(begun.elapsed().as_micros()).unwrap();
    let mut acknowledged = vec![told_by_set(&first.stdout).unwrap()];
    let mut last = 1;
    for _ in 0..number("MAJLIS_KILLS", 100).div_ceil(4) {
        let mut child = start_set(folder, last + 1);
        let chance = RandomState::new().build_hasher().finish();
        thread::sleep(Duration::from_micros(chance % (whole + whole / 4)));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let is_killed = output.status.code().is_none();
        assert!(is_killed || output.status.success(), "{output:?}");
        let text = is_valid(folder);
        let now = counted(&text, "1");
        let told = told_by_set(&output.stdout);
        // What was told is there; what was not may be there or not, and nothing else is.
        assert!(
            now == last + 1 || now == last && told.is_none(),
            "{now}, {output:?}"
        );
        last = now;
        acknowledged.extend(told);
    }
    nothing_is_lost(folder, &acknowledged);
}
