//! `majlis doctor` without a terminal.

use super::majlis_program::{run, run_in};

#[test]
fn without_a_terminal_it_tells_what_the_environment_says() {
    let ran = run_in(
        &["doctor"],
        &[("TERM", "xterm-kitty"), ("SSH_CONNECTION", "1 2 3 4")],
    );
    assert_eq!((ran.code, ran.error.as_str()), (0, ""));
    for part in [
        "no terminal here to ask",
        "TERM=xterm-kitty",
        "the terminal is kitty, by TERM=xterm-kitty",
        "(kitty)",
        "OSC 52",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    assert!(!ran.out.contains('\x1b'));
}

#[test]
fn it_tells_where_the_cache_is_and_how_large() {
    let folder = tempfile::tempdir().unwrap();
    let told = |arguments: &[&str]| {
        let name = folder.path().to_str().unwrap();
        run_in(arguments, &[("MAJLIS_CACHE", name)]).out
    };
    assert!(told(&["doctor"]).contains("files: 0 · size: 0.0 MB"));
    let file = folder.path().join(format!("{:032x}.cache", 7));
    std::fs::write(file, vec![0; 1_230_000]).unwrap();
    let out = told(&["doctor"]);
    assert!(out.contains(folder.path().to_str().unwrap()), "{out}");
    assert!(out.contains("files: 1 · size: 1.3 MB"), "{out}");
    assert!(told(&["doctor", "--lang", "ar"]).contains("ميغابايت"));
    assert!(told(&["doctor", "--no-cache"]).contains("cache: none"));
}

#[test]
fn it_tells_who_decided() {
    let form = |arguments: &[&str], variable| {
        run_in(arguments, &[("TERM", "xterm"), ("MAJLIS_BIDI", variable)]).out
    };
    assert!(form(&["doctor"], "off").contains("as the variable says: MAJLIS_BIDI"));
    assert!(form(&["doctor", "--bidi", "words"], "off").contains("as this says: --bidi"));
    assert!(form(&["doctor", "--bidi", "auto"], "off").contains("nothing is known"));
    let ran = run(&["doctor", "--lang", "ar"]);
    assert!(ran.out.contains("البيئة"), "{}", ran.out);
    assert_eq!(run(&["doctor", "x"]).code, 2);
}
