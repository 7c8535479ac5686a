//! What is merged without a question, and what is asked.

use super::*;

fn value(text: &str) -> Option<Value> {
    match text {
        "" => None,
        text => Some(serde_yaml::from_str(text).unwrap()),
    }
}

fn merged(base: &str, theirs: &str, yours: &str) -> Result<Vec<Wanted>, usize> {
    let at = FieldPath(vec![Step::Key("f".to_owned())]);
    let [base, theirs, yours] = [base, theirs, yours].map(value);
    three_way(&at, base.as_ref(), theirs.as_ref(), yours.as_ref()).map_err(|clashes| clashes.len())
}

fn wanted(way: &[&str], yours: &str) -> Wanted {
    let steps = way.iter().map(|key| Step::Key((*key).to_owned()));
    (FieldPath(steps.collect()), value(yours))
}

#[test]
fn whoever_alone_changed_a_value_is_followed() {
    assert_eq!(merged("a", "a", "b"), Ok(vec![wanted(&["f"], "b")]));
    assert_eq!(merged("a", "b", "a"), Ok(vec![]));
    assert_eq!(merged("a", "b", "b"), Ok(vec![]));
    assert_eq!(merged("", "", "b"), Ok(vec![wanted(&["f"], "b")]));
    assert_eq!(merged("a", "a", ""), Ok(vec![wanted(&["f"], "")]));
    assert_eq!(merged("a", "b", "c"), Err(1));
    assert_eq!(merged("a", "", "c"), Err(1));
    assert_eq!(merged("", "a", "c"), Err(1));
}

#[test]
fn two_maps_are_merged_key_by_key() {
    assert_eq!(
        merged("{ar: a, en: b}", "{ar: x, en: b}", "{ar: a, en: y}"),
        Ok(vec![wanted(&["f", "en"], "y")])
    );
    assert_eq!(
        merged("{ar: a, en: b}", "{ar: x, en: b}", "{ar: y, en: y}"),
        Err(1)
    );
    assert_eq!(
        merged("{ar: a}", "{ar: x}", "{ar: a, en: y}"),
        Ok(vec![wanted(&["f", "en"], "y")])
    );
    assert_eq!(
        merged("{ar: a, en: b}", "{ar: x, en: b}", "{ar: a}"),
        Ok(vec![wanted(&["f", "en"], "")])
    );
}

#[test]
fn a_list_is_one_value() {
    assert_eq!(merged("[a]", "[a, b]", "[a, c]"), Err(1));
    assert_eq!(
        merged("[a]", "a", "[a, c]"),
        Ok(vec![wanted(&["f"], "[a, c]")])
    );
}

#[test]
fn what_is_not_written_is_seen_as_what_it_means() {
    let task = FieldPath::root().key("recommendations").id("rec/1");
    let is = |at: &FieldPath, seen: &str, theirs: &str| {
        is_as_seen(at, value(seen).as_ref(), value(theirs).as_ref())
    };
    let status = task.clone().key("status");
    assert!(is(&status, "open", ""));
    assert!(!is(&status, "done", ""));
    assert!(!is(&status, "", "open"));
    assert!(is(&task, "{to: eg, status: open}", "{to: eg}"));
    assert!(!is(&task, "{to: eg, status: done}", "{to: eg}"));
    assert!(!is(&task, "{to: eg}", "{to: eg, status: done}"));
    let list = FieldPath::root().key("items");
    assert!(is(
        &list,
        "[{id: '27', kind: agenda-item, recommendations: [{id: r, status: open}]}]",
        "[{id: 27, recommendations: [{id: r}]}]"
    ));
}

#[test]
fn the_fields_that_another_has_changed_are_known() {
    let task = FieldPath::root().key("recommendations").id("rec/1");
    let seen = value("{id: rec/1, to: eg, status: open, text: {ar: a, en: b}, due: '2021'}");
    let theirs = value("{id: rec/1, to: eg, text: {ar: a, en: c}, refs: x}");
    assert_eq!(
        changed_fields(&task, seen.as_ref(), theirs.as_ref()),
        [vec!["text", "en"], vec!["due"], vec!["refs"]]
    );
    assert!(changed_fields(&task, seen.as_ref(), seen.as_ref()).is_empty());
}

#[test]
fn what_is_not_changed_stays_as_it_is_written() {
    for (new, old, spelled_so) in [
        ("['27', '28', '29']", "[27, 28]", "[27, 28, '29']"),
        ("['28', '27']", "[27, 28]", "[28, 27]"),
        ("[TUN, EGY]", "TUN", "[TUN, EGY]"),
        ("[TUN]", "TUN", "TUN"),
        ("[EGY]", "TUN", "EGY"),
        ("[EGY]", "[TUN]", "[EGY]"),
        ("[{id: a}]", "TUN", "[{id: a}]"),
        ("{a: '1', b: x}", "{a: 1, b: [y]}", "{a: 1, b: x}"),
        ("[{a: '1', b: x}]", "[{a: 1, b: y}]", "[{a: 1, b: x}]"),
        ("2.0", "2", "2"),
        ("'27'", "", "'27'"),
    ] {
        let new = value(new).unwrap();
        assert_eq!(
            spelled(new, value(old).as_ref()),
            value(spelled_so).unwrap()
        );
    }
}

/// What the screen shows of a record is never taken for a change by another, however its file
/// writes it.
#[test]
fn every_record_of_the_built_in_library_is_as_its_file_has_it() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let library = crate::library::Library::open(std::path::Path::new(folder));
    for (place, volume) in library.volumes().iter().enumerate() {
        let text = std::fs::read_to_string(volume.name()).unwrap();
        let reading = crate::library::edit::Reading::of(&text).unwrap();
        for key in library.keys() {
            if library.place_of(key).is_none_or(|(at, _)| at != place) {
                continue;
            }
            let at = super::super::path_of(&library, key).unwrap();
            let shown = serde_yaml::to_value(library.record(key).unwrap()).unwrap();
            let written = reading.value(&at).unwrap();
            assert!(is_as_seen(&at, Some(&shown), written.as_ref()), "{at}");
        }
    }
}

#[test]
fn what_says_the_same_is_the_same() {
    for (one, other, are) in [
        ("27", "\"27\"", true),
        ("TUN", "[TUN]", true),
        ("[]", "", true),
        ("null", "", true),
        ("[TUN, EGY]", "[EGY, TUN]", false),
        ("{a: 1, b: []}", "{a: \"1\"}", true),
        ("{a: 1}", "{a: 1, b: 2}", false),
        ("a", "b", false),
        ("\"\"", "", false),
    ] {
        let (one, other) = (value(one), value(other));
        assert_eq!(same(one.as_ref(), other.as_ref()), are, "{one:?} {other:?}");
        assert_eq!(same(other.as_ref(), one.as_ref()), are, "{one:?} {other:?}");
    }
}
