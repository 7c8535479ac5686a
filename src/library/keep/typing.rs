//! What a person is typing, kept in the state folder while it is typed: where the program is ended without
//! a word, it is there again at the next start.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::UNIX_EPOCH;

use xxhash_rust::xxh3::xxh3_64;

use super::{Bell, Keeper, plain};

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
    /// Whether what was given last could not be written.
    fails: Arc<AtomicBool>,
}

/// The file of a program that has ended, and nobody else's while its lock is held.
struct Ours {
    path: PathBuf,
    _lock: File,
}

/// Whose a file is: of which library, and by whom it is typed. Two may write under one account, each under a
/// name.
#[derive(Debug, Clone)]
pub(super) struct Whose {
    library: PathBuf,
    /// What the system knows the library's folder by, however it is called.
    folder: Option<Known>,
    who: String,
}

/// What the system knows a folder by. The two numbers tell apart what is there at one time: once a folder
/// is gone, or its disk is, they are given to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Known {
    device: u64,
    number: u64,
    /// When it was made, in nanoseconds since 1970, where the system tells.
    born: Option<u128>,
}

/// What a file that is called otherwise has to do with this library and person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    /// It is of this library, when that was called otherwise.
    Own,
    /// It may be, for the numbers are the same; when the folder was made is not known.
    Unsure,
    /// It is of a library elsewhere, of which this one may be a copy.
    Elsewhere,
    /// It is another's, or has the name of this library's.
    None,
}

impl Known {
    /// As it stands in a file: `2049:131 1606147200000000000`.
    fn line(self) -> String {
        let Self { device, number, .. } = self;
        let born = self.born.map(|born| format!(" {born}"));
        format!("{device}:{number}{}", born.unwrap_or_default())
    }

    /// What a folder that stands so in a file has to do with this one.
    fn claim(self, line: &str) -> Claim {
        let numbers = Self { born: None, ..self }.line();
        let (first, born) = line.split_once(' ').unwrap_or((line, ""));
        match self.born {
            _ if first != numbers => Claim::Elsewhere,
            Some(own) if !born.is_empty() => match born == own.to_string() {
                true => Claim::Own,
                false => Claim::Elsewhere,
            },
            _ => Claim::Unsure,
        }
    }
}

impl Whose {
    fn of(library: &Path, who: &str) -> Self {
        plain::may_wait();
        let library = fs::canonicalize(library).unwrap_or_else(|_| library.to_owned());
        Self {
            folder: known_by(&library),
            library,
            who: who.to_owned(),
        }
    }

    /// How the names of its files begin.
    fn name(&self) -> String {
        let library = self.library.as_os_str().as_encoded_bytes();
        let whose = [library, b"\0", self.who.as_bytes()].concat();
        format!("{:016x}-", xxh3_64(&whose))
    }

    /// What stands at the top of its files, a line each.
    fn head(&self) -> [String; 3] {
        let folder = self.folder.map_or_else(|| "0:0".to_owned(), Known::line);
        [
            format!("# {:?}", self.who),
            format!("# {folder}"),
            format!("# {:?}", self.library),
        ]
    }

    /// Whether a file is of this library and by this person, from a time when the folder was called otherwise.
    fn claim(&self, text: &str) -> Claim {
        let [who, _, library] = self.head();
        let mut lines = text.lines();
        let is_by = lines.next() == Some(&who);
        let folder = lines.next().and_then(|line| line.strip_prefix("# "));
        match (folder, self.folder) {
            _ if !is_by || lines.next() == Some(&library) => Claim::None,
            (Some(line), Some(own)) => own.claim(line),
            _ => Claim::Elsewhere,
        }
    }
}

#[cfg(unix)]
fn known_by(folder: &Path) -> Option<Known> {
    use std::os::unix::fs::MetadataExt;
    let meta = fs::metadata(folder).ok()?;
    let born = meta.created().ok();
    let born = born.and_then(|born| born.duration_since(UNIX_EPOCH).ok());
    Some(Known {
        device: meta.dev(),
        number: meta.ino(),
        // The root of a disk has 0 where nobody wrote it down.
        born: born.map(|born| born.as_nanos()).filter(|born| *born > 0),
    })
}

#[cfg(not(unix))]
const fn known_by(_: &Path) -> Option<Known> {
    None
}

/// What this person typed and did not save in a library elsewhere: where that was moved to another disk, or
/// copied, it may be this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Where it lies.
    pub path: PathBuf,
    /// What was typed.
    pub text: String,
}

impl Elsewhere {
    /// What is remembered of one of which the person was asked.
    fn mark(&self) -> String {
        let name = self.path.file_name().unwrap_or_default().display();
        format!("{name} {:016x}", xxh3_64(self.text.as_bytes()))
    }
}

/// The name of the file that names the texts of which the person was asked.
const ASKED: &str = ".asked";

/// What was typed, without the lines at the top.
fn body(text: &str) -> &str {
    let mut rest = text;
    while rest.starts_with("# ") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest
}

impl Keeper {
    /// Learns what the system knows the library's folder by, where that is not known as yet: it asks the disk,
    /// and is not to be done where a screen is drawn.
    pub fn know_folder(&self) {
        let _ = self.whose();
    }

    fn whose(&self) -> &Whose {
        self.whose
            .get_or_init(|| Whose::of(&self.folder, &self.who))
    }

    /// Where that lies which this person typed for this library and did not save, in programs that have ended:
    /// it stays there. For one who cannot put it back into its place.
    #[must_use]
    pub fn typed_before(&self) -> Vec<PathBuf> {
        let state = self.state.as_deref();
        let ended = state.map(|state| ended(&state.join("typing"), self.whose()));
        let ended = ended.into_iter().flatten();
        let typed = ended.filter(|one| read(&one.path).is_some_and(|text| !body(&text).is_empty()));
        typed.map(|one| one.path).collect()
    }

