//! The link between the panes, and the filters.

use crate::words::ui;

use super::super::{App, Reading};

/// Makes the panes follow the item in hand, or show everything in scope.
pub fn toggle_link(app: &mut App) {
    app.linked = !app.linked;
    app.message = Some(
        if app.linked {
            ui::LINK_ON
        } else {
            ui::LINK_OFF
        }
        .into(),
    );
    refill(app);
}

/// Removes the filter that was set last.
pub fn filter_last(app: &mut App) {
    if app.scope.remove_last() {
        refill(app);
    } else {
        app.message = Some(ui::NO_FILTER.into());
    }
}

/// Removes every filter.
pub fn filter_clear(app: &mut App) {
    if app.scope.is_whole() {
        app.message = Some(ui::NO_FILTER.into());
    }
    app.scope.clear();
    refill(app);
}

/// Fills the panes; where another record is then in hand, it is read from its beginning.
fn refill(app: &mut App) {
    let before = app.in_hand();
    app.refill();
    if app.in_hand() != before {
        app.reading = Reading::default();
    }
}
