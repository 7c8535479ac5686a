//! Where things stand: panes beside each other, then stacked, then one at a time, as the screen
//! shrinks. Places are as in English; the canvas mirrors them.

use ratatui::layout::Rect;

use crate::app::Focus;

/// The smallest screen on which the program shows something.
pub const SMALLEST: (u16, u16) = (20, 5);

/// Columns from which the first pane has a column of its own beside the others.
const WIDE: u16 = 100;
/// Columns from which the panes are stacked with the detail beside them.
const MIDDLE: u16 = 60;
/// Rows below which a layer covers the lines on top and at the bottom as well.
const LOW: u16 = 8;
/// Rows that a stacked pane without the keys keeps: its title and a row.
const KEPT_ROWS: u16 = 3;

/// Where things stand; an empty area is not drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The line on top.
    pub header: Rect,
    /// Each pane of the board.
    pub panes: Vec<Rect>,
    /// The detail.
    pub detail: Rect,
    /// Where a layer lies: over the panes, and over the detail where that has no room of its own.
    pub layer: Rect,
    /// The line at the bottom.
    pub footer: Rect,
    /// Whether only one thing is on the screen, so that the header has to name the others.
    pub alone: bool,
}

impl Plan {
    /// The plan for a screen, a number of panes, and what has the keys.
    #[must_use]
    pub fn new(screen: Rect, panes: usize, current: usize, focus: Focus, zoomed: bool) -> Self {
        let header = Rect {
            height: 1,
            ..screen
        };
        let footer = Rect {
            y: screen.y + screen.height.saturating_sub(1),
            height: 1,
            ..screen
        };
        let body = Rect {
            y: screen.y + 1,
            height: screen.height.saturating_sub(2),
            ..screen
        };
        let mut plan = Self {
            header,
            panes: vec![Rect::default(); panes],
            detail: Rect::default(),
            // On a low screen a layer needs every row.
            layer: if screen.height < LOW { screen } else { body },
            footer,
            alone: false,
        };
        if zoomed || body.width < MIDDLE || body.height < 8 {
            plan.one(body, current, focus);
        } else if body.width >= WIDE && body.height >= 14 {
            plan.columns(body, current);
        } else {
            plan.beside(body, current);
        }
        plan
    }

    /// The layer lies over the detail too: two versions stand side by side.
    pub const fn cover(&mut self) {
        self.layer.x = self.header.x;
        self.layer.width = self.header.width;
        self.detail = Rect::ZERO;
    }

    /// One thing at a time.
    fn one(&mut self, body: Rect, current: usize, focus: Focus) {
        self.alone = true;
        match focus {
            Focus::Detail => self.detail = body,
            Focus::Panes => {
                if let Some(pane) = self.panes.get_mut(current) {
                    *pane = body;
                }
            }
        }
    }

    /// The first pane in a column of its own, the others stacked in a second one, the detail
    /// beside them.
    fn columns(&mut self, body: Rect, current: usize) {
        let Some((first, others)) = self
            .panes
            .split_first_mut()
            .filter(|(_, rest)| !rest.is_empty())
        else {
            self.beside(body, current);
            return;
        };
        let lists = body.width * 3 / 5;
        let column = lists / 2;
        *first = Rect {
            width: column,
            ..body
        };
        let count = others.len();
        for (index, pane) in others.iter_mut().enumerate() {
            let (top, height) = slice(body.height, count, index);
            *pane = Rect {
                x: body.x + column,
                y: body.y + top,
                width: lists - column,
                height,
            };
        }
        self.split(body, lists);
    }

    /// Panes stacked, the one in use with the most room, the detail beside them.
    fn beside(&mut self, body: Rect, current: usize) {
        let lists = if body.width >= WIDE {
            body.width / 2
        } else {
            body.width * 9 / 20
        };
        let count = self.panes.len();
        let equal = body.height / u16::try_from(count.max(1)).unwrap_or(1);
        let others = u16::try_from(count.saturating_sub(1)).unwrap_or(0);
        let kept = (1..=KEPT_ROWS)
            .rev()
            .find(|kept| body.height.saturating_sub(kept * others) >= 5)
            .unwrap_or(1);
        let mut y = body.y;
        for (index, pane) in self.panes.iter_mut().enumerate() {
            let height = if equal >= 7 {
                slice(body.height, count, index).1
            } else if index == current {
                body.height.saturating_sub(kept * others)
            } else {
                kept
            };
            *pane = Rect {
                x: body.x,
                y,
                width: lists,
                height,
            };
            y += height;
        }
        self.split(body, lists);
    }

    /// The detail, and the place of layers, on either side of a column.
    fn split(&mut self, body: Rect, lists: u16) {
        self.detail = Rect {
            x: body.x + lists,
            width: body.width - lists,
            ..body
        };
        self.layer = Rect {
            width: lists,
            ..body
        };
    }
}

/// The part of a length that one of several has: where it begins, and how long it is. What does
/// not divide goes to the first ones.
fn slice(length: u16, parts: usize, index: usize) -> (u16, u16) {
    let parts = u16::try_from(parts.max(1)).unwrap_or(1);
    let index = u16::try_from(index).unwrap_or(0);
    let (each, rest) = (length / parts, length % parts);
    (
        each * index + index.min(rest),
        each + u16::from(index < rest),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(width: u16, height: u16, panes: usize) -> Plan {
        Plan::new(
            Rect::new(0, 0, width, height),
            panes,
            0,
            Focus::Panes,
            false,
        )
    }

    #[test]
    fn the_first_pane_has_its_own_column_on_a_wide_screen() {
        let plan = plan(140, 40, 4);
        assert_eq!(
            plan.panes,
            [
                Rect::new(0, 1, 42, 38),
                Rect::new(42, 1, 42, 13),
                Rect::new(42, 14, 42, 13),
                Rect::new(42, 27, 42, 12),
            ]
        );
        assert_eq!(plan.detail, Rect::new(84, 1, 56, 38));
    }

    #[test]
    fn they_are_stacked_on_a_middling_one_and_alone_on_a_small_one() {
        let middling = plan(80, 24, 4);
        assert_eq!(middling.panes[0], Rect::new(0, 1, 36, 13));
        assert_eq!(middling.panes[3], Rect::new(0, 20, 36, 3));
        let small = plan(40, 12, 4);
        assert!(small.alone);
        assert_eq!(small.panes[0], Rect::new(0, 1, 40, 10));
        assert_eq!(small.detail, Rect::default());
    }

    proptest::proptest! {
        #![proptest_config(crate::testing::cases(256))]

        #[test]
        fn nothing_overlaps_and_nothing_leaves_the_screen(
            width in 1_u16..300, height in 1_u16..120, panes in 1_usize..7,
            current in 0_usize..7, detail in proptest::bool::ANY, zoomed in proptest::bool::ANY,
        ) {
            let screen = Rect::new(0, 0, width, height);
            let focus = if detail { Focus::Detail } else { Focus::Panes };
            let plan = Plan::new(screen, panes, current % panes, focus, zoomed);
            let mut taken = std::collections::HashSet::new();
            for area in plan.panes.iter().chain([&plan.detail]) {
                for cell in area.positions() {
                    proptest::prop_assert!(screen.contains(cell));
                    proptest::prop_assert!(taken.insert(cell));
                }
            }
        }
    }
}
