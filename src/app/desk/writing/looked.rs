//! What can be undone and done again is looked up in the history beside the screen.

use super::super::super::App;
use super::super::super::writer::{Order, Task};
use crate::library::keep::{Line, Looked, Turns};

/// What can be undone and done again, as far as is known.
#[derive(Default)]
pub(super) struct Turned {
    /// Without the orders under way.
    pub known: Turns,
    /// It was looked once at least.
    pub is_heard: bool,
    /// How many times it is being looked.
    pub looks: usize,
    /// Something may have come since: it is looked once more.
    pub is_stale: bool,
    /// And then all is read anew.
    pub is_anew: bool,
}

impl App {
    /// Has it looked anew what can be undone and done again; it is heard with what becomes of the orders.
    pub(in crate::app) fn look_back(&mut self) {
        self.desk.writing.turned.is_anew = true;
        self.look_for_news();
    }

    /// Has it looked what has come to the history since it was looked last.
    pub(in crate::app) fn look_for_news(&mut self) {
        let writing = &mut self.desk.writing;
        let turned = &mut writing.turned;
        if turned.looks > 0 {
            turned.is_stale = true;
            return;
        }
        let Some(writer) = &mut writing.writer else {
            return;
        };
        let is_anew = std::mem::take(&mut turned.is_anew);
        let newest = turned.known.newest().filter(|_| !is_anew);
        turned.looks += 1;
        writer.hand_over(Order {
            number: 0,
            task: Task::Look(newest.cloned()),
            after: Vec::new(),
            unheard: Vec::new(),
            with: None,
        });
    }

    /// It is known what became of an order: where that is not what was foreseen, or little is known of
    /// what is before what was undone, it is looked anew what can be undone.
    pub(super) fn mind_turns(&mut self, is_otherwise: bool, is_turn: bool) {
        let turned = &self.desk.writing.turned;
        if is_otherwise || is_turn && turned.looks == 0 && turned.known.is_low() {
            self.look_back();
        }
    }

    /// What can be undone is known anew.
    pub(super) fn take_turns(&mut self, turns: Looked) {
        let who = self.who().unwrap_or_default().to_owned();
        let turned = &mut self.desk.writing.turned;
        match turns {
            Looked::Anew(turns) => turned.known = turns,
            Looked::Since(lines) => {
                turned.known.heard(&lines, &who);
                let renamed = lines.iter().flat_map(Line::renamed);
                renamed.for_each(|(was, now)| self.desk.writing.acted.rename(&was, &now));
            }
        }
        let turned = &mut self.desk.writing.turned;
        turned.is_heard = true;
        turned.looks = turned.looks.saturating_sub(1);
        self.desk.writing.acted_behind_none(None);
        let mut pending = self.desk.writing.pending.iter();
        if pending.any(|one| one.effect.goes_back()) {
            self.show_pending();
        }
        if std::mem::take(&mut self.desk.writing.turned.is_stale) {
            self.look_for_news();
        }
    }
}
