//! Lines that come in, each of keys or commands: for a pipe, a script, a test, and for whoever
//! would rather type lines.
//!
//! A line is words with blanks between them: the name of a command (`view-council`), or a key as the
//! help names it (`j`, `G`, `Enter`, `pagedown`, `Ctrl-Z`). While there is something to type in, any
//! other word is typed, and so are letters; what stands in `<…>` is always typed. An empty line is
//! Enter. A line that begins with `@` or `+` is typed as a whole, and adds a record.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::iter::Peekable;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::event::KeyCode;

use crate::app::Request;
use crate::app::command::{COMMANDS, Context, named};
use crate::app::key::Press;
use crate::linear::{self, Glance};
use crate::report::call::Moment;
use crate::script::sanitise;
use crate::words::{Message, linear as words};

use super::super::Failure;
use super::super::hand_over::Clipboard;
use super::Told;
use super::news::after;

/// The most bytes of a line that is carried out; a longer one is none.
const LONGEST: u64 = 64 * 1024;

/// What wakes who waits for the next line.
enum Event {
    /// A line has come.
    Line(Vec<u8>),
    /// A line has come that is longer than any that is carried out.
    TooLong,
    /// There are no more.
    End(io::Result<()>),
    /// Others have done something.
    News,
}

/// Reads lines until the end, or until the person leaves.
pub(super) fn stay(told: &mut Told) -> Result<(u8, Clipboard), Failure> {
    let mut clipboard = Clipboard::of_environment(|| {});
    let start = linear::start(&told.app);
    say(told, &start)?;
    let (send, events) = mpsc::channel();
    let (go_on, wanted) = mpsc::channel();
    let lines = send.clone();
    thread::Builder::new()
        .name("lines".to_owned())
        .spawn(move || read(&wanted, &lines))?;
    let news = send.clone();
    // Nobody hears any more when the person has left.
    told.news.tell(move || drop(news.send(Event::News)));
    let _ = go_on.send(());
    while let Ok(event) = events.recv() {
        told.app.at(Moment::now());
        match event {
            Event::Line(line) => {
                if run(told, &mut clipboard, &String::from_utf8_lossy(&line))? {
                    break;
                }
                let _ = go_on.send(());
            }
            Event::TooLong => {
                not_known(told, words::too_long(LONGEST))?;
                let _ = go_on.send(());
            }
            Event::End(ended) => {
                // Nobody is there to come back to what was typed and not saved.
                told.app.give_up();
                ended?;
                break;
            }
            Event::News => {
                let again = send.clone();
                told.hear_others(|long| after(long, move || drop(again.send(Event::News))));
                let others = told.others();
                say(told, &others)?;
            }
        }
    }
    Ok((0, clipboard))
}

/// Reads a line whenever one is wanted: no further than the person has got.
fn read(wanted: &Receiver<()>, lines: &Sender<Event>) {
    let mut input = io::stdin().lock();
    while wanted.recv().is_ok() {
        let event = match read_line(&mut input) {
            Ok(Some(line)) if line.is_empty() => Event::End(Ok(())),
            Ok(Some(line)) => Event::Line(line),
            Ok(None) => Event::TooLong,
            Err(error) => Event::End(Err(error)),
        };
        if lines.send(event).is_err() {
            return;
        }
    }
}

/// A line with its end; empty where there are no more, none where it is too long: then the rest of it
/// is passed over.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    input.take(LONGEST).read_until(b'\n', &mut line)?;
    if line.ends_with(b"\n") || !usize::try_from(LONGEST).is_ok_and(|most| line.len() >= most) {
        return Ok(Some(line));
    }
    loop {
        line.clear();
        let read = input.take(LONGEST).read_until(b'\n', &mut line)?;
        if read == 0 || line.ends_with(b"\n") {
            return Ok(None);
        }
    }
}

/// Carries out a line; says whether the person leaves.
fn run(told: &mut Told, clipboard: &mut Clipboard, line: &str) -> io::Result<bool> {
    // A line that begins with one of these signs is read as a whole.
    if matches!(told.app.context(), Context::List | Context::Detail)
        && let Some((sign, rest)) = quick(line)
    {
        for step in [Step::Line(sign), Step::Text(rest)] {
            if step_on(told, clipboard, &mut vec![step].into_iter().peekable())? {
                return Ok(true);
            }
        }
        told.whole = told.app.context() == Context::Picker;
        return Ok(false);
    }
    let mut steps = steps(line);
    // It was whole: what follows is no part of it.
    told.whole = told.whole && told.app.context() == Context::Picker;
    let goes_on = |step: &Step<'_>| matches!(step, Step::Word(_)) && typed(told, step).is_some();
    if told.whole && steps.first().is_some_and(goes_on) {
        not_known(told, words::STILL_TO_ADD.into())?;
        return Ok(false);
    }
    if steps.is_empty() {
        steps.push(Step::Word("enter"));
    }
    step_on(told, clipboard, &mut steps.into_iter().peekable())
}

