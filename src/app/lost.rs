//! The record in hand when its file goes away: the screen says which file, and shows the record again
//! when the file is back, as after a `git pull` or a moment of a folder that is synchronised.

use crate::library::{Key, Library};
use crate::words::{Message, desk as words};

use super::desk::gone::file_of;
use super::{App, Focus, act};

/// A record that was in hand when its file went away. Whoever presses a key, clicks, or is led on
/// by a call has moved on: then it is forgotten.
#[derive(Debug)]
pub(super) struct Lost {
    id: Box<str>,
    focus: Focus,
    told: Message,
}

impl App {
    /// Another state of the library was read from the disk: tells which file is gone with what was in
    /// hand, and goes back to it where it is there again. `was` and `focus` are of the state before.
    pub(super) fn look_for_lost(&mut self, old: &Library, was: Option<Key>, focus: Focus) {
        if let Some(lost) = self.lost.take() {
            match self.library().with_id(&lost.id) {
                Some(key) if self.scope.allows(key) => {
                    let is_told = self.message.as_ref() == Some(&lost.told);
                    let said = self.message.take().filter(|_| !is_told);
                    act::go::reveal(self, key);
                    self.focus = lost.focus;
                    self.message = said.or_else(|| self.message.take());
                }
                Some(_) => {}
                None => self.lost = Some(lost),
            }
            return;
        }
        let Some((key, file)) = was.and_then(|key| Some((key, file_of(old, key)?))) else {
            return;
        };
        let (id, now) = (old.id(key), self.library());
        let is_there = |volume| super::desk::gone::name(volume) == file;
        if now.with_id(id).is_some() || now.volumes().iter().any(|v| is_there(v.name())) {
            return;
        }
        let told = words::file_away(&file);
        // Of what is typed for it, it is said where that is kept.
        if self.layers.is_empty() {
            self.message = Some(told.clone());
        }
        self.lost = Some(Lost {
            id: id.into(),
            focus,
            told,
        });
    }
}