    /// Where that lies which may have been typed for this library when its folder was called otherwise, and
    /// of which that cannot be known: it is not put into any place.
    #[must_use]
    pub fn typed_perhaps(&self) -> Vec<PathBuf> {
        let state = self.state.as_deref();
        let unsure = state.map(|state| unsure(&state.join("typing"), self.whose()));
        unsure.unwrap_or_default()
    }

    /// What this person typed and did not save in libraries elsewhere, in programs that have ended, and has
    /// not been asked of.
    #[must_use]
    pub fn typed_elsewhere(&self) -> Vec<Elsewhere> {
        let Some(folder) = self.state.as_deref().map(|state| state.join("typing")) else {
            return Vec::new();
        };
        let whose = self.whose();
        let asked = fs::read_to_string(folder.join(ASKED)).unwrap_or_default();
        let files = of_another_name(&folder, whose, &[Claim::Unsure, Claim::Elsewhere]);
        let all = files.into_iter().filter_map(|one| {
            let text = body(&read(&one.path)?).to_owned();
            let path = one.path;
            Some(Elsewhere { path, text })
        });
        all.filter(|one| asked.lines().all(|line| line != one.mark()))
            .collect()
    }

    /// The person is asked of it: that is done once.
    pub fn asks_of(&self, one: &Elsewhere) {
        if let Some(folder) = one.path.parent() {
            let asked = OpenOptions::new()
                .append(true)
                .create(true)
                .open(folder.join(ASKED));
            // Where that fails, the person is asked once more.
            let _ = asked.and_then(|mut asked| writeln!(asked, "{}", one.mark()));
        }
    }

    /// Begins to keep what this person types for this library; with it comes what programs had kept that have
    /// ended since. Their files stay until [something is kept](Typing::keep). None where the state folder cannot be written, or nothing may be changed.
    #[must_use]
    pub fn typing(&self) -> Option<(Typing, Vec<String>)> {
        let state = self.state.as_deref().filter(|_| !self.only_reads())?;
        let whose = self.whose().clone();
        begin(&state.join("typing"), whose, self.bell.clone())
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

    /// Whether what was given last could not be kept, as far as that is known.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.fails.load(Ordering::Relaxed)
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

fn begin(folder: &Path, whose: Whose, bell: Bell) -> Option<(Typing, Vec<String>)> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).ok()?;
    let mut all = Vec::new();
    for number in 0..MOST {
        let path = folder.join(format!("{}{number}.yaml", whose.name()));
        // Behind one's own, only those that are there are looked at.
        if !all.is_empty() && !path.with_extension("lock").exists() {
            break;
        }
        all.extend(ours(path));
    }
    let path = all.first()?.path.clone();
    all.extend(of_another_name(folder, &whose, &[Claim::Own]));
    let texts = all.iter().filter_map(|one| read(&one.path));
    let texts = texts.map(|text| body(&text).to_owned());
    let kept = texts.filter(|text| !text.is_empty()).collect();
    let (to, from) = channel();
    let fails = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&fails);
    let name = "typing".to_owned();
    let writer = thread::Builder::new()
        .name(name)
        .spawn(move || write_all(&from, all, &whose, (&told, &bell)))
        .ok()?;
    let typing = Typing {
        path,
        given: None,
        to: Some(to),
        writer: Some(writer),
        fails,
    };
    Some((typing, kept))
}

/// The files of programs that have ended; nothing is made.
fn ended(folder: &Path, whose: &Whose) -> Vec<Ours> {
    let own = (0..MOST).map(|number| folder.join(format!("{}{number}.yaml", whose.name())));
    let own = own.take_while(|path| path.with_extension("lock").exists());
    let own = own.filter(|path| path.exists()).filter_map(ours);
    own.chain(of_another_name(folder, whose, &[Claim::Own]))
        .collect()
}

/// The paths of those of which is not known whether they are of this library.
fn unsure(folder: &Path, whose: &Whose) -> Vec<PathBuf> {
    let unsure = of_another_name(folder, whose, &[Claim::Unsure]).into_iter();
    unsure.map(|one| one.path).collect()
}

/// The same, of a time when the library's folder was called otherwise: those of these claims.
fn of_another_name(folder: &Path, whose: &Whose, claims: &[Claim]) -> Vec<Ours> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .filter(|path| read(path).is_some_and(|text| claims.contains(&whose.claim(&text))))
        .collect();
    paths.sort();
    paths.into_iter().filter_map(ours).collect()
}

/// The file, unless one who still types holds it.
fn ours(path: PathBuf) -> Option<Ours> {
    let lock = own(&path.with_extension("lock")).ok()?;
    lock.try_lock().ok()?;
    Some(Ours { path, _lock: lock })
}

/// Writes what comes, the newest of it, to the first of these files; once that is there, the others are
/// taken away, for the first has what they had. Says whether the last is written.
fn write_all(
    from: &Receiver<String>,
    mut all: Vec<Ours>,
    whose: &Whose,
    (fails, bell): (&AtomicBool, &Bell),
) -> bool {
    let head = whose.head().join("\n");
    let mut is_written = true;
    while let Ok(mut text) = from.recv() {
        while let Ok(newer) = from.try_recv() {
            text = newer;
        }
        let Some(first) = all.first() else { break };
        let whole = match text.is_empty() {
            true => text,
            false => format!("{head}\n{text}"),
        };
        is_written = write(&first.path, &whole).is_ok();
        if fails.swap(!is_written, Ordering::Relaxed) == is_written {
            bell.ring();
        }
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
mod tests;
