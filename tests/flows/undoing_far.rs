//! Undoing has no end: further than is known at a time, over a restart, and behind all that others have
//! done since. By the thread that writes for the screen.

use std::fs;
use std::sync::Arc;

use majlis::app::Shelf;
use majlis::app::key::Press;
use majlis::app::writer::Beside;
use majlis::library::Library;
use majlis::library::keep::{Keeper, Means};
use majlis::report::Language;
use majlis::script::Form;
use tempfile::TempDir;

use crate::desk::{BOTH, past};
use crate::harness::Screen;
use crate::slow::LONG;

const REPORT: &str = "\
# Written by a person.
report: {id: x, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"1\"   # the first
    title: {ar: مباني المقر, en: Headquarters premises}
    position: {stance: support, status: draft, text: {ar: نؤيد., en: We support.}}   # hers
  - id: \"2\"
    title: {ar: الموازنة, en: Budget}
    position: {stance: oppose, status: draft, text: {ar: لا نؤيد., en: We do not.}}
";

fn library() -> TempDir {
    // In memory where the machine has such a disk: what is tested is not the disk.
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
    let folder = folder.unwrap();
    fs::write(folder.path().join("x.yaml"), REPORT).unwrap();
    folder
}

fn text(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("x.yaml")).unwrap()
}

/// The library opened by somebody, with a thread that writes, and the first position in hand.
fn opened(folder: &TempDir, who: &str, language: Language) -> Screen {
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    let mut screen = Screen::new(shelf, language, Form::Visual, (100, 30));
    let keeper = Keeper::new(folder.path(), who, Means::Hand).with_state(None);
    screen.app.keep_with(keeper);
    screen
        .app
        .write_with(|keeper| Some(Box::new(Beside::start(keeper, || ())?)));
    screen.app.desk.day = Some((2021, 6, 10));
    screen.keys("/ <x:1/position> enter");
    screen
}

/// A key so many times, each as soon as the one before has been taken.
fn at_once(screen: &mut Screen, key: &str, times: usize) {
    for _ in 0..times {
        screen.app.key(Press::parse(key).unwrap());
        screen.app.settle();
    }
}

/// All that was handed over is written, and shown.
fn written(screen: &mut Screen) {
    while screen.app.is_writing() {
        assert!(screen.app.hear_writer(LONG));
    }
    screen.draw();
}

/// How many lines the history has.
fn lines(folder: &TempDir) -> usize {
    let history = fs::read_dir(folder.path().join("history")).unwrap();
    let paths = history.map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    files
        .map(|path| fs::read_to_string(path).unwrap().lines().count())
        .sum()
}

#[test]
fn two_hundred_and_fifty_changes_are_undone_over_a_restart_and_come_again() {
    let folder = library();
    let mut screen = opened(&folder, "hind", Language::English);
    // Each of the two keys changes what the other has made of it.
    for _ in 0..25 {
        for _ in 0..5 {
            at_once(&mut screen, "A", 1);
            at_once(&mut screen, "M", 1);
        }
        written(&mut screen);
    }
    assert_eq!(lines(&folder), 250);
    let all = text(&folder);
    assert!(all.contains("status: delivered") && all.ends_with(&REPORT[REPORT.len() - 40..]));
    // One after another, each waited for; then as fast as a key repeats.
    for nth in 1..=45 {
        at_once(&mut screen, "u", 1);
        written(&mut screen);
        let status = if nth % 2 == 0 { "delivered" } else { "agreed" };
        assert!(
            text(&folder).contains(&format!("status: {status}")),
            "{nth}"
        );
    }
    for _ in 0..4 {
        at_once(&mut screen, "u", 20);
        written(&mut screen);
    }
    // Of 250 changes the first 125 are left: an odd one, by `A`.
    assert!(text(&folder).contains("stance: support, status: agreed"));
    assert_eq!(lines(&folder), 250 + 125);
    drop(screen);

    let mut screen = opened(&folder, "hind", Language::Arabic);
    for _ in 0..4 {
        at_once(&mut screen, "u", 31);
        written(&mut screen);
    }
    assert!(text(&folder).contains("stance: support, status: agreed"));
    at_once(&mut screen, "u", 1);
    written(&mut screen);
    assert_eq!(text(&folder), REPORT);
    assert_eq!(lines(&folder), 500);
    // There is no more, and it is said.
    at_once(&mut screen, "u", 1);
    written(&mut screen);
    assert!(
        screen.message().contains("Nothing to undo"),
        "{}",
        screen.message()
    );
    assert_eq!(text(&folder), REPORT);
    // And it comes again, also what an earlier session undid; the 26th left what the last one did.
    at_once(&mut screen, "U", 25);
    written(&mut screen);
    assert!(text(&folder).contains("stance: support, status: agreed"));
    at_once(&mut screen, "U", 1);
    written(&mut screen);
    assert_eq!(text(&folder), all);
    assert_eq!(lines(&folder), 526);
}

