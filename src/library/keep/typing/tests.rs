//! Tests of what is kept as it is typed.

use std::time::Duration;

use super::*;

#[test]
fn what_is_typed_is_there_when_its_program_has_ended() {
    let state = tempfile::tempdir().unwrap();
    let library = Path::new("/a/library");
    let begin = || begin(state.path(), Whose::of(library, "hind"), Bell::default()).unwrap();
    let (mut one, kept) = begin();
    assert_eq!(kept, [""; 0]);
    one.keep("first".to_owned());
    one.keep("first, and more".to_owned());
    // Another program at the same time has a file of its own.
    let (mut two, kept) = begin();
    assert_eq!(kept, [""; 0]);
    assert_ne!(one.path(), two.path());
    two.keep("second".to_owned());
    assert!(one.end() && two.end());
    // Both have ended; whoever comes has both, and once it is kept there, there is one file.
    let (mut three, kept) = begin();
    assert_eq!(kept, ["first, and more", "second"]);
    three.keep("all of it".to_owned());
    assert!(three.end());
    let (mut four, kept) = begin();
    assert_eq!(kept, ["all of it"]);
    four.keep("other".to_owned());
    four.keep(String::new());
    assert!(four.end());
    assert_eq!(begin().1, [""; 0]);
    // What is typed for another library, or by another, is not theirs.
    let (mut five, _) = begin();
    five.keep("of this one".to_owned());
    assert!(five.end());
    for (library, who) in [("/another", "hind"), ("/a/library", "omar")] {
        let other = super::begin(
            state.path(),
            Whose::of(Path::new(library), who),
            Bell::default(),
        );
        assert_eq!(other.unwrap().1, [""; 0]);
    }
}

/// Longer than anything takes here.
const LONG: Duration = Duration::from_secs(60);

#[test]
fn where_it_cannot_be_kept_it_says_so() {
    let whose = || Whose::of(Path::new("/a"), "hind");
    assert!(begin(Path::new("/dev/null/x"), whose(), Bell::default()).is_none());
    let state = tempfile::tempdir().unwrap();
    let (bell, (ring, rings)) = (Bell::default(), channel());
    bell.hang(move || ring.send(()).unwrap());
    let (mut typing, _) = begin(state.path(), whose(), bell).unwrap();
    // A folder where its file is to be.
    fs::create_dir(typing.path()).unwrap();
    typing.keep("text".to_owned());
    // It is written beside who types: who shows it hears of it at once, and once.
    rings.recv_timeout(LONG).unwrap();
    assert!(typing.fails());
    typing.keep("text that is not kept either".to_owned());
    fs::remove_dir(typing.path()).unwrap();
    typing.keep("text again".to_owned());
    rings.recv_timeout(LONG).unwrap();
    assert!(!typing.fails());
    assert!(typing.end());
    assert!(rings.try_recv().is_err());
}

/// The numbers of a folder that is gone are given to another: a stick after a stick, a clone made anew.
#[test]
fn what_was_typed_does_not_go_into_another_folder_that_got_the_same_numbers() {
    let state = tempfile::tempdir().unwrap();
    let whose = |library: &str, born| Whose {
        library: PathBuf::from(library),
        folder: Some(Known {
            device: 66,
            number: 256,
            born,
        }),
        who: "hind".to_owned(),
    };
    for (was, now, claim) in [
        (Some(7), Some(7), Claim::Own),
        // Made at another time: another folder.
        (Some(7), Some(8), Claim::Elsewhere),
        (Some(7), None, Claim::Unsure),
        (None, Some(7), Claim::Unsure),
        (None, None, Claim::Unsure),
    ] {
        let (mut one, _) = begin(state.path(), whose("/before", was), Bell::default()).unwrap();
        one.keep("- line: '@all'\n".to_owned());
        let path = one.path().to_owned();
        assert!(one.end());
        let before = fs::read_to_string(&path).unwrap();
        let now = || whose("/now", now);
        let told = match claim {
            Claim::Unsure => vec![path.clone()],
            _ => Vec::new(),
        };
        assert_eq!(unsure(state.path(), &now()), told, "{before}");
        let (mut two, kept) = begin(state.path(), now(), Bell::default()).unwrap();
        assert_eq!(kept.len(), usize::from(claim == Claim::Own), "{before}");
        two.keep("- line: '@one'\n".to_owned());
        let own = two.path().to_owned();
        assert!(two.end());
        // Nothing but what was taken over is gone from where it lay.
        match claim {
            Claim::Own => assert!(!path.exists()),
            _ => assert_eq!(fs::read_to_string(&path).unwrap(), before),
        }
        for path in [path, own] {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(unix)]
#[test]
fn what_was_typed_is_found_when_the_folder_is_called_otherwise() {
    let place = tempfile::tempdir().unwrap();
    let state = place.path().join("state");
    let [before, now, other] = ["before", "now", "other"].map(|name| place.path().join(name));
    fs::create_dir(&before).unwrap();
    fs::create_dir(&other).unwrap();
    if known_by(&before).is_none_or(|known| known.born.is_none()) {
        println!(
            "not run: what_was_typed_is_found_when_the_folder_is_called_otherwise needs a disk that tells when a folder was made"
        );
        return;
    }
    let keeper = |library: &Path, who: &str| {
        let keeper = Keeper::new(library, who, super::super::Means::Hand);
        keeper.with_state(Some(state.clone()))
    };
    let (mut one, _) = keeper(&before, "hind").typing().unwrap();
    one.keep("- line: '@all'\n".to_owned());
    let path = one.path().to_owned();
    assert!(one.end());
    // For one who does not put it back it is told where it lies, and stays there.
    for _ in 0..2 {
        assert_eq!(keeper(&before, "hind").typed_before(), [path.as_path()]);
    }
    fs::rename(&before, &now).unwrap();
    for (library, who) in [(&other, "hind"), (&now, "omar")] {
        assert!(keeper(library, who).typed_before().is_empty());
        assert_eq!(keeper(library, who).typing().unwrap().1, [""; 0]);
    }
    assert_eq!(keeper(&now, "hind").typed_before(), [path.as_path()]);
    let (mut two, kept) = keeper(&now, "hind").typing().unwrap();
    assert_eq!(kept, ["- line: '@all'\n"]);
    // As long as the one who found it types, it is nobody else's.
    assert!(keeper(&now, "hind").typed_before().is_empty());
    two.keep("- line: '@all of it'\n".to_owned());
    assert!(two.end());
    assert!(!path.exists());
    assert_eq!(
        keeper(&now, "hind").typing().unwrap().1,
        ["- line: '@all of it'\n"]
    );
}
