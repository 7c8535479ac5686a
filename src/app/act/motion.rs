//! Moving: through a list, through the detail, from pane to pane.

use crate::report::Language;

use super::super::detail::{blocks, links};
use super::super::seen::Area;
use super::super::{App, Focus, Reading};

/// One row down; in the detail, to the next link in sight or one line on.
pub fn down(app: &mut App) {
    step(app, 1);
}

/// One row up.
pub fn up(app: &mut App) {
    step(app, -1);
}

/// One page down.
pub fn page_down(app: &mut App) {
    let page = to_heading(app, true).unwrap_or_else(|| page(app));
    leap(app, page);
    let_go(app);
}

/// One page up.
pub fn page_up(app: &mut App) {
    let page = to_heading(app, false).unwrap_or_else(|| -page(app));
    leap(app, page);
    let_go(app);
}

/// To the first row or line.
pub fn top(app: &mut App) {
    leap(app, isize::MIN);
    let_go(app);
}

/// To the last row or line.
pub fn bottom(app: &mut App) {
    leap(app, isize::MAX);
    let_go(app);
}

/// To the next pane; behind the last one comes the detail, then the first pane again.
pub fn next_pane(app: &mut App) {
    turn(app, 1);
}

/// To the pane before.
pub fn previous_pane(app: &mut App) {
    turn(app, -1);
}

/// To the pane that the eye sees on the left.
pub fn left(app: &mut App) {
    beside(app, true);
}

/// To the pane that the eye sees on the right.
pub fn right(app: &mut App) {
    beside(app, false);
}

/// To the first pane.
pub fn pane_1(app: &mut App) {
    to_pane(app, 0);
}

/// To the second pane.
pub fn pane_2(app: &mut App) {
    to_pane(app, 1);
}

/// To the third pane.
pub fn pane_3(app: &mut App) {
    to_pane(app, 2);
}

/// To the fourth pane.
pub fn pane_4(app: &mut App) {
    to_pane(app, 3);
}

/// To the fifth pane.
pub fn pane_5(app: &mut App) {
    to_pane(app, 4);
}

/// A page of what has the keys, in rows or lines, less one so that the eye finds its place.
fn page(app: &App) -> isize {
    let fits = match app.focus {
        Focus::Detail => app.seen.detail.fits,
        Focus::Panes => app
            .board()
            .and_then(|board| app.seen.panes.get(board.pane))
            .map_or(1, |list| list.fits),
    };
    isize::try_from(fits.saturating_sub(1).max(1)).unwrap_or(1)
}

/// How many lines it is to the next heading of the detail (or the one before), or to its end; none
/// where the detail is not read by headings.
fn to_heading(app: &App, onward: bool) -> Option<isize> {
    let detail = &app.seen.detail;
    if app.focus != Focus::Detail || detail.headings.is_empty() {
        return None;
    }
    let here = app.reading.scroll;
    let mut headings = detail.headings.iter().copied();
    let there = if onward {
        headings
            .find(|line| *line > here)
            .unwrap_or_else(|| detail.lines.saturating_sub(1))
    } else {
        headings.rfind(|line| *line < here).unwrap_or(0)
    };
    isize::try_from(there)
        .ok()?
        .checked_sub(isize::try_from(here).ok()?)
}

fn step(app: &mut App, by: isize) {
    match app.focus {
        Focus::Panes => leap(app, by),
        Focus::Detail => read_on(app, by),
    }
    let_go(app);
}

/// What was seen may be another record, where keys come faster than frames: a link that the record
/// in hand does not have is not in hand.
fn let_go(app: &mut App) {
    let Some(link) = app.reading.link else { return };
    let here = app.in_hand();
    let count = here.map_or(0, |here| links(&blocks(app.library(), here)).len());
    if link >= count {
        app.reading.link = None;
    }
}

