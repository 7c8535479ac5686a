//! With what the screen begins.

use crate::library::Key;
use crate::report::{Kind, ReportKind};

use super::board::{Board, BoardKind};
use super::{App, Focus, Reading};

impl App {
    /// Takes in hand what a delegate comes for: in the newest report of the group the first item that has a
    /// position, else its first. Where the group has no report, the first item of all is in hand.
    pub(super) fn begin(&mut self) {
        if let Some(item) = self.first_item()
            && let Some(board) = self.boards.get_mut(self.board)
            && let Some(items) = board.current_mut()
        {
            items.select(item);
            items.offset = items.selected;
            self.refill();
        }
        self.begun = self.in_hand();
    }

    fn first_item(&self) -> Option<Key> {
        let library = self.library();
        let report = self.newest_of_group(None)?;
        let items = library.of_kind(Kind::Item).iter().copied();
        let mut own = items.filter(|item| library.report_of(*item) == Some(report));
        let has_position = |item: &Key| self.position_of(*item).is_some();
        own.clone().find(has_position).or_else(|| own.next())
    }

    /// The newest report of the group; of two of one year this one. One that says no year as yet, such as the agenda
    /// that was just made for the next session, is the newest.
    pub(super) fn newest_of_group(&self, own: Option<usize>) -> Option<usize> {
        let library = self.library();
        let years = |report: usize| library.years_of(report).map_or(u16::MAX, |(_, last)| last);
        let heads = library.heads();
        let groups = heads.filter(|(_, head)| head.kind == ReportKind::GroupReport);
        let groups = groups.map(|(report, _)| report);
        groups.max_by_key(|report| (years(*report), Some(*report) == own))
    }

    /// Whether the screen stands as it began: nothing was chosen as yet, and what is in hand is there by chance.
    pub(super) fn is_as_begun(&self) -> bool {
        let is_first = |board: &Board| board.kind == BoardKind::Council && board.pane == 0;
        !self.has_moved
            && self.focus == Focus::Panes
            && self.reading == Reading::default()
            && self.visited.is_empty()
            && self.scope.is_whole()
            && self.in_hand() == self.begun
            && self.board().is_some_and(is_first)
    }
}