/// The sign with which a line begins that adds a record, and the rest of it.
fn quick(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let (sign, rest) = line.split_at_checked(1)?;
    let rest = rest.trim();
    (matches!(sign, "@" | "+") && !rest.is_empty()).then_some((sign, rest))
}

/// Takes the steps one after the other; says whether the person leaves.
fn step_on<'a>(
    told: &mut Told,
    clipboard: &mut Clipboard,
    steps: &mut Peekable<impl Iterator<Item = Step<'a>>>,
) -> io::Result<bool> {
    while let Some(step) = steps.next() {
        let before = Glance::of(&told.app);
        if let Some(text) = typed(told, &step) {
            let mut text = text.to_owned();
            // Words that are typed belong together.
            while let Some(more) = steps.peek().and_then(|next| typed(told, next)) {
                text.push(' ');
                text.push_str(more);
                steps.next();
            }
            told.app.paste(&text);
        } else if !carry_out(told, &step)? {
            continue;
        }
        told.settle();
        let request = told.request();
        clipboard.take(&mut told.app, &mut to_terminal)?;
        clipboard.wait(&mut told.app, &mut to_terminal)?;
        if request == Some(Request::Quit) {
            return Ok(true);
        }
        // There is nobody to stop for, and no terminal for an editor.
        if request == Some(Request::Editor) {
            told.no_editor();
        }
        let outside = [Some(Request::Suspend), Some(Request::Editor)];
        let request = request.filter(|request| !outside.contains(&Some(*request)));
        let lines = told.lines_since(&before, request);
        say(told, &lines)?;
    }
    Ok(false)
}

/// A word of a line.
#[derive(Debug, PartialEq, Eq)]
enum Step<'a> {
    /// A command, a key, or something to type.
    Word(&'a str),
    /// Something to type.
    Text(&'a str),
    /// The sign of a line that is read as a whole: nothing that was left before stands behind it.
    Line(&'a str),
}

/// The words of a line.
fn steps(line: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let quoted = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let after = if let Some((text, after)) = quoted {
            steps.push(Step::Text(text));
            after
        } else {
            let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            steps.push(Step::Word(word));
            after
        };
        rest = after.trim_start();
    }
    steps
}

/// What a step types, where there is something to type in; none where it is a command or a key.
fn typed<'a>(told: &Told, step: &Step<'a>) -> Option<&'a str> {
    if told.app.context() != Context::Picker {
        return None;
    }
    match step {
        Step::Line(_) => None,
        Step::Text(text) => Some(text),
        Step::Word(word) => {
            let command = named(word).is_some_and(|command| command.when.holds(Context::Picker));
            let key = Press::parse(word).is_some_and(|press| {
                !matches!(press.code, KeyCode::Char(_)) || press.control || press.alt
            });
            (!command && !key).then_some(word)
        }
    }
}

/// Runs a command or presses a key; where it is neither, that is said.
fn carry_out(told: &mut Told, step: &Step<'_>) -> io::Result<bool> {
    match step {
        Step::Word(word) => {
            // `down` is the name of a command and that of a key: what applies here is meant.
            let command = named(word);
            let here = command.is_some_and(|command| command.when.holds(told.app.context()));
            match (command, Press::parse(word)) {
                (Some(command), _) if here => told.app.run(command),
                (Some(command), None) => match instead(command.name, told.app.context()) {
                    Some(other) => return not_known(told, words::not_here(other)),
                    None => told.app.run(command),
                },
                (_, Some(press)) => {
                    told.app.key(press);
                    told.app.settle();
                }
                (None, None) => return not_known(told, words::unknown(word, nearest(word))),
            }
        }
        Step::Text(_) => return not_known(told, words::NOWHERE_TO_TYPE.into()),
        Step::Line(sign) => {
            carry_out(told, &Step::Word(sign))?;
            // It takes the place of what was left.
            told.app.paste(sign);
        }
    }
    Ok(true)
}

