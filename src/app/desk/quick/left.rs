//! A line that was left and is offered again: it stands there selected. What is typed takes its place, and it
//! goes where that is added at the same record, and not before; who steps into it goes on with it, and what is
//! made of it is what is kept.

use super::super::super::input::{Input, Move};
use super::super::super::{App, Layer};
use super::super::lines::{Line, whole};
use super::QuickLayer;
use crate::words::{desk as words, line};

/// The bytes of the sign of a line.
const SIGN: usize = 1;

/// A line that was left, as it is offered again.
pub(super) struct Offered {
    line: Line,
    /// Whether another was typed over it as a whole.
    is_over: bool,
}

impl Offered {
    /// A line that is offered, and is there as it was left.
    pub(super) const fn new(line: Line) -> Self {
        Self {
            line,
            is_over: false,
        }
    }
}

/// A line with this in it, all behind its sign selected.
pub(super) fn selected(line: &str) -> Input {
    let mut input = Input::of(line).keeping(SIGN);
    input.point(SIGN, false);
    input.point(line.len(), true);
    input
}

impl QuickLayer {
    /// The line that was offered, where it stands there as it was.
    fn offered(&self) -> Option<&Line> {
        let line = self.offered.as_ref().map(|offered| &offered.line);
        line.filter(|line| line.text == self.input.text())
    }

    /// The line that was offered, where another is typed over it.
    pub(in crate::app::desk) fn typed_over(&self) -> Option<Line> {
        let over = self.offered.as_ref().filter(|offered| offered.is_over);
        let over = over.filter(|_| self.offered().is_none());
        over.map(|over| over.line.clone())
    }

    /// The line in it, where something stands behind its sign.
    pub(in crate::app::desk) fn line(&self) -> Option<Line> {
        let here = || {
            let text = whole(self.input.text())?;
            let of = self.here.clone();
            Some(Line { text, of })
        };
        self.offered().cloned().or_else(here)
    }

    /// What is kept where it is not added: the line over which the one in it is typed, and that one.
    pub(in crate::app::desk) fn lines(&self) -> impl Iterator<Item = Line> {
        self.typed_over().into_iter().chain(self.line())
    }
}

impl App {
    /// Notes, before the text of the line on top changes, whether another is typed over what is offered there,
    /// or one goes on with it.
    pub(in crate::app) fn mind_offered(&mut self) {
        if let Some(Layer::Quick(quick)) = self.layers.last_mut() {
            let text = quick.input.text();
            let is_all = quick.input.selected().len() + SIGN >= text.len();
            let mut offered = quick.offered.iter_mut();
            if let Some(offered) = offered.find(|offered| offered.line.text == text) {
                offered.is_over = is_all;
            }
        }
    }

    /// A line is handed over: neither it nor what it was typed over is kept any longer, unless that was left at
    /// another record. Where it is not written, both come back with it.
    pub(super) fn hand_over_line(&mut self, quick: &mut QuickLayer) {
        let keys = self.desk.writing.keys();
        self.desk.lines.forget(&Line {
            text: quick.input.text().to_owned(),
            of: quick.here.clone(),
        });
        let stays = |line: &Line| line.of.is_some() && line.of != quick.here;
        // It may be the same words that were typed over it.
        let over = quick.offered.as_ref().filter(|offered| offered.is_over);
        if let Some(line) = over.map(|over| over.line.clone()).filter(stays) {
            self.desk.lines.keep(line, keys);
        }
        // What was left at another record is one of this record now.
        if quick.offered().is_some() {
            quick.offered = None;
        }
    }

    /// What of a text that is pasted goes into the line on top. One that begins with a sign is a line as
    /// a whole: it is typed over a line that is offered, and over the sign; behind a blank it goes on with what
    /// is offered.
    pub(in crate::app) fn line_of_paste<'t>(&mut self, text: &'t str) -> &'t str {
        let is_sign = |letter: char| matches!(letter, '@' | '+');
        let whole = text.trim_start();
        let rtl = self.rtl();
        let Some(Layer::Quick(quick)) = self.layers.last_mut() else {
            return text;
        };
        let is_offered = quick.offered().is_some();
        // Behind a blank, what is offered goes on: with whom else is asked. Behind a line end it is a line
        // of its own.
        let lead = text.strip_suffix(whole).unwrap_or_default();
        if is_offered && !lead.is_empty() && !lead.contains(['\n', '\r']) {
            quick.input.go(Move::End, false, rtl);
            return text;
        }
        if !whole.starts_with(is_sign) || !is_offered && quick.input.text().chars().count() > 1 {
            self.mind_offered();
            return text;
        }
        quick.input.select_all();
        self.mind_offered();
        let Some(Layer::Quick(quick)) = self.layers.last_mut() else {
            return text;
        };
        quick.input.erase(Move::Back, rtl);
        // The sign with which the line was opened is there already.
        whole.strip_prefix(quick.input.text()).unwrap_or(whole)
    }

    /// Closes the line on top; what was typed in it is there when its sign is pressed again.
    pub(in crate::app) fn leave_quick(&mut self) {
        let Some(Layer::Quick(quick)) = self.layers.pop() else {
            return;
        };
        let keys = self.desk.writing.keys();
        let is_kept = match quick.offered() {
            Some(line) => {
                self.desk.lines.put_behind(line.clone());
                true
            }
            None => self.keep_lines(&quick, keys),
        };
        let is_thrown_away = !is_kept && quick.offered.is_some();
        if is_kept || is_thrown_away {
            self.message = Some(match is_kept {
                true => words::FORM_KEPT.into(),
                false => line::THROWN_AWAY.into(),
            });
        }
    }

    /// Keeps what a line holds that was not added; says whether there was something. `keys` is when it was
    /// typed.
    pub(in crate::app::desk) fn keep_lines(&mut self, quick: &QuickLayer, keys: u64) -> bool {
        let mut is_kept = false;
        for line in quick.lines() {
            self.desk.lines.keep(line, keys);
            is_kept = true;
        }
        is_kept
    }
}
