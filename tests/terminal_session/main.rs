//! The terminal session in a real pseudo-terminal: whatever happens, the terminal is given
//! back as it was.
//!
//! The program in the terminal is this test itself: [`the_program`] acts only when the
//! variable [`PROGRAM`] says what to do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[path = "../support/pty.rs"]
mod pty;
mod stop;

use std::io::{self, Write};
use std::process::exit;
use std::sync::mpsc;

use crossterm::event::{KeyCode, KeyModifiers};
use majlis::terminal::{Event, Options, Session};

use pty::Pty;

const PROGRAM: &str = "MAJLIS_TEST_PROGRAM";

/// The exit code of the program when a frame could not be sent.
const DRAWING_FAILED: u32 = 4;

/// The exit code of the program when its terminal is gone.
const INPUT_CLOSED: u32 = 3;

/// Starts this file as a program in a terminal of 10 rows and 40 columns.
fn start(what: &str) -> Pty {
    let program = std::env::current_exe().unwrap();
    let arguments = ["--exact", "the_program", "--nocapture", "--test-threads=1"];
    Pty::spawn((10, 40), program, &arguments, &[(PROGRAM, what)])
}

/// Starts it and waits for its first frame.
fn start_and_see(what: &str) -> Pty {
    let mut pty = start(what);
    pty.wait_text("frame 1");
    let screen = pty.screen();
    assert!(screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste());
    pty
}

/// The terminal is as it was: modes, screen, cursor, paste.
fn assert_given_back(pty: &Pty) {
    let screen = pty.screen();
    assert!(!screen.alternate_screen(), "the alternate screen is left");
    assert!(!screen.hide_cursor(), "the cursor is shown");
    assert!(!screen.bracketed_paste(), "bracketed paste is off");
    assert_eq!(pty.modes(), pty.modes_before(), "raw mode is off");
    let sent = pty.sent();
    let (on, off) = (sent.rfind("\x1b[8h"), sent.rfind("\x1b[8l"));
    assert!(on > off, "the terminal's own bidi is on again");
    assert!(
        sent.rfind("\x1b[?7h") > sent.rfind("\x1b[?7l"),
        "automatic wrap is on again"
    );
}

