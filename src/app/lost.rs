//! The record in hand when its file goes away: the screen says which file, and shows the record again
//! when the file is back, as after a `git pull` or a moment of a folder that is synchronised.

use std::path::Path;

use crate::library::{Key, Library, is_registry};
use crate::words::{Message, desk as words};

use super::desk::gone::{file_of, name};
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
    /// Why names are not known, where they are not.
    fn names_unknown(&self) -> Option<Message> {
        let library = self.library();
        let mut volumes = library.volumes().iter();
        let is_there = volumes.any(|volume| is_registry(Path::new(volume.name())));
        let unknown = !library.knows_names();
        unknown.then(|| words::names_unknown(is_there, &self.key_of("problems")))
    }

    /// Says why names are not known, where they are not; whether they are.
    pub fn tell_names(&mut self) -> bool {
        let Some(why) = self.names_unknown() else {
            return true;
        };
        let said = match self.message.take().filter(|said| *said != why) {
            Some(said) => words::together(&[said, why]),
            None => why,
        };
        self.say_missing(None, said);
        false
    }

    /// Says something for as long as a file is missing: the one of this name, else the registry.
    pub(super) fn say_missing(&mut self, file: Option<&str>, said: Message) {
        self.message = Some(said.clone());
        self.missing = Some((file.map(str::to_owned), said));
    }

    /// Another state of the library was read from the disk: what is not so any more of its files is not said
    /// any longer. `old` is the state before.
    pub(super) fn mind_files(&mut self, old: &Library) {
        let library = &self.shelf.library;
        let is_back = |file: &Option<String>| match file {
            None => library.knows_names(),
            Some(file) => {
                let mut volumes = library.volumes().iter();
                volumes.any(|volume| name(volume.name()) == file)
            }
        };
        if let Some((_, said)) = self.missing.take_if(|(file, _)| is_back(file))
            && self.message.as_ref() == Some(&said)
        {
            self.message = None;
        }
        if old.knows_names() && !self.library().knows_names() {
            self.tell_names();
        }
    }

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
        let is_there = |volume| name(volume) == file;
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
