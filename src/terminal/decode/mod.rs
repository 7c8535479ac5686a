//! The bytes of a terminal as keys, pastes and answers.
//!
//! A terminal sends answers and keys on one line, in any portions: between two reads a letter or a
//! sequence may be cut anywhere. The decoder takes bytes as they come and keeps what has only begun.
//! It follows ECMA-48 5.4 and 8.3 (CSI, DCS, OSC…), XTerm's keys, and kitty's `CSI u`.
//!
//! An answer never becomes a key: what is a string (DCS, OSC, APC, PM, SOS) or a CSI with a private
//! sign (`?`, `>`, `=`) or an intermediate byte (`$`) is an answer, or nothing. The one that looks
//! like a key is the cursor's place (`CSI row ; column R`, F3 with modifiers): it is taken for the
//! place from row 2 on, where no F3 is.
//!
//! Nothing that has begun is waited for without end: whose rest does not come in time is a key, or
//! is dropped, and the next key is a key again.

mod csi;
mod keys;
#[cfg(test)]
mod tests;

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::reply::Reply;

/// What bytes come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// A key, a paste, the mouse, the focus.
    Input(Event),
    /// An answer of the terminal.
    Reply(Reply),
}

/// How long the rest of a sequence is waited for after a lone ESC, before it is the key Escape.
const ESCAPE: Duration = Duration::from_millis(50);
/// As much after a lone ESC while answers are on their way, which may be cut right there; and after
/// an ESC within a string, which may be half of its end.
const ESCAPE_WHILE_ASKED: Duration = Duration::from_millis(250);
/// The same after `ESC [`, `ESC O`, `ESC P` and the like, which are also Alt with a letter that no
/// command has.
const OPENING: Duration = Duration::from_millis(500);
/// The same within a sequence: whose end does not come then has lost it.
const REST: Duration = Duration::from_secs(1);
/// The same within a paste, whose rest would be taken for keys: a line may stand still for a second
/// when it has lost something.
const REST_OF_PASTE: Duration = Duration::from_secs(2);

/// The longest sequence that is understood; the rest of a longer one is passed over.
const LONGEST_SEQUENCE: usize = 128;
/// The longest answer that is kept, in bytes; the rest of a longer one is passed over.
const LONGEST_ANSWER: usize = 512;
/// The longest paste, in bytes; the rest of a longer one is passed over.
const LONGEST_PASTE: usize = 1 << 20;
/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// What has begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// A letter of several bytes.
    Letter { bytes: Vec<u8>, alt: bool },
    /// ESC.
    Escape,
    /// `ESC [`, and what stands before the final byte.
    Csi(Vec<u8>),
    /// `ESC [ [`: a function key of the Linux console.
    Console,
    /// `ESC [ M`: the mouse in its oldest form, and how many of its three bytes are still to come.
    OldMouse(u8),
    /// `ESC O`, and the modifiers of some terminals.
    Ss3(Vec<u8>),
    /// A string, by the byte that opened it; whether its last byte is an ESC.
    Text {
        opened: u8,
        body: Vec<u8>,
        escape: bool,
    },
    /// A paste, with how many bytes of its end are there.
    Paste { text: Vec<u8>, ended: usize },
    /// `[` or `P` right after an ESC that was given up: a key, or the rest of an answer.
    Late(u8),
}

/// The decoder; see the module.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// Answers are on their way.
    asked: bool,
    /// DA1, the last answer, has not come; unlike `asked` this holds however long it takes.
    unanswered: bool,
    /// An ESC was given up that may have been the beginning of an answer, and nothing has come since.
    late: bool,
}

impl Decoder {
    /// Tells that answers are on their way, the last of them DA1.
    pub const fn expect_answers(&mut self) {
        self.asked = true;
        self.unanswered = true;
    }

    /// Takes bytes, and adds what they come to.
    pub fn feed(&mut self, bytes: &[u8], out: &mut impl Extend<Decoded>) {
        for byte in bytes {
            self.take(*byte, out);
        }
    }

    /// How long the rest of what has begun is to be waited for, after its last byte. `None`: nothing
    /// has begun.
    pub fn patience(&self) -> Option<Duration> {
        Some(match &self.state {
            State::Ground => return None,
            State::Escape if self.asked => ESCAPE_WHILE_ASKED,
            State::Escape | State::Late(_) => ESCAPE,
            State::Text { escape: true, .. } => ESCAPE_WHILE_ASKED,
            State::Csi(begun) | State::Ss3(begun) if begun.is_empty() => OPENING,
            State::Text { body, .. } if body.is_empty() => OPENING,
            State::Paste { .. } => REST_OF_PASTE,
            _ => REST,
        })
    }

