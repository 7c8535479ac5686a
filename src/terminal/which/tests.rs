use super::super::reply::Reply;
use super::super::switch::{Bidi, Switch, Through};
use super::*;
use crate::script::Form::{self, Kitty, Off, Visual, Words};

fn surroundings(set: &[(&str, &str)]) -> Surroundings {
    Surroundings::of(|name| {
        let (_, value) = set.iter().find(|(known, _)| *known == name)?;
        Some((*value).to_owned())
    })
}

/// The answers of a terminal in short: `v XTerm(379); m 1; 3 7E565445; 2 65,7006,1; 1 6`; and of a
/// tmux: `o version|term|passes`.
fn answers(told: &str) -> Answers {
    let mut answers = Answers::default();
    let numbers = |text: &str| text.split(',').map(|n| n.parse().unwrap()).collect();
    for part in told.split("; ").filter(|part| !part.is_empty()) {
        let (kind, text) = part.split_once(' ').unwrap();
        match kind {
            "v" => answers.take(Reply::Version(text.into())),
            "m" => answers.take(Reply::Mode {
                mode: 8,
                state: text.parse().unwrap(),
            }),
            "3" => answers.take(Reply::Tertiary(text.into())),
            "2" => answers.take(Reply::Secondary(numbers(text))),
            "1" => answers.take(Reply::Primary(numbers(text))),
            _ => {
                let parts: Vec<&str> = text.split('|').collect();
                answers.outer = Outer::Told {
                    version: parts[0].into(),
                    term: parts[1].into(),
                    passes: parts[2] == "passes",
                };
            }
        }
    }
    answers
}

const TMUX: &str = "v tmux 3.3a; 2 84,0,0; 1 1,2";
const XTERM: &str = "v XTerm(379); m 0; 3 00000000; 2 41,379,0; 1 64,1,2";
const VTE: &str = "m 1; 3 7E565445; 2 65,7006,1; 1 65,1,9";
const MLTERM: &str = "m 0; 3 000000; 2 24,279,0; 1 63,1,2";
const KITTY: &str = "v kitty(0.26.5); m 0; 2 1,4000,26; 1 62,0";
const PUTTY: &str = "2 0,136,0; 1 6";

/// How a choice is told in the table below.
fn told(choice: &Choice) -> (Form, Bidi, Through, String) {
    let reason = match &choice.reason {
        Reason::Known(known, evidence) => {
            let by = match evidence {
                Evidence::Version(_) => "version",
                Evidence::Tertiary(_) => "da3",
                Evidence::Secondary(_) => "da2",
                Evidence::BidiMode => "mode",
                Evidence::Term(_) => "term",
                Evidence::Variable(name) => name,
                Evidence::OuterVersion(_) => "tmux version",
                Evidence::OuterTerm(_) => "tmux term",
            };
            format!("{} by {by}", known.name)
        }
        Reason::OutOfReach(known, _) => format!("{} out of reach", known.name),
        Reason::Remembered => "remembered".into(),
        Reason::Told(word) => format!("{word:?}"),
        Reason::Unknown => "unknown".into(),
    };
    (
        choice.form,
        choice.switch.bidi,
        choice.switch.through,
        reason,
    )
}

