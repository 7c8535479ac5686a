//! A line that is being typed, with its cursor, in a field of the screen. What does not fit is
//! scrolled, so that the caret is always in sight.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::input::Input;
use crate::app::seen::{Area, Spot, Target};
use crate::report::Language;

use super::super::theme;
use super::Canvas;

/// Stands at an edge beyond which the line goes on.
const CUT: &str = "…";

impl Canvas<'_> {
    /// Draws the line into an area of one row, and tells where the cursor stands: on the cell where
    /// the next letter will go. The first and the last column are for a cursor beyond the line's
    /// ends, and for the sign that it goes on there.
    pub fn input(&mut self, area: Rect, input: &Input) -> (u16, u16) {
        let place = self.mirrored(area);
        let arabic = self.language == Language::Arabic;
        let caret = input.caret();
        let shown = input.shown(arabic, self.form);
        let line = shown.line();
        let room = usize::from(place.width).saturating_sub(2);
        let window = Window::new(
            line.width(),
            room,
            shown.cursor(caret.at, caret.lean),
            &shown.around(caret.at, caret.lean),
            line.rtl,
        );
        let selected = input.selected();
        // A line that fits stands at the side where the interface's lines begin.
        let indent = match arabic {
            true => room.saturating_sub(line.width()),
            false => 0,
        };
        let column = |column: usize| {
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            place.x.saturating_add(column)
        };
        // Beside the line one points at its end; at the side where it begins, at its beginning.
        let row = |x: u16, width: u16| Area {
            x,
            y: place.y,
            width,
            height: 1,
        };
        let mut spot = |area: Area, at: usize| {
            let target = Target::Caret(at);
            self.spots.push(Spot { area, target });
        };
        spot(row(place.x, place.width), input.text().len());
        let beside = match line.rtl {
            true => column(1 + indent + line.width())..place.right(),
            false => place.x..column(1 + indent),
        };
        spot(
            row(beside.start, beside.end.saturating_sub(beside.start)),
            0,
        );
        for (first, cell) in line.columns() {
            let width = usize::from(cell.width);
            if first < window.from || first + width > window.from + room {
                continue;
            }
            let is_selected = cell.range.start < selected.end && selected.start < cell.range.end;
            let style = match is_selected {
                true => theme::SELECTED,
                false => Style::new(),
            };
            let x = column(1 + indent + first - window.from);
            self.spots.push(Spot {
                area: row(x, u16::from(cell.width)),
                target: Target::Caret(cell.range.start),
            });
            if let Some(target) = self.buffer.cell_mut((x, place.y)) {
                target.set_symbol(&cell.text).set_style(style);
                self.put += cell.text.len();
            }
            if cell.width == 2
                && let Some(covered) = self.buffer.cell_mut((x + 1, place.y))
            {
                covered.set_symbol(" ").set_style(style);
            }
        }
        let ends = [
            (window.from > 0, 0),
            (window.from + room < line.width(), room + 1),
        ];
        for (_, at) in ends.iter().filter(|(cut, _)| *cut && room > 0) {
            if let Some(edge) = self.buffer.cell_mut((column(*at), place.y)) {
                edge.set_symbol(CUT).set_style(theme::QUIET);
                self.put += CUT.len();
            }
        }
        let last = place.x + place.width.saturating_sub(1);
        let cursor = column(indent + window.cursor);
        (cursor.min(last), place.y)
    }
}

/// The part of a line that is seen.
struct Window {
    /// The first column that is seen.
    from: usize,
    /// The cursor's column, counted from the one before that.
    cursor: usize,
}

impl Window {
    /// The part of a line of `width` columns that is seen in `room` columns: with the cursor in it,
    /// and with the columns `around` it where there is room for them. These columns are counted from
    /// the free one before the first.
    ///
    /// The line is scrolled by half the room at a time: so most letters move nothing but themselves,
    /// and half a room of what was written is seen before the caret.
    fn new(width: usize, room: usize, cursor: usize, around: &Range<usize>, rtl: bool) -> Self {
        if width <= room {
            return Self { from: 0, cursor };
        }
        // Counted from where the line begins.
        let ahead = |column: usize| match rtl {
            true => (width + 1).saturating_sub(column),
            false => column,
        };
        let ends = [ahead(around.start), ahead(around.end.saturating_sub(1))];
        let near = ends.into_iter().min().unwrap_or_default();
        let far = ends.into_iter().max().unwrap_or_default();
        let from = Self::scrolled(width, room, far, true);
        let from = [from, Self::scrolled(width, room, far, false)]
            .into_iter()
            .find(|from| *from < near.max(1))
            .unwrap_or_else(|| Self::scrolled(width, room, ahead(cursor), true));
        let from = match rtl {
            true => width - room - from,
            false => from,
        };
        Self {
            from,
            cursor: cursor.saturating_sub(from),
        }
    }

