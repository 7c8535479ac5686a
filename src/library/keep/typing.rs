//! What a person is typing, kept in the state folder while it is typed: where the program is ended without
//! a word, it is there again at the next start.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use xxhash_rust::xxh3::xxh3_64;

use super::Keeper;

/// So many programs of one person have a file each for one library; the next has none.
const MOST: u32 = 64;
/// As much of a file is read, in bytes; nobody types more.
const LONGEST: u64 = 16 << 20;

/// The file of this program. It holds what was given last, and is not there when that was nothing; it is
/// written beside whoever types, and nobody waits for it.
#[derive(Debug)]
pub struct Typing {
    path: PathBuf,
    given: Option<String>,
    to: Option<Sender<String>>,
    writer: Option<JoinHandle<bool>>,
}

/// The file of a program that has ended, and nobody else's while its lock is held.
struct Ours {
    path: PathBuf,
    _lock: File,
}

impl Keeper {
    /// Begins to keep what this person types for this library; with it comes what programs had kept that have
    /// ended since. Their files stay until [something is kept](Typing::keep). None where the state folder cannot be written, or nothing may be changed.
    #[must_use]
    pub fn typing(&self) -> Option<(Typing, Vec<String>)> {
        let state = self.state.as_deref().filter(|_| !self.read_only)?;
        begin(&state.join("typing"), &self.folder, &self.who)
    }
}

impl Typing {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps this instead of what was given before; nothing where it is empty.
    pub fn keep(&mut self, text: String) {
        if self.given.as_ref() == Some(&text) {
            return;
        }
        if let Some(to) = &self.to {
            self.given = Some(text.clone());
            // Where the writer is gone, `end` tells.
            let _ = to.send(text);
        }
    }

    /// Waits until what was given last is kept, and says whether it is.
    #[must_use]
    pub fn end(mut self) -> bool {
        self.wait()
    }

    fn wait(&mut self) -> bool {
        drop(self.to.take());
        let writer = self.writer.take();
        writer.is_some_and(|writer| writer.join().unwrap_or_default())
    }
}

impl Drop for Typing {
    fn drop(&mut self) {
        let _ = self.wait();
    }
}

fn begin(folder: &Path, library: &Path, who: &str) -> Option<(Typing, Vec<String>)> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).ok()?;
    let library = fs::canonicalize(library).unwrap_or_else(|_| library.to_owned());
    // Two may write under one account, each under a name.
    let whose = [
        library.as_os_str().as_encoded_bytes(),
        b"\0",
        who.as_bytes(),
    ];
    let whose = xxh3_64(&whose.concat());
    let mut all = Vec::new();
    let mut kept = Vec::new();
    for number in 0..MOST {
        let path = folder.join(format!("{whose:016x}-{number}.yaml"));
        let lock = path.with_extension("lock");
        // Behind one's own, only those that are there are looked at.
        if !all.is_empty() && !lock.exists() {
            break;
        }
        let Ok(lock) = own(&lock) else { continue };
        // Held by one who still types.
        if lock.try_lock().is_err() {
            continue;
        }
        kept.extend(read(&path).filter(|text| !text.is_empty()));
        all.push(Ours { path, _lock: lock });
    }
    let path = all.first()?.path.clone();
    let (to, from) = channel();
    let name = "typing".to_owned();
    let writer = thread::Builder::new()
        .name(name)
        .spawn(move || write_all(&from, all))
        .ok()?;
    let typing = Typing {
        path,
        given: None,
        to: Some(to),
        writer: Some(writer),
    };
    Some((typing, kept))
}

/// Writes what comes, the newest of it, to the first of these files; once that is there, the others are
/// taken away, for the first has what they had. Says whether the last is written.
fn write_all(from: &Receiver<String>, mut all: Vec<Ours>) -> bool {
    let mut is_written = true;
    while let Ok(mut text) = from.recv() {
        while let Ok(newer) = from.try_recv() {
            text = newer;
        }
        let Some(first) = all.first() else { break };
        is_written = write(&first.path, &text).is_ok();
        if is_written {
            for other in all.drain(1..) {
                let _ = fs::remove_file(other.path);
            }
        }
    }
    is_written
}

/// Written whole or not at all. It is not flushed: that would hold up the disk at each key.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let beside = path.with_extension("new");
    let mut file = own(&beside)?;
    file.set_len(0)?;
    file.write_all(text.as_bytes())?;
    fs::rename(beside, path)
}

/// A file for this person alone, made where it is not there.
fn own(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn read(path: &Path) -> Option<String> {
    let mut text = String::new();
    let file = File::open(path).ok()?;
    file.take(LONGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_there_when_its_program_has_ended() {
        let state = tempfile::tempdir().unwrap();
        let library = Path::new("/a/library");
        let begin = || begin(state.path(), library, "hind").unwrap();
        let (mut one, kept) = begin();
        assert_eq!(kept, [""; 0]);
        one.keep("first".to_owned());
        one.keep("first, and more".to_owned());
        // Another program at the same time has a file of its own.
        let (mut two, kept) = begin();
        assert_eq!(kept, [""; 0]);
        assert_ne!(one.path(), two.path());
        two.keep("second".to_owned());
        assert!(one.end() && two.end());
        // Both have ended; whoever comes has both, and once it is kept there, there is one file.
        let (mut three, kept) = begin();
        assert_eq!(kept, ["first, and more", "second"]);
        three.keep("all of it".to_owned());
        assert!(three.end());
        let (mut four, kept) = begin();
        assert_eq!(kept, ["all of it"]);
        four.keep("other".to_owned());
        four.keep(String::new());
        assert!(four.end());
        assert_eq!(begin().1, [""; 0]);
        // What is typed for another library, or by another, is not theirs.
        let (mut five, _) = begin();
        five.keep("of this one".to_owned());
        assert!(five.end());
        for (library, who) in [("/another", "hind"), ("/a/library", "omar")] {
            let other = super::begin(state.path(), Path::new(library), who);
            assert_eq!(other.unwrap().1, [""; 0]);
        }
    }

    #[test]
    fn where_it_cannot_be_kept_it_says_so() {
        assert!(begin(Path::new("/dev/null/x"), Path::new("/a"), "hind").is_none());
        let state = tempfile::tempdir().unwrap();
        let (mut typing, _) = begin(state.path(), Path::new("/a"), "hind").unwrap();
        // A folder where its file is to be.
        fs::create_dir(typing.path()).unwrap();
        typing.keep("text".to_owned());
        assert!(!typing.end());
    }
}
