//! OSC 52 (xterm's "manipulate selection data"): a text for the clipboard, in base64, sent to the
//! terminal. Terminals that do not know it, or are told to ignore it, say nothing.

use crate::terminal::Through;

/// The most bytes of text that are sure to arrive. Terminals differ: hterm takes sequences of
/// 100,000 bytes, which is this much text in base64 with the sequence around it; others take more,
/// and what is too long for one vanishes, or comes out as letters.
pub const LARGEST: usize = 74_994;

/// GNU screen hands on a DCS string of up to some 700 bytes as it is; a longer text goes in pieces,
/// which the terminal gets one behind the other.
const PIECE: usize = 240;

/// The bytes that put a text into the clipboard (`c`) of the terminal.
#[must_use]
pub fn sequence(text: &str, through: Through) -> Vec<u8> {
    // BEL ends it: older terminals know no ST, and within a DCS string ST would end that.
    let bare = format!("\x1b]52;c;{}\x07", base64(text.as_bytes()));
    match through {
        Through::Nothing => bare.into_bytes(),
        // One for `set-clipboard on`, one for `allow-passthrough on`, where ESC stands twice.
        Through::Tmux => {
            let passed = bare.replace('\x1b', "\x1b\x1b");
            format!("{bare}\x1bPtmux;{passed}\x1b\\").into_bytes()
        }
        Through::Screen => {
            let pieces = bare.as_bytes().chunks(PIECE);
            pieces
                .flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat())
                .collect()
        }
    }
}

/// The digits of base64 (RFC 4648 section 4).
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bytes in base64, padded.
pub(super) fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .chain([&0; 2])
            .take(3)
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        for place in 0..4 {
            let digit = bits >> (18 - 6 * place) & 63;
            let digit = usize::try_from(digit)
                .ok()
                .filter(|_| place <= three.len())
                .and_then(|digit| DIGITS.get(digit));
            out.push(char::from(*digit.unwrap_or(&b'=')));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        // Section 10.
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(base64(&[0xFB, 0xFF, 0xFE]), "+//+");
        // «مجلس»: D9 85 D8 AC D9 84 D8 B3.
        assert_eq!(base64("مجلس".as_bytes()), "2YXYrNmE2LM=");
    }

    #[test]
    fn the_largest_text_just_fits_what_hterm_takes() {
        let sent = sequence(&"x".repeat(LARGEST), Through::Nothing);
        assert_eq!(sent.len(), 100_000);
    }

    #[test]
    fn each_multiplexer_gets_what_it_passes_on() {
        let sent = |through| String::from_utf8(sequence("foo", through)).unwrap();
        assert_eq!(sent(Through::Nothing), "\x1b]52;c;Zm9v\x07");
        assert_eq!(
            sent(Through::Tmux),
            "\x1b]52;c;Zm9v\x07\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\"
        );
        assert_eq!(sent(Through::Screen), "\x1bP\x1b]52;c;Zm9v\x07\x1b\\");
    }

    #[test]
    fn what_screen_passes_on_in_pieces_comes_out_whole() {
        let text = "م".repeat(2000);
        let sent = String::from_utf8(sequence(&text, Through::Screen)).unwrap();
        let pieces: Vec<&str> = sent
            .split("\x1b\\")
            .filter(|piece| !piece.is_empty())
            .map(|piece| piece.strip_prefix("\x1bP").unwrap())
            .collect();
        assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.len() < 256));
        let bare = String::from_utf8(sequence(&text, Through::Nothing)).unwrap();
        assert_eq!(pieces.concat(), bare);
    }
}
