//! The clipboard: which way a text goes there, and the way itself.
//!
//! A program of the system takes it where the screen is on this machine; over SSH, and where no
//! such program is there, the terminal gets it as OSC 52, which it may take or not, and never says;
//! within tmux, tmux takes it and passes it on.

mod osc52;
mod program;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

pub use osc52::{LARGEST, sequence};
pub use program::{PATIENCE, Program};

use program::Input;

use super::Through;

/// Which way a text goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A program of the system; when it has taken the text, it is in the clipboard.
    Program(Program),
    /// `tmux load-buffer -w`: tmux has the text, and passes it on where its option `set-clipboard`
    /// and the outer terminal let it. Applications' own OSC 52 tmux ignores unless told otherwise.
    Tmux(Program),
    /// OSC 52, with what it has to pass through.
    Terminal(Through),
}

impl Route {
    /// What it is called: the name of the program, or `OSC 52`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Program(program) | Self::Tmux(program) => program.name,
            Self::Terminal(_) => "OSC 52",
        }
    }

    /// The most bytes of text that are sure to arrive; none where any length does.
    #[must_use]
    pub const fn largest(&self) -> Option<usize> {
        match self {
            Self::Program(_) => None,
            Self::Tmux(_) | Self::Terminal(_) => Some(LARGEST),
        }
    }
}

/// The programs that take a text on their standard input, the variable that tells that they can
/// work, and how they are called; the first that is there is used.
const PROGRAMS: &[(&str, &str, &[&str], Input)] = &[
    (
        "WSL_DISTRO_NAME",
        "powershell.exe",
        &[
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            "Set-Clipboard -Value ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(\
             [Console]::In.ReadToEnd())))",
        ],
        // What a pipe to Windows does to letters depends on its code page; these are ASCII.
        Input::Base64,
    ),
    ("TERMUX_VERSION", "termux-clipboard-set", &[], Input::Utf8),
    (
        "WAYLAND_DISPLAY",
        "wl-copy",
        &["--type", "text/plain;charset=utf-8"],
        Input::Utf8,
    ),
    (
        "DISPLAY",
        "xclip",
        &["-in", "-selection", "clipboard"],
        Input::Utf8,
    ),
    ("DISPLAY", "xsel", &["--input", "--clipboard"], Input::Utf8),
];

/// The way from the process whose variables these are. Programs are looked for in `PATH`; nothing
/// is started.
#[must_use]
pub fn route(variable: impl Fn(&str) -> Option<String>) -> Route {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let path = variable("PATH").unwrap_or_default();
    let term = variable("TERM").unwrap_or_default();
    if is_set("TMUX") {
        return on_path(&path, "tmux").map_or(Route::Terminal(Through::Tmux), |file| {
            Route::Tmux(Program::new(
                "tmux",
                file,
                &["load-buffer", "-w", "-"],
                Input::Utf8,
            ))
        });
    }
    // sshd passes on nothing but TERM: a multiplexer may run on the other end of the line.
    if term.starts_with("tmux") {
        return Route::Terminal(Through::Tmux);
    }
    if is_set("STY") || term.starts_with("screen") {
        return Route::Terminal(Through::Screen);
    }
    // A program of the far machine would fill the far machine's clipboard.
    if ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"]
        .into_iter()
        .any(is_set)
    {
        return Route::Terminal(Through::Nothing);
    }
    if cfg!(target_os = "macos")
        && let Some(file) = on_path(&path, "pbcopy")
    {
        return Route::Program(Program::new("pbcopy", file, &[], Input::Utf8));
    }
    PROGRAMS
        .iter()
        .filter(|(needs, ..)| is_set(needs))
        .find_map(|(_, name, arguments, input)| {
            let file = on_path(&path, name)?;
            Some(Route::Program(Program::new(name, file, arguments, *input)))
        })
        .unwrap_or(Route::Terminal(Through::Nothing))
}

/// The file of a program in the folders of `PATH`. Folders that are not named in full are passed
/// over: what lies in the current folder is not started.
fn on_path(path: &str, name: &str) -> Option<PathBuf> {
    std::env::split_paths(OsStr::new(path))
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(name))
        .find(|file| is_executable(file))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// A folder with programs of these names, and a file that is none.
    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let file = folder.path().join(name);
            std::fs::write(&file, "#!/bin/sh\n").unwrap();
            std::fs::set_permissions(&file, PermissionsExt::from_mode(0o755)).unwrap();
        }
        std::fs::write(folder.path().join("xsel"), "no program").unwrap();
        folder
    }

    fn told(path: &str, variables: &[(&str, &str)]) -> Route {
        route(|name| match name {
            "PATH" => Some(path.to_owned()),
            _ => variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned()),
        })
    }

    #[test]
    fn the_way_depends_on_where_the_screen_is() {
        let programs = folder(&["tmux", "wl-copy", "xclip", "powershell.exe"]);
        let path = programs.path().to_str().unwrap();
        let x11 = ("DISPLAY", ":0");
        for (variables, name, through) in [
            (&[][..], "OSC 52", Some(Through::Nothing)),
            (&[x11], "xclip", None),
            (&[x11, ("WAYLAND_DISPLAY", "wayland-0")], "wl-copy", None),
            (
                &[x11, ("WSL_DISTRO_NAME", "Debian")],
                "powershell.exe",
                None,
            ),
            (&[("DISPLAY", "")], "OSC 52", Some(Through::Nothing)),
            // The screen is elsewhere, even where X is forwarded.
            (
                &[x11, ("SSH_CONNECTION", "192.0.2.1 5022 192.0.2.2 22")],
                "OSC 52",
                Some(Through::Nothing),
            ),
            (
                &[("SSH_TTY", "/dev/pts/3"), ("TERM", "tmux-256color")],
                "OSC 52",
                Some(Through::Tmux),
            ),
            (&[x11, ("TMUX", "/tmp/tmux-0/default,1,0")], "tmux", None),
            (
                &[x11, ("STY", "812.pts-0")],
                "OSC 52",
                Some(Through::Screen),
            ),
            (
                &[("TERM", "screen-256color"), ("SSH_TTY", "/dev/pts/3")],
                "OSC 52",
                Some(Through::Screen),
            ),
        ] {
            let route = told(path, variables);
            assert_eq!(route.name(), name, "{variables:?}");
            let passed = match route {
                Route::Terminal(through) => Some(through),
                Route::Program(_) | Route::Tmux(_) => None,
            };
            assert_eq!(passed, through, "{variables:?}");
        }
    }

    #[test]
    fn a_program_that_is_not_there_is_not_counted_on() {
        let programs = folder(&[]);
        let path = programs.path().to_str().unwrap();
        let display = [("DISPLAY", ":0")];
        // `xsel` is a file there, but no program.
        assert_eq!(told(path, &display), Route::Terminal(Through::Nothing));
        assert_eq!(told("", &display), Route::Terminal(Through::Nothing));
        assert_eq!(
            told(path, &[("TMUX", "/tmp/tmux-0/default,1,0")]),
            Route::Terminal(Through::Tmux)
        );
        // A folder that is not named in full could hold anybody's.
        assert_eq!(told(".:bin", &display), Route::Terminal(Through::Nothing));
    }

    #[test]
    fn only_what_goes_through_the_terminal_has_a_limit() {
        let programs = folder(&["xclip", "tmux"]);
        let path = programs.path().to_str().unwrap();
        assert_eq!(told(path, &[("DISPLAY", ":0")]).largest(), None);
        assert_eq!(told(path, &[("TMUX", "x")]).largest(), Some(74_994));
        assert_eq!(told(path, &[]).largest(), Some(74_994));
    }
}
