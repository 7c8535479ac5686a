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
/// As much after a lone ESC while answers are on their way, which may be cut right there.
const ESCAPE_WHILE_ASKED: Duration = Duration::from_millis(250);
/// The same after `ESC [`, `ESC O`, `ESC P` and the like, which are also Alt with a letter that no
/// command has.
const OPENING: Duration = Duration::from_millis(500);

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
}

/// The decoder; see the module.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// Answers are on their way.
    asked: bool,
}

impl Decoder {
    /// Tells that answers are on their way, the last of them DA1.
    pub const fn expect_answers(&mut self) {
        self.asked = true;
    }

    /// Takes bytes, and adds what they come to.
    pub fn feed(&mut self, bytes: &[u8], out: &mut impl Extend<Decoded>) {
        for byte in bytes {
            self.take(*byte, out);
        }
    }

    /// How long the rest of what has begun is to be waited for. `None`: for ever, or nothing has
    /// begun.
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Escape if self.asked => Some(ESCAPE_WHILE_ASKED),
            State::Escape => Some(ESCAPE),
            State::Csi(begun) | State::Ss3(begun) if begun.is_empty() => Some(OPENING),
            State::Text { body, escape, .. } if body.is_empty() && !escape => Some(OPENING),
            _ => None,
        }
    }

    /// Nothing came for as long as [`patience`](Self::patience) says: what has begun is a key.
    pub fn give_up(&mut self, out: &mut impl Extend<Decoded>) {
        // Who does not answer in time may do so later, but nobody waits for it with Escape.
        self.asked = false;
        let opened = match &self.state {
            State::Escape => {
                self.state = State::Ground;
                tell(out, keys::key(KeyCode::Esc, KeyModifiers::NONE));
                return;
            }
            State::Csi(begun) if begun.is_empty() => b'[',
            State::Ss3(begun) if begun.is_empty() => b'O',
            State::Text { opened, body, .. } if body.is_empty() => *opened,
            _ => return,
        };
        self.state = State::Ground;
        tell(out, keys::with_alt(keys::letter(char::from(opened))));
    }

    fn take(&mut self, byte: u8, out: &mut impl Extend<Decoded>) {
        match std::mem::take(&mut self.state) {
            State::Ground => self.begin(byte, false, out),
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
            let text = String::from_utf8_lossy(&text).into_owned();
            out.extend([Decoded::Input(Event::Paste(text))]);
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

fn tell(out: &mut impl Extend<Decoded>, key: Event) {
    out.extend([Decoded::Input(key)]);
}
