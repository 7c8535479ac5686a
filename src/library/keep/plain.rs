//! The files in the folder of the history are plain ones or none. Git carries symbolic links: one of
//! them would have us write over a foreign file, and a pipe would hold us for ever.

use std::cell::Cell;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Something else than a plain file stands where one is to be.
#[derive(Debug)]
pub(super) struct NotPlain(String);

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a plain file", self.0)
    }
}

impl std::error::Error for NotPlain {}

/// The folder of the history is a link, or no folder.
#[derive(Debug)]
pub(super) struct NoFolder(String);

impl fmt::Display for NoFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is a link, or no folder", self.0)
    }
}

impl std::error::Error for NoFolder {}

/// From now on nothing in the folder of the library or of its history is opened on this thread, which draws
/// the screen: a disk that hangs would hold it. Debug builds, and so the tests, panic where that is not kept.
pub fn keep_off() {
    KEPT_OFF.set(true);
}

thread_local! {
    static KEPT_OFF: Cell<bool> = const { Cell::new(false) };
}

/// Whoever asks the folder of the library says so here before.
pub(super) fn may_wait() {
    debug_assert!(!KEPT_OFF.get(), "the thread that draws asks the disk");
}

/// The text of a file of the library; nothing where it cannot be read.
pub(super) fn text(path: &Path) -> String {
    may_wait();
    fs::read_to_string(path).unwrap_or_default()
}

/// The folder of the history is one, or not there as yet: a link would have us write elsewhere.
pub(super) fn folder(path: &Path) -> io::Result<()> {
    may_wait();
    match fs::symlink_metadata(path) {
        Ok(meta) if !meta.is_dir() => Err(io::Error::other(NoFolder(path.display().to_string()))),
        _ => Ok(()),
    }
}

/// Opens a file in this way, if it is a plain one or none as yet. One that is made is its owner's
/// alone until it is given the mode of the folder.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    may_wait();
    if fs::symlink_metadata(path).is_ok_and(|meta| !meta.is_file()) {
        return Err(io::Error::other(NotPlain(path.display().to_string())));
    }
    own(options).open(path)
}

/// A file that is made in this way is its owner's alone.
pub(super) fn own(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Reads a plain file whole.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path, OpenOptions::new().read(true))?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::tests::{Place, set};
    use super::super::{History, KeepError};
    use super::*;

    #[test]
    fn a_link_in_the_history_leads_to_no_foreign_file() {
        for name in ["lock", "intent", "month"] {
            for is_there in [true, false] {
                let place = Place::new();
                let hind = place.keeper("hind");
                let done = hind.change(&set("8", "title.en", "Boats")).unwrap();
                let folder = hind.history().folder();
                let entries = fs::read_dir(folder).unwrap();
                let mut paths = entries.map(|entry| entry.unwrap().path());
                let month = paths.find(|path| path.extension().is_some());
                let path = match name {
                    "month" => month.unwrap(),
                    name => folder.join(name),
                };
                let foreign = place.library().join("foreign");
                if is_there {
                    fs::write(&foreign, "mine").unwrap();
                }
                fs::remove_file(&path).unwrap();
                std::os::unix::fs::symlink(&foreign, &path).unwrap();
                let changed = hind.change(&set("8", "title.en", "Ferries"));
                match name {
                    // The file was written already; it is said that the history was not.
                    "month" if changed.is_ok() => assert!(changed.unwrap().late.is_some()),
                    _ => {
                        let Err(KeepError::History { error, .. }) = changed else {
                            panic!("{name} {changed:?}")
                        };
                        assert!(error.get_ref().unwrap().is::<NotPlain>(), "{error}");
                        assert_eq!(place.text(), done.text);
                    }
                }
                match is_there {
                    true => assert_eq!(fs::read_to_string(&foreign).unwrap(), "mine"),
                    false => assert!(!foreign.exists()),
                }
            }
        }
    }

    #[test]
    fn a_history_that_is_a_link_is_neither_written_nor_read() {
        for is_there in [true, false] {
            let place = Place::new();
            let hind = place.keeper("hind");
            let before = place.text();
            let foreign = place.library().parent().unwrap().join("foreign");
            if is_there {
                fs::create_dir(&foreign).unwrap();
            }
            let folder = hind.history().folder();
            std::os::unix::fs::symlink(&foreign, folder).unwrap();
            let refused = [
                hind.change(&set("8", "title.en", "Boats")),
                hind.make_report("new.yaml", "new", "report: {id: new}"),
                hind.undo(),
            ];
            for made in refused.into_iter().take(if is_there { 3 } else { 2 }) {
                let error = made.unwrap_err();
                let said = error.message();
                assert!(said.en.contains("is a link, or no folder"), "{}", said.en);
                assert!(said.ar.contains("رابط"), "{}", said.ar);
            }
            assert!(hind.history().newest_first().is_err());
            assert_eq!(place.text(), before);
            assert!(!foreign.exists() || fs::read_dir(&foreign).unwrap().next().is_none());
        }
    }

    #[test]
    fn a_pipe_in_the_history_holds_nobody() {
        let place = Place::new();
        let hind = place.keeper("hind");
        let done = hind.change(&set("8", "title.en", "Boats")).unwrap();
        let pipe = hind.history().folder().join("2026-11.pipe.jsonl");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let history = History::of(&place.library());
        let lines: Vec<_> = history.newest_first().unwrap().collect();
        assert_eq!(lines, [done.line]);
    }
}