#[test]
fn the_bidi_switch_stands_before_the_clear() {
    let mut pty = start_and_see("frames");
    let sent = pty.sent();
    let place = |sequence| sent.find(sequence).unwrap();
    assert!(place("\x1b[?1049h") < place("\x1b[8l"));
    assert!(place("\x1b[8l") < place("\x1b[2J"));
    assert!(place("\x1b[2J") < place("\x1b[?2026h"));
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn the_questions_are_one_write_that_what_a_terminal_shows_of_them_is_wiped_out_after() {
    let mut pty = start_and_see("frames");
    let asked = "\x1b[?1049h\x1b[>q\x1b[8$p\x1b[=c\x1b[>c\x1b[c\x1b[8l\x1b[2J";
    assert!(pty.sent().contains(asked));
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn answers_that_come_late_and_in_pieces_are_no_keys() {
    let mut pty = start_and_see("frames");
    pty.send("x");
    pty.wait_text("key x");
    // Cut in the middle of the name, with a key right behind it.
    pty.send("\x1bP>|XTerm(3");
    pty.send("79)\x1b\\y");
    pty.wait_text("key y");
    pty.send("\x1b[8;0$y\x1bP!|00000000\x1b\\\x1b[>41;379;0");
    pty.send("c\x1b[?64;1");
    pty.send("c");
    pty.wait_text("answered XTerm(379)");
    pty.send("z");
    pty.wait_text("key z");
    // One frame for each key and one for the answers: nothing else has happened.
    assert!(pty.screen().contents().starts_with("frame 5"));
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_lone_escape_is_a_key() {
    let mut pty = start_and_see("frames");
    for answers in ["", "\x1b[?6c"] {
        pty.send(answers);
        pty.send("\x1b");
        pty.wait_text("key Esc");
        pty.send("\x1b[A");
        pty.wait_text("key Up");
    }
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn an_ordinary_end_gives_the_terminal_back() {
    let mut pty = start_and_see("frames");
    assert_ne!(pty.modes(), pty.modes_before(), "raw mode is on");
    pty.send("q");
    pty.wait_text("left in order");
    let status = pty.wait_exit();
    assert!(status.success(), "{status:?}");
    assert_given_back(&pty);
}

#[test]
fn ctrl_c_is_a_key() {
    let mut pty = start_and_see("frames");
    pty.send("\x03");
    pty.wait_text("key c with Ctrl");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_paste_is_one_event() {
    let mut pty = start_and_see("frames");
    pty.send("\x1b[200~q مباني\x1b[201~");
    pty.wait_text("paste of 7");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn another_thread_wakes_the_session() {
    let mut pty = start_and_see("frames");
    pty.send("w");
    pty.wait_text("woken");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let mut pty = start_and_see("frames");
    pty.send("p");
    let status = pty.wait_exit();
    assert_eq!(status.exit_code(), 101);
    assert_given_back(&pty);
    let sent = pty.sent();
    // A whole line from the left margin: the modes are those of a line-wise terminal again.
    assert!(sent.contains("\r\nas the test wants it\r\n"), "{sent:?}");
    assert!(sent.rfind("\x1b[?1049l") < sent.find("as the test wants it"));
}

#[test]
fn a_panic_on_another_thread_gives_the_terminal_back_and_ends_the_session() {
    let mut pty = start_and_see("frames");
    pty.send("t");
    let status = pty.wait_exit();
    assert_eq!(
        status.exit_code(),
        INPUT_CLOSED,
        "the program was told that its terminal is gone"
    );
    assert_given_back(&pty);
    assert!(pty.sent().contains("\r\non another thread\r\n"));
}

#[test]
fn signals_end_in_order() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let mut pty = start_and_see("frames");
        pty.signal(name);
        let status = pty.wait_exit();
        assert_eq!(status.exit_code(), code, "{name}");
        assert_given_back(&pty);
        assert!(pty.screen().contents().contains("left in order"));
    }
}

#[test]
fn a_second_signal_does_not_wait_for_a_program_that_is_stuck() {
    let mut pty = start_and_see("stuck");
    pty.signal("TERM");
    // Two signals at once may be heard as one, so the second is of another kind.
    pty.signal("INT");
    let code = pty.wait_exit().exit_code();
    assert!(code == 130 || code == 143, "{code}");
    assert_given_back(&pty);
    assert!(!pty.screen().contents().contains("left in order"));
}

#[test]
fn a_closed_window_ends_the_program() {
    let pty = start_and_see("frames");
    let code = pty.hang_up().exit_code();
    // SIGHUP is heard, or before it the end of the input; or a frame is drawn into a line that is
    // gone: an error.
    assert!(
        [129, INPUT_CLOSED, DRAWING_FAILED].contains(&code),
        "{code}"
    );
}

#[test]
fn a_paste_without_its_end_holds_nothing_up() {
    let mut pty = start_and_see("frames");
    pty.send("\x1b[200~q\x03");
    pty.wait_text("paste of 2");
    pty.send("\x03");
    pty.wait_text("key c with Ctrl");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_lone_escape_is_a_key_for_who_only_looks_what_is_there() {
    let mut pty = start_and_see("busy");
    pty.send("\x1b");
    pty.wait_text("key Esc");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn reordering_that_was_off_is_not_switched_on() {
    for (first, way, is_switched_on) in [
        (1, "q", true),
        (0, "q", true),
        (2, "q", false),
        (4, "q", false),
        (2, "panic", false),
        (2, "TERM", false),
    ] {
        let mut pty = start_and_see("frames");
        pty.send(&format!("\x1b[8;{first}$y\x1b[?6c"));
        pty.wait_text("answered");
        // Whatever is told later is what we have set ourselves.
        pty.send("\x1b[8;2$yx");
        pty.wait_text("key x");
        match way {
            "TERM" => pty.signal("TERM"),
            key => pty.send(&key[..1]),
        }
        pty.wait_exit();
        let sent = pty.sent();
        assert!(sent.contains("\x1b[8l"));
        assert_eq!(sent.contains("\x1b[8h"), is_switched_on, "{first} {way}");
    }
}

#[test]
fn any_size_is_drawn() {
    let mut pty = start_and_see("frames");
    for (rows, columns, told) in [
        (30, 100, "100x30"),
        (0, 0, "80x24"),
        (5, 60, "60x5"),
        (1, 1, ""),
        (4, 20, "20x4"),
    ] {
        pty.resize(rows, columns);
        if told.is_empty() {
            // Of the word "frame" one letter remains.
            pty.wait_screen("one letter", |screen| screen.contents() == "f");
        } else {
            pty.wait_for(told);
        }
    }
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn no_key_is_lost_that_comes_with_a_resize() {
    let mut pty = start_and_see("frames");
    for round in 0..30 {
        let key = ["x", "y"][round % 2];
        pty.send(key);
        pty.resize(if round % 2 == 0 { 12 } else { 10 }, 40);
        pty.wait_text(&format!("key {key}"));
    }
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn the_same_frame_sends_nothing() {
    let mut pty = start_and_see("frames");
    pty.send("s");
    pty.wait_text("some and 0 bytes");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

/// The program: draws a frame for every event.
#[test]
fn the_program() {
    let Ok(what) = std::env::var(PROGRAM) else {
        return;
    };
    let mut session = Session::enter(Options::default()).unwrap();
    let mut count = 1;
    let mut told = String::new();
    loop {
        if draw(&mut session, count, &told).is_err() {
            exit(DRAWING_FAILED.cast_signed());
        }
        if what == "stuck" {
            // Nobody ever sends: stuck for good.
            let (_sender, receiver) = mpsc::channel::<()>();
            receiver.recv().unwrap();
        }
        let event = match what.as_str() {
            "busy" => loop {
                if let Some(event) = session.try_next() {
                    break event;
                }
                std::thread::yield_now();
            },
            _ => session.next(),
        };
        count += 1;
        told = match event {
            Event::Key(key) => match key.code {
                KeyCode::Char('q') => leave(session, 0),
                KeyCode::Char('p') => panic!("as the test wants it"),
                KeyCode::Char('t') => {
                    let thread = std::thread::spawn(|| panic!("on another thread"));
                    thread.join().unwrap_err();
                    assert!(draw(&mut session, count, "too late").is_err());
                    exit(if session.next() == Event::InputClosed {
                        INPUT_CLOSED.cast_signed()
                    } else {
                        5
                    });
                }
                KeyCode::Char('w') => {
                    let waker = session.waker();
                    std::thread::spawn(move || waker.wake());
                    String::from("to be woken")
                }
                KeyCode::Char('i') => format!("process {}.", std::process::id()),
                KeyCode::Char('s') => {
                    let first = draw(&mut session, count, "the same").unwrap();
                    let second = draw(&mut session, count, "the same").unwrap();
                    format!(
                        "{} and {second} bytes",
                        if first > 0 { "some" } else { "no" }
                    )
                }
                KeyCode::Char('z') if key.modifiers == KeyModifiers::CONTROL => {
                    session.suspend().unwrap();
                    String::from("after the stop")
                }
                code if key.modifiers == KeyModifiers::CONTROL => format!("key {code} with Ctrl"),
                code => format!("key {code}"),
            },
            Event::Paste(text) => format!("paste of {}", text.chars().count()),
            Event::Wake => String::from("woken"),
            Event::Resumed => String::from("resumed"),
            Event::Quit(signal) => leave(session, i32::from(signal.exit_code())),
            Event::InputClosed => exit(INPUT_CLOSED.cast_signed()),
            Event::Resize | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => told,
            Event::Answered => {
                let version = session.answers().version.clone();
                format!("answered {}", version.unwrap_or_default())
            }
        };
    }
}

fn draw(session: &mut Session, count: u32, told: &str) -> io::Result<usize> {
    session.draw(|frame| {
        let area = frame.area();
        let text = format!("frame {count}\n{}x{}\n{told}", area.width, area.height);
        frame.render_widget(ratatui::widgets::Paragraph::new(text), area);
    })
}

/// Leaves, twice as may happen, and says so. After SIGHUP nobody may be there to read it.
fn leave(mut session: Session, code: i32) -> ! {
    let _ = session.leave();
    session.leave().unwrap();
    drop(session);
    let _ = writeln!(io::stdout(), "left in order");
    exit(code)
}
