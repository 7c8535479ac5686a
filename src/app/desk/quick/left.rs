//! A line that was left and is offered again: it stands there selected, so that what is typed takes its place
//! and a step of the caret keeps it. It is kept until another is added in its place.

use super::super::super::input::{Input, Move};
use super::super::super::{App, Layer};
use super::super::lines::whole;
use super::QuickLayer;
use crate::words::desk as words;

/// A line with this in it, all behind its sign selected.
pub(super) fn selected(line: &str, sign: &str) -> Input {
    let mut input = Input::of(line).keeping(sign.len());
    input.point(sign.len(), false);
    input.point(line.len(), true);
    input
}

impl QuickLayer {
    /// The record for which what stands in it was typed.
    pub(in crate::app::desk) fn typed_for(&self) -> Option<String> {
        match self.is_offered() {
            true => self.offered_of.clone(),
            false => self.here.clone(),
        }
    }

    /// Whether it holds a line that was offered, as it was.
    fn is_offered(&self) -> bool {
        !self.offered.is_empty() && self.input.text() == self.offered
    }
}

impl App {
    /// Keeps a line that was offered and is selected, before it is typed over or erased by one key.
    pub(in crate::app) fn mind_offered(&mut self) {
        let keys = self.desk.writing.keys();
        let Some(Layer::Quick(quick)) = self.layers.last_mut() else {
            return;
        };
        if quick.is_offered() && !quick.input.selected().is_empty() {
            let of = quick.offered_of.take();
            let line = std::mem::take(&mut quick.offered);
            // What was left at another record is not replaced by what is added here.
            if of.is_none() || of == quick.here {
                quick.replaced = line.clone();
            }
            self.desk.lines.keep(line, of, keys);
        }
    }

    /// What of a text that is pasted goes into the line on top. One that begins with a sign is a line as
    /// a whole: it takes the place of a line that was offered, which stays kept, and of the sign; behind a
    /// blank it goes on with what was offered.
    pub(in crate::app) fn line_of_paste<'t>(&mut self, text: &'t str) -> &'t str {
        let is_sign = |letter: char| matches!(letter, '@' | '+');
        let whole = text.trim_start();
        let rtl = self.rtl();
        let Some(Layer::Quick(quick)) = self.layers.last_mut() else {
            return text;
        };
        let is_offered = quick.is_offered();
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
        let is_kept = match quick.is_offered() {
            true => {
                self.desk.lines.put_behind(quick.offered, quick.offered_of);
                true
            }
            false => self.keep_line(quick.input.text(), quick.here.clone(), keys),
        };
        if is_kept {
            self.message = Some(words::FORM_KEPT.into());
        }
    }

    /// Keeps a line that was not added, unless nothing stands behind its sign; says whether it did. `keys`
    /// is when it was typed.
    pub(in crate::app::desk) fn keep_line(
        &mut self,
        line: &str,
        of: Option<String>,
        keys: u64,
    ) -> bool {
        let whole = whole(line);
        let is_kept = whole.is_some();
        if let Some(line) = whole {
            self.desk.lines.keep(line, of, keys);
        }
        is_kept
    }
}
