//! The look of a cell as SGR parameters (ECMA-48 8.3.117), and the shortest way from one look
//! to the next.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Foreground, background and attributes of a cell, as the terminal is to have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Look {
    foreground: Color,
    background: Color,
    attributes: Modifier,
}

impl Look {
    /// The terminal's own look, after `CSI m`.
    pub(super) const PLAIN: Self = Self {
        foreground: Color::Reset,
        background: Color::Reset,
        attributes: Modifier::empty(),
    };

    /// The look of a cell; without colour (<https://no-color.org>) only the attributes remain.
    pub(super) fn of(cell: &Cell, colour: bool) -> Self {
        Self {
            foreground: if colour { cell.fg } else { Color::Reset },
            background: if colour { cell.bg } else { Color::Reset },
            attributes: cell.modifier,
        }
    }

    /// What of it is seen on a blank: the background, unless something is drawn across the blank or
    /// the foreground fills it.
    pub(super) const fn on_blank(self) -> Self {
        let drawn = Modifier::REVERSED
            .union(Modifier::UNDERLINED)
            .union(Modifier::CROSSED_OUT);
        if self.attributes.intersects(drawn) {
            return self;
        }
        Self {
            foreground: Color::Reset,
            background: self.background,
            attributes: Modifier::empty(),
        }
    }

    /// Appends what turns `before` into `self`: the change, or a reset and the whole look,
    /// whichever is shorter.
    pub(super) fn push_change(self, before: Self, out: &mut Vec<u8>) {
        if self == before {
            return;
        }
        if self == Self::PLAIN {
            out.extend_from_slice(b"\x1b[m");
            return;
        }
        let change = self.parameters(before, String::new());
        let afresh = self.parameters(Self::PLAIN, String::from("0"));
        let shorter = if afresh.len() < change.len() {
            afresh
        } else {
            change
        };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(shorter.as_bytes());
        out.push(b'm');
    }

    fn parameters(self, before: Self, mut list: String) -> String {
        let gone = before.attributes - self.attributes;
        let mut added = self.attributes - before.attributes;
        // Bold and dim are switched off by one parameter: the one that stays is set again.
        let weight = Modifier::BOLD | Modifier::DIM;
        if gone.intersects(weight) {
            add(&mut list, "22");
            added |= self.attributes & weight;
        }
        let blink = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
        if gone.intersects(blink) {
            add(&mut list, "25");
            added |= self.attributes & blink;
        }
        for (attribute, off) in [
            (Modifier::ITALIC, "23"),
            (Modifier::UNDERLINED, "24"),
            (Modifier::REVERSED, "27"),
            (Modifier::HIDDEN, "28"),
            (Modifier::CROSSED_OUT, "29"),
        ] {
            if gone.contains(attribute) {
                add(&mut list, off);
            }
        }
        for (attribute, on) in [
            (Modifier::BOLD, "1"),
            (Modifier::DIM, "2"),
            (Modifier::ITALIC, "3"),
            (Modifier::UNDERLINED, "4"),
            (Modifier::SLOW_BLINK, "5"),
            (Modifier::RAPID_BLINK, "6"),
            (Modifier::REVERSED, "7"),
            (Modifier::HIDDEN, "8"),
            (Modifier::CROSSED_OUT, "9"),
        ] {
            if added.contains(attribute) {
                add(&mut list, on);
            }
        }
        if self.foreground != before.foreground {
            add(&mut list, &colour(self.foreground, 30));
        }
        if self.background != before.background {
            add(&mut list, &colour(self.background, 40));
        }
        list
    }
}

fn add(list: &mut String, parameter: &str) {
    if !list.is_empty() {
        list.push(';');
    }
    list.push_str(parameter);
}

/// The parameter of a colour; `base` is 30 for the foreground, 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let bright = base + 60;
    let number = match colour {
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => bright,
        Color::LightRed => bright + 1,
        Color::LightGreen => bright + 2,
        Color::LightYellow => bright + 3,
        Color::LightBlue => bright + 4,
        Color::LightMagenta => bright + 5,
        Color::LightCyan => bright + 6,
        Color::White => bright + 7,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
    };
    number.to_string()
}

#[cfg(test)]
mod tests {
    use super::Look;
    use ratatui::style::{Color, Modifier};

    const fn look(foreground: Color, background: Color, attributes: Modifier) -> Look {
        Look {
            foreground,
            background,
            attributes,
        }
    }

    fn change(before: Look, after: Look) -> String {
        let mut out = Vec::new();
        after.push_change(before, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_same_look_costs_nothing() {
        let red = look(Color::Red, Color::Reset, Modifier::BOLD);
        assert_eq!(change(red, red), "");
    }

    #[test]
    fn a_change_is_one_sequence() {
        let after = look(
            Color::Cyan,
            Color::Indexed(236),
            Modifier::BOLD | Modifier::UNDERLINED,
        );
        assert_eq!(change(Look::PLAIN, after), "\x1b[1;4;36;48;5;236m");
    }

    #[test]
    fn back_to_plain_is_three_bytes() {
        let before = look(Color::Cyan, Color::DarkGray, Modifier::REVERSED);
        assert_eq!(change(before, Look::PLAIN), "\x1b[m");
    }

    #[test]
    fn bold_stays_when_dim_goes() {
        let both = look(
            Color::Rgb(1, 2, 3),
            Color::Reset,
            Modifier::BOLD | Modifier::DIM,
        );
        let bold = look(Color::Rgb(1, 2, 3), Color::Reset, Modifier::BOLD);
        assert_eq!(change(both, bold), "\x1b[22;1m");
    }

    #[test]
    fn a_reset_is_taken_where_it_is_shorter() {
        let many = Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED;
        let before = look(Color::Red, Color::Blue, many);
        let after = look(Color::Red, Color::Reset, Modifier::empty());
        assert_eq!(change(before, after), "\x1b[0;31m");
    }

    #[test]
    fn bright_colours_are_those_of_aixterm() {
        let after = look(Color::White, Color::DarkGray, Modifier::empty());
        assert_eq!(change(Look::PLAIN, after), "\x1b[97;100m");
    }
}
