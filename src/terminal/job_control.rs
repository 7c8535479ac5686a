//! Stopping the process, where somebody is there to continue it.

use std::fs;
use std::io;

use signal_hook::consts::SIGSTOP;
use signal_hook::low_level::raise;

/// Stops the process; returns when it is continued.
///
/// # Errors
/// When the system refuses.
pub(super) fn stop() -> io::Result<()> {
    raise(SIGSTOP)
}

/// Whether a shell waits for us and can continue us.
///
/// A terminal window opened on the program alone has no such shell: a stop would freeze it for
/// good. The kernel ignores SIGTSTP for such an orphaned process group (POSIX 11.1.3), and so
/// do we. Where there is no `/proc` to ask, a shell is assumed.
pub(super) fn shell_waits() -> bool {
    let Some(own) = Process::read("self") else {
        return true;
    };
    let mut parent = own.parent;
    while let Some(process) = Process::read(&parent.to_string()) {
        if process.session != own.session {
            return false;
        }
        if process.group != own.group {
            return true;
        }
        parent = process.parent;
    }
    // Process 0 is nobody's shell; a process that may not be seen may be one.
    parent != 0
}

#[derive(Debug, PartialEq, Eq)]
struct Process {
    parent: u32,
    group: u32,
    session: u32,
}

impl Process {
    fn read(id: &str) -> Option<Self> {
        Self::parse(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)
    }

    /// Reads proc_pid_stat(5): the name stands in brackets and may hold anything; state,
    /// parent, group and session follow.
    fn parse(stat: &str) -> Option<Self> {
        let (_, fields) = stat.rsplit_once(')')?;
        let mut numbers = fields
            .split_whitespace()
            .skip(1)
            .map(|field| field.parse().ok());
        Some(Self {
            parent: numbers.next()??,
            group: numbers.next()??,
            session: numbers.next()??,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Process;

    #[test]
    fn a_name_with_brackets_does_not_confuse() {
        let stat = "42 (a) R 1 b) S 7 42 5 34816 42 4194304";
        assert_eq!(
            Process::parse(stat),
            Some(Process {
                parent: 7,
                group: 42,
                session: 5
            })
        );
    }

    #[test]
    fn a_foreign_line_is_nothing() {
        assert_eq!(Process::parse("42 (majlis) S 7"), None);
        assert_eq!(Process::parse(""), None);
    }
}