#[test]
fn the_policy() {
    use Bidi::{Explicit, Konsole, Mlterm, Untouched};
    use Through::{Nothing, Screen, Tmux};
    type Row<'a> = (
        &'a str,
        &'a [(&'a str, &'a str)],
        Form,
        Bidi,
        Through,
        &'a str,
    );
    let tmux = |outer: &str| format!("{TMUX}; o {outer}");
    let (tmux_xterm, tmux_kitty) = (
        tmux("XTerm(379)|xterm|"),
        tmux("kitty(0.26.5)|xterm-kitty|"),
    );
    let (tmux_vte, tmux_vte_passes) = (tmux("|xterm-256color|"), tmux("|xterm-256color|passes"));
    let (tmux_mlterm, tmux_mlterm_passes) = (tmux("|mlterm|"), tmux("|mlterm|passes"));
    let tmux_konsole = tmux("Konsole 23.08.1|xterm-256color|passes");
    let tmux_new = tmux("NewTerm 1|xterm-256color|passes");
    let term = [("TERM", "xterm-256color")];
    let in_tmux = [
        ("TERM", "tmux-256color"),
        ("TMUX", "/tmp/tmux-0/default,1,0"),
    ];
    let in_tmux_of_vte = [in_tmux[0], in_tmux[1], ("VTE_VERSION", "7006")];
    let in_tmux_of_kitty = [in_tmux[0], in_tmux[1], ("KITTY_WINDOW_ID", "1")];
    let rows: &[Row<'_>] = &[
        // By their answers.
        (XTERM, &term, Visual, Explicit, Nothing, "xterm by version"),
        (VTE, &term, Visual, Explicit, Nothing, "VTE by da3"),
        (
            "m 1; 2 65,7006,1; 1 6",
            &term,
            Visual,
            Explicit,
            Nothing,
            "BDSM by mode",
        ),
        (MLTERM, &term, Visual, Mlterm, Nothing, "mlterm by da2"),
        (KITTY, &term, Kitty, Untouched, Nothing, "kitty by version"),
        (PUTTY, &term, Words, Untouched, Nothing, "PuTTY by da2"),
        (
            "v Konsole 23.08.1; 3 7E4B4445; 1 62",
            &term,
            Visual,
            Konsole,
            Nothing,
            "Konsole by version",
        ),
        (
            "3 7E4B4445; 2 0,115,0; 1 1,2",
            &term,
            Visual,
            Konsole,
            Nothing,
            "Konsole by da3",
        ),
        (
            "v WezTerm 20240203; m 2; 1 65",
            &term,
            Visual,
            Explicit,
            Nothing,
            "WezTerm by version",
        ),
        (
            "v mintty 3.6.1; m 1; 2 77,30601,0; 1 62",
            &term,
            Visual,
            Explicit,
            Nothing,
            "mintty by version",
        ),
        (
            "v iTerm2 3.5.0; 2 64,2500,0; 1 64",
            &term,
            Words,
            Untouched,
            Nothing,
            "iTerm2 by version",
        ),
        (
            "2 1,95,0; 1 1,2",
            &term,
            Words,
            Untouched,
            Nothing,
            "Terminal.app by da2",
        ),
        (
            "v foot(1.16.2); m 0; 1 62",
            &term,
            Visual,
            Explicit,
            Nothing,
            "foot by version",
        ),
        (
            "v ghostty 1.0.0; 2 1,10,0; 1 62",
            &term,
            Visual,
            Explicit,
            Nothing,
            "Ghostty by version",
        ),
        (
            "2 0,10,1; 1 61",
            &term,
            Visual,
            Explicit,
            Nothing,
            "Windows Terminal by da2",
        ),
        (
            "2 0,276,0; 1 1,2",
            &term,
            Visual,
            Explicit,
            Nothing,
            "xterm.js by da2",
        ),
        (
            "2 0,2401,1; 1 6",
            &term,
            Visual,
            Explicit,
            Nothing,
            "Alacritty by da2",
        ),
        // A name that is not known: not what another terminal left behind, nor what its DA2 imitates.
        (
            "v NewTerm 1.0; 2 0,136,0; 1 62",
            &[("TERM", "xterm-kitty")],
            Visual,
            Explicit,
            Nothing,
            "unknown",
        ),
        (
            "v NewTerm 1.0; m 2; 1 62",
            &term,
            Visual,
            Explicit,
            Nothing,
            "BDSM by mode",
        ),
        // mosh, and a terminal that says nothing: nothing is known.
        (
            "2 1,10,0; 1 62",
            &term,
            Visual,
            Explicit,
            Nothing,
            "unknown",
        ),
        ("1 1,2", &term, Visual, Explicit, Nothing, "unknown"),
        ("", &term, Visual, Explicit, Nothing, "unknown"),
        // By the environment, before it has answered or where it does not.
        (
            "",
            &[("TERM", "xterm-kitty")],
            Kitty,
            Untouched,
            Nothing,
            "kitty by term",
        ),
        (
            "1 6",
            &[("TERM", "linux")],
            Visual,
            Explicit,
            Nothing,
            "Linux console by term",
        ),
        (
            "",
            &[("TERM", "mlterm")],
            Visual,
            Mlterm,
            Nothing,
            "mlterm by term",
        ),
        (
            "",
            &[("TERM", "putty-256color")],
            Words,
            Untouched,
            Nothing,
            "PuTTY by term",
        ),
        (
            "",
            &[("LC_TERMINAL", "iTerm2")],
            Words,
            Untouched,
            Nothing,
            "iTerm2 by LC_TERMINAL",
        ),
        (
            "",
            &[("TERM_PROGRAM", "Apple_Terminal")],
            Words,
            Untouched,
            Nothing,
            "Terminal.app by TERM_PROGRAM",
        ),
        (
            "",
            &[("TERM_PROGRAM", "vscode")],
            Visual,
            Explicit,
            Nothing,
            "xterm.js by TERM_PROGRAM",
        ),
        (
            "",
            &[("KONSOLE_VERSION", "220401"), term[0]],
            Visual,
            Konsole,
            Nothing,
            "Konsole by KONSOLE_VERSION",
        ),
        (
            "",
            &[("XTERM_VERSION", "XTerm(379)"), ("KITTY_WINDOW_ID", "1")],
            Visual,
            Explicit,
            Nothing,
            "xterm by XTERM_VERSION",
        ),
        (
            "",
            &[("TERM", "xterm-kitty"), ("KONSOLE_VERSION", "220401")],
            Kitty,
            Untouched,
            Nothing,
            "kitty by term",
        ),
        // What it answers is surer than what another terminal or a tmux left behind.
        (
            XTERM,
            &[("KITTY_WINDOW_ID", "1"), in_tmux[1]],
            Visual,
            Explicit,
            Nothing,
            "xterm by version",
        ),
        (
            PUTTY,
            &[("VTE_VERSION", "7006")],
            Words,
            Untouched,
            Nothing,
            "PuTTY by da2",
        ),
        // Within tmux the terminal around it decides.
        (
            &tmux_xterm,
            &in_tmux_of_vte,
            Visual,
            Untouched,
            Nothing,
            "xterm by tmux version",
        ),
        (
            &tmux_kitty,
            &in_tmux,
            Kitty,
            Untouched,
            Nothing,
            "kitty by tmux version",
        ),
        (
            &tmux_konsole,
            &in_tmux,
            Visual,
            Konsole,
            Tmux,
            "Konsole by tmux version",
        ),
        (
            &tmux_vte_passes,
            &in_tmux_of_vte,
            Visual,
            Explicit,
            Tmux,
            "VTE by VTE_VERSION",
        ),
        (
            &tmux_vte,
            &in_tmux_of_vte,
            Words,
            Untouched,
            Nothing,
            "VTE out of reach",
        ),
        (
            &tmux_mlterm_passes,
            &in_tmux,
            Visual,
            Mlterm,
            Tmux,
            "mlterm by tmux term",
        ),
        (
            &tmux_mlterm,
            &in_tmux,
            Words,
            Untouched,
            Nothing,
            "mlterm out of reach",
        ),
        (
            &tmux_vte_passes,
            &in_tmux,
            Visual,
            Explicit,
            Tmux,
            "unknown",
        ),
        (&tmux_vte, &in_tmux, Visual, Untouched, Nothing, "unknown"),
        (
            &tmux_new,
            &in_tmux_of_kitty,
            Visual,
            Explicit,
            Tmux,
            "unknown",
        ),
        // Before it has said who that is; on another machine; in screen.
        (
            "",
            &in_tmux_of_kitty,
            Kitty,
            Untouched,
            Tmux,
            "kitty by KITTY_WINDOW_ID",
        ),
        ("", &in_tmux, Visual, Explicit, Tmux, "unknown"),
        (TMUX, &term, Visual, Explicit, Tmux, "unknown"),
        (
            "2 83,40900,0; 1 1,2",
            &[("TERM", "screen"), ("STY", "1.pts"), ("MLTERM", "3")],
            Visual,
            Mlterm,
            Screen,
            "mlterm by MLTERM",
        ),
        (
            "v Zellij(0.40); 1 62",
            &[("ZELLIJ", "0"), ("VTE_VERSION", "7006")],
            Words,
            Untouched,
            Nothing,
            "VTE out of reach",
        ),
    ];
    for (answered, set, form, bidi, through, reason) in rows {
        let choice = choose(None, &answers(answered), &surroundings(set), None);
        let wanted = (*form, *bidi, *through, (*reason).to_owned());
        assert_eq!(told(&choice), wanted, "{answered} {set:?}");
    }
}