/// Says that there is nothing to do.
fn not_known(told: &mut Told, said: Message) -> io::Result<bool> {
    let line = sanitise(said.get(told.app.language)).into_owned();
    say(told, &[line])?;
    Ok(false)
}

/// Commands that do the same in different places.
const SAME: &[&[&str]] = &[
    &["open", "follow", "accept", "form-open"],
    &["list", "cancel", "form-close"],
    &["down", "picker-down"],
    &["up", "picker-up"],
    &["left", "caret-left"],
    &["right", "caret-right"],
    &["page-down", "picker-page-down"],
    &["page-up", "picker-page-up"],
    &["language", "language-anywhere"],
    &["undo-change", "open-undo", "form-undo"],
    &["redo-change", "open-redo", "form-redo"],
];

/// The command that does in this place what another does elsewhere.
fn instead(name: &str, context: Context) -> Option<&'static str> {
    SAME.iter()
        .find(|same| same.contains(&name))?
        .iter()
        .find(|other| named(other).is_some_and(|other| other.when.holds(context)))
        .copied()
}

/// The name of a command that is nearest to a word, where one is near.
fn nearest(typed: &str) -> Option<&'static str> {
    COMMANDS
        .iter()
        .map(|command| {
            (
                strsim::damerau_levenshtein(typed, command.name),
                command.name,
            )
        })
        .filter(|(distance, name)| *distance <= 2 && *distance < name.len())
        .min()
        .map(|(_, name)| name)
}

/// Sends a sequence to the terminal on the standard output, where there is one.
fn to_terminal(bytes: &[u8]) -> io::Result<bool> {
    let mut out = io::stdout();
    if !out.is_terminal() {
        return Ok(false);
    }
    out.write_all(bytes)?;
    out.flush()?;
    Ok(true)
}

fn say(told: &mut Told, lines: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(told.written(lines).as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_words_and_texts() {
        use Step::{Text, Word};
        assert_eq!(
            steps(" j  j\tenter\r\n"),
            [Word("j"), Word("j"), Word("enter")]
        );
        assert_eq!(
            steps("/ <مباني المقر> enter"),
            [Word("/"), Text("مباني المقر"), Word("enter")]
        );
        // Without its end it is a word like any other.
        assert_eq!(steps("< a"), [Word("<"), Word("a")]);
        assert_eq!(steps(" \n"), []);
    }

    #[test]
    fn what_does_not_apply_has_a_counterpart_that_does() {
        for (name, context, other) in [
            ("accept", Context::List, Some("open")),
            ("accept", Context::Detail, Some("follow")),
            ("open", Context::Detail, Some("follow")),
            ("cancel", Context::Detail, Some("list")),
            ("picker-page-down", Context::List, Some("page-down")),
            ("language", Context::Picker, Some("language-anywhere")),
            ("undo-change", Context::Open, Some("open-undo")),
            ("form-undo", Context::Open, Some("open-undo")),
            ("open-redo", Context::Form, Some("form-redo")),
            ("form-redo", Context::Detail, Some("redo-change")),
            ("accept", Context::Form, Some("form-open")),
            ("cancel", Context::Form, Some("form-close")),
            ("undo", Context::List, None),
        ] {
            assert_eq!(instead(name, context), other, "{name}");
        }
        for name in SAME.iter().copied().flatten() {
            assert!(named(name).is_some(), "{name}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_to_its_end() {
        let long = "j ".repeat(100_000);
        let mut input = format!("one\n{long}\ntwo\n{long}").into_bytes();
        input.extend(b"");
        let mut input = input.as_slice();
        let mut next = || read_line(&mut input).unwrap();
        assert_eq!(next().as_deref(), Some(&b"one\n"[..]));
        assert_eq!(next(), None);
        assert_eq!(next().as_deref(), Some(&b"two\n"[..]));
        assert_eq!(next(), None);
        assert_eq!(next().as_deref(), Some(&b""[..]));
        // As long as a line may be.
        let just = usize::try_from(LONGEST).unwrap() - 1;
        let line = format!("{}\n", "x".repeat(just));
        assert_eq!(
            read_line(&mut line.as_bytes()).unwrap(),
            Some(line.into_bytes())
        );
    }

    #[test]
    fn a_slip_gets_the_nearest_command() {
        assert_eq!(nearest("serach"), Some("search"));
        assert_eq!(nearest("view-concil"), Some("view-council"));
        assert_eq!(nearest("xyzzy"), None);
    }
}
