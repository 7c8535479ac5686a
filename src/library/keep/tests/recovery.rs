//! What one who was stopped half way has left.

use super::super::history::{Intent, Pending};
use super::*;

/// The change of item 8's title, noted as one that is being written.
fn noted(place: &Place) -> (Line, String) {
    let hind = place.keeper("hind");
    // The line as it would be, made in a library of the same content.
    let twin = Place::new();
    let done = twin
        .keeper("hind")
        .change(&set("8", "title.en", "Boats"))
        .unwrap();
    hind.history().make().unwrap();
    Intent::read(hind.history())
        .unwrap()
        .note(&done.line, &AsIs)
        .unwrap();
    (done.line, done.text)
}

fn beside(place: &Place) -> PathBuf {
    write::beside(&fs::canonicalize(place.file()).unwrap())
}

#[test]
fn stopped_before_the_file_was_replaced_it_is_as_if_nothing_had_been() {
    let place = Place::new();
    let (_, text) = noted(&place);
    fs::write(beside(&place), &text).unwrap();
    let next = place
        .keeper("omar")
        .change(&set("7", "position.status", "agreed"))
        .unwrap();
    assert_eq!(
        place.text(),
        REPORT.replace("status: draft", "status: agreed")
    );
    assert_eq!(place.lines(), [next.line]);
    assert_eq!(place.names(), ["a.yaml", "history", "registry.yaml"]);
}

#[test]
fn stopped_before_the_history_was_told_the_next_one_tells_it() {
    let place = Place::new();
    let (line, text) = noted(&place);
    fs::write(place.file(), &text).unwrap();
    // Even one who only wants to undo finds it.
    let undone = place.keeper("hind").undo().unwrap();
    assert_eq!(place.text(), REPORT);
    assert_eq!(place.lines(), [line, undone.line]);
}

#[test]
fn where_another_program_has_changed_the_file_since_the_new_file_beside_it_tells() {
    let edited = REPORT.replace("status: draft", "status: agreed");
    for replaced in [true, false] {
        let place = Place::new();
        let (line, text) = noted(&place);
        if !replaced {
            fs::write(beside(&place), &text).unwrap();
        }
        fs::write(place.file(), &edited).unwrap();
        let hind = place.keeper("hind");
        let pending = Intent::read(hind.history()).unwrap();
        let pending = pending.pending(&place.library(), hind.history()).unwrap();
        assert_eq!(
            pending,
            match replaced {
                true => Pending::Done(Box::new(line)),
                false => Pending::NotDone(Box::new(line)),
            }
        );
    }
}

#[test]
fn a_line_that_is_in_the_history_is_not_told_twice() {
    let place = Place::new();
    let done = place
        .keeper("hind")
        .change(&set("8", "title.en", "Boats"))
        .unwrap();
    Intent::read(&History::of(&place.library()))
        .unwrap()
        .note(&done.line, &AsIs)
        .unwrap();
    let next = place
        .keeper("omar")
        .change(&set("7", "position.status", "agreed"))
        .unwrap();
    assert_eq!(place.lines(), [done.line, next.line]);
}

#[test]
fn a_note_that_was_cut_short_is_as_good_as_none() {
    let place = Place::new();
    noted(&place);
    let path = place.library().join("history/intent");
    let whole = fs::read_to_string(&path).unwrap();
    for end in [0, 1, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, whole.get(..end).unwrap_or_default()).unwrap();
        let status = if end % 2 == 0 { "agreed" } else { "delivered" };
        let done = place
            .keeper("omar")
            .change(&set("7", "position.status", status));
        assert!(
            matches!(done, Ok(_) | Err(KeepError::Unchanged)),
            "{done:?}"
        );
    }
    assert_eq!(value(&place.text(), "8", "title.en"), "Ships");
    assert!(place.lines().iter().all(|line| line.who == "omar"));
}

#[test]
fn a_new_report_is_told_where_it_was_made_and_not_where_it_was_not() {
    let text = "report:\n  id: n\n  kind: group-report\n  title:\n    en: New\n";
    for made in [true, false] {
        let (place, twin) = (Place::new(), Place::new());
        let line = twin.keeper("hind").make_report("n.yaml", "n", text);
        let line = line.unwrap().line;
        let hind = place.keeper("hind");
        hind.history().make().unwrap();
        let mut intent = Intent::read(hind.history()).unwrap();
        intent.note(&line, &AsIs).unwrap();
        let path = hind.folder().join("n.yaml");
        if made {
            fs::write(&path, text).unwrap();
        }
        let next = hind.change(&set("8", "title.en", "Boats")).unwrap().line;
        let lines = if made { vec![line, next] } else { vec![next] };
        assert_eq!(place.lines(), lines);
        assert_eq!(path.exists(), made);
    }
}

/// One who was stopped before anything was noted, or beside a file that has no history, leaves a new file
/// that nobody asks for: whoever comes next takes it away.
#[test]
fn what_nobody_asks_for_is_taken_away() {
    let place = Place::new();
    let left = ["live.yaml", "n1.yaml"].map(|name| {
        let left = write::beside(&place.file().with_file_name(name));
        fs::write(&left, "half a fi").unwrap();
        left
    });
    let other = place.file().with_file_name(".other-new");
    fs::write(&other, "of another program").unwrap();
    let omar = place.keeper("omar");
    omar.change(&set("7", "position.status", "agreed")).unwrap();
    assert_eq!(left.map(|left| left.exists()), [false, false]);
    assert!(other.exists());
}

/// A report that is a link into another library's folder is filled there, under the lock of the library that
/// has the link: who writes in the other leaves it alone.
#[cfg(unix)]
#[test]
fn what_is_filled_through_a_link_is_left_alone() {
    let (place, other) = (Place::new(), Place::new());
    let file = other.file();
    fs::remove_file(place.file()).unwrap();
    std::os::unix::fs::symlink(&file, place.file()).unwrap();
    let omar = other.keeper("omar");
    let hind = place.keeper_with(Before(move |step| {
        if step == Step::Replace {
            // The first change of one who comes to the other library.
            omar.aside("live.yaml", |_| Aside::AsItIs).unwrap();
        }
        Ok(())
    }));
    hind.change(&set("8", "title.en", "Vessels")).unwrap();
    assert_eq!(value(&other.text(), "8", "title.en"), "Vessels");
    assert_eq!(other.names(), ["a.yaml", "history", "registry.yaml"]);
}