    /// How many columns are hidden at the beginning of the line so that this one is seen, by half
    /// the room at a time or no more than needed. A column behind it is seen too, where the room is
    /// not too small for it.
    const fn scrolled(width: usize, room: usize, column: usize, by_halves: bool) -> usize {
        let roomy = room > 3;
        let hidden = (column + roomy as usize).saturating_sub(room);
        let step = if roomy && by_halves { room / 2 } else { 1 };
        let from = hidden.div_ceil(step) * step;
        if from < width - room {
            from
        } else {
            width - room
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::style::Modifier;

    use super::*;
    use crate::app::input::Move;
    use crate::script::Form;

    /// Where the cursor stands in a field of 12 columns, and what the field shows.
    fn drawn(language: Language, input: &Input) -> (u16, String) {
        let buffer = buffer_of(language, input, 12);
        (
            buffer.1,
            buffer.0.content.iter().map(|cell| cell.symbol()).collect(),
        )
    }

    fn buffer_of(language: Language, input: &Input, width: u16) -> (Buffer, u16) {
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        let (x, _) = Canvas::new(&mut buffer, area, language, Form::Visual).input(area, input);
        (buffer, x)
    }

    fn typed(language: Language, text: &str) -> Input {
        let mut input = Input::default();
        for letter in text.chars() {
            input.type_in(letter, language == Language::Arabic);
        }
        input
    }

    #[test]
    fn the_cursor_stands_where_the_next_letter_will_go() {
        let (ar, en) = (Language::Arabic, Language::English);
        for (language, text, wanted) in [
            (en, "", (1, "            ")),
            (en, "ab", (3, " ab         ")),
            (ar, "", (10, "            ")),
            // Four letters at the right; the next one goes to their left.
            (ar, "مجلس", (6, "       ﺲﻠﺠﻣ ")),
            // Latin in the Arabic interface grows to the right.
            (ar, "abc", (11, "        abc ")),
            // A number grows to the right as well.
            (ar, "12", (11, "         12 ")),
            // Arabic in the English one: at its left.
            (en, "مج", (0, " ﺞﻣ         ")),
            // A code in an Arabic line, then a blank: to the left of all.
            (ar, "بند C26", (7, "    C26 ﺪﻨﺑ ")),
            (ar, "بند C26 ", (2, "    C26 ﺪﻨﺑ ")),
        ] {
            let (x, shown) = drawn(language, &typed(language, text));
            assert_eq!((x, shown.as_str()), wanted, "{text}");
        }
    }

    #[test]
    fn a_line_behind_a_sign_runs_as_its_arabic_does() {
        let (ar, en) = (Language::Arabic, Language::English);
        let line = |text: &str| Input::of(text).keeping(1);
        for (language, input, wanted) in [
            // As long as it is a code, that grows to the right.
            (ar, line("@ab"), (11, "        @ab ")),
            (ar, line("@ab مج"), (4, "     ﺞﻣ @ab ")),
            // The name with its sign, then the day, then what is said.
            (ar, line("@ab 5 مج"), (2, "   ﺞﻣ 5 @ab ")),
            (en, line("@ab مج"), (7, " @ab ﺞﻣ     ")),
            // What is no such line runs as its first word does.
            (ar, Input::of("ab مج"), (11, "      ab ﺞﻣ ")),
        ] {
            let (x, shown) = drawn(language, &input);
            assert_eq!((x, shown.as_str()), wanted, "{}", input.text());
        }
    }

    #[test]
    fn the_cursor_stands_behind_what_is_typed_behind_a_sign() {
        let ar = Language::Arabic;
        for (text, wanted) in [
            ("ab", (11, "        @ab ")),
            ("ab مج", (4, "     ﺞﻣ @ab ")),
            // A code and a number grow to the right: on the blank between them and the Arabic.
            ("ab مج c3", (4, "  c3 ﺞﻣ @ab ")),
            ("ab مج 35", (4, "  35 ﺞﻣ @ab ")),
            // The blank behind them goes to the left of all.
            ("ab مج c ", (1, "   c ﺞﻣ @ab ")),
        ] {
            let mut input = Input::of("@").keeping(1);
            for letter in text.chars() {
                input.type_in(letter, true);
            }
            let (x, shown) = drawn(ar, &input);
            assert_eq!((x, shown.as_str()), wanted, "{text}");
        }
    }

    #[test]
    fn a_long_line_is_scrolled_and_says_so() {
        let en = Language::English;
        let mut input = typed(en, "abcdefghijklmnopqrst");
        // Ten columns of twenty: the end is seen, the cursor is behind it.
        assert_eq!(drawn(en, &input), (11, "…klmnopqrst ".to_owned()));
        input.go(Move::Start, false, false);
        assert_eq!(drawn(en, &input), (1, " abcdefghij…".to_owned()));
        for _ in 0..8 {
            input.go(Move::Right, false, false);
        }
        assert_eq!(drawn(en, &input), (9, " abcdefghij…".to_owned()));
        // The last column would hide what follows: half a room on.
        input.go(Move::Right, false, false);
        assert_eq!(drawn(en, &input), (5, "…fghijklmno…".to_owned()));
        // From right to left the same, mirrored.
        let ar = Language::Arabic;
        let mut input = typed(ar, "بببببببببببببببدددد");
        let (x, shown) = drawn(ar, &input);
        assert_eq!(
            (x, shown.starts_with(" ﺩ"), shown.ends_with('…')),
            (0, true, true)
        );
        input.go(Move::Start, false, true);
        let (x, shown) = drawn(ar, &input);
        assert_eq!(
            (x, shown.starts_with('…'), shown.ends_with("ﺑ ")),
            (10, true, true)
        );
    }

    #[test]
    fn a_code_that_grows_away_from_its_caret_is_seen_whole() {
        // A line from right to left that does not fit: at its left end the code just typed, and the
        // caret at the right of it.
        let (x, shown) = drawn(
            Language::Arabic,
            &typed(Language::Arabic, "بببب ددد C26/35"),
        );
        assert_eq!((x, shown.as_str()), (7, " C26/35 ﺩﺩﺩ…"));
        // One that is longer than the field: the caret is seen.
        let (x, shown) = drawn(
            Language::Arabic,
            &typed(Language::Arabic, "ب C26/35(Rev.123)"),
        );
        assert!(shown.starts_with('…') && x > 0, "{x} {shown}");
    }

    #[test]
    fn what_is_selected_is_reversed() {
        let mut input = typed(Language::English, "ab مج");
        input.go(Move::Start, false, false);
        for _ in 0..4 {
            input.go(Move::On, true, false);
        }
        // Seen from the left: a, b, blank, jeem, meem. The jeem is not selected.
        let (buffer, _) = buffer_of(Language::English, &input, 12);
        let reversed: Vec<usize> = (0..12)
            .filter(|x| buffer.content[*x].modifier.contains(Modifier::REVERSED))
            .collect();
        assert_eq!(reversed, [1, 2, 3, 5]);
    }

    proptest::proptest! {
        #![proptest_config(crate::testing::cases(256))]

        #[test]
        fn the_cursor_is_always_in_sight(
            text in "[ء-يa-z1-9 日(]{0,40}", width in 0_u16..16, steps in 0_usize..50,
            arabic in proptest::bool::ANY,
        ) {
            let language = if arabic { Language::Arabic } else { Language::English };
            let mut input = typed(language, &text);
            for _ in 0..steps {
                input.go(Move::Left, false, arabic);
            }
            let (buffer, x) = buffer_of(language, &input, width);
            proptest::prop_assert!(x < width.max(1));
            // Never on the sign that the line goes on.
            if width > 2 {
                proptest::prop_assert_ne!(buffer.content[usize::from(x)].symbol(), CUT);
            }
        }
    }
}