/// Puts so many lines behind the last one of the history, each as that one, of later moments.
fn as_many_more(folder: &TempDir, count: u64) {
    let history = fs::read_dir(folder.path().join("history")).unwrap();
    let mut paths = history.map(|entry| entry.unwrap().path());
    let path = paths
        .find(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .unwrap();
    let mut text = fs::read_to_string(&path).unwrap();
    let last = text.lines().last().unwrap().to_owned();
    // A line begins with its id, and an id with the moment in milliseconds.
    let (begins, moment) = last.split_at(r#"{"id":""#.len());
    let (moment, rest) = moment.split_at(12);
    let moment = u64::from_str_radix(moment, 16).unwrap();
    for nth in 1..=count {
        text += &format!("{begins}{:012x}{rest}\n", moment + nth);
    }
    fs::write(path, text).unwrap();
}

#[test]
fn ones_own_change_is_undone_behind_thousands_of_others() {
    for language in BOTH {
        let folder = library();
        let mut hind = opened(&folder, "hind", language);
        hind.keys("A");
        written(&mut hind);
        drop(hind);
        let mut omar = opened(&folder, "omar", language);
        omar.keys("/ <x:2/position> enter M");
        written(&mut omar);
        drop(omar);
        as_many_more(&folder, 5_100);
        assert_eq!(lines(&folder), 5_102);
        let all = text(&folder);
        assert!(all.contains("status: agreed") && all.contains("status: delivered"));

        let mut hind = opened(&folder, "hind", language);
        hind.keys("u");
        written(&mut hind);
        let undone = text(&folder);
        assert!(
            undone.contains("stance: support, status: draft"),
            "{undone}"
        );
        // What the other did stays as it is.
        let (_, others) = undone.split_once("  - id: \"2\"").unwrap();
        assert!(all.ends_with(others));
        let said = hind.app.message.as_ref().unwrap().get(language);
        let begins = match language {
            Language::Arabic => "تراجع: موقف «مباني المقر»",
            Language::English => "Undone: position “Headquarters premises”",
        };
        assert!(said.starts_with(begins), "{said}");
        hind.keys("U");
        written(&mut hind);
        assert_eq!(text(&folder), all);
        // The one that has nothing of its own there undoes nothing of another's.
        let mut sara = opened(&folder, "sara", language);
        sara.keys("u");
        written(&mut sara);
        assert!(
            sara.message().contains("Nothing to undo"),
            "{}",
            sara.message()
        );
        assert_eq!(text(&folder), all);
    }
}

/// The history of a record shows its newest changes, and says so where these are not all of them.
#[test]
fn a_long_history_says_of_how_many_changes_it_shows_the_newest() {
    for (language, whole, part) in [
        (
            Language::English,
            "History of the record",
            "History: the newest 500 of 501 changes",
        ),
        (
            Language::Arabic,
            "تاريخ السجل",
            "تاريخ السجل: أحدث 500 تعديل من أصل 501",
        ),
    ] {
        let folder = library();
        let mut screen = opened(&folder, "hind", language);
        screen.keys("A");
        written(&mut screen);
        as_many_more(&folder, 498);
        screen.keys("M");
        written(&mut screen);
        screen.keys("H");
        assert!(screen.shows(whole), "{:#?}", screen.text());
        assert!(!screen.shows("500"), "{:#?}", screen.text());
        assert_eq!(past(&screen, language).len(), 500);
        // One more is under way when it is opened, and is in it when it is written.
        screen.keys("esc u H");
        written(&mut screen);
        assert!(screen.shows(part), "{:#?}", screen.text());
        assert_eq!(past(&screen, language).len(), 500);
        // The report's has the changes of all that is in it.
        screen.keys("esc / <x> enter H");
        assert!(screen.shows(part), "{:#?}", screen.text());
    }
}

/// Who comes to the end of what is shown of a history reads on, to the first change of all, which can be
/// undone from there.
#[test]
fn one_reads_on_in_a_history_to_its_beginning() {
    for language in BOTH {
        let folder = library();
        let before = text(&folder);
        let mut screen = opened(&folder, "hind", language);
        screen.keys("A");
        written(&mut screen);
        let first = text(&folder);
        as_many_more(&folder, 1100);
        screen.keys("H");
        let all = past(&screen, language);
        assert_eq!(all.len(), 500);
        // One more row, not another place.
        screen.keys("pagedown*30 j");
        let more = past(&screen, language);
        assert!(more.len() > 500, "{}", more.len());
        assert_eq!(more[..500], all);
        screen.keys("G G G G");
        let more = past(&screen, language);
        assert_eq!(more.len(), 1101);
        assert_eq!(
            screen.app.layer().map(majlis::app::Layer::selected),
            Some(1100)
        );
        let Some(majlis::app::Layer::Past(picker)) = screen.app.layer() else {
            panic!("it was closed")
        };
        assert_eq!(picker.title.en, "History of the record");
        assert!(!screen.shows("500"), "{:#?}", screen.text());
        // The oldest one: what it was before comes back.
        screen.keys("enter");
        written(&mut screen);
        assert_eq!(text(&folder), before, "{first}");
    }
}