/// Moves by rows in a list, by lines in the detail.
pub fn leap(app: &mut App, by: isize) {
    match app.focus {
        Focus::Panes => {
            if let Some(pane) = app.boards.get_mut(app.board).and_then(|b| b.current_mut()) {
                pane.step(by);
            }
            app.reading = Reading::default();
            app.follow_item();
        }
        Focus::Detail => {
            let lowest = app.seen.detail.lines.saturating_sub(app.seen.detail.fits);
            let scroll = app.reading.scroll.saturating_add_signed(by).min(lowest);
            app.reading.scroll = match by {
                isize::MAX if app.seen.detail.more => Reading::END,
                _ => scroll,
            };
            // The link in hand stays within sight.
            let fits = app.seen.detail.fits;
            let visible = scroll..scroll + fits;
            let lines = &app.seen.detail.links;
            let in_sight =
                |link: &usize| lines.get(*link).is_some_and(|line| visible.contains(line));
            if by == isize::MAX {
                app.reading.link = lines.iter().rposition(|line| visible.contains(line));
            } else if by == isize::MIN {
                app.reading.link = None;
            } else if !app.reading.link.as_ref().is_some_and(in_sight) {
                app.reading.link = lines.iter().position(|line| visible.contains(line));
            }
        }
    }
}

/// To the next link (or the one before) when it is in sight or a line away, else one line on: so
/// every link is met, and every line is read. A link that is out of sight is no longer in hand.
fn read_on(app: &mut App, by: isize) {
    let detail = &app.seen.detail;
    let scroll = app.reading.scroll;
    let end = scroll + detail.fits;
    let line_of = |link: &usize| detail.links.get(*link).copied();
    let in_hand = app
        .reading
        .link
        .filter(|link| line_of(link).is_some_and(|line| (scroll..end).contains(&line)));
    let next = match (in_hand, by > 0) {
        (Some(link), true) => Some(link + 1),
        (Some(link), false) => link.checked_sub(1),
        (None, true) => detail.links.iter().position(|line| *line >= scroll),
        (None, false) => detail.links.iter().rposition(|line| *line < scroll),
    };
    let line = next.as_ref().and_then(line_of);
    match line {
        Some(line) if line + 1 >= scroll && line <= end => {
            app.reading.link = next;
            if line < scroll {
                app.reading.scroll = line;
            } else if line >= end {
                app.reading.scroll = line + 1 - detail.fits;
            }
        }
        _ => {
            let lowest = detail.lines.saturating_sub(detail.fits);
            let scroll = scroll.saturating_add_signed(by).min(lowest);
            let in_sight = scroll..scroll + detail.fits;
            let still =
                in_hand.filter(|link| line_of(link).is_some_and(|at| in_sight.contains(&at)));
            app.reading.scroll = scroll;
            app.reading.link = still;
        }
    }
}

/// Round the panes and the detail.
fn turn(app: &mut App, by: isize) {
    let Some(board) = app.boards.get_mut(app.board) else {
        return;
    };
    let count = board.panes.len() + 1;
    let here = match app.focus {
        Focus::Panes => board.pane,
        Focus::Detail => count - 1,
    };
    let there = (here + count).saturating_add_signed(by) % count;
    if there == count - 1 {
        app.focus = Focus::Detail;
    } else {
        to_pane(app, there);
    }
}

/// Gives the keys to a pane; its row in hand is what the detail shows.
pub fn to_pane(app: &mut App, index: usize) {
    let Some(board) = app.boards.get_mut(app.board) else {
        return;
    };
    if index < board.panes.len() {
        board.pane = index;
        app.focus = Focus::Panes;
        app.reading = Reading::default();
    }
}

/// To the nearest pane, or the detail, that the eye sees on the left or right. Where only one
/// thing is on the screen, to the next one or the one before in the direction of reading.
fn beside(app: &mut App, left: bool) {
    let panes: Vec<Area> = app.seen.panes.iter().map(|list| list.area).collect();
    let detail = app.seen.detail.area;
    let current = app.board().map_or(0, |board| board.pane);
    let here = match app.focus {
        Focus::Detail => detail,
        Focus::Panes => panes.get(current).copied().unwrap_or_default(),
    };
    let nearest = panes
        .iter()
        .enumerate()
        .map(|(index, area)| (Some(index), *area))
        .chain([(None, detail)])
        .filter_map(|(index, area)| Some((here.beside(area, left)?, index)))
        .min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((_, Some(index))) => to_pane(app, index),
        Some((_, None)) => app.focus = Focus::Detail,
        None if is_alone(app) => {
            let onward = left == (app.language == Language::Arabic);
            turn(app, if onward { 1 } else { -1 });
        }
        None => {}
    }
}

/// Whether only one thing was on the screen.
fn is_alone(app: &App) -> bool {
    let shown = app
        .seen
        .panes
        .iter()
        .filter(|list| !list.area.is_empty())
        .count();
    shown + usize::from(!app.seen.detail.area.is_empty()) <= 1
}
