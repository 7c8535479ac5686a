//! One position at a time, large and calm: for sharing the screen, and for reading out.

use crate::library::Key;
use crate::report::{Kind, Language};
use crate::words::live as words;

use super::App;

/// The position that is read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recital {
    /// Which one.
    pub key: Key,
    /// The first line seen.
    pub scroll: usize,
}

impl Recital {
    /// A position from its beginning.
    #[must_use]
    pub const fn of(key: Key) -> Self {
        Self { key, scroll: 0 }
    }

    /// The same in another state of the library.
    pub(super) const fn at(self, key: Key) -> Self {
        Self { key, ..self }
    }
}

impl App {
    /// The position on an item.
    pub(super) fn position_of(&self, item: Key) -> Option<Key> {
        let library = self.library();
        let mut positions = library.belongs_to(item).iter().copied();
        positions
            .find(|key| library.kind(*key) == Kind::Position && library.owner(*key) == Some(item))
    }

    /// The position that is so many places after (or, where negative, before) the one read out.
    fn position_beside(&self, by: isize) -> Option<Key> {
        let here = self.recital?.key;
        let positions = self.library().of_kind(Kind::Position).iter();
        let positions: Vec<Key> = positions
            .copied()
            .filter(|key| *key == here || self.scope.allows(*key))
            .collect();
        let at = positions.iter().position(|key| *key == here)?;
        positions.get(at.checked_add_signed(by)?).copied()
    }
}

/// Opens the position in hand, or that of the item in hand.
pub fn recite(app: &mut App) {
    let here = app.in_hand();
    let is_position = |key: &Key| app.library().kind(*key) == Kind::Position;
    let position = here
        .filter(is_position)
        .or_else(|| app.position_of(app.item_here()?));
    match position {
        Some(key) => {
            app.recital = Some(Recital::of(key));
            let key = |name| app.key_of(name);
            app.message = Some(words::how_to_read(
                &key("recite-next"),
                &key("recite-previous"),
                &key("sides"),
                &key("recite-end"),
            ));
        }
        None => app.message = Some(words::NO_POSITION.into()),
    }
}

/// Back to the board.
pub fn recite_end(app: &mut App) {
    app.recital = None;
}

/// To the next position.
pub fn recite_next(app: &mut App) {
    beside(app, 1);
}

/// To the position before.
pub fn recite_previous(app: &mut App) {
    beside(app, -1);
}

/// On in a language that is read to the left, else back.
pub fn recite_left(app: &mut App) {
    let on = app.language == Language::Arabic;
    beside(app, if on { 1 } else { -1 });
}

/// On in a language that is read to the right, else back.
pub fn recite_right(app: &mut App) {
    let on = app.language == Language::English;
    beside(app, if on { 1 } else { -1 });
}

/// A line down.
pub fn recite_down(app: &mut App) {
    scroll(app, 1);
}

/// A line up.
pub fn recite_up(app: &mut App) {
    scroll(app, -1);
}

/// A page down.
pub fn recite_page_down(app: &mut App) {
    scroll(app, page(app));
}

/// A page up.
pub fn recite_page_up(app: &mut App) {
    scroll(app, -page(app));
}

fn page(app: &App) -> isize {
    isize::try_from(app.seen.detail.fits.saturating_sub(2).max(1)).unwrap_or(1)
}

fn beside(app: &mut App, by: isize) {
    use crate::words::ui;
    match app.position_beside(by) {
        Some(key) => app.recital = Some(Recital::of(key)),
        None if by > 0 => app.message = Some(ui::NOTHING_AFTER.into()),
        None => app.message = Some(ui::NOTHING_BEFORE.into()),
    }
}

fn scroll(app: &mut App, by: isize) {
    let lowest = app.seen.recital;
    if let Some(recital) = &mut app.recital {
        recital.scroll = recital.scroll.saturating_add_signed(by).min(lowest);
    }
}