    /// Nothing came for as long as [`patience`](Self::patience) says: what has begun is a key, a paste
    /// without its end, or nothing.
    pub fn give_up(&mut self, out: &mut impl Extend<Decoded>) {
        // Who does not answer in time may do so later, but nobody waits for it with Escape.
        self.asked = false;
        let escape = keys::key(KeyCode::Esc, KeyModifiers::NONE);
        let alt = |opened| keys::with_alt(keys::letter(char::from(opened)));
        match std::mem::take(&mut self.state) {
            State::Escape => {
                self.late = self.unanswered;
                tell(out, escape);
            }
            State::Late(letter) => tell(out, keys::letter(char::from(letter))),
            State::Csi(begun) if begun.is_empty() => tell(out, alt(b'[')),
            State::Ss3(begun) if begun.is_empty() => tell(out, alt(b'O')),
            State::Text {
                opened,
                body,
                escape: pressed,
            } => {
                if body.is_empty() {
                    tell(out, alt(opened));
                }
                if pressed {
                    tell(out, escape);
                }
            }
            State::Paste { text, .. } => tell(out, pasted(&text)),
            State::Ground
            | State::Letter { .. }
            | State::Csi(_)
            | State::Console
            | State::OldMouse(_)
            | State::Ss3(_) => {}
        }
    }

    fn take(&mut self, byte: u8, out: &mut impl Extend<Decoded>) {
        match std::mem::take(&mut self.state) {
            State::Ground => {
                if std::mem::take(&mut self.late) && matches!(byte, b'[' | b'P') {
                    self.state = State::Late(byte);
                } else {
                    self.begin(byte, false, out);
                }
            }
            State::Late(opened) => self.after_late(opened, byte, out),
            State::Letter { mut bytes, alt } => {
                if byte & 0xC0 != 0x80 {
                    // The letter was cut off for good.
                    return self.take(byte, out);
                }
                bytes.push(byte);
                match keys::utf8(&bytes) {
                    Some(letter) => {
                        let key = keys::letter(letter);
                        tell(out, if alt { keys::with_alt(key) } else { key });
                    }
                    None if bytes.len() < 4 => self.state = State::Letter { bytes, alt },
                    None => {}
                }
            }
            State::Escape => self.after_escape(byte, out),
            State::Csi(begun) => self.in_csi(begun, byte, out),
            State::Console => match byte {
                b'A'..=b'E' => tell(
                    out,
                    keys::key(KeyCode::F(byte - b'A' + 1), KeyModifiers::NONE),
                ),
                _ => self.interrupted(byte, out),
            },
            State::OldMouse(1) => {}
            State::OldMouse(left) => self.state = State::OldMouse(left - 1),
            State::Ss3(mut begun) => match byte {
                b'0'..=b'9' | b';' if begun.len() < LONGEST_SEQUENCE => {
                    begun.push(byte);
                    self.state = State::Ss3(begun);
                }
                0x20..=0x7E => out.extend(keys::ss3(&begun, byte).map(Decoded::Input)),
                _ => self.interrupted(byte, out),
            },
            State::Text {
                opened,
                body,
                escape,
            } => self.in_text(opened, body, escape, byte, out),
            State::Paste { text, ended } => self.in_paste(text, ended, byte, out),
        }
    }

    /// A byte with nothing before it, save perhaps ESC for Alt.
    fn begin(&mut self, byte: u8, alt: bool, out: &mut impl Extend<Decoded>) {
        let key = match byte {
            0x1B => {
                self.state = State::Escape;
                return;
            }
            0x00..=0x1F | 0x7F => keys::control(byte),
            0x20..=0x7E => keys::letter(char::from(byte)),
            0xC2..=0xF4 => {
                let bytes = vec![byte];
                self.state = State::Letter { bytes, alt };
                return;
            }
            // No letter begins so in UTF-8.
            _ => return,
        };
        tell(out, if alt { keys::with_alt(key) } else { key });
    }

