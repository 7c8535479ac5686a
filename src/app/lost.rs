//! The record in hand when its file goes away: the screen says which file, and shows the record again
//! when the file is back, as after a `git pull` or a moment of a folder that is synchronised.

use crate::library::{Key, Library};
use crate::words::desk as words;

use super::desk::gone::file_of;
use super::{App, Focus, act};

/// A record that was in hand when its file went away.
#[derive(Debug)]
pub(super) struct Lost {
    id: Box<str>,
    focus: Focus,
    /// What has been in hand since; who moves on has left it.
    near: Option<Box<str>>,
}

impl App {
    /// Another state of the library was read from the disk: tells which file is gone with what was in
    /// hand, and goes back to it where it is there again. `was` and `focus` are of the state before.
    pub(super) fn look_for_lost(&mut self, old: &Library, was: Option<Key>, focus: Focus) {
        if !self.layers.is_empty() {
            return;
        }
        if let Some(lost) = self.lost.take() {
            if lost.near.as_deref() != was.map(|key| old.id(key)) {
                return;
            }
            match self.library().with_id(&lost.id) {
                Some(key) => {
                    self.message = None;
                    act::go::reveal(self, key);
                    self.focus = lost.focus;
                }
                None => {
                    let near = self.in_hand_id();
                    self.lost = Some(Lost { near, ..lost });
                }
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
        self.message = Some(words::file_away(&file));
        self.lost = Some(Lost {
            id: id.into(),
            focus,
            near: self.in_hand_id(),
        });
    }

    fn in_hand_id(&self) -> Option<Box<str>> {
        Some(self.library().id(self.in_hand()?).into())
    }
}
