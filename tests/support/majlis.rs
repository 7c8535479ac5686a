//! The program itself, with nothing of the machine's own settings around it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program.
pub const MAJLIS: &str = env!("CARGO_BIN_EXE_majlis");

/// No locale, no configuration, no library but the built-in one, no terminal that left its name.
pub const NEUTRAL: [(&str, &str); 20] = [
    ("LC_ALL", "C"),
    ("LC_MESSAGES", ""),
    ("LANG", ""),
    ("MAJLIS_LANG", ""),
    ("MAJLIS_LIBRARY", ""),
    ("MAJLIS_BIDI", ""),
    ("MAJLIS_PANIC", ""),
    ("HOME", "/nowhere"),
    ("XDG_CONFIG_HOME", "/nowhere"),
    // No folder, not even for root: nothing is remembered.
    ("XDG_STATE_HOME", "/dev/null"),
    ("MAJLIS_CACHE", "off"),
    ("TMUX", ""),
    ("STY", ""),
    ("MLTERM", ""),
    ("KONSOLE_VERSION", ""),
    ("XTERM_VERSION", ""),
    ("VTE_VERSION", ""),
    ("KITTY_WINDOW_ID", ""),
    ("LC_TERMINAL", ""),
    ("TERM_PROGRAM", ""),
];

/// What a run of the program came to.
#[allow(dead_code, reason = "not every test file uses all of it")]
#[derive(Debug)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// The standard output.
    pub out: String,
    /// The standard error.
    pub error: String,
}

#[allow(dead_code, reason = "not every test file uses all of it")]
impl Ran {
    /// The first line of the output.
    pub fn first(&self) -> &str {
        self.out.lines().next().unwrap_or_default()
    }

    /// The first column of each line.
    pub fn ids(&self) -> Vec<&str> {
        self.out
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect()
    }
}

/// Runs the program without a terminal.
#[allow(dead_code, reason = "not every test file uses all of it")]
pub fn run(arguments: &[&str]) -> Ran {
    run_in(arguments, &[])
}

#[allow(dead_code, reason = "not every test file uses all of it")]
/// Runs the program without a terminal, with more in its environment.
pub fn run_in(arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
    told(
        Command::new(MAJLIS)
            .args(arguments)
            .envs(NEUTRAL)
            .envs(environment.iter().copied())
            .stdin(Stdio::null()),
    )
}

/// Runs a shell script in which `$0` is the program.
#[allow(dead_code, reason = "not every test file uses all of it")]
pub fn shell(script: &str) -> Ran {
    told(
        Command::new("sh")
            .args(["-c", script, MAJLIS])
            .envs(NEUTRAL)
            .stdin(Stdio::null()),
    )
}

fn told(command: &mut Command) -> Ran {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    Ran {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        error: String::from_utf8(stderr).unwrap(),
    }
}

/// A folder for a library, taken away at the end.
#[allow(dead_code, reason = "not every test file uses all of it")]
pub struct Folder(tempfile::TempDir);

#[allow(dead_code, reason = "not every test file uses all of it")]
impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With nothing but a registry of one body, `x`.
    pub fn with_registry() -> Self {
        let folder = Self::new();
        folder.put("registry.yaml", REGISTRY);
        folder
    }

    /// With a small report `good`, whose one item is `good:7`, about lighthouses (منارات), and a
    /// registry. Nothing is wrong with them.
    pub fn good() -> Self {
        let folder = Self::with_registry();
        folder.put("good.yaml", GOOD);
        folder
    }

    /// Writes a file.
    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut file = std::fs::File::create(&path).unwrap();
        file.write_all(text.as_ref()).unwrap();
        path
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where it is, as an argument.
    pub fn name(&self) -> &str {
        self.path().to_str().unwrap()
    }
}

/// A registry with one body.
#[allow(dead_code, reason = "not every test file uses all of it")]
pub const REGISTRY: &str = "\
bodies:
  - {id: x, name: {ar: المجلس, en: Council}, kind: conference}
";

/// A report with one item.
#[allow(dead_code, reason = "not every test file uses all of it")]
pub const GOOD: &str = "\
report:
  id: good
  kind: group-report
  title: {ar: تقرير المنارات, en: Report on lighthouses}
  src: s1
items:
  - id: \"7\"
    number: [\"7\"]
    title: {ar: صيانة المنارات, en: Upkeep of lighthouses}
    src: s1/p1
";
