//! What others change on the disk while one looks.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use majlis::app::{Focus, Shelf};
use majlis::library::{Library, Origin, Source, Volume};
use majlis::report::Language::{Arabic, English};
use majlis::script::Form;

use crate::harness::Screen;
use crate::harness_call::Shared;

#[test]
fn what_others_change_is_marked_for_a_while() {
    let shared = Shared::new();
    let start = Instant::now();
    for language in [English, Arabic] {
        let mut screen = shared.screen("omar", language);
        let marks = |screen: &Screen| {
            let text = screen.text_in(screen.pane(1));
            text.iter().filter(|row| row.contains('*')).count()
        };
        let changed = || vec!["x:28".into(), "x:28/position".into()];
        screen.app.has_changed(changed(), start);
        screen.draw();
        assert_eq!(marks(&screen), 1);
        screen.keys("j");
        let said = if language == English {
            "just changed"
        } else {
            "تغيّر للتو"
        };
        assert!(screen.shows_in(screen.detail(), said));
        screen.keys("k*12");
        assert_eq!(marks(&screen), 0);
        screen.app.has_changed(changed(), start);
        screen.app.fade(start + Duration::from_secs(9));
        screen.draw();
        assert_eq!(marks(&screen), 1);
        screen.app.fade(start + Duration::from_secs(10));
        screen.draw();
        assert_eq!(marks(&screen), 0);
    }
}

#[test]
fn only_what_is_another_than_on_the_screen_is_marked() {
    let shared = Shared::new();
    let mut screen = shared.screen("omar", English);
    screen.keys("j");
    shared.change("Budget", "Finances");
    let state = |shared: &Shared| Arc::new(Shelf::new(shared.library()));
    let changed = vec!["x:27".into(), "x:28".into()];
    screen.app.follow(state(&shared), changed, Instant::now());
    screen.draw();
    assert_eq!(screen.in_hand(), "x:28");
    assert!(screen.shows_in(screen.pane(1), "Finances"));
    let fresh = |screen: &Screen, id| screen.app.is_fresh(screen.key(id));
    assert!(fresh(&screen, "x:28") && !fresh(&screen, "x:27"));
}

#[test]
fn a_state_from_before_what_the_screen_shows_is_not_shown() {
    let shared = Shared::new();
    let old = Arc::new(Shelf::new(shared.library()));
    shared.change("Budget", "Finances");
    let mut screen = shared.screen("omar", English);
    screen.replace(&Arc::new(Shelf::new(shared.library())));
    let kept = screen
        .app
        .follow(Arc::clone(&old), Vec::new(), Instant::now());
    screen.draw();
    assert!(Arc::ptr_eq(&kept, &old));
    assert!(screen.shows_in(screen.pane(1), "Finances"));
}

#[test]
fn one_file_that_was_read_before_what_the_screen_shows_keeps_no_other_back() {
    let shared = Shared::new();
    let mut screen = shared.screen("omar", English);
    screen.replace(&Arc::new(Shelf::new(shared.library())));
    let library = shared.library();
    let old = library.volumes().iter().map(|volume| {
        let source = Source::file(Path::new(volume.name()));
        Arc::new(Volume::read(&source))
    });
    let old: Vec<_> = old.collect();
    shared.change("Budget", "Finances");
    screen.replace(&Arc::new(Shelf::new(shared.library())));
    // Another file has changed since, in a state in which this one is as it was.
    shared.put(
        "registry.yaml",
        "people:\n  - {id: nour, name: {en: Nour Aziz}}\n",
    );
    let now = shared.library();
    let volumes = now.volumes().iter().map(|volume| {
        let is_report = volume.name().ends_with("x.yaml");
        let mut old = old.iter();
        let old = old.find(|old| is_report && old.name() == volume.name());
        Arc::clone(old.unwrap_or(volume))
    });
    let state = Library::of(volumes.collect(), Origin::Folder);
    let state = Arc::new(Shelf::new(state));
    screen.app.follow(state, Vec::new(), Instant::now());
    screen.draw();
    assert!(screen.shows_in(screen.pane(1), "Finances"));
    assert!(screen.library().with_id("nour").is_some());
}

#[test]
fn what_is_written_after_the_clock_was_set_back_is_shown() {
    let shared = Shared::new();
    let mut screen = shared.screen("omar", English);
    screen.replace(&Arc::new(Shelf::new(shared.library())));
    shared.change("Budget", "Finances");
    // An hour earlier by the clock, and read later.
    let hour = 3_600_000_000_000;
    let library = shared.library();
    let volumes = library.volumes().iter().map(|volume| {
        let mut source = Source::file(Path::new(volume.name()));
        source.stamp.changed -= hour;
        source.stamp.modified -= hour;
        Arc::new(Volume::read(&source))
    });
    let later = Library::of(volumes.collect(), Origin::Folder);
    let state = Arc::new(Shelf::new(later));
    screen.app.follow(state, Vec::new(), Instant::now());
    screen.draw();
    assert!(screen.shows_in(screen.pane(1), "Finances"));
    // The same bytes, read earlier, are not behind: nothing newer of them is on its way.
    let again = Arc::new(Shelf::new(shared.library()));
    screen.replace(&Arc::new(Shelf::new(shared.library())));
    let kept = screen
        .app
        .follow(Arc::clone(&again), Vec::new(), Instant::now());
    assert!(!Arc::ptr_eq(&kept, &again));
}

