//! Help, version, and what is not understood.

use super::majlis_program::run;

#[test]
fn help_names_every_command_in_both_languages() {
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["--lang", "ar", "--help"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.error.as_str()), (0, ""));
        for command in ["find", "filter", "show", "list", "check", "schema"] {
            assert!(
                ran.out.contains(&format!("\nmajlis {command}")),
                "{command}: {}",
                ran.out
            );
        }
        for option in [
            "--library",
            "--lang",
            "--bidi",
            "--kind",
            "--report",
            "--limit",
            "--json",
        ] {
            assert!(ran.out.contains(option), "{option}");
        }
    }
    assert!(run(&["--lang", "ar", "--help"]).out.starts_with("مجلس: "));
}

#[test]
fn the_version_is_one_line() {
    for arguments in [["--version"], ["-V"]] {
        let ran = run(&arguments);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (0, concat!("majlis ", env!("CARGO_PKG_VERSION"), "\n"))
        );
    }
}

#[test]
fn an_unknown_command_gets_the_nearest_one() {
    for (typed, near) in [
        ("fnd", "find"),
        ("shwo", "show"),
        ("chekc", "check"),
        ("scema", "schema"),
        ("lits", "list"),
    ] {
        let ran = run(&[typed]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert_eq!(
            ran.error,
            format!("majlis: there is no command “{typed}”; did you mean {near}?\n")
        );
    }
    assert_eq!(
        run(&["xylophone"]).error,
        "majlis: there is no command “xylophone”; try majlis --help\n"
    );
}

#[test]
fn what_a_command_would_pass_over_is_refused() {
    for (arguments, named) in [
        (&["list", "--kind", "item"][..], "--kind"),
        (&["list", "items", "views"], "views"),
        (&["show", "c21:27", "--limit", "1"], "--limit"),
        (&["check", "a", "b"], "“b”"),
        (&["schema", "--json"], "--json"),
        (&["--report", "c21"], "--report"),
        (&["open", "data"], "data"),
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.error.contains(named), "{ran:?}");
    }
}

#[test]
fn a_mistake_is_told_in_the_language_asked_for() {
    let ran = run(&["--lang", "ar", "fnd"]);
    assert_eq!(ran.error, "majlis: لا يوجد أمر «fnd»؛ لعلك تقصد find؟\n");
    let ran = run(&["--lang", "de"]);
    assert_eq!(
        ran.error,
        "majlis: --lang: “de” is not known; known are: ar, en\n"
    );
}

#[test]
fn what_was_typed_is_told_without_its_controls() {
    let ran = run(&["\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}"]);
    assert_eq!(ran.code, 2);
    for evil in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}'] {
        assert!(!ran.error.contains(evil), "{:?}", ran.error);
    }
}
