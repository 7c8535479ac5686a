//! A file's text with its lines, and the problems found in it.

use std::fmt::Write as _;
use std::ops::Range;

use crate::library::chars;
use crate::library::{Code, Place, Problem, Severity};
use crate::words::{Message, problem as words};

/// The most problems that are listed for one file.
const MOST: usize = 1000;
/// The longest line, in bytes, that a problem carries with it.
const LONGEST: usize = 64 * 1024;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::library) struct Spot {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// From 0, in bytes.
    pub byte: usize,
}

/// A file's name and text, with the problems found so far.
pub(in crate::library) struct SourceText<'a> {
    pub name: &'a str,
    pub text: &'a str,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    problems: Vec<Problem>,
    /// Whether warnings are kept too.
    warnings: bool,
}

impl<'a> SourceText<'a> {
    /// The text must come without a byte order mark.
    pub fn new(name: &'a str, text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut lines = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            // YAML 1.2, 5.4: a line ends with LF, CR or both.
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                lines.push(at + 1);
            }
        }
        Self {
            name,
            text,
            lines,
            problems: Vec::new(),
            warnings: true,
        }
    }

    /// The same, for what keeps no warnings.
    pub fn errors_only(name: &'a str, text: &'a str) -> Self {
        let warnings = false;
        Self {
            warnings,
            ..Self::new(name, text)
        }
    }

    /// Whether warnings are kept, so that what is worth no more need be looked for.
    pub const fn keeps_warnings(&self) -> bool {
        self.warnings
    }

    /// The place of this byte, which begins a character.
    pub fn spot(&self, byte: usize) -> Spot {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = line
            .checked_sub(1)
            .and_then(|line| self.lines.get(line))
            .copied()
            .unwrap_or_default();
        let before = self.text.get(start..byte).unwrap_or_default();
        Spot {
            line,
            column: before.chars().count() + 1,
            byte,
        }
    }

    /// The line of this number, from 1, without its end.
    pub fn line(&self, number: usize) -> &'a str {
        let at = |line: usize| self.lines.get(line).copied();
        let start = number.checked_sub(1).and_then(at).unwrap_or_default();
        let end = at(number).unwrap_or(self.text.len());
        self.text
            .get(start..end)
            .unwrap_or_default()
            .trim_end_matches(['\n', '\r'])
    }

    /// The place with its line.
    pub fn place(&self, spot: Spot) -> Place {
        self.place_on(spot.line, spot.column)
    }

    /// The place on this line, from 1, at this column, from 1.
    pub fn place_on(&self, line: usize, column: usize) -> Place {
        let text = self.line(line);
        Place {
            file: self.name.to_owned(),
            line,
            column,
            text: if text.len() > LONGEST { "" } else { text }.to_owned(),
        }
    }

    /// Keeps a problem, unless there are too many already.
    pub fn add(&mut self, problem: Problem) {
        if !self.is_full() && (self.warnings || problem.severity == Severity::Error) {
            self.problems.push(problem);
        }
    }

    /// Whether further problems are no longer kept, and need not be looked for.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= MOST
    }

    /// Whether an error was found, not only warnings.
    pub fn has_error(&self) -> bool {
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        self.problems.iter().any(is_error)
    }

    /// How many errors were found from this byte up to that one.
    pub fn errors_within(&self, range: Range<usize>) -> usize {
        let within = self.columns(&range);
        let is_it = |problem: &&Problem| is_error_within(problem, &within);
        self.problems.iter().filter(is_it).count()
    }

    /// Adds to what the first error in a range says; errors in the ranges `except` do not count.
    /// Nothing where problems are no longer looked at one by one.
    pub fn note_at(
        &mut self,
        range: Range<usize>,
        except: &[Range<usize>],
        note: impl Fn(&Message) -> Message,
    ) {
        if self.is_full() {
            return;
        }
        let within = self.columns(&range);
        let except: Vec<_> = except.iter().map(|range| self.columns(range)).collect();
        let first = self
            .problems
            .iter_mut()
            .filter(|problem| is_error_within(problem, &within))
            .filter(|problem| except.iter().all(|part| !is_error_within(problem, part)))
            .min_by_key(|problem| {
                // What only `check` minds never loses anything that a wrong shape does not.
                let minor = problem.code >= Code::IdForm && problem.code != Code::ImpossibleDate;
                (minor, problem.place.line, problem.place.column)
            });
        if let Some(problem) = first {
            problem.what = note(&problem.what);
        }
    }

    /// The lines and columns of these bytes.
    fn columns(&self, range: &Range<usize>) -> Range<(usize, usize)> {
        let at = |byte: usize| {
            let spot = self.spot(byte);
            (spot.line, spot.column)
        };
        at(range.start)..at(range.end)
    }

    /// The problems found.
    pub fn into_problems(mut self) -> Vec<Problem> {
        if self.is_full() {
            self.problems.push(Problem::warning(
                Code::More,
                Place::whole(self.name),
                words::more(MOST),
            ));
        }
        self.problems
    }

    /// Characters that YAML forbids (YAML 1.2, 5.1): the first of each line.
    pub fn find_forbidden(&mut self) {
        let mut seen = 0;
        let found: Vec<usize> = self
            .text
            .char_indices()
            .filter(|(_, char)| chars::is_forbidden(*char))
            .map(|(byte, _)| byte)
            .filter(|byte| {
                let line = self.lines.partition_point(|start| start <= byte);
                std::mem::replace(&mut seen, line) != line
            })
            .take(MOST)
            .collect();
        for byte in found {
            let Some(char) = self.text.get(byte..).and_then(|rest| rest.chars().next()) else {
                continue;
            };
            let place = self.place(self.spot(byte));
            self.add(
                Problem::error(
                    Code::ControlCharacter,
                    place,
                    words::control_character(&code_point(char)),
                )
                .expecting(words::take_it_out()),
            );
        }
    }
}

fn is_error_within(problem: &Problem, range: &Range<(usize, usize)>) -> bool {
    let at = (problem.place.line, problem.place.column);
    problem.severity == Severity::Error && range.contains(&at)
}

/// A character as people name those that they cannot see: `U+202E`.
pub(in crate::library) fn code_point(char: char) -> String {
    let mut text = String::new();
    // Writing to a String does not fail.
    let _ = write!(text, "U+{:04X}", u32::from(char));
    text
}