#[test]
fn a_file_that_goes_away_is_named_and_what_was_shown_comes_back_with_it() {
    let report = |id: &str| {
        let text = format!(
            "report: {{id: {id}, kind: group-report, title: {{en: Report {id}}}}}\n\
             items:\n  - {{id: 1, title: {{en: One}}}}\n  - {{id: 2, title: {{en: Two}}}}\n"
        );
        Source::text(format!("{id}.yaml"), text)
    };
    let state = |ids: &[&str]| {
        let library = Library::from_sources(ids.iter().map(|id| report(id)).collect());
        Arc::new(Shelf::new(library))
    };
    for language in [English, Arabic] {
        for (keys, focus) in [("j*3", Focus::Panes), ("j*3 enter", Focus::Detail)] {
            let both = state(&["a", "b"]);
            let mut screen = Screen::new(Arc::clone(&both), language, Form::Visual, (140, 40));
            screen.keys(keys);
            assert_eq!(screen.in_hand(), "b:2");
            screen.app.follow(state(&["a"]), Vec::new(), Instant::now());
            screen.draw();
            assert!(
                screen
                    .message()
                    .starts_with("b.yaml is not in the folder any more")
            );
            // It may be away for longer than one look.
            screen.app.follow(state(&["a"]), Vec::new(), Instant::now());
            screen
                .app
                .follow(Arc::clone(&both), Vec::new(), Instant::now());
            screen.draw();
            assert_eq!(
                (screen.in_hand().as_str(), screen.app.focus),
                ("b:2", focus)
            );
            assert_eq!(screen.message(), "");
            // Who has pressed a key meanwhile is at work there, and stays, with what was said of it.
            screen.app.follow(state(&["a"]), Vec::new(), Instant::now());
            screen.keys("X");
            let (here, said) = (screen.in_hand(), screen.message().to_owned());
            assert_ne!(said, "");
            screen
                .app
                .follow(Arc::clone(&both), Vec::new(), Instant::now());
            screen.draw();
            assert_eq!((screen.in_hand(), screen.message()), (here, said.as_str()));
            screen.keys("esc g j*2");
            screen.app.follow(state(&["a"]), Vec::new(), Instant::now());
            screen.keys("esc g");
            let here = screen.in_hand();
            screen.app.follow(both, Vec::new(), Instant::now());
            screen.draw();
            assert_eq!(screen.in_hand(), here);
        }
    }
}

/// Another changes the field of which the line at the bottom tells: it tells then who did, and what stands
/// there now; what is changed beside it leaves the line as it is.
#[test]
fn what_is_said_of_a_field_is_not_left_standing_when_another_changes_it() {
    use crate::desk::{another, desk, go};
    for (language, own, theirs, outside) in [
        (
            English,
            "Item 27, Stage: agreed (was: delivered)",
            "Item 27, Stage: withdrawn, changed by omar after you",
            "Item 27, Wording (en): what was written meanwhile, C26/35, changed outside majlis after you",
        ),
        (
            Arabic,
            "البند 27، المرحلة: متفق عليه (كان: قُدِّم)",
            "البند 27، المرحلة: مسحوب، بتعديل من omar بعدك",
            "البند 27، النص (عربي): ما كُتب في هذه الأثناء، بتعديل من خارج مجلس بعدك",
        ),
    ] {
        let (folder, mut screen) = desk(language);
        let follow = |screen: &mut Screen| {
            let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
            let changed = vec!["c21:27/position".into()];
            screen.app.follow(shelf, changed, Instant::now());
            screen.draw();
        };
        let said = |screen: &Screen| {
            let message = screen.app.message.as_ref();
            let said = message.map_or("", |said| said.get(language));
            majlis::script::without_isolates(said)
        };
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        assert_eq!(said(&screen), own);
        follow(&mut screen);
        assert_eq!(said(&screen), own);
        another(&folder, &["date"], "2021-06-11");
        follow(&mut screen);
        assert_eq!(said(&screen), own);
        another(&folder, &["status"], "withdrawn");
        follow(&mut screen);
        assert_eq!(said(&screen), theirs);
        // Another program says nothing of who it was.
        let side = language.code();
        screen.keys("e enter alt-a <mine> ctrl-s");
        assert!(said(&screen).contains("mine"), "{}", said(&screen));
        let path = folder.path().join("c21.yaml");
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.replace(
            "mine",
            match language {
                English => "what was written meanwhile, C26/35",
                Arabic => "ما كُتب في هذه الأثناء",
            },
        );
        std::fs::write(&path, text).unwrap();
        follow(&mut screen);
        assert_eq!(said(&screen), outside, "{side}");
    }
}