#[test]
fn the_persons_word_comes_first() {
    let said = |wish, remembered| {
        let around = surroundings(&[("TERM", "xterm")]);
        told(&choose(wish, &answers(PUTTY), &around, remembered))
    };
    for (word, name) in [
        (Word::Flag, "Flag"),
        (Word::Variable, "Variable"),
        (Word::Configuration, "Configuration"),
    ] {
        let wish = Some((Wish::Form(Off), word));
        let wanted = (Off, Bidi::Untouched, Through::Nothing, name.to_owned());
        assert_eq!(said(wish, Some(Kitty)), wanted);
    }
    // The form that was asked for, with the switch of this terminal.
    let wish = Some((Wish::Form(Visual), Word::Flag));
    let choice = choose(wish, &answers(MLTERM), &surroundings(&[]), None);
    assert_eq!((choice.form, choice.switch.bidi), (Visual, Bidi::Mlterm));
    // `auto` leaves it to the terminal.
    assert_eq!(said(Some((Wish::Auto, Word::Flag)), None).3, "PuTTY by da2");
}

#[test]
fn what_is_remembered_holds_only_where_nothing_is_known() {
    let choice = |told: &str| choose(None, &answers(told), &surroundings(&[]), Some(Words));
    assert_eq!(choice("1 1,2").reason, Reason::Remembered);
    assert_eq!(choice("1 1,2").form, Words);
    assert_eq!(choice("1 1,2").switch, Switch::NONE);
    assert_eq!(choice(XTERM).form, Visual);
}

#[test]
fn lines_that_stay_are_in_a_form_for_the_terminals_own_order() {
    let form = |told: &str| identify(&answers(told), &surroundings(&[])).form_of_lines();
    assert_eq!(form(XTERM), Visual);
    assert_eq!(form(VTE), Words);
    assert_eq!(form(MLTERM), Words);
    assert_eq!(form(KITTY), Kitty);
    assert_eq!(form(PUTTY), Words);
    assert_eq!(form("1 1,2"), Visual);
}

#[test]
fn the_answers_are_complete_with_the_last_one_and_with_tmux() {
    let mut told = answers("v tmux 3.3a");
    assert!(!told.complete());
    told.take(Reply::Primary(vec![1, 2]));
    assert!(told.complete());
    told.outer = Outer::Asked;
    assert!(!told.complete());
    told.outer = Outer::Silent;
    assert!(told.complete());
}
