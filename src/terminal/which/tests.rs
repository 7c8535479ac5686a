use super::super::reply::Reply;
use super::super::switch::{Bidi, Switch, Through};
use super::*;
use crate::script::Form::{Kitty, Off, Visual, Words};

fn surroundings(set: &[(&str, &str)]) -> Surroundings {
    Surroundings::of(|name| {
        let (_, value) = set.iter().find(|(known, _)| *known == name)?;
        Some((*value).to_owned())
    })
}

/// The answers of a terminal in short: `v XTerm(379); m 1; 3 7E565445; 2 65,7006,1; 1 6`; and of a
/// tmux: `o version/term/on`. What follows `around screen` is said by the terminal around that.
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
            "around" => assert!(answers.expect_around(), "{told}"),
            _ => {
                let parts: Vec<&str> = text.split('/').collect();
                answers.outer = Outer::Told {
                    version: parts[0].into(),
                    term: parts[1].into(),
                    passes: parts[2] == "on",
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
const SCREEN: &str = "2 83,40900,0; 1 1,2";
const KITTY: &str = "v kitty(0.26.5); m 0; 2 1,4000,26; 1 62,0";
const PUTTY: &str = "2 0,136,0; 1 6";

/// How a choice is told in the table below.
fn told(choice: &Choice) -> String {
    let reason = match &choice.reason {
        Reason::Known(known, evidence) => {
            let by = match evidence {
                Evidence::Version(_) => "version",
                Evidence::Tertiary(_) => "DA3",
                Evidence::Secondary(_) => "DA2",
                Evidence::BidiMode => "mode",
                Evidence::Term(_) => "TERM",
                Evidence::Variable(name) => name,
                Evidence::OuterVersion(_) => "tmux's version",
                Evidence::OuterTerm(_) => "tmux's TERM",
            };
            format!("{} by {by}", known.name)
        }
        Reason::OutOfReach(known, _) => format!("{} out of reach", known.name),
        Reason::Remembered => "remembered".into(),
        Reason::Told(word) => format!("{word:?}"),
        Reason::Unknown => "unknown".into(),
    };
    let switch = match (choice.switch.bidi, choice.switch.through) {
        (Bidi::Untouched, _) => "-".to_owned(),
        (bidi, Through::Nothing) => format!("{bidi:?}"),
        (bidi, through) => format!("{bidi:?} through {through:?}"),
    };
    format!("{:?}, {switch}, {reason}", choice.form)
}

/// What the terminal answers (one of the above by its name) | what is set | what is chosen.
const POLICY: &str = "
XTERM | TERM=xterm-256color | Visual, Explicit, xterm by version
VTE | TERM=xterm-256color | Visual, Explicit, VTE by DA3
m 1; 2 65,7006,1; 1 6 | | Visual, Explicit, BDSM by mode
MLTERM | TERM=xterm | Visual, Mlterm, mlterm by DA2
KITTY | TERM=xterm-256color | Kitty, -, kitty by version
PUTTY | TERM=xterm | Words, -, PuTTY by DA2
v Konsole 23.08.1; 3 7E4B4445; 1 62 | | Visual, Konsole, Konsole by version
3 7E4B4445; 2 0,115,0; 1 1,2 | | Visual, Konsole, Konsole by DA3
v WezTerm 20240203; m 1; 1 65 | | Visual, Explicit, WezTerm by version
v WezTerm 20240203; m 2; 1 65 | | Visual, -, WezTerm by version
v mintty 3.6.1; m 1; 2 77,30601,0; 1 62 | | Visual, Explicit, mintty by version
v iTerm2 3.5.0; 2 64,2500,0; 1 64 | | Words, -, iTerm2 by version
2 1,95,0; 1 1,2 | TERM=xterm-256color | Words, -, Terminal.app by DA2
v foot(1.16.2); m 0; 1 62 | | Visual, Explicit, foot by version
3 464f4f54; 1 62 | | Visual, Explicit, foot by DA3
v ghostty 1.0.0; 2 1,10,0; 1 62 | | Visual, Explicit, Ghostty by version
2 0,10,1; 1 61 | | Visual, Explicit, Windows Terminal by DA2
2 0,276,0; 1 1,2 | | Visual, Explicit, xterm.js by DA2
2 0,2401,1; 1 6 | | Visual, Explicit, Alacritty by DA2

A name that is not known: not what another terminal left behind, nor what its DA2 imitates.
v NewTerm 1.0; 2 0,136,0; 1 62 | TERM=xterm-kitty | Visual, Explicit, unknown
v NewTerm 1.0; m 2; 1 62 | | Visual, -, BDSM by mode
v NewTerm 1.0; m 4; 1 62 | | Visual, -, unknown
The first report counts: later ones tell what we have set.
m 1; m 2; 1 6 | | Visual, Explicit, BDSM by mode
m 2; m 1; 1 6 | | Visual, -, BDSM by mode

mosh, and terminals that say little or nothing.
2 1,10,0; 1 62 | TERM=xterm-256color | Visual, Explicit, unknown
1 1,2 | TERM=xterm | Visual, Explicit, unknown
 | TERM=xterm-256color | Visual, Explicit, unknown

By what is set, before it has answered or where it does not.
 | TERM=xterm-kitty | Kitty, -, kitty by TERM
1 6 | TERM=linux | Visual, Explicit, Linux console by TERM
 | TERM=mlterm | Visual, Mlterm, mlterm by TERM
 | TERM=putty-256color | Words, -, PuTTY by TERM
 | LC_TERMINAL=iTerm2 | Words, -, iTerm2 by LC_TERMINAL
 | TERM_PROGRAM=Apple_Terminal | Words, -, Terminal.app by TERM_PROGRAM
 | TERM_PROGRAM=vscode | Visual, Explicit, xterm.js by TERM_PROGRAM
 | TERM=xterm KONSOLE_VERSION=220401 | Visual, Konsole, Konsole by KONSOLE_VERSION
 | XTERM_VERSION=XTerm(379) KITTY_WINDOW_ID=1 | Visual, Explicit, xterm by XTERM_VERSION
 | TERM=xterm-kitty KONSOLE_VERSION=220401 | Kitty, -, kitty by TERM
 | TERM=xterm XTERM_VERSION=XTerm(379) KONSOLE_VERSION=220401 | Visual, Explicit, xterm by XTERM_VERSION
 | TERM=xterm-256color VTE_VERSION=7006 MLTERM=3.9.3 | Visual, Explicit, VTE by VTE_VERSION

What it answers is surer than what another terminal or a tmux left behind.
XTERM | KITTY_WINDOW_ID=1 TMUX=/tmp/t | Visual, Explicit, xterm by version
PUTTY | VTE_VERSION=7006 | Words, -, PuTTY by DA2

Within tmux the terminal around it decides.
TMUX; o XTerm(379)/xterm/ | TMUX=/tmp/t VTE_VERSION=7006 | Visual, -, xterm by tmux's version
TMUX; o kitty(0.26.5)/xterm-kitty/ | TMUX=/tmp/t | Kitty, -, kitty by tmux's version
TMUX; o Konsole 23/xterm/on | TMUX=/tmp/t | Visual, Konsole through Tmux, Konsole by tmux's version
TMUX; o /xterm/on | TMUX=/tmp/t VTE_VERSION=7006 | Visual, Explicit through Tmux, VTE by VTE_VERSION
TMUX; o /xterm/ | TMUX=/tmp/t VTE_VERSION=7006 | Words, -, VTE out of reach
tmux was started in xterm and is now in a terminal that has told it no name.
TMUX; o /xterm/on | TMUX=/tmp/t XTERM_VERSION=XTerm(379) | Visual, Explicit through Tmux, unknown
TMUX; o /mlterm/on | TMUX=/tmp/t | Visual, Mlterm through Tmux, mlterm by tmux's TERM
TMUX; o /mlterm/ | TMUX=/tmp/t | Words, -, mlterm out of reach
TMUX; o /xterm/on | TMUX=/tmp/t | Visual, Explicit through Tmux, unknown
TMUX; m 2; o /xterm/on | TMUX=/tmp/t | Visual, Explicit through Tmux, unknown
TMUX; o /xterm/ | TMUX=/tmp/t | Visual, -, unknown
TMUX; o NewTerm 1/xterm/on | TMUX=/tmp/t KITTY_WINDOW_ID=1 | Visual, Explicit through Tmux, unknown

Before tmux has said who that is; a tmux on another machine; screen; Zellij.
 | TMUX=/tmp/t KITTY_WINDOW_ID=1 | Kitty, -, kitty by KITTY_WINDOW_ID
 | TERM=tmux-256color | Visual, Explicit through Tmux, unknown
TMUX | TERM=screen-256color | Visual, Explicit through Tmux, unknown
SCREEN | STY=1.pts MLTERM=3 | Visual, Mlterm through Screen, mlterm by MLTERM
 | TERM=screen STY=1.pts | Visual, Explicit through Screen, unknown
v Zellij(0.40); 1 62 | VTE_VERSION=7006 | Words, -, VTE out of reach

The terminal around screen answers through it, as it was recorded; our own switch may be in force by then.
SCREEN; around screen | STY=1.pts VTE_VERSION=7006 | Visual, Explicit through Screen, VTE by VTE_VERSION
SCREEN; around screen; m 2; 3 7E565445; 2 65,7006,1; 1 65,1,9 | STY=1.pts | Visual, Explicit through Screen, VTE by DA3
SCREEN; around screen; 2 0,136,0; 1 6 | STY=1.pts | Words, -, PuTTY by DA2
SCREEN; around screen; v kitty(0.26.5); m 0; 2 1,4000,26; 1 62,0 | | Kitty, -, kitty by version
SCREEN; around screen; v Konsole 22.12.3; 2 1,115,0; 1 62 | | Visual, Konsole through Screen, Konsole by version
SCREEN; around screen; m 0; 2 24,279,0; 1 63 | TERM=screen | Visual, Mlterm through Screen, mlterm by DA2
screen was started in kitty and is now in a terminal that says nothing, or another name.
SCREEN; around screen; 1 1,2 | KITTY_WINDOW_ID=1 | Visual, Explicit through Screen, unknown
SCREEN; around screen; v NewTerm 1.0; 1 1,2 | MLTERM=3 | Visual, Explicit through Screen, unknown
";

#[test]
fn the_policy() {
    let named = [
        ("XTERM", XTERM),
        ("VTE", VTE),
        ("MLTERM", MLTERM),
        ("KITTY", KITTY),
        ("PUTTY", PUTTY),
        ("TMUX", TMUX),
        ("SCREEN", SCREEN),
    ];
    let mut rows = 0;
    for row in POLICY.lines() {
        let columns: Vec<&str> = row.split('|').map(str::trim).collect();
        let [answered, set, chosen] = columns.as_slice() else {
            continue;
        };
        rows += 1;
        let mut answered = (*answered).to_owned();
        for (name, told) in named {
            answered = match answered.strip_prefix(name) {
                Some(rest) if rest.is_empty() || rest.starts_with(';') => format!("{told}{rest}"),
                _ => answered,
            };
        }
        let set: Vec<(&str, &str)> = set
            .split(' ')
            .filter_map(|one| one.split_once('='))
            .collect();
        let choice = choose(None, &answers(&answered), &surroundings(&set), None);
        assert_eq!(told(&choice), *chosen, "{row}");
    }
    assert_eq!(rows, 67);
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
        assert_eq!(said(wish, Some(Kitty)), format!("Off, -, {name}"));
    }
    // The form that was asked for, with the switch of this terminal.
    let wish = Some((Wish::Form(Visual), Word::Flag));
    let choice = choose(wish, &answers(MLTERM), &surroundings(&[]), None);
    assert_eq!((choice.form, choice.switch.bidi), (Visual, Bidi::Mlterm));
    // `auto` leaves it to the terminal.
    let auto = Some((Wish::Auto, Word::Flag));
    assert_eq!(said(auto, None), "Words, -, PuTTY by DA2");
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
    // It could reorder, and does not.
    assert_eq!(form("m 2; 1 6"), Visual);
}

#[test]
fn what_the_terminal_said_first_of_its_reordering_stays() {
    let mut told = answers("m 1; 2 65,7006,1; 1 6");
    assert!(!told.expect(false));
    assert_eq!(told, answers("m 1"));
    // By then our own switch is in force.
    told.take(Reply::Mode { mode: 8, state: 2 });
    assert!(told.has_bidi_mode() && !told.was_off());
    assert!(answers("m 2").was_off() && answers("m 4").was_off());
    assert!(!answers("m 0").was_off() && !answers("").was_off());
}

#[test]
fn tmux_is_not_asked_again_while_it_has_yet_to_answer() {
    let mut told = answers(TMUX);
    assert!(told.expect(true));
    assert_eq!(told.outer, Outer::Asked);
    assert!(!told.expect(true));
    assert_eq!(told.outer, Outer::Asked);
    told.outer = Outer::Silent;
    assert!(told.expect(true));
    assert!(!told.expect(false));
    assert_eq!(told.outer, Outer::NotAsked);
}

#[test]
fn the_terminal_around_screen_is_asked_once_and_has_the_last_word() {
    let mut told = answers("2 83,40900,0");
    assert!(!told.expect_around(), "screen has yet to say its last word");
    told.take(Reply::Primary(vec![1, 2]));
    assert!(told.complete() && told.expect_around() && !told.expect_around());
    assert!(!told.complete());
    told.take(Reply::Version("XTerm(379)".into()));
    told.take(Reply::Primary(vec![64]));
    assert!(told.complete() && told.version.is_none());
    // Asked anew, screen answers first.
    told.expect(false);
    assert_eq!(told.around, None);
    // Nobody else is asked so.
    assert!(!answers(XTERM).expect_around() && !answers(TMUX).expect_around());
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