    fn after_escape(&mut self, byte: u8, out: &mut impl Extend<Decoded>) {
        match byte {
            b'[' => self.state = State::Csi(Vec::new()),
            b'O' => self.state = State::Ss3(Vec::new()),
            b'P' | b']' | b'X' | b'^' | b'_' => {
                self.state = State::Text {
                    opened: byte,
                    body: Vec::new(),
                    escape: false,
                };
            }
            0x1B => {
                self.state = State::Escape;
                tell(out, keys::key(KeyCode::Esc, KeyModifiers::NONE));
            }
            _ => self.begin(byte, true, out),
        }
    }

    /// What follows an ESC that was given up: so begin the answers to our questions, and no person
    /// presses two such keys within the time that is waited here.
    fn after_late(&mut self, opened: u8, byte: u8, out: &mut impl Extend<Decoded>) {
        match (opened, byte) {
            (b'[', b'?' | b'>' | b'8') => self.state = State::Csi(vec![byte]),
            (b'P', b'>' | b'!') => {
                self.state = State::Text {
                    opened,
                    body: vec![byte],
                    escape: false,
                };
            }
            _ => {
                tell(out, keys::letter(char::from(opened)));
                self.take(byte, out);
            }
        }
    }

    fn in_csi(&mut self, mut begun: Vec<u8>, byte: u8, out: &mut impl Extend<Decoded>) {
        match byte {
            0x20..=0x3F => {
                if begun.len() <= LONGEST_SEQUENCE {
                    begun.push(byte);
                }
                self.state = State::Csi(begun);
            }
            b'[' if begun.is_empty() => self.state = State::Console,
            b'M' if begun.is_empty() => self.state = State::OldMouse(3),
            b'~' if begun == b"200" => {
                self.state = State::Paste {
                    text: Vec::new(),
                    ended: 0,
                };
            }
            0x40..=0x7E if begun.len() <= LONGEST_SEQUENCE => {
                let decoded = csi::decode(&begun, byte);
                if matches!(decoded, Some(Decoded::Reply(Reply::Primary(_)))) {
                    self.asked = false;
                    self.unanswered = false;
                }
                out.extend(decoded);
            }
            0x40..=0x7E => {}
            _ => self.interrupted(byte, out),
        }
    }

    fn in_text(
        &mut self,
        opened: u8,
        mut body: Vec<u8>,
        escape: bool,
        byte: u8,
        out: &mut impl Extend<Decoded>,
    ) {
        match (escape, byte) {
            // ST; or BEL, with which XTerm lets an OSC end as well.
            (true, b'\\') | (false, 0x07) => {
                if opened == b'P' {
                    out.extend(Reply::in_string(&body).map(Decoded::Reply));
                }
            }
            (true, _) => {
                self.state = State::Escape;
                self.take(byte, out);
            }
            // A control key pressed, when the end of the string got lost.
            (false, 0x00..=0x1A | 0x1C..=0x1F | 0x7F) => self.interrupted(byte, out),
            (false, _) => {
                let escape = byte == 0x1B;
                if !escape && body.len() < LONGEST_ANSWER {
                    body.push(byte);
                }
                self.state = State::Text {
                    opened,
                    body,
                    escape,
                };
            }
        }
    }

    fn in_paste(
        &mut self,
        mut text: Vec<u8>,
        ended: usize,
        byte: u8,
        out: &mut impl Extend<Decoded>,
    ) {
        if PASTE_END.get(ended) == Some(&byte) {
            if ended + 1 < PASTE_END.len() {
                let ended = ended + 1;
                self.state = State::Paste { text, ended };
                return;
            }
            tell(out, pasted(&text));
            return;
        }
        // What looked like the end belongs to the text; of the end's bytes only the first can begin
        // it again.
        let again = byte == 0x1B;
        let looked_like = PASTE_END.get(..ended).unwrap_or_default();
        let more = (!again).then_some(byte);
        if text.len() < LONGEST_PASTE {
            text.extend(looked_like.iter().copied().chain(more));
        }
        self.state = State::Paste {
            text,
            ended: usize::from(again),
        };
    }

    /// A byte that cannot stand within a sequence ends it; the sequence is nothing. CAN and SUB are
    /// there for just that (ECMA-48 8.3.6), and are keys too.
    fn interrupted(&mut self, byte: u8, out: &mut impl Extend<Decoded>) {
        self.state = State::Ground;
        self.take(byte, out);
    }
}

fn pasted(text: &[u8]) -> Event {
    Event::Paste(String::from_utf8_lossy(text).into_owned())
}

fn tell(out: &mut impl Extend<Decoded>, event: Event) {
    out.extend([Decoded::Input(event)]);
}
