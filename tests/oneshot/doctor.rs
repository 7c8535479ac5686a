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
